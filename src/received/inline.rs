//! The words of a line of Markdown, and the marks over them.

use crate::model::{ReceivedMark, ReceivedMarkKind};

/// WordStream, and the marks over them by start.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Inline {
    pub(super) text: String,
    pub(super) marks: Vec<ReceivedMark>,
}

/// Whether a character is seen by nobody: blanks without width, byte order marks inside a text, marks of the
/// direction of writing, hyphens for the end of a line. Programs leave them behind; they are not words.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'
            ..='\u{2069}' | '\u{feff}'
    )
}

/// The words of a line without signs: blanks as typed for looks are one blank, and none at the ends.
pub(super) fn plain(line: &str) -> Inline {
    let mut inline = Inline::default();
    for c in line.chars() {
        inline.push(c);
    }
    inline.trim_end();
    inline
}

/// The words of a line of Markdown. Signs that mark nothing are words: `3 * 4`.
pub(super) fn markdown(line: &str) -> Inline {
    let mut inline = Inline::default();
    read_inline(line, &mut inline);
    inline.trim_end();
    inline
}

impl Inline {
    /// Adds a character; blanks become one, and none stands at the beginning.
    pub(super) fn push(&mut self, c: char) {
        if is_invisible(c) {
            return;
        }
        let is_after_blank = self.text.ends_with([' ', '\u{3000}']);
        if !c.is_whitespace() {
            self.text.push(c);
        } else if is_after_blank && c == '\u{3000}' {
            // A wide blank parts words of a head: 第一章　总论.
            self.text.pop();
            self.text.push(c);
        } else if !self.text.is_empty() && !is_after_blank {
            self.text.push(if c == '\u{3000}' { c } else { ' ' });
        }
    }

    /// Takes off blanks at the end, and puts the marks in order.
    pub(super) fn trim_end(&mut self) {
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        for mark in &mut self.marks {
            mark.range.start = mark.range.start.min(end);
            mark.range.end = mark.range.end.min(end);
        }
        self.marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
    }

    /// Marks what was added since this byte.
    pub(super) fn mark(&mut self, start: usize, kind: ReceivedMarkKind) {
        let range = start..self.text.len();
        self.marks.push(ReceivedMark { range, kind });
    }
}

fn read_inline(mut rest: &str, inline: &mut Inline) {
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        match taken(rest, before, inline) {
            Some(after) => rest = after,
            None => {
                inline.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        before = c;
    }
}

/// Reads what a sign at the beginning of a text marks, and gives what stands behind it; nothing where the
/// first character is a word.
fn taken<'a>(rest: &'a str, before: char, inline: &mut Inline) -> Option<&'a str> {
    let escaped = rest.strip_prefix('\\').and_then(|after| after.chars().next());
    if let Some(c) = escaped.filter(char::is_ascii_punctuation) {
        inline.push(c);
        return Some(&rest[2..]);
    }
    if let Some(after) = rest.strip_prefix("<!--") {
        return after.split_once("-->").map(|(_, after)| after);
    }
    for sign in ["**", "__"] {
        if let Some((inner, after)) = between(rest, sign, before) {
            let start = inline.text.len();
            read_inline(inner, inline);
            inline.mark(start, ReceivedMarkKind::Strong);
            return Some(after);
        }
    }
    for sign in ["~~", "*", "_", "`"] {
        if let Some((inner, after)) = between(rest, sign, before) {
            read_inline(inner, inline);
            return Some(after);
        }
    }
    if let Some((label, after)) = rest.strip_prefix("[^").and_then(|rest| rest.split_once(']')) {
        inline.mark(inline.text.len(), ReceivedMarkKind::Note(label.to_owned()));
        return Some(after);
    }
    if let Some((words, attributes, after)) = attributed_span(rest) {
        let start = inline.text.len();
        read_inline(words, inline);
        if [".underline", ".ul"].iter().any(|class| attributes.contains(class)) {
            inline.mark(start, ReceivedMarkKind::Underlined);
        }
        return Some(after);
    }
    let image = rest.strip_prefix('!').and_then(|rest| link(rest).or_else(|| labelled_link(rest)));
    if let Some((_, after)) = image {
        return Some(after);
    }
    if let Some((words, after)) = link(rest) {
        read_inline(words, inline);
        return Some(after);
    }
    entity(rest, inline)
}

/// What stands between two signs, and what follows. As in CommonMark a sign opens before a word and closes
/// behind one, and `_` marks nothing inside a word.
fn between<'a>(rest: &'a str, sign: &str, before: char) -> Option<(&'a str, &'a str)> {
    let inner = rest.strip_prefix(sign)?;
    let is_inside = sign.starts_with('_') && before.is_alphanumeric();
    let first = inner.chars().next().filter(|c| !c.is_whitespace())?;
    if is_inside || (sign.len() == 1 && sign.starts_with(first)) {
        return None;
    }
    let mut from = 0;
    loop {
        let at = from + inner[from..].find(sign)?;
        let (words, after) = (&inner[..at], &inner[at + sign.len()..]);
        let is_closed = words.ends_with(|c: char| !c.is_whitespace());
        let goes_on = sign.starts_with('_') && after.starts_with(char::is_alphanumeric);
        if is_closed && !goes_on && !words.ends_with('\\') {
            return Some((words, after));
        }
        from = at + sign.len();
    }
}

/// The words of a span with attributes, those, and what follows: `[words]{.underline}`, as pandoc writes it.
fn attributed_span(rest: &str) -> Option<(&str, &str, &str)> {
    let (words, after) = rest.strip_prefix('[')?.split_once("]{")?;
    let is_one = !words.contains(['[', ']', '\n']);
    let (attributes, after) = after.split_once('}').filter(|_| is_one)?;
    let is_attribute = attributes.starts_with(['.', '#']) || attributes.contains('=');
    is_attribute.then_some((words, attributes, after))
}

/// The words of a reference, and what follows: `[words][label]`.
fn labelled_link(rest: &str) -> Option<(&str, &str)> {
    let (words, after) = rest.strip_prefix('[')?.split_once("][")?;
    let (_, after) = after.split_once(']')?;
    (!words.contains(['[', ']'])).then_some((words, after))
}

/// The words of a link, and what follows: `[words](address)`.
fn link(rest: &str) -> Option<(&str, &str)> {
    let (words, after) = rest.strip_prefix('[')?.split_once("](")?;
    let is_one = !words.contains(['[', ']', '\n']);
    let (_, after) = after.split_once(')').filter(|_| is_one)?;
    Some((words, after))
}

/// The references to characters that texts copied from pages have.
const ENTITIES: [(&str, char); 8] = [
    ("&nbsp;", ' '),
    ("&emsp;", ' '),
    ("&ensp;", ' '),
    ("&amp;", '&'),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&quot;", '"'),
    ("&middot;", '·'),
];

fn entity<'a>(rest: &'a str, inline: &mut Inline) -> Option<&'a str> {
    if let Some((name, c)) = ENTITIES.iter().find(|(name, _)| rest.starts_with(name)) {
        inline.push(*c);
        return Some(&rest[name.len()..]);
    }
    // By its number: `&#123;`, `&#x7b;`.
    let (number, after) = rest.strip_prefix("&#")?.split_once(';')?;
    let value = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    inline.push(char::from_u32(value)?);
    Some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> String {
        markdown(line).text
    }

    #[test]
    fn signs_that_mark_are_no_words_and_those_that_do_not_are() {
        for (line, expected) in [
            ("**一是**加快发展。", "一是加快发展。"),
            ("全市 *GDP* 与 `code`", "全市 GDP 与 code"),
            ("3 * 4 * 5", "3 * 4 * 5"),
            ("snake_case_name", "snake_case_name"),
            (r"带\*的指标", "带*的指标"),
            ("[公报](https://example.org/a)发布", "公报发布"),
            ("![图](a.png)说明", "说明"),
            ("　　甲　乙&nbsp;丙 ", "甲　乙 丙"),
            ("建设<!-- page -->示范镇", "建设示范镇"),
            ("［1］与[2]", "［1］与[2]"),
            ("****", "****"),
        ] {
            assert_eq!(words(line), expected, "{line}");
        }
    }

    #[test]
    fn strong_words_and_notes_keep_their_places() {
        let read = markdown("**一是** 甲[^2]。");
        assert_eq!(read.text, "一是 甲。");
        let marks: Vec<_> =
            read.marks.iter().map(|mark| (mark.range.clone(), &mark.kind)).collect();
        let note = ReceivedMarkKind::Note("2".to_owned());
        assert_eq!(marks, [(0..6, &ReceivedMarkKind::Strong), (10..10, &note)]);
    }
}
