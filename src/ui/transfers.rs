//! The transfers, by who gives to whom: a row each, which opens in place.

use super::State;
use super::claims::Claims;
use super::comparison::{Actions, Comparison};
use super::filters::truth;
use super::foreign;
use super::glyph::{glyph, squares, squares_of};
use super::keyed::{Item, keyed};
use super::more::{More, Room, is_kept};
use crate::browser;
use crate::corpus::{Corpus, CountryId, OriginId, TransferId, TransferSet};
use crate::evidence::{self, Difference, Finding, Trust};
use crate::overview::{Listed, Pair};
use crate::query::Query;
use crate::words;
use leptos::prelude::*;

/// So many transfers are listed before a reader asks for more; of a larger corpus, before the end of the list comes near
/// the eye.
const LISTED: usize = 200;
const NEAR: usize = 30;

/// How many transfers of a corpus are listed at first.
pub(super) fn listed_at_first(corpus: &Corpus) -> usize {
    if is_kept(corpus) { LISTED } else { NEAR }
}

/// The transfers as far as they are listed.
type Now = Memo<Listed>;

/// What the query finds, by who gives to whom.
#[component]
pub fn Transfers(
    state: State,
    /// How many are listed at first.
    #[prop(default = listed_at_first(state.atlas().corpus()))]
    first: usize,
) -> impl IntoView {
    // What is selected otherwise begins again at its start.
    let room = Memo::new(move |_| {
        state.overview.track();
        Room::new(first)
    });
    // Whoever is led to a transfer finds it, wherever the list is cut. It stays when it is closed.
    let opened = Memo::new(move |before: Option<&TransferSet>| {
        let mut opened = before.cloned().unwrap_or_default();
        opened.union_with(&opened_of(state));
        opened
    });
    let listed: Now = Memo::new(move |_| {
        let room = room.get().get();
        opened.with(|opened| state.overview.get().listed(room, opened))
    });
    let rest = Signal::derive(move || listed.with(Listed::rest));
    let grows = !is_kept(state.atlas().corpus());
    view! {
        {keyed(move || pairs(state, listed))}
        <Show when=move || { rest.get() > 0 }>
            <More state rest room=room.into() grows />
        </Show>
    }
}

/// The transfers that stand open, by themselves or for the claim that is pointed at.
fn opened_of(state: State) -> TransferSet {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let pointed = state.pointed(corpus).and_then(|it| corpus.transfer_of(it));
    state.query.with(|query| {
        let open = query.open.iter().filter_map(|id| corpus.find_transfer(id));
        open.chain(pointed).collect()
    })
}

/// The pairs. One stays, with those of its transfers that stay, where the list grows or another one is selected.
fn pairs(state: State, listed: Now) -> Vec<Item> {
    let item = |it: &Pair| {
        let sides = (it.from, it.to);
        Item::new(sides, move || pair_of(state, listed, sides))
    };
    listed.with(|it| it.pairs.iter().map(item).collect())
}

/// A pair: its two countries, and its transfers.
fn pair_of(state: State, listed: Now, (from, to): (CountryId, CountryId)) -> AnyView {
    let rows = move || {
        let distrust = state.query.with(|query| query.distrust.clone());
        let row = |&transfer: &TransferId| {
            Item::new((transfer, distrust.clone()), move || {
                let is_payment = state.atlas().corpus().sides(transfer).0 != from;
                view! { <Entry state transfer is_payment listed /> }
            })
        };
        listed.with(|it| it.of(from, to).iter().map(row).collect())
    };
    view! {
        <section class="pair">
            {anchors(state, from, to)}
            <h3>{route(state, (from, to))}</h3>
            <ul>{keyed(rows)}</ul>
        </section>
    }
    .into_any()
}

/// Where the tiles of a page without the program lead: to the first pair that a country is a side of.
fn anchors(state: State, from: CountryId, to: CountryId) -> Option<AnyView> {
    let atlas = state.atlas();
    if !atlas.is_prerendered {
        return None;
    }
    let overview = state.overview.get_untracked();
    let is_first = |country| {
        let first = overview.pairs.iter().find(|it| it.from == country || it.to == country);
        first.is_some_and(|it| (it.from, it.to) == (from, to))
    };
    let sides = [from, to].into_iter().filter(|it| is_first(*it));
    let anchors = sides.map(|it| {
        let id = format!("country={}", atlas.corpus().country(it).id);
        view! { <span class="anchor" id=id></span> }
    });
    Some(anchors.collect_view().into_any())
}

/// From whom to whom.
pub(super) fn route(state: State, (from, to): (CountryId, CountryId)) -> AnyView {
    view! {
        {country(state, from)}
        " "
        <span class="arrow" aria-hidden="true">{state.signs().onward}</span>
        <span class="unseen">{state.words().to_whom}</span>
        " "
        {country(state, to)}
    }
    .into_any()
}

/// A country's name. No browser names a group, so that its name may be in another language than the page.
pub(super) fn country(state: State, country: CountryId) -> AnyView {
    foreign::text(state.lang, &state.atlas().countries[country])
}

/// A transfer, with what it opens to. Its claims stand in the page though it is closed, so that a search in the page
/// and a print find them.
#[component]
pub fn Entry(
    state: State,
    transfer: TransferId,
    /// Whether it stands under what it pays for.
    is_payment: bool,
    /// The list that it stands in, if it stands in one.
    #[prop(optional)]
    listed: Option<Now>,
) -> impl IntoView {
    let atlas = state.atlas();
    let id = atlas.corpus().transfer(transfer).id.clone();
    let is_open = Memo::new(move |_| is_open(state, transfer));
    let hidden = move || (!is_open.get()).then_some("until-found");
    let is_kept = is_kept(atlas.corpus());
    // Where a list is cut its items say which of how many they are: none else could tell.
    let number = move || {
        let place = |it: &Listed| Some((it.place(transfer)? + 1, it.all)).filter(|_| it.rest() > 0);
        listed.and_then(|it| it.with(place))
    };
    let body = format!("body-{id}");
    let place = body.clone();
    let found = move |_: leptos::ev::Event| {
        let open = move || {
            if !is_open.get_untracked() {
                state.change(|query| toggle(state, transfer, query));
            }
        };
        browser::open_found(place.clone(), open);
    };
    view! {
        <li
            class="entry"
            class:opened=is_open
            class:payment=is_payment
            class:skippable=!is_kept
            aria-posinset=move || number().map(|it| it.0)
            aria-setsize=move || number().map(|it| it.1)
        >
            <a
                class="transfer"
                id=format!("transfer={id}")
                href=state.href(&of_transfer(&id))
                aria-expanded=move || truth(is_open.get())
                aria-controls=body.clone()
                on:click=state.follow(move |query| toggle(state, transfer, query))
            >
                {row(state, transfer, is_payment)}
            </a>
            <div class="body" id=body hidden=hidden on:beforematch=found>
                <Show when=move || is_open.get()>
                    <Comparison state transfer />
                </Show>
                <Show when=move || is_kept || is_open.get()>
                    <Claims state transfer />
                </Show>
                <Show when=move || is_open.get()>
                    <Actions state transfer />
                </Show>
            </div>
        </li>
    }
}

/// The query of a transfer's own address.
pub(super) fn of_transfer(id: &str) -> Query {
    let mut query = Query::default();
    query.open.insert(id);
    query
}

/// A transfer stands open by itself, or for the claim that is pointed at.
fn is_open(state: State, transfer: TransferId) -> bool {
    let atlas = state.atlas();
    let id = &atlas.corpus().transfer(transfer).id;
    state.query.with(|query| query.open.contains(id) || is_pointed(query, atlas.corpus(), transfer))
}

fn is_pointed(query: &Query, corpus: &Corpus, transfer: TransferId) -> bool {
    let claim = query.claim.as_deref().and_then(|id| corpus.find_claim(id));
    claim.is_some_and(|claim| corpus.transfer_of(claim) == Some(transfer))
}

fn toggle(state: State, transfer: TransferId, query: &mut Query) {
    let atlas = state.atlas();
    let id = &atlas.corpus().transfer(transfer).id;
    let is_pointed = is_pointed(query, atlas.corpus(), transfer);
    if query.open.contains(id) || is_pointed {
        query.open.remove(id);
        // A claim that is pointed at would keep its transfer open.
        if is_pointed {
            query.claim = None;
        }
    } else {
        query.open.insert(id);
    }
}

/// A transfer in one row: how far, what, and how sure.
pub(super) fn row(state: State, transfer: TransferId, is_payment: bool) -> AnyView {
    let (atlas, overview) = (state.atlas(), state.overview.get_untracked());
    let trust = overview.trust(atlas.corpus());
    row_of(state, trust, &overview.findings[transfer], transfer, is_payment, None)
}

/// The same of what is found where others count than those who do now; `left` are the origins that still do, where
/// some have fallen.
pub(super) fn row_of(
    state: State,
    trust: Trust,
    found: &Finding,
    transfer: TransferId,
    is_payment: bool,
    left: Option<&[OriginId]>,
) -> AnyView {
    let atlas = state.atlas();
    let moved = atlas.corpus().transfer(transfer);
    let how_far = found.statuses.iter().map(|&status| {
        view! { <span class="status">{glyph(status)} <span>{words::status(state.lang, status)}</span></span> }
    });
    let kind = words::kind(state.lang, moved.kind);
    let kind = if is_payment {
        let (from, to) = atlas.corpus().sides(transfer);
        let [from, to] = [from, to].map(|it| country(state, it));
        let signs = state.signs();
        view! { {kind} {signs.comma} {from} " " {signs.onward} " " {to} }.into_any()
    } else {
        kind.into_any()
    };
    let backing = &found.backing;
    let marks = squares_of(backing, left);
    view! {
        <span class="how-far">{how_far.collect_view()}</span>
        <span class="item">{foreign::text(state.lang, &moved.item)} " " <small>{kind}</small></span>
        <span class="facts">{facts(state, trust, transfer, found)}</span>
        <span class="backing">
            {squares(&marks)}
            // A year would run into how many origins there are, for those who hear the row.
            <span class="unseen">{state.signs().semicolon}</span>
            <span class="sources">
                <b class:struck=left.is_some()>{words::origins(state.lang, backing.asserting.len())}</b>
                {state.signs().comma}
                {words::documents(state.lang, backing.documents.len())}
                " "
                <span class="who">{words::who(state.lang, trust, found, transfer).join(" · ")}</span>
                {marks_of(state, found)}
            </span>
        </span>
    }
    .into_any()
}

/// What is printed of a transfer: how many, stage by stage, and when; and when it was reported where no date is printed.
fn facts(state: State, trust: Trust, transfer: TransferId, found: &Finding) -> AnyView {
    let lang = state.lang;
    let Finding { statuses, differences, .. } = found;
    let names: Vec<&str> = statuses.iter().map(|&it| words::status(lang, it)).collect();
    let sign = words::sign_between(differences, &[Difference::Status, Difference::WithinDocument]);
    let numbers = evidence::quantities(trust, transfer).into_iter().map(|printed| {
        let numbers = printed.numbers.iter().enumerate();
        let range = numbers.map(|(at, (claim, it))| {
            let words = trust.corpus.printed(*claim, lang, &it.words);
            view! { {(at > 0).then(|| printed.between())} {foreign::quoted(lang, words)} }
        });
        let range = range.collect_view();
        // A number of another stage than the one that stands beside it says of which.
        let of_stage = (*statuses != [printed.stage])
            .then(|| state.words().labelled(words::status(lang, printed.stage), ""));
        view! { <span class="fact">{of_stage} <b>{range}</b></span> }
    });
    let mut times: Vec<words::Dated> = Vec::new();
    for (claim, time) in evidence::times(trust, transfer) {
        let language = &trust.corpus.document(trust.corpus.document_of(claim)).language;
        let time = words::dated(lang, time, language);
        if !times.contains(&time) {
            times.push(time);
        }
    }
    let when = if times.is_empty() {
        let reported = words::reported(lang, trust, transfer);
        view! { <span class="fact">{reported}</span> }.into_any()
    } else {
        let between = words::sign_between(differences, &[Difference::Time]).unwrap_or(" · ");
        let times = times.into_iter().enumerate().map(|(at, time)| {
            let printed = time.printed.map(|(tag, words)| {
                view! { <b>{foreign::of_language(lang, &tag, words)}</b> }
            });
            view! { {(at > 0).then_some(between)} {printed} {time.follows} }
        });
        view! { <span class="fact">{times.collect_view()}</span> }.into_any()
    };
    let stated = names.join(sign.unwrap_or(state.signs().comma));
    view! { <b class="fact stated">{stated}</b> {numbers.collect_view()} {when} }.into_any()
}

/// Who denies it, and in what reports differ.
fn marks_of(state: State, found: &Finding) -> AnyView {
    let lang = state.lang;
    let Finding { backing, differences, .. } = found;
    let atlas = state.atlas();
    let deniers: Vec<&str> = backing.denying.iter().map(|it| atlas.origin(it, lang)).collect();
    let denied = (!deniers.is_empty()).then(|| {
        let deniers = words::first_names(lang, &deniers, state.signs().comma);
        let text = format!("{} {deniers}", state.words().denied_by);
        view! { <span class="mark warm">{text}</span> }
    });
    let kinds = Difference::ALL.into_iter().filter(|&kind| {
        differences.has(kind) && (kind != Difference::Denial || deniers.is_empty())
    });
    let kinds = kinds.map(|kind| {
        let is_compatible = differences.is_compatible(kind);
        let text = words::signed_difference(lang, kind, is_compatible);
        view! { <span class="mark" class:warm=!is_compatible>{text}</span> }
    });
    view! { <span class="marks">{denied} {kinds.collect_view()}</span> }.into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::fixture::{bundled, drawn, large, text};
    use super::*;
    use crate::query::View;

    fn of(link: &str, first: usize) -> String {
        drawn(bundled(), link, |state| view! { <Transfers state first /> }.into_any())
    }

    fn rows(html: &str) -> usize {
        html.matches("class=\"transfer\"").count()
    }

    #[test]
    fn whoever_closes_what_a_claim_had_opened_stays_in_the_list() {
        drawn(bundled(), "view=documents", |state| {
            let atlas = state.atlas();
            let corpus = atlas.corpus();
            let claim = corpus.find_claim("7ebd-04").expect("a claim");
            state.change(|query| query.point_at(corpus, claim));
            assert_eq!(state.overview.with_untracked(|it| it.query().view), View::Transfers);
            let transfer = corpus.transfer_of(claim).expect("its transfer");
            assert!(is_open(state, transfer));
            state.change(|query| toggle(state, transfer, query));
            assert!(!is_open(state, transfer));
            assert_eq!(state.query.get_untracked(), Query::default());
            ().into_any()
        });
    }

    #[test]
    fn a_long_list_is_cut_and_says_so_on_paper_too() {
        let html = of("", 3);
        assert_eq!(rows(&html), 3);
        let text = text(&html);
        let whole = of("", LISTED);
        let rest = rows(&whole) - 3;
        assert!(text.contains(&format!("Show {rest} more")), "{text}");
        assert!(text.contains(&format!("and {rest} more, not printed here")), "{text}");
        assert_eq!(rows(&whole), bundled().transfer_ids().count());
        assert!(!whole.contains("on-paper"));
    }

    #[test]
    fn of_a_large_corpus_a_row_says_which_of_how_many_it_is() {
        let transfers =
            |link: &str| drawn(large(), link, |state| view! { <Transfers state /> }.into_any());
        let html = transfers("");
        assert_eq!(rows(&html), NEAR);
        assert!(html.contains("aria-posinset=\"1\"") && html.contains("aria-posinset=\"30\""));
        assert_eq!(html.matches("aria-setsize=\"550\"").count(), NEAR);
        let said = text(&html);
        assert!(
            said.contains("Show 100 more") && said.contains("520 are not listed yet"),
            "{said}"
        );
        assert!(!html.contains("id=\"claim="), "claims come when they are asked for");
        // Whoever is led to one finds it at its place, with its claims.
        let last = transfers("transfer=t549");
        assert_eq!(rows(&last), NEAR + 1);
        assert!(last.contains("id=\"transfer=t549\"") && last.contains("id=\"claim=c549\""));
        assert_eq!(last.matches("aria-posinset").count(), NEAR + 1);
        // Where all is listed the list itself says how many there are.
        let part = transfers("origin=o1");
        assert!(rows(&part) < NEAR && !part.contains("aria-posinset"));
    }

    #[test]
    fn whoever_is_led_to_a_transfer_finds_it_wherever_the_list_is_cut() {
        let corpus = bundled();
        let listed = of("", LISTED);
        let (_, last) = listed.rsplit_once("id=\"transfer=").expect("a transfer");
        let (last, _) = last.split_once('"').expect("its id");
        let transfer = corpus.find_transfer(last).expect("a transfer");
        let claim = corpus.claims_of(transfer).first().expect("a claim");
        let claim = &corpus.claim(*claim).id;
        for link in [format!("transfer={last}"), format!("claim={claim}")] {
            let html = of(&link, 3);
            assert_eq!(rows(&html), 4, "{link}");
            assert!(html.contains(&format!("id=\"transfer={last}\"")), "{link}");
            let rest = rows(&listed) - 4;
            assert!(text(&html).contains(&format!("Show {rest} more")), "{link}");
        }
    }
}
