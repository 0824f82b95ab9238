//! Fields: what an instruction says is not in print, what came of it is.

use super::reader::Reader;
use crate::exchange::formats::xml::Element;
use crate::model::RemarkKind;
use crate::received::draft::Setting;
use crate::received::numeral::circled_number;

/// Fields that show something though the file holds no result.
const DRAWN: [&str; 6] = ["EQ", "SYMBOL", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"];

/// A field that is open.
#[derive(Debug, Default)]
pub(super) struct Field {
    instruction: String,
    /// Whether its result is being read.
    is_in_result: bool,
    /// Where its result begins in the paragraph.
    start: Option<(usize, usize)>,
}

impl Field {
    /// A field whose instruction is known.
    pub(super) fn with_result(instruction: &str) -> Self {
        Self { instruction: instruction.to_owned(), is_in_result: true, start: None }
    }

    fn keyword(&self) -> String {
        self.instruction.split_whitespace().next().unwrap_or_default().to_uppercase()
    }
}

impl Reader<'_> {
    /// Opens a field.
    pub(super) fn begin_field(&mut self, mut field: Field) {
        field.start = Some(self.draft().next_place());
        self.run.fields.push(field);
    }

    /// The begin, the middle or the end of a field.
    pub(super) fn field_character(&mut self, element: &Element) {
        match element.local_attribute("fldCharType") {
            Some("begin") => self.begin_field(Field::default()),
            Some("separate") => {
                let place = self.draft().next_place();
                if let Some(field) = self.run.fields.last_mut() {
                    (field.is_in_result, field.start) = (true, Some(place));
                }
            }
            Some("end") => self.end_field(),
            _ => {}
        }
    }

    /// A piece of an instruction.
    pub(super) fn instruction(&mut self, element: &Element) {
        if let Some(field) = self.run.fields.last_mut().filter(|field| !field.is_in_result) {
            field.instruction.push_str(&element.inner_text());
        }
    }

    /// Closes the field that was opened last.
    pub(super) fn end_field(&mut self) {
        let Some(field) = self.run.fields.pop() else { return };
        if !self.is_visible() {
            return;
        }
        let keyword = field.keyword();
        if let Some(start) = field.start.filter(|_| keyword == "NOTEREF") {
            // A further mention of a note, by its number.
            let label = self.draft().words_since(start).trim().to_owned();
            if label.parse::<u16>().is_ok() {
                self.draft().mention(&label, Some(start));
            }
        }
        if field.is_in_result || !DRAWN.contains(&&*keyword) {
            return;
        }
        match in_circle(&field.instruction) {
            Some(number) => self.draft().push_words(&number, Setting::default()),
            None => self.remark(RemarkKind::Unread, field.instruction.trim()),
        }
    }

    /// Whether what is read now is the instruction of a field. A text in which a field never ends is read
    /// whole: nothing says where its instruction would end.
    pub(super) fn is_in_instruction(&self) -> bool {
        self.are_fields_whole && self.run.fields.iter().any(|field| !field.is_in_result)
    }

    /// Whether what is read now is a table of contents.
    pub(super) fn is_in_contents_field(&self) -> bool {
        self.are_fields_whole && self.run.fields.iter().any(|field| field.keyword() == "TOC")
    }
}

/// The number that an equation draws in a circle: `EQ \o\ac(○,12)`.
fn in_circle(instruction: &str) -> Option<String> {
    let inner = instruction.split_once('(')?.1.rsplit_once(')')?.0;
    let (circle, number) = inner.split_once([',', ';', '，'])?;
    let is_circle = matches!(circle.trim(), "○" | "〇" | "◯");
    circled_number(number.trim().parse().ok().filter(|_| is_circle)?)
}

/// Whether each field that begins in an element ends there.
pub(super) fn are_fields_whole(element: &Element) -> bool {
    fn balance(element: &Element) -> i64 {
        let own = match element.local_attribute("fldCharType") {
            Some("begin") => 1,
            Some("end") => -1,
            _ => 0,
        };
        own + element.elements().map(balance).sum::<i64>()
    }
    balance(element) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_drawn_in_a_circle_is_one_character() {
        assert_eq!(in_circle(r" eq \o\ac(○,12)").as_deref(), Some("⑫"));
        assert_eq!(in_circle(r"EQ \f(1,2)"), None);
    }
}
