//! `figures.yaml` of a report into claims, not yet set against the text.

use super::indicators::one_of;
use super::places::Places;
use super::yaml::{self, Entries, Loose};
use crate::model::{FigureClaim, FigureStatus, LangMap, Languages, Locus, Measure};
use crate::source::{Diagnosed, Diagnostic, SourceFile, codes, nearest};

/// Reads one `figures.yaml`.
pub fn claims(file: &SourceFile, languages: &Languages) -> Diagnosed<Vec<FigureClaim>> {
    type Section = Entries<Vec<Entries<Loose>>>;
    let mut diagnostics = Vec::new();
    let pages: Option<Entries<Section>> =
        yaml::read(&file.text, file.id, 0).into_value(&mut diagnostics);
    let mut claims = Vec::new();
    let mut places = Places::new(file);
    for (page, sections) in pages.unwrap_or_default().0 {
        places.next(&page);
        for (section, entries) in sections.0 {
            let span = places.next(&section);
            for entry in entries {
                let locus = Locus { page: page.clone(), section: Some(section.clone()), span };
                let mut reader =
                    ClaimReader { languages, places: &mut places, diagnostics: &mut diagnostics };
                claims.extend(reader.claim(entry, locus));
            }
        }
    }
    Diagnosed { value: claims, diagnostics }
}

/// Makes a claim of the entries of a mapping.
struct ClaimReader<'a, 'b> {
    languages: &'a Languages,
    places: &'a mut Places<'b>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl ClaimReader<'_, '_> {
    /// `gdp: 地区生产总值[3870亿元]`, or the long form with `indicator` and `quote`; both may say
    /// more.
    fn claim(&mut self, entry: Entries<Loose>, locus: Locus) -> Option<FigureClaim> {
        let is_short = entry.0.len() == 1;
        let quote = entry.0.iter().find_map(|(key, value)| match value {
            Loose::Text(text) if key == "quote" || is_short || text.contains('[') => {
                Some(text.clone())
            }
            _ => None,
        });
        let span = self.places.next(quote.as_deref().unwrap_or(""));
        let mut claim = FigureClaim {
            indicator: String::new(),
            quote: quote.unwrap_or_default(),
            locus,
            place: None,
            period: None,
            status: None,
            measure: None,
            part_of: None,
            incomparable: None,
            counterparts: LangMap::default(),
            span,
        };
        for (key, value) in entry.0 {
            self.field(&mut claim, &key, value);
        }
        let lacks = match (claim.indicator.is_empty(), claim.quote.is_empty()) {
            (true, _) => "which indicator it is",
            (_, true) => "which words it is",
            _ => return Some(claim),
        };
        self.diagnostics.push(
            Diagnostic::new(codes::DATA_INVALID, format!("this claim does not say {lacks}"))
                .at(span, "")
                .help("write `- gdp: 地区生产总值[3870亿元]`, with the number in brackets"),
        );
        None
    }

    fn field(&mut self, claim: &mut FigureClaim, key: &str, value: Loose) {
        let span = claim.span;
        match (key, value) {
            ("indicator", Loose::Text(text)) => claim.indicator = text,
            ("quote", Loose::Text(_)) => {}
            ("place", Loose::Text(text)) => claim.place = Some(text),
            ("period", Loose::Text(text)) => claim.period = Some(text),
            ("part-of", Loose::Text(text)) => claim.part_of = Some(text),
            ("status", Loose::Text(text)) => {
                claim.status = one_of("status", &text, &FigureStatus::ALL, span, self.diagnostics);
            }
            ("measure", Loose::Text(text)) => {
                claim.measure = one_of("measure", &text, &Measure::ALL, span, self.diagnostics);
            }
            ("comparable", Loose::Map(reasons)) => claim.incomparable = Some(reasons),
            ("comparable", Loose::Text(text)) => {
                // `no: the bases differ`: a reason in words for readers of every language.
                if let Some(reason) = text.strip_prefix("no") {
                    let reason = reason.trim_start_matches([':', '：']).trim();
                    claim.incomparable = Some(LangMap([(String::new(), reason.into())].into()));
                }
            }
            (code, Loose::Text(text)) if self.languages.find(code).is_some() => {
                claim.counterparts.0.insert(code.to_owned(), text);
            }
            (key, Loose::Text(text)) if claim.indicator.is_empty() && text == claim.quote => {
                key.clone_into(&mut claim.indicator);
            }
            (key, _) => {
                let known = [
                    "indicator",
                    "quote",
                    "place",
                    "period",
                    "status",
                    "measure",
                    "part-of",
                    "comparable",
                ];
                let near = nearest(key, known);
                self.diagnostics.push(
                    Diagnostic::new(codes::KEY_UNKNOWN, format!("unknown key `{key}`"))
                        .at(span, "")
                        .help(near.map_or_else(
                            || format!("known keys here: {}", known.join(", ")),
                            |near| format!("did you mean `{near}`?"),
                        )),
                );
            }
        }
    }
}
