//! How long the core takes for a corpus, natively: to read, check and index it, to select and count of it, and to follow
//! a reader who types. `cargo bench -p claim-atlas-benches` runs all, `… -- type` or `… -- /1000$` some.

use claim_atlas::corpus::{Corpus, Reader, SeedFile, Source, check_json};
use claim_atlas::overview::Overview;
use claim_atlas::query::{Facet, Index, Query};
use claim_atlas_benches::made_up;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

const SIZES: [usize; 3] = [1000, 10_000, 100_000];
const SEED: u64 = 1;

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3));
    targets = core
}
criterion_main!(benches);

fn core(criterion: &mut Criterion) {
    for size in SIZES {
        let text = serde_json::to_string(&made_up(size, SEED)).expect("JSON");
        let file = SeedFile { name: "made-up.json".to_owned(), text };
        reading(criterion, size, &file);
        using(criterion, size, &file.text);
    }
}

/// What is done once, before a reader sees anything.
fn reading(criterion: &mut Criterion, size: usize, file: &SeedFile) {
    let mut bench = |name, run: &mut dyn FnMut()| {
        criterion.bench_function(&format!("{name}/{size}"), |it| it.iter(&mut *run));
    };
    bench("read", &mut || drop(black_box(Source::read(&file.text))));
    bench("check", &mut || drop(black_box(check_json(file))));
    // As a browser does it with what somebody brings.
    bench("read in pieces", &mut || drop(black_box(in_pieces(file.text.as_bytes()))));
    let corpus = Arc::new(read(&file.text));
    let countries = corpus.country_codes();
    bench("index", &mut || drop(black_box(Index::new(Arc::clone(&corpus), &countries))));
    // What the first search waits for, unless the browser has had a pause before.
    criterion.bench_function(&format!("read ahead/{size}"), |it| {
        let index = || Index::new(Arc::clone(&corpus), &countries);
        it.iter_batched(index, |index| while index.read_ahead() {}, BatchSize::PerIteration);
    });
}

fn in_pieces(bytes: &[u8]) -> Corpus {
    let mut reader = Reader::new();
    bytes.chunks(1 << 16).try_for_each(|it| reader.feed(it)).expect("a corpus");
    reader.finish().expect("a sound one")
}

/// What is done each time that the query changes.
fn using(criterion: &mut Criterion, size: usize, text: &str) {
    let corpus = Arc::new(read(text));
    let index = Index::new(Arc::clone(&corpus), &corpus.country_codes());
    let all = Query::default();
    let mut chosen = Query::default();
    chosen.toggle(Facet::Country, "USA");
    chosen.toggle(Facet::Status, "agreed");
    let typed = typed(&corpus);
    let start = Arc::new(Overview::new(&index, &all));
    let mut bench = |name, run: &mut dyn FnMut()| {
        criterion.bench_function(&format!("{name}/{size}"), |it| it.iter(&mut *run));
    };
    bench("select", &mut || drop(black_box(index.select(&chosen))));
    bench("count", &mut || drop(black_box(index.counts(&chosen))));
    bench("search", &mut || {
        drop(black_box(typed.last().map(|word| index.look(word))));
    });
    // All that a key leads to but for the drawing, from the first letter of a word to its last.
    bench("type a word", &mut || {
        let mut overview = Arc::clone(&start);
        for query in &typed {
            overview = overview.followed_by(&index, query);
        }
        black_box(overview);
    });
}

fn read(text: &str) -> Corpus {
    Corpus::new(Source::read(text).expect("a corpus")).expect("a sound one")
}

/// A long word of a claim in the middle, as it is typed letter by letter.
fn typed(corpus: &Corpus) -> Vec<Query> {
    let (_, claim) = corpus.claims().nth(corpus.claim_count() / 2).expect("a claim");
    let text = claim.statement.in_language("en").expect("English").trim_end_matches('.');
    let word = text.split(' ').max_by_key(|it| it.len()).expect("a word");
    let until = |end: usize| Query { text: word.chars().take(end).collect(), ..Query::default() };
    (1..=word.len()).map(until).collect()
}
