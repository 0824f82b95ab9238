//! `site.toml`: every key, its default, its meaning.
//!
//! Two steps: `raw` is the file as typed, [`Config`] is what it means.

mod raw;
mod table;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{FigureScope, Free, LangId, LangMap, Language, Languages, Script, Unit};
use crate::source::{
    ALL_CODES, Code, Diagnosed, Diagnostic, Severity, SourceFile, Span, code, codes, message,
    nearest,
};
use raw::RawConfig;

/// The name of the configuration file, which also marks the root of a site.
pub(crate) const FILE_NAME: &str = "site.toml";

/// The longest code of a language; it names folders.
const LONGEST_CODE: usize = 20;

/// The theme that is always there.
pub(crate) const DEFAULT_THEME: &str = "zhumo";

/// What `site.toml` says.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the file")]
pub struct Config {
    /// The site's name in each language.
    pub(crate) title: LangMap,
    /// One sentence on the site in each language.
    pub(crate) description: LangMap,
    /// Where the site will be published, ending in `/`. Needed only for canonical links, sitemap
    /// and feed.
    pub(crate) base_url: Option<String>,
    /// The languages, the original first.
    pub languages: Languages,
    /// The currency that a bare 元, `$` or “dollars” means; nothing where 元 is yuan and `$` the dollar
    /// of the United States.
    pub(crate) currency: Option<Unit>,
    /// Which figures are to be indexed.
    pub(crate) figures: FigureScope,
    /// The theme's folder under `themes/`.
    pub(crate) theme: String,
    /// The output folder, from the root.
    pub(crate) output_dir: String,
    /// Whether an Atom feed is written where `base_url` is set.
    pub(crate) has_feed: bool,
    /// Whether a sitemap is written where `base_url` is set.
    pub(crate) has_sitemap: bool,
    /// Whether `robots.txt` is written.
    pub(crate) has_robots: bool,
    /// Whether the site can be searched.
    pub(crate) has_search: bool,
    /// Severities that differ from the usual ones.
    pub(crate) severities: BTreeMap<Code, Severity>,
    /// Free values for themes.
    pub(crate) extra: BTreeMap<String, Free>,
}

impl Config {
    /// Reads `site.toml`.
    pub fn read(file: &SourceFile) -> Diagnosed<Option<Self>> {
        let Diagnosed { value, mut diagnostics } = raw::raw_config(file);
        let value = value.map(|raw| Self::from_raw(raw, file, &mut diagnostics));
        Diagnosed { value, diagnostics }
    }

    /// The severity of a kind of finding in this site.
    pub(crate) fn severity(&self, code: Code) -> Severity {
        self.severities.get(&code).copied().unwrap_or_else(|| code.severity())
    }

    fn from_raw(raw: RawConfig, file: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let base_url = raw.base_url.and_then(|url| {
            let span = Span::new(file.id, url.span());
            base_url(url.get_ref()).or_else(|| {
                diagnostics.push(
                    Diagnostic::new(codes::CONFIG_VALUE, message!("config-value-address"))
                        .at(span)
                        .help(message!("config-value-address.help")),
                );
                None
            })
        });
        Self {
            languages: languages(&raw.languages, &raw.language, file, diagnostics),
            title: raw.title,
            description: raw.description,
            base_url,
            theme: plain_name(raw.theme, DEFAULT_THEME, file, diagnostics),
            output_dir: output_dir(raw.output_dir, file, diagnostics),
            currency: currency_unit(raw.currency, file, diagnostics),
            figures: figure_scope(raw.figures, file, diagnostics),
            has_feed: raw.generate_feeds,
            has_sitemap: raw.generate_sitemap,
            has_robots: raw.generate_robots_txt,
            has_search: raw.build_search_index,
            severities: severities(raw.check, file, diagnostics),
            extra: raw
                .extra
                .into_iter()
                .map(|(key, value)| (key, raw::free_value(value)))
                .collect(),
        }
    }
}

/// An absolute address of the web, with `/` at the end; nothing if it is none.
pub(crate) fn base_url(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let host = rest.split('/').next()?;
    let is_plain =
        !url.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '#' | '?'));
    (!host.is_empty() && is_plain).then(|| format!("{}/", url.trim_end_matches('/')))
}

fn languages(
    listed: &[toml::Spanned<String>],
    tables: &BTreeMap<String, raw::RawLanguage>,
    file: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Languages {
    let mut languages: Vec<Language> = Vec::new();
    for code in listed {
        let span = Span::new(file.id, code.span());
        let code = code.get_ref();
        if !is_language_code(code)
            || languages.iter().any(|language| language.code == *code)
            || languages.len() > 20
        {
            diagnostics.push(
                Diagnostic::new(codes::CONFIG_VALUE, message!("config-value-code", code = code))
                    .at(span)
                    .help(message!("config-value-code.help")),
            );
            continue;
        }
        let id = LangId(u8::try_from(languages.len()).unwrap_or(u8::MAX));
        let language = read_language(id, code, tables.get(code));
        // A tag is written into every page as it is (BCP 47: letters, digits and hyphens).
        if !language.tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            diagnostics.push(
                Diagnostic::new(
                    codes::CONFIG_VALUE,
                    message!("config-value-tag", tag = language.tag),
                )
                .at(span)
                .help(message!("config-value-tag.help")),
            );
            continue;
        }
        languages.push(language);
    }
    // Where no language is listed, that is the fault.
    let is_listed =
        |key: &String| listed.is_empty() || listed.iter().any(|code| code.get_ref() == key);
    for (key, table) in tables.iter().filter(|(key, _)| !is_listed(key)) {
        diagnostics.push(
            Diagnostic::new(codes::CONFIG_VALUE, message!("config-value-language", code = key))
                .at(Span::new(file.id, table.place.clone()))
                .help(message!("config-value-language.help", code = key)),
        );
    }
    if languages.is_empty() {
        languages.push(read_language(LangId::ORIGINAL, "zh", None));
    }
    Languages::new(languages)
}

/// Whether a text may be the code of a language: the first subtag of BCP 47 in small letters, and others behind it
/// where they are wanted: `zh`, `zh-Hant`, `pt-BR`.
fn is_language_code(code: &str) -> bool {
    let mut subtags = code.split('-');
    let first = subtags.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && code.len() <= LONGEST_CODE
        && subtags.all(|subtag| {
            (2..=8).contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

fn read_language(id: LangId, code: &str, table: Option<&raw::RawLanguage>) -> Language {
    let (tag, name) = match code {
        "zh" => ("zh-Hans", "中文"),
        "zh-Hans" => ("zh-Hans", "简体"),
        "zh-Hant" => ("zh-Hant", "繁體"),
        "en" => ("en", "English"),
        other => (other, other),
    };
    let chosen = |from: fn(&raw::RawLanguage) -> &Option<String>, usual: &str| {
        table.and_then(|table| from(table).clone()).unwrap_or_else(|| usual.to_owned())
    };
    let tag = chosen(|table| &table.tag, tag);
    let is_chinese = tag.split('-').next().is_some_and(|first| first.eq_ignore_ascii_case("zh"));
    Language {
        id,
        code: code.to_owned(),
        script: if is_chinese { Script::Han } else { Script::Latin },
        tag,
        name: chosen(|table| &table.name, name),
        numerals: None,
    }
}

/// The name of a folder, without any way out of the one it lies in.
fn plain_name(
    name: Option<toml::Spanned<String>>,
    usual: &str,
    file: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    let Some(name) = name else { return usual.to_owned() };
    let span = Span::new(file.id, name.span());
    let name = name.into_inner();
    if name.is_empty() || name.contains(['/', '\\']) || name.starts_with('.') {
        diagnostics.push(
            Diagnostic::new(codes::PATH_OUTSIDE, message!("path-outside-theme", name = name))
                .at(span)
                .help(message!("path-outside-theme.help")),
        );
        return usual.to_owned();
    }
    name
}

fn output_dir(
    dir: Option<toml::Spanned<String>>,
    file: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    let Some(dir) = dir else { return "public".to_owned() };
    let span = Span::new(file.id, dir.span());
    let dir = dir.into_inner();
    let leaves = dir.starts_with('/') || dir.split(['/', '\\']).any(|part| part == "..");
    let own = ["content", "themes", "src", "."].contains(&dir.trim_end_matches('/'));
    if dir.is_empty() || leaves || own {
        diagnostics.push(
            Diagnostic::new(codes::PATH_OUTSIDE, message!("path-outside-output", folder = dir))
                .at(span)
                .help(message!("path-outside-output.help")),
        );
        return "public".to_owned();
    }
    dir
}

fn currency_unit(
    code: Option<toml::Spanned<String>>,
    file: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Unit> {
    let code = code?;
    let span = Span::new(file.id, code.span());
    let code = code.into_inner();
    let unit = Unit::of_currency(&code);
    if unit.is_none() {
        let known = Unit::CURRENCIES.map(|(code, _)| code).join(", ");
        diagnostics.push(
            Diagnostic::new(codes::CONFIG_VALUE, message!("config-value-currency", code = code))
                .at(span)
                .help(message!("config-value-currency.help", known = known)),
        );
    }
    unit
}

fn figure_scope(
    scope: Option<toml::Spanned<String>>,
    file: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> FigureScope {
    let Some(scope) = scope else { return FigureScope::default() };
    let known = FigureScope::NAMES.into_iter().find(|(name, _)| name == scope.get_ref());
    if known.is_none() {
        diagnostics.push(
            Diagnostic::new(
                codes::CONFIG_VALUE,
                message!("config-value-figures", scope = scope.get_ref()),
            )
            .at(Span::new(file.id, scope.span()))
            .help(message!("config-value-figures.help")),
        );
    }
    known.map(|(_, scope)| scope).unwrap_or_default()
}

fn severities(
    raw: BTreeMap<toml::Spanned<String>, toml::Spanned<String>>,
    file: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<Code, Severity> {
    let mut severities = BTreeMap::new();
    for (name, severity) in raw {
        let name_span = Span::new(file.id, name.span());
        let Some(entry) = code(name.get_ref()) else {
            let near = nearest(name.get_ref(), ALL_CODES.iter().map(|entry| entry.code.name()));
            let help = near.map(|near| message!("key-unknown-finding.near", code = near));
            diagnostics.push(
                Diagnostic::new(
                    codes::KEY_UNKNOWN,
                    message!("key-unknown-finding", code = name.get_ref()),
                )
                .at(name_span)
                .help(message!("key-unknown-finding.help"))
                .help_if(help),
            );
            continue;
        };
        match Severity::from_name(severity.get_ref()) {
            Some(_) if !entry.is_configurable => diagnostics.push(
                Diagnostic::new(
                    codes::CONFIG_VALUE,
                    message!("config-value-always", code = name.get_ref()),
                )
                .at(name_span)
                .help(message!("config-value-always.help")),
            ),
            Some(severity) => {
                severities.insert(entry.code, severity);
            }
            None => diagnostics.push(
                Diagnostic::new(codes::CONFIG_VALUE, message!("config-value-severity"))
                    .at(Span::new(file.id, severity.span()))
                    .help(message!("config-value-severity.help")),
            ),
        }
    }
    severities
}

/// A configuration with nothing but its languages: for texts outside a site, tests and benches.
///
/// # Panics
/// If `codes` are no language codes.
pub fn default_for(codes: &[&str]) -> Config {
    let quoted: Vec<_> = codes.iter().map(|code| format!("{code:?}")).collect();
    let text: Arc<str> = format!("title = \"test\"\nlanguages = [{}]\n", quoted.join(", ")).into();
    let file = SourceFile { id: crate::source::FileId(0), path: FILE_NAME.into(), text };
    Config::read(&file).value.expect("this is a valid configuration")
}
/// The text of `site.toml` with one more language at the end of `languages`; nothing where that key is not
/// written as a list on one line.
pub(crate) fn with_language(text: &str, code: &str) -> Option<String> {
    let line = text.lines().find(|line| {
        let rest = line.trim_start().strip_prefix("languages");
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    })?;
    let start = line.as_ptr() as usize - text.as_ptr() as usize;
    let close = start + line.find(']')?;
    let open = start + line.find('[')?;
    let inner = text.get(open + 1..close)?.trim_end();
    let comma = if inner.trim().is_empty() || inner.ends_with(',') { "" } else { "," };
    let blank = if inner.trim().is_empty() { "" } else { " " };
    Some(format!("{}{comma}{blank}\"{code}\"{}", &text[..=open + inner.len()], &text[close..]))
}
