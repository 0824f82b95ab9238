//! Files with anything wrong in them: they are read or refused.

use proptest::prelude::*;

use super::*;

/// A document that has something of everything.
fn rich() -> Vec<u8> {
    let body = styled("h1", "回顾")
        + &listed(1, 1, "工业")
        + "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>\
           <w:p><w:ins><w:r><w:t>一</w:t><w:br/><w:footnoteReference w:id='1'/></w:r></w:ins></w:p>";
    let footnotes =
        "<w:footnotes xmlns:w='w'><w:footnote w:id='1'><w:p/></w:footnote></w:footnotes>";
    let parts = [
        ("numbering", "numbering.xml", NUMBERING),
        ("styles", "styles.xml", STYLES),
        ("footnotes", "footnotes.xml", footnotes),
    ];
    docx(&body, &parts)
}

/// A document that has something of everything, with some of its characters replaced or taken out before it
/// is packed: the archive is whole, what is in it is not.
fn damaged(part: usize, changes: &[(prop::sample::Index, char, usize)]) -> Vec<u8> {
    let document = format!(
        "<w:document><w:body>{}{}<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:t>一</w:t>\
         <w:footnoteReference w:id='1'/></w:r></w:p></w:body></w:document>",
        styled("h1", "回顾"),
        listed(1, 1, "工业")
    );
    let relations = "<Relationships><Relationship Id='a' Type='x/numbering' Target='n.xml'/>\
        <Relationship Id='b' Type='x/styles' Target='s.xml'/></Relationships>";
    let mut texts = [document, relations.to_owned(), NUMBERING.to_owned(), STYLES.to_owned()];
    for (at, c, count) in changes {
        let text: Vec<char> = texts[part].chars().collect();
        let start = at.index(text.len());
        let end = (start + count).min(text.len());
        texts[part] = text[..start].iter().chain([c]).chain(&text[end..]).collect();
    }
    let names = ["word/document.xml", "word/_rels/document.xml.rels", "word/n.xml", "word/s.xml"];
    let parts: Vec<(&str, &[u8])> =
        names.iter().zip(&texts).map(|(name, text)| (*name, text.as_bytes())).collect();
    archive(&parts)
}

proptest! {
    #[test]
    fn a_file_with_damaged_parts_is_read_or_refused(
        part in 0..4_usize,
        changes in prop::collection::vec(
            (any::<prop::sample::Index>(), prop::char::range('0', 'z'), 0..12_usize), 1..3),
    ) {
        let _ = read_docx(&damaged(part, &changes));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_docx(&bytes);
    }

    #[test]
    fn a_file_with_wrong_bytes_is_read_or_refused(
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut bytes = rich();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = read_docx(&bytes);
    }

    #[test]
    fn any_order_of_elements_is_read(picks in prop::collection::vec(0..24_usize, 0..30)) {
        const TAGS: [&str; 24] = [
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>一。</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>",
            "</w:tr>", "<w:tc>", "</w:tc>", "<w:del>", "</w:del>", "<w:br/>", "<w:br w:type='page'/>",
            "<w:fldChar w:fldCharType='begin'/>", "<w:fldChar w:fldCharType='separate'/>",
            "<w:fldChar w:fldCharType='end'/>", "<w:instrText>NOTEREF</w:instrText>",
            "<w:footnoteReference w:id='1'/>", "<w:txbxContent>", "</w:txbxContent>", "<w:pict>", "</w:pict>",
        ];
        // Only what nests is a document: what is not closed is closed, what was not opened is left out.
        let mut open: Vec<&str> = Vec::new();
        let mut body = String::new();
        for pick in picks {
            let tag = TAGS[pick];
            if let Some(name) = tag.strip_prefix("</") {
                if open.last() == Some(&name) {
                    open.pop();
                    body.push_str(tag);
                }
            } else {
                body.push_str(tag);
                if !tag.ends_with("/>") && !tag.contains("</") {
                    open.push(&tag[1..]);
                }
            }
        }
        open.iter().rev().for_each(|name| { body.push_str("</"); body.push_str(name); });
        let _ = read_docx(&docx(&body, &[])).unwrap();
    }
}
