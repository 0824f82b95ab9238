//! A site into files.
//!
//! `typeset` (rules of setting), `html` (texts into markup) and `chart` (numbers into drawings) know
//! nothing of a site as a whole; `pages` fills the templates of a theme, `files` makes everything
//! that is not a page, `search` what a search page reads.

pub(crate) mod chart;
pub(crate) mod files;
pub(crate) mod html;
pub(crate) mod pages;
pub mod search;
pub(crate) mod typeset;
