//! A translation that came back, set against the site.

use std::collections::{BTreeMap, BTreeSet};

use super::alike::alike;
use super::base::Base;
use super::change::{Change, ChangeKind};
use super::edit::{Edit, FileChange, NewFile, edited_text};
use super::front::{self, FrontPlace};
use super::insert;
use super::list::{self, List, ListedUnit};
use super::report::TranslationReport;
use super::same::Resize;
use super::trial::Trial;
use super::unit::{self, UnitPlace};
use crate::exchange::formats::{FormatFault, in_quotes, xml};
use crate::model::{Document, Language, Page, Place, Site};
use crate::source::{Diagnosed, Diagnostic, Message, SourceFile, Sources, Span, codes, message};

/// The site as it is.
#[derive(Clone, Copy)]
pub struct PresentSite<'a> {
    /// The site.
    pub site: &'a Site,
    /// The texts it was read from.
    pub sources: &'a Sources,
    /// How a file of a language is read.
    pub parse: &'a dyn Fn(&SourceFile, &Language) -> Diagnosed<Document>,
}

/// What a translation changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BroughtChanges {
    /// The files that change.
    pub files: Vec<FileChange>,
    /// The files that are made.
    pub new_files: Vec<NewFile>,
    /// What became of each unit.
    pub report: TranslationReport,
}

/// Finds what a translation changes; a finding if it cannot be used at all.
pub fn bring_back(present: &PresentSite, file: &SourceFile) -> Result<BroughtChanges, Diagnostic> {
    let list = list::read_xliff(&file.text).map_err(|fault| unusable_list(file, fault))?;
    let language =
        target_language(present.site, &list).map_err(|fault| unusable_list(file, fault))?;
    let work = Work::new(present, language);
    let mut known = BTreeSet::new();
    let mut outcomes: Vec<Outcome> = Vec::new();
    for listed in &list.units {
        let is_second = !known.insert((&listed.original, &listed.id));
        outcomes.push(if is_second {
            Outcome::Refused("it stands in the file twice".to_owned())
        } else {
            work.outcome(listed).unwrap_or_else(Outcome::Refused)
        });
    }
    let mut brought = work.settle(&list.units, &mut outcomes);
    for (listed, outcome) in list.units.iter().zip(&outcomes) {
        let report = &mut brought.report;
        match outcome {
            Outcome::Unchanged => report.unchanged += 1,
            Outcome::Untranslated => report.untranslated += 1,
            Outcome::Refused(why) => report.add_refused(&work.name(listed), why),
            Outcome::Changed(change) if !change.is_new => report.add_changed(&work.name(listed)),
            // A page that is made is told as one.
            Outcome::Changed(_) if work.is_of_new_page(listed) => report.new += 1,
            Outcome::Changed(_) => report.add_new(&work.name(listed)),
        }
    }
    Ok(brought)
}

fn unusable_list(file: &SourceFile, fault: FormatFault) -> Diagnostic {
    let length = file.text[fault.at..].chars().next().map_or(0, char::len_utf8);
    Diagnostic::new(codes::IMPORT_LIST, fault.message)
        .at(Span::new(file.id, fault.at..fault.at + length))
        .help(fault.help)
}

/// The language a file translates into.
fn target_language<'a>(site: &'a Site, list: &List) -> Result<&'a Language, FormatFault> {
    let fault = |message: Message| FormatFault {
        at: list.at,
        message,
        help: message!("import-list-xliff-language"),
    };
    let original = site.languages.original();
    if !means(&list.source, original) {
        return Err(fault(message!("import-list-originals", language = in_quotes(&list.source))));
    }
    let translations = || site.languages.iter().skip(1);
    let is = |own: &str| own.eq_ignore_ascii_case(&list.target);
    let exact = translations().find(|language| is(&language.tag) || is(&language.code));
    let mut near = translations().filter(|language| means(&list.target, language));
    // Where two are as near, neither is meant.
    let only = near.next().filter(|_| near.next().is_none());
    exact.or(only).ok_or_else(|| {
        fault(message!("import-list-translations", language = in_quotes(&list.target)))
    })
}

/// Whether a tag begins with the same language.
fn means(tag: &str, language: &Language) -> bool {
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    !tag.is_empty() && primary(tag) == primary(&language.tag)
}

/// What becomes of a unit.
enum Outcome {
    /// The site says so already.
    Unchanged,
    /// There is no translation in it.
    Untranslated,
    /// It cannot be taken: why.
    Refused(String),
    /// It changes a place.
    Changed(Change),
}

/// A page of a report, with its places by their ids.
struct WorkPage<'a> {
    base: Base<'a>,
    places: BTreeMap<String, UnitPlace>,
}

struct Work<'a> {
    present: &'a PresentSite<'a>,
    language: &'a Language,
    /// The pages by the path of their original.
    pages: BTreeMap<&'a str, WorkPage<'a>>,
}

impl<'a> Work<'a> {
    fn new(present: &'a PresentSite<'a>, language: &'a Language) -> Self {
        let page = |page: &'a Page| {
            let path = &*present.sources.get(page.original().document.file).path;
            let places = unit::unit_places(page, language.id).into_iter();
            let places = places.map(|place| (place.id(page), place)).collect();
            (path, WorkPage { base: Base::of_page(page, present.sources, language), places })
        };
        let pages = present.site.pages.iter().filter(|page| page.report.is_some());
        Self { present, language, pages: pages.map(page).collect() }
    }

    /// What a unit is called in the report.
    fn name(&self, listed: &ListedUnit) -> String {
        match self.pages.get(listed.original.as_str()) {
            Some(page) if listed.id == "title" => page.base.page.key.clone(),
            Some(page) => format!("{}#{}", page.base.page.key, listed.id),
            None => format!("unit {} of {}", in_quotes(&listed.id), in_quotes(&listed.original)),
        }
    }

    fn is_of_new_page(&self, listed: &ListedUnit) -> bool {
        self.pages.get(listed.original.as_str()).is_some_and(|page| page.base.is_new)
    }

    /// What becomes of a unit, so far as it can be told from the unit alone; or why it is refused.
    fn outcome(&self, listed: &ListedUnit) -> Result<Outcome, String> {
        let words = listed.words.as_ref().map_err(|why| (*why).to_owned())?;
        let page = self.pages.get(listed.original.as_str());
        let page = page.ok_or("the site has no such page in a report")?;
        let place = *page.places.get(&listed.id).ok_or("the page has no such address")?;
        let name = place.name(page.base.page);
        if listed.name.as_ref().is_some_and(|own| *own != name) {
            let own = in_quotes(listed.name.as_deref().unwrap_or_default());
            return Err(format!("it says that it is {own}, but it stands where that is {name}"));
        }
        let source = unit::blocks_between_codes(&words.source);
        let target = unit::blocks_between_codes(&words.target);
        match place {
            UnitPlace::Front(front) => self.front_outcome(&page.base, front, [&source, &target]),
            UnitPlace::Body(body) => self.body_outcome(&page.base, body, &source, &target),
        }
    }

    /// What becomes of words of the front matter.
    fn front_outcome(
        &self,
        base: &Base,
        place: FrontPlace,
        words: [&[&str]; 2],
    ) -> Result<Outcome, String> {
        let [source, target] = words.map(|blocks| front::on_one_line(&blocks.join(" ")));
        let original = place.words(&base.page.original().document.front).unwrap_or_default();
        let own = front::on_one_line(&xml::possible(original));
        if target.is_empty() || self.is_copied(&own, &target) {
            return Ok(Outcome::Untranslated);
        }
        let present = if base.is_new { None } else { place.words(&base.document.front) };
        let present = present.map(|words| front::on_one_line(&xml::possible(words)));
        if present.as_ref() == Some(&target) {
            return Ok(Outcome::Unchanged);
        }
        if own != source {
            return Err(OTHER_ORIGINAL.to_owned());
        }
        Ok(Outcome::Changed(Change {
            place: UnitPlace::Front(place),
            is_new: present.is_none_or(|present| self.is_copied(&own, &present)),
            is_same: target == own,
            kind: ChangeKind::Front { place, words: target },
        }))
    }

    /// What becomes of words of the body.
    fn body_outcome(
        &self,
        base: &Base,
        place: Place,
        source: &[&str],
        blocks: &[&str],
    ) -> Result<Outcome, String> {
        let (page, sources) = (base.page, self.present.sources);
        let originals = unit::original_pieces(page, sources, place, self.language.id);
        let original = unit::joined_markdown(&originals);
        let own = xml::possible(&original);
        let new = blocks.join(unit::BETWEEN_BLOCKS);
        if new.is_empty() || self.is_copied(&own, &new) {
            return Ok(Outcome::Untranslated);
        }
        let present = base.pieces_at(sources, place);
        let old = unit::joined_markdown(&present);
        let is_said =
            !old.is_empty() && xml::possible(&old) == new && blocks.len() == present.len();
        if is_said && !base.is_new {
            return Ok(Outcome::Unchanged);
        }
        if own != source.join(unit::BETWEEN_BLOCKS) {
            return Err(OTHER_ORIGINAL.to_owned());
        }
        let compared = if present.is_empty() { &original } else { &old };
        let is_new = base.is_new || present.is_empty() || self.is_copied(&own, &old);
        alike(compared, &new, page, place, is_new)?;
        let is_same = own == new;
        let kind = if present.is_empty() {
            new_place(base, place, blocks)?
        } else {
            let range = self.range_of(&present)?;
            let (edit, resize) = if blocks.len() == present.len() {
                (Edit { range, markdown: new }, None)
            } else {
                resized(base, place, (range, new), [originals.len(), blocks.len()])?
            };
            ChangeKind::Words { edit, resize }
        };
        Ok(Outcome::Changed(Change { place: UnitPlace::Body(place), kind, is_new, is_same }))
    }

    fn is_copied(&self, own: &str, translation: &str) -> bool {
        unit::is_copied(self.present.site, self.language, own, translation)
    }

    /// The bytes of a file that a row takes, from its first block to its last.
    fn range_of(&self, present: &unit::Pieces) -> Result<std::ops::Range<usize>, String> {
        let mut whole: Option<std::ops::Range<usize>> = None;
        for (span, markdown) in present {
            let text = &self.present.sources.get(span.file).text;
            let block = text.get(span.range()).unwrap_or_default();
            let start = span.range().start + block.find(markdown).unwrap_or_default();
            let end = start + markdown.len();
            let from = match &whole {
                None => start,
                Some(before) if text[before.end..start].trim().is_empty() => before.start,
                Some(_) => {
                    return Err(
                        "something else stands between its blocks; change it by hand".into()
                    );
                }
            };
            whole = Some(from..end);
        }
        whole.ok_or_else(|| "there is nothing in its place yet".to_owned())
    }

    /// The files with all changes that leave their pages what they are; the others are refused.
    fn settle(&self, units: &[ListedUnit], outcomes: &mut [Outcome]) -> BroughtChanges {
        let mut by_page: BTreeMap<&str, Vec<(usize, Change)>> = BTreeMap::new();
        for (number, outcome) in outcomes.iter().enumerate() {
            if let Outcome::Changed(change) = outcome {
                by_page.entry(&*units[number].original).or_default().push((number, change.clone()));
            }
        }
        let PresentSite { site, sources, parse } = *self.present;
        let mut brought = BroughtChanges::default();
        for (path, mut changes) in by_page {
            let Some(WorkPage { base, .. }) = self.pages.get(path) else { continue };
            if base.is_new && changes.iter().all(|(_, change)| change.is_same) {
                // A page with nothing but names and numbers is not translated.
                for (number, _) in changes {
                    outcomes[number] = Outcome::Untranslated;
                }
                continue;
            }
            changes.sort_by_key(|(_, change)| change.order());
            let trial = Trial::new(*base, sources, self.language, parse);
            let (taken, refused) = trial.taken(changes);
            for (number, why) in refused {
                outcomes[number] = Outcome::Refused(why);
            }
            let Some(made) = trial.composed_page(&taken).filter(|_| !taken.is_empty()) else {
                continue;
            };
            let edits = made.meant.edits;
            if base.is_new {
                let path = base.path(&site.languages, self.language);
                brought
                    .report
                    .add_new_page(&path, made.front.report.map(|report| report.status.key()));
                let text = edited_text(&base.file.text, &edits);
                brought.new_files.push(NewFile { path, text });
            } else {
                brought.files.push(FileChange { file: base.file.id, edits });
            }
        }
        brought
    }
}

/// What is said where the original has changed since.
const OTHER_ORIGINAL: &str = "the original is not the one that was translated; export it again";

/// A place that has no counterpart yet.
fn new_place(base: &Base, place: Place, blocks: &[&str]) -> Result<ChangeKind, String> {
    match place {
        Place::Pair(pair) => {
            if let Some(why) = insert::refusal(base, pair) {
                return Err(why);
            }
            if blocks.len() > 1 && !is_prose(base.page, place) {
                return Err(format!("a {} cannot be parted", base.page.kind_of(place)));
            }
            let blocks = blocks.iter().map(|block| (*block).to_owned()).collect();
            Ok(ChangeKind::Blocks { pair, blocks, at: insert::place_of(base, pair) })
        }
        Place::Footnote(_) => Ok(ChangeKind::Note { markdown: blocks.join(unit::BETWEEN_BLOCKS) }),
        Place::Title => Err("the translation has no title; add one by hand".to_owned()),
    }
}

fn is_prose(page: &Page, place: Place) -> bool {
    ["paragraph", "list", "numbered list", "quotation"].contains(&page.kind_of(place))
}

/// The edit of a row that comes back in another number of blocks: with the mark that states it, in
/// place of the one that did.
fn resized(
    base: &Base,
    place: Place,
    (range, markdown): (std::ops::Range<usize>, String),
    [own, new]: [usize; 2],
) -> Result<(Edit, Option<Resize>), String> {
    let (Place::Pair(pair), true) = (place, is_prose(base.page, place)) else {
        return Err(format!("a {} cannot be parted", base.page.kind_of(place)));
    };
    let numbers = base.block_numbers(pair);
    let first = numbers.first().copied().unwrap_or_default();
    let text = &base.file.text;
    let stated = base
        .document
        .rows
        .iter()
        .rev()
        .map(|mark| mark.span.range())
        .find(|mark| mark.end <= range.start && text[mark.end..range.start].trim().is_empty());
    let start = stated.map_or(range.start, |mark| mark.start);
    let is_usual = own == 1 && new == 1;
    let mark = if is_usual { String::new() } else { format!("<!-- row {own}:{new} -->\n\n") };
    let edit = Edit { range: start..range.end, markdown: format!("{mark}{markdown}") };
    Ok((edit, Some(Resize { first, old: numbers.len(), new })))
}
