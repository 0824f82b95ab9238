//! The tables of messages are complete: what the source says has words in every language, with the
//! arguments it is given, and no words are left over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::architecture::rust_files;

/// Where the tables stand, one file for each language.
const TABLES: &str = "src/source/messages";

/// The names of the arguments of each key.
type Keys = BTreeMap<String, BTreeSet<String>>;

/// The keys of a table, with the arguments their words speak of.
fn keys_of(words: &str) -> Keys {
    let resource = fluent_syntax::parser::parse(words).unwrap_or_else(|(_, errors)| {
        panic!("not in the format of Fluent: {errors:?}");
    });
    let mut keys = Keys::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name.to_owned();
        let attributes = message
            .attributes
            .iter()
            .map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value));
        let value = message.value.iter().map(|value| (id.clone(), value));
        for (key, pattern) in value.chain(attributes) {
            let mut names = BTreeSet::new();
            arguments_of(pattern, &mut names);
            assert!(keys.insert(key.clone(), names).is_none(), "`{key}` stands twice");
        }
    }
    keys
}

fn arguments_of(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    arguments_of(&variant.value, names);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            names.insert(id.name.to_owned());
        }
    }
}

/// The keys that code speaks, `message!("key", name = …)`, wherever it stands.
fn spoken(code: TokenStream, keys: &mut Keys) {
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    for window in tokens.windows(3) {
        if let [TokenTree::Ident(name), TokenTree::Punct(mark), TokenTree::Group(group)] = window
            && name == "message"
            && mark.as_char() == '!'
            && group.delimiter() == Delimiter::Parenthesis
        {
            one_message(&group.stream(), keys);
        }
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            spoken(group.stream(), keys);
        }
    }
}

fn one_message(inside: &TokenStream, keys: &mut Keys) {
    let mut tokens = inside.clone().into_iter();
    let Some(TokenTree::Literal(key)) = tokens.next() else {
        panic!("a message begins with its key: {inside}");
    };
    let names = keys.entry(key.to_string().trim_matches('"').to_owned()).or_default();
    let mut last = None;
    let mut is_name_next = true;
    for token in tokens {
        match &token {
            TokenTree::Punct(mark) if mark.as_char() == ',' => is_name_next = true,
            TokenTree::Punct(mark) if mark.as_char() == '=' && is_name_next => {
                names.extend(last.take());
                is_name_next = false;
            }
            TokenTree::Ident(name) if is_name_next => last = Some(name.to_string()),
            _ => {}
        }
    }
}

fn tables() -> Vec<(String, Keys)> {
    let files = fs::read_dir(TABLES).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| (path.display().to_string(), keys_of(&fs::read_to_string(&path).unwrap())))
        .collect()
}

#[test]
fn every_message_has_words_in_every_language_and_no_words_are_left_over() {
    let mut said = Keys::new();
    for path in rust_files(Path::new("src")) {
        let text = fs::read_to_string(&path).unwrap();
        spoken(text.parse().unwrap(), &mut said);
        let is_owner = path.ends_with("source/message.rs");
        assert!(is_owner || !text.contains("Message::new("), "{}: use message!", path.display());
    }
    // What the tables themselves need.
    for key in ["list-separator", "either-separator"] {
        said.insert(key.to_owned(), BTreeSet::new());
    }
    let tables = tables();
    let mut faults = Vec::new();
    for (table, keys) in &tables {
        for (key, given) in &said {
            match keys.get(key) {
                None => faults.push(format!("{table} has no `{key}`")),
                Some(used) => faults.extend(
                    used.difference(given)
                        .map(|name| format!("{table}: nothing gives `{key}` a ${name}")),
                ),
            }
        }
        let unsaid = keys.keys().filter(|key| !said.contains_key(*key));
        faults.extend(unsaid.map(|key| format!("{table}: nothing says `{key}`")));
    }
    for (key, given) in &said {
        let is_used = |name: &&String| {
            tables.iter().any(|(_, keys)| keys.get(key).is_some_and(|used| used.contains(*name)))
        };
        let idle = given.iter().filter(|name| !is_used(name));
        faults.extend(idle.map(|name| format!("no language uses ${name} of `{key}`")));
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// One clause: lower case, no full stop; a help is an instruction.
#[test]
fn messages_are_clauses_without_a_full_stop() {
    for (table, _) in tables() {
        let words = fs::read_to_string(&table).unwrap();
        for line in words.lines().filter(|line| !line.starts_with('#')) {
            let ends = line.ends_with(['.', '。', ' ']) && !line.ends_with("…");
            assert!(!ends, "{table}: {line}");
        }
    }
}

#[test]
fn the_reader_of_keys_finds_them_in_macros_in_arms_and_with_their_arguments() {
    let code = r#"fn f() { match x { 1 => vec![message!("a", page = p.get(1, 2), n = x == y)], _ => g(message!("b.help")) } }"#;
    let mut keys = Keys::new();
    spoken(code.parse().unwrap(), &mut keys);
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
    assert_eq!(
        keys,
        Keys::from([("a".to_owned(), names(&["n", "page"])), ("b.help".to_owned(), names(&[]))])
    );
}

/// The interface words that code asks the theme for by name.
fn interface_words(code: TokenStream, words: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    for window in tokens.windows(2) {
        if let [TokenTree::Ident(name), TokenTree::Group(group)] = window
            && name == "interface_word"
        {
            let literals = group.stream().into_iter().filter_map(|token| match token {
                TokenTree::Literal(literal) => Some(literal.to_string()),
                _ => None,
            });
            let key = literals.take(1).filter(|word| word.starts_with('"'));
            words.extend(key.map(|word| word.trim_matches('"').to_owned()));
        }
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            interface_words(group.stream(), words);
        }
    }
}

/// A word that the theme lacks would be an empty text on a page.
#[test]
fn every_interface_word_that_the_program_asks_for_stands_in_the_theme() {
    let mut asked = BTreeSet::new();
    for path in rust_files(Path::new("src/publish/pages")) {
        interface_words(fs::read_to_string(&path).unwrap().parse().unwrap(), &mut asked);
    }
    assert!(asked.len() > 20, "the words were found: {asked:?}");
    for entry in fs::read_dir("themes/zhumo/strings").unwrap() {
        let path = entry.unwrap().path();
        let table = fs::read_to_string(&path).unwrap();
        let lacks = |word: &&String| {
            !table
                .lines()
                .any(|line| line.split('=').next().is_some_and(|key| key.trim() == **word))
        };
        let missing: Vec<&String> = asked.iter().filter(lacks).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", path.display());
    }
}
