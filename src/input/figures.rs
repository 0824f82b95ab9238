//! `figures.yaml` of a report into claims, not yet set against the text.

use super::numeral_claim::{NUMERAL_KEYS, numeral_claim};
use super::yaml::{MapReader, ValueForm, YamlKey, YamlNode, YamlValue, mismatch, parse_yaml};
use crate::model::{FigureClaim, FigureStatus, LangMap, Languages, Locus, Measure};
use crate::source::{Argument, Diagnosed, Diagnostic, Placed, SourceFile, codes, message, nearest};

/// The keys of a claim that have a meaning whatever the claim is.
const KEYS: [&str; 8] =
    ["indicator", "quote", "place", "period", "status", "measure", "part-of", "comparable"];

/// Reads one `figures.yaml`: pages, their sections, and the claims of each.
pub(crate) fn figure_claims(
    file: &SourceFile,
    languages: &Languages,
) -> Diagnosed<Vec<FigureClaim>> {
    let Diagnosed { value, mut diagnostics } = parse_yaml(&file.text, file.id, 0);
    let mut claims = Vec::new();
    let pages = value.as_ref().map(|node| entries_of(node, "figures.yaml", &mut diagnostics));
    for (page, sections) in pages.unwrap_or_default() {
        for (section, list) in entries_of(sections, key_name(page), &mut diagnostics) {
            let Some(entries) = list.as_list().or(list.is_null().then_some(&[])) else {
                diagnostics.push(mismatch(list, key_name(section), &ValueForm::List));
                continue;
            };
            for node in entries {
                let locus = Locus { page: placed(page), section: Some(placed(section)) };
                claims.extend(figure_claim(node, locus, languages, &mut diagnostics));
            }
        }
    }
    Diagnosed { value: claims, diagnostics }
}

fn key_name(key: &YamlKey) -> String {
    format!("`{}`", key.text)
}

fn placed(key: &YamlKey) -> Placed<String> {
    Placed::new(key.text.clone(), key.span)
}

/// The entries of a mapping; none where nothing stands.
fn entries_of<'a>(
    node: &'a YamlNode,
    name: impl Into<Argument>,
    diagnostics: &mut Vec<Diagnostic>,
) -> &'a [(YamlKey, YamlNode)] {
    if node.is_null() {
        return &[];
    }
    node.as_map().unwrap_or_else(|| {
        diagnostics.push(mismatch(node, name, &ValueForm::Mapping));
        &[]
    })
}

/// `gdp: 地区生产总值[3870亿元]`, or the long form with `indicator` and `quote`; both may say more.
fn figure_claim(
    node: &YamlNode,
    locus: Locus,
    languages: &Languages,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<FigureClaim> {
    let mut entry = MapReader::new(node, message!("this-claim"), node.span, &[], diagnostics)?;
    let mut indicator = entry.placed_text("indicator");
    let mut quote = entry.placed_text("quote");
    let place = entry.placed_text("place");
    let period = entry.text_value("period");
    let status = entry.one_of("status", &FigureStatus::ALL);
    let measure = entry.one_of("measure", &Measure::ALL);
    let part_of = entry.placed_text("part-of");
    let incomparable = incomparable(&mut entry);
    let mut counterparts = LangMap::default();
    for language in languages {
        let text = entry.text_value(&language.code);
        counterparts.0.extend(text.map(|text| (language.code.clone(), text)));
    }
    if indicator.is_none()
        && quote.is_none()
        && let Some((key, node)) = short_form(&entry, languages)
    {
        entry.node(&key.text);
        indicator = Some(placed(key));
        quote = node.as_text().map(|text| Placed::new(text.to_owned(), node.span));
        if quote.is_none() {
            entry.wrong(&key.text, node, &ValueForm::Text);
        }
    }
    let numeral = numeral_claim(&mut entry, quote);
    lacks(&mut entry, indicator.is_none(), numeral.is_none());
    entry.finish();
    Some(FigureClaim {
        indicator: indicator?,
        locus,
        numeral: numeral?,
        place,
        period,
        status,
        measure,
        part_of,
        incomparable,
        counterparts,
    })
}

/// The entry whose key is the indicator and whose value its words: the one with a number in
/// brackets, else the first that is nothing else, not even misspelt.
fn short_form<'a>(
    entry: &MapReader<'a, '_>,
    languages: &Languages,
) -> Option<&'a (YamlKey, YamlNode)> {
    let is_other = |key: &str| {
        KEYS.contains(&key) || NUMERAL_KEYS.contains(&key) || languages.find(key).is_some()
    };
    let mut own = entry.entries().iter().filter(|(key, _)| !is_other(&key.text));
    let has_bracket = |node: &YamlNode| node.as_text().is_some_and(|text| text.contains('['));
    own.clone().find(|(_, node)| has_bracket(node)).or_else(|| {
        own.find(|(key, _)| nearest(&key.text, KEYS.into_iter().chain(NUMERAL_KEYS)).is_none())
    })
}

/// A claim that does not say enough, unless a key is only misspelt.
fn lacks(entry: &mut MapReader, lacks_indicator: bool, lacks_quote: bool) {
    let message = match (lacks_indicator, lacks_quote) {
        (true, _) if !entry.has_or_means("indicator") => message!("data-invalid-claim-indicator"),
        (false, true) if !entry.has_or_means("quote") => message!("data-invalid-claim-quote"),
        _ => return,
    };
    let place = entry.place_of("");
    entry.diagnostics.push(
        Diagnostic::new(codes::DATA_INVALID, message).at(place).help(message!("write-claim")),
    );
}

/// `comparable: "no: the bases differ"`, or the reasons by language.
fn incomparable(entry: &mut MapReader) -> Option<LangMap> {
    let node = entry.node("comparable")?;
    if let YamlValue::Scalar(scalar) = &*node.value {
        let reason = scalar.text.strip_prefix("no").or(scalar.text.strip_prefix("false"))?;
        // A reason in words for readers of every language.
        let reason = reason.trim_start_matches([':', '：']).trim();
        return Some(LangMap([(String::new(), reason.into())].into()));
    }
    entry.language_texts("comparable", node)
}
