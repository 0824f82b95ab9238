//! Names of organs, offices, meetings and places as covers have them.

use super::line::{packed_name, unbracketed};
use crate::model::{in_simplified, is_han};

/// What the name of an office ends in.
const OFFICES: [&str; 22] = [
    "省长",
    "市长",
    "县长",
    "区长",
    "州长",
    "盟长",
    "旗长",
    "乡长",
    "镇长",
    "主席",
    "总理",
    "部长",
    "厅长",
    "局长",
    "主任",
    "司长",
    "院长",
    "检察长",
    "书记",
    "秘书长",
    "行政长官",
    "署长",
];

/// What the name of an organ ends in.
const ORGANS: [&str; 18] = [
    "人民政府",
    "政府",
    "委员会",
    "常委会",
    "人民法院",
    "人民检察院",
    "局",
    "厅",
    "调查队",
    "办公室",
    "管理处",
    "国务院",
    "总队",
    "银行",
    "中心",
    "财政部",
    "秘书处",
    "管委会",
];

/// The characters that end the name of a place.
const UNITS: [char; 9] = ['省', '市', '县', '区', '州', '盟', '旗', '乡', '镇'];

/// The office and the name in a line: 甲市市长　某　某, 报告人：某某, 某某（市财政局局长）, `J. Doe, Mayor of Jia`. The name
/// is empty where the office stands alone.
pub(super) fn speaker_in(text: &str) -> Option<(String, String)> {
    let line = unbracketed(text);
    let line = ["报告人：", "报告人:", "报告人"]
        .iter()
        .find_map(|head| line.strip_prefix(head))
        .unwrap_or(line);
    if !line.chars().any(is_han) {
        return english_speaker(line);
    }
    let simple = in_simplified(line);
    if let Some((name, office)) = simple.split_once(['（', '(']) {
        let office = office.trim_end_matches(['）', ')']);
        let is_speaker = is_name(name) && OFFICES.iter().any(|end| office.ends_with(end));
        return is_speaker.then(|| {
            let at = name.len();
            let own = line[at..].trim_matches(['（', '(', '）', ')']);
            (packed_name(own), packed_name(&line[..at]))
        });
    }
    let ends = OFFICES.iter().filter_map(|office| Some(simple.rfind(office)? + office.len()));
    let end = ends.max()?;
    let (office, name) = (&line[..end], &line[end..]);
    let name_is_parted = name.starts_with(char::is_whitespace) || name.starts_with(['：', ':']);
    let name = name.trim_start_matches(['：', ':']);
    let is_speaker = name.trim().is_empty() || (is_name(name) && name_is_parted);
    is_speaker.then(|| (packed_name(office), packed_name(name)))
}

/// Two to four Chinese characters, or more with a dot between: 买买提·某某.
fn is_name(words: &str) -> bool {
    let packed = packed_name(words);
    let count = packed.chars().count();
    let has_dot = packed.contains(['·', '•']);
    packed.chars().all(|c| is_han(c) || matches!(c, '·' | '•'))
        && (2..=if has_dot { 12 } else { 4 }).contains(&count)
}

fn english_speaker(line: &str) -> Option<(String, String)> {
    let offices = [
        "Mayor",
        "Governor",
        "Premier",
        "President",
        "Chair",
        "Minister",
        "Secretary",
        "Director",
        "Commissioner",
        "Magistrate",
        "Chief",
    ];
    let Some((first, second)) = line.split_once(", ") else {
        // J. Doe Mayor of Jia
        let at = offices.iter().filter_map(|office| line.find(office)).min()?;
        let (name, office) = line.split_at(at);
        let words = name.split_whitespace();
        let is_name = words.clone().all(|word| word.starts_with(char::is_uppercase));
        let is_short = (2..=4).contains(&words.count()) && office.split_whitespace().count() <= 12;
        return (is_name && is_short).then(|| (office.trim().to_owned(), name.trim().to_owned()));
    };
    let is_office = |words: &str| offices.iter().any(|office| words.contains(office));
    let is_short = line.split_whitespace().count() <= 16;
    match (is_office(first), is_office(second)) {
        (false, true) if is_short => Some((second.trim().to_owned(), first.trim().to_owned())),
        (true, false) if is_short => Some((first.trim().to_owned(), second.trim().to_owned())),
        _ => None,
    }
}

/// Whether a line is the name of an organ, or of several.
pub(super) fn is_organ(text: &str) -> bool {
    let packed = packed_name(unbracketed(text));
    let simple = in_simplified(&packed);
    let is_short = packed.chars().count() <= 40;
    let is_english = [
        "Department ",
        "Ministry ",
        "Office ",
        "Bureau ",
        "Government of ",
        "Council",
        "Commission",
    ]
    .iter()
    .any(|start| text.trim().starts_with(start));
    is_short
        && (ORGANS.iter().any(|end| simple.ends_with(end)) || (is_english && !text.contains('.')))
}

/// The meeting a line names: what stands between 在 and 上, or ends in 会议.
pub(super) fn meeting_in(line: &str) -> Option<String> {
    if !line.chars().any(is_han) {
        return english_meeting(line);
    }
    let line = unbracketed(line);
    let simple = in_simplified(line);
    let start = match simple.find(['在', '于', '於']) {
        Some(at) => at + '在'.len_utf8(),
        None => simple.find('日').map_or(0, |at| at + '日'.len_utf8()),
    };
    let inner = &line[start..];
    let end = inner.rfind('上').unwrap_or(inner.len());
    let name = inner[..end].trim_matches(|c: char| c.is_whitespace() || "，。（）()".contains(c));
    let simple = in_simplified(name);
    let is_meeting = ["会议", "大会", "全会", "常委会"].iter().any(|word| simple.contains(word));
    is_meeting.then(|| packed_name(name))
}

/// `Delivered at the Third Session of the Fifth Assembly of Jia on March 14, 2023`.
fn english_meeting(line: &str) -> Option<String> {
    let start = line.find("at the ").map(|at| at + "at the ".len())?;
    let inner = &line[start..];
    let end = inner.find(" on ").or_else(|| inner.find(',')).unwrap_or(inner.len());
    let name = inner[..end].trim().trim_end_matches(',');
    // Whose meeting it is, is not its name, unless that is part of it: Congress of Jia.
    let of = name.rfind(" of ").filter(|at| name[..*at].contains(" of the "));
    let of = of.filter(|at| !name[..*at].ends_with("Republic"));
    let name = of.map_or(name, |at| &name[..at]);
    ["Session", "Meeting", "Congress", "Assembly"]
        .iter()
        .any(|word| name.contains(word))
        .then(|| name.to_owned())
}

/// The place a name begins with: 甲市 of 甲市第七届人民代表大会, 云澄新区 of 云澄新区管理委员会.
pub(super) fn place_of(name: &str) -> Option<String> {
    let simple = in_simplified(name);
    let at = simple.char_indices().skip(1).find(|(_, c)| UNITS.contains(c))?;
    let end = at.0 + at.1.len_utf8();
    let place = &name[..end];
    let is_place = place.chars().all(is_han) && (2..=12).contains(&place.chars().count());
    // 国务院 and 国家 are no places, and a title may begin with 关于.
    let is_other =
        ["国", "中华", "全国", "第", "关于", "政府"].iter().any(|start| simple.starts_with(start));
    (is_place && !is_other).then(|| place.to_owned())
}

/// The organ a title names: 甲市人民检察院工作报告.
pub(super) fn issuer_of_title(title: &str) -> Option<String> {
    let simple = in_simplified(title);
    let end = [
        "人民政府",
        "人民法院",
        "人民检察院",
        "人民代表大会常务委员会",
        "委员会",
        "政府",
        "国务院",
        "局",
        "厅",
    ]
    .iter()
    .filter_map(|organ| Some(simple.find(organ)? + organ.len()))
    .min()?;
    let is_report = simple[end..].contains("报告") || simple[end..].contains("演词");
    let name = &title[..end];
    let has_digit = name.contains(|c: char| c.is_ascii_digit());
    let is_whole = name.chars().count() >= 4 && !has_digit && !simple.starts_with("关于");
    (is_report && is_whole && place_of(name).is_some()).then(|| name.to_owned())
}

/// The organ whose head holds an office: 甲市发展和改革委员会 of 甲市发展和改革委员会主任.
pub(super) fn organ_of_office(office: &str) -> Option<String> {
    let simple = in_simplified(office);
    let end = OFFICES.iter().filter_map(|name| simple.strip_suffix(name)).map(str::len).min()?;
    let (own, title) = office.split_at(end);
    // The head of a 局 is called 局长.
    let organ = match in_simplified(title).chars().next() {
        Some(first @ ('局' | '厅' | '部' | '院' | '署' | '司')) if !own.ends_with(first) => {
            format!("{own}{first}")
        }
        _ => own.to_owned(),
    };
    (is_organ(&organ) && place_of(&organ).is_some()).then_some(organ)
}

/// The place in a title: 关于甲市2019年预算执行情况的报告, 甲市2022年国民经济和社会发展统计公报.
pub(super) fn place_in_title(title: &str) -> Option<String> {
    let rest = title.strip_prefix("关于").unwrap_or(title);
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "年—-–至".contains(c));
    let start = rest.find(|c: char| !"二〇零一三四五六七八九十至年度".contains(c)).unwrap_or(0);
    place_of(&rest[start..])
}

/// Whom the speaker speaks for: 我代表甲市人民政府，向大会作报告.
pub(super) fn represented(text: &str) -> Option<String> {
    if let Some(at) = text.find("n behalf of ") {
        let inner = &text[at + "n behalf of ".len()..];
        let name = inner[..inner.find([',', '.'])?].trim();
        let name = name.strip_prefix("the ").unwrap_or(name);
        return name.starts_with(char::is_uppercase).then(|| name.to_owned());
    }
    let simple = in_simplified(text);
    let at = simple.find("代表")? + "代表".len();
    let inner = &text[at..];
    let end = inner.find(['，', '向', '、', '。', '作'])?;
    let name = inner[..end].trim();
    let is_known = is_organ(name) && name.chars().count() >= 3;
    is_known.then(|| name.to_owned())
}

/// A name without the unit that the place before it ends in: 市人民政府 behind 甲市 is 人民政府.
pub(super) fn without_unit<'a>(name: &'a str, place: &str) -> &'a str {
    let last = place.chars().next_back();
    name.chars()
        .next()
        .filter(|first| Some(*first) == last)
        .map_or(name, |first| &name[first.len_utf8()..])
}
