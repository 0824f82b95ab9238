//! Errors of the template engine into diagnostics.

use std::error::Error as _;

use tera::ErrorKind;

use crate::model::ThemeFiles;
use crate::source::{Diagnostic, codes};

/// The engine's own report, with the file it is about.
pub(super) fn diagnostic(error: &tera::Error, theme: &ThemeFiles) -> Diagnostic {
    let (name, message, report) = match error.kind() {
        ErrorKind::SyntaxError(found) | ErrorKind::RenderingError(found) => {
            (found.filename().to_owned(), found.message().to_owned(), error.to_string())
        }
        ErrorKind::TemplateNotFound(name) => {
            (name.clone(), format!("there is no template `{name}`"), String::new())
        }
        ErrorKind::MissingParent { current, parent } => (
            current.clone(),
            format!("`{parent}`, which this extends, is not there"),
            String::new(),
        ),
        _ => (String::new(), "the templates cannot be used".to_owned(), with_causes(error)),
    };
    let path = theme
        .templates
        .iter()
        .find(|template| template.name == name)
        .map_or_else(|| name.clone(), |template| template.path.to_string());
    let diagnostic = Diagnostic::new(codes::TEMPLATE_INVALID, message)
        .in_file(if path.is_empty() { "themes".to_owned() } else { path });
    if report.is_empty() { diagnostic } else { diagnostic.help(report) }
}

fn with_causes(error: &tera::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push('\n');
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
