//! What changed from one edition of the corpus to another, as people and programs read it.

mod feed;
mod listing;

pub use feed::feed;
pub use listing::listing;

use claim_atlas::changes::Side;
use claim_atlas::corpus::{Edition, Lang, Text};

/// Which edition a corpus is; one without a day where it does not say.
fn edition(side: &Side) -> Edition {
    side.edition.clone().unwrap_or_default()
}

/// A text in the language of reference, or in one that it has.
fn told(text: &Text) -> &str {
    text.get(Lang::REFERENCE)
}

#[cfg(test)]
mod tests;
