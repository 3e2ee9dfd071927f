//! Checking one's own copy of an article: it is pasted, opened or dropped, and never leaves the page.

mod result;

use super::fields::file_field;
use crate::browser::{self, FileReader, OwnFile, Timeout};
use crate::fingerprint::{OwnCopy, Unreadable, unrecognisable};
use crate::ui::keyed::{Item, keyed};
use crate::ui::{Dropped, State};
use crate::words;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// Whoever types is waited for, in milliseconds.
const PAUSE: u32 = 200;

/// The field that a copy is pasted into, by id.
const FIELD: &str = "check-text";

/// The fields that take a copy, and what was found in it.
pub fn check(state: State) -> AnyView {
    let words = words::tools(state.lang);
    let field = NodeRef::<html::Textarea>::new();
    let intake = Intake {
        state,
        field,
        waiting: StoredValue::new_local(None),
        reading: StoredValue::new_local(None),
    };
    Effect::new(move |_| {
        if let Some((Dropped::Copy, file)) = state.dropped.get() {
            state.dropped.set(None);
            intake.open(&file);
        }
    });
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let unknown = unrecognisable(corpus);
    let can_check = unknown.len() < corpus.source().documents.len();
    let unknown = (!unknown.is_empty()).then(|| {
        let titles = unknown.into_iter().map(|it| corpus.document(it));
        let titles =
            titles.map(|it| view! { " " <cite lang=it.language.clone()>{it.title.clone()}</cite> });
        view! { <p class="hint">{words.unrecognisable} {titles.collect_view()}</p> }
    });
    view! {
        <p class="lead">{words.privacy}</p>
        {can_check.then(|| fields(&intake))}
        {unknown}
        // Its place is there before anything is said, so that it is read out.
        <div class="check-said" id="check-said" aria-live="polite">{keyed(move || said(&intake))}</div>
        {keyed(move || result::text(state))}
    }
    .into_any()
}

/// How a copy comes in.
#[derive(Clone, Copy)]
struct Intake {
    state: State,
    field: NodeRef<html::Textarea>,
    /// What waits until nothing more is typed.
    waiting: StoredValue<Option<Timeout>, LocalStorage>,
    /// The file that is being read.
    reading: StoredValue<Option<FileReader>, LocalStorage>,
}

impl Intake {
    /// Checks what stands in the field, once there is a pause.
    fn typed(self) {
        let Some(field) = self.field.get_untracked() else { return };
        self.reading.set_value(None);
        let read = move || {
            let text = field.value();
            let is_empty = text.trim_ascii().is_empty();
            self.keep((!is_empty).then(|| (None, browser::text_of(text))));
        };
        self.waiting.set_value(Some(Timeout::new(PAUSE, read)));
    }

    /// Checks a file, in place of what stands in the field.
    fn open(self, file: &OwnFile) {
        let name = file.name();
        let read = move |text| {
            self.empty();
            self.keep(Some((Some(name), text)));
        };
        self.reading.set_value(browser::read_file(file, read));
    }

    /// What stands in the field is no longer what is shown.
    fn empty(self) {
        self.waiting.set_value(None);
        if let Some(field) = self.field.get_untracked() {
            field.set_value("");
        }
    }

    fn keep(self, copy: Option<(Option<String>, Result<String, Unreadable>)>) {
        let atlas = self.state.atlas();
        let copy = copy.map(|(name, text)| Arc::new(OwnCopy::new(name, text, atlas.corpus())));
        self.state.own_copy.set(copy);
    }

    fn discard(self) {
        self.empty();
        self.keep(None);
        browser::reveal(FIELD);
    }
}

/// The field to paste into, with what was pasted before, and the one that opens a file.
fn fields(intake: &Intake) -> AnyView {
    let intake = *intake;
    let words = words::tools(intake.state.lang);
    let pasted = intake.state.own_copy.get_untracked().filter(|copy| copy.name.is_none());
    let pasted = pasted.and_then(|copy| Some(copy.checked.as_ref().ok()?.text.clone()));
    let open = move |file: OwnFile| intake.open(&file);
    view! {
        <div class="copyable">
            <label for=FIELD>{words.paste}</label>
            <textarea
                id=FIELD
                class="prose"
                node_ref=intake.field
                rows="6"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                translate="no"
                // Grammarly and LanguageTool would send what is typed to their servers.
                data-gramm="false"
                data-gramm_editor="false"
                data-enable-grammarly="false"
                data-lt-active="false"
                aria-describedby="check-extensions"
                prop:value=pasted.unwrap_or_default()
                on:input=move |_| intake.typed()
            ></textarea>
            <p class="hint" id="check-extensions">{words.extensions}</p>
        </div>
        {file_field("check-file", words.open, "text/*,.txt,.htm,.html,.xhtml", None, open)}
    }
    .into_any()
}

/// What is said of a copy: which documents it holds, and how much of them; or why it cannot be checked.
fn said(intake: &Intake) -> Vec<Item> {
    let intake = *intake;
    let state = intake.state;
    let Some(copy) = state.own_copy.get() else { return Vec::new() };
    // Each copy is drawn anew.
    let key = Arc::as_ptr(&copy).addr();
    vec![Item::new(key, move || {
        let words = words::tools(state.lang);
        let name = copy.name.clone().unwrap_or_else(|| words.pasted.to_owned());
        let count = copy.checked.as_ref().ok().map(|it| it.verdict.words);
        let count = count.map(|it| [state.signs().comma, &words.word_count(it)].concat());
        view! {
            <p class="copy-name">
                <b><bdi>{name}</bdi></b>
                {count}
                " · "
                <button type="button" class="discard" on:click=move |_| intake.discard()>{words.discard}</button>
            </p>
            <div class="found-in-it">
                {match &copy.checked {
                    Ok(checked) => result::summary(state, checked),
                    Err(why) => view! { <p>{unreadable(state, *why)}</p> }.into_any(),
                }}
            </div>
        }
    })]
}

/// Why a copy cannot be checked, and what to do.
fn unreadable(state: State, why: Unreadable) -> &'static str {
    let words = words::tools(state.lang);
    match why {
        Unreadable::Pdf => words.pdf_unread,
        Unreadable::Picture => words.picture_unread,
        Unreadable::Mail => words.mail_unread,
        Unreadable::Office => words.office_unread,
        Unreadable::Markup => words.markup_unread,
        Unreadable::Other => words.file_unread,
        Unreadable::TooLong => words.too_long,
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::drawn;
    use super::*;
    use crate::fingerprint::{
        Checked, Differing, Paragraph, ParagraphMatch, Recognised, Verdict, decode,
    };

    /// What is drawn of a copy of a text of the corpus's second document, with what was found in it.
    fn said_of(text: &str, found: &[(u16, Option<ParagraphMatch>)]) -> String {
        drawn(|state| {
            let atlas = state.atlas();
            let document = atlas.corpus().find_document("0e1200376cf63873").expect("a document");
            let paragraph = |(number, found): &(u16, Option<ParagraphMatch>)| Paragraph {
                is_misread: false,
                document,
                number: *number,
                found: found.clone(),
            };
            let paragraphs = found.iter().map(paragraph).collect();
            let verdict = Verdict {
                words: 99,
                recognised: vec![Recognised { document, paragraphs, is_misread: true }],
            };
            let checked = Ok(Checked { text: text.to_owned(), verdict });
            state.own_copy.set(Some(Arc::new(OwnCopy { name: None, checked })));
            check(state)
        })
    }

    fn stands(at: std::ops::Range<usize>, altered: Vec<std::ops::Range<usize>>) -> ParagraphMatch {
        let of = 9;
        let matched = of - altered.len();
        let is_same = altered.is_empty();
        let differing = altered.into_iter().map(|at| Differing { at, words: 1 }).collect();
        ParagraphMatch { at, words: 0..9, matched, of, differing, is_same }
    }

    #[test]
    fn each_paragraph_has_its_word_its_claims_and_what_disputes_them() {
        let text = "Bought back\nGave 105 engines\nNothing of it\n";
        let altered = 17..20;
        let found = [
            (5, Some(stands(0..11, vec![]))),
            (8, Some(stands(12..28, vec![altered]))),
            (14, None),
        ];
        let panel = said_of(text, &found);
        assert!(panel.contains(
            "1 of 3 paragraphs with claims found, 1 altered, 0 read badly, 1 not found."
        ));
        assert!(
            panel.contains(
                "<mark class=\"altered\"><span class=\"unseen\">altered: </span>105</mark>"
            )
        );
        // Pakistan's denial is warm, and leads to its paragraph.
        assert!(panel.contains("≠\u{a0}denied by Pakistan"), "{panel}");
        assert!(panel.contains("aria-label=\"Show it: Merkur, paragraph 8\""));
        assert!(panel.contains("Not found does not mean"));
    }

    #[test]
    fn what_was_read_badly_has_its_word_and_what_to_do() {
        let panel = drawn(|state| {
            let text = "Bought back\nGave 105 eng1nes\n".to_owned();
            let document = state.atlas().corpus().find_document("0e1200376cf63873");
            let paragraph = Paragraph {
                document: document.expect("a document"),
                number: 8,
                found: Some(stands(12..28, std::iter::once(21..28).collect())),
                is_misread: true,
            };
            let document = paragraph.document;
            let recognised =
                vec![Recognised { document, paragraphs: vec![paragraph], is_misread: true }];
            let checked = Ok(Checked { text, verdict: Verdict { words: 99, recognised } });
            state.own_copy.set(Some(Arc::new(OwnCopy { name: None, checked })));
            check(state)
        });
        assert!(panel.contains("0 altered, 1 read badly, 0 not found."), "{panel}");
        assert!(panel.contains("Read badly means:") && panel.contains("compare by eye"));
        assert!(panel.contains(
            "<mark class=\"read-badly\"><span class=\"unseen\">read badly: </span>eng1nes"
        ));
        assert!(panel.contains("class=\"claim\"") && !panel.contains("By whom is not said"));
    }

    #[test]
    fn what_is_no_text_says_what_to_do() {
        let panel = drawn(|state| {
            let copy = OwnCopy::new(
                Some("a.pdf".to_owned()),
                decode(b"%PDF-1.7", |_| None),
                state.atlas().corpus(),
            );
            state.own_copy.set(Some(Arc::new(copy)));
            check(state)
        });
        assert!(panel.contains("A PDF is not read. Copy the text, and paste it above."));
        assert!(panel.contains("<bdi>a.pdf") && panel.contains("Discard"));
    }
}
