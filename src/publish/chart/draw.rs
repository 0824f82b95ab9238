//! Writing SVG: shapes, texts, and the frame around them.
//!
//! Lengths are whole tenths of a pixel. Colours come from classes alone, so that themes, print and
//! forced colours reach every drawing; `fill` and `stroke-width` are part of a shape.

use std::fmt::{self, Write as _};

use super::label::Label;
use crate::publish::html;

/// A length in tenths of a pixel, written in pixels.
struct Px(i32);

impl fmt::Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        match tenth {
            0 => write!(f, "{sign}{whole}"),
            _ => write!(f, "{sign}{whole}.{tenth}"),
        }
    }
}

/// A place in tenths of a pixel.
pub(super) type Place = (i32, i32);

/// An SVG drawing that is being written.
pub(super) struct Drawing {
    svg: String,
}

impl Drawing {
    /// A drawing that only repeats what stands in words beside it.
    pub(super) fn hidden(width: i32, height: i32, font_size: u32) -> Self {
        let svg = format!(
            r#"<svg viewBox="0 0 {} {}" font-size="{font_size}" aria-hidden="true">"#,
            Px(width),
            Px(height),
        );
        Self { svg }
    }

    /// A drawing that stands for itself and is read out by its title and description.
    pub(super) fn image(id: &str, size: Place, title: &str, description: &str) -> Self {
        let mut safe_id = String::new();
        html::escape_attribute(&mut safe_id, &without_controls(id));
        let mut svg = format!(
            r#"<svg viewBox="0 0 {} {}" font-size="13" role="img" aria-labelledby="{safe_id}-title {safe_id}-desc">"#,
            Px(size.0),
            Px(size.1),
        );
        for (tag, end, words) in [("title", "title", title), ("desc", "desc", description)] {
            let _ = write!(svg, r#"<{tag} id="{safe_id}-{end}">"#);
            html::escape(&mut svg, &without_controls(words));
            let _ = write!(svg, "</{tag}>");
        }
        Self { svg }
    }

    /// Lines of one kind; `width` in tenths.
    pub(super) fn draw_lines(&mut self, class: &str, width: i32, lines: &[&[Place]]) {
        let _ = write!(
            self.svg,
            r#"<path class="{class}" fill="none" stroke-width="{}" d=""#,
            Px(width)
        );
        for line in lines {
            self.points(line);
        }
        self.svg.push_str("\"/>");
    }

    /// A closed shape: filled, or outlined in a stroke of 1.5 pixels.
    pub(super) fn shape(&mut self, class: &str, is_filled: bool, points: &[Place]) {
        let paint = if is_filled { "" } else { r#" fill="none" stroke-width="1.5""# };
        let _ = write!(self.svg, r#"<path class="{class}"{paint} d=""#);
        self.points(points);
        self.svg.push_str("Z\"/>");
    }

    fn points(&mut self, points: &[Place]) {
        for (at, (x, y)) in points.iter().enumerate() {
            let _ = write!(self.svg, "{}{} {}", if at == 0 { 'M' } else { 'L' }, Px(*x), Px(*y));
        }
    }

    /// A hollow circle in a stroke of two pixels.
    pub(super) fn circle(&mut self, class: &str, (x, y): Place, radius: i32) {
        let _ = write!(
            self.svg,
            r#"<circle class="{class}" fill="none" stroke-width="2" cx="{}" cy="{}" r="{}"/>"#,
            Px(x),
            Px(y),
            Px(radius),
        );
    }

    /// A label on its base line.
    pub(super) fn draw_text(&mut self, label: &Label, y: i32) {
        if label.text.is_empty() {
            return;
        }
        let anchor = label.anchor.anchor_attribute();
        let _ =
            write!(self.svg, r#"<text class="c-label" x="{}" y="{}"{anchor}>"#, Px(label.x), Px(y));
        html::escape(&mut self.svg, &label.text);
        self.svg.push_str("</text>");
    }

    /// The finished drawing.
    pub(super) fn finish_drawing(mut self) -> String {
        self.svg.push_str("</svg>");
        self.svg
    }
}

/// The text without the characters that XML cannot hold, however they are written.
pub(super) fn without_controls(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_are_written_as_short_as_possible() {
        let written = [0, 5, 10, 1234, -5, -20].map(|tenths| Px(tenths).to_string());
        assert_eq!(written, ["0", "0.5", "1", "123.4", "-0.5", "-2"]);
    }

    #[test]
    fn words_never_become_markup() {
        let svg = Drawing::image("a\"b", (10, 10), "<b>&\u{0}", "]]>").finish_drawing();
        assert!(svg.contains("<title id=\"a&quot;b-title\">&lt;b&gt;&amp;</title>"), "{svg}");
        assert!(svg.contains("<desc id=\"a&quot;b-desc\">]]&gt;</desc>"), "{svg}");
    }
}
