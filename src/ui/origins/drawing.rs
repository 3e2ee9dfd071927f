//! The drawing: documents, and the ribbons that lead from them to the roots. Each root says the same in words.

use super::super::State;
use super::super::claims::about;
use super::super::foreign;
use super::super::keyed::Item;
use super::super::mention::dated;
use super::Found;
use crate::evidence::{Band, BandKind, Bands, Ribbons, Root, Target};
use crate::words;
use leptos::prelude::*;

/// How wide the box is that the ribbons lie in; they are stretched to the room that there is.
const WIDTH: f64 = 100.0;

/// The documents, in rows of one height.
pub fn documents(state: State, found: Found) -> Item {
    let documents: Vec<_> = found.with(|it| it.ribbons.documents.iter().map(|it| it.0).collect());
    Item::new(documents.clone(), move || {
        let atlas = state.atlas();
        let is_many = documents.len() > super::roots::NAMED;
        let rows = documents.iter().map(|&document| {
            let it = atlas.corpus().document(document);
            view! {
                <li>
                    <div>
                        <b>{about(state, &it.id, dated(state, document))}</b>
                        " "
                        <cite>{foreign::title(it)}</cite>
                    </div>
                </li>
            }
        });
        view! {
            <ol
                class="from-documents"
                class:numbered=is_many
                aria-label=words::view(state.lang, crate::query::View::Documents)
            >
                {rows.collect_view()}
            </ol>
        }
    })
}

/// The ribbons, and the words on those that lead through somebody.
pub fn lines(state: State, found: Found) -> Item {
    let found = found.get();
    let Bands { height, bands, documents, roots } = found.bands.clone();
    let roots: Vec<_> = roots.into_iter().zip(found.ribbons.roots.iter().map(end_class)).collect();
    Item::new(format!("{bands:?}{roots:?}"), move || {
        let ends = documents.into_iter().map(|it| end(0.0, it, "end"));
        let ends =
            ends.chain(roots.into_iter().map(|(it, class)| end(WIDTH, it, class))).collect_view();
        let paths = bands.iter().map(|band| {
            view! {
                <path class=class(band.kind) d=band.path(WIDTH) stroke-width=width(band) vector-effect="non-scaling-stroke"></path>
            }
        });
        let words = bands.iter().filter_map(|band| {
            let (x, y) = band.word?;
            let text = through(state, &found.ribbons, band.ribbon)?;
            let [start, top] = [x, y].map(|it| format!("{:.2}%", it * 100.0));
            Some(view! { <span style:inset-inline-start=start style:top=top>{text}</span> })
        });
        view! {
            <div class="lines" aria-hidden="true">
                <svg class="ribbon-lines" viewBox=format!("0 0 {WIDTH} {height}") preserveAspectRatio="none">
                    {paths.collect_view()}
                    {ends}
                </svg>
                {words.collect_view()}
            </div>
        }
    })
}

/// What a ribbon ends at, as a line.
fn end(x: f64, (from, to): (f64, f64), class: &'static str) -> AnyView {
    let way = format!("M{x:.0} {from:.1}V{to:.1}");
    view! { <path class=class d=way vector-effect="non-scaling-stroke"></path> }.into_any()
}

fn end_class(root: &Root) -> &'static str {
    match root.target {
        _ if root.is_fallen() => "end distrusted",
        Target::NoSource => "end unsourced",
        Target::Origin(_) if root.now.counts.is_empty() && !root.now.denies.is_empty() => {
            "end denying"
        }
        Target::Origin(_) => "end",
    }
}

fn class(kind: BandKind) -> &'static str {
    match kind {
        BandKind::Asserting => "asserting",
        BandKind::Denying => "denying",
        BandKind::Silent => "silent",
        BandKind::Unsourced => "unsourced",
        BandKind::Discounted => "distrusted",
    }
}

/// What is only a line is as thin as one.
fn width(band: &Band) -> Option<String> {
    let is_ribbon = matches!(band.kind, BandKind::Asserting | BandKind::Denying);
    is_ribbon.then(|| format!("{:.1}", band.thickness))
}

/// Through whom a ribbon leads.
pub fn through(state: State, ribbons: &Ribbons, ribbon: usize) -> Option<String> {
    let edge = &ribbons.ribbons.get(ribbon)?.edge;
    let atlas = state.atlas();
    let names: Vec<&str> = edge.through.iter().map(|&it| atlas.origin(it, state.lang)).collect();
    (!names.is_empty()).then(|| words::through(state.lang, &names, edge.is_through))
}
