//! The characters that a quantity, or what bears on one, may begin with. Most characters of a text
//! are none of them, and are passed over by one look at a table.

/// Each character that the grammar does something at.
const CHARACTERS: &[char] = &[
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６',
    '７', '８', '９', '〇', '○', '零', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九',
    '十', '百', '千', '万', '亿', '几', '数', '，', '。', '；', '！', '？', '\n', '“', '‘', '「',
    '《', '每', '第', '前', '首', '榜', '过', '半', '翻', '上', '下', '（', '(', '〔', '［', '[',
    '【', '单', 'I', 'V', 'X',
];

/// Runs of them: Ⅰ to Ⅻ and ① to ⑳.
const RUNS: &[(char, char)] = &[('Ⅰ', 'Ⅻ'), ('①', '⑳')];

/// A bit for each of the first 65,536 characters.
static TABLE: [u64; 1024] = {
    let mut table = [0; 1024];
    let mut place = 0;
    while place < CHARACTERS.len() {
        let code = CHARACTERS[place] as usize;
        table[code / 64] |= 1 << (code % 64);
        place += 1;
    }
    let mut run = 0;
    while run < RUNS.len() {
        let (first, last) = RUNS[run];
        let mut code = first as usize;
        while code <= last as usize {
            table[code / 64] |= 1 << (code % 64);
            code += 1;
        }
        run += 1;
    }
    table
};

/// Whether something may begin with a character.
pub(super) fn is_beginning(c: char) -> bool {
    let code = c as usize;
    TABLE.get(code / 64).is_some_and(|bits| bits >> (code % 64) & 1 == 1)
}
