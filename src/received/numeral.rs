//! Numbers in the manners of numbering that lists have.

/// Digits, from zero.
const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL_SIMPLIFIED: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const LEGAL_TRADITIONAL: [char; 10] = ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'];

/// The names of ten, a hundred, a thousand.
const TENS: [&str; 4] = ["", "十", "百", "千"];
const LEGAL_TENS: [&str; 4] = ["", "拾", "佰", "仟"];

const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
const BRANCHES: [char; 12] =
    ['子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥'];

const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// How often a letter may be repeated: after z comes aa.
const MOST_LETTERS: u32 = 8;

/// A number in one of the manners of the format (`numFmt`); nothing if the manner is not known. A number
/// that a manner has no sign for is in decimal digits.
pub(super) fn numeral(manner: &str, number: u32) -> Option<String> {
    let written = match manner {
        "decimal" | "decimalHalfWidth" => None,
        "none" => Some(String::new()),
        "decimalZero" => Some(format!("{number:02}")),
        "decimalFullWidth" | "decimalFullWidth2" => Some(full_width(number)),
        "numberInDash" => Some(format!("- {number} -")),
        "ordinal" => Some(ordinal(number)),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => with_places(number, DIGITS, TENS, true),
        "chineseLegalSimplified" => with_places(number, LEGAL_SIMPLIFIED, LEGAL_TENS, false),
        "ideographLegalTraditional" => with_places(number, LEGAL_TRADITIONAL, LEGAL_TENS, false),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            Some(digit_by_digit(number))
        }
        "ideographTraditional" => sign_of(&STEMS, number),
        "ideographZodiac" => sign_of(&BRANCHES, number),
        "ideographZodiacTraditional" => cycle(number),
        "upperRoman" => roman(number).map(|text| text.to_uppercase()),
        "lowerRoman" => roman(number),
        "upperLetter" => letters(number, 'A'),
        "lowerLetter" => letters(number, 'a'),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled_number(number),
        "decimalEnclosedParen" => from_block(number, '⑴', 20),
        "decimalEnclosedFullstop" => from_block(number, '⒈', 20),
        "ideographEnclosedCircle" => from_block(number, '㊀', 10),
        _ => return None,
    };
    Some(written.unwrap_or_else(|| number.to_string()))
}

/// A number in a circle, if there is such a character.
pub(super) fn circled_number(number: u32) -> Option<String> {
    match number {
        1..=20 => from_block(number, '①', 20),
        21..=35 => from_block(number - 20, '㉑', 15),
        36..=50 => from_block(number - 35, '㊱', 15),
        _ => None,
    }
}

fn from_block(number: u32, first: char, count: u32) -> Option<String> {
    let place = number.checked_sub(1).filter(|place| *place < count)?;
    char::from_u32(u32::from(first) + place).map(String::from)
}

fn sign_of(signs: &[char], number: u32) -> Option<String> {
    let place = usize::try_from(number.checked_sub(1)?).ok()?;
    signs.get(place).map(char::to_string)
}

/// 甲子, 乙丑, …: sixty of them.
fn cycle(number: u32) -> Option<String> {
    let place = usize::try_from(number.checked_sub(1)?).ok().filter(|place| *place < 60)?;
    Some([STEMS[place % 10], BRANCHES[place % 12]].iter().collect())
}

fn full_width(number: u32) -> String {
    let wide = |c: char| char::from_u32(u32::from(c) - u32::from('0') + u32::from('０'));
    number.to_string().chars().filter_map(wide).collect()
}

fn digit_by_digit(number: u32) -> String {
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}

/// A number below ten thousand with the names of its digits' places: 二十三, 一百〇五.
fn with_places(number: u32, digits: [char; 10], tens: [&str; 4], is_short: bool) -> Option<String> {
    if !(1..10_000).contains(&number) {
        return None;
    }
    // 十二 and not 一十二.
    if is_short && (10..20).contains(&number) {
        let rest = with_places(number - 10, digits, tens, true).unwrap_or_default();
        return Some(format!("{}{rest}", tens[1]));
    }
    let written = number.to_string();
    let mut text = String::new();
    let mut has_gap = false;
    for (at, digit) in written.bytes().enumerate() {
        let digit = usize::from(digit - b'0');
        if digit == 0 {
            has_gap = true;
            continue;
        }
        if std::mem::take(&mut has_gap) {
            text.push('零');
        }
        text.push(digits[digit]);
        text.push_str(tens[written.len() - 1 - at]);
    }
    Some(text)
}

fn roman(number: u32) -> Option<String> {
    let mut rest = Some(number).filter(|number| (1..4000).contains(number))?;
    let mut text = String::new();
    for (value, sign) in ROMAN {
        while rest >= value {
            rest -= value;
            text.push_str(sign);
        }
    }
    Some(text)
}

fn letters(number: u32, first: char) -> Option<String> {
    let place = number.checked_sub(1)?;
    let count = place / 26 + 1;
    let letter = char::from_u32(u32::from(first) + place % 26)?;
    (count <= MOST_LETTERS).then(|| (0..count).map(|_| letter).collect())
}

fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_the_manner_of_their_list() {
        for (manner, number, expected) in [
            ("decimal", 12, "12"),
            ("decimalZero", 3, "03"),
            ("decimalFullWidth", 12, "１２"),
            ("chineseCounting", 3, "三"),
            ("chineseCounting", 10, "十"),
            ("chineseCountingThousand", 12, "十二"),
            ("chineseCountingThousand", 20, "二十"),
            ("chineseCountingThousand", 23, "二十三"),
            ("chineseCountingThousand", 105, "一百零五"),
            ("japaneseCounting", 110, "一百一十"),
            ("ideographDigital", 10, "一〇"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("ideographTraditional", 3, "丙"),
            ("ideographTraditional", 11, "11"),
            ("ideographZodiac", 12, "亥"),
            ("ideographZodiacTraditional", 60, "癸亥"),
            ("upperRoman", 14, "XIV"),
            ("lowerRoman", 1999, "mcmxcix"),
            ("upperLetter", 28, "BB"),
            ("lowerLetter", 26, "z"),
            ("decimalEnclosedCircleChinese", 10, "⑩"),
            ("decimalEnclosedCircle", 21, "㉑"),
            ("decimalEnclosedCircle", 51, "51"),
            ("decimalEnclosedParen", 2, "⑵"),
            ("ordinal", 22, "22nd"),
            ("none", 4, ""),
        ] {
            assert_eq!(numeral(manner, number).as_deref(), Some(expected), "{manner} {number}");
        }
        assert_eq!(numeral("klingon", 3), None);
    }

    #[test]
    fn no_number_is_without_a_numeral() {
        let manners = ["chineseCounting", "upperRoman", "lowerLetter", "ideographZodiac"];
        for manner in manners {
            for number in [0, 1, 9_999, 10_000, u32::MAX] {
                assert!(numeral(manner, number).is_some_and(|text| !text.is_empty()));
            }
        }
    }
}
