//! Parts of a whole: 百分之N, N分之M, 三成五, 打七折, 翻两番.

use std::ops::Range;

use super::grammar::Reader;
use super::number::{self, Numeral};
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{
    Draft, arabic, char_at, char_before, fraction, is_at, is_before, longest_at,
};
use crate::model::{Decimal, QuantityKind, Unit};

fn part(range: Range<usize>, value: Option<Decimal>, unit: Unit) -> Draft {
    Draft::new(range, QuantityKind::Figure, value).in_unit(WrittenUnit::from(unit))
}

/// One draft for what the program does not read.
pub(super) fn unread(range: Range<usize>) -> Draft {
    Draft::new(range, QuantityKind::Unread, None)
}

impl Reader<'_> {
    /// 百分之N and 千分之N. In 百分之一至二 the other end of the range follows.
    pub(super) fn percentage(&mut self, at: usize) -> Option<usize> {
        let (word, unit) = [("百分之", Unit::PERCENT), ("千分之", Unit::PER_MILLE)]
            .into_iter()
            .find(|(word, _)| is_at(self.text, at, word))?;
        let number = number::chinese_numeral(self.text, at + word.len())?;
        if number.is_unread() {
            return Some(self.push(unread(at..number.end)));
        }
        let draft = part(at..number.end, number.value, unit);
        let draft = self.surrounded(draft, at, number.end, &number);
        let end = self.push(draft);
        Some(self.other_end(end, unit).unwrap_or(end))
    }

    /// 至二 after 百分之一.
    fn other_end(&mut self, at: usize, unit: Unit) -> Option<usize> {
        let joint = longest_at(self.text, at, &["至", "到"])?;
        let start = at + joint.len();
        let number = number::chinese_numeral(self.text, start)?;
        let is_plain = !number.has_digits() && !number.is_unread() && number.value.is_some();
        let goes_on = self.unit_after(&number).is_some() || is_at(self.text, number.end, "分之");
        if !is_plain || number.is_round() || goes_on {
            return None;
        }
        let draft = part(start..number.end, number.value, unit);
        let draft = self.surrounded(draft, start, number.end, &number);
        Some(self.push(draft))
    }

    /// N分之M and N/M.
    pub(super) fn fraction_draft(&self, at: usize, number: &Numeral) -> Option<Draft> {
        if !is_at(self.text, number.end, "分之") {
            let slash = is_at(self.text, number.end, "/") && number.scale == 0;
            let below =
                slash.then(|| arabic::number_in_digits(self.text, number.end + 1)).flatten()?;
            let goes_on = char_at(self.text, below.end).is_some_and(number::is_numeral);
            if below.plain_digits == 0 || below.plain_digits > 2 || goes_on {
                return None;
            }
            let (value, unit) = fraction::part_in_unit(number.value?, below.value?)?;
            let draft = part(at..below.end, Some(value), unit);
            return Some(self.surrounded(draft, at, below.end, number));
        }
        let above = number::chinese_numeral(self.text, number.end + "分之".len())?;
        if above.is_unread() {
            return Some(unread(at..above.end));
        }
        let (value, unit) = fraction::part_in_unit(above.value?, number.value?)?;
        let draft = part(at..above.end, Some(value), unit);
        Some(self.surrounded(draft, at, above.end, number))
    }

    /// 打七折, 享八五折: what is still paid. 折旧 and 折合 are words.
    pub(super) fn discount(&self, at: usize, number: &Numeral) -> Option<Draft> {
        let after = number.end + "折".len();
        if !is_at(self.text, number.end, "折")
            || char_at(self.text, after).is_some_and(|c| "旧合算叠射线腾页".contains(c))
        {
            return None;
        }
        let is_offered = number.has_digits()
            || char_before(self.text, at).is_some_and(|c| "打按以享至受".contains(c))
            || longest_at(self.text, after, &["优惠", "销售", "出售"]).is_some();
        let digits = &self.text[at..number.end];
        let value = if number.is_vague() {
            // 八五折 is 85 percent.
            digits.chars().try_fold(0, |sum, c| Some(sum * 10 + number::digit(c)?))
        } else {
            number.value?.shifted(1)?.to_whole()?.try_into().ok()
        };
        let value = value.filter(|value: &u32| (1..100).contains(value) && is_offered)?;
        let draft = part(at..after, Some(Decimal::from(value)), Unit::PERCENT);
        let exact = Numeral::exact(*number);
        Some(self.surrounded(draft, at, after, &exact))
    }

    /// 一半, 翻一番.
    pub(super) fn half_or_double(&self, at: usize, number: &Numeral) -> Option<Draft> {
        let text = self.text;
        if is_at(text, at, "一半") {
            let end = at + "一半".len();
            return Some(self.surrounded(super::half::half_of_all(at..end), at, end, number));
        }
        let verb = ["翻了", "翻"].iter().find(|verb| is_before(text, at, verb))?;
        if !is_at(text, number.end, "番") {
            return None;
        }
        let times =
            number.value.and_then(Decimal::to_whole).filter(|times| (1..=20).contains(times))?;
        let (start, end) = (at - verb.len(), number.end + '番'.len_utf8());
        let mut draft = part(start..end, Decimal::new(1_i128 << times, 0), Unit::TIMES);
        if is_at(text, end, "多") {
            draft.found.range.end = end + "多".len();
            draft = draft.bounded(crate::model::Comparator::MoreThan);
        }
        Some(draft)
    }
}

/// 翻番: doubled.
pub(super) fn doubled(text: &str, at: usize) -> Option<Draft> {
    let word = longest_at(text, at, &["翻番", "翻了番"])?;
    Some(part(at..at + word.len(), Some(Decimal::from(2)), Unit::TIMES))
}

/// The digit after 成 and where it ends, of percent: the five of 六成五.
pub(super) fn percent_after_tenths(text: &str, end: usize) -> Option<(Decimal, usize)> {
    let number = number::chinese_numeral(text, end)?;
    let digit = number::digit(char_at(text, end)?).filter(|digit| *digit > 0)?;
    let is_digit = number.end == end + "五".len() && !number.is_unread();
    let next = char_at(text, number.end);
    // 三成三年级 is a word of another kind.
    let is_word = next.is_some_and(|c| "个家项名年月天次类级所层大".contains(c));
    (is_digit && !is_word).then(|| (Decimal::from(digit), number.end))
}
