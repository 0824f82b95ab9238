//! What the ids of a page lead to.

use std::collections::{HashMap, HashSet};

use super::{BlockContent, Page};

/// The ids of a page, to be looked up: a page may have as many links to itself as paragraphs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Anchors {
    /// The pair of each address, also of those that were given up.
    pairs: HashMap<String, usize>,
    /// Ids that the author gave to headings of the original.
    own: HashSet<String>,
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
        let ids = page.original().document.blocks.iter().filter_map(|block| match &block.content {
            BlockContent::Heading { id, .. } => id.clone(),
            _ => None,
        });
        Self { pairs, own: ids.collect() }
    }

    /// The pair that an id leads to, also one that was given up.
    pub(crate) fn pair(&self, id: &str) -> Option<usize> {
        self.pairs.get(id).copied()
    }

    /// Whether the author gave this id to a heading of the original.
    pub(crate) fn is_own(&self, id: &str) -> bool {
        self.own.contains(id)
    }

    /// The ids of all pairs, also those that were given up, in no order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.pairs.keys().map(String::as_str)
    }
}
