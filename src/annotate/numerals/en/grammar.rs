//! The grammar of English quantities: what bounds it, currency, number, scale, unit, what bounds it.

use std::ops::Range;

use super::currency::currency;
use super::non_numeral::NON_NUMERALS;
use super::number::{self, Numeral};
use super::number_word::{Word, number_word, word_at};
use super::unit::english_unit;
use super::words::{is_measured, list_label, quote_end};
use super::{date, figure, name, order, per, period};
use crate::annotate::numerals::non_numeral::{Claim, NonNumeral};
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{Draft, after_blank, arabic, char_at, fraction, is_at, is_before};
use crate::model::{Decimal, Measure, Per, QuantityKind, Unit, UnitClass};

/// Reads all quantities of an English text.
pub(super) fn english_drafts(text: &str) -> Vec<Draft> {
    let claims = NON_NUMERALS.claimed_places(text);
    let mut reader =
        Reader { text, claims: &claims, next_claim: 0, drafts: Vec::new(), done: 0, pending: None };
    reader.read_between(0, text.len());
    reader.drafts
}

/// A denominator that was said before its number: *Per 10,000 people* there were 4.2 lawyers.
struct PendingPer {
    per: Per,
    range: Range<usize>,
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    claims: &'a [Claim],
    next_claim: usize,
    pub(super) drafts: Vec<Draft>,
    /// Where the last quantity ends: the next may not begin before.
    pub(super) done: usize,
    pending: Option<PendingPer>,
}

/// How far behind a denominator its number may begin, in bytes.
const FARTHEST: usize = 48;

impl Reader<'_> {
    /// Reads what begins between two places.
    fn read_between(&mut self, from: usize, to: usize) {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while at < to {
            let byte = bytes[at];
            if byte.is_ascii_alphanumeric()
                && let Some(claim) = self.claim_at(at)
                && !(byte.is_ascii_digit() && self.is_counted(&claim.range))
            {
                if let NonNumeral::Name(value) = claim.entry {
                    self.push(Draft::new(claim.range.clone(), QuantityKind::Name, value));
                }
                at = claim.range.end.max(at + 1);
                continue;
            }
            if byte.is_ascii_alphabetic() {
                let length = word_at(self.text, at).len();
                at = self.at_letter(at).unwrap_or(at + length).max(at + 1);
            } else if byte.is_ascii_digit() {
                at = self.at_digit(at).max(at + 1);
            } else if byte.is_ascii() {
                at += 1;
            } else {
                at = self.at_sign(at);
            }
        }
        self.flush_pending();
    }

    /// What begins with a character outside ASCII.
    fn at_sign(&mut self, at: usize) -> usize {
        let Some(c) = char_at(self.text, at) else { return at + 1 };
        let after = at + c.len_utf8();
        match c {
            '０'..='９' => self.at_digit(at).max(after),
            '“' => self.quoted_span(at, after).unwrap_or(after),
            '½' | '¼' | '¾' => {
                let percent = match c {
                    '½' => 50,
                    '¼' => 25,
                    _ => 75,
                };
                self.push(percentage(at..after, percent))
            }
            _ => after,
        }
    }

    /// The claim that begins at a byte.
    fn claim_at(&mut self, at: usize) -> Option<Claim> {
        while self.claims.get(self.next_claim).is_some_and(|claim| claim.range.start < at) {
            self.next_claim += 1;
        }
        self.claims.get(self.next_claim).filter(|claim| claim.range.start == at).cloned()
    }

    /// Whether digits that could be a name count something after all: RMB 8890 million.
    fn is_counted(&self, range: &Range<usize>) -> bool {
        let next = after_blank(self.text, range.end);
        let is_scale = matches!(
            number_word(word_at(self.text, next)),
            Some(Word::Hundred | Word::Scale(_) | Word::Month(_))
        );
        is_scale
            || english_unit(self.text, next).is_some()
            || currency(self.text, range.start).is_some()
            || char_at(self.text, range.end).is_some_and(|c| matches!(c, '.' | ','))
                && char_at(self.text, range.end + 1).is_some_and(|c| c.is_ascii_digit())
    }

    /// Adds what was found, cut where the last one ends.
    pub(super) fn push(&mut self, mut draft: Draft) -> usize {
        if let Some(pending) = self.pending.take() {
            let gap = draft.found.range.start.saturating_sub(pending.range.end);
            let is_figure =
                matches!(draft.found.value.kind, QuantityKind::Figure | QuantityKind::Duration);
            let is_near = gap <= FARTHEST
                && self
                    .text
                    .get(pending.range.end..draft.found.range.start)
                    .is_some_and(|gap| !gap.contains(['.', ';', ':', '\n']));
            if is_figure && is_near && draft.found.value.per.is_nothing() {
                draft.found.value.per = pending.per;
                draft.found.range.start = pending.range.start;
                self.done = draft.found.range.end;
                self.drafts.push(draft);
                return self.done;
            }
            self.push_structural(pending);
        }
        let range = &mut draft.found.range;
        range.start = range.start.max(self.done);
        let end = range.end;
        if range.start < end {
            self.done = end;
            self.drafts.push(draft);
        }
        end
    }

    /// What was said before no number counts parts of the text: per 10,000.
    fn push_structural(&mut self, pending: PendingPer) {
        let count = pending.per.denominators().next().map(|one| one.count);
        self.drafts.push(Draft::new(pending.range, QuantityKind::Structural, count));
    }

    fn flush_pending(&mut self) {
        if let Some(pending) = self.pending.take() {
            self.push_structural(pending);
        }
    }

    /// Keeps a denominator that begins at a byte for the number behind it.
    pub(super) fn pend(&mut self, at: usize) -> Option<usize> {
        let found = per::per_before(self.text, at)?;
        self.flush_pending();
        let start = currency(self.text, at).map_or(at, |(_, start)| start).max(self.done);
        self.pending = Some(PendingPer { per: found.per, range: start..found.end });
        self.done = found.end;
        Some(found.end)
    }

    /// A short quoted span: a name if a numeral is in it and nothing is measured.
    fn quoted_span(&mut self, at: usize, start: usize) -> Option<usize> {
        let end = quote_end(self.text, start)?;
        let mut inside = Reader {
            text: self.text,
            claims: self.claims,
            next_claim: self.next_claim,
            drafts: Vec::new(),
            done: start,
            pending: None,
        };
        inside.read_between(start, end);
        let found = inside.drafts;
        if found.is_empty() {
            return Some(end);
        }
        let last = found.last().map_or(at, |draft| draft.found.range.end);
        if last > end {
            return None;
        }
        let inner = start..end - usize::from(self.text[start..end].ends_with([',', '.']));
        if found.iter().any(|draft| is_measured(self.text, &draft.found, draft.class, &inner)) {
            self.flush_pending();
            self.done = end;
            self.drafts.extend(found);
            return Some(end);
        }
        let value = match &found[..] {
            [one] if self.text[one.found.range.clone()].contains(|c: char| c.is_ascii_digit()) => {
                one.found.value.value
            }
            _ => None,
        };
        self.push(Draft::new(inner.start..inner.end.max(last), QuantityKind::Name, value));
        Some(end)
    }

    /// What begins with an Arabic digit. Always found.
    fn at_digit(&mut self, at: usize) -> usize {
        if let Some(number) = figure::leading_point(self.text, at).filter(|_| at > self.done) {
            return self.quantity(at - 1, &number);
        }
        let special = name::note_mark(self.text, at)
            .or_else(|| period::short_period(self.text, at))
            .or_else(|| name::product_code(self.text, at, self.done))
            .or_else(|| list_label(self.text, at));
        if let Some(found) = special {
            return self.push(found);
        }
        if let Some(end) = self.pend(at) {
            return end;
        }
        let currency = currency(self.text, at);
        if currency.is_none()
            && let Some((first, last)) = date::digit_date(self.text, at)
        {
            let end = self.push(first);
            return last.map_or(end, |last| self.push(last));
        }
        let Some(number) = number::numeral_in_digits(self.text, at) else { return at + 1 };
        if number.is_chain() {
            return self.push(Draft::new(at..number.end, QuantityKind::Name, None));
        }
        if number.is_ordinal() {
            return self.ordinal_in_digits(at, &number);
        }
        if let Some(part) = self.slashed_part(at, &number) {
            return self.push_with_context(part);
        }
        if currency.is_none() && name::is_label(self.text, at, number.end) {
            return self.push(Draft::new(at..number.end, QuantityKind::Name, number.value));
        }
        self.quantity(at, &number)
    }

    /// 16th, the 1st quarter.
    fn ordinal_in_digits(&mut self, at: usize, number: &Numeral) -> usize {
        let small = number.value.and_then(Decimal::to_whole);
        let small = small.and_then(|value| u32::try_from(value).ok());
        if let Some(found) = small.and_then(|value| self.part_of_year(at, number.end, value)) {
            return self.push(found);
        }
        let draft = order::ordinal(self.text, at, number.end, number.value);
        self.push(draft)
    }

    /// 3/4
    fn slashed_part(&self, at: usize, number: &Numeral) -> Option<Draft> {
        if number.plain_digits == 0 || !is_at(self.text, number.end, "/") {
            return None;
        }
        let below = arabic::number_in_digits(self.text, number.end + 1)?;
        if below.plain_digits == 0 {
            return None;
        }
        let (value, unit) = fraction::part_in_unit(number.value?, below.value?)?;
        Some(figure_draft(at..below.end, Some(value)).in_unit(WrittenUnit::from(unit)))
    }

    /// The quantity with its unit.
    pub(super) fn quantity(&mut self, at: usize, number: &Numeral) -> usize {
        if number.is_unread() {
            return self.push(Draft::new(at..number.end, QuantityKind::Unread, None));
        }
        if let Some(found) = figure::table_unit(self.text, at, number) {
            return self.push(found);
        }
        let counted = figure::counted(self.text, at, number, self.done);
        let (unit, range) = (counted.unit, counted.range);
        if let Some(start) = order::is_top(self.text, at).filter(|_| unit.is_none()) {
            return self.push(order::top(start..range.end, number.value));
        }
        let is_time = unit.is_some_and(|unit: WrittenUnit| unit.unit_class() == UnitClass::Time);
        let kind = if is_time { QuantityKind::Duration } else { QuantityKind::Figure };
        let mut draft = Draft::new(range, kind, number.value).in_unit(unit);
        draft.scale = number.scale;
        if let Some(comparator) = counted.comparator {
            draft = draft.bounded(comparator);
        }
        if counted.is_streak {
            draft.found.value.measure = Some(Measure::Streak);
        }
        if unit.is_none() && !number.has_digits {
            let is_range = [" to ", " or "].iter().any(|word| is_at(self.text, number.end, word))
                && self.is_number(number.end + " to ".len());
            let few = number.value == Some(Decimal::ONE) || number.value == Some(Decimal::ZERO);
            // "one to two per cent"
            if few && !is_range && super::bound::comparator_before(self.text, at).is_none() {
                return number.end;
            }
        }
        // per 10,000; a two-wheel drive
        let is_compound = !number.has_digits && is_compound(self.text, number.end);
        let is_per = unit.is_none() && (is_compound || is_before(self.text, at, "per "));
        if is_per {
            draft.found.value.kind = QuantityKind::Structural;
            return self.push(draft);
        }
        self.push_with_context(draft)
    }

    /// Whether a number begins at a byte.
    fn is_number(&self, at: usize) -> bool {
        number::numeral_in_words(self.text, at, false).is_some()
            || number::numeral_in_digits(self.text, at).is_some()
    }
}

/// Whether a hyphen and a word go on: two-wheel. "30-plus" bounds the number.
fn is_compound(text: &str, end: usize) -> bool {
    is_at(text, end, "-")
        && char_at(text, end + 1).is_some_and(|c| c.is_ascii_alphabetic())
        && !is_at(text, end, "-plus")
}

/// A figure with this value.
pub(super) fn figure_draft(range: Range<usize>, value: Option<Decimal>) -> Draft {
    Draft::new(range, QuantityKind::Figure, value)
}

/// A share in percent.
pub(super) fn percentage(range: Range<usize>, percent: u32) -> Draft {
    figure_draft(range, Some(Decimal::from(percent))).in_unit(WrittenUnit::from(Unit::PERCENT))
}
