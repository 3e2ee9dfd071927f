//! The map-style list: one list of countries, each at its place on land, with lines for what is said to go from one to
//! another. The drawing is silent; the tiles say all that it shows.

use super::drawing::{Looks, flow, ground, key, sample};
use super::filters::truth;
use super::foreign;
use super::glyph::glyph;
use super::keyed::{Item, keyed};
use super::{Pointed, State};
use crate::corpus::{CountryId, Status, TransferId};
use crate::map;
use crate::map::{Board, Dealing, Drawing, DrawnTile, Flow, Frame, Line, Part, Role, Tile};
use crate::overview::choice;
use crate::query::{Facet, Query};
use crate::words::{self, Attributed, Words};
use leptos::prelude::*;

/// The map, and what its lines mean.
#[component]
pub fn Map(state: State) -> impl IntoView {
    let words = state.words();
    let drawings: Drawings = Memo::new(move |_| Frame::ALL.map(|frame| drawing(state, frame)));
    let front: Front = Memo::new(move |_| in_front(state));
    let is_dense = move || drawings.with(|[wide, _]| wide.is_dense);
    let land = [0, 1].map(|at| framed(state, drawings, front, at));
    view! {
        <section class="map" aria-labelledby="map-title">
            <h2 class="unseen" id="map-title">{words.map}</h2>
            <div class="board" class:dense=is_dense>
                {land}
                <ul class="tiles">{keyed(move || tiles(state, drawings, front))}</ul>
            </div>
            {keyed(move || drawings.with(|[wide, _]| not_drawn(state, wide)))}
            <Key state />
        </section>
    }
}

/// The map as it stands, in each of [`Frame::ALL`].
type Drawings = Memo<[Drawing; 2]>;

/// The transfers in front.
type Front = Memo<Vec<TransferId>>;

/// What there was no room for.
fn not_drawn(state: State, drawing: &Drawing) -> Vec<Item> {
    let texts = words::not_drawn(state.lang, drawing);
    let item =
        |text: String| Item::new(text.clone(), move || view! { <p class="not-drawn">{text}</p> });
    texts.map(item).into_iter().collect()
}

/// The map as it stands, in a frame.
fn drawing(state: State, frame: Frame) -> Drawing {
    let atlas = state.atlas();
    let overview = state.overview.get();
    atlas.placing(state.lang, frame).draw(&overview.board, &overview.chosen)
}

/// The lines of what is in front, in a frame: they show how far those transfers are said to have gone, and no other of
/// the same countries.
fn lines_in_front(state: State, front: Front, frame: Frame) -> Vec<Item> {
    let transfers = front.get();
    let atlas = state.atlas();
    let overview = state.overview.get();
    let flows = map::flows(&overview.findings, &overview.ways, &transfers);
    let placing = atlas.placing(state.lang, frame);
    lines(&placing.draw(&Board::of_flows(flows), &overview.chosen), |_| false)
}

/// Sea, land and lines, in the frame of that number; the style sheet shows the one that fits.
fn framed(state: State, drawings: Drawings, front: Front, at: usize) -> AnyView {
    drawings.with_untracked(|all| {
        let drawing = all.get(at)?;
        let class = if drawing.frame == Frame::Wide { "wide" } else { "narrow" };
        let frame = drawing.frame;
        let is_faint = move |flow: &Flow| is_faint(state, front, flow);
        let lines = move || drawings.with(|all| all.get(at).map(|it| lines(it, is_faint)));
        Some(view! {
            <svg class=class viewBox=drawing.frame.view_box() aria-hidden="true" preserveAspectRatio="none">
                {ground(drawing, Looks::Sheet)}
                {keyed(move || lines().unwrap_or_default())}
                {keyed(move || lines_in_front(state, front, frame))}
            </svg>
        })
    })
    .into_any()
}

fn lines(
    drawing: &Drawing,
    is_faint: impl Fn(&Flow) -> bool + Copy + Send + Sync + 'static,
) -> Vec<Item> {
    let item = |line: &Line| {
        let line = line.clone();
        // Where a mark stands depends on the other lines.
        let mark = line.mark.as_ref().map(|it| it.sign.clone());
        let Flow { from, to, payment, reach, weight, .. } = line.flow;
        let key = (from, to, payment, reach, weight, line.line.clone(), mark);
        Item::new(key, move || flow(line, Looks::Sheet, is_faint))
    };
    drawing.lines.iter().map(item).collect()
}

/// The transfers in front: the one that is pointed at, else those that stand open; of those that are selected.
fn in_front(state: State) -> Vec<TransferId> {
    let transfers = match state.pointed_at.get() {
        Some(Pointed::Country(_)) => Vec::new(),
        Some(Pointed::Transfer(transfer)) => vec![transfer],
        None => state.opened(),
    };
    let overview = state.overview.get();
    let is_selected = |it: &TransferId| overview.selection.transfers.contains(it);
    transfers.into_iter().filter(is_selected).collect()
}

/// Whether a line steps back behind what is in front.
fn is_faint(state: State, front: Front, flow: &Flow) -> bool {
    match state.pointed_at.get() {
        Some(Pointed::Country(country)) => flow.from != country && flow.to != country,
        _ => front.with(|it| !it.is_empty()),
    }
}

/// Whether the tile of a country, which is selected or not, steps back.
fn is_left(state: State, front: Front, (of, is_selected): (CountryId, bool)) -> bool {
    if let Some(Pointed::Country(country)) = state.pointed_at.get() {
        let deals = || state.overview.with(|it| it.board.deals((of, is_selected), country));
        return of != country && !deals();
    }
    let atlas = state.atlas();
    let is_side = |it: &TransferId| {
        let (from, to) = atlas.corpus().sides(*it);
        from == of || to == of
    };
    front.with(|front| !front.is_empty() && !front.iter().any(is_side))
}

/// The tiles, in the corpus's order.
fn tiles(state: State, drawings: Drawings, front: Front) -> Vec<Item> {
    let overview = state.overview.get();
    let item = |tile: &Tile, all: &[Drawing; 2]| {
        let mut dealings = overview.board.dealings(tile);
        let rest = dealings.len().saturating_sub(TOLD);
        dealings.truncate(TOLD);
        let of = |it: &Drawing| it.tiles.iter().find(|it| it.country == tile.country).cloned();
        let places = all.each_ref().map(of);
        let [wide, narrow] = &places;
        let spot = |it: &Option<DrawnTile>, frame| {
            it.as_ref().map(|it| place(it, frame)).unwrap_or_default()
        };
        let spots = [spot(wide, Frame::Wide), spot(narrow, Frame::Narrow)];
        let (tile, told) = (tile.clone(), Told { dealings, rest });
        // All that it shows, and not which transfers it counts.
        let key = (tile.clone(), told.clone(), wide.as_ref().map(|it| it.count), spots.clone());
        Item::new(key, move || tile_of(state, front, &tile, &told, &places, spots))
    };
    drawings.with(|all| {
        let has_room = |it: &&Tile| all[0].tiles.iter().any(|tile| tile.country == it.country);
        overview.board.tiles.iter().filter(has_room).map(|it| item(it, all)).collect()
    })
}

/// What is told aloud of a country's dealings, and how many there are besides.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Told {
    dealings: Vec<Dealing>,
    rest: usize,
}

/// A country: choosing it filters, and choosing it again undoes that. Where no program runs it leads to its first
/// transfer in the list.
fn tile_of(
    state: State,
    front: Front,
    tile: &Tile,
    told: &Told,
    places: &[Option<DrawnTile>; 2],
    spots: [[String; 2]; 2],
) -> AnyView {
    let atlas = state.atlas();
    let id = atlas.corpus().country(tile.country).id.clone();
    let choice = choice(atlas.corpus(), tile);
    let class = class_of_tile(tile, places[0].as_ref());
    let face = face(state, tile, told, places);
    let (country, is_selected) = (tile.country, tile.is_selected);
    let point = move |is: bool| state.pointed_at.set(is.then_some(Pointed::Country(country)));
    let is_left = move || is_left(state, front, (country, is_selected));
    let [[left, top], [narrow_left, narrow_top]] = spots;
    let face = if atlas.is_prerendered {
        view! { <a class=class href=state.href(&of_choice(&choice))>{face}</a> }.into_any()
    } else {
        let chosen = choice.clone();
        let is_chosen = move || {
            truth(state.query.with(|query| chosen.iter().all(|(facet, id)| query.has(*facet, id))))
        };
        let choose = move |_| state.change(|query| query.toggle_all(&choice));
        view! {
            <button
                type="button"
                class=class
                class:left-out=is_left
                aria-pressed=is_chosen
                on:click=choose
                on:pointerenter=move |_| point(true)
                on:pointerleave=move |_| point(false)
                on:focus=move |_| point(true)
                on:blur=move |_| point(false)
            >
                {face}
            </button>
        }
        .into_any()
    };
    view! {
        <li
            id=format!("tile-{id}")
            style=("--left", left)
            style=("--top", top)
            style=("--narrow-left", narrow_left)
            style=("--narrow-top", narrow_top)
        >
            {face}
        </li>
    }
    .into_any()
}

/// The query of a tile's own address.
pub(super) fn of_choice(choice: &[(Facet, String)]) -> Query {
    let mut query = Query::default();
    for (facet, id) in choice {
        query.toggle(*facet, id);
    }
    query
}

/// How far a tile's middle is from the left and from the top.
fn place(tile: &DrawnTile, frame: Frame) -> [String; 2] {
    let (left, top) = frame.fraction(tile.at);
    [left, top].map(|part| format!("{:.2}%", part * 100.0))
}

fn class_of_tile(tile: &Tile, drawn: Option<&DrawnTile>) -> String {
    let Some(drawn) = drawn else { return "tile unplaced".to_owned() };
    let mut class = String::from("tile");
    match drawn.role {
        Role::Recipient => class += " recipient",
        Role::Supplier { furthest } => {
            class += " is-";
            class += furthest.unwrap_or(Status::Unknown).id();
        }
        Role::Bystander => class += " aside",
    }
    let is_unselected = tile.part == Part::Side && !tile.is_selected;
    let more = [
        (drawn.is_group, " group"),
        (drawn.is_big, " big"),
        (drawn.is_off_map, " off-map"),
        (is_unselected, " unselected"),
    ];
    for (is, name) in more {
        if is {
            class += name;
        }
    }
    class
}

/// A country's short name in its lines, where that is another heard in full.
fn name(state: State, country: CountryId, places: &[Option<DrawnTile>; 2]) -> AnyView {
    let (atlas, lang) = (state.atlas(), state.lang);
    let group = atlas.corpus().country(country).name.as_ref();
    // No browser names a group, so its name may be in another language than the page.
    let (tag, full) = match group {
        Some(group) => group.given(lang),
        None => (lang.tag(), atlas.country(country, lang)),
    };
    let in_language = |it| foreign::of_language(lang, tag, it);
    let lines = places.each_ref().map(|it| it.as_ref().map_or(&[][..], |it| &it.name));
    // Where a line may end, not every engine tells the words apart.
    let is_heard = lines[0].iter().eq([full]) && !full.contains(' ');
    let lines =
        view! { <b aria-hidden=(!is_heard).then_some("true")>{in_language(broken(lines))}</b> };
    let heard = (!is_heard)
        .then(|| view! { <span class="unseen">{in_language(full.to_owned().into_any())}</span> });
    view! { {lines} {heard} }.into_any()
}

/// The words of a name, whose lines end elsewhere in a narrow frame than in a wide one; the style sheet shows the ends
/// that fit.
fn broken([wide, narrow]: [&[String]; 2]) -> AnyView {
    let is_end = |lines: &[String], words: usize| {
        let before = |at| lines.iter().take(at).map(|it| it.split(' ').count()).sum::<usize>();
        (1..lines.len()).any(|at| before(at) == words)
    };
    let words = wide.iter().flat_map(|it| it.split(' '));
    let word = |(before, word): (usize, &str)| {
        let class = match (is_end(wide, before), is_end(narrow, before)) {
            (true, true) => Some(""),
            (true, false) => Some("wide"),
            (false, true) => Some("narrow"),
            (false, false) => None,
        };
        view! {
            {(before > 0).then_some(" ")}
            {class.map(|it| view! { <br class=it /> })}
            {word.to_owned()}
        }
    };
    words.enumerate().map(word).collect_view().into_any()
}

/// So many of a country's dealings are told aloud.
const TOLD: usize = 20;

/// What stands on a tile: the name, the shape of how far, and the count; and in words what the lines show.
fn face(state: State, tile: &Tile, told: &Told, places: &[Option<DrawnTile>; 2]) -> AnyView {
    let (atlas, words, count) = (state.atlas(), state.words(), tile.count);
    let drawn = places[0].as_ref();
    let name = name(state, tile.country, places);
    if count == 0 {
        let word = unsaid(words, tile.part);
        let seen = if tile.part == Part::Side { "word" } else { "unseen" };
        return view! { {name} " " <span class=seen>{word}</span> }.into_any();
    }
    let overview = state.overview.get_untracked();
    let trust = overview.trust(atlas.corpus());
    let attributed = Attributed { trust, countries: &atlas.countries, lang: state.lang };
    let Told { dealings, rest } = told;
    let dealing = |it: &Dealing| attributed.dealing(it.gives, it.kind, it.with, &it.statuses);
    let rest = (*rest > 0).then(|| words.more_in_the_list(*rest));
    let dealings: Vec<String> = dealings.iter().map(dealing).chain(rest).collect();
    let is_recipient = drawn.is_some_and(|it| it.role == Role::Recipient);
    let shown = drawn.map_or(count, |it| it.count);
    let strongest = tile.statuses.first().copied().filter(|_| !is_recipient);
    view! {
        {name}
        " "
        <span class="figures" aria-hidden="true">
            {strongest.map(glyph)}
            {is_recipient.then(|| [state.signs().onward, " "].concat())}
            {(tile.disputed && !is_recipient).then(|| view! { <span class="unequal">"≠"</span> " " })}
            <span>{words::number(state.lang, shown)}</span>
        </span>
        <span class="unseen">
            {words::number(state.lang, count)}
            " "
            {words::transfers(state.lang, count)}
            {state.signs().semicolon}
            {words::said_of_tile(state.lang, &tile.statuses, tile.denial)}
            {state.signs().semicolon}
            {words.reportedly}
            {dealings.join(state.signs().comma)}
            {(!tile.is_selected).then(|| [state.signs().semicolon, words.left_out].concat())}
            {drawn.is_some_and(|it| it.is_off_map).then(|| [state.signs().semicolon, words.off_map].concat())}
        </span>
    }
    .into_any()
}

/// What a tile without transfers says: those that its country had have fallen with whoever is distrusted.
fn unsaid(words: &Words, part: Part) -> &'static str {
    match part {
        Part::Side => words.discounted,
        Part::Speaks => words.speaks,
        Part::Mentioned => words.mentioned,
    }
}

/// What the map's lines mean.
#[component]
fn Key(state: State) -> impl IntoView {
    let words = state.words();
    let line = |(stroke, name)| {
        view! {
            <span>
                <svg viewBox="0 0 28 8" aria-hidden="true">{sample(stroke, Looks::Sheet)}</svg>
                {name}
            </span>
        }
    };
    view! {
        <p class="map-key">
            <span><i class="swatch"></i>{words.recipient}</span>
            {key(words).map(line)}
        </p>
    }
}
