//! One large dumbbell: a result and its target on an axis of their own.

use super::axis::{self, Axis, ScaleWords};
use super::draw::{Drawing, Place};
use super::label::{self, Anchor, Label};
use super::mark::{self, Growing, Spot};
use super::{Point, Width};

/// Left of the axis: room for the arrow of a bound at zero.
const LEFT: i32 = 220;
/// The base line of labels above the marks.
const UPPER: i32 = 160;
const MARKS: i32 = 340;
/// The base line of a label below the marks.
const LOWER: i32 = 590;
/// How far from the marks the gridlines reach, and no further where a label stands.
const BAND: i32 = 110;
/// Room around labels at the border.
const BORDER: i32 = 20;

/// What a large dumbbell shows.
#[derive(Debug, Clone)]
pub(crate) struct Dumbbell<'a> {
    /// The beginning of the ids in the drawing; unique on its page.
    pub(crate) id: &'a str,
    /// The finding, read out first.
    pub(crate) title: &'a str,
    /// The values in a sentence, read out after it.
    pub(crate) description: &'a str,
    /// What was reached.
    pub(crate) result: &'a Point,
    /// What is aimed at.
    pub(crate) target: &'a Point,
    /// How the numbers of the axis are said.
    pub(crate) words: ScaleWords<'a>,
}

/// Result and target on one linear axis from zero, each with its words beside it.
///
/// The drawing is 640 or 340 pixels wide; its text has 13 pixels at that size.
pub(crate) fn dumbbell(chart: &Dumbbell<'_>, width: Width) -> String {
    let full = width.tenths();
    let scale = Axis::of([chart.result.value, chart.target.value]);
    let (power, unit) = scale.axis_unit(&chart.words);
    let right = full - right_margin(&scale, power, &unit, &chart.words, full);
    let x = |value| LEFT + scale.along(value, right - LEFT);
    let (from, to) = (x(chart.result.value), x(chart.target.value));

    let (result, target, is_stacked) = end_labels(chart, from, to, full);
    let base = if is_stacked { LOWER + 130 } else { MARKS + 180 };
    let (ticks, caption) = tick_labels(&scale, power, &unit, &chart.words, (right, full));
    let height = base + 260 + if caption.is_some() { 190 } else { 0 };

    let id = format!("{}-{}", chart.id, width.suffix());
    let mut drawing = Drawing::image(&id, (full, height), chart.title, chart.description);
    grid(&mut drawing, &scale, right, base, is_stacked.then_some(&target));
    for label in &ticks {
        drawing.draw_text(label, base + 200);
    }
    if let Some(caption) = caption {
        drawing.draw_text(&caption, base + 390);
    }
    if let Some(rule) = mark::rule((from, MARKS), (to, MARKS)) {
        drawing.draw_lines("c-line", 20, &[&rule]);
    }
    let spot = |x| Spot { place: (x, MARKS), growing: Growing::Right };
    mark::result(&mut drawing, spot(from), chart.result.comparator);
    mark::draw_target(&mut drawing, spot(to), chart.target, None);
    drawing.draw_text(&result, UPPER);
    drawing.draw_text(&target, if is_stacked { LOWER } else { UPPER });
    drawing.finish_drawing()
}

/// Room right of the axis for the arrow of a bound, and for the unit after the last number.
fn right_margin(scale: &Axis, power: i32, unit: &str, words: &ScaleWords<'_>, full: i32) -> i32 {
    let last = last_number(scale, power, words);
    let wanted = label::width(&last) / 2 + label::width(unit) + 2 * BORDER;
    if wanted <= full / 4 { wanted.max(LEFT) } else { LEFT.max(label::width(&last).min(600) / 2) }
}

fn last_number(scale: &Axis, power: i32, words: &ScaleWords<'_>) -> String {
    let ticks = scale.ticks(0);
    ticks
        .last()
        .map_or_else(String::new, |tick| axis::axis_number(tick.value, power, words.thousands))
}

/// The labels of both marks, and whether the target's must go below for want of room.
fn end_labels(chart: &Dumbbell<'_>, from: i32, to: i32, full: i32) -> (Label, Label, bool) {
    let room = (BORDER, full - BORDER);
    let both = |anchors: (Anchor, Anchor), from: i32, to: i32| {
        (
            Label::new(&chart.result.label, anchors.0, from, room),
            Label::new(&chart.target.label, anchors.1, to, room),
        )
    };
    let middle = both((Anchor::Middle, Anchor::Middle), from, to);
    if !middle.0.meets(&middle.1) {
        return (middle.0, middle.1, false);
    }
    // Turned away from each other, two labels may still find room on one line.
    let apart = if from <= to {
        both((Anchor::End, Anchor::Start), from + mark::REACH, to - mark::REACH)
    } else {
        both((Anchor::Start, Anchor::End), from - mark::REACH, to + mark::REACH)
    };
    if !apart.0.meets(&apart.1) {
        return (apart.0, apart.1, false);
    }
    (middle.0, middle.1, true)
}

/// The numbers under the ticks. The unit follows the last one, or has a line of its own.
fn tick_labels(
    scale: &Axis,
    power: i32,
    unit: &str,
    words: &ScaleWords<'_>,
    (right, full): (i32, i32),
) -> (Vec<Label>, Option<Label>) {
    let room = (BORDER, full - BORDER);
    let mut labels: Vec<Label> = scale
        .ticks(right - LEFT)
        .iter()
        .map(|tick| {
            let text = axis::axis_number(tick.value, power, words.thousands);
            Label::new(&text, Anchor::Middle, LEFT + tick.along, room)
        })
        .collect();
    let mut caption = None;
    if let Some(last) = labels.last_mut() {
        // The number stays under its tick; only the unit reaches beyond it.
        let whole = format!("{}{unit}", last.text);
        if last.anchor == Anchor::Middle && last.left + label::width(&whole) <= room.1 {
            *last = Label::new(&whole, Anchor::Start, last.left, room);
        } else {
            caption = Some(Label::new(unit.trim(), Anchor::End, room.1, room));
        }
    }
    labels.reverse();
    (label::with_room(labels), caption.filter(|caption| !caption.text.is_empty()))
}

/// Gridlines, the axis with its ticks, and the line at zero.
fn grid(drawing: &mut Drawing, scale: &Axis, right: i32, base: i32, lower: Option<&Label>) {
    let mut lines: Vec<[Place; 2]> = Vec::new();
    let mut strong: Vec<[Place; 2]> = vec![[(LEFT, base), (right, base)]];
    for tick in scale.ticks(right - LEFT) {
        let x = LEFT + tick.along;
        let is_covered = lower.is_some_and(|label| x > label.left - 40 && x < label.right + 40);
        let end = if is_covered { MARKS + BAND } else { base };
        let to = if tick.value.is_zero() { &mut strong } else { &mut lines };
        to.push([(x, MARKS - BAND), (x, end)]);
        strong.push([(x, base), (x, base + 50)]);
    }
    for (class, lines) in [("c-grid", lines), ("c-axis", strong)] {
        let drawn: Vec<&[Place]> = lines.iter().map(<[Place; 2]>::as_slice).collect();
        if !drawn.is_empty() {
            drawing.draw_lines(class, 10, &drawn);
        }
    }
}
