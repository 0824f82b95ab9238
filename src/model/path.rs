//! Places in the finished site.

use std::fmt::Write as _;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What may stand unescaped in a path segment of a relative address (RFC 3986 `unreserved`).
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The place of a file in the finished site: `zh-en/jinhua-2018/1-review.html`.
///
/// Never an address: an address is made from two places by [`SitePath::href_from`], is always
/// relative and always names a file, so that it works from the disk and below any path of a host.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(Arc<str>);

impl SitePath {
    /// The place with this path, which uses `/`, does not begin with one and has no `.` or `..`.
    pub(crate) fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// The path, not escaped.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path, escaped for use in an address.
    pub(crate) fn encoded(&self) -> String {
        encode(&self.0)
    }

    /// The way from this file's folder to the root of the site: `../../`, or nothing.
    pub(crate) fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// The relative address of this file, seen from `from`.
    pub(crate) fn href_from(&self, from: &SitePath) -> String {
        let (own, other) = (folders(&self.0), folders(&from.0));
        let shared = own.iter().zip(&other).take_while(|(a, b)| a == b).count();
        let mut href = "../".repeat(other.len() - shared);
        for folder in &own[shared..] {
            let _ = write!(href, "{}/", utf8_percent_encode(folder, SEGMENT));
        }
        let file = self.0.rsplit('/').next().unwrap_or_default();
        let _ = write!(href, "{}", utf8_percent_encode(file, SEGMENT));
        href
    }
}

fn folders(path: &str) -> Vec<&str> {
    let mut segments: Vec<_> = path.split('/').collect();
    segments.pop();
    segments
}

/// Escapes each segment of a path.
fn encode(path: &str) -> String {
    let segments: Vec<_> =
        path.split('/').map(|segment| utf8_percent_encode(segment, SEGMENT).to_string()).collect();
    segments.join("/")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn href(to: &str, from: &str) -> String {
        SitePath::new(to).href_from(&SitePath::new(from))
    }

    #[test]
    fn an_address_is_relative_to_the_folder_of_the_page() {
        assert_eq!(href("zh/a/2.html", "zh/a/1.html"), "2.html");
        assert_eq!(href("zh-en/a/1.html", "zh/a/1.html"), "../../zh-en/a/1.html");
        assert_eq!(href("index.html", "zh/a/1.html"), "../../index.html");
        assert_eq!(href("zh/a/1.html", "index.html"), "zh/a/1.html");
    }

    #[test]
    fn chinese_names_and_blanks_are_escaped() {
        assert_eq!(href("zh/报 告/1.html", "zh/x.html"), "%E6%8A%A5%20%E5%91%8A/1.html");
    }

    proptest! {
        #[test]
        fn following_an_address_arrives_at_its_file(
            to in "[a-c](/[a-c]){0,3}/[a-c]\\.html", from in "[a-c](/[a-c]){0,3}/[a-c]\\.html"
        ) {
            let mut at = folders(&from);
            let href = href(&to, &from);
            let mut steps: Vec<_> = href.split('/').collect();
            let file = steps.pop().unwrap();
            for step in steps {
                if step == ".." { prop_assert!(at.pop().is_some()); } else { at.push(step); }
            }
            at.push(file);
            prop_assert_eq!(at.join("/"), to);
        }
    }
}
