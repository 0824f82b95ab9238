//! What a data file says, as a tree whose every value and key knows its place.

use std::sync::Arc;

use crate::source::Span;

/// A value and where it stands. An alias (`*x`) stands where it was written and shares its value.
#[derive(Debug, Clone)]
pub(crate) struct YamlNode {
    /// The place in the file; the first line of what covers several.
    pub(crate) span: Span,
    /// What stands there.
    pub(crate) value: Arc<YamlValue>,
}

/// What a value is by its form alone; what a text means is for those who read it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum YamlValue {
    /// Nothing: no value after the colon, `null`, `~`.
    Null,
    /// Characters. A number, a date and `true` are texts until somebody asks for more.
    Scalar(YamlScalar),
    /// `- …` or `[…]`.
    List(Vec<YamlNode>),
    /// `key: value` or `{…}`, in the order of the file, no key twice.
    Map(Vec<(YamlKey, YamlNode)>),
}

/// A text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct YamlScalar {
    /// As it is written, without quotation marks: `010` stays `010`.
    pub(crate) text: String,
    /// Whether it stands without quotation marks; only then can it be a number.
    pub(crate) is_plain: bool,
}

/// A key of a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct YamlKey {
    /// The key as it reads.
    pub(crate) text: String,
    /// Its place in the file.
    pub(crate) span: Span,
}

/// Two nodes are equal if they say the same, wherever they stand.
impl PartialEq for YamlNode {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Eq for YamlNode {}

impl YamlNode {
    /// The text, if this is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &*self.value {
            YamlValue::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// The entries, if this is a mapping.
    pub(crate) fn as_map(&self) -> Option<&[(YamlKey, Self)]> {
        match &*self.value {
            YamlValue::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The entries, if this is a list.
    pub(crate) fn as_list(&self) -> Option<&[Self]> {
        match &*self.value {
            YamlValue::List(entries) => Some(entries),
            _ => None,
        }
    }

    /// Whether nothing stands here.
    pub(crate) fn is_null(&self) -> bool {
        *self.value == YamlValue::Null
    }
}
