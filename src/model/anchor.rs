//! What the ids of a page lead to.

use std::collections::HashMap;

use super::{Page, same_address, same_form};

/// The ids of a page, to be looked up: a page may have as many links to itself as paragraphs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Anchors {
    /// The pair of each address, also of those that were given up.
    pairs: HashMap<String, usize>,
    /// Ids that the author gave to headings, by their form for comparison.
    own: HashMap<String, String>,
}

impl Anchors {
    /// The ids of a page whose pairs have their addresses.
    pub(crate) fn of(page: &Page) -> Self {
        let mut pairs = HashMap::with_capacity(page.pairs.len());
        for (number, pair) in page.pairs.iter().enumerate() {
            if let Some(address) = pair.address {
                pairs.entry(address.id(&page.number)).or_insert(number);
            }
        }
        for alias in &page.aliases {
            pairs.entry(alias.id.clone()).or_insert(alias.pair);
        }
        let ids = (0..page.pairs.len()).filter_map(|pair| page.own_id(pair));
        let own = ids.map(|id| (same_form(id).into_owned(), id.to_owned()));
        Self { pairs, own: own.collect() }
    }

    /// The pair that an id leads to, also one that was given up.
    pub(crate) fn pair(&self, id: &str) -> Option<usize> {
        self.pairs.get(id).copied()
    }

    /// The id that the author gave to a heading and that is meant by what is written in an address.
    pub(crate) fn own(&self, written: &str) -> Option<&str> {
        self.own.get(&*same_address(written)).map(String::as_str)
    }

    /// The ids of all pairs, also those that were given up, in no order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.pairs.keys().map(String::as_str)
    }
}
