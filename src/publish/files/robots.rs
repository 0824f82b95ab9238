//! `robots.txt`: everything may be read, and where the sitemap is.

use std::fmt::Write as _;

use super::{Export, Options, file};
use crate::model::{OutputFile, Site};

pub(super) struct Robots;

impl Export for Robots {
    fn files(&self, site: &Site, options: Options) -> Vec<OutputFile> {
        if !options.has_robots {
            return Vec::new();
        }
        let mut text = "User-agent: *\nAllow: /\n".to_owned();
        if let Some(base_url) = site.base_url.as_ref().filter(|_| options.has_sitemap) {
            let _ = writeln!(text, "Sitemap: {base_url}sitemap.xml");
        }
        vec![file("robots.txt", text)]
    }
}
