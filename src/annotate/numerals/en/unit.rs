//! Units as English writes them.

use crate::annotate::numerals::unit::{UnitWord, WrittenUnit, multiple, unit_word};

const UNITS: &[UnitWord] = &[
    unit_word("yuan", "元"),
    unit_word("renminbi", "元"),
    unit_word("rmb", "元"),
    unit_word("cny", "元"),
    unit_word("us dollar", "美元"),
    unit_word("u.s. dollar", "美元"),
    unit_word("dollar", "美元"),
    unit_word("usd", "美元"),
    unit_word("hong kong dollar", "港元"),
    unit_word("euro", "欧元"),
    unit_word("%", "%"),
    unit_word("percent", "%"),
    unit_word("per cent", "%"),
    unit_word("‰", "‰"),
    unit_word("per thousand", "‰"),
    unit_word("per mille", "‰"),
    unit_word("percentage point", "百分点"),
    unit_word("fold", "倍"),
    unit_word("microgram per cubic meter", "微克/立方米"),
    unit_word("micrograms per cubic meter", "微克/立方米"),
    unit_word("micrograms per cubic metre", "微克/立方米"),
    unit_word("µg/m³", "微克/立方米"),
    unit_word("μg/m³", "微克/立方米"),
    unit_word("µg/m3", "微克/立方米"),
    unit_word("μg/m3", "微克/立方米"),
    unit_word("mu", "亩"),
    unit_word("hectare", "公顷"),
    unit_word("ha", "公顷"),
    unit_word("square kilometer", "平方公里"),
    unit_word("square kilometre", "平方公里"),
    unit_word("sq km", "平方公里"),
    unit_word("km²", "平方公里"),
    unit_word("km2", "平方公里"),
    unit_word("square meter", "平方米"),
    unit_word("square metre", "平方米"),
    unit_word("sq m", "平方米"),
    unit_word("m²", "平方米"),
    unit_word("m2", "平方米"),
    unit_word("cubic meter", "立方米"),
    unit_word("cubic metre", "立方米"),
    unit_word("m³", "立方米"),
    unit_word("kilometer", "公里"),
    unit_word("kilometre", "公里"),
    unit_word("km", "公里"),
    unit_word("meter", "米"),
    unit_word("metre", "米"),
    unit_word("centimeter", "厘米"),
    unit_word("millimeter", "毫米"),
    unit_word("metric ton", "吨"),
    unit_word("tonne", "吨"),
    unit_word("ton", "吨"),
    unit_word("tons of standard coal", "吨标准煤"),
    unit_word("tonnes of standard coal", "吨标准煤"),
    unit_word("kilogram", "公斤"),
    unit_word("kg", "公斤"),
    unit_word("gram", "克"),
    unit_word("kilowatt hour", "千瓦时"),
    unit_word("kwh", "千瓦时"),
    unit_word("kilowatt", "千瓦"),
    unit_word("kw", "千瓦"),
    multiple("megawatt", "千瓦", 3),
    multiple("mw", "千瓦", 3),
    multiple("gigawatt", "千瓦", 6),
    multiple("gw", "千瓦", 6),
    unit_word("liter", "升"),
    unit_word("litre", "升"),
    unit_word("teu", "标箱"),
    unit_word("year old", "岁"),
    unit_word("years old", "岁"),
    unit_word("years of age", "岁"),
    unit_word("year", "年"),
    multiple("decade", "年", 1),
    unit_word("month", "个月"),
    unit_word("week", "周"),
    unit_word("working day", "工作日"),
    unit_word("workday", "工作日"),
    unit_word("day", "天"),
    unit_word("hour", "小时"),
    unit_word("minute", "分钟"),
    unit_word("second", "秒"),
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
pub(super) fn english_unit(text: &str, at: usize) -> Option<(WrittenUnit, usize)> {
    let bytes = text.as_bytes();
    let first = bytes.get(at)?.to_ascii_lowercase();
    if !(first.is_ascii_alphabetic() || first == b'%' || first >= 0x80) {
        return None;
    }
    UNITS
        .iter()
        .filter(|row| row.word.as_bytes()[0] == first)
        .filter_map(|row| Some((row, phrase_end(bytes, at, row.word)?)))
        // five RMB 100 billion industries
        .filter(|(row, end)| {
            let is_prefix = matches!(row.word, "rmb" | "cny" | "usd");
            !(is_prefix && bytes.get(end + 1).is_some_and(u8::is_ascii_digit))
        })
        .max_by_key(|(_, end)| *end)
        .map(|(row, end)| (row.means, end))
}
