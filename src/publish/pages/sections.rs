//! Aligned blocks into the sections and pairs of a view.

use super::contents::heading_text;
use super::frame::page_id;
use super::view::{CellView, PairView, Run, SectionView};
use super::{PageHtml, Renderer};
use crate::model::{
    BlockContent, Form, LangId, LocalAddress, Page, Pair, Place, SectionNumber, UnconfirmedKind,
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
        let document = &page.original().document;
        for (number, pair) in page.pairs.iter().enumerate() {
            let original = &document.blocks[pair.blocks[0].unwrap_or_default()];
            match &original.content {
                BlockContent::Heading { level, .. } => {
                    let address = pair.address.unwrap_or_default();
                    sections.push(SectionView {
                        id: address.id(&page.number),
                        number: address.shown(&page.number),
                        level: *level,
                        title: self.heading(page, pair, form, html),
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
                        section.pairs.push(self.pair(page, number, form, html));
                    }
                }
            }
        }
        if sections[0].pairs.is_empty() {
            sections.remove(0);
        }
        sections
    }

    fn heading(&self, page: &Page, pair: &Pair, form: &Form, html: &PageHtml) -> Vec<Run> {
        let runs: Vec<Run> = form
            .langs
            .iter()
            .filter_map(|lang| {
                let block = pair.blocks[lang.index()]?;
                let markup = html[lang.index()].as_ref()?.blocks.get(block)?.clone();
                let language = self.site.languages.get(*lang);
                Some(Run::in_language(language, markup, String::new()))
            })
            .collect();
        if !runs.is_empty() {
            return runs;
        }
        let block = pair.blocks[0].unwrap_or_default();
        self.runs_where_said(form, |lang| heading_text(page, block, lang))
    }

    fn pair(&self, page: &Page, at: usize, form: &Form, html: &PageHtml) -> PairView {
        let pair = &page.pairs[at];
        let Some(address) = pair.address else {
            return PairView {
                id: String::new(),
                prefix: String::new(),
                number: String::new(),
                kind: "break",
                aliases: Vec::new(),
                cells: Vec::new(),
            };
        };
        let place = Place::Pair(at);
        let cells = form.langs.iter().map(|lang| {
            let block = pair.blocks[lang.index()];
            let markup =
                block.and_then(|block| html[lang.index()].as_ref()?.blocks.get(block).cloned());
            self.cell(*lang, markup, is_stale(page, place, *lang))
        });
        let shown = address.shown(&page.number);
        let number = address.in_section();
        PairView {
            id: address.id(&page.number),
            prefix: shown.strip_suffix(number.as_str()).unwrap_or_default().to_owned(),
            number,
            kind: "block",
            aliases: aliases(page, at),
            cells: cells.collect(),
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
        let (Some(address), Some(number)) = (pair.address, pair.blocks[0]) else { continue };
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
