//! The characters of fonts of symbols: their codes say nothing by themselves.

use crate::received::numeral::circled_number;

/// Fonts of symbols by what their names begin with.
const FONTS: [(&str, Font); 6] = [
    ("wingdings 2", Font::Wingdings2),
    ("wingdings 3", Font::Other),
    ("wingdings", Font::Wingdings),
    ("webdings", Font::Other),
    ("symbol", Font::Symbol),
    ("zapfdingbats", Font::Other),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Font {
    Wingdings,
    Wingdings2,
    Symbol,
    /// A font whose signs are drawings that no text is made of.
    Other,
}

/// Wingdings by code.
const WINGDINGS: [(u32, char); 30] = [
    (0x28, '☎'),
    (0x2a, '✉'),
    (0x46, '☞'),
    (0x6c, '●'),
    (0x6d, '○'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x70, '□'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x73, '◆'),
    (0x74, '◆'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '◆'),
    (0x9e, '·'),
    (0x9f, '•'),
    (0xa1, '○'),
    (0xa2, '○'),
    (0xa4, '◉'),
    (0xa7, '▪'),
    (0xa8, '□'),
    (0xab, '★'),
    (0xb5, '☆'),
    (0xd8, '➢'),
    (0xdf, '←'),
    (0xe0, '→'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfe, '☑'),
];

/// Wingdings 2 by code: the boxes that forms are ticked in.
const WINGDINGS_2: [(u32, char); 5] =
    [(0x4f, '✗'), (0x50, '✓'), (0x52, '☑'), (0x53, '☒'), (0xa3, '□')];

/// Symbol: Greek letters stand at Latin ones.
const GREEK: (&str, &str) = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
);

/// Symbol by code, other than letters.
const SYMBOL: [(u32, char); 24] = [
    (0x24, '∃'),
    (0x2d, '−'),
    (0x40, '≅'),
    (0xa2, '′'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xab, '↔'),
    (0xac, '←'),
    (0xad, '↑'),
    (0xae, '→'),
    (0xaf, '↓'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb2, '″'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb6, '∂'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xbb, '≈'),
    (0xbc, '…'),
    (0xe5, '∑'),
    (0xd6, '√'),
];

/// Whether a font has symbols at the places of letters.
pub(super) fn is_symbol_font(font: &str) -> bool {
    font_of(font).is_some()
}

fn font_of(font: &str) -> Option<Font> {
    let name = font.to_lowercase();
    FONTS.iter().find(|(known, _)| name.starts_with(known)).map(|(_, font)| *font)
}

/// The character that stands at a code of a font of symbols; nothing if it is not known. The codes lie in
/// the private use area or at their last byte.
pub(super) fn symbol(font: &str, code: u32) -> Option<char> {
    let place = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let in_table = |table: &[(u32, char)]| {
        table.iter().find(|(known, _)| *known == place).map(|(_, sign)| *sign)
    };
    let ascii = char::from_u32(place).filter(char::is_ascii);
    match font_of(font) {
        // What is not a font of symbols has its own character there.
        None => char::from_u32(code).filter(|c| !c.is_control() && !is_private(*c)),
        Some(Font::Wingdings) => in_table(&WINGDINGS).or_else(|| in_circle(place)),
        Some(Font::Wingdings2) => in_table(&WINGDINGS_2),
        Some(Font::Symbol) => in_table(&SYMBOL).or_else(|| {
            let letter = GREEK.0.chars().zip(GREEK.1.chars()).find(|(at, _)| Some(*at) == ascii);
            letter.map(|(_, letter)| letter).or(ascii.filter(|c| !c.is_control()))
        }),
        Some(Font::Other) => None,
    }
}

/// ① to ⑩ of Wingdings, and the same in black.
fn in_circle(place: u32) -> Option<char> {
    match place {
        0x81..=0x8a => circled_number(place - 0x80)?.chars().next(),
        0x8c..=0x95 => char::from_u32(u32::from('❶') + place - 0x8c),
        _ => None,
    }
}

fn is_private(c: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_fonts_of_symbols_are_characters() {
        for (font, code, expected) in [
            ("Wingdings", 0xf06c, Some('●')),
            ("Wingdings", 0x6c, Some('●')),
            ("Wingdings", 0xf081, Some('①')),
            ("Wingdings 2", 0xf052, Some('☑')),
            ("Webdings", 0xf052, None),
            ("Symbol", 0xf061, Some('α')),
            ("Symbol", 0xf0b7, Some('•')),
            ("Symbol", 0xf035, Some('5')),
            ("宋体", 0x25a0, Some('■')),
            ("宋体", 0xf06c, None),
        ] {
            assert_eq!(symbol(font, code), expected, "{font} {code:x}");
        }
    }
}
