//! Quoted coinages that no term explains, as entries for `glossary.yaml`.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::ops::Range;

use super::{Proposal, in_quotes};
use crate::model::{Coinage, LangId, Page, Site, quotations};

/// How many characters of context stand on each side of a coinage.
const CONTEXT: usize = 12;

/// An entry for every quoted coinage of the wanted pages that the glossary does not explain, in
/// text order, each once. A comment shows where it stands and what the translation puts in
/// quotation marks there.
pub(crate) fn unexplained(site: &Site, is_wanted: &dyn Fn(&Page) -> bool) -> Proposal {
    let mut proposal = Proposal::default();
    let mut seen = HashSet::new();
    let pages = site.pages.iter().filter(|page| page.report.is_some() && is_wanted(page));
    for page in pages {
        for coinage in site.unexplained_coinages(page) {
            let document = &page.original().document;
            let plain = &document.text(coinage.text).plain;
            let words = &plain[coinage.range.clone()];
            if !seen.insert(words.to_owned()) {
                continue;
            }
            if proposal.yaml.is_empty() {
                proposal.yaml.push_str("# content/glossary.yaml\n");
            }
            proposal.count += 1;
            propose_entry(&mut proposal, site, page, &coinage, plain);
        }
    }
    proposal
}

fn propose_entry(
    proposal: &mut Proposal,
    site: &Site,
    page: &Page,
    coinage: &Coinage,
    plain: &str,
) {
    let yaml = &mut proposal.yaml;
    let words = &plain[coinage.range.clone()];
    let _ = writeln!(yaml, "- id: todo-{}", proposal.count);
    let (address, _) = page.address(coinage.place);
    let _ = writeln!(yaml, "  # {address}: {}", excerpt_around(plain, &coinage.range));
    let _ = writeln!(yaml, "  {}: \"{}\"", site.languages.original().code, in_quotes(words));
    for language in site.languages.iter().skip(1) {
        let said = renderings(page, coinage, language.id);
        if !said.is_empty() {
            let _ = writeln!(yaml, "  # in quotation marks there: {}", said.join(" | "));
        }
        let _ = writeln!(yaml, "  {}: todo", language.code);
    }
    yaml.push_str("  kind: concept\n");
}

/// A little of the text on both sides of a coinage, on one line.
fn excerpt_around(plain: &str, range: &Range<usize>) -> String {
    let before = &plain[..range.start];
    let start = before.char_indices().rev().take(CONTEXT).last().map_or(range.start, |(at, _)| at);
    let end = plain[range.end..]
        .char_indices()
        .nth(CONTEXT)
        .map_or(plain.len(), |(at, _)| range.end + at);
    plain[start..end].replace(['\n', '\r'], " ")
}

/// What a translation puts in quotation marks at the same place.
fn renderings(page: &Page, coinage: &Coinage, lang: LangId) -> Vec<String> {
    let Some(side) = page.side(lang) else { return Vec::new() };
    let texts = page.texts(coinage.place, lang);
    let quotes = texts.into_iter().flat_map(|text| {
        let plain = &side.document.text(text).plain;
        quotations(plain).into_iter().map(|range| {
            // American usage puts the comma inside.
            let words = plain[range].trim_end_matches([',', '.', ';']);
            words.replace(['\n', '\r'], " ")
        })
    });
    quotes.take(8).collect()
}
