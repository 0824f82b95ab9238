//! Links and images as written into what they lead to.

use std::collections::{HashMap, HashSet};

use super::glossary::Names;
use crate::model::{
    BlockContent, Document, Page, PageId, Place, Reference, ReferenceKind, Report, Side, Site,
    SitePath, Target,
};
use crate::source::{Diagnosed, Diagnostic, codes, nearest};

/// What can be linked to. Looked up by name; never iterated for anything that is seen outside.
pub(super) struct Index {
    /// Pages by key.
    pages: HashMap<String, PageId>,
    /// For each report, where each address is, those that were given up among them.
    addresses: Vec<HashMap<String, Addressed>>,
    /// Published places of files beside pages.
    assets: HashSet<String>,
    /// Terms by what they may be called.
    terms: Names,
}

/// What an id of a report leads to.
struct Addressed {
    page: PageId,
    /// The id that is in use.
    id: String,
    /// The address as shown.
    shown: String,
}

impl Index {
    pub(super) fn new(site: &Site) -> Self {
        Self {
            pages: site.pages.iter().map(|page| (page.key.clone(), page.id)).collect(),
            addresses: site.reports.iter().map(|report| addresses(site, report)).collect(),
            assets: site.assets.iter().map(|asset| asset.path.as_str().to_owned()).collect(),
            terms: Names::new(&site.glossary),
        }
    }
}

fn addresses(site: &Site, report: &Report) -> HashMap<String, Addressed> {
    let mut all = HashMap::new();
    for page in report.pages().map(|id| site.page(id)) {
        let at = |pair: usize| {
            let (shown, id) = page.address(Place::Pair(pair));
            Addressed { page: page.id, id, shown }
        };
        for alias in &page.aliases {
            all.insert(alias.id.clone(), at(alias.pair));
        }
        let pairs = (0..page.pairs.len()).filter(|pair| page.pairs[*pair].address.is_some());
        all.extend(pairs.map(|pair| (at(pair).id, at(pair))));
    }
    all
}

/// Resolves the references of every side of a page; ids given twice are found on the way.
pub(super) fn page(page: &Page, site: &Site, index: &Index) -> Diagnosed<Vec<Vec<Target>>> {
    let mut diagnostics = Vec::new();
    let targets = page
        .sides
        .iter()
        .map(|side| {
            let Some(Side { document, .. }) = side else { return Vec::new() };
            duplicate_ids(page, document, &mut diagnostics);
            let resolver = Resolver { page, site, index };
            let references = document.references.iter();
            references.map(|reference| resolver.target(reference, &mut diagnostics)).collect()
        })
        .collect();
    Diagnosed { value: targets, diagnostics }
}

/// An id of the author's that another heading or an address of the page already has.
fn duplicate_ids(page: &Page, document: &Document, diagnostics: &mut Vec<Diagnostic>) {
    let lang = document.lang;
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
                    format!("`{id}` is already an address of this page"),
                )
                .at(block.span, "")
                .at(first, "first here")
                .help(
                    "give one of the two another id, or none: sections are numbered by themselves",
                ),
            );
        }
    }
}

struct Resolver<'a> {
    page: &'a Page,
    site: &'a Site,
    index: &'a Index,
}

impl Resolver<'_> {
    fn target(&self, reference: &Reference, diagnostics: &mut Vec<Diagnostic>) -> Target {
        let found = self.find(reference);
        found.unwrap_or_else(|diagnostic| {
            diagnostics.push(*diagnostic);
            Target::Broken
        })
    }

    fn term(&self, reference: &Reference) -> Result<Target, Box<Diagnostic>> {
        let called = reference.destination.as_str();
        self.index.terms.find(called).map(Target::Term).ok_or_else(|| {
            let near = self.index.terms.nearest(called);
            let unknown =
                Diagnostic::new(codes::TERM_UNKNOWN, format!("no term is called `{called}`"));
            let help = near.map_or_else(
                || "add it to `glossary.yaml`, or write the words without brackets".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            Box::new(unknown.at(reference.span, "").help(help))
        })
    }

    fn find(&self, reference: &Reference) -> Result<Target, Box<Diagnostic>> {
        let destination = reference.destination.as_str();
        if reference.kind == ReferenceKind::Term {
            return self.term(reference);
        }
        let scheme = destination.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| {
            !scheme.is_empty()
                && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        });
        if let Some(scheme) = scheme {
            return Self::external(reference, scheme);
        }
        if destination.starts_with("//") {
            return Err(refused(reference, "an address without its scheme").into());
        }
        if reference.kind == ReferenceKind::Image {
            return self.asset(reference, destination);
        }
        if let Some(address) = destination.strip_prefix('@').filter(|rest| !rest.starts_with('/')) {
            return self.address(reference, address);
        }
        if let Some(fragment) = destination.strip_prefix('#') {
            return self.anchor(reference, self.page.id, fragment);
        }
        let (path, fragment) = destination.split_once('#').unwrap_or((destination, ""));
        if has_page_ending(path) {
            return self.page(reference, path, fragment);
        }
        self.asset(reference, path)
    }

    fn external(reference: &Reference, scheme: &str) -> Result<Target, Box<Diagnostic>> {
        let is_image = reference.kind == ReferenceKind::Image;
        let is_allowed =
            ["http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str());
        if is_allowed && !is_image {
            return Ok(Target::External(reference.destination.clone()));
        }
        Err(refused(reference, if is_image { "an image on another host" } else { "this scheme" })
            .into())
    }

    /// `@s2.3-p4` in the same report, `@other-report#s2.3-p4` in another.
    fn address(&self, reference: &Reference, written: &str) -> Result<Target, Box<Diagnostic>> {
        let (report, address) = match written.split_once('#') {
            Some((key, address)) => (self.site.reports.iter().find(|r| r.key == key), address),
            None => (self.page.report.map(|id| self.site.report(id)), written),
        };
        let Some(report) = report else {
            let keys = self.site.reports.iter().map(|report| report.key.as_str());
            let name = written.split('#').next().unwrap_or(written);
            let near = nearest(name, keys).map(|near| format!("did you mean `@{near}#{address}`?"));
            return Err(broken(reference, "there is no such report")
                .help("write `@report#address`, with the name of the report's folder")
                .help_if(near)
                .into());
        };
        let known = &self.index.addresses[report.id.0 as usize];
        match known.get(address) {
            Some(Addressed { page, id, shown }) => {
                Ok(Target::Page { page: *page, anchor: id.clone(), shown: shown.clone() })
            }
            None => Err(self.no_address(reference, address, report).into()),
        }
    }

    fn no_address(&self, reference: &Reference, address: &str, report: &Report) -> Diagnostic {
        // The nearest address of the same section is a better guess than one that only looks alike.
        let all: Vec<String> = report
            .pages()
            .map(|id| self.site.page(id))
            .flat_map(|page| {
                let ids = page.pairs.iter().filter_map(|pair| pair.address);
                ids.map(|address| address.id(&page.number))
            })
            .collect();
        let section = address.split("-p").next().unwrap_or(address);
        let last = all.iter().rev().find(|id| id.split("-p").next() == Some(section));
        let help = match last {
            Some(last) => format!("the last address of that section is `@{last}`"),
            None => match nearest(address, all.iter().map(String::as_str)) {
                Some(near) => format!("did you mean `@{near}`?"),
                None => "an address is section and paragraph, `@s2.3-p4`".to_owned(),
            },
        };
        broken(reference, &format!("there is no `{address}` in this report")).help(help)
    }

    /// A page by its file, seen from this one or, with `@/` or `/`, from the content folder.
    fn page(
        &self,
        reference: &Reference,
        path: &str,
        fragment: &str,
    ) -> Result<Target, Box<Diagnostic>> {
        let Some(file) = self.seen_from_here(path) else {
            return Err(outside(reference).into());
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
            self.index.pages.get(key).or_else(|| self.index.pages.get(&format!("{key}/index")));
        match page {
            Some(page) => self.anchor(reference, *page, fragment),
            None => {
                let keys = self.site.pages.iter().map(|page| page.key.as_str());
                let near = nearest(key, keys).map(|near| format!("did you mean `@/{near}.md`?"));
                Err(broken(reference, "there is no such page")
                    .help("write the path of a Markdown file, seen from this one, or from `content` with `@/` before it")
                    .help_if(near)
                    .into())
            }
        }
    }

    fn anchor(
        &self,
        reference: &Reference,
        page: PageId,
        anchor: &str,
    ) -> Result<Target, Box<Diagnostic>> {
        let target = self.site.page(page);
        if !anchor.is_empty() {
            let address = target.pair_at(anchor).map(|pair| target.address(Place::Pair(pair)));
            let is_own_id = target.original().document.blocks.iter().any(
                |block| matches!(&block.content, BlockContent::Heading { id: Some(id), .. } if id == anchor),
            );
            match address {
                Some((now, id)) => return Ok(Target::Page { page, anchor: id, shown: now }),
                None if is_own_id => {}
                None => {
                    let all: Vec<_> = target
                        .pairs
                        .iter()
                        .filter_map(|pair| Some(pair.address?.id(&target.number)))
                        .collect();
                    let near = nearest(anchor, all.iter().map(String::as_str));
                    return Err(broken(
                        reference,
                        &format!("there is no `#{anchor}` on that page"),
                    )
                    .help_if(near.map(|near| format!("did you mean `#{near}`?")))
                    .into());
                }
            }
        }
        Ok(Target::Page { page, anchor: anchor.to_owned(), shown: String::new() })
    }

    fn asset(&self, reference: &Reference, path: &str) -> Result<Target, Box<Diagnostic>> {
        let Some(file) = self.seen_from_here(path) else {
            return Err(outside(reference).into());
        };
        let path = format!("files/{file}");
        if self.index.assets.contains(&path) {
            return Ok(Target::Asset(SitePath::new(path)));
        }
        let all = self.site.assets.iter().map(|asset| asset.path.as_str());
        let near =
            nearest(&path, all).and_then(|near| near.strip_prefix("files/").map(str::to_owned));
        Err(broken(reference, "there is no such file")
            .help(
                "a page is linked by its Markdown file, any other file by its path beside this one",
            )
            .help_if(near.map(|near| format!("did you mean `@/{near}`?")))
            .into())
    }

    /// A path as written, seen from the content folder; nothing if it leaves the folder.
    fn seen_from_here(&self, path: &str) -> Option<String> {
        let decoded = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
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

fn broken(reference: &Reference, message: &str) -> Diagnostic {
    let label = format!("leads to `{}`", reference.destination);
    Diagnostic::new(codes::LINK_BROKEN, message).at(reference.span, label)
}

fn refused(reference: &Reference, what: &str) -> Diagnostic {
    Diagnostic::new(codes::LINK_SCHEME, format!("{what} is not allowed"))
        .at(reference.span, format!("leads to `{}`", reference.destination))
        .help("use a file of the site, or an `https:`, `http:` or `mailto:` link")
}

fn outside(reference: &Reference) -> Diagnostic {
    Diagnostic::new(codes::PATH_OUTSIDE, "this link leaves the content folder")
        .at(reference.span, format!("leads to `{}`", reference.destination))
        .help("copy the file into `content` and link to it there")
}
