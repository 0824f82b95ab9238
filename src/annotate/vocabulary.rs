//! Words of which government reports are made, in the languages that are read.
//!
//! One row is one meaning: what its words say in Chinese, and how words begin that say it in English.
//! They are not a term base: a translation may say it otherwise, and nothing follows where it does. Where
//! both texts say it, sentences are known by it.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::model::{Mention, WordId, in_simplified};

/// Words of a language that say one thing.
type Words = &'static [&'static str];

/// One thing that reports say, in each language.
type Row = (Words, Words);

/// What a row says in one language.
type Column = fn(&Row) -> Words;

/// The languages of the columns.
const COLUMNS: [(&str, Column); 2] = [("zh", |row| row.0), ("en", |row| row.1)];

/// The matcher of each column.
static MATCHERS: LazyLock<Vec<Vocabulary>> =
    LazyLock::new(|| COLUMNS.iter().map(|(_, words)| Vocabulary::new(*words)).collect());

/// The words of one language, to be looked for.
pub(super) struct Vocabulary {
    forms: AhoCorasick,
    /// The row of each pattern.
    rows: Vec<WordId>,
}

impl Vocabulary {
    /// The words of the language with this code, if there are any.
    pub(super) fn of(code: &str) -> Option<&'static Self> {
        let place = COLUMNS.iter().position(|(own, _)| *own == code)?;
        MATCHERS.get(place)
    }

    fn new(words: Column) -> Self {
        let patterns = ROWS
            .iter()
            .zip(0..)
            .flat_map(|(row, number)| words(row).iter().map(move |word| (*word, WordId(number))));
        let (words, rows): (Vec<&str>, Vec<WordId>) = patterns.unzip();
        let forms = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .build(words)
            .expect("the table is far below the bounds of the matcher");
        Self { forms, rows }
    }

    /// Where words of the table stand in a text, in order.
    pub(super) fn find_words(&self, plain: &str) -> Vec<Mention<WordId>> {
        let begins_word = |at: usize| {
            let before = plain[..at].chars().next_back();
            let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            !(is_letter(before) && is_letter(plain[at..].chars().next()))
        };
        // Traditional characters say the same, each in the place of its own.
        let simplified = in_simplified(plain);
        let found = self.forms.find_overlapping_iter(&*simplified);
        found
            .filter(|found| begins_word(found.start()))
            .map(|found| Mention {
                range: found.range(),
                value: self.rows[found.pattern().as_usize()],
            })
            .collect()
    }
}

/// What is said, in each language: whole words in Chinese, beginnings of words in English. A word may
/// stand in several rows.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    (&["改革"], &["reform"]),
    (&["开放"], &["open"]),
    (&["创新"], &["innovat"]),
    (&["发展"], &["develop"]),
    (&["经济"], &["econom"]),
    (&["社会"], &["social", "societ"]),
    (&["文化"], &["cultur"]),
    (&["教育"], &["educat"]),
    (&["学校"], &["school"]),
    (&["学生"], &["student"]),
    (&["教师"], &["teacher"]),
    (&["义务教育"], &["compulsory education"]),
    (&["高校", "大学", "高等教育"], &["universit", "college", "higher education"]),
    (&["职业"], &["vocation", "occupation"]),
    (&["学前", "幼儿"], &["preschool", "kindergarten"]),
    (&["医疗", "医药", "医改"], &["medical", "medicine", "health care"]),
    (&["卫生", "健康"], &["health"]),
    (&["医院"], &["hospital"]),
    (&["中医"], &["chinese medicine"]),
    (&["药品"], &["drug", "medicine"]),
    (&["食品"], &["food"]),
    (&["养老"], &["old-age", "elderly", "pension"]),
    (&["退休"], &["retire", "pension"]),
    (&["残疾"], &["disabilit", "disabled"]),
    (&["儿童"], &["child"]),
    (&["妇女"], &["women"]),
    (&["老年", "老人"], &["elderly", "senior"]),
    (&["青年"], &["young people", "youth"]),
    (&["环境"], &["environment"]),
    (&["生态"], &["ecolog", "eco-"]),
    (&["污染"], &["pollut"]),
    (&["大气", "空气", "雾霾"], &["air", "atmospher", "smog"]),
    (&["水质", "治水", "水污染", "水环境"], &["water"]),
    (&["土壤"], &["soil"]),
    (&["垃圾"], &["garbage", "waste", "refuse"]),
    (&["固废", "危废"], &["waste"]),
    (&["森林", "林业", "绿化", "造林"], &["forest", "green", "tree"]),
    (&["节能", "减排"], &["energy", "emission"]),
    (&["能源"], &["energy"]),
    (&["煤"], &["coal"]),
    (&["电力", "用电", "发电"], &["power", "electric"]),
    (&["农村", "乡村"], &["rural", "village", "countryside"]),
    (&["农业"], &["agricultur", "farm"]),
    (&["农民"], &["farmer", "rural"]),
    (&["粮食", "农产品"], &["grain", "agricultural product", "food"]),
    (&["土地", "耕地"], &["land"]),
    (&["宅基地", "承包地"], &["land", "homestead"]),
    (&["城市"], &["cit", "urban"]),
    (&["城镇"], &["urban", "town"]),
    (&["城乡"], &["urban", "rural"]),
    (&["交通"], &["transport", "traffic"]),
    (&["铁路", "高铁"], &["rail"]),
    (&["公路"], &["highway", "road"]),
    (&["公交"], &["bus", "public transport"]),
    (&["机场", "航空"], &["airport", "aviation", "flight", "air"]),
    (&["港口"], &["port"]),
    (&["基础设施"], &["infrastructure"]),
    (&["建设"], &["build", "construct"]),
    (&["项目"], &["project"]),
    (&["投资"], &["invest"]),
    (&["企业"], &["enterpris", "business", "compan", "firm"]),
    (&["民营", "民间"], &["private"]),
    (&["国有", "国企", "国资"], &["state-owned", "state capital"]),
    (&["小微"], &["micro", "small"]),
    (&["市场"], &["market"]),
    (&["消费"], &["consum"]),
    (&["出口"], &["export"]),
    (&["进口"], &["import"]),
    (&["贸易", "外贸"], &["trade"]),
    (&["外资"], &["foreign"]),
    (&["金融"], &["financ"]),
    (&["银行"], &["bank"]),
    (&["保险"], &["insur"]),
    (&["风险"], &["risk"]),
    (&["债务"], &["debt"]),
    (&["杠杆"], &["leverag"]),
    (&["税"], &["tax"]),
    (&["财政"], &["fiscal", "government spending", "finance"]),
    (&["预算"], &["budget"]),
    (&["收入"], &["income", "revenue"]),
    (&["支出"], &["expend", "spend"]),
    (&["经费"], &["fund", "spend"]),
    (&["就业"], &["employ", "job"]),
    (&["创业"], &["start-up", "startup", "entrepreneur", "business"]),
    (&["人才"], &["talent", "professional"]),
    (&["科技"], &["scien", "sci-tech", "technolog"]),
    (&["技术"], &["technolog", "technique"]),
    (&["研发", "研究"], &["research", "r&d"]),
    (&["专利"], &["patent"]),
    (&["知识产权"], &["intellectual property"]),
    (&["数字"], &["digital"]),
    (&["互联网"], &["internet"]),
    (&["网络"], &["network", "online", "internet"]),
    (&["信息"], &["information"]),
    (&["数据"], &["data"]),
    (&["智能", "智慧"], &["smart", "intelligen"]),
    (&["制造"], &["manufactur", "made in"]),
    (&["工业"], &["industr"]),
    (&["产业"], &["industr"]),
    (&["农产"], &["agricultur"]),
    (&["服务业"], &["service sector", "service industr"]),
    (&["服务"], &["servic", "serve"]),
    (&["旅游", "景区"], &["touris", "scenic"]),
    (&["产能"], &["capacity"]),
    (&["供给"], &["supply"]),
    (&["需求", "内需"], &["demand"]),
    (&["动能"], &["driver", "momentum", "engine"]),
    (&["成本"], &["cost"]),
    (&["收费", "费用"], &["fee", "charge"]),
    (&["价格", "物价"], &["price"]),
    (&["质量"], &["quality"]),
    (&["标准"], &["standard"]),
    (&["品牌"], &["brand"]),
    (&["监管"], &["regulat", "oversight", "supervis"]),
    (&["监督"], &["supervis", "oversight", "oversee"]),
    (&["督查", "督察", "巡视"], &["inspect"]),
    (&["审计"], &["audit"]),
    (&["依法", "法治", "法律", "立法"], &["law", "legislat"]),
    (&["司法"], &["judicia"]),
    (&["廉政", "反腐", "腐败"], &["corrupt", "clean government", "integrity"]),
    (&["党中央"], &["central committee"]),
    (&["党的"], &["party"]),
    (&["政府"], &["government"]),
    (&["国务院"], &["state council"]),
    (&["人大", "人民代表大会"], &["people’s congress", "people's congress"]),
    (&["政协"], &["cppcc", "political consultative"]),
    (&["代表"], &["deput"]),
    (&["干部", "公务员"], &["official", "cadre", "civil serv"]),
    (&["群众"], &["people", "public"]),
    (&["人民"], &["people"]),
    (&["民生"], &["wellbeing", "well-being", "livelihood", "living standard"]),
    (&["住房", "房地产", "商品房"], &["hous", "real estate"]),
    (&["棚户区", "危旧", "危房"], &["rundown", "shanty", "dilapidated"]),
    (&["贫困", "扶贫", "脱贫"], &["poverty", "poor"]),
    (&["社保", "社会保障", "低保"], &["social security", "subsistence", "social safety"]),
    (&["救助"], &["assist", "aid", "relief"]),
    (&["慈善"], &["charit"]),
    (&["国防", "军队", "部队"], &["military", "army", "defense", "armed forces"]),
    (&["退役", "优抚"], &["veteran", "ex-serv", "demobili"]),
    (&["民族"], &["ethnic", "nation"]),
    (&["宗教"], &["religio"]),
    (&["香港", "港澳"], &["hong kong"]),
    (&["澳门"], &["macao"]),
    (&["台湾", "两岸"], &["taiwan", "straits"]),
    (&["外交"], &["diploma", "foreign"]),
    (&["国际"], &["international", "global"]),
    (&["世界", "全球"], &["world", "global"]),
    (&["合作"], &["cooperat", "collaborat"]),
    (&["一带一路"], &["belt and road"]),
    (&["长江"], &["yangtze"]),
    (&["京津冀"], &["beijing-tianjin"]),
    (&["区域"], &["region"]),
    (&["西部"], &["western"]),
    (&["东北"], &["northeast"]),
    (&["中部"], &["central"]),
    (&["东部"], &["eastern"]),
    (&["海洋", "海上"], &["ocean", "sea", "marine", "maritime"]),
    (&["河长", "湖长"], &["river chief", "lake chief"]),
    (&["改善"], &["improv"]),
    (&["提高", "提升"], &["rais", "improv", "increas", "enhanc", "higher"]),
    (&["降低"], &["lower", "reduc", "cut", "bring down"]),
    (&["减少"], &["reduc", "cut", "decreas", "fewer"]),
    (&["增加", "新增"], &["increas", "add", "new"]),
    (&["增长"], &["grow", "increas", "rise", "rose"]),
    (&["扩大"], &["expand", "broaden", "extend"]),
    (&["加快"], &["accelerat", "speed", "faster", "quick"]),
    (&["加强", "强化"], &["strengthen", "step up", "stronger", "intensif", "tighten"]),
    (&["完善", "健全"], &["improv", "refin", "better", "sound"]),
    (&["落实"], &["implement", "deliver"]),
    (&["实施"], &["implement", "carry out", "launch"]),
    (&["深化"], &["deepen", "further reform"]),
    (&["优化"], &["optimi", "improv", "better"]),
    (&["促进"], &["promot", "boost", "advance"]),
    (&["支持"], &["support"]),
    (&["鼓励"], &["encourag"]),
    (&["坚持"], &["commit", "uphold", "adhere", "continu", "persist"]),
    (&["坚决"], &["resolut", "firm", "determin"]),
    (&["保障"], &["ensur", "guarantee", "safeguard", "security"]),
    (&["保护"], &["protect", "conserv"]),
    (&["防范", "防控", "预防"], &["prevent", "guard against", "forestall", "control"]),
    (&["解决"], &["resolv", "solv", "address", "tackl"]),
    (&["问题"], &["problem", "issue"]),
    (&["困难"], &["difficult"]),
    (&["任务"], &["task"]),
    (&["目标"], &["goal", "target", "objective"]),
    (&["政策"], &["polic"]),
    (&["措施"], &["measure"]),
    (&["机制"], &["mechanism"]),
    (&["制度", "体制"], &["system", "institution"]),
    (&["体系"], &["system"]),
    (&["结构"], &["structur"]),
    (&["审批"], &["approv", "review"]),
    (&["许可", "证照"], &["licens", "permit", "certificate"]),
    (&["试点"], &["pilot", "trial"]),
    (&["示范"], &["demonstrat", "model", "exemplar"]),
    (&["基地"], &["base"]),
    (&["园区", "开发区"], &["park", "zone"]),
    (&["中心"], &["center"]),
    (&["平台"], &["platform"]),
    (&["安全"], &["safe", "security"]),
    (&["生产"], &["production", "product", "workplace"]),
    (&["灾害", "救灾", "防汛", "洪水", "防洪"], &["disaster", "flood", "relief"]),
    (&["地震"], &["earthquake"]),
    (&["应急"], &["emergenc"]),
    (&["犯罪", "扫黑"], &["crime", "criminal", "gang"]),
    (&["治安", "平安"], &["public security", "public order", "peace", "safe"]),
    (&["信访"], &["complaint", "petition"]),
    (&["社区"], &["communit"]),
    (&["基层"], &["communit", "grassroots", "primary"]),
    (&["志愿"], &["volunt"]),
    (&["体育", "健身"], &["sport", "fitness"]),
    (&["文物", "遗产"], &["heritage", "relic"]),
    (&["图书"], &["librar", "book"]),
    (&["博物馆"], &["museum"]),
    (&["思想"], &["thought", "thinking"]),
    (&["核心"], &["core"]),
    (&["领导"], &["leader"]),
    (&["会议"], &["meeting", "conference", "session"]),
    (&["作风"], &["conduct", "style"]),
    (&["形式主义"], &["formalit"]),
    (&["官僚"], &["bureaucra"]),
    (&["责任"], &["responsib", "accountab"]),
    (&["问责", "追责"], &["accountab"]),
    (&["考核", "评估", "考评"], &["assess", "evaluat", "apprais"]),
    (&["公开"], &["open", "transparen", "disclos", "public"]),
    (&["效率", "效能"], &["efficien", "performance"]),
    (&["人口"], &["population"]),
    (&["户籍", "落户"], &["household registration", "residen", "permanent"]),
    (&["农民工"], &["migrant"]),
    (&["气候"], &["climate"]),
    (&["主席"], &["president", "chair"]),
    (&["总书记"], &["general secretary"]),
    (&["习近平"], &["xi jinping"]),
    (&["中国"], &["china", "chinese"]),
    (&["全国"], &["national", "nationwide", "country"]),
    (&["国家"], &["country", "nation", "national", "state"]),
    (&["复兴"], &["rejuvenat"]),
    (&["小康"], &["prosperous", "prosperity"]),
    (&["现代化"], &["moderni"]),
    (&["社会主义"], &["socialis"]),
    (&["新时代"], &["new era"]),
    (&["历史"], &["histor"]),
    (&["团结"], &["unit", "solidar", "rall"]),
    (&["奋斗"], &["strive", "work hard", "endeavor", "struggle"]),
    (&["各位"], &["fellow"]),
    (&["感谢"], &["thank", "gratitude", "appreciat"]),
    (&["志气", "自信"], &["confiden"]),
    (&["挑战"], &["challeng"]),
    (&["机遇"], &["opportunit"]),
    (&["稳定"], &["stabl", "stabil"]),
    (&["统筹"], &["coordinat", "balanced"]),
    (&["协调"], &["coordinat", "balanced"]),
    (&["改造"], &["renovat", "transform", "upgrad"]),
    (&["转型"], &["transform", "transition"]),
    (&["升级"], &["upgrad"]),
    (&["规划"], &["plan", "program"]),
    (&["计划"], &["plan", "program"]),
    (&["战略"], &["strateg"]),
    (&["特色"], &["characteristic", "featured", "distinctive", "unique"]),
    (&["整治", "治理"], &["treat", "govern", "overhaul", "cleanup", "clean up", "rectif"]),
    (&["拆除", "拆迁", "拆违"], &["demolish", "dismantl", "tear"]),
    (&["清理"], &["clear", "clean"]),
    (&["培育", "培养"], &["foster", "cultivat", "nurtur", "train"]),
    (&["引进"], &["introduc", "bring in", "attract"]),
    (&["招商"], &["investment"]),
    (&["上市"], &["listed", "list"]),
    (&["融资"], &["financing"]),
    (&["贷款"], &["loan", "lending"]),
    (&["资金"], &["fund"]),
    (&["补助", "补贴"], &["subsid", "allowance"]),
    (&["标本兼治"], &["symptoms"]),
    (&["垄断"], &["monopol"]),
    (&["竞争"], &["compet"]),
    (&["公平"], &["fair", "equit"]),
    (&["诚信", "信用"], &["credit", "trust", "integrity"]),
    (&["协商"], &["consult"]),
    (&["民主"], &["democra"]),
    (&["工会"], &["trade union"]),
    (&["学习"], &["stud", "learn"]),
    (&["宣传"], &["publici", "communicat"]),
    (&["媒体", "新闻"], &["media", "press"]),
    (&["电影", "文艺", "文学"], &["film", "art", "literat"]),
    (&["气象"], &["meteorolog"]),
    (&["核电", "核能", "核安全"], &["nuclear"]),
    (&["航天", "卫星"], &["space", "satellite"]),
    (&["飞机"], &["aircraft", "plane"]),
    (&["汽车"], &["car", "vehicle", "auto"]),
    (&["新能源"], &["new energy", "new-energy"]),
    (&["材料"], &["material"]),
    (&["机器人"], &["robot"]),
    (&["上云", "云计算"], &["cloud"]),
    (&["钢铁"], &["steel"]),
    (&["僵尸企业"], &["zombie"]),
    (&["职能"], &["function"]),
    (&["商标"], &["trademark"]),
    (&["不足", "短板"], &["shortcoming", "weakness", "inadequa", "fall short", "insufficien"]),
    (&["周期"], &["cycle", "turnaround", "time"]),
    (&["债券"], &["bond"]),
    (&["股权", "股票"], &["equit", "stock"]),
    (&["一体化"], &["integrat"]),
    (&["均衡"], &["balanc"]),
    (&["监察"], &["supervis"]),
    (&["选举", "换届"], &["elect"]),
    (&["妇联", "共青团"], &["youth league", "federation"]),
    (&["扶持"], &["support"]),
    (&["孵化"], &["incubat"]),
    (&["物流", "快递"], &["logistic", "deliver"]),
    (&["电商", "电子商务"], &["e-commerce"]),
    (&["仓储", "仓"], &["warehous"]),
    (&["海关", "通关"], &["customs"]),
    (&["口岸"], &["port"]),
    (&["生物"], &["bio"]),
    (&["文明"], &["civil", "cultural and ethical", "advancement"]),
    (&["道德"], &["moral", "ethic"]),
    (&["传统"], &["tradition"]),
    (&["农户"], &["farmer", "household"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(code: &str, plain: &str) -> Vec<WordId> {
        let mut rows: Vec<WordId> =
            Vocabulary::of(code).unwrap().find_words(plain).into_iter().map(|m| m.value).collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    #[test]
    fn words_of_both_languages_meet_in_one_row() {
        let zh = rows("zh", "深化改革，保护环境");
        let en = rows("en", "Deepening reforms and protecting the environment");
        assert_eq!(zh, en);
        assert_eq!(zh.len(), 4);
        assert_eq!(rows("zh", "深化改革，保護環境"), zh);
    }

    #[test]
    fn an_english_word_is_found_at_its_beginning_alone() {
        assert_eq!(rows("en", "support export airport"), rows("en", "SUPPORT; Exports; airports"));
        assert_eq!(rows("en", "passport"), []);
        assert!(Vocabulary::of("de").is_none());
    }
}
