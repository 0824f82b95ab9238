//! A folder into a site that was read, resolved and checked.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Findings, LoadedSite, Request, Timings, address, causes, waiver};
use crate::annotate::{self, Lexicon, Lexicons};
use crate::check;
use crate::input::Inputs;
use crate::input::disk::{self, ReadError};
use crate::input::site_toml::{self, Config};
use crate::model::{FrontMatter, Language, Site};
use crate::parse;
use crate::publish::{files, html, pages};
use crate::resolve::{self, ParsedPage, RouteSource, RowsFrom, Surroundings};
use crate::source::{Diagnostic, FileId, Severity, Sources};

/// Reads, parses, resolves and checks a site.
pub fn load(request: &Request) -> Result<LoadedSite, ReadError> {
    let mut sources = Sources::default();
    let mut found = Vec::new();
    let mut timings = Timings::default();
    let config = disk::config(&request.root, request.config.as_deref(), &mut sources)?
        .into_value(&mut found);
    let Some(mut config) = config.filter(|_| !has_fatal(&found)) else {
        let findings = Findings::new(found, None, &sources);
        return Ok(LoadedSite { sources, config: None, site: None, findings, timings });
    };
    if let Some(url) = &request.base_url {
        config.base_url = site_toml::base_url(url);
    }
    config.languages = config.languages.read_by(annotate::NUMERALS);
    let inputs = timings
        .measure("read", || disk::inputs(&request.root, &config, &mut sources))?
        .into_value(&mut found);
    let theme = inputs.theme.clone();
    let (site, unread) = understand(request, &config, inputs, &sources, &mut found, &mut timings);
    let checked = timings.measure("check", || {
        let context = check::Context {
            site: &site,
            sources: &sources,
            is_code_language: &html::is_known_language,
        };
        waiver::apply_waivers(&site, &sources, check::run(&context))
    });
    found.extend(checked.kept);
    let mut found = causes::without_effects(found, &unread, &sources);
    address::add_addresses(&mut found, &site);
    let mut findings = Findings::new(found, Some(&config), &sources);
    findings.waived = checked.count;
    Ok(LoadedSite { sources, config: Some(config), site: Some((site, theme)), findings, timings })
}

fn has_fatal(found: &[Diagnostic]) -> bool {
    found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// Documents into a site, with the covers that could not be read.
fn understand(
    request: &Request,
    config: &Config,
    inputs: Inputs,
    sources: &Sources,
    found: &mut Vec<Diagnostic>,
    timings: &mut Timings,
) -> (Site, Vec<FileId>) {
    let lexicons = lexicons(config, &inputs);
    let parsed: Vec<_> = timings.measure("parse and annotate", || {
        inputs
            .documents
            .par_iter()
            .map(|input| {
                let language = config.languages.get(input.lang);
                let mut document =
                    parse::parse_document(sources.get(input.file), input.lang, language.script);
                document.value.annotations = annotate::annotate_document(
                    &document.value,
                    language.numerals,
                    config.currency,
                );
                // Terms are those of reports, which lie in folders.
                if input.key.contains('/') {
                    document.value.terms = lexicons.find_in(&document.value, input.lang);
                }
                (input.key.clone(), document)
            })
            .collect()
    });
    let parsed: Vec<ParsedPage> = parsed
        .into_iter()
        .map(|(key, document)| ParsedPage { key, document: document.into_value(found).into() })
        .collect();
    let mut around = Surroundings {
        rows_from: RowsFrom::Marks,
        errata: inputs.errata.into_iter().collect(),
        waivers: inputs.waivers.into_iter().collect(),
        received: BTreeMap::new(),
        catalogue: inputs.catalogue,
        glossary: inputs.glossary,
        claims: inputs.claims.into_iter().collect(),
        unreadable: inputs.unreadable,
        lock: inputs.lock,
        assets: inputs.assets,
        has_drafts: request.has_drafts,
    };
    if request.covers_every_report {
        let covers = parsed.iter().filter(|parsed| parsed.document.front.report.is_some());
        for folder in covers.filter_map(|parsed| parsed.key.strip_suffix("/_index")) {
            around.claims.entry(folder.to_owned()).or_default();
        }
    }
    for document in parsed.iter().map(|parsed| (&parsed.key, &parsed.document)) {
        received(request, document.0, &document.1.front, &mut around, found);
    }
    let covers = parsed.iter().filter(|page| causes::is_unread_cover(page));
    let unread = covers.map(|page| page.document.file).collect();
    let site = timings
        .measure("resolve", || resolve::site(parsed, around, config, &route_sources()))
        .into_value(found);
    (site, unread)
}

/// The forms of the term base in each language; nothing where there are no terms.
fn lexicons(config: &Config, inputs: &Inputs) -> Lexicons {
    if inputs.glossary.is_empty() {
        return Lexicons::default();
    }
    let of = |language: &Language| {
        let wordings = inputs.glossary.iter().map(|claim| claim.concept.wording(language.id));
        Lexicon::new(wordings, language.numerals)
    };
    Lexicons::new(config.languages.iter().map(of).collect())
}

/// Reads the text as received that a cover names.
fn received(
    request: &Request,
    key: &str,
    front: &FrontMatter,
    around: &mut Surroundings,
    found: &mut Vec<Diagnostic>,
) {
    let source = front.report.as_ref().and_then(|report| report.source.as_ref());
    let Some((source, file)) = source.and_then(|s| Some((s, s.file.as_ref()?))) else { return };
    let Some(folder) = key.strip_suffix("/_index") else { return };
    match disk::received(&request.root, &format!("content/{folder}/{file}")) {
        Ok(received) => drop(around.received.insert(folder.to_owned(), received)),
        Err(diagnostic) => found.push(diagnostic.at(source.span)),
    }
}

/// Everything that publishes something: pages first, then what is made of the list so far.
fn route_sources() -> Vec<&'static dyn RouteSource> {
    let pages = pages::PAGE_KINDS.iter().map(|kind| *kind as &dyn RouteSource);
    let others: [&dyn RouteSource; 2] = [&files::DataFiles, &files::Assets];
    let exports = files::ALL.iter().map(|export| *export as &dyn RouteSource);
    pages.chain(others).chain(exports).collect()
}
