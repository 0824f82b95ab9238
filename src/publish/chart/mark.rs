//! The marks all charts share: circle, diamond, rule, and the signs of a bound.
//!
//! Shape carries the meaning, since indigo and vermilion are equally dark: a result is a hollow
//! circle, a target a diamond, a target that is striven for (力争) an outlined one.

use super::Point;
use super::draw::{Drawing, Place};
use crate::model::Comparator;

/// From the middle of a mark to its edge, in tenths.
pub(super) const REACH: i32 = 65;
/// From the middle of a mark to the tip of the sign of its bound.
pub(super) const BOUND_REACH: i32 = BOUND_START + ARROW;

const BOUND_START: i32 = 85;
const ARROW: i32 = 100;
/// Where a bound begins when the arrow of the domain's end comes first.
const BOUND_START_BEYOND: i32 = 155;

/// Which way the numbers grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Growing {
    /// Along a row.
    Right,
    /// Up a chart of periods.
    Up,
}

/// The end of the domain that a value lies beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beyond {
    /// Below the least.
    Low,
    /// Above the greatest.
    High,
}

/// Where a mark stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    /// Its middle.
    pub(crate) place: Place,
    /// Which way greater numbers lie.
    pub(crate) growing: Growing,
}

impl Spot {
    /// The place so far towards greater numbers, and so far across.
    fn place_at(self, along: i32, across: i32) -> Place {
        let (x, y) = self.place;
        match self.growing {
            Growing::Right => (x + along, y + across),
            Growing::Up => (x + across, y - along),
        }
    }
}

/// A hollow circle with the sign of its bound.
pub(super) fn result(drawing: &mut Drawing, spot: Spot, comparator: Comparator) {
    draw_bound(drawing, "c-result", spot, comparator, None);
    drawing.circle("c-result", spot.place, REACH - 10);
}

/// A diamond with the sign of its bound, and an arrow if the value lies outside the domain.
pub(super) fn draw_target(
    drawing: &mut Drawing,
    spot: Spot,
    point: &Point,
    beyond: Option<Beyond>,
) {
    let class = if point.is_striving { "c-striving" } else { "c-target" };
    if let Some(side) = beyond {
        let way = if side == Beyond::High { 1 } else { -1 };
        let head = [
            spot.place_at(way * 85, -40),
            spot.place_at(way * 145, 0),
            spot.place_at(way * 85, 40),
        ];
        drawing.shape(class, !point.is_striving, &head);
    }
    draw_bound(drawing, "c-bound", spot, point.comparator, beyond);
    let corners = [
        spot.place_at(-REACH, 0),
        spot.place_at(0, -REACH),
        spot.place_at(REACH, 0),
        spot.place_at(0, REACH),
    ];
    drawing.shape(class, !point.is_striving, &corners);
}

/// An open arrow towards where the value may lie, or short bars on both sides for “about”.
fn draw_bound(
    drawing: &mut Drawing,
    class: &str,
    spot: Spot,
    comparator: Comparator,
    beyond: Option<Beyond>,
) {
    let begin = |side| if beyond == Some(side) { BOUND_START_BEYOND } else { BOUND_START };
    let (way, start) = match comparator {
        Comparator::Equal => return,
        Comparator::AtLeast | Comparator::MoreThan => (1, begin(Beyond::High)),
        Comparator::AtMost | Comparator::LessThan => (-1, begin(Beyond::Low)),
        Comparator::About => {
            let bars = [(-1, Beyond::Low), (1, Beyond::High)].map(|(way, side)| {
                let (from, to) = (way * begin(side), way * (begin(side) + 45));
                [
                    [spot.place_at(from, 0), spot.place_at(to, 0)],
                    [spot.place_at(to, -45), spot.place_at(to, 45)],
                ]
            });
            let [[a, b], [c, d]] = &bars;
            drawing.draw_lines(class, 15, &[a, b, c, d]);
            return;
        }
    };
    let tip = start + ARROW;
    let shaft = [spot.place_at(way * start, 0), spot.place_at(way * tip, 0)];
    let head = [
        spot.place_at(way * (tip - 45), -45),
        spot.place_at(way * tip, 0),
        spot.place_at(way * (tip - 45), 45),
    ];
    drawing.draw_lines(class, 15, &[&shaft, &head]);
}

/// The rule between two marks, from edge to edge, so that hollow marks stay hollow.
pub(super) fn rule(from: Place, to: Place) -> Option<[Place; 2]> {
    let (dx, dy) = (i64::from(to.0 - from.0), i64::from(to.1 - from.1));
    let distance = (dx * dx + dy * dy).isqrt();
    let reach = i64::from(REACH);
    if distance <= 2 * reach + 10 {
        return None;
    }
    let part = |delta: i64| i32::try_from(delta * reach / distance).unwrap_or(0);
    Some([(from.0 + part(dx), from.1 + part(dy)), (to.0 - part(dx), to.1 - part(dy))])
}
