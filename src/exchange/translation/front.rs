//! The words of the front matter that a translation says in its own language: out of a file, into its
//! lines, and as the front matter of a page that is made.
//!
//! What is a fact in every language (the day of delivery, the period, the place in the order) is no words:
//! it is carried over where a translation must state it, and else left to the original.

use std::ops::Range;

use super::edit::Edit;
use crate::input::front_matter::yaml_borders;
use crate::input::yaml::{YamlKey, YamlNode, YamlValue, parse_yaml, scalar};
use crate::model::{DocumentKind, FrontMatter, LangId, LangMap, Page, ReportMeta, VersionStatus};
use crate::source::SourceFile;

/// A key whose value is words.
struct FrontKey {
    key: &'static str,
    /// What it says, told to translators.
    meaning: &'static str,
    is_in_report: bool,
    words: fn(&FrontMatter) -> Option<&str>,
    set_words: fn(&mut FrontMatter, String),
}

/// A key of the page itself.
macro_rules! of_page {
    ($key:ident, $meaning:literal) => {
        FrontKey {
            key: stringify!($key),
            meaning: $meaning,
            is_in_report: false,
            words: |front| front.$key.as_deref(),
            set_words: |front, words| front.$key = Some(words),
        }
    };
}

/// A key of a report; a report that was not delivered has no speaker.
macro_rules! of_report {
    ($key:ident, $meaning:literal) => {
        FrontKey {
            key: stringify!($key),
            meaning: $meaning,
            is_in_report: true,
            words: |front| Some(&*front.report.as_ref()?.$key).filter(|words| !words.is_empty()),
            set_words: |front, words| {
                if let Some(report) = &mut front.report {
                    report.$key = words;
                }
            },
        }
    };
}

/// The keys in the order in which they are written.
static KEYS: [FrontKey; 8] = [
    of_page!(title, "the title of the page"),
    of_page!(description, "one sentence on the page, for search engines"),
    of_report!(issuer, "who issued the report"),
    of_report!(meeting, "the meeting to which the report was delivered"),
    of_report!(place, "the place where the issuer has its seat"),
    of_report!(speaker, "the name of the one who delivered the report"),
    of_report!(office, "the office of the speaker"),
    FrontKey {
        key: "occasion",
        meaning: "the line under the title that says when and where",
        is_in_report: true,
        words: |front| front.report.as_ref()?.occasion.as_deref(),
        set_words: |front, words| {
            if let Some(report) = &mut front.report {
                report.occasion = Some(words);
            }
        },
    },
];

/// The keys of a report in the order in which a cover has them, those without words as well.
const ORDER_IN_REPORT: [&str; 14] = [
    "kind",
    "issuer",
    "meeting",
    "place",
    "speaker",
    "office",
    "delivered",
    "date",
    "adopted",
    "promulgated",
    "in-force",
    "as-at",
    "occasion",
    "status",
];

/// A place in the front matter that holds words, by its place in [`KEYS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FrontPlace(usize);

impl FrontPlace {
    /// The places of a page that are translated into a language. A title that stands there does where the
    /// translation has no heading for it.
    pub(super) fn of_page(page: &Page, lang: LangId) -> impl Iterator<Item = Self> {
        let has_heading = |lang: LangId| {
            page.side(lang).is_some_and(|side| {
                let span = side.document.title_span;
                span.end > span.start
            })
        };
        let is_title_elsewhere = has_heading(LangId::ORIGINAL) || has_heading(lang);
        let front = &page.original().document.front;
        let places = (0..KEYS.len()).map(Self);
        places.filter(move |place| {
            place.words(front).is_some() && !(place.key_name() == "title" && is_title_elsewhere)
        })
    }

    /// Its key.
    pub(super) fn key_name(self) -> &'static str {
        KEYS[self.0].key
    }

    /// What it says, in words.
    pub(super) fn meaning(self) -> &'static str {
        KEYS[self.0].meaning
    }

    /// What the front matter says there.
    pub(super) fn words(self, front: &FrontMatter) -> Option<&str> {
        (KEYS[self.0].words)(front)
    }
}

/// New words for a place of the front matter.
pub(super) type FrontChange<'a> = (FrontPlace, &'a str);

/// Words on one line: blanks and line ends say nothing there.
pub(super) fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Front matter with new words.
pub(super) fn with_changes(front: &FrontMatter, changes: &[FrontChange]) -> FrontMatter {
    let mut new = front.clone();
    for (place, words) in changes {
        (KEYS[place.0].set_words)(&mut new, (*words).to_owned());
    }
    new
}

/// Whether two say the same, wherever it stands in their files.
pub(super) fn says_the_same(one: &FrontMatter, other: &FrontMatter) -> bool {
    let without_places = |front: &FrontMatter| {
        let mut front = front.clone();
        let has_draft = front.draft.take().is_some();
        let source = front.report.as_mut().and_then(|report| report.source.take());
        (front, has_draft, source.map(|source| (source.name, source.file, source.sha256)))
    };
    without_places(one) == without_places(other)
}

/// The front matter of a translation that is made: a draft, with the words that came back. What must be said
/// and did not come back is said in the words of the original.
pub(super) fn new_front(original: &FrontMatter, changes: &[FrontChange]) -> FrontMatter {
    let report = original.report.as_ref().map(|report| ReportMeta {
        occasion: None,
        romanised: None,
        status: VersionStatus::Draft,
        standing: LangMap::default(),
        note: LangMap::default(),
        source: None,
        ..report.clone()
    });
    let front = FrontMatter {
        title: original.title.clone(),
        updated: original.updated,
        report,
        ..FrontMatter::default()
    };
    with_changes(&front, changes)
}

/// The front matter as it is written.
pub(super) fn front_text(front: &FrontMatter) -> String {
    let mut text = "---\n".to_owned();
    let line = |place: FrontPlace| {
        let words = place.words(front)?;
        Some(format!("{}: {}\n", place.key_name(), scalar(words, false)))
    };
    let lines = |is_in_report: bool| {
        let places = (0..KEYS.len()).filter(move |at| KEYS[*at].is_in_report == is_in_report);
        places.map(FrontPlace).filter_map(line).collect::<Vec<_>>()
    };
    text.extend(lines(false));
    if let Some(day) = front.updated {
        text.extend(["updated: ", &day.iso(), "\n"]);
    }
    if let Some(report) = &front.report {
        let mut own = lines(true);
        let days = report.events.iter();
        own.extend(days.map(|event| format!("{}: {}\n", event.kind.key(), event.day.iso())));
        if report.kind != DocumentKind::default() {
            own.push(format!("kind: {}\n", report.kind.key()));
        }
        own.push(format!("status: {}\n", report.status.key()));
        own.sort_by_key(|line| ORDER_IN_REPORT.iter().position(|key| line.starts_with(key)));
        text.push_str("report:\n");
        text.extend(own.iter().flat_map(|line| ["  ", line.as_str()]));
    }
    text.push_str("---\n");
    text
}

/// The edit that puts new words into the front matter of a file, all its other bytes as they are; or why
/// that cannot be done.
pub(super) fn edit_of(file: &SourceFile, (place, words): FrontChange) -> Result<Edit, String> {
    let by_hand =
        || format!("`{}` cannot be written line by line; change it by hand", place.key_name());
    let (start, end, _) = yaml_borders(&file.text).ok_or_else(by_hand)?;
    let lines = YamlLines { text: &file.text, end };
    let node = parse_yaml(&file.text[start..end], file.id, start).value;
    let top = node.as_ref().and_then(YamlNode::as_map).unwrap_or_default();
    let is_in_report = KEYS[place.0].is_in_report;
    let entries = if is_in_report {
        entry_of(top, "report").and_then(|(_, node)| node.as_map())
    } else {
        Some(top)
    };
    let entries = entries.ok_or_else(by_hand)?;
    if let Some((key, node)) = entry_of(entries, place.key_name()) {
        return lines.replaced(key, node, words).ok_or_else(by_hand);
    }
    let new = |indent: usize| {
        format!("{}{}: {}\n", " ".repeat(indent), place.key_name(), scalar(words, false))
    };
    if !is_in_report {
        return Ok(Edit { range: start..start, markdown: new(0) });
    }
    let rank = |key: &str| ORDER_IN_REPORT.iter().position(|known| *known == key);
    let before = entries
        .iter()
        .filter(|(key, _)| rank(&key.text) < rank(place.key_name()) && rank(&key.text).is_some());
    let (key, _) = before.max_by_key(|(key, _)| key.span.start).ok_or_else(by_hand)?;
    let indent = lines.indent_of(key).ok_or_else(by_hand)?;
    let at = lines.end_of(key);
    Ok(Edit { range: at..at, markdown: new(indent) })
}

fn entry_of<'a>(entries: &'a [(YamlKey, YamlNode)], key: &str) -> Option<&'a (YamlKey, YamlNode)> {
    entries.iter().find(|(own, _)| own.text == key)
}

/// The lines of front matter, which ends at a byte of its file.
struct YamlLines<'a> {
    text: &'a str,
    end: usize,
}

impl YamlLines<'_> {
    /// The blanks before a key; nothing where it is not the first thing of its line.
    fn indent_of(&self, key: &YamlKey) -> Option<usize> {
        let start = key.span.range().start;
        let line = self.text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        self.text[line..start].bytes().all(|byte| byte == b' ').then_some(start - line)
    }

    /// Where the line ends after the value of a key: that of the last line which lies deeper.
    fn end_of(&self, key: &YamlKey) -> usize {
        let indent = self.indent_of(key).unwrap_or_default();
        let mut at = key.span.range().start;
        let mut end = None;
        for line in self.text[at..self.end].split_inclusive('\n') {
            let blanks = line.len() - line.trim_start_matches(' ').len();
            let is_empty = line.trim().is_empty();
            if end.is_some() && !is_empty && blanks <= indent {
                break;
            }
            at += line.len();
            if !is_empty {
                end = Some(at);
            }
        }
        end.unwrap_or(at)
    }

    /// New words in place of a text, or of nothing behind a colon.
    fn replaced(&self, key: &YamlKey, node: &YamlNode, words: &str) -> Option<Edit> {
        if !matches!(*node.value, YamlValue::Scalar(_) | YamlValue::Null) {
            return None;
        }
        let is_inside = self.indent_of(key).is_none();
        let (start, end) = (key.span.range().start, self.end_of(key));
        let colon = key.span.range().end;
        let colon = colon + self.text[colon..end].find(':')? + 1;
        let value = node.span.range();
        let is_of_several_lines = !is_inside && self.text[start..end].trim_end().contains('\n');
        let range: Range<usize> = if is_of_several_lines {
            colon..colon + self.text[colon..end].trim_end().len()
        } else if value.is_empty() || value.start < colon {
            colon..colon
        } else {
            value
        };
        let blank = if range.start == colon { " " } else { "" };
        Some(Edit { range, markdown: format!("{blank}{}", scalar(words, is_inside)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::front_matter::read_front_matter;
    use crate::source::FileId;

    fn place(key: &str) -> FrontPlace {
        FrontPlace(KEYS.iter().position(|known| known.key == key).unwrap())
    }

    /// Front matter with new words, read again.
    fn edited(yaml: &str, key: &str, words: &str) -> Result<String, String> {
        let file =
            |text: &str| SourceFile { id: FileId(0), path: "a.en.md".into(), text: text.into() };
        let old = file(&format!("---\n{yaml}---\n"));
        let edit = edit_of(&old, (place(key), words))?;
        let mut text = old.text.to_string();
        text.replace_range(edit.range, &edit.markdown);
        let (front, _) = read_front_matter(&file(&text)).value;
        let (was, _) = read_front_matter(&old).value;
        let wanted = with_changes(&was, &[(place(key), words)]);
        assert!(says_the_same(&front, &wanted), "{text}");
        Ok(text[4..text.len() - 4].to_owned())
    }

    #[test]
    fn words_are_put_in_whatever_form_they_had() {
        let report = |lines: &str| {
            format!(
                "report:\n{lines}  meeting: m\n  place: p\n  speaker: s\n  office: o\n  delivered: 2018-03-31\n  status: draft\n"
            )
        };
        for (old, new) in [
            ("  issuer: I # who\n", "  issuer: new # who\n"),
            ("  issuer: 'I ''m'   # who\n", "  issuer: new   # who\n"),
            ("  issuer:\n    I\n\n    am\n  # meets\n", "  issuer: new\n  # meets\n"),
            ("  issuer: |\n    I\n    # am\n", "  issuer: new\n"),
        ] {
            assert_eq!(edited(&report(old), "issuer", "new"), Ok(report(new)));
        }
        let flow = |issuer: &str| {
            format!(
                "report: {{issuer: {issuer}, meeting: m, place: p, speaker: s, office: o, delivered: 2018-03-31, status: draft}}\n"
            )
        };
        assert_eq!(edited(&flow("I"), "issuer", "a, b"), Ok(flow("\"a, b\"")));
        assert!(edited(&flow("I"), "occasion", "then").is_err());
        let whole = report("  issuer: I\n");
        let wanted = whole.replace("  status", "  occasion: then\n  status");
        assert_eq!(edited(&whole, "occasion", "then"), Ok(wanted));
        assert_eq!(edited("", "description", "d: e"), Ok("description: \"d: e\"\n".to_owned()));
        assert_eq!(edited("description:\n", "description", "d"), Ok("description: d\n".to_owned()));
    }
}
