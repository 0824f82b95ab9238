//! What neighbours share: the unit at the end of a list, the scale at the end of a range, the
//! verb at its beginning.

use super::Draft;
use crate::model::{QuantityKind, Unit, UnitClass};

/// How two neighbours are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    Range,
    List,
}

fn joining(text: &str, left: &Draft, right: &Draft) -> Option<Join> {
    let gap = text.get(left.found.range.end..right.found.range.start)?;
    if gap.len() > 12 {
        return None;
    }
    match gap.trim() {
        "—" | "——" | "–" | "-" | "~" | "～" | "−" | "至" | "到" | "to" => {
            Some(Join::Range)
        }
        "、" | "和" | "或" | "及" | "与" | "以及" | "and" | "or" | "," | ", and" => {
            Some(Join::List)
        }
        _ => None,
    }
}

/// Lets neighbours share, in two sweeps, since what is shared is said at either end.
///
/// From right to left, so that a unit travels through a whole list: in 12、30和50家 the last says 家,
/// gives it to 30, and 30 gives it to 12. Then from left to right, for what is said first: the dollar
/// of $3–5 million and the direction of 分别增长12.7%、10.1%. The second sweep sees units that the first
/// has given.
pub(super) fn settle(text: &str, drafts: &mut [Draft]) {
    for right in (1..drafts.len()).rev() {
        let (before, after) = drafts.split_at_mut(right);
        let (left, right) = (&mut before[right - 1], &after[0]);
        // "more than 10 billion number three, and 50 billion" share nothing: three is spelt, and a
        // comma ends what it counts.
        let gap = text.get(left.found.range.end..right.found.range.start).unwrap_or_default();
        let is_spelt = !text[left.found.range.clone()].contains(|c: char| c.is_ascii_digit());
        let is_clause = is_spelt && gap.contains(',');
        if let Some(join) = joining(text, left, right).filter(|_| !is_clause) {
            from_right(left, right, join);
            share_denominator(left, right, join);
        }
    }
    for right in 1..drafts.len() {
        let (before, after) = drafts.split_at_mut(right);
        let (left, right) = (&mut before[right - 1], &mut after[0]);
        let join = joining(text, left, right);
        if join == Some(Join::Range) {
            share_currency(left, right);
        }
        let gap = text.get(left.found.range.end..right.found.range.start).unwrap_or_default();
        // 增长3%至5%: both grew. "fell 3% to 5%" says to what.
        let is_list = join == Some(Join::List) || (join.is_some() && gap.trim() != "to");
        // ", and at least 50 percent" begins another clause.
        if is_list && gap != ", and " {
            from_left(left, right);
        }
    }
}

fn from_right(left: &mut Draft, right: &Draft, join: Join) {
    let wanted = right.found.value;
    let quantity = &mut left.found.value;
    // 提高1个、2个百分点: 个 alone was read as a unit of things.
    if quantity.unit == Some(Unit::ITEM) && wanted.unit == Some(Unit::PERCENTAGE_POINT) {
        quantity.unit = wanted.unit;
        left.class = right.class;
        return;
    }
    if quantity.kind != QuantityKind::Figure || quantity.unit.is_some() {
        return;
    }
    match wanted.kind {
        QuantityKind::Date if join == Join::Range || wanted.unit != Some(Unit::YEAR) => {
            let limit = match wanted.unit {
                Some(Unit::YEAR | Unit::YEAR_MONTH) => 1900..=2100,
                Some(Unit::MONTH_OF_YEAR | Unit::MONTH_DAY) => 1..=12,
                _ => 1..=31,
            };
            let is_date = quantity.value.and_then(crate::model::Decimal::to_whole);
            if is_date.is_some_and(|value| limit.contains(&value)) && left.scale == 0 {
                quantity.kind = QuantityKind::Date;
                quantity.unit = match wanted.unit {
                    Some(Unit::YEAR_MONTH) => Some(Unit::YEAR),
                    Some(Unit::MONTH_DAY) => Some(Unit::MONTH_OF_YEAR),
                    unit => unit,
                };
            }
        }
        // 直逼千亿、近七成 share nothing.
        _ if right.class == Some(UnitClass::Share) && left.scale > 0 => {}
        QuantityKind::Figure | QuantityKind::Duration if right.class.is_some() => {
            quantity.unit = wanted.unit;
            quantity.kind = wanted.kind;
            left.class = right.class;
            share_scale(left, right, join);
        }
        QuantityKind::Figure => share_scale(left, right, join),
        _ => {}
    }
}

/// 240 to 450 yuan per person: both are said of one person.
fn share_denominator(left: &mut Draft, right: &Draft, join: Join) {
    let (first, last) = (&mut left.found.value, right.found.value);
    let is_alike = first.unit == last.unit && first.kind == last.kind;
    if join == Join::Range && is_alike && first.per.is_nothing() {
        first.per = last.per;
    }
}

/// 3—5万亩: both are tens of thousands.
fn share_scale(left: &mut Draft, right: &Draft, join: Join) {
    let is_small = |draft: &Draft| {
        draft.found.value.value.is_some_and(|value| value < crate::model::Decimal::from(1000))
    };
    if join == Join::Range && left.scale == 0 && right.scale > 0 && is_small(left) {
        let quantity = &mut left.found.value;
        quantity.value = quantity.value.and_then(|value| value.shifted(right.scale));
        left.scale = right.scale;
    }
}

/// $3–5 million: both are dollars, both are millions.
fn share_currency(left: &mut Draft, right: &mut Draft) {
    let second = &mut right.found.value;
    let is_bare = second.unit.is_none() && second.kind == QuantityKind::Figure;
    if left.class == Some(UnitClass::Money) && is_bare {
        second.unit = left.found.value.unit;
        right.class = left.class;
        share_scale(left, right, Join::Range);
    }
}

/// 分别增长12.7%、10.1%: both grew.
fn from_left(left: &Draft, right: &mut Draft) {
    let (first, second) = (left.found.value, &mut right.found.value);
    let is_alike = first.unit == second.unit && first.kind == second.kind;
    if second.direction.is_none() && is_alike && left.class == Some(UnitClass::Share) {
        second.direction = first.direction;
    }
}
