//! What stands around a Chinese number and says how it is meant.

use super::number;
use crate::annotate::numerals::{
    after_blank, before_blank, char_at, char_before, is_at, longest_before,
};
use crate::model::effort::spend;
use crate::model::{Comparator, Direction, Firmness, RankScope, in_simplified, is_han};

use Comparator::{About, AtLeast, AtMost, LessThan, MoreThan};

const BEFORE: &[(&str, Comparator)] = &[
    ("超过", MoreThan),
    ("超", MoreThan),
    ("突破", MoreThan),
    ("逾", MoreThan),
    ("多于", MoreThan),
    ("大于", MoreThan),
    ("高于", MoreThan),
    ("近", About),
    ("将近", About),
    ("接近", About),
    ("约", About),
    ("大约", About),
    ("直逼", About),
    ("逼近", About),
    ("上", AtLeast),
    ("至少", AtLeast),
    ("最少", AtLeast),
    ("不少于", AtLeast),
    ("不低于", AtLeast),
    ("不小于", AtLeast),
    ("最多", AtMost),
    ("最多跑", AtMost),
    ("至多", AtMost),
    ("不超过", AtMost),
    ("不超", AtMost),
    ("不高于", AtMost),
    ("不多于", AtMost),
    ("不大于", AtMost),
    ("低于", LessThan),
    ("少于", LessThan),
    ("小于", LessThan),
    ("不足", LessThan),
    ("不到", LessThan),
    ("不得少于", AtLeast),
    ("不能少于", AtLeast),
    ("不得低于", AtLeast),
    ("不能低于", AtLeast),
    ("未低于", AtLeast),
    ("未超过", AtMost),
    ("没有超过", AtMost),
    ("没超过", AtMost),
    ("未超", AtMost),
    ("从未超过", AtMost),
    ("不得超过", AtMost),
    ("不能超过", AtMost),
    ("不应超过", AtMost),
    ("不会超过", AtMost),
    ("未突破", AtMost),
    ("没有突破", AtMost),
    ("不突破", AtMost),
    ("未高于", AtMost),
    ("不得高于", AtMost),
    ("不得多于", AtMost),
    ("不满", LessThan),
    ("未满", LessThan),
    ("未达", LessThan),
    ("未达到", LessThan),
    ("≥", AtLeast),
    ("≤", AtMost),
    (">", MoreThan),
    ("<", LessThan),
];

/// What bounds a number from before it, and where that begins. 上 and 近 mean other things as
/// well, so the caller says whether they can stand before this number.
pub(super) fn comparator_before(
    text: &str,
    at: usize,
    is_round: bool,
    is_time: bool,
) -> Option<(Comparator, usize)> {
    let end = before_blank(text, at);
    let last = char_before(text, end)?;
    if !"过超破逾于近约逼上少多跑足到满达≥≤><".contains(last) {
        return None;
    }
    let (word, comparator) = longest_before(text, end, BEFORE)?;
    let start = end - word.len();
    let before = char_before(text, start);
    let is_other = match word {
        "上" => !is_round || before.is_some_and(|c| "以网线海陆向路身之".contains(c)),
        "近" => is_time || before.is_some_and(|c| "最附邻靠远".contains(c)),
        "约" => before.is_some_and(|c| "节条合契公制预签缔违履".contains(c)),
        // 高于全省 compares; only a number right after it is a bound.
        "超" => before == Some('反'),
        _ => false,
    };
    (!is_other).then_some((comparator, start))
}

/// How far back a bound is looked for over a verb, in characters.
const VERB: usize = 8;

/// Verbs that stand between 不少于 and what is made.
const NEW: [&str; 14] = [
    "新建", "新增", "新开", "新设", "完成", "建成", "培育", "引进", "改造", "创建", "打造", "举办",
    "开展", "推出",
];

/// 至少完成30项, 最多只需跑1次: a bound with a verb between it and the number, and where it begins.
pub(super) fn comparator_over_a_verb(text: &str, at: usize) -> Option<(Comparator, usize)> {
    let end = before_blank(text, at);
    for (offset, c) in text[..end].char_indices().rev().take(VERB) {
        spend(1);
        if !is_han(c) || number::is_numeral(c) || matches!(c, '的' | '是' | '在' | '占' | '比')
        {
            return None;
        }
        let after = offset + c.len_utf8();
        let (comparator, words): (Comparator, &[&str]) = match c {
            '少' => (AtLeast, &["至少", "最少"]),
            '多' => (AtMost, &["最多", "至多"]),
            // 不少于新建5所; 不少于总数的30% is of the total.
            '于' if NEW.iter().any(|verb| text[after..end].starts_with(verb)) => {
                let words: &[(&str, Comparator)] =
                    &[("不少于", AtLeast), ("不低于", AtLeast), ("不多于", AtMost)];
                let (word, comparator) =
                    words.iter().find(|(word, _)| text[..after].ends_with(word))?;
                return Some((*comparator, after - word.len()));
            }
            _ => continue,
        };
        let word = words.iter().find(|word| text[..after].ends_with(*word))?;
        return Some((comparator, after - word.len()));
    }
    None
}

/// What bounds a number from behind it, and where that ends.
pub(super) fn comparator_after(text: &str, at: usize) -> Option<(Comparator, usize)> {
    let at = after_blank(text, at);
    let first = char_at(text, at)?;
    let table: &[(&str, Comparator, &str)] = match first {
        '（' => &[("（含）以上", AtLeast, ""), ("（含）以下", AtMost, "")],
        '及' => &[("及以上", AtLeast, ""), ("及以下", AtMost, ""), ("及以内", AtMost, "")],
        '以' => &[("以上", AtLeast, ""), ("以下", AtMost, ""), ("以内", AtMost, "")],
        '之' => &[("之内", AtMost, "")],
        '左' => &[("左右", About, "岸翼")],
        '上' => &[("上下", About, "游级联班车属")],
        '+' => &[("+", AtLeast, "")],
        _ => &[],
    };
    let (word, comparator, other) = table.iter().find(|(word, ..)| is_at(text, at, word))?;
    let end = at + word.len();
    let next = char_at(text, end);
    if next.is_some_and(|next| other.contains(next))
        || (*word == "+" && next.is_some_and(char::is_alphanumeric))
    {
        return None;
    }
    Some((*comparator, end))
}

/// Whose order a rank is of, with the words that say there is one.
const SCOPES: &[(&str, ())] = &[
    ("全省", ()),
    ("全国", ()),
    ("全市", ()),
    ("全球", ()),
    ("世界", ()),
    ("国内", ()),
    ("省内", ()),
    ("浙江省", ()),
    ("长三角", ()),
    ("中西部", ()),
    ("全省各市", ()),
    ("全省设区市", ()),
    ("同类城市", ()),
];

const PLACED: &[(&str, ())] = &[
    ("居", ()),
    ("位居", ()),
    ("稳居", ()),
    ("跃居", ()),
    ("列", ()),
    ("位列", ()),
    ("名列", ()),
    ("排名", ()),
    ("排", ()),
    ("排在", ()),
    ("处", ()),
    ("处于", ()),
    ("跻身", ()),
    ("进入", ()),
    ("迈入", ()),
    ("进", ()),
    ("升至", ()),
    ("上升到", ()),
    ("上升至", ()),
    ("升到", ()),
    ("提升到", ()),
    ("提升至", ()),
    ("跃升至", ()),
    ("跃升到", ()),
    ("前移至", ()),
    ("下降到", ()),
    ("下降至", ()),
    ("降至", ()),
    ("降到", ()),
    ("退至", ()),
    ("跌至", ()),
    ("下滑至", ()),
    ("获", ()),
    ("获得", ()),
    ("保持", ()),
];

/// Where a rank begins that continues at a byte: 居全省|第二. None if nothing says it is a rank.
pub(super) fn rank_start(text: &str, at: usize) -> Option<usize> {
    let at = before_blank(text, at);
    let scope = longest_before(text, at, SCOPES).map(|(word, ())| at - word.len());
    let from = scope.unwrap_or(at);
    let placed = longest_before(text, from, PLACED).map(|(word, ())| from - word.len());
    placed.or(scope)
}

/// 由第9位: where the place begins from which something moves.
pub(super) fn move_start(text: &str, at: usize) -> Option<usize> {
    char_before(text, at).filter(|c| matches!(c, '由' | '从')).map(|_| at)
}

/// Which way a rank went that begins with these words: 上升到 to a better one, 下降到 to a worse one.
pub(super) fn rank_direction(text: &str, words: std::ops::Range<usize>) -> Option<Direction> {
    let words = text.get(words)?;
    match words.chars().next()? {
        '升' | '上' | '提' | '跃' | '前' => Some(Direction::RisenTo),
        '降' | '下' | '退' | '跌' => Some(Direction::FallenTo),
        _ => None,
    }
}

/// How far back a word of firmness is looked for, in bytes: no clause is longer than 200 characters.
const FARTHEST: usize = 600;

/// The last word of firmness before a numeral, in its own clause: what stands before a comma
/// speaks of something else.
pub(super) fn firmness(plain: &str, at: usize) -> Option<Firmness> {
    let mut from = at.saturating_sub(FARTHEST);
    while !plain.is_char_boundary(from) {
        from += 1;
    }
    let before = &*in_simplified(&plain[from..at]);
    spend(before.len());
    let clause = before.rfind(['，', '。', '；', '！', '？', '：']).map_or(0, |comma| comma + 3);
    let clause = &before[clause..];
    let last = |words: &[&str]| words.iter().filter_map(|word| clause.rfind(word)).max();
    Firmness::ALL
        .iter()
        .filter_map(|(_, firmness, words)| Some((last(words)?, *firmness)))
        .max_by_key(|(at, _)| *at)
        .map(|(_, firmness)| firmness)
}

/// What a rank is held among.
pub(super) const RANK_SCOPES: &[(RankScope, &[&str])] = &[
    (RankScope::City, &["全市"]),
    (RankScope::Province, &["全省"]),
    (RankScope::Country, &["全国", "我国"]),
    (RankScope::World, &["全球", "世界", "国际"]),
];
