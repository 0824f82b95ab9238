//! Charts: exact numbers into SVG.
//!
//! A result is a hollow circle, a target a diamond, outlined if it is striven for. An open arrow
//! shows the side on which “at least” and “at most” leave room, short bars stand for “about”. All
//! linear axes contain zero. Words stand beside what they name and are those of the report.
//!
//! Drawings are the same bytes on every machine, valid in HTML and as XML, and have no colour but
//! that of the classes `c-axis`, `c-grid`, `c-label`, `c-result`, `c-target`, `c-striving`,
//! `c-line` and `c-bound`: `c-label` and `c-target` want a `fill`, all others a `stroke`.

mod alone;
mod axis;
mod draw;
mod dumbbell;
mod exact;
mod label;
mod mark;
mod row;
mod series;

pub(crate) use alone::standalone;
pub(crate) use axis::ScaleWords;
pub(crate) use dumbbell::{Dumbbell, dumbbell};
pub(crate) use row::{RateScale, rate_axis, rate_row, ratio_axis, ratio_row};
pub(crate) use series::{Period, Series, series};

use crate::model::{Comparator, Decimal};

/// A number in a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Point {
    /// How much, in the unit of the chart.
    pub(crate) value: Decimal,
    /// How it bounds what it counts.
    pub(crate) comparator: Comparator,
    /// Whether it is striven for (力争) rather than promised.
    pub(crate) is_striving: bool,
    /// The words of the report, shown beside the mark: `4000亿元以上`.
    pub(crate) label: String,
}

/// The size a large chart is drawn for. A wide one is not scaled down: its text would be too small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// 640 pixels.
    Wide,
    /// 340 pixels.
    Narrow,
}

impl Width {
    /// The end of the ids in a drawing of this size: both may stand on one page.
    fn suffix(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
        }
    }

    /// The width in tenths of a pixel.
    fn tenths(self) -> i32 {
        match self {
            Self::Wide => 6400,
            Self::Narrow => 3400,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    fn point(value: &str, comparator: Comparator, label: &str) -> Point {
        Point { value: decimal(value), comparator, is_striving: false, label: label.to_owned() }
    }

    fn exactly(value: &str) -> Point {
        point(value, Comparator::Equal, value)
    }

    const YUAN: ScaleWords<'_> =
        ScaleWords { magnitudes: &[(8, "亿"), (4, "万")], unit: "元", thousands: "" };

    fn pair(result: &Point, target: &Point, width: Width) -> String {
        let (title, description) = ("GDP", "3870 → 4000");
        let words = YUAN;
        dumbbell(&Dumbbell { id: "gdp", title, description, result, target, words }, width)
    }

    fn periods(periods: &[Period], width: Width) -> String {
        let (title, description) = ("GDP", "2014–2018");
        series(&Series { id: "gdp", title, description, periods, words: YUAN }, width)
    }

    /// The tags of a drawing, after checking that they nest and that nothing is left unescaped.
    fn tags(svg: &str) -> Vec<&str> {
        let (mut open, mut tags) = (Vec::new(), Vec::new());
        for piece in svg.split('<').skip(1) {
            let (tag, text) = piece.split_once('>').expect("a tag has an end");
            assert!(!text.contains('>'), "{piece}");
            for entity in text.split('&').skip(1) {
                assert!(["amp;", "lt;", "gt;"].iter().any(|known| entity.starts_with(known)));
            }
            assert!(tag.matches('"').count().is_multiple_of(2), "{tag}");
            let name = tag.split([' ', '/']).next().unwrap();
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(open.pop(), Some(name), "{svg}");
            } else if !tag.ends_with('/') {
                open.push(name);
            }
            tags.push(piece);
        }
        assert!(open.is_empty(), "{svg}");
        tags
    }

    fn tenths(number: &str) -> i32 {
        let (whole, tenth) = number.split_once('.').unwrap_or((number, "0"));
        assert!(!whole.starts_with('-'), "{number} lies outside");
        whole.parse::<i32>().unwrap() * 10 + tenth.parse::<i32>().unwrap()
    }

    fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
        tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
    }

    /// The places in the path of a tag.
    fn path_of(tag: &str) -> Vec<(i32, i32)> {
        let path = attribute(tag, "d").unwrap_or_default();
        path.split(['M', 'L', 'Z'])
            .filter_map(|place| place.split_once(' '))
            .map(|(x, y)| (tenths(x), tenths(y)))
            .collect()
    }

    /// The text tags as left, right and base line.
    fn words_of(svg: &str) -> Vec<(i32, i32, i32)> {
        let texts = tags(svg).into_iter().filter(|tag| tag.starts_with("text "));
        texts
            .map(|tag| {
                let text = tag.split_once('>').unwrap().1;
                let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
                let (x, width) = (tenths(attribute(tag, "x").unwrap()), label::width(&text));
                let left = match attribute(tag, "text-anchor") {
                    None => x,
                    Some("middle") => x - width / 2,
                    _ => x - width,
                };
                (left, left + width, tenths(attribute(tag, "y").unwrap()))
            })
            .collect()
    }

    /// Checks that nothing leaves the drawing and no words run into others.
    fn check(svg: &str) {
        let tags = tags(svg);
        let (width, height) = attribute(tags[0], "viewBox")
            .unwrap()
            .strip_prefix("0 0 ")
            .unwrap()
            .split_once(' ')
            .unwrap();
        let (width, height) = (tenths(width), tenths(height));
        for tag in &tags {
            for (x, y) in path_of(tag) {
                assert!((0..=width).contains(&x) && (0..=height).contains(&y), "{tag}");
            }
            if tag.starts_with("circle") {
                let at = |name| tenths(attribute(tag, name).unwrap());
                let (x, y, reach) = (at("cx"), at("cy"), at("r") + 10);
                assert!(x >= reach && x + reach <= width, "{tag}");
                assert!(y >= reach && y + reach <= height, "{tag}");
            }
        }
        let words = words_of(svg);
        for (at, (left, right, base)) in words.iter().enumerate() {
            assert!(*left >= 0 && *right <= width && *base <= height - 40 && *base >= 100, "{svg}");
            for (other_left, other_right, other_base) in &words[..at] {
                let is_near = (base - other_base).abs() < 130;
                assert!(!is_near || left >= other_right || other_left >= right, "{svg}");
            }
        }
    }

    /// The middle of the diamond.
    fn diamond(svg: &str) -> i32 {
        let tags = tags(svg);
        let is_diamond = |tag: &&&str| {
            ["path class=\"c-target", "path class=\"c-striving"]
                .iter()
                .any(|class| tag.starts_with(class))
        };
        path_of(tags.iter().rfind(is_diamond).unwrap())[1].0
    }

    #[test]
    fn a_doubling_is_one_step_right_of_the_line_at_one() {
        let at = |result, target| diamond(&ratio_row(&exactly(result), &exactly(target)).unwrap());
        assert_eq!(at("5", "5"), 1400);
        assert_eq!(at("5", "10"), 1780);
        assert_eq!(at("10", "5"), 1020);
        // 1400 + 380 × log2(400 ÷ 168)
        assert_eq!(at("168", "400"), 1876);
        // 1400 + 380 × log2(2000 ÷ 9959)
        assert_eq!(at("9959", "2000"), 520);
    }

    #[test]
    fn a_ratio_outside_the_domain_stands_at_its_end_with_an_arrow() {
        let arrows = |result, target| {
            let row = ratio_row(&exactly(result), &exactly(target)).unwrap();
            check(&row);
            (diamond(&row), row.matches("c-target").count())
        };
        assert_eq!(arrows("1", "8"), (2540, 1));
        assert_eq!(arrows("1", "8.1"), (2540, 2));
        assert_eq!(arrows("100", "1"), (260, 2));
    }

    #[test]
    fn nothing_has_no_ratio() {
        assert_eq!(ratio_row(&exactly("0"), &exactly("5")), None);
        assert_eq!(ratio_row(&exactly("5"), &exactly("0")), None);
        assert_eq!(ratio_row(&exactly("-5"), &exactly("-5")), None);
    }

    #[test]
    fn rates_share_one_scale_from_zero() {
        let scale = RateScale::of(&["6.5", "7", "2.22", "2"].map(decimal));
        assert_eq!(diamond(&rate_row(&exactly("6.5"), &exactly("8"), scale)), 2540);
        assert_eq!(diamond(&rate_row(&exactly("2.22"), &exactly("2"), scale)), 830);
        let beyond = rate_row(&exactly("2"), &exactly("9"), scale);
        assert_eq!((diamond(&beyond), beyond.matches("c-target").count()), (2540, 2));
        check(&rate_axis(scale));
        check(&ratio_axis());
    }

    #[test]
    fn near_labels_stand_on_two_lines_and_far_ones_on_one() {
        let lines = |result: &str, target: &str| {
            let end = |value, label| point(value, Comparator::AtLeast, label);
            let svg = pair(&end("100", result), &end("105", target), Width::Narrow);
            check(&svg);
            let words = words_of(&svg);
            words[words.len() - 2].2 != words[words.len() - 1].2
        };
        assert!(lines("3870亿元左右", "4000亿元以上"));
        assert!(!pair(&exactly("1"), &exactly("100"), Width::Wide).contains("y=\"59\""));
    }

    #[test]
    fn a_bound_has_an_arrow_and_a_striving_target_an_outline() {
        let with = |comparator| {
            let row = ratio_row(&exactly("5"), &point("10", comparator, "")).unwrap();
            tags(&row).into_iter().find(|tag| tag.contains("c-bound")).map(path_of)
        };
        assert_eq!(with(Comparator::Equal), None);
        assert_eq!(with(Comparator::AtLeast).unwrap()[1], (1965, 140));
        assert_eq!(with(Comparator::MoreThan), with(Comparator::AtLeast));
        assert_eq!(with(Comparator::AtMost).unwrap()[1], (1595, 140));
        assert_eq!(with(Comparator::About).unwrap().len(), 8);
        let striving = Point { is_striving: true, ..exactly("10") };
        let row = ratio_row(&exactly("5"), &striving).unwrap();
        assert!(row.contains("c-striving") && !row.contains("c-target"));
    }

    #[test]
    fn a_gap_stays_a_gap() {
        let year = |label: &str, result: Option<&str>| Period {
            label: label.to_owned(),
            result: result.map(exactly),
            target: None,
        };
        let years = [year("2014", Some("100")), year("2015", None), year("2016", Some("150"))];
        assert!(!periods(&years, Width::Wide).contains("c-line"));
        let years = [year("2014", Some("100")), year("2015", Some("150"))];
        assert!(periods(&years, Width::Wide).contains("c-line"));
        check(&periods(&[], Width::Wide));
    }

    #[test]
    fn a_large_chart_is_named_by_its_title_and_description() {
        let svg = pair(&exactly("1"), &exactly("2"), Width::Narrow);
        assert!(
            svg.starts_with(
                "<svg viewBox=\"0 0 340 78\" font-size=\"13\" role=\"img\" \
             aria-labelledby=\"gdp-narrow-title gdp-narrow-desc\">\
             <title id=\"gdp-narrow-title\">GDP</title>"
            ),
            "{svg}"
        );
    }

    #[test]
    fn a_file_has_a_size_and_colours_for_light_and_dark() {
        let file = standalone(&pair(&exactly("1"), &exactly("2"), Width::Wide));
        assert!(file.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="));
        assert!(file.contains("width=\"640\"") && file.contains("prefers-color-scheme:dark"));
        tags(file.split_once('\n').unwrap().1);
        assert!(!standalone(&ratio_axis()).contains("aria-hidden"));
        assert_eq!(standalone("words"), "words");
    }

    fn any_decimal() -> impl Strategy<Value = Decimal> {
        let large = (-10_i128.pow(36) + 1..10_i128.pow(36), -60..60);
        let small = (-100_i128..10_000, -3..3);
        prop_oneof![
            small.prop_map(|(mantissa, power)| Decimal::new(mantissa, power).unwrap()),
            large
                .prop_filter_map("does not fit", |(mantissa, power)| Decimal::new(mantissa, power)),
        ]
    }

    fn any_point() -> impl Strategy<Value = Point> {
        let comparator = prop::sample::select(vec![
            Comparator::Equal,
            Comparator::AtLeast,
            Comparator::LessThan,
            Comparator::About,
        ]);
        (any_decimal(), comparator, any::<bool>(), "[0-9亿元以上a-zA-Z<>& ]{0,40}").prop_map(
            |(value, comparator, is_striving, label)| Point {
                value,
                comparator,
                is_striving,
                label,
            },
        )
    }

    fn any_period() -> impl Strategy<Value = Period> {
        (prop::option::of(any_point()), prop::option::of(any_point()))
            .prop_map(|(result, target)| Period { label: "2017年".to_owned(), result, target })
    }

    proptest! {
        #[test]
        fn no_dumbbell_or_row_leaves_its_box(result in any_point(), target in any_point()) {
            for width in [Width::Wide, Width::Narrow] {
                let svg = pair(&result, &target, width);
                check(&svg);
                prop_assert_eq!(svg, pair(&result, &target, width));
            }
            if let Some(row) = ratio_row(&result, &target) {
                check(&row);
            }
            let scale = RateScale::of(&[result.value]);
            check(&rate_axis(scale));
            check(&rate_row(&result, &target, scale));
            check(&rate_row(&target, &result, scale));
        }

        #[test]
        fn no_series_leaves_its_box(years in prop::collection::vec(any_period(), 0..13)) {
            for width in [Width::Wide, Width::Narrow] {
                let svg = periods(&years, width);
                check(&svg);
                prop_assert_eq!(svg, periods(&years, width));
            }
        }
    }
}
