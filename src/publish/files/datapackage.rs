//! `datapackage.json`: what the data files are, as the Data Package standard (version 1) has it.

use serde_json::{Value, json};

use super::{DataExport, FileContent, pretty};
use crate::model::{ColumnKind, Coverage, DataColumn, DataFile, DataKind, LangMap, Site};

pub(super) struct DataPackage;

impl DataExport for DataPackage {
    fn data_path(&self) -> &'static str {
        "datapackage.json"
    }

    fn is_made(&self, site: &Site) -> bool {
        site.has_figures() || site.has_terms() || site.has_pairs()
    }

    fn make(&self, site: &Site, before: &[DataFile]) -> FileContent {
        // The other descriptions describe the same; they are no data.
        let resources: Vec<Value> = before
            .iter()
            .filter(|file| file.what != DataKind::TableMetadata)
            .map(resource)
            .collect();
        let code = &site.languages.original().code;
        let mut package = json!({
            "profile": "data-package",
            "name": name(site),
            "title": site.title.get_or_any(code),
            "resources": resources,
        });
        let coverage = site.statistics.whole_coverage();
        let described = site.description.get_or_any(code);
        let stated = coverage.map(coverage_sentence).unwrap_or_default();
        let description = [described, &stated].map(str::trim).join("\n\n");
        if !description.trim().is_empty() {
            package["description"] = json!(description.trim());
        }
        if let Some(Coverage { indexed, figures }) = coverage {
            package["coverage"] = json!({ "indexed": indexed, "figures": figures });
        }
        if let Some(base_url) = &site.base_url {
            package["homepage"] = json!(base_url);
        }
        FileContent {
            what: DataKind::Package,
            rows: 0,
            columns: Vec::new(),
            bytes: pretty(&package),
        }
    }
}

/// How many figures are indexed, in the two languages that the site's own words are in.
fn coverage_sentence(Coverage { indexed, figures }: Coverage) -> String {
    format!(
        "报告中的{figures}个数据，已编入指标{indexed}个。 / {indexed} of {figures} figures are indexed."
    )
}

/// What the package is of, its richest part first.
fn name(site: &Site) -> &'static str {
    if site.has_figures() {
        "figures"
    } else if site.has_terms() {
        "terms"
    } else {
        "texts"
    }
}

fn resource(file: &DataFile) -> Value {
    let name = file.name();
    let (stem, format) = name.rsplit_once('.').unwrap_or((name, ""));
    // Several files have one stem; a resource is found by its name.
    let is_first = matches!(format, "csv" | "json");
    let id = if is_first { stem.to_owned() } else { format!("{stem}-{format}") };
    let mut resource = json!({
        "name": id,
        "path": file.path.as_str(),
        "profile": "data-resource",
        "format": format,
        "mediatype": file.what.media_type(),
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": format!("sha256:{}", file.sha256),
    });
    if !file.columns.is_empty() {
        resource["profile"] = json!("tabular-data-resource");
        resource["dialect"] = json!({
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": "\"",
            "doubleQuote": true,
            "skipInitialSpace": false,
            "header": true,
        });
        resource["schema"] = json!({
            "fields": file.columns.iter().map(field).collect::<Vec<_>>(),
            "missingValues": [""],
        });
    }
    resource
}

fn field(column: &DataColumn) -> Value {
    let mut field = json!({
        "name": column.name,
        "type": column.kind.name(),
        "description": described(&column.meaning),
    });
    if column.is_required {
        field["constraints"]["required"] = json!(true);
    }
    if let ColumnKind::OneOf(words) = &column.kind {
        field["constraints"]["enum"] = json!(words);
    }
    field
}

/// The standard knows one language; the description has all of them, one after another.
fn described(meaning: &LangMap) -> String {
    meaning.0.values().map(String::as_str).collect::<Vec<_>>().join(" / ")
}
