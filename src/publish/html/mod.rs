//! A document's blocks and texts into HTML.
//!
//! The only place where HTML is made from text. Everything is escaped; what an author wrote as
//! HTML never comes here.

mod block;
mod escape;
mod highlight;
mod text;

pub use block::{FigureLink, Rendered, RenderedSide, SideRenderer, Words, code_block};
pub use escape::{attribute, escape, escaped};
pub use highlight::{Highlights, is_known as is_known_language};
pub use text::{marked_run, plain_run};
