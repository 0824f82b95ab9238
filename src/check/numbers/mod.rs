//! Two texts read one against the other: what their numbers say, by value.
//!
//! 1. Numerals inside terms that both sides hold are claimed by the terms;
//! 2. `assign` finds for each numeral of the original the one of the translation that says it:
//!    the same value in the same unit, then converted or in an idiom, each in order;
//! 3. `judge` looks at what was assigned (bound, direction, order) and at what was not.
//!
//! Equality is of value, never of digits: 3870亿元 is RMB 387 billion. Nothing is rounded but what
//! was converted to another unit, and that only to the digits shown.

mod addition;
mod extra;
mod free;
mod judge;
mod names;
mod order;
mod say;
mod sentence;
mod standing;
mod subject;

use std::collections::HashSet;
use std::ops::Range;

pub use crate::align::figures::{LinkedSentences, Passage, Spot};
pub(crate) use say::reading;

use crate::align::figures::{Item, amount, assign_in_sentences, assign_numerals, equal, index};

use crate::model::{
    ComparisonRules, ConceptId, Decimal, Quantity, TermMention, TermRole, Unit, YearsOfText,
};
use crate::source::{Code, Severity, codes};

/// Two texts that should say the same, and the rules of their languages.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    /// The original.
    pub original: &'a [Passage<'a>],
    /// Its translation.
    pub translation: &'a [Passage<'a>],
    /// How the two languages say numbers.
    pub rules: ComparisonRules,
    /// The years that the original speaks of without a number: 今年.
    pub years: YearsOfText,
    /// Which sentences answer each other, where it is known.
    pub sentences: Option<&'a LinkedSentences>,
}

/// What is wrong between two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DisagreementKind {
    /// A number of the original stands nowhere in the translation; where another number stands in
    /// its place, that is the translation's spot.
    Missing,
    /// A number of the translation stands nowhere in the original.
    Extra,
    /// A rank among others than the original says: in the country for in the province.
    Scope,
    /// The same number in another unit: percent for percentage points, dollars for yuan.
    Unit,
    /// A conversion that does not give the number shown.
    Conversion,
    /// Numbers that the original lists or shares out (分别) are exchanged.
    Order,
    /// Numbers of one kind stand in another order; their subjects may have moved with them.
    Reordered,
    /// One side says by how much something changed, the other what it changed to; or one rises
    /// where the other falls.
    Direction,
    /// One side bounds the number the other way: over for nearly, at most for at least.
    Bound,
    /// One side bounds the number and the other does not.
    Comparator,
    /// At least for more than, or at most for less than.
    Nuance,
    /// The same number of another amount: per hectare for 每亩.
    Per,
    /// The same number of another kind: a rank for a streak, growth for a share.
    Measure,
    /// The translation alone says it, and may: a year that the original leaves to be understood.
    Explicit,
    /// Said once in one language for what the other says twice: both.
    Repeated,
}

impl DisagreementKind {
    /// The code it is reported under.
    pub(crate) fn finding_code(self) -> Code {
        match self {
            Self::Missing => codes::NUMBER_MISSING,
            Self::Extra => codes::NUMBER_EXTRA,
            Self::Unit => codes::NUMBER_UNIT,
            Self::Conversion => codes::NUMBER_CONVERSION,
            Self::Order => codes::NUMBER_ORDER,
            Self::Reordered => codes::NUMBER_REORDERED,
            Self::Scope => codes::NUMBER_SCOPE,
            Self::Direction => codes::NUMBER_DIRECTION,
            Self::Bound => codes::NUMBER_BOUND,
            Self::Comparator => codes::NUMBER_COMPARATOR,
            Self::Nuance => codes::NUMBER_NUANCE,
            Self::Per => codes::NUMBER_PER,
            Self::Measure => codes::NUMBER_KIND,
            Self::Explicit => codes::NUMBER_EXPLICIT,
            Self::Repeated => codes::NUMBER_REPEATED,
        }
    }

    /// Its usual severity.
    pub fn usual_severity(self) -> Severity {
        self.finding_code().severity()
    }
}

/// One thing that is wrong between two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// What.
    pub kind: DisagreementKind,
    /// Where in the original; nothing for what only the translation says.
    pub original: Option<Spot>,
    /// Where in the translation; nothing where it says nothing.
    pub translation: Option<Spot>,
}

impl Disagreement {
    /// The same seen from the other side.
    fn reversed(self) -> Self {
        let kind = match (self.kind, &self.translation) {
            (DisagreementKind::Missing, None) => DisagreementKind::Extra,
            (DisagreementKind::Extra, _) => DisagreementKind::Missing,
            (kind, _) => kind,
        };
        Self { kind, original: self.translation, translation: self.original }
    }
}

/// Everything in which the numbers of a translation differ from those of its original, in the
/// order of the original, then what the translation alone says.
pub fn compare(sides: Sides) -> Vec<Disagreement> {
    if !sides.rules.is_reversed {
        return compare_by_rules(sides);
    }
    let sentences = sides.sentences.map(LinkedSentences::reversed);
    let (original, translation) = (sides.translation, sides.original);
    let found =
        compare_by_rules(Sides { original, translation, sentences: sentences.as_ref(), ..sides });
    let mut found: Vec<_> = found.into_iter().map(Disagreement::reversed).collect();
    let place = |spot: &Option<Spot>| {
        spot.as_ref().map_or((usize::MAX, 0), |spot| (spot.passage, spot.range.start))
    };
    found.sort_by_key(|one| (place(&one.original), place(&one.translation)));
    found
}

/// The same, where the sides are those that the rules were written for.
fn compare_by_rules(sides: Sides) -> Vec<Disagreement> {
    let Sides { original, translation, rules, .. } = sides;
    let shared = shared_terms(original, translation);
    let own = items(original, &shared, |_, _, quantity| (quantity, false));
    let is_discount = |item: &Item| rules.original.is_discount(item.spot.spot_words(original));
    let has_discount = own.iter().any(is_discount);
    let others = items(translation, &shared, |plain, range, quantity| {
        let (before, after) = (&plain[..range.start], &plain[range.end..]);
        let is_off = has_discount && rules.translation.is_taken_off(before, after);
        let quantity = if is_off { what_is_left(quantity) } else { quantity };
        (quantity, rules.translation.counts_others(after))
    });
    let assigned = match sides.sentences {
        Some(sentences) => assign_in_sentences(&own, &others, sentences),
        None => assign_numerals(&own, &others),
    };
    let mut found = judge::judge(&own, &others, &assigned, sides);
    found.extend(names::left_out(original, translation, &shared));
    let stuttered = names::repeated(translation, rules.translation.conjunction());
    let stutters: HashSet<Spot> =
        stuttered.iter().filter_map(|one| one.translation.clone()).collect();
    // 5 and 5 is a slip of the keyboard, whatever else could be said for it.
    found.retain(|one| one.translation.as_ref().is_none_or(|spot| !stutters.contains(spot)));
    found.extend(stuttered);
    found
}

/// The concepts that stand on both sides: what they count is for the check of terms.
fn shared_terms(original: &[Passage], translation: &[Passage]) -> Vec<ConceptId> {
    let on = |side: &[Passage]| -> Vec<ConceptId> {
        let terms = side.iter().flat_map(|passage| passage.terms);
        let meant = terms.filter(|term| !matches!(term.role, TermRole::Avoided(_)));
        let mut concepts: Vec<_> = meant.map(|term| term.concept).collect();
        concepts.sort_unstable();
        concepts.dedup();
        concepts
    };
    let there = on(translation);
    on(original).into_iter().filter(|concept| there.binary_search(concept).is_ok()).collect()
}

/// 30 percent off is 70 percent of the price, which is what 七折 says.
fn what_is_left(mut quantity: Quantity) -> Quantity {
    if quantity.unit == Some(Unit::PERCENT) {
        quantity.value = quantity.value.and_then(|off| Decimal::from(100).minus(off));
    }
    quantity
}

/// The numerals of a side that are not inside a shared term.
fn items(
    side: &[Passage],
    shared: &[ConceptId],
    read: impl Fn(&str, &Range<usize>, Quantity) -> (Quantity, bool),
) -> Vec<Item> {
    let mut items = Vec::new();
    for (number, passage) in side.iter().enumerate() {
        // Terms and numerals both come in order: of the terms that begin before a numeral, the one
        // that reaches furthest tells whether it lies in one.
        let mut terms = passage
            .terms
            .iter()
            .filter(|term| shared.binary_search(&term.concept).is_ok())
            .map(TermMention::byte_range)
            .peekable();
        let mut claimed_to = 0;
        for found in passage.quantities {
            while let Some(term) = terms.next_if(|term| term.start <= found.range.start) {
                claimed_to = claimed_to.max(term.end);
            }
            let is_claimed = found.range.end <= claimed_to;
            if !is_claimed && found.value.value.is_some() {
                let (quantity, is_of_others) = read(passage.plain, &found.range, found.value);
                items.push(Item {
                    spot: Spot { passage: number, range: found.range.clone() },
                    quantity,
                    is_of_others,
                });
            }
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::numerals_of;
    use crate::model::effort::assert_linear;

    /// Seen to fail when the candidates of `assign` were all numbers that are free, not only those of
    /// the same value.
    #[test]
    fn a_long_table_takes_work_by_its_length() {
        let (chinese, english) = (numerals_of("zh").unwrap(), numerals_of("en").unwrap());
        let rules = ComparisonRules::of(chinese, english).unwrap();
        assert_linear("a table", 500, |cells| {
            // Each number once, in no order of size.
            let numbers = (0..cells).map(|n| 10 + n * 17 % (cells | 1));
            let (zh, en): (Vec<_>, Vec<_>) =
                numbers.map(|n| (format!("甲{n}家"), format!("A {n}"))).unzip();
            let (zh, en) = (zh.join("，"), en.join(", "));
            let (own, others) = (chinese.quantities(&zh), english.quantities(&en));
            let original = [Passage { plain: &zh, quantities: &own, terms: &[] }];
            let translation = [Passage { plain: &en, quantities: &others, terms: &[] }];
            compare(Sides {
                original: &original,
                translation: &translation,
                rules,
                years: YearsOfText::default(),
                sentences: None,
            });
        });
    }
}
