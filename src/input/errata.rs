//! `errata.yaml` of a report: where its text departs from the text as received.

use super::yaml::{MapReader, ValueForm, YamlNode, list_file};
use crate::model::Erratum;
use crate::source::{Diagnosed, Diagnostic, SourceFile, codes, message};

/// Reads one `errata.yaml`.
pub(crate) fn errata_entries(file: &SourceFile) -> Diagnosed<Vec<Erratum>> {
    let Diagnosed { value, mut diagnostics } = list_file(file);
    let value = value.iter().filter_map(|node| erratum(node, &mut diagnostics)).collect();
    Diagnosed { value, diagnostics }
}

fn erratum(node: &YamlNode, diagnostics: &mut Vec<Diagnostic>) -> Option<Erratum> {
    let name = message!("this-erratum");
    let mut entry = MapReader::new(node, name, node.span, &["was", "why"], diagnostics)?;
    let was = entry.placed_text("was");
    let is = entry.text_value("is");
    let perhaps = entry.text_value("perhaps");
    let why = entry.languages("why");
    let at = entry.placed_text("at");
    let times = match entry.whole_number("times").map(usize::try_from) {
        Some(Ok(times)) => Some(times),
        Some(Err(_)) => {
            let node = entry.node("times")?;
            entry.wrong("times", node, &ValueForm::WholeNumber);
            None
        }
        None => Some(1),
    };
    // A misspelt `is` is found as such.
    let says_something = ["is", "perhaps"].iter().any(|key| entry.has_or_means(key));
    if !says_something {
        entry.diagnostics.push(
            Diagnostic::new(codes::DATA_INVALID, message!("data-invalid-erratum"))
                .at(node.span)
                .help(message!("data-invalid-erratum.help")),
        );
    }
    entry.finish();
    let was = was?;
    Some(Erratum { was: was.value, is, perhaps, why: why?, at, times: times?, span: was.span })
}
