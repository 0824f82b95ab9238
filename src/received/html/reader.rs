//! The element that holds the text into blocks.

use super::content::{PageContent, is_left_out, is_menu, without_blanks};
use super::tree::{HtmlElement, HtmlNode, is_block};
use super::typeface::{typeface_counts, typeface_of};
use super::weight::Weight;
use crate::model::{
    ReceivedBlock, ReceivedContent, ReceivedKind, ReceivedRemark, RemarkKind, is_wide,
};
use crate::received::draft::{BreakKind, Draft, Setting, is_head_typeface, page_break};
use crate::received::numeral::numeral;

/// How many characters of what was left out are shown.
const SHOWN: usize = 40;

/// The deepest level of a list.
const DEEPEST_ITEM: u8 = 6;

/// Reads the text that was found in a page.
pub(super) fn read_content(root: &HtmlElement, page: &PageContent) -> ReceivedContent {
    let mut reader = Reader::default();
    reader.content.read_as = "HTML";
    if let Some(title) = page.title {
        reader.kind = ReceivedKind::Heading(1);
        reader.read_line_of(title);
        reader.kind = ReceivedKind::Paragraph;
    }
    reader.sentences = Weight::of(page.element).sentences;
    let [heads, all] = typeface_counts(page.element, false);
    reader.has_head_typeface = heads * 2 < all;
    let titles = reader.content.blocks.len();
    reader.read_block(page.element);
    reader.end_block();
    let blocks = &mut reader.content.blocks;
    // A title that opens the text as well stands there.
    if let (1, Some(next)) = (titles, blocks.get(1))
        && without_blanks(&blocks[0].text) == without_blanks(&next.text)
    {
        let first = blocks.remove(0);
        blocks[0].kind = first.kind;
    }
    while blocks.last().is_some_and(|block| block.kind == ReceivedKind::PageBreak) {
        blocks.pop();
    }
    let count = page.left_out.chars().filter(|c| !c.is_whitespace()).count();
    if count > 0 {
        let mut words: String = page.left_out.chars().take(SHOWN).collect();
        if words.len() < page.left_out.len() {
            words.push('…');
        }
        let words = format!("{} ({count})", words.trim());
        let remark = ReceivedRemark { line: root.line, kind: RemarkKind::PageHead, words };
        reader.content.remarks.push(remark);
    }
    reader.content
}

/// Makes blocks of elements.
#[derive(Debug)]
pub(super) struct Reader {
    /// What was read.
    pub(super) content: ReceivedContent,
    draft: Option<Draft>,
    /// What the paragraph that is being read is.
    kind: ReceivedKind,
    /// What the next words belong to that are an item of a list, and the number before them.
    item: Option<(ReceivedKind, String)>,
    /// How many lists are open.
    lists: u8,
    /// How the words are set that are being read.
    setting: Setting,
    /// Whether typefaces tell heads: most of the text is in another one.
    has_head_typeface: bool,
    /// How the block is set that is being read.
    layout: BlockLayout,
    line: usize,
    /// How many characters of sentences the text has.
    sentences: usize,
}

/// How a block is set.
#[derive(Debug, Clone, Copy, Default)]
struct BlockLayout {
    /// Whether its first line is indented.
    is_indented: bool,
    /// Whether it stands in the middle of the page.
    is_centered: bool,
    /// Whether the ends of lines are kept as they are typed.
    is_typed: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            content: ReceivedContent::default(),
            draft: None,
            kind: ReceivedKind::Paragraph,
            item: None,
            lists: 0,
            setting: Setting::default(),
            has_head_typeface: false,
            layout: BlockLayout::default(),
            line: 1,
            sentences: 0,
        }
    }
}

impl Reader {
    /// Reads an element that is a line of its own, and ends it.
    fn read_line_of(&mut self, element: &HtmlElement) {
        self.read_nodes(element);
        self.end_block();
    }

    /// Reads what is in an element.
    pub(super) fn read_nodes(&mut self, element: &HtmlElement) {
        for node in &element.nodes {
            match node {
                HtmlNode::Text(text, line) => {
                    self.line = *line;
                    self.push_words(text);
                }
                HtmlNode::Element(child) if is_left_out(child) || is_menu(child) => {}
                HtmlNode::Element(child) => {
                    self.line = child.line;
                    if is_block(&child.name) {
                        self.end_block();
                        self.read_block(child);
                        self.end_block();
                    } else {
                        self.read_inline(child);
                    }
                }
            }
        }
    }

    /// Reads an element that breaks lines.
    fn read_block(&mut self, element: &HtmlElement) {
        let outer = (self.kind.clone(), self.layout, self.setting);
        self.set(element);
        self.set_alignment(element);
        if let Some(indent) = element.style("text-indent") {
            let number = indent.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
            self.layout.is_indented = number.parse::<f64>().is_ok_and(|number| number > 0.0);
        }
        match &*element.name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = element.name.as_bytes()[1] - b'0';
                self.kind = ReceivedKind::Heading(level);
                self.read_nodes(element);
            }
            "blockquote" => {
                self.kind = ReceivedKind::Quote;
                self.read_nodes(element);
            }
            "pre" => {
                self.layout.is_typed = true;
                self.read_nodes(element);
            }
            "ul" | "menu" | "dir" => self.list(element, |_| None),
            "ol" => self.numbered_list(element),
            "table" => self.read_table(element),
            "hr" => self.end_page(),
            // A form that does not hold the text asks the reader for something.
            "form" if Weight::of(element).sentences * 2 < self.sentences => {}
            _ => self.read_nodes(element),
        }
        self.end_block();
        (self.kind, self.layout, self.setting) = outer;
    }

    /// Reads an element that stands in a line.
    fn read_inline(&mut self, element: &HtmlElement) {
        let outer = self.setting;
        self.set(element);
        match &*element.name {
            // Lines in the middle of a page are lines of their own.
            "br" if self.layout.is_centered => self.end_block(),
            "br" => self.draft().break_here(BreakKind::Line),
            "img" => self.picture(element),
            "sup" => self.superscript(element),
            "del" | "strike" | "s" => self.told(RemarkKind::Deleted, element),
            "math" => {
                self.read_nodes(element);
                self.told(RemarkKind::Unread, element);
            }
            _ => self.read_nodes(element),
        }
        self.setting = outer;
    }

    /// Sets the words of an element as its name and its style say.
    fn set(&mut self, element: &HtmlElement) {
        self.setting.is_strong |= matches!(&*element.name, "strong" | "b");
        // A link is underlined because it is one.
        let line = element.style("text-decoration").or(element.style("text-decoration-line"));
        let has_line = element.name == "u" || line.is_some_and(|line| line.contains("underline"));
        self.setting.is_underlined |= has_line && element.name != "a";
        if let Some(weight) = element.style("font-weight") {
            let is_heavy = weight.parse::<u16>().is_ok_and(|weight| weight >= 600);
            self.setting.is_strong = is_heavy || weight.starts_with("bold");
        }
        if let Some(typeface) = typeface_of(element).filter(|_| self.has_head_typeface) {
            self.setting.is_head = is_head_typeface(&typeface);
        }
    }

    /// A table in the middle of a page says nothing of the words in it, and neither does the element around a
    /// whole text.
    fn set_alignment(&mut self, element: &HtmlElement) {
        let is_layout = matches!(&*element.name, "table" | "tbody" | "tr" | "body")
            || Weight::of(element).sentences * 2 > self.sentences;
        let stated = element.attribute("align").map(str::to_owned);
        let align = element.style("text-align").or(stated).filter(|_| !is_layout);
        if let Some(align) = align {
            self.layout.is_centered = align.eq_ignore_ascii_case("center");
        }
        self.layout.is_centered |= element.name == "center" && !is_layout;
    }

    fn draft(&mut self) -> &mut Draft {
        let line = self.line;
        self.draft.get_or_insert_with(|| Draft::new(line))
    }

    fn push_words(&mut self, text: &str) {
        let setting = self.setting;
        if self.layout.is_typed {
            for (place, line) in text.split('\n').enumerate() {
                if place > 0 {
                    self.draft().break_here(BreakKind::Line);
                }
                self.draft().push_words(line, setting);
            }
            return;
        }
        let line = self.line;
        let is_empty = self.draft.as_ref().is_none_or(Draft::is_line_empty);
        let mut text = joined_lines(text);
        if is_empty {
            // Blanks that only set out the source are not there.
            text = text.trim_start_matches(' ').to_owned();
        }
        if text.is_empty() {
            return;
        }
        let draft = self.draft();
        if draft.is_empty() {
            draft.line = line;
        }
        draft.push_words(&text, setting);
    }

    /// Ends the block that is being read.
    pub(super) fn end_block(&mut self) {
        let Some(draft) = self.draft.take() else { return };
        if draft.is_empty() {
            return;
        }
        let (kind, number) = match self.item.take() {
            Some((_, number)) if matches!(self.kind, ReceivedKind::Heading(_)) => {
                (self.kind.clone(), number)
            }
            Some(item) => item,
            None => (self.kind.clone(), String::new()),
        };
        let is_centered = self.layout.is_centered;
        let blocks = draft.into_blocks(&kind, &number, self.layout.is_indented).into_iter();
        self.content.blocks.extend(blocks.map(|block| ReceivedBlock { is_centered, ..block }));
    }

    fn end_page(&mut self) {
        let is_new = self.content.blocks.last().is_some_and(|b| b.kind != ReceivedKind::PageBreak);
        if is_new {
            self.content.blocks.push(page_break(self.line));
        }
    }

    /// The blocks of an element, read aside.
    pub(super) fn blocks_of(&mut self, element: &HtmlElement) -> Vec<ReceivedBlock> {
        self.end_block();
        let outer = std::mem::take(&mut self.content.blocks);
        self.read_nodes(element);
        self.end_block();
        std::mem::replace(&mut self.content.blocks, outer)
    }

    fn list(&mut self, list: &HtmlElement, mut number: impl FnMut(&HtmlElement) -> Option<String>) {
        let depth = self.lists.min(DEEPEST_ITEM);
        self.lists = self.lists.saturating_add(1);
        for node in &list.nodes {
            match node {
                HtmlNode::Element(item) if item.name == "li" && !is_left_out(item) => {
                    self.line = item.line;
                    self.item = Some(match number(item) {
                        Some(number) => (self.kind.clone(), number),
                        None => (ReceivedKind::Item(depth), String::new()),
                    });
                    self.read_nodes(item);
                    self.end_block();
                    self.item = None;
                }
                HtmlNode::Element(other) if !is_left_out(other) => self.read_block(other),
                HtmlNode::Text(text, line) => {
                    self.line = *line;
                    self.push_words(text);
                }
                HtmlNode::Element(_) => {}
            }
        }
        self.end_block();
        self.lists = self.lists.saturating_sub(1);
    }

    /// A list with numbers, which are part of the text.
    fn numbered_list(&mut self, list: &HtmlElement) {
        let items = list.elements().filter(|item| item.name == "li").count();
        let is_reversed = list.attribute("reversed").is_some();
        let stated = list.attribute("start").and_then(|start| start.trim().parse::<i64>().ok());
        let all = i64::try_from(items).unwrap_or(i64::MAX);
        let mut next = stated.unwrap_or(if is_reversed { all } else { 1 });
        let (manner, sign) = manner_of(list);
        self.list(list, |item| {
            let own = item.attribute("value").and_then(|value| value.trim().parse::<i64>().ok());
            let number = own.unwrap_or(next);
            next = number.saturating_add(if is_reversed { -1 } else { 1 });
            let shown = u32::try_from(number).ok().and_then(|number| numeral(manner, number));
            Some(shown.unwrap_or_else(|| number.to_string()) + sign)
        });
    }

    fn picture(&mut self, image: &HtmlElement) {
        let source = image.attribute("src").unwrap_or_default();
        let name = source.rsplit('/').next().unwrap_or_default();
        let shows = image.attribute("alt").filter(|words| !words.trim().is_empty());
        let is_here = !source.starts_with("data:");
        let words = shows.unwrap_or(if is_here { name } else { "" }).trim().to_owned();
        self.content.remarks.push(ReceivedRemark {
            line: image.line,
            kind: RemarkKind::OtherPicture,
            words,
        });
    }

    /// Raised digits: behind a word the mention of a note, behind a Latin letter or a digit a power.
    fn superscript(&mut self, element: &HtmlElement) {
        let typed = without_blanks(&element.typed_text());
        let is_number = (1..=3).contains(&typed.len()) && typed.bytes().all(|b| b.is_ascii_digit());
        if !is_number {
            self.read_nodes(element);
            return;
        }
        let is_power = self.draft().last_character().is_some_and(|c| c.is_ascii_alphanumeric());
        let raised = |c: char| match c {
            '1' => '¹',
            '2' => '²',
            '3' => '³',
            c => char::from_u32(u32::from('⁰') + u32::from(c) - u32::from('0')).unwrap_or(c),
        };
        let words =
            if is_power { typed.chars().map(raised).collect() } else { format!("［{typed}］") };
        self.push_words(&words);
    }

    fn told(&mut self, kind: RemarkKind, element: &HtmlElement) {
        let words = joined_lines(&element.typed_text()).trim().to_owned();
        if !words.is_empty() {
            self.content.remarks.push(ReceivedRemark { line: element.line, kind, words });
        }
    }
}

/// The manner of the numbers of a list, and the sign behind them.
fn manner_of(list: &HtmlElement) -> (&'static str, &'static str) {
    let style = list.style("list-style-type").or_else(|| list.style("list-style"));
    match (list.attribute("type"), style.as_deref()) {
        (Some("a"), _) | (_, Some("lower-alpha" | "lower-latin")) => ("lowerLetter", ". "),
        (Some("A"), _) | (_, Some("upper-alpha" | "upper-latin")) => ("upperLetter", ". "),
        (Some("i"), _) | (_, Some("lower-roman")) => ("lowerRoman", ". "),
        (Some("I"), _) | (_, Some("upper-roman")) => ("upperRoman", ". "),
        (_, Some("cjk-ideographic" | "simp-chinese-informal" | "trad-chinese-informal")) => {
            ("chineseCountingThousand", "、")
        }
        (_, Some("cjk-decimal")) => ("ideographDigital", "、"),
        (_, Some("none")) => ("none", ""),
        _ => ("decimal", ". "),
    }
}

/// A text as a browser sets it: blanks and ends of lines are one blank, but for ends of lines between two
/// Chinese characters, which only set out the source.
fn joined_lines(text: &str) -> String {
    let is_blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
    let mut joined = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if !is_blank(c) {
            joined.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let after = rest.trim_start_matches(is_blank);
        let blanks = &rest[..rest.len() - after.len()];
        let is_between = joined.chars().next_back().is_some_and(is_wide)
            && after.chars().next().is_some_and(is_wide);
        if !(is_between && blanks.contains('\n')) {
            joined.push(' ');
        }
        rest = after;
    }
    joined
}
