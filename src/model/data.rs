//! Files with data, made from a site to be downloaded.

use super::{LangMap, SitePath};

/// What is known of a data file once its bytes are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFile {
    /// Where it is published.
    pub(crate) path: SitePath,
    /// What it is.
    pub what: DataKind,
    /// How many rows or entries it has; 0 where that means nothing.
    pub rows: usize,
    /// Its length in bytes.
    pub(crate) bytes: usize,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// The columns of a table; empty for other files.
    pub(crate) columns: Vec<DataColumn>,
}

impl DataFile {
    /// The name without folders: `observations.csv`.
    pub fn name(&self) -> &str {
        self.path.as_str().rsplit('/').next().unwrap_or_default()
    }
}

/// What a data file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataKind {
    /// A table of all observations, as CSV.
    Observations,
    /// The indicators, each with its observations, as JSON.
    Indicators,
    /// A table of all terms, as CSV.
    Glossary,
    /// The terms as TBX-Basic of 2019.
    TermBase,
    /// The terms as TBX-Basic of 2008, which more programs read.
    OlderTermBase,
    /// The terms in the words of schema.org, as JSON-LD.
    LinkedTerms,
    /// The reports as a translation memory, as TMX.
    Parallel,
    /// A description of a table, as CSV on the Web has it.
    TableMetadata,
    /// A description of all data files, as a Frictionless data package.
    Package,
}

impl DataKind {
    /// The key of what it is, in the words of a theme.
    pub fn key(self) -> &'static str {
        match self {
            Self::Observations => "data_observations",
            Self::Indicators => "data_indicators",
            Self::Glossary => "data_glossary",
            Self::TermBase => "data_tbx",
            Self::OlderTermBase => "data_tbx_v2",
            Self::LinkedTerms => "data_jsonld",
            Self::Parallel => "data_tmx",
            Self::TableMetadata => "data_csvw",
            Self::Package => "data_package",
        }
    }

    /// The media type of the file.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Observations | Self::Glossary => "text/csv",
            Self::TermBase | Self::OlderTermBase | Self::Parallel => "application/xml",
            Self::LinkedTerms => "application/ld+json",
            Self::TableMetadata => "application/csvm+json",
            Self::Indicators | Self::Package => "application/json",
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DataColumn {
    /// Its name in the head of the table.
    pub(crate) name: String,
    /// What its cells are.
    pub(crate) kind: ColumnKind,
    /// Whether every row has a value in it.
    pub(crate) is_required: bool,
    /// The language tag of its words; nothing where they are in no language.
    pub(crate) tag: Option<String>,
    /// What it holds, in each language.
    pub(crate) meaning: LangMap,
}

/// What the cells of a column are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ColumnKind {
    /// Words.
    Text,
    /// One of these words.
    OneOf(Vec<&'static str>),
    /// An exact decimal number.
    Number,
}

impl ColumnKind {
    /// The kind as data packages call it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Text | Self::OneOf(_) => "string",
            Self::Number => "number",
        }
    }
}
