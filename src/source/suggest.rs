//! "Did you mean": the known name nearest to a mistyped one.

use std::cell::RefCell;
use std::collections::HashMap;

/// How many mistyped names the nearest is looked for. Nobody corrects more in one go, and each
/// search reads all known names.
const MOST_SEARCHES: usize = 200;

/// Names among which the nearest is looked for, once for each name that was mistyped, however
/// often it was.
#[derive(Debug)]
pub(crate) struct Suggestions<'a> {
    known: Vec<&'a str>,
    found: RefCell<HashMap<String, Option<&'a str>>>,
}

impl<'a> Suggestions<'a> {
    /// Suggestions among these names.
    pub(crate) fn new(known: impl IntoIterator<Item = &'a str>) -> Self {
        Self { known: known.into_iter().collect(), found: RefCell::default() }
    }

    /// The known name nearest to one that is not known; nothing after very many of those.
    pub(crate) fn nearest(&self, typed: &str) -> Option<&'a str> {
        let mut found = self.found.borrow_mut();
        if let Some(near) = found.get(typed) {
            return *near;
        }
        if found.len() == MOST_SEARCHES {
            return None;
        }
        let near = nearest(typed, self.known.iter().copied());
        found.insert(typed.to_owned(), near);
        near
    }
}

/// The candidate nearest to `typed`, if any is near enough to be what was meant.
///
/// Near means at most two edits (a swap of neighbours counts as one), and fewer edits than a
/// third of the word's length for long names, so that unrelated words are never proposed.
pub(crate) fn nearest<'a>(
    typed: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let length = typed.chars().count();
    let allowed = (length / 3).clamp(1, 3);
    candidates
        .into_iter()
        // Each character more or less is an edit.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= allowed)
        .map(|candidate| (strsim::osa_distance(typed, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swapped_letter_finds_the_known_name() {
        assert_eq!(nearest("titel", ["title", "tags", "date"]), Some("title"));
    }

    #[test]
    fn each_mistyped_name_is_looked_for_once_and_no_more_than_can_be_corrected() {
        let suggestions = Suggestions::new(["title", "tags"]);
        for _ in 0..1000 {
            assert_eq!(suggestions.nearest("titel"), Some("title"));
        }
        assert_eq!(suggestions.found.borrow().len(), 1);
        (0..1000).for_each(|number| assert_eq!(suggestions.nearest(&number.to_string()), None));
        assert_eq!(suggestions.found.borrow().len(), MOST_SEARCHES);
        assert_eq!(suggestions.nearest("titel"), Some("title"), "what was found stays");
    }

    #[test]
    fn an_unrelated_word_finds_nothing() {
        assert_eq!(nearest("banana", ["title", "tags", "date"]), None);
    }
}
