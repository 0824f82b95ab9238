//! A site in a folder of its own, and the program run on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The configuration most tests use.
pub(crate) const SITE: &str =
    "title = { zh = \"试\", en = \"Test\" }\nlanguages = [\"zh\", \"en\"]\n";

/// The cover of a report in Chinese.
pub(crate) const COVER_ZH: &str = "---\nreport:\n  issuer: 甲市人民政府\n  meeting: 甲市人民代表大会\n  place: 甲市\n  speaker: 张三\n  office: 市长\n  delivered: 2018-03-31\n  status: original\n---\n\n# 政府工作报告\n\n各位代表：\n";

/// The same in English.
pub(crate) const COVER_EN: &str = "---\nreport:\n  issuer: Government of Jia\n  meeting: People’s Congress of Jia\n  place: Jia\n  speaker: Zhang San\n  office: Mayor\n  delivered: 2018-03-31\n  status: unofficial\n---\n\n# Report on the Work of the Government\n\nFellow Deputies,\n";

/// A folder that vanishes with the test.
pub(crate) struct Scratch {
    dir: TempDir,
}

impl Scratch {
    /// A folder with these files.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let scratch = Self { dir: tempfile::tempdir().expect("a folder for the test") };
        for (path, text) in files {
            scratch.write(path, text.as_bytes());
        }
        scratch
    }

    /// A small report that is in order, with these files added or changed.
    pub(crate) fn report(files: &[(&str, &str)]) -> Self {
        let scratch = Self::new(&[
            ("site.toml", SITE),
            ("content/r/_index.zh.md", COVER_ZH),
            ("content/r/_index.en.md", COVER_EN),
            (
                "content/r/1-a.zh.md",
                "---\n---\n\n# 一、回顾\n\n## （一）甲\n\n生产总值3870亿元。\n\n第二段。\n",
            ),
            (
                "content/r/1-a.en.md",
                "---\n---\n\n# I. Review\n\n## 1. A\n\nGDP reached RMB 387 billion.\n\nThe second paragraph.\n",
            ),
        ]);
        for (path, text) in files {
            scratch.write(path, text.as_bytes());
        }
        scratch
    }

    /// The site of this repository, without what is made of it.
    pub(crate) fn copy_of_the_site() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let scratch = Self::new(&[]);
        for file in ["site.toml", "translation.lock"] {
            scratch.write(file, &fs::read(root.join(file)).unwrap());
        }
        for entry in walkdir::WalkDir::new(root.join("content")) {
            let entry = entry.unwrap();
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(root).unwrap().display().to_string();
                scratch.write(&path, &fs::read(entry.path()).unwrap());
            }
        }
        scratch
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("folder made");
        fs::write(path, bytes).expect("file written");
    }

    /// A path in the folder.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs the program in the folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::from(program(self.dir.path(), arguments).output().expect("the program starts"))
    }
}

/// The program, to be run in a folder.
pub(crate) fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_duizhao"));
    command.current_dir(folder).args(arguments).env_remove("RUST_LOG").env("NO_COLOR", "1");
    command
}

/// How a run ended.
pub(crate) struct Run {
    /// The exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).expect("output is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("messages are UTF-8"),
        }
    }
}

impl Run {
    /// Everything that was printed, and the exit code, for a snapshot.
    pub(crate) fn shown(&self) -> String {
        format!("{}{}exit code {}\n", self.stderr, self.stdout, self.code)
    }
}
