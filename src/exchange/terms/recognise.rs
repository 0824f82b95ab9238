//! Which entry of the term base a term of a list belongs to.

use std::collections::HashMap;

use super::PresentTermBase;
use super::entry::Entry;
use super::id::Names;
use super::list::ListedTerm;
use super::report::TermReport;

/// Where each term of a list belongs, and what the list calls it.
pub(super) struct Places {
    /// The place of its entry among all; nothing for a term that has none.
    pub(super) entries: Vec<Option<usize>>,
    /// The entries by the names of the list.
    by_name: HashMap<String, usize>,
    /// The entries by their own.
    by_id: HashMap<String, usize>,
}

impl Places {
    /// The entry that the list calls so.
    pub(super) fn entry_called(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).or_else(|| self.by_id.get(name)).copied()
    }
}

/// Finds the entry of each term of a list by its id, else by the preferred term of the original;
/// where there is none, a new one is added to `entries`.
pub(super) fn recognise_places(
    terms: &[ListedTerm],
    entries: &mut Vec<Entry>,
    present: &PresentTermBase,
    report: &mut TermReport,
) -> Places {
    let mut names = Names::default();
    let mut places = Places {
        entries: Vec::with_capacity(terms.len()),
        by_name: HashMap::new(),
        by_id: HashMap::new(),
    };
    let mut by_term: HashMap<String, usize> = HashMap::new();
    let mut by_form: HashMap<String, usize> = HashMap::new();
    for (place, entry) in entries.iter().enumerate() {
        let wording = &entry.claim.concept.wordings[0];
        names.take_name(entry.id());
        places.by_id.insert(entry.id().to_owned(), place);
        by_term.insert(wording.preferred.clone(), place);
        by_form.extend(wording.forms().map(|form| (form.to_owned(), place)));
    }
    for listed in terms {
        let term = listed.wordings[0].preferred.as_str();
        let known = listed.id.as_ref().and_then(|id| places.by_id.get(id));
        let place = match known.or_else(|| by_term.get(term)).copied() {
            Some(place) => Some(place),
            None if term.is_empty() => {
                let code = &present.languages.original().code;
                report.left_out(listed.at, &format!("there is no term in {code}"));
                None
            }
            None => match by_form.get(term) {
                Some(other) => {
                    let other = entries[*other].id().to_owned();
                    report.left_out(listed.at, &format!("“{term}” is a form of `{other}` here"));
                    None
                }
                None => {
                    let name = names.fresh(listed, present.languages);
                    places.by_id.insert(name.clone(), entries.len());
                    by_term.insert(term.to_owned(), entries.len());
                    by_form.insert(term.to_owned(), entries.len());
                    entries.push(Entry::new(name, present));
                    Some(entries.len() - 1)
                }
            },
        };
        if let (Some(place), Some(name)) = (place, &listed.id) {
            places.by_name.entry(name.clone()).or_insert(place);
        }
        if let Some(place) = place {
            entries[place].is_listed = true;
        }
        places.entries.push(place);
    }
    places
}
