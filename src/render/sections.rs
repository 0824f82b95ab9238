//! Aligned blocks into the sections and pairs of a view.

use super::frame::page_id;
use super::view::{CellView, PairView, Run, SectionView};
use super::{PageHtml, Renderer};
use crate::model::{BlockContent, Form, LangId, LocalAddress, Page, Pair, SectionNumber};

impl Renderer<'_> {
    /// The text of a page.
    pub(super) fn sections(&self, page: &Page, form: &Form, html: &PageHtml) -> Vec<SectionView> {
        let mut sections = vec![SectionView {
            id: String::new(),
            number: String::new(),
            level: 0,
            title: Vec::new(),
            pairs: Vec::new(),
        }];
        let document = &page.original().document;
        for pair in &page.pairs {
            let original = &document.blocks[pair.blocks[0].unwrap_or_default()];
            match &original.content {
                BlockContent::Heading { level, .. } => {
                    let address = pair.address.unwrap_or_default();
                    sections.push(SectionView {
                        id: address.id(&page.number),
                        number: address.shown(&page.number),
                        level: *level,
                        title: self.heading(pair, form, html),
                        pairs: Vec::new(),
                    });
                }
                _ => {
                    if let Some(section) = sections.last_mut() {
                        section.pairs.push(self.pair(page, pair, form, html));
                    }
                }
            }
        }
        if sections[0].pairs.is_empty() {
            sections.remove(0);
        }
        sections
    }

    fn heading(&self, pair: &Pair, form: &Form, html: &PageHtml) -> Vec<Run> {
        form.langs
            .iter()
            .filter_map(|lang| {
                let block = pair.blocks[lang.index()]?;
                let markup = html[lang.index()].as_ref()?.blocks.get(block)?.clone();
                let tag = self.site.languages.get(*lang).tag.clone();
                Some(Run { tag, html: markup, text: String::new() })
            })
            .collect()
    }

    fn pair(&self, page: &Page, pair: &Pair, form: &Form, html: &PageHtml) -> PairView {
        let Some(address) = pair.address else {
            return PairView {
                id: String::new(),
                prefix: String::new(),
                number: String::new(),
                kind: "break",
                cells: Vec::new(),
            };
        };
        let cells = form.langs.iter().map(|lang| {
            let block = pair.blocks[lang.index()];
            let markup =
                block.and_then(|block| html[lang.index()].as_ref()?.blocks.get(block).cloned());
            self.cell(*lang, markup)
        });
        let shown = address.shown(&page.number);
        let number = address.paragraph.to_string();
        PairView {
            id: address.id(&page.number),
            prefix: shown.strip_suffix(number.as_str()).unwrap_or_default().to_owned(),
            number,
            kind: "block",
            cells: cells.collect(),
        }
    }

    fn cell(&self, lang: LangId, html: Option<super::Html>) -> CellView {
        let tag = self.site.languages.get(lang).tag.clone();
        match html {
            Some(html) => CellView { tag, state: "ok", html },
            None => CellView { tag, state: "missing", html: tera::Value::safe_string("") },
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
                let number = (number + 1).to_string();
                let cells = form.langs.iter().map(|lang| {
                    let note = row[lang.index()];
                    let markup = note
                        .and_then(|note| html[lang.index()].as_ref()?.footnotes.get(note).cloned());
                    self.cell(*lang, markup)
                });
                PairView {
                    id: format!("fn-{prefix}{number}"),
                    prefix: String::new(),
                    cells: cells.collect(),
                    number,
                    kind: "block",
                }
            })
            .collect()
    }

    /// The prefix of footnote ids on the page that holds the whole report.
    pub(super) fn note_prefix(page: &Page) -> String {
        format!("{}-", page_id(page))
    }
}

/// The sections of a page with their headings' block numbers and how many paragraphs each has.
pub(super) fn outline(page: &Page) -> Vec<(LocalAddress, usize, usize)> {
    let document = &page.original().document;
    let mut outline: Vec<(LocalAddress, usize, usize)> = Vec::new();
    for (number, block) in document.blocks.iter().enumerate() {
        let Some(address) = block.address else { continue };
        if let BlockContent::Heading { level: 2, .. } = block.content {
            outline.push((address, number, 0));
        } else if address.paragraph > 0
            && address.section != SectionNumber::default()
            && let Some(last) = outline.last_mut()
        {
            last.2 += 1;
        }
    }
    outline
}
