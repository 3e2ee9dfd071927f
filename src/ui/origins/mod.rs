//! The origins: documents on the left, what their claims go back to on the right, and ribbons between them. Whoever is
//! distrusted keeps the place, and what the transfers come to without follows at once.

mod drawing;
mod roots;
mod switch;

use super::State;
use super::keyed::{Item, keyed};
use super::mention;
use super::more::Room;
use super::nothing::Nothing;
use crate::corpus::{ClaimSet, OriginId, OriginSet};
use crate::evidence::{Bands, Ribbons, Tally, Target, bands, ribbons};
use crate::query::{Ids, Query};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

pub(super) use switch::switch;

/// What the view shows, made once for each state.
type Found = Memo<Arc<Shown>>;

#[derive(PartialEq)]
struct Shown {
    ribbons: Ribbons,
    /// Where the ribbons lie, where there are not too many to be drawn.
    bands: Bands,
    /// The origins that answer only for context, or for what is left open.
    others: Vec<OriginId>,
    /// Whether nothing at all is selected.
    is_nothing: bool,
}

/// The view.
pub fn origins(state: State) -> AnyView {
    let found: Found = Memo::new(move |_| Arc::new(shown(state)));
    keyed(move || {
        let (is_empty, is_nothing) = found.with(|it| (it.ribbons.roots.is_empty(), it.is_nothing));
        vec![Item::new((is_empty, is_nothing), move || match (is_empty, is_nothing) {
            (_, true) => view! { <Nothing state /> }.into_any(),
            (true, _) => view! {
                <p class="remark">{state.words().only_context}</p>
                {keyed(move || others(state, found))}
            }
            .into_any(),
            _ => drawn(state, found),
        })]
    })
}

/// What is selected if everybody is believed, so that whoever is not keeps the place.
fn shown(state: State) -> Shown {
    let (atlas, overview) = (state.atlas(), state.overview.get());
    let corpus = atlas.corpus();
    let query = overview.query();
    let selection = if query.distrust.is_empty() {
        overview.selection.clone()
    } else {
        atlas.index.select(&Query { distrust: Ids::default(), ..query.clone() })
    };
    let distrusted: OriginSet =
        corpus.origin_ids().filter(|&it| query.distrust.contains(&corpus.origin(it).id)).collect();
    let claims: ClaimSet =
        selection.claims.iter().filter(|&it| corpus.transfer_of(it).is_some()).collect();
    let before = atlas.index.findings(&ClaimSet::new());
    let findings = [&*before, &*overview.findings];
    let trust = overview.trust(corpus);
    let ribbons = ribbons(trust, &distrusted, findings, &selection.transfers, &claims);
    let letters = |at| drawing::through(state, &ribbons, at).map_or(0, |it| it.chars().count());
    let is_drawable = ribbons.documents.len() <= roots::COLUMNS;
    let bands = if is_drawable { bands(corpus, &ribbons, letters) } else { Bands::default() };
    let is_drawn =
        |it: &OriginId| ribbons.roots.iter().any(|root| root.target == Target::Origin(*it));
    Shown {
        others: atlas
            .index
            .origins_of(&selection.claims)
            .iter()
            .filter(|it| !is_drawn(it))
            .collect(),
        is_nothing: selection.claims.is_empty(),
        bands,
        ribbons,
    }
}

fn drawn(state: State, found: Found) -> AnyView {
    let words = &state.words().origins;
    view! {
        <div class="tally" role="status">{keyed(move || tally(state, found))}</div>
        {keyed(move || vec![split(found)])}
        <p class="remark left-without">{keyed(move || vec![left(state, found)])}</p>
        {keyed(move || {
            let is_drawn = found.with(|it| it.ribbons.documents.len() <= roots::COLUMNS);
            vec![Item::new(is_drawn, move || body(state, found, is_drawn))]
        })}
        <p class="remark">{words.note}</p>
        {keyed(move || others(state, found))}
    }
    .into_any()
}

/// Documents, ribbons and roots; of more documents than can be drawn each root says from which it is known.
fn body(state: State, found: Found, is_drawn: bool) -> AnyView {
    let name = words::view(state.lang, crate::query::View::Origins);
    let room = Room::new(roots::ROOTS);
    let roots = view! {
        <ul class="roots" class:worded=!is_drawn aria-label=name>
            {keyed(move || roots::roots(state, found, room))}
        </ul>
    };
    if !is_drawn {
        let text = state.words().origins.too_many_documents;
        return view! { <p class="remark">{text}</p> {roots} }.into_any();
    }
    view! {
        {keyed(move || vec![roots::matrix_head(state, found)])}
        <div class="ribbons">
            {keyed(move || vec![drawing::documents(state, found)])}
            {keyed(move || vec![drawing::lines(state, found)])}
            {roots}
        </div>
    }
    .into_any()
}

/// How many transfers go back to how many origins, and how many did before somebody was distrusted.
fn tally(state: State, found: Found) -> Vec<Item> {
    let words = &state.words().origins;
    let (before, now) = found.with(|it| (it.ribbons.before, it.ribbons.now));
    let parts = [
        (words.to_one(now.one), before.one, now.one),
        (words.to_several, before.several, now.several),
        (words.to_none, before.none, now.none),
    ];
    let items = parts.into_iter().map(|(text, before, now)| {
        let count = words::number(state.lang, now);
        let before = (before != now).then(|| words.before(before));
        Item::new((text, before.clone(), now), move || {
            let before = before.map(|it| view! { " " <span class="before">{it}</span> });
            view! { <span><b>{count}</b> " " {text} {before}</span> }
        })
    });
    items.collect()
}

/// The same as a bar.
fn split(found: Found) -> Item {
    let Tally { none, one, several } = found.with(|it| it.ribbons.now);
    Item::new((none, one, several), move || {
        let parts = [("one", one), ("several", several), ("none", none)];
        let parts = parts.into_iter().filter(|it| it.1 > 0).map(|(class, count)| {
            view! { <i class=class style:flex-grow=count.to_string()></i> }
        });
        view! { <div class="split" aria-hidden="true">{parts.collect_view()}</div> }
    })
}

/// The transfers that have no origin left; where nobody is distrusted, what the switches are for.
fn left(state: State, found: Found) -> Item {
    let words = &state.words().origins;
    let without = found.with(|it| it.ribbons.without.clone());
    let is_distrusting = state.query.with(|query| !query.distrust.is_empty());
    let is_drawn = found.with(|it| it.ribbons.documents.len() <= roots::COLUMNS);
    let atlas = state.atlas();
    let is_inferred = found.with(|it| {
        let mut documents = it.ribbons.documents.iter();
        documents.any(|it| roots::is_marked(state, &atlas.corpus().document(it.0).published))
    });
    Item::new((without.clone(), is_distrusting, is_drawn, is_inferred), move || {
        if without.is_empty() {
            let text = if is_distrusting { words.none_left_without } else { words.hint };
            let signs = is_drawn.then(|| {
                let of_dates = is_inferred.then(|| view! { " " {words.starred} });
                view! {
                    <span class="of-ribbons">{words.ribbons_hint}</span>
                    <span class="of-dots">{words.dots_hint} {of_dates}</span>
                }
            });
            return view! { <span>{text} " " {signs}</span> }.into_any();
        }
        view! { <span>{words.left_without} {state.signs().colon} {mention::transfers(state, &without)} "."</span> }
            .into_any()
    })
}

/// Those who answer for no transfer: they have no ribbon, but a page.
fn others(state: State, found: Found) -> Vec<Item> {
    let others = found.with(|it| it.others.clone());
    if others.is_empty() {
        return Vec::new();
    }
    vec![Item::new(others.clone(), move || {
        let text = state.words().origins.others;
        view! { <p class="remark">{text} {state.signs().colon} {mention::origins(state, &others)} "."</p> }
    })]
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{drawn, text};
    use super::*;
    use crate::evidence::fixture::{corpus, said};

    fn of(link: &str) -> String {
        let denied = said(&["y"]).stance("denies").disputes(&["0-0"]);
        let all = vec![said(&["x"]), said(&["z", "x"]), denied, said(&[])];
        drawn(corpus(&[("a", all)]), link, origins)
    }

    #[test]
    fn each_origin_has_a_switch_and_says_what_its_ribbons_say() {
        let html = of("view=origins");
        assert_eq!(html.matches("role=\"switch\"").count(), 2, "who names no source has none");
        let text = text(&html);
        assert!(text.contains("1 transfer goes back to one origin"), "{text}");
        assert!(
            text.contains("from a, November 2023 (inferred): 2 claims, partly through z"),
            "{text}"
        );
        assert!(
            text.contains("denies 1\u{a0}transfer") || text.contains("denies 1 transfer"),
            "{text}"
        );
        assert!(text.contains("no source given"), "{text}");
    }

    #[test]
    fn whoever_is_distrusted_stays_and_what_is_left_is_told() {
        let html = of("view=origins&distrust=x");
        assert_eq!(html.matches("role=\"switch\"").count(), 2);
        let text = text(&html);
        assert!(text.contains("Left without an origin: engines"), "{text}");
        assert!(text.contains("(before: 1)"), "{text}");
        assert!(text.contains("falls with others"), "{text}");
    }
}
