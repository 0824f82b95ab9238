//! Fenced code that names a language nobody knows.

use super::{Check, Context};
use crate::model::BlockContent;
use crate::source::{Diagnostic, codes, message};

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
                        message!("language-code", name = language.as_str()),
                    )
                    .labelled(block.span, message!("language-code.label"))
                    .help(message!("language-code.help")),
                ),
                _ => None,
            })
            .collect()
    }
}
