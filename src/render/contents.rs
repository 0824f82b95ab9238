//! Contents and lengths of a report.

use super::Renderer;
use super::frame::{page_id, page_number};
use super::sections::outline;
use super::view::{Counts, PartEntry, SectionEntry};
use crate::model::{BlockContent, Form, LangId, Page, PageId, PageKind, Report, Site, SitePath};

/// How fast the original is read, in characters a minute.
const CHARACTERS_A_MINUTE: usize = 400;

/// How many parts the contents list beside a part, so that a page does not grow with its report.
/// The cover lists all.
const MOST_PARTS: usize = 40;

impl Renderer<'_> {
    /// The contents of a report. Sections are listed for the current part, and for every part on
    /// the cover and on the page that holds the whole report, whose links stay on the page.
    pub(super) fn contents(
        &self,
        report: &Report,
        form: &Form,
        path: &SitePath,
        current: Option<&Page>,
    ) -> Vec<PartEntry> {
        let is_whole = current.is_none();
        let is_cover = current.is_some_and(|page| page.kind == PageKind::Report);
        window(&report.parts, current)
            .iter()
            .map(|id| self.site.page(*id))
            .map(|page| {
                let is_current = current.is_some_and(|current| current.id == page.id);
                let own = page.path(form).href_from(path);
                let link = |id: &str| match (is_whole || is_current, id) {
                    (true, id) => format!("#{id}"),
                    (false, id) => format!("{own}#{id}"),
                };
                let sections = if is_current || is_whole || is_cover {
                    self.section_entries(page, form, &link)
                } else {
                    Vec::new()
                };
                PartEntry {
                    number: page_number(page),
                    href: if is_whole { format!("#{}", page_id(page)) } else { own.clone() },
                    title: self.runs(form, |lang| self.title(page, lang)),
                    is_current,
                    sections,
                    paragraphs: paragraphs(page),
                }
            })
            .collect()
    }

    fn section_entries(
        &self,
        page: &Page,
        form: &Form,
        link: &dyn Fn(&str) -> String,
    ) -> Vec<SectionEntry> {
        outline(page)
            .into_iter()
            .map(|(address, block, paragraphs)| SectionEntry {
                number: address.shown(&page.number),
                href: link(&address.id(&page.number)),
                title: self.runs(form, |lang| Self::heading_text(page, block, lang)),
                paragraphs,
            })
            .collect()
    }

    /// A heading in a language; in the original where the translation lacks it.
    fn heading_text(page: &Page, block: usize, lang: LangId) -> String {
        let own = page
            .pairs
            .iter()
            .find(|pair| pair.blocks[0] == Some(block))
            .and_then(|pair| pair.blocks[lang.index()])
            .and_then(|block| Some((page.side(lang)?, block)));
        let (side, block) = own.unwrap_or((page.original(), block));
        match &side.document.blocks[block].content {
            BlockContent::Heading { text, .. } => side.document.text(*text).plain.to_string(),
            _ => String::new(),
        }
    }
}

/// Parts, sections, paragraphs and characters of the original.
pub(super) fn counts(site: &Site, report: &Report) -> Counts {
    let mut counts = Counts { parts: report.parts.len(), ..Counts::default() };
    for page in report.pages().map(|id| site.page(id)) {
        let document = &page.original().document;
        counts.sections += outline(page).len();
        counts.paragraphs += paragraphs(page);
        counts.characters += document
            .texts
            .iter()
            .map(|text| text.plain.chars().filter(|c| !c.is_whitespace()).count())
            .sum::<usize>();
    }
    counts.minutes = (counts.characters / CHARACTERS_A_MINUTE).max(1);
    counts
}

/// The parts around the current one, or all of a report of ordinary length.
fn window<'a>(parts: &'a [PageId], current: Option<&Page>) -> &'a [PageId] {
    let Some(at) = current.and_then(|page| parts.iter().position(|part| *part == page.id)) else {
        return parts;
    };
    let start = at.saturating_sub(MOST_PARTS / 2).min(parts.len().saturating_sub(MOST_PARTS));
    &parts[start..parts.len().min(start + MOST_PARTS)]
}

/// How many addressed paragraphs a page has.
fn paragraphs(page: &Page) -> usize {
    page.pairs
        .iter()
        .filter_map(|pair| pair.address)
        .filter(|address| address.paragraph > 0)
        .count()
}
