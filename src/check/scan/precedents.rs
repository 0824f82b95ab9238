//! What another report says of numerals with the same words: last year's claims, taken over.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::surroundings::{GramWeights, Surroundings, moved_years};
use crate::model::{
    Fate, FigureStatus, LedgerEntry, Measure, Mention, Numerals, Observation, Page, Quantity,
    Report, Site, Unit, UnitClass,
};

/// How alike the words of two numerals are at least, where they alone tell what is measured.
const LEAST_OWN: f64 = 0.5;
/// How alike they are where they tell little (增长), so that what stands before them decides.
const LEAST_OWN_OF_FEW: f64 = 0.6;
/// How alike what stands before them then is.
const LEAST_BEFORE: f64 = 0.4;
/// What shared words tell at least to be enough: two pairs of characters that stand nowhere else.
const ENOUGH: f64 = 1.9;
/// By how much the best candidate is better than any that means something else.
const MARGIN: f64 = 0.08;

/// What another report says of a numeral with the same words.
#[derive(Debug)]
pub(super) enum Precedent<'a> {
    /// It is claimed there, by one claim or, as in 均增长15%, by several.
    Claimed(Vec<RepeatedClaim<'a>>),
    /// Several claims there fit: their indicators.
    Several(Vec<&'a str>),
    /// It is not a figure there: what a line of the ledger calls it.
    Stated(&'a str),
}

impl<'a> Precedent<'a> {
    /// The claims that are taken over.
    pub(super) fn claims(&self) -> &[RepeatedClaim<'a>] {
        match self {
            Self::Claimed(claims) => claims,
            _ => &[],
        }
    }
}

/// A claim of another report, for a numeral of this one.
#[derive(Debug)]
pub(super) struct RepeatedClaim<'a> {
    /// The indicator.
    pub(super) id: &'a str,
    /// What was observed there.
    pub(super) observation: &'a Observation,
    /// Thresholds that belong to the numeral, in bytes of its text.
    pub(super) criteria: Vec<Range<usize>>,
    /// `place`, `period`, `status`, `measure`, `part-of`, as far as they still hold.
    pub(super) keys: Vec<(&'static str, String)>,
}

/// A numeral of a report with what stands around it.
struct Numeral<'a> {
    page: &'a Page,
    entry: &'a LedgerEntry,
    around: Surroundings,
}

/// Two numerals and how well they fit.
struct Candidate<'s, 'a> {
    numeral: &'s Numeral<'a>,
    score: f64,
}

/// What a numeral means in the other report, to be told apart from other meanings.
type Meaning<'a> = (Option<&'a str>, Measure, Option<usize>);

/// Two reports, the later one's numerals to be found among those of the earlier.
pub(super) struct Precedents<'a> {
    site: &'a Site,
    other: &'a Report,
    /// How many years the report is later.
    years: i32,
    numerals: Vec<Numeral<'a>>,
    weights: GramWeights,
    rules: &'static dyn Numerals,
}

impl<'a> Precedents<'a> {
    /// Reads the numerals of the other report; nothing where its language is not read.
    pub(super) fn new(site: &'a Site, report: &Report, other: &'a Report) -> Option<Self> {
        let rules = site.languages.original().numerals?;
        let year = |report: &Report| report.original_meta().day().iso()[..4].parse::<i32>();
        let years = year(report).ok()? - year(other).ok()?;
        let ledger = site.statistics.ledger.iter().filter(|entry| entry.report == other.id);
        // What a rule explains there is a rival, and no precedent.
        let is_told = |entry: &&LedgerEntry| match entry.fate {
            Fate::Indexed(_) | Fate::Criterion(_) | Fate::Stated(_) => true,
            Fate::Explained => entry.quantity.measured().is_some(),
            Fate::Term(_) | Fate::Unaccounted => false,
        };
        let numeral = |entry: &'a LedgerEntry| {
            let page = site.page(entry.page);
            Numeral { page, entry, around: Surroundings::new(page, entry, rules, years) }
        };
        let numerals: Vec<Numeral> = ledger.filter(is_told).map(numeral).collect();
        let weights = GramWeights::new(numerals.iter().map(|numeral| &numeral.around.own));
        Some(Self { site, other, years, numerals, weights, rules })
    }

    /// What the other report says of the numerals of a report that nobody has accounted for, by their
    /// place in the ledger. A numeral that a rule explains (连续12年) is among them if it is claimed there.
    pub(super) fn of_report(&self, report: &Report) -> HashMap<usize, Precedent<'a>> {
        let ledger = self.site.statistics.ledger.iter().enumerate();
        let open = ledger.filter(|(_, entry)| {
            let is_free = matches!(entry.fate, Fate::Unaccounted | Fate::Explained);
            entry.report == report.id && is_free && entry.quantity.measured().is_some()
        });
        let mut found = HashMap::new();
        // One indicator of a page is one number: the numerals that would have the same claim.
        let mut same: BTreeMap<_, Vec<(usize, f64)>> = BTreeMap::new();
        for (number, entry) in open {
            let page = self.site.page(entry.page);
            let around = Surroundings::new(page, entry, self.rules, 0);
            let numeral = Numeral { page, entry, around };
            let Some((precedent, score)) = self.precedent(&numeral) else { continue };
            for repeated in precedent.claims() {
                let of = repeated.observation;
                let stated = repeated.keys.iter().find(|(key, _)| *key == "period");
                let period = stated.map(|(_, period)| period.clone());
                let period = period.unwrap_or_else(|| self.usual_period(&numeral));
                let key = (of.indicator, of.measure.key(), of.area, entry.page, period);
                same.entry(key).or_default().push((number, score));
            }
            if entry.fate == Fate::Unaccounted || !precedent.claims().is_empty() {
                found.insert(number, precedent);
            }
        }
        for mut claims in same.into_values().filter(|claims| claims.len() > 1) {
            claims.sort_by(|one, other| descending(one.1, other.1));
            let value = |number: usize| self.site.statistics.ledger[number].quantity.value;
            let (best, rest) = (claims[0], &claims[1..]);
            let others: Vec<_> =
                rest.iter().filter(|(number, _)| value(*number) != value(best.0)).collect();
            let is_clear = others.first().is_none_or(|(_, score)| best.1 - score >= MARGIN);
            let dropped = others.iter().map(|(number, _)| *number);
            for number in dropped.chain((!is_clear).then_some(best.0)) {
                Self::withdraw(&mut found, number);
            }
        }
        found
    }

    /// Makes a claim that several numerals would have a doubt.
    fn withdraw(found: &mut HashMap<usize, Precedent<'a>>, number: usize) {
        let ids: Vec<&str> =
            found.get(&number).into_iter().flat_map(Precedent::claims).map(|of| of.id).collect();
        if !ids.is_empty() {
            found.insert(number, Precedent::Several(ids));
        }
    }

    fn indicator_id(&self, observation: &Observation) -> &'a str {
        &self.site.statistics.indicator(observation.indicator).id
    }

    /// The indicators of the other report that are neither claimed in a report nor proposed for it.
    pub(super) fn unstated(
        &self,
        report: &Report,
        found: &HashMap<usize, Precedent<'a>>,
    ) -> Vec<&'a str> {
        let observations = &self.site.statistics.observations;
        let own = observations.iter().filter(|of| of.report == report.id).map(|of| of.indicator);
        let proposed =
            found.values().flat_map(Precedent::claims).map(|of| of.observation.indicator);
        let stated: BTreeSet<_> = own.chain(proposed).collect();
        let others = observations.iter().filter(|of| of.report == self.other.id);
        let mut seen = BTreeSet::new();
        let unstated = others.filter(|of| !stated.contains(&of.indicator));
        unstated.filter(|of| seen.insert(of.indicator)).map(|of| self.indicator_id(of)).collect()
    }

    /// What a numeral of the other report means.
    fn meaning(&self, entry: &LedgerEntry) -> Meaning<'a> {
        match entry.fate {
            Fate::Indexed(id) => {
                let of = self.site.statistics.observation(id);
                (Some(self.indicator_id(of)), of.measure, of.area)
            }
            _ => (None, Measure::Level, None),
        }
    }

    /// What the other report says of one numeral, and how sure that is.
    fn precedent(&self, numeral: &Numeral) -> Option<(Precedent<'a>, f64)> {
        let mut candidates: Vec<Candidate> = self
            .numerals
            .iter()
            .filter(|other| is_comparable(&numeral.entry.quantity, &other.entry.quantity))
            .filter_map(|other| {
                let score = self.score(numeral, other)?;
                Some(Candidate { numeral: other, score })
            })
            .collect();
        candidates.sort_by(|one, other| descending(one.score, other.score));
        let best = candidates.first()?;
        let meaning = self.meaning(best.numeral.entry);
        let rivals = candidates.iter().filter(|rival| {
            best.score - rival.score < MARGIN && self.meaning(rival.numeral.entry) != meaning
        });
        let rivals: Vec<&str> =
            rivals.filter_map(|rival| self.meaning(rival.numeral.entry).0).collect();
        if !rivals.is_empty() {
            let mut ids: Vec<&str> = meaning.0.into_iter().chain(rivals).collect();
            let mut seen = BTreeSet::new();
            ids.retain(|id| seen.insert(*id));
            return Some((Precedent::Several(ids), best.score));
        }
        let entry = best.numeral.entry;
        match &entry.fate {
            Fate::Indexed(id) => {
                let observation = self.site.statistics.observation(*id);
                let shared = self.site.statistics.observations.iter().filter(|of| {
                    let place = |of: &Observation| {
                        let words = of.words.first()?.as_ref()?;
                        Some((of.page, words.text, words.range.start))
                    };
                    place(of) == place(observation)
                });
                let claims =
                    shared.map(|of| self.repeated_claim(numeral, best.numeral, of)).collect();
                Some((Precedent::Claimed(claims), best.score))
            }
            Fate::Stated(reason) => Some((Precedent::Stated(&reason.is), best.score)),
            _ => None,
        }
    }

    /// How well two numerals fit, by their words; nothing where they do not.
    fn score(&self, one: &Numeral, other: &Numeral) -> Option<f64> {
        let (a, b) = (&one.around, &other.around);
        let own = self.weights.likeness(&a.own, &b.own);
        let is_same_status = one.page.original().document.front.status
            == other.page.original().document.front.status;
        // A target and a result of one indicator, or two sections, differ by little else.
        let place = 0.04 * self.weights.likeness(&a.head, &b.head)
            + if is_same_status { 0.02 } else { 0.0 };
        let is_same_unit = one.entry.quantity.unit == other.entry.quantity.unit;
        let place = place + if is_same_unit { 0.03 } else { 0.0 };
        if a.cell.is_some() || b.cell.is_some() {
            let is_same = a.cell == b.cell && a.series == b.series && own >= LEAST_OWN;
            return is_same.then_some(own + place);
        }
        let before = self.weights.likeness(&a.before, &b.before);
        if self.weights.sum(a.own.intersection(&b.own)) >= ENOUGH {
            return (own >= LEAST_OWN).then_some(0.75 * own + 0.2 * before + place);
        }
        let is_same_place = a.series == b.series && !a.before.is_empty();
        let is_like = own >= LEAST_OWN_OF_FEW && before >= LEAST_BEFORE && is_same_place;
        is_like.then_some(0.35 * own + 0.6 * before + place)
    }

    /// A claim for a numeral, with what the other said besides as far as it still holds.
    fn repeated_claim(
        &self,
        numeral: &Numeral,
        other: &Numeral<'a>,
        observation: &'a Observation,
    ) -> RepeatedClaim<'a> {
        let statistics = &self.site.statistics;
        let mut keys = Vec::new();
        if let Some(area) = observation.area.and_then(|area| statistics.areas.get(area)) {
            let code = &self.site.languages.original().code;
            keys.push(("place", area.name.get_or_any(code).to_owned()));
        }
        let (front, others) =
            (&numeral.page.original().document.front, &other.page.original().document.front);
        // What is a target there and a result here is stated of another period.
        if front.status == others.status {
            let year = |period: &Option<String>| period.as_ref()?.parse::<i32>().ok();
            let years = year(&front.period).zip(year(&others.period));
            let years = years.map_or(self.years, |(own, other)| own - other);
            if observation.period != self.usual_period(other) {
                let moved = moved_years(&observation.period, years);
                keys.extend((moved != self.usual_period(numeral)).then_some(("period", moved)));
            }
            if observation.status != others.status.unwrap_or(FigureStatus::Actual) {
                keys.push(("status", observation.status.key().to_owned()));
            }
        }
        if Some(observation.measure) != other.entry.quantity.measured() {
            keys.push(("measure", observation.measure.key().to_owned()));
        }
        if let Some(whole) = observation.part_of {
            keys.push(("part-of", statistics.indicator(whole).id.clone()));
        }
        let criteria = observation.words.first().and_then(Option::as_ref);
        let criteria = criteria.map(|words| &words.criteria[..]).unwrap_or_default();
        let criteria = criteria_beside(numeral, other, criteria);
        RepeatedClaim { id: self.indicator_id(observation), observation, criteria, keys }
    }

    /// The period of a numeral whose claim states none.
    fn usual_period(&self, numeral: &Numeral) -> String {
        let document = &numeral.page.original().document;
        let cell = document.cell(numeral.entry.text).and_then(|cell| cell.period.clone());
        cell.or_else(|| document.front.period.clone()).unwrap_or_else(|| {
            let report = self.site.report(numeral.entry.report);
            report.original_meta().day().iso()[..4].to_owned()
        })
    }
}

/// The thresholds of a numeral that stand beside it as those of the other stand beside that.
fn criteria_beside(one: &Numeral, other: &Numeral, criteria: &[Range<usize>]) -> Vec<Range<usize>> {
    let quantities = |numeral: &Numeral| {
        let annotations = &numeral.page.original().document.annotations;
        annotations
            .get(numeral.entry.text.0 as usize)
            .map_or(Vec::new(), |of| of.quantities.clone())
    };
    let (own, others) = (quantities(one), quantities(other));
    let at = |all: &[Mention<Quantity>], range: &Range<usize>| {
        all.iter().position(|found| found.range.start < range.end && range.start < found.range.end)
    };
    let Some((here, there)) = at(&own, &one.entry.range).zip(at(&others, &other.entry.range))
    else {
        return Vec::new();
    };
    let beside = criteria.iter().filter_map(|range| {
        let threshold = at(&others, range)?;
        let found = own.get((here + threshold).checked_sub(there)?)?;
        let is_one = is_comparable(&found.value, &others[threshold].value);
        is_one.then(|| found.range.clone())
    });
    beside.collect()
}

/// Whether two numerals may be one figure of two years: kind, measure and dimension of the unit.
fn is_comparable(one: &Quantity, other: &Quantity) -> bool {
    let is_count = |unit: Option<Unit>| unit.is_none_or(|unit| unit.class() == UnitClass::Count);
    let is_one_dimension = match (one.unit, other.unit) {
        (Some(a), Some(b)) if a == b || a.conversion(b).is_some() => true,
        (a, b) => is_count(a) && is_count(b),
    };
    let is_one_kind = one.kind == other.kind && one.measured() == other.measured();
    is_one_kind && one.per == other.per && is_one_dimension
}

/// The order of scores, the best first.
fn descending(one: f64, other: f64) -> Ordering {
    other.total_cmp(&one)
}
