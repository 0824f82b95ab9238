//! Parts in English: half of, a third, two fifths, one in five, half a million, a quarter of an hour.

use super::bound::comparator_before;
use super::digits::is_digit_at;
use super::number::{self, Numeral, NumeralKind};
use super::number_word::{Word, number_word, word_at};
use super::unit::english_unit;
use super::words::skip;
use crate::annotate::numerals::unit::WrittenUnit;
use crate::annotate::numerals::{Draft, char_at, fraction, is_at, is_before};
use crate::model::{Decimal, QuantityKind, UnitClass};

/// half, a third, a quarter of: parts of one whole. Ordinals and halves of a year are none.
pub(super) fn part_of_whole(text: &str, at: usize, spelt: &str, of: Decimal) -> Option<Draft> {
    let end = at + spelt.len();
    let is_of = is_at(text, end, " of ");
    let start = if spelt.eq_ignore_ascii_case("half") {
        let is_ordered = ["first ", "second ", "other ", "latter ", "first-", "second-", "last "];
        let is_ordered = is_ordered.iter().any(|word| is_before(text, at, word));
        let is_part = is_of
            || [" the ", " its ", " their ", " that ", " as "].iter().any(|w| is_at(text, end, w))
            || [" by ", " in "].iter().any(|word| is_before(text, at, word))
            || comparator_before(text, at).is_some();
        (is_part && !is_ordered).then_some(at)?
    } else {
        let start = skip(text, at, &["a", "one", "another"])?;
        let is_part = is_of
            || is_at(text, end, " off")
            || ends_clause(text, end)
            || [" by ", "than ", "over ", "nearly ", "about "]
                .iter()
                .any(|w| is_before(text, start, w));
        (is_part && !spelt.eq_ignore_ascii_case("second")).then_some(start)?
    };
    let (value, unit) = fraction::part_in_unit(Decimal::ONE, of)?;
    Some(Draft::new(start..end, QuantityKind::Figure, Some(value)).in_unit(WrittenUnit::from(unit)))
}

/// "rose by a tenth.", but not "a tenth conference"
fn ends_clause(text: &str, end: usize) -> bool {
    char_at(text, end).is_none_or(|c| matches!(c, '.' | ',' | ';' | ':' | ')' | '\n'))
}

/// half a million, half a dozen, half an hour, a quarter of a million: the part as a number of
/// what follows.
pub(super) fn part_of_scale(
    text: &str,
    at: usize,
    spelt: &str,
    of: u32,
) -> Option<(usize, Numeral)> {
    let end = at + spelt.len();
    let (start, articles): (usize, &[&str]) = if of == 2 {
        (at, &[" a ", " an ", " of a ", " of an "])
    } else {
        (skip(text, at, &["a", "one"])?, &[" of a ", " of an "])
    };
    let article = articles.iter().find(|article| is_at(text, end, article))?;
    let next = end + article.len();
    let word = word_at(text, next);
    let share = Decimal::ONE.divided_by(Decimal::from(of))?;
    let (value, end, scale) = match number_word(word) {
        Some(Word::Scale(power)) => (share.shifted(power)?, next + word.len(), power),
        Some(Word::Hundred) => (share.shifted(2)?, next + word.len(), 2),
        Some(Word::Dozen) => (share.times(Decimal::from(12))?, next + word.len(), 0),
        _ if is_at(text, next, "century") || is_at(text, next, "decade") => return None,
        _ => {
            let (unit, _) = english_unit(text, next)?;
            let is_fitting = unit.unit_class() != UnitClass::Money;
            // The unit is read behind the number, so the number ends right before its blank.
            (is_fitting.then_some(share)?, next - 1, 0)
        }
    };
    let numeral = Numeral {
        end,
        value: Some(value),
        has_digits: false,
        plain_digits: 0,
        kind: NumeralKind::Cardinal,
        scale,
    };
    Some((start, numeral))
}

/// two-thirds, three quarters, one half; the number before stands there already.
pub(super) fn fraction_draft(text: &str, at: usize, number: &Numeral) -> Option<Draft> {
    let next = number.end + 1;
    matches!(text.as_bytes().get(number.end)?, b'-' | b' ').then_some(())?;
    let spelt = word_at(text, next);
    let is_one = number.value == Some(Decimal::ONE);
    let of = match number_word(spelt.strip_suffix('s').unwrap_or(spelt))? {
        Word::Ordinal(of) if of > 2 && (spelt.ends_with('s') || is_one) => of,
        Word::Part(of) if of == 2 || !is_at(text, next + spelt.len(), " of the year") => of,
        _ => return None,
    };
    let (value, unit) = fraction::part_in_unit(number.value?, Decimal::from(of))?;
    let draft = Draft::new(at..next + spelt.len(), QuantityKind::Figure, Some(value));
    Some(draft.in_unit(WrittenUnit::from(unit)))
}

/// one in five, nine out of ten: both spelt, the first the smaller.
pub(super) fn ratio_draft(text: &str, at: usize, number: &Numeral) -> Option<Draft> {
    let joint = [" in every ", " in ", " out of every ", " out of "]
        .iter()
        .find(|joint| is_at(text, number.end, joint))?;
    let whole_at = number.end + joint.len();
    // One in 20 samples, and not "two in 2018".
    let whole = if is_digit_at(text, whole_at) && number.value == Some(Decimal::ONE) {
        number::numeral_in_digits(text, whole_at)?
    } else {
        number::numeral_in_words(text, whole_at, false)?
    };
    let (part, of) = (number.value?, whole.value?);
    let is_whole = [3, 4, 5, 6, 8, 10, 20, 100].map(Decimal::from).contains(&of);
    let next = whole.end + 1;
    let is_counted = matches!(text.as_bytes().get(whole.end), Some(b' ' | b'-'))
        && (english_unit(text, next).is_some() || number_word(word_at(text, next)).is_some());
    if !is_whole || whole.is_ordinal() || part >= of || is_counted {
        return None;
    }
    let (value, unit) = fraction::part_in_unit(part, of)?;
    let draft = Draft::new(at..whole.end, QuantityKind::Figure, Some(value));
    Some(draft.in_unit(WrittenUnit::from(unit)))
}
