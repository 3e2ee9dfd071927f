//! The texts of a corpus's documents, of which fingerprints are made, so that its readers can check their copies.

use super::Opening;
use crate::browser::{self, FileReader, OwnFile};
use crate::corpus::{Document, Source};
use crate::fingerprint::{Misfit, sha256, with_text};
use crate::guest::Whence;
use crate::ui::State;
use crate::ui::foreign;
use crate::ui::keyed::{Item, keyed};
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// How texts come in.
#[derive(Clone, Copy)]
struct Making {
    state: State,
    opening: Opening,
    /// The document that a text is chosen for, by its id.
    chosen: RwSignal<String>,
    /// The documents that have their fingerprints now, by their ids.
    made: RwSignal<HashMap<String, Arc<Document>>>,
    /// The last text, by its name, and why it is not the document's.
    misfit: RwSignal<Option<(String, Misfit)>>,
    reading: StoredValue<Option<FileReader>, LocalStorage>,
}

/// The field that takes texts, and which documents still lack theirs. Nothing where none does.
pub fn texts(state: State, opening: &Opening) -> AnyView {
    let atlas = state.atlas();
    let documents = &atlas.corpus().source().documents;
    let first = documents.iter().find(|it| lacks(it));
    let Some(first) = first else { return ().into_any() };
    let making = Making {
        state,
        opening: *opening,
        chosen: RwSignal::new(first.id.clone()),
        made: RwSignal::new(HashMap::new()),
        misfit: RwSignal::new(None),
        reading: StoredValue::new_local(None),
    };
    let words = &state.words().texts;
    let option = |it: &Document| {
        view! { <option value=it.id.clone() lang=it.language.clone()>{it.title.clone()}</option> }
    };
    let options = documents.iter().filter(|it| lacks(it)).map(option).collect_view();
    view! {
        <h3>{words.title}</h3>
        <p class="hint" id="texts-hint">{words.hint}</p>
        <div class="copyable">
            <label for="texts-document">{words.document}</label>
            <select id="texts-document" on:change:target=move |event| making.chosen.set(event.target().value())>
                {options}
            </select>
        </div>
        <div class="copyable">
            <label for="texts-file">{words.choose}</label>
            <input type="file" id="texts-file" accept="text/plain,.txt" aria-describedby="texts-hint"
                on:change:target=move |event| {
                    if let Some(file) = browser::first_of(event.target().files()) {
                        making.open(&file);
                        event.target().set_value("");
                    }
                }
            />
        </div>
        <div aria-live="polite">{keyed(move || making.shown())}</div>
    }
    .into_any()
}

/// Whether a document with claims has no fingerprints.
fn lacks(document: &Document) -> bool {
    document.fingerprints.is_empty() && !document.claims.is_empty()
}

/// The document that a text is of: that whose SHA-256 it has, or else the one that was chosen.
fn document_of<'a>(source: &'a Source, chosen: &str, bytes: &[u8]) -> Option<&'a Document> {
    let hash = sha256(bytes);
    let known = source.documents.iter().find(|it| it.sha256.as_ref() == Some(&hash));
    known.or_else(|| source.documents.iter().find(|it| it.id == chosen))
}

impl Making {
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
        let document = document_of(atlas.corpus().source(), &chosen, bytes);
        let document = with_text(document.ok_or(Misfit::OtherText)?, bytes)?;
        self.made.update(|made| {
            made.insert(document.id.clone(), Arc::new(document));
        });
        Ok(())
    }

    fn shown(self) -> Vec<Item> {
        let (made, misfit) = (self.made.get(), self.misfit.get());
        let mut ids: Vec<&String> = made.keys().collect();
        ids.sort();
        let key = format!("{ids:?}{misfit:?}");
        vec![Item::new(key, move || self.told(&made, misfit))]
    }

    fn told(
        self,
        made: &HashMap<String, Arc<Document>>,
        misfit: Option<(String, Misfit)>,
    ) -> AnyView {
        let words = &self.state.words().texts;
        let atlas = self.state.atlas();
        let documents = &atlas.corpus().source().documents;
        let cited = |it: &Document| view! { <li><cite>{foreign::title(it)}</cite></li> };
        let missing: Vec<&Document> =
            documents.iter().filter(|it| lacks(it) && !made.contains_key(&it.id)).collect();
        let done: Vec<&Document> =
            documents.iter().filter(|it| made.contains_key(&it.id)).collect();
        let misfit = misfit.map(|(name, why)| {
            let why = why_not(self.state, why);
            view! { <p><b><bdi>{name}</bdi></b> ": " {why}</p> }
        });
        let done = (!done.is_empty()).then(|| {
            let titles = done.into_iter().map(cited).collect_view();
            view! { <p>{words.taken}</p> <ul>{titles}</ul> }
        });
        let rest = if missing.is_empty() {
            let apply = move |_| self.apply();
            view! { <button type="button" class="action" on:click=apply>{words.apply}</button> }
                .into_any()
        } else {
            let count = missing.len();
            let titles = missing.into_iter().take(LISTED).map(cited).collect_view();
            let more = count.saturating_sub(LISTED);
            let more = (more > 0)
                .then(|| view! { <p class="hint">{self.state.words().and_more(more)}</p> });
            view! { <p>{words.missing(count)}</p> <ul>{titles}</ul> {more} }.into_any()
        };
        view! { {misfit} {done} {rest} }.into_any()
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
        self.opening.open_source(Whence::Made(name.to_owned()), &source);
    }
}

/// So many of the documents that lack fingerprints are listed.
const LISTED: usize = 24;

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
    fn brought(texts: &[&str]) -> String {
        let html = drawn(without(), "", |state| {
            let making = Making {
                state,
                opening: Opening::new(state),
                chosen: RwSignal::new(String::new()),
                made: RwSignal::new(HashMap::new()),
                misfit: RwSignal::new(None),
                reading: StoredValue::new_local(None),
            };
            let atlas = state.atlas();
            let documents = &atlas.corpus().source().documents;
            for (document, text) in documents.iter().zip(texts) {
                making.chosen.set(document.id.clone());
                let misfit = making.take(text.as_bytes()).err();
                making.misfit.set(misfit.map(|why| ("ours.txt".to_owned(), why)));
            }
            keyed(move || making.shown())
        });
        text(&html)
    }

    #[test]
    fn fingerprints_are_of_every_document_or_of_none() {
        let long: String = (0..200).map(|it| it.to_string() + " is its number.\n").collect();
        let count = bundled().source().documents.len();
        let some = brought(&[&long]);
        let missing = format!("Fingerprints of {} documents are missing.", count - 1);
        assert!(some.contains("Fingerprints were made of:") && some.contains(&missing), "{some}");
        assert!(!some.contains("Take them into the corpus"), "{some}");
        let all = brought(&vec![&*long; count]);
        assert!(all.contains("Take them into the corpus") && !all.contains("missing"), "{all}");
        let short = brought(&["One line."]);
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
        let mut source = bundled().source().clone();
        let chosen = source.documents[0].id.clone();
        source.documents[1].sha256 = Some(sha256(b"Its text."));
        let of = |bytes| document_of(&source, &chosen, bytes).map(|it| &it.id);
        assert_eq!(of(b"Its text."), Some(&source.documents[1].id));
        assert_eq!(of(b"Another."), Some(&chosen));
    }
}
