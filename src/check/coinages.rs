//! Quoted coinages that no entry of the glossary explains.

use rayon::prelude::*;

use super::{Check, Context};
use crate::source::{Diagnostic, Span, codes, message};

pub(super) struct Coinages;

impl Check for Coinages {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        // A site without a term base is not held to it; `duizhao scan` begins one.
        if site.glossary.concepts.is_empty() {
            return Vec::new();
        }
        let coinages = site.pages.par_iter().flat_map_iter(|page| {
            let document = &page.original().document;
            site.unexplained_coinages(page).into_iter().map(move |coinage| {
                let text = document.text(coinage.text);
                let words = &text.plain[coinage.range.clone()];
                let span = Span::new(document.file, text.source_range(coinage.range.clone()));
                Diagnostic::new(
                    codes::TERM_UNEXPLAINED,
                    message!("term-unexplained", words = words),
                )
                .at(span)
                .help(message!("term-unexplained.help"))
            })
        });
        coinages.collect()
    }
}
