//! The grammar of Chinese quantities: what bounds it, number, scale, unit, what bounds it.

use std::ops::Range;

use super::non_numeral::NON_NUMERALS;
use super::number::{self, Numeral};
use super::unit::chinese_unit;
use super::words::{
    grade, has_digit, has_free_numeral, is_measured, is_said, list_label, list_number, list_word,
    negative, product_code, special, structural,
};
use super::{context, date, order};
use crate::annotate::numerals::non_numeral::{Claim, NonNumeral};
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{Draft, after_blank, arabic, char_at, fraction, is_at, is_before};
use crate::model::effort::spend;
use crate::model::{Comparator, Decimal, Direction, QuantityKind, Unit, UnitClass, is_han};

/// The longest quoted name, in characters.
const LONGEST_NAME: usize = 18;

/// Reads all quantities of a Chinese text.
pub(super) fn chinese_drafts(text: &str) -> Vec<Draft> {
    let claims = NON_NUMERALS.claimed_places(text);
    let mut reader = Reader { text, claims: &claims, next_claim: 0, drafts: Vec::new(), done: 0 };
    reader.read_between(0, text.len());
    reader.drafts
}

struct Reader<'a> {
    text: &'a str,
    claims: &'a [Claim],
    next_claim: usize,
    drafts: Vec<Draft>,
    /// Where the last quantity ends: the next may not begin before.
    done: usize,
}

impl Reader<'_> {
    /// Reads what begins between two places.
    fn read_between(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            if let Some(claim) = self.claim_at(at) {
                if let NonNumeral::Name(value) = claim.entry {
                    let value = value.map(Decimal::from);
                    self.push(Draft::new(claim.range.clone(), QuantityKind::Name, value));
                }
                at = claim.range.end.max(at + 1);
                continue;
            }
            let Some(c) = char_at(self.text, at) else { break };
            let after = at + c.len_utf8();
            let end = if arabic::digit(c).is_some() {
                Some(self.at_digit(at))
            } else if number::is_numeral(c) || matches!(c, '几' | '数') {
                Some(self.at_numeral(at))
            } else {
                self.at_sign(c, at)
            };
            at = end.unwrap_or(after).max(after);
        }
    }

    fn at_sign(&mut self, c: char, at: usize) -> Option<usize> {
        let found = match c {
            '“' | '‘' | '「' | '《' => return self.quoted_span(at, c),
            '第' => order::numbered(self.text, at),
            '前' => order::top(self.text, at),
            '首' | '榜' => order::first_place(self.text, at),
            '过' if is_at(self.text, at, "过半") && !is_at(self.text, at, "过半年") => {
                let draft = half(at..at + "过半".len());
                Some(draft.bounded(Comparator::MoreThan))
            }
            '半' if is_halving(self.text, at) => {
                let draft = half(at - '减'.len_utf8()..at + c.len_utf8());
                Some(draft.moving(Some(Direction::Down)))
            }
            '半' if is_at(self.text, at, "半年") => {
                let length = at..at + "半年".len();
                let draft = Draft::new(length, QuantityKind::Duration, Some(Decimal::HALF));
                Some(
                    draft
                        .in_unit(chinese_unit(self.text, at + '半'.len_utf8(), false).map(|u| u.0)),
                )
            }
            '（' | '(' => list_label(self.text, at),
            'I' | 'V' | 'X' | 'Ⅰ'..='Ⅻ' => grade(self.text, at),
            _ => None,
        }?;
        Some(self.push(found))
    }

    /// The claim that begins at a byte.
    fn claim_at(&mut self, at: usize) -> Option<Claim> {
        while self.claims.get(self.next_claim).is_some_and(|claim| claim.range.start < at) {
            self.next_claim += 1;
        }
        self.claims.get(self.next_claim).filter(|claim| claim.range.start == at).cloned()
    }

    /// The claims from here to a place.
    fn claims_in(&self, to: usize) -> &[Claim] {
        let rest = self.claims.get(self.next_claim..).unwrap_or_default();
        let count = rest.iter().take_while(|claim| claim.range.start < to).count();
        &rest[..count]
    }

    /// Adds what was found, cut where the last one ends.
    fn push(&mut self, mut draft: Draft) -> usize {
        let range = &mut draft.found.range;
        range.start = range.start.max(self.done);
        let end = range.end;
        if range.start < end {
            self.done = end;
            self.drafts.push(draft);
        }
        end
    }

    /// A quoted span: a name if a numeral is in it and nothing is measured.
    fn quoted_span(&mut self, at: usize, mark: char) -> Option<usize> {
        let start = at + mark.len_utf8();
        let closing = match mark {
            '“' => '”',
            '‘' => '’',
            '《' => '》',
            _ => '」',
        };
        let mut end = None;
        for (offset, c) in self.text[start..].char_indices().take(LONGEST_NAME + 1) {
            spend(1);
            if c == closing {
                end = Some(start + offset);
                break;
            }
            if matches!(c, '，' | '。' | '；' | '：' | '“' | '\n') {
                break;
            }
        }
        let end = end?;
        let is_mark = |c: char| arabic::digit(c).is_some() || number::is_numeral(c);
        if !self.text[start..end].contains(is_mark) {
            return Some(end);
        }
        let mut inside = Reader {
            text: self.text,
            claims: self.claims,
            next_claim: self.next_claim,
            drafts: Vec::new(),
            done: start,
        };
        inside.read_between(start, end);
        let found = inside.drafts;
        if found.iter().any(|draft| draft.found.range.end > end) {
            return None;
        }
        if found
            .iter()
            .any(|draft| is_measured(self.text, &draft.found, draft.class, &(start..end)))
        {
            self.done = end;
            self.drafts.extend(found);
            return Some(end);
        }
        if found.is_empty() && !has_free_numeral(self.text, start..end, self.claims_in(end)) {
            return Some(end);
        }
        let known = match &found[..] {
            [one] if one.found.range == (start..end) => Some(one.found.value),
            [one] if has_digit(&self.text[one.found.range.clone()]) => Some(one.found.value),
            _ => None,
        };
        let mut draft = Draft::new(start..end, QuantityKind::Name, known.and_then(|k| k.value));
        draft.found.value.unit = known.and_then(|known| known.unit);
        Some(self.push(draft))
    }

    /// What begins with an Arabic digit. Always found.
    fn at_digit(&mut self, at: usize) -> usize {
        if let Some(code) = product_code(self.text, at, self.done) {
            return self.push(code);
        }
        if let Some(found) =
            list_number(self.text, at).or_else(|| date::chinese_date(self.text, at))
        {
            return self.push(found);
        }
        let Some(number) = number::chinese_numeral(self.text, at) else { return at + 1 };
        if let Some(part) = self.fraction_draft(at, &number) {
            return self.push(part);
        }
        if let Some(found) = order::bare(self.text, at..number.end, number.value) {
            return self.push(found);
        }
        let Some((unit, end)) = self.unit_after(&number) else {
            let is_whole = number.value.is_some_and(Decimal::is_whole);
            let is_name = number.scale == 0 && !number.is_more && is_whole && {
                let next = char_at(self.text, after_blank(self.text, number.end));
                next.is_some_and(|c| is_han(c) && !"多余至到和或及与以左上".contains(c))
            };
            if is_name && self.bound_before(at, &number, None).is_none() {
                let draft = Draft::new(at..number.end, QuantityKind::Name, number.value);
                return self.push(draft);
            }
            return self.quantity(at, &number, None, number.end);
        };
        self.quantity(at, &number, Some(unit), end)
    }

    /// What begins with a Chinese numeral: found only with a unit or a word that bounds it.
    fn at_numeral(&mut self, at: usize) -> usize {
        if let Some(found) = self
            .percentage(at)
            .or_else(|| special(self.text, at))
            .or_else(|| list_word(self.text, at))
        {
            return self.push(found);
        }
        if let Some(found) =
            date::quarter(self.text, at, at).or_else(|| date::chinese_date(self.text, at))
        {
            return self.push(found);
        }
        let Some(number) = number::chinese_numeral(self.text, at) else {
            return at + char_at(self.text, at).map_or(1, char::len_utf8);
        };
        if number.has_digits() {
            return self.at_digit(at);
        }
        if number.is_row() {
            return number.end;
        }
        if let Some(part) = self.fraction_draft(at, &number) {
            return self.push(part);
        }
        if let Some(found) = order::bare(self.text, at..number.end, number.value) {
            return self.push(found);
        }
        let unit = self.unit_after(&number);
        let class = unit.map(|(unit, _)| unit.unit_class());
        let bound = self.bound_before(at, &number, class);
        if let Some(draft) = structural(self.text, at, &number, unit.map(|(unit, _)| unit)) {
            return self.push(draft);
        }
        let is_bounded = bound.is_some();
        let is_one = number.value == Some(Decimal::ONE) && !number.is_round();
        let is_said = match unit {
            None => is_bounded && !is_one && number.scale > 0,
            Some((unit, _)) => is_said(self.text, at, &number, unit, is_bounded, is_one),
        };
        if !is_said {
            return number.end;
        }
        let (unit, end) = unit.map_or((None, number.end), |(unit, end)| (Some(unit), end));
        self.quantity(at, &number, unit, end)
    }

    /// The unit after a numeral.
    fn unit_after(&self, number: &Numeral) -> Option<(WrittenUnit, usize)> {
        let at = if number.has_digits() { after_blank(self.text, number.end) } else { number.end };
        chinese_unit(self.text, at, number.has_digits())
    }

    /// What bounds a number from before it.
    fn bound_before(
        &self,
        at: usize,
        number: &Numeral,
        class: Option<UnitClass>,
    ) -> Option<(Comparator, usize)> {
        let is_round = number.is_round() || number.is_vague();
        context::comparator_before(self.text, at, is_round, class == Some(UnitClass::Time))
            .filter(|(_, start)| *start >= self.done)
    }

    /// 百分之N and 千分之N.
    fn percentage(&self, at: usize) -> Option<Draft> {
        let (word, unit) = [("百分之", Unit::PERCENT), ("千分之", Unit::PER_MILLE)]
            .into_iter()
            .find(|(word, _)| is_at(self.text, at, word))?;
        let number = number::chinese_numeral(self.text, at + word.len())?;
        let draft = figure_draft(at..number.end, number.value).in_unit(WrittenUnit::from(unit));
        Some(self.surrounded(draft, at, number.end, &number))
    }

    /// N分之M and N/M: parts of a whole.
    fn fraction_draft(&self, at: usize, number: &Numeral) -> Option<Draft> {
        if !is_at(self.text, number.end, "分之") {
            let slash = is_at(self.text, number.end, "/") && number.scale == 0;
            let below =
                slash.then(|| arabic::number_in_digits(self.text, number.end + 1)).flatten()?;
            if below.plain_digits == 0 || below.plain_digits > 2 {
                return None;
            }
            let (value, unit) = fraction::part_in_unit(number.value?, below.value?)?;
            return Some(figure_draft(at..below.end, Some(value)).in_unit(WrittenUnit::from(unit)));
        }
        let above = number::chinese_numeral(self.text, number.end + "分之".len())?;
        let (value, unit) = fraction::part_in_unit(above.value?, number.value?)?;
        let draft = figure_draft(at..above.end, Some(value)).in_unit(WrittenUnit::from(unit));
        Some(self.surrounded(draft, at, above.end, number))
    }

    /// The quantity with all that stands around it.
    fn quantity(
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
        let mut end = end;
        if let Some(unit) = unit {
            end = self.rest_of_unit(&mut draft, unit, end);
        }
        draft.found.range.end = end;
        let draft = self.surrounded(draft, at, end, number);
        self.push(draft)
    }

    /// 三成半, 两年半, 10多元, 1.2倍.
    fn rest_of_unit(&self, draft: &mut Draft, written: WrittenUnit, end: usize) -> usize {
        let quantity = &mut draft.found.value;
        let is_half = is_at(self.text, end, "半")
            && (is_at(self.text, end - '成'.len_utf8(), "成") || written.unit == Unit::YEAR);
        if is_half {
            let half = Decimal::HALF.shifted(written.power);
            quantity.value = quantity.value.zip(half).and_then(|(value, half)| value.plus(half));
            return end + '半'.len_utf8();
        }
        let begin = draft.found.range.start;
        if written.unit == Unit::TIMES
            && context::direction(self.text, begin) == Some(Direction::Up)
        {
            // 增长1.2倍 is 120 percent more.
            quantity.value = quantity.value.and_then(|value| value.shifted(2));
            quantity.unit = Some(Unit::PERCENT);
        }
        end
    }

    /// Adds what bounds and moves a quantity, and its sign.
    fn surrounded(&self, mut draft: Draft, at: usize, end: usize, number: &Numeral) -> Draft {
        let quantity = &mut draft.found.value;
        if number.is_vague() {
            quantity.comparator = Comparator::About;
        }
        if number.is_more {
            quantity.comparator = Comparator::MoreThan;
        }
        let mut start = at;
        if let Some(begin) = negative(self.text, at).filter(|begin| *begin >= self.done) {
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
        }
        let direction = context::direction(self.text, range.start);
        draft.found.range = range;
        draft.moving(direction)
    }
}

fn figure_draft(range: Range<usize>, value: Option<Decimal>) -> Draft {
    Draft::new(range, QuantityKind::Figure, value)
}

fn half(range: Range<usize>) -> Draft {
    figure_draft(range, Some(Decimal::from(50))).in_unit(WrittenUnit::from(Unit::PERCENT))
}

/// 减半: not 缩减半年, 减半个百分点.
fn is_halving(text: &str, at: usize) -> bool {
    let next = char_at(text, at + '半'.len_utf8());
    is_before(text, at, "减") && !next.is_some_and(|c| "年个天日月小成倍".contains(c))
}
