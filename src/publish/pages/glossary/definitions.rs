//! What the terms of a report mean: one file for each report, a classic script, which a page loads when
//! its reader first asks for a term. A page itself names its terms and their renderings alone.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;

use super::overview::linked;
use crate::model::{ConceptId, OutputFile, Report, SitePath};
use crate::publish::pages::Renderer;
use crate::source::fingerprint;

/// The global that the file sets: an object of what is known of each term, by its id.
const GLOBAL: &str = "duizhaoTerms";

/// What a card shows of a term beside its names.
#[derive(Serialize)]
struct TermDefinition<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    pinyin: &'a str,
    /// How often it stands in the original.
    count: usize,
    /// What it is, as HTML, by language code.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    definition: BTreeMap<&'a str, String>,
}

impl Renderer<'_> {
    /// The file of each report of the site; nothing for one that links no term.
    pub(in crate::publish::pages) fn all_definitions(&self) -> Vec<Option<OutputFile>> {
        self.site.reports.par_iter().map(|report| self.definitions_of(report)).collect()
    }

    fn definitions_of(&self, report: &Report) -> Option<OutputFile> {
        let sides = report.pages().flat_map(|page| self.site.page(page).sides.iter().flatten());
        let concepts: BTreeSet<ConceptId> = sides.flat_map(linked).collect();
        if concepts.is_empty() {
            return None;
        }
        let definitions: BTreeMap<&str, TermDefinition> =
            concepts.into_iter().map(|id| self.definition_of(id)).collect();
        let mut bytes = format!("{GLOBAL}=").into_bytes();
        serde_json::to_writer(&mut bytes, &definitions).expect("names and texts go into JSON");
        bytes.extend_from_slice(b"\n");
        let path = SitePath::new(format!("assets/terms.{}.js", fingerprint::short(&bytes)));
        Some(OutputFile { path, bytes })
    }

    fn definition_of(&self, id: ConceptId) -> (&str, TermDefinition<'_>) {
        let concept = self.site.glossary.concept(id);
        let definition = self
            .site
            .languages
            .iter()
            .filter_map(|language| {
                let words = concept.definition.get(&language.code)?;
                Some((language.code.as_str(), self.term_base_html(language.id, words)))
            })
            .collect();
        let count = self.terms.counts[id.0 as usize];
        (&concept.id, TermDefinition { pinyin: &concept.reading.pinyin, count, definition })
    }
}
