//! A site into an index that is searched from plain files.
//!
//! Everything is a script that calls the global `DZ` with a name and a value, because that is the
//! only way by which a page opened from a folder may read another file. What can be found is a
//! list of slots (`slot`): names, headings, paragraphs. Texts are compared as tokens (`token`): one
//! for each Han character, so that any words are found wherever they stand.
//!
//! - A small site has all that is searched in one file, `index.js`; the script looks through it. What
//!   names mean is in files of its own (`d/0/n.js`), read when a name is shown.
//! - A large one has its texts in chunks of a few slots (`x/0/n.js`), and a dictionary of pairs of
//!   neighbouring characters, words and numbers, each with the positions where it stands
//!   (`posting`), in shards (`t/…`) and, for long lists, blocks (`b/…`). Labels of reports (`r/…`) and
//!   their parts (`p/…`) are apart as well.
//!
//! Both are searched by the same rules and give the same results; the browser tests hold the one
//! against the other and against the text. `themes/zhumo/js/search/` has the other half.

mod chunk;
mod manifest;
mod name;
mod posting;
mod shard;
mod slot;
mod token;
mod value;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use rayon::prelude::*;
use serde::Serialize;

use crate::model::{OutputFile, SearchFiles, Site, SitePath, simplified, simplified_forms};
use crate::source::fingerprint;
use chunk::Chunk;
use manifest::Manifest;
use posting::Dictionary;
use shard::Plan;
use slot::Slots;

/// Sites with more text than this, in bytes of UTF-8, get a dictionary.
const MOST_WHOLE: usize = 1_500_000;

/// The size of a file of texts that is aimed at, in bytes.
const CHUNK: usize = 8 * 1024;

/// The most slots in a file of texts, as a power of two.
const MOST_SHIFT: u32 = 6;

/// Names in one file of definitions, as a power of two.
const DEFINITIONS_SHIFT: u32 = 5;

/// Files in one folder.
const FOLDER: usize = 1_000;

/// The index of a site, ready to be written.
#[derive(Debug)]
pub struct Index<'a> {
    site: &'a Site,
    slots: Slots,
    folder: String,
    tier: Tier,
    variants: OutputFile,
}

#[derive(Debug)]
enum Tier {
    /// The one file of all texts; what names mean is read only when a name is shown.
    Whole(Vec<u8>),
    Sharded(Box<ShardedIndex>),
}

#[derive(Debug)]
struct ShardedIndex {
    /// The beginning of the index, which takes reading all texts once more.
    manifest: Vec<u8>,
    dictionary: Dictionary,
    plan: Plan,
    shift: u32,
}

/// How a site is divided, where a test wants it otherwise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Division {
    /// By the amount of text.
    #[default]
    BySize,
    /// With a dictionary, however small the site is.
    Sharded,
}

/// What an index costs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cost {
    /// What can be found: names, headings, paragraphs.
    pub(crate) entries: usize,
    /// Its files.
    pub(crate) files: usize,
    /// Their bytes.
    pub bytes: usize,
    /// Files that a first query reads: the texts themselves in a small site; in a large one the
    /// beginning of the index and the shards of a query of four Han characters.
    pub first_files: usize,
    /// Their bytes, on average. In a large site those of the texts shown come on top.
    pub first_bytes: usize,
}

impl<'a> Index<'a> {
    /// Reads all texts of a site; nothing where it is not to be searched.
    pub fn new(site: &'a Site, division: Division) -> Option<Self> {
        if !site.has_search {
            return None;
        }
        let slots = Slots::new(site);
        let variants = variants_file();
        let bytes = text_bytes(site, &slots);
        let mut index =
            Self { site, slots, folder: String::new(), tier: Tier::Whole(Vec::new()), variants };
        if bytes <= MOST_WHOLE && division == Division::BySize {
            let mut manifest = Manifest::new(site, &index.slots, true);
            manifest.whole =
                Some(Chunk::new(site, &index.slots, 0..index.slots.slot_count(), false));
            manifest.definitions = Some(DEFINITIONS_SHIFT);
            let bytes = call("index", &manifest);
            let mut all = bytes.clone();
            index.definition_files().into_iter().for_each(|(_, mut bytes)| all.append(&mut bytes));
            index.folder = format!("assets/search.{}", fingerprint::short(&all));
            index.tier = Tier::Whole(bytes);
        } else {
            let shift = shift(bytes / index.slots.slot_count().max(1));
            let dictionary = posting::dictionary(site, &index.slots);
            let plan = Plan::new(&dictionary);
            let manifest = index.manifest(&dictionary, &plan, shift);
            let sharded = ShardedIndex { manifest, dictionary, plan, shift };
            index.folder = format!("assets/search.{}", index.fingerprint(&sharded));
            index.tier = Tier::Sharded(Box::new(sharded));
        }
        Some(index)
    }

    /// The files that a search page names.
    pub(crate) fn entry_files(&self) -> SearchFiles {
        SearchFiles {
            index: SitePath::new(format!("{}/index.js", self.folder)),
            variants: self.variants.path.clone(),
        }
    }

    /// Hands over every file, from any thread, in any order, and tells what they cost. The first
    /// error ends it.
    pub fn index_files<E: Send>(
        &self,
        sink: &(dyn Fn(OutputFile) -> Result<(), E> + Sync),
    ) -> Result<Cost, E> {
        let (count, bytes) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let counted = |file: OutputFile| {
            count.fetch_add(1, Ordering::Relaxed);
            bytes.fetch_add(file.bytes.len(), Ordering::Relaxed);
            sink(file)
        };
        counted(self.variants.clone())?;
        let (first_files, first_bytes) = match &self.tier {
            Tier::Whole(bytes) => self.whole_index(bytes, &counted)?,
            Tier::Sharded(sharded) => self.sharded(sharded, &counted)?,
        };
        let entries = self.slots.slot_count();
        Ok(Cost {
            entries,
            files: count.into_inner(),
            bytes: bytes.into_inner(),
            first_files,
            first_bytes,
        })
    }

    fn file(&self, name: &str, bytes: Vec<u8>) -> OutputFile {
        OutputFile { path: SitePath::new(format!("{}/{name}.js", self.folder)), bytes }
    }

    /// The files of a small site; gives how many of them a first query reads, and their bytes.
    fn whole_index<E>(
        &self,
        index: &[u8],
        sink: &dyn Fn(OutputFile) -> Result<(), E>,
    ) -> Result<(usize, usize), E> {
        sink(self.file("index", index.to_vec()))?;
        for (name, bytes) in self.definition_files() {
            sink(self.file(&name, bytes))?;
        }
        Ok((1, index.len()))
    }

    /// The files of a large site; gives the same of a query that needs two shards.
    fn sharded<E: Send>(
        &self,
        sharded: &ShardedIndex,
        sink: &(dyn Fn(OutputFile) -> Result<(), E> + Sync),
    ) -> Result<(usize, usize), E> {
        let numbered = |letter: &str, number: usize, bytes: Vec<u8>| {
            sink(self.file(&file_place(letter, number), bytes))
        };
        sink(self.file("index", sharded.manifest.clone()))?;
        for (number, labels) in manifest::label_files(self.site, &self.slots).iter().enumerate() {
            numbered("r", number, call(&format!("r{number}"), labels))?;
        }
        for (number, parts) in manifest::part_files(self.site, &self.slots).iter().enumerate() {
            numbered("p", number, call(&format!("p{number}"), parts))?;
        }
        let ShardedIndex { dictionary, plan, .. } = sharded;
        let shard_bytes = AtomicUsize::new(0);
        (0..plan.shards.len()).into_par_iter().try_for_each(|number| {
            let bytes = call(&format!("t{number}"), &base64(&plan.shard(dictionary, number)));
            shard_bytes.fetch_add(bytes.len(), Ordering::Relaxed);
            numbered("t", number, bytes)
        })?;
        plan.numbered_blocks().into_par_iter().enumerate().try_for_each(
            |(number, (key, block))| {
                let bytes = shard::block_bytes(&dictionary[key].1, block);
                numbered("b", number, call(&format!("b{number}"), &base64(&bytes)))
            },
        )?;
        self.chunks(sharded.shift).into_par_iter().enumerate().try_for_each(
            |(number, range)| {
                let chunk = Chunk::new(self.site, &self.slots, range, true);
                numbered("x", number, call(&format!("x{number}"), &chunk))
            },
        )?;
        let shard = shard_bytes.into_inner() / plan.shards.len().max(1);
        Ok((3, sharded.manifest.len() + 2 * shard))
    }

    /// Files with what names mean, in a small site.
    fn definition_files(&self) -> Vec<(String, Vec<u8>)> {
        let names = self.slots.names.len();
        let step = 1 << DEFINITIONS_SHIFT;
        let range = |start: usize| start..(start + step).min(names);
        let files = (0..names).step_by(step).enumerate();
        let texts = files
            .map(|(n, start)| (n, chunk::slot_definitions(self.site, &self.slots, range(start))));
        texts.map(|(n, texts)| (file_place("d", n), call(&format!("d{n}"), &texts))).collect()
    }

    fn manifest(&self, dictionary: &Dictionary, plan: &Plan, shift: u32) -> Vec<u8> {
        let mut manifest = Manifest::new(self.site, &self.slots, false);
        manifest.shift = Some(shift);
        let first = |range: &Range<usize>| dictionary[range.start].0.to_string();
        manifest.shards = Some(plan.shards.iter().map(first).collect());
        call("index", &manifest)
    }

    fn chunks(&self, shift: u32) -> Vec<Range<usize>> {
        let count = self.slots.slot_count();
        let step = 1 << shift;
        (0..count).step_by(step).map(|start| start..(start + step).min(count)).collect()
    }

    /// Of everything that the files say.
    fn fingerprint(&self, sharded: &ShardedIndex) -> String {
        let ShardedIndex { manifest, dictionary, plan, shift } = sharded;
        let texts = self.chunks(*shift).into_par_iter().map(|range| {
            fingerprint::sha256(&call("", &Chunk::new(self.site, &self.slots, range, true)))
        });
        let shards = (0..plan.shards.len()).into_par_iter();
        let shards = shards.map(|number| fingerprint::sha256(&plan.shard(dictionary, number)));
        let blocks = plan.numbered_blocks().into_par_iter();
        let blocks = blocks.map(|(key, block)| {
            fingerprint::sha256(&shard::block_bytes(&dictionary[key].1, block))
        });
        let parts: Vec<String> = texts.chain(shards).chain(blocks).collect();
        let mut all = manifest.clone();
        all.extend(call("", &manifest::label_files(self.site, &self.slots)));
        all.extend(call("", &manifest::part_files(self.site, &self.slots)));
        all.extend(parts.iter().flat_map(|part| part.bytes()));
        fingerprint::short(&all)
    }
}

/// Where a numbered file lies.
fn file_place(letter: &str, number: usize) -> String {
    format!("{letter}/{}/{number}", number / FOLDER)
}

/// Bytes of all texts.
fn text_bytes(site: &Site, slots: &Slots) -> usize {
    let passages = slots.passages.par_iter().map(|passage| {
        let texts = chunk::place_texts(site, site.page(passage.page), passage.place);
        texts.iter().map(String::len).sum::<usize>()
    });
    let names = slots.names.par_iter().map(|name| {
        let entry = name::name_entry(site, *name);
        entry.all_names().iter().map(String::len).sum::<usize>()
    });
    passages.sum::<usize>() + names.sum::<usize>()
}

/// So many slots to a file, as a power of two, that it comes near to the size aimed at.
fn shift(slot: usize) -> u32 {
    let slots = CHUNK / slot.max(1);
    slots.max(1).ilog2().min(MOST_SHIFT)
}

/// The traditional characters of a site, each before its simplified form.
fn variants_in(site: &Site, slots: &Slots) -> String {
    let of = |texts: Vec<String>| {
        let chars = texts.iter().flat_map(|text| text.chars());
        chars.filter_map(|c| Some((c, simplified(c)?))).collect::<BTreeMap<_, _>>()
    };
    let passages = slots
        .passages
        .par_iter()
        .map(|passage| of(chunk::place_texts(site, site.page(passage.page), passage.place)));
    let names = slots.names.par_iter().map(|name| of(name::name_entry(site, *name).all_names()));
    let all = passages.chain(names).reduce(BTreeMap::new, |mut all, some| {
        all.extend(some);
        all
    });
    all.iter().flat_map(|(from, to)| [*from, *to]).collect()
}

fn variants_file() -> OutputFile {
    // Every traditional character followed by its simplified form.
    let variants: String = simplified_forms().flat_map(|(from, to)| [from, to]).collect();
    let bytes = call("fold", &variants);
    let path = SitePath::new(format!("assets/variants.{}.js", fingerprint::short(&bytes)));
    OutputFile { path, bytes }
}

fn base64(bytes: &[u8]) -> String {
    STANDARD_NO_PAD.encode(bytes)
}

/// A file: one call of the script's function.
fn call(name: &str, value: &impl Serialize) -> Vec<u8> {
    let mut bytes = format!("DZ({name:?},").into_bytes();
    serde_json::to_writer(&mut bytes, value).expect("names and texts go into JSON");
    bytes.extend_from_slice(b")\n");
    bytes
}
