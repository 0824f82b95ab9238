//! Roman numerals: II, Ⅴ.

use super::char_at;

/// A Roman numeral up to twenty or so, and where it ends.
pub(super) fn roman(text: &str, at: usize) -> Option<(u32, usize)> {
    if let Some(c) = char_at(text, at).filter(|c| ('Ⅰ'..='Ⅻ').contains(c)) {
        return Some((u32::from(c) - u32::from('Ⅰ') + 1, at + c.len_utf8()));
    }
    let letters = text.as_bytes().get(at..)?.iter().take(6).take_while(|b| b"IVX".contains(b));
    let values: Vec<u32> = letters
        .map(|letter| match letter {
            b'I' => 1,
            b'V' => 5,
            _ => 10,
        })
        .collect();
    if values.is_empty() || values.len() > 5 {
        return None;
    }
    let mut total = 0;
    for (place, value) in values.iter().enumerate() {
        let is_less = values.get(place + 1).is_some_and(|next| next > value);
        // IV, IX: a lesser numeral before a greater one is taken off.
        total = if is_less { total + 100 - value } else { total + value };
    }
    Some((total % 100, at + values.len()))
}
