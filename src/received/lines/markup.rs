//! Blocks of tags in a text of Markdown.

use super::line::{Line, Sign};

/// Elements that begin such a block.
const ELEMENTS: [&str; 9] = ["table", "p", "div", "center", "ul", "ol", "h1", "h2", "h3"];

/// The most lines of such a block; one that is never closed is not such a block.
const MOST_LINES: usize = 5_000;

/// The line behind the block of tags that begins in this one; nothing where none does.
pub(super) fn end_of_block(lines: &[Line], start: usize) -> Option<usize> {
    let line = lines.get(start).filter(|line| line.sign == Sign::Text)?;
    let lower = line.words.to_ascii_lowercase();
    let rest = lower.strip_prefix('<')?;
    let name = ELEMENTS.iter().find(|name| {
        let after = rest.strip_prefix(**name);
        after.is_some_and(|after| after.starts_with(['>', ' ', '/']))
    })?;
    let close = format!("</{name}>");
    let most = lines.len().min(start + MOST_LINES);
    let last = (start..most).find(|at| lines[*at].words.to_ascii_lowercase().contains(&close))?;
    Some(last + 1)
}
