//! Bytes into characters, whatever the office's program wrote.

use std::borrow::Cow;

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::inline::is_invisible;
use crate::model::{ReceivedRemark, RemarkKind, simplified_forms};

/// How many bytes are looked at for the name of an encoding in a page.
const HEAD_OF_PAGE: usize = 4096;

/// A text, and how it was decoded.
pub(super) struct DecodedText {
    /// The characters, with plain line ends.
    pub(super) text: String,
    /// The name of the encoding.
    pub(super) name: &'static str,
    /// How many characters were left out that nobody sees.
    invisible: usize,
}

impl DecodedText {
    /// That some characters could not be decoded, with the line of the first, and that some are not seen.
    pub(super) fn remarks(&self) -> impl Iterator<Item = ReceivedRemark> {
        let undecoded = self.text.find('\u{fffd}').map(|at| {
            let line = self.text[..at].matches('\n').count() + 1;
            let words = self.text.lines().nth(line - 1).unwrap_or_default().trim().to_owned();
            ReceivedRemark { line, kind: RemarkKind::Undecoded, words }
        });
        let invisible = (self.invisible > 0).then(|| ReceivedRemark {
            line: 0,
            kind: RemarkKind::Invisible,
            words: self.invisible.to_string(),
        });
        undecoded.into_iter().chain(invisible)
    }
}

/// The characters of a text: by its byte order mark, as UTF-16 without one, as UTF-8 where it is valid, by
/// what a page says of itself, else by its bytes (GB 18030, Big5, …).
pub(super) fn decode(bytes: &[u8]) -> DecodedText {
    let encoding = Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or_else(|| utf16_without_mark(bytes))
        .or_else(|| std::str::from_utf8(bytes).is_ok().then_some(UTF_8))
        .or_else(|| stated_encoding(bytes))
        .unwrap_or_else(|| guessed(bytes));
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let mut text = plain_line_ends(text);
    let invisible = text.chars().filter(|c| is_invisible(*c)).count();
    if invisible > 0 {
        text.retain(|c| !is_invisible(c));
    }
    DecodedText { text, name: encoding.name(), invisible }
}

/// UTF-16 is told by its line ends, blanks and digits, each with a zero byte on one side; which side says
/// the order. 0 itself is not asked for: as bytes it is the ideographic blank in the other order.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let is_plain = |byte: u8| matches!(byte, b'\n' | b'\r' | b' ' | b'1'..=b'9');
    let count = |is_little: bool| {
        let pairs = bytes.chunks_exact(2).map(|pair| (pair[0], pair[1]));
        let pairs = pairs.map(|(a, b)| if is_little { (a, b) } else { (b, a) });
        pairs.filter(|(low, high)| *high == 0 && is_plain(*low)).count()
    };
    let (little, big) = (count(true), count(false));
    let encoding = if little >= big { UTF_16LE } else { UTF_16BE };
    let is_likely = bytes.len().is_multiple_of(2) && little.max(big) > 4 * little.min(big);
    is_likely.then(|| without_faults(encoding, bytes)).flatten()
}

/// The encoding that a page names: `<meta charset="gb2312">`. What is said to be GB 2312 or GBK is GB 18030,
/// which holds both.
fn stated_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD_OF_PAGE)]).to_lowercase();
    let after = &head[head.find("charset=")? + "charset=".len()..];
    let label = after.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c))?;
    let encoding = Encoding::for_label(&label.as_bytes()[..end])?;
    without_faults(encoding, bytes)
}

/// What the bytes look like. An encoding of single bytes is believed of a text that is mostly ASCII alone:
/// anything can be read in it.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // Of the encodings of single bytes the Western one is meant, where the bytes do not tell.
    let guess = detector.guess(Some(b"uk"), chardetng::Utf8Detection::Deny);
    let is_ascii = bytes.iter().filter(|byte| byte.is_ascii()).count() * 10 > bytes.len() * 8;
    let guess = Some(guess).filter(|guess| is_ascii || !guess.is_single_byte());
    guess.and_then(|guess| without_faults(guess, bytes)).unwrap_or(GB18030)
}

/// The encoding, if the whole text can be read in it.
fn without_faults(encoding: &'static Encoding, bytes: &[u8]) -> Option<&'static Encoding> {
    let encoding = if encoding == encoding_rs::GBK { GB18030 } else { encoding };
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(|_| encoding)
}

/// Whether a Chinese character is a simplified one that no traditional text has: Big5, which was made for those,
/// cannot encode it.
pub(crate) fn is_in_no_traditional_text(c: char) -> bool {
    let mut bytes = [0; 4];
    let is_common = ('\u{4e00}'..='\u{9fff}').contains(&c);
    is_common
        && BIG5.encode(c.encode_utf8(&mut bytes)).2
        && simplified_forms().any(|(_, simple)| simple == c)
}

/// A text with `\n` at the end of each line.
fn plain_line_ends(text: Cow<'_, str>) -> String {
    let is_other = |c| matches!(c, '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}');
    if !text.contains(is_other) {
        return text.into_owned();
    }
    text.replace("\r\n", "\n").replace(is_other, "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "政府工作报告\r\n2018年，全市生产总值3870亿元。\r\n各位代表：\r\n";

    fn plain() -> String {
        TEXT.replace('\r', "")
    }

    fn utf16(text: &str, is_little: bool) -> Vec<u8> {
        let each = |unit: u16| if is_little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        text.encode_utf16().flat_map(each).collect()
    }

    #[test]
    fn a_text_is_decoded_whatever_program_wrote_it() {
        let with_mark = |text: &str| format!("\u{feff}{text}");
        let gb = GB18030.encode(TEXT).0.into_owned();
        let big5 = BIG5.encode("施政報告\r\n二零一八年，本地生產總值。\r\n").0.into_owned();
        for (bytes, name) in [
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            (with_mark(TEXT).into_bytes(), "UTF-8"),
            (utf16(&with_mark(TEXT), true), "UTF-16LE"),
            (utf16(&with_mark(TEXT), false), "UTF-16BE"),
            (utf16(TEXT, true), "UTF-16LE"),
            (utf16(TEXT, false), "UTF-16BE"),
            (gb, "gb18030"),
        ] {
            let decoded = decode(&bytes);
            assert_eq!((decoded.text.as_str(), decoded.name), (plain().as_str(), name));
            assert_eq!(decoded.remarks().next(), None);
        }
        assert_eq!(decode(&big5).text, "施政報告\n二零一八年，本地生產總值。\n");
    }

    #[test]
    fn a_page_says_its_encoding_and_is_believed_where_it_is_true() {
        let page = "<meta charset=\"gb2312\"><p>镕基、䶮</p>";
        assert_eq!(decode(&GB18030.encode(page).0).text, page);
        let wrong = "<meta charset=\"gb2312\"><p>报告</p>";
        assert_eq!(decode(wrong.as_bytes()).text, wrong);
    }

    #[test]
    fn what_cannot_be_decoded_is_said_with_its_line() {
        let mut bytes = GB18030.encode("一\n二").0.into_owned();
        bytes.push(0xff);
        let remark = decode(&bytes).remarks().next().unwrap();
        assert_eq!((remark.line, remark.kind), (2, RemarkKind::Undecoded));
    }
}
