//! What properties of paragraphs and runs say, as they are written at one place.

use crate::exchange::formats::xml::Element;

/// The least indentation of a first line that is one, in twentieths of a point: nearly a character of the
/// smallest print.
const LEAST_INDENT: f64 = 180.0;

/// What is said of characters. Nothing where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RunFormat {
    /// Whether they are bold.
    pub(super) bold: Option<bool>,
    /// Whether they have a line below them.
    pub(super) underlined: Option<bool>,
    /// Whether they are hidden.
    pub(super) hidden: Option<bool>,
    /// The typeface of Chinese characters.
    pub(super) typeface: Option<String>,
    /// The typeface of Latin ones, by which fonts of symbols are told.
    pub(super) latin: Option<String>,
}

/// What is said of a paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ParagraphFormat {
    /// Its level in the outline, from 0; 9 for body text.
    pub(super) outline: Option<u8>,
    /// The list that numbers it; 0 for no list.
    pub(super) list: Option<u32>,
    /// Its level in that list, from 0.
    pub(super) list_level: Option<u8>,
    /// Whether its first line is indented.
    pub(super) is_indented: Option<bool>,
    /// Whether it stands in the middle of the page.
    pub(super) is_centered: Option<bool>,
    /// Whether it begins a page.
    pub(super) begins_page: Option<bool>,
}

impl RunFormat {
    /// What an element `rPr` says.
    pub(super) fn of(properties: Option<&Element>) -> Self {
        let Some(properties) = properties else { return Self::default() };
        let fonts = properties.first("rFonts");
        let font = |name| fonts.and_then(|fonts| fonts.local_attribute(name)).map(str::to_owned);
        Self {
            bold: toggle(properties, "b"),
            underlined: toggle(properties, "u"),
            hidden: toggle(properties, "vanish"),
            typeface: font("eastAsia"),
            latin: font("ascii").or_else(|| font("hAnsi")),
        }
    }

    /// The same, and what was said before where nothing is said here.
    pub(super) fn over(self, under: &Self) -> Self {
        Self {
            bold: self.bold.or(under.bold),
            underlined: self.underlined.or(under.underlined),
            hidden: self.hidden.or(under.hidden),
            typeface: self.typeface.or_else(|| under.typeface.clone()),
            latin: self.latin.or_else(|| under.latin.clone()),
        }
    }
}

impl ParagraphFormat {
    /// What an element `pPr` says.
    pub(super) fn of(properties: Option<&Element>) -> Self {
        let Some(properties) = properties else { return Self::default() };
        let numbering = properties.first("numPr");
        let level = numbering.and_then(|numbering| number_of(numbering, "ilvl"));
        Self {
            outline: number_of(properties, "outlineLvl").and_then(|level| level.try_into().ok()),
            list: numbering.and_then(|numbering| number_of(numbering, "numId")),
            list_level: level.and_then(|level| level.try_into().ok()),
            is_indented: properties.first("ind").and_then(indentation),
            is_centered: value_of(properties, "jc").map(|side| side == "center"),
            begins_page: toggle(properties, "pageBreakBefore"),
        }
    }

    /// The same, and what was said before where nothing is said here.
    pub(super) fn over(self, under: Self) -> Self {
        Self {
            outline: self.outline.or(under.outline),
            list: self.list.or(under.list),
            list_level: self.list_level.or(under.list_level),
            is_indented: self.is_indented.or(under.is_indented),
            is_centered: self.is_centered.or(under.is_centered),
            begins_page: self.begins_page.or(under.begins_page),
        }
    }
}

/// The value of an element in this one: `<w:name w:val="…"/>`.
pub(super) fn value_of<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.first(name)?.local_attribute("val")
}

/// The value of an element in this one as a number.
pub(super) fn number_of(element: &Element, name: &str) -> Option<u32> {
    value_of(element, name)?.trim().parse().ok()
}

/// Whether a property is on: without a value it is.
pub(super) fn toggle(properties: &Element, name: &str) -> Option<bool> {
    let value = properties.first(name)?.local_attribute("val");
    Some(!matches!(value, Some("0" | "false" | "off" | "none")))
}

/// Whether a first line is indented. Characters count before lengths, as they do in print.
fn indentation(element: &Element) -> Option<bool> {
    let number = |name| element.local_attribute(name).and_then(twips);
    let hangs = ["hanging", "hangingChars"].iter().any(|name| number(name) > Some(0.0));
    if hangs {
        return Some(false);
    }
    match (number("firstLineChars"), number("firstLine")) {
        (Some(hundredths), _) if hundredths != 0.0 => Some(hundredths >= 100.0),
        (_, Some(length)) => Some(length >= LEAST_INDENT),
        (chars, None) => chars.map(|_| false),
    }
}

/// A length in twentieths of a point; the strict form of the format has units.
fn twips(value: &str) -> Option<f64> {
    let end = value.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(value.len());
    let number: f64 = value[..end].trim().parse().ok()?;
    let unit = match &value[end..] {
        "pt" => 20.0,
        "pc" | "pi" => 240.0,
        "in" => 1440.0,
        "cm" => 567.0,
        "mm" => 56.7,
        _ => 1.0,
    };
    Some(number * unit)
}
