//! Contents and lengths of a report.

use super::Renderer;
use super::frame::{page_id, page_number};
use super::sections::outline;
use super::view::{Counts, PartEntry, SectionEntry, SharedView};
use crate::model::{
    BlockContent, Form, LangId, Page, PageId, PageRole, Report, Script, Site, SitePath,
};

/// How fast the original is read, in characters a minute.
const CHARACTERS_A_MINUTE: usize = 400;

/// How fast a Latin text is read, in letters a minute: some 230 words.
const LETTERS_A_MINUTE: usize = 1150;

/// How many parts the contents list beside a part, so that a page does not grow with its report.
/// The cover lists all.
const MOST_PARTS: usize = 40;

impl Renderer<'_> {
    /// The contents beside a page: the parts around it, its own sections opened. On the cover,
    /// the sections of every part.
    pub(super) fn contents(
        &self,
        report: &Report,
        form: &Form,
        path: &SitePath,
        current: &Page,
        entries: &[SharedView<PartEntry>],
    ) -> Vec<SharedView<PartEntry>> {
        if current.role == PageRole::Report {
            let open = |id: &PageId| {
                let page = self.site.page(*id);
                let own = self.page_href(page, form, path);
                let link = |id: &str| format!("{own}#{id}");
                let sections = self.section_entries(page, form, &link);
                SharedView::new(&self.part_entry(page, form, own.clone(), false, sections))
            };
            return report.parts.iter().map(open).collect();
        }
        let at = report.place(current.id).saturating_sub(1);
        let shown = window(entries.len(), at);
        let mut contents = entries[shown.clone()].to_vec();
        let sections = self.section_entries(current, form, &|id| format!("#{id}"));
        let own = self.page_href(current, form, path);
        let entry = self.part_entry(current, form, own, true, sections);
        contents[at - shown.start] = SharedView::new(&entry);
        contents
    }

    /// The contents of the page that holds the whole report; its links stay on the page.
    pub(super) fn contents_of_whole(
        &self,
        report: &Report,
        form: &Form,
    ) -> Vec<SharedView<PartEntry>> {
        let entry = |id: &PageId| {
            let page = self.site.page(*id);
            let sections = self.section_entries(page, form, &|id| format!("#{id}"));
            let href = format!("#{}", page_id(page));
            SharedView::new(&self.part_entry(page, form, href, false, sections))
        };
        report.parts.iter().map(entry).collect()
    }

    /// Each part as it is listed beside another one.
    pub(super) fn part_entries(
        &self,
        report: &Report,
        form: &Form,
        path: &SitePath,
    ) -> Vec<SharedView<PartEntry>> {
        let entry = |id: &PageId| {
            let page = self.site.page(*id);
            let href = self.page_href(page, form, path);
            SharedView::new(&self.part_entry(page, form, href, false, Vec::new()))
        };
        report.parts.iter().map(entry).collect()
    }

    fn part_entry(
        &self,
        page: &Page,
        form: &Form,
        href: String,
        is_current: bool,
        sections: Vec<SectionEntry>,
    ) -> PartEntry {
        PartEntry {
            number: page_number(page),
            href,
            title: self.page_titles(page, form),
            is_current,
            sections,
            paragraphs: paragraphs(page),
        }
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
                title: self.runs_where_said(form, |lang| heading_text(page, block, lang)),
                paragraphs,
            })
            .collect()
    }
}

/// The words in a language of a heading of the original.
pub(super) fn heading_text(page: &Page, block: usize, lang: LangId) -> Option<String> {
    let pair = page.pairs.iter().position(|pair| pair.blocks[0].first() == Some(&block))?;
    let document = &page.side(lang)?.document;
    match &page.first_block(pair, lang)?.content {
        BlockContent::Heading { text, .. } => Some(document.text(*text).plain.to_string()),
        _ => None,
    }
}

/// Parts, sections, paragraphs and characters of the original.
pub(super) fn report_counts(site: &Site, report: &Report) -> Counts {
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
    let a_minute = match site.languages.original().script {
        Script::Han => CHARACTERS_A_MINUTE,
        Script::Latin => LETTERS_A_MINUTE,
    };
    counts.minutes = (counts.characters / a_minute).max(1);
    counts
}

/// Which of so many parts are listed beside the one at `at`.
fn window(count: usize, at: usize) -> std::ops::Range<usize> {
    let start = at.saturating_sub(MOST_PARTS / 2).min(count.saturating_sub(MOST_PARTS));
    start..count.min(start + MOST_PARTS)
}

/// How many addressed paragraphs a page has.
fn paragraphs(page: &Page) -> usize {
    page.pairs
        .iter()
        .filter_map(|pair| pair.address)
        .filter(|address| !address.is_heading())
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_lists_no_more_parts_however_long_its_report_is() {
        assert_eq!(window(3, 1), 0..3);
        assert_eq!(window(5000, 0), 0..MOST_PARTS);
        assert_eq!(window(5000, 2500).len(), MOST_PARTS);
        assert!(window(5000, 2500).contains(&2500));
        assert_eq!(window(5000, 4999), 4960..5000);
    }
}
