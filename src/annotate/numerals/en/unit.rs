//! Units as English writes them.

use crate::annotate::numerals::unit::{Class, Row, Unit};

const UNITS: &[Row] = &[
    ("yuan", "元", Class::Money, 0),
    ("renminbi", "元", Class::Money, 0),
    ("rmb", "元", Class::Money, 0),
    ("cny", "元", Class::Money, 0),
    ("us dollar", "美元", Class::Money, 0),
    ("u.s. dollar", "美元", Class::Money, 0),
    ("dollar", "美元", Class::Money, 0),
    ("usd", "美元", Class::Money, 0),
    ("hong kong dollar", "港元", Class::Money, 0),
    ("euro", "欧元", Class::Money, 0),
    ("%", "%", Class::Percent, 0),
    ("percent", "%", Class::Percent, 0),
    ("per cent", "%", Class::Percent, 0),
    ("‰", "‰", Class::Percent, 0),
    ("per thousand", "‰", Class::Percent, 0),
    ("per mille", "‰", Class::Percent, 0),
    ("percentage point", "百分点", Class::Percent, 0),
    ("fold", "倍", Class::Percent, 0),
    ("microgram per cubic meter", "微克/立方米", Class::Measure, 0),
    ("micrograms per cubic meter", "微克/立方米", Class::Measure, 0),
    ("micrograms per cubic metre", "微克/立方米", Class::Measure, 0),
    ("µg/m³", "微克/立方米", Class::Measure, 0),
    ("μg/m³", "微克/立方米", Class::Measure, 0),
    ("µg/m3", "微克/立方米", Class::Measure, 0),
    ("μg/m3", "微克/立方米", Class::Measure, 0),
    ("mu", "亩", Class::Measure, 0),
    ("hectare", "公顷", Class::Measure, 0),
    ("ha", "公顷", Class::Measure, 0),
    ("square kilometer", "平方公里", Class::Measure, 0),
    ("square kilometre", "平方公里", Class::Measure, 0),
    ("sq km", "平方公里", Class::Measure, 0),
    ("km²", "平方公里", Class::Measure, 0),
    ("km2", "平方公里", Class::Measure, 0),
    ("square meter", "平方米", Class::Measure, 0),
    ("square metre", "平方米", Class::Measure, 0),
    ("sq m", "平方米", Class::Measure, 0),
    ("m²", "平方米", Class::Measure, 0),
    ("m2", "平方米", Class::Measure, 0),
    ("cubic meter", "立方米", Class::Measure, 0),
    ("cubic metre", "立方米", Class::Measure, 0),
    ("m³", "立方米", Class::Measure, 0),
    ("kilometer", "公里", Class::Measure, 0),
    ("kilometre", "公里", Class::Measure, 0),
    ("km", "公里", Class::Measure, 0),
    ("meter", "米", Class::Measure, 0),
    ("metre", "米", Class::Measure, 0),
    ("centimeter", "厘米", Class::Measure, 0),
    ("millimeter", "毫米", Class::Measure, 0),
    ("metric ton", "吨", Class::Measure, 0),
    ("tonne", "吨", Class::Measure, 0),
    ("ton", "吨", Class::Measure, 0),
    ("tons of standard coal", "吨标准煤", Class::Measure, 0),
    ("tonnes of standard coal", "吨标准煤", Class::Measure, 0),
    ("kilogram", "公斤", Class::Measure, 0),
    ("kg", "公斤", Class::Measure, 0),
    ("gram", "克", Class::Measure, 0),
    ("kilowatt hour", "千瓦时", Class::Measure, 0),
    ("kwh", "千瓦时", Class::Measure, 0),
    ("kilowatt", "千瓦", Class::Measure, 0),
    ("kw", "千瓦", Class::Measure, 0),
    ("megawatt", "千瓦", Class::Measure, 3),
    ("mw", "千瓦", Class::Measure, 3),
    ("gigawatt", "千瓦", Class::Measure, 6),
    ("gw", "千瓦", Class::Measure, 6),
    ("liter", "升", Class::Measure, 0),
    ("litre", "升", Class::Measure, 0),
    ("teu", "标箱", Class::Measure, 0),
    ("year old", "岁", Class::Measure, 0),
    ("years old", "岁", Class::Measure, 0),
    ("years of age", "岁", Class::Measure, 0),
    ("year", "年", Class::Time, 0),
    ("decade", "年", Class::Time, 1),
    ("month", "个月", Class::Time, 0),
    ("week", "周", Class::Time, 0),
    ("working day", "工作日", Class::Time, 0),
    ("workday", "工作日", Class::Time, 0),
    ("day", "天", Class::Time, 0),
    ("hour", "小时", Class::Time, 0),
    ("minute", "分钟", Class::Time, 0),
    ("second", "秒", Class::Time, 0),
];

/// Where a phrase ends that stands at a byte: letters of any case, a hyphen for a blank, and
/// perhaps a plural *s*.
fn phrase_end(text: &[u8], at: usize, phrase: &str) -> Option<usize> {
    let here = text.get(at..at + phrase.len())?;
    let is_same = here.iter().zip(phrase.bytes()).all(|(here, wanted)| {
        here.eq_ignore_ascii_case(&wanted) || (wanted == b' ' && *here == b'-')
    });
    if !is_same {
        return None;
    }
    let end = at + phrase.len();
    if !phrase.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return Some(end);
    }
    let ends = |end: usize| !text.get(end).is_some_and(u8::is_ascii_alphanumeric);
    if ends(end) {
        return Some(end);
    }
    let plural = end + 1;
    (text.get(end) == Some(&b's') && ends(plural)).then_some(plural)
}

/// The longest English unit at a byte, and where it ends.
pub(super) fn english_unit(text: &str, at: usize) -> Option<(Unit, usize)> {
    let bytes = text.as_bytes();
    let first = bytes.get(at)?.to_ascii_lowercase();
    if !(first.is_ascii_alphabetic() || first == b'%' || first >= 0x80) {
        return None;
    }
    UNITS
        .iter()
        .filter(|row| row.0.as_bytes()[0] == first)
        .filter_map(|row| Some((row, phrase_end(bytes, at, row.0)?)))
        // five RMB 100 billion industries
        .filter(|(row, end)| {
            let is_prefix = matches!(row.0, "rmb" | "cny" | "usd");
            !(is_prefix && bytes.get(end + 1).is_some_and(u8::is_ascii_digit))
        })
        .max_by_key(|(_, end)| *end)
        .map(|(row, end)| (Unit { name: row.1, class: row.2, power: row.3 }, end))
}
