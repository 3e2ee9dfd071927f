//! Two corpora beside each other: what one has more, less or otherwise than the other.

use super::listed::listed;
use super::{JSON, Opening};
use crate::browser::{Outside, OwnFile};
use crate::changes::{Becoming, CORPUS, Change, Changes, Entry, Field, Side};
use crate::corpus::Source;
use crate::guest::Whence;
use crate::ui::State;
use crate::ui::claims::{of_claim, to_claim};
use crate::ui::foreign;
use crate::ui::keyed::{Item, keyed};
use crate::ui::tools::fields::file_field;
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// What is compared with the corpus on the page: a file, by its name, and what it holds.
type Other = (String, Arc<Source>);

/// The field that opens another corpus, and what it has more, less or otherwise.
pub fn changes(state: State) -> AnyView {
    let words = &state.words().changes;
    let other = RwSignal::new(None::<Other>);
    let is_newer = RwSignal::new(false);
    let reading = Opening::new(state);
    on_cleanup(move || reading.stop());
    let open = move |file: OwnFile| {
        let name = file.name();
        reading.read(Whence::file(&name), Outside::File(file), move |read| {
            is_newer.set(is_later(read.corpus.source(), state.atlas().corpus().source()));
            other.set(Some((name, Arc::new(read.corpus.into_source()))));
        });
    };
    view! {
        <h3>{words.title}</h3>
        <p class="hint" id="changes-hint">{words.hint}</p>
        {file_field("changes-file", words.choose, JSON, Some("changes-hint"), open)}
        <div aria-live="polite">{keyed(move || reading.shown())}</div>
        <div aria-live="polite">{keyed(move || shown(state, other, is_newer))}</div>
    }
    .into_any()
}

/// Whether a corpus is of a later day than another; not where one of them has none.
fn is_later(source: &Source, than: &Source) -> bool {
    let days = source.edition.as_ref().zip(than.edition.as_ref());
    days.is_some_and(|(is, other)| is.date > other.date)
}

fn shown(state: State, other: RwSignal<Option<Other>>, is_newer: RwSignal<bool>) -> Vec<Item> {
    let Some((name, source)) = other.get() else { return Vec::new() };
    let key = (Arc::as_ptr(&source).addr(), is_newer.get());
    vec![Item::new(key, move || compared(state, &name, &source, is_newer))]
}

/// What changed, with the choice of which is the newer one.
fn compared(state: State, name: &str, other: &Source, is_newer: RwSignal<bool>) -> AnyView {
    let words = &state.words().changes;
    let atlas = state.atlas();
    let here = atlas.corpus().source();
    let is_other_newer = is_newer.get_untracked();
    let changes =
        if is_other_newer { Changes::between(here, other) } else { Changes::between(other, here) };
    let (this, that) = if is_other_newer {
        (&changes.before, &changes.after)
    } else {
        (&changes.after, &changes.before)
    };
    let this = named(state, words.this_corpus, None, this);
    let that = named(state, words.other_corpus, Some(name), that);
    let [before, after] = if is_other_newer { [this, that] } else { [that, this] };
    let choices = [(false, words.this_is_newer), (true, words.other_is_newer)];
    let choices = choices.map(|(value, label)| {
        let checked = value == is_other_newer;
        view! {
            <label class="option">
                <input type="radio" name="changes-newer" prop:checked=checked checked=checked
                    on:change=move |_| is_newer.set(value)
                />
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="options"><legend>{words.which}</legend>{choices}</fieldset>
        <p>{words.from_to(&before, &after)}</p>
        {told(state, changes)}
    }
    .into_any()
}

/// Which corpus a side is: what it is called, and of which day it is.
fn named(state: State, which: &str, file: Option<&str>, side: &Side) -> String {
    let title = side.title.as_ref().map(|it| it.get(state.lang)).or(file);
    let edition = side.edition.as_ref().filter(|it| !it.date.is_empty());
    let day = edition.map(|it| words::date(state.lang, &it.date));
    let day = day.map(|it| state.words().changes.edition_of(&it));
    let parts = [title.map(|it| words::isolated(state.lang, it)), day];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        which.to_owned()
    } else {
        format!("{which} ({})", parts.join(state.signs().comma))
    }
}

fn told(state: State, changes: Changes) -> AnyView {
    let words = &state.words().changes;
    if changes.is_empty() {
        return view! { <p>{words.nothing}</p> }.into_any();
    }
    let changes = Arc::new(changes);
    let of_claims = Becoming::ALL.map(|becoming| {
        let claims = changes.claims.iter().enumerate();
        let places = claims.filter(|(_, it)| it.change.becoming() == becoming).map(|(at, _)| at);
        let places: Vec<usize> = places.collect();
        let (changes, count) = (Arc::clone(&changes), places.len());
        let draw = move |at: usize| {
            let entry = places.get(at).and_then(|at| changes.claims.get(*at));
            entry.map(|it| claim(state, it)).into_any()
        };
        (count > 0).then(|| list(state, title(state, becoming, count), count, draw))
    });
    let count = changes.others.len();
    let draw = move |at: usize| changes.others.get(at).map(|it| row(state, it)).into_any();
    let others = (count > 0).then(|| list(state, words.otherwise(count), count, draw));
    view! { {of_claims} {others} }.into_any()
}

fn list(
    state: State,
    title: String,
    count: usize,
    draw: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    view! { <h4>{title}</h4> {listed(state, count, draw)} }.into_any()
}

fn title(state: State, becoming: Becoming, count: usize) -> String {
    let words = &state.words().changes;
    match becoming {
        Becoming::Added => words.added(count),
        Becoming::Changed => words.changed(count),
        Becoming::Withdrawn => words.withdrawn(count),
        Becoming::Gone => words.gone(count),
        Becoming::WithdrawalChanged => words.withdrawals_changed(count),
        Becoming::Restored => words.restored(count),
        Becoming::WithdrawalGone => words.withdrawals_gone(count),
    }
}

/// A claim, which leads to its place where the corpus on the page has it.
fn claim(state: State, entry: &Entry) -> AnyView {
    let atlas = state.atlas();
    let statement = entry.text.as_ref().map(|it| foreign::text(state.lang, it));
    let statement = match atlas.corpus().find_claim(&entry.id) {
        Some(claim) => view! {
            <a href=state.href(&of_claim(&entry.id)) on:click=to_claim(state, claim)>{statement}</a>
        }
        .into_any(),
        None => statement.into_any(),
    };
    view! {
        {statement} " (" <cite><bdi>{entry.of.clone()}</bdi></cite> {state.signs().comma} {foreign::name(&entry.id)} ")"
        {became(state, &entry.change)}
    }
    .into_any()
}

/// A row of another table.
fn row(state: State, entry: &Entry) -> AnyView {
    let called = entry
        .text
        .as_ref()
        .map(|it| view! { {state.signs().colon} {foreign::text(state.lang, it)} });
    let words = &state.words().changes;
    let became_so = match entry.change.becoming() {
        Becoming::Added => Some(words.is_new),
        Becoming::Gone => Some(words.is_gone),
        _ => None,
    };
    let became_so = became_so.map(|it| format!(" – {it}"));
    let id = (entry.of != CORPUS).then(|| view! { " " {foreign::name(&beginning(&entry.id))} });
    view! {
        {entry.of.clone()} {id} {called} {became_so}
        {became(state, &entry.change)}
    }
    .into_any()
}

/// In which fields something changed, or why and when a claim was withdrawn.
fn became(state: State, change: &Change) -> AnyView {
    match change {
        Change::Changed(fields) | Change::WithdrawalChanged(fields) | Change::Restored(fields) => {
            fields_of(state, fields).into_any()
        }
        Change::Withdrawn { date, reason, fields } => {
            let date = words::date(state.lang, date);
            let since = |reason: &str| state.words().withdrawn.since(&date, reason);
            let since = foreign::within(state.lang, reason, since);
            view! { <p>{since}</p> {fields_of(state, fields)} }.into_any()
        }
        Change::Added | Change::Gone | Change::WithdrawalGone => ().into_any(),
    }
}

fn fields_of(state: State, fields: &[Field]) -> Option<AnyView> {
    let all = fields.iter().map(|it| field(state, it)).collect_view();
    (!fields.is_empty()).then(|| view! { <ul>{all}</ul> }.into_any())
}

fn field(state: State, Field { name, before, after }: &Field) -> AnyView {
    let nothing = state.words().changes.nothing_there;
    let value = |value: &Option<String>| match value {
        Some(value) => view! { <bdi>{beginning(value)}</bdi> }.into_any(),
        None => nothing.into_any(),
    };
    view! { <li><code translate="no">{name.clone()}</code> {state.signs().colon} {value(before)} " " {state.signs().onward} " " {value(after)}</li> }
        .into_any()
}

/// So many letters of a value are shown. A list of names may have millions.
const SHOWN: usize = 400;

/// How a value begins.
fn beginning(value: &str) -> String {
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => value.get(..end).unwrap_or(value).to_owned() + "…",
        None => value.to_owned(),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::super::drawn;
    use super::*;
    use crate::BUNDLED;
    use crate::corpus::Text;
    use crate::ui::fixture::text;

    /// What is shown beside the corpus that is compiled in, where the other is the older one or the newer.
    fn beside(other: &Source, is_other_newer: bool) -> String {
        drawn(|state| compared(state, "old.json", other, RwSignal::new(is_other_newer)))
    }

    fn bundled() -> Source {
        Source::read(BUNDLED).expect("the asset")
    }

    #[test]
    fn what_was_added_changed_and_withdrawn_is_counted_and_leads_to_its_place() {
        let mut other = bundled().without("0e12-21");
        let document = other.documents.iter_mut().find(|it| it.id.starts_with("0e12"));
        let claims = &mut document.expect("a document").claims;
        claims.retain(|it| it.id != "0e12-32");
        let changed = claims.iter_mut().find(|it| it.id == "0e12-15").expect("a claim");
        changed.statement = Text::new("de", "<b>").with("en", "<b>");
        let html = beside(&other, false);
        let told = text(&html);
        for part in [
            "1 claim added",
            "1 claim changed",
            "1 withdrawal taken back: a claim again",
            "statement.en: ",
            "the other (old.json, edition of",
        ] {
            assert!(told.contains(part), "{part}: {told}");
        }
        assert!(html.contains("href=\"#claim=0e12-32\"") && html.contains("&lt;b"), "{html}");
        let told = text(&beside(&other, true));
        assert!(told.contains("1 claim gone without a reason"), "{told}");
        assert!(told.contains("Withdrawn on 25 November 2026: It was misread."), "{told}");
    }

    #[test]
    fn of_the_same_nothing_changed_and_of_another_the_lists_are_cut() {
        assert!(text(&beside(&bundled(), false)).contains("Nothing that is compared has changed"));
        let html = beside(&Source::default(), true);
        let told = text(&html).replace('\u{a0}', " ");
        let count: usize = bundled().documents.iter().map(|it| it.claims.len()).sum();
        assert!(told.contains(&format!("{count} claims gone without a reason")), "{told}");
        assert!(html.matches("href=\"#claim=").count() < 20, "{told}");
    }

    #[test]
    fn a_later_day_is_the_newer_edition() {
        let (older, mut newer) = (bundled(), bundled());
        newer.edition.as_mut().expect("an edition").date = "2099-01-01".to_owned();
        assert!(is_later(&newer, &older) && !is_later(&older, &newer));
        assert!(!is_later(&Source::default(), &older));
    }
}
