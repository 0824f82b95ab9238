//! What two sentences have in common, and how much that tells.

use std::ops::Range;

use super::facts::SentenceFacts;
use super::shared::SharedItems;
use crate::align::figures::equal::{self, Match};
use crate::model::effort::spend;
use crate::model::{Decimal, Evidence, Quantity};

/// What it tells that both hold as many quotations.
const QUOTATIONS: f64 = 0.3;

/// How far the ratio of a text may be from that of its page.
const RATIO_RANGE: f64 = 1.25;

/// How far the length of a sentence may stray from what the two texts suggest: the variance for each
/// letter.
const SPREAD: f64 = 5.0;

/// The most that lengths alone speak against a link.
const WORST_LENGTH: f64 = 6.0;

/// What speaks against a sentence in an answer of several that shares nothing with what it answers.
const STRANGER: f64 = 3.0;

/// What it costs to take a sentence for the first of an answer that goes on about the one before.
const CUT_OFF: f64 = 2.0;

/// How far a length may stray to be evidence of its own.
const GOOD_LENGTH: f64 = 1.0;

/// How far it may stray where the neighbours of both answer each other.
const BAD_LENGTH: f64 = 8.0;

/// What the sentences of two texts have in common.
pub(in crate::align) struct Likeness<'a> {
    own: &'a [SentenceFacts<'a>],
    others: &'a [SentenceFacts<'a>],
    /// The length of the translation for one of the original.
    ratio: f64,
    /// The lengths of the first sentences together, of each side.
    lengths: [Vec<u32>; 2],
    /// The quotations of the first sentences together, of each side.
    quotations: [Vec<u32>; 2],
    /// What they share.
    items: SharedItems,
}

impl<'a> Likeness<'a> {
    /// `usual` is the ratio of the page: where a translation leaves a sentence out, that of its text
    /// alone would call all others too long.
    pub(in crate::align) fn new(
        own: &'a [SentenceFacts<'a>],
        others: &'a [SentenceFacts<'a>],
        usual: f64,
    ) -> Self {
        let sums = |of: fn(&SentenceFacts) -> u32| {
            [own, others].map(|side| {
                let sums = side.iter().scan(0_u32, |sum, one| {
                    *sum = sum.saturating_add(of(one));
                    Some(*sum)
                });
                std::iter::once(0).chain(sums).collect::<Vec<u32>>()
            })
        };
        let (lengths, quotations) = (sums(|one| one.length), sums(|one| one.quotations));
        let whole = |side: &[u32]| f64::from(side.last().copied().unwrap_or_default().max(1));
        let own_ratio = whole(&lengths[1]) / whole(&lengths[0]);
        let ratio = own_ratio.clamp(usual / RATIO_RANGE, usual * RATIO_RANGE);
        Self { own, others, ratio, lengths, quotations, items: SharedItems::new(own, others) }
    }

    /// What it costs to take these sentences for those.
    pub(in crate::align) fn cost(
        &self,
        original: &Range<usize>,
        translation: &Range<usize>,
    ) -> f64 {
        let stray = self.stray(original, translation);
        let is_cut_off = self.own[original.start].goes_on != self.others[translation.start].goes_on;
        let cut = if is_cut_off { CUT_OFF } else { 0.0 };
        (stray / 2.0).min(WORST_LENGTH) + cut - self.shared(original, translation)
    }

    /// What sentences have in common. Where one is said in several, each of these counts for itself as
    /// well: what all of them repeat ties them together.
    fn shared(&self, original: &Range<usize>, translation: &Range<usize>) -> f64 {
        let whole = self.weight(original, translation);
        let of = |weight: f64| if weight > 0.0 { weight } else { -STRANGER };
        let pieces: f64 = match (original.len(), translation.len()) {
            (1, 2..) => {
                translation.clone().map(|at| of(self.weight(original, &(at..at + 1)))).sum()
            }
            (2.., 1) => {
                original.clone().map(|at| of(self.weight(&(at..at + 1), translation))).sum()
            }
            _ => whole,
        };
        f64::midpoint(whole, pieces)
    }

    /// What two groups of sentences share.
    pub(in crate::align) fn weight(
        &self,
        original: &Range<usize>,
        translation: &Range<usize>,
    ) -> f64 {
        let quoted = self.quoted(original, translation);
        self.items.weight(original, translation) + if quoted > 0 { QUOTATIONS } else { 0.0 }
    }

    /// How many quotations both hold, where both hold as many.
    fn quoted(&self, original: &Range<usize>, translation: &Range<usize>) -> u32 {
        let of = |side: usize, range: &Range<usize>| {
            self.quotations[side][range.end] - self.quotations[side][range.start]
        };
        let quoted = of(0, original);
        if quoted == of(1, translation) { quoted } else { 0 }
    }

    /// Whether the lengths would do for sentences that must answer each other.
    pub(in crate::align) fn may_answer(
        &self,
        original: &Range<usize>,
        translation: &Range<usize>,
    ) -> bool {
        self.stray(original, translation) <= BAD_LENGTH
    }

    /// Whether the original parts into as many clauses as the translation has sentences, or the other
    /// way round: a Chinese sentence goes on over semicolons where English begins anew.
    pub(in crate::align) fn is_parted(
        &self,
        original: &Range<usize>,
        translation: &Range<usize>,
    ) -> bool {
        let clauses = |side: &[SentenceFacts]| side.iter().map(|one| one.clauses).sum::<usize>();
        let own = clauses(&self.own[original.clone()]);
        original.len() != translation.len() && own == clauses(&self.others[translation.clone()])
    }

    /// Whether the lengths speak for it that these answer each other.
    pub(in crate::align) fn has_good_length(
        &self,
        original: &Range<usize>,
        translation: &Range<usize>,
    ) -> bool {
        self.stray(original, translation) <= GOOD_LENGTH
    }

    /// How far the lengths stray from what the texts suggest, in squares of the usual.
    pub(in crate::align) fn stray(
        &self,
        original: &Range<usize>,
        translation: &Range<usize>,
    ) -> f64 {
        let of = |side: usize, range: &Range<usize>| {
            f64::from(self.lengths[side][range.end] - self.lengths[side][range.start])
        };
        let own = of(0, original);
        let other = of(1, translation) / self.ratio;
        let usual = SPREAD * f64::midpoint(own, other).max(1.0);
        (own - other) * (own - other) / usual
    }

    /// What speaks for a link, each thing once.
    pub(in crate::align) fn evidence(
        &self,
        original: &Range<usize>,
        translation: &Range<usize>,
    ) -> Vec<Evidence> {
        let (own, others) = (&self.own[original.clone()], &self.others[translation.clone()]);
        spend(own.len() * others.len());
        let mut found: Vec<Evidence> =
            common_numbers(own, others).into_iter().map(Evidence::Number).collect();
        let terms = own.iter().flat_map(|one| &one.terms);
        let words = own.iter().flat_map(|one| &one.words);
        let names = own.iter().flat_map(|one| &one.names);
        let terms = terms.filter(|term| others.iter().any(|other| other.terms.contains(term)));
        let words = words.filter(|word| others.iter().any(|other| other.words.contains(word)));
        let names = names.filter(|name| others.iter().any(|other| other.names.contains(name)));
        let said = terms.map(|term| Evidence::Term(*term));
        let said = said.chain(words.map(|word| Evidence::Word(*word)));
        for one in said.chain(names.map(|name| Evidence::Name((*name).into()))) {
            if !found.contains(&one) {
                found.push(one);
            }
        }
        let quoted = self.quoted(original, translation);
        if quoted > 0 {
            found.push(Evidence::Quotations(quoted));
        }
        if self.stray(original, translation) <= GOOD_LENGTH {
            found.push(Evidence::Length);
        }
        found
    }
}

/// The numbers that both say: each as often as both do, but told once.
fn common_numbers(own: &[SentenceFacts], others: &[SentenceFacts]) -> Vec<Decimal> {
    let mut free: Vec<&Quantity> =
        others.iter().flat_map(|other| &other.numbers).copied().collect();
    let mut found: Vec<Decimal> = Vec::new();
    for number in own.iter().flat_map(|one| &one.numbers) {
        let is_same = |other: &&Quantity| {
            [Match::Exact, Match::Kind, Match::Calendar]
                .iter()
                .any(|how| equal::is(*how, number, other))
        };
        let Some(place) = free.iter().position(is_same) else { continue };
        free.swap_remove(place);
        if let Some(value) = number.value.filter(|value| !found.contains(value)) {
            found.push(value);
        }
    }
    found
}
