//! duizhao 对照: a static site generator for official reports published in two languages.
//!
//! The whole program is one straight line over values that never change once they are made, and
//! the modules below stand in the order of that line:
//!
//! ```text
//!  content/ themes/ site.toml
//!       │
//!    input       files → Inputs                    disk: the only reader of the disk
//!       │
//!    parse       one file → Document               never fails; knows one file; in parallel
//!    annotate    Document → numerals and terms     of every report
//!       │
//!    align       what answers what in a pair       rows of blocks, sentences, figures
//!    resolve     all of them → Site                pages, references, figures, terms
//!       │
//!       ├── check      Site → findings             one file a check
//!       └── publish    Site → files                pages through Tera, data, search
//!       │
//!    write       files → disk                      the only writer of the disk
//! ```
//!
//! `source` (places and findings) and `model` (the data) lie under all stages, `lock` is what was
//! confirmed of a translation, `received` reads a text as it was received and compares words. `exchange` is how terms and translations leave and come back.
//! `pipeline` composes the stages, one function for each verb; `cli` drives it.
//! `tests/suite/architecture.rs` holds the modules to this order.

pub mod source;

pub mod model;

pub mod lock;

pub(crate) mod received;

pub(crate) mod intake;

pub mod input;

pub mod parse;

pub mod annotate;

pub(crate) mod align;

pub mod resolve;

pub mod check;

pub mod exchange;

pub mod publish;

pub(crate) mod write;

pub mod pipeline;

pub mod cli;
