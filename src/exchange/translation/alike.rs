//! What of a block is not its words, and must come back as it left.

use crate::model::{Page, Place};

/// Whether new Markdown keeps what is not its words: comments, and the attributes of a heading. Those of the
/// original may be left out where the place is new.
pub(super) fn alike(
    old: &str,
    new: &str,
    page: &Page,
    place: Place,
    is_new: bool,
) -> Result<(), String> {
    let is_without = is_new && comments(new).is_empty();
    if !is_without && comments(old) != comments(new) {
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
