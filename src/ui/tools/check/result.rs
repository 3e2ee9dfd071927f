//! What was found in a reader's copy: its text on one side, the claims that its paragraphs bear on the other.

use crate::corpus::{ClaimId, Corpus, DocumentId, Stance};
use crate::evidence::{Difference, Disagreements, Disputed, Group};
use crate::fingerprint::{
    Checked, Paragraph, Part, Passage, Piece, Presence, Recognised, Stretch, stretches,
};
use crate::ui::State;
use crate::ui::claims::paragraph as paragraph_link;
use crate::ui::foreign;
use crate::ui::keyed::Item;
use crate::ui::mention;
use crate::words;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which documents a copy holds, and how much of each; which of their paragraphs are in doubt.
pub fn summary(state: State, checked: &Checked) -> AnyView {
    let words = words::tools(state.lang);
    if checked.is_short() && checked.verdict.recognised.is_empty() {
        return view! { <p>{words.too_short}</p> }.into_any();
    }
    if checked.verdict.recognised.is_empty() {
        return view! {
            <p>{words.not_recognised}</p>
            <p>{words.not_recognised_means}</p>
        }
        .into_any();
    }
    let documents = checked.verdict.recognised.iter().map(|it| recognised(state, it));
    let doubtful = checked.verdict.doubtful();
    let doubtful = (!doubtful.is_empty()).then(|| {
        let all = doubtful.into_iter().map(|it| doubt(state, it));
        view! { <ul class="doubtful">{all.collect_view()}</ul> }
    });
    let is_misread = checked.verdict.is_misread();
    view! {
        {documents.collect_view()}
        {is_misread.then(|| view! { <p>{words.read_badly_do}</p> })}
        {doubtful}
    }
    .into_any()
}

fn recognised(state: State, recognised: &Recognised) -> AnyView {
    let (atlas, words) = (state.atlas(), words::tools(state.lang));
    let document = atlas.corpus().document(recognised.document);
    let how = if recognised.is_excerpt() { words.excerpt } else { words.recognised };
    let count = words::paragraphs_found(state.lang, recognised.counts());
    view! {
        <p>
            <b>{how} {state.signs().colon.trim_end()}</b>
            " "
            <cite>{foreign::title(document)}</cite>
            {state.signs().comma}
            {mention::outlet(state, recognised.document)}
            ". "
            {count}
        </p>
    }
    .into_any()
}

/// A paragraph in doubt, with the way to it where it stands in the text.
fn doubt(state: State, paragraph: &Paragraph) -> AnyView {
    let (atlas, words) = (state.atlas(), words::tools(state.lang));
    let outlet = atlas.outlet(paragraph.document, state.lang);
    let place = place(state, outlet, paragraph);
    let start = paragraph.found.as_ref().map(|it| it.at.start);
    let way = start.map(|start| {
        let label = state.words().labelled(words.go, &place);
        let show = move |_| crate::browser::reveal(&anchor(start));
        view! { " · " <button type="button" aria-label=label on:click=show>{words.go}</button> }
    });
    view! { <li><b>{name(state, paragraph.presence())}</b> {state.signs().colon} {place.clone()} {way}</li> }
        .into_any()
}

/// The id of a passage, by where it begins.
fn anchor(start: usize) -> String {
    format!("passage-{start}")
}

/// The word for how much of a paragraph is there.
fn name(state: State, presence: Presence) -> &'static str {
    let words = words::tools(state.lang);
    match presence {
        Presence::Found => words.found,
        Presence::Altered => words.altered,
        Presence::ReadBadly => words.read_badly,
        Presence::NotFound => words.not_found,
    }
}

/// What its bar is drawn as.
fn class(presence: Presence) -> &'static str {
    match presence {
        Presence::Found => "found",
        Presence::Altered => "altered",
        Presence::ReadBadly => "read-badly",
        Presence::NotFound => "not-found",
    }
}

/// The copy, passage by passage, with the claims beside; nothing where no document was recognised.
pub fn text(state: State) -> Vec<Item> {
    let Some(copy) = state.own_copy.get() else { return Vec::new() };
    if !copy.checked.as_ref().is_ok_and(|it| !it.verdict.recognised.is_empty()) {
        return Vec::new();
    }
    // Who is distrusted disputes nothing.
    let distrust = state.query.with(|query| query.distrust.clone());
    let key = (Arc::as_ptr(&copy).addr(), distrust);
    vec![Item::new(key, move || copy.checked.as_ref().ok().map(|it| rows(state, it)))]
}

fn rows(state: State, checked: &Checked) -> AnyView {
    let words = words::tools(state.lang);
    let key = Presence::ALL.map(|presence| {
        view! { <li class=class(presence)><i aria-hidden="true"></i> {name(state, presence)}</li> }
    });
    let (atlas, overview) = (state.atlas(), state.overview.get_untracked());
    let corpus = atlas.corpus();
    let paragraphs = checked.verdict.recognised.iter().flat_map(|it| &it.paragraphs);
    let claims = paragraphs.flat_map(|it| it.claims(corpus)).collect();
    let disagreements = Disagreements::of(overview.trust(corpus), &claims);
    let rows =
        stretches(&checked.text, &checked.verdict).into_iter().map(|stretch| match stretch {
            Stretch::Between { at, lines, is_folded } => {
                between(state, piece(&checked.text, &at), lines, is_folded)
            }
            Stretch::Passage(it) => passage(state, &checked.text, &it, &disagreements),
        });
    let rows = rows.collect_view();
    let missing = checked.verdict.doubtful().into_iter().filter(|it| it.found.is_none());
    let missing = missing.map(|it| not_found(state, it, &disagreements)).collect_view();
    view! {
        <ul class="check-key">
            {key.collect_view()}
            <li class="around">{words.around}</li>
        </ul>
        <div class="copy-text">{rows} {missing}</div>
        <details class="how-sure">
            <summary>{words.how_sure}</summary>
            <p>{words.guarantee}</p>
        </details>
    }
    .into_any()
}

fn piece<'a>(text: &'a str, at: &std::ops::Range<usize>) -> &'a str {
    text.get(at.clone()).expect("stretches begin and end with letters of the text")
}

/// Lines without a claim.
fn between(state: State, text: &str, lines: usize, is_folded: bool) -> AnyView {
    let text = text.to_owned();
    let line = view! { <p class="read">{text}</p> };
    if is_folded {
        let count = words::tools(state.lang).lines_without_claim(lines);
        view! { <details class="between"><summary>{count}</summary>{line}</details> }.into_any()
    } else {
        view! { <div class="between">{line}</div> }.into_any()
    }
}

/// A passage: the numbers of its paragraphs, the text with its bar, how much of it is there, and the claims.
fn passage(state: State, text: &str, passage: &Passage, disagreements: &Disagreements) -> AnyView {
    let atlas = state.atlas();
    let has = |presence| passage.paragraphs.iter().any(|it| it.presence() == presence);
    let worst = [Presence::Altered, Presence::ReadBadly].into_iter().find(|it| has(*it));
    let bar = class(worst.unwrap_or(Presence::Found));
    let first = passage.paragraphs.first().expect("a passage is one of a paragraph");
    let lang = atlas.corpus().document(first.document).language.clone();
    let pieces = passage.pieces.iter().map(|it| drawn(state, text, it));
    let lines = passage.paragraphs.iter().map(|it| verdict_line(state, it));
    let claims = passage.paragraphs.iter().map(|it| claims_of(state, it, disagreements));
    view! {
        <div role="group" class=format!("passage {bar}") id=anchor(passage.start) tabindex="-1" aria-label=label(state, &passage.paragraphs)>
            <p class="number" aria-hidden="true">{numbers(state, &passage.paragraphs)}</p>
            <div class="copy-side">
                <p class="read" lang=lang>{pieces.collect_view()}</p>
                {lines.collect_view()}
            </div>
            <div class="claims-side">{claims.collect_view()}</div>
        </div>
    }
    .into_any()
}

/// A paragraph that the copy does not have.
fn not_found(state: State, paragraph: &Paragraph, disagreements: &Disagreements) -> AnyView {
    let words = words::tools(state.lang);
    view! {
        <div role="group" class="passage not-found" aria-label=label(state, &[paragraph])>
            <p class="number" aria-hidden="true">{numbers(state, &[paragraph])}</p>
            <div class="copy-side">
                <p class="verdict-line">
                    <b>{words.not_found}</b>
                    {state.signs().colon}
                    {words.not_found_means}
                </p>
            </div>
            <div class="claims-side">{claims_of(state, paragraph, disagreements)}</div>
        </div>
    }
    .into_any()
}

/// A paragraph, by who printed it.
fn place(state: State, outlet: &str, paragraph: &Paragraph) -> String {
    let number = paragraph.number.to_string();
    let outlet = words::apart(state.lang, outlet);
    [&outlet, state.signs().comma, state.words().paragraph, " ", &number].concat()
}

fn numbers(state: State, paragraphs: &[&Paragraph]) -> String {
    let numbers: Vec<String> = paragraphs.iter().map(|it| it.number.to_string()).collect();
    format!("¶\u{a0}{}", numbers.join(state.signs().comma))
}

/// Which paragraphs stand in a passage, for those who hear it.
fn label(state: State, paragraphs: &[&Paragraph]) -> String {
    let atlas = state.atlas();
    let all = paragraphs.iter().map(|it| {
        let outlet = atlas.outlet(it.document, state.lang);
        place(state, outlet, it)
    });
    all.collect::<Vec<_>>().join(state.signs().semicolon)
}

/// A piece of the text. What differs is marked, and said to for those who hear it.
fn drawn(state: State, text: &str, it: &Piece) -> AnyView {
    let text = piece(text, &it.at).to_owned();
    let marked = |presence, text: String| {
        view! { <mark class=class(presence)><span class="unseen">{name(state, presence)} {state.signs().colon}</span>{text}</mark> }
            .into_any()
    };
    match it.part {
        Part::Around => view! { <span class="around">{text}</span> }.into_any(),
        Part::Recognised => view! { <span>{text}</span> }.into_any(),
        Part::Altered => marked(Presence::Altered, text),
        Part::ReadBadly => marked(Presence::ReadBadly, text),
    }
}

/// How much of a paragraph is there, in words.
fn verdict_line(state: State, paragraph: &Paragraph) -> AnyView {
    let words = words::tools(state.lang);
    let found = paragraph.found.as_ref().filter(|it| !it.is_whole());
    let why = found.map(|it| {
        let how = if paragraph.is_misread {
            words.read_badly_means.to_owned()
        } else {
            let where_it_is =
                if it.differing.is_empty() { words.at_edges } else { words.differing };
            format!("{where_it_is} {}", words.by_whom)
        };
        let hashes = words.hashes_found(it.of, &words::number(state.lang, it.matched));
        view! { {state.signs().colon} {how} " " <span class="hashes">"(" {hashes} ")"</span> }
    });
    view! { <p class="verdict-line"><b>{name(state, paragraph.presence())}</b>{why}</p> }.into_any()
}

/// The claims that a paragraph bears, each with whom it goes back to and what disputes it.
fn claims_of(state: State, paragraph: &Paragraph, disagreements: &Disagreements) -> AnyView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let claims = paragraph.claims(corpus).map(|claim| {
        let statement = foreign::text(state.lang, &corpus.claim(claim).statement);
        let chain = words::chain(state.lang, corpus, claim);
        let disputed = disagreements.of_claim(corpus, claim);
        let disputed = disputed.iter().map(|it| disputed_by(state, claim, it));
        view! {
            <li class="claim">
                <p>{statement}</p>
                <small>
                    <span>{chain} " " {paragraph_link(state, claim)}</span>
                    {disputed.collect_view()}
                </small>
            </li>
        }
    });
    view! { <ul>{claims.collect_view()}</ul> }.into_any()
}

/// What disputes a claim: in what, and who says otherwise, each with the way there.
fn disputed_by(state: State, claim: ClaimId, disputed: &Disputed) -> AnyView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let is_warm = disputed.group != Group::PrecisionDiffers;
    let own = corpus.document_of(claim);
    let others = by_document(corpus, &disputed.by).into_iter().enumerate().map(
        |(at, (document, claims))| {
            let name = if document == own {
                words::tools(state.lang).this_text.into_any()
            } else {
                named(state, document)
            };
            let between = if at > 0 { state.signs().semicolon } else { " " };
            let links = claims.into_iter().map(|it| view! { " " {paragraph_link(state, it)} });
            view! { {between} {name} {links.collect_view()} }
        },
    );
    view! { <span class:warm=is_warm>{how(state, claim, disputed)} {state.signs().colon.trim_end()} {others.collect_view()}</span> }
        .into_any()
}

/// A document by its outlet, and by its title where the outlet has others.
fn named(state: State, document: DocumentId) -> AnyView {
    let atlas = state.atlas();
    let corpus = atlas.corpus();
    let of_outlet =
        |it: &DocumentId| corpus.document(*it).outlet == corpus.document(document).outlet;
    let is_one_of_several = corpus.document_ids().filter(of_outlet).nth(1).is_some();
    let title = is_one_of_several.then(|| {
        let it = corpus.document(document);
        view! { {state.signs().comma} <cite>{foreign::title(it)}</cite> }
    });
    view! { {mention::outlet(state, document)} {title} }.into_any()
}

/// In what somebody disputes a claim.
fn how(state: State, claim: ClaimId, disputed: &Disputed) -> String {
    let (atlas, words) = (state.atlas(), state.words());
    if disputed.kind == Difference::Denial {
        // Who denies something is against it; whatever is denied has somebody who denies it.
        if atlas.corpus().claim(claim).stance == Stance::Denies {
            return format!("≠\u{a0}{}", words.disputes);
        }
        let deniers = disputed.origins.iter().map(|(origin, _)| atlas.origin(*origin, state.lang));
        let deniers: Vec<&str> = deniers.collect();
        let deniers = words::first_names(state.lang, &deniers, state.signs().comma);
        return format!("≠\u{a0}{} {deniers}", words.denied_by);
    }
    let is_compatible = disputed.group == Group::PrecisionDiffers;
    let what = words::difference(state.lang, disputed.kind, is_compatible);
    format!("{}\u{a0}{what}", words::sign(is_compatible))
}

/// Claims by the documents that they stand in.
fn by_document(corpus: &Corpus, claims: &[ClaimId]) -> BTreeMap<DocumentId, Vec<ClaimId>> {
    let mut all: BTreeMap<DocumentId, Vec<ClaimId>> = BTreeMap::new();
    for &claim in claims {
        all.entry(corpus.document_of(claim)).or_default().push(claim);
    }
    all
}
