//! `waivers.yaml` beside the cover of a report.

use super::yaml::{MapReader, YamlNode, list_file};
use crate::model::Waiver;
use crate::source::{ALL_CODES, Diagnosed, Diagnostic, SourceFile, code, codes, message, nearest};

/// Reads one `waivers.yaml`.
pub(crate) fn waiver_entries(file: &SourceFile) -> Diagnosed<Vec<Waiver>> {
    let Diagnosed { value, mut diagnostics } = list_file(file);
    let value = value.iter().filter_map(|node| waiver(node, &mut diagnostics)).collect();
    Diagnosed { value, diagnostics }
}

fn waiver(node: &YamlNode, diagnostics: &mut Vec<Diagnostic>) -> Option<Waiver> {
    const REQUIRED: [&str; 5] = ["code", "page", "at", "quote", "reason"];
    let name = message!("this-waiver");
    let mut entry = MapReader::new(node, name, node.span, &REQUIRED, diagnostics)?;
    let code_name = entry.text_value("code");
    let page = entry.text_value("page");
    let at = entry.text_value("at");
    let quote = entry.placed_text("quote");
    let reason = entry.languages("reason");
    let mut faults = Vec::new();
    if let Some(name) = code_name.as_deref().filter(|name| code(name).is_none()) {
        let names = ALL_CODES.iter().map(|entry| entry.code.name());
        let near = nearest(name, names).unwrap_or("number.missing");
        faults.push((
            "code",
            message!("data-invalid-waiver-code", code = name),
            message!("did-you-mean", name = near),
        ));
    }
    let is_blank = |text: Option<&str>| text.is_some_and(|text| text.trim().is_empty());
    let quoted = quote.as_ref().map(|quote| quote.value.as_str());
    let blank = [("at", at.as_deref()), ("quote", quoted)];
    if let Some((key, _)) = blank.into_iter().find(|(_, text)| is_blank(*text)) {
        let help = message!("data-invalid-waiver-place.help");
        faults.push((key, message!("data-invalid-waiver-place"), help));
    }
    if reason.as_ref().is_some_and(|reason| reason.0.values().all(|text| text.trim().is_empty())) {
        let help = message!("data-invalid-waiver-reason.help");
        faults.push(("reason", message!("data-invalid-waiver-reason"), help));
    }
    let is_sound = faults.is_empty();
    for (key, message, help) in faults {
        let place = entry.place_of(key);
        let fault = Diagnostic::new(codes::DATA_INVALID, message).at(place).help(help);
        entry.diagnostics.push(fault);
    }
    entry.finish();
    let quote = quote.filter(|_| is_sound)?;
    Some(Waiver {
        code: code_name?,
        page: page?,
        at: at?,
        quote: quote.value,
        reason: reason?,
        span: quote.span,
    })
}
