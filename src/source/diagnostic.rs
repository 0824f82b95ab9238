//! A finding: what is wrong, where, and how to fix it.

use std::hash::Hash;
use std::sync::Arc;

use super::{Code, Message, Sources, Span};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Not reported, but counted.
    Off,
    /// Worth knowing.
    Notice,
    /// Reported; the build goes on.
    Warning,
    /// The build fails.
    Error,
}

impl Severity {
    /// The name used in `site.toml` and in machine-readable output.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Notice => "notice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The severity with this name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::Off, Self::Notice, Self::Warning, Self::Error]
            .into_iter()
            .find(|severity| severity.name() == name)
    }
}

/// A place, and what was read there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there, one clause; nothing where the message says it.
    pub(crate) message: Option<Message>,
}

/// Something found in the user's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable name of this kind of finding.
    pub code: Code,
    /// How grave it is; the code's default until `site.toml` says otherwise.
    pub severity: Severity,
    /// What is wrong.
    pub(crate) message: Message,
    /// Where; the first is the place of the finding, further ones show what it clashes with.
    pub labels: Vec<Label>,
    /// A file without a place in it: one that could not be read, or an output page.
    pub(crate) path: Option<Arc<str>>,
    /// The address of the paragraph it lies in, where that is known: `s1.2-p3`.
    pub(crate) address: Option<Arc<str>>,
    /// How to fix it: an action, with the text to type.
    pub(crate) help: Option<Message>,
}

impl Diagnostic {
    /// A finding of this kind, so far without a place.
    pub(crate) fn new(code: Code, message: Message) -> Self {
        Self {
            severity: code.severity(),
            code,
            message,
            labels: Vec::new(),
            path: None,
            address: None,
            help: None,
        }
    }

    /// The same, at a place. The first call gives the main place.
    #[must_use]
    pub(crate) fn at(mut self, span: Span) -> Self {
        self.labels.push(Label { span, message: None });
        self
    }

    /// The same, at a place of which something is said.
    #[must_use]
    pub(crate) fn labelled(mut self, span: Span, message: Message) -> Self {
        self.labels.push(Label { span, message: Some(message) });
        self
    }

    /// The same, in a file as a whole.
    #[must_use]
    pub(crate) fn in_file(mut self, path: impl Into<Arc<str>>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// The same, with a way to fix it.
    #[must_use]
    pub(crate) fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// The same, with a way to fix it if there is one.
    #[must_use]
    pub(crate) fn help_if(mut self, help: Option<Message>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// All that a finding says but for its places: equal for findings of one cause.
    pub(crate) fn cause(&self) -> impl Eq + Hash + '_ {
        let labels: Vec<_> = self.labels.iter().map(|label| &label.message).collect();
        (self.code, self.severity, &self.message, &self.help, labels)
    }

    /// What findings are sorted by: path, place, code, message. What has no place, since it follows from
    /// another finding, comes last.
    pub(crate) fn sort_key<'a>(
        &'a self,
        sources: &'a Sources,
    ) -> (&'a str, u32, &'a str, &'a Message) {
        let (path, start) = match (self.labels.first(), &self.path) {
            (Some(label), _) => (&*sources.get(label.span.file).path, label.span.start),
            (None, Some(path)) => (&**path, 0),
            (None, None) => ("\u{10ffff}", 0),
        };
        (path, start, self.code.name(), &self.message)
    }
}

/// A value, and what was found while making it.
#[derive(Debug, Clone)]
#[must_use]
pub struct Diagnosed<T> {
    /// The value, as good as it could be made.
    pub value: T,
    /// What was found.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<T> Diagnosed<T> {
    /// Hands the findings over to `all` and keeps the value.
    pub(crate) fn into_value(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.diagnostics);
        self.value
    }
}
