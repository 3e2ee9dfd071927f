//! Fingerprints: what is kept of a paragraph, so that a reader's own copy of it can be recognised.
//!
//! Two things are kept. By winnowing (Schleimer, Wilkerson and Aiken 2003): of the hashes of every [`RUN`] words in a
//! row, the least of every [`WINDOW`] in a row. So any [`RUN`] + [`WINDOW`] − 1 = 5 words in a row of a paragraph that a
//! copy has unchanged are recognised, and where it was changed is seen. Fewer than [`RUN`] are not, unless the whole
//! paragraph has no more, or another run happens to have the same hash. And a hash of all its words in their order
//! ([`whole`]), of 32 bits.
//!
//! A paragraph is found where that fits: each word is there, in its place, and no other among them. Other words fit
//! about once in some millions of cases, since a changed paragraph is held to the hash in up to a thousand ways: an
//! umlaut is a letter of its own there, and the signs of currencies, percent and minus count. It is looked for around what the runs have
//! found; where a text may be read in two ways, as where a line's end divides a word, or a number may be a footnote's
//! mark, in both (`rereading`). Words on the same line, in its first or last sentence, are an addition (`matching`).
//!
//! What differs otherwise is altered, unless it was read badly (`misread`).
//!
//! What is kept is no text: of a long paragraph about half of the runs, in no order, and of each run
//! only 16 bits, which fit one in 65,536 of all others too: of a billion runs of three words that one may
//! well print, some 15,000. The hash of the whole says nothing but whether a guess at all of it is right. It is no
//! lock either. Whoever guesses a sentence can see whether the guess
//! fits, as with any fingerprint, and whoever guesses well can go on from there, since runs overlap: in a
//! short paragraph, of which all runs are kept, up to five of 30,000 words fit beside the right one as
//! the next; in one of sixty words, where each second run is kept, some 400,000 pairs of words as the next
//! two. So a heading may be put together again by somebody who knows how such headings go, and hashes
//! are to be made of published texts only. And whoever wants to can make up words that are none, and fit.
//!
//! What a reader's copy is made of is said here too, as plain data: how a file is read (`decoding`, `reading`), a page in
//! it (`page`), what a text holds (`verdict`), and how it is shown with what was found in it (`passages`).

mod decoding;
mod letters;
mod making;
mod matching;
mod misread;
mod own_copy;
mod page;
mod passages;
mod reading;
mod rereading;
mod verdict;
mod winnowing;
mod words;

pub use decoding::decode;
pub use making::{Misfit, fingerprints, paragraphs, sha256, with_text};
pub use matching::{Differing, KnownParagraph, ParagraphMatch, ReaderCopy};
pub use own_copy::{Checked, OwnCopy};
pub use page::{Element, PageText, Reading, is_text};
pub use passages::{Part, Passage, Piece, Stretch, stretches};
pub use reading::{MOST_FILE, MOST_TEXT, Unreadable, read};
pub use verdict::{Paragraph, Presence, Recognised, Verdict, unrecognisable};
pub use winnowing::{RUN, WINDOW, fingerprint, runs, whole};
pub use words::{Instead, Spelling, Then, Word, words};

#[cfg(test)]
mod tests;
