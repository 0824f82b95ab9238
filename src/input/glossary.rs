//! `glossary.yaml` into entries that are not yet set against the text.

use std::fmt;

use serde::de::{self, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::indicators::{check_id, one_of};
use super::places::Places;
use super::text;
use super::yaml::{self, Entries};
use crate::model::{
    Avoided, Concept, ConceptClaim, LangMap, Languages, LinkPolicy, MemberClaim, Members, Reading,
    TermKind, Wording,
};
use crate::source::{Diagnosed, Diagnostic, FileId, SourceFile, Span, codes, nearest};

/// Where the term base lies.
pub const TERM_BASE: &str = "content/glossary.yaml";

/// What a text of a term base says.
pub fn concepts(
    file_text: &str,
    file: FileId,
    languages: &Languages,
) -> Diagnosed<Vec<ConceptClaim>> {
    match text(TERM_BASE, file_text.as_bytes().to_vec()) {
        Ok(text) => entries(&SourceFile { id: file, path: TERM_BASE.into(), text }, languages),
        Err(diagnostic) => Diagnosed { value: Vec::new(), diagnostics: vec![diagnostic] },
    }
}

/// Reads the term base: a list of entries.
pub fn entries(file: &SourceFile, languages: &Languages) -> Diagnosed<Vec<ConceptClaim>> {
    let mut diagnostics = Vec::new();
    let is_empty = file.text.lines().map(str::trim).all(|l| l.is_empty() || l.starts_with('#'));
    let raws: Option<Vec<RawEntry>> = if is_empty {
        None
    } else {
        yaml::read(&file.text, file.id, 0).into_value(&mut diagnostics)
    };
    let mut places = Places::new(file);
    let mut entries: Vec<ConceptClaim> = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for raw in raws.unwrap_or_default() {
        let span = places.next(&format!("id: {}", raw.id));
        let is_known = !known.insert(raw.id.clone());
        let at = (codes::TERM_GLOSSARY, span);
        if check_id(&raw.id, "term", is_known, at, &mut diagnostics)
            && is_free(&raw.id, span, &mut diagnostics)
        {
            entries.push(entry(raw, languages, span, &mut diagnostics));
        }
    }
    Diagnosed { value: entries, diagnostics }
}

/// The lists of terms lie at `by-en.html` and the like.
fn is_free(id: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let is_taken = id.starts_with("by-");
    if is_taken {
        diagnostics.push(
            Diagnostic::new(codes::TERM_GLOSSARY, format!("`{id}` cannot be the id of a term"))
                .at(span, "")
                .help("the lists of terms lie at `by-….html`; choose an id that begins otherwise"),
        );
    }
    !is_taken
}

fn entry(
    mut raw: RawEntry,
    languages: &Languages,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> ConceptClaim {
    let kind =
        raw.kind.take().and_then(|word| one_of("kind", &word, &TermKind::ALL, span, diagnostics));
    let link =
        raw.link.take().and_then(|word| one_of("link", &word, &LinkPolicy::ALL, span, diagnostics));
    let wordings = wordings(&mut raw, languages, span, diagnostics);
    if wordings[0].preferred.is_empty() {
        let original = &languages.original().code;
        diagnostics.push(
            Diagnostic::new(codes::TERM_GLOSSARY, "this term has no words in the original")
                .at(span, "")
                .help(format!("write them as `{original}:`")),
        );
    }
    let (members, listed) = match raw.members {
        RawMembers::Unsaid => (Members::Unsaid, None),
        RawMembers::None => (Members::None, None),
        RawMembers::Unknown => (Members::Unknown, None),
        RawMembers::Listed(listed) => (Members::Unsaid, Some(listed)),
    };
    let concept = Concept {
        id: raw.id,
        kind: kind.unwrap_or(TermKind::Concept),
        wordings,
        reading: Reading::default(),
        definition: raw.definition,
        members,
        see: Vec::new(),
        source: raw.source,
        link: link.unwrap_or_default(),
        area: None,
        span,
    };
    let members = listed.map(|listed| {
        listed
            .into_iter()
            .map(|member| match member {
                yaml::Loose::Text(id) => MemberClaim::Id(id),
                yaml::Loose::Map(words) => MemberClaim::Words(words),
            })
            .collect()
    });
    ConceptClaim { concept, see: raw.see.0, members, area: raw.area, pinyin: raw.pinyin }
}

/// What an entry says of each language; one for each language of the site.
fn wordings(
    raw: &mut RawEntry,
    languages: &Languages,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Wording> {
    let mut wordings: Vec<Wording> = vec![Wording::default(); languages.len()];
    let of = |code: &str, diagnostics: &mut Vec<Diagnostic>| {
        let language = languages.find(code);
        if language.is_none() {
            diagnostics.push(unknown_key(code, languages, span));
        }
        language.map(|language| language.id.index())
    };
    for (code, words) in std::mem::take(&mut raw.names) {
        let Some(place) = of(&code, diagnostics) else { continue };
        let mut words = words.0.into_iter().filter(|word| !word.trim().is_empty());
        wordings[place].preferred = words.next().unwrap_or_default();
        wordings[place].admitted = words.collect();
    }
    for (code, words) in std::mem::take(&mut raw.variants.0) {
        let Some(place) = of(&code, diagnostics) else { continue };
        wordings[place].variants = words.0;
    }
    for (code, words) in std::mem::take(&mut raw.except.0) {
        let Some(place) = of(&code, diagnostics) else { continue };
        wordings[place].exceptions = words.0;
    }
    for (code, avoided) in std::mem::take(&mut raw.avoid.0) {
        let Some(place) = of(&code, diagnostics) else { continue };
        wordings[place].avoided = avoided.into_iter().map(|RawAvoided(avoided)| avoided).collect();
    }
    wordings
}

fn unknown_key(key: &str, languages: &Languages, span: Span) -> Diagnostic {
    let codes_known = languages.iter().map(|language| language.code.as_str());
    let known: Vec<&str> =
        std::iter::once("id").chain(ConceptClaim::KEYS).chain(codes_known).collect();
    let near = nearest(key, known.iter().copied());
    Diagnostic::new(codes::KEY_UNKNOWN, format!("unknown key `{key}` in this term"))
        .at(span, "")
        .help(near.map_or_else(
            || format!("known keys here: {}", known.join(", ")),
            |near| format!("did you mean `{near}`?"),
        ))
}

/// An entry as it is written.
#[derive(Debug, Default)]
struct RawEntry {
    id: String,
    names: Vec<(String, Words)>,
    pinyin: Option<String>,
    kind: Option<String>,
    definition: LangMap,
    members: RawMembers,
    see: Words,
    variants: Entries<Words>,
    except: Entries<Words>,
    avoid: Entries<Vec<RawAvoided>>,
    source: LangMap,
    link: Option<String>,
    area: Option<String>,
}

impl<'de> Deserialize<'de> for RawEntry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = RawEntry;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a term: a mapping with `id` and words in each language")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawEntry, A::Error> {
                let mut raw = RawEntry::default();
                let mut seen: Vec<String> = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    if seen.contains(&key) {
                        return Err(de::Error::custom(format!("`{key}` stands here twice")));
                    }
                    match key.as_str() {
                        "id" => raw.id = map.next_value()?,
                        "pinyin" => raw.pinyin = map.next_value()?,
                        "kind" => raw.kind = map.next_value()?,
                        "definition" => raw.definition = map.next_value()?,
                        "members" => raw.members = map.next_value()?,
                        "see" => raw.see = map.next_value()?,
                        "variants" => raw.variants = map.next_value()?,
                        "except" => raw.except = map.next_value()?,
                        "avoid" => raw.avoid = map.next_value()?,
                        "source" => raw.source = map.next_value()?,
                        "link" => raw.link = map.next_value()?,
                        "area" => raw.area = map.next_value()?,
                        // A language; what is none is reported with the names that are known.
                        _ => raw.names.push((key.clone(), map.next_value()?)),
                    }
                    seen.push(key);
                }
                if raw.id.is_empty() {
                    return Err(de::Error::missing_field("id"));
                }
                Ok(raw)
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

/// One text or several.
#[derive(Debug, Default)]
struct Words(Vec<String>);

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Words;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words, or a list of words")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Words, E> {
                Ok(Words(vec![text.to_owned()]))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Words, E> {
                Ok(Words(vec![number.to_string()]))
            }

            fn visit_unit<E: de::Error>(self) -> Result<Words, E> {
                Ok(Words::default())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Words, A::Error> {
                let mut words = Vec::new();
                while let Some(word) = list.next_element::<String>()? {
                    words.push(word);
                }
                Ok(Words(words))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
                // Of an unknown key, which is reported as such.
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Words::default())
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// `{form: …, why: …}`, or the form alone.
#[derive(Debug)]
struct RawAvoided(Avoided);

impl<'de> Deserialize<'de> for RawAvoided {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Full {
            form: String,
            #[serde(default)]
            why: LangMap,
        }
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "`{form: …, why: …}`, or the form alone")]
        enum Either {
            Form(String),
            Full(Full),
        }
        Ok(Self(match Either::deserialize(deserializer)? {
            Either::Form(form) => Avoided { form, why: LangMap::default() },
            Either::Full(Full { form, why }) => Avoided { form, why },
        }))
    }
}

/// `members` as it is written.
#[derive(Debug, Default)]
enum RawMembers {
    #[default]
    Unsaid,
    None,
    Unknown,
    Listed(Vec<yaml::Loose>),
}

impl<'de> Deserialize<'de> for RawMembers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = RawMembers;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of members, `unknown`, or `none`")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<RawMembers, E> {
                match word {
                    "unknown" => Ok(RawMembers::Unknown),
                    "none" => Ok(RawMembers::None),
                    _ => Err(de::Error::invalid_value(de::Unexpected::Str(word), &self)),
                }
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<RawMembers, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = list.next_element()? {
                    members.push(member);
                }
                Ok(RawMembers::Listed(members))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}
