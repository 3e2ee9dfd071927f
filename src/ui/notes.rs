//! The foot of the page: how to read what is here, and what can be taken along.

use super::glyph::glyph;
use super::hash::hash;
use super::tools::print;
use super::{Shared, State, Tool};
use crate::corpus::Status;
use crate::words;
use leptos::prelude::*;

/// The legend, how things are counted, and the tools again.
#[component]
pub fn Notes(state: State) -> impl IntoView {
    let words = state.words();
    let statuses = Status::ALL.into_iter().filter(|it| *it != Status::Unknown).map(|status| {
        view! {
            <li>
                {glyph(status)}
                <span>
                    <b>{words::status(state.lang, status)}</b>
                    ": "
                    {words::status_means(state.lang, status)}
                </span>
            </li>
        }
    });
    view! {
        <footer class="foot">
            <section>
                <h2>{words.legend}</h2>
                <ul class="statuses">{statuses.collect_view()}</ul>
            </section>
            <section>
                <h2>{words.counting}</h2>
                {words.counting_notes.map(|note| view! { <p>{note}</p> })}
            </section>
            <section class="wide take">
                <h2>{words.take_along}</h2>
                <ul class="uses">
                    {tool(state, "share", Some(Tool::Share(Shared::View)), words.share, words.share_hint)}
                    {tool(state, "embed", Some(Tool::Embed), words.embed, words.embed_hint)}
                    {tool(state, "check", Some(Tool::Check), words.check, words.check_hint)}
                    {tool(state, "export", Some(Tool::Export), words.export, words.export_hint)}
                    {tool(state, "corpus", Some(Tool::Corpus), words.guest.own_corpus, words.guest.own_corpus_hint)}
                    {tool(state, "print", None, words.print, words.print_hint)}
                </ul>
            </section>
            <p class="wide edition">{edition(state)}</p>
            {corrections(state, CORRECTIONS)}
            <p class="wide">{words.privacy_note} " " {words.land_from(crate::map::LAND_CREDIT)}</p>
        </footer>
    }
}

/// Where readers report mistakes, if whoever has built the viewer says so.
const CORRECTIONS: Option<&str> = option_env!("CLAIM_ATLAS_CORRECTIONS");

/// How to report a mistake.
fn corrections(state: State, address: Option<&'static str>) -> Option<AnyView> {
    // Who has built the viewer answers for no other corpus than that.
    let address = address.filter(|_| state.atlas().guest.is_none())?;
    let name = address.trim_start_matches("mailto:").trim_start_matches("https://");
    let name = name.split('?').next().unwrap_or(name);
    // A page in a frame is not to lead it elsewhere.
    let target = address.starts_with("https:").then_some("_blank");
    let line = view! {
        <p class="wide">
            {state.words().report_mistake} " "
            <a href=address target=target rel="noopener" translate="no">{name}</a>
        </p>
    };
    Some(line.into_any())
}

/// Which state of the corpus this is.
fn edition(state: State) -> AnyView {
    let atlas = state.atlas();
    let guest = atlas.guest.as_ref();
    let text = words::edition(state.lang, guest, atlas.corpus());
    let claimed = || Some(&atlas.corpus().source().edition.as_ref()?.sha256);
    let sha256 = guest.map_or_else(claimed, |it| it.sha256.as_ref());
    let sha256 = sha256.filter(|it| !it.is_empty());
    let parts = sha256.and_then(|it| Some((it.as_str(), text.split_once(it.as_str())?)));
    match parts {
        Some((sha256, (before, after))) => {
            view! { {before.to_owned()} {hash(sha256)} {after.to_owned()} }.into_any()
        }
        None => text.into_any(),
    }
}

/// A tool that unfolds at the head of the page; printing has none to unfold.
fn tool(
    state: State,
    id: &str,
    tool: Option<Tool>,
    name: &'static str,
    hint: &'static str,
) -> AnyView {
    let id = format!("foot-{id}");
    let opener = id.clone();
    let choose = move |_| match &tool {
        Some(tool) => {
            state.unfold(tool.clone(), opener.clone());
            crate::browser::reveal("tools");
        }
        None => print(state, opener.clone()),
    };
    view! { <li><button type="button" id=id on:click=choose>{name}</button> {hint}</li> }.into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::corrections;
    use crate::guest::{Guest, Whence};
    use crate::ui::fixture::brought;
    use crate::ui::tools::drawn;
    use leptos::prelude::*;

    #[test]
    fn a_mistake_is_reported_where_the_build_says() {
        let drawn = |address| drawn(|state| corrections(state, address).into_any());
        let line = drawn(Some("mailto:corrections@example.org"));
        assert!(line.contains("href=\"mailto:corrections@example.org\""), "{line}");
        assert!(line.contains(">corrections@example.org</a>") && !line.contains("target"));
        assert!(drawn(Some("https://example.org/report")).contains("target=\"_blank\""));
        assert!(!drawn(None).contains("<a"));
    }

    #[test]
    fn nobody_is_told_of_mistakes_in_anothers_corpus() {
        for whence in [Whence::Page, Whence::File("ours.json".to_owned())] {
            let guest = Guest { whence, sha256: None };
            let line = brought(guest, |state| {
                corrections(state, Some("mailto:corrections@example.org")).into_any()
            });
            assert!(!line.contains("corrections@example.org"), "{line}");
        }
    }
}
