//! What is kept for the fuzzer, and some thousand changes of it, the same each time: a fuzzer takes hours and a toolchain of
//! its own, this takes seconds.

#[path = "src/lib.rs"]
mod targets;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};
use std::fs;
use std::path::Path;

/// So many changes of what is kept for each.
const CHANGES: u32 = 300;

/// The inputs that are kept for a target.
fn kept(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|it| it.expect("an entry").path()).collect();
    // In an order, so that the same is done each time.
    files.sort();
    files.iter().map(|file| fs::read(file).expect("a file")).collect()
}

/// A change of an input: what stands in a place gives way to something.
#[derive(Clone, Debug)]
struct Change {
    at: Index,
    length: usize,
    by: By,
}

/// What comes in.
#[derive(Clone, Debug)]
enum By {
    Bytes(Vec<u8>),
    Text(String),
    /// So much of another input from a place.
    Piece(Index, Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let by = prop_oneof![
        vec(any::<u8>(), 0..4).prop_map(By::Bytes),
        "[\\[\\]{}\",:;=&%~#<>/\\\\\n\t 0-9a-zäÄ“–\u{202e}\u{200b}-]{0,6}".prop_map(By::Text),
        (any::<Index>(), any::<Index>(), 0_usize..80)
            .prop_map(|(of, at, length)| By::Piece(of, at, length)),
    ];
    (any::<Index>(), prop_oneof![Just(0), 0_usize..4, 0_usize..200], by)
        .prop_map(|(at, length, by)| Change { at, length, by })
}

fn changed(input: &[u8], changes: &[Change], kept: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for Change { at, length, by } in changes {
        let from = at.index(bytes.len() + 1);
        let to = (from + length).min(bytes.len());
        let by = match by {
            By::Bytes(bytes) => bytes.clone(),
            By::Text(text) => text.clone().into_bytes(),
            By::Piece(of, at, length) => {
                let other = of.get(kept);
                let from = at.index(other.len() + 1);
                other.iter().skip(from).take(*length).copied().collect()
            }
        };
        bytes.splice(from..to, by);
    }
    bytes
}

#[test]
fn nothing_that_is_read_breaks_what_reads_it() {
    for (name, target) in targets::TARGETS {
        let kept = kept(name);
        assert!(kept.len() > 2, "fuzz/corpus/{name} holds next to nothing");
        for input in &kept {
            target(input);
        }
        let config = Config { cases: CHANGES, failure_persistence: None, ..Config::default() };
        let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let input = (any::<Index>(), vec(change(), 1..6))
            .prop_map(|(of, changes)| changed(of.get::<Vec<u8>>(&kept), &changes, &kept));
        let ran = TestRunner::new_with_rng(config, rng).run(&input, |input| {
            target(&input);
            Ok(())
        });
        let broken = ran.err().map(|error| match error {
            TestError::Fail(why, input) => format!("{why}: {}", input.escape_ascii()),
            TestError::Abort(why) => why.to_string(),
        });
        assert_eq!(broken, None, "mend what reads it, and keep the input in fuzz/corpus/{name}");
    }
}
