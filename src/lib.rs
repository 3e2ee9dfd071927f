//! Claim Atlas: a viewer of *claimed* arms transfers.
//!
//! A report is a claim, not an event. That nothing is reported does not mean that nothing
//! happened.
//!
//! Reading order: [`locale`], [`corpus`], [`guest`], [`fingerprint`], [`changes`], [`evidence`], [`terms`], [`query`],
//! [`link`], [`map`], [`atlas`], [`overview`], [`words`], [`share`], [`export`], [`import`]. Those are the core: plain Rust
//! that knows no browser and cannot fail on the world. With the feature `ui` come `browser`, the browser's edge, and `ui`,
//! the components, which are drawn in the browser (`csr`) and by the build (`ssr`). `ARCHITECTURE.md` says what each is and
//! does not know, and a test (`src/layers.rs`) holds it to that.

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
