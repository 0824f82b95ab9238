//! Where a line of a text begins, and what may number it.

use super::arabic::Arabic;
use super::{char_at, char_before};

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

/// Whether digits are few enough to number a line: one or two, or three before a full stop and words, as the
/// paragraphs of budgets and treaties have them. `100、` and `2018.` number no line.
pub(super) fn is_label_length(text: &str, number: &Arabic) -> bool {
    match number.plain_digits {
        1 | 2 => true,
        3 => {
            let stop = char_at(text, number.end).filter(|c| matches!(c, '.' | '．'));
            stop.and_then(|stop| char_at(text, number.end + stop.len_utf8()))
                .is_some_and(|next| next != '\n')
        }
        _ => false,
    }
}
