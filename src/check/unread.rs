//! What is not compared, because nobody taught the program to read a language: said once for each
//! language, never found out by the absence of findings.

use super::{Check, Context};
use crate::model::{Language, Site};
use crate::source::{Diagnostic, codes, message};

/// Where the languages of a site are listed.
const LISTED_IN: &str = "site.toml";

pub(super) struct UnreadLanguages;

impl Check for UnreadLanguages {
    fn run(&self, context: &Context) -> Vec<Diagnostic> {
        let site = context.site;
        // Numbers are read in reports alone.
        if site.reports.is_empty() {
            return Vec::new();
        }
        site.languages.iter().filter_map(|language| unread(site, language)).collect()
    }
}

/// What is not done for a language of a site.
fn unread(site: &Site, language: &Language) -> Option<Diagnostic> {
    let original = site.languages.original();
    let name = &language.name;
    let message = if language.numerals.is_none() {
        message!("language-unread", language = name)
    } else if language.id != original.id
        && original.numerals.is_some()
        && original.comparison(language).is_none()
    {
        message!("language-unread-pair", language = name, original = &original.name)
    } else {
        return None;
    };
    Some(
        Diagnostic::new(codes::LANGUAGE_UNREAD, message)
            .in_file(LISTED_IN)
            .help(message!("language-unread.help")),
    )
}
