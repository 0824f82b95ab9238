//! What is said to the person at the keyboard, as data: a key and named arguments. The words stand
//! in one table for each language, `messages/<language>.ftl`, in the format of Project Fluent
//! (<https://projectfluent.org>), and are looked up when they are shown, not when they are found.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

/// A message without its words: the key of a sentence in the table of each language, and what it
/// speaks of.
///
/// Made by `message!`, so that a test finds every key in the source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Message(Box<Sentence>);

/// Boxed, since a finding is handed on as the error of a result and holds several.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Sentence {
    key: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

/// What a message speaks of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Argument {
    /// Words of the user's files, names, paths.
    Text(Box<str>),
    /// A count; the table chooses the words by it.
    Number(usize),
    /// Several, with the separator of the language between them.
    List(Vec<Argument>),
    /// Several, one of which is meant, with the conjunction of the language between them.
    Either(Vec<Argument>),
    /// A part of the sentence that has words of its own.
    Message(Message),
}

/// A language in which the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Locale {
    /// English; also the language of all output for programs.
    En,
}

/// The locales, in the order of their tables.
const LOCALES: [(Locale, &str, &str); 1] = [(Locale::En, "en", include_str!("messages/en.ftl"))];

/// The key of what stands between the entries of a list.
const SEPARATOR: &str = "list-separator";

/// The key of what stands between things one of which is meant.
const EITHER: &str = "either-separator";

static TABLES: LazyLock<Vec<FluentBundle<FluentResource>>> =
    LazyLock::new(|| LOCALES.iter().map(|(_, code, words)| table_of(code, words)).collect());

/// The table of one language. A faulty entry is left out; a test keeps the tables complete.
fn table_of(code: &str, words: &str) -> FluentBundle<FluentResource> {
    let resource = match FluentResource::try_new(words.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let language = code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // What is inserted is a file name more often than Arabic, and is copied into a shell.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

/// A [`Message`]: its key, a literal, then its arguments by name.
///
/// ```text
/// message!("figure-unknown-page.help", pages = names)
/// ```
macro_rules! message {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::source::Message::new(
            $key,
            vec![$((stringify!($name), $crate::source::Argument::from($value))),*],
        )
    };
}
pub(crate) use message;

impl Message {
    /// For `message!` alone.
    pub(crate) fn new(key: &'static str, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self(Box::new(Sentence { key, arguments }))
    }

    /// The key in the tables.
    pub(crate) fn key(&self) -> &'static str {
        self.0.key
    }

    /// The words in a language. A key that its table lacks is its own words, so that nothing is
    /// lost.
    pub(crate) fn text(&self, locale: Locale) -> String {
        self.text_in(&TABLES[locale as usize], locale)
    }

    fn text_in(&self, table: &FluentBundle<FluentResource>, locale: Locale) -> String {
        let Sentence { key, arguments: given } = &*self.0;
        let (id, attribute) = match key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (*key, None),
        };
        let pattern = table.get_message(id).and_then(|message| match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else { return (*key).to_owned() };
        let mut arguments = FluentArgs::with_capacity(given.len());
        for (name, argument) in given {
            match argument {
                Argument::Number(number) => arguments.set(*name, *number),
                argument => arguments.set(*name, argument.text(locale)),
            }
        }
        table.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }
}

impl Argument {
    fn text(&self, locale: Locale) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => number.to_string().into(),
            Self::Message(message) => message.text(locale).into(),
            Self::List(entries) => joined(entries, SEPARATOR, locale).into(),
            Self::Either(entries) => joined(entries, EITHER, locale).into(),
        }
    }

    /// One of several: `a or b`.
    pub(crate) fn either<T: Into<Self>>(entries: impl IntoIterator<Item = T>) -> Self {
        Self::Either(entries.into_iter().map(Into::into).collect())
    }
}

fn joined(entries: &[Argument], separator: &'static str, locale: Locale) -> String {
    let entries: Vec<_> = entries.iter().map(|entry| entry.text(locale)).collect();
    entries.join(&Message::new(separator, Vec::new()).text(locale))
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<Cow<'_, str>> for Argument {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(text.into())
    }
}

impl From<char> for Argument {
    fn from(c: char) -> Self {
        Self::Text(c.to_string().into())
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Argument {
    fn from(entries: Vec<T>) -> Self {
        Self::List(entries.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a message in a table of its own.
    fn said(words: &str, message: &Message) -> String {
        message.text_in(&table_of("en", words), Locale::En)
    }

    #[test]
    fn a_message_takes_its_words_from_the_table_and_its_arguments_by_name() {
        let words = "page = the page { $page } has { $count ->\n    [one] one section\n   *[other] { $count } sections\n}\n    .help = see { $page }\n";
        let page = |count| {
            Message::new("page", vec![("page", "a.md".into()), ("count", Argument::Number(count))])
        };
        assert_eq!(said(words, &page(1)), "the page a.md has one section");
        assert_eq!(said(words, &page(12_000)), "the page a.md has 12000 sections");
        let help = Message::new("page.help", vec![("page", "b.md".into())]);
        assert_eq!(said(words, &help), "see b.md");
    }

    #[test]
    fn a_list_stands_with_the_separator_of_the_language_and_a_part_with_its_own_words() {
        let message = Message::new("all", vec![("names", vec!["a", "b"].into())]);
        assert_eq!(said("all = one of { $names }\n", &message), "one of a, b");
        let part = Message::new(SEPARATOR, Vec::new());
        let message = Message::new("all", vec![("names", part.into())]);
        assert_eq!(said("all = a{ $names }b\n", &message), "a, b");
    }

    #[test]
    fn what_a_user_wrote_is_never_read_as_a_pattern() {
        let message = Message::new("all", vec![("name", "{ $name } .help = \n x".into())]);
        assert_eq!(said("all = `{ $name }`\n", &message), "`{ $name } .help = \n x`");
    }

    #[test]
    fn a_message_without_words_shows_its_key() {
        assert_eq!(said("", &Message::new("lost.help", Vec::new())), "lost.help");
    }
}
