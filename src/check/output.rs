//! The rendered site, read once more as a browser would read it from the disk.
//!
//! Each page is reduced to what it offers (ids) and what it asks for (addresses) as soon as it is
//! rendered; when all are there, every address is followed.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::{Token, Tokenizer};

use crate::model::OutputFile;
use crate::source::{Diagnostic, codes, nearest};

/// What a page offers and asks for.
#[derive(Debug, Default)]
pub struct Facts {
    /// Its ids.
    ids: BTreeSet<String>,
    /// Ids that occur more than once.
    repeated: BTreeSet<String>,
    /// Addresses a reader may follow.
    links: BTreeSet<String>,
    /// Addresses the browser asks for by itself.
    loads: BTreeSet<String>,
}

/// The facts of a rendered file; files that are no pages offer only themselves.
pub fn facts(file: &OutputFile) -> Facts {
    let mut facts = Facts::default();
    let path = file.path.as_str();
    // The page a host shows for a missing address has no place of its own.
    let is_page = path.rsplit_once('.').is_some_and(|(_, ending)| ending == "html");
    if !is_page || path == "404.html" {
        return facts;
    }
    let text = String::from_utf8_lossy(&file.bytes);
    for Ok(token) in Tokenizer::new(&*text) {
        let Token::StartTag(tag) = token else { continue };
        let attribute = |name: &[u8]| {
            let value = tag.attributes.get(name)?;
            Some(String::from_utf8_lossy(value).into_owned())
        };
        if let Some(id) = attribute(b"id") {
            if facts.ids.contains(&id) {
                facts.repeated.insert(id);
            } else {
                facts.ids.insert(id);
            }
        }
        let relation = attribute(b"rel").unwrap_or_default();
        match (tag.name.as_slice(), attribute(b"href"), attribute(b"src")) {
            (b"link", Some(href), _) if ["stylesheet", "icon", "preload"].contains(&&*relation) => {
                facts.loads.insert(href);
            }
            (b"a" | b"area" | b"link", Some(href), _) => {
                facts.links.insert(href);
            }
            (_, _, Some(src)) => {
                facts.loads.insert(src);
            }
            _ => {}
        }
    }
    facts
}

/// Follows every address of every page. `base_url` is the site's own address, if it has one.
pub fn run(pages: &BTreeMap<String, Facts>, base_url: Option<&str>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (path, facts) in pages {
        for id in &facts.repeated {
            diagnostics.push(
                Diagnostic::new(codes::OUTPUT_ID, format!("the id `{id}` occurs twice"))
                    .in_file(path.as_str())
                    .help("look for the id in the theme's templates"),
            );
        }
        for (href, is_load) in facts
            .links
            .iter()
            .map(|href| (href, false))
            .chain(facts.loads.iter().map(|href| (href, true)))
        {
            diagnostics.extend(follow(pages, path, href, is_load, base_url));
        }
    }
    diagnostics
}

fn follow(
    pages: &BTreeMap<String, Facts>,
    path: &str,
    href: &str,
    is_load: bool,
    base_url: Option<&str>,
) -> Option<Diagnostic> {
    if href.starts_with("data:") {
        return None;
    }
    if is_absolute(href) {
        let is_own = base_url.is_some_and(|base| href.starts_with(base));
        return (is_load && !is_own).then(|| {
            Diagnostic::new(codes::OUTPUT_FOREIGN, format!("the page would load `{href}`"))
                .in_file(path)
                .help("put the file into the theme's `static` folder and refer to it there")
        });
    }
    let (target, fragment) = href.split_once('#').unwrap_or((href, ""));
    let target = target.split('?').next().unwrap_or(target);
    let Some(file) =
        (if target.is_empty() { Some(path.to_owned()) } else { resolve(path, target) })
    else {
        return Some(broken(path, href, "it leaves the site", None));
    };
    let Some(facts) = pages.get(&file) else {
        let near = nearest(&file, pages.keys().map(String::as_str)).map(str::to_owned);
        return Some(broken(path, href, "there is no such file", near));
    };
    let fragment = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy();
    if !fragment.is_empty() && !facts.ids.contains(&*fragment) {
        let near = nearest(&fragment, facts.ids.iter().map(String::as_str)).map(str::to_owned);
        return Some(broken(path, href, "there is no such place on that page", near));
    }
    None
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

fn broken(path: &str, href: &str, reason: &str, near: Option<String>) -> Diagnostic {
    Diagnostic::new(codes::OUTPUT_LINK, format!("the link `{href}` leads nowhere: {reason}"))
        .in_file(path)
        .help("look for the link in the theme's templates")
        .help_if(near.map(|near| format!("the nearest is `{near}`")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SitePath;

    fn messages(files: &[(&str, &str)]) -> Vec<String> {
        let pages = files
            .iter()
            .map(|(path, html)| {
                let bytes = html.as_bytes().to_vec();
                ((*path).to_owned(), facts(&OutputFile { path: SitePath::new(*path), bytes }))
            })
            .collect();
        run(&pages, Some("https://example.org/")).into_iter().map(|d| d.message).collect()
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
