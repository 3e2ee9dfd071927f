//! Where a view lists nothing: why, that it proves nothing, what is nearest to the words, which filter to loosen, and what
//! the other views hold.

use super::State;
use super::keyed::{Item, keyed};
use crate::query::{Nearest, Query, View};
use crate::words;
use leptos::prelude::*;
use std::hash::Hash;

/// That nothing is listed, and what to do.
#[component]
pub fn Nothing(state: State) -> impl IntoView {
    view! {
        <div class="nothing">
            {keyed(move || vec![why(state)])}
            {nearest(state)}
            <div class="loosen">{keyed(move || ways_out(state))}</div>
        </div>
    }
}

/// Other words, where no claim holds those that are searched: each a way to what it finds, and said to be other words.
pub fn nearest(state: State) -> AnyView {
    keyed(move || {
        if state.overview.with(|it| !it.selection.claims.is_empty()) {
            return Vec::new();
        }
        let query = state.query.get();
        let nearest = state.atlas().index.nearest(&query, state.lang);
        let key = (format!("{nearest:?}"), query.view);
        let is_any = !nearest.is_empty();
        let item = Item::new(key, move || {
            let offers = nearest.into_iter().map(|it| offer(state, &query, it));
            view! {
                <p>{state.words().nearest_words}</p>
                <div class="loosen">{offers.collect_view()}</div>
            }
        });
        is_any.then_some(item).into_iter().collect()
    })
}

fn offer(state: State, query: &Query, nearest: Nearest) -> AnyView {
    let offered = Query { text: nearest.text.clone(), ..query.clone() };
    let selection = state.atlas().index.select(&offered);
    let found = words::found(state.lang, query.view, &selection);
    let said = words::kept(state.lang, &nearest).into_iter().chain([found]);
    let said = said.collect::<Vec<_>>().join(" · ");
    let href = state.href(&offered);
    let text = nearest.text;
    let name = words::quoted(state.lang, &text);
    let search = state.follow(move |query| query.text.clone_from(&text));
    view! {
        <a href=href on:click=search>
            <bdi>{name}</bdi>
            " "
            <small>{said}</small>
        </a>
    }
    .into_any()
}

/// Whether no report fits, or those that do are listed by another view. Neither means that nothing happened.
fn why(state: State) -> Item {
    let is_any = state.overview.with(|it| !it.selection.claims.is_empty());
    let view = state.query.with(|query| query.view);
    Item::new((is_any, view), move || {
        let means = (!is_any || view != View::Context).then(|| state.words().nothing_means);
        view! {
            <h3>{words::nothing(state.lang, view, is_any)}</h3>
            {means.map(|it| view! { <p>{it}</p> })}
        }
    })
}

/// Each filter whose removal would find something, then each view that holds something, with how much.
fn ways_out(state: State) -> Vec<Item> {
    let atlas = state.atlas();
    let query = state.query.get();
    let view = query.view;
    let loosened = atlas.index.loosening(&query).into_iter().map(|(filter, count)| {
        let name = words::filter(atlas.corpus(), &atlas.countries, state.lang, &query, &filter);
        let label = words::without(state.lang, &name);
        let count = words::results(state.lang, view, count);
        way_out(state, filter.clone(), label, count, move |query| {
            *query = query.without(&filter);
        })
    });
    let elsewhere = View::ALL.into_iter().filter(|&it| it != view).filter_map(|view| {
        let count = state.overview.with(|it| it.selection.count(view));
        let label = words::elsewhere(state.lang, words::view(state.lang, view));
        let count_text = words::results(state.lang, view, count);
        (count > 0).then(|| way_out(state, view, label, count_text, move |query| query.show(view)))
    });
    let clear = (!query.filters().is_empty()).then(|| {
        let cleared = atlas.index.select(&query.cleared()).count(view);
        let count = words::results(state.lang, view, cleared);
        let label = state.words().clear_all.to_owned();
        way_out(state, "clear", label, count, |query| *query = query.cleared())
    });
    loosened.chain(elsewhere).chain(clear).collect()
}

/// A way out; the key tells it from others that are called alike.
fn way_out(
    state: State,
    key: impl Hash,
    label: String,
    count: String,
    change: impl Fn(&mut Query) + Send + 'static,
) -> Item {
    Item::new((key, label.clone(), count.clone()), move || {
        view! {
            <button type="button" on:click=move |_| state.change(&change)>
                <span>{label}</span>
                " "
                <small>{count}</small>
            </button>
        }
    })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{bundled, drawn, text};
    use super::super::results::Results;
    use super::*;

    fn of(link: &str) -> String {
        drawn(bundled(), link, |state| view! { <Results state /> }.into_any())
    }

    #[test]
    fn what_is_nearest_is_said_to_be_that_and_leads_to_it() {
        for view in View::ALL {
            let html = of(&format!("q=Oryxx&view={}", view.id()));
            let text = text(&html);
            assert!(text.contains("Word for word, nothing fits the search."), "{text}");
            assert!(text.contains("“Oryx” "), "{text}");
            assert!(html.contains("q=Oryx\"") || html.contains("q=Oryx&"), "{html}");
            assert!(html.contains("<bdi>“Oryx”"), "{html}");
        }
    }

    #[test]
    fn words_that_are_left_out_are_counted() {
        let text = text(&of("q=Who%20delivers%20drones%20to%20Russia%3F"));
        assert!(text.contains("“deliver drones Russia” 3 of 5 words · "), "{text}");
    }

    #[test]
    fn what_is_found_or_like_nothing_has_nothing_nearest() {
        for link in
            ["q=engine", "q=nobodysaysthis", "country=BRA&kind=payment", "q=Oryx&country=BRA"]
        {
            let text = text(&of(link));
            assert!(!text.contains("Word for word"), "{link}: {text}");
        }
    }
}
