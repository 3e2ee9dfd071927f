//! Claims in our words, each with who says so and with its chain of attribution.

use super::State;
use super::against::in_documents;
use super::foreign;
use super::keyed::{Item, keyed};
use super::mention;
use super::more::{Room, more};
use super::tools::share_claim;
use super::withdrawn;
use crate::corpus::{ClaimId, Stance, Status, TransferId, When};
use crate::evidence;
use crate::query::Query;
use crate::words::{self, NAMED};
use leptos::prelude::*;

/// So many claims of a transfer are listed before a reader asks for more.
const LISTED: usize = 60;

/// The claims of a transfer.
#[component]
pub fn Claims(state: State, transfer: TransferId) -> impl IntoView {
    let atlas = state.atlas();
    let claims = atlas.corpus().claims_of(transfer).to_vec();
    let count = words::claims(state.lang, claims.len());
    let room = Room::new(LISTED);
    // Whoever is pointed at is listed, wherever the list is cut.
    let pointed = Memo::new(move |_| state.pointed(state.atlas().corpus()));
    let lines = move || {
        let (drawn, pointed) = (room.get(), pointed.get());
        let is_shown = |&(at, it): &(usize, ClaimId)| at < drawn || pointed == Some(it);
        let shown = claims.iter().copied().enumerate().filter(is_shown);
        let line = |(_, it): (usize, ClaimId)| Item::new(it, move || claim(state, it));
        let mut items: Vec<Item> = shown.map(line).collect();
        let rest = claims.len() - items.len();
        if rest > 0 {
            let more = move || view! { <li class="more-row">{more(state, rest, room)}</li> };
            items.push(Item::new(("more", rest), more));
        }
        items
    };
    view! {
        <div class="in-words">
            <h4>{state.words().in_our_words} " " <small>{count}</small></h4>
            <ul class="claims">{keyed(lines)}</ul>
            {withdrawn::of_transfer(state, transfer)}
        </div>
    }
}

/// A claim: the paragraph that it stands in, what it says, and whom it goes back to.
pub(super) fn claim(state: State, claim: ClaimId) -> AnyView {
    let atlas = state.atlas();
    let claimed = atlas.corpus().claim(claim);
    let is_outside = move || state.overview.with(|it| !it.selection.claims.contains(claim));
    let outside = move || {
        state.overview.with(|it| {
            let is_discounted = it.selection.discounted.contains(claim);
            let word =
                if is_discounted { state.words().discounted } else { state.words().outside_filter };
            (!it.selection.claims.contains(claim)).then_some(word)
        })
    };
    let id = claimed.id.clone();
    let is_target = move || state.query.with(|query| query.claim.as_deref() == Some(id.as_str()));
    view! {
        <li id=format!("claim={}", claimed.id) tabindex="-1" class:outside=is_outside class:target=is_target>
            <small class="place">
                {document_link(state, claim)}
                " "
                {paragraph(state, claim)}
                " "
                {(!atlas.is_prerendered).then(|| share_claim(state, &claimed.id))}
                {move || outside().map(|word| view! { <span>" · " {word}</span> })}
            </small>
            <div>
                <p>{foreign::text(state.lang, &claimed.statement)}</p>
                {particulars(state, claim)}
            </div>
        </li>
    }
    .into_any()
}

/// The outlet of a claim's document, which leads to the document's page.
pub(super) fn document_link(state: State, claim: ClaimId) -> AnyView {
    let atlas = state.atlas();
    let document = atlas.corpus().document_of(claim);
    let id = &atlas.corpus().document(document).id;
    about(state, id, mention::outlet(state, document))
}

/// A link to the page of an origin or a document.
pub(super) fn about(state: State, id: &str, name: AnyView) -> AnyView {
    // Without the program an origin has no page, and no place in the list.
    if state.atlas().is_prerendered && state.atlas().corpus().find_document(id).is_none() {
        return view! { <span>{name}</span> }.into_any();
    }
    let to = Query { about: Some(id.to_owned()), ..Query::default() };
    let id = id.to_owned();
    let choose = move |query: &mut Query| {
        query.about = Some(id.clone());
        query.claim = None;
    };
    view! { <a href=state.href(&to) on:click=state.follow(choose)>{name}</a> }.into_any()
}

/// The paragraph that a claim stands in, as a link to the claim.
pub(super) fn paragraph(state: State, claim: ClaimId) -> AnyView {
    let atlas = state.atlas();
    let claimed = atlas.corpus().claim(claim);
    let number = claimed.paragraph;
    let label = format!("{} {number}", state.words().paragraph);
    view! {
        <a class="paragraph" aria-label=label href=state.href(&of_claim(&claimed.id)) on:click=to_claim(state, claim)>
            {format!("¶\u{a0}{number}")}
        </a>
    }
    .into_any()
}

/// The query of a claim's own address.
pub(super) fn of_claim(id: &str) -> Query {
    Query { claim: Some(id.to_owned()), ..Query::default() }
}

/// What a link to a claim does: it opens what the claim speaks of, in the view that lists it.
pub(super) fn to_claim(state: State, claim: ClaimId) -> Box<dyn Fn(leptos::ev::MouseEvent)> {
    state.follow(move |query| query.point_at(state.atlas().corpus(), claim))
}

/// Whom a claim goes back to, what it prints, and what it disputes.
fn particulars(state: State, claim: ClaimId) -> AnyView {
    let (atlas, words) = (state.atlas(), state.words());
    let corpus = atlas.corpus();
    let claimed = corpus.claim(claim);
    let language = &corpus.document(corpus.document_of(claim)).language;
    let has_status = corpus.transfer_of(claim).is_some();
    let mut printed: Vec<AnyView> = Vec::new();
    let status = words::status(state.lang, claimed.status);
    printed.extend(match claimed.stance {
        // Whoever denies a delivery does not say that there was one.
        Stance::Denies if has_status && claimed.status != Status::Unknown => {
            Some(words.labelled(words.denies, status).into_any())
        }
        Stance::Asserts if has_status => Some(status.into_any()),
        stance => words::stance(state.lang, stance).map(IntoAny::into_any),
    });
    let quantity = claimed.quantity.as_ref().map(|it| &it.words);
    for text in [quantity, claimed.item.as_ref()].into_iter().flatten() {
        printed.push(foreign::quoted(state.lang, text.printed(state.lang, language)));
    }
    printed.extend(claimed.when.as_ref().map(|it| when(state, language, it)));
    let reported = claimed.reported.as_ref();
    printed.extend(reported.map(|it| {
        view! { {words.said} {state.signs().colon} {when(state, language, it)} }.into_any()
    }));
    view! {
        <small class="particulars">
            {chain(state, claim)}
            {printed.into_iter().map(|it| view! { <span class="particular">{it}</span> }).collect_view()}
            {disputes(state, claim)}
        </small>
    }
    .into_any()
}

/// A time that a document in a language gives: the words that are printed, the interval that follows, and what it was inferred from.
pub(super) fn when(state: State, language: &str, when: &When) -> AnyView {
    let words = state.words();
    let printed = when.words.as_ref().map(|it| it.printed(state.lang, language));
    let printed = printed.map(|it| foreign::quoted(state.lang, it));
    let printed = printed.unwrap_or_else(|| words.undated.into_any());
    let span = when.span.map(|it| [" (", &words::span(state.lang, it), ")"].concat());
    // A basis is one sentence or several; what follows it here is none.
    let basis = when.basis.as_ref().map(|it| foreign::phrase(state.lang, it));
    let basis =
        basis.map(|it| view! { " – " {words.comparison.inferred} {state.signs().colon} {it} });
    view! { {printed} {span} {basis} }.into_any()
}

/// A claim's chain of attribution, from the outlet back to the root.
fn chain(state: State, claim: ClaimId) -> AnyView {
    let (atlas, words) = (state.atlas(), state.words());
    let corpus = atlas.corpus();
    let outlet = mention::origin(state, corpus.outlet_of(claim));
    let own_account = evidence::gives_no_source(corpus, claim)
        .then(|| view! { <span>" · " {words.own_account}</span> });
    view! { <span class="particular">{outlet}{goes_back_to(state, claim)}{own_account}</span> }
        .into_any()
}

/// Whom the outlet cites, each a way to its page: of many the first, how many are left out, and the root.
pub(super) fn goes_back_to(state: State, claim: ClaimId) -> Option<AnyView> {
    let atlas = state.atlas();
    let (root, between) = atlas.corpus().cited(claim).split_last()?;
    let (shown, rest) = between.split_at(between.len().min(NAMED));
    let link = |name: AnyView| {
        view! {
            " "
            <span aria-hidden="true">{state.signs().backward}</span>
            <span class="unseen">{state.words().goes_back_to}</span>
            " "
            {name}
        }
    };
    let shown = shown.iter().map(|&it| link(mention::origin(state, it))).collect_view();
    let rest = (!rest.is_empty()).then(|| link(state.words().and_others(rest.len()).into_any()));
    Some(view! { {shown} {rest} {link(mention::origin(state, *root))} }.into_any())
}

/// The claims that one contradicts or leaves open, each a way to it.
fn disputes(state: State, claim: ClaimId) -> Option<AnyView> {
    let (atlas, overview) = (state.atlas(), state.overview.get_untracked());
    let corpus = atlas.corpus();
    let disputed: Vec<ClaimId> = overview.trust(corpus).disputes_of(claim).collect();
    if disputed.is_empty() {
        return None;
    }
    let is_contradiction = disputed.iter().any(|&it| !evidence::leaves_open(corpus, claim, it));
    let name = state.words().disputing(corpus.claim(claim).stance);
    Some(
        view! {
            <span class="particular" class:warm=is_contradiction>
                {name} {state.signs().colon} {in_documents(state, &disputed)}
            </span>
        }
        .into_any(),
    )
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{bundled, drawn, text};
    use super::Claims;
    use leptos::prelude::*;

    fn of(transfer: &str) -> String {
        let corpus = bundled();
        let transfer = corpus.find_transfer(transfer).expect("a transfer");
        text(&drawn(bundled(), "", |state| view! { <Claims state transfer /> }.into_any()))
    }

    #[test]
    fn a_denial_of_a_delivery_says_of_none() {
        let said = of("prk-rus-munitions-2023");
        assert!(said.contains("denies: delivered"), "{said}");
        assert!(!said.contains("denies it"), "{said}");
    }

    #[test]
    fn each_paragraph_that_is_left_open_is_named_once() {
        let said = of("egy-rus-engines");
        assert!(said.contains("Leaves open: Al Jazeera ¶ 4 ¶ 5"), "{said}");
        assert!(!said.contains(".)"), "{said}");
    }
}
