//! The roots: each with its switch, what it stands for, and from which documents it is known.

use super::super::State;
use super::super::glyph::{Square, squares};
use super::super::keyed::{Item, keyed, text};
use super::super::mention::{self, document_name, origin};
use super::super::more::{Room, more};
use super::{Found, drawing, switch};
use crate::corpus::{DocumentId, When};
use crate::evidence::{Band, Ribbons, Role, Root, Target, dot};
use crate::words;
use leptos::prelude::*;

/// Where it is narrow so many documents are named over their columns; more are numbered.
pub const NAMED: usize = 6;

/// So many documents can be drawn; of more than these words take the drawing's place.
pub const COLUMNS: usize = 24;

/// So many documents are named of a root; its page has the others.
const FROM: usize = 8;

/// So many roots are shown before a reader asks for more.
pub const ROOTS: usize = 24;

/// A row a root. The rows stay, with their switches, and what is in them changes. Where ribbons lead to them all are
/// shown, and else those first that count for the most.
pub fn roots(state: State, found: Found, room: Room) -> Vec<Item> {
    let (targets, is_drawn): (Vec<Target>, bool) = found.with(|it| {
        let is_drawn = it.ribbons.documents.len() <= COLUMNS;
        let in_order = || it.ribbons.roots.iter().map(|it| it.target).collect();
        (if is_drawn { in_order() } else { it.ribbons.by_weight() }, is_drawn)
    });
    let shown = if is_drawn { targets.len() } else { room.get() };
    let row = |&target: &Target| Item::new(target, move || row(state, found, target));
    let mut items: Vec<Item> = targets.iter().take(shown).map(row).collect();
    let rest = targets.len() - items.len();
    if rest > 0 {
        let more = move || view! { <li class="more-row">{more(state, rest, room)}</li> };
        items.push(Item::new(("more", rest), more));
    }
    items
}

/// A root that stays while what is found of it changes.
#[derive(Clone, Copy)]
struct Row {
    state: State,
    found: Found,
    target: Target,
}

impl Row {
    fn with<T>(self, read: impl Fn(&Root) -> T) -> Option<T> {
        self.found
            .with(|it| it.ribbons.roots.iter().find(|root| root.target == self.target).map(&read))
    }

    fn is_drawn(self) -> bool {
        self.found.with(|it| it.ribbons.documents.len() <= COLUMNS)
    }

    fn is_fallen(self) -> bool {
        self.with(Root::is_fallen).unwrap_or_default()
    }

    fn role(self) -> Role {
        self.with(|root| root.shown().clone()).unwrap_or_default()
    }
}

fn row(state: State, found: Found, target: Target) -> AnyView {
    let row = Row { state, found, target };
    let words = &state.words().origins;
    let is_against = move || {
        let role = row.role();
        role.counts.is_empty() && !role.denies.is_empty()
    };
    let counts = move || row.with(|root| !root.before.counts.is_empty()).unwrap_or_default();
    let (name, switch) = match target {
        Target::Origin(it) => (origin(state, it), Some(switch(state, it, counts))),
        Target::NoSource => (view! { <span>{state.words().own_account}</span> }.into_any(), None),
    };
    let falls = move || {
        let is_distrusted = row.with(|root| root.is_distrusted).unwrap_or_default();
        if row.is_fallen() && !is_distrusted {
            words.falls_with_others.to_owned()
        } else {
            String::new()
        }
    };
    view! {
        <li
            class:denying=is_against
            class:fallen=move || row.is_fallen()
            class:unsourced=target == Target::NoSource
        >
            {keyed(move || vec![marks(&row.role(), target)])}
            <span class="name">
                <span class="who">{name}</span>
                " "
                <small>{text(move || stands_for(state, &row.role()))}</small>
            </span>
            <span class="from">
                <span class="notes">{text(move || notes(row))} " " {text(falls)}</span>
                " "
                <span class="in-documents">{text(move || from(row))}</span>
            </span>
            {keyed(move || row.is_drawn().then(|| passing(row)).flatten().into_iter().collect())}
            {switch}
            {keyed(move || row.is_drawn().then(|| matrix(row)).into_iter().collect())}
        </li>
    }
    .into_any()
}

fn marks(role: &Role, target: Target) -> Item {
    let mut marks = Vec::new();
    if !role.counts.is_empty() {
        let is_hollow = role.hollow.len() == role.counts.len();
        marks.push(if is_hollow { Square::Hollow } else { Square::Named });
    }
    if target == Target::NoSource {
        marks.push(Square::Unsourced);
    }
    if !role.denies.is_empty() {
        marks.push(Square::Denying);
    }
    if !role.silent.is_empty() {
        marks.push(Square::Silent);
    }
    Item::new(marks.clone(), move || squares(&marks))
}

/// How many transfers it counts for, or denies, or is silent on.
fn stands_for(state: State, role: &Role) -> String {
    let lang = state.lang;
    let parts = [
        (role.counts.len(), words::so_many_transfers as fn(_, _) -> String),
        (role.denies.len(), words::denies_so_many),
        (role.silent.len(), words::silent_on),
        (if role.counts.is_empty() { role.uncounted.len() } else { 0 }, words::uncounted_for),
    ];
    let parts = parts.into_iter().filter(|it| it.0 > 0).map(|(count, text)| text(lang, count));
    parts.collect::<Vec<_>>().join(state.signs().comma)
}

/// That it rests on unnamed people, or is not counted for some.
fn notes(row: Row) -> String {
    let (state, role) = (row.state, row.role());
    let (lang, counts) = (state.lang, role.counts.len());
    let how = row.found.with(|it| it.ribbons.hollow(state.atlas().corpus(), row.target, &role));
    let mut notes = Vec::new();
    notes.extend(how.map(|how| words::hollow_for(lang, role.hollow.len(), counts, how)));
    if counts > 0 && !role.uncounted.is_empty() {
        notes.push(words::uncounted_for(lang, role.uncounted.len()));
    }
    notes.join(state.signs().semicolon)
}

/// The documents that it is known from, with how many claims, and through whom.
fn from(row: Row) -> String {
    let state = row.state;
    let from = row.found.with(|shown| {
        let found = &shown.ribbons;
        let of_it = || {
            let ribbons = found.ribbons.iter().enumerate();
            ribbons.filter(|(_, it)| it.edge.target == row.target)
        };
        let rest = of_it().count().saturating_sub(FROM);
        let rest = (rest > 0).then(|| state.words().origins.and_documents(rest));
        let from = of_it().take(FROM).map(|(at, ribbon)| {
            let name = document_name(state, ribbon.edge.document);
            let claims = words::claims(state.lang, ribbon.edge.claims.len());
            let through = drawing::through(state, found, at);
            let claims: Vec<String> = [claims].into_iter().chain(through).collect();
            state.words().labelled(&name, &claims.join(state.signs().comma))
        });
        from.chain(rest).collect::<Vec<_>>().join(state.signs().semicolon)
    });
    state.words().chain.from_documents(&from)
}

/// Through whom it is known: seen where the ribbons cannot say so.
fn passing(row: Row) -> Option<Item> {
    let state = row.state;
    let lines = row.found.with(|shown| {
        let ribbons = &shown.ribbons.ribbons;
        let of_it = || ribbons.iter().enumerate().filter(|(_, it)| it.edge.target == row.target);
        let is_one = of_it().count() == 1;
        let lines = of_it().filter_map(|(at, ribbon)| {
            let through = drawing::through(state, &shown.ribbons, at)?;
            let atlas = state.atlas();
            let outlet = atlas.outlet(ribbon.edge.document, state.lang);
            let outlet = words::apart(state.lang, outlet);
            let line = if is_one { through } else { state.words().labelled(&outlet, &through) };
            let is_worded = |it: &Band| it.ribbon == at && it.word.is_some();
            Some((line, shown.bands.bands.iter().any(is_worded)))
        });
        lines.collect::<Vec<_>>()
    });
    (!lines.is_empty()).then(|| {
        Item::new(lines.clone(), move || {
            let lines = lines.into_iter().map(|(line, is_on_ribbon)| {
                view! { <span class:on-ribbon=is_on_ribbon>{line}</span> }
            });
            view! { <span class="passing" aria-hidden="true">{lines.collect_view()}</span> }
        })
    })
}

/// Where it is narrow: a column a document, a dot as large as there are claims, a ring if they come through others.
fn matrix(row: Row) -> Item {
    let is_fallen = row.is_fallen();
    let (columns, dots) = row.found.with(|shown| {
        let found = &shown.ribbons;
        let dots = found.ribbons.iter().filter(|it| it.edge.target == row.target).map(|it| {
            let column = column(found, it.edge.document);
            let class = match (it.edge.is_through, it.denials == it.edge.claims.len()) {
                (true, true) => "through denying",
                (true, false) => "through",
                (false, true) => "denying",
                (false, false) => "",
            };
            (column, class, format!("{:.2}rem", 0.375 + 0.625 * dot(found, it)))
        });
        (found.documents.len(), dots.collect::<Vec<_>>())
    });
    Item::new((columns, dots.clone(), is_fallen), move || {
        let dots = dots.into_iter().map(|(column, class, size)| {
            view! { <i class=class style:grid-column=column.to_string() style=("--size", size)></i> }
        });
        let columns = columns.to_string();
        view! {
            <span class="matrix" aria-hidden="true" style=("--columns", columns)>
                {dots.collect_view()}
            </span>
        }
    })
}

/// The column of a document, counted from 1.
fn column(found: &Ribbons, document: DocumentId) -> usize {
    found.documents.iter().position(|it| it.0 == document).map_or(1, |at| at + 1)
}

/// Whether a date has a mark at the head of a column, since it is inferred.
pub fn is_marked(state: State, published: &When) -> bool {
    let short = words::appeared_in_short(state.lang, published);
    published.is_undated() && short != state.words().undated
}

/// The heads of the columns: names, or numbers where there are many.
pub fn matrix_head(state: State, found: Found) -> Item {
    let documents: Vec<DocumentId> =
        found.with(|it| it.ribbons.documents.iter().map(|it| it.0).collect());
    Item::new(documents.clone(), move || {
        let (atlas, columns) = (state.atlas(), documents.len());
        let heads = documents.iter().enumerate().map(|(at, &document)| {
            if columns > NAMED {
                return view! { <span>{words::number(state.lang, at + 1)}</span> }.into_any();
            }
            let published = &atlas.corpus().document(document).published;
            let mark = is_marked(state, published).then_some("†");
            view! {
                <span>
                    <b>{mention::outlet(state, document)}</b>
                    " "
                    {words::appeared_in_short(state.lang, published)}
                    {mark}
                </span>
            }
            .into_any()
        });
        view! {
            <p class="matrix-head" aria-hidden="true" style=("--columns", columns.to_string())>
                {heads.collect_view()}
            </p>
        }
    })
}
