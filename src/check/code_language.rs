//! Fenced code that names a language nobody knows.

use super::Check;
use crate::html::is_known_language;
use crate::model::{BlockContent, Site};
use crate::source::{Diagnostic, Sources, codes};

pub(super) struct CodeLanguage;

impl Check for CodeLanguage {
    fn run(&self, site: &Site, _sources: &Sources) -> Vec<Diagnostic> {
        let sides = site.pages.iter().flat_map(|page| page.sides.iter().flatten());
        sides
            .flat_map(|side| &side.document.blocks)
            .filter_map(|block| match &block.content {
                BlockContent::Code { language, .. } if !is_known_language(language) => Some(
                    Diagnostic::new(
                        codes::LANGUAGE_CODE,
                        format!("`{language}` is no language that can be highlighted"),
                    )
                    .at(block.span, "shown plain")
                    .help("name a known language such as `python`, `r`, `json` or `bash`, or none"),
                ),
                _ => None,
            })
            .collect()
    }
}
