//! Aligned blocks into the sections and pairs of a view.

use std::fmt::Write as _;

use super::contents::heading_text;
use super::frame::page_id;
use super::view::{CellView, PairView, Run, SectionView};
use super::{PageHtml, Renderer};
use crate::model::{
    BlockContent, Form, LangId, LocalAddress, Page, Place, SectionNumber, UnconfirmedKind,
};

impl Renderer<'_> {
    /// The text of a page.
    pub(super) fn section_views(
        &self,
        page: &Page,
        form: &Form,
        html: &PageHtml,
    ) -> Vec<SectionView> {
        let mut sections = vec![SectionView {
            id: String::new(),
            number: String::new(),
            level: 0,
            title: Vec::new(),
            aliases: Vec::new(),
            pairs: Vec::new(),
        }];
        for (number, pair) in page.pairs.iter().enumerate() {
            let original = page.first_block(number, LangId::ORIGINAL);
            match original.map(|block| &block.content) {
                Some(BlockContent::Heading { level, .. }) => {
                    let address = pair.address.unwrap_or_default();
                    sections.push(SectionView {
                        id: address.id(&page.number),
                        number: address.shown(&page.number),
                        level: *level,
                        title: self.heading(page, number, form, html),
                        aliases: page
                            .own_id(number)
                            .map(str::to_owned)
                            .into_iter()
                            .chain(aliases(page, number))
                            .collect(),
                        pairs: Vec::new(),
                    });
                }
                _ => {
                    if let Some(section) = sections.last_mut() {
                        section.pairs.extend(self.pair(page, number, form, html));
                    }
                }
            }
        }
        if sections[0].pairs.is_empty() {
            sections.remove(0);
        }
        sections
    }

    fn heading(&self, page: &Page, number: usize, form: &Form, html: &PageHtml) -> Vec<Run> {
        let pair = &page.pairs[number];
        let first = |lang: LangId| pair.blocks[lang.index()].first().copied();
        let runs: Vec<Run> = form
            .langs
            .iter()
            .filter_map(|lang| {
                let markup = html[lang.index()].as_ref()?.blocks.get(first(*lang)?)?.clone();
                let language = self.site.languages.get(*lang);
                Some(Run::in_language(language, markup, String::new()))
            })
            .collect();
        if !runs.is_empty() {
            return runs;
        }
        let block = first(LangId::ORIGINAL).unwrap_or_default();
        self.runs_where_said(form, |lang| heading_text(page, block, lang))
    }

    /// A row of the text; nothing for what stands in the row of a pair before it, or in another
    /// language alone.
    fn pair(&self, page: &Page, at: usize, form: &Form, html: &PageHtml) -> Option<PairView> {
        let pair = &page.pairs[at];
        let translation = form.langs.last().copied().unwrap_or(LangId::ORIGINAL);
        let row = page.row(at, translation);
        let has_original = !pair.blocks[0].is_empty();
        let is_break = has_original && pair.address.is_none();
        let is_elsewhere = !has_original && pair.blocks[translation.index()].is_empty();
        if row.start != at || is_elsewhere {
            return None;
        }
        if is_break {
            return Some(PairView { kind: "break", ..PairView::default() });
        }
        let place = Place::Pair(at);
        let cells = form.langs.iter().map(|lang| {
            let markup = self.row_markup(page, row.clone(), *lang, html);
            let is_stale = row.clone().any(|pair| is_stale(page, Place::Pair(pair), *lang));
            match markup {
                None if !has_original || pair.is_left_out.contains(lang) => self.absent(*lang),
                markup => self.cell(*lang, markup, is_stale),
            }
        });
        let (shown, id) = match pair.address {
            Some(_) => page.address(place),
            None => (String::new(), String::new()),
        };
        let first = pair.address.map(LocalAddress::in_section).unwrap_or_default();
        let prefix = shown.strip_suffix(first.as_str()).unwrap_or_default().to_owned();
        let mut aliases = aliases(page, at);
        // In a form without the original the other paragraphs of the row have no place of their own.
        for further in row.clone().skip(1).filter(|_| !form.langs.contains(&LangId::ORIGINAL)) {
            aliases.push(page.address(Place::Pair(further)).1);
        }
        let last = page.pairs[row.end - 1].address.map(LocalAddress::in_section);
        let number = match last.filter(|_| row.len() > 1) {
            Some(last) => format!("{first}–{last}"),
            None => first,
        };
        Some(PairView { id, prefix, number, kind: "block", aliases, cells: cells.collect() })
    }

    /// The markup of a row in a language; nothing where it says nothing. Further paragraphs of the
    /// original are anchors of their own.
    fn row_markup(
        &self,
        page: &Page,
        row: std::ops::Range<usize>,
        lang: LangId,
        html: &PageHtml,
    ) -> Option<super::Html> {
        let blocks = &html[lang.index()].as_ref()?.blocks;
        let is_original = lang == LangId::ORIGINAL;
        let own =
            |pair: usize| page.pairs[pair].blocks[lang.index()].iter().map(move |b| (pair, *b));
        let numbers: Vec<(usize, usize)> = if is_original {
            row.clone().flat_map(own).collect()
        } else {
            own(row.start).collect()
        };
        match &numbers[..] {
            [] => None,
            [(_, block)] => blocks.get(*block).cloned(),
            several => {
                let tag = &self.site.languages.get(lang).tag;
                let mut markup = format!("<div class=\"blocks\" lang=\"{tag}\">");
                for (place, (pair, block)) in several.iter().enumerate() {
                    let inner = blocks.get(*block)?.as_str().unwrap_or_default();
                    let id = page.address(Place::Pair(*pair)).1;
                    if is_original && place > 0 {
                        let _ = write!(markup, "<div id=\"{id}\">{inner}</div>");
                    } else {
                        markup.push_str(inner);
                    }
                }
                markup.push_str("</div>");
                Some(tera::Value::safe_string(&markup))
            }
        }
    }

    /// The cell of a language that says nothing in this row, as its translation states.
    fn absent(&self, lang: LangId) -> CellView {
        let key = if lang == LangId::ORIGINAL { "original_absent" } else { "translation_left_out" };
        CellView {
            tag: self.site.languages.get(lang).tag.clone(),
            state: "missing",
            html: tera::Value::safe_string(""),
            note: self.interface_word(lang, key, &[]),
        }
    }

    fn cell(&self, lang: LangId, html: Option<super::Html>, is_stale: bool) -> CellView {
        let tag = self.site.languages.get(lang).tag.clone();
        match html {
            Some(html) if is_stale => CellView {
                tag,
                state: "stale",
                html,
                note: self.interface_word(lang, "translation_stale", &[]),
            },
            Some(html) => CellView { tag, state: "ok", html, note: String::new() },
            None => CellView {
                tag,
                state: "missing",
                html: tera::Value::safe_string(""),
                note: self.interface_word(lang, "translation_pending", &[]),
            },
        }
    }

    /// The footnotes of a page.
    pub(super) fn footnotes(
        &self,
        page: &Page,
        form: &Form,
        html: &PageHtml,
        prefix: &str,
    ) -> Vec<PairView> {
        page.footnotes
            .iter()
            .enumerate()
            .map(|(number, row)| {
                let place = Place::Footnote(number);
                let number = row.number.to_string();
                let cells = form.langs.iter().map(|lang| {
                    let note = row.notes[lang.index()];
                    let markup = note
                        .and_then(|note| html[lang.index()].as_ref()?.footnotes.get(note).cloned());
                    self.cell(*lang, markup, is_stale(page, place, *lang))
                });
                PairView {
                    id: format!("fn-{prefix}{number}"),
                    prefix: String::new(),
                    cells: cells.collect(),
                    number,
                    kind: "block",
                    aliases: Vec::new(),
                }
            })
            .collect()
    }

    /// The prefix of footnote ids on the page that holds the whole report.
    pub(super) fn note_prefix(page: &Page) -> String {
        format!("{}-", page_id(page))
    }
}

/// Whether the original of a place changed and its translation did not.
fn is_stale(page: &Page, place: Place, lang: LangId) -> bool {
    page.unconfirmed.get(&(place, lang)) == Some(&UnconfirmedKind::Stale)
}

/// The ids that were given up and lead to a pair now.
fn aliases(page: &Page, pair: usize) -> Vec<String> {
    let to_it = page.aliases.iter().filter(|alias| alias.pair == pair);
    to_it.map(|alias| alias.id.clone()).collect()
}

/// The sections of a page with their headings' block numbers and how many paragraphs each has.
pub(super) fn outline(page: &Page) -> Vec<(LocalAddress, usize, usize)> {
    let document = &page.original().document;
    let mut outline: Vec<(LocalAddress, usize, usize)> = Vec::new();
    for pair in &page.pairs {
        let own = pair.blocks[0].first().copied();
        let (Some(address), Some(number)) = (pair.address, own) else { continue };
        if let BlockContent::Heading { level: 2, .. } = document.blocks[number].content {
            outline.push((address, number, 0));
        } else if !address.is_heading()
            && address.section != SectionNumber::default()
            && let Some(last) = outline.last_mut()
        {
            last.2 += 1;
        }
    }
    outline
}
