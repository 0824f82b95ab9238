//! What a translation may say of its own, or say once for both: looked at only for numerals that
//! have no counterpart.

use std::cell::RefCell;
use std::collections::HashMap;

use super::sentence::Sentences;
use super::{DisagreementKind, Item, Sides};
use crate::model::{Decimal, Measure, Quantity, QuantityKind, Unit, years_of_plan};

/// Numerals that say the same, so that one of them may stand for another.
type Sense = (Decimal, Option<Unit>, QuantityKind);

/// The most places of one sense that are looked at.
const MOST_PLACES: usize = 8;

/// How far before a numeral its nouns are looked for, in bytes.
const CLAUSE: usize = 80;

/// What numerals without a counterpart are set against.
pub(super) struct Additions<'a> {
    sides: Sides<'a>,
    /// The sentences of each passage, of the original and of the translation.
    sentences: [Vec<Sentences>; 2],
    /// Pairs that say each sense: places of the original and of the translation.
    said: HashMap<Sense, Vec<(usize, usize)>>,
    own: &'a [Item],
    others: &'a [Item],
    years: AllowedYears,
    /// Whether a name or an ordinal of the original has no counterpart, so that another one may have
    /// taken its place.
    has_lost_name: bool,
    /// Whether a sentence (side, passage, number) says the same of several.
    alike: RefCell<HashMap<(usize, usize, usize), bool>>,
    /// Numbers that are said without a numeral, and how often they are still free.
    words: HashMap<(Decimal, bool), usize>,
}

impl<'a> Additions<'a> {
    pub(super) fn new(
        own: &'a [Item],
        others: &'a [Item],
        assigned: &[Option<usize>],
        sides: Sides<'a>,
    ) -> Self {
        let mut said: HashMap<Sense, Vec<(usize, usize)>> = HashMap::new();
        for (place, number) in assigned.iter().enumerate() {
            let sense = sense(&own[place].quantity);
            if let (Some(sense), Some(number)) = (sense, number) {
                let places = said.entry(sense).or_default();
                if places.len() < MOST_PLACES {
                    places.push((place, *number));
                }
            }
        }
        let is_name =
            |item: &Item| matches!(item.quantity.kind, QuantityKind::Name | QuantityKind::Ordinal);
        let has_lost_name =
            own.iter().zip(assigned).any(|(item, number)| number.is_none() && is_name(item));
        let sentences = [sides.original, sides.translation]
            .map(|side| side.iter().map(|passage| Sentences::of(passage.plain)).collect());
        let years = AllowedYears::of(sides);
        let (words, alike) = (HashMap::new(), RefCell::default());
        Self { sides, sentences, said, own, others, years, has_lost_name, alike, words }
    }

    /// Whether the translation says a number of the original without a numeral; each such word says
    /// one number.
    pub(super) fn is_in_words(&mut self, value: Decimal, unit: Option<Unit>) -> bool {
        let Sides { translation, rules, .. } = self.sides;
        let words = rules.translation.words_for(value, unit);
        if words.is_empty() {
            return false;
        }
        let is_measuring = unit.is_some_and(Unit::is_measuring);
        let free = self.words.entry((value, is_measuring)).or_insert_with(|| {
            let count = |plain: &str| {
                let lower = plain.to_ascii_lowercase();
                words.iter().map(|word| whole_words(&lower, word)).sum::<usize>()
            };
            translation.iter().map(|passage| count(passage.plain)).sum()
        });
        let is_free = *free > 0;
        *free = free.saturating_sub(1);
        is_free
    }

    /// 收入增长8%左右，支出增长8%左右 as “both revenue and spending will grow by around 8 percent”.
    pub(super) fn is_said_once(&self, item: &Item) -> bool {
        let Some(places) = sense(&item.quantity).and_then(|sense| self.said.get(&sense)) else {
            return false;
        };
        let is_streak = item.quantity.measure == Some(Measure::Streak);
        places.iter().any(|(place, number)| {
            let (own, other) = (&self.own[*place], &self.others[*number]);
            let says_both = || self.translation_says_alike(other) || self.original_says_alike(item);
            own.spot.passage == item.spot.passage && (is_streak || says_both())
        })
    }

    /// What a numeral is that the translation alone says.
    pub(super) fn of_translation(&self, number: usize) -> DisagreementKind {
        let item = &self.others[number];
        if self.is_said_again(item) {
            return DisagreementKind::Repeated;
        }
        if self.is_explicit(number) { DisagreementKind::Explicit } else { DisagreementKind::Extra }
    }

    /// 目标定为6%左右，既必要也可行 as “The target is around 6 percent. A target of around 6 percent …”.
    fn is_said_again(&self, item: &Item) -> bool {
        let Some(places) = sense(&item.quantity).and_then(|sense| self.said.get(&sense)) else {
            return false;
        };
        let translation = self.sides.rules.translation;
        let nouns = translation.nouns(self.clause(item));
        places.iter().any(|(place, number)| {
            let (own, other) = (&self.own[*place], &self.others[*number]);
            let names_it = || {
                let other = translation.nouns(self.clause(other));
                nouns.iter().any(|noun| other.contains(noun))
            };
            other.spot.passage == item.spot.passage
                && (self.original_says_alike(own)
                    || self.translation_says_alike(item)
                    || names_it())
        })
    }

    /// A year, the years of a plan, an edition, the day of a known date.
    fn is_explicit(&self, number: usize) -> bool {
        let item = &self.others[number];
        let Sides { original, translation, rules, .. } = self.sides;
        let plain = translation[item.spot.passage].plain;
        let value = item.quantity.value.and_then(Decimal::to_whole);
        match (item.quantity.kind, item.quantity.unit, value) {
            (QuantityKind::Date, Some(Unit::YEAR), Some(year)) => {
                let range = self.range_of_years(number);
                let of_plan = self.plan_before(number).map(years_of_plan);
                of_plan.filter(|_| range.is_some()).map_or_else(
                    || self.years.allow(year, range),
                    |of_plan| {
                        of_plan == range
                            || (self.years.has_plans() && self.years.allow(year, range))
                    },
                )
            }
            (QuantityKind::Date, Some(Unit::MONTH_DAY), Some(day)) => {
                let is_day = |known: u32| i64::from(known) == day;
                original
                    .iter()
                    .any(|of| rules.original.named_days(of.plain).into_iter().any(is_day))
            }
            (QuantityKind::Ordinal, ..) => {
                !self.has_lost_name && rules.translation.is_edition(&plain[item.spot.range.end..])
            }
            (QuantityKind::Name, ..) => {
                !self.has_lost_name && rules.translation.is_plan(item.spot.spot_words(translation))
            }
            _ => false,
        }
    }

    /// The number of the plan that a range of years is said of: the 14th Five-Year Plan period
    /// (2021–2025).
    fn plan_before(&self, number: usize) -> Option<i64> {
        let Sides { translation, rules, .. } = self.sides;
        (number.saturating_sub(2)..number).rev().find_map(|at| {
            let (plan, next) = (&self.others[at], &self.others[at + 1]);
            let gap = translation[plan.spot.passage]
                .plain
                .get(plan.spot.range.end..next.spot.range.start)?;
            let is_plan = plan.spot.passage == next.spot.passage
                && rules.translation.is_plan(plan.spot.spot_words(translation))
                && rules.translation.joins_plan_to_year(gap);
            plan.quantity.value.filter(|_| is_plan).and_then(Decimal::to_whole)
        })
    }

    /// The years of a range that a year of the translation is an end of: (2006–2010).
    fn range_of_years(&self, number: usize) -> Option<(i64, i64)> {
        let item = &self.others[number];
        let plain = self.sides.translation[item.spot.passage].plain;
        let year = |item: &Item| {
            let is_year =
                item.quantity.kind == QuantityKind::Date && item.quantity.unit == Some(Unit::YEAR);
            item.quantity.value.filter(|_| is_year).and_then(Decimal::to_whole)
        };
        let joined = |left: &Item, right: &Item| {
            let gap = plain.get(left.spot.range.end..right.spot.range.start)?;
            let is_range = left.spot.passage == right.spot.passage
                && matches!(gap.trim(), "–" | "-" | "—" | "to" | "through");
            is_range.then_some((year(left)?, year(right)?))
        };
        let before = number.checked_sub(1).and_then(|before| self.others.get(before));
        let after = self.others.get(number + 1);
        before
            .and_then(|before| joined(before, item))
            .or_else(|| after.and_then(|after| joined(item, after)))
    }

    /// Whether the sentence of a numeral of the original, or the one after it, says the same of
    /// several: 目标是7%左右。这一目标……
    fn original_says_alike(&self, item: &Item) -> bool {
        let sentences = &self.sentences[0][item.spot.passage];
        let number = sentences.number(item.spot.range.start);
        let next = sentences.number(sentences.around(item.spot.range.start).end);
        [number, next].into_iter().any(|number| self.alike(0, item.spot.passage, number))
    }

    fn translation_says_alike(&self, item: &Item) -> bool {
        let number = self.sentences[1][item.spot.passage].number(item.spot.range.start);
        self.alike(1, item.spot.passage, number)
    }

    /// Whether a sentence of a side says the same of several. Each is read once: thousands of
    /// numerals may stand in one.
    fn alike(&self, side: usize, passage: usize, number: usize) -> bool {
        let mut known = self.alike.borrow_mut();
        *known.entry((side, passage, number)).or_insert_with(|| {
            let Sides { original, translation, rules, .. } = self.sides;
            let range = self.sentences[side][passage].range(number, number);
            if side == 0 {
                rules.original.says_alike(&original[passage].plain[range])
            } else {
                rules.translation.says_alike(&translation[passage].plain[range])
            }
        })
    }

    /// The words of the translation before a numeral, in its sentence.
    fn clause(&self, item: &Item) -> &'a str {
        let plain = self.sides.translation[item.spot.passage].plain;
        let sentence = self.sentences[1][item.spot.passage].around(item.spot.range.start);
        let mut from = sentence.start.max(item.spot.range.start.saturating_sub(CLAUSE));
        while !plain.is_char_boundary(from) {
            from += 1;
        }
        &plain[from..item.spot.range.start.max(from)]
    }
}

fn sense(quantity: &Quantity) -> Option<Sense> {
    // 连续9年增产，实现“九连增” is one streak said twice.
    if quantity.measure == Some(Measure::Streak) {
        return Some((quantity.value?.abs(), None, QuantityKind::Duration));
    }
    let unit = quantity.unit.filter(|unit| unit.is_measuring());
    Some((quantity.value?.abs(), unit, quantity.kind))
}

/// How often a phrase stands in a text as whole words.
fn whole_words(text: &str, phrase: &str) -> usize {
    let is_border = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(phrase)
        .filter(|(at, _)| {
            is_border(text[..*at].chars().next_back())
                && is_border(text[at + phrase.len()..].chars().next())
        })
        .count()
}

/// Which years a translation may say of its own.
struct AllowedYears {
    /// Those of 今年 and its like, and of the year as a whole; nothing where the text speaks of none,
    /// or nobody said when it was delivered.
    relative: Option<Vec<i64>>,
    /// Those of the plans that the text names.
    plans: Vec<(i64, i64)>,
}

impl AllowedYears {
    fn of(Sides { original, rules, years, .. }: Sides) -> Self {
        let mut relative = Vec::new();
        let (mut is_relative, mut is_named) = (false, false);
        let mut plans = Vec::new();
        for passage in original {
            let offsets = rules.original.relative_years(passage.plain);
            is_relative |= !offsets.is_empty();
            relative.extend(
                offsets.iter().filter_map(|offset| years.delivered.map(|year| year + offset)),
            );
            let named = passage.quantities.iter().filter_map(|q| {
                let is_year =
                    q.value.unit == Some(Unit::YEAR) && q.value.kind == QuantityKind::Date;
                q.value.value.filter(|_| is_year).and_then(Decimal::to_whole)
            });
            let offsets = rules.original.years_from_named(passage.plain);
            let named: Vec<i64> = named.take(MOST_PLACES).collect();
            is_named |= !offsets.is_empty() && !named.is_empty();
            relative.extend(offsets.iter().flat_map(|by| named.iter().map(move |year| year + by)));
            if rules.original.speaks_of_the_year(passage.plain) {
                is_relative = true;
                relative.extend(years.period.into_iter().chain(years.delivered));
            }
            let of_plans = passage.quantities.iter().filter(|q| q.value.kind == QuantityKind::Name);
            plans.extend(of_plans.filter_map(|plan| {
                rules.original.plan_years(passage.plain, &plan.range, plan.value.value?)
            }));
        }
        let is_known = is_named || (is_relative && years.delivered.is_some());
        Self { relative: is_known.then_some(relative), plans }
    }

    /// Whether the original names a plan.
    fn has_plans(&self) -> bool {
        !self.plans.is_empty()
    }

    /// Whether a year may be said, which may be an end of a range of years. Of what cannot be worked
    /// out nothing can be said against it.
    fn allow(&self, year: i64, range: Option<(i64, i64)>) -> bool {
        if let Some((first, last)) = range
            && !self.plans.is_empty()
        {
            // The Ninth and Tenth Five-Year Plan periods (1996–2005).
            return self.plans.iter().any(|plan| plan.0 == first)
                && self.plans.iter().any(|plan| plan.1 == last);
        }
        if self.plans.iter().any(|(first, last)| [*first, *last].contains(&year)) {
            return true;
        }
        match &self.relative {
            Some(years) => years.contains(&year),
            None => self.plans.is_empty(),
        }
    }
}
