//! Fingerprints: what is kept of a paragraph, so that a reader's own copy of it can be recognised.
//!
//! By winnowing (Schleimer, Wilkerson and Aiken 2003): of the hashes of every [`RUN`] words in a row,
//! the least of every [`WINDOW`] in a row is kept. So any [`RUN`] + [`WINDOW`] − 1 = 5 words in a row
//! of a paragraph that a copy has unchanged are recognised. Fewer than [`RUN`] are not, unless the
//! whole paragraph has no more, or another run happens to have the same hash.
//!
//! A paragraph whose hashes are all there, with nothing between, has the same words, but for up to two
//! at either end, which may stand in no kept run. A word replaced, put in or left out elsewhere costs a
//! kept run, or stands between two; that it does neither takes a run that happens to fit, one in 65,536
//! for each hash and run, which comes to fewer than one altered word in a thousand.
//!
//! What is kept is no text: of a long paragraph about half of the runs, in no order, and of each run
//! only 16 bits, which fit one in 65,536 of all others too: of a billion runs of three words that one may
//! well print, some 15,000. It is no lock either. Whoever guesses a sentence can see whether the guess
//! fits, as with any fingerprint, and whoever guesses well can go on from there, since runs overlap: in a
//! short paragraph, of which all runs are kept, up to five of 30,000 words fit beside the right one as
//! the next; in one of sixty words, where each second run is kept, some 400,000 pairs of words as the next
//! two. So a heading may be put together again by somebody who knows how such headings go, and hashes
//! are to be made of published texts only.

//!
//! What a reader's copy is made of is said here too, as plain data: how a file is read (`reading`), what a text holds
//! (`verdict`), and how it is shown with what was found in it (`passages`).

mod matching;
mod own_copy;
mod passages;
mod reading;
mod verdict;
mod winnowing;
mod words;

pub use matching::{KnownParagraph, ParagraphMatch, ReaderCopy};
pub use own_copy::{Checked, OwnCopy};
pub use passages::{Part, Passage, Piece, Stretch, stretches};
pub use reading::{
    MOST_FILE, MOST_TEXT, Unreadable, add, decode, end_line, is_in_line, is_page, is_unread,
};
pub use verdict::{Paragraph, Presence, Recognised, Verdict, unrecognisable};
pub use winnowing::{RUN, WINDOW, fingerprint, runs};
pub use words::{Word, words};

#[cfg(test)]
mod tests;
