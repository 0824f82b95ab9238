//! `glossary.yaml` into entries that are not yet set against the text.

use std::collections::BTreeSet;

use super::decode_text;
use super::indicators::{IdOwner, check_id};
use super::yaml::{MapReader, ValueForm, YamlNode, YamlValue, list_file, mismatch};
use crate::model::{
    AvoidedForm, Concept, ConceptClaim, LangMap, Languages, LinkPolicy, MemberClaim, Members,
    Reading, TermKind, Wording,
};
use crate::source::{Diagnosed, Diagnostic, FileId, Placed, SourceFile, Span, codes, message};

/// Where the term base lies.
pub const TERM_BASE: &str = "content/glossary.yaml";

/// What a text of a term base says.
pub fn concepts(
    file_text: &str,
    file: FileId,
    languages: &Languages,
) -> Diagnosed<Vec<ConceptClaim>> {
    match decode_text(TERM_BASE, file_text.as_bytes().to_vec()) {
        Ok(text) => {
            glossary_entries(&SourceFile { id: file, path: TERM_BASE.into(), text }, languages)
        }
        Err(diagnostic) => Diagnosed { value: Vec::new(), diagnostics: vec![diagnostic] },
    }
}

/// Reads the term base: a list of entries.
pub(crate) fn glossary_entries(
    file: &SourceFile,
    languages: &Languages,
) -> Diagnosed<Vec<ConceptClaim>> {
    let Diagnosed { value, mut diagnostics } = list_file(file);
    let mut known = BTreeSet::new();
    let entries = value
        .iter()
        .filter_map(|node| concept_entry(node, languages, &mut known, &mut diagnostics))
        .collect();
    Diagnosed { value: entries, diagnostics }
}

/// The lists of terms lie at `by-en.html` and the like.
fn is_free(id: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let is_taken = id.starts_with("by-");
    if is_taken {
        diagnostics.push(
            Diagnostic::new(codes::TERM_GLOSSARY, message!("term-glossary-id", id = id))
                .at(span)
                .help(message!("term-glossary-id.lists")),
        );
    }
    !is_taken
}

fn concept_entry(
    node: &YamlNode,
    languages: &Languages,
    known: &mut BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ConceptClaim> {
    let name = message!("this-term");
    let mut term = MapReader::new(node, name, node.span, &["id"], diagnostics)?;
    let id = term.placed_text("id");
    let pinyin = term.text_value("pinyin");
    let kind = term.one_of("kind", &TermKind::ALL).unwrap_or(TermKind::Concept);
    let definition = term.languages("definition").unwrap_or_default();
    let (members, listed) = read_members(&mut term);
    let see = term.one_or_more("see");
    let mut wordings = vec![Wording::default(); languages.len()];
    for (key, put) in [
        ("variants", (|wording, words| wording.variants = words) as fn(&mut Wording, _)),
        ("except", |wording, words| wording.exceptions = words),
    ] {
        by_language(&mut term, key, languages, |place, code, reader| {
            put(&mut wordings[place], without_places(reader.one_or_more(code)));
        });
    }
    by_language(&mut term, "avoid", languages, |place, code, reader| {
        let nodes = reader.list(code);
        let read = nodes.iter().filter_map(|node| avoided_form(node, reader.diagnostics));
        wordings[place].avoided = read.collect();
    });
    let source = term.languages("source").unwrap_or_default();
    let link = term.one_of("link", &LinkPolicy::ALL).unwrap_or_default();
    let area = term.placed_text("area");
    for language in languages {
        let words = without_places(term.one_or_more(&language.code));
        let mut words = words.into_iter().filter(|word| !word.trim().is_empty());
        let wording = &mut wordings[language.id.index()];
        wording.preferred = words.next().unwrap_or_default();
        wording.admitted = words.collect();
    }
    if wordings[0].preferred.is_empty() {
        wordless(&mut term, &languages.original().code, id.as_ref());
    }
    term.finish();
    let Placed { value: id, span } = id?;
    let is_known = !known.insert(id.clone());
    let at = (codes::TERM_GLOSSARY, span);
    if !check_id(&id, IdOwner::Term, is_known, at, diagnostics) || !is_free(&id, span, diagnostics)
    {
        return None;
    }
    let concept = Concept {
        id,
        kind,
        wordings,
        reading: Reading::default(),
        definition,
        members,
        see: Vec::new(),
        source,
        link,
        area: None,
        span,
    };
    Some(ConceptClaim { concept, see, members: listed, area, pinyin })
}

fn without_places(words: Vec<Placed<String>>) -> Vec<String> {
    words.into_iter().map(|word| word.value).collect()
}

fn wordless(term: &mut MapReader, original: &str, id: Option<&Placed<String>>) {
    let place = id.map_or(term.place_of(""), |id| id.span);
    term.diagnostics.push(
        Diagnostic::new(codes::TERM_GLOSSARY, message!("term-glossary-wordless"))
            .at(place)
            .help(message!("term-glossary-wordless.help", language = original)),
    );
}

/// Reads a mapping from languages: `put` is called with the place of each language that stands
/// there and its code.
fn by_language<'a>(
    term: &mut MapReader<'a, '_>,
    key: &'a str,
    languages: &'a Languages,
    mut put: impl FnMut(usize, &'a str, &mut MapReader<'a, '_>),
) {
    let Some(node) = term.node(key) else { return };
    let Some(mut reader) = MapReader::new(node, key, node.span, &[], term.diagnostics) else {
        return;
    };
    for language in languages {
        put(language.id.index(), &language.code, &mut reader);
    }
    reader.finish();
}

/// `{form: …, why: …}`, or the form alone.
fn avoided_form(node: &YamlNode, diagnostics: &mut Vec<Diagnostic>) -> Option<AvoidedForm> {
    match &*node.value {
        YamlValue::Scalar(scalar) => {
            Some(AvoidedForm { form: scalar.text.clone(), why: LangMap::default() })
        }
        YamlValue::Map(_) => {
            let name = message!("this-form");
            let mut entry = MapReader::new(node, name, node.span, &["form"], diagnostics)?;
            let form = entry.text_value("form");
            let why = entry.languages("why").unwrap_or_default();
            entry.finish();
            Some(AvoidedForm { form: form?, why })
        }
        _ => {
            let wanted = ValueForm::Other(message!("form-avoided"));
            diagnostics.push(mismatch(node, message!("each-entry", key = "avoid"), &wanted));
            None
        }
    }
}

/// A list of members, `unknown`, or `none`.
fn read_members(term: &mut MapReader) -> (Members, Option<Vec<MemberClaim>>) {
    let Some(node) = term.node("members") else { return (Members::Unsaid, None) };
    if let Some(word) = node.as_text() {
        let known = [("none", Members::None), ("unknown", Members::Unknown)];
        if let Some((_, members)) = known.into_iter().find(|(name, _)| *name == word) {
            return (members, None);
        }
    }
    let Some(nodes) = node.as_list() else {
        term.wrong("members", node, &ValueForm::Other(message!("form-members")));
        return (Members::Unsaid, None);
    };
    let mut listed = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node.as_text() {
            Some(id) => listed.push(MemberClaim::Id(Placed::new(id.to_owned(), node.span))),
            None => {
                listed.extend(term.language_texts("members", node).map(MemberClaim::Words));
            }
        }
    }
    (Members::Unsaid, Some(listed))
}
