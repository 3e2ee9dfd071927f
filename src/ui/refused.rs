//! A corpus that was asked for or opened, and is not shown: why, and what to do.

use super::State;
use super::foreign;
use super::keyed::{Item, keyed};
use crate::corpus::{Fault, Faults};
use crate::guest::{Refusal, Whence};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Why a corpus is not shown.
#[component]
pub fn Refused(state: State) -> impl IntoView {
    keyed(move || {
        let refused = state.refused.get();
        let item = |it: Arc<(Whence, Refusal)>| {
            Item::new(Arc::as_ptr(&it).addr(), move || notice(state, &it))
        };
        refused.map(item).into_iter().collect()
    })
}

fn notice(state: State, (whence, refusal): &(Whence, Refusal)) -> AnyView {
    let words = words::guest(state.lang);
    let dismiss = move |_| state.refused.set(None);
    view! {
        <div class="note" role="alert" id="refused" tabindex="-1">
            <p><b>{words.not_shown}</b> " " {foreign::name(whence.name())}</p>
            <p>{words::refusal(state.lang, refusal)}</p>
            {match refusal {
                Refusal::Faulty(faults) => Some(listed(state, faults)),
                _ => None,
            }}
            <p>{words.kept}</p>
            <button type="button" on:click=dismiss>{state.words().dismiss}</button>
        </div>
    }
    .into_any()
}

/// The faults of a corpus, each with its place and what would be right. They are said in English, as the build says
/// them.
fn listed(state: State, faults: &Faults) -> AnyView {
    let fault = |fault: &Fault| {
        view! {
            <li>
                <span class="place">{words::place(state.lang, fault)} {state.signs().colon}</span>
                <bdi lang="en">{fault.wrong.clone()} "; " {fault.remedy.clone()}</bdi>
            </li>
        }
    };
    let words = words::guest(state.lang);
    let more = (faults.more > 0).then(|| view! { <li>{words.more_faults(faults.more)}</li> });
    view! { <ol class="faults">{faults.listed.iter().map(fault).collect_view()} {more}</ol> }
        .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::corpus::{SeedFile, check_json};
    use crate::ui::fixture::{bundled, drawn, text};

    fn said(refusal: Refusal) -> String {
        let whence = Whence::Address("https://news.example/<b>ours.json".to_owned());
        drawn(bundled(), "", |state| {
            state.refused.set(Some(Arc::new((whence, refusal))));
            view! { <Refused state /> }.into_any()
        })
    }

    #[test]
    fn each_fault_has_its_place_and_what_would_be_right() {
        let text_of = crate::BUNDLED.replacen("\"asserts\"", "\"claims\"", 1);
        let text_of = text_of.replacen("\"delivered\"", "\"<script>\"", 1);
        let file = SeedFile { name: "ours.json".to_owned(), text: text_of };
        let faults = check_json(&file).expect_err("a fault");
        let html = said(Refusal::Faulty(faults));
        assert!(text(&html).contains("line 1, column "), "{html}");
        assert!(html.contains("&lt;b>ours.json") || html.contains("&lt;b&gt;ours.json"), "{html}");
        assert!(!html.contains("<script>"), "{html}");
        assert!(text(&html).contains("Mend"), "{html}");
    }

    #[test]
    fn what_is_refused_says_what_to_do() {
        for (refusal, says) in [
            (Refusal::Status(404), "answered with 404 instead of the file"),
            (Refusal::Markup, "Give the address of the JSON file itself"),
            (Refusal::Fixed, "only the corpus of the site is shown"),
            (Refusal::Encoding, "not in UTF-8"),
            (Refusal::Host, "at its own address only"),
        ] {
            let html = text(&said(refusal));
            assert!(html.contains(says) && html.contains("news.example"), "{html}");
        }
    }
}
