//! Typesetting rules: where a line may not break, where it should, what belongs together.
//!
//! A pure function of the plain characters of a text. The source is never touched: `html` writes
//! what is found here around the characters, in the same pass as the author's marks.

mod han;
mod latin;

use std::ops::Range;

use crate::model::Script;

/// Something the setting of a text asks for. Offsets are bytes of the plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TypesetRange {
    /// Where.
    pub(crate) range: Range<usize>,
    /// What.
    pub(crate) kind: TypesetKind,
}

/// What the setting asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TypesetKind {
    /// Words of the other script: they get their own `lang`.
    Foreign,
    /// No line break inside.
    NoBreak,
    /// A full-width mark followed by another one: its empty half may be cut.
    HalfMark,
    /// A line may break here. Zero-width.
    Break,
    /// A blank at which no line may break.
    Glue,
}

/// What kind of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextKind {
    /// A paragraph or a cell.
    Body,
    /// A heading: it breaks at the edges of clauses.
    Heading,
}

/// The settings of a text, by start; longer ones first, none crossing another.
pub(crate) fn settings(plain: &str, script: Script, kind: TextKind) -> Vec<TypesetRange> {
    let mut settings = match script {
        Script::Han => han::settings(plain, kind),
        Script::Latin => latin::settings(plain, kind),
    };
    settings.sort_by_key(|s| (s.range.start, std::cmp::Reverse(s.range.end), s.kind));
    settings
}

fn setting(range: Range<usize>, kind: TypesetKind) -> TypesetRange {
    TypesetRange { range, kind }
}
