//! A site into files.
//!
//! `typeset` (rules of setting), `html` (texts into markup) and `chart` (numbers into drawings) know
//! nothing of a site as a whole; `pages` fills the templates of a theme, `files` makes everything
//! that is not a page, `search` what a search page reads.

pub mod chart;
pub mod files;
pub mod html;
pub mod pages;
pub mod search;
pub mod typeset;
