//! The forms in which tables, term bases and translations travel between programs: CSV and XML, and
//! what their cells and elements are called. Read and written here alone, so that what one side writes the
//! other reads.

pub(crate) mod cell;
pub(crate) mod html;
mod shown;
pub(crate) mod table;
pub(crate) mod tbx;
pub(crate) mod xliff;
pub mod xml;

pub(crate) use shown::{in_quotes, printable};

use crate::source::Message;

/// Why a text is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatFault {
    /// The byte of the text.
    pub(crate) at: usize,
    /// What is wrong.
    pub(crate) message: Message,
    /// How to fix it.
    pub(crate) help: Message,
}
