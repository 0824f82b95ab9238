//! What the words around an English quantity add to it: sign, bounds, denominator, direction,
//! measure.

use super::bound::{comparator_after, comparator_before, passed_mark};
use super::grammar::Reader;
use super::{direction, measure, per, sign};
use crate::annotate::numerals::Draft;
use crate::annotate::numerals::unit::WrittenUnit;
use crate::model::{Comparator, Decimal, Direction, Measure, QuantityKind, Unit, UnitClass};

impl Reader<'_> {
    /// Adds what bounds and moves a quantity, its sign, and of what it is said.
    pub(super) fn push_with_context(&mut self, mut draft: Draft) -> usize {
        let text = self.text;
        self.add_sign(&mut draft);
        let unit_end = draft.found.range.end;
        let is_bounded_after = self.add_bounds(&mut draft);
        let start = draft.found.range.start;
        draft.found.value.direction =
            if is_bounded_after && draft.found.value.comparator == Comparator::AtMost {
                None
            } else {
                direction::direction(text, start, unit_end, draft.class)
            };
        add_measure(text, &mut draft, unit_end);
        self.add_per(&mut draft, unit_end);
        self.push(draft)
    }

    /// Adds only what bounds a quantity: nearly doubled.
    pub(super) fn push_bounded(&mut self, mut draft: Draft) -> usize {
        self.add_bounds(&mut draft);
        self.push(draft)
    }

    fn add_sign(&self, draft: &mut Draft) {
        let (text, range) = (self.text, draft.found.range.clone());
        let mut is_negative = false;
        if let Some(start) = sign::minus_before(text, range.start).filter(|at| *at >= self.done) {
            draft.found.range.start = start;
            is_negative = true;
        } else if sign::is_accounting(text, range.start, range.end, draft.class) {
            is_negative = true;
        }
        if let Some(end) = sign::below_zero(text, range.end) {
            draft.found.range.end = end;
            is_negative = true;
        }
        if is_negative {
            let quantity = &mut draft.found.value;
            quantity.value = quantity.value.map(Decimal::negated);
        }
    }

    /// Whether what stands behind it bounds it.
    fn add_bounds(&self, draft: &mut Draft) -> bool {
        let (text, range) = (self.text, draft.found.range.clone());
        if let Some((start, end)) = passed_mark(text, range.start, range.end)
            && start >= self.done
        {
            draft.found.range = start..end;
            draft.found.value.comparator = Comparator::MoreThan;
            return false;
        }
        let bound = comparator_before(text, range.start).filter(|(_, start)| *start >= self.done);
        if let Some((comparator, start)) = bound {
            draft.found.value.comparator = comparator;
            draft.found.range.start = start;
        }
        if let Some((comparator, end)) = comparator_after(text, range.end) {
            draft.found.value.comparator = comparator;
            draft.found.range.end = end;
            return bound.is_none();
        }
        false
    }

    fn add_per(&self, draft: &mut Draft, unit_end: usize) {
        let (text, end) = (self.text, draft.found.range.end);
        let is_figure =
            matches!(draft.found.value.kind, QuantityKind::Figure | QuantityKind::Duration);
        if !is_figure {
            return;
        }
        let value = draft.found.value.value.filter(|_| draft.found.value.unit.is_none());
        if let Some((percent, end)) = value.and_then(|value| per::rate_per(text, unit_end, value)) {
            draft.found.value.value = Some(percent);
            draft.found.range.end = end;
            let written = WrittenUnit::from(Unit::PERCENT);
            draft.found.value.unit = Some(written.unit);
            draft.class = Some(UnitClass::Share);
            return;
        }
        let Some(found) = per::per_after(text, end) else { return };
        // "grew 6 percent a year": the rate is not divided by the years.
        let is_rate = draft.class == Some(UnitClass::Share)
            && found.per.denominators().all(|one| one.unit.class() == UnitClass::Time);
        if is_rate {
            return;
        }
        draft.found.value.per = found.per;
        if found.has_count {
            draft.found.range.end = found.end;
        }
    }
}

fn add_measure(text: &str, draft: &mut Draft, unit_end: usize) {
    let range = draft.found.range.clone();
    let quantity = &mut draft.found.value;
    if quantity.measure.is_some() {
        return;
    }
    let moves = matches!(quantity.direction, Some(Direction::Up | Direction::Down));
    let is_part = draft.class == Some(UnitClass::Share)
        && !matches!(quantity.unit, Some(Unit::PERCENTAGE_POINT | Unit::TIMES));
    quantity.measure = match quantity.kind {
        QuantityKind::Figure if is_part && !moves => {
            measure::is_share(text, range.start, unit_end).then_some(Measure::Share)
        }
        QuantityKind::Duration => measure::measure_of_time(text, range.start, unit_end),
        _ => None,
    };
}
