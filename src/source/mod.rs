//! Places in a user's files, and what is found there.
//!
//! Everything that has a place in a file the user wrote is a [`Diagnostic`]; only the
//! environment (a disk that cannot be read) raises an error.

mod code;
mod diagnostic;
mod file;
pub mod fingerprint;
mod lines;
mod message;
mod suggest;

pub use code::codes;
pub use code::{ALL as ALL_CODES, Code, Entry as CodeEntry, code};
pub use diagnostic::{Diagnosed, Diagnostic, Label, Severity};
pub use file::{FileId, Placed, Position, SourceFile, Sources, Span, character_border};
pub(crate) use message::message;
pub use message::{Argument, Locale, Message};
pub use suggest::{Suggestions, nearest};
