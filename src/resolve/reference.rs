//! Links and images as written into what they lead to.

use std::collections::{HashMap, HashSet};

use super::glossary::Names;
use super::proposal::{Among, UnknownName, UnresolvedName};
use crate::model::{
    Asset, BlockContent, Document, Page, PageId, Place, Reference, ReferenceKind, Report, ReportId,
    Side, Site, Target, same_address,
};
use crate::source::{Diagnostic, Message, codes, message};

/// Where a reference leads, or what is wrong with it.
type Resolution = Result<Target, Box<UnresolvedName>>;

/// What can be linked to. Looked up by name; never iterated for anything that is seen outside.
pub(super) struct Index<'a> {
    /// Pages by key.
    pages: HashMap<&'a str, PageId>,
    /// For each report, on which page each address is, those that were given up among them.
    addresses: Vec<HashMap<&'a str, PageId>>,
    /// Reports by key.
    reports: HashMap<&'a str, ReportId>,
    /// Published places of files beside pages.
    assets: HashSet<&'a str>,
    /// Terms by what they may be called.
    pub(super) terms: Names,
}

impl<'a> Index<'a> {
    pub(super) fn new(site: &'a Site) -> Self {
        Self {
            pages: site.pages.iter().map(|page| (page.key.as_str(), page.id)).collect(),
            addresses: site.reports.iter().map(|report| addresses(site, report)).collect(),
            reports: site.reports.iter().rev().map(|report| (&*report.key, report.id)).collect(),
            assets: site.assets.iter().map(|asset| asset.path.as_str()).collect(),
            terms: Names::new(&site.glossary),
        }
    }
}

fn addresses<'a>(site: &'a Site, report: &Report) -> HashMap<&'a str, PageId> {
    let pages = report.pages().map(|id| site.page(id));
    pages.flat_map(|page| page.anchors.ids().map(|id| (id, page.id))).collect()
}

/// Resolves the references of every side of a page, and gives those that lead nowhere; ids given
/// twice are found on the way.
pub(super) fn page(
    page: &Page,
    site: &Site,
    index: &Index,
) -> (Vec<Vec<Target>>, Vec<UnresolvedName>) {
    let mut unresolved = Vec::new();
    let targets = page
        .sides
        .iter()
        .map(|side| {
            let Some(Side { document, .. }) = side else { return Vec::new() };
            unresolved.extend(
                duplicate_ids(page, document).into_iter().map(UnresolvedName::without_proposal),
            );
            let resolver = Resolver { page, site, index };
            let references = document.references.iter();
            references.map(|reference| resolver.target_of(reference, &mut unresolved)).collect()
        })
        .collect();
    (targets, unresolved)
}

/// An id of the author's that another heading or an address of the page already has.
fn duplicate_ids(page: &Page, document: &Document) -> Vec<Diagnostic> {
    let lang = document.lang;
    let mut diagnostics = Vec::new();
    let mut seen: HashMap<String, crate::source::Span> = HashMap::new();
    for (number, pair) in page.pairs.iter().enumerate() {
        if let (Some(address), Some(span)) = (pair.address, page.span(Place::Pair(number), lang)) {
            seen.insert(address.id(&page.number), span);
        }
    }
    for block in &document.blocks {
        let BlockContent::Heading { id: Some(id), .. } = &block.content else { continue };
        if let Some(first) = seen.insert(id.clone(), block.span) {
            diagnostics.push(
                Diagnostic::new(
                    codes::ADDRESS_DUPLICATE,
                    message!("address-duplicate-id", address = id),
                )
                .at(block.span)
                .labelled(first, message!("address-duplicate-id.first"))
                .help(message!("address-duplicate-id.help")),
            );
        }
    }
    diagnostics
}

struct Resolver<'a> {
    page: &'a Page,
    site: &'a Site,
    index: &'a Index<'a>,
}

impl Resolver<'_> {
    fn target_of(&self, reference: &Reference, unresolved: &mut Vec<UnresolvedName>) -> Target {
        let found = self.resolution_of(reference);
        found.unwrap_or_else(|broken| {
            unresolved.push(*broken);
            Target::Broken
        })
    }

    fn term_reference(&self, reference: &Reference) -> Resolution {
        let called = reference.destination.as_str();
        self.index.terms.concept_called(called).map(Target::Term).ok_or_else(|| {
            let finding =
                Diagnostic::new(codes::TERM_UNKNOWN, message!("term-unknown-name", name = called))
                    .at(reference.span)
                    .help(message!("term-unknown-name.help"));
            wanted(finding, Among::Terms, called, ("", String::new()))
        })
    }

    fn resolution_of(&self, reference: &Reference) -> Resolution {
        let destination = reference.destination.as_str();
        if reference.kind == ReferenceKind::Term {
            return self.term_reference(reference);
        }
        let scheme = destination.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| {
            !scheme.is_empty()
                && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        });
        if let Some(scheme) = scheme {
            return Self::external(reference, scheme);
        }
        if destination.starts_with("//") {
            return Err(refused_link(reference, message!("link-scheme-missing")));
        }
        if reference.kind == ReferenceKind::Image {
            return self.asset_reference(reference, destination);
        }
        if let Some(address) = destination.strip_prefix('@').filter(|rest| !rest.starts_with('/')) {
            return self.report_address(reference, address);
        }
        if let Some(fragment) = destination.strip_prefix('#') {
            return self.anchor(reference, self.page.id, fragment);
        }
        let (path, fragment) = destination.split_once('#').unwrap_or((destination, ""));
        if has_page_ending(path) {
            return self.page(reference, path, fragment);
        }
        self.asset_reference(reference, path)
    }

    fn external(reference: &Reference, scheme: &str) -> Resolution {
        let is_image = reference.kind == ReferenceKind::Image;
        let is_allowed =
            ["http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str());
        if is_allowed && !is_image {
            return Ok(Target::External(reference.destination.clone()));
        }
        let message =
            if is_image { message!("link-scheme-image") } else { message!("link-scheme-other") };
        Err(refused_link(reference, message))
    }

    /// `@s2.3-p4` in the same report, `@other-report#s2.3-p4` in another.
    fn report_address(&self, reference: &Reference, written: &str) -> Resolution {
        let (report, address) = match written.split_once('#') {
            Some((key, address)) => (self.index.reports.get(&*same_address(key)).copied(), address),
            None => (self.page.report, written),
        };
        let Some(report) = report else {
            let name = written.split('#').next().unwrap_or(written);
            if self.is_draft(&same_address(name)) {
                return Err(to_draft(reference));
            }
            let finding = broken(reference, message!("link-broken-report"))
                .help(message!("link-broken-report.help"));
            return Err(wanted(finding, Among::Reports, name, ("@", format!("#{address}"))));
        };
        let page = self.index.addresses[report.0 as usize].get(&*same_address(address));
        page.and_then(|page| self.addressed(*page, address)).ok_or_else(|| {
            if self.is_on_draft(report, address) {
                return to_draft(reference);
            }
            let finding = broken(reference, message!("link-broken-address", address = address))
                .help(message!("link-broken-address.help"));
            wanted(finding, Among::Addresses(report), address, ("@", String::new()))
        })
    }

    /// A pair of a page by its id, which may be one that was given up.
    fn addressed(&self, page: PageId, id: &str) -> Option<Target> {
        let target = self.site.page(page);
        let (shown, anchor) = target.address(Place::Pair(target.pair_at(&same_address(id))?));
        Some(Target::Page { page, anchor, shown })
    }

    /// A page by its file, seen from this one or, with `@/` or `/`, from the content folder.
    fn page(&self, reference: &Reference, path: &str, fragment: &str) -> Resolution {
        let Some(file) = self.seen_from_here(path) else {
            return Err(outside(reference));
        };
        let stem = file.strip_suffix(".md").unwrap_or(&file);
        let languages = &self.site.languages;
        let key = match stem.rsplit_once('.') {
            Some((key, code)) if languages.find(code).is_some() => key,
            _ => stem,
        };
        let key = match key.strip_suffix("_index") {
            Some("") => "",
            Some(folder) => folder.trim_end_matches('/'),
            None => key,
        };
        let page =
            self.index.pages.get(key).or_else(|| self.index.pages.get(&*format!("{key}/index")));
        match page {
            Some(page) => self.anchor(reference, *page, fragment),
            None if self.is_draft(key) => Err(to_draft(reference)),
            None => {
                let finding = broken(reference, message!("link-broken-page"))
                    .help(message!("link-broken-page.help"));
                Err(wanted(finding, Among::Pages, key, ("@/", ".md".to_owned())))
            }
        }
    }

    /// Whether a page of this key is held back.
    fn is_draft(&self, key: &str) -> bool {
        self.site.withheld.iter().any(|page| page.is_whole() && page.key == key)
    }

    /// Whether an address would lie on a page of the report that is held back.
    fn is_on_draft(&self, report: ReportId, address: &str) -> bool {
        let key = &self.site.report(report).key;
        let mut drafts = self.site.withheld.iter().filter(|page| page.is_whole());
        drafts.any(|page| page.report.as_ref() == Some(key) && page.has_address(address))
    }

    fn anchor(&self, reference: &Reference, page: PageId, anchor: &str) -> Resolution {
        if let Some(target) = self.addressed(page, anchor) {
            return Ok(target);
        }
        let own = self.site.page(page).anchors.own(anchor);
        if anchor.is_empty() || own.is_some() {
            let anchor = own.unwrap_or_default().to_owned();
            return Ok(Target::Page { page, anchor, shown: String::new() });
        }
        let finding = broken(reference, message!("link-broken-anchor", anchor = anchor));
        Err(wanted(finding, Among::Anchors(page), anchor, ("#", String::new())))
    }

    fn asset_reference(&self, reference: &Reference, path: &str) -> Resolution {
        let Some(file) = self.seen_from_here(path) else {
            return Err(outside(reference));
        };
        let path = Asset::path_of(&file);
        if self.index.assets.contains(path.as_str()) {
            return Ok(Target::Asset(path));
        }
        let finding =
            broken(reference, message!("link-broken-file")).help(message!("link-broken-file.help"));
        Err(wanted(finding, Among::Assets, path.as_str(), ("@/", String::new())))
    }

    /// A path as written, seen from the content folder; nothing if it leaves the folder.
    fn seen_from_here(&self, path: &str) -> Option<String> {
        let decoded = same_address(path);
        let rooted = decoded.strip_prefix("@/").or_else(|| decoded.strip_prefix('/'));
        let mut at: Vec<&str> = match rooted {
            Some(_) => Vec::new(),
            None => self.folder().split('/').filter(|part| !part.is_empty()).collect(),
        };
        for part in rooted.unwrap_or(&decoded).split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    at.pop()?;
                }
                part => at.push(part),
            }
        }
        Some(at.join("/"))
    }

    /// The folder of this page's files.
    fn folder(&self) -> &str {
        if self.page.is_folder {
            return &self.page.key;
        }
        self.page.key.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

fn has_page_ending(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending == "md")
}

fn broken(reference: &Reference, message: Message) -> Diagnostic {
    Diagnostic::new(codes::LINK_BROKEN, message).labelled(reference.span, leads_to(reference))
}

fn leads_to(reference: &Reference) -> Message {
    message!("link-leads-to", destination = &reference.destination)
}

fn wanted(
    finding: Diagnostic,
    among: Among,
    typed: &str,
    around: (&'static str, String),
) -> Box<UnresolvedName> {
    let wanted = UnknownName { among, typed: typed.to_owned(), around };
    Box::new(UnresolvedName { finding, wanted: Some(wanted) })
}

/// A link to what is not published yet: not a fault, but it cannot lead there.
fn to_draft(reference: &Reference) -> Box<UnresolvedName> {
    let finding = Diagnostic::new(codes::PAGE_WITHHELD, message!("page-withheld-link"))
        .labelled(reference.span, leads_to(reference));
    Box::new(UnresolvedName::without_proposal(finding))
}

fn refused_link(reference: &Reference, message: Message) -> Box<UnresolvedName> {
    let finding = Diagnostic::new(codes::LINK_SCHEME, message)
        .labelled(reference.span, leads_to(reference))
        .help(message!("link-scheme-allowed"));
    Box::new(UnresolvedName::without_proposal(finding))
}

fn outside(reference: &Reference) -> Box<UnresolvedName> {
    let finding = Diagnostic::new(codes::PATH_OUTSIDE, message!("path-outside-reference"))
        .labelled(reference.span, leads_to(reference))
        .help(message!("path-outside-reference.help"));
    Box::new(UnresolvedName::without_proposal(finding))
}
