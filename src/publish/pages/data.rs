//! The page that offers the data files.

use tera::Value;

use super::Renderer;
use super::kind::{Bar, Blank, PageKind, PagePlace};
use super::view::{ColumnView, DataFileView, DataView, ExampleView, PageView};
use crate::model::{
    DataColumn, DataFile, DataKind, LangId, Matter, Route, RouteKind, Site, SitePath,
};
use crate::publish::html;
use crate::resolve::RouteSource;
use crate::source::{Message, message};

/// The page kind `data`.
pub(super) struct Downloads;

impl RouteSource for Downloads {
    fn routes(&self, site: &Site, _before: &[Route]) -> Vec<Route> {
        let has_data = site.has_figures() || site.has_terms() || site.has_pairs();
        let route = || Route::in_languages(self.kind(), Matter::Site, &site.forms, "data");
        has_data.then(route).into_iter().collect()
    }

    fn called(&self) -> Message {
        message!("route-data")
    }
}

impl PageKind for Downloads {
    fn kind(&self) -> RouteKind {
        RouteKind::DATA
    }

    fn keys(&self) -> &'static [(&'static str, Blank)] {
        &[("data", Blank::Null)]
    }

    fn bar(&self) -> Bar {
        Bar::Entry("nav_data")
    }

    fn view(&self, renderer: &Renderer, place: &PagePlace) -> PageView {
        let PagePlace { form, path, .. } = *place;
        let lang = form.lang();
        let mut view = renderer.frame(place);
        let title = renderer.interface_word(lang, "data_title", &[]);
        view.title = format!("{title} · {}", renderer.site_title(lang));
        view.title_runs = renderer.runs(form, |_| title.clone());
        view.description = renderer.interface_word(lang, "description_data", &[]);
        view.breadcrumbs = renderer.breadcrumbs(form, path, None, &title);
        let data = DataView {
            files: renderer.data.iter().map(|file| renderer.data_file(file, lang, path)).collect(),
            examples: renderer.examples(lang),
            coverage: renderer.site.statistics.whole_coverage().map(Into::into),
        };
        view.body.set("data", &data);
        view.json_ld = renderer.data_json_ld(form, path, &title, &view);
        view
    }
}

impl Renderer<'_> {
    fn data_file(&self, file: &DataFile, lang: LangId, path: &SitePath) -> DataFileView {
        let code = &self.site.languages.get(lang).code;
        // Columns are described in Chinese and English; the simplified words do not stand in a traditional page.
        let described = |column: &DataColumn| {
            let words = &column.meaning.0;
            words.get(code).or_else(|| words.get("en")).cloned().unwrap_or_default()
        };
        let column = |column: &DataColumn| ColumnView {
            name: column.name.clone(),
            kind: column.kind.name().to_owned(),
            meaning: self.note_run(lang, &described(column)),
        };
        DataFileView {
            name: file.name().to_owned(),
            href: file.path.href_from(path),
            what: file.what.key().to_owned(),
            rows: file.rows,
            bytes: file.bytes,
            sha256: file.sha256.clone(),
            columns: file.columns.iter().map(column).collect(),
        }
    }

    /// Short ways to read the table, with an indicator that the site has.
    fn examples(&self, lang: LangId) -> Vec<ExampleView> {
        let statistics = &self.site.statistics;
        let table = self.data.iter().find(|file| file.what == DataKind::Observations);
        let (Some(table), Some(first)) = (table, statistics.observations.first()) else {
            return Vec::new();
        };
        let file = table.name();
        let id = &statistics.indicator(first.indicator).id;
        let code = &self.site.languages.get(lang).code;
        let region = &self.shared.words[lang.index()].code_region;
        let block = |text: &str, syntax: &str| html::code_block(text, syntax, region);
        let python = format!(
            "import csv\n\nwith open(\"{file}\", encoding=\"utf-8\", newline=\"\") as table:\n    for row in csv.DictReader(table):\n        if row[\"indicator\"] == \"{id}\":\n            print(row[\"period\"], row[\"status\"], row[\"comparator\"], row[\"value\"], row[\"unit\"])\n"
        );
        let r = format!(
            "table <- read.csv(\"{file}\", fileEncoding = \"UTF-8\", colClasses = \"character\")\ntable$value <- as.numeric(table$value)\nsubset(table, indicator == \"{id}\", c(period, status, comparator, value, unit, text_{code}))\n"
        );
        let mut sheet = String::from("<p>");
        html::escape(
            &mut sheet,
            &self.interface_word(lang, "data_spreadsheet_how", &[("file", file)]),
        );
        sheet.push_str("</p>");
        let spreadsheet = self.interface_word(lang, "data_spreadsheet", &[]);
        [
            ("python", "Python", block(&python, "python")),
            ("r", "R", block(&r, "r")),
            ("spreadsheet", &spreadsheet, sheet),
        ]
        .into_iter()
        .map(|(id, label, html)| ExampleView {
            id: id.to_owned(),
            label: label.to_owned(),
            html: Value::safe_string(&html),
        })
        .collect()
    }
}
