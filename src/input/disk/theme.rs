//! The files of a theme. What a theme does not have is taken from the default one, file by file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::str::Lines;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::tree;
use crate::input::site_toml::{Config, DEFAULT_THEME};
use crate::input::{decode_text, not_read, unreadable};
use crate::model::{Template, ThemeFiles};
use crate::source::{Diagnosed, Diagnostic, FileId, Sources, Span, codes, message, nearest};

/// The default theme, so that an installed program needs no other file.
static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/zhumo");

/// What a template file is told by; its ending decides that it is escaped.
const TEMPLATE_ENDING: &str = ".html";

/// What a script is told by; what else is joined is a style sheet.
const SCRIPT_ENDING: &str = ".js";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    #[serde(rename = "name")]
    _name: String,
    #[serde(rename = "title", default)]
    _title: IgnoredAny,
    #[serde(default)]
    assets: AssetLists,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct AssetLists {
    css: Vec<String>,
    js: Vec<String>,
    on_use: BTreeMap<String, Vec<String>>,
}

/// The files of one theme by their path in it.
type Layer = BTreeMap<String, Vec<u8>>;

struct Reader<'a> {
    own: Layer,
    default: Layer,
    folder: String,
    /// The codes of the languages of the site.
    site_languages: Vec<String>,
    sources: &'a mut Sources,
    diagnostics: Vec<Diagnostic>,
}

/// The language whose words are shown where a language has none of its own.
const FALLBACK: &str = "en";

/// How many missing words are named.
const MOST_SHOWN: usize = 5;

/// Reads the site's theme and the default one below it.
pub(super) fn theme_files(
    root: &Path,
    config: &Config,
    sources: &mut Sources,
) -> Diagnosed<ThemeFiles> {
    let mut diagnostics = Vec::new();
    let folder = format!("themes/{}", config.theme);
    let on_disk = root.join(&folder);
    let mut own = Layer::new();
    if on_disk.is_dir() {
        for found in tree::files_under(root, &on_disk).into_value(&mut diagnostics) {
            match fs::read(&found.path) {
                Ok(bytes) => drop(own.insert(found.key, bytes)),
                Err(error) => diagnostics.push(unreadable(&found.shown, &error.to_string())),
            }
        }
    } else if config.theme != DEFAULT_THEME {
        diagnostics.push(unknown_theme(root, config));
    }
    let mut default = Layer::new();
    collect_files(&EMBEDDED, &mut default);
    // A copy of the default theme on the disk is the default theme.
    own.retain(|path, bytes| default.get(path) != Some(bytes));
    let site_languages = config.languages.iter().map(|language| language.code.clone()).collect();
    let mut reader = Reader { own, default, folder, site_languages, sources, diagnostics };
    let files = reader.read_files();
    Diagnosed { value: files, diagnostics: reader.diagnostics }
}

fn collect_files(dir: &Dir, into: &mut Layer) {
    for file in dir.files() {
        into.insert(file.path().to_string_lossy().replace('\\', "/"), file.contents().to_vec());
    }
    for dir in dir.dirs() {
        collect_files(dir, into);
    }
}

/// What a file that is published with others is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Syntax {
    Style,
    Script,
}

/// Adds the lines of a style sheet or a script, except empty ones and those that are nothing but a
/// comment: a `/* … */` of one line or of several, and in a script a `// …`. A comment that begins
/// with `/*!` is kept, and so are those beside code and those inside a comment that begins beside
/// code. Lines lose the blanks before them. A file in which a text may go on from one line to the
/// next is added as it is, since such a text may hold all of this.
fn push_without_comments(text: &str, syntax: Syntax, to: &mut String) {
    if !text.lines().all(|line| ends_in_code(line, syntax)) {
        to.extend(text.lines().flat_map(|line| [line, "\n"]));
        return;
    }
    let mut lines = text.lines();
    let mut is_inside = false;
    while let Some(line) = lines.next() {
        let begins = line.trim_ascii_start();
        if !is_inside {
            if begins.is_empty() || (syntax == Syntax::Script && begins.starts_with("//")) {
                continue;
            }
            if let Some(following) = after_comment(begins, &lines) {
                lines = following;
                continue;
            }
        }
        is_inside = match (line.rfind("/*"), line.rfind("*/")) {
            // the two may share their star
            (Some(open), Some(close)) => open + 2 > close,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => is_inside,
        };
        to.push_str(begins);
        to.push('\n');
    }
}

/// What follows a comment that fills the line with which it begins up to the one in which it ends.
fn after_comment<'a>(begins: &str, rest: &Lines<'a>) -> Option<Lines<'a>> {
    let comment = begins.strip_prefix("/*").filter(|comment| !comment.starts_with('!'))?;
    let mut following = rest.clone();
    let mut end = comment.split_once("*/");
    while end.is_none() {
        end = following.next()?.split_once("*/");
    }
    end.is_some_and(|(_, code)| code.trim_ascii().is_empty()).then_some(following)
}

/// Whether it is certain that no text is open at the end of a line that begins with code or inside a
/// comment. A text in quotes ends with its line, unless that ends with a backslash. A template of a
/// script does not: there is certainty only as long as no slash that may begin a regular expression
/// stands before a backtick, and no comment ends beside one.
fn ends_in_code(line: &str, syntax: Syntax) -> bool {
    // what else ends a line for a script would end a `//` comment
    if line.ends_with('\\') || line.contains(['\r', '\u{2028}', '\u{2029}']) {
        return false;
    }
    if syntax == Syntax::Style || !line.contains('`') {
        return true;
    }
    if line.contains("*/") {
        return false;
    }
    // what is open, the innermost last: a quote, a template, or a brace inside a template
    let mut open = Vec::new();
    let mut signs = line.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        match (open.last().copied(), sign) {
            (Some('"' | '\'' | '`'), '\\') => {
                signs.next();
            }
            (Some(innermost @ ('"' | '\'' | '`')), _) if sign == innermost => {
                open.pop();
            }
            (Some('`'), '$') => {
                open.extend(signs.next_if(|&(_, next)| next == '{').map(|(_, brace)| brace));
            }
            (Some('"' | '\'' | '`'), _) => {}
            (Some('{'), '}') => {
                open.pop();
            }
            (Some('{'), '{') | (_, '"' | '\'' | '`') => open.push(sign),
            (_, '/') => {
                let rest = &line[at..];
                return open.is_empty() && (rest.starts_with("//") || !rest.contains('`'));
            }
            _ => {}
        }
    }
    open.is_empty()
}

fn unknown_theme(root: &Path, config: &Config) -> Diagnostic {
    let mut names: Vec<String> = vec![DEFAULT_THEME.to_owned()];
    if let Ok(entries) = fs::read_dir(root.join("themes")) {
        names.extend(
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()),
        );
    }
    names.sort();
    let help = match nearest(&config.theme, names.iter().map(String::as_str)) {
        Some(near) => message!("did-you-mean", name = near),
        None => message!("theme-unknown.help", name = &config.theme, default = DEFAULT_THEME),
    };
    Diagnostic::new(codes::THEME_UNKNOWN, message!("theme-unknown", name = &config.theme))
        .in_file(crate::input::site_toml::FILE_NAME)
        .help(help)
}

impl Reader<'_> {
    fn read_files(&mut self) -> ThemeFiles {
        let mut files = ThemeFiles::default();
        self.templates(true, &mut files.templates);
        self.templates(false, &mut files.templates);
        let lists = self.manifest().assets;
        files.css = self.joined_files(&lists.css);
        files.js = self.joined_files(&lists.js);
        // A theme with lists of its own keeps what pages load only on use, unless it names them too.
        let mut on_use = self.layer_toml::<Manifest>(false, "theme.toml").map(|m| m.assets.on_use);
        let on_use = on_use.get_or_insert_default();
        on_use.extend(lists.on_use);
        let on_use = on_use.iter();
        files.on_use =
            on_use.map(|(name, paths)| (name.clone(), self.joined_files(paths))).collect();
        files.strings = self.strings();
        for layer in [&self.default, &self.own] {
            for (path, bytes) in layer {
                if let Some(path) = path.strip_prefix("static/") {
                    files.files.retain(|(known, _)| known != path);
                    files.files.push((path.to_owned(), bytes.as_slice().into()));
                }
            }
        }
        files.files.sort_by(|a, b| a.0.cmp(&b.0));
        files
    }

    /// The templates of a layer. A name means the theme's own template, or the default one where
    /// it has none; with `default/` before it, the default one that the theme replaces. (Not where
    /// that one defines components, whose names are global and may be defined only once.)
    fn templates(&mut self, is_own: bool, to: &mut Vec<Template>) {
        let layer = if is_own { &self.own } else { &self.default };
        let is_template = |path: &&String| path.ends_with(TEMPLATE_ENDING);
        let paths: Vec<String> = layer.keys().filter(is_template).cloned().collect();
        for path in paths {
            let Some(text) = self.layer_text(is_own, &path) else { continue };
            let file = self.sources.add(self.shown_path(is_own, &path), Arc::clone(&text));
            let is_replaced = !is_own && self.own.contains_key(&path);
            if !is_replaced {
                to.push(Template { name: path, file, text });
            } else if !text.contains("{% component") {
                to.push(Template { name: format!("default/{path}"), file, text });
            }
        }
    }

    fn manifest(&mut self) -> Manifest {
        let empty =
            || Manifest { _name: String::new(), _title: IgnoredAny, assets: AssetLists::default() };
        self.toml("theme.toml").unwrap_or_else(empty)
    }

    /// Words by language of the site; a language's own words over those of the default theme.
    fn strings(&mut self) -> BTreeMap<String, BTreeMap<String, String>> {
        let mut paths: Vec<String> = self.own.keys().chain(self.default.keys()).cloned().collect();
        paths.sort();
        paths.dedup();
        let mut strings = BTreeMap::<String, BTreeMap<String, String>>::new();
        for path in paths {
            let Some(code) = path.strip_prefix("strings/").and_then(|p| p.strip_suffix(".toml"))
            else {
                continue;
            };
            for is_own in [false, true] {
                let words: Option<BTreeMap<String, String>> = self.layer_toml(is_own, &path);
                strings.entry(code.to_owned()).or_default().extend(words.unwrap_or_default());
            }
        }
        self.tell_missing(&strings);
        self.site_languages.iter().map(|code| (code.clone(), words_in(code, &strings))).collect()
    }

    /// Says once for each language of the site how many interface words it has of its own, where that is not all.
    fn tell_missing(&mut self, strings: &BTreeMap<String, BTreeMap<String, String>>) {
        for code in self.site_languages.clone() {
            let none = BTreeMap::new();
            let own = strings.get(&code).unwrap_or(&none);
            let others = strings.values();
            let wanted: BTreeSet<&String> = others
                .flat_map(|words| words.keys().filter(move |key| !is_plural(key, words)))
                .collect();
            let missing: Vec<&str> = wanted
                .iter()
                .filter(|key| !own.contains_key(**key))
                .map(|key| key.as_str())
                .collect();
            if missing.is_empty() {
                continue;
            }
            let base = code.split('-').next().unwrap_or_default();
            let known = [base, FALLBACK]
                .into_iter()
                .find(|other| *other != code && strings.contains_key(*other));
            let shown: Vec<&str> = missing.iter().take(MOST_SHOWN).copied().collect();
            self.diagnostics.push(
                Diagnostic::new(
                    codes::THEME_STRING,
                    message!(
                        "theme-string",
                        language = code.as_str(),
                        own = wanted.len() - missing.len(),
                        all = wanted.len(),
                        other = known.unwrap_or("another language")
                    ),
                )
                .in_file(format!("{}/strings/{code}.toml", self.folder))
                .help(message!(
                    "theme-string.help",
                    keys = shown.join(", "),
                    count = missing.len()
                )),
            );
        }
    }

    /// Style sheets or scripts as one, without the lines that are only comments: those are for who
    /// reads the theme, not for who reads the site.
    fn joined_files(&mut self, paths: &[String]) -> String {
        let mut joined = String::new();
        for path in paths {
            let is_own = self.own.contains_key(path);
            if !is_own && !self.default.contains_key(path) {
                let path = self.shown_path(true, path);
                let message = message!("path-unreadable-absent", path = &path);
                self.diagnostics.push(not_read(&path, message));
            } else if let Some(text) = self.layer_text(is_own, path) {
                let is_script = path.ends_with(SCRIPT_ENDING);
                let syntax = if is_script { Syntax::Script } else { Syntax::Style };
                push_without_comments(&text, syntax, &mut joined);
            }
        }
        joined
    }

    fn toml<T: for<'de> Deserialize<'de>>(&mut self, path: &str) -> Option<T> {
        self.layer_toml(self.own.contains_key(path), path)
    }

    fn layer_toml<T: for<'de> Deserialize<'de>>(&mut self, is_own: bool, path: &str) -> Option<T> {
        let text = self.layer_text(is_own, path)?;
        match toml::from_str(&text) {
            Ok(value) => Some(value),
            Err(error) => {
                let file: FileId = self.sources.add(self.shown_path(is_own, path), text);
                let range = error.span().unwrap_or(0..0);
                self.diagnostics.push(
                    Diagnostic::new(
                        codes::CONFIG_INVALID,
                        message!("config-invalid-theme", reason = error.message()),
                    )
                    .at(Span::new(file, range)),
                );
                None
            }
        }
    }

    fn layer_text(&mut self, is_own: bool, path: &str) -> Option<Arc<str>> {
        let layer = if is_own { &self.own } else { &self.default };
        let bytes = layer.get(path)?.clone();
        match decode_text(&self.shown_path(is_own, path), bytes) {
            Ok(text) => Some(text),
            Err(diagnostic) => {
                self.diagnostics.push(diagnostic);
                None
            }
        }
    }

    fn shown_path(&self, is_own: bool, path: &str) -> String {
        if is_own {
            format!("{}/{path}", self.folder)
        } else {
            format!("{DEFAULT_THEME} (built in)/{path}")
        }
    }
}

/// Whether a key is that of a plural category of CLDR, beside one for all numbers: `unit_年_one`
/// beside `unit_年`.
fn is_plural(key: &str, words: &BTreeMap<String, String>) -> bool {
    plural_base(key, words).is_some()
}

/// The interface words in a language of the site: its own, else those of the language that it is a form of
/// (`zh` for `zh-Hant`), else the English ones, else those of any other.
fn words_in(
    code: &str,
    strings: &BTreeMap<String, BTreeMap<String, String>>,
) -> BTreeMap<String, String> {
    let base = code.split('-').next().unwrap_or_default();
    let order = [code, base, FALLBACK].into_iter().chain(strings.keys().map(String::as_str));
    let mut words = BTreeMap::new();
    for language in order {
        let Some(more) = strings.get(language) else { continue };
        // A plural goes with its word: where that is there already, it serves for all numbers.
        let text_of = |key: &String, text: &String, words: &BTreeMap<String, String>| {
            let base = plural_base(key, more).and_then(|base| words.get(base));
            base.unwrap_or(text).clone()
        };
        let new: Vec<(String, String)> = more
            .iter()
            .filter(|(key, _)| !words.contains_key(*key))
            .map(|(key, text)| (key.clone(), text_of(key, text, &words)))
            .collect();
        words.extend(new);
    }
    words
}

/// The word that a word is a plural of.
fn plural_base<'a>(key: &'a str, words: &BTreeMap<String, String>) -> Option<&'a str> {
    let (base, category) = key.rsplit_once('_')?;
    let is_category = ["zero", "one", "two", "few", "many"].contains(&category);
    (is_category && words.contains_key(base)).then_some(base)
}

#[cfg(test)]
mod tests {
    use super::Syntax::{Script, Style};
    use super::{EMBEDDED, Layer, Syntax, collect_files, ends_in_code, push_without_comments};

    fn joined(text: &str, syntax: Syntax) -> String {
        let mut joined = String::new();
        push_without_comments(text, syntax, &mut joined);
        joined
    }

    #[track_caller]
    fn assert_joined(text: &str, expected: &str) {
        for syntax in [Style, Script] {
            assert_eq!(joined(text, syntax), expected, "{syntax:?}");
        }
    }

    #[test]
    fn lines_that_are_only_a_comment_are_left_out() {
        assert_joined("/* one */\na{}\n  /* two */  \nb{}", "a{}\nb{}\n");
        assert_joined("a{}\n/* of several\n\n   lines */\nb{}\n", "a{}\nb{}\n");
        assert_joined("/**/\n/***/\na{}\n", "a{}\n");
    }

    #[test]
    fn lines_that_are_empty_are_left_out_but_inside_a_comment() {
        assert_joined("\na{}\n\n  \nb{}\n", "a{}\nb{}\n");
        assert_joined(
            "/*! by whom\n\nsince when */\n\na{}\n",
            "/*! by whom\n\nsince when */\na{}\n",
        );
    }

    #[test]
    fn a_comment_after_two_slashes_is_left_out_of_scripts_alone() {
        let text = "// one: it's `so`\na(); // beside\n\n  //two\nb(\"http://x\")\n";
        assert_eq!(joined(text, Script), "a(); // beside\nb(\"http://x\")\n");
        let text = "// one\na{}\n";
        assert_eq!(joined(text, Style), text);
    }

    #[test]
    fn two_slashes_inside_a_text_or_a_comment_stay() {
        for text in [
            "x=`one\n// two\n`\n",
            "x=`${f({})}\n// two\n`\n",
            "x=`one ${`two`\n// three\n}`\n",
            "x=\"`\" + `one\n// two\n`\n",
            "x=/`/.test(y) ? `one\n// two\n` : 1\n",
            "x=\"one \\\n// two\"\n",
            "a() /* begins here\n// ends here */ b()\n",
            "a() /*/ begins here\n// ends here */ b()\n",
            "/*! it's */ x=`one'\n// two\n`\n",
            "// one\u{2028}a()\n",
            "// one\ra()\n",
        ] {
            assert_eq!(joined(text, Script), text);
        }
    }

    #[test]
    fn templates_that_end_in_their_line_are_known() {
        for line in [
            "`a`",
            "f(`a`, \"`\", '`')",
            "`a ${b[\"}\"]} / c`.replace(/d/, \"\")",
            "`a ${({ b: `c` }).b}` + 1 // don't",
            "`\\`$${a}`",
            "a / b",
        ] {
            assert!(ends_in_code(line, Script), "{line}");
        }
        for line in ["`a", "`a ${b", "`a ${`b`", "`a ${{}`", "a / b + `c`", "\"a` + `b`", "`a` */"]
        {
            assert!(!ends_in_code(line, Script), "{line}");
        }
    }

    #[test]
    fn comments_beside_code_stay() {
        let beside = "a{} /* after */\n/* before */ b{}\n/* over\nlines */ c{}\n";
        assert_joined(beside, beside);
        let inside = "a{} /* begins here\n/* goes on */\nb{}\n";
        assert_joined(inside, inside);
        let strings = "x=\"text/*\"\n/* kept, as this might be inside */\ny=1\n";
        assert_joined(strings, strings);
    }

    #[test]
    fn blanks_before_a_line_go_unless_they_may_be_a_part_of_a_text() {
        assert_joined("a{\n  b:c;\n}\n", "a{\nb:c;\n}\n");
        assert_joined("x=\"one \\\n  two\"\n", "x=\"one \\\n  two\"\n");
        assert_eq!(joined("x=`one\n  two`\n", Script), "x=`one\n  two`\n");
        assert_eq!(joined("f(`a`,\n  `b`)\n", Script), "f(`a`,\n`b`)\n");
    }

    #[test]
    fn a_comment_to_be_kept_or_without_an_end_stays() {
        for text in ["/*! by whom */\na{}\n", "/* no end\na{}\n", "/*/\na{}\n"] {
            assert_joined(text, text);
        }
    }

    #[test]
    fn the_default_theme_is_published_without_comments() {
        let mut theme = Layer::new();
        collect_files(&EMBEDDED, &mut theme);
        for (path, bytes) in theme {
            let syntax = match path.rsplit_once('.') {
                Some((_, "js")) => Script,
                Some((_, "css")) => Style,
                _ => continue,
            };
            let text = String::from_utf8(bytes).expect("a text");
            let published = joined(&text, syntax);
            let is_left = |line: &&str| {
                line.is_empty() || [" ", "//", "/*"].iter().any(|begins| line.starts_with(begins))
            };
            assert_eq!(published.lines().find(is_left), None, "{path}");
        }
    }
}
