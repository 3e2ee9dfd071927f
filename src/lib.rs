//! Claim Atlas: a viewer of *claimed* arms transfers.
//!
//! A report is a claim, not an event. That nothing is reported does not mean that nothing
//! happened.
//!
//! Reading order: [`locale`] has the languages and every text of the interface, [`corpus`] is what is claimed,
//! [`guest`] is a corpus that is not the one compiled in, [`fingerprint`] recognises a reader's copy of a document, [`evidence`] tells origins from outlets and where
//! reports differ, [`terms`] is what kinds and statuses are called, [`query`] selects and counts, [`link`] turns a
//! query into a link and back, [`map`] lays out the map, [`words`] chooses texts and makes sentences, [`share`]
//! refers to what is shown, [`export`] takes it along as a file, [`import`] makes a corpus of a table.
//! [`changes`] is what two corpora differ in. [`atlas`] is what a page is made from besides what its
//! reader sets, [`overview`] what a query selects, laid out. Those are the core: plain Rust that knows no browser and
//! cannot fail on the world. With the feature `ui` come `browser`, the browser's edge, and `ui`, the components, which
//! render and decide nothing; they are drawn in the browser (`csr`) and by the build (`ssr`). A test
//! (`src/layers.rs`) holds each to what stands above it.

pub mod atlas;
pub mod changes;
pub mod corpus;
pub mod evidence;
pub mod export;
pub mod fingerprint;
pub mod guest;
pub mod import;
pub mod link;
pub mod locale;
pub mod map;
pub mod overview;
pub mod query;
pub mod share;
pub mod terms;
pub mod words;

#[cfg(test)]
mod layers;

#[cfg(feature = "ui")]
pub mod browser;
#[cfg(feature = "ui")]
pub mod ui;

/// The corpus that the build compiled in, as JSON.
pub const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/corpus.json"));

/// A corpus that is made up, as JSON: an example for whoever makes one.
pub const EXAMPLE: &str = include_str!("../examples/corpus.json");

// rustdoc takes no rustflags.
#[cfg(all(feature = "csr", not(erase_components), not(doc)))]
compile_error!(
    "`.cargo/config.toml` sets `--cfg erase_components` for every build; RUSTFLAGS, or rustflags for a target in \
     another of cargo's settings, take its place: unset them, or add it there"
);
