//! What was meant by a reference that leads nowhere.
//!
//! All pages are resolved first, side by side; then each name that leads nowhere is looked for
//! once among those there are, however many links have it.

use std::collections::{BTreeMap, HashMap};

use super::reference::Index;
use crate::model::{PageId, Place, ReportId, Site};
use crate::source::{Diagnostic, Message, Suggestions, message};

/// What was found at a reference, and what may be proposed instead.
#[derive(Debug)]
pub(super) struct UnresolvedName {
    /// The finding, with the help that holds if nothing is near.
    pub(super) finding: Diagnostic,
    /// What to look for; nothing if there is nothing to propose.
    pub(super) wanted: Option<UnknownName>,
}

/// A name that is not known.
#[derive(Debug)]
pub(super) struct UnknownName {
    /// What it should be a name of.
    pub(super) among: Among,
    /// The name as it was typed.
    pub(super) typed: String,
    /// What stands before and after it in a link.
    pub(super) around: (&'static str, String),
}

/// What a name should be a name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Among {
    Reports,
    Pages,
    Assets,
    Terms,
    /// The addresses of a report.
    Addresses(ReportId),
    /// The addresses of a page.
    Anchors(PageId),
}

impl UnresolvedName {
    /// A finding without anything to look for.
    pub(super) fn without_proposal(finding: Diagnostic) -> Self {
        Self { finding, wanted: None }
    }
}

/// The findings, with proposals where something is near.
pub(super) fn findings(
    site: &Site,
    index: &Index,
    all: impl Iterator<Item = UnresolvedName>,
) -> Vec<Diagnostic> {
    let addresses = |page| ids(site, page);
    let mut owned: BTreeMap<Among, Vec<String>> = BTreeMap::new();
    let all: Vec<UnresolvedName> = all.collect();
    for wanted in all.iter().filter_map(|unresolved| unresolved.wanted.as_ref()) {
        owned.entry(wanted.among).or_insert_with(|| match wanted.among {
            Among::Addresses(report) => site.report(report).pages().flat_map(addresses).collect(),
            Among::Anchors(page) => addresses(page),
            Among::Reports => site.reports.iter().map(|report| report.key.clone()).collect(),
            Among::Pages => site.pages.iter().map(|page| page.key.clone()).collect(),
            Among::Assets => site.assets.iter().map(|a| a.path.as_str().to_owned()).collect(),
            Among::Terms => index.terms.all_names().map(str::to_owned).collect(),
        });
    }
    let known: BTreeMap<Among, KnownNames> =
        owned.iter().map(|(among, names)| (*among, KnownNames::new(*among, names))).collect();
    let finding = |UnresolvedName { finding, wanted }: UnresolvedName| {
        let help = wanted.and_then(|wanted| known[&wanted.among].nearest_known(&wanted));
        finding.help_if(help)
    };
    all.into_iter().map(finding).collect()
}

/// The ids of a page's addresses, in order, each with the author's own of the same heading.
fn ids(site: &Site, page: PageId) -> Vec<String> {
    let page = site.page(page);
    let pairs = (0..page.pairs.len()).filter(|pair| page.pairs[*pair].address.is_some());
    pairs
        .flat_map(|pair| {
            let address = page.address(Place::Pair(pair)).1;
            std::iter::once(address).chain(page.own_id(pair).map(str::to_owned))
        })
        .collect()
}

/// Names that are known.
struct KnownNames<'a> {
    suggestions: Suggestions<'a>,
    /// The last address of each section; of a report alone.
    last: HashMap<&'a str, &'a str>,
}

impl<'a> KnownNames<'a> {
    fn new(among: Among, names: &'a [String]) -> Self {
        let names = names.iter().map(String::as_str);
        let last = match among {
            Among::Addresses(_) => names.clone().map(|id| (section(id), id)).collect(),
            _ => HashMap::new(),
        };
        Self { suggestions: Suggestions::new(names), last }
    }

    fn nearest_known(&self, wanted: &UnknownName) -> Option<Message> {
        // The nearest address of the same section is a better guess than one that only looks alike.
        if let Some(last) = self.last.get(section(&wanted.typed)) {
            return Some(message!("link-broken-address.last", last = *last));
        }
        let near = self.suggestions.nearest(&wanted.typed)?;
        let near = if wanted.among == Among::Assets { near.strip_prefix("files/")? } else { near };
        let (before, after) = &wanted.around;
        Some(message!("did-you-mean", name = format!("{before}{near}{after}")))
    }
}

/// The section of an address: `s1.2` of `s1.2-p3`.
fn section(address: &str) -> &str {
    address.split("-p").next().unwrap_or(address)
}
