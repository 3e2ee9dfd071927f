//! Context: the claims about no transfer, shown apart.

use super::State;
use super::claim::ClaimCard;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The context claims that are found, by what they are about.
#[component]
pub fn Context(state: State) -> impl IntoView {
    let corpus = state.corpus();
    let lang = state.lang.get();
    let groups = move || {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for claim in state.found.with(|found| found.context.clone()) {
            groups.entry(corpus.category_of(claim)).or_default().push(claim);
        }
        groups.into_iter().collect::<Vec<_>>()
    };
    let group = move |(category, claims): (usize, Vec<usize>)| {
        let cards = claims.into_iter().map(|claim| view! { <ClaimCard state claim /> });
        view! {
            <section class="group">
                <h3>{corpus.category(category).name.get(lang)}</h3>
                <ul class="claims">{cards.collect_view()}</ul>
            </section>
        }
    };
    view! { <For each=groups key=|group| group.clone() children=group /> }
}
