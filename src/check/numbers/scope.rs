//! Among whom a rank is held: 居全省第二 is second in the province, not in the country.

use crate::model::Script;

/// What a rank is held among, smallest first, with the words for it in each language.
const SCOPES: &[(&str, &[&str], &[&str])] = &[
    ("city", &["全市"], &["in the city", "citywide", "of the city"]),
    (
        "province",
        &["全省"],
        &["in the province", "provincewide", "in zhejiang", "of the province", "in the provincial"],
    ),
    (
        "country",
        &["全国", "我国"],
        &["in the country", "nationwide", "in china", "nationally", "national ranking"],
    ),
    (
        "world",
        &["全球", "世界", "国际"],
        &["in the world", "worldwide", "globally", "global ranking"],
    ),
];

/// How far around a number its scope is looked for, in bytes.
const NEAR: usize = 60;

/// Whether both sides say among whom a rank is held, and say different things.
pub(super) fn differs(zh: (&str, usize, usize), en: (&str, usize, usize)) -> bool {
    let own = said(zh, Script::Han);
    let other = said(en, Script::Latin);
    !own.is_empty() && !other.is_empty() && !own.iter().any(|scope| other.contains(scope))
}

/// The scopes named around a number, within its clause.
fn said((plain, start, end): (&str, usize, usize), script: Script) -> Vec<&'static str> {
    let borders: &[char] = match script {
        Script::Han => &['，', '。', '；', '、'],
        Script::Latin => &[',', ';', '.'],
    };
    let from = floor(plain, start.saturating_sub(NEAR));
    let from = plain[from..start].rfind(borders).map_or(from, |at| from + at);
    let to = floor(plain, (end + NEAR).min(plain.len()));
    let to = plain[end..to].find(borders).map_or(to, |at| end + at);
    let clause = plain[from..to].to_lowercase();
    let names = SCOPES.iter().filter(|(_, zh, en)| {
        let words = if script == Script::Han { zh } else { en };
        words.iter().any(|word| clause.contains(word))
    });
    names.map(|(name, ..)| *name).collect()
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differ(zh: &str, number: &str, en: &str, rank: &str) -> bool {
        let (a, b) = (zh.find(number).unwrap(), en.find(rank).unwrap());
        differs((zh, a, a + number.len()), (en, b, b + rank.len()))
    }

    #[test]
    fn a_rank_in_the_province_is_none_in_the_country() {
        let zh = "网络零售额居全省第二，快递业务量居全国第四";
        let en = "online retail sales ranked second in the province, and express volume fourth nationwide";
        assert!(!differ(zh, "居全省第二", en, "second"));
        assert!(!differ(zh, "居全国第四", en, "fourth"));
        assert!(differ(zh, "居全国第四", en, "second"));
        assert!(!differ(zh, "居全国第四", "ranked fourth", "fourth"), "not said is not wrong");
    }
}
