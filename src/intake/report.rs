//! What the import of a text found, did and left, in lines for a person.

use std::fmt::{self, Write as _};

use super::cover::CoverFacts;
use super::doubts::Doubt;
use super::errata::DraftErratum;
use super::joins::Cut;
use super::pages::DraftPages;
use super::run_in::RunInHead;
use crate::model::{Day, ReceivedContent, ReceivedKind};

/// What was found, done and left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IntakeReport {
    lines: Vec<(&'static str, String)>,
    repairs: Vec<String>,
    doubts: Vec<Doubt>,
}

impl IntakeReport {
    pub(super) fn new(
        received: &ReceivedContent,
        pages: &DraftPages,
        facts: &CoverFacts,
        errata: &[DraftErratum],
        doubts: Vec<Doubt>,
        cuts: &[Cut],
        run_ins: &[RunInHead],
    ) -> Self {
        let mut lines =
            vec![("read as", received.read_as.to_owned()), ("cover", cover_line(facts))];
        lines.push(("pages", pages_line(pages)));
        lines.push(("headings", headings_line(received, pages, run_ins)));
        let joined = cuts.iter().filter(|cut| cut.is_joined);
        let (at_page, other): (Vec<&Cut>, Vec<&Cut>) = joined.partition(|cut| cut.is_at_page);
        lines.push((
            "joined",
            format!("{} across a page, {} elsewhere", at_page.len(), other.len()),
        ));
        if !pages.notes.is_empty() {
            lines.push((
                "notes",
                format!("{}, as footnotes with their own numbers", pages.notes.len()),
            ));
        }
        if !pages.terms.is_empty() {
            lines.push((
                "terms",
                format!("{} with definitions, into the glossary", pages.terms.len()),
            ));
        }
        let tables = pages.pages.iter().flat_map(|page| &page.blocks);
        let tables = tables.filter(|block| matches!(block.kind, ReceivedKind::Table(_))).count();
        if tables > 0 {
            lines.push(("tables", tables.to_string()));
        }
        let repairs = errata.iter().map(repair_line).collect();
        Self { lines, repairs, doubts }
    }

    /// How many repairs stand in `errata.yaml`.
    pub(crate) fn repairs(&self) -> usize {
        self.repairs.len()
    }

    /// How many things a person has to look at.
    pub(crate) fn doubts(&self) -> usize {
        self.doubts.len()
    }
}

impl fmt::Display for IntakeReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, said) in &self.lines {
            writeln!(f, "{name:<9} {said}")?;
        }
        for repair in &self.repairs {
            writeln!(f, "{:<9} {repair}", "repair")?;
        }
        for doubt in &self.doubts {
            match doubt.line {
                0 => writeln!(f, "{:<9} {}", "doubt", doubt.what)?,
                line => writeln!(f, "{:<9} line {line}: {}", "doubt", doubt.what)?,
            }
        }
        Ok(())
    }
}

fn cover_line(facts: &CoverFacts) -> String {
    let day = facts.delivered.map(Day::iso);
    let said = [
        ("title", facts.title.clone()),
        ("delivered", day),
        ("meeting", facts.meeting.clone()),
        ("speaker", facts.speaker.clone()),
        ("office", facts.office.clone()),
        ("issuer", facts.issuer.clone()),
        ("place", facts.place.clone()),
    ];
    let said = said.into_iter().filter_map(|(key, value)| Some(format!("{key} {}", value?)));
    said.collect::<Vec<_>>().join(", ")
}

fn pages_line(pages: &DraftPages) -> String {
    let parts = pages.pages.iter().filter(|page| page.number.is_some()).map(|page| {
        let status = page.facts.status.map(crate::model::FigureStatus::key);
        let said: Vec<&str> = page.facts.period.as_deref().into_iter().chain(status).collect();
        let said = if said.is_empty() { "no period".to_owned() } else { said.join(" ") };
        format!("{} ({said})", page.name)
    });
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { "the cover alone".to_owned() } else { parts.join(", ") }
}

fn headings_line(received: &ReceivedContent, pages: &DraftPages, run_ins: &[RunInHead]) -> String {
    let marked = |text: &str| {
        received.blocks.iter().any(|block| {
            matches!(block.kind, ReceivedKind::Heading(_)) && block.text.starts_with(text)
        })
    };
    let parts = pages.pages.iter().filter(|page| page.number.is_some()).map(|page| &*page.title);
    let inner = pages.pages.iter().flat_map(|page| &page.blocks);
    let inner = inner.filter(|block| matches!(block.kind, ReceivedKind::Heading(_)));
    let all: Vec<&str> = parts.chain(inner.map(|block| &*block.text)).collect();
    let plain = all.iter().filter(|text| !marked(text)).count();
    let split = run_ins.iter().filter(|head| head.is_split).count();
    let kept = run_ins.len() - split;
    let mut said = format!("{}, {plain} of them plain text", all.len());
    if split > 0 {
        let _ = write!(said, ", {split} set apart from their paragraphs");
    }
    if kept > 0 {
        let _ =
            write!(said, "; {kept} left in their paragraphs (`--run-in split` sets them apart)");
    }
    said
}

fn repair_line(entry: &DraftErratum) -> String {
    let shown = |text: &str| text.replace("\n\n", "⏎");
    let times = if entry.times > 1 { format!(", {} times", entry.times) } else { String::new() };
    let [_, why] = entry.why.reasons();
    format!("line {}: “{}” → “{}”{times}. {why}", entry.line, shown(&entry.was), shown(&entry.is))
}
