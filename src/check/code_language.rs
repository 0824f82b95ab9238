//! Fenced code that names a language nobody knows.

use super::{Check, Context};
use crate::model::BlockContent;
use crate::source::{Diagnostic, codes};

pub(super) struct CodeLanguage;

impl Check for CodeLanguage {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        let is_known = context.is_code_language;
        let sides = site.pages.iter().flat_map(|page| page.sides.iter().flatten());
        sides
            .flat_map(|side| side.document.all_blocks())
            .filter_map(|block| match &block.content {
                BlockContent::Code { language, .. } if !is_known(language) => Some(
                    Diagnostic::new(
                        codes::LANGUAGE_CODE,
                        format!("`{language}` is no language that can be highlighted"),
                    )
                    .labelled(block.span, "shown plain")
                    .help("name a known language such as `python`, `r`, `json` or `bash`, or none"),
                ),
                _ => None,
            })
            .collect()
    }
}
