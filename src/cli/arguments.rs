//! What can be typed.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::model::{Numerals, Unit};
use crate::pipeline;

/// An example for each kind of file.
const IMPORT_EXAMPLES: &str = "\
Examples:
  duizhao import report.docx --report jinhua-2018
      a report as received, from Word, WPS or LibreOffice; begins a site where there is none
  duizhao import report.txt --report jinhua-2018 --dry-run
      a plain text or Markdown (.md) in any encoding: what would become of it; nothing is written
  duizhao import report.html --report jinhua-2018 --run-in split
      a page as it was saved; heads that their paragraphs go on behind are set apart
  duizhao import report.en.docx --report jinhua-2018 --lang en
      its translation as received, set beside it; of the same kinds of file
  duizhao import report.xlf
      a translation that came back from a translator, into its pages, which are made where there
      are none
  duizhao import terms.csv
      a table of terms into content/glossary.yaml
  duizhao import terms.tbx --theirs
      a term base (.tbx) likewise, its words before those of the site
Of .doc, .wps, .pdf, .ofd and .xlsx a message says how to save them as DOCX or CSV.";

/// Publishes official reports in two languages, side by side and checked against each other.
#[derive(Debug, Parser)]
#[command(name = "duizhao", version, max_term_width = 100, subcommand_required = true)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) verb: Verb,
}

#[derive(Debug, Args)]
pub(super) struct Common {
    /// The site's folder [default: the nearest one above holding `site.toml`].
    #[arg(short, long, value_name = "DIR", global = true)]
    pub(super) root: Option<PathBuf>,
    /// The configuration file [default: `site.toml` in the site's folder].
    #[arg(short, long, value_name = "FILE", global = true)]
    pub(super) config: Option<PathBuf>,
    /// Print every finding; on a terminal only as many as fit the screen are printed without this.
    #[arg(long, global = true)]
    pub(super) all: bool,
    /// Print findings only.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(super) quiet: bool,
    /// Print how long each stage took.
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub(super) verbose: u8,
    /// How many threads to use [default: one for each processor].
    #[arg(short, long, value_name = "N", global = true)]
    pub(super) jobs: Option<NonZeroUsize>,
}

impl Common {
    /// Whether timings are wanted; `RUST_LOG` with `info` or finer asks for them as well.
    pub(super) fn is_verbose(&self) -> bool {
        let log = std::env::var("RUST_LOG").unwrap_or_default().to_lowercase();
        self.verbose > 0 || ["info", "debug", "trace"].iter().any(|level| log.contains(level))
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Build the site into a folder that any static host can serve and any browser can open.
    Build(BuildOptions),
    /// Find everything that is wrong, without writing anything.
    Check(CheckOptions),
    /// Remove what `build` wrote.
    Clean(CleanOptions),
    /// Read a translation against its original: numbers and terms that disagree.
    Compare(CompareOptions),
    /// Print a completion script for a shell.
    Completion(CompletionOptions),
    /// Say that translations are right as they are, in `translation.lock`.
    Confirm(ConfirmOptions),
    /// Say what a finding means and how to fix it.
    Explain(ExplainOptions),
    /// Write the figures, the terms or the texts of the site as data, in the same bytes as `build`.
    Export(ExportOptions),
    /// Bring in what others sent: a report as received, a list of terms, a translation; and say what
    /// became of each part.
    ///
    /// A translation is what `export xliff` wrote, with targets. Pages and blocks that are not there yet
    /// are made, as a draft; what has no target stands in them in the words of the original.
    #[command(after_help = IMPORT_EXAMPLES)]
    Import(ImportOptions),
    /// List what the site holds.
    List(ListOptions),
    /// Print every numeral of a text and what it says.
    Quantities(QuantitiesOptions),
    /// Print what is not accounted for yet, to be pasted into `figures.yaml`, `indicators.yaml`,
    /// `glossary.yaml` and translations.
    Scan(ScanOptions),
    /// Write into `waivers.yaml` that a finding is not a fault, with the reason.
    Waive(WaiveOptions),
}

#[derive(Debug, Args)]
pub(super) struct BuildOptions {
    /// Where to write the site [default: `public` in the site's folder].
    #[arg(short, long, value_name = "DIR")]
    pub(super) output_dir: Option<PathBuf>,
    /// The address the site will have, for canonical links, sitemap and feed.
    #[arg(short = 'u', long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Publish pages marked as drafts.
    #[arg(long)]
    pub(super) drafts: bool,
    /// Write into a folder that duizhao did not make; files of other names are kept.
    #[arg(short, long)]
    pub(super) force: bool,
    /// Let warnings fail the build.
    #[arg(long)]
    pub(super) strict: bool,
}

#[derive(Debug, Args)]
pub(super) struct CompareOptions {
    /// The original: Markdown (`.md`), plain paragraphs with an empty line between them, or a folder of
    /// such files.
    #[arg(value_name = "ORIGINAL")]
    pub(super) original: PathBuf,
    /// Its translation; of folders, files belong together by name but for the language.
    #[arg(value_name = "TRANSLATION")]
    pub(super) translation: PathBuf,
    /// The language of the original (`zh`, `en`), if its text does not tell.
    #[arg(long, value_name = "LANG", value_parser = language_code)]
    pub(super) from: Option<String>,
    /// The language of the translation, if its text does not tell.
    #[arg(long, value_name = "LANG", value_parser = language_code)]
    pub(super) to: Option<String>,
    /// A term base, in the form of `glossary.yaml`.
    #[arg(long, value_name = "FILE")]
    pub(super) glossary: Option<PathBuf>,
    /// The year the original calls 今年, so that a year the translation says for it can be checked.
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i64).range(1900..=2100))]
    pub(super) year: Option<i64>,
    /// The currency (ISO 4217: `HKD`) that a bare 元, `$` or “dollars” means.
    #[arg(long, value_name = "CODE", value_parser = currency_code)]
    pub(super) currency: Option<Unit>,
    /// Let warnings fail the comparison.
    #[arg(long)]
    pub(super) strict: bool,
    /// How findings are printed: for people, one JSON object a line, or for code-review tools.
    #[arg(long, value_enum, default_value_t = FindingFormat::Text)]
    pub(super) format: FindingFormat,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FindingFormat {
    Text,
    Json,
    Sarif,
}

#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    /// Let warnings fail the check.
    #[arg(long)]
    pub(super) strict: bool,
    /// How findings are printed: for people, one JSON object a line, or for code-review tools.
    #[arg(long, value_enum, default_value_t = FindingFormat::Text)]
    pub(super) format: FindingFormat,
    /// Report only findings whose code begins like this: `link`, `align.block`.
    #[arg(long, value_name = "CODE-PREFIX")]
    pub(super) only: Option<String>,
    /// Check pages marked as drafts as well.
    #[arg(long)]
    pub(super) drafts: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct ExportOptions {
    /// What is written.
    #[arg(value_enum)]
    pub(super) what: ExportKind,
    /// Where it is written; `-` is standard output.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub(super) output: PathBuf,
    /// The translation that `xliff` is to hold [default: the first].
    #[arg(long, value_name = "CODE")]
    pub(super) lang: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportKind {
    /// A table with a row for each figure.
    Csv,
    /// The indicators with their figures.
    Json,
    /// What the data files are, as a Frictionless data package.
    Datapackage,
    /// A table with a row for each term.
    Glossary,
    /// The terms as TBX-Basic of 2019.
    Tbx,
    /// The terms as TBX-Basic of 2008, which more programs read.
    TbxV2,
    /// The terms as JSON-LD, in the words of schema.org.
    Jsonld,
    /// The reports paragraph against paragraph, for translation memories (TMX 1.4b).
    Tmx,
    /// A translation for translators, to be imported again (XLIFF 2.1).
    Xliff,
}

#[derive(Debug, Args)]
pub(super) struct ImportOptions {
    /// Terms as a table (`.csv`) or a term base (`.tbx`), or a translation (`.xlf`, `.xliff`), as
    /// UTF-8; with `--report` a text as received, in any encoding.
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// The folder of the report that a text as received becomes: `jinhua-2018`.
    #[arg(long, value_name = "ID")]
    pub(super) report: Option<String>,
    /// The language of a translation as received, which is set beside the original of the report.
    #[arg(long, value_name = "CODE", requires = "report", value_parser = language_code)]
    pub(super) lang: Option<String>,
    /// Of a text as received: what becomes of heads that their paragraphs go on behind [default: set
    /// apart where others of their kind stand on lines of their own].
    #[arg(long, value_enum, value_name = "HOW", requires = "report")]
    pub(super) run_in: Option<RunInChoice>,
    /// Where both say something else, take the list's words, not the site's.
    #[arg(long)]
    pub(super) theirs: bool,
    /// Of a translation write what can be taken, although something is refused.
    #[arg(long)]
    pub(super) partial: bool,
    /// Say what would become of each part, and write nothing.
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// What becomes of heads that their paragraphs go on behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RunInChoice {
    /// They are set apart.
    Split,
    /// They stay in their paragraphs.
    Keep,
}

#[derive(Debug, Args)]
pub(super) struct ListOptions {
    /// What is listed.
    #[arg(value_enum)]
    pub(super) what: ListKind,
    /// How it is printed: for people, or one JSON object a line.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ListKind {
    Pages,
    Indicators,
    Terms,
    Places,
    Topics,
}

#[derive(Debug, Args)]
pub(super) struct ScanOptions {
    /// What to look for: `figures`, `terms`, `blocks` (rows of several blocks that a translation would
    /// have to state), `errata` (departures from the text as received), `waivers` (findings that may be
    /// waived; only where they are asked for); then reports and pages, such as `annual-2026`, `1-review`
    /// or `annual-2026/1-review` [default: all].
    #[arg(value_name = "KIND|REPORT|PAGE")]
    pub(super) wanted: Vec<String>,
    /// Take over the claims of another report, such as last year's, for figures in the same words.
    #[arg(long, value_name = "REPORT")]
    pub(super) from: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct WaiveOptions {
    /// The code of the finding: `number.missing`.
    #[arg(value_name = "CODE")]
    pub(super) code: String,
    /// Its page, such as `1-review` or `annual-2026/1-review`.
    #[arg(value_name = "PAGE")]
    pub(super) page: String,
    /// The words it marks, in either language, exactly.
    #[arg(value_name = "QUOTE")]
    pub(super) quote: String,
    /// Why it is not a fault.
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: String,
    /// The address of its paragraph, `s1.2-p3`, where the words are marked at several places.
    #[arg(long, value_name = "ADDRESS")]
    pub(super) at: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ConfirmOptions {
    /// Pages, such as `1-review` or `annual-2026/1-review` [default: all].
    #[arg(value_name = "PAGE")]
    pub(super) pages: Vec<String>,
    /// Print what would be confirmed, and write nothing.
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct QuantitiesOptions {
    /// The text, as UTF-8; `-` is standard input.
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// The language of the text.
    #[arg(long, value_parser = read_language())]
    pub(super) lang: &'static dyn Numerals,
    /// How they are printed: for people, or one JSON object a line.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
}

/// A language whose numerals are read, by its code.
fn read_language() -> impl TypedValueParser<Value = &'static dyn Numerals> {
    let codes = pipeline::NUMERALS.iter().map(|numerals| numerals.code());
    PossibleValuesParser::new(codes)
        .try_map(|code| pipeline::numerals_of(&code).ok_or("this language is not read"))
}

#[derive(Debug, Args)]
pub(super) struct CleanOptions {
    /// The folder to clean [default: `public` in the site's folder].
    #[arg(short, long, value_name = "DIR")]
    pub(super) output_dir: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct CompletionOptions {
    /// The shell.
    #[arg(value_enum)]
    pub(super) shell: Shell,
}

#[derive(Debug, Args)]
pub(super) struct ExplainOptions {
    /// The code of a finding, such as `align.block`; without one, all codes are listed.
    pub(super) code: Option<String>,
}

/// The code of a language as `site.toml` has it, which is the first part of a tag: `zh`, `en`.
fn language_code(code: &str) -> Result<String, String> {
    let is_code = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
    is_code.then(|| code.to_owned()).ok_or_else(|| {
        "it is not the code of a language; write two or three small letters: `zh`, `en`".to_owned()
    })
}

fn currency_code(code: &str) -> Result<Unit, String> {
    Unit::of_currency(code).ok_or_else(|| {
        let known = Unit::CURRENCIES.map(|(code, _)| code).join(", ");
        format!("it is not a currency that is known; write one of {known}")
    })
}
