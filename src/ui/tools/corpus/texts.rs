//! The texts of a corpus's documents, of which fingerprints are made, so that its readers can check their copies.

use super::Opening;
use super::listed::listed;
use crate::browser::{self, FileReader, OwnFile};
use crate::corpus::{Document, Source};
use crate::fingerprint::{Misfit, sha256, with_text};
use crate::guest::Whence;
use crate::ui::foreign;
use crate::ui::keyed::{Item, keyed};
use crate::ui::tools::fields::file_field;
use crate::ui::{Dropped, State};
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// The documents that have their fingerprints now, by their ids.
type Made = HashMap<String, Arc<Document>>;

/// So many documents can be chosen from. A browser is slow with a field of thousands.
const TO_CHOOSE: usize = 100;

/// How texts come in.
#[derive(Clone, Copy)]
struct Making {
    state: State,
    opening: Opening,
    /// The document that the reader has chosen, by its id.
    chosen: RwSignal<String>,
    made: RwSignal<Made>,
    /// The last text, by its name, and why it is not the document's.
    misfit: RwSignal<Option<(String, Misfit)>>,
    reading: StoredValue<Option<FileReader>, LocalStorage>,
}

/// Whether a document of the corpus still waits for its text.
pub fn waits_for_a_text(state: State) -> bool {
    let atlas = state.atlas();
    state
        .fingerprinted
        .with_untracked(|made| missing(atlas.corpus().source(), made).next().is_some())
}

/// The field that takes texts, and which documents still lack theirs. Nothing where none does.
pub fn texts(state: State, opening: &Opening) -> AnyView {
    let atlas = state.atlas();
    if !atlas.corpus().source().documents.iter().any(lacks) {
        return ().into_any();
    }
    let making = Making::new(state, opening);
    Effect::new(move |_| {
        if let Some((Dropped::Text, file)) = state.dropped.get() {
            state.dropped.set(None);
            making.open(&file);
        }
    });
    let words = &state.words().texts;
    let open = move |file: OwnFile| making.open(&file);
    view! {
        <h3>{words.title}</h3>
        <p class="hint" id="texts-hint">{words.hint}</p>
        {keyed(move || making.choice())}
        {file_field("texts-file", words.choose, "text/plain,.txt", Some("texts-hint"), open)}
        <div aria-live="polite">{keyed(move || making.shown())}</div>
    }
    .into_any()
}

/// Whether a document with claims has no fingerprints.
fn lacks(document: &Document) -> bool {
    document.fingerprints.is_empty() && !document.claims.is_empty()
}

/// The documents that lack their fingerprints, and have none made.
fn missing<'a>(source: &'a Source, made: &'a Made) -> impl Iterator<Item = &'a Document> {
    source.documents.iter().filter(|it| is_missing(it, made))
}

fn is_missing(document: &Document, made: &Made) -> bool {
    lacks(document) && !made.contains_key(&document.id)
}

/// The document that the next text is for: that which was chosen, unless it has its text now, or else the next without.
fn next<'a>(source: &'a Source, made: &'a Made, chosen: &str) -> Option<&'a Document> {
    let is_chosen = |it: &&Document| it.id == chosen;
    missing(source, made).find(is_chosen).or_else(|| missing(source, made).next())
}

/// The document that a text is of: that whose SHA-256 it has, or else the one that it was chosen for. No other text takes the
/// place of one that was brought.
fn document_of<'a>(
    source: &'a Source,
    made: &'a Made,
    chosen: &str,
    bytes: &[u8],
) -> Option<&'a Document> {
    let hash = sha256(bytes);
    let brought = made.values().map(|it| &**it);
    let mut known = source.documents.iter().chain(brought);
    let known = known.find(|it| it.sha256.as_ref() == Some(&hash));
    known.or_else(|| next(source, made, chosen))
}

impl Making {
    fn new(state: State, opening: &Opening) -> Self {
        Self {
            state,
            opening: *opening,
            chosen: RwSignal::new(String::new()),
            // What was made stays while the panel is closed.
            made: state.fingerprinted,
            misfit: RwSignal::new(None),
            reading: StoredValue::new_local(None),
        }
    }

    fn open(self, file: &OwnFile) {
        let name = file.name();
        let read = move |bytes: Result<Vec<u8>, _>| {
            let made = bytes.map_err(Misfit::Unreadable).and_then(|bytes| self.take(&bytes));
            self.misfit.set(made.err().map(|why| (name, why)));
        };
        self.reading.set_value(browser::read_bytes(file, read));
    }

    /// Makes the fingerprints of a text; the text goes.
    fn take(self, bytes: &[u8]) -> Result<(), Misfit> {
        let atlas = self.state.atlas();
        let chosen = self.chosen.get_untracked();
        let made = self.made.get_untracked();
        let document = document_of(atlas.corpus().source(), &made, &chosen, bytes);
        let document = with_text(document.ok_or(Misfit::OtherText)?, bytes)?;
        self.made.update(|made| {
            made.insert(document.id.clone(), Arc::new(document));
        });
        Ok(())
    }

    /// The choice of a document that lacks its text, while one does.
    fn choice(self) -> Vec<Item> {
        let atlas = self.state.atlas();
        let source = atlas.corpus().source();
        let made = self.made.get();
        let Some(next) = next(source, &made, &self.chosen.get_untracked()) else {
            return Vec::new();
        };
        let next = next.id.clone();
        let is_listed = |(at, it): &(usize, &Document)| *at < TO_CHOOSE || it.id == next;
        let listed =
            missing(source, &made).enumerate().filter(is_listed).map(|(_, it)| it.id.clone());
        let ids: Vec<String> = listed.collect();
        let later = missing(source, &made).count() - ids.len();
        vec![Item::new(ids.clone(), move || self.field(&ids, &next, later))]
    }

    fn field(self, ids: &[String], next: &str, later: usize) -> AnyView {
        let words = &self.state.words().texts;
        let atlas = self.state.atlas();
        let documents = &atlas.corpus().source().documents;
        let is_listed = |it: &&Document| ids.contains(&it.id);
        let option = |it: &Document| {
            let is_next = it.id == next;
            view! {
                <option value=it.id.clone() lang=it.language.clone() selected=is_next>
                    {it.title.clone()}
                </option>
            }
        };
        let options = documents.iter().filter(is_listed).map(option).collect_view();
        let later = (later > 0).then(|| {
            view! { <p class="hint">{words.later(later)}</p> }
        });
        view! {
            <div class="copyable">
                <label for="texts-document">{words.document}</label>
                <select id="texts-document"
                    on:change:target=move |event| self.chosen.set(event.target().value())
                >
                    {options}
                </select>
                {later}
            </div>
        }
        .into_any()
    }

    fn shown(self) -> Vec<Item> {
        let (made, misfit) = (self.made.get(), self.misfit.get());
        let mut ids: Vec<&String> = made.keys().collect();
        ids.sort();
        let key = format!("{ids:?}{misfit:?}");
        vec![Item::new(key, move || self.told(&made, misfit))]
    }

    fn told(self, made: &Made, misfit: Option<(String, Misfit)>) -> AnyView {
        let state = self.state;
        let words = &state.words().texts;
        let atlas = state.atlas();
        let source = atlas.corpus().source();
        let misfit = misfit.map(|(name, why)| {
            let why = why_not(state, why);
            view! { <p><b><bdi>{name}</bdi></b> {state.signs().colon} {why}</p> }
        });
        let mut done: Vec<Arc<Document>> = made.values().cloned().collect();
        done.sort_by(|one, other| one.id.cmp(&other.id));
        let count = done.len();
        let draw = move |at: usize| done.get(at).map(|it| self.brought(it)).into_any();
        let done = (count > 0).then(|| {
            view! { <p>{words.taken}</p> {listed(state, count, draw)} }
        });
        let documents = source.documents.iter().enumerate();
        let missing = documents.filter(|(_, it)| is_missing(it, made)).map(|(at, _)| at);
        let places: Vec<usize> = missing.collect();
        let count = places.len();
        let rest = if count == 0 {
            let apply = move |_| self.apply();
            view! { <button type="button" class="action" on:click=apply>{words.apply}</button> }
                .into_any()
        } else {
            let draw = move |at: usize| {
                let document =
                    places.get(at).and_then(|at| atlas.corpus().source().documents.get(*at));
                document.map(|it| view! { <cite>{foreign::title(it)}</cite> }).into_any()
            };
            view! { <p>{words.missing(count)}</p> {listed(state, count, draw)} }.into_any()
        };
        view! { {misfit} {done} {rest} }.into_any()
    }

    /// A document whose text was brought, which can be discarded where it was the wrong one.
    fn brought(self, document: &Document) -> AnyView {
        let id = document.id.clone();
        let take_back = move |_| {
            self.made.update(|made| {
                made.remove(&id);
            });
        };
        let label = self.state.words().texts.take_back;
        view! {
            <cite>{foreign::title(document)}</cite> " "
            <button type="button" class="more" on:click=take_back>{label}</button>
        }
        .into_any()
    }

    /// Shows the corpus with the fingerprints in it.
    fn apply(self) {
        let atlas = self.state.atlas();
        let mut source = atlas.corpus().source().clone();
        let made = self.made.get_untracked();
        for document in &mut source.documents {
            if let Some(with) = made.get(&document.id) {
                *document = (**with).clone();
            }
        }
        // Nobody else has it: what stands at an address or in the page has no fingerprints.
        let name = atlas.guest.as_ref().map_or("", |it| it.whence.name());
        let name = name.rsplit('/').next().filter(|it| !it.is_empty()).unwrap_or("corpus.json");
        self.opening.open_source(Whence::made(name), &source);
    }
}

/// Why a text is not the document's, and what to do.
fn why_not(state: State, why: Misfit) -> String {
    let words = &state.words().texts;
    match why {
        Misfit::Unreadable(_) => state.words().tools.file_unread.to_owned(),
        Misfit::OtherText => words.other_text.to_owned(),
        Misfit::TooFew(count) => words.too_few(count),
        Misfit::TooLong => words.too_long.to_owned(),
        Misfit::NoWords(number) => words.no_words(&number.to_string()),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::ui::fixture::{bundled, drawn, text};

    /// The compiled corpus, whose documents lack their fingerprints and their hashes.
    fn without() -> Corpus {
        let mut source = bundled().source().clone();
        for document in &mut source.documents {
            document.fingerprints.clear();
            document.sha256 = None;
        }
        Corpus::new(source).expect("its references")
    }

    /// What is told once texts were brought to the documents, in their order.
    fn brought(texts: &[String]) -> String {
        let html = drawn(without(), "", |state| {
            let making = Making::new(state, &Opening::new(state));
            for text in texts {
                let misfit = making.take(text.as_bytes()).err();
                making.misfit.set(misfit.map(|why| ("ours.txt".to_owned(), why)));
            }
            keyed(move || making.shown())
        });
        text(&html)
    }

    #[test]
    fn fingerprints_are_of_every_document_or_of_none() {
        let long = |text: usize| {
            let lines: Vec<String> =
                (0..200).map(|it| format!("{it} is a number in {text}.")).collect();
            lines.join(
                "
",
            )
        };
        let count = bundled().source().documents.len();
        let some = brought(&[long(0)]);
        let missing = format!("Fingerprints of {} documents are missing.", count - 1);
        assert!(some.contains("Fingerprints were made of:") && some.contains(&missing), "{some}");
        assert!(!some.contains("Take them into the corpus"), "{some}");
        let all = brought(&(0..count).map(long).collect::<Vec<_>>());
        assert!(all.contains("Take them into the corpus") && !all.contains("missing"), "{all}");
        let short = brought(&["One line.".to_owned()]);
        assert!(short.contains("ours.txt: This text has 1 paragraph, and"), "{short}");
    }

    #[test]
    fn nothing_is_asked_for_where_nothing_is_missing() {
        let of = |corpus| drawn(corpus, "", |state| texts(state, &Opening::new(state)));
        assert!(!of(bundled()).contains("texts-file"));
        assert!(of(without()).contains("texts-file"));
    }

    #[test]
    fn a_text_finds_its_document_by_its_hash_whatever_was_chosen() {
        let mut source = without().source().clone();
        let chosen = source.documents[0].id.clone();
        source.documents[1].sha256 = Some(sha256(b"Its text."));
        let made = Made::new();
        let of = |bytes| document_of(&source, &made, &chosen, bytes).map(|it| &it.id);
        assert_eq!(of(b"Its text."), Some(&source.documents[1].id));
        assert_eq!(of(b"Another."), Some(&chosen));
    }

    #[test]
    fn no_text_takes_the_place_of_one_that_was_brought() {
        let source = without().source().clone();
        let [first, second] = [0, 1].map(|at: usize| &source.documents[at]);
        let brought = Document { sha256: Some(sha256(b"Its text.")), ..first.clone() };
        let made = Made::from([(first.id.clone(), Arc::new(brought))]);
        let of = |bytes| document_of(&source, &made, &first.id, bytes).map(|it| &it.id);
        assert_eq!(of(b"Another."), Some(&second.id));
        // The same again is no other document's.
        assert_eq!(of(b"Its text."), Some(&first.id));
    }

    #[test]
    fn of_many_documents_some_can_be_chosen_and_the_rest_are_counted() {
        let mut source = without().source().clone();
        let mut document = source.documents[0].clone();
        document.withdrawn.clear();
        document.claims.truncate(1);
        document.claims[0].disputes.clear();
        source.documents = (0..TO_CHOOSE + 7)
            .map(|at| {
                let mut document = document.clone();
                document.id = format!("d-{at}");
                document.claims[0].id = format!("c-{at}");
                document
            })
            .collect();
        let html = drawn(Corpus::new(source).expect("its references"), "", |state| {
            texts(state, &Opening::new(state))
        });
        assert_eq!(html.matches("<option").count(), TO_CHOOSE);
        assert!(text(&html).contains("once these have their texts: 7."), "{html}");
    }
}
