//! Words of a foreign file as a terminal may show them.

/// The longest words that are shown whole, in characters.
const LONGEST: usize = 120;

/// A line with what would move the cursor, or hide, written out.
pub(crate) fn printable(line: &str) -> String {
    let is_hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut shown = String::with_capacity(line.len());
    for c in line.chars() {
        if is_hidden(c) { shown.extend(c.escape_default()) } else { shown.push(c) }
    }
    shown
}

/// Words in quotation marks; of long ones the beginning.
pub(crate) fn in_quotes(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("“{}…”", &words[..end]),
        None => format!("“{words}”"),
    }
}
