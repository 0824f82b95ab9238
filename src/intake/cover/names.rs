//! Names of organs, offices, meetings and places as covers have them.

use super::day::day_in;
use super::line::{packed_name, unbracketed};
use crate::model::{Day, in_simplified, is_han};

/// What the name of an office ends in.
const OFFICES: [&str; 38] = [
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
    "校长",
    "所长",
    "会长",
    "理事长",
    "董事长",
    "总经理",
    "总裁",
    "行长",
    "社长",
    "馆长",
    "处长",
    "科长",
    "专员",
    "总监",
    "首席执行官",
    "委员长",
];

/// What the name of an organ ends in.
const ORGANS: [&str; 34] = [
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
    "工会",
    "联合会",
    "协会",
    "公署",
    "法院",
    "检察院",
    "外交部",
    "小组",
    "研究院",
    "研究所",
    "大学",
    "学院",
    "公司",
    "集团",
    "署",
    "基金会",
];

/// What the name of a meeting ends in.
const MEETINGS: [&str; 8] =
    ["会议", "大会", "全会", "常委会", "常务委员会", "全体会", "定期会", "临时会"];

/// The characters that end the name of a place.
const UNITS: [char; 9] = ['省', '市', '县', '区', '州', '盟', '旗', '乡', '镇'];

/// The office and the name in a line: 甲市市长　某　某, 报告人：某某, 某某（市财政局局长）, `J. Doe, Mayor of Jia`. The name
/// is empty where the office stands alone.
pub(super) fn speaker_in(text: &str) -> Option<(String, String)> {
    let titles = ["（同志）", "(同志)", "同志", "（女）", "(女)", "先生", "女士"];
    let text = text.trim_end();
    let line =
        unbracketed(titles.iter().find_map(|title| text.strip_suffix(title)).unwrap_or(text));
    let heads = ["报告人：", "报告人:", "报告人", "報告人：", "報告人:", "報告人"];
    let line = heads.iter().find_map(|head| line.strip_prefix(head)).unwrap_or(line);
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
    // Delivered by J. Doe, Minister of Finance, at the Third Session …
    if let Some((_, by)) = line.split_once(" by ") {
        let ends = [", at ", ", on ", ", in ", ", to ", " on ", " at "];
        let end = ends.iter().filter_map(|end| by.find(end)).min().unwrap_or(by.len());
        return by[..end].contains(", ").then(|| english_speaker(&by[..end])).flatten();
    }
    // Mayor J. Doe
    let starts = offices.iter().find_map(|office| Some((*office, line.strip_prefix(office)?)));
    if let Some((office, name)) = starts.filter(|(_, rest)| rest.starts_with(' ')) {
        let words = name.split_whitespace();
        let is_name = (2..=4).contains(&words.clone().count())
            && words.clone().all(|word| word.starts_with(char::is_uppercase));
        if is_name {
            return Some((office.to_owned(), name.trim().to_owned()));
        }
    }
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
        "Committee",
        "Republic of ",
        "Kingdom of ",
        "City of ",
        "Town of ",
        "County of ",
        "Province of ",
        "State of ",
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
        None => {
            let after = simple.find('日').map(|at| at + '日'.len_utf8());
            after.filter(|after| !simple[*after..].trim().is_empty()).unwrap_or(0)
        }
    };
    let inner = &line[start..];
    let end = inner.rfind('上').unwrap_or(inner.len());
    let name = inner[..end].trim_matches(|c: char| c.is_whitespace() || "，。（）()".contains(c));
    // What it did with the text is not its name: 甲市第八届人民代表大会第五次会议批准.
    let simple = in_simplified(name);
    let ends = MEETINGS.iter().filter_map(|word| Some(simple.rfind(word)? + word.len()));
    ends.max().map(|end| packed_name(&name[..end]))
}

/// `Delivered at the Third Session of the Fifth Assembly of Jia on March 14, 2023`.
fn english_meeting(line: &str) -> Option<String> {
    let name = english_meeting_with_place(line)?;
    let name = &name[..owner_at(name).unwrap_or(name.len())];
    let words = ["Session", "Meeting", "Congress", "Assembly", "Legislature", "Parliament"];
    words.iter().any(|word| name.contains(word)).then(|| name.to_owned())
}

fn english_meeting_with_place(line: &str) -> Option<&str> {
    let starts = ["at the ", "to the ", "before the "];
    let start = starts.iter().filter_map(|start| Some(line.find(start)? + start.len())).min()?;
    let inner = &line[start..];
    let is_month = |word: &str| Day::MONTHS.iter().any(|month| word.starts_with(month));
    let is_of_day = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || is_month(word);
    // The day ends it: `… Legislature 3 March 2022`; but `the 13th Congress` is its name.
    let day = inner.match_indices(' ').map(|(at, _)| at).find(|at| {
        let rest = inner[at + 1..].trim_start();
        is_of_day(rest) && day_in(&rest.chars().take(20).collect::<String>()).is_some()
    });
    let ends = [inner.find(" on "), inner.find(','), day];
    let end = ends.into_iter().flatten().min().unwrap_or(inner.len());
    Some(inner[..end].trim().trim_end_matches(','))
}

/// Where the name of a meeting ends and that of whose meeting it is begins, unless it is part of it: Congress of
/// Jia.
fn owner_at(name: &str) -> Option<usize> {
    let of = name.rfind(" of ").filter(|at| name[..*at].contains(" of the "));
    of.filter(|at| !name[..*at].ends_with("Republic") && !name[*at..].starts_with(" of the "))
}

/// Whether a line is nothing but the name of a meeting: 甲縣議會第20屆第2次定期會.
pub(super) fn is_meeting_name(line: &str) -> bool {
    let simple = in_simplified(line);
    let is_named = simple.contains('第') && simple.contains('次');
    // 第九届委员会常务委员会 is an organ.
    let is_organ = simple.ends_with("委员会") || simple.ends_with("常委会");
    is_named && !is_organ && MEETINGS.iter().any(|word| simple.ends_with(word))
}

/// The place in an English name or line: Government of Jia Province, Mayor of Jia, the Assembly of Jia on March 5.
pub(super) fn english_place(text: &str) -> Option<String> {
    let name = english_meeting_with_place(text).unwrap_or(text);
    let (owner, place) = name.rsplit_once(" of ")?;
    // The Minister of Finance is of no place.
    let owners = [
        "Government",
        "Mayor",
        "Governor",
        "Premier",
        "Assembly",
        "Congress",
        "Legislature",
        "Parliament",
        "Council",
        "Session",
        "City",
        "Town",
        "County",
        "Province",
        "State",
    ];
    let place = place.trim();
    if !owners.iter().any(|word| owner.trim_end().ends_with(word)) {
        return None;
    }
    let is_name = place.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let is_organ = ["Government", "Council", "Assembly", "Congress", "Legislature", "Republic"];
    let is_other = is_organ.iter().any(|organ| place.contains(organ))
        || name.contains("Republic")
        || place.contains(|c: char| c.is_ascii_digit());
    (is_name && !is_other && !place.is_empty()).then(|| place.to_owned())
}

/// The place a name begins with: 甲市 of 甲市第七届人民代表大会, 云澄新区 of 云澄新区管理委员会.
pub(super) fn place_of(name: &str) -> Option<String> {
    let prefixes = ["中国人民政治协商会议", "中国共产党", "中共", "政协"];
    let name = prefixes.iter().find_map(|prefix| name.strip_prefix(prefix)).unwrap_or(name);
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
    let kinds = ["报告", "演词", "总结", "计划", "要点", "预算", "决算", "公报"];
    // 甲市第九届委员会常务委员会工作报告: the whole name stands before what the title is.
    let work = simple.find("工作报告").or_else(|| simple.find("工作总结"));
    if let Some(name) = work.map(|at| &title[..at]).filter(|name| is_organ(name))
        && !name.contains(|c: char| c.is_ascii_digit())
        && !simple.starts_with("关于")
        && name.chars().count() >= 4
        && place_of(name).is_some()
    {
        return Some(name.to_owned());
    }
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
    let is_report = kinds.iter().any(|kind| simple[end..].contains(kind));
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
    let acting = ["代理", "代", "常务副", "副", "党组书记、", "党委书记、"];
    let own = acting.iter().find_map(|word| own.strip_suffix(word)).unwrap_or(own);
    // The head of a 局 is called 局长.
    let organ = match in_simplified(title).chars().next() {
        Some(first @ ('局' | '厅' | '部' | '院' | '署' | '司')) if !own.ends_with(first) => {
            format!("{own}{first}")
        }
        _ => own.to_owned(),
    };
    is_organ(&organ).then_some(organ)
}

/// The place in a title: 关于甲市2019年预算执行情况的报告, 甲市2022年国民经济和社会发展统计公报.
pub(super) fn place_in_title(title: &str) -> Option<String> {
    let rest = title.strip_prefix("关于").unwrap_or(title);
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "年—-–至".contains(c));
    let start = rest.find(|c: char| !"二〇零一三四五六七八九十至年度".contains(c)).unwrap_or(0);
    place_of(&rest[start..])
}

/// Whom the speaker speaks for: 我代表甲市人民政府，向大会作报告; 受甲市人民政府委托.
pub(super) fn represented(text: &str) -> Option<String> {
    if let Some(at) = text.find("n behalf of ") {
        let inner = &text[at + "n behalf of ".len()..];
        let name = inner[..inner.find([',', '.'])?].trim();
        let name = name.strip_prefix("the ").unwrap_or(name);
        return name.starts_with(char::is_uppercase).then(|| name.to_owned());
    }
    let simple = in_simplified(text);
    let represented = simple.find("代表").map(|at| at + "代表".len());
    let charged = simple.find('受').filter(|_| simple.contains("委托"));
    let at = represented.or(charged.map(|at| at + '受'.len_utf8()))?;
    let inner = &text[at..];
    let end = inner.find(['，', '向', '、', '。', '作', '委', '的'])?;
    let name = inner[..end].trim();
    let is_known = is_organ(name) && name.chars().count() >= 3;
    is_known.then(|| name.to_owned())
}

/// A name with the place that it leaves out: 市人民政府 in 甲市 is 甲市人民政府, 自治州人民政府 in 乙自治州 is
/// 乙自治州人民政府.
pub(super) fn with_place(name: String, place: Option<&str>) -> String {
    let is_short =
        name.starts_with(['省', '市', '县', '區', '区', '州', '自', '盟', '旗', '乡', '镇']);
    let Some(place) = place.filter(|_| is_short) else { return name };
    let ends = place.char_indices().map(|(at, _)| &place[at..]);
    let shared = ends.into_iter().find(|end| name.starts_with(end)).map_or(0, str::len);
    format!("{place}{}", &name[shared..])
}
