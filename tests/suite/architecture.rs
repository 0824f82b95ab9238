//! The order of the modules, as drawn in `src/lib.rs`, and other rules that would fade if nobody
//! held to them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};

/// Each room and the rooms of this crate it may name, in the order of the drawing. A room is a
/// module of `src/lib.rs`, or one inside it that has an order of its own; a path belongs to the
/// innermost room it leads into.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("model", &["source"]),
    ("lock", &["source", "model"]),
    ("exchange::formats", &["source"]),
    ("received", &["source", "model", "exchange::formats"]),
    ("intake", &["source", "model", "received"]),
    ("input::yaml", &["source", "model"]),
    ("input::site_toml", &["source", "model"]),
    ("input", &["source", "model", "input::yaml", "input::site_toml"]),
    ("input::disk", &["source", "model", "lock", "received", "input::site_toml", "input"]),
    ("parse", &["source", "model", "input"]),
    ("annotate::numerals", &["model"]),
    ("annotate", &["model", "annotate::numerals"]),
    ("align", &["source", "model"]),
    ("resolve", &["source", "model", "lock", "input::site_toml", "align"]),
    ("check::numbers", &["source", "model", "align"]),
    ("check", &["source", "model", "received", "check::numbers", "exchange::formats"]),
    ("check::scan", &["source", "model", "align", "resolve", "check"]),
    ("exchange::terms", &["source", "model", "input::yaml", "input", "exchange::formats"]),
    ("exchange::translation", &["source", "model", "input::yaml", "input", "exchange::formats"]),
    ("exchange", &[]),
    ("publish::typeset", &["model"]),
    ("publish::html", &["model", "publish::typeset"]),
    ("publish::chart", &["model", "publish::html"]),
    ("publish::search", &["source", "model"]),
    (
        "publish::pages",
        &["source", "model", "resolve", "publish::typeset", "publish::html", "publish::chart"],
    ),
    ("publish::files", &["source", "model", "resolve", "publish::html", "exchange::formats"]),
    ("publish", &[]),
    ("write", &["model"]),
    (
        "pipeline",
        &[
            "source",
            "model",
            "lock",
            "input",
            "input::site_toml",
            "input::disk",
            "received",
            "intake",
            "parse",
            "annotate",
            "align",
            "resolve",
            "check",
            "check::scan",
            "exchange::terms",
            "exchange::translation",
            "publish::html",
            "publish::pages",
            "publish::files",
            "publish::search",
            "write",
        ],
    ),
    (
        "cli",
        &[
            "source",
            "model",
            "lock",
            "input",
            "input::site_toml",
            "input::disk",
            "exchange::terms",
            "pipeline",
            "write",
        ],
    ),
];

/// Crates with one owner, so that each can be replaced in one place.
const OWNED: &[(&str, &str)] = &[
    ("pulldown_cmark", "parse"),
    ("serde_yaml", "input::yaml"),
    ("saphyr_parser", "input::yaml"),
    ("tera", "publish::pages"),
    ("intl_pluralrules", "model"),
    ("unic_langid", "model"),
    ("syntect", "publish::html"),
    ("html5gum", "exchange::formats"),
    ("similar", "received"),
    ("zip", "received"),
    ("encoding_rs", "received"),
    ("chardetng", "received"),
    ("annotate_snippets", "cli"),
    ("clap", "cli"),
    ("sha2", "source"),
    ("fluent_bundle", "source"),
    ("csv", "exchange::formats"),
    ("quick_xml", "exchange::formats"),
    ("aho_corasick", "annotate"),
    ("pinyin", "resolve"),
    ("unicode_segmentation", "annotate"),
    ("unicode_width", "cli"),
    ("include_dir", "input::disk"),
    ("hanconv", "model"),
    ("base64", "publish::search"),
    ("unicode_normalization", "model"),
];

/// The most lines a file may have before its tests.
const LONGEST_FILE: usize = 420;

pub(crate) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The module a file is: `publish::html::block` for `src/publish/html/block.rs`.
fn module_of(path: &Path) -> Vec<String> {
    let inside = path.strip_prefix("src").unwrap().with_extension("");
    let mut names: Vec<String> =
        inside.components().map(|part| part.as_os_str().to_str().unwrap().to_owned()).collect();
    if names.last().is_some_and(|name| name == "mod") {
        names.pop();
    }
    names
}

/// The innermost room that a path of the crate leads into.
fn room_of(path: &[String]) -> Option<&'static str> {
    let is_in = |room: &str| {
        let names: Vec<&str> = room.split("::").collect();
        path.len() >= names.len() && path.iter().zip(&names).all(|(own, name)| own == name)
    };
    let rooms = MAY_IMPORT.iter().map(|(room, _)| *room).filter(|room| is_in(room));
    rooms.max_by_key(|room| room.len())
}

/// The code of a file without comments and without its tests.
fn code_of(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    before_tests
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// What the code of a file names, outside its tests: paths of this crate from its root, and the
/// crates it uses.
#[derive(Default)]
struct Named {
    /// The module the code stands in.
    module: Vec<String>,
    paths: BTreeSet<Vec<String>>,
    crates: BTreeSet<String>,
}

impl Named {
    fn in_code(code: &str, module: Vec<String>) -> Self {
        let file = syn::parse_file(code).expect("the sources of this crate can be parsed");
        let mut named = Self { module, ..Self::default() };
        named.visit_file(&file);
        named
    }

    /// Adds a path as it is written: from the root of the crate, from a module above, or a crate.
    fn add(&mut self, written: &[String]) {
        let mut at: Vec<String> = match written.first().map(String::as_str) {
            Some("crate") => Vec::new(),
            Some("self" | "super") => self.module.clone(),
            Some(_) if written.len() > 1 => {
                self.crates.insert(written[0].clone());
                return;
            }
            _ => return,
        };
        for name in written {
            match name.as_str() {
                "crate" | "self" => {}
                "super" => drop(at.pop()),
                name => at.push(name.to_owned()),
            }
        }
        self.paths.insert(at);
    }

    fn tree(&mut self, tree: &syn::UseTree, before: &[String]) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.tree(&path.tree, &with(&path.ident)),
            syn::UseTree::Name(name) => self.add(&with(&name.ident)),
            syn::UseTree::Rename(name) => self.add(&with(&name.ident)),
            syn::UseTree::Glob(_) => self.add(&[before, &["*".to_owned()]].concat()),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.tree(tree, before));
            }
        }
    }

    /// Paths among the tokens of a macro, which have no tree.
    fn tokens(&mut self, tokens: proc_macro2::TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut is_joined = false;
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Ident(name) => {
                    if !is_joined {
                        self.add(&std::mem::take(&mut path));
                    }
                    path.push(name.to_string());
                    is_joined = false;
                }
                proc_macro2::TokenTree::Punct(mark) if mark.as_char() == ':' => is_joined = true,
                other => {
                    self.add(&std::mem::take(&mut path));
                    is_joined = false;
                    if let proc_macro2::TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.add(&path);
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::List(list) => {
            list.path.is_ident("cfg") && list.tokens.to_string().trim() == "test"
        }
        _ => false,
    })
}

impl<'a> Visit<'a> for Named {
    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        if !is_test(&item.attrs) {
            self.tree(&item.tree, &[]);
        }
    }

    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        if is_test(&item.attrs) {
            return;
        }
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        if !is_test(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        self.add(&path.segments.iter().map(|part| part.ident.to_string()).collect::<Vec<_>>());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, mac: &'a syn::Macro) {
        self.tokens(mac.tokens.clone());
    }
}

/// What is wrong with the paths in a file's code.
fn breaches(code: &str, module: Vec<String>) -> Vec<String> {
    let shown = module.join("::");
    let own = room_of(&module);
    let Some((room, allowed)) = MAY_IMPORT.iter().find(|(room, _)| Some(*room) == own) else {
        return vec![format!("`{shown}` has no place in MAY_IMPORT: decide its layer first")];
    };
    let named = Named::in_code(code, module);
    let mut broken = Vec::new();
    for path in &named.paths {
        // A room names the rooms inside itself to declare them.
        if let Some(other) = room_of(path)
            && other != *room
            && !other.starts_with(&format!("{room}::"))
            && !allowed.contains(&other)
        {
            broken.push(format!("`{shown}` may not name `{other}`: {}", path.join("::")));
        }
    }
    for (dependency, owner) in OWNED {
        let is_owner = *room == *owner || room.starts_with(&format!("{owner}::"));
        if !is_owner && named.crates.contains(*dependency) {
            broken.push(format!("`{shown}`: only `{owner}` may use `{dependency}`"));
        }
    }
    broken
}

#[test]
fn modules_keep_to_their_layer() {
    let mut broken = Vec::new();
    for path in rust_files(Path::new("src")) {
        let module = module_of(&path);
        if module == ["lib"] || module == ["main"] {
            continue;
        }
        broken.extend(breaches(&fs::read_to_string(&path).unwrap(), module));
        if code_of(&path).lines().count() > LONGEST_FILE {
            broken.push(format!("{}: longer than {LONGEST_FILE} lines; split it", path.display()));
        }
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// The ways in which an import could be written past the test above.
#[test]
fn no_way_to_write_an_import_passes_the_layer_test_by() {
    let within = |code: &str| breaches(code, vec!["parse".to_owned(), "inline".to_owned()]);
    for code in [
        "use crate::publish::pages::Renderer;",
        "use crate::{model::{Block, Text}, publish::pages};",
        "use crate::{model::{Block, Text}, publish::{html::escape, typeset}};",
        "use super::super::write::file;",
        "use super::super::{model::Block, write};",
        "fn f() { super::super::write::file(); }",
        "fn f() { let x: crate::write::Written; }",
        "fn f() -> Vec<crate::cli::Outcome> { todo() }",
        "fn f() { println!(\"{}\", crate::cli::VERB); }",
        "#[cfg(test)]\nmod tests { use crate::cli; }\nfn f() { crate::cli::run(); }",
        "mod inner { use super::super::super::write::file; }",
        "use tera::Tera;",
        "fn f() { ::tera::Tera::default(); }",
        "use crate::input::disk;",
        "pub(crate) use crate::write as quill;",
        "use crate::publish::*;",
    ] {
        assert!(!within(code).is_empty(), "passes by: {code}");
    }
    for code in [
        "use crate::{model::{Block, Text}, source::Span};",
        "use super::blocks::Parsed;",
        "#[cfg(test)]\nmod tests { use crate::cli; }",
        "/// [`crate::cli`]\nfn f() {}",
        "use pulldown_cmark::Event;",
        "use crate::input::front_matter;",
    ] {
        assert_eq!(within(code), Vec::<String>::new(), "{code}");
    }
}

/// A module may name only those drawn above it, so there is no circle.
#[test]
fn the_layers_have_no_circle() {
    for (place, (module, allowed)) in MAY_IMPORT.iter().enumerate() {
        for name in *allowed {
            let other = MAY_IMPORT.iter().position(|(known, _)| known == name).unwrap();
            assert!(other < place, "`{module}` names `{name}`, which is drawn below it");
        }
    }
}

/// A file in `check/` or `publish/files/` that nobody listed would silently never run.
#[test]
fn every_check_and_export_is_listed() {
    for stage in ["check", "publish/files"] {
        let list = fs::read_to_string(format!("src/{stage}/mod.rs")).unwrap();
        for entry in fs::read_dir(Path::new("src").join(stage)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                continue;
            }
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let is_special = name == "mod" || (stage == "check" && name == "output");
            assert!(
                is_special || list.contains(&format!("&{name}::")),
                "{} is not in {stage}::ALL",
                path.display()
            );
        }
    }
}

/// A name can be searched for: no two types that others may use are called alike.
#[test]
fn no_two_types_that_the_whole_crate_may_use_have_one_name() {
    let mut known: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut twice = Vec::new();
    for path in rust_files(Path::new("src")) {
        let file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
        for item in file.items {
            let (visibility, name) = match item {
                syn::Item::Struct(item) => (item.vis, item.ident),
                syn::Item::Enum(item) => (item.vis, item.ident),
                syn::Item::Trait(item) => (item.vis, item.ident),
                syn::Item::Type(item) => (item.vis, item.ident),
                _ => continue,
            };
            let is_seen_everywhere = match &visibility {
                syn::Visibility::Public(_) => true,
                syn::Visibility::Restricted(inside) => inside.path.is_ident("crate"),
                syn::Visibility::Inherited => false,
            };
            if !is_seen_everywhere {
                continue;
            }
            if let Some(other) = known.insert(name.to_string(), path.clone()) {
                twice.push(format!("`{name}`: {} and {}", other.display(), path.display()));
            }
        }
    }
    assert!(known.len() > 150, "the types of this crate were found");
    assert!(twice.is_empty(), "\n{}\n", twice.join("\n"));
}

/// A serialised type is a promise to someone outside, so the model makes none.
#[test]
fn the_model_has_no_serde_and_no_disk() {
    for path in rust_files(Path::new("src/model")) {
        let code = code_of(&path);
        for word in ["serde", "std::fs", "std::io"] {
            assert!(!code.contains(word), "{} uses `{word}`", path.display());
        }
    }
}

#[test]
fn the_architecture_page_names_every_module_and_every_word_of_the_field() {
    let page = fs::read_to_string("ARCHITECTURE.md").unwrap();
    for (module, _) in MAY_IMPORT {
        let room = module.rsplit("::").next().unwrap();
        assert!(page.contains(&format!("`{room}`")), "ARCHITECTURE.md does not name `{room}`");
    }
    let all: String = rust_files(Path::new("src")).iter().map(|path| code_of(path)).collect();
    let words = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    for word in words.filter(|word| word.starts_with(|c: char| c.is_uppercase())) {
        let is_type = ["struct", "enum", "trait"].iter().any(|kind| {
            all.contains(&format!("{kind} {word} "))
                || all.contains(&format!("{kind} {word}("))
                || all.contains(&format!("{kind} {word}<"))
                || all.contains(&format!("{kind} {word}:"))
                || all.contains(&format!("{kind} {word};"))
        });
        assert!(is_type, "ARCHITECTURE.md names `{word}`, which is no type");
    }
    assert!(page.lines().count() <= 200, "ARCHITECTURE.md is read in one sitting");
}

/// Names that Rust itself gives a meaning, wherever they stand.
const CONVENTIONAL: &[&str] =
    &["new", "get", "iter", "len", "push", "insert", "from", "of", "id", "name"];

/// How many folders may define a function of one word. More, and a search for it finds nothing.
const MOST_FOLDERS: usize = 2;

/// The functions of a file that a person may have to search for: not those of a trait, whose name is
/// given, nor those of its tests.
#[derive(Default)]
struct Functions(Vec<String>);

impl<'a> Visit<'a> for Functions {
    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'a syn::ItemImpl) {
        if item.trait_.is_none() {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_signature(&mut self, signature: &'a syn::Signature) {
        self.0.push(signature.ident.to_string());
    }
}

/// A name can be searched for: `read` in a dozen folders cannot.
#[test]
fn no_function_of_one_word_is_defined_in_more_folders_than_a_search_can_tell_apart() {
    let mut folders: BTreeMap<String, BTreeSet<PathBuf>> = BTreeMap::new();
    for path in rust_files(Path::new("src")) {
        if path.components().any(|part| part.as_os_str() == "tests") {
            continue;
        }
        let mut functions = Functions::default();
        functions.visit_file(&syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap());
        let folder = path.parent().unwrap().to_path_buf();
        for name in functions.0.into_iter().filter(|name| !name.contains('_')) {
            folders.entry(name).or_default().insert(folder.clone());
        }
    }
    assert!(folders.len() > 200, "the functions of this crate were found");
    let common: Vec<String> = folders
        .iter()
        .filter(|(name, folders)| {
            folders.len() > MOST_FOLDERS && !CONVENTIONAL.contains(&name.as_str())
        })
        .map(|(name, folders)| {
            let folders: Vec<String> =
                folders.iter().map(|folder| folder.display().to_string()).collect();
            format!("`{name}`: {}", folders.join(", "))
        })
        .collect();
    assert!(common.is_empty(), "\n{}\n", common.join("\n"));
}

/// Participles that do not end in `ed`.
const PARTICIPLES: &[&str] = &[
    "Brought", "Found", "Frozen", "Given", "Kept", "Known", "Made", "Said", "Shown", "Told",
    "Written",
];

/// A type is a thing. What was done to it says little: `Written` of what? A wrapper of any value, as
/// `Placed<T>`, may say that alone.
#[test]
fn no_type_is_called_by_a_participle_alone() {
    let mut faults = Vec::new();
    let mut count = 0;
    for path in rust_files(Path::new("src")) {
        for item in syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap().items {
            let (name, generics) = match item {
                syn::Item::Struct(item) => (item.ident, item.generics),
                syn::Item::Enum(item) => (item.ident, item.generics),
                syn::Item::Type(item) => (item.ident, item.generics),
                _ => continue,
            };
            count += 1;
            let name = name.to_string();
            let is_one_word = name.chars().filter(|c| c.is_uppercase()).count() == 1;
            let is_participle = name.ends_with("ed") && !name.ends_with("eed")
                || PARTICIPLES.contains(&name.as_str());
            let is_wrapper = generics.type_params().next().is_some();
            if is_one_word && is_participle && !is_wrapper {
                faults.push(format!("`{name}` in {}: what is it?", path.display()));
            }
        }
    }
    assert!(count > 400, "the types of this crate were found");
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
