//! Errors of the template engine into diagnostics.

use std::collections::HashMap;
use std::error::Error as _;

use tera::ErrorKind;

use crate::source::{Diagnostic, FileId, Message, Span, codes, message};

/// The files of the templates, by the names the engine knows them by.
pub(super) type Files = HashMap<String, FileId>;

/// The engine's error at its place.
pub(super) fn template_diagnostic(error: &tera::Error, files: &Files) -> Diagnostic {
    let finding = |message: Message| Diagnostic::new(codes::TEMPLATE_INVALID, message);
    match error.kind() {
        ErrorKind::SyntaxError(found) | ErrorKind::RenderingError(found) => {
            let diagnostic = finding(message!("template-invalid-engine", reason = found.message()));
            match files.get(found.filename()) {
                Some(file) => diagnostic.at(Span::new(*file, found.span().range.clone())),
                None => diagnostic.in_file(found.filename()),
            }
        }
        ErrorKind::MissingParent { current, parent } => {
            let diagnostic = finding(message!("template-invalid-parent", parent = parent));
            match files.get(current) {
                Some(file) => diagnostic.at(Span::new(*file, 0..0)),
                None => diagnostic.in_file(current.as_str()),
            }
            .help(message!("template-invalid-parent.help"))
        }
        _ => finding(message!("template-invalid-engine", reason = with_causes(error)))
            .in_file("themes"),
    }
}

fn with_causes(error: &tera::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
