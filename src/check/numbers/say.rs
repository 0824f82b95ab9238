//! A number in the words of the person at the keyboard, so that both sides can be read in one
//! language.

use crate::model::{Comparator, Decimal, Direction, Quantity, QuantityKind, Unit};
use crate::source::{Message, message};

/// What a numeral says, in either language: `more than 387 billion yuan`. Nothing if no value was
/// read.
pub(crate) fn reading(quantity: &Quantity) -> Option<Message> {
    let value = quantity.value?;
    if quantity.kind == QuantityKind::Date {
        return Some(message!("reading-date", date = date(&value.to_string())));
    }
    let direction = match quantity.direction {
        Some(Direction::Up) => "up",
        Some(Direction::Down) => "down",
        Some(Direction::To) => "to",
        Some(Direction::RisenTo) => "risen-to",
        Some(Direction::FallenTo) => "fallen-to",
        Some(Direction::Above) => "above",
        Some(Direction::Below) => "below",
        None => "none",
    };
    let bound = match quantity.comparator {
        Comparator::Equal => "none",
        Comparator::AtLeast => "at-least",
        Comparator::MoreThan => "more-than",
        Comparator::AtMost => "at-most",
        Comparator::LessThan => "less-than",
        Comparator::About => "about",
    };
    let number = match quantity.kind {
        QuantityKind::Rank | QuantityKind::Ordinal => {
            message!("reading-rank", value = value.to_string())
        }
        _ => scaled(value),
    };
    let unit = quantity.unit.map(Unit::said_in_english).unwrap_or_default();
    Some(message!("reading", direction = direction, bound = bound, number = number, unit = unit))
}

/// `2018-03-31` of `20180331`, `03-31` of `331`.
fn date(digits: &str) -> String {
    match digits.len() {
        8 => format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]),
        6 => format!("{}-{}", &digits[..4], &digits[4..]),
        3 => format!("0{}-{}", &digits[..1], &digits[1..]),
        _ => digits.to_owned(),
    }
}

/// `387 billion`; a smaller number with its digits in groups.
fn scaled(value: Decimal) -> Message {
    const SCALES: [(&str, i32); 3] = [("trillion", 12), ("billion", 9), ("million", 6)];
    for (scale, power) in SCALES {
        let one = Decimal::new(1, power);
        if let Some(scaled) = one.filter(|one| value >= *one).and(value.shifted(-power)) {
            return message!(
                "reading-number",
                digits = grouped(&scaled.to_string()),
                scale = scale
            );
        }
    }
    message!("reading-number", digits = grouped(&value.to_string()), scale = "none")
}

fn grouped(text: &str) -> String {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(w, f)| (w, Some(f)));
    let mut out = String::with_capacity(text.len() + 4);
    for (at, digit) in whole.chars().enumerate() {
        let rest = whole.len() - at;
        if at > 0 && rest.is_multiple_of(3) && !out.ends_with('-') {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Per;
    use crate::source::Locale;

    fn quantity(value: &str, unit: Option<Unit>, comparator: Comparator) -> Quantity {
        Quantity {
            value: Decimal::parse(value),
            unit,
            comparator,
            direction: None,
            kind: QuantityKind::Figure,
            per: Per::NOTHING,
            measure: None,
        }
    }

    #[test]
    fn a_number_is_said_in_the_words_of_a_translator() {
        let say = |value, unit, comparator| {
            reading(&quantity(value, unit, comparator)).unwrap().text(Locale::En)
        };
        assert_eq!(say("387000000000", Some(Unit::YUAN), Comparator::Equal), "387 billion yuan");
        assert_eq!(say("50653", Some(Unit::YUAN), Comparator::MoreThan), "more than 50,653 yuan");
        assert_eq!(say("6.5", Some(Unit::PERCENT), Comparator::About), "about 6.5%");
        assert_eq!(say("43", Some(Unit::named("家")), Comparator::Equal), "43");
    }
}
