//! The text of `glossary.yaml` with the lines of changed entries rewritten. Everything else stays
//! byte for byte.

use std::ops::Range;

use super::PresentTermBase;
use super::entry::{Entry, entry_keys};
use crate::model::Languages;

/// What begins a term base that was not there.
const HEAD: &str = "# The term base: what the terms of the reports are called in each language, and what they mean.\n\n";

/// The new text; nothing where the lines do not show where each entry stands.
pub(super) fn rewrite(present: &PresentTermBase, entries: &[Entry]) -> Option<String> {
    if entries.iter().all(|entry| !entry.is_new && entry.changed.is_empty()) {
        return Some(present.text.to_owned());
    }
    let blocks = entry_ranges(present.text);
    let count = entries.iter().filter(|entry| !entry.is_new).count();
    if blocks.len() != count {
        return None;
    }
    let line_end = if present.text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut text = String::with_capacity(present.text.len());
    let mut at = 0;
    for (block, entry) in blocks.iter().zip(entries).filter(|(_, one)| !one.changed.is_empty()) {
        text.push_str(&present.text[at..block.start]);
        let mut own = present.text[block.clone()].replace("\r\n", "\n");
        if !own.ends_with('\n') {
            own.push('\n');
        }
        let edited = edited_entry(&own, entry, present.languages);
        text.push_str(&edited.replace('\n', line_end));
        at = block.end;
    }
    text.push_str(&present.text[at..]);
    if text.is_empty() {
        text.push_str(HEAD);
    } else if !text.ends_with('\n') {
        text.push_str(line_end);
    }
    for entry in entries.iter().filter(|entry| entry.is_new) {
        text.push_str(&entry.entry_lines(present.languages).replace('\n', line_end));
    }
    Some(text)
}

/// Where each entry stands: from its dash to its last line that is neither empty nor a comment at
/// the edge.
pub(super) fn entry_ranges(text: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches('\u{feff}');
        let end = at + line.len();
        if words.starts_with("- ") || words.trim_end() == "-" {
            blocks.push(end - words.len()..end);
        } else if let Some(block) = blocks.last_mut()
            && !line.trim().is_empty()
            && !line.starts_with('#')
        {
            block.end = end;
        }
        at = end;
    }
    blocks
}

/// An entry with its changed keys rewritten, and every other line as its author left it.
///
/// The entry is taken apart into pieces that keep their order: the lines of each known key, and what
/// stands between them (comments, keys of somebody else's). A changed key replaces its piece; a new one
/// goes behind the last piece whose key is written before it by custom:
///
/// ```text
/// - id: gdp            - id: gdp
///   # see the annex      # see the annex
///   zh: 生产总值    →     zh: 生产总值
///   kind: statistic      en: gross domestic product    # new: `en` follows `zh`
///                        kind: statistic
/// ```
fn edited_entry(block: &str, entry: &Entry, languages: &Languages) -> String {
    let order = entry_keys(languages);
    let Some(found) = Keys::of(block, &order) else {
        // It stands in braces, or otherwise than line by line: it is written anew.
        let mut lines = comments(block);
        lines.push(entry.entry_lines(languages));
        return lines.join("\n");
    };
    let mut pieces: Vec<(usize, String)> = Vec::new();
    let rank = |key: &str| order.iter().position(|known| known == key).unwrap_or(usize::MAX);
    for (number, (key, range)) in found.all.iter().enumerate() {
        let own = &block[range.clone()];
        let text = if entry.changed.contains(key) {
            let lines = entry.key_lines(key, languages);
            found.written(&lines, number == 0, &comments(own))
        } else {
            own.to_owned()
        };
        // What stands between this key and the next is neither's.
        let next = found.all.get(number + 1).map_or(block.len(), |(_, next)| next.start);
        pieces.push((rank(key), text));
        pieces.push((rank(key), block[range.end..next].to_owned()));
    }
    for key in &entry.changed {
        if found.all.iter().any(|(known, _)| known == key) {
            continue;
        }
        let lines = entry.key_lines(key, languages);
        let text = found.written(&lines, false, &[]);
        // Behind the last key that is written before it.
        let before = pieces.iter().rposition(|(other, _)| *other < rank(key));
        let place = before.map_or(1, |place| place + 1);
        pieces.insert(place.min(pieces.len()), (rank(key), text));
    }
    let mut whole: String = pieces.into_iter().map(|(_, text)| text).collect();
    if whole.starts_with("  ") {
        whole.replace_range(..1, "-");
    }
    whole
}

/// The keys of an entry and their lines.
struct Keys {
    all: Vec<(String, Range<usize>)>,
    indent: usize,
}

impl Keys {
    /// The keys, where the entry has each on a line of its own, all at one indent.
    fn of(block: &str, order: &[String]) -> Option<Self> {
        let first = block.strip_prefix('-')?;
        let indent = 1 + first.find(|c| c != ' ')?;
        let mut all: Vec<(String, Range<usize>)> = Vec::new();
        let mut at = 0;
        for line in block.split_inclusive('\n') {
            let end = at + line.len();
            let own =
                if at == 0 { indent } else { line.len() - line.trim_start_matches(' ').len() };
            let key = line.get(own..).and_then(key_of).filter(|_| own == indent);
            if let Some(key) = key.filter(|key| order.contains(key)) {
                all.push((key, at..end));
            } else if let Some((_, range)) = all.last_mut()
                && !(line.trim().is_empty() || line.trim().starts_with('#') && own <= indent)
            {
                range.end = end;
            }
            at = end;
        }
        let begins_with_one = all.first().is_some_and(|(_, range)| range.start == 0);
        begins_with_one.then_some(Self { all, indent })
    }

    /// The lines of a key at the indent of the entry, comments before them.
    fn written(&self, lines: &[String], is_first: bool, comments: &[String]) -> String {
        let mut text = String::new();
        let (before, after) = if is_first { (lines, comments) } else { (comments, lines) };
        for line in before.iter().chain(after) {
            if text.is_empty() && is_first {
                text.push('-');
                text.extend(std::iter::repeat_n(' ', self.indent - 1));
            } else {
                text.extend(std::iter::repeat_n(' ', self.indent));
            }
            text.push_str(line);
            text.push('\n');
        }
        text
    }
}

/// The key that a line begins with.
fn key_of(line: &str) -> Option<String> {
    let (key, rest) = line.split_once(':')?;
    let is_key = rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\r']);
    is_key.then(|| key.trim().trim_matches(['"', '\'']).to_owned())
}

/// The comments of a piece that is written anew: whole lines, and those behind the first line.
fn comments(piece: &str) -> Vec<String> {
    let mut comments = Vec::new();
    for (number, line) in piece.lines().enumerate() {
        let is_block = line.trim_end().ends_with(['|', '>']);
        if line.trim_start().starts_with('#') {
            comments.push(line.trim().to_owned());
        } else {
            comments.extend(comment_behind(line));
        }
        // Below `|`, a line that begins with # is text.
        if number == 0 && is_block {
            break;
        }
    }
    comments
}

/// The comment behind what a line says.
fn comment_behind(line: &str) -> Option<String> {
    let mut quotation = None;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match quotation {
            Some(mark) if c == mark && before != '\\' => quotation = None,
            None if matches!(c, '"' | '\'') && matches!(before, ' ' | '[' | '{' | ',') => {
                quotation = Some(c);
            }
            None if c == '#' && before == ' ' => return Some(line[at..].trim_end().to_owned()),
            _ => {}
        }
        before = c;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_end_before_the_comments_that_stand_between_them() {
        let text =
            "\u{feff}- id: a\n  zh: 一\n\n  # of a\n  en: one\n\n# Between\n\n-\n  id: b\n---x\n";
        let all: Vec<&str> = entry_ranges(text).into_iter().map(|block| &text[block]).collect();
        assert_eq!(all, ["- id: a\n  zh: 一\n\n  # of a\n  en: one\n", "-\n  id: b\n---x\n"]);
    }

    #[test]
    fn keys_have_the_lines_that_belong_to_them() {
        let order = ["id", "en", "see", "definition"].map(str::to_owned);
        let block = "- id: a # the first\n  en: [one,\n    two]\n  # of see\n  see:\n  - b\n\n  definition: |\n    en: no key\n    # no comment\n";
        let keys = Keys::of(block, &order).unwrap();
        let all: Vec<(&str, &str)> =
            keys.all.iter().map(|(key, range)| (&**key, &block[range.clone()])).collect();
        assert_eq!(
            all,
            [
                ("id", "- id: a # the first\n"),
                ("en", "  en: [one,\n    two]\n"),
                ("see", "  see:\n  - b\n"),
                ("definition", "  definition: |\n    en: no key\n    # no comment\n"),
            ]
        );
        assert!(Keys::of("- {id: a}\n", &order).is_none());
        assert!(Keys::of("-\n  id: a\n", &order).is_none());
    }

    #[test]
    fn comments_are_told_from_marks_in_a_text() {
        assert_eq!(comment_behind("en: 'a # b' # c"), Some("# c".to_owned()));
        assert_eq!(comment_behind("en: \"a\\\" # b\""), None);
        assert_eq!(comment_behind("en: Yi's #1 # x"), Some("#1 # x".to_owned()));
        assert_eq!(comments("  en: [a, # one\n  # two\n  b]\n"), ["# one", "# two"]);
        assert_eq!(comments("  en: |\n    # no comment\n"), [""; 0]);
    }
}
