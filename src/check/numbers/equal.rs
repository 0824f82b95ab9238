//! When two numerals say the same.

use crate::model::{Decimal, Quantity, QuantityKind};

/// How close two numerals are; the first are preferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Match {
    /// Value, unit and kind.
    Exact,
    /// Value, units that do not contradict, and both or neither an ordinal: 二中 and second.
    Kind,
    /// Value, and units that do not contradict: 43家 and forty-three.
    Value,
    /// A date that says more or less of the same day.
    Calendar,
    /// The same in another unit, rounded to the digits shown.
    Converted,
    /// The same in other words: 增长200% and tripled.
    Idiom,
}

impl Match {
    pub(super) const ALL: [Self; 6] =
        [Self::Exact, Self::Kind, Self::Value, Self::Calendar, Self::Converted, Self::Idiom];
}

/// Whether two numerals match in this way.
pub(super) fn is(how: Match, own: &Quantity, other: &Quantity) -> bool {
    let (Some(a), Some(b)) = (own.value, other.value) else { return false };
    match how {
        Match::Exact => a == b && own.unit == other.unit && own.kind == other.kind,
        Match::Kind => {
            let is_ordinal = |of: &Quantity| of.kind == QuantityKind::Ordinal;
            is_ordinal(own) == is_ordinal(other) && is(Match::Value, own, other)
        }
        Match::Value => {
            a == b
                && is_calendar(own) == is_calendar(other)
                && !is_time_for_things(own, other)
                && (do_not_contradict(own.unit, other.unit) || is_unit_unsaid(own, a))
        }
        Match::Calendar => is_calendar(own) && is_calendar(other) && is_same_day(a, b),
        Match::Converted => is_conversion((a, own.unit), (b, other.unit)),
        Match::Idiom => is_idiom((a, own.unit), (b, other.unit)) || is_taken_for_year(own, other),
    }
}

/// Whether the numbers are the same and the units are not.
pub(super) fn differ_in_unit(own: &Quantity, other: &Quantity) -> bool {
    own.value.is_some()
        && own.value == other.value
        && is_measuring(own.unit)
        && is_measuring(other.unit)
        && own.unit != other.unit
        && is_calendar(own) == is_calendar(other)
}

fn is_calendar(quantity: &Quantity) -> bool {
    quantity.kind == QuantityKind::Date
}

/// A unit that changes what a number says. Measure words do not, and English has none.
pub(super) fn is_measuring(unit: Option<&str>) -> bool {
    const MEASURING: &[&str] = &[
        "元",
        "美元",
        "欧元",
        "港元",
        "日元",
        "英镑",
        "元/吨",
        "元/亩",
        "元/平方米",
        "%",
        "‰",
        "百分点",
        "倍",
        "微克/立方米",
        "毫克/立方米",
        "毫克/升",
        "亩",
        "公顷",
        "平方公里",
        "平方米",
        "立方米",
        "公里",
        "公里/小时",
        "米",
        "厘米",
        "毫米",
        "海里",
        "吨标准煤",
        "吨/日",
        "吨",
        "公斤",
        "克",
        "毫克",
        "微克",
        "斤",
        "千瓦时",
        "千瓦",
        "瓦",
        "千伏",
        "升",
        "毫升",
        "℃",
        "标箱",
        "个月",
        "季度",
        "周",
        "天",
        "工作日",
        "小时",
        "分钟",
        "秒",
    ];
    unit.is_some_and(|unit| MEASURING.contains(&unit) || unit.starts_with('/'))
}

/// 35 years for 35 companies. Titles in a row may be counted in years, and years by their number.
fn is_time_for_things(own: &Quantity, other: &Quantity) -> bool {
    let is_time = |of: &Quantity| of.kind == QuantityKind::Duration;
    let is_thing = |of: &Quantity| {
        of.kind == QuantityKind::Figure
            && !matches!(of.unit, Some("连冠" | "年" | "岁" | "季" | "届"))
    };
    (is_time(own) && is_thing(other)) || (is_thing(own) && is_time(other))
}

/// 人才企业产值超百亿: a great round number whose unit is in its subject.
fn is_unit_unsaid(own: &Quantity, value: Decimal) -> bool {
    own.unit.is_none()
        && own.kind == QuantityKind::Figure
        && Decimal::new(1, 4).is_some_and(|ten_thousand| value >= ten_thousand)
}

fn do_not_contradict(own: Option<&str>, other: Option<&str>) -> bool {
    own == other || !(is_measuring(own) || is_measuring(other))
}

/// `20180331` is said by `331` with `2018` elsewhere, and `201803` by `20180331`.
fn is_same_day(a: Decimal, b: Decimal) -> bool {
    let (a, b) = (a.to_string(), b.to_string());
    let (long, short) = if a.len() >= b.len() { (&a, &b) } else { (&b, &a) };
    let is_year = short.len() == 4 && short.starts_with(['1', '2']);
    if is_year || short.len() == 6 {
        return long.starts_with(short.as_str());
    }
    long.ends_with(short.as_str())
}

/// Units of which one is so many times the other: (small, large, how many small in one large).
const CONVERSIONS: &[(&str, &str, &str)] = &[
    ("亩", "公顷", "15"),
    ("亩", "平方公里", "1500"),
    ("公顷", "平方公里", "100"),
    ("斤", "公斤", "2"),
    ("公斤", "吨", "1000"),
    ("斤", "吨", "2000"),
    ("米", "公里", "1000"),
    ("厘米", "米", "100"),
    ("平方米", "公顷", "10000"),
    ("天", "周", "7"),
    ("个月", "年", "12"),
    ("分钟", "小时", "60"),
];

/// Whether a unit is ever converted into another one.
pub(super) fn are_convertible(own: Option<&str>, other: Option<&str>) -> bool {
    let (Some(own), Some(other)) = (own, other) else { return false };
    CONVERSIONS.iter().any(|(small, large, _)| {
        (*small == own && *large == other) || (*small == other && *large == own)
    })
}

/// Whether the second number is the first one in its unit, rounded to the digits shown.
fn is_conversion(own: (Decimal, Option<&str>), other: (Decimal, Option<&str>)) -> bool {
    let (Some(from), Some(to)) = (own.1, other.1) else { return false };
    for (small, large, times) in CONVERSIONS {
        let Some(times) = Decimal::parse(times) else { continue };
        // The exact number and the shown one times the factor, each in the small unit; half of
        // the last digit shown is the most they may differ.
        let compared = if *small == from && *large == to {
            other.0.times(times).map(|shown| (own.0, shown, times))
        } else if *large == from && *small == to {
            own.0.times(times).map(|exact| (exact, other.0, Decimal::ONE))
        } else {
            continue;
        };
        let Some((exact, shown, scale)) = compared else { continue };
        let Some(half) = other.0.half_of_last_digit().and_then(|half| half.times(scale)) else {
            continue;
        };
        let Some(gap) = exact.minus(shown) else { continue };
        if gap.abs() <= half {
            return true;
        }
    }
    false
}

/// 1998家 and 1998 without a noun: four bare digits look like a year in English.
fn is_taken_for_year(own: &Quantity, other: &Quantity) -> bool {
    own.value == other.value
        && own.kind == QuantityKind::Figure
        && is_calendar(other)
        && !is_measuring(own.unit)
}

/// 增长200%, 增长两倍 and tripled; one third and 33%.
fn is_idiom(own: (Decimal, Option<&str>), other: (Decimal, Option<&str>)) -> bool {
    let growth = |(value, unit): (Decimal, Option<&str>)| match unit {
        Some("%") => Some(value),
        // Twice as much is 100 percent more.
        Some("倍") => value.minus(Decimal::ONE)?.shifted(2),
        _ => None,
    };
    if let (Some(a), Some(b)) = (growth(own), growth(other))
        && own.1 != other.1
    {
        return a == b;
    }
    // 2.2 times: a bare number beside a multiple.
    let bare = |unit: Option<&str>| !is_measuring(unit);
    let times = |a: (Decimal, Option<&str>), b: (Decimal, Option<&str>)| {
        let as_percent = b.0.shifted(2);
        a.1 == Some("%") && bare(b.1) && as_percent == Some(a.0)
            || a.1 == Some("倍") && bare(b.1) && a.0 == b.0
    };
    times(own, other) || times(other, own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn a_conversion_may_round_to_the_digits_shown_and_no_further() {
        let mu = |value, hectares| {
            is_conversion((number(value), Some("亩")), (number(hectares), Some("公顷")))
        };
        assert!(mu("200000000", "13300000"));
        assert!(mu("88000", "5867") && mu("88000", "5870") && mu("88000", "5900"));
        assert!(!mu("88000", "5860") && !mu("88000", "58670"));
        assert!(is_conversion((number("10"), Some("公顷")), (number("150"), Some("亩"))));
    }

    #[test]
    fn a_multiple_and_a_rate_of_growth_say_the_same() {
        let same = |a, b| is_idiom((number(a), Some("%")), (number(b), Some("倍")));
        assert!(same("200", "3") && same("100", "2") && same("120", "2.2"));
        assert!(!same("200", "2"));
    }

    #[test]
    fn a_day_is_said_whole_or_in_parts() {
        assert!(is_same_day(number("20180331"), number("331")));
        assert!(is_same_day(number("2018"), number("20180331")));
        assert!(!is_same_day(number("2018"), number("2017")));
        assert!(!is_same_day(number("625"), number("20180331")));
    }
}
