//! Tells GitHub Pages to publish the files as they are.

use super::{Export, Options, file};
use crate::model::{OutputFile, Site};

pub(super) struct NoJekyll;

impl Export for NoJekyll {
    fn files(&self, _site: &Site, _options: Options) -> Vec<OutputFile> {
        vec![file(".nojekyll", String::new())]
    }
}
