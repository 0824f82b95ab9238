//! Where a line of a text begins.

use super::char_before;

/// Whether only marks of headings, quotes and lists stand before a byte in its line.
pub(super) fn is_line_start(text: &str, at: usize) -> bool {
    let mut at = at;
    for _ in 0..16 {
        match char_before(text, at) {
            None | Some('\n') => return true,
            Some(c) if matches!(c, ' ' | '#' | '>' | '*' | '-' | '\u{3000}' | '\t') => {
                at -= c.len_utf8();
            }
            Some(_) => return false,
        }
    }
    false
}
