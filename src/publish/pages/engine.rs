//! The template engine: the only user of Tera's API beside the values of a view.

use tera::{Context, Tera};

use super::theme_error::{self, Files};
use super::view::PageView;
use crate::model::ThemeFiles;
use crate::source::Diagnostic;

/// How long most pages are, in bytes; a longer one grows its buffer.
const USUAL_PAGE: usize = 32 << 10;

/// The compiled templates of a theme.
pub(super) struct Engine {
    tera: Tera,
    files: Files,
}

impl Engine {
    /// Compiles all templates.
    pub(super) fn new(theme: &ThemeFiles) -> Result<Self, Vec<Diagnostic>> {
        let files = theme.templates.iter().map(|t| (t.name.clone(), t.file)).collect();
        let mut tera = Tera::new();
        let templates = theme.templates.iter().map(|t| (t.name.as_str(), &*t.text));
        match tera.add_raw_templates(templates) {
            Ok(()) => Ok(Self { tera, files }),
            Err(error) => Err(vec![theme_error::template_diagnostic(&error, &files)]),
        }
    }

    /// Renders a page, as UTF-8.
    pub(super) fn render(
        &self,
        template: &str,
        view: &PageView,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut page = Vec::with_capacity(USUAL_PAGE);
        Context::from_serialize(view)
            .and_then(|context| self.tera.render_to(template, &context, &mut page))
            .map(|()| page)
            .map_err(|error| Box::new(theme_error::template_diagnostic(&error, &self.files)))
    }
}
