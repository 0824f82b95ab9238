//! An entry of the term base while a list is merged into it, and its lines in YAML.

use std::collections::BTreeSet;

use super::PresentTermBase;
use super::report::Remark;
use crate::input::yaml::scalar;
use crate::model::{
    AvoidedForm, Concept, ConceptClaim, LangMap, Languages, LinkPolicy, MemberClaim, Members,
    Reading, TermKind, Wording,
};
use crate::source::Span;

/// An entry, and what became of it.
pub(super) struct Entry {
    /// What it says by now.
    pub(super) claim: ConceptClaim,
    /// Whether `glossary.yaml` has it.
    pub(super) is_new: bool,
    /// Those of `kind` and `link` that it states; else it has what all have that state none.
    pub(super) stated: BTreeSet<&'static str>,
    /// The keys to be rewritten.
    pub(super) changed: BTreeSet<String>,
    /// What is told of it.
    pub(super) remarks: Vec<Remark>,
    /// Whether the list names it.
    pub(super) is_listed: bool,
}

impl Entry {
    /// An entry of the site, with its lines.
    pub(super) fn of_site(claim: &ConceptClaim, lines: &str) -> Self {
        let has_other = |key: &str| match key {
            "kind" => claim.concept.kind != TermKind::Concept,
            _ => claim.concept.link != LinkPolicy::Section,
        };
        let is_stated = |key: &&str| has_other(key) || says(lines, key);
        Self {
            claim: claim.clone(),
            is_new: false,
            stated: ["kind", "link"].into_iter().filter(is_stated).collect(),
            changed: BTreeSet::new(),
            remarks: Vec::new(),
            is_listed: false,
        }
    }

    pub(super) fn new(id: String, present: &PresentTermBase) -> Self {
        let concept = Concept {
            id,
            kind: TermKind::Concept,
            wordings: vec![Wording::default(); present.languages.len()],
            reading: Reading::default(),
            definition: LangMap::default(),
            members: Members::Unsaid,
            see: Vec::new(),
            source: LangMap::default(),
            link: LinkPolicy::Section,
            area: None,
            span: Span::new(present.file, 0..0),
        };
        Self {
            claim: ConceptClaim {
                concept,
                see: Vec::new(),
                members: None,
                area: None,
                pinyin: None,
            },
            is_new: true,
            stated: BTreeSet::new(),
            changed: BTreeSet::new(),
            remarks: Vec::new(),
            is_listed: true,
        }
    }

    pub(super) fn id(&self) -> &str {
        &self.claim.concept.id
    }

    /// The lines of a new entry, or of one that stands in braces.
    pub(super) fn entry_lines(&self, languages: &Languages) -> String {
        let mut text = String::new();
        for key in entry_keys(languages) {
            for line in self.key_lines(&key, languages) {
                text.push_str(if text.is_empty() { "- " } else { "  " });
                text.push_str(&line);
                text.push('\n');
            }
        }
        text
    }

    /// The lines of one key, from the key itself; none where there is nothing to say.
    pub(super) fn key_lines(&self, key: &str, languages: &Languages) -> Vec<String> {
        let concept = &self.claim.concept;
        let word = |text: &str| vec![format!("{key}: {}", scalar(text, false))];
        let by_language = |flow: &dyn Fn(&Wording) -> Option<String>| {
            let lines: Vec<String> = languages
                .iter()
                .filter_map(|language| {
                    let value = flow(concept.wording(language.id))?;
                    Some(format!("  {}: {value}", scalar(&language.code, false)))
                })
                .collect();
            under(key, lines)
        };
        let of =
            |forms: &[String]| (!forms.is_empty()).then(|| flow(forms.iter().map(String::as_str)));
        match key {
            "id" => word(&concept.id),
            "pinyin" => self.claim.pinyin.as_deref().map(word).unwrap_or_default(),
            "kind" if self.stated.contains(key) => word(concept.kind.key()),
            "link" if self.stated.contains(key) => word(concept.link.key()),
            "kind" | "link" => Vec::new(),
            "area" => self.claim.area.as_ref().map(|area| word(area)).unwrap_or_default(),
            "see" if self.claim.see.is_empty() => Vec::new(),
            "see" => {
                vec![format!("see: {}", flow(self.claim.see.iter().map(|id| id.value.as_str())))]
            }
            "definition" => map(key, &concept.definition, languages),
            "source" => map(key, &concept.source, languages),
            "variants" => by_language(&|wording| of(&wording.variants)),
            "except" => by_language(&|wording| of(&wording.exceptions)),
            "avoid" => self.avoided_lines(languages),
            "members" => self.member_lines(languages),
            code => languages.find(code).map_or_else(Vec::new, |language| {
                let wording = concept.wording(language.id);
                let key = scalar(code, false);
                match (wording.admitted.is_empty(), wording.preferred.as_str()) {
                    (_, "") => Vec::new(),
                    (true, preferred) => vec![format!("{key}: {}", scalar(preferred, false))],
                    (false, _) => vec![format!("{key}: {}", flow(wording.renderings()))],
                }
            }),
        }
    }

    fn avoided_lines(&self, languages: &Languages) -> Vec<String> {
        let mut lines = Vec::new();
        for language in languages {
            let avoided = &self.claim.concept.wording(language.id).avoided;
            if avoided.is_empty() {
                continue;
            }
            lines.push(format!("  {}:", scalar(&language.code, false)));
            lines.extend(avoided.iter().map(|AvoidedForm { form, why }| {
                let form = scalar(form, true);
                if why.0.is_empty() {
                    format!("    - {{form: {form}}}")
                } else {
                    format!("    - {{form: {form}, why: {}}}", flow_map(why, languages))
                }
            }));
        }
        under("avoid", lines)
    }

    fn member_lines(&self, languages: &Languages) -> Vec<String> {
        match (&self.claim.members, &self.claim.concept.members) {
            (Some(listed), _) if listed.is_empty() => vec!["members: []".to_owned()],
            (Some(listed), _) => under(
                "members",
                listed
                    .iter()
                    .map(|member| match member {
                        MemberClaim::Id(id) => format!("  - {}", scalar(id, false)),
                        MemberClaim::Words(words) => format!("  - {}", braces(words, languages)),
                    })
                    .collect(),
            ),
            (None, Members::None) => vec!["members: none".to_owned()],
            (None, Members::Unknown) => vec!["members: unknown".to_owned()],
            (None, Members::Unsaid | Members::Listed(_)) => Vec::new(),
        }
    }
}

/// The keys of an entry in the order they are written.
pub(super) fn entry_keys(languages: &Languages) -> Vec<String> {
    std::iter::once("id")
        .chain(languages.iter().map(|language| language.code.as_str()))
        .chain(ConceptClaim::KEYS)
        .map(str::to_owned)
        .collect()
}

/// Whether an entry has a key, as its lines tell.
fn says(lines: &str, key: &str) -> bool {
    lines.match_indices(key).any(|(at, _)| {
        let before = lines[..at].chars().next_back();
        let is_key = lines[at + key.len()..].starts_with(':');
        is_key && before.is_none_or(|c| c.is_whitespace() || matches!(c, '{' | ','))
    })
}

fn under(key: &str, lines: Vec<String>) -> Vec<String> {
    if lines.is_empty() {
        return lines;
    }
    std::iter::once(format!("{key}:")).chain(lines).collect()
}

fn map(key: &str, map: &LangMap, languages: &Languages) -> Vec<String> {
    match map.0.get("") {
        Some(words) if map.0.len() == 1 => vec![format!("{key}: {}", scalar(words, false))],
        _ => {
            let line = |(code, words): (&str, &str)| {
                format!("  {}: {}", scalar(code, false), scalar(words, false))
            };
            under(key, ordered(map, languages).into_iter().map(line).collect())
        }
    }
}

fn flow<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let all: Vec<String> = words.into_iter().map(|word| scalar(word, true)).collect();
    format!("[{}]", all.join(", "))
}

fn flow_map(map: &LangMap, languages: &Languages) -> String {
    match map.0.get("") {
        Some(words) if map.0.len() == 1 => scalar(words, true),
        _ => braces(map, languages),
    }
}

fn braces(map: &LangMap, languages: &Languages) -> String {
    let all: Vec<String> = ordered(map, languages)
        .into_iter()
        .map(|(code, words)| format!("{}: {}", scalar(code, true), scalar(words, true)))
        .collect();
    format!("{{{}}}", all.join(", "))
}

/// Words by language, those of the site's languages in its order.
fn ordered<'a>(map: &'a LangMap, languages: &Languages) -> Vec<(&'a str, &'a str)> {
    let place = |code: &str| languages.iter().position(|language| language.code == code);
    let mut all: Vec<_> = map.0.iter().map(|(code, words)| (&**code, &**words)).collect();
    all.sort_by_key(|(code, _)| place(code).unwrap_or(usize::MAX));
    all
}
