//! Shows progress where there is a terminal and the work is long.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work shorter than this shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar that appears only when it is needed.
pub(super) struct Bar {
    inner: ProgressBar,
    start: Instant,
    is_wanted: bool,
}

impl Bar {
    pub(super) fn new(is_quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{pos}/{len} pages {wide_bar} {eta}") {
            bar.set_style(style);
        }
        let is_wanted = !is_quiet && std::io::stderr().is_terminal();
        Self { inner: bar, start: Instant::now(), is_wanted }
    }

    /// So many pages are finished, of so many.
    pub(super) fn show(&self, done: usize, all: usize) {
        if !self.is_wanted || self.start.elapsed() < PATIENCE {
            return;
        }
        if self.inner.is_hidden() {
            self.inner.set_length(all as u64);
            self.inner.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.inner.set_position(done as u64);
    }

    pub(super) fn finish_bar(&self) {
        self.inner.finish_and_clear();
    }
}
