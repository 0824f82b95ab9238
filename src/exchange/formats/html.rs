//! HTML in pieces: the only user of `html5gum`.

use html5gum::emitters::ForwardingEmitter;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{DefaultEmitter, Emitter, Span, Token, Tokenizer};

/// A part of a start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TagPart<'a> {
    /// The name of an element.
    Open(&'a [u8]),
    /// The name of an attribute.
    AttributeName(&'a [u8]),
    /// The value of the attribute that was named last.
    AttributeValue(&'a [u8]),
    /// The end of the tag.
    Close,
}

/// Tells the parts of all start tags of a page, one after another. Text is not gathered, and characters are
/// not judged: that halves the time of reading a page.
pub(crate) fn hear_tags(page: &[u8], mut hear: impl FnMut(TagPart<'_>)) {
    let emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<()> {
        match event {
            CallbackEvent::OpenStartTag { name } => hear(TagPart::Open(name)),
            CallbackEvent::AttributeName { name } => hear(TagPart::AttributeName(name)),
            CallbackEvent::AttributeValue { value } => hear(TagPart::AttributeValue(value)),
            CallbackEvent::CloseStartTag { .. } => hear(TagPart::Close),
            _ => {}
        }
        None
    });
    for Ok(()) in Tokenizer::new_with_emitter(page, TagsOnly(emitter)) {}
}

/// Passes on tags alone.
struct TagsOnly<E>(E);

impl<E: Emitter> ForwardingEmitter for TagsOnly<E> {
    type Token = E::Token;

    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_string(&mut self, _text: &[u8]) {}
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum HtmlToken {
    /// An element begins.
    Start {
        /// Its name, in lower case.
        name: String,
        /// Its attributes, their references decoded.
        attributes: Vec<(String, String)>,
        /// Whether its tag ends with a slash, which closes elements of XML alone.
        is_closed: bool,
    },
    /// An element ends.
    End(String),
    /// Text, its references decoded.
    Text(String),
}

/// The pieces of a page in order, each with the byte it begins at. Scripts and styles are one text each.
pub(crate) fn html_tokens(page: &str) -> Vec<(usize, HtmlToken)> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut tokens = Vec::new();
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        tokens.push(match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter();
                let attributes = attributes.map(|(name, value)| (shown(name), shown(value)));
                let start = HtmlToken::Start {
                    name: shown(&tag.name),
                    attributes: attributes.collect(),
                    is_closed: tag.self_closing,
                };
                (tag.span.start, start)
            }
            Token::EndTag(tag) => (tag.span.start, HtmlToken::End(shown(&tag.name))),
            Token::String(text) => (text.span.start, HtmlToken::Text(shown(&text))),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => continue,
        });
    }
    tokens
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_page_is_read_in_pieces() {
        let page = "<!doctype html><P class='a&amp;b'>一&emsp;二<br/></p><script>a<b</script>";
        let start = |name: &str, attributes: &[(&str, &str)], is_closed| HtmlToken::Start {
            name: name.to_owned(),
            attributes: attributes
                .iter()
                .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
                .collect(),
            is_closed,
        };
        let tokens = html_tokens(page);
        let kinds: Vec<&HtmlToken> = tokens.iter().map(|(_, token)| token).collect();
        assert_eq!(
            kinds,
            [
                &start("p", &[("class", "a&b")], false),
                &HtmlToken::Text("一\u{2003}二".to_owned()),
                &start("br", &[], true),
                &HtmlToken::End("p".to_owned()),
                &start("script", &[], false),
                &HtmlToken::Text("a<b".to_owned()),
                &HtmlToken::End("script".to_owned()),
            ]
        );
        assert!(page[tokens[0].0..].starts_with("<P"));
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[<>/!a-c\"'= \\-&;#x1\\n一]{0,80}") {
            for (at, _) in html_tokens(&text) {
                prop_assert!(at <= text.len());
            }
            hear_tags(text.as_bytes(), |_| {});
        }
    }
}
