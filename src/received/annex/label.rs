//! The labels of notes, and where a text mentions them.

use std::collections::BTreeSet;
use std::ops::Range;

/// What a label in brackets stands in.
const BRACKETS: [(char, char); 6] =
    [('［', '］'), ('[', ']'), ('〔', '〕'), ('【', '】'), ('（', '）'), ('(', ')')];

/// Brackets that are a mention of a note inside a text; round ones count things there.
const MENTIONING: usize = 4;

/// The label an entry begins with and the first byte of its words: `［1］`, `1．`, `①`, `注1：`.
pub(super) fn label_of(text: &str) -> Option<(String, usize)> {
    let start = text.strip_prefix('注').map_or(0, |_| '注'.len_utf8());
    let own = &text[start..];
    let (label, end) = bracketed(own, BRACKETS.len())
        .or_else(|| circled_label(own))
        .or_else(|| superscript(own))
        .or_else(|| listed_label(own))?;
    let words = &own[end..];
    let after = words.trim_start_matches(['：', ':', ' ', '.', '．', '、']);
    Some((label, text.len() - after.len()))
}

/// The same, of a label in square brackets or a superscript alone: `[1]`, `¹`.
pub(super) fn label_in_brackets(text: &str) -> Option<(String, usize)> {
    let (label, end) = bracketed(text, MENTIONING).or_else(|| superscript(text))?;
    let after = text[end..].trim_start();
    let has_words = after.contains(char::is_alphanumeric);
    has_words.then_some((label, text.len() - after.len()))
}

/// The label and words of a note that stands in one line with its head: `注：［1］2023年数据为初步统计数。`
pub(super) fn after_head(text: &str) -> Option<(String, usize)> {
    let rest = ["注释", "附注", "注"].iter().find_map(|head| text.strip_prefix(head))?;
    let rest = rest.strip_prefix(['：', ':'])?.trim_start();
    let (label, words) = label_of(rest)?;
    Some((label, text.len() - rest.len() + words))
}

/// Where a text mentions these labels: the bytes of each mention, and its label.
pub(super) fn mentions(text: &str, labels: &BTreeSet<String>) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let read = bracketed(&text[at..], MENTIONING)
            .or_else(|| circled_label(&text[at..]))
            .or_else(|| superscript(&text[at..]));
        // What begins a text is a number of it: ①收入预算…
        match read.filter(|(label, _)| at > 0 && labels.contains(label)) {
            Some((label, end)) => {
                found.push((at..at + end, label));
                at += end;
            }
            None => at += c.len_utf8(),
        }
    }
    found
}

/// A number of at most three digits in one of the first `kinds` of brackets, and where it ends. 注 may
/// stand before it: `［注1］`.
fn bracketed(text: &str, kinds: usize) -> Option<(String, usize)> {
    let first = text.chars().next()?;
    let (_, close) = BRACKETS[..kinds].iter().find(|(open, _)| *open == first)?;
    let end = text.find(*close)?;
    let inner = text[first.len_utf8()..end].trim().trim_start_matches('注').trim();
    Some((number_label(inner)?, end + close.len_utf8()))
}

fn number_label(text: &str) -> Option<String> {
    let digits: Option<String> = text.chars().map(ascii_digit).collect();
    digits.filter(|digits| (1..=3).contains(&digits.len()) && !digits.starts_with('0'))
}

/// A digit, of full width or not, as an ASCII one.
fn ascii_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

/// ① to ⑳.
fn circled_label(text: &str) -> Option<(String, usize)> {
    let first = text.chars().next().filter(|c| ('①'..='⑳').contains(c))?;
    let number = u32::from(first) - u32::from('①') + 1;
    Some((number.to_string(), first.len_utf8()))
}

/// ¹ to ⁹⁹⁹.
fn superscript(text: &str) -> Option<(String, usize)> {
    const DIGITS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let mut label = String::new();
    let mut end = 0;
    for c in text.chars() {
        let Some(digit) = DIGITS.chars().position(|own| own == c) else { break };
        label.push_str(&digit.to_string());
        end += c.len_utf8();
    }
    ((1..=3).contains(&label.len()) && !label.starts_with('0')).then_some((label, end))
}

/// `1.`, `12、`: the number of an entry.
fn listed_label(text: &str) -> Option<(String, usize)> {
    let end = text.find(|c| ascii_digit(c).is_none())?;
    let label = number_label(&text[..end])?;
    let sign =
        text[end..].chars().next().filter(|c| matches!(c, '.' | '．' | '、' | '：' | ':' | ' '))?;
    // `1.5倍` is a number.
    let is_decimal = sign == '.' && text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
    (!is_decimal).then_some((label, end + sign.len_utf8()))
}
