//! What TBX-Basic calls things, in its two forms (ISO 30042:2008 and 2019).
//!
//! Both forms have the same data categories and the same order; they differ in the names of the
//! elements around them.

/// The names of the elements in one form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TbxForm {
    /// The whole file.
    pub(crate) root: &'static str,
    /// What is said of the file.
    pub(crate) header: &'static str,
    /// What is said of one concept.
    pub(crate) concept: &'static str,
    /// What one language calls it.
    pub(crate) language: &'static str,
    /// One term.
    pub(crate) term: &'static str,
}

/// The form of 2019, in DCA style.
pub(crate) const CURRENT: TbxForm = TbxForm {
    root: "tbx",
    header: "tbxHeader",
    concept: "conceptEntry",
    language: "langSec",
    term: "termSec",
};

/// The form of 2008, which most tools read.
pub(crate) const OLDER: TbxForm = TbxForm {
    root: "martif",
    header: "martifHeader",
    concept: "termEntry",
    language: "langSet",
    term: "tig",
};

/// The namespace of the form of 2019.
pub(crate) const NAMESPACE: &str = "urn:iso:std:iso:30042:ed-2";

/// Whether a term is to be used.
pub(crate) const STATUS: &str = "administrativeStatus";
/// The term to be used.
pub(crate) const PREFERRED: &str = "preferredTerm-admn-sts";
/// A term that may be used.
pub(crate) const ADMITTED: &str = "admittedTerm-admn-sts";
/// A term not to be used.
pub(crate) const DEPRECATED: &str = "deprecatedTerm-admn-sts";
/// A term no longer used.
pub(crate) const SUPERSEDED: &str = "supersededTerm-admn-sts";

/// What sort of term it is.
pub(crate) const TERM_TYPE: &str = "termType";
/// Another form of a term: shorter, inflected, in another order.
pub(crate) const VARIANT: &str = "variant";

/// The field a concept belongs to; its kind here.
pub(crate) const SUBJECT_FIELD: &str = "subjectField";
/// What a concept is.
pub(crate) const DEFINITION: &str = "definition";
/// Where something comes from.
pub(crate) const SOURCE: &str = "source";
/// Another concept of the file.
pub(crate) const CROSS_REFERENCE: &str = "crossReference";
/// A page elsewhere.
pub(crate) const EXTERNAL: &str = "externalCrossReference";

/// How a note begins that says how a term is read aloud; TBX-Basic has no category for it.
pub(crate) const PINYIN: &str = "Pinyin: ";
