//! A site into findings. One file for each check, one line in [`ALL`].
//!
//! What makes a site impossible to build (structure, broken links, unreadable files) is found
//! while it is resolved; a check looks at the finished whole.

pub(crate) mod agreement;
mod clash;
mod code_language;
mod coinages;
mod confirmed;
mod facts;
pub(crate) mod fidelity;
mod figures;
mod glossary;
mod ledger;
pub(crate) mod length;
pub mod numbers;
pub(crate) mod output;
mod provenance;
pub(crate) mod scan;
pub(crate) mod terms;
pub(crate) mod unread;
pub(crate) mod untranslated;

use rayon::prelude::*;

use crate::model::Site;
use crate::source::{Diagnostic, Sources};

/// What a check may look at.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The site.
    pub(crate) site: &'a Site,
    /// The texts it was made of.
    pub(crate) sources: &'a Sources,
    /// Whether code in a language of this name can be highlighted.
    pub(crate) is_code_language: &'a (dyn Fn(&str) -> bool + Sync),
}

/// A question asked of a site.
pub(crate) trait Check: Sync {
    /// What is found. Severities are set later, from `site.toml`.
    fn run(&self, context: &Context) -> Vec<Diagnostic>;
}

/// Every check.
pub(crate) const ALL: &[&dyn Check] = &[
    &agreement::Agreement,
    &clash::Clash,
    &code_language::CodeLanguage,
    &coinages::Coinages,
    &confirmed::Confirmations,
    &facts::Facts,
    &fidelity::Fidelity,
    &figures::Figures,
    &glossary::Glossary,
    &ledger::Ledger,
    &length::Length,
    &provenance::Provenance,
    &terms::Terms,
    &unread::UnreadLanguages,
    &untranslated::UntranslatedParagraphs,
];

/// Runs all checks.
pub(crate) fn run(context: &Context) -> Vec<Diagnostic> {
    ALL.par_iter().flat_map_iter(|check| check.run(context)).collect()
}
