//! What a person has to look at: repairs that may be wrong, and what was left as it was received.

use std::collections::BTreeMap;

use super::characters::ChangedCharacter;
use super::cover::CoverFacts;
use super::errata::DraftErratum;
use super::joins::Cut;
use super::lists::lists_left;
use super::number::{HeadNumber, NumberKind, head_number};
use super::pages::{DraftPage, DraftPages};
use super::run_in::RunInHead;
use super::slips::slips_of;
use crate::model::{
    ReceivedBlock, ReceivedContent, ReceivedKind, ReceivedRole, RemarkKind, is_han,
};
use crate::received::words::{ErratumReason, ends_sentence};

/// The shortest paragraph that has to end as a sentence, in characters.
const SHORTEST_SENTENCE: usize = 12;

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Doubt {
    /// The line of the received text, from 1; 0 for what concerns no line.
    pub(super) line: usize,
    /// What it is.
    pub(super) what: String,
}

/// What was found on the way.
pub(super) struct Findings<'a> {
    pub(super) received: &'a ReceivedContent,
    pub(super) pages: &'a DraftPages,
    pub(super) facts: &'a CoverFacts,
    pub(super) cuts: &'a [Cut],
    pub(super) changed: &'a [ChangedCharacter],
    pub(super) run_ins: &'a [RunInHead],
    pub(super) two_lines: &'a [usize],
    pub(super) errata: &'a [DraftErratum],
}

/// Everything that a person has to look at, by line.
pub(super) fn doubts_of(found: &Findings) -> Vec<Doubt> {
    let mut doubts = missing_facts(found.facts);
    for cut in found.cuts {
        let words = &cut.words;
        doubts.push(Doubt {
            line: cut.line,
            what: match (cut.is_joined, cut.is_at_page) {
                (true, true) => format!("joined across the end of a page: “{words}”"),
                (true, false) => format!("joined, since the sentence does not end: “{words}”"),
                (false, _) => format!("the sentence before does not end; not joined: “{words}”"),
            },
        });
    }
    doubts.extend(characters(found.changed));
    doubts.extend(run_in_heads(found.run_ins));
    let is_doubtful = |entry: &&DraftErratum| {
        matches!(entry.why, ErratumReason::PaperMark | ErratumReason::Other)
    };
    for entry in found.errata.iter().filter(is_doubtful) {
        let shown = |text: &str| text.replace("\n\n", "⏎");
        let (was, is) = (shown(&entry.was), shown(&entry.is));
        doubts.push(Doubt {
            line: entry.line, what: format!("changed: “{was}”, now “{is}”")
        });
    }
    for line in found.two_lines {
        doubts.push(Doubt { line: *line, what: "two lines taken for one heading".to_owned() });
    }
    doubts.extend(remarks(found.received));
    doubts.extend(note_doubts(found.pages));
    let mut counted = BTreeMap::new();
    for page in &found.pages.pages {
        doubts.extend(series(page, &mut counted));
        doubts.extend(unended(page));
        doubts.extend(lists_left(&page.blocks).into_iter().map(list_left));
        doubts.extend(unpaired_marks(page));
        doubts.extend(unmarked_heads(page, found.received));
    }
    doubts.extend(parts_in_series(found.pages));
    doubts.extend(slips_of(&found.pages.pages));
    doubts.sort_by_key(|doubt| doubt.line);
    doubts.dedup();
    doubts
}

/// Characters that were repaired: each traditional one, and the marks by their kind.
fn characters(changed: &[ChangedCharacter]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut marks: BTreeMap<(char, char), Vec<&ChangedCharacter>> = BTreeMap::new();
    for change in changed {
        if is_han(change.was) {
            let what = format!("traditional character: “{}”, now {}", change.around, change.is);
            doubts.push(Doubt { line: change.line, what });
        } else {
            marks.entry((change.was, change.is)).or_default().push(change);
        }
    }
    for ((was, is), all) in marks {
        let shown = all.iter().take(3).map(|one| format!("“{}”", one.around));
        let shown = shown.collect::<Vec<_>>().join(", ");
        let more = if all.len() > 3 { ", …" } else { "" };
        let times = if all.len() == 1 { "once".to_owned() } else { format!("{} times", all.len()) };
        let what = format!("half-width {was} made {is} {times}: {shown}{more}");
        doubts.push(Doubt { line: all.first().map_or(0, |one| one.line), what });
    }
    doubts
}

/// Heads that their paragraphs go on behind: those set apart and those left, each once.
fn run_in_heads(heads: &[RunInHead]) -> Vec<Doubt> {
    let (split, kept): (Vec<&RunInHead>, Vec<&RunInHead>) =
        heads.iter().partition(|head| head.is_split);
    let doubt = |heads: Vec<&RunInHead>, done: &str| {
        let first = heads.first()?;
        let lines: Vec<String> = heads.iter().map(|head| head.line.to_string()).collect();
        let what = format!(
            "heads that their paragraphs go on behind, {done}, in the lines {}: “{}”",
            lines.join(", "),
            first.words
        );
        Some(Doubt { line: first.line, what })
    };
    let kept = doubt(kept, "left there (`--run-in split` sets them apart)");
    doubt(split, "set apart (`--run-in keep` leaves them)").into_iter().chain(kept).collect()
}

/// What the cover of a site needs and the text does not state, or that was concluded.
fn missing_facts(facts: &CoverFacts) -> Vec<Doubt> {
    let known = [
        ("title", facts.title.is_some()),
        ("issuer", facts.issuer.is_some()),
        ("meeting", facts.meeting.is_some()),
        ("place", facts.place.is_some()),
        ("speaker", facts.speaker.is_some()),
        ("office", facts.office.is_some()),
        ("date", facts.delivered.is_some()),
    ];
    let missing: Vec<&str> = known.iter().filter(|(_, is)| !is).map(|(key, _)| *key).collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let what = format!(
        "the cover does not state {}; add it to its front matter where there is one",
        missing.join(", ")
    );
    vec![Doubt { line: 0, what }]
}

fn remarks(received: &ReceivedContent) -> Vec<Doubt> {
    let of = |kind: RemarkKind| match kind {
        RemarkKind::Undecoded => "characters that could not be decoded",
        RemarkKind::Inserted => "a tracked insertion, taken as accepted",
        RemarkKind::Deleted => "a tracked deletion, taken as accepted",
        RemarkKind::Comment => "a comment, left out",
        RemarkKind::TextBox => "words of a text box, set where it is anchored",
        RemarkKind::PageHead => "what stands around the text, left out",
        RemarkKind::Picture => "a picture, kept as a file",
        RemarkKind::OtherPicture => "a picture that is not in the file, left out",
        RemarkKind::Invisible => "characters that nobody sees, left out",
        RemarkKind::LineNumbers => "the numbers of lines, left out",
        RemarkKind::Unread => "cannot be read as text",
    };
    let doubt = |remark: &crate::model::ReceivedRemark| Doubt {
        line: remark.line,
        what: format!("{}: “{}”", of(remark.kind), remark.words),
    };
    received.remarks.iter().map(doubt).collect()
}

fn note_doubts(pages: &DraftPages) -> Vec<Doubt> {
    let unmentioned = pages.notes.iter().filter(|note| !note.is_mentioned);
    let doubt = |note: &super::pages::DraftNote| Doubt {
        line: note.line,
        what: format!("nothing mentions note {}", note.label),
    };
    unmentioned.map(doubt).collect()
}

/// Numbers that are missing among the heads of one kind. `counted` has the last number of each kind on the pages
/// before: chapters may count on through the parts of a text.
fn series(page: &DraftPage, counted: &mut BTreeMap<NumberKind, u32>) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut open: Vec<(u8, HeadNumber)> = Vec::new();
    for block in &page.blocks {
        let ReceivedKind::Heading(level) = block.kind else { continue };
        let Some(number) = head_number(&block.text) else { continue };
        open.retain(|(other, _)| *other <= level);
        let before = open.iter().rposition(|(other, _)| *other == level);
        let last = before.map(|at| open.remove(at).1).filter(|last| last.kind == number.kind);
        let is_going_on = last.is_none() && counted.get(&number.kind) == Some(&(number.value - 1));
        let wanted = last.map_or(1, |last| last.value + 1);
        let wanted = if is_going_on { number.value } else { wanted };
        doubts.extend(gap(block.line, &block.text, &number, wanted));
        counted.insert(number.kind, number.value);
        open.push((level, number));
    }
    doubts
}

/// Numbers that are missing among the parts.
fn parts_in_series(pages: &DraftPages) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut last: Option<HeadNumber> = None;
    for page in pages.pages.iter().filter(|page| page.number.is_some()) {
        let Some(number) = head_number(&page.title) else { continue };
        let before = last.as_ref().filter(|last| last.kind == number.kind);
        let wanted = before.map_or(1, |last| last.value + 1);
        doubts.extend(gap(page.line, &page.title, &number, wanted));
        last = Some(number);
    }
    doubts
}

fn gap(line: usize, text: &str, number: &HeadNumber, wanted: u32) -> Option<Doubt> {
    let shown: String = text.chars().take(16).collect();
    (number.value != wanted).then(|| Doubt {
        line,
        what: format!("the number of “{shown}” is {}, where {wanted} would follow", number.value),
    })
}

/// Paragraphs that do not end as sentences do.
fn unended(page: &DraftPage) -> Vec<Doubt> {
    let is_doubtful = |block: &&ReceivedBlock| {
        block.kind == ReceivedKind::Paragraph
            && block.role == ReceivedRole::Body
            && block.text.chars().count() >= SHORTEST_SENTENCE
            && !ends_sentence(block.words_before_mentions())
            && !is_address(&block.text)
    };
    let doubt = |block: &ReceivedBlock| {
        let tail: Vec<char> = block.text.chars().rev().take(16).collect();
        let tail: String = tail.into_iter().rev().collect();
        Doubt { line: block.line, what: format!("a paragraph without an end: “{tail}”") }
    };
    page.blocks.iter().filter(is_doubtful).map(doubt).collect()
}

/// A list that stayed paragraphs.
fn list_left(first: &ReceivedBlock) -> Doubt {
    let head: String = first.text.chars().take(16).collect();
    Doubt {
        line: first.line,
        what: format!(
            "perhaps a list; its items are kept as paragraphs, with their numbers: “{head}”"
        ),
    }
}

/// `Fellow deputies,`: an address to the meeting.
fn is_address(text: &str) -> bool {
    text.ends_with(',') && !text.contains(is_han) && text.split_whitespace().count() <= 8
}

/// Paragraphs with brackets or quotation marks that are not closed, and with straight marks in Chinese.
fn unpaired_marks(page: &DraftPage) -> Vec<Doubt> {
    let pairs = [('（', '）'), ('“', '”'), ('《', '》'), ('(', ')'), ('【', '】')];
    let mut doubts = Vec::new();
    for block in page.blocks.iter().filter(|block| block.kind == ReceivedKind::Paragraph) {
        let count = |wanted: char| block.text.chars().filter(|c| *c == wanted).count();
        for (open, close) in pairs {
            if count(open) != count(close) {
                let around = around_first(&block.text, if count(open) > 0 { open } else { close });
                let what = format!("{open} and {close} do not make pairs: “{around}”");
                doubts.push(Doubt { line: block.line, what });
            }
        }
        let straight = block.text.find(['"', '\'']).filter(|_| block.text.chars().any(is_han));
        if let Some(mark) = straight.and_then(|at| block.text[at..].chars().next()) {
            let what = format!("straight quotation mark: “{}”", around_first(&block.text, mark));
            doubts.push(Doubt { line: block.line, what });
        }
    }
    doubts
}

/// The first place of a character, with some of what stands around it.
fn around_first(text: &str, wanted: char) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = chars.iter().position(|c| *c == wanted).unwrap_or(0);
    chars[at.saturating_sub(6)..chars.len().min(at + 7)].iter().collect()
}

/// Heads that no number and no mark made one.
fn unmarked_heads(page: &DraftPage, received: &ReceivedContent) -> Vec<Doubt> {
    let was_marked = |line: usize| {
        received
            .blocks
            .iter()
            .any(|block| block.line == line && matches!(block.kind, ReceivedKind::Heading(_)))
    };
    let heads = page.blocks.iter().filter(|block| matches!(block.kind, ReceivedKind::Heading(_)));
    let heads = heads.map(|block| (block.line, &block.text));
    let title = page.number.map(|_| (page.line, &page.title));
    let all = title.into_iter().chain(heads);
    all.filter(|(line, text)| head_number(text).is_none() && !was_marked(*line))
        .map(|(line, text)| Doubt { line, what: format!("taken for a heading: “{text}”") })
        .collect()
}
