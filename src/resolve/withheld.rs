//! Drafts: what they hold back, and what is said of it.
//!
//! A draft holds back what lies below it: the cover its report, the page of a folder what lies in
//! the folder, each in its own language. Without its original nothing of a page is published; a
//! translation that is held back leaves its place marked. Each build names what it left out.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{INDEX, Node, ReportTree, Tree};
use crate::model::{Asset, Claims, Languages, Report, WithheldPage};
use crate::source::{Diagnostic, Message, codes, message};

/// Takes the translations that are drafts out of the nodes, and marks the nodes whose original is
/// one; both are still needed to number the parts of a report.
pub(super) fn mark_drafts(nodes: &mut BTreeMap<String, Node>) {
    let drafts: BTreeSet<(String, usize)> = nodes
        .iter()
        .flat_map(|(key, node)| {
            let documents = node.documents.iter().enumerate();
            let is_draft = documents.filter(|(_, document)| {
                document.as_ref().is_some_and(|document| document.front.draft.is_some())
            });
            is_draft.map(|(lang, _)| (key.clone(), lang))
        })
        .collect();
    if drafts.is_empty() {
        return;
    }
    for (key, node) in nodes {
        let is_draft = |lang| above(key).any(|above| drafts.contains(&(above, lang)));
        let langs: Vec<bool> = (0..node.documents.len()).map(is_draft).collect();
        if langs.first() == Some(&true) {
            // Nothing of it is published: its translations go with it.
            node.withheld.clone_from(&node.documents);
            continue;
        }
        for (lang, _) in langs.iter().enumerate().filter(|(_, is_draft)| **is_draft) {
            node.withheld[lang] = node.documents[lang].take();
        }
    }
}

/// The page itself, and those that stand for the folders it lies in. The home page stands for no
/// folder: it says nothing of what lies below.
fn above(key: &str) -> impl Iterator<Item = String> + '_ {
    let folders = key.match_indices('/').map(|(at, _)| format!("{}/{INDEX}", &key[..at]));
    folders.chain(std::iter::once(key.to_owned()))
}

/// Takes the pages out of the tree whose original is a draft, and gives all that is held back.
pub(super) fn take_drafts(tree: &mut Tree) -> Vec<WithheldPage> {
    let mut withheld = Vec::new();
    let mut is_kept = |node: &Node, report: Option<&str>| {
        if node.withheld.iter().any(Option::is_some) {
            withheld.push(WithheldPage {
                key: node.key.clone(),
                report: report.map(str::to_owned),
                number: node.number.clone(),
                documents: node.withheld.clone(),
            });
        }
        node.withheld.first().is_none_or(Option::is_none)
    };
    tree.reports.retain_mut(|ReportTree { cover, parts }| {
        let report = Some(cover.key.as_str());
        let is_published = is_kept(cover, report);
        parts.retain(|part| is_kept(part, report));
        is_published
    });
    tree.plain.retain(|node| is_kept(node, None));
    withheld
}

/// What was left out, by name: one finding for each page that is marked, but not for what is left
/// out already with the page above it.
pub(super) fn findings(withheld: &[WithheldPage], languages: &Languages) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let whole = keys_of_whole(withheld);
    let keys: BTreeSet<&str> = withheld.iter().map(|page| page.key.as_str()).collect();
    for page in withheld.iter().filter(|page| !is_below(&page.key, &whole)) {
        for language in languages {
            let Some(document) = page.document(language.id) else { continue };
            let Some(place) = document.front.draft else { continue };
            let said = what_is_left_out(page, &keys, &language.name);
            found.push(
                Diagnostic::new(codes::PAGE_WITHHELD, said)
                    .at(place)
                    .help(message!("page-withheld.help")),
            );
            if page.is_whole() {
                break;
            }
        }
    }
    found
}

/// The keys of the pages of which nothing is published.
fn keys_of_whole(withheld: &[WithheldPage]) -> BTreeSet<&str> {
    withheld.iter().filter(|page| page.is_whole()).map(|page| page.key.as_str()).collect()
}

/// Whether a path lies in the folder of one of these pages.
fn is_below(path: &str, pages: &BTreeSet<&str>) -> bool {
    path.match_indices('/').any(|(at, _)| pages.contains(&path[..at]))
}

fn what_is_left_out(page: &WithheldPage, all: &BTreeSet<&str>, language: &str) -> Message {
    let below = format!("{}/", page.key);
    let others = all.range(below.as_str()..).take_while(|key| key.starts_with(&below)).count();
    let (page_key, is_cover) = (&page.key, page.report.as_deref() == Some(&page.key));
    match (page.is_whole(), is_cover) {
        (true, true) => message!("page-withheld-report", report = page_key, parts = others),
        (true, false) => message!("page-withheld-page", page = page_key, others = others),
        (false, true) => {
            message!("page-withheld-report-side", report = page_key, language = language)
        }
        (false, false) => message!("page-withheld-side", page = page_key, language = language),
    }
}

/// Takes out what data files say of pages that are held back: it is neither right nor wrong yet.
pub(super) fn without_drafts(
    mut claims: BTreeMap<String, Claims>,
    withheld: &[WithheldPage],
) -> BTreeMap<String, Claims> {
    let whole = withheld.iter().filter(|page| page.is_whole());
    for (page, report) in whole.filter_map(|page| Some((page, page.report.as_ref()?))) {
        let Some(own) = claims.get_mut(report) else { continue };
        if page.name() == INDEX {
            claims.remove(report);
            continue;
        }
        own.figures.retain(|claim| *claim.locus.page != *page.name());
        own.exceptions.retain(|claim| *claim.locus.page != *page.name());
    }
    claims
}

/// Takes out the files that lie in the folder of a draft.
pub(super) fn without_files_of_drafts(
    mut files: Vec<Asset>,
    withheld: &[WithheldPage],
) -> Vec<Asset> {
    let whole = keys_of_whole(withheld);
    let folder = format!("{}/", Asset::FOLDER);
    let is_of_draft =
        |path: &str| path.strip_prefix(folder.as_str()).is_some_and(|file| is_below(file, &whole));
    files.retain(|file| !is_of_draft(file.path.as_str()));
    files
}

/// The same for errata and waivers of a report.
pub(super) fn without_notes_on_drafts(report: &mut Report, withheld: &[WithheldPage]) {
    let own = withheld.iter().filter(|page| page.report.as_deref() == Some(&report.key));
    let own: Vec<&WithheldPage> = own.collect();
    if own.is_empty() {
        return;
    }
    let whole = own.iter().filter(|page| page.is_whole());
    let is_on_draft = |at: &str| whole.clone().any(|page| page.has_address(at));
    report.errata.retain(|erratum| !erratum.at.as_ref().is_some_and(|at| is_on_draft(at)));
    // A waiver of a page whose translation is a draft may have nothing to waive.
    report.waivers.retain(|waiver| !own.iter().any(|page| page.name() == waiver.page));
}
