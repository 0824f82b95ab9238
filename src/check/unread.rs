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
        let has_pairs = site.pages.iter().any(|page| page.sides.iter().flatten().nth(1).is_some());
        if site.reports.is_empty() && !has_pairs {
            return Vec::new();
        }
        unread_languages(site).into_iter().map(|found| found.in_file(LISTED_IN)).collect()
    }
}

/// The languages of a site that nobody reads, or compares with the original.
pub(crate) fn unread_languages(site: &Site) -> Vec<Diagnostic> {
    site.languages.iter().filter_map(|language| unread(site, language)).collect()
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
    let finding = Diagnostic::new(codes::LANGUAGE_UNREAD, message);
    Some(finding.help(message!("language-unread.help")))
}
