//! Which way a Chinese number moves or lies: 降到62元, 减轻负担27亿元, 高于全国0.7个百分点.

use crate::annotate::numerals::{arabic, before_blank, char_before, is_before};
use crate::model::effort::spend;
use crate::model::{Direction, Unit, UnitClass, is_han};

use Direction::{Above, Below, Down, FallenTo, RisenTo, To, Up};

/// What kind of word says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// 提高: with 到 after it, the number is what it came to.
    Verb,
    /// 降幅: with 为 after it, the number is still how far.
    Noun,
    /// 高: only beside 比, or with percentage points.
    Than,
}

use Word::{Noun, Than, Verb};

/// A word, what it says, its kind, and what may not stand before it.
type Row = (&'static str, Direction, Word, &'static str);

/// The words that end with a character, the longer ones first. Few words share a last character, so
/// that a number without one costs nothing.
fn words_ending_in(last: char) -> &'static [Row] {
    match last {
        '长' => &[("增长", Up, Verb, ""), ("延长", Up, Verb, "")],
        '展' => &[("扩展", Up, Verb, ""), ("拓展", Up, Verb, "")],
        '加' => &[("增加", Up, Verb, ""), ("追加", Up, Verb, "")],
        '高' => &[
            ("提高", Up, Verb, ""),
            ("升高", Up, Verb, ""),
            ("调高", Up, Verb, ""),
            ("高", Above, Than, "最新较很"),
        ],
        '升' => &[("升", Up, Verb, "毫公晋")],
        '涨' => &[("涨", Up, Verb, "")],
        '大' => &[("扩大", Up, Verb, ""), ("增大", Up, Verb, ""), ("加大", Up, Verb, "")],
        '扩' => &[("扩", Up, Verb, "")],
        '增' => &[("增", Up, Verb, "连")],
        '收' => &[("增收", Up, Verb, "")],
        '幅' => &[
            ("增幅", Up, Noun, ""),
            ("涨幅", Up, Noun, ""),
            ("降幅", Down, Noun, ""),
            ("跌幅", Down, Noun, ""),
        ],
        '浮' => &[("上浮", Up, Verb, ""), ("下浮", Down, Verb, "")],
        '调' => &[("上调", Up, Verb, ""), ("下调", Down, Verb, "")],
        '移' => &[("前移", Up, Verb, ""), ("后移", Down, Verb, "")],
        '降' => &[("降", Down, Verb, "空投起升")],
        '低' => {
            &[("降低", Down, Verb, ""), ("调低", Down, Verb, ""), ("低", Below, Than, "最较很")]
        }
        '少' => &[("减少", Down, Verb, ""), ("少", Down, Than, "至不最缺很较多")],
        '滑' => &[("下滑", Down, Verb, "")],
        '跌' => &[("跌", Down, Verb, "")],
        '落' => &[("回落", Down, Verb, ""), ("滑落", Down, Verb, "")],
        '减' => &[("减", Down, Verb, "增")],
        '短' => &[("缩短", Down, Verb, "")],
        '缩' => &[("压缩", Down, Verb, ""), ("收缩", Down, Verb, ""), ("缩", Down, Verb, "")],
        '简' => &[("精简", Down, Verb, "")],
        '轻' => &[("减轻", Down, Verb, "")],
        '窄' => &[("收窄", Down, Verb, "")],
        '小' => &[("缩小", Down, Verb, "")],
        '征' => &[("减征", Down, Verb, "")],
        '退' => &[("后退", Down, Verb, "")],
        '进' => &[("前进", Up, Verb, "")],
        '多' => &[("多", Up, Than, "最许众很诸繁较")],
        '出' => &[("高出", Above, Verb, "")],
        '快' => &[("加快", Up, Verb, ""), ("快", Above, Than, "最较很")],
        '慢' => &[("放慢", Down, Verb, ""), ("慢", Below, Than, "最较很")],
        '差' => &[("顺差", Above, Noun, ""), ("逆差", Below, Noun, "")],
        '字' => &[("赤字", Below, Noun, "")],
        '余' => &[("盈余", Above, Noun, "")],
        _ => &[],
    }
}

/// The word that ends at a byte.
fn word_before(text: &str, end: usize) -> Option<Row> {
    let last = char_before(text, end).filter(|c| is_han(*c))?;
    let row = words_ending_in(last).iter().find(|(word, ..)| is_before(text, end, word))?;
    let before = char_before(text, end - row.0.len());
    before.is_none_or(|c| !row.3.contains(c)).then_some(*row)
}

/// A byte before 了, 分别, 约 and the like.
fn before_modifiers(text: &str, at: usize) -> usize {
    let mut at = before_blank(text, at);
    for _ in 0..2 {
        let words: &[&str] = match char_before(text, at) {
            Some('别') => &["分别"],
            Some('约') => &["大约", "约"],
            Some('近') => &["近"],
            Some('了') => &["了"],
            _ => return at,
        };
        let Some(word) = words.iter().find(|word| is_before(text, at, word)) else { return at };
        at -= word.len();
    }
    at
}

/// A byte before a year that says when a number was reached: 提高到|2022年的47%.
fn before_year(text: &str, at: usize) -> Option<usize> {
    if !is_before(text, at, "的") {
        return None;
    }
    let end = at - "的".len();
    let end = ["末", "底", "初"].iter().find(|w| is_before(text, end, w)).map_or(end, |_| end - 3);
    if !is_before(text, end, "年") {
        return None;
    }
    let end = end - "年".len();
    let digits = text[..end].chars().rev().take(4).take_while(char::is_ascii_digit).count();
    (digits == 4).then(|| end - digits)
}

/// What number is asked about.
#[derive(Debug, Clone, Copy)]
pub(super) struct MovedNumber {
    /// Where it begins, with what bounds it.
    pub(super) at: usize,
    /// Its unit.
    pub(super) unit: Option<Unit>,
}

impl MovedNumber {
    fn class(self) -> Option<UnitClass> {
        self.unit.map(Unit::class)
    }

    fn is_difference(self) -> bool {
        self.unit == Some(Unit::PERCENTAGE_POINT)
    }
}

/// Where a number moves or lies, by the word before it.
pub(super) fn direction(text: &str, moved: MovedNumber) -> Option<Direction> {
    let end = before_modifiers(text, moved.at);
    if let Some(at) = before_year(text, end) {
        return came_to(text, at).filter(|direction| direction.is_to());
    }
    came_to(text, end)
        .or_else(|| directly(text, end, moved))
        .or_else(|| around_an_object(text, end, moved))
}

/// 降到, 达到, 顺差达: what stands before 到, 至, 为 or 达.
fn came_to(text: &str, end: usize) -> Option<Direction> {
    let last = char_before(text, end)?;
    if !matches!(last, '到' | '至' | '为' | '达' | '成') {
        return None;
    }
    let is_reached = last == '达' || is_before(text, end, "达到");
    let word = if is_before(text, end, "达到") { "达到" } else { "到" };
    let stem = before_modifiers(text, end - word.len());
    match word_before(text, stem) {
        Some((_, direction, Noun, _)) => Some(direction),
        Some((_, direction, Verb, _)) if is_reached => Some(direction),
        Some((_, Up, Verb, _)) => Some(RisenTo),
        Some((_, Down, Verb, _)) => Some(FallenTo),
        _ if is_reached => Some(To),
        _ if ["转为", "变为", "跃居为"].iter().any(|word| is_before(text, end, word)) => {
            Some(To)
        }
        _ => None,
    }
}

/// 增长6.5%, 比上年少5.2%.
fn directly(text: &str, end: usize, moved: MovedNumber) -> Option<Direction> {
    let (word, direction, kind, _) = word_before(text, end)?;
    if kind == Than && !moved.is_difference() {
        return is_compared(text, end - word.len()).then_some(direction);
    }
    Some(direction)
}

/// How far back a word is looked for over an object, in characters.
const OBJECT: usize = 14;

/// Whether 比 or 较 stands a little before in the clause.
fn is_compared(text: &str, at: usize) -> bool {
    for c in text[..at].chars().rev().take(OBJECT) {
        spend(1);
        match c {
            '比' | '较' => return true,
            '，' | '。' | '；' | '：' | '、' | '\n' => return false,
            _ => {}
        }
    }
    false
}

/// What no object of a verb holds: it may be a clause of its own.
const NO_OBJECT: &str = "的占为达是有比到至等在和与按由从以且并使让，。；：、";

/// The words that take an object before the number, by their first character.
fn words_beginning_with(first: char) -> &'static [(&'static str, Direction)] {
    match first {
        '减' => &[("减轻", Down), ("减少", Down), ("减免", Down), ("减征", Down), ("减负", Down)],
        '精' => &[("精简", Down)],
        '裁' => &[("裁减", Down)],
        '压' => &[("压减", Down), ("压缩", Down)],
        '缩' => &[("缩减", Down), ("缩短", Down)],
        '降' => &[("降低", Down), ("降本", Down)],
        '增' => &[("增加", Up)],
        '新' => &[("新增", Up)],
        '提' => &[("提高", Up)],
        '高' => &[("高于", Above)],
        '快' => &[("快于", Above)],
        '多' => &[("多于", Above), ("多缴", Up), ("多收", Up)],
        '好' => &[("好于", Above)],
        '低' => &[("低于", Below)],
        '慢' => &[("慢于", Below)],
        '少' => &[("少于", Below), ("少缴", Down), ("少收", Down)],
        '超' => &[("超过", Above)],
        _ => &[],
    }
}

/// 减轻负担27亿元, 高于全国0.7个百分点: a short object stands between word and number.
fn around_an_object(text: &str, end: usize, moved: MovedNumber) -> Option<Direction> {
    let class = moved.class()?;
    for (offset, c) in text[..end].char_indices().rev().take(OBJECT) {
        spend(1);
        if let Some((word, direction)) =
            words_beginning_with(c).iter().find(|(word, _)| text[offset..end].starts_with(word))
        {
            let fits = match *word {
                // 超过全国5% may be a bound as well.
                "超过" => moved.is_difference(),
                "提高" => matches!(class, UnitClass::Money | UnitClass::Share),
                "缩短" | "压缩" | "减少" => true,
                _ => class != UnitClass::Time,
            };
            // 不高于 bounds; 高于 right before the number does as well.
            let is_bound = matches!(direction, Above | Below)
                && (offset + word.len() == end
                    || char_before(text, offset).is_some_and(|c| "不未没".contains(c)));
            return (fits && !is_bound).then_some(*direction);
        }
        if !is_han(c) || NO_OBJECT.contains(c) || arabic::digit(c).is_some() {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::numerals_of;

    /// The direction of the last number of a text.
    fn last_direction(text: &str) -> Option<Direction> {
        numerals_of("zh").unwrap().quantities(text).last().unwrap().value.direction
    }

    #[test]
    fn a_verb_says_by_how_much_or_to_what() {
        for (text, wanted) in [
            ("水费提高到62元", Some(RisenTo)),
            ("空置率由7.4%下降到3.1%", Some(FallenTo)),
            ("绿化率从31%提高到38%", Some(RisenTo)),
            ("投诉量降到260件", Some(FallenTo)),
            ("时间缩短至3天", Some(FallenTo)),
            ("税率降为3%", Some(FallenTo)),
            ("收入增至60亿元", Some(RisenTo)),
            ("占比提高到2022年的47%", Some(RisenTo)),
            ("达到30亿元", Some(To)),
            ("分别达到30%", Some(To)),
            ("增速由-1.6%转为2.7%", Some(To)),
            ("出口年均增长6.4%", Some(Up)),
            ("增长了约6.4%", Some(Up)),
            ("差距收窄0.7个百分点", Some(Down)),
            ("用水量比上年少5.2%", Some(Down)),
            ("审批事项精简64%", Some(Down)),
            ("精简审批事项64%", Some(Down)),
            ("减轻负担27亿元", Some(Down)),
            ("全年少缴社会保险费586亿元", Some(Down)),
            ("为物流企业降本314亿元", Some(Down)),
            ("裁减岗位30个", Some(Down)),
            ("新增就业5万人", Some(Up)),
            ("电价下浮10%", Some(Down)),
            ("增速比上月回落0.5个百分点", Some(Down)),
            ("降幅达5%", Some(Down)),
            ("涨幅为2.1%", Some(Up)),
            ("资费至少降低30%", Some(Down)),
            ("增长超过5%", Some(Up)),
            ("实现产值5亿元", None),
            ("增长的企业占41%", None),
            ("至少5个", None),
            ("最多5个", None),
            ("许多5米的树", None),
            ("起降5万架次", None),
            ("晋升5人", None),
            ("期限延长至5年", Some(RisenTo)),
            ("审批时间缩至3天", Some(FallenTo)),
            ("由30%、20%分别提高到50%、40%", Some(RisenTo)),
        ] {
            assert_eq!(last_direction(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_comparison_says_on_which_side_of_another_it_lies() {
        for (text, wanted) in [
            ("高于全国0.7个百分点", Some(Above)),
            ("低于全省平均水平0.7个百分点", Some(Below)),
            ("超过全国0.7个百分点", Some(Above)),
            ("比全国高0.7个百分点", Some(Above)),
            ("增速慢于上年0.3个百分点", Some(Below)),
            ("高于8%", None),
            ("超过全国5%的企业", None),
            ("顺差27亿美元", Some(Above)),
            ("贸易逆差达27亿美元", Some(Below)),
        ] {
            assert_eq!(last_direction(text), wanted, "{text}");
        }
    }

    #[test]
    fn the_first_number_of_a_move_and_a_rank_go_no_way_of_their_own() {
        let found = numerals_of("zh").unwrap().quantities("由第9位上升到第6位");
        let directions: Vec<_> = found.iter().map(|one| one.value.direction).collect();
        assert_eq!(directions, [None, Some(RisenTo)]);
        assert!(found.iter().all(|one| one.value.kind == crate::model::QuantityKind::Rank));
        assert_eq!(last_direction("由第3位下降到第5位"), Some(FallenTo));
        let found = numerals_of("zh").unwrap().quantities("从31%提高到38%");
        assert_eq!(found[0].value.direction, None);
    }
}
