//! The typefaces of a page, by which offices tell heads.

use super::content::is_left_out;
use super::tree::{HtmlElement, HtmlNode};
use crate::model::is_wide;
use crate::received::draft::is_head_typeface;

/// The first typeface that an element asks for.
pub(super) fn typeface_of(element: &HtmlElement) -> Option<String> {
    let face = element.attribute("face").map(str::to_owned).filter(|_| element.name == "font");
    let family = element.style("font-family").or(face)?;
    family.split(',').next().map(str::to_owned)
}

/// How many characters are in a typeface of heads, and how many there are.
pub(super) fn typeface_counts(element: &HtmlElement, is_head: bool) -> [usize; 2] {
    let is_head = typeface_of(element).map_or(is_head, |typeface| is_head_typeface(&typeface));
    let mut counts = [0; 2];
    for node in &element.nodes {
        let [heads, all] = match node {
            HtmlNode::Element(child) if is_left_out(child) => [0; 2],
            HtmlNode::Element(child) => typeface_counts(child, is_head),
            HtmlNode::Text(text, _) => {
                let count = text.chars().filter(|c| is_wide(*c)).count();
                [if is_head { count } else { 0 }, count]
            }
        };
        counts = [counts[0] + heads, counts[1] + all];
    }
    counts
}
