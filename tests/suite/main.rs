//! Tests of whole sites and of the program as people use it. One binary, so that it is linked once.

mod architecture;
mod determinism;
mod diagnostics;
mod fidelity;
mod pages;
mod scratch;
mod site;
