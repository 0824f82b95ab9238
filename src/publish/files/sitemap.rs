//! `sitemap.xml` with the other languages of each page (sitemaps.org 0.9), where the site knows
//! its address.

use std::fmt::Write as _;

use super::{Export, Options, absolute, file, xml};
use crate::model::{Day, Form, OutputFile, Site, SitePath};

/// The most addresses one sitemap may list (sitemaps.org); beyond that there is an index.
const MOST_ADDRESSES: usize = 50_000;

pub(super) struct Sitemap;

impl Export for Sitemap {
    fn files(&self, site: &Site, options: Options) -> Vec<OutputFile> {
        let Some(base_url) = site.base_url.as_ref().filter(|_| options.has_sitemap) else {
            return Vec::new();
        };
        let entries = entries(site, base_url);
        if entries.len() <= MOST_ADDRESSES {
            return vec![file("sitemap.xml", sitemap(&entries))];
        }
        let mut files = Vec::new();
        let mut index = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        for (number, chunk) in entries.chunks(MOST_ADDRESSES).enumerate() {
            let name = format!("sitemap-{}.xml", number + 1);
            let _ = writeln!(
                index,
                "<sitemap><loc>{}</loc></sitemap>",
                xml(&format!("{base_url}{name}"))
            );
            files.push(file(&name, sitemap(chunk)));
        }
        index.push_str("</sitemapindex>\n");
        files.push(file("sitemap.xml", index));
        files
    }
}

fn sitemap(entries: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{}</urlset>\n",
        entries.concat()
    )
}

/// One `url` element for each page in each form.
fn entries(site: &Site, base_url: &str) -> Vec<String> {
    let mut entries = vec![format!("<url><loc>{}</loc></url>\n", xml(base_url))];
    for page in &site.pages {
        let forms: Vec<&Form> = site.forms_of(page).collect();
        let updated = page.original().document.front.updated.map(Day::iso);
        group(&mut entries, site, base_url, &forms, updated.as_deref(), &|form| page.path(form));
    }
    for report in &site.reports {
        let forms: Vec<&Form> = site.forms.iter().collect();
        group(&mut entries, site, base_url, &forms, None, &|form| report.all_path(form));
    }
    for page in site.statistics_pages() {
        let forms: Vec<&Form> = site.forms.iter().filter(|form| !form.is_parallel()).collect();
        group(&mut entries, site, base_url, &forms, None, &|form| page.path(site, form));
    }
    for page in site.glossary_pages() {
        let forms: Vec<&Form> = site.forms.iter().filter(|form| !form.is_parallel()).collect();
        group(&mut entries, site, base_url, &forms, None, &|form| {
            page.sibling(forms[0], form).path(site, form)
        });
    }
    if site.has_search {
        let forms: Vec<&Form> = site.forms.iter().filter(|form| !form.is_parallel()).collect();
        group(&mut entries, site, base_url, &forms, None, &|form| site.search_path(form));
    }
    entries
}

fn group(
    entries: &mut Vec<String>,
    site: &Site,
    base_url: &str,
    forms: &[&Form],
    updated: Option<&str>,
    path: &dyn Fn(&Form) -> SitePath,
) {
    let mut alternates = String::new();
    for form in forms.iter().filter(|form| !form.is_parallel()) {
        let tag = &site.languages.get(form.lang()).tag;
        let href = xml(&absolute(base_url, &path(form)));
        let _ = write!(
            alternates,
            "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\"/>"
        );
    }
    let updated = updated.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
    for form in forms {
        let address = xml(&absolute(base_url, &path(form)));
        entries.push(format!("<url><loc>{address}</loc>{updated}{alternates}</url>\n"));
    }
}
