//! Escaping.

/// Text for use between tags.
pub(crate) fn escape(to: &mut String, text: &str) {
    escape_into(to, text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => None,
    });
}

/// The same as a text of its own.
pub(crate) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape(&mut html, text);
    html
}

/// Text for use between the double quotes of an attribute.
pub(crate) fn escape_attribute(to: &mut String, text: &str) {
    escape_into(to, text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'"' => Some("&quot;"),
        _ => None,
    });
}

/// Copies a text, replacing some of its ASCII characters.
fn escape_into(to: &mut String, text: &str, entity: impl Fn(u8) -> Option<&'static str>) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(entity) = entity(byte) {
            to.push_str(&text[done..at]);
            to.push_str(entity);
            done = at + 1;
        }
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
        escape_attribute(&mut value, "\" onclick=\"x");
        assert_eq!(value, "&quot; onclick=&quot;x");
    }
}
