//! All documents into a [`Site`].
//!
//! 1. `tree` groups files into pages, finds the reports, orders and numbers their parts;
//! 2. `align` sets the blocks of the original and of its translations beside each other;
//! 3. `footnotes` are numbered through each report; `frozen` gives them the addresses that were confirmed;
//! 4. `statistics` sets the claims of figures against the text;
//! 5. `glossary` makes concepts of the entries of the term base;
//! 6. `reference` resolves links, images and references to terms, and `proposal` looks for what
//!    was meant by those that lead nowhere;
//! 7. `glossary` again: which words mean a concept, and which become links;
//! 8. `routes` asks every kind what of it is published, and where.

mod footnotes;
mod frozen;
mod glossary;
mod proposal;
mod reference;
mod routes;
mod statistics;
mod tree;
mod withheld;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(crate) use glossary::plain_reading;
pub use glossary::unstated_reading;

pub(crate) use routes::RouteSource;
pub(crate) use statistics::{Naming, NumeralName, is_clause_border, number_beside};

use rayon::prelude::*;

use crate::align;
pub(crate) use crate::align::RowsFrom;
use crate::input::site_toml::Config;
use crate::lock;
use crate::model::{
    Anchors, Asset, Catalogue, Claims, ConceptClaim, Document, Errata, Form, FormId, Glossary,
    LangId, Languages, Lock, Page, PageId, ReceivedText, Report, ReportId, Routes, Side, Site,
    Statistics, Waiver,
};
use crate::source::{Diagnosed, Diagnostic, codes, message};

/// A parsed file and where it belongs.
#[derive(Debug, Clone)]
pub(crate) struct ParsedPage {
    /// Its path in `content` without language and ending.
    pub(crate) key: String,
    /// The document.
    pub(crate) document: Arc<Document>,
}

/// What else a site is made of.
#[derive(Debug, Default)]
pub(crate) struct Surroundings {
    /// Whether rows of several blocks must be stated.
    pub(crate) rows_from: RowsFrom,
    /// Errata by the folder they lie in.
    pub(crate) errata: BTreeMap<String, Errata>,
    /// Findings that are no faults, by the folder they are said in.
    pub(crate) waivers: BTreeMap<String, Vec<Waiver>>,
    /// Received texts by the folder of their report.
    pub(crate) received: BTreeMap<String, ReceivedText>,
    /// What is measured.
    pub(crate) catalogue: Catalogue,
    /// The term base.
    pub(crate) glossary: Vec<ConceptClaim>,
    /// Claims of figures by the folder of their report.
    pub(crate) claims: BTreeMap<String, Claims>,
    /// Keys of pages of which a file could not be read; nothing is said of what they lack.
    pub(crate) unreadable: BTreeSet<String>,
    /// What was confirmed; nothing where the site does not ask for it.
    pub(crate) lock: Option<Lock>,
    /// Files beside the pages.
    pub(crate) assets: Vec<Asset>,
    /// Whether pages marked as drafts are published.
    pub(crate) has_drafts: bool,
}

/// Resolves everything. `sources` say what is published, in the order in which it is listed.
pub(crate) fn site(
    parsed: Vec<ParsedPage>,
    around: Surroundings,
    config: &Config,
    sources: &[&dyn RouteSource],
) -> Diagnosed<Site> {
    let mut diagnostics = Vec::new();
    let languages = &config.languages;
    let mut known = around.unreadable.clone();
    known.extend(parsed.iter().map(|parsed| parsed.key.clone()));
    let tree = tree::build(parsed, languages, &around).into_value(&mut diagnostics);
    let Surroundings { mut errata, mut waivers, mut received, lock, .. } = around;
    let mut pages: Vec<Page> = Vec::new();
    for node in tree.plain {
        pages.push(new_page(pages.len(), node, None));
    }
    let mut reports = Vec::new();
    for (number, found) in tree.reports.into_iter().enumerate() {
        let mut report = new_report(number, found, &mut pages);
        let errata = errata.remove(&report.key).unwrap_or_default();
        (report.errata, report.has_faulty_errata) = (errata.entries, errata.has_faults);
        report.waivers = waivers.remove(&report.key).unwrap_or_default();
        report.received = received.remove(&report.key);
        withheld::without_notes_on_drafts(&mut report, &tree.withheld);
        reports.push(report);
    }
    align_pages(&mut pages, languages, around.rows_from, lock.as_ref(), &mut diagnostics);
    footnotes::number_footnotes(&mut pages, &reports);
    if let Some(lock) = &lock {
        frozen::apply_lock(&mut pages, lock, &known, &mut diagnostics);
    }
    pages.par_iter_mut().for_each(|page| complete(page, languages));
    let mut site = Site {
        title: config.title.clone(),
        description: config.description.clone(),
        base_url: config.base_url.clone(),
        has_feed: config.has_feed,
        has_sitemap: config.has_sitemap,
        has_robots: config.has_robots,
        has_search: config.has_search,
        languages: languages.clone(),
        forms: site_forms(languages),
        pages,
        reports,
        assets: withheld::without_files_of_drafts(around.assets, &tree.withheld),
        withheld: tree.withheld,
        statistics: Statistics::default(),
        glossary: Glossary::default(),
        routes: Routes::default(),
        lock,
        extra: config.extra.clone(),
    };
    site.statistics =
        statistics::statistics(&site, around.catalogue, around.claims, config.figures)
            .into_value(&mut diagnostics);
    site.glossary = glossary::glossary(&site, around.glossary).into_value(&mut diagnostics);
    resolve_references(&mut site, &mut diagnostics);
    place_terms(&mut site);
    site.routes = routes::collect_routes(&site, sources);
    let is_draft = |folder: &String| site.withheld.iter().any(|page| page.key == *folder);
    errata.retain(|folder, _| !is_draft(folder));
    waivers.retain(|folder, _| !is_draft(folder));
    diagnostics.extend(stray_errata(errata));
    diagnostics.extend(stray_waivers(waivers));
    Diagnosed { value: site, diagnostics }
}

/// Adds to a page what follows from its pairs and their addresses.
fn complete(page: &mut Page, languages: &Languages) {
    page.anchors = Anchors::of(page);
    page.untranslated = align::untranslated(page, languages);
    page.sentence_links = align::align_sentences(page);
}

/// A report, whose pages are added to the others.
fn new_report(number: usize, found: tree::ReportTree, pages: &mut Vec<Page>) -> Report {
    let id = ReportId(u32::try_from(number).unwrap_or(u32::MAX));
    let key = found.cover.key.clone();
    let meta = found.cover.meta();
    let mut add = |node| {
        let page = new_page(pages.len(), node, Some(id));
        let id = page.id;
        pages.push(page);
        id
    };
    let cover = add(found.cover);
    let parts = found.parts.into_iter().map(add).collect();
    let (received, errata, waivers) = (None, Vec::new(), Vec::new());
    let has_faulty_errata = false;
    Report { id, key, cover, parts, meta, received, errata, has_faulty_errata, waivers }
}

fn new_page(number: usize, node: tree::Node, report: Option<ReportId>) -> Page {
    Page {
        id: PageId(u32::try_from(number).unwrap_or(u32::MAX)),
        key: node.key,
        role: node.role,
        is_authored: node.is_authored,
        is_folder: node.is_folder,
        report,
        number: node.number,
        sides: node
            .documents
            .into_iter()
            .map(|document| {
                document.map(|document| Side { document, targets: Vec::new(), terms: Vec::new() })
            })
            .collect(),
        pairs: Vec::new(),
        sentence_links: Vec::new(),
        footnotes: Vec::new(),
        aliases: Vec::new(),
        anchors: Anchors::default(),
        unconfirmed: BTreeMap::new(),
        untranslated: BTreeMap::new(),
    }
}

fn align_pages(
    pages: &mut [Page],
    languages: &Languages,
    rows_from: RowsFrom,
    lock: Option<&Lock>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let align = |page: &Page| {
        let confirmed = |lang: LangId| {
            lock.map_or_else(Vec::new, |lock| lock::confirmed_blocks(page, lock, lang))
        };
        align::align_page(page, languages, rows_from, &confirmed)
    };
    let aligned: Vec<_> = pages.par_iter().map(align).collect();
    for (page, aligned) in pages.iter_mut().zip(aligned) {
        let aligned = aligned.into_value(diagnostics);
        page.pairs = aligned.pairs;
        page.footnotes = aligned.footnotes;
    }
}

fn resolve_references(site: &mut Site, diagnostics: &mut Vec<Diagnostic>) {
    let index = reference::Index::new(site);
    let resolved: Vec<_> =
        site.pages.par_iter().map(|page| reference::page(page, site, &index)).collect();
    let (targets, broken): (Vec<_>, Vec<_>) = resolved.into_iter().unzip();
    diagnostics.extend(proposal::findings(site, &index, broken.into_iter().flatten()));
    drop(index);
    for (page, targets) in site.pages.iter_mut().zip(targets) {
        for (side, targets) in page.sides.iter_mut().zip(targets) {
            if let Some(side) = side {
                side.targets = targets;
            }
        }
    }
}

/// Sets down where each term stands.
fn place_terms(site: &mut Site) {
    for found in glossary::stand(site) {
        let page = &mut site.pages[found.page.0 as usize];
        for (side, links) in page.sides.iter_mut().zip(found.links) {
            if let Some(side) = side {
                side.terms = links;
            }
        }
        for (concept, occurrence) in found.occurrences {
            site.glossary.occurrences[concept.0 as usize].push(occurrence);
        }
    }
}

/// 中文, 对照, English: the original, then each translation beside it and alone.
fn site_forms(languages: &Languages) -> Vec<Form> {
    let original = languages.original();
    let mut forms = vec![(original.code.clone(), vec![LangId::ORIGINAL])];
    for language in languages.iter().skip(1) {
        let both = format!("{}-{}", original.code, language.code);
        forms.push((both, vec![LangId::ORIGINAL, language.id]));
        forms.push((language.code.clone(), vec![language.id]));
    }
    forms
        .into_iter()
        .enumerate()
        .map(|(number, (folder, langs))| Form {
            id: FormId(u8::try_from(number).unwrap_or(u8::MAX)),
            folder,
            langs,
        })
        .collect()
}

/// The same of waivers.
fn stray_waivers(waivers: BTreeMap<String, Vec<Waiver>>) -> Vec<Diagnostic> {
    let first = waivers.into_values().filter_map(|waivers| waivers.into_iter().next());
    first
        .map(|waiver| {
            Diagnostic::new(codes::DATA_UNREAD, message!("data-unread-waivers"))
                .at(waiver.span)
                .help(message!("data-unread-beside-cover"))
        })
        .collect()
}

/// Errata beside something that is no report would never be looked at.
fn stray_errata(errata: BTreeMap<String, Errata>) -> Vec<Diagnostic> {
    errata
        .into_iter()
        .filter_map(|(folder, errata)| {
            let first = errata.entries.first()?;
            Some(
                Diagnostic::new(codes::DATA_UNREAD, message!("data-unread-errata"))
                    .at(first.span)
                    .help(message!("data-unread-errata.help", folder = folder)),
            )
        })
        .collect()
}
