//! The rendered site, read once more as a browser would read it from the disk.
//!
//! Each page is reduced to what it offers (ids) and what it asks for (addresses) as soon as it is
//! rendered; when all are there, every address is followed. One fault of a template stands on
//! thousands of pages: it is one finding, with their number, at the place that wrote it.

mod facts;
mod origin;

use std::collections::{BTreeMap, HashMap};

use crate::source::{Code, Diagnostic, Message, Span, codes, message, nearest};

pub(crate) use facts::{PageFacts, facts};
pub(crate) use origin::Origins;

/// The pages of a site by their path.
pub(crate) type Pages = BTreeMap<String, PageFacts>;

/// What is wrong with an address.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Fault {
    /// It leads out of the site.
    Leaves,
    /// There is no such file; where it would lie.
    NoFile(String),
    /// There is no such place on the page it leads to.
    NoPlace(String, String),
    /// The browser would ask another host for it.
    Foreign,
    /// Not an address: an id that stands twice on a page.
    Repeated,
}

/// The pages on which one fault stands.
#[derive(Debug)]
struct Sighting {
    /// The address or the id, as it stands on the first of them.
    words: String,
    fault: Fault,
    origin: Vec<Span>,
    first: String,
    pages: usize,
}

/// Follows every address of every page.
pub(crate) fn follow_links(pages: &Pages, origins: Origins) -> Vec<Diagnostic> {
    let mut faults =
        Faults { origins, written: HashMap::new(), known: HashMap::new(), all: Vec::new() };
    let base_url = origins.base_url;
    // What an address leads to is the same for all pages of a folder.
    let mut folder = "";
    let mut followed: HashMap<&str, Option<Fault>> = HashMap::new();
    for (path, facts) in pages {
        let own = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if own != folder {
            folder = own;
            followed.clear();
        }
        for pair in facts.ids.windows(2).filter(|pair| pair[0] == pair[1]) {
            faults.add_fault(path, &pair[0], Fault::Repeated);
        }
        let loads = facts.loads.iter().map(|href| (href, true));
        for (href, is_load) in facts.links.iter().map(|href| (href, false)).chain(loads) {
            let fault = match href.strip_prefix('#') {
                Some(id) => place_fault(path, facts, id),
                None => followed
                    .entry(href)
                    .or_insert_with(|| fault_of(pages, path, href, is_load, base_url))
                    .clone(),
            };
            if let Some(fault) = fault {
                faults.add_fault(path, href, fault);
            }
        }
    }
    faults.all.iter().map(|one| to_diagnostic(one, pages)).collect()
}

/// The faults found so far, each with the pages on which it stands.
struct Faults<'a> {
    origins: Origins<'a>,
    /// What wrote an address (no) or an id (yes), looked for once.
    written: HashMap<(String, bool), Vec<Span>>,
    /// By what wrote it or, where that is not known, by what it leads to.
    known: HashMap<(Vec<Span>, Option<Fault>), usize>,
    all: Vec<Sighting>,
}

impl Faults<'_> {
    fn add_fault(&mut self, path: &str, words: &str, fault: Fault) {
        let is_id = fault == Fault::Repeated;
        let origins = self.origins;
        let look_up = || {
            let address = || origins.of_address(words).into_iter().collect();
            if is_id { origins.of_id(words) } else { address() }
        };
        let origin = self.written.entry((words.to_owned(), is_id)).or_insert_with(look_up).clone();
        let by_fault = origin.is_empty().then(|| fault.clone());
        let next = self.all.len();
        let number = *self.known.entry((origin.clone(), by_fault)).or_insert(next);
        if number == next {
            let (words, first) = (words.to_owned(), path.to_owned());
            self.all.push(Sighting { words, fault, origin, first, pages: 0 });
        }
        self.all[number].pages += 1;
    }
}

/// Whether a page lacks the place with this id, which is written as in an address.
fn place_fault(path: &str, facts: &PageFacts, id: &str) -> Option<Fault> {
    let id = percent_encoding::percent_decode_str(id).decode_utf8_lossy();
    let is_there = id.is_empty() || facts.has_id(&id);
    (!is_there).then(|| Fault::NoPlace(path.to_owned(), id.into_owned()))
}

/// What is wrong with an address seen from a page.
fn fault_of(
    pages: &Pages,
    path: &str,
    href: &str,
    is_load: bool,
    base_url: Option<&str>,
) -> Option<Fault> {
    if href.starts_with("data:") {
        return None;
    }
    if is_absolute(href) {
        let is_own = base_url.is_some_and(|base| href.starts_with(base));
        return (is_load && !is_own).then_some(Fault::Foreign);
    }
    let (target, fragment) = href.split_once('#').unwrap_or((href, ""));
    let target = target.split('?').next().unwrap_or(target);
    let file = if target.is_empty() { Some(path.to_owned()) } else { resolve(path, target) };
    let Some(file) = file else { return Some(Fault::Leaves) };
    match pages.get(&file) {
        Some(facts) => place_fault(&file, facts, fragment),
        None => Some(Fault::NoFile(file)),
    }
}

fn to_diagnostic(one: &Sighting, pages: &Pages) -> Diagnostic {
    let Sighting { words, fault, origin, first, pages: count } = one;
    let on = || message!("output-on", count = *count, first = first.as_str());
    let (code, message) = message(fault, words);
    let mut diagnostic = Diagnostic::new(code, message);
    for (number, span) in origin.iter().enumerate() {
        let label = if number == 0 { on() } else { message!("output-on.second") };
        diagnostic = diagnostic.labelled(*span, label);
    }
    if origin.is_empty() {
        diagnostic = diagnostic.in_file(first.as_str());
    }
    let near = match fault {
        Fault::NoFile(file) => nearest(file, pages.keys().map(String::as_str)),
        Fault::NoPlace(page, id) => {
            pages.get(page).and_then(|facts| nearest(id, facts.ids.iter().map(String::as_str)))
        }
        _ => None,
    };
    let help = match (near, fault) {
        (Some(near), _) => message!("output-link.nearest", near = near),
        (None, Fault::Foreign) => message!("output-foreign.help"),
        (None, Fault::Repeated) => message!("output-id.help"),
        (None, _) => message!("output-link.help"),
    };
    diagnostic.help(if origin.is_empty() {
        message!("output-on.help", help = help, on = on())
    } else {
        help
    })
}

fn message(fault: &Fault, words: &str) -> (Code, Message) {
    match fault {
        Fault::Leaves => (codes::OUTPUT_LINK, message!("output-link-leaves", link = words)),
        Fault::NoFile(_) => (codes::OUTPUT_LINK, message!("output-link-file", link = words)),
        Fault::NoPlace(..) => (codes::OUTPUT_LINK, message!("output-link-place", link = words)),
        Fault::Foreign => (codes::OUTPUT_FOREIGN, message!("output-foreign", address = words)),
        Fault::Repeated => (codes::OUTPUT_ID, message!("output-id", id = words)),
    }
}

fn is_absolute(href: &str) -> bool {
    href.starts_with("//")
        || href.split_once(':').is_some_and(|(scheme, _)| {
            !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// The file a relative address names; nothing if it leaves the site.
fn resolve(from: &str, href: &str) -> Option<String> {
    let href = percent_encoding::percent_decode_str(href).decode_utf8().ok()?;
    if href.starts_with('/') {
        return None;
    }
    let mut at: Vec<&str> = from.split('/').collect();
    at.pop();
    for step in href.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                at.pop()?;
            }
            step => at.push(step),
        }
    }
    Some(at.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{OutputFile, SitePath, Template};
    use crate::source::{FileId, Locale};

    fn messages(files: &[(&str, &str)]) -> Vec<String> {
        let pages = files
            .iter()
            .map(|(path, html)| {
                let bytes = html.as_bytes().to_vec();
                ((*path).to_owned(), facts(&OutputFile { path: SitePath::new(*path), bytes }))
            })
            .collect();
        follow_links(&pages, origins(&[])).into_iter().map(|d| d.message.text(Locale::En)).collect()
    }

    fn origins(templates: &[Template]) -> Origins<'_> {
        Origins { pages: &[], templates, base_url: Some("https://example.org/") }
    }

    #[test]
    fn one_fault_of_a_template_is_one_finding_however_many_pages_have_it() {
        let template = Template {
            name: "foot.html".to_owned(),
            file: FileId(7),
            text: "<p><a href=\"{{ root }}no/where.html\">x</a>".into(),
        };
        for count in [10, 20] {
            let page = |n: usize| {
                let html = "<a href=\"../no/where.html\">x</a>".to_owned();
                let file = OutputFile {
                    path: SitePath::new(format!("d{}/{n}.html", n % 3)),
                    bytes: html.into_bytes(),
                };
                (file.path.as_str().to_owned(), facts(&file))
            };
            let pages: Pages = (0..count).map(page).collect();
            let found = follow_links(&pages, origins(std::slice::from_ref(&template)));
            assert_eq!(found.len(), 1, "{found:#?}");
            assert_eq!(found[0].labels[0].span, Span::new(FileId(7), 22..35));
            let label = found[0].labels[0].message.as_ref().unwrap().text(Locale::En);
            assert!(label.contains(&format!("on {count} pages")));
        }
    }

    #[test]
    fn a_sound_site_has_no_findings() {
        let page = "<link rel=\"stylesheet\" href=\"../a.css\"><a href=\"2.html#p1\">x</a><a href=\"https://other.example/\">y</a>";
        assert!(
            messages(&[("zh/1.html", page), ("zh/2.html", "<p id=p1>"), ("a.css", "")]).is_empty()
        );
    }

    #[test]
    fn dead_links_missing_places_foreign_loads_and_repeated_ids_are_found() {
        let page = "<a href=\"3.html\">x</a><a href=\"2.html#p2\">y</a><a href=\"/2.html\">z</a><img src=\"https://other.example/a.png\"><i id=a></i><b id=a></b>";
        let found = messages(&[("zh/1.html", page), ("zh/2.html", "<p id=p1>")]);
        assert_eq!(found.len(), 5, "{found:#?}");
    }
}
