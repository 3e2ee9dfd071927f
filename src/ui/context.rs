//! The context: claims that are about no transfer, by what they are about.

use super::State;
use super::claims::{document_link, paragraph};
use super::foreign;
use super::keyed::{Item, keyed};
use super::mention;
use super::more::more;
use crate::corpus::{CategoryId, ClaimId};
use crate::words;
use leptos::html::Details;
use leptos::prelude::*;

/// So many claims of a category stand there before a reader asks for more.
const LISTED: usize = 200;

/// The categories, each folding: what is folded a search in the page finds.
pub fn context(state: State) -> AnyView {
    view! { <div class="context">{keyed(move || categories(state))}</div> }.into_any()
}

fn categories(state: State) -> Vec<Item> {
    let (atlas, overview) = (state.atlas(), state.overview.get());
    let corpus = atlas.corpus();
    let selected = &overview.selection.context;
    // Whoever is pointed at is listed, wherever the list is cut.
    let pointed = state.pointed(corpus);
    let mut items = Vec::new();
    for category in corpus.category_ids() {
        let of_it = selected.iter().copied().filter(|&it| corpus.category_of(it) == category);
        let claims: Vec<ClaimId> = of_it.collect();
        if !claims.is_empty() {
            let is_late = |it: &ClaimId| pointed == Some(*it);
            let is_whole = claims.iter().skip(LISTED).any(is_late);
            let key = (category, claims.clone(), is_whole);
            items.push(Item::new(
                key,
                move || view! { <Category state category claims is_whole /> },
            ));
        }
    }
    items
}

/// A category with its claims.
#[component]
fn Category(
    state: State,
    category: CategoryId,
    claims: Vec<ClaimId>,
    /// Whether all of them are listed from the beginning.
    is_whole: bool,
) -> impl IntoView {
    let atlas = state.atlas();
    let name = atlas.corpus().category(category).name.get(state.lang).to_owned();
    let count = words::number(state.lang, claims.len());
    let all = RwSignal::new(is_whole || claims.len() <= LISTED);
    let lines = move || {
        let shown = if all.get() { usize::MAX } else { LISTED };
        let line = |&it: &ClaimId| Item::new(it, move || line(state, it, true));
        let mut items: Vec<Item> = claims.iter().take(shown).map(line).collect();
        if !all.get() {
            let rest = claims.len() - LISTED;
            items.push(Item::new("more", move || view! { <li>{more(state, rest, all)}</li> }));
        }
        items
    };
    // Whoever is led to a claim finds it, though its category was folded.
    let folding: NodeRef<Details> = NodeRef::new();
    Effect::new(move |was: Option<Option<ClaimId>>| {
        let atlas = state.atlas();
        let pointed = state.pointed(atlas.corpus());
        let is_here = pointed.is_some_and(|it| atlas.corpus().category_of(it) == category);
        let folding = folding.get();
        // What a reader folds then stays so.
        if let Some(folding) = folding.filter(|_| is_here && was != Some(pointed)) {
            folding.set_open(true);
        }
        pointed
    });
    view! {
        <section>
            <details open node_ref=folding>
                <summary><h3>{name} " " <small>{count}</small></h3></summary>
                <ul>{keyed(lines)}</ul>
            </details>
        </section>
    }
}

/// A claim in a line: what it says, and where. In the view that lists it, it can be reached by its address.
pub(super) fn line(state: State, claim: ClaimId, is_home: bool) -> AnyView {
    let atlas = state.atlas();
    let claimed = atlas.corpus().claim(claim);
    let id = claimed.id.clone();
    let is_target =
        move || is_home && state.query.with(|query| query.claim.as_deref() == Some(&*id));
    let anchor = is_home.then(|| format!("claim={}", claimed.id));
    let stance = words::stance(state.lang, claimed.stance);
    view! {
        <li id=anchor tabindex=is_home.then_some("-1") class:target=is_target>
            {foreign::text(state.lang, &claimed.statement)}
            " "
            <small>
                {document_link(state, claim)}
                " "
                {paragraph(state, claim)}
                {stance.map(|it| view! { " · " {it} })}
                {goes_back_to(state, claim)}
            </small>
        </li>
    }
    .into_any()
}

/// Whom the outlet cites, each a way to its page.
fn goes_back_to(state: State, claim: ClaimId) -> Option<AnyView> {
    let atlas = state.atlas();
    let cited = atlas.corpus().chain(claim).get(1..).unwrap_or_default();
    let links = cited.iter().map(|&it| {
        view! {
            " "
            <span aria-hidden="true">"←"</span>
            <span class="unseen">{state.words().goes_back_to}</span>
            " "
            {mention::origin(state, it)}
        }
    });
    (!cited.is_empty()).then(|| links.collect_view().into_any())
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{bundled, drawn};
    use super::context;

    #[test]
    fn each_claim_can_be_reached_and_whoever_is_pointed_at_is_marked() {
        let corpus = bundled();
        let is_context = |it: &crate::corpus::ClaimId| corpus.transfer_of(*it).is_none();
        let all: Vec<_> = corpus.claim_ids().filter(is_context).collect();
        let id = corpus.claim(*all.last().expect("one at least")).id.clone();
        let html = drawn(bundled(), &format!("view=context&claim={id}"), context);
        assert_eq!(html.matches("id=\"claim=").count(), all.len());
        assert_eq!(html.matches("class=\"target\"").count(), 1);
        assert!(html.contains(&format!("id=\"claim={id}\"")));
    }
}
