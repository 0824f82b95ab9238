//! Escaping.

/// Text for use between tags.
pub fn escape(to: &mut String, text: &str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => continue,
        };
        to.push_str(&text[done..at]);
        to.push_str(entity);
        done = at + 1;
    }
    to.push_str(&text[done..]);
}

/// Text for use between the double quotes of an attribute.
pub fn attribute(to: &mut String, text: &str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'"' => "&quot;",
            _ => continue,
        };
        to.push_str(&text[done..at]);
        to.push_str(entity);
        done = at + 1;
    }
    to.push_str(&text[done..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_an_author_writes_becomes_a_tag() {
        let mut html = String::new();
        escape(&mut html, "<script>&“中”</script>");
        assert_eq!(html, "&lt;script&gt;&amp;“中”&lt;/script&gt;");
        let mut value = String::new();
        attribute(&mut value, "\" onclick=\"x");
        assert_eq!(value, "&quot; onclick=&quot;x");
    }
}
