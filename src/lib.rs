//! duizhao 对照: a static site generator for official reports published in two languages.
//!
//! The whole program is one straight line over values that never change once they are made:
//!
//! ```text
//!  content/ themes/ site.toml
//!       │
//!    read        files → Inputs                    the only stage that reads the disk
//!       │
//!    parse       one file → Document               never fails; knows one file; in parallel
//!    annotate    Document → numerals and terms     of every report
//!       │
//!    resolve     all of them → Site                pages, alignment, references, figures, terms
//!       │
//!       ├── check    Site → diagnostics            one file per check
//!       ├── render   Site → pages                  Tera; a template sees one PageView
//!       └── export   Site → other files            one file per export
//!       │
//!    write       files → disk                      the only stage that writes the disk
//! ```
//!
//! `source` (places and findings) and `model` (the data) lie under all stages. `yaml`, `config`
//! and `fingerprint` are used where something is read. `lock` is what was confirmed of a translation.
//! `compare` reads two texts one against the other for `check`; `scan` lists numerals and coinages
//! that are not accounted for. `setting` (typesetting rules), `html` (text into markup) and `chart`
//! (numbers into drawings) lie under `render`, `exchange` (CSV and XML) under `export` and `import`,
//! which merges lists of terms into the term base; `handover` is how a translation leaves for its
//! translator and comes back. `pipeline` composes the stages; `cli` drives it.
//! `tests/suite/architecture.rs` holds the modules to this order.

pub mod annotate;
pub mod chart;
pub mod check;
pub mod cli;
pub mod compare;
pub mod config;
pub mod exchange;
pub mod export;
pub mod fingerprint;
pub mod handover;
pub mod html;
pub mod import;
pub mod lock;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod read;
pub mod render;
pub mod resolve;
pub mod scan;
pub mod search;
pub mod setting;
pub mod source;
pub mod write;
pub mod yaml;
