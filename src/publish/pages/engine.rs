//! The template engine: the only user of Tera's API beside the values of a view.

use tera::{Context, Kwargs, State, Tera, TeraResult};

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
        tera.register_filter("grouped", grouped_number);
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

/// The filter `grouped(separator=…)`: a whole number with its digits in groups of three.
#[expect(clippy::needless_pass_by_value, reason = "the engine hands the values over")]
fn grouped_number(number: i64, values: Kwargs, _: &State) -> TeraResult<String> {
    let separator = values.must_get::<&str>("separator")?;
    let digits = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    Ok(text)
}
