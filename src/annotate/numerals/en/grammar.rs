//! The grammar of English quantities: what bounds it, currency, number, scale, unit, what bounds it.

use std::ops::Range;

use super::non_numeral::NON_NUMERALS;
use super::number::{self, Numeral, Word, number_word, word_at};
use super::unit::english_unit;
use super::words::{
    is_label, is_measured, label, list_label, part_of_whole, product_code, quote_end, skip,
};
use super::{context, date, order};
use crate::annotate::numerals::non_numeral::{Claim, NonNumeral};
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{
    Draft, after_blank, arabic, char_at, char_before, fraction, is_at, is_before,
};
use crate::model::{Comparator, Decimal, Direction, QuantityKind, Unit, UnitClass};

/// Reads all quantities of an English text.
pub(super) fn english_drafts(text: &str) -> Vec<Draft> {
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
        let bytes = self.text.as_bytes();
        let mut at = from;
        while at < to {
            let byte = bytes[at];
            if byte.is_ascii_alphanumeric()
                && let Some(claim) = self.claim_at(at)
                && !(byte.is_ascii_digit() && self.is_counted(&claim.range))
            {
                if let NonNumeral::Name(value) = claim.entry {
                    let value = value.map(Decimal::from);
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
            || context::currency(self.text, range.start).is_some()
            || char_at(self.text, range.end).is_some_and(|c| matches!(c, '.' | ','))
                && char_at(self.text, range.end + 1).is_some_and(|c| c.is_ascii_digit())
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

    /// A short quoted span: a name if a numeral is in it and nothing is measured.
    fn quoted_span(&mut self, at: usize, start: usize) -> Option<usize> {
        let end = quote_end(self.text, start)?;
        let mut inside = Reader {
            text: self.text,
            claims: self.claims,
            next_claim: self.next_claim,
            drafts: Vec::new(),
            done: start,
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

    /// What begins with a letter.
    fn at_letter(&mut self, at: usize) -> Option<usize> {
        if char_before(self.text, at).is_some_and(char::is_alphanumeric) {
            return None;
        }
        let spelt = word_at(self.text, at);
        if spelt == "No" || spelt == "Nos" || spelt == "no" {
            return order::numero(self.text, at).map(|found| self.push(found));
        }
        if spelt == "I" || spelt == "II" || spelt == "III" || spelt == "IV" || spelt == "V" {
            return list_label(self.text, at).map(|found| self.push(found));
        }
        let end = at + spelt.len();
        match number_word(spelt)? {
            Word::Month(month) => {
                let found = date::month(self.text, at, spelt, month)?;
                Some(self.push(found))
            }
            Word::Label => label(self.text, at, spelt).map(|found| self.push(found)),
            Word::Times(times) => {
                let times = figure_draft(at..end, Some(Decimal::from(times)));
                let draft = times.in_unit(WrittenUnit::from(Unit::TIMES));
                Some(self.push(draft))
            }
            Word::Halved => {
                let draft = percentage(at..end, 50).moving(Some(Direction::Down));
                Some(self.push(draft))
            }
            Word::Ordinal(value) => {
                if value == 1
                    && let Some(found) = order::first_part(self.text, at, end)
                {
                    return Some(self.push(found));
                }
                if let Some(found) = part_of_whole(self.text, at, spelt, Decimal::from(value)) {
                    return Some(self.push_with_context(found));
                }
                let draft = order::ordinal(self.text, at, end, Some(Decimal::from(value)));
                Some(self.push(draft))
            }
            Word::Part(of) => {
                let found = part_of_whole(self.text, at, spelt, Decimal::from(of))?;
                Some(self.push_with_context(found))
            }
            Word::Decade => {
                let start = skip(self.text, at, &["a", "past", "last", "next", "this", "one"])?;
                let ten = Draft::new(start..end, QuantityKind::Duration, Some(Decimal::from(10)));
                Some(self.push_with_context(ten.in_unit(WrittenUnit::from(Unit::YEAR))))
            }
            Word::Small(_) | Word::Tens(_) => Some(self.spelt(at, at)),
            Word::Hundred | Word::Scale(_) | Word::Dozen => {
                let start = skip(self.text, at, &["a"])?;
                Some(self.spelt(start, at))
            }
        }
    }

    /// A cardinal in words, with *a* before it if it starts before its words.
    fn spelt(&mut self, start: usize, at: usize) -> usize {
        let Some(number) = number::numeral_in_words(self.text, at, start < at) else {
            return at + word_at(self.text, at).len();
        };
        if number.is_ordinal {
            let draft = order::ordinal(self.text, start, number.end, number.value);
            return self.push(draft);
        }
        if let Some(found) = self.fraction_draft(start, &number) {
            return self.push_with_context(found);
        }
        if is_label(self.text, at, number.end) {
            let name = Draft::new(start..number.end, QuantityKind::Name, number.value);
            return self.push(name);
        }
        self.quantity(start, &number)
    }

    /// two-thirds, three quarters, one half
    fn fraction_draft(&self, at: usize, number: &Numeral) -> Option<Draft> {
        let next = number.end + 1;
        matches!(self.text.as_bytes().get(number.end)?, b'-' | b' ').then_some(())?;
        let spelt = word_at(self.text, next);
        let is_one = number.value == Some(Decimal::ONE);
        let of = match number_word(spelt.strip_suffix('s').unwrap_or(spelt))? {
            Word::Ordinal(of) if of > 2 && (spelt.ends_with('s') || is_one) => of,
            Word::Part(of) if of == 2 || !is_at(self.text, next + spelt.len(), " of the year") => {
                of
            }
            _ => return None,
        };
        let (value, unit) = fraction::part_in_unit(number.value?, Decimal::from(of))?;
        Some(figure_draft(at..next + spelt.len(), Some(value)).in_unit(WrittenUnit::from(unit)))
    }

    /// What begins with an Arabic digit. Always found.
    fn at_digit(&mut self, at: usize) -> usize {
        if let Some(found) =
            product_code(self.text, at, self.done).or_else(|| list_label(self.text, at))
        {
            return self.push(found);
        }
        let currency = context::currency(self.text, at);
        if currency.is_none()
            && let Some(found) = date::digit_date(self.text, at)
        {
            return self.push(found);
        }
        let Some(number) = number::numeral_in_digits(self.text, at) else { return at + 1 };
        if number.is_chain {
            return self.push(Draft::new(at..number.end, QuantityKind::Name, None));
        }
        if number.is_ordinal {
            let draft = order::ordinal(self.text, at, number.end, number.value);
            return self.push(draft);
        }
        if number.plain_digits > 0 && is_at(self.text, number.end, "/") {
            let below =
                arabic::number_in_digits(self.text, number.end + 1).filter(|b| b.plain_digits > 0);
            let part = below.and_then(|below| {
                let (value, unit) = fraction::part_in_unit(number.value?, below.value?)?;
                Some(figure_draft(at..below.end, Some(value)).in_unit(WrittenUnit::from(unit)))
            });
            if let Some(part) = part {
                return self.push_with_context(part);
            }
        }
        if currency.is_none() && is_label(self.text, at, number.end) {
            return self.push(Draft::new(at..number.end, QuantityKind::Name, number.value));
        }
        self.quantity(at, &number)
    }

    /// The quantity with its unit.
    fn quantity(&mut self, at: usize, number: &Numeral) -> usize {
        let mut range = at..number.end;
        let mut unit = None;
        let next = match self.text.as_bytes().get(number.end) {
            Some(b'-') => number.end + 1,
            _ => after_blank(self.text, number.end),
        };
        // six consecutive years
        let words = ["consecutive ", "straight ", "full ", "whole ", "more ", "additional "];
        let skipped = words.iter().find(|word| is_at(self.text, next, word)).map_or(0, |w| w.len());
        let found = english_unit(self.text, next).or_else(|| {
            english_unit(self.text, next + skipped)
                .filter(|(unit, _)| unit.unit_class() == UnitClass::Time)
        });
        if let Some((found, end)) = found {
            unit = Some(found);
            range.end = end;
        }
        if let Some((currency, start)) =
            context::currency(self.text, at).filter(|c| c.1 >= self.done)
        {
            unit = Some(WrittenUnit::from(currency));
            range.start = start;
        }
        if let Some(start) = order::is_top(self.text, at).filter(|_| unit.is_none()) {
            return self.push(order::top(start..range.end, number.value));
        }
        let is_time = unit.is_some_and(|unit: WrittenUnit| unit.unit_class() == UnitClass::Time);
        let kind = if is_time { QuantityKind::Duration } else { QuantityKind::Figure };
        let mut draft = Draft::new(range, kind, number.value).in_unit(unit);
        draft.scale = number.scale;
        if unit.is_none() && !number.has_digits {
            let few = number.value == Some(Decimal::ONE) || number.value == Some(Decimal::ZERO);
            if few && context::comparator_before(self.text, at).is_none() {
                return number.end;
            }
        }
        // per 10,000 people; a two-wheel drive
        let is_compound = !number.has_digits && is_compound(self.text, number.end);
        if unit.is_none() && (is_compound || is_before(self.text, at, "per ")) {
            draft.found.value.kind = QuantityKind::Structural;
            return self.push(draft);
        }
        self.push_with_context(draft)
    }

    /// Adds what bounds and moves a quantity, and its sign.
    fn push_with_context(&mut self, mut draft: Draft) -> usize {
        let quantity = &mut draft.found.value;
        let mut range = draft.found.range.clone();
        let sign = char_before(self.text, range.start).filter(|c| matches!(c, '-' | '−'));
        let signed = range.start - sign.map_or(0, char::len_utf8);
        let is_free = char_before(self.text, signed).is_none_or(|c| c.is_whitespace() || c == '(');
        if sign.is_some() && is_free && signed >= self.done {
            quantity.value = quantity.value.map(Decimal::negated);
            range.start = signed;
        }
        let bound = context::comparator_before(self.text, range.start);
        if let Some((comparator, start)) = bound.filter(|(_, start)| *start >= self.done) {
            quantity.comparator = comparator;
            range.start = start;
        }
        if let Some((comparator, end)) = context::comparator_after(self.text, range.end) {
            quantity.comparator = comparator;
            range.end = end;
        }
        let direction = match quantity.comparator {
            // "grew by over 10 percent"
            Comparator::AtMost if bound.is_none() => None,
            _ => context::direction(self.text, range.start),
        };
        draft.found.range = range;
        self.push(draft.moving(direction))
    }
}

/// Whether a hyphen and a word go on.
fn is_compound(text: &str, end: usize) -> bool {
    is_at(text, end, "-") && char_at(text, end + 1).is_some_and(|c| c.is_ascii_alphabetic())
}

fn figure_draft(range: Range<usize>, value: Option<Decimal>) -> Draft {
    Draft::new(range, QuantityKind::Figure, value)
}

fn percentage(range: Range<usize>, percent: u32) -> Draft {
    figure_draft(range, Some(Decimal::from(percent))).in_unit(WrittenUnit::from(Unit::PERCENT))
}
