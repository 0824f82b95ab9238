//! The styles of a DOCX: what a paragraph or a run is by the name of its style, and what the style says of
//! it through all styles it is based on.

use std::collections::BTreeMap;

use super::format::{ParagraphFormat, RunFormat, value_of};
use crate::exchange::formats::xml::Element;

/// How many styles may be based on one another.
const LONGEST_CHAIN: usize = 32;

/// What a style is by its name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum StyleName {
    /// The title of the document.
    Title,
    /// A heading of this level, from 1.
    Heading(u8),
    /// A line of the table of contents, or its head.
    Contents,
    /// A quotation.
    Quote,
    /// Anything else.
    #[default]
    Other,
}

/// A style, or what a chain of them says.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    /// What it is by its name.
    pub(super) name: StyleName,
    /// What it says of a paragraph.
    pub(super) paragraph: ParagraphFormat,
    /// What it says of characters.
    pub(super) run: RunFormat,
    based_on: Option<String>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    normal: Option<String>,
    /// What holds where no style says otherwise.
    defaults: Style,
}

impl Styles {
    /// The styles of a part `styles`.
    pub(super) fn of(root: Option<&Element>) -> Self {
        let mut styles = Self::default();
        let Some(root) = root else { return styles };
        let properties =
            |outer: &str, inner: &str| root.first("docDefaults")?.first(outer)?.first(inner);
        styles.defaults.run = RunFormat::of(properties("rPrDefault", "rPr"));
        styles.defaults.paragraph = ParagraphFormat::of(properties("pPrDefault", "pPr"));
        for element in root.elements().filter(|element| element.name == "style") {
            let Some(id) = element.local_attribute("styleId") else { continue };
            let is_normal = element.local_attribute("type") == Some("paragraph")
                && matches!(element.local_attribute("default"), Some("1" | "true" | "on"));
            if is_normal {
                styles.normal = Some(id.to_owned());
            }
            let style = Style {
                name: value_of(element, "name").map(style_name).unwrap_or_default(),
                paragraph: ParagraphFormat::of(element.first("pPr")),
                run: RunFormat::of(element.first("rPr")),
                based_on: value_of(element, "basedOn").map(str::to_owned),
            };
            styles.by_id.insert(id.to_owned(), style);
        }
        styles
    }

    /// What the style of a paragraph says, without the defaults of the document.
    pub(super) fn of_paragraph(&self, id: Option<&str>) -> Style {
        // A style that is not there is read as its own name, as programs do that write no styles.
        match id.or(self.normal.as_deref()) {
            Some(id) if !self.by_id.contains_key(id) => {
                Style { name: style_name(id), ..Style::default() }
            }
            id => self.chain(id),
        }
    }

    /// What a style and those it is based on say.
    fn chain(&self, id: Option<&str>) -> Style {
        let mut merged = Style::default();
        let mut next = id;
        for _ in 0..LONGEST_CHAIN {
            let Some(style) = next.and_then(|id| self.by_id.get(id)) else { break };
            if merged.name == StyleName::Other {
                merged.name = style.name;
            }
            merged.paragraph = merged.paragraph.over(style.paragraph);
            merged.run = merged.run.over(&style.run);
            next = style.based_on.as_deref();
        }
        merged
    }

    /// What holds for a run: its own properties, else those of the styles. Bold in the style of the
    /// paragraph and in that of the run is not bold, as an emphasis in an emphasis.
    pub(super) fn of_run(&self, own: Option<&Element>, paragraph: &RunFormat) -> RunFormat {
        let direct = RunFormat::of(own);
        let style = self.chain(own.and_then(|own| value_of(own, "rStyle"))).run;
        let toggled = |paragraph: Option<bool>, run: Option<bool>, default: Option<bool>| {
            let is_on = paragraph.unwrap_or(false) != run.unwrap_or(false);
            Some(is_on || default.unwrap_or(false))
        };
        let defaults = &self.defaults.run;
        let styled = RunFormat {
            bold: toggled(paragraph.bold, style.bold, defaults.bold),
            hidden: toggled(paragraph.hidden, style.hidden, defaults.hidden),
            ..style.over(paragraph).over(defaults)
        };
        direct.over(&styled)
    }

    /// What holds for a paragraph: its own properties, else those of its style.
    pub(super) fn format_of(&self, own: Option<&Element>, style: &Style) -> ParagraphFormat {
        let direct = ParagraphFormat::of(own);
        direct.over(style.paragraph).over(self.defaults.paragraph)
    }
}

/// What a style is by its name, in the languages that programs write it in.
fn style_name(name: &str) -> StyleName {
    let packed: String =
        name.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_lowercase();
    let numbered = |words: &[&str]| {
        let rest = words.iter().find_map(|word| packed.strip_prefix(word))?;
        rest.parse::<u8>().ok().filter(|level| (1..=9).contains(level))
    };
    if let Some(level) = numbered(&["heading", "标题", "標題"]) {
        return StyleName::Heading(level);
    }
    if numbered(&["toc", "目录", "目錄", "contents"]).is_some() {
        return StyleName::Contents;
    }
    match &*packed {
        "title" | "标题" | "標題" => StyleName::Title,
        "tocheading" | "toc标题" | "contentsheading" => StyleName::Contents,
        "quote" | "intensequote" | "quotations" | "blocktext" | "引用" | "明显引用" => {
            StyleName::Quote
        }
        _ => StyleName::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::formats::xml::read_xml;

    #[test]
    fn styles_are_told_by_their_names() {
        for (name, expected) in [
            ("heading 1", StyleName::Heading(1)),
            ("Heading2", StyleName::Heading(2)),
            ("标题 3", StyleName::Heading(3)),
            ("Title", StyleName::Title),
            ("标题", StyleName::Title),
            ("toc 2", StyleName::Contents),
            ("TOC Heading", StyleName::Contents),
            ("Intense Quote", StyleName::Quote),
            ("heading 12", StyleName::Other),
            ("Normal", StyleName::Other),
        ] {
            assert_eq!(style_name(name), expected, "{name}");
        }
    }

    #[test]
    fn a_style_says_what_those_say_it_is_based_on() {
        let root = read_xml(
            "<styles><style type='paragraph' default='1' styleId='n'><name val='Normal'/></style>\
             <style type='paragraph' styleId='a'><name val='heading 1'/><basedOn val='b'/>\
             <pPr><outlineLvl val='0'/></pPr></style>\
             <style type='paragraph' styleId='b'><name val='x'/><basedOn val='a'/><rPr><b/></rPr></style>\
             <style type='character' styleId='c'><name val='Strong'/><rPr><b/></rPr></style></styles>",
        )
        .unwrap();
        let styles = Styles::of(Some(&root));
        let style = styles.of_paragraph(Some("b"));
        assert_eq!(style.name, StyleName::Heading(1));
        assert_eq!((style.paragraph.outline, style.run.bold), (Some(0), Some(true)));
        let bold = |text: &str, paragraph: &RunFormat| {
            styles.of_run(Some(&read_xml(text).unwrap()), paragraph).bold
        };
        let normal = styles.of_paragraph(None).run;
        assert_eq!(bold("<rPr><rStyle val='c'/></rPr>", &normal), Some(true));
        assert_eq!(bold("<rPr><rStyle val='c'/></rPr>", &style.run), Some(false));
        assert_eq!(bold("<rPr><rStyle val='c'/><b/></rPr>", &style.run), Some(true));
        assert_eq!(bold("<rPr><b val='false'/></rPr>", &style.run), Some(false));
    }
}
