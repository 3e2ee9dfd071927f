//! The context: claims that are about no transfer, by what they are about.

use super::State;
use super::claims::{document_link, goes_back_to, paragraph};
use super::foreign;
use super::keyed::{Item, keyed, text};
use super::more::{Room, is_kept, more};
use crate::corpus::{CategoryId, ClaimId, Corpus, IdVec};
use crate::words;
use leptos::html::Details;
use leptos::prelude::*;

/// So many claims of a category stand there before a reader asks for more; of a larger corpus fewer.
const LISTED: usize = 200;
const NEAR: usize = 20;

/// The claims that are selected, by what they are about.
type Now = Memo<Vec<(CategoryId, Vec<ClaimId>)>>;

/// The categories, each folding: what is folded a search in the page finds.
pub fn context(state: State) -> AnyView {
    let now: Now = Memo::new(move |_| {
        let (atlas, overview) = (state.atlas(), state.overview.get());
        by_category(atlas.corpus(), &overview.selection.context)
    });
    let categories = move || {
        let item = |&(category, _): &(CategoryId, _)| {
            Item::new(category, move || view! { <Category state now category /> })
        };
        now.with(|it| it.iter().map(item).collect())
    };
    view! { <div class="context">{keyed(categories)}</div> }.into_any()
}

/// Claims by their categories, in the corpus's order.
fn by_category(corpus: &Corpus, claims: &[ClaimId]) -> Vec<(CategoryId, Vec<ClaimId>)> {
    let none = |_| Vec::new();
    let mut of: IdVec<CategoryId, Vec<ClaimId>> = corpus.category_ids().map(none).collect();
    for &claim in claims {
        of[corpus.category_of(claim)].push(claim);
    }
    let all = of.iter().filter(|it| !it.1.is_empty());
    all.map(|(category, claims)| (category, claims.clone())).collect()
}

/// A category with its claims.
#[component]
fn Category(state: State, now: Now, category: CategoryId) -> impl IntoView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let name = foreign::text(state.lang, &corpus.category(category).name);
    let claims = move || {
        let of_it =
            |it: &Vec<(_, Vec<ClaimId>)>| Some(it.iter().find(|it| it.0 == category)?.1.clone());
        now.with(of_it).unwrap_or_default()
    };
    let count = move || words::number(state.lang, claims().len());
    let first = if is_kept(corpus) { LISTED } else { NEAR };
    // What is selected otherwise begins again at its start.
    let room = Memo::new(move |_| {
        now.track();
        Room::new(first)
    });
    // Whoever is pointed at is listed, wherever the list is cut.
    let pointed = Memo::new(move |_| state.pointed(state.atlas().corpus()));
    let lines = move || {
        let (claims, drawn, pointed) = (claims(), room.get().get(), pointed.get());
        let shown = claims.iter().copied().enumerate();
        let shown = shown.filter(|&(at, it)| at < drawn || pointed == Some(it));
        let shown: Vec<ClaimId> = shown.map(|it| it.1).collect();
        let rest = claims.len() - shown.len();
        let line = |claim| Item::new(claim, move || line(state, claim, true));
        let mut items: Vec<Item> = shown.into_iter().map(line).collect();
        if rest > 0 {
            let more = move || view! { <li>{more(state, rest, room)}</li> };
            items.push(Item::new(("more", rest), more));
        }
        items
    };
    // Whoever is led to a claim finds it, though its category was folded.
    let folding: NodeRef<Details> = NodeRef::new();
    Effect::new(move |was: Option<Option<ClaimId>>| {
        let (atlas, pointed) = (state.atlas(), pointed.get());
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
                <summary><h3>{name} " " <small>{text(count)}</small></h3></summary>
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
