//! Terms and texts as other programs have them.
//!
//! `formats` knows CSV, XML and the shapes made of them, and nothing of a site; `terms` merges a
//! list of terms into the term base; `translation` is how a translation leaves for its translator
//! and comes back.

pub mod formats;
pub mod terms;
pub mod translation;
