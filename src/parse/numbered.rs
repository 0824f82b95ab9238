//! Paragraphs with numbers that run on through a page: `181. …`, as budgets, treaties and reports of committees have
//! them. To Markdown each is a list; here the number is a word of its paragraph, and each paragraph a block.

use std::borrow::Cow;
use std::ops::Range;

/// Stands in the place of the full stop behind such a number while the page is read: Markdown sees no list then, and
/// no byte moves. A page that has it itself is read without this.
pub(super) const STOP: char = '\u{1}';

/// The most digits of such a number: with four it could be a year.
const MOST_DIGITS: usize = 3;

/// A page in which the stops behind the numbers of such paragraphs are [`STOP`], and where those stand.
///
/// The rule is a sure one: the paragraphs stand apart (an empty line before each), their numbers go on by one, and
/// they begin with another number than 1 or go on over a heading or another block. `1.`, `2.`, `3.` with nothing
/// between are a list.
pub(super) fn without_lists(body: &str) -> (Cow<'_, str>, Vec<Range<usize>>) {
    let found = numbered_paragraphs(body);
    if found.is_empty() || body.contains(STOP) {
        return (Cow::Borrowed(body), Vec::new());
    }
    let mut masked = body.to_owned();
    for range in &found {
        masked.replace_range(range.end - 1..range.end, "\u{1}");
    }
    (Cow::Owned(masked), found)
}

/// A paragraph that begins with a number.
struct Candidate {
    /// The bytes of its number with the stop.
    range: Range<usize>,
    number: u32,
    /// Whether something else stands between it and the one before.
    is_parted: bool,
}

fn numbered_paragraphs(body: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Vec<Candidate>> = Vec::new();
    for candidate in numbered_lines(body) {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| last.number + 1 == candidate.number) => {
                run.push(candidate);
            }
            _ => runs.push(vec![candidate]),
        }
    }
    let goes_on = |run: &&Vec<Candidate>| {
        let begins_later = run.first().is_some_and(|first| first.number != 1);
        run.len() > 1 && (begins_later || run.iter().skip(1).any(|one| one.is_parted))
    };
    runs.iter().filter(goes_on).flatten().map(|candidate| candidate.range.clone()).collect()
}

fn numbered_lines(body: &str) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let (mut is_after_gap, mut in_fence, mut in_candidate, mut is_parted) =
        (true, false, false, false);
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let words = line.trim();
        if words.starts_with("```") || words.starts_with("~~~") {
            in_fence = !in_fence;
        }
        let number = number_of(line).filter(|_| !in_fence);
        let is_indented = line.starts_with("  ") || line.starts_with('\t');
        match number {
            _ if words.is_empty() => {}
            Some((number, digits)) if is_after_gap => {
                found.push(Candidate { range: start..start + digits + 1, number, is_parted });
                (in_candidate, is_parted) = (true, false);
            }
            // An item right below another one, or a further paragraph of one: a list after all.
            Some(_) if in_candidate => {
                found.pop();
                in_candidate = false;
            }
            _ if is_after_gap && is_indented && in_candidate => {
                found.pop();
                in_candidate = false;
            }
            _ if is_after_gap || words.starts_with('#') => {
                is_parted = true;
                in_candidate = false;
            }
            _ => {}
        }
        is_after_gap = words.is_empty() || words.starts_with('#');
    }
    found
}

/// The number a line begins with, and how many digits it has: `181. `.
fn number_of(line: &str) -> Option<(u32, usize)> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_parted = line[digits..].strip_prefix('.').is_some_and(|rest| rest.starts_with(' '));
    let number = line[..digits].parse().ok().filter(|_| digits <= MOST_DIGITS && is_parted)?;
    Some((number, digits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{LangId, Script};
    use crate::parse::parse_document;
    use crate::source::Sources;

    fn count_in(body: &str) -> usize {
        without_lists(body).1.len()
    }

    #[test]
    fn numbers_that_go_on_are_words_of_their_paragraphs() {
        assert_eq!(count_in("181. 甲。\n\n182. 乙。\n\n183. 丙。\n"), 3);
        assert_eq!(count_in("## 一\n\n1. 甲。\n\n2. 乙。\n\n## 二\n\n3. 丙。\n"), 3);
        let (masked, _) = without_lists("5. 甲。\n\n6. 乙。\n");
        assert_eq!(masked, "5\u{1} 甲。\n\n6\u{1} 乙。\n");
    }

    /// The plain texts of the blocks of a page.
    fn texts(body: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let id = sources.add("a.en.md", format!("---\ntitle: t\n---\n{body}"));
        let parsed = parse_document(sources.get(id), LangId::ORIGINAL, Script::Latin);
        let texts = parsed.value.texts.into_iter().map(|text| text.plain.into_string());
        texts.filter(|text| text != "t").collect()
    }

    #[test]
    fn a_page_reads_as_it_was_typed_whatever_it_holds() {
        assert_eq!(texts("5. One.\n\n6. Two.\n"), ["5. One.", "6. Two."]);
        assert_eq!(texts("5\u{1} One.\n"), ["5\u{1} One."]);
        assert_eq!(texts("5. One.\n\n6. Two\u{1}\n").concat(), "One.Two\u{1}");
    }

    #[test]
    fn lists_stay_lists() {
        for body in [
            "1. 甲。\n2. 乙。\n3. 丙。\n",
            "1. 甲。\n\n2. 乙。\n",
            "## 一\n\n1. 甲。\n\n2. 乙。\n\n## 二\n\n1. 丙。\n\n2. 丁。\n",
            "3. 甲。\n4. 乙。\n",
            "3. 甲。\n\n   续。\n\n4. 乙。\n",
            "```\n3. 甲\n\n4. 乙\n```\n",
            "3. 甲。\n\n正文。\n",
            "2018. 甲\n",
            "",
        ] {
            assert_eq!(count_in(body), 0, "{body}");
        }
    }
}
