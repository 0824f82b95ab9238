//! A document's blocks and texts into HTML.
//!
//! The only place where HTML is made from text. Everything is escaped; what an author wrote as
//! HTML never comes here.

mod block;
mod escape;
mod highlight;
mod text;

pub(crate) use block::{FigureLink, RenderedSide, SideRenderer, Words, code_block};
pub(crate) use escape::{escape, escape_attribute, escaped};
pub(crate) use highlight::{Highlights, is_known as is_known_language};
pub(crate) use text::{marked_run, plain_run};
