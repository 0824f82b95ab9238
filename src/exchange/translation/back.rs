//! A translation that came back, set against the site.

use std::collections::{BTreeMap, BTreeSet};

use super::edit::{Edit, FileChange, edited_text};
use super::list::{self, List, ListedUnit};
use super::report::TranslationReport;
use super::same::Resize;
use super::{same, unit};
use crate::exchange::formats::{FormatFault, in_quotes, xml};
use crate::model::{Block, Document, Language, Page, PageId, Place, Site};
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
    /// What became of each unit.
    pub report: TranslationReport,
}

/// Finds what a translation changes; a finding if it cannot be used at all.
pub fn bring_back(present: &PresentSite, file: &SourceFile) -> Result<BroughtChanges, Diagnostic> {
    let list = list::read_xliff(&file.text).map_err(|fault| unusable_list(file, fault))?;
    let language =
        target_language(present.site, &list).map_err(|fault| unusable_list(file, fault))?;
    let pages = present.site.pages.iter().filter(|page| page.report.is_some());
    let work = Work {
        present,
        language,
        pages: pages
            .map(|page| {
                let path = &*present.sources.get(page.original().document.file).path;
                let places = unit::translatable_places(page, language.id)
                    .map(|place| (unit::id(page, place), place));
                (path, (page, places.collect()))
            })
            .collect(),
    };
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
    let files = work.settle(&mut outcomes);
    let mut report = TranslationReport::default();
    for (listed, outcome) in list.units.iter().zip(&outcomes) {
        match outcome {
            Outcome::Unchanged => report.unchanged += 1,
            Outcome::Untranslated => report.untranslated += 1,
            Outcome::Refused(why) => report.add_refused(&work.name(listed), why),
            Outcome::Changed(_) => report.changed(&work.name(listed)),
        }
    }
    Ok(BroughtChanges { files, report })
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

/// A change of a place.
#[derive(Clone)]
struct Change {
    page: PageId,
    place: Place,
    edit: Edit,
    /// Where the row comes back in another number of blocks.
    resize: Option<Resize>,
}

struct Work<'a> {
    present: &'a PresentSite<'a>,
    language: &'a Language,
    /// The pages with their places by id, by the path of their original.
    pages: BTreeMap<&'a str, (&'a Page, BTreeMap<String, Place>)>,
}

impl Work<'_> {
    /// What a unit is called in the report.
    fn name(&self, listed: &ListedUnit) -> String {
        match self.pages.get(listed.original.as_str()) {
            Some((page, _)) if listed.id == "title" => page.key.clone(),
            Some((page, _)) => format!("{}#{}", page.key, listed.id),
            None => format!("unit {} of {}", in_quotes(&listed.id), in_quotes(&listed.original)),
        }
    }

    /// What becomes of a unit, so far as it can be told from the unit alone; or why it is refused.
    fn outcome(&self, listed: &ListedUnit) -> Result<Outcome, String> {
        let words = listed.words.as_ref().map_err(|why| (*why).to_owned())?;
        let (page, places) = self
            .pages
            .get(listed.original.as_str())
            .ok_or("the site has no such page in a report")?;
        let place = *places.get(&listed.id).ok_or("the page has no such address")?;
        let name = page.name(place);
        if listed.name.as_ref().is_some_and(|own| *own != name) {
            let own = in_quotes(listed.name.as_deref().unwrap_or_default());
            return Err(format!("it says that it is {own}, but it stands where that is {name}"));
        }
        let pieces =
            |side| unit::row_pieces(page, self.present.sources, place, self.language.id, side);
        let blocks = unit::blocks_between_codes(&words.target);
        let new = blocks.join(unit::BETWEEN_BLOCKS);
        if new.is_empty() {
            return Ok(Outcome::Untranslated);
        }
        let present = pieces(1);
        let old = unit::joined_markdown(&present);
        if !old.is_empty() && xml::possible(&old) == new && blocks.len() == present.len() {
            return Ok(Outcome::Unchanged);
        }
        let originals = pieces(0);
        let original = unit::joined_markdown(&originals);
        let source = unit::blocks_between_codes(&words.source).join(unit::BETWEEN_BLOCKS);
        if xml::possible(&original) != source {
            return Err(
                "the original is not the one that was translated; export it again".to_owned()
            );
        }
        if present.is_empty() {
            return Err(format!(
                "there is nothing in its place yet; add a {} to the translation first",
                page.kind_of(place)
            ));
        }
        alike(&old, &new, page, place)?;
        let range = self.range_of(&present)?;
        let (edit, resize) = if blocks.len() == present.len() {
            (Edit { range, markdown: new }, None)
        } else {
            self.resized(page, place, (range, new), [originals.len(), blocks.len()])?
        };
        Ok(Outcome::Changed(Change { page: page.id, place, edit, resize }))
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

    /// The edit of a row that comes back in another number of blocks: with the mark that states it, in
    /// place of the one that did.
    fn resized(
        &self,
        page: &Page,
        place: Place,
        (range, markdown): (std::ops::Range<usize>, String),
        [own, new]: [usize; 2],
    ) -> Result<(Edit, Option<Resize>), String> {
        let lang = self.language.id;
        let is_prose =
            ["paragraph", "list", "numbered list", "quotation"].contains(&page.kind_of(place));
        let (Place::Pair(pair), Some(side), true) = (place, page.side(lang), is_prose) else {
            return Err(format!("a {} cannot be parted", page.kind_of(place)));
        };
        let numbers = &page.pairs[pair].blocks[lang.index()];
        let first = numbers.first().copied().unwrap_or_default();
        let document = &side.document;
        let text = &self.present.sources.get(document.file).text;
        let stated =
            document.rows.iter().rev().map(|mark| mark.span.range()).find(|mark| {
                mark.end <= range.start && text[mark.end..range.start].trim().is_empty()
            });
        let start = stated.map_or(range.start, |mark| mark.start);
        let is_usual = own == 1 && new == 1;
        let mark = if is_usual { String::new() } else { format!("<!-- row {own}:{new} -->\n\n") };
        let edit = Edit { range: start..range.end, markdown: format!("{mark}{markdown}") };
        Ok((edit, Some(Resize { first, old: numbers.len(), new })))
    }

    /// The files with all changes that leave their pages what they are; the others are refused.
    fn settle(&self, outcomes: &mut [Outcome]) -> Vec<FileChange> {
        let mut by_page: BTreeMap<PageId, Vec<usize>> = BTreeMap::new();
        for (number, outcome) in outcomes.iter().enumerate() {
            if let Outcome::Changed(change) = outcome {
                by_page.entry(change.page).or_default().push(number);
            }
        }
        let mut files = Vec::new();
        for (page, numbers) in by_page {
            let page = self.present.site.page(page);
            let Some(side) = page.side(self.language.id) else { continue };
            let file = self.present.sources.get(side.document.file);
            let trial =
                Trial { work: self, page, file, old: (self.present.parse)(file, self.language) };
            let mut changes: Vec<(usize, Change)> = Vec::new();
            for number in numbers {
                if let Outcome::Changed(change) = &outcomes[number] {
                    changes.push((number, change.clone()));
                }
            }
            changes.sort_by_key(|(_, change)| change.edit.range.start);
            let (taken, refused) = trial.taken(changes);
            for (number, why) in refused {
                outcomes[number] = Outcome::Refused(why);
            }
            if !taken.is_empty() {
                let edits = taken.into_iter().map(|(_, change)| change.edit).collect();
                files.push(FileChange { file: file.id, edits });
            }
        }
        files
    }
}

/// Whether new Markdown keeps what is not its words: comments, and the attributes of a heading.
fn alike(old: &str, new: &str, page: &Page, place: Place) -> Result<(), String> {
    if comments(old) != comments(new) {
        return Err(match comments(old).first() {
            Some(comment) => format!("comments must stay as they are: `{comment}`"),
            None => "it has a comment, which the translation has not".to_owned(),
        });
    }
    let is_heading = matches!(page.kind_of(place), "title" | "heading");
    if is_heading && attributes(old) != attributes(new) {
        return Err(match attributes(old) {
            Some(attributes) => format!("the heading must keep its attributes: `{attributes}`"),
            None => "the heading has no attributes, and must not get any".to_owned(),
        });
    }
    Ok(())
}

/// The comments of Markdown, in order; an open one goes to the end.
fn comments(markdown: &str) -> Vec<&str> {
    let mut comments = Vec::new();
    let mut rest = markdown;
    while let Some(start) = rest.find("<!--") {
        let end = rest[start..].find("-->").map_or(rest.len(), |end| start + end + "-->".len());
        comments.push(&rest[start..end]);
        rest = &rest[end..];
    }
    comments
}

/// The attributes of a heading: `{#results}`.
fn attributes(heading: &str) -> Option<&str> {
    let line = heading.lines().next()?.trim_end();
    line.ends_with('}').then(|| &line[line.rfind('{').unwrap_or(line.len())..])
}

/// A page that changes are tried on.
struct Trial<'a> {
    work: &'a Work<'a>,
    page: &'a Page,
    file: &'a SourceFile,
    old: Diagnosed<Document>,
}

/// Changes with the numbers of their units.
type NumberedChanges = Vec<(usize, Change)>;

impl Trial<'_> {
    /// The changes that can be made, and why others cannot.
    fn taken(&self, changes: NumberedChanges) -> (NumberedChanges, Vec<(usize, String)>) {
        let mut refused = Vec::new();
        let mut apart: NumberedChanges = Vec::new();
        for (number, change) in changes {
            let is_inside =
                apart.last().is_some_and(|(_, last)| last.edit.range.end > change.edit.range.start);
            if is_inside {
                refused.push((number, "it stands inside another unit that changes".to_owned()));
            } else {
                apart.push((number, change));
            }
        }
        // Mostly everything is in order, and one look at the page is enough.
        if self.difference(&apart).is_none() {
            return (apart, refused);
        }
        let mut taken = Vec::new();
        for one in apart {
            match self.difference(std::slice::from_ref(&one)) {
                None => taken.push(one),
                Some(why) => refused.push((one.0, why)),
            }
        }
        if let Some(why) = self.difference(&taken) {
            let together = format!("together with the other changes of the page: {why}");
            refused.extend(taken.drain(..).map(|(number, _)| (number, together.clone())));
        }
        (taken, refused)
    }

    /// Why the page would not be what it was.
    fn difference(&self, changes: &[(usize, Change)]) -> Option<String> {
        let edits: Vec<Edit> = changes.iter().map(|(_, change)| change.edit.clone()).collect();
        let text = edited_text(&self.file.text, &edits).into();
        let file = SourceFile { id: self.file.id, path: self.file.path.clone(), text };
        let new = (self.work.present.parse)(&file, self.work.language);
        let resizes: Vec<Resize> = changes.iter().filter_map(|(_, change)| change.resize).collect();
        let reason = same::difference(&self.old, &new, &edits, &resizes);
        reason.or_else(|| {
            let mut places = changes.iter().map(|(_, change)| change.place);
            places.find_map(|place| self.notes(&new.value, place, &resizes))
        })
    }

    /// How the notes a place mentions differ, from those it mentioned and from the original's.
    fn notes(&self, new: &Document, place: Place, resizes: &[Resize]) -> Option<String> {
        let lang = self.work.language.id;
        // The places of a page are found in its own documents; the new one has the same structure, but for
        // rows that come back in another number of blocks.
        let texts = |document: &Document, resizes: &[Resize]| match place {
            Place::Title => vec![document.title],
            Place::Pair(pair) => {
                let numbers = &self.page.pairs[pair].blocks[lang.index()];
                let range = numbers
                    .first()
                    .map_or(0..0, |first| same::range_after(*first, numbers.len(), resizes));
                let blocks = document.blocks.get(range).unwrap_or_default();
                blocks.iter().flat_map(Block::texts).collect()
            }
            Place::Footnote(_) => Vec::new(),
        };
        let now = same::notes(new, &texts(new, resizes));
        let before = same::notes(&self.old.value, &texts(&self.old.value, &[]));
        let original = &self.page.original().document;
        let [own, _] = self.page.row_texts(place, lang);
        let wanted = same::notes(original, &own);
        if matches!(place, Place::Footnote(_)) || now == before || now == wanted {
            return None;
        }
        let marks: Vec<String> = before.iter().map(|label| format!("[^{label}]")).collect();
        Some(if marks.is_empty() {
            "it mentions a footnote, which the original does not".to_owned()
        } else {
            format!("it must mention the footnotes it did: {}", marks.join(" "))
        })
    }
}
