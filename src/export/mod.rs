//! A site into files that are no pages. One file for each export, one line in [`ALL`].

mod feed;
mod nojekyll;
mod robots;
mod sitemap;

use crate::model::{OutputFile, Page, Site, SitePath};

/// What an export may be switched by.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Whether a sitemap is wanted.
    pub has_sitemap: bool,
    /// Whether `robots.txt` is wanted.
    pub has_robots: bool,
}

/// Files made from a site.
pub trait Export: Sync {
    /// The files; none where the site does not want them.
    fn files(&self, site: &Site, options: Options) -> Vec<OutputFile>;
}

/// Every export.
pub const ALL: &[&dyn Export] =
    &[&feed::Feed, &nojekyll::NoJekyll, &robots::Robots, &sitemap::Sitemap];

/// The files of all exports.
pub fn files(site: &Site, options: Options) -> Vec<OutputFile> {
    ALL.iter().flat_map(|export| export.files(site, options)).collect()
}

fn file(path: &str, text: String) -> OutputFile {
    OutputFile { path: SitePath::new(path), bytes: text.into_bytes() }
}

/// The absolute address of a place below a base address.
fn absolute(base_url: &str, path: &SitePath) -> String {
    let encoded = path.encoded();
    format!("{base_url}{}", encoded.strip_suffix("index.html").unwrap_or(&encoded))
}

/// Text inside XML.
fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    crate::html::attribute(&mut escaped, text);
    escaped.replace('>', "&gt;")
}

/// The title of a page in its original language; the site's for pages nobody wrote.
fn title(site: &Site, page: &Page) -> String {
    let document = &page.original().document;
    let title = document.text(document.title).plain.to_string();
    if title.is_empty() {
        site.title.get_or_any(&site.languages.original().code).to_owned()
    } else {
        title
    }
}
