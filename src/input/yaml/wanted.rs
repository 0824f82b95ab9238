//! What a value should be, and what is said of one that is something else.

use super::node::{YamlNode, YamlValue};
use super::slips;
use crate::source::{Argument, Diagnostic, Message, codes, message};

/// How much of a value is repeated in a message.
const SHOWN: usize = 30;

/// What a value should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ValueForm {
    /// Characters, with or without quotation marks.
    Text,
    /// `2018`.
    WholeNumber,
    /// `true` or `false`.
    YesOrNo,
    /// A list of anything.
    List,
    /// Keys with values.
    Mapping,
    /// One text or several.
    Texts,
    /// A text, or one for each language.
    Languages,
    /// Something that only one format has.
    Other(Message),
}

impl ValueForm {
    fn described(&self) -> Message {
        match self {
            Self::Text => message!("form-text"),
            Self::WholeNumber => message!("form-whole-number"),
            Self::YesOrNo => message!("form-switch"),
            Self::List => message!("form-list"),
            Self::Mapping => message!("form-mapping"),
            Self::Texts => message!("form-text-or-texts"),
            Self::Languages => message!("form-text-or-languages"),
            Self::Other(words) => words.clone(),
        }
    }

    /// How to write it, if the value is of another form.
    fn advice(&self, node: &YamlNode) -> Message {
        match (self, &*node.value) {
            (
                Self::Text | Self::Texts | Self::Languages,
                YamlValue::List(_) | YamlValue::Map(_),
            ) => message!("data-invalid-form.text"),
            (Self::List, YamlValue::Map(_)) => message!("data-invalid-form.entries"),
            (Self::List, _) => message!("data-invalid-form.list"),
            (Self::Mapping, YamlValue::List(_)) => message!("data-invalid-form.no-list"),
            (Self::Mapping, _) => message!("data-invalid-form.mapping"),
            (Self::Languages, _) => message!("data-invalid-form.languages"),
            (Self::WholeNumber, _) => message!("data-invalid-form.whole-number"),
            (Self::YesOrNo, _) => message!("data-invalid-form.switch"),
            _ => message!("see-data-examples"),
        }
    }
}

/// The finding that a value is not what it should be. `subject` is what the value belongs to,
/// as an author would call it: `` `weight` ``, `an entry of errata.yaml`.
pub(crate) fn mismatch(
    node: &YamlNode,
    subject: impl Into<Argument>,
    wanted: &ValueForm,
) -> Diagnostic {
    let text = node.as_text().filter(|_| *wanted == ValueForm::Mapping);
    if let Some(slip) = text.and_then(slips::broken_colon) {
        return Diagnostic::new(codes::DATA_INVALID, slip.message).at(node.span).help(slip.help);
    }
    let (subject, form) = (subject.into(), wanted.described());
    let message = match &*node.value {
        YamlValue::Null => message!("data-invalid-nothing", subject = subject, wanted = form),
        YamlValue::Scalar(scalar) => {
            let found = shortened(&scalar.text);
            message!("data-invalid-word", subject = subject, wanted = form, found = found)
        }
        YamlValue::List(_) => message!("data-invalid-list", subject = subject, wanted = form),
        YamlValue::Map(_) => message!("data-invalid-mapping", subject = subject, wanted = form),
    };
    Diagnostic::new(codes::DATA_INVALID, message).at(node.span).help(wanted.advice(node))
}

/// The beginning of a text.
pub(super) fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(SHOWN).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
