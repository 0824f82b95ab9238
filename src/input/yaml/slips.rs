//! The usual slips of the hand in YAML, named in an author's words.
//!
//! A parser says at which character it was lost. What was typed wrongly often stands a line above
//! it, so the lines from the last good value on are looked through for what people do mistype.

use std::ops::Range;

use super::text::YamlText;
use crate::source::{Diagnostic, Message, codes, message};

/// Where and how the parser was lost.
pub(super) struct Syntax<'a> {
    /// The byte it stopped at.
    pub(super) at: usize,
    /// The last text before that.
    pub(super) last: Range<usize>,
    /// Where the innermost bracket begins that is open there.
    pub(super) flow: Option<usize>,
    /// The parser's own words.
    pub(super) info: &'a str,
}

/// A slip: its place, what is wrong, how to fix it.
struct Slip {
    range: Range<usize>,
    message: Message,
    help: Message,
}

impl Slip {
    fn new(range: Range<usize>, message: Message, help: Message) -> Self {
        Self { range, message, help }
    }

    fn into_diagnostic(self, text: &YamlText) -> Diagnostic {
        Diagnostic::new(codes::DATA_INVALID, self.message)
            .at(text.span_of(self.range))
            .help(self.help)
    }
}

/// A text that is no YAML.
pub(super) fn explain(text: &YamlText, syntax: &Syntax) -> Diagnostic {
    let slip = typed_wrongly(text, syntax.last.start, syntax.at)
        .or_else(|| quotation(text, syntax))
        .or_else(|| beginning(text, syntax))
        .or_else(|| bracket(text, syntax))
        .or_else(|| colon(text, syntax))
        .unwrap_or_else(|| indentation(text, syntax));
    slip.into_diagnostic(text)
}

/// A text that the two parsers read differently, at the place where they part.
pub(super) fn parted(text: &YamlText, range: Range<usize>) -> Diagnostic {
    let separator = text.text.char_indices().find(|(_, c)| "\u{85}\u{2028}\u{2029}".contains(*c));
    let slip = if let Some((at, c)) = separator {
        let number = format!("U+{:04X}", u32::from(c));
        Slip::new(
            at..at + c.len_utf8(),
            message!("data-invalid-separator", character = number),
            message!("data-invalid-separator.help"),
        )
    } else {
        typed_wrongly(text, range.start, range.end).unwrap_or_else(|| {
            Slip::new(
                text.first_line_of(&range),
                message!("data-invalid-unclear"),
                message!("data-invalid-unclear.help"),
            )
        })
    };
    slip.into_diagnostic(text)
}

/// A key whose colon is none.
pub(super) struct BrokenColon<'a> {
    /// What is wrong.
    pub(super) message: Message,
    /// How to fix it.
    pub(super) help: Message,
    /// The key.
    pub(super) key: &'a str,
}

/// A key whose colon is none, in a text that stands where `key: value` is meant.
pub(super) fn broken_colon(text: &str) -> Option<BrokenColon<'_>> {
    let line = text.lines().next().unwrap_or_default();
    let at = line.find([':', '：'])?;
    let key = &line[..at];
    let is_key = !key.is_empty()
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let rest = &line[at..];
    if !is_key {
        return None;
    }
    if let Some(value) = rest.strip_prefix('：') {
        let message = message!("data-invalid-wide-colon", key = key);
        let help = message!("data-invalid-wide-colon.help", key = key, value = value.trim());
        return Some(BrokenColon { message, help, key });
    }
    let value = rest.strip_prefix(':')?;
    // `https://…` is no key.
    let is_joined = value.starts_with(|c: char| !c.is_whitespace() && c != '/' && c != ':');
    is_joined.then(|| {
        let message = message!("data-invalid-joined-colon", key = key);
        let help = message!("data-invalid-joined-colon.help", key = key, value = value.trim());
        BrokenColon { message, help, key }
    })
}

/// A tab, a full-width colon or a colon without its blank, from the line of `from` on.
fn typed_wrongly(text: &YamlText, from: usize, to: usize) -> Option<Slip> {
    let mut line = text.line(from);
    loop {
        let content = &text.text[line.clone()];
        if let Some(slip) = tab(&line, content) {
            return Some(slip);
        }
        // The parser may be lost before the line with the tab.
        if line.start > to {
            return None;
        }
        let start = line.start + content.len() - content.trim_start_matches([' ', '-']).len();
        if let Some(BrokenColon { message, help, key }) = broken_colon(&text.text[start..line.end])
        {
            let at = start + key.len();
            let width = text.text[at..].chars().next().map_or(0, char::len_utf8);
            return Some(Slip::new(start..at + width, message, help));
        }
        if line.end >= text.text.len() {
            return None;
        }
        line = text.line(line.end + 1);
    }
}

fn tab(line: &Range<usize>, content: &str) -> Option<Slip> {
    let before = content.len() - content.trim_start_matches([' ', '\t', '-']).len();
    let at = content[..before].find('\t')?;
    // A blank line with a tab harms nobody.
    let says_something = before < content.len() && !content[before..].starts_with('#');
    says_something.then(|| {
        Slip::new(
            line.start + at..line.start + at + 1,
            message!("data-invalid-tab"),
            message!("data-invalid-tab.help"),
        )
    })
}

fn quotation(text: &YamlText, syntax: &Syntax) -> Option<Slip> {
    let at = syntax.at;
    let line = text.line(at);
    let quote = text.text[at..].chars().next().filter(|c| matches!(c, '"' | '\''));
    if syntax.info.contains("escape") {
        let message = message!("data-invalid-backslash");
        let help = message!("data-invalid-backslash.help");
        return Some(Slip::new(at..line.end, message, help));
    }
    if syntax.info.contains("trailing content") {
        let message = message!("data-invalid-after-quotation");
        let help = message!("data-invalid-after-quotation.help");
        return Some(Slip::new(at..line.end, message, help));
    }
    let is_open = syntax.info.contains("quoted scalar") || syntax.info.contains("unclosed");
    let quote = quote.filter(|_| is_open)?;
    let message = message!("data-invalid-quotation");
    let help = message!("data-invalid-quotation.help", mark = quote);
    Some(Slip::new(at..at + 1, message, help))
}

/// A character that no text may begin with.
fn beginning(text: &YamlText, syntax: &Syntax) -> Option<Slip> {
    let is_alias = syntax.info.contains("anchor");
    if !is_alias && !syntax.info.contains("unexpected character") {
        return None;
    }
    let first = text.text[syntax.at..].chars().next()?;
    let message = message!("data-invalid-beginning", character = first);
    let end = syntax.at + first.len_utf8();
    Some(Slip::new(syntax.at..end, message, message!("put-in-quotation-marks")))
}

fn bracket(text: &YamlText, syntax: &Syntax) -> Option<Slip> {
    if syntax.info.contains("misplaced bracket") {
        let end = text.text[syntax.at..].chars().next().map_or(0, char::len_utf8);
        return Some(Slip::new(
            syntax.at..syntax.at + end,
            message!("data-invalid-closing-bracket"),
            message!("data-invalid-closing-bracket.help"),
        ));
    }
    if syntax.info.contains("cannot start with '-'") {
        let end = text.text[syntax.at..].chars().next().map_or(0, char::len_utf8);
        return Some(Slip::new(
            syntax.at..syntax.at + end,
            message!("data-invalid-dash"),
            message!("put-in-quotation-marks"),
        ));
    }
    let open = syntax.flow?;
    if syntax.info.contains("recursion limit") {
        return None;
    }
    let close = if text.text[open..].starts_with('[') { ']' } else { '}' };
    let message = message!("data-invalid-open-bracket");
    let help = message!("data-invalid-open-bracket.help", bracket = close);
    Some(Slip::new(open..open + 1, message, help))
}

/// A second colon in a line, or a line that has none.
fn colon(text: &YamlText, syntax: &Syntax) -> Option<Slip> {
    if syntax.info.contains("recursion limit") {
        let line = text.first_line_of(&(syntax.at..text.text.len()));
        return Some(Slip::new(
            line,
            message!("data-invalid-too-deep"),
            message!("see-data-examples"),
        ));
    }
    if syntax.info.contains("block sequence entries are not allowed") {
        return Some(Slip::new(
            syntax.at..syntax.at + 1,
            message!("data-invalid-list-beside-key"),
            message!("data-invalid-list-beside-key.help"),
        ));
    }
    let last = text.line(syntax.last.start);
    if syntax.info.contains("mapping values are not allowed") && last.contains(&syntax.at) {
        let value = text.text[syntax.last.start..last.end].trim_end();
        return Some(Slip::new(
            syntax.last.start..syntax.last.start + value.len(),
            message!("data-invalid-second-colon"),
            message!("data-invalid-second-colon.help", quoted = super::quote::scalar(value, false)),
        ));
    }
    if !syntax.info.contains("simple key expect") {
        return None;
    }
    // The parser has gone on to the next line; the one it means begins after the last text.
    let rest = &text.text[syntax.last.end..syntax.at];
    let start = syntax.last.end + rest.find('\n')? + 1;
    let own = &text.text[start..syntax.at];
    let start = start + own.len() - own.trim_start().len();
    let message = message!("data-invalid-keyless");
    let help = message!("data-invalid-keyless.help");
    Some(Slip::new(text.first_line_of(&(start..syntax.at.max(start))), message, help))
}

/// What is left: a line that stands in no column where one could.
fn indentation(text: &YamlText, syntax: &Syntax) -> Slip {
    let line = text.line(syntax.at);
    let content = &text.text[line.clone()];
    let start = line.start + content.len() - content.trim_start().len();
    let range = start..line.start + content.trim_end().len().max(start - line.start);
    let is_about_place = ["mapping values", "did not find expected", "indentation"]
        .iter()
        .any(|words| syntax.info.contains(words));
    if is_about_place {
        return Slip::new(
            range,
            message!("data-invalid-indentation"),
            message!("data-invalid-indentation.help"),
        );
    }
    Slip::new(range, message!("data-invalid-line"), message!("see-data-examples"))
}
