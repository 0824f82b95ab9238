//! Several periods: results as circles on a line, targets as diamonds at their period.

use super::axis::{self, Axis, ScaleWords};
use super::draw::{Drawing, Place};
use super::label::{self, ASCENT, Anchor, DESCENT, Label};
use super::mark::{self, Growing, Spot};
use super::{Point, Width};
use crate::model::{Comparator, Decimal};

/// The top of the plot: room above it for a mark with an arrow and a label.
const TOP: i32 = 440;
/// From the plot's sides to the first and last period.
const INSET: i32 = 260;
const BORDER: i32 = 20;

/// One period of a series.
#[derive(Debug, Clone)]
pub(crate) struct Period {
    /// Its name as shown: `2017`.
    pub(crate) label: String,
    /// What was reached in it.
    pub(crate) result: Option<Point>,
    /// What was aimed at for it.
    pub(crate) target: Option<Point>,
}

/// What a chart of periods shows.
#[derive(Debug, Clone)]
pub(crate) struct Series<'a> {
    /// The beginning of the ids in the drawing; unique on its page.
    pub(crate) id: &'a str,
    /// The finding, read out first.
    pub(crate) title: &'a str,
    /// The values in a sentence, read out after it.
    pub(crate) description: &'a str,
    /// The periods in order, at equal distances; at most about twelve have room.
    pub(crate) periods: &'a [Period],
    /// How the numbers of the axis are said.
    pub(crate) words: ScaleWords<'a>,
}

/// Where the plot lies, in tenths.
struct Plot {
    left: i32,
    right: i32,
    bottom: i32,
    width: i32,
    scale: Axis,
    count: i32,
}

impl Plot {
    fn x(&self, period: usize) -> i32 {
        let (first, last) = (self.left + INSET, self.right - INSET);
        if self.count < 2 {
            return i32::midpoint(first, last);
        }
        first + (last - first) * i32::try_from(period).unwrap_or(0) / (self.count - 1)
    }

    fn y(&self, value: Decimal) -> i32 {
        self.bottom - self.scale.along(value, self.bottom - TOP)
    }

    /// All marks of one kind: their period, place and point.
    fn marks<'a>(
        &self,
        chart: &Series<'a>,
        which: impl Fn(&'a Period) -> Option<&'a Point>,
    ) -> Vec<MarkedPoint<'a>> {
        let placed = chart.periods.iter().enumerate().filter_map(|(at, period)| {
            let point = which(period)?;
            Some(MarkedPoint { period: at, place: (self.x(at), self.y(point.value)), point })
        });
        placed.collect()
    }
}

/// A point at its place.
struct MarkedPoint<'a> {
    period: usize,
    place: Place,
    point: &'a Point,
}

/// A rectangle that is taken: left, top, right, bottom.
type Area = (i32, i32, i32, i32);

/// Results and targets over periods on a linear axis from zero.
///
/// The line breaks where a period has no result. The drawing is 640 × 280 or 340 × 260 pixels; its
/// text has 13 pixels at that size. Marks without room for
/// their words go without them.
pub(crate) fn series(chart: &Series<'_>, width: Width) -> String {
    let full = width.tenths();
    let height = if width == Width::Wide { 2800 } else { 2600 };
    let points = chart.periods.iter().flat_map(|period| [&period.result, &period.target]);
    let scale = Axis::of(points.flatten().map(|point| point.value));
    let (power, unit) = scale.axis_unit(&chart.words);
    let numbers: Vec<String> = scale
        .ticks(0)
        .iter()
        .map(|tick| axis::axis_number(tick.value, power, chart.words.thousands))
        .collect();
    let widest = numbers.iter().map(|number| label::width(number)).max().unwrap_or(0);
    let left = (BORDER + widest.min(full / 4) + 80).max(220);
    let count = i32::try_from(chart.periods.len()).unwrap_or(i32::MAX);
    let plot = Plot { left, right: full - BORDER, bottom: height - 340, width: full, scale, count };

    let id = format!("{}-{}", chart.id, width.suffix());
    let mut drawing = Drawing::image(&id, (full, height), chart.title, chart.description);
    frame(&mut drawing, &plot, &numbers);
    let mut taken: Vec<Area> = Vec::new();
    let caption = Label::new(unit.trim(), Anchor::Start, BORDER, (BORDER, full - BORDER));
    drawing.draw_text(&caption, 150);
    taken.push((caption.left, 150 - ASCENT, caption.right, 150 + DESCENT));
    name_periods(&mut drawing, &plot, chart, height - 80);
    draw_points(&mut drawing, &plot, chart, &mut taken);
    drawing.finish_drawing()
}

/// Gridlines with their numbers; the line at zero is the axis.
fn frame(drawing: &mut Drawing, plot: &Plot, numbers: &[String]) {
    let mut lines: Vec<[Place; 2]> = Vec::new();
    let mut zero = Vec::new();
    for (tick, number) in plot.scale.ticks(plot.bottom - TOP).iter().zip(numbers) {
        let y = plot.bottom - tick.along;
        let to = if tick.value.is_zero() { &mut zero } else { &mut lines };
        to.push([(plot.left, y), (plot.right, y)]);
        let room = (BORDER, plot.left - 60);
        drawing.draw_text(&Label::new(number, Anchor::End, room.1, room), y + 45);
    }
    for (class, lines) in [("c-grid", lines), ("c-axis", zero)] {
        let drawn: Vec<&[Place]> = lines.iter().map(<[Place; 2]>::as_slice).collect();
        if !drawn.is_empty() {
            drawing.draw_lines(class, 10, &drawn);
        }
    }
}

/// The names of the periods; where they meet, the later ones stay.
fn name_periods(drawing: &mut Drawing, plot: &Plot, chart: &Series<'_>, y: i32) {
    let room = (BORDER, plot.width - BORDER);
    let names = chart.periods.iter().enumerate().rev();
    let labels =
        names.map(|(at, period)| Label::new(&period.label, Anchor::Middle, plot.x(at), room));
    for label in label::with_room(labels) {
        drawing.draw_text(&label, y);
    }
}

/// The line, the marks, and the words beside them.
fn draw_points(drawing: &mut Drawing, plot: &Plot, chart: &Series<'_>, taken: &mut Vec<Area>) {
    let results = plot.marks(chart, |period| period.result.as_ref());
    let targets = plot.marks(chart, |period| period.target.as_ref());
    let joined: Vec<[Place; 2]> = results
        .windows(2)
        .filter(|pair| pair[1].period == pair[0].period + 1)
        .filter_map(|pair| mark::rule(pair[0].place, pair[1].place))
        .collect();
    if !joined.is_empty() {
        let lines: Vec<&[Place]> = joined.iter().map(<[Place; 2]>::as_slice).collect();
        drawing.draw_lines("c-line", 20, &lines);
    }
    taken.extend(joined.iter().flat_map(along));
    taken.extend(results.iter().chain(&targets).map(|marked| area_of(marked)));
    let spot = |marked: &MarkedPoint<'_>| Spot { place: marked.place, growing: Growing::Up };
    for marked in &results {
        mark::result(drawing, spot(marked), marked.point.comparator);
    }
    for marked in &targets {
        mark::draw_target(drawing, spot(marked), marked.point, None);
    }
    // What is newest and what is aimed at is wanted most.
    for marked in targets.iter().rev().chain(worth_naming(plot, &results)) {
        name_mark(drawing, plot, marked, taken);
    }
}

/// The results to name, the newest first: all of them, or the newest and the oldest where the
/// periods are so near that names would stand here and there without reason.
fn worth_naming<'a>(plot: &Plot, results: &'a [MarkedPoint<'a>]) -> Vec<&'a MarkedPoint<'a>> {
    let widest = results.iter().map(|marked| label::width(&marked.point.label)).max();
    let has_room = plot.x(1) - plot.x(0) >= widest.unwrap_or(0) || results.len() < 3;
    match results {
        [first, .., last] if !has_room => vec![last, first],
        _ => results.iter().rev().collect(),
    }
}

/// Small areas along a line, so that no words are written across it.
fn along(line: &[Place; 2]) -> impl Iterator<Item = Area> + use<> {
    let [from, to] = *line;
    (0..=24).map(move |part| {
        let x = from.0 + (to.0 - from.0) * part / 24;
        let y = from.1 + (to.1 - from.1) * part / 24;
        (x - 10, y - 10, x + 10, y + 10)
    })
}

/// What a mark covers with the sign of its bound.
fn area_of(marked: &MarkedPoint<'_>) -> Area {
    let (x, y) = marked.place;
    let (up, down) = reaches(marked.point.comparator);
    (x - mark::REACH, y - up, x + mark::REACH, y + down)
}

/// How far a mark reaches up and down.
fn reaches(comparator: Comparator) -> (i32, i32) {
    match comparator {
        Comparator::Equal => (mark::REACH, mark::REACH),
        Comparator::AtLeast | Comparator::MoreThan => (mark::BOUND_REACH, mark::REACH),
        Comparator::AtMost | Comparator::LessThan => (mark::REACH, mark::BOUND_REACH),
        Comparator::About => (mark::BOUND_REACH, mark::BOUND_REACH),
    }
}

/// Writes the words of a mark above it, below it or beside it, wherever there is room.
fn name_mark(drawing: &mut Drawing, plot: &Plot, marked: &MarkedPoint<'_>, taken: &mut Vec<Area>) {
    let (x, y) = marked.place;
    let (up, down) = reaches(marked.point.comparator);
    let room = (plot.left + 20, plot.width - BORDER);
    let side = mark::REACH + 50;
    let places = [
        (Anchor::Middle, x, y - up - DESCENT - 10),
        (Anchor::Middle, x, y + down + ASCENT + 10),
        (Anchor::End, x - side, y + 45),
        (Anchor::Start, x + side, y + 45),
    ];
    for (anchor, x, base) in places {
        let label = Label::new(&marked.point.label, anchor, x, room);
        let area = (label.left - 20, base - ASCENT, label.right + 20, base + DESCENT);
        let is_free = area.1 >= 0
            && area.3 <= plot.bottom
            && !taken.iter().any(|other| {
                area.0 < other.2 && other.0 < area.2 && area.1 < other.3 && other.1 < area.3
            });
        if is_free {
            drawing.draw_text(&label, base);
            taken.push(area);
            return;
        }
    }
}
