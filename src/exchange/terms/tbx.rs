//! Lists of terms written as TBX: the form of 2019 in both its styles, and that of 2008.
//!
//! What stands in groups (`descripGrp`, `termGrp`, …) is read as if it stood beside them.

use super::columns::known;
use super::list::{self, ListedTerm, TermList};
use crate::exchange::formats::FormatFault;
use crate::exchange::formats::tbx::{self, CURRENT, OLDER, TbxForm};
use crate::exchange::formats::xml::{self, Element};
use crate::model::{AvoidedForm, LangId, LangMap, Languages, TermKind};
use crate::source::message;

/// Reads a term base.
pub(super) fn read_tbx(text: &str, languages: &Languages) -> Result<TermList, FormatFault> {
    let root = xml::read_xml(text)?;
    let form = match root.name.as_str() {
        name if name == CURRENT.root => CURRENT,
        name if name == OLDER.root => OLDER,
        name => {
            return Err(FormatFault {
                at: root.at,
                message: message!("import-list-tbx-root", name = list::one_line(name)),
                help: message!("import-list-tbx-root.help"),
            });
        }
    };
    let body = root.first("text").and_then(|text| text.first("body"));
    let Some(body) = body else {
        return Err(FormatFault {
            at: root.at,
            message: message!("import-list-tbx-body"),
            help: message!("import-list-tbx-body.help"),
        });
    };
    let mut reader = Reader { form, languages, terms: TermList::default() };
    for element in body.elements() {
        if element.name == form.concept {
            let listed = reader.read_concept(element);
            reader.terms.entries.push(listed);
        } else {
            reader.report_unread(element);
        }
    }
    Ok(reader.terms)
}

struct Reader<'a> {
    form: TbxForm,
    languages: &'a Languages,
    terms: TermList,
}

/// What is said in one place: its category, its words, and the element.
struct TbxValue<'e> {
    category: String,
    element: &'e Element,
}

/// A term of a language.
struct Term {
    words: String,
    status: Status,
    why: LangMap,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Preferred,
    /// Admitted, or nobody says.
    Other,
    Variant,
    Avoided,
}

/// The data in an element, those of its groups as well.
fn said_data<'e>(element: &'e Element, all: &mut Vec<TbxValue<'e>>) {
    for inner in element.elements() {
        if inner.name.ends_with("Grp") {
            said_data(inner, all);
        } else {
            // In the other style of 2019 the element itself is named as the category.
            let named = inner.attribute("type").filter(|_| !inner.has_prefix);
            let category = named.unwrap_or(&inner.name).to_owned();
            all.push(TbxValue { category, element: inner });
        }
    }
}

impl Reader<'_> {
    fn report_unread(&mut self, element: &Element) {
        let category = element.attribute("type").unwrap_or(&element.name);
        self.terms.add_unread(format!("`{}`", list::one_line(category)));
    }

    fn read_concept(&mut self, concept: &Element) -> ListedTerm {
        let mut listed = ListedTerm::new(concept.at, self.languages);
        listed.id = concept.attribute("id").map(list::one_line).filter(|id| !id.is_empty());
        let mut all = Vec::new();
        said_data(concept, &mut all);
        for TbxValue { category, element } in all {
            match category.as_str() {
                name if name == self.form.language => self.read_language(element, &mut listed),
                tbx::SUBJECT_FIELD => {
                    let word = element.inner_text();
                    let kind = known(tbx::SUBJECT_FIELD, &word, &TermKind::ALL, &mut self.terms);
                    listed.kind = listed.kind.or(kind);
                }
                tbx::DEFINITION => self.read_words(element, &mut listed.definition),
                tbx::SOURCE => self.read_words(element, &mut listed.source),
                tbx::CROSS_REFERENCE => {
                    let target = element.attribute("target").unwrap_or_default();
                    listed.see.push(list::one_line(target));
                }
                // The pages of the terms themselves.
                tbx::EXTERNAL => {}
                _ => self.report_unread(element),
            }
        }
        listed
    }

    /// Words in the language they say, else for every language; those said first are kept.
    fn read_words(&mut self, element: &Element, map: &mut LangMap) {
        let tag = element.attribute("xml:lang").filter(|tag| *tag != "und");
        let code = match tag {
            None => String::new(),
            Some(tag) => match list::language_of_tag(tag, self.languages) {
                Some(lang) => self.languages.get(lang).code.clone(),
                None => {
                    return self
                        .terms
                        .add_unread(format!("the language `{}`", list::one_line(tag)));
                }
            },
        };
        map.0.entry(code).or_insert_with(|| paragraph(&element.inner_text()));
    }

    fn read_language(&mut self, element: &Element, listed: &mut ListedTerm) {
        let tag = element.attribute("xml:lang").unwrap_or_default();
        let Some(lang) = list::language_of_tag(tag, self.languages) else {
            return self.terms.add_unread(format!("the language `{}`", list::one_line(tag)));
        };
        let mut all = Vec::new();
        said_data(element, &mut all);
        let mut terms = Vec::new();
        for TbxValue { category, element } in all {
            match category.as_str() {
                name if name == self.form.term || name == "ntig" => {
                    terms.extend(self.read_term(element, lang, listed));
                }
                tbx::DEFINITION => self.definition(element, lang, listed),
                tbx::EXTERNAL => {}
                _ => self.report_unread(element),
            }
        }
        // The one said to be preferred comes before those that stand before it.
        terms.sort_by_key(|term| term.status != Status::Preferred);
        for Term { words, status, why } in terms {
            let wording = listed.wording_mut(lang);
            match status {
                Status::Avoided => wording.avoided.push(AvoidedForm { form: words, why }),
                Status::Variant => wording.variants.push(words),
                Status::Preferred | Status::Other => listed.rendering(lang, words),
            }
        }
    }

    fn definition(&mut self, element: &Element, lang: LangId, listed: &mut ListedTerm) {
        let code = self.languages.get(lang).code.clone();
        listed.definition.0.entry(code).or_insert_with(|| paragraph(&element.inner_text()));
    }

    fn read_term(
        &mut self,
        element: &Element,
        lang: LangId,
        listed: &mut ListedTerm,
    ) -> Option<Term> {
        let mut all = Vec::new();
        said_data(element, &mut all);
        let mut words = String::new();
        let mut status = Status::Other;
        let mut notes = Vec::new();
        for TbxValue { category, element } in all {
            let text = || list::one_line(&element.inner_text());
            match category.as_str() {
                "term" => words = text(),
                tbx::STATUS => match text().as_str() {
                    tbx::PREFERRED => status = Status::Preferred,
                    tbx::DEPRECATED | tbx::SUPERSEDED => status = Status::Avoided,
                    tbx::ADMITTED => {}
                    _ => self.report_unread(element),
                },
                tbx::TERM_TYPE if text() == tbx::VARIANT => {
                    status = if status == Status::Avoided { status } else { Status::Variant };
                }
                tbx::DEFINITION => self.definition(element, lang, listed),
                "note" => notes.push(element),
                tbx::EXTERNAL => {}
                _ => self.report_unread(element),
            }
        }
        let mut why = LangMap::default();
        for note in notes {
            let text = note.inner_text();
            if let Some(pinyin) = text.trim().strip_prefix(tbx::PINYIN) {
                listed.pinyin = Some(list::one_line(pinyin));
            } else if status == Status::Avoided {
                self.read_words(note, &mut why);
            } else {
                self.report_unread(note);
            }
        }
        (!words.is_empty()).then_some(Term { words, status, why })
    }
}

/// Words as a paragraph: a line end with blanks behind it only sets the file, one without is meant.
fn paragraph(text: &str) -> String {
    let mut paragraph = String::with_capacity(text.len());
    for (number, line) in text.trim().lines().enumerate() {
        let is_set = line.starts_with([' ', '\t']);
        if number > 0 {
            paragraph.push(if is_set { ' ' } else { '\n' });
        }
        paragraph.push_str(line.trim());
    }
    list::clean_words(&paragraph)
}
