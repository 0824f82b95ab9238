//! What begins with a letter in English: a month, a label, an ordinal, a number in words.

use super::grammar::{Reader, figure_draft, percentage};
use super::number;
use super::number_word::{Word, number_word, word_at};
use super::words::{list_label, skip};
use super::{date, figure, measure, name, order, part, period};
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{Draft, char_before, is_at};
use crate::model::{Decimal, Direction, Measure, QuantityKind, Unit};

impl Reader<'_> {
    /// What begins with a letter.
    pub(super) fn at_letter(&mut self, at: usize) -> Option<usize> {
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
        match number_word(spelt)? {
            Word::Month(month) => self.month(at, spelt, month),
            Word::Label => name::label(self.text, at, spelt).map(|found| self.push(found)),
            Word::Ordinal(value) => Some(self.ordinal(at, spelt, value)),
            Word::Part(of) => {
                if let Some((start, number)) = part::part_of_scale(self.text, at, spelt, of) {
                    return Some(self.quantity(start, &number));
                }
                let found = part::part_of_whole(self.text, at, spelt, Decimal::from(of))?;
                Some(self.push_with_context(found))
            }
            Word::Small(_) | Word::Tens(_) => Some(self.spelt(at, at)),
            Word::Hundred | Word::Scale(_) | Word::Dozen => {
                if let Some(found) = figure::table_scale(self.text, at, spelt) {
                    return Some(self.push(found));
                }
                let start = skip(self.text, at, &["a"])?;
                Some(self.spelt(start, at))
            }
            word => self.lone_word(at, at + spelt.len(), word),
        }
    }

    /// A word that is a number of its own: doubled, halved, centenary, decade.
    fn lone_word(&mut self, at: usize, end: usize, word: Word) -> Option<usize> {
        let times = match word {
            Word::Times(times) => Some(times),
            Word::Double(times) => Some(times).filter(|_| figure::is_doubling(self.text, at, end)),
            Word::Twice => Some(2).filter(|_| figure::is_multiple(self.text, end)),
            _ => None,
        };
        if let Some(times) = times {
            let draft = figure_draft(at..end, Some(Decimal::from(times)));
            return Some(self.push_bounded(draft.in_unit(WrittenUnit::from(Unit::TIMES))));
        }
        match word {
            Word::Halved => {
                let draft = percentage(at..end, 50).moving(Some(Direction::Down));
                Some(self.push(draft))
            }
            Word::Anniversary(years) => {
                // 第一个百年奋斗目标 has an ordinal of its own, and no number of years.
                if skip(self.text, at, &["first", "second", "two"]).is_some() {
                    return None;
                }
                let draft = Draft::new(at..end, QuantityKind::Ordinal, Some(Decimal::from(years)));
                Some(self.push(draft.with_unit_name(Unit::ANNIVERSARY)))
            }
            Word::Decade => {
                let words = [
                    "a",
                    "past",
                    "last",
                    "next",
                    "this",
                    "one",
                    "new",
                    "coming",
                    "previous",
                    "following",
                    "the",
                ];
                let start = skip(self.text, at, &words)?;
                let ten = Draft::new(start..end, QuantityKind::Duration, Some(Decimal::from(10)));
                Some(self.push_with_context(ten.in_unit(WrittenUnit::from(Unit::YEAR))))
            }
            Word::Every => {
                let (unit, end) = measure::every_other(self.text, end)?;
                let mut two = Draft::new(at..end, QuantityKind::Duration, Some(Decimal::from(2)))
                    .in_unit(WrittenUnit::from(unit));
                two.found.value.measure = Some(Measure::Frequency);
                Some(self.push(two))
            }
            _ => None,
        }
    }

    /// What begins with the name of a month.
    fn month(&mut self, at: usize, spelt: &str, month: u32) -> Option<usize> {
        if let Some(rocket) = name::rocket(self.text, at, at + spelt.len()) {
            return Some(self.push(rocket));
        }
        let previous = self.drafts.last().map(|draft| &draft.found);
        let previous = previous
            .filter(|found| found.value.unit == Some(Unit::MONTH_OF_YEAR))
            .map(|found| found.range.end);
        let (first, last) = date::month(self.text, at, spelt, month, previous)?;
        let end = self.push(first);
        Some(last.map_or(end, |last| self.push(last)))
    }

    /// What begins with an ordinal in words.
    fn ordinal(&mut self, at: usize, spelt: &str, value: u32) -> usize {
        let end = at + spelt.len();
        if let Some(found) = self.part_of_year(at, end, value) {
            return self.push(found);
        }
        if let Some(found) = part::part_of_whole(self.text, at, spelt, Decimal::from(value)) {
            return self.push_with_context(found);
        }
        if value <= 2 && is_at(self.text, end, " half") {
            return end + " half".len();
        }
        let draft = order::ordinal(self.text, at, end, Some(Decimal::from(value)));
        self.push(draft)
    }

    /// The first three quarters, the second quarter, the second half of the year.
    pub(super) fn part_of_year(&self, at: usize, end: usize, value: u32) -> Option<Draft> {
        let first = (value == 1).then(|| period::first_part(self.text, at, end)).flatten();
        first
            .or_else(|| period::quarter(self.text, at, end, value))
            .or_else(|| period::half_year(self.text, at, end, value))
    }

    /// A cardinal in words, with *a* before it if it starts before its words.
    fn spelt(&mut self, start: usize, at: usize) -> usize {
        let Some(number) = number::numeral_in_words(self.text, at, start < at) else {
            return at + word_at(self.text, at).len();
        };
        if number.is_unread() {
            return self.push(Draft::new(start..number.end, QuantityKind::Unread, None));
        }
        if number.is_ordinal() {
            let draft = order::ordinal(self.text, start, number.end, number.value);
            return self.push(draft);
        }
        let part = part::fraction_draft(self.text, start, &number)
            .or_else(|| part::ratio_draft(self.text, start, &number));
        if let Some(found) = part {
            return self.push_with_context(found);
        }
        if name::is_label(self.text, at, number.end) {
            let name = Draft::new(start..number.end, QuantityKind::Name, number.value);
            return self.push(name);
        }
        if let Some(grade) = name::spelt_grade(self.text, start, number.end, number.value) {
            return self.push(grade);
        }
        if let Some(end) = self.pend(start) {
            return end;
        }
        self.quantity(start, &number)
    }
}
