//! Same input, same bytes: on any number of threads, in any locale and time zone.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::scratch::program;

/// Every file of a folder with its bytes.
pub(crate) fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn two_builds_are_equal_byte_for_byte() {
    let dir = tempfile::tempdir().unwrap();
    let build = |name: &str, jobs: &str, surroundings: &[(&str, &str)]| {
        let target = dir.path().join(name);
        let target_name = target.to_str().unwrap();
        let mut command = program(
            Path::new(env!("CARGO_MANIFEST_DIR")),
            &["build", "-q", "-j", jobs, "-u", "https://example.org/a/b", "-o", target_name],
        );
        let status = command.envs(surroundings.iter().copied()).status().unwrap();
        assert!(status.success());
        bytes(&target)
    };
    let one = build("one", "1", &[("LC_ALL", "C"), ("TZ", "UTC")]);
    let many = build(
        "many",
        "8",
        &[
            ("LC_ALL", "zh_CN.UTF-8"),
            ("TZ", "Asia/Shanghai"),
            ("SOURCE_DATE_EPOCH", "1"),
            ("HOME", "/"),
        ],
    );
    assert!(one.len() > 20, "a whole site was built");
    for (name, bytes) in &one {
        assert!(many.get(name) == Some(bytes), "{name} differs");
    }
    assert_eq!(one.len(), many.len());
}
