//! What a list of terms says, whatever it is written as.

use std::collections::BTreeMap;

use crate::model::{
    LangId, LangMap, Languages, LinkPolicy, MemberClaim, Members, TermKind, Wording,
};

/// A list as read.
#[derive(Debug, Default)]
pub(super) struct TermList {
    /// Its terms, in order.
    pub(super) entries: Vec<ListedTerm>,
    /// What was not understood, and how often it was met.
    pub(super) unread: BTreeMap<String, usize>,
}

impl TermList {
    /// Counts something that was not understood.
    pub(super) fn add_unread(&mut self, what: String) {
        *self.unread.entry(what).or_default() += 1;
    }
}

/// What a list says of one term. What is empty is not said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ListedTerm {
    /// The byte of the list it stands at.
    pub(super) at: usize,
    /// Its name in the list.
    pub(super) id: Option<String>,
    /// What it is called, for each language of the site.
    pub(super) wordings: Vec<Wording>,
    pub(super) pinyin: Option<String>,
    pub(super) kind: Option<TermKind>,
    pub(super) definition: LangMap,
    pub(super) members: Option<ListedMembers>,
    /// Names in the list.
    pub(super) see: Vec<String>,
    pub(super) source: LangMap,
    pub(super) link: Option<LinkPolicy>,
    pub(super) area: Option<String>,
}

impl ListedTerm {
    pub(super) fn new(at: usize, languages: &Languages) -> Self {
        Self { at, wordings: vec![Wording::default(); languages.len()], ..Self::default() }
    }

    pub(super) fn wording_mut(&mut self, lang: LangId) -> &mut Wording {
        &mut self.wordings[lang.index()]
    }

    /// Adds a form to be used: the first of a language is the preferred one.
    pub(super) fn rendering(&mut self, lang: LangId, form: String) {
        let wording = self.wording_mut(lang);
        if form.is_empty() || wording.renderings().any(|known| known == form) {
            return;
        }
        if wording.preferred.is_empty() {
            wording.preferred = form;
        } else {
            wording.admitted.push(form);
        }
    }

    /// Whether it says nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        self.id.is_none() && self.wordings.iter().all(|wording| *wording == Wording::default())
    }
}

/// What a list says a slogan counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ListedMembers {
    /// Nothing, or nobody knows.
    Plain(Members),
    /// These, with names in the list.
    Listed(Vec<MemberClaim>),
}

/// Words of a list without what a page cannot show and without blanks at their ends.
pub(super) fn clean_words(text: &str) -> String {
    let is_kept = |c: &char| !c.is_control() || *c == '\n' || *c == '\t';
    text.trim().chars().filter(is_kept).collect()
}

/// A term of a list: words on one line.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    clean_words(&words.join(" "))
}

/// The language of the site that a tag (BCP 47, or with `_`) or a name means.
pub(super) fn language_of_tag(tag: &str, languages: &Languages) -> Option<LangId> {
    const NAMES: [(&str, &str); 8] = [
        ("chinese", "zh"),
        ("中文", "zh"),
        ("汉语", "zh"),
        ("汉文", "zh"),
        ("english", "en"),
        ("英文", "en"),
        ("英语", "en"),
        ("cn", "zh"),
    ];
    let tag = tag.trim().replace('_', "-").to_lowercase();
    let is = |words: &str| words.to_lowercase() == tag;
    let exact = languages.iter().find(|l| is(&l.code) || is(&l.tag) || is(&l.name));
    if let Some(language) = exact {
        return Some(language.id);
    }
    let tag = NAMES.iter().find(|(name, _)| *name == tag).map_or(&*tag, |(_, tag)| tag);
    let (primary, script) = tag_parts(tag);
    let mut near = languages.iter().filter(|language| {
        let (own, own_script) = tag_parts(&language.tag);
        own == primary && (script == own_script || primary != "zh")
    });
    // Where two languages of the site are as near, neither is meant.
    near.next().filter(|_| near.next().is_none()).map(|language| language.id)
}

/// The language of a tag and, for Chinese, its script: 简体 unless the tag says otherwise.
fn tag_parts(tag: &str) -> (String, &'static str) {
    let tag = tag.to_lowercase();
    let mut subtags = tag.split('-');
    let primary = subtags.next().unwrap_or_default().to_owned();
    let is_traditional = subtags.any(|part| ["hant", "tw", "hk", "mo"].contains(&part));
    (primary, if is_traditional { "hant" } else { "hans" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Language, Script};

    fn languages(tags: &[(&str, &str)]) -> Languages {
        let language = |(place, (code, tag)): (usize, &(&str, &str))| Language {
            id: LangId(u8::try_from(place).unwrap()),
            code: (*code).to_owned(),
            tag: (*tag).to_owned(),
            name: (*code).to_uppercase(),
            script: Script::Latin,
            numerals: None,
        };
        Languages::new(tags.iter().enumerate().map(language).collect())
    }

    #[test]
    fn a_tag_means_the_language_of_the_site_that_is_nearest() {
        let site = languages(&[("zh", "zh-Hans"), ("en", "en")]);
        for tag in ["zh", "zh-Hans", "zh_CN", "ZH-hans-cn", "Chinese", "中文"] {
            assert_eq!(language_of_tag(tag, &site), Some(LangId(0)), "{tag}");
        }
        for tag in ["en", "en-US", "EN_GB", "English"] {
            assert_eq!(language_of_tag(tag, &site), Some(LangId(1)), "{tag}");
        }
        for tag in ["zh-TW", "zh-Hant-HK", "fr", "", "notes"] {
            assert_eq!(language_of_tag(tag, &site), None, "{tag}");
        }
        let two = languages(&[("en-gb", "en-GB"), ("en-us", "en-US")]);
        assert_eq!(language_of_tag("en", &two), None, "which of the two?");
        assert_eq!(language_of_tag("en-US", &two), Some(LangId(1)));
    }
}
