//! The forms in which tables and term bases travel between programs: CSV and XML, and what their
//! cells and elements are called. Read and written here alone, so that what one side writes the
//! other reads.

pub mod cell;
pub mod table;
pub mod tbx;
pub mod xml;

/// Why a text is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The byte of the text.
    pub at: usize,
    /// What is wrong: one clause, lower case.
    pub message: String,
    /// How to mend it.
    pub help: &'static str,
}
