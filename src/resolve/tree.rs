//! Groups files into pages, finds reports, orders and numbers their parts.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::withheld;
use super::{ParsedPage, Surroundings};
use crate::model::{
    Document, FrontMatter, LangId, Languages, PageRole, ReportMeta, Text, TextId, WithheldPage,
};
use crate::source::{Diagnosed, Diagnostic, FileId, Span, codes, message};

/// The name of the page that stands for its folder.
pub(super) const INDEX: &str = "_index";

/// A page before its blocks are aligned.
pub(super) struct Node {
    pub(super) key: String,
    pub(super) role: PageRole,
    /// Whether somebody wrote it.
    pub(super) is_authored: bool,
    pub(super) is_folder: bool,
    pub(super) number: Vec<u32>,
    /// One for each language.
    pub(super) documents: Vec<Option<Arc<Document>>>,
    /// What is held back, one for each language; where that is the original, `documents` still holds
    /// all of it.
    pub(super) withheld: Vec<Option<Arc<Document>>>,
}

impl Node {
    fn original(&self) -> Option<&Arc<Document>> {
        self.documents.first().and_then(Option::as_ref)
    }

    /// Whether something is missing only because it could not be read.
    fn has_faults(&self) -> bool {
        self.documents.iter().flatten().any(|document| document.front.has_faults)
    }

    /// What the cover says in each language.
    pub(super) fn meta(&self) -> Vec<Option<ReportMeta>> {
        self.documents
            .iter()
            .map(|document| document.as_ref().and_then(|document| document.front.report.clone()))
            .collect()
    }
}

/// A report with its parts in reading order.
pub(super) struct ReportTree {
    pub(super) cover: Node,
    pub(super) parts: Vec<Node>,
}

/// All pages.
pub(super) struct Tree {
    /// Home, about and other pages outside reports.
    pub(super) plain: Vec<Node>,
    /// Reports, newest first.
    pub(super) reports: Vec<ReportTree>,
    /// Drafts, of which nothing is in the others.
    pub(super) withheld: Vec<WithheldPage>,
}

/// Builds the tree.
pub(super) fn build(
    parsed: Vec<ParsedPage>,
    languages: &Languages,
    around: &Surroundings,
) -> Diagnosed<Tree> {
    let mut diagnostics = Vec::new();
    let mut nodes = group_documents(parsed, languages, around, &mut diagnostics);
    let covers: Vec<String> = nodes
        .iter()
        .filter(|(_, node)| node.original().is_some_and(|cover| cover.front.report.is_some()))
        .filter_map(|(key, _)| folder_of_index(key))
        .filter(|folder| !folder.is_empty())
        .map(str::to_owned)
        .collect();
    let mut reports = Vec::new();
    // Inner folders first, so that a report inside a report's folder keeps its own parts.
    for folder in covers.iter().rev() {
        reports.push(take_report(folder, &mut nodes, &mut diagnostics));
    }
    reports.sort_by(|a, b| {
        let delivered = |report: &ReportTree| {
            report
                .cover
                .original()
                .and_then(|cover| cover.front.report.as_ref().map(ReportMeta::day))
        };
        delivered(b).cmp(&delivered(a)).then_with(|| a.cover.key.cmp(&b.cover.key))
    });
    for node in nodes.values().filter(|node| !node.has_faults()) {
        for document in node.documents.iter().flatten() {
            if document.front.report.is_some() {
                diagnostics.push(
                    Diagnostic::new(codes::REPORT_MISSING, message!("report-missing-no-cover"))
                        .at(document.title_span)
                        .help(message!("report-missing-no-cover.help")),
                );
            }
        }
    }
    let plain = plain_pages(nodes, languages);
    let mut tree = Tree { plain, reports, withheld: Vec::new() };
    tree.withheld = withheld::take_drafts(&mut tree);
    diagnostics.extend(withheld::findings(&tree.withheld, languages));
    Diagnosed { value: tree, diagnostics }
}

/// Groups documents by key. A page without its original is dropped after it was reported.
fn group_documents(
    parsed: Vec<ParsedPage>,
    languages: &Languages,
    around: &Surroundings,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Node> {
    let mut nodes = BTreeMap::<String, Node>::new();
    for ParsedPage { key, document } in parsed {
        let node = nodes.entry(key.clone()).or_insert_with(|| Node {
            is_folder: folder_of_index(&key).is_some(),
            key,
            role: PageRole::Plain,
            is_authored: true,
            number: Vec::new(),
            documents: vec![None; languages.len()],
            withheld: vec![None; languages.len()],
        });
        let lang = document.lang.index();
        node.documents[lang] = Some(document);
    }
    if !around.has_drafts {
        withheld::mark_drafts(&mut nodes);
    }
    for (key, node) in nodes.iter().filter(|(key, _)| !around.unreadable.contains(*key)) {
        for language in languages.iter().filter(|_| node.withheld[0].is_none()) {
            let lang = language.id.index();
            if node.documents[lang].is_none() && node.withheld[lang].is_none() {
                diagnostics.push(missing_side(key, node, languages, language.id));
            }
        }
    }
    nodes.retain(|_, node| node.original().is_some());
    nodes
}

fn missing_side(key: &str, node: &Node, languages: &Languages, lang: LangId) -> Diagnostic {
    let there = node.documents.iter().flatten().next();
    let code = &languages.get(lang).code;
    let message = match there {
        Some(_) if lang == LangId::ORIGINAL => message!("report-missing-original"),
        _ => message!("translation-missing-page"),
    };
    let diagnostic = Diagnostic::new(codes::TRANSLATION_MISSING, message)
        .help(message!("page-missing.help", path = format!("content/{key}.{code}.md")));
    let mut diagnostic = match there {
        Some(document) => diagnostic
            .labelled(document.title_span, message!("page-missing.label", language = code)),
        None => diagnostic,
    };
    if lang == LangId::ORIGINAL {
        // Without an original there is nothing to publish; that cannot be a warning.
        diagnostic.code = codes::REPORT_MISSING;
        diagnostic.severity = codes::REPORT_MISSING.severity();
    }
    diagnostic
}

/// Takes a report out of the nodes: its cover and everything below its folder.
fn take_report(
    folder: &str,
    nodes: &mut BTreeMap<String, Node>,
    diagnostics: &mut Vec<Diagnostic>,
) -> ReportTree {
    let below = format!("{folder}/");
    let from_here = nodes.range::<String, _>(&below..);
    let keys: Vec<_> =
        from_here.map(|(key, _)| key.clone()).take_while(|key| key.starts_with(&below)).collect();
    let mut own: BTreeMap<String, Node> =
        keys.into_iter().filter_map(|key| nodes.remove_entry(&key)).collect();
    let mut cover = own.remove(&format!("{below}{INDEX}")).expect("the cover was found before");
    folder.clone_into(&mut cover.key);
    cover.role = PageRole::Report;
    cover.number = vec![0];
    for document in cover.documents.iter().flatten() {
        if document.front.report.is_none() && !document.front.has_faults {
            diagnostics.push(
                Diagnostic::new(codes::REPORT_MISSING, message!("report-missing-metadata"))
                    .at(document.title_span)
                    .help(message!("report-missing-metadata.help")),
            );
        }
    }
    let mut parts: Vec<Node> = own
        .into_values()
        .map(|mut node| {
            if let Some(folder) = folder_of_index(&node.key) {
                node.key = folder.to_owned();
            }
            node.role = PageRole::Part;
            node
        })
        .collect();
    number_parts(folder, &mut parts);
    ReportTree { cover, parts }
}

/// Orders the parts of a report, and numbers them.
///
/// Each folder or file counts by its weight, else by the number its name begins with; without
/// either it comes after its numbered neighbours, by name. A folder's own page comes before what
/// lies in the folder. A part's number is the number its name begins with, else its place.
fn number_parts(folder: &str, parts: &mut [Node]) {
    let weights: BTreeMap<String, i64> = parts
        .iter()
        .filter_map(|part| Some((part.key.clone(), part.original()?.front.weight?)))
        .collect();
    let order = |key: &str| -> Vec<(i64, String)> {
        let mut path = folder.to_owned();
        key[folder.len() + 1..]
            .split('/')
            .map(|segment| {
                path = format!("{path}/{segment}");
                let own = weights.get(&path).copied();
                let rank = own.or_else(|| leading_number(segment).map(i64::from));
                (rank.unwrap_or(i64::MAX), segment.to_owned())
            })
            .collect()
    };
    parts.sort_by_cached_key(|part| order(&part.key));
    let mut seen = BTreeMap::<String, u32>::new();
    let mut numbers = BTreeMap::<String, u32>::new();
    for part in parts {
        let mut path = folder.to_owned();
        for segment in part.key[folder.len() + 1..].split('/') {
            let above = path.clone();
            path = format!("{path}/{segment}");
            let number = *numbers.entry(path.clone()).or_insert_with(|| {
                let last = seen.entry(above).or_default();
                *last = leading_number(segment).unwrap_or(*last + 1);
                *last
            });
            part.number.push(number);
        }
    }
}

/// The number a name begins with: `1-review`, `02_plan`, `3.government`.
fn leading_number(name: &str) -> Option<u32> {
    let digits = name.len() - name.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_whole = matches!(name.as_bytes().get(digits), None | Some(b'-' | b'_' | b'.' | b' '));
    if is_whole { name[..digits].parse().ok() } else { None }
}

fn folder_of_index(key: &str) -> Option<&str> {
    if key == INDEX { Some("") } else { key.strip_suffix(INDEX)?.strip_suffix('/') }
}

/// Pages outside reports; home and about are always there.
fn plain_pages(mut nodes: BTreeMap<String, Node>, languages: &Languages) -> Vec<Node> {
    let mut plain = Vec::new();
    for (key, kind) in [(INDEX, PageRole::Home), ("about", PageRole::About)] {
        let mut node = nodes.remove(key).unwrap_or_else(|| empty(key, languages));
        node.role = kind;
        if kind == PageRole::Home {
            node.key = String::new();
        }
        plain.push(node);
    }
    plain.extend(nodes.into_values().map(|mut node| {
        if let Some(folder) = folder_of_index(&node.key) {
            node.key = format!("{folder}/index");
        }
        node
    }));
    plain
}

/// A page nobody wrote: the theme fills it.
fn empty(key: &str, languages: &Languages) -> Node {
    let document = |lang| Document {
        file: FileId(0),
        lang,
        front: FrontMatter::default(),
        title: TextId(0),
        title_span: Span::new(FileId(0), 0..0),
        blocks: Vec::new(),
        footnotes: Vec::new(),
        rows: Vec::new(),
        annotations: Vec::new(),
        terms: Vec::new(),
        texts: vec![Text::default()],
        references: Vec::new(),
        body_start: 0,
    };
    let documents =
        languages.iter().map(|language| Some(Arc::new(document(language.id)))).collect();
    Node {
        key: key.to_owned(),
        role: PageRole::Plain,
        is_authored: false,
        is_folder: key == INDEX,
        number: Vec::new(),
        withheld: vec![None; languages.len()],
        documents,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(key: &str) -> Node {
        Node {
            key: key.to_owned(),
            role: PageRole::Part,
            is_authored: true,
            is_folder: false,
            number: Vec::new(),
            documents: vec![None],
            withheld: vec![None],
        }
    }

    fn numbered(keys: &[&str]) -> Vec<(String, Vec<u32>)> {
        let mut parts: Vec<_> = keys.iter().map(|key| part(key)).collect();
        number_parts("r", &mut parts);
        parts.into_iter().map(|part| (part.key, part.number)).collect()
    }

    #[test]
    fn parts_are_ordered_by_the_number_their_name_begins_with() {
        assert_eq!(
            numbered(&["r/10-end", "r/2-plan", "r/1-review", "r/annex"]),
            [
                ("r/1-review".to_owned(), vec![1]),
                ("r/2-plan".to_owned(), vec![2]),
                ("r/10-end".to_owned(), vec![10]),
                ("r/annex".to_owned(), vec![11]),
            ]
        );
    }

    #[test]
    fn a_folder_comes_before_what_lies_in_it_and_gives_its_number() {
        assert_eq!(
            numbered(&["r/1-review/2-b", "r/1-review/1-a", "r/1-review", "r/2-plan"]),
            [
                ("r/1-review".to_owned(), vec![1]),
                ("r/1-review/1-a".to_owned(), vec![1, 1]),
                ("r/1-review/2-b".to_owned(), vec![1, 2]),
                ("r/2-plan".to_owned(), vec![2]),
            ]
        );
    }

    #[test]
    fn a_year_in_a_name_counts_only_as_a_whole_word() {
        assert_eq!(leading_number("2018-report"), Some(2018));
        assert_eq!(leading_number("3d-model"), None);
    }
}
