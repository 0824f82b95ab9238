//! What stands around a Chinese number: its unit, its bound, its sign, its verb, its denominator.

use super::denominator;
use super::grammar::Reader;
use super::measure::measure_of;
use super::movement::{self, MovedNumber};
use super::number::Numeral;
use super::unit::currency_before;
use super::{context, half, share, sign};
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{Draft, is_at};
use crate::model::{Comparator, Decimal, Direction, QuantityKind, Unit, UnitClass};

impl Reader<'_> {
    /// What bounds a number from before it.
    pub(super) fn bound_before(
        &self,
        at: usize,
        number: &Numeral,
        class: Option<UnitClass>,
    ) -> Option<(Comparator, usize)> {
        let is_round = number.is_round() || number.is_vague();
        context::comparator_before(self.text, at, is_round, class == Some(UnitClass::Time))
            .or_else(|| context::comparator_over_a_verb(self.text, at))
            .filter(|(_, start)| *start >= self.done)
    }

    /// The quantity with all that stands around it.
    pub(super) fn quantity(
        &mut self,
        at: usize,
        number: &Numeral,
        unit: Option<WrittenUnit>,
        end: usize,
    ) -> usize {
        let class = unit.map(WrittenUnit::unit_class);
        let kind = match class {
            Some(UnitClass::Time)
                if unit.is_some_and(|written| written.unit == Unit::ANNIVERSARY) =>
            {
                QuantityKind::Ordinal
            }
            Some(UnitClass::Time) => QuantityKind::Duration,
            _ => QuantityKind::Figure,
        };
        let mut draft = Draft::new(at..end, kind, number.value).in_unit(unit);
        draft.scale = number.scale;
        let mut number = *number;
        let mut end = end;
        if let Some(unit) = unit {
            end = self.rest_of_unit(&mut draft, unit, end);
            if let Some(after) = half::more_after_the_unit(self.text, end, unit.unit) {
                (number, end) = (number.and_more(), after);
            }
        }
        draft.found.range.end = end;
        let start = self.currency(&mut draft, at, end);
        let mut draft = self.surrounded(draft, start, end, &number);
        self.denominate(&mut draft);
        self.push(draft)
    }

    /// 新台币100亿元: the currency that stands before a number of 元, and where it begins.
    fn currency(&self, draft: &mut Draft, at: usize, end: usize) -> usize {
        let quantity = &mut draft.found.value;
        let standard = Unit::named("吨标准煤");
        if quantity.unit == Some(Unit::TON) && self.text[..at].ends_with("标准煤") {
            // 节约标准煤18万吨.
            quantity.unit = Some(standard);
        }
        if quantity.unit != Some(Unit::YUAN) || is_at(self.text, end, "/") {
            return at;
        }
        match currency_before(self.text, at).filter(|(_, start)| *start >= self.done) {
            Some((unit, start)) => {
                quantity.unit = Some(unit);
                start
            }
            None => at,
        }
    }

    /// 三成半, 六成五, 两年半, 1.2倍.
    fn rest_of_unit(&self, draft: &mut Draft, written: WrittenUnit, end: usize) -> usize {
        let quantity = &mut draft.found.value;
        let mut end = end;
        if let Some(after) = half::after_the_unit(self.text, end, written.unit) {
            let half = Decimal::HALF.shifted(written.power);
            quantity.value = quantity.value.zip(half).and_then(|(value, half)| value.plus(half));
            end = after;
        } else if self.text[..end].ends_with('成')
            && let Some((percent, after)) = share::percent_after_tenths(self.text, end)
        {
            quantity.value = quantity.value.and_then(|value| value.plus(percent));
            end = after;
        } else if self.text[end..].starts_with('级') && written.unit_class() != UnitClass::Count {
            // 万吨级泊位: of that size.
            end += '级'.len_utf8();
        }
        let moved = MovedNumber { at: draft.found.range.start, unit: Some(written.unit) };
        if written.unit == Unit::TIMES
            && movement::direction(self.text, moved) == Some(Direction::Up)
        {
            // 增长1.2倍 is 120 percent more.
            quantity.value = quantity.value.and_then(|value| value.shifted(2));
            quantity.unit = Some(Unit::PERCENT);
        }
        end
    }

    /// Adds what bounds and moves a quantity, its sign, and what it measures.
    pub(super) fn surrounded(
        &self,
        mut draft: Draft,
        at: usize,
        end: usize,
        number: &Numeral,
    ) -> Draft {
        let quantity = &mut draft.found.value;
        if number.is_vague() {
            quantity.comparator = Comparator::About;
        }
        if number.is_more {
            quantity.comparator = Comparator::MoreThan;
        }
        let mut start = at;
        if let Some(begin) = sign::negative(self.text, at, self.done) {
            quantity.value = quantity.value.map(Decimal::negated);
            start = begin;
        }
        let mut range = start..end;
        if let Some((comparator, begin)) = self.bound_before(start, number, draft.class) {
            quantity.comparator = comparator;
            range.start = begin;
        }
        if let Some((comparator, after)) = context::comparator_after(self.text, end) {
            quantity.comparator = comparator;
            range.end = after;
        } else if quantity.comparator == Comparator::MoreThan && is_at(self.text, end, "大关") {
            range.end += "大关".len();
        }
        // 至少降低30%: the verb stands between the bound and the number.
        let unit = quantity.unit;
        let over_bound = (range.start < start).then_some(range.start);
        quantity.direction = [Some(start), over_bound]
            .into_iter()
            .flatten()
            .find_map(|at| movement::direction(self.text, MovedNumber { at, unit }));
        quantity.measure = measure_of(self.text, range.start, quantity, draft.class);
        draft.found.range = range;
        draft
    }

    /// Adds of what one, or so many, a quantity is said.
    fn denominate(&mut self, draft: &mut Draft) {
        let range = draft.found.range.clone();
        let quantity = &mut draft.found.value;
        let Some(unit) = quantity.unit.filter(|_| quantity.kind == QuantityKind::Figure) else {
            return;
        };
        if !denominator::can_be_of(unit, false) {
            return;
        }
        if let Some((per, end)) = denominator::after_stroke(self.text, range.end) {
            quantity.per = per;
            draft.found.range.end = end;
        } else if let Some(pending) =
            self.pending.filter(|pending| denominator::can_be_of(unit, pending.is_time))
        {
            quantity.per = pending.per;
            if pending.has_digits && self.done <= pending.start {
                draft.found.range.start = pending.start;
            }
        } else if let Some(period) = denominator::period_before(self.text, range.start) {
            quantity.per = quantity.per.and(period);
        }
    }
}
