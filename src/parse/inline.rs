//! Inline events into texts: plain characters, marks, and where they came from.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::blocks::to_u32;
use super::emphasis::{self, MarkerRun};
use super::numbered;
use super::removal::{self, Removal, typed_blanks};
use crate::model::{Mark, MarkKind, Reference, ReferenceKind, Script, Text, is_wide, label_key};
use crate::source::{Diagnostic, FileId, Span, codes, message};

/// Whether a tag stands inside a text.
pub(super) fn is_inline(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// Whether an end tag stands inside a text.
pub(super) fn is_inline_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}

/// What an HTML comment means here.
pub(super) enum Comment {
    /// `<!-- page -->`: a page of the original ends.
    PageBreak,
    /// `<!-- row 2:1 -->`: the next row holds two blocks of the original and one of the translation;
    /// nothing where the counts cannot be read.
    Row(Option<(usize, usize)>),
    /// A remark for those who read the source.
    Other,
}

/// The meaning of a comment; nothing if the HTML is not a comment alone.
pub(super) fn comment(html: &str) -> Option<Comment> {
    let inner = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?;
    if inner.contains("-->") {
        return None;
    }
    let inner = inner.trim();
    Some(match inner.strip_prefix("row ") {
        _ if inner == "page" => Comment::PageBreak,
        // A remark may begin with the word; a mark says numbers.
        Some(counts) if counts.contains(|c: char| c.is_ascii_digit()) => {
            Comment::Row(row_counts(counts))
        }
        _ => Comment::Other,
    })
}

/// `2:1`. A row holds something, and nine blocks at most: more are no row but another text.
fn row_counts(written: &str) -> Option<(usize, usize)> {
    let (own, other) = written.split_once(':')?;
    let count = |text: &str| text.trim().parse::<usize>().ok().filter(|count| *count <= 9);
    count(own).zip(count(other)).filter(|counts| *counts != (0, 0))
}

/// What all texts of a file share.
pub(super) struct Inline {
    file: FileId,
    body_start: usize,
    script: Script,
    /// Whether stops of the page are [`numbered::STOP`].
    has_masked_stops: bool,
    pub(super) references: Vec<Reference>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// For each footnote by the key of its label: its place in the order of first mention, and how
    /// often it was mentioned so far.
    pub(super) mentioned: HashMap<String, (u32, u32)>,
}

/// A text being written.
pub(super) struct Writer {
    plain: String,
    marks: Vec<Mark>,
    origin: Vec<(u32, u32)>,
    /// Marks that have begun; nothing for what is not meant as one.
    open: Vec<(Option<MarkKind>, u32)>,
    /// Runs of `*`, `_` and `~` that CommonMark left as text.
    runs: Vec<MarkerRun>,
    /// The image whose words are being read: they belong to it, not to the text.
    image: Option<usize>,
    /// A line ended in the source; whether that is a blank depends on what follows.
    has_pending_break: bool,
}

impl Inline {
    pub(super) fn new(
        file: FileId,
        body_start: usize,
        script: Script,
        has_masked_stops: bool,
    ) -> Self {
        let (references, diagnostics) = (Vec::new(), Vec::new());
        let mentioned = HashMap::new();
        Self { file, body_start, script, has_masked_stops, references, diagnostics, mentioned }
    }

    pub(super) fn refuse_html(&mut self, span: Span) {
        self.diagnostics.push(
            Diagnostic::new(codes::HTML_RAW, message!("html-raw-refused"))
                .at(span)
                .help(message!("html-raw-refused.help")),
        );
    }

    #[expect(clippy::unused_self, reason = "a text belongs to the file it is begun in")]
    pub(super) fn begin_text(&self) -> Writer {
        Writer {
            plain: String::new(),
            marks: Vec::new(),
            origin: Vec::new(),
            open: Vec::new(),
            runs: Vec::new(),
            image: None,
            has_pending_break: false,
        }
    }

    /// Takes one event.
    pub(super) fn event(&mut self, to: &mut Writer, event: Event, range: Range<usize>, body: &str) {
        match event {
            Event::Start(tag) => self.start_inline(to, tag, range, body),
            Event::End(TagEnd::Image) => to.image = None,
            Event::End(_) => self.end(to, range),
            Event::Text(text) => self.push_text(to, &text, range, body),
            Event::Code(code) => {
                self.resolve_break(to, &code);
                let start = to_u32(to.plain.len());
                // The code begins after the backticks and a blank that may follow them.
                let source = &body[range.clone()];
                let at = range.start + source.find(&*code).unwrap_or(0);
                self.push(to, &code, at);
                to.marks.push(Mark { start, end: to_u32(to.plain.len()), kind: MarkKind::Code });
            }
            Event::SoftBreak => to.has_pending_break = true,
            Event::HardBreak => {
                let start = to_u32(to.plain.len());
                self.push(to, "\n", range.start);
                to.marks.push(Mark { start, end: start + 1, kind: MarkKind::LineBreak });
            }
            Event::FootnoteReference(label) => {
                let next = to_u32(self.mentioned.len());
                let (note, mention) = self.mentioned.entry(label_key(&label)).or_insert((next, 0));
                *mention += 1;
                to.mark_here(MarkKind::FootnoteReference { note: *note, mention: *mention });
            }
            Event::InlineHtml(html) => match comment(&html) {
                Some(Comment::PageBreak) => to.mark_here(MarkKind::PageBreak),
                Some(Comment::Row(_)) => {
                    let span = self.file_span(range.clone());
                    let message = message!("align-row-inside");
                    self.diagnostics.push(
                        Diagnostic::new(codes::ALIGN_ROW, message)
                            .at(span)
                            .help(message!("align-row-inside.help")),
                    );
                }
                Some(Comment::Other) => {}
                None => {
                    let span = self.file_span(range.clone());
                    self.refuse_html(span);
                    self.push_text(to, &html, range, body);
                }
            },
            _ => {}
        }
    }

    fn start_inline(&mut self, to: &mut Writer, tag: Tag, range: Range<usize>, body: &str) {
        let at = range.start;
        let span = self.file_span(range);
        let kind = match tag {
            Tag::Strong => MarkKind::Strong,
            Tag::Emphasis => MarkKind::Emphasis,
            // GitHub strikes out between lone tildes too; here 增长3~5%，达到7~8% holds two ranges.
            Tag::Strikethrough if !body[at..].starts_with("~~") => {
                self.resolve_break(to, "~");
                self.push(to, "~", at);
                to.open.push((None, to_u32(to.plain.len())));
                return;
            }
            Tag::Strikethrough => MarkKind::Strikethrough,
            Tag::Link { link_type, dest_url, title, .. } => {
                let (kind, destination) = match link_type {
                    LinkType::Email => (ReferenceKind::Link, format!("mailto:{dest_url}")),
                    LinkType::WikiLink { .. } => (ReferenceKind::Term, dest_url.to_string()),
                    _ => (ReferenceKind::Link, dest_url.to_string()),
                };
                MarkKind::Link(self.reference(kind, destination, &title, span))
            }
            Tag::Image { dest_url, title, .. } => {
                let image =
                    self.reference(ReferenceKind::Image, dest_url.to_string(), &title, span);
                self.resolve_break(to, "");
                to.mark_here(MarkKind::Image(image));
                to.image = Some(image as usize);
                return;
            }
            _ => return,
        };
        // A blank before the mark belongs before it, so the break is decided by what comes first
        // in the mark; until then the mark has no start.
        to.open.push((Some(kind), u32::MAX));
    }

    fn end(&mut self, to: &mut Writer, range: Range<usize>) {
        let end = to_u32(to.plain.len());
        let Some((kind, start)) = to.open.pop() else { return };
        let Some(kind) = kind else { return self.push(to, "~", range.end - 1) };
        let start = start.min(end);
        if let MarkKind::Link(reference) = kind
            && start == end
            && self.references[reference as usize].kind == ReferenceKind::Link
        {
            self.references[reference as usize].kind = ReferenceKind::BareLink;
        }
        to.marks.push(Mark { start, end, kind });
    }

    fn reference(
        &mut self,
        kind: ReferenceKind,
        destination: String,
        title: &str,
        span: Span,
    ) -> u32 {
        self.references.push(Reference {
            kind,
            destination,
            title: title.to_owned(),
            alternative: String::new(),
            span,
        });
        to_u32(self.references.len() - 1)
    }

    fn push_text(&mut self, to: &mut Writer, text: &str, range: Range<usize>, body: &str) {
        if let Some(image) = to.image {
            self.references[image].alternative.push_str(text);
            return;
        }
        let unmasked = self.has_masked_stops.then(|| text.replace(numbered::STOP, "."));
        let text = unmasked.as_deref().unwrap_or(text);
        self.resolve_break(to, text);
        let is_escaped = range.start > 0 && body.as_bytes()[range.start - 1] == b'\\';
        let start = to_u32(to.plain.len());
        for (at, marker) in text.match_indices(MarkerRun::is_marker) {
            // A backslash stands before a text that begins with an escaped sign.
            if at > 0 || !is_escaped {
                MarkerRun::push(&mut to.runs, marker, start + to_u32(at));
            }
        }
        self.push(to, text, range.start);
    }

    /// Decides what a line end in the source means, now that the next characters are known:
    /// nothing beside a Chinese character or mark, a blank elsewhere.
    fn resolve_break(&self, to: &mut Writer, next: &str) {
        if to.has_pending_break {
            to.has_pending_break = false;
            let before = to.plain.chars().next_back();
            let after = next.chars().next();
            let is_chinese = |c: Option<char>| c.is_some_and(|c| is_wide(c) || is_shared_mark(c));
            let joins = match self.script {
                Script::Han => is_chinese(before) || is_chinese(after),
                Script::Latin => is_chinese(before) && is_chinese(after),
            };
            if !joins && before.is_some_and(|c| !c.is_whitespace()) {
                to.plain.push(' ');
            }
        }
        let start = to_u32(to.plain.len());
        // Marks without a start are the innermost ones; those around them began at earlier words. A
        // mark begins only now because a line end may stand between its `**` and its first word, and
        // the blank that becomes of it belongs outside: `a\n**b**` is `a <strong>b</strong>`.
        for (_, open) in to.open.iter_mut().rev().take_while(|(_, open)| *open == u32::MAX) {
            *open = start;
        }
    }

    fn push(&self, to: &mut Writer, text: &str, at: usize) {
        to.origin.push((to_u32(to.plain.len()), to_u32(self.body_start + at)));
        to.plain.push_str(text);
    }

    /// The finished text: emphasis fixed, blanks typed between Chinese and Latin taken out.
    pub(super) fn finish_text(&mut self, mut from: Writer, body: &str) -> Text {
        let mut removed = emphasis::fix_beside_chinese(&from.runs, &mut from.marks, &from.plain);
        for run in emphasis::left_over(&from.runs, &removed) {
            let at = run.marker_range();
            let start = removal::source_of(&from.origin, at.start).unwrap_or(0) as usize;
            let span = Span::new(self.file, start..start + at.len());
            if span.range().end <= self.body_start + body.len() {
                let typed = run.typed();
                self.diagnostics.push(
                    Diagnostic::new(
                        codes::MARKDOWN_LITERAL,
                        message!("markdown-literal-emphasis", typed = &typed),
                    )
                    .at(span)
                    .help(message!("markdown-literal-emphasis.help", sign = &typed[..1])),
                );
            }
        }
        if self.script == Script::Han {
            removed.extend(typed_blanks(&from.plain, &from.marks));
        }
        Removal::new(removed).without_ranges(&from.plain, &from.marks, &from.origin)
    }

    fn file_span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.body_start + range.start..self.body_start + range.end)
    }
}

impl Writer {
    fn mark_here(&mut self, kind: MarkKind) {
        let here = to_u32(self.plain.len());
        self.marks.push(Mark { start: here, end: here, kind });
    }
}

/// Marks of both scripts, which take the square of a Chinese character in Chinese.
fn is_shared_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}
