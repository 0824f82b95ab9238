//! Findings that somebody looked at and found to be right as they are.

use super::LangMap;
use crate::source::Span;

/// An entry of `waivers.yaml`: this one finding, at this one place, is no fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Waiver {
    /// The code of the finding: `number.missing`.
    pub(crate) code: String,
    /// The page without language and folder: `1-review`.
    pub(crate) page: String,
    /// The address of the paragraph: `s1.2-p3`.
    pub(crate) at: String,
    /// The words of either language that the finding marks, exactly.
    pub(crate) quote: String,
    /// Why it is no fault, in each language.
    pub(crate) reason: LangMap,
    /// Where the file says so.
    pub(crate) span: Span,
}
