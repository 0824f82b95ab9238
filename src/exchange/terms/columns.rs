//! Lists of terms written as tables.

use super::list::{self, ListedMembers, ListedTerm, TermList};
use crate::exchange::formats::table::{self, Row};
use crate::exchange::formats::{FormatFault, cell};
use crate::model::{
    AvoidedForm, LangId, LangMap, Languages, LinkPolicy, MemberClaim, Members, TermKind,
};
use crate::source::{Placed, message};

/// What the cells of a column say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Id,
    Kind,
    /// The term as it is.
    Term(LangId),
    /// The term, and behind bars those that are as good.
    Terms(LangId),
    Pinyin,
    Admitted(LangId),
    Variants(LangId),
    Exceptions(LangId),
    Avoided(LangId),
    /// In a language, or in none that is said.
    Definition(Option<LangId>),
    Source(Option<LangId>),
    Members,
    See,
    Area,
    Link,
    /// What the site counts for itself.
    Counted,
    Unknown,
}

/// Reads a table whose head names its columns.
pub(super) fn read_columns(text: &str, languages: &Languages) -> Result<TermList, FormatFault> {
    let mut rows = table::read_table(text)?.into_iter();
    let Some(head) = rows.next() else {
        return Err(FormatFault {
            at: 0,
            message: message!("import-list-empty"),
            help: message!("import-list-empty.help"),
        });
    };
    let fields = fields(&head, languages);
    let original = languages.original().id;
    let has_terms = |field: &Field| {
        matches!(field, Field::Term(lang) | Field::Terms(lang) if *lang == original)
            || *field == Field::Id
    };
    if !fields.iter().any(has_terms) {
        return Err(FormatFault {
            at: head.at,
            message: message!("import-list-column", name = &languages.original().code),
            help: message!("import-list-column.help"),
        });
    }
    let mut terms = TermList::default();
    for (name, field) in head.cells.iter().zip(&fields) {
        if *field == Field::Unknown && !name.trim().is_empty() {
            terms.add_unread(format!("the column `{}`", list::one_line(name)));
        }
    }
    for row in rows {
        let extra = row.cells.iter().skip(fields.len());
        if extra.into_iter().any(|cell| !cell.trim().is_empty()) {
            return Err(FormatFault {
                at: row.at,
                message: message!(
                    "import-list-long-row",
                    cells = row.cells.len(),
                    columns = fields.len(),
                ),
                help: message!("import-list-long-row.help"),
            });
        }
        let listed = row_entry(&row, &fields, languages, &mut terms);
        if !listed.is_empty() {
            terms.entries.push(listed);
        }
    }
    Ok(terms)
}

/// What each column says. `source` is the original where no other column holds it, else where a
/// term comes from.
fn fields(head: &Row, languages: &Languages) -> Vec<Field> {
    let mut fields: Vec<Field> = head.cells.iter().map(|name| field(name, languages)).collect();
    let holds = |fields: &[Field], lang: LangId| {
        fields.iter().any(|field| [Field::Term(lang), Field::Terms(lang)].contains(field))
    };
    let original = languages.original().id;
    if !holds(&fields, original)
        && let Some(source) = fields.iter().position(|field| *field == Field::Source(None))
    {
        fields[source] = Field::Terms(original);
    }
    let target = head.cells.iter().position(|name| name.trim().eq_ignore_ascii_case("target"));
    let translation = languages.iter().nth(1).map(|language| language.id);
    if let (Some(target), Some(translation)) = (target, translation)
        && !holds(&fields, translation)
    {
        fields[target] = Field::Terms(translation);
    }
    fields
}

/// What a column of this name says.
fn field(name: &str, languages: &Languages) -> Field {
    type InLanguage = fn(LangId) -> Field;
    const IN_LANGUAGES: [(&str, InLanguage); 9] = [
        ("term", Field::Term),
        ("preferred", Field::Term),
        ("admitted", Field::Admitted),
        ("variants", Field::Variants),
        ("exceptions", Field::Exceptions),
        ("avoided", Field::Avoided),
        ("definition", |lang| Field::Definition(Some(lang))),
        ("source", |lang| Field::Source(Some(lang))),
        ("occurrences", |_| Field::Counted),
    ];
    let name = name.trim().trim_start_matches('\u{feff}').to_lowercase();
    match name.as_str() {
        "id" => return Field::Id,
        "kind" => return Field::Kind,
        "pinyin" => return Field::Pinyin,
        "definition" => return Field::Definition(None),
        "source" => return Field::Source(None),
        "members" => return Field::Members,
        "see" => return Field::See,
        "area" => return Field::Area,
        "link" => return Field::Link,
        _ => {}
    }
    if let Some(lang) = list::language_of_tag(&name, languages) {
        return Field::Terms(lang);
    }
    let is_between = |c: char| !c.is_alphanumeric();
    IN_LANGUAGES
        .iter()
        .find_map(|(prefix, field)| {
            let rest = name.strip_prefix(prefix)?;
            let tag = rest.strip_prefix(is_between)?.trim_matches(is_between);
            list::language_of_tag(tag, languages).map(field)
        })
        .unwrap_or(Field::Unknown)
}

fn row_entry(
    row: &Row,
    fields: &[Field],
    languages: &Languages,
    terms: &mut TermList,
) -> ListedTerm {
    let mut listed = ListedTerm::new(row.at, languages);
    for (cell, field) in row.cells.iter().zip(fields) {
        if !cell.trim().is_empty() {
            say(cell, *field, languages, &mut listed, terms);
        }
    }
    for map in [&mut listed.definition, &mut listed.source] {
        join_languages(map, languages);
    }
    listed
}

fn say(
    cell: &str,
    field: Field,
    languages: &Languages,
    listed: &mut ListedTerm,
    terms: &mut TermList,
) {
    let is_code = |word: &str| languages.find(word).is_some();
    let several = || cell::values(cell).into_iter().map(|value| list::one_line(&value));
    let code = |lang: Option<LangId>| lang.map(|lang| languages.get(lang).code.clone());
    match field {
        Field::Id => listed.id = Some(list::one_line(cell)),
        Field::Term(lang) => listed.rendering(lang, list::one_line(cell)),
        Field::Terms(lang) | Field::Admitted(lang) => {
            let forms = several();
            if matches!(field, Field::Terms(_)) {
                forms.for_each(|form| listed.rendering(lang, form));
            } else {
                listed.wording_mut(lang).admitted.extend(forms);
            }
        }
        Field::Variants(lang) => listed.wording_mut(lang).variants.extend(several()),
        Field::Exceptions(lang) => listed.wording_mut(lang).exceptions.extend(several()),
        Field::Avoided(lang) => {
            let values = cell::rich_values(cell, &is_code).into_iter();
            let values = values.filter(|value| !value.text.is_empty());
            listed.wording_mut(lang).avoided.extend(values.map(|value| AvoidedForm {
                form: list::one_line(&value.text),
                why: words_by_language(value.words),
            }));
        }
        Field::Definition(lang) => {
            listed.definition.0.insert(code(lang).unwrap_or_default(), list::clean_words(cell));
        }
        Field::Source(lang) => {
            listed.source.0.insert(code(lang).unwrap_or_default(), list::clean_words(cell));
        }
        Field::Pinyin => listed.pinyin = Some(list::one_line(cell)),
        Field::Members => listed.members = Some(member_cell(cell, &is_code)),
        Field::See => listed.see.extend(several()),
        Field::Area => listed.area = Some(list::one_line(cell)),
        Field::Kind => listed.kind = known("kind", cell, &TermKind::ALL, terms),
        Field::Link => listed.link = known("link", cell, &LinkPolicy::ALL, terms),
        Field::Counted | Field::Unknown => {}
    }
}

/// One of the words of the site.
pub(super) fn known<T: Copy>(
    what: &str,
    word: &str,
    all: &[(&str, T)],
    terms: &mut TermList,
) -> Option<T> {
    let word = list::one_line(word);
    let found = all.iter().find(|(key, _)| *key == word).map(|(_, value)| *value);
    if found.is_none() {
        terms.add_unread(format!("the {what} `{word}`"));
    }
    found
}

fn member_cell(cell: &str, is_code: &dyn Fn(&str) -> bool) -> ListedMembers {
    match cell.trim() {
        "none" => return ListedMembers::Plain(Members::None),
        "unknown" => return ListedMembers::Plain(Members::Unknown),
        _ => {}
    }
    let member = |value: cell::Value| {
        if value.text.is_empty() {
            MemberClaim::Words(words_by_language(value.words))
        } else {
            MemberClaim::Id(Placed::nowhere(list::one_line(&value.text)))
        }
    };
    ListedMembers::Listed(cell::rich_values(cell, is_code).into_iter().map(member).collect())
}

fn words_by_language(words: cell::WordsByCode) -> LangMap {
    LangMap(words.into_iter().map(|(code, words)| (code, list::clean_words(&words))).collect())
}

/// Words that are the same in every language of the site stand for all of them.
fn join_languages(map: &mut LangMap, languages: &Languages) {
    let Some(first) = map.get(&languages.original().code) else { return };
    let is_one = languages.len() > 1
        && languages.iter().all(|language| map.get(&language.code) == Some(first));
    if is_one {
        *map = LangMap([(String::new(), first.to_owned())].into());
    }
}
