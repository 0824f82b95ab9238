//! A disagreement of numbers, said to an author.

use crate::check::numbers::{self, Disagreement, DisagreementKind, Passage, Spot};
use crate::model::{Document, Language, TextId};
use crate::source::{Diagnostic, Message, Span, message};

/// The texts of a place in one language.
pub(super) struct TextsOf<'a> {
    pub(super) document: &'a Document,
    pub(super) texts: Vec<TextId>,
    /// The block they stand in.
    pub(super) around: Span,
}

impl TextsOf<'_> {
    pub(super) fn passages(&self) -> Vec<Passage<'_>> {
        let document = self.document;
        self.texts
            .iter()
            .map(|text| Passage {
                plain: &document.text(*text).plain,
                quantities: document
                    .annotations
                    .get(text.0 as usize)
                    .map(|annotation| &annotation.quantities[..])
                    .unwrap_or_default(),
                terms: document.terms_in(*text),
            })
            .collect()
    }

    fn spot_span(&self, spot: &Spot) -> Span {
        let text = self.document.text(self.texts[spot.passage]);
        Span::new(self.document.file, text.source_range(spot.range.clone()))
    }

    fn spot_words(&self, spot: &Spot) -> &str {
        &self.document.text(self.texts[spot.passage]).plain[spot.range.clone()]
    }

    /// How the numeral at a place is read.
    fn reading(&self, spot: &Spot) -> Option<Message> {
        let annotation = &self.document.annotations[self.texts[spot.passage].0 as usize];
        let quantities = &annotation.quantities;
        let first = quantities.partition_point(|found| found.range.start < spot.range.start);
        let found = quantities[first..].first().filter(|found| found.range == spot.range);
        found.and_then(|found| numbers::reading(&found.value))
    }

    /// All of the place, to be shown where something is missing in it.
    fn whole_span(&self) -> Span {
        match self
            .texts
            .iter()
            .map(|text| self.document.text(*text))
            .find(|text| !text.plain.is_empty())
        {
            Some(text) => Span::new(self.document.file, text.source_range(0..text.plain.len())),
            None => self.around,
        }
    }
}

/// A disagreement with all that is needed to say it.
pub(super) struct Finding<'a> {
    pub(super) found: Disagreement,
    pub(super) own: &'a TextsOf<'a>,
    pub(super) others: &'a TextsOf<'a>,
    pub(super) language: &'a Language,
}

impl Finding<'_> {
    pub(super) fn to_diagnostic(&self) -> Diagnostic {
        let mut diagnostic = Diagnostic::new(self.found.kind.finding_code(), self.message());
        if let Some(spot) = &self.found.original {
            diagnostic = labelled(diagnostic, self.own, spot);
        }
        match &self.found.translation {
            Some(spot) => {
                diagnostic = labelled(diagnostic, self.others, spot);
            }
            None => {
                diagnostic =
                    diagnostic.labelled(self.others.whole_span(), message!("number-not-here"));
            }
        }
        if self.found.original.is_none() {
            diagnostic = diagnostic.labelled(self.own.whole_span(), message!("number-not-here"));
        }
        diagnostic.help_if(self.help_message())
    }

    fn message(&self) -> Message {
        let own =
            self.found.original.as_ref().map(|spot| self.own.spot_words(spot)).unwrap_or_default();
        let other = self
            .found
            .translation
            .as_ref()
            .map(|spot| self.others.spot_words(spot))
            .unwrap_or_default();
        let name = &self.language.name;
        match self.found.kind {
            DisagreementKind::Missing if other.is_empty() => {
                message!("number-missing", own = own, language = name)
            }
            DisagreementKind::Missing => {
                message!("number-missing-instead", own = own, other = other, language = name)
            }
            DisagreementKind::Extra => message!("number-extra", other = other),
            DisagreementKind::Unit => message!("number-unit", own = own, other = other),
            DisagreementKind::Conversion => message!("number-conversion", own = own, other = other),
            DisagreementKind::Order | DisagreementKind::Reordered => {
                message!("number-order", own = own, language = name)
            }
            DisagreementKind::Scope => message!("number-scope", own = own, other = other),
            DisagreementKind::Direction => message!("number-direction", own = own, other = other),
            DisagreementKind::Bound => message!("number-bound", own = own, other = other),
            DisagreementKind::Comparator => message!("number-comparator", own = own, other = other),
            DisagreementKind::Nuance => message!("number-nuance", own = own, other = other),
            DisagreementKind::Per => message!("number-per", own = own, other = other),
            DisagreementKind::Measure => message!("number-kind", own = own, other = other),
            DisagreementKind::Explicit => message!("number-explicit", other = other),
            DisagreementKind::Repeated if other.is_empty() => {
                message!("number-repeated", words = own, language = name)
            }
            DisagreementKind::Repeated => message!("number-repeated-translation", words = other),
        }
    }

    /// Whether 元 stands beside `$`, neither of which says whose money it is.
    fn is_other_dollar(&self) -> bool {
        let spots = self.found.original.as_ref().zip(self.found.translation.as_ref());
        spots.is_some_and(|(own, other)| {
            let (own, other) = (self.own.spot_words(own), self.others.spot_words(other));
            own.ends_with('元') && other.contains('$') && !other.contains("US$")
        })
    }

    fn help_message(&self) -> Option<Message> {
        match self.found.kind {
            DisagreementKind::Extra => Some(message!("number-extra.help")),
            DisagreementKind::Explicit => Some(message!("number-explicit.help")),
            DisagreementKind::Repeated => None,
            DisagreementKind::Reordered => Some(message!("number-reordered.help")),
            DisagreementKind::Order => Some(message!("number-order.help")),
            DisagreementKind::Unit if self.is_other_dollar() => {
                Some(message!("number-unit.currency"))
            }
            _ => {
                let reading = self.own.reading(self.found.original.as_ref()?)?;
                Some(message!("number-original-says", reading = reading))
            }
        }
    }
}

/// The finding with a numeral and how it is read.
fn labelled(finding: Diagnostic, texts: &TextsOf, spot: &Spot) -> Diagnostic {
    match texts.reading(spot) {
        Some(reading) => finding.labelled(texts.spot_span(spot), reading),
        None => finding.at(texts.spot_span(spot)),
    }
}
