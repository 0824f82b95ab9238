//! The same tree in every way of writing it, and the two parsers held equal.

use proptest::prelude::*;

use super::super::*;
use crate::source::FileId;

/// A tree without its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Plain {
    Null,
    Text(String),
    List(Vec<Plain>),
    Map(Vec<(String, Plain)>),
}

pub(super) fn plain(node: &YamlNode) -> Plain {
    match &*node.value {
        YamlValue::Null => Plain::Null,
        YamlValue::Scalar(scalar) => Plain::Text(scalar.text.clone()),
        YamlValue::List(nodes) => Plain::List(nodes.iter().map(plain).collect()),
        YamlValue::Map(entries) => {
            Plain::Map(entries.iter().map(|(key, node)| (key.text.clone(), plain(node))).collect())
        }
    }
}

/// How a tree is written: in brackets from this level on; lists below a key indented or not;
/// the width of an indentation.
#[derive(Debug, Clone, Copy)]
struct Style {
    flow_from: usize,
    is_list_indented: bool,
    width: usize,
}

fn written(tree: &Plain, style: Style, level: usize, indent: usize) -> String {
    let is_flow = level >= style.flow_from;
    let pad = " ".repeat(indent);
    match tree {
        Plain::Null => " ~\n".to_owned(),
        Plain::Text(text) => format!(" {}\n", scalar(text, false)),
        Plain::List(list) if is_flow || list.is_empty() => {
            let inner: Vec<_> = list.iter().map(flow).collect();
            format!(" [{}]\n", inner.join(", "))
        }
        Plain::Map(_) if is_flow => format!(" {}\n", flow(tree)),
        Plain::Map(entries) if entries.is_empty() => " {}\n".to_owned(),
        Plain::List(list) => {
            let lines = list.iter().map(|entry| {
                format!("{pad}-{}", written(entry, style, level + 1, indent + style.width))
            });
            format!("\n{}", lines.collect::<String>())
        }
        Plain::Map(entries) => {
            let lines = entries.iter().map(|(key, value)| {
                let is_flat = matches!(value, Plain::List(_)) && !style.is_list_indented;
                let inner = indent + if is_flat { 0 } else { style.width };
                format!("{pad}{}:{}", scalar(key, false), written(value, style, level + 1, inner))
            });
            format!("\n{}", lines.collect::<String>())
        }
    }
}

fn flow(tree: &Plain) -> String {
    match tree {
        Plain::Null => "null".to_owned(),
        Plain::Text(text) => scalar(text, true),
        Plain::List(list) => {
            format!("[{}]", list.iter().map(flow).collect::<Vec<_>>().join(", "))
        }
        Plain::Map(entries) => {
            let entries = entries
                .iter()
                .map(|(key, value)| format!("{}: {}", scalar(key, true), flow(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

fn trees() -> impl Strategy<Value = Plain> {
    let text = prop_oneof!["[a-z0-9]{1,6}", "\\PC{0,8}", "(010|no|on|~|1\\.5|<<|- a|a: b|# c)"];
    let leaf = prop_oneof![1 => Just(Plain::Null), 6 => text.clone().prop_map(Plain::Text)];
    leaf.prop_recursive(4, 32, 5, move |inner| {
        let map = prop::collection::btree_map(text.clone(), inner.clone(), 0..5);
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Plain::List),
            map.prop_map(|entries| Plain::Map(entries.into_iter().collect())),
        ]
    })
}

/// What `serde_yaml` says by itself; nothing if it refuses.
fn by_values_alone(value: serde_yaml::Value) -> Option<Plain> {
    use serde_yaml::Value;
    Some(match value {
        Value::Null => Plain::Null,
        Value::Bool(_) | Value::Number(_) => Plain::Text("*".to_owned()),
        Value::String(text) => Plain::Text(text),
        Value::Sequence(list) => {
            Plain::List(list.into_iter().map(by_values_alone).collect::<Option<_>>()?)
        }
        Value::Mapping(map) => Plain::Map(
            map.into_iter()
                .map(|(key, value)| match by_values_alone(key)? {
                    Plain::Text(key) => Some((key, by_values_alone(value)?)),
                    _ => None,
                })
                .collect::<Option<_>>()?,
        ),
        Value::Tagged(_) => return None,
    })
}

/// Whether two trees say the same; `*` stands for a number or a truth value, whose characters
/// only one of them keeps.
fn is_alike(own: &Plain, other: &Plain) -> bool {
    match (own, other) {
        (Plain::Null, Plain::Null) => true,
        (Plain::Text(own), Plain::Text(other)) => own == other || other == "*",
        (Plain::List(own), Plain::List(other)) => {
            own.len() == other.len() && own.iter().zip(other).all(|(a, b)| is_alike(a, b))
        }
        (Plain::Map(own), Plain::Map(other)) => {
            own.len() == other.len()
                && own
                    .iter()
                    .zip(other)
                    .all(|((a, x), (b, y))| (a == b || b == "*") && is_alike(x, y))
        }
        _ => false,
    }
}

/// Seen to fail: one of the two stops at a tab that stands alone, the other finds nothing there.
#[test]
fn a_tab_alone_is_read_differently_and_said_so() {
    for text in ["\t", "# remark\n\t\n"] {
        assert_eq!(parse_yaml(text, FileId(0), 0).diagnostics.len(), 1, "{text:?}");
    }
    for text in ["", "# remark\n", "---\n", "  \n\n"] {
        assert_eq!(parse_yaml(text, FileId(0), 0).diagnostics, [], "{text:?}");
    }
}

proptest! {
    #[test]
    fn a_tree_is_the_same_in_every_way_of_writing_it(
        tree in trees(),
        flow_from in 0_usize..5,
        is_list_indented: bool,
        width in 2_usize..5,
    ) {
        let style = Style { flow_from, is_list_indented, width };
        let text = format!("---{}", written(&tree, style, 0, 0));
        let read = parse_yaml(&text, FileId(0), 0);
        prop_assert_eq!(&read.diagnostics, &Vec::new(), "{}", text);
        let value = read.value.as_ref().map_or(Plain::Null, plain);
        prop_assert_eq!(value, tree, "{}", text);
    }

    #[test]
    fn the_two_parsers_are_held_equal(
        lines in prop::collection::vec(
            "[ ]{0,4}(- |-|\\? |)(&x |\\*x |!!str |)(a|b|title|no|<<|\"q\"|[0-9]{1,3}|二)?(: |:|：|)[a-z0-9#,'\"\\[\\]{}&*!|>%@`~\\-? \t：二]{0,8}",
            0..6,
        ),
    ) {
        let text = lines.join("\n");
        let read = parse_yaml(&text, FileId(0), 0);
        for label in read.diagnostics.iter().flat_map(|diagnostic| &diagnostic.labels) {
            prop_assert!(text.get(label.span.range()).is_some(), "{}", text);
        }
        if read.diagnostics.is_empty() {
            let value = serde_yaml::from_str(&text);
            prop_assert!(value.is_ok(), "{}", text);
            if let Some(other) = by_values_alone(value.unwrap_or_default()) {
                let own = read.value.as_ref().map_or(Plain::Null, plain);
                prop_assert!(is_alike(&own, &other), "{}\n{:?}\n{:?}", text, own, other);
            }
        }
    }

    #[test]
    fn no_text_is_too_strange(text in any::<String>()) {
        let read = parse_yaml(&text, FileId(0), 0);
        for label in read.diagnostics.iter().flat_map(|diagnostic| &diagnostic.labels) {
            prop_assert!(text.get(label.span.range()).is_some());
        }
    }
}
