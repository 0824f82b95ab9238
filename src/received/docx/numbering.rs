//! The automatic numbers of a DOCX: they stand in print and are part of the text, but the file holds only how
//! they are counted.

use std::collections::{BTreeMap, BTreeSet};

use super::format::{number_of, toggle, value_of};
use crate::exchange::formats::xml::Element;
use crate::received::numeral::numeral;

/// How many levels a list has.
const LEVELS: usize = 9;

/// How many lists may lead to one another.
const LONGEST_CHAIN: usize = 8;

/// What stands before a paragraph of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ListLabel {
    /// A bullet, how deep.
    Bullet(u8),
    /// A number with what parts it from the text.
    Number {
        /// The words.
        text: String,
        /// The manner of numbering, if it is not known; the number is in digits then.
        unknown: Option<String>,
    },
}

/// A level of a list.
#[derive(Debug, Clone)]
struct Level {
    start: u32,
    manner: String,
    text: String,
    has_blank: bool,
    /// The level from 1 at or above which a paragraph starts this one anew; 0 for never.
    restart: Option<u32>,
    is_legal: bool,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
}

/// The levels of a list.
type Levels = BTreeMap<usize, Level>;

/// A list as paragraphs name it.
#[derive(Debug, Default)]
struct List {
    definition: u32,
    /// Levels that are defined for this list alone.
    levels: Levels,
    /// What levels begin with when the list is first used.
    starts: BTreeMap<usize, u32>,
}

/// What a definition of lists is, or where it is to be found.
#[derive(Debug, Default)]
struct Definition {
    levels: Levels,
    /// The style of numbering that defines it.
    defined_by: Option<String>,
}

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: BTreeMap<u32, List>,
    definitions: BTreeMap<u32, Definition>,
    /// The definitions of styles of numbering.
    by_style: BTreeMap<String, u32>,
    counts: BTreeMap<u32, [Option<u32>; LEVELS]>,
    /// Lists and levels that have begun with a start of their own.
    begun: BTreeSet<(u32, usize)>,
}

impl Numbering {
    /// The lists of a part `numbering`.
    pub(super) fn of(root: Option<&Element>) -> Self {
        let mut numbering = Self::default();
        for element in root.iter().flat_map(|root| root.elements()) {
            let id = |name| element.local_attribute(name).and_then(|id| id.parse().ok());
            match (&*element.name, id("abstractNumId"), id("numId")) {
                ("abstractNum", Some(id), _) => {
                    if let Some(style) = value_of(element, "styleLink") {
                        numbering.by_style.insert(style.to_owned(), id);
                    }
                    let defined_by = value_of(element, "numStyleLink").map(str::to_owned);
                    let definition = Definition { levels: levels_of(element), defined_by };
                    numbering.definitions.insert(id, definition);
                }
                ("num", _, Some(id)) => drop(numbering.lists.insert(id, list_of(element))),
                _ => {}
            }
        }
        numbering
    }

    /// The level of a list that belongs to a style.
    pub(super) fn level_of_style(&self, list: u32, style: &str) -> Option<u8> {
        let levels = &self.definitions.get(&self.definition_of(list)?)?.levels;
        let found = levels.iter().find(|(_, level)| level.style.as_deref() == Some(style));
        found.and_then(|(level, _)| u8::try_from(*level).ok())
    }

    /// The definition that counts a list.
    fn definition_of(&self, list: u32) -> Option<u32> {
        let mut id = self.lists.get(&list)?.definition;
        for _ in 0..LONGEST_CHAIN {
            let style = self.definitions.get(&id)?.defined_by.as_ref();
            match style.and_then(|style| self.by_style.get(style)) {
                Some(other) if *other != id => id = *other,
                _ => break,
            }
        }
        Some(id)
    }

    fn level_in(&self, list: u32, definition: u32, level: usize) -> Option<&Level> {
        let own = self.lists.get(&list)?.levels.get(&level);
        own.or_else(|| self.definitions.get(&definition)?.levels.get(&level))
    }

    /// Counts a paragraph of a list, and says what stands before it.
    pub(super) fn next_label(&mut self, list: u32, level: u8) -> Option<ListLabel> {
        let depth = usize::from(level).min(LEVELS - 1);
        let definition = self.definition_of(list)?;
        let own = self.level_in(list, definition, depth)?.clone();
        self.count(list, definition, depth, own.start);
        if own.manner == "bullet" {
            // A dash that opens a paragraph is a word of official texts, other bullets are form.
            let is_dash = own.text.starts_with('—') && own.text.chars().all(|c| c == '—');
            let dash = ListLabel::Number { text: own.text, unknown: None };
            return Some(if is_dash { dash } else { ListLabel::Bullet(level) });
        }
        let (mut text, unknown) = self.number_text(list, definition, &own);
        // What a mark of a Chinese text parts needs no blank.
        let is_parted = text.ends_with(['、', '）', '．', '：', '】', '〕', '］']);
        if own.has_blank && !text.is_empty() && !is_parted {
            text.push(' ');
        }
        Some(ListLabel::Number { text, unknown })
    }

    fn count(&mut self, list: u32, definition: u32, depth: usize, start: u32) {
        let own_start = self.lists.get(&list).and_then(|list| list.starts.get(&depth)).copied();
        let begins = own_start.filter(|_| self.begun.insert((list, depth)));
        let restarts: Vec<usize> = (depth + 1..LEVELS)
            .filter(|deeper| {
                let restart =
                    self.level_in(list, definition, *deeper).and_then(|level| level.restart);
                restart.is_none_or(|after| u32::try_from(depth).is_ok_and(|depth| depth < after))
            })
            .collect();
        let counts = self.counts.entry(definition).or_default();
        let next = counts[depth].map_or(start, |count| count.saturating_add(1));
        counts[depth] = Some(begins.unwrap_or(next));
        for deeper in restarts {
            counts[deeper] = None;
        }
    }

    /// The text of a level, with the numbers of all levels it names.
    fn number_text(&self, list: u32, definition: u32, own: &Level) -> (String, Option<String>) {
        let counts = self.counts.get(&definition).copied().unwrap_or_default();
        let mut text = String::new();
        let mut unknown = None;
        let mut rest = own.text.as_str();
        while let Some(c) = rest.chars().next() {
            let after = &rest[c.len_utf8()..];
            let named = after.bytes().next().filter(|b| c == '%' && (b'1'..=b'9').contains(b));
            let Some(named) = named else {
                text.push(c);
                rest = after;
                continue;
            };
            rest = &after[1..];
            let depth = usize::from(named - b'1');
            let Some(level) = self.level_in(list, definition, depth) else { continue };
            let number = counts[depth].unwrap_or(level.start);
            let manner = if own.is_legal { "decimal" } else { &level.manner };
            text.push_str(&numeral(manner, number).unwrap_or_else(|| {
                unknown = Some(manner.to_owned());
                number.to_string()
            }));
        }
        (text, unknown)
    }
}

fn list_of(element: &Element) -> List {
    let mut list =
        List { definition: number_of(element, "abstractNumId").unwrap_or(0), ..List::default() };
    for change in element.elements().filter(|element| element.name == "lvlOverride") {
        let Some(depth) = depth_of(change) else { continue };
        if let Some(start) = number_of(change, "startOverride") {
            list.starts.insert(depth, start);
        }
        if let Some(level) = change.first("lvl") {
            list.levels.insert(depth, level_of(level));
        }
    }
    list
}

fn levels_of(element: &Element) -> Levels {
    let levels = element.elements().filter(|element| element.name == "lvl");
    levels.filter_map(|level| Some((depth_of(level)?, level_of(level)))).collect()
}

fn depth_of(element: &Element) -> Option<usize> {
    element.local_attribute("ilvl")?.parse().ok().filter(|depth| *depth < LEVELS)
}

fn level_of(element: &Element) -> Level {
    // A manner of its own stands beside one that older programs know.
    let choice = element.first("AlternateContent").and_then(|both| both.first("Fallback"));
    let manner =
        value_of(element, "numFmt").or_else(|| value_of(choice?, "numFmt")).unwrap_or("decimal");
    Level {
        start: number_of(element, "start").unwrap_or(0),
        manner: manner.to_owned(),
        text: value_of(element, "lvlText").unwrap_or_default().to_owned(),
        has_blank: value_of(element, "suff") != Some("nothing"),
        restart: number_of(element, "lvlRestart"),
        is_legal: toggle(element, "isLgl").unwrap_or(false),
        style: value_of(element, "pStyle").map(str::to_owned),
    }
}
