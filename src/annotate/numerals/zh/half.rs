//! Halves: 半小时, 一年半, 两个半月, 半个百分点; and a bit more than whole ones: 三个多月.

use super::number::Numeral;
use super::unit::chinese_unit;
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{Draft, char_at, char_before, is_at, is_before, longest_at};
use crate::model::{Comparator, Decimal, Direction, QuantityKind, Unit, UnitClass};

/// A half of something measured, at 半.
fn half_of_a_unit(text: &str, at: usize) -> Option<Draft> {
    let after = at + "半".len();
    let words = ["年", "小时", "个小时", "个月", "个百分点", "个工作日", "个多月"];
    let word = longest_at(text, after, &words)?;
    if char_before(text, at).is_some_and(|c| "上下前后大多过夜".contains(c)) {
        return None;
    }
    let range = at..after + word.len();
    if word == "个多月" {
        let draft = Draft::new(range, QuantityKind::Duration, Some(Decimal::HALF));
        let month = WrittenUnit::from(Unit::MONTH);
        return Some(draft.in_unit(month).bounded(Comparator::MoreThan));
    }
    let (written, _) = chinese_unit(text, after, false)?;
    let kind = match written.unit_class() {
        UnitClass::Time => QuantityKind::Duration,
        _ => QuantityKind::Figure,
    };
    Some(Draft::new(range, kind, Some(Decimal::HALF)).in_unit(written))
}

/// Fifty percent.
pub(super) fn half_of_all(range: std::ops::Range<usize>) -> Draft {
    let value = Some(Decimal::from(50));
    Draft::new(range, QuantityKind::Figure, value).in_unit(WrittenUnit::from(Unit::PERCENT))
}

/// 减半: not 缩减半年, 减半个百分点.
fn is_halving(text: &str, at: usize) -> bool {
    let next = char_at(text, at + '半'.len_utf8());
    is_before(text, at, "减") && !next.is_some_and(|c| "年个天日月小成倍".contains(c))
}

/// 过半, 减半, 半年, 半小时.
pub(super) fn half_in_words(text: &str, at: usize, c: char) -> Option<Draft> {
    if c == '过' {
        let end = at + "过半".len();
        let is_half = is_at(text, at, "过半")
            && !["年", "小时", "个"].iter().any(|word| is_at(text, end, word));
        return is_half.then(|| half_of_all(at..end).bounded(Comparator::MoreThan));
    }
    if is_halving(text, at) {
        let draft = half_of_all(at - '减'.len_utf8()..at + c.len_utf8());
        return Some(draft.moving(Some(Direction::Down)));
    }
    half_of_a_unit(text, at)
}

/// What can be counted with 个 and halved: 两个半月.
const PIECES: [(&str, Unit); 5] = [
    ("月", Unit::MONTH),
    ("小时", Unit::HOUR),
    ("钟头", Unit::HOUR),
    ("星期", Unit::WEEK),
    ("百分点", Unit::PERCENTAGE_POINT),
];

/// A number with the half or the bit that stands inside its unit, the unit, and where it ends:
/// 两个半月 is two months and a half, 三个多月 more than three.
pub(super) fn inside_the_unit(
    text: &str,
    number: &Numeral,
) -> Option<(Numeral, WrittenUnit, usize)> {
    let word = longest_at(text, number.end, &["个半", "个多"])?;
    let after = number.end + word.len();
    let (piece, unit) = PIECES.iter().find(|(piece, _)| is_at(text, after, piece))?;
    let number = if word == "个半" { number.and_a_half() } else { number.and_more() };
    Some((number, WrittenUnit::from(*unit), after + piece.len()))
}

/// Where the half ends that stands after a unit, if one does: 三成半, 一年半, 一倍半. 一年半载 is a
/// word.
pub(super) fn after_the_unit(text: &str, end: usize, unit: Unit) -> Option<usize> {
    let takes_half =
        is_before(text, end, "成") || is_before(text, end, "年") || unit == Unit::TIMES;
    let after = end + "半".len();
    (takes_half && is_at(text, end, "半") && !is_at(text, after, "载")).then_some(after)
}

/// Where 多 ends after a unit, if it says that there is more: 3倍多, 一年多.
pub(super) fn more_after_the_unit(text: &str, end: usize, unit: Unit) -> Option<usize> {
    let takes_more = matches!(unit.class(), UnitClass::Time | UnitClass::Money)
        || unit == Unit::TIMES
        || is_before(text, end, "成");
    let after = end + "多".len();
    let is_word = ["元", "种", "样", "层", "边", "方", "少", "次", "名", "家", "个", "功"];
    let is_more = is_at(text, end, "多") && !is_word.iter().any(|next| is_at(text, after, next));
    (takes_more && is_more).then_some(after)
}

/// 三个百年: three hundred years.
pub(super) fn hundreds_of_years(text: &str, at: usize, number: &Numeral) -> Option<Draft> {
    let end = number.end + "个百年".len();
    let years = number.value?.shifted(2)?;
    let draft = Draft::new(at..end, QuantityKind::Duration, Some(years));
    is_at(text, number.end, "个百年").then(|| draft.in_unit(WrittenUnit::from(Unit::YEAR)))
}

/// 一刻钟: a quarter of an hour.
pub(super) fn quarters_of_an_hour(text: &str, at: usize, number: &Numeral) -> Option<Draft> {
    let end = number.end + "刻钟".len();
    let minutes = number.value?.times(Decimal::from(15))?;
    let draft = Draft::new(at..end, QuantityKind::Duration, Some(minutes));
    is_at(text, number.end, "刻钟").then(|| draft.in_unit(WrittenUnit::from(Unit::MINUTE)))
}
