//! What a line of a cover is, and its words without what frames them.

use super::super::heads::is_frame;
use super::day::day_in;
use super::names::{self, is_organ, meeting_in, speaker_in};
use crate::model::{Day, ReceivedBlock, is_han};

/// What a line of a cover is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    Title,
    Occasion,
    Speaker,
    Issuer,
    Place,
    PaperMark,
    Unknown,
}

pub(super) fn line_kind(
    blocks: &[ReceivedBlock],
    at: usize,
    before: &[(usize, LineKind)],
) -> LineKind {
    let text = &blocks[at].text;
    let last = before.last().map(|(_, kind)| *kind);
    let is_open = last == Some(LineKind::Occasion)
        && before.last().is_some_and(|(at, _)| {
            is_open(&blocks[*at].text) || ends_occasion(&blocks[*at].text, text)
        });
    if is_open || is_occasion(text) {
        return LineKind::Occasion;
    }
    if is_paper_mark(text) {
        return LineKind::PaperMark;
    }
    if speaker_in(text).is_some() || is_name_after_office(blocks, at, before) {
        return LineKind::Speaker;
    }
    if is_organ(text) { LineKind::Issuer } else { LineKind::Unknown }
}

/// Whether a line of a Latin cover may be the name of a place: a few words with capital letters.
pub(super) fn is_place_line(text: &str) -> bool {
    let words = || text.split_whitespace();
    words().count() <= 4
        && words().all(|word| word.starts_with(char::is_uppercase))
        && text.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || "'’-".contains(c))
        && !text.contains(is_han)
        && speaker_in(text).is_none()
}

/// Whether a line says when, or where it was delivered.
pub(super) fn is_occasion(text: &str) -> bool {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let inner = unbracketed(&packed);
    let is_meeting = meeting_in(inner).is_some();
    let day = day_in(inner);
    let day = day.or_else(|| day_in(text));
    let is_day = day.is_some_and(|_| inner.chars().count() <= 16);
    let is_led = packed.starts_with(['—', '–', '-', '─', '－']);
    let lower = text.to_lowercase();
    let is_english = ["delivered ", "presented ", "tabled ", "at the ", "on "]
        .iter()
        .any(|start| lower.starts_with(start))
        && (day_in(text).is_some()
            || lower.starts_with("delivered")
            || lower.starts_with("presented at"));
    // 2018年3月31日在甲市第七届人民代表大: the name of the meeting goes on in the next line.
    let is_begun = day.is_some() && (inner.contains("日在") || inner.contains("日于"));
    is_begun
        || (is_meeting && (day.is_some() || is_led || inner.starts_with('在')))
        || names::is_meeting_name(inner)
        || is_day
        || is_month(inner, text)
        || (is_led && day.is_some())
        || is_english
}

/// Whether a line of the occasion goes on in the next one.
pub(super) fn is_open(text: &str) -> bool {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let opens = packed.matches(['（', '(']).count();
    let closes = packed.matches(['）', ')']).count();
    let inner = unbracketed(&packed);
    let has_meeting = inner.contains('在') || inner.contains("会") || inner.contains('會');
    let ends = ['上', '议', '議', '會', '会', '日', '表', '布', '告'];
    let is_whole = inner.ends_with(ends) || names::is_meeting_name(inner);
    let is_latin = !packed.chars().any(is_han);
    opens > closes
        || (!is_latin && has_meeting && !is_whole)
        || (is_latin && day_in(text).is_none())
}

/// Whether a line is nothing but a month: 2023年9月, `September 2023`.
fn is_month(inner: &str, text: &str) -> bool {
    let digits = |words: &str| !words.is_empty() && words.bytes().all(|b| b.is_ascii_digit());
    let chinese = inner.strip_suffix('月').and_then(|rest| rest.split_once('年'));
    let english = text.trim().split_once(' ');
    chinese.is_some_and(|(year, month)| digits(year) && digits(month))
        || english.is_some_and(|(month, year)| {
            Day::MONTHS.contains(&month) && year.len() == 4 && digits(year)
        })
}

/// Whether a line ends the occasion that the one before it seems to end: 在甲市第七届人民代表大会, 常务委员会第三次会议上.
pub(super) fn ends_occasion(before: &str, line: &str) -> bool {
    let is_end = line.trim_end().ends_with(['上', '议', '議']) && line.chars().count() <= 24;
    is_end
        && !before.contains("会议")
        && !before.contains("會議")
        && before.contains(['在', '于', '於'])
}

/// （草案）, （书面稿，会后收回）, 会议文件（十二）: marks of the paper, not words of the report.
pub(super) fn is_paper_mark(text: &str) -> bool {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_bracketed = packed.starts_with(['（', '(']) && packed.ends_with(['）', ')']);
    let inner = unbracketed(&packed);
    let drafts = ["草案", "稿", "收回", "审议", "秘密", "机密", "内部", "注意保存"];
    let is_draft = is_bracketed
        && inner.chars().count() <= 16
        && drafts.iter().any(|word| inner.contains(word));
    let is_document = packed.contains("文件（")
        || packed.contains("文件(")
        || packed.ends_with('号') && packed.contains(['〔', '[']);
    let labels = [
        "时间",
        "附件",
        "发件人",
        "收件人",
        "抄送",
        "主题",
        "发送时间",
        "发布时间",
        "发布日期",
        "来源",
        "信息来源",
        "索引号",
        "责任编辑",
        "浏览次数",
        "From",
        "To",
        "Subject",
        "Date",
        "Cc",
    ];
    let is_labelled = labels
        .iter()
        .any(|label| packed.strip_prefix(label).is_some_and(|rest| rest.starts_with(['：', ':'])));
    let is_secret = ["秘密", "机密", "绝密"].iter().any(|word| packed.starts_with(word))
        && packed.chars().count() <= 12;
    // 2024-01-29 08:06:21　来源：云泽日报
    let is_press = packed.contains("来源：") && packed.starts_with(|c: char| c.is_ascii_digit());
    let lower = text.trim().to_lowercase();
    let is_english = ["as prepared for delivery", "check against delivery", "embargoed", "draft"]
        .iter()
        .any(|mark| lower.trim_matches(['(', ')', '[', ']']).starts_with(mark));
    // （2022年4月1日至2023年3月31日）: the time that it is about.
    let is_period = is_bracketed && inner.contains('至') && inner.matches('年').count() >= 2;
    is_press || is_period || is_draft || is_document || is_labelled || is_secret || is_english
}

/// A name alone below an office alone, or below the occasion.
fn is_name_after_office(blocks: &[ReceivedBlock], at: usize, before: &[(usize, LineKind)]) -> bool {
    let has_name = match before.last() {
        Some((last, LineKind::Speaker)) => {
            speaker_in(&blocks[*last].text).is_some_and(|(_, name)| !name.is_empty())
        }
        Some((_, LineKind::Occasion)) => false,
        _ => return false,
    };
    let packed = packed_name(&blocks[at].text);
    let is_name = (2..=4).contains(&packed.chars().count()) && packed.chars().all(is_han);
    !has_name && is_name && !is_frame(&packed) && !matches!(&*packed, "目录" | "目錄" | "摘要")
}

/// A name without the blanks between its Chinese characters; those between Latin words, and between two names,
/// stay.
pub(in crate::intake) fn packed_name(text: &str) -> String {
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let is_han_only = pieces.iter().all(|piece| piece.chars().all(is_han));
    if is_han_only && pieces.len() > 1 && pieces.iter().all(|piece| piece.chars().count() > 2) {
        return pieces.join("\u{3000}");
    }
    let chars: Vec<char> = text.trim().chars().collect();
    let mut packed = String::new();
    for (at, c) in chars.iter().enumerate() {
        let beside = [at.checked_sub(1).and_then(|at| chars.get(at)), chars.get(at + 1)];
        let is_between_latin = beside.iter().flatten().all(|c| c.is_ascii() && !c.is_whitespace());
        if !c.is_whitespace() || is_between_latin {
            packed.push(*c);
        }
    }
    packed
}

/// A line without dashes before it and brackets around it.
pub(super) fn unbracketed(text: &str) -> &str {
    let is_dash = |c: char| matches!(c, '—' | '–' | '-' | '─' | '－' | '―') || c.is_whitespace();
    let inner = text.trim_start_matches(is_dash).trim_end();
    let inner = inner.trim_start_matches(['（', '(']);
    inner.trim_end_matches(['）', ')']).trim()
}
