//! Facts that do not depend on the language are the same in every language: the day of delivery, the
//! period of a part, what its figures are, its place in the order.

use super::{Check, Context};
use crate::model::{LangId, Page, Report, Side};
use crate::source::{Diagnostic, FileId, Sources, Span, codes, message};

pub(super) struct Facts;

impl Check for Facts {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let (site, sources) = (context.site, context.sources);
        let parts = site.pages.iter().flat_map(|page| of_page(page, sources));
        let covers = site.reports.iter().flat_map(|report| {
            let page = site.page(report.cover);
            of_cover(report, page, sources)
        });
        parts.chain(covers).collect()
    }
}

/// A fact as it is typed: its key, and the value if the page states it.
type Fact = (&'static str, Option<String>);

fn facts_of_side(side: &Side) -> [Fact; 4] {
    let front = &side.document.front;
    [
        ("period", front.period.clone()),
        ("status", front.status.map(|status| status.key().to_owned())),
        ("weight", front.weight.map(|weight| weight.to_string())),
        ("draft", front.is_draft.then(|| "true".to_owned())),
    ]
}

/// What a translation states otherwise than the original.
fn of_page(page: &Page, sources: &Sources) -> Vec<Diagnostic> {
    let own = facts_of_side(page.original());
    let mut found = Vec::new();
    for side in page.sides.iter().skip(1).flatten() {
        for ((key, wanted), (_, said)) in own.iter().zip(facts_of_side(side)) {
            // What only one of them states is a fact of both.
            if let (Some(wanted), Some(said)) = (wanted, said)
                && *wanted != said
            {
                let files = [page.original().document.file, side.document.file];
                found.push(differing(key, [wanted, &said], files, sources));
            }
        }
    }
    found
}

/// The day of delivery, which every cover states.
fn of_cover(report: &Report, cover: &Page, sources: &Sources) -> Vec<Diagnostic> {
    let wanted = report.original_meta().delivered;
    let mut found = Vec::new();
    for (number, meta) in (0..).zip(&report.meta).skip(1) {
        let Some(said) = meta.as_ref().map(|meta| meta.delivered) else { continue };
        let Some(side) = cover.side(LangId(number)).filter(|_| said != wanted) else { continue };
        let files = [cover.original().document.file, side.document.file];
        found.push(differing("delivered", [&wanted.iso(), &said.iso()], files, sources));
    }
    found
}

fn differing(
    key: &str,
    [own, other]: [&str; 2],
    [original, translation]: [FileId; 2],
    sources: &Sources,
) -> Diagnostic {
    Diagnostic::new(codes::FACT_DIFFERS, message!("fact-differs", key = key))
        .labelled(place_of_key(translation, key, sources), message!("quoted", words = other))
        .labelled(place_of_key(original, key, sources), message!("quoted", words = own))
        .help(message!("fact-differs.help"))
}

/// The line of the front matter that states a key; its beginning where none does.
fn place_of_key(file: FileId, key: &str, sources: &Sources) -> Span {
    let text = &sources.get(file).text;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if number > 0 && line.trim_end() == "---" {
            break;
        }
        let indent = line.len() - line.trim_start().len();
        if line[indent..].strip_prefix(key).is_some_and(|rest| rest.starts_with(':')) {
            return Span::new(file, at + indent..at + line.trim_end().len());
        }
        at += line.len();
    }
    Span::new(file, 0..0)
}
