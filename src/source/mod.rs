//! Places in a user's files, and what is found there.
//!
//! Everything that has a place in a file the user wrote is a [`Diagnostic`]; only the
//! environment (a disk that cannot be read) raises an error.

mod code;
mod diagnostic;
mod file;
pub(crate) mod fingerprint;
mod lines;
mod message;
mod suggest;

pub use code::codes;
pub use diagnostic::Severity;
pub use file::{SourceFile, Sources};

pub(crate) use code::{ALL as ALL_CODES, Code, Entry as CodeEntry, code};
pub(crate) use diagnostic::{Diagnosed, Diagnostic, Label};
pub(crate) use file::{FileId, Placed, Position, Span, character_border};
pub(crate) use message::{Argument, Locale, Message, message};
pub(crate) use suggest::{Suggestions, nearest};
