//! Small marks in the rows of a table, under an axis in its head.
//!
//! Axis and rows have one width, so that they align in a column. They repeat what the cells say
//! and are hidden from screen readers.

use super::Point;
use super::axis::{self, Axis};
use super::draw::{Drawing, Place};
use super::exact::{self, Log2};
use super::label::{self, Anchor, Label};
use super::mark::{self, Beyond, Growing, Spot};
use crate::model::Decimal;

const WIDTH: i32 = 2800;
const HEIGHT: i32 = 280;
const MIDDLE: i32 = HEIGHT / 2;
/// Room for a diamond with its arrows at either end of the domain.
const LEFT: i32 = 260;
const RIGHT: i32 = WIDTH - LEFT;
/// Doublings on either side of 1×.
const OCTAVES: u32 = 3;
/// The length of a doubling.
const OCTAVE: i32 = 380;
const ONE: i32 = WIDTH / 2;

/// The gridlines of a ratio: doublings and the words for them.
const RATIOS: [(i32, &str); 5] = [(-2, "1/4×"), (-1, "1/2×"), (0, "1×"), (1, "2×"), (2, "4×")];

/// The common scale of rates in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RateScale(Axis);

impl RateScale {
    /// The scale from zero to a round number that holds all rates; below zero if one is.
    pub(crate) fn of(points: &[Decimal]) -> Self {
        Self(Axis::of(points.iter().copied()))
    }

    fn x(self, value: Decimal) -> i32 {
        LEFT + self.0.along(value, RIGHT - LEFT)
    }
}

/// The axis above [`ratio_row`]s: 280 × 28 pixels, words for 1/4× to 4×.
pub(crate) fn ratio_axis() -> String {
    let labels = RATIOS.map(|(octaves, words)| {
        Label::new(words, Anchor::Middle, ONE + octaves * OCTAVE, (0, WIDTH))
    });
    let lines = RATIOS.map(|(octaves, _)| (ONE + octaves * OCTAVE, octaves == 0));
    svg_head(&labels, &lines)
}

/// A target as a multiple of a result, on a binary logarithmic scale from 1/8× to 8×: the result
/// is the circle at 1×, the target the diamond. What lies outside stands at the end with an arrow.
///
/// Nothing if either is not greater than zero, since then there is no such multiple.
pub(crate) fn ratio_row(result: &Point, target: &Point) -> Option<String> {
    if !result.value.is_positive() || !target.value.is_positive() {
        return None;
    }
    let end = OCTAVE * i32::try_from(OCTAVES).unwrap_or(0);
    let (x, beyond) = match exact::log2(target.value, result.value, OCTAVES) {
        Log2::Below => (ONE - end, Some(Beyond::Low)),
        Log2::Within(log) => (ONE + exact::steps(log, OCTAVE), None),
        Log2::Above => (ONE + end, Some(Beyond::High)),
    };
    let lines = RATIOS.map(|(octaves, _)| (ONE + octaves * OCTAVE, octaves == 0));
    Some(row_svg(&lines, (ONE, result), (x, target), beyond))
}

/// The axis above [`rate_row`]s: 280 × 28 pixels, in percent.
pub(crate) fn rate_axis(scale: RateScale) -> String {
    let labels = scale.0.ticks(RIGHT - LEFT).into_iter().map(|tick| {
        let words = format!("{}%", axis::axis_number(tick.value, 0, ""));
        Label::new(&words, Anchor::Middle, LEFT + tick.along, (0, WIDTH))
    });
    svg_head(&label::with_room(labels), &rate_lines(scale))
}

/// Two rates in percent on a common linear scale: their distance is in percentage points.
///
/// A target the scale was not made for stands at its end with an arrow.
pub(crate) fn rate_row(result: &Point, target: &Point, scale: RateScale) -> String {
    let x = scale.x(target.value);
    let beyond = match x {
        LEFT if scale.is_below(target.value) => Some(Beyond::Low),
        RIGHT if scale.is_above(target.value) => Some(Beyond::High),
        _ => None,
    };
    row_svg(&rate_lines(scale), (scale.x(result.value), result), (x, target), beyond)
}

impl RateScale {
    fn is_below(self, value: Decimal) -> bool {
        self.0.ticks(0).first().is_some_and(|tick| value < tick.value)
    }

    fn is_above(self, value: Decimal) -> bool {
        self.0.ticks(0).last().is_some_and(|tick| value > tick.value)
    }
}

/// The gridlines of a rate scale, and whether each is the line at zero.
fn rate_lines(scale: RateScale) -> Vec<(i32, bool)> {
    let ticks = scale.0.ticks(RIGHT - LEFT);
    ticks.iter().map(|tick| (LEFT + tick.along, tick.value.is_zero())).collect()
}

fn svg_head(labels: &[Label], lines: &[(i32, bool)]) -> String {
    let mut drawing = Drawing::hidden(WIDTH, HEIGHT, 13);
    grid(&mut drawing, lines, 200);
    for label in labels {
        drawing.draw_text(label, 150);
    }
    drawing.finish_drawing()
}

fn row_svg(
    lines: &[(i32, bool)],
    (from, result): (i32, &Point),
    (to, target): (i32, &Point),
    beyond: Option<Beyond>,
) -> String {
    let mut drawing = Drawing::hidden(WIDTH, HEIGHT, 13);
    grid(&mut drawing, lines, 0);
    if let Some(rule) = mark::rule((from, MIDDLE), (to, MIDDLE)) {
        drawing.draw_lines("c-line", 20, &[&rule]);
    }
    let spot = |x| Spot { place: (x, MIDDLE), growing: Growing::Right };
    mark::result(&mut drawing, spot(from), result.comparator);
    mark::draw_target(&mut drawing, spot(to), target, beyond);
    drawing.finish_drawing()
}

/// Lines from a height to the bottom; the line of comparison is an axis.
fn grid(drawing: &mut Drawing, lines: &[(i32, bool)], top: i32) {
    for (is_axis, class) in [(false, "c-grid"), (true, "c-axis")] {
        let drawn: Vec<[Place; 2]> = lines
            .iter()
            .filter(|(_, is)| *is == is_axis)
            .map(|(x, _)| [(*x, top), (*x, HEIGHT)])
            .collect();
        let drawn: Vec<&[Place]> = drawn.iter().map(<[Place; 2]>::as_slice).collect();
        if !drawn.is_empty() {
            drawing.draw_lines(class, 10, &drawn);
        }
    }
}
