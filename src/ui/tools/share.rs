//! Sharing what is shown, a transfer or a claim: the link, a sentence that names the source, and code.

use super::fields::{Field, copyable, hint};
use super::with_shown;
use crate::browser;
use crate::link::Page;
use crate::share::{Citation, Reference};
use crate::ui::keyed::{Item, keyed};
use crate::ui::{Shared, State, Tool};
use crate::words;
use leptos::prelude::*;

/// What is shared, in each form. It follows what is shown.
pub fn share(state: State, shared: Shared, page: Page) -> AnyView {
    let words = words::tools(state.lang);
    let is_public = page.is_public(state.lang);
    let can_share = is_public && page.can_share;
    let note = (!is_public).then(|| view! { <p class="hint">{words.no_address}</p> });
    let parts = keyed(move || {
        let reference = with_shown(state, &page, |shown| match &shared {
            Shared::View => Some(Reference::of_view(&shown)),
            Shared::Transfer(id) => Reference::of_transfer(&shown, id),
            Shared::Claim(id) => Reference::of_claim(&shown, id),
        });
        let mut parts = reference.map(|it| parts(state, it, can_share)).unwrap_or_default();
        if shared == Shared::View {
            let citation = with_shown(state, &page, |shown| Citation::of_view(&shown));
            parts.extend(cited(state, citation));
        }
        parts
    });
    view! {
        {note}
        <div class="fields">{parts}</div>
    }
    .into_any()
}

fn parts(state: State, reference: Reference, can_share: bool) -> Vec<Item> {
    let words = words::tools(state.lang);
    let Reference { link, sentence, markdown, frame } = reference;
    let system = can_share.then(|| {
        let (link, sentence) = (link.clone(), sentence.clone());
        Item::new(("system", link.clone(), sentence.clone()), move || system(state, link, sentence))
    });
    let fields = [
        ("share-link", words.link, Some(link), 2),
        ("share-sentence", words.sentence, Some(sentence), 4),
        ("share-markdown", "Markdown", Some(markdown), 5),
        ("share-frame", words.frame, frame, 5),
    ];
    let fields = fields.into_iter().filter_map(|(id, name, text, rows)| {
        let text = text?;
        let is_prose = id == "share-sentence";
        let field = Field { id, name: name.to_owned(), rows, is_prose };
        Some(Item::new((id, text.clone()), move || copyable(state, field, text)))
    });
    system.into_iter().chain(fields).collect()
}

/// What is shown, as one cites it.
fn cited(state: State, Citation { text, csl }: Citation) -> [Item; 2] {
    let words = words::tools(state.lang);
    let csl_name = [words.cite, " (CSL-JSON)"].concat();
    let fields = [
        ("share-citation", words.cite.to_owned(), text, 4, true),
        ("share-csl", csl_name, csl, 5, false),
    ];
    fields.map(|(id, name, text, rows, is_prose)| {
        Item::new((id, text.clone()), move || {
            copyable(state, Field { id, name, rows, is_prose }, text)
        })
    })
}

/// The button that opens the system's share sheet. Where that is refused the link is there to be copied.
fn system(state: State, link: String, sentence: String) -> AnyView {
    let words = words::tools(state.lang);
    let is_refused = RwSignal::new(false);
    let share = move |_| {
        let refused = move || {
            is_refused.set(true);
            state.say(words.not_shared);
        };
        browser::share(&link, state.words().title, &sentence, refused);
    };
    view! {
        <button type="button" class="action" on:click=share>{words.share_system}</button>
        {hint(move || is_refused.get().then(|| words.not_shared.to_owned()))}
    }
    .into_any()
}

/// What a claim's share button says to those who hear it.
pub fn claim_label(state: State, id: &str) -> String {
    let words = state.words();
    words.labelled(words.share, &[words.claim, " ", id].concat())
}

/// The small button of a claim that unfolds its links.
pub fn share_claim(state: State, id: &str) -> AnyView {
    let label = claim_label(state, id);
    let tool = Tool::Share(Shared::Claim(id.to_owned()));
    let opener = format!("share-{id}");
    let from = opener.clone();
    let open = move |_| state.unfold(tool.clone(), from.clone());
    let name = state.words().share;
    view! { <button type="button" class="share" id=opener aria-label=label on:click=open>{name}</button> }
        .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::drawn;
    use super::*;

    fn panel(address: &str, shared: Shared) -> String {
        let page = Page { address: address.to_owned(), can_share: true, ..Page::default() };
        drawn(|state| share(state, shared, page))
    }

    #[test]
    fn each_form_has_a_field_and_a_button_that_names_it() {
        let panel = panel("https://host.example/", Shared::Claim("0e12-27".to_owned()));
        for name in ["Link", "Sentence with its source", "Markdown", "Without a script (iframe)"] {
            assert!(panel.contains(&format!("aria-label=\"Copy: {name}\"")), "{name}");
            assert!(panel.contains(&format!(">{name}</label>")), "{name}");
        }
        assert!(panel.contains("Share via …") && panel.contains("citing Pakistan"));
        assert!(!panel.contains("Cite this selection"));
    }

    #[test]
    fn what_is_shown_is_cited() {
        let panel = panel("https://host.example/", Shared::View);
        for name in ["Cite this selection", "Cite this selection (CSL-JSON)"] {
            assert!(panel.contains(&format!("aria-label=\"Copy: {name}\"")), "{name}");
        }
        assert!(panel.contains("Edition of ") && panel.contains("SHA-256"));
    }

    #[test]
    fn a_file_on_a_disk_is_not_shared_by_the_system_and_says_why() {
        let panel = panel("file:///home/a.html", Shared::View);
        assert!(panel.contains("for others the link opens nothing"));
        assert!(!panel.contains("Share via") && !panel.contains("iframe"));
    }
}
