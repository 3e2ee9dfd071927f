//! What is disputed: each disagreement as a card with two sides; what is left open; what is missing.

use super::State;
use super::answers::{note, places, time_note, value};
use super::claims::{about, claim};
use super::foreign;
use super::glyph::{Square, glyph, squares};
use super::keyed::{Item, keyed};
use super::mention;
use super::more::{Room, more};
use super::scale::scale;
use super::transfers::{of_transfer, route};
use crate::corpus::{ClaimId, DocumentId, OriginId, Stance, Status, TransferId};
use crate::evidence::{
    self, About, Answer, Apart, Card, Difference, Group, Hollow, Part, Side, Sketched, Value,
    Verdict,
};
use crate::overview::Overview;
use crate::query::{Query, View};
use crate::words::{self, NAMED};
use leptos::prelude::*;
use std::sync::Arc;

/// So many cards of a group are shown before a reader asks for more.
const CARDS: usize = 24;

/// So many transfers of a gap, and so many with something left open.
const LINES: usize = 40;

/// What is disputed of what is selected.
pub fn disputed(state: State) -> AnyView {
    keyed(move || {
        let distrust = state.query.with(|query| query.distrust.clone());
        let overview = state.overview.get();
        let selection = &overview.selection;
        let claims: Vec<ClaimId> = selection.claims.iter().collect();
        let key = (distrust, selection.transfers.clone(), selection.disputed.clone(), claims);
        vec![Item::new(key, move || drawn(state))]
    })
}

fn drawn(state: State) -> AnyView {
    let (atlas, overview) = (state.atlas(), state.overview.get_untracked());
    let words = &state.words().disagreement;
    let trust = overview.trust(atlas.corpus());
    let selection = &overview.selection;
    let cards = evidence::sketched(trust, &selection.disputed);
    let context = evidence::context_cards(trust, &selection.claims);
    let count = if cards.is_empty() {
        state.words().nothing_disputed.to_owned()
    } else {
        words::disagreements(state.lang, selection.disputed.len(), cards.len())
    };
    let has_sides = !cards.is_empty() || !context.is_empty();
    let caveat = has_sides.then_some(words.neither_is_right);
    let open = evidence::left_open(trust, &selection.transfers);
    let mut left_open: Vec<(TransferId, Vec<ClaimId>)> = Vec::new();
    for it in open {
        match left_open.last_mut().filter(|of| of.0 == it.transfer) {
            Some((_, claims)) => claims.push(it.claim),
            None => left_open.push((it.transfer, vec![it.claim])),
        }
    }
    let groups = [Group::Denied, Group::Contradicted, Group::PrecisionDiffers].map(|group| {
        let of_it = cards.iter().copied().filter(|it| it.group == group).collect();
        group_of(state, &overview, group, of_it)
    });
    view! {
        <p class="quiet disagreements">{count} " " {caveat}</p>
        {groups}
        {open_ones(state, left_open)}
        {(!context.is_empty())
            .then(|| {
                view! {
                    <h3 class="group-title">{words.in_context} " " <small>{counted(state, context.len())}</small></h3>
                    {context_list(state, context)}
                }
            })}
        {gaps(state, evidence::gaps(&overview.findings, &selection.transfers))}
    }
    .into_any()
}

fn counted(state: State, count: usize) -> String {
    words::number(state.lang, count)
}

/// The cards whose sides stand to each other in one way.
fn group_of(
    state: State,
    overview: &Arc<Overview>,
    group: Group,
    cards: Vec<Sketched>,
) -> Option<AnyView> {
    if cards.is_empty() {
        return None;
    }
    let sign = words::sign(group == Group::PrecisionDiffers);
    let means = (group == Group::PrecisionDiffers)
        .then(|| [state.signs().semicolon, state.words().disagreement.only_precision].concat());
    Some(
        view! {
            <h3 class="group-title">
                <i class:warm=group != Group::PrecisionDiffers aria-hidden="true">{sign}</i>
                {words::group(state.lang, group)}
                " "
                <small>{counted(state, cards.len())} {means}</small>
            </h3>
            {list(state, Arc::clone(overview), cards)}
        }
        .into_any(),
    )
}

/// Each is told when it is drawn, by the claims that counted when it was found.
fn list(state: State, overview: Arc<Overview>, cards: Vec<Sketched>) -> AnyView {
    let count = cards.len();
    let draw = move |at: usize| {
        let atlas = state.atlas();
        let trust = overview.trust(atlas.corpus());
        cards.get(at).map(|it| card(state, &it.card(trust))).into_any()
    };
    view! { <ul class="disputes">{shortened(state, CARDS, count, draw)}</ul> }.into_any()
}

fn context_list(state: State, cards: Vec<Card>) -> AnyView {
    let count = cards.len();
    let draw = move |at: usize| cards.get(at).map(|it| card(state, it)).into_any();
    view! { <ul class="disputes">{shortened(state, CARDS, count, draw)}</ul> }.into_any()
}

/// The first items of a list, and a button for the rest where there is one.
pub(super) fn shortened(
    state: State,
    room: usize,
    count: usize,
    draw: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let room = Room::of(state, room);
    let draw = Arc::new(draw);
    let items = move || {
        let shown = room.get().min(count);
        let item = |at| {
            let draw = Arc::clone(&draw);
            Item::new(at, move || draw(at))
        };
        let mut items: Vec<Item> = (0..shown).map(item).collect();
        if shown < count {
            items.push(Item::new(("more", shown), move || {
                view! { <li class="more-row">{more(state, count - shown, room)}</li> }
            }));
        }
        items
    };
    keyed(items)
}

/// A disagreement: what it is about, in what the sides differ, and the two sides.
fn card(state: State, card: &Card) -> AnyView {
    let is_soft = card.group == Group::PrecisionDiffers;
    let verdict = if is_soft { Verdict::PrecisionDiffers } else { Verdict::Contradicts };
    let read = |it: &Side| it.clone().read_in(state.atlas().corpus(), state.lang);
    let [left, right] = card.sides.each_ref().map(read);
    let asserted: Vec<Status> = left.values.iter().filter_map(status).collect();
    let same = card.within;
    let is_wordy = |side: &Side| side.values.iter().any(is_sentence);
    let is_wordy = is_wordy(&left) || is_wordy(&right);
    let scale = card.scale.as_ref().map(|it| {
        view! { <div class="scale-row">{scale(state, it, Some(verdict))}</div> }
    });
    view! {
        <li class="dispute" class:soft=is_soft class:wordy=is_wordy>
            <div class="dispute-head">
                {heading(state, card)}
                {why(state, card)}
            </div>
            <div class="sides">
                {side(state, &left, None, &[])}
                {side(state, &right, same, &asserted)}
                <span class="mark" aria-hidden="true">{words::sign(is_soft)}</span>
            </div>
            {scale}
        </li>
    }
    .into_any()
}

/// What a card is about: one transfer, two of which different countries are said, or something that is context.
fn heading(state: State, card: &Card) -> AnyView {
    let atlas = state.atlas();
    match card.about {
        About::Context(category) => {
            let name = foreign::text(state.lang, &atlas.corpus().category(category).name);
            view! { <h4>{name}</h4> }.into_any()
        }
        About::Transfer(transfer) => {
            let other = card.other.map(|it| {
                view! { <span class="other"><span class="quiet" aria-hidden="true">"≠ "</span> {titled(state, it)}</span> }
            });
            view! { <h4>{titled(state, transfer)} {other}</h4> }.into_any()
        }
    }
}

/// A transfer's name over what is moved, leading to it in the list.
fn titled(state: State, transfer: TransferId) -> AnyView {
    let atlas = state.atlas();
    let item = foreign::text(state.lang, &atlas.corpus().transfer(transfer).item);
    view! { {link(state, transfer)} " " <small>{item}</small> }.into_any()
}

/// From whom to whom, leading to the opened transfer.
fn link(state: State, transfer: TransferId) -> AnyView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let sides = corpus.sides(transfer);
    let id = corpus.transfer(transfer).id.clone();
    let href = state.href(&of_transfer(&id));
    let open = move |query: &mut Query| {
        query.show(View::Transfers);
        query.open.insert(&id);
    };
    view! { <a class="pair-link" href=href on:click=state.follow(open)>{route(state, sides)}</a> }
        .into_any()
}

/// In what the sides differ, at which stage, whether one document or one origin says both, and why both can be true
/// where no more than the stage differs.
fn why(state: State, card: &Card) -> AnyView {
    let words = &state.words().disagreement;
    let is_soft = card.group == Group::PrecisionDiffers;
    let kind = words::difference(state.lang, card.kind, is_soft);
    let at_stage = card.stage.map(|it| {
        view! { <span class="stage">{glyph(it)} " " {words::status(state.lang, it)}</span> }
    });
    // A document that contradicts itself is one document.
    let is_told = card.kind == Difference::WithinDocument;
    let within = card.within.filter(|_| !is_told).map(|_| words.within);
    let from_one = card.from_one.map(|_| words.from_one);
    let apart = card.apart.map(|it| match it {
        Apart::Origins => words.by_others,
        Apart::Times => words.at_times,
        Apart::InTurn => words.in_turn,
    });
    let notes = within.into_iter().chain(from_one).chain(apart);
    view! {
        <p class="why">
            <b>{kind}</b>
            {at_stage}
            {notes.map(|it| view! { <span class="both">{it}</span> }).collect_view()}
        </p>
    }
    .into_any()
}

fn status(answer: &Answer) -> Option<Status> {
    match answer.value {
        Value::Status(status) => Some(status),
        _ => None,
    }
}

/// What one side says, who says so, and where; `same` is the document that the other side stands in, too, and
/// `asserted` what that one says.
fn side(state: State, side: &Side, same: Option<DocumentId>, asserted: &[Status]) -> AnyView {
    let rest = |all: usize| all.checked_sub(NAMED).filter(|it| *it > 0);
    let rest = |all| rest(all).map(|it| state.words().and_others(it));
    let values = side.values.iter().take(NAMED).map(|it| said(state, it, asserted));
    let more_values = rest(side.values.len()).map(|it| view! { <small>{it}</small> });
    let claims: Vec<ClaimId> = side.claims().collect();
    let more_places =
        rest(side.documents.len()).map(|it| view! { <span class="place">{it}</span> });
    let places = side.documents.iter().take(NAMED).enumerate().map(|(at, (document, claims))| {
        let is_same = same == Some(*document);
        let within = (at == 0 && !is_same).then(|| state.words().disagreement.in_documents);
        view! { <span class="place">{within} " " {place(state, *document, claims, is_same)}</span> }
    });
    view! {
        <div class="side">
            <div class="values">{values.collect_view()} {more_values}</div>
            {all_who(state, &claims, &side.origins)}
            <p class="via">{places.collect_view()} {more_places}</p>
        </div>
    }
    .into_any()
}

fn said(state: State, answer: &Answer, asserted: &[Status]) -> AnyView {
    let (value, note) = match &answer.value {
        // Who denies it stands below, and what is denied on the other side.
        Value::Denied(_, status) => {
            let word = state.words().denied;
            let note = note(state, answer).filter(|_| !asserted.contains(status));
            (view! { <span>{word}</span> }.into_any(), note)
        }
        // From what it is inferred stands at the claim.
        Value::Time(when) => (value(state, answer, false), time_note(state, answer, when, false)),
        _ => (value(state, answer, false), note(state, answer)),
    };
    let how_far = how_far(state, answer).map(|it| {
        view! { <small>{glyph(it)} " " {words::status(state.lang, it)}</small> }
    });
    let note = note.map(|it| view! { <small>{it}</small> });
    view! { <p class="value" class:small=is_sentence(answer)>{value}</p> {how_far} {note} }
        .into_any()
}

/// Whether it is a sentence of ours that stands for what is said.
fn is_sentence(answer: &Answer) -> bool {
    matches!(answer.value, Value::Statement(_))
}

/// How far what a sentence is of is said to have come.
fn how_far(state: State, answer: &Answer) -> Option<Status> {
    let Value::Statement(claim) = answer.value else { return None };
    let atlas = state.atlas();
    let it = atlas.corpus().claim(claim);
    let is_said = it.stance == Stance::Asserts && atlas.corpus().transfer_of(claim).is_some();
    (is_said && it.status != Status::Unknown).then_some(it.status)
}

/// Those who answer for a side, the first of them and how many more there are.
pub(super) fn all_who(state: State, claims: &[ClaimId], origins: &[(OriginId, Part)]) -> AnyView {
    let (shown, rest) = origins.split_at(origins.len().min(NAMED));
    let shown = shown.iter().map(|(origin, part)| who(state, claims, *origin, *part));
    let rest = (!rest.is_empty())
        .then(|| view! { <li class="who">{state.words().and_others(rest.len())}</li> });
    view! { <ul class="answering">{shown.collect_view()} {rest}</ul> }.into_any()
}

/// Somebody who answers for a side, with the mark of its part and with its word.
fn who(state: State, claims: &[ClaimId], origin: OriginId, part: Part) -> AnyView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let mark = match part {
        Part::Named => Some(Square::Named),
        Part::Hollow => Some(Square::Hollow),
        Part::Unsourced => Some(Square::Unsourced),
        Part::Denies => Some(Square::Denying),
        Part::Silent => Some(Square::Silent),
        // Neither counts, and neither speaks against it.
        Part::Relay | Part::LeavesOpen => None,
    };
    let mark = mark.map(|it| squares(&[it]));
    let note = match part {
        // That is what the side says.
        Part::Denies => None,
        Part::Hollow => {
            let its = claims.iter().copied();
            let its = its.filter(|&it| evidence::accountable(corpus, it) == origin);
            Some(words::hollow_note(state.lang, Hollow::of(corpus, its)))
        }
        _ => words::part(state.lang, part),
    };
    let note = note.map(|it| view! { <span class="quiet">{state.signs().colon} {it}</span> });
    let name = mention::origin(state, origin);
    view! { <li class="who">{mark} <span>{name} {note}</span></li> }.into_any()
}

/// A document with the paragraphs, and through whom it has it.
fn place(state: State, document: DocumentId, claims: &[ClaimId], is_same: bool) -> AnyView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let words = &state.words().disagreement;
    let name = if is_same {
        view! { <span>{words.same_text}</span> }.into_any()
    } else {
        about(state, &corpus.document(document).id, mention::outlet(state, document))
    };
    let mut passing: Vec<OriginId> = Vec::new();
    let mut is_all = true;
    for &claim in claims {
        let through = evidence::through(corpus, claim);
        is_all &= !through.is_empty();
        passing.extend(through.iter().filter(|it| !passing.contains(it)).collect::<Vec<_>>());
    }
    let passing: Vec<&str> = passing.iter().map(|it| atlas.origin(*it, state.lang)).collect();
    let through = (!passing.is_empty())
        .then(|| [state.signs().comma, &words::through(state.lang, &passing, is_all)].concat());
    view! { {name} " " {places(state, claims)} {through} }.into_any()
}

/// What is left open: the claims that say so, by transfer.
fn open_ones(state: State, left_open: Vec<(TransferId, Vec<ClaimId>)>) -> Option<AnyView> {
    if left_open.is_empty() {
        return None;
    }
    let words = &state.words().disagreement;
    let count = left_open.len();
    let draw = move |at: usize| {
        let Some((transfer, claims)) = left_open.get(at) else { return ().into_any() };
        let (claims, count) = (claims.clone(), claims.len());
        let draw = move |at: usize| claims.get(at).map(|&it| claim(state, it)).into_any();
        view! {
            <li class="open">
                <h4>{titled(state, *transfer)}</h4>
                <ul class="claims">{shortened(state, CARDS, count, draw)}</ul>
            </li>
        }
        .into_any()
    };
    Some(
        view! {
            <h3 class="group-title">{words.left_open} " " <small>{words.left_open_hint}</small></h3>
            <ul class="opens">{shortened(state, LINES, count, draw)}</ul>
        }
        .into_any(),
    )
}

/// What is missing, each gap with the transfers that have it, folded.
fn gaps(state: State, gaps: Vec<(evidence::Gap, Vec<TransferId>)>) -> Option<AnyView> {
    if gaps.is_empty() {
        return None;
    }
    let gaps = gaps.into_iter().map(|(gap, transfers)| {
        let count = transfers.len();
        let draw = move |at: usize| {
            let Some(&transfer) = transfers.get(at) else { return ().into_any() };
            view! { <li>{titled(state, transfer)}</li> }.into_any()
        };
        view! {
            <details class="gap-of">
                <summary>
                    <h4>{words::gap(state.lang, gap)} " " <small>{counted(state, count)}</small></h4>
                </summary>
                <ul>{shortened(state, LINES, count, draw)}</ul>
            </details>
        }
    });
    Some(
        view! {
            <h3 class="group-title">{state.words().disagreement.missing}</h3>
            <div class="gaps-of">{gaps.collect_view()}</div>
            <p class="quiet">{state.words().nothing_means}</p>
        }
        .into_any(),
    )
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::atlas::Atlas;
    use crate::corpus::Lang;
    use crate::evidence::fixture::{Said, corpus, said};
    use crate::query::Index;
    use leptos::tachys::view::RenderHtml;

    fn of(documents: &[(&str, Vec<Said>)]) -> String {
        let corpus = corpus(documents);
        let countries = corpus.country_codes();
        let index = Index::new(Arc::new(corpus), &countries);
        let preferred = Lang::En;
        let atlas = Arc::new(Atlas::new(index, countries, preferred));
        Owner::new().with(|| drawn(State::new(atlas, Query::default(), Vec::new())).to_html())
    }

    #[test]
    fn whoever_denies_stands_against_whoever_says_so() {
        let denial = said(&["y"]).stance("denies").disputes(&["0-0"]);
        let html = of(&[("a", vec![said(&["x"]), denial])]);
        assert_eq!(html.matches("class=\"dispute\"").count(), 1);
        let (left, right) = html
            .split_once("class=\"side\"")
            .and_then(|it| it.1.split_once("class=\"side\""))
            .expect("two sides");
        assert!(left.contains("square named") && left.contains(">agreed<"));
        assert!(right.contains("square denying") && right.contains("the same text"));
        assert!(html.contains("transfer=t") && html.contains("claim=0-1"));
    }

    #[test]
    fn whoever_passes_it_on_has_words_and_no_mark() {
        let further = said(&["x"]);
        let relay = [said(&["y", "x"]).status("planned"), said(&["y"]).status("planned")];
        let html = of(&[("a", vec![further]), ("b", relay.to_vec())]);
        assert!(html.contains("Both can be true"), "{html}");
        let (_, after) = html.split_once("passes it on, not counted").expect("its word");
        assert!(!after.is_empty());
        let (before, _) = html
            .split_once(": passes it on")
            .or_else(|| html.split_once("passes it on"))
            .expect("its word");
        let (_, who) = before.rsplit_once("class=\"who\"").expect("its line");
        assert!(!who.contains("square"));
    }
}
