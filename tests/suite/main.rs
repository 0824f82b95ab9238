//! Tests of whole sites and of the program as people use it. One binary, so that it is linked once.

#![expect(clippy::disallowed_methods, reason = "tests make and read their own files")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should say where")]

mod architecture;
#[path = "../benches/archive.rs"]
#[expect(dead_code, reason = "the benches write other archives too")]
mod archive;
mod compare;
mod data;
mod data_files;
mod determinism;
mod diagnostics;
mod documents;
mod drafts;
mod exchange;
mod fidelity;
mod figures;
mod first_translation;
mod interface;
mod languages;
mod lock;
mod lookup;
mod mutations;
mod next_year;
mod numbered;
mod one_language;
mod pages;
mod pairs;
mod proposed_indicators;
mod quantities;
mod readings;
mod received;
mod received_docx;
mod received_translation;
mod routes;
mod rows;
mod scratch;
mod search;
mod sentences;
mod site;
mod tables;
mod terms;
mod translators;
mod verdict;
mod wording;
mod years;
