//! What the heads of an English table state: units and what its shares measure.

use crate::model::Measure;

pub(super) const UNIT_LABELS: &[&str] =
    &["unit of measurement", "unit of measure", "measurement unit", "units", "unit"];

/// A unit said once: RMB billion is `RMB 1 billion`, tonnes `1 tonnes`, in billions of yuan `1 billion
/// yuan`. With a number of its own, 10,000 tonnes, it is as it is.
pub(super) fn one_of_unit(words: &str) -> Vec<String> {
    let mut words = words.to_owned();
    for start in ["in ", "In ", "IN "] {
        words = words.strip_prefix(start).unwrap_or(&words).to_owned();
    }
    for (plural, scale) in [
        ("thousands of ", "thousand "),
        ("millions of ", "million "),
        ("billions of ", "billion "),
        ("trillions of ", "trillion "),
        ("'000", "thousand"),
        ("’000", "thousand"),
    ] {
        words = words.replace(plural, scale);
    }
    let mut texts = vec![words.clone()];
    if !words.contains(|c: char| c.is_ascii_digit()) {
        texts.push(format!("1 {words}"));
        texts.extend(words.match_indices(' ').map(|(blank, _)| {
            let (currency, rest) = words.split_at(blank);
            format!("{currency} 1{rest}")
        }));
    }
    texts
}

/// Growth, year on year: growth; share, proportion: a share.
pub(super) fn measure_of_head(head: &str) -> Option<Measure> {
    let head = head.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| head.contains(word));
    if has(&[
        "growth",
        "increase",
        "change",
        "year on year",
        "year-on-year",
        "yoy",
        "y/y",
        "over the previous",
        "month-on-month",
        "rise",
    ]) {
        Some(Measure::Growth)
    } else if has(&[
        "share",
        "proportion",
        "percentage of",
        "composition",
        "of total",
        "of the total",
    ]) {
        Some(Measure::Share)
    } else {
        None
    }
}
