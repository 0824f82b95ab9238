//! The default theme is embedded in the program: a file added to it or removed from it must lead
//! to a new build, which the compiler does not notice by itself.

#![expect(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

fn main() {
    println!("cargo::rerun-if-changed=themes/zhumo");
}
