//! The drawing: the map of a board in a frame, as plain data that a page, a picture and paper can show.

use super::label::{Content, Label, Type};
use super::line::{Arrival, Curve, arrivals, lines, route};
use super::placing::{self, Body, free_place};
use super::projection::{Projection, place};
use super::{Board, Flow, Line, Part, Point, Tile};
use crate::corpus::{
    Corpus, CountryId, CountryNames, CountrySet, HashMap, IdVec, Kind, Lang, Status,
};
use std::cmp::Reverse;
use std::sync::OnceLock;

/// From so many tiles on they are smaller.
const MANY: usize = 16;

/// So many countries have a tile, those with the most transfers, besides those that are chosen; and so many lines are
/// drawn: of more than these nobody could tell one from another.
const MOST_TILES: usize = 25;
const MOST_LINES: usize = 40;

/// A frame of the map, by its board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// 560 by 440 units: of boards from 28 rem on.
    Wide,
    /// 560 by 510 units: of narrower ones.
    Narrow,
}

impl Frame {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Narrow];
}

/// The map of a board. Lengths are in units of the frame's view box, from its upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The frame.
    pub frame: Frame,
    /// What the land beneath is drawn by.
    pub projection: Projection,
    /// Whether there are so many tiles that they are smaller.
    pub is_dense: bool,
    /// The size of the tiles' type. No tile's words are larger than its box as long as they are set in this size.
    pub em: f64,
    /// The tiles, in the corpus's order. A group that the corpus puts nowhere has none.
    pub tiles: Vec<DrawnTile>,
    /// The countries of the board's flows that have no tile: others have more transfers in the whole corpus, or nobody
    /// knows where a group is.
    pub without_tile: CountrySet,
    /// The lines of flow, in the board's order.
    pub lines: Vec<Line>,
    /// How many flows have no line since one of their countries has no tile.
    pub lines_without_tile: usize,
    /// How many flows have no line since others have more transfers.
    pub lines_of_fewer: usize,
}

/// A tile as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnTile {
    /// The country.
    pub country: CountryId,
    /// Its name, line by line.
    pub name: Vec<String>,
    /// Its middle.
    pub at: Point,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The size of its type.
    pub em: f64,
    /// What it is drawn as.
    pub role: Role,
    /// Whether it is a group of countries: its border is dashed.
    pub is_group: bool,
    /// Whether it gets more than any other.
    pub is_big: bool,
    /// Whether the country is off the map, so that the tile only stands in its direction.
    pub is_off_map: bool,
    /// What it counts: the transfers to a recipient, all that another is a side of.
    pub count: usize,
    /// The line to where it belongs, where it is not there.
    pub leader: Option<Leader>,
}

/// What a tile is drawn as. Which countries are recipients, and which bystanders, is so whatever is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It is said to get more than to give.
    Recipient,
    /// It takes part otherwise.
    Supplier {
        /// How far what it takes part in is said to have gone at most; nothing where it takes part in nothing that
        /// the board shows.
        furthest: Option<Status>,
    },
    /// It takes part in no transfer.
    Bystander,
}

/// The line from where a country is to its tile.
#[derive(Clone, Debug, PartialEq)]
pub struct Leader {
    /// Where the country is; a dot marks it.
    pub from: Point,
    /// The nearest point of the tile.
    pub to: Point,
}

/// Where everything is, whatever is selected: made once for a corpus, a language and a frame.
#[derive(Clone, Debug)]
pub struct Placing {
    frame: Frame,
    projection: Projection,
    is_dense: bool,
    size: Type,
    tiles: Vec<Placed>,
    bodies: Vec<Body>,
    /// The countries of the tiles.
    countries: CountrySet,
    ways: HashMap<Key, Way>,
    /// The flows that have no way, since one of their countries has no tile.
    wayless: Vec<Key>,
    /// The tiles for which there is room only where they are chosen.
    others: Vec<Placed>,
}

/// The way of a flow from tile to tile.
#[derive(Clone, Debug)]
struct Way {
    tiles: (usize, usize),
    arrival: Arrival,
    /// Found when the flow is first drawn: of a large corpus most never are.
    curve: OnceLock<Option<Curve>>,
}

/// What tells flows apart: from whom, to whom, and whether it is a payment.
type Key = (CountryId, CountryId, bool);

/// A flow with its two tiles.
type Joined = (Key, (usize, usize));

fn key(flow: &Flow) -> Key {
    (flow.from, flow.to, flow.payment)
}

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
struct Placed {
    country: CountryId,
    part: Part,
    is_recipient: bool,
    is_group: bool,
    is_big: bool,
    is_off_map: bool,
    is_large: bool,
    anchor: Point,
    label: Label,
}

impl Placing {
    /// Finds the places of a corpus's tiles, by their names in a language. The board is that of all its transfers.
    #[must_use]
    pub fn of(
        corpus: &Corpus,
        board: &Board,
        names: &CountryNames,
        lang: Lang,
        frame: Frame,
    ) -> Self {
        let arms = given_and_gotten(corpus);
        let projection = Projection::of(corpus);
        let is_placed = |it: &&Tile| place(corpus, it.country).is_some();
        let all: Vec<&Tile> = board.tiles.iter().filter(is_placed).collect();
        let shown = weightiest(&all, MOST_TILES, |it| it.count);
        let is_dense = shown.len() >= MANY;
        let size = Type::of(frame, is_dense);
        let most = most_gotten(&arms);
        let tiles = all.iter().filter_map(|tile| {
            let name = names.short(tile.country).get(lang);
            let is_big = most == Some(tile.country);
            placed(corpus, tile, arms[tile.country], name, size, projection, is_big)
        });
        let is_shown = |it: &Placed| shown.iter().any(|tile| tile.country == it.country);
        let (tiles, others): (Vec<Placed>, Vec<Placed>) = tiles.partition(is_shown);
        let (flows, wayless) = by_tiles(&tiles, board.flows.iter().map(key));
        let pairs: Vec<(usize, usize)> = flows.iter().map(|it| it.1).collect();
        let bodies = tiles.iter().enumerate().map(|(at, it)| body(it, at, &pairs)).collect();
        // The tiles make way for the lines that are drawn where nothing is filtered.
        let main: Vec<(usize, usize)> = weightiest(&board.flows, MOST_LINES, |it| it.count)
            .into_iter()
            .filter_map(|it| joined(&tiles, &key(it)))
            .collect();
        let mut board = placing::Board { bodies, flows: &main, frame, size, is_dense };
        board.settle();
        let bodies = board.bodies;
        let arrivals = arrivals(&bodies, &pairs, size.pixel);
        let ways = flows.into_iter().zip(arrivals).map(way).collect();
        let countries = tiles.iter().map(|it| it.country).collect();
        Self { frame, projection, is_dense, size, tiles, bodies, countries, ways, wayless, others }
    }

    /// The same with a tile for each of some countries that have none, where there is room for it: nothing else moves.
    fn with(&self, chosen: &[CountryId]) -> Option<Self> {
        let is_chosen = |it: &&Placed| chosen.contains(&it.country);
        let mut more = self.clone();
        for placed in self.others.iter().filter(is_chosen) {
            let mut body = body(placed, more.tiles.len(), &[]);
            if let Some(at) = free_place(&more.bodies, &body, self.frame, self.size.pixel) {
                body.at = at;
                more.countries.insert(placed.country);
                more.tiles.push(placed.clone());
                more.bodies.push(body);
            }
        }
        if more.tiles.len() == self.tiles.len() {
            return None;
        }
        // Whatever is drawn of them: or a line would take another course when it is drawn alone.
        let (flows, wayless) = by_tiles(&more.tiles, self.wayless.iter().copied());
        more.wayless = wayless;
        let pairs: Vec<(usize, usize)> = flows.iter().map(|it| it.1).collect();
        let arrivals = arrivals(&more.bodies, &pairs, self.size.pixel);
        more.ways.extend(flows.into_iter().zip(arrivals).map(way));
        Some(more)
    }

    /// The curve of a flow and its two tiles, where both have one.
    fn curve(&self, flow: &Flow) -> Option<(Curve, (usize, usize))> {
        let way = self.ways.get(&key(flow))?;
        let found = way.curve.get_or_init(|| {
            let route = route(&self.bodies, way.tiles, way.arrival, self.size.pixel);
            route.curve(&self.bodies, way.tiles)
        });
        found.map(|curve| (curve, way.tiles))
    }

    /// Draws a board of that corpus. The countries that are chosen have a tile as far as there is room.
    #[must_use]
    pub fn draw(&self, board: &Board, chosen: &[CountryId]) -> Drawing {
        let lacks_one = chosen.iter().any(|it| !self.countries.contains(*it));
        let more = if lacks_one { self.with(chosen) } else { None };
        more.as_ref().unwrap_or(self).drawing(board)
    }

    fn drawing(&self, board: &Board) -> Drawing {
        let tile = |(placed, body): (&Placed, &Body)| {
            let tile = board.tiles.iter().find(|it| it.country == placed.country)?;
            Some(self.drawn(placed, body, tile))
        };
        let has_tile = |it: CountryId| self.countries.contains(it);
        let has_tiles = |it: &&Flow| has_tile(it.from) && has_tile(it.to);
        let between: Vec<&Flow> = board.flows.iter().filter(has_tiles).collect();
        let shown = weightiest(&between, MOST_LINES, |it| it.count).into_iter();
        let flows: Vec<_> = shown
            .filter_map(|flow| {
                let (curve, tiles) = self.curve(flow)?;
                Some((*flow, curve, tiles))
            })
            .collect();
        let sides = board.flows.iter().flat_map(|it| [it.from, it.to]);
        Drawing {
            frame: self.frame,
            projection: self.projection,
            is_dense: self.is_dense,
            em: self.size.em,
            tiles: self.tiles.iter().zip(&self.bodies).filter_map(tile).collect(),
            without_tile: sides.filter(|it| !has_tile(*it)).collect(),
            lines_without_tile: board.flows.len() - between.len(),
            lines_of_fewer: between.len() - flows.len(),
            lines: lines(&flows, &self.bodies, self.frame.size(), self.size.pixel),
        }
    }

    fn drawn(&self, placed: &Placed, body: &Body, tile: &Tile) -> DrawnTile {
        let role = if placed.is_recipient {
            Role::Recipient
        } else if placed.part == Part::Side {
            Role::Supplier { furthest: tile.statuses.first().copied() }
        } else {
            Role::Bystander
        };
        let is_free = placed.is_off_map || placed.is_large || placed.is_group;
        let to = Point {
            x: placed.anchor.x.clamp(body.at.x - body.half.0, body.at.x + body.half.0),
            y: placed.anchor.y.clamp(body.at.y - body.half.1, body.at.y + body.half.1),
        };
        let leader = (!is_free && to.distance(placed.anchor) > 4.0 * self.size.pixel)
            .then_some(Leader { from: placed.anchor, to });
        DrawnTile {
            country: placed.country,
            name: placed.label.name.clone(),
            at: body.at,
            width: placed.label.width,
            height: placed.label.height,
            em: if placed.is_big { self.size.em * self.size.big } else { self.size.em },
            role,
            is_group: placed.is_group,
            is_big: placed.is_big,
            is_off_map: placed.is_off_map,
            count: count(placed.is_recipient, tile),
            leader,
        }
    }
}

/// The tiles of a flow's two countries, where both have one.
fn joined(tiles: &[Placed], (from, to, _): &Key) -> Option<(usize, usize)> {
    let index = |country| tiles.iter().position(|it| it.country == country);
    Some((index(*from)?, index(*to)?))
}

/// The flows whose countries both have a tile, with these; and the others.
fn by_tiles(tiles: &[Placed], flows: impl Iterator<Item = Key>) -> (Vec<Joined>, Vec<Key>) {
    let (mut with_tiles, mut others) = (Vec::new(), Vec::new());
    for flow in flows {
        match joined(tiles, &flow) {
            Some(tiles) => with_tiles.push((flow, tiles)),
            None => others.push(flow),
        }
    }
    (with_tiles, others)
}

fn way(((key, tiles), arrival): (Joined, Arrival)) -> (Key, Way) {
    (key, Way { tiles, arrival, curve: OnceLock::new() })
}

/// So many of some things that weigh the most, in the order in which they were given; of those that weigh the same the
/// first.
fn weightiest<T>(all: &[T], room: usize, weight: impl Fn(&T) -> usize) -> Vec<&T> {
    let mut most: Vec<(usize, &T)> = all.iter().enumerate().collect();
    if most.len() > room {
        most.sort_by_key(|it| Reverse(weight(it.1)));
        most.truncate(room);
        most.sort_by_key(|it| it.0);
    }
    most.into_iter().map(|it| it.1).collect()
}

/// What a tile counts: the transfers to a recipient, all that another is a side of.
fn count(is_recipient: bool, tile: &Tile) -> usize {
    if is_recipient { tile.gotten } else { tile.count }
}

fn body(placed: &Placed, at: usize, flows: &[(usize, usize)]) -> Body {
    let ends = flows.iter().filter(|it| it.0 == at || it.1 == at).count();
    let weight = f64::from(u16::try_from(ends).unwrap_or(u16::MAX));
    let half = (placed.label.width / 2.0, placed.label.height / 2.0);
    Body { home: placed.anchor, at: placed.anchor, half, weight: 2.0 + weight }
}

fn placed(
    corpus: &Corpus,
    tile: &Tile,
    (gives, gets): (usize, usize),
    name: &str,
    size: Type,
    projection: Projection,
    is_big: bool,
) -> Option<Placed> {
    let place = place(corpus, tile.country)?;
    let projected = projection.project(place);
    let is_recipient = gets > gives;
    let count = count(is_recipient, tile);
    let content = match tile.part {
        Part::Side if is_recipient => Content::Recipient { count, is_big },
        Part::Side => Content::Supplier { count, is_disputed: tile.disputed },
        Part::Speaks | Part::Mentioned => Content::Name,
    };
    let is_group = corpus.country(tile.country).alpha2.is_none();
    let at = projected.at;
    Some(Placed {
        country: tile.country,
        part: tile.part,
        is_recipient,
        is_group,
        is_big: is_big && is_recipient,
        is_off_map: projected.is_beyond,
        is_large: place.is_large,
        // Platforms may differ in the last digit of a sine.
        anchor: Point { x: at.x.round(), y: at.y.round() },
        label: Label::of(name, content, is_group, size),
    })
}

/// How many transfers each country is said to give and to get. What is given in return is no arms.
fn given_and_gotten(corpus: &Corpus) -> IdVec<CountryId, (usize, usize)> {
    let mut arms: IdVec<CountryId, (usize, usize)> = corpus.country_ids().map(|_| (0, 0)).collect();
    for transfer in corpus.transfer_ids() {
        if corpus.transfer(transfer).kind != Kind::Payment {
            let (from, to) = corpus.sides(transfer);
            arms[from].0 += 1;
            arms[to].1 += 1;
        }
    }
    arms
}

/// The country that gets more than any other, if one does.
fn most_gotten(arms: &IdVec<CountryId, (usize, usize)>) -> Option<CountryId> {
    let most = arms.iter().map(|(_, it)| it.1).max()?;
    let mut all = arms.iter().filter(|(_, it)| it.1 == most).map(|(country, _)| country);
    let first = all.next()?;
    (most > 0 && all.next().is_none()).then_some(first)
}
