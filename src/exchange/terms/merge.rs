//! What a term of a list adds to an entry, and where the two contradict each other.

use std::collections::HashMap;

use super::entry::Entry;
use super::list::{ListedMembers, ListedTerm};
use super::recognise::Places;
use super::report::{Remark, TermReport, in_quotes};
use super::{Keep, PresentTermBase};
use crate::model::{LangMap, MemberClaim, Members, Script};
use crate::source::Placed;

/// Merges all terms of a list into their entries.
pub(super) fn all(
    terms: &[ListedTerm],
    places: &Places,
    entries: &mut [Entry],
    present: &PresentTermBase,
    keep: Keep,
    report: &mut TermReport,
) {
    let ids: Vec<String> = entries.iter().map(|entry| entry.id().to_owned()).collect();
    let mut claimed: HashMap<String, usize> = HashMap::new();
    for (place, entry) in entries.iter().enumerate() {
        for form in entry.claim.concept.wordings[0].forms() {
            claimed.entry(form.to_owned()).or_insert(place);
        }
    }
    // A new entry has its own term before another may admit it.
    for (listed, place) in terms.iter().zip(&places.entries) {
        if let Some(place) = place.filter(|place| entries[*place].is_new) {
            claimed.entry(listed.wordings[0].preferred.clone()).or_insert(place);
        }
    }
    for (listed, place) in terms.iter().zip(&places.entries) {
        let Some(place) = *place else { continue };
        let entry = &mut entries[place];
        let at = report.place_in_list(listed.at);
        let mut merge = Merge { entry, place, present, keep, at, claimed: &mut claimed, ids: &ids };
        merge.merge_concept(listed, places);
    }
}

/// One term of a list, going into one entry.
pub(super) struct Merge<'a> {
    pub(super) entry: &'a mut Entry,
    pub(super) place: usize,
    pub(super) present: &'a PresentTermBase<'a>,
    pub(super) keep: Keep,
    /// Where the list says so.
    pub(super) at: String,
    /// Forms of the original, and the entries that have them.
    pub(super) claimed: &'a mut HashMap<String, usize>,
    /// The ids of all entries.
    pub(super) ids: &'a [String],
}

impl Merge<'_> {
    fn merge_concept(&mut self, listed: &ListedTerm, places: &Places) {
        for language in self.present.languages {
            self.merge_forms(language, &listed.wordings[language.id.index()]);
        }
        self.pinyin(listed);
        self.merge_words(listed);
        let mut definition = std::mem::take(&mut self.entry.claim.concept.definition);
        self.map("definition", "definition", &mut definition, &listed.definition);
        self.entry.claim.concept.definition = definition;
        let mut source = std::mem::take(&mut self.entry.claim.concept.source);
        self.map("source", "source", &mut source, &listed.source);
        self.entry.claim.concept.source = source;
        self.see(listed, places);
        self.merge_members(listed, places);
    }

    pub(super) fn added(&mut self, key: &str, what: String) {
        self.entry.changed.insert(key.to_owned());
        self.entry.remarks.push(Remark::Added(what));
    }

    /// Both say something else: whether the list's is to be taken. Tells of it either way.
    pub(super) fn takes(&mut self, key: &str, what: &str, ours: &str, theirs: &str) -> bool {
        let (ours, theirs) = (in_quotes(ours), in_quotes(theirs));
        if self.keep == Keep::Theirs {
            self.entry.changed.insert(key.to_owned());
            let words = format!("{what} is now {theirs}; it was {ours}");
            self.entry.remarks.push(Remark::Replaced(words));
            return true;
        }
        self.conflict(format!("{what} is {ours} here, {theirs} at {}", self.at));
        false
    }

    pub(super) fn conflict(&mut self, words: String) {
        self.entry.remarks.push(Remark::Conflict(words));
    }

    fn pinyin(&mut self, listed: &ListedTerm) {
        let Some(theirs) = listed.pinyin.as_deref().filter(|pinyin| !pinyin.is_empty()) else {
            return;
        };
        let mut languages = self.present.languages.iter();
        let Some(chinese) = languages.find(|language| language.script == Script::Han) else {
            return;
        };
        let term = self.wording_mut(chinese).preferred.clone();
        let said = &listed.wordings[chinese.id.index()].preferred;
        // The reading of another term is none of this one.
        if term.is_empty() || (!said.is_empty() && *said != term) {
            return;
        }
        match self.entry.claim.pinyin.clone() {
            Some(ours) if ours == theirs => return,
            Some(ours) => {
                if !self.takes("pinyin", "pinyin", &ours, theirs) {
                    return;
                }
            }
            None if (self.present.reading)(&term).as_deref() == Some(theirs) => return,
            None => self.added("pinyin", "pinyin".to_owned()),
        }
        self.entry.claim.pinyin = Some(theirs.to_owned());
    }

    /// Keys with one word.
    fn merge_words(&mut self, listed: &ListedTerm) {
        if let Some(theirs) = listed.kind {
            let ours = self.entry.claim.concept.kind;
            if self.takes_word("kind", ours.key(), theirs.key()) {
                self.entry.claim.concept.kind = theirs;
            }
        }
        if let Some(theirs) = listed.link {
            let ours = self.entry.claim.concept.link;
            if self.takes_word("link", ours.key(), theirs.key()) {
                self.entry.claim.concept.link = theirs;
            }
        }
        if let Some(theirs) = listed.area.as_deref() {
            self.merge_area(theirs);
        }
    }

    /// Whether the list's word for a key is to be taken.
    fn takes_word(&mut self, key: &'static str, ours: &str, theirs: &str) -> bool {
        if ours == theirs {
            return false;
        }
        if self.entry.stated.insert(key) {
            self.added(key, format!("{key} {theirs}"));
            return true;
        }
        self.takes(key, key, ours, theirs)
    }

    fn merge_area(&mut self, theirs: &str) {
        let find = |named: &str| {
            let is = |area: &crate::model::Subject| {
                area.id == named || area.name.0.values().any(|name| name == named)
            };
            self.present.areas.iter().position(is)
        };
        let Some(place) = find(theirs) else {
            let words = format!("there is no place {}", in_quotes(theirs));
            self.entry.remarks.push(Remark::NotTaken(words));
            return;
        };
        match self.entry.claim.area.clone() {
            Some(ours) if find(&ours) == Some(place) => return,
            Some(ours) => {
                if !self.takes("area", "area", &ours, theirs) {
                    return;
                }
            }
            None => self.added("area", format!("area {theirs}")),
        }
        self.entry.claim.area = Some(Placed::new(theirs.to_owned(), self.entry.claim.concept.span));
    }

    /// Words by language under a key.
    pub(super) fn map(&mut self, key: &str, what: &str, ours: &mut LangMap, theirs: &LangMap) {
        if ours.0.is_empty() {
            let said = theirs.0.iter().filter(|(_, words)| !words.is_empty());
            ours.0 = said.map(|(code, words)| (code.clone(), words.clone())).collect();
            if !ours.0.is_empty() {
                self.added(key, what.to_owned());
            }
            return;
        }
        for language in self.present.languages {
            let code = &language.code;
            let Some(said) = theirs.get(code).filter(|words| !words.is_empty()) else { continue };
            match ours.get(code).map(str::to_owned) {
                Some(known) if known.trim() == said.trim() => {}
                Some(known) => {
                    let what = format!("{what} in {code}");
                    if self.takes(key, &what, known.trim(), said) {
                        self.apart(ours);
                        ours.0.insert(code.clone(), said.to_owned());
                    }
                }
                None => {
                    ours.0.insert(code.clone(), said.to_owned());
                    self.added(key, format!("{what} in {code}"));
                }
            }
        }
    }

    /// Gives words that stand for every language to each of them.
    fn apart(&self, map: &mut LangMap) {
        let Some(words) = map.0.remove("") else { return };
        for language in self.present.languages {
            map.0.entry(language.code.clone()).or_insert_with(|| words.clone());
        }
    }

    /// The id of the entry that the list calls so.
    fn id_called(&mut self, name: &str, places: &Places) -> Option<String> {
        let found = places.entry_called(name).map(|place| self.ids[place].clone());
        if found.is_none() {
            let words = format!("there is no term {}", in_quotes(name));
            self.entry.remarks.push(Remark::NotTaken(words));
        }
        found
    }

    fn see(&mut self, listed: &ListedTerm, places: &Places) {
        for name in &listed.see {
            let Some(id) = self.id_called(name, places) else { continue };
            let count = self.entry.claim.see.len();
            if id != self.entry.id()
                && !self.entry.claim.see.iter().any(|known| **known == id)
                && !self.is_full(count, &id)
            {
                let span = self.entry.claim.concept.span;
                self.entry.claim.see.push(Placed::new(id.clone(), span));
                self.added("see", format!("see {id}"));
            }
        }
    }

    fn merge_members(&mut self, listed: &ListedTerm, places: &Places) {
        let (plain, list) = match &listed.members {
            None => return,
            Some(ListedMembers::Plain(plain)) => (plain.clone(), None),
            Some(ListedMembers::Listed(list)) => {
                let mut members = Vec::new();
                for member in list {
                    members.push(match member {
                        MemberClaim::Words(words) => MemberClaim::Words(words.clone()),
                        MemberClaim::Id(name) => match self.id_called(name, places) {
                            Some(id) => {
                                MemberClaim::Id(Placed::new(id, self.entry.claim.concept.span))
                            }
                            // A slogan that lacks one of its members counts wrongly.
                            None => return,
                        },
                    });
                }
                (Members::Unsaid, Some(members))
            }
        };
        let claim = &self.entry.claim;
        if claim.members == list && claim.concept.members == plain {
            return;
        }
        if claim.members.is_none() && claim.concept.members == Members::Unsaid {
            self.added("members", "members".to_owned());
        } else {
            let ours = counted(claim.members.as_deref(), &claim.concept.members);
            let theirs = counted(list.as_deref(), &plain);
            if !self.takes("members", "members", &ours, &theirs) {
                return;
            }
        }
        self.entry.claim.members = list;
        self.entry.claim.concept.members = plain;
    }
}

/// Members as a report shows them.
fn counted(listed: Option<&[MemberClaim]>, plain: &Members) -> String {
    let Some(listed) = listed else {
        return if *plain == Members::None { "none" } else { "unknown" }.to_owned();
    };
    let name = |member: &MemberClaim| match member {
        MemberClaim::Id(id) => id.value.clone(),
        MemberClaim::Words(words) => words.get_or_any("").to_owned(),
    };
    listed.iter().map(name).collect::<Vec<_>>().join(", ")
}
