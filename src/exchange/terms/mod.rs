//! Lists of terms that others made, merged into the term base: a pure function from the present
//! text of `glossary.yaml` and the text of a list to the new text and a report.
//!
//! 1. `columns` reads a table, `tbx` a term base: both give a `TermList`;
//! 2. `recognise` finds the entry each term of the list belongs to, or begins a new one;
//! 3. `merge` adds what an entry lacks, and finds where the two contradict each other (for its words
//!    in a language, `wording`);
//! 4. `edit` rewrites the lines that changed, in the words of `entry`.
//!
//! The new text is read again before it is handed out: it says what was merged, or it is refused.

mod columns;
mod edit;
mod entry;
mod id;
mod list;
mod merge;
mod recognise;
mod report;
mod tbx;
mod wording;

use std::iter;

use crate::exchange::formats::FormatFault;
use crate::input::glossary;
use crate::model::{ConceptClaim, Languages, Subject};
use crate::source::{Diagnostic, FileId, SourceFile, Span, codes, message};

use entry::Entry;
pub(crate) use report::TermReport;

/// The term base as it is.
#[derive(Clone, Copy)]
pub struct PresentTermBase<'a> {
    /// The text of `glossary.yaml`, byte for byte; empty where there is none.
    pub text: &'a str,
    /// What it says.
    pub entries: &'a [ConceptClaim],
    /// The file, for findings.
    pub file: FileId,
    /// The languages of the site.
    pub languages: &'a Languages,
    /// The places of the site.
    pub areas: &'a [Subject],
    /// How a Chinese term is read where nobody says so; nothing where that is not certain.
    pub reading: &'a dyn Fn(&str) -> Option<String>,
}

/// What a list is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table.
    Csv,
    /// TBX-Basic, in either form.
    Tbx,
}

impl Format {
    /// The format of a file of this name; nothing for others.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "tbx" => Some(Self::Tbx),
            _ => None,
        }
    }
}

/// Whose words are kept where both say something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Those of the site.
    Ours,
    /// Those of the list.
    Theirs,
}

/// The term base with a list merged into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedTermBase {
    /// The new text of `glossary.yaml`; the present one where nothing changed.
    pub text: String,
    /// What became of each term of the list.
    pub report: TermReport,
}

/// Merges a list into the term base; a finding if the list or the term base cannot be used.
pub fn merge(
    present: &PresentTermBase,
    list: &SourceFile,
    format: Format,
    keep: Keep,
) -> Result<MergedTermBase, Diagnostic> {
    let read = match format {
        Format::Csv => columns::read_columns(&list.text, present.languages),
        Format::Tbx => tbx::read_tbx(&list.text, present.languages),
    };
    let terms = read.map_err(|fault| unusable_list(list, fault))?;
    let blocks = edit::entry_ranges(present.text);
    let lines = blocks.iter().map(|block| &present.text[block.clone()]).chain(iter::repeat(""));
    let mut entries: Vec<Entry> =
        present.entries.iter().zip(lines).map(|(claim, own)| Entry::of_site(claim, own)).collect();
    let mut report = TermReport::new(list, terms.unread.clone());
    let places = recognise::recognise_places(&terms.entries, &mut entries, present, &mut report);
    merge::all(&terms.entries, &places, &mut entries, present, keep, &mut report);
    let text = edit::rewrite(present, &entries)
        .ok_or_else(|| not_line_by_line(Span::new(present.file, 0..0)))?;
    verify(&text, &entries, present)?;
    for entry in &entries {
        report.report_entry(entry);
    }
    Ok(MergedTermBase { text, report })
}

fn unusable_list(list: &SourceFile, fault: FormatFault) -> Diagnostic {
    let length = list.text[fault.at..].chars().next().map_or(0, char::len_utf8);
    Diagnostic::new(codes::IMPORT_LIST, fault.message)
        .at(Span::new(list.id, fault.at..fault.at + length))
        .help(fault.help)
}

fn not_line_by_line(span: Span) -> Diagnostic {
    Diagnostic::new(codes::IMPORT_REWRITE, message!("import-rewrite"))
        .at(span)
        .help(message!("import-rewrite.help"))
}

/// Whether the new text says what was merged. It is made from lines, and YAML can write one thing
/// in ways that lines do not show.
fn verify(text: &str, entries: &[Entry], present: &PresentTermBase) -> Result<(), Diagnostic> {
    let read = glossary::concepts(text, present.file, present.languages);
    let mut said = read.value.into_iter();
    for entry in entries {
        let span = entry.claim.concept.span;
        let is_same = said.next().is_some_and(|mut claim| {
            claim.concept.span = span;
            claim == entry.claim
        });
        if !is_same {
            return Err(not_line_by_line(span));
        }
    }
    Ok(())
}
