//! The runs of a paragraph: words, and all that stands between them.

use super::field::Field;
use super::format::{RunFormat, value_of};
use super::notes::NoteKind;
use super::reader::Reader;
use super::symbol::{is_symbol_font, symbol};
use super::{chosen, plain_words};
use crate::exchange::formats::xml::Element;
use crate::model::RemarkKind;
use crate::received::draft::{BreakKind, Draft, Setting, is_head_typeface};

/// Where the reading of runs stands.
#[derive(Debug, Default)]
pub(super) struct RunState {
    /// Fields that are open, the outermost first.
    pub(super) fields: Vec<Field>,
    /// The words of the deletion that is being read.
    deleted: Option<String>,
    /// The words of the insertion that is being read.
    inserted: Option<String>,
    /// The change that was told last: in which paragraph, and where it ended.
    last_change: Option<(RemarkKind, usize, (usize, usize))>,
    /// What the style of the paragraph says of characters.
    pub(super) of_paragraph: RunFormat,
}

impl Reader<'_> {
    /// Reads what stands in a paragraph, or in a part of one.
    pub(super) fn read_inline(&mut self, element: &Element) {
        for child in element.elements() {
            match &*child.name {
                "r" => self.read_run(child),
                "ins" | "moveTo" => self.insertion(child),
                "del" | "moveFrom" => self.deletion(child),
                "sdt" => self.read_first(child, "sdtContent"),
                "fldSimple" => {
                    let instruction = child.local_attribute("instr").unwrap_or_default();
                    self.begin_field(Field::with_result(instruction));
                    self.read_inline(child);
                    self.end_field();
                }
                "AlternateContent" => {
                    if let Some(one) = chosen(child) {
                        self.read_inline(one);
                    }
                }
                "commentRangeStart" | "commentReference" => self.comment(child),
                "oMath" | "oMathPara" => {
                    let words = plain_words(child);
                    self.push_words(&words, &RunFormat::default());
                    self.remark(RemarkKind::Unread, &words);
                }
                "subDoc" => self.remark(RemarkKind::Unread, "subDoc"),
                "hyperlink" | "smartTag" | "customXml" | "dir" | "bdo" | "rubyBase" => {
                    self.read_inline(child);
                }
                _ => {}
            }
        }
    }

    /// Reads what stands in the first part of this name.
    fn read_first(&mut self, element: &Element, name: &str) {
        if let Some(part) = element.first(name) {
            self.read_inline(part);
        }
    }

    fn insertion(&mut self, element: &Element) {
        let start = self.draft().next_place();
        let outer = self.run.inserted.replace(String::new());
        self.read_inline(element);
        let words = std::mem::replace(&mut self.run.inserted, outer).unwrap_or_default();
        self.tell_change(RemarkKind::Inserted, &words, start);
    }

    fn deletion(&mut self, element: &Element) {
        let start = self.draft().next_place();
        let outer = self.run.deleted.replace(String::new());
        self.read_inline(element);
        let words = std::mem::replace(&mut self.run.deleted, outer).unwrap_or_default();
        self.tell_change(RemarkKind::Deleted, &words, start);
    }

    /// Says what was changed. Programs cut one change into several where the script of its words changes:
    /// what goes on where the last one ended is one with it.
    fn tell_change(&mut self, kind: RemarkKind, words: &str, start: (usize, usize)) {
        if words.trim().is_empty() {
            return;
        }
        let number = self.number;
        let goes_on = self.run.last_change == Some((kind, number, start));
        self.run.last_change = Some((kind, number, self.draft().next_place()));
        match self.content.remarks.last_mut().filter(|last| goes_on && last.kind == kind) {
            Some(last) => last.words.push_str(words.trim_end()),
            None => self.remark(kind, words),
        }
    }

    fn read_run(&mut self, run: &Element) {
        let format = self.styles.of_run(run.first("rPr"), &self.run.of_paragraph);
        let mut is_mark_read = false;
        for part in run.elements() {
            match &*part.name {
                // A mark that was typed for a note has been read with the note.
                "t" | "sym" if is_mark_read => {}
                "footnoteReference" | "endnoteReference" if format.hidden != Some(true) => {
                    is_mark_read = self.reference(run, part);
                }
                _ => self.run_part(part, &format),
            }
        }
    }

    fn run_part(&mut self, part: &Element, format: &RunFormat) {
        match &*part.name {
            // What is hidden is left out, but fields begin and end there.
            "fldChar" => self.field_character(part),
            "instrText" => self.instruction(part),
            _ if format.hidden == Some(true) => {}
            "delText" if self.run.deleted.is_none() => {}
            "t" | "delText" => self.push_words(&typed_text(part), format),
            "tab" | "ptab" => self.push_words("\t", format),
            "br" => match part.local_attribute("type") {
                Some("page") => self.break_here(BreakKind::Page),
                Some("column") => {}
                _ => self.break_here(BreakKind::Line),
            },
            "cr" => self.break_here(BreakKind::Line),
            "noBreakHyphen" => self.push_words("-", format),
            "sym" | "symEx" => self.symbol(part, format),
            "ruby" => self.read_first(part, "rubyBase"),
            "commentReference" => self.comment(part),
            "AlternateContent" => {
                let parts = chosen(part).into_iter().flat_map(Element::elements);
                parts.for_each(|part| self.run_part(part, format));
            }
            "drawing" | "pict" | "object" => self.drawing(part),
            _ => {}
        }
    }

    /// Adds words where they count: to the text, or to what is deleted.
    pub(super) fn push_words(&mut self, text: &str, format: &RunFormat) {
        if let Some(deleted) = &mut self.run.deleted {
            deleted.push_str(text);
            return;
        }
        if self.is_in_instruction() {
            return;
        }
        let text = self.without_symbols(text, format);
        if let Some(inserted) = &mut self.run.inserted {
            inserted.push_str(&text);
        }
        let typeface = format.typeface.as_deref().unwrap_or_default();
        let is_head = is_head_typeface(typeface) && self.main_typeface.as_deref() != Some(typeface);
        let setting = Setting {
            is_strong: format.bold == Some(true),
            is_underlined: format.underlined == Some(true),
            is_head,
        };
        let is_contents = self.is_in_contents_field();
        let draft = self.draft();
        if draft.is_empty() && !text.trim().is_empty() {
            draft.is_contents = is_contents;
        }
        draft.push_words(&text, setting);
    }

    /// The same words; what stands in a font of symbols is the characters that are seen.
    fn without_symbols(&mut self, text: &str, format: &RunFormat) -> String {
        let font = format.latin.as_deref().unwrap_or_default();
        if !is_symbol_font(font) {
            return text.to_owned();
        }
        let is_sign = |c: char| ('\u{f000}'..='\u{f0ff}').contains(&c);
        let seen = |c: char| if is_sign(c) { symbol(font, c.into()) } else { Some(c) };
        if text.chars().any(|c| seen(c).is_none()) {
            self.remark(RemarkKind::Undecoded, font);
        }
        text.chars().map(|c| seen(c).unwrap_or('\u{fffd}')).collect()
    }

    fn symbol(&mut self, element: &Element, format: &RunFormat) {
        let font = element.local_attribute("font").unwrap_or_default();
        let code = element.local_attribute("char").unwrap_or_default();
        let sign = u32::from_str_radix(code, 16).ok().and_then(|code| symbol(font, code));
        if sign.is_none() && self.is_visible() {
            self.remark(RemarkKind::Undecoded, &format!("{font} {code}"));
        }
        let format = RunFormat { latin: None, ..format.clone() };
        self.push_words(sign.unwrap_or('\u{fffd}').encode_utf8(&mut [0; 4]), &format);
    }

    fn break_here(&mut self, kind: BreakKind) {
        if self.is_visible() {
            self.draft().break_here(kind);
        }
    }

    /// The mention of a note. Whether its mark was typed by hand and has been read with it.
    fn reference(&mut self, run: &Element, reference: &Element) -> bool {
        let Some(id) = reference.local_attribute("id").filter(|_| self.is_visible()) else {
            return false;
        };
        let is_typed =
            matches!(reference.local_attribute("customMarkFollows"), Some("1" | "true" | "on"));
        let typed: String =
            run.elements().filter(|part| is_typed && part.name == "t").map(typed_text).collect();
        let kind = match &*reference.name {
            "endnoteReference" => NoteKind::Endnote,
            _ => NoteKind::Footnote,
        };
        let line = self.draft().line;
        let (label, is_own) = self.notes.mentioned(kind, id, typed.trim(), line);
        if self.around.is_in_cell {
            self.draft().push_words(&format!("［{label}］"), Setting::default());
        } else {
            let start = self.draft().next_place();
            if is_own {
                self.draft().push_words(typed.trim(), Setting::default());
            }
            self.draft().mention(&label, Some(start));
        }
        is_typed
    }

    /// Says what a comment says, where it is met first.
    pub(super) fn comment(&mut self, element: &Element) {
        let Some(id) = element.local_attribute("id") else { return };
        if let Some(words) = self.comments.remove(id) {
            self.remark(RemarkKind::Comment, &words);
        }
    }

    /// Whether what is read now is seen: it is not deleted, and no instruction of a field.
    pub(super) fn is_visible(&self) -> bool {
        self.run.deleted.is_none() && !self.is_in_instruction()
    }

    /// The paragraph that is being read.
    pub(super) fn draft(&mut self) -> &mut Draft {
        let line = self.number;
        self.draft.get_or_insert_with(|| Draft::new(line))
    }
}

/// The text of an element `t`. Blanks at its ends count only where the file says so.
pub(super) fn typed_text(element: &Element) -> String {
    let text = element.inner_text();
    match element.local_attribute("space") {
        Some("preserve") => text,
        _ => text.trim_matches([' ', '\t', '\n', '\r']).to_owned(),
    }
}

/// The typeface that most Chinese characters of a text are in: not one that tells heads.
pub(super) fn main_typeface(styles: &super::styles::Styles, body: &Element) -> Option<String> {
    let mut counts = std::collections::BTreeMap::new();
    count_typefaces(styles, body, &RunFormat::default(), &mut counts);
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(typeface, _)| typeface)
}

fn count_typefaces(
    styles: &super::styles::Styles,
    element: &Element,
    of_paragraph: &RunFormat,
    counts: &mut std::collections::BTreeMap<String, usize>,
) {
    for child in element.elements() {
        match &*child.name {
            "p" => {
                let style =
                    child.first("pPr").and_then(|properties| value_of(properties, "pStyle"));
                let run = styles.of_paragraph(style).run;
                count_typefaces(styles, child, &run, counts);
            }
            "r" => {
                let texts = child.elements().filter(|part| part.name == "t");
                let wide = texts
                    .map(|text| text.inner_text().chars().filter(|c| !c.is_ascii()).count())
                    .sum::<usize>();
                let format = styles.of_run(child.first("rPr"), of_paragraph);
                *counts.entry(format.typeface.unwrap_or_default()).or_default() += wide;
            }
            _ => count_typefaces(styles, child, of_paragraph, counts),
        }
    }
}
