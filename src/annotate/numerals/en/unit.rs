//! Units as English writes them.

use std::sync::LazyLock;

use crate::annotate::numerals::unit::{UnitWord, WrittenUnit, multiple, unit_word};
use crate::model::Unit;

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
    unit_word("hk dollar", "港元"),
    unit_word("hkd", "港元"),
    unit_word("euro", "欧元"),
    unit_word("eur", "欧元"),
    unit_word("japanese yen", "日元"),
    unit_word("yen", "日元"),
    unit_word("jpy", "日元"),
    unit_word("pounds sterling", "英镑"),
    unit_word("british pound", "英镑"),
    unit_word("gbp", "英镑"),
    unit_word("nt dollar", "新台币"),
    unit_word("new taiwan dollar", "新台币"),
    unit_word("twd", "新台币"),
    unit_word("pataca", "澳门元"),
    unit_word("mop", "澳门元"),
    unit_word("singapore dollar", "新加坡元"),
    unit_word("sgd", "新加坡元"),
    unit_word("canadian dollar", "加元"),
    unit_word("cad", "加元"),
    unit_word("australian dollar", "澳元"),
    unit_word("aud", "澳元"),
    unit_word("swiss franc", "瑞士法郎"),
    unit_word("chf", "瑞士法郎"),
    unit_word("south korean won", "韩元"),
    unit_word("korean won", "韩元"),
    unit_word("krw", "韩元"),
    unit_word("ruble", "卢布"),
    unit_word("rouble", "卢布"),
    unit_word("rub", "卢布"),
    unit_word("rupee", "卢比"),
    unit_word("%", "%"),
    unit_word("percent", "%"),
    unit_word("per cent", "%"),
    unit_word("‰", "‰"),
    unit_word("per thousand", "‰"),
    unit_word("per mille", "‰"),
    unit_word("percentage point", "百分点"),
    unit_word("percentage-point", "百分点"),
    unit_word("pp", "百分点"),
    unit_word("ppt", "百分点"),
    multiple("basis point", "百分点", -2),
    multiple("bps", "百分点", -2),
    multiple("bp", "百分点", -2),
    unit_word("pct", "%"),
    unit_word("p.c.", "%"),
    unit_word("fold", "倍"),
    unit_word("microgram per cubic meter", "微克/立方米"),
    unit_word("micrograms per cubic meter", "微克/立方米"),
    unit_word("micrograms per cubic metre", "微克/立方米"),
    unit_word("µg/m³", "微克/立方米"),
    unit_word("μg/m³", "微克/立方米"),
    unit_word("µg/m3", "微克/立方米"),
    unit_word("μg/m3", "微克/立方米"),
    unit_word("ug/m3", "微克/立方米"),
    unit_word("ug/m³", "微克/立方米"),
    unit_word("ug/m^3", "微克/立方米"),
    unit_word("µg/m^3", "微克/立方米"),
    unit_word("μg/m^3", "微克/立方米"),
    unit_word("mg/m3", "毫克/立方米"),
    unit_word("mg/m³", "毫克/立方米"),
    unit_word("milligram per cubic meter", "毫克/立方米"),
    unit_word("milligrams per cubic meter", "毫克/立方米"),
    unit_word("mg/l", "毫克/升"),
    unit_word("milligrams per liter", "毫克/升"),
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
    unit_word("m3", "立方米"),
    unit_word("m^3", "立方米"),
    unit_word("cu m", "立方米"),
    unit_word("m", "米"),
    unit_word("m^2", "平方米"),
    unit_word("km/h", "公里/小时"),
    unit_word("kph", "公里/小时"),
    unit_word("km per hour", "公里/小时"),
    unit_word("kilometers per hour", "公里/小时"),
    unit_word("kilometres per hour", "公里/小时"),
    unit_word("kilometer", "公里"),
    unit_word("kilometre", "公里"),
    unit_word("km", "公里"),
    unit_word("meter", "米"),
    unit_word("metre", "米"),
    unit_word("centimeter", "厘米"),
    unit_word("centimetre", "厘米"),
    unit_word("cm", "厘米"),
    unit_word("millimeter", "毫米"),
    unit_word("millimetre", "毫米"),
    unit_word("mm", "毫米"),
    unit_word("nautical mile", "海里"),
    unit_word("°c", "℃"),
    unit_word("℃", "℃"),
    unit_word("degrees celsius", "℃"),
    unit_word("degree celsius", "℃"),
    unit_word("degree", "度"),
    unit_word("metric ton", "吨"),
    unit_word("tonne", "吨"),
    unit_word("ton", "吨"),
    unit_word("tons of standard coal", "吨标准煤"),
    unit_word("tonnes of standard coal", "吨标准煤"),
    unit_word("kilogram", "公斤"),
    unit_word("kg", "公斤"),
    unit_word("gram", "克"),
    unit_word("milligram", "毫克"),
    unit_word("microgram", "微克"),
    unit_word("jin", "斤"),
    unit_word("metric tons of standard coal", "吨标准煤"),
    unit_word("kilowatt hour", "千瓦时"),
    multiple("megawatt hour", "千瓦时", 3),
    multiple("mwh", "千瓦时", 3),
    multiple("gigawatt hour", "千瓦时", 6),
    multiple("gwh", "千瓦时", 6),
    multiple("terawatt hour", "千瓦时", 9),
    multiple("twh", "千瓦时", 9),
    unit_word("kilovolt", "千伏"),
    unit_word("kv", "千伏"),
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
    unit_word("standard container", "标箱"),
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
    // "has" is a verb.
    if phrase.len() < 3 {
        return None;
    }
    let plural = end + 1;
    (text.get(end) == Some(&b's') && ends(plural)).then_some(plural)
}

/// The words by their first byte, so that a number looks at those only that may follow it.
static BY_FIRST: LazyLock<Vec<Vec<&'static UnitWord>>> = LazyLock::new(|| {
    let mut places = vec![Vec::new(); 256];
    for row in UNITS {
        places[usize::from(row.word.as_bytes()[0])].push(row);
    }
    places
});

/// The longest English unit at a byte, and where it ends.
pub(super) fn english_unit(text: &str, at: usize) -> Option<(WrittenUnit, usize)> {
    let bytes = text.as_bytes();
    let first = bytes.get(at)?.to_ascii_lowercase();
    if !(first.is_ascii_alphabetic() || first == b'%' || first >= 0x80) {
        return None;
    }
    BY_FIRST[usize::from(first)]
        .iter()
        .filter_map(|row| Some((row, phrase_end(bytes, at, row.word)?)))
        // five RMB 100 billion industries
        .filter(|(row, end)| {
            let is_prefix =
                matches!(row.word, "rmb" | "cny" | "usd" | "eur" | "jpy" | "hkd" | "gbp");
            !(is_prefix && bytes.get(end + 1).is_some_and(u8::is_ascii_digit))
        })
        // 5.3 m are meters, 3M is a firm.
        .filter(|(row, end)| row.word != "m" || (bytes[at] == b'm' && *end == at + 1))
        .max_by_key(|(_, end)| *end)
        .map(|(row, end)| (row.means, end))
}

/// The length of time that one word of a denominator says: a *year*, every other *day*.
pub(super) fn unit_of_time(word: &str) -> Option<Unit> {
    match word {
        "year" => Some(Unit::YEAR),
        "month" => Some(Unit::MONTH),
        "week" => Some(Unit::WEEK),
        "day" => Some(Unit::DAY),
        _ => None,
    }
}
