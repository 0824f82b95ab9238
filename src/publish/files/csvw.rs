//! `data/observations.csv-metadata.json` and the like: what the columns of a table are, as "Metadata
//! Vocabulary for Tabular Data" (W3C 2015) has it.

use serde_json::{Value, json};

use super::{DataExport, FileContent, pretty};
use crate::model::{ColumnKind, DataColumn, DataFile, DataKind, Site};

/// The description of a table.
pub(super) struct TableMetadata {
    of: DataKind,
    /// Where programs look for it: beside the table.
    path: &'static str,
}

pub(super) const OBSERVATIONS: TableMetadata =
    TableMetadata { of: DataKind::Observations, path: "data/observations.csv-metadata.json" };

pub(super) const GLOSSARY: TableMetadata =
    TableMetadata { of: DataKind::Glossary, path: "data/glossary.csv-metadata.json" };

impl DataExport for TableMetadata {
    fn data_path(&self) -> &'static str {
        self.path
    }

    fn is_made(&self, site: &Site) -> bool {
        match self.of {
            DataKind::Observations => site.has_figures(),
            _ => site.has_terms(),
        }
    }

    fn make(&self, site: &Site, before: &[DataFile]) -> FileContent {
        let table = before.iter().find(|file| file.what == self.of);
        let title: Vec<Value> = site
            .languages
            .iter()
            .filter_map(|language| {
                let title = site.title.get(&language.code).filter(|title| !title.is_empty())?;
                Some(json!({ "@value": title, "@language": language.tag }))
            })
            .collect();
        let columns: Vec<Value> =
            table.iter().flat_map(|table| &table.columns).map(column).collect();
        let metadata = json!({
            "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
            "url": table.map(DataFile::name),
            "dc:title": title,
            "dialect": {
                "encoding": "utf-8",
                "header": true,
                "delimiter": ",",
                "quoteChar": "\"",
                "doubleQuote": true,
                "lineTerminators": ["\r\n"],
            },
            "tableSchema": { "columns": columns },
        });
        FileContent {
            what: DataKind::TableMetadata,
            rows: 0,
            columns: Vec::new(),
            bytes: pretty(&metadata),
        }
    }
}

fn column(column: &DataColumn) -> Value {
    let meaning: Vec<Value> = column
        .meaning
        .0
        .iter()
        .map(|(code, text)| json!({ "@value": text, "@language": code }))
        .collect();
    let datatype = match &column.kind {
        ColumnKind::Text => json!("string"),
        // The signs and words in these lists mean nothing to a regular expression.
        ColumnKind::OneOf(words) => json!({ "base": "string", "format": words.join("|") }),
        ColumnKind::Number => json!("decimal"),
    };
    let mut described = json!({
        "name": column.name,
        "titles": column.name,
        "dc:description": meaning,
        "datatype": datatype,
        "required": column.is_required,
    });
    if let Some(tag) = &column.tag {
        described["lang"] = json!(tag);
    }
    described
}
