//! Where words stand, from an estimate of how wide they are.
//!
//! Fonts differ from reader to reader, so widths are guessed on the wide side.

use super::draw::without_controls;

/// The height of a line of words above its base line, in tenths.
pub(super) const ASCENT: i32 = 120;
/// The depth of a line of words below its base line, in tenths.
pub(super) const DESCENT: i32 = 40;
/// The least room between two words on a line, in tenths.
const GAP: i32 = 80;

/// Which part of a label stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// The attribute, with a space before it.
    pub(super) fn anchor_attribute(self) -> &'static str {
        match self {
            Self::Start => "",
            Self::Middle => r#" text-anchor="middle""#,
            Self::End => r#" text-anchor="end""#,
        }
    }
}

/// Words with their place on a line, in tenths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// The words.
    pub(crate) text: String,
    /// What part of them stands at `x`.
    pub(crate) anchor: Anchor,
    /// Where.
    pub(crate) x: i32,
    /// Where they begin.
    pub(crate) left: i32,
    /// Where they end.
    pub(crate) right: i32,
}

impl Label {
    /// Words at `x`, moved as little as is needed to stand between `left` and `right`.
    pub(super) fn new(text: &str, anchor: Anchor, x: i32, (left, right): (i32, i32)) -> Self {
        let text = shortened(text, right - left);
        let width = width(&text);
        let begin = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2,
            Anchor::End => x - width,
        };
        let (anchor, x, begin) = if begin < left {
            (Anchor::Start, left, left)
        } else if begin + width > right {
            (Anchor::End, right, right - width)
        } else {
            (anchor, x, begin)
        };
        Self { text, anchor, x, left: begin, right: begin + width }
    }

    /// Whether two labels on one line run into each other.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.left < other.right + GAP && other.left < self.right + GAP
    }
}

/// How wide words are at 13 pixels, in tenths.
pub(super) fn width(text: &str) -> i32 {
    text.chars()
        .map(|c| match c {
            'M' | 'W' | 'm' | 'w' | '%' | '@' => 115,
            'A'..='Z' => 90,
            // Chinese quotation marks and dashes are as wide as characters.
            '\u{2000}'.. => 130,
            _ => 75,
        })
        .sum()
}

/// The words, or as many as have room.
fn shortened(text: &str, room: i32) -> String {
    let text = without_controls(text);
    if width(&text) <= room {
        return text;
    }
    let mut kept = String::new();
    let mut used = width("…");
    for c in text.chars() {
        used += width(c.encode_utf8(&mut [0; 4]));
        if used > room {
            break;
        }
        kept.push(c);
    }
    kept.push('…');
    kept
}

/// The labels that have room on one line; of two that meet, the one given first stays.
pub(super) fn with_room(labels: impl IntoIterator<Item = Label>) -> Vec<Label> {
    let mut kept: Vec<Label> = Vec::new();
    for label in labels {
        if !kept.iter().any(|other| other.meets(&label)) {
            kept.push(label);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_stays_in_its_box_and_keeps_its_middle_when_it_can() {
        let free = Label::new("400", Anchor::Middle, 1000, (0, 3400));
        assert_eq!((free.anchor, free.x), (Anchor::Middle, 1000));
        let left = Label::new("4000亿元", Anchor::Middle, 10, (0, 3400));
        assert_eq!((left.anchor, left.left), (Anchor::Start, 0));
        let right = Label::new("4000亿元", Anchor::Middle, 3390, (0, 3400));
        assert_eq!((right.anchor, right.right), (Anchor::End, 3400));
    }

    #[test]
    fn words_without_room_are_cut_with_an_ellipsis() {
        let cut = Label::new(&"亿".repeat(100), Anchor::Middle, 300, (0, 1300));
        assert_eq!(cut.text, format!("{}…", "亿".repeat(9)));
        assert_eq!((cut.left, cut.right), (0, 1300));
    }

    #[test]
    fn of_two_labels_that_meet_the_first_stays() {
        let at = |x| Label::new("2017", Anchor::Middle, x, (0, 3400));
        let kept = with_room([at(3000), at(2800), at(2600), at(100)]);
        assert_eq!(kept.iter().map(|label| label.left).collect::<Vec<_>>(), [2850, 2450, 0]);
    }
}
