//! Sketches: what stands against what in a transfer or in context, by the claims alone.
//!
//! A card is made of one when it is shown: of a hundred thousand claims many thousands disagree, and a page shows a few.

use super::comparison::{Dispute, are_statuses_of_one, disputes_of};
use super::disagreement::{
    Assertion, Bounds, LastStage, assertions, last_stages, number, time, unlike,
};
use super::disputes::{About, Group};
use super::stages::{Opposed, ends_contradict, opposed};
use super::{Difference, Trust};
use crate::corpus::{ClaimId, CountryId, Few, HashMap, Status, TransferId};

/// A disagreement by its claims.
pub(super) struct Sketch {
    pub group: Group,
    pub kind: Difference,
    /// The stage of which they give numbers or times.
    pub stage: Option<Status>,
    /// The transfer that the other side speaks of, where that is another.
    pub other: Option<TransferId>,
    pub sides: Sides,
}

/// What each side says, by the claim that says it.
pub(super) type Sides = [Vec<(Saying, ClaimId)>; 2];

/// What of a claim is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Saying {
    Status(Status),
    Country(CountryId),
    /// How many, as printed.
    Number,
    /// When, as printed.
    Time,
    /// That it is not so; or what is denied.
    Denial,
    /// All of it, in our words.
    Statement,
}

/// From the least to the most that is printed.
pub(super) type Range = (u64, u64);

impl Sketch {
    fn new(group: Group, kind: Difference, sides: Sides) -> Self {
        Self { group, kind, stage: None, other: None, sides }
    }

    /// The claims of both sides.
    pub fn claims(&self) -> Few<ClaimId> {
        self.sides.iter().flatten().map(|it| it.1).collect()
    }
}

/// What is said of a transfer, or of context of one category.
pub(super) struct Told<'a> {
    trust: Trust<'a>,
    about: About,
    said: Vec<Assertion<'a>>,
    disputes: Vec<Dispute>,
}

impl<'a> Told<'a> {
    /// What is said of a transfer.
    pub fn of(trust: Trust<'a>, transfer: TransferId) -> Self {
        let (about, said) = (About::Transfer(transfer), assertions(trust, transfer));
        let disputes = trust.claims_of(transfer).flat_map(|it| disputes_of(trust, it)).collect();
        Self { trust, about, said, disputes }
    }

    /// What some context claims of one category dispute.
    pub fn of_context(trust: Trust<'a>, about: About, claims: &[ClaimId]) -> Self {
        let disputes = claims.iter().flat_map(|&it| disputes_of(trust, it)).collect();
        Self { trust, about, said: Vec::new(), disputes }
    }

    /// What stands against what, in the order in which it is told.
    pub fn sketches(&self) -> Vec<Sketch> {
        let mut found = self.denied();
        found.extend(self.actors());
        let mut statuses = self.statuses();
        let within = self.within_document(&statuses);
        // What a document says against itself is more than a difference in precision.
        let told: Vec<Few<ClaimId>> = within.iter().map(Sketch::claims).collect();
        statuses.retain(|it| {
            let is_told = |claims: &Few<ClaimId>| told.iter().any(|all| claims.is_subset(all));
            it.group == Group::Contradicted || told.is_empty() || !is_told(&it.claims())
        });
        found.extend(within);
        found.extend(statuses);
        for stage in Status::ALL {
            found.extend(self.unlike(stage, Difference::Number));
            found.extend(self.not_known(stage));
            found.extend(self.unlike(stage, Difference::Time));
        }
        found
    }

    /// The same of context, which has no status, and of which no numbers are compared.
    pub fn sketches_of_context(&self) -> Vec<Sketch> {
        let mut found = self.denied();
        found.extend(self.within_document(&[]));
        found
    }

    /// The disputes of a kind, as what is disputed and who disputes it.
    fn pairs(&self, is: impl Fn(&Dispute) -> bool) -> Vec<(ClaimId, ClaimId)> {
        self.disputes.iter().filter(|it| is(it)).map(|&(claim, other, _)| (other, claim)).collect()
    }

    /// What is denied, and who denies it: those together who deny the same.
    fn denied(&self) -> Vec<Sketch> {
        let pairs = self.pairs(|it| it.2 == Difference::Denial);
        let sketches = joined(&pairs).into_iter().map(|sides| {
            let sides = sides.map(|all| all.into_iter().map(|it| (Saying::Denial, it)).collect());
            Sketch::new(Group::Denied, Difference::Denial, sides)
        });
        sketches.collect()
    }

    /// What is said of other countries in another transfer, for each of these.
    fn actors(&self) -> Vec<Sketch> {
        let corpus = self.trust.corpus;
        let About::Transfer(transfer) = self.about else { return Vec::new() };
        let mut others: Vec<(TransferId, Vec<(ClaimId, ClaimId)>)> = Vec::new();
        let mut places: HashMap<TransferId, usize> = HashMap::default();
        for &(claim, other, kind) in &self.disputes {
            let Some(of_other) = corpus.transfer_of(other) else { continue };
            if kind == Difference::Actor {
                let at = *places.entry(of_other).or_insert(others.len());
                if at == others.len() {
                    others.push((of_other, Vec::new()));
                }
                others.get_mut(at).expect("it was found or pushed there").1.push((claim, other));
            }
        }
        let (from, to) = corpus.sides(transfer);
        let sketches = others.into_iter().map(|(of_other, pairs)| {
            let (other_from, other_to) = corpus.sides(of_other);
            let countries = [[from, other_from], [to, other_to]];
            let differing = countries.into_iter().filter(|[own, theirs]| own != theirs);
            let mut sayings: Vec<[Saying; 2]> =
                differing.map(|it| it.map(Saying::Country)).collect();
            if sayings.is_empty() {
                // The countries are the same: what is said is all there is to show.
                sayings.push([Saying::Statement; 2]);
            }
            let side = |at: usize, of: fn(&(ClaimId, ClaimId)) -> ClaimId| {
                let says = sayings.iter().filter_map(move |it| it.get(at));
                says.flat_map(|says| pairs.iter().map(|pair| (*says, of(pair)))).collect()
            };
            let sides = [side(0, |pair| pair.0), side(1, |pair| pair.1)];
            let sketch = Sketch::new(Group::Contradicted, Difference::Actor, sides);
            Sketch { other: Some(of_other), ..sketch }
        });
        sketches.collect()
    }

    /// What a document says against itself, but for what is told as two statuses.
    fn within_document(&self, statuses: &[Sketch]) -> Vec<Sketch> {
        let contradicted = statuses.iter().filter(|it| it.group == Group::Contradicted);
        let told: Vec<[Few<ClaimId>; 2]> = contradicted
            .map(|it| it.sides.each_ref().map(|side| side.iter().map(|it| it.1).collect()))
            .collect();
        let is_told = |one, other| {
            told.iter().any(|[left, right]| {
                (left.contains(one) && right.contains(other))
                    || (left.contains(other) && right.contains(one))
            })
        };
        let pairs = self.pairs(|&(claim, other, kind)| {
            kind == Difference::WithinDocument && !is_told(claim, other)
        });
        let sketches = joined(&pairs).into_iter().map(|[one, other]| {
            let is_status = |&claim: &ClaimId| {
                other.iter().all(|&other| are_statuses_of_one(self.trust, claim, other))
            };
            let are_statuses = one.iter().all(is_status);
            let says = |claim: ClaimId| {
                let status = Saying::Status(self.trust.corpus.claim(claim).status);
                (if are_statuses { status } else { Saying::Statement }, claim)
            };
            let sides = [one, other].map(|all| all.into_iter().map(says).collect());
            Sketch::new(Group::Contradicted, Difference::WithinDocument, sides)
        });
        sketches.collect()
    }

    /// How far it has come. What goes on stands against what has ended; of what goes on, what has come furthest
    /// against all else. What is told as a contradiction is not told again as a difference in precision.
    fn statuses(&self) -> Vec<Sketch> {
        let mut statuses = self.said.iter().map(|(_, it)| it.status);
        let first = statuses.next();
        if statuses.all(|it| Some(it) == first) {
            return Vec::new();
        }
        let stages = last_stages(self.trust.corpus, &self.said);
        let [over, contradicting, differing] = opposed(self.trust.corpus, &stages);
        let of_over = if ends_contradict(self.trust.corpus, &stages) {
            Group::Contradicted
        } else {
            Group::PrecisionDiffers
        };
        let groups = [
            (of_over, over),
            (Group::Contradicted, contradicting),
            (Group::PrecisionDiffers, differing),
        ];
        let sketches = groups.into_iter().filter(|it| !it.1.stages.is_empty());
        let sketch =
            |(group, opposed)| Sketch::new(group, Difference::Status, status_sides(&opposed));
        sketches.map(sketch).collect()
    }

    /// The numbers or times that are printed of a stage, from the least on.
    pub fn printed(&self, stage: Status, kind: Difference) -> Vec<(Range, ClaimId)> {
        let bounds = bounds_of(kind);
        let of_stage = self.said.iter().filter(|(_, it)| it.status == stage);
        let mut said: Vec<(Range, ClaimId)> =
            of_stage.filter_map(|(at, it)| Some((bounds(it)?, *at))).collect();
        said.sort_unstable();
        said
    }

    /// The numbers or times of one stage.
    fn unlike(&self, stage: Status, kind: Difference) -> Option<Sketch> {
        // What has no status says of no one stage how many or when; and what is told once is told alike.
        self.said
            .iter()
            .filter(|_| stage != Status::Unknown)
            .filter(|(_, it)| it.status == stage)
            .nth(1)?;
        let conflict = unlike(&self.said, stage, bounds_of(kind))?;
        let said = self.printed(stage, kind);
        let says = if kind == Difference::Number { Saying::Number } else { Saying::Time };
        let sides = if conflict.contradicts { apart(&said) } else { narrowest(&said) };
        let sides = sides.map(|all| all.into_iter().map(|it| (says, it)).collect());
        let group =
            if conflict.contradicts { Group::Contradicted } else { Group::PrecisionDiffers };
        Some(Sketch { stage: Some(stage), ..Sketch::new(group, kind, sides) })
    }

    /// Who prints that a number is not known, against whoever prints it.
    fn not_known(&self, stage: Status) -> Vec<Sketch> {
        let corpus = self.trust.corpus;
        let pairs = self
            .pairs(|it| it.2 == Difference::NumberLeftOpen && corpus.claim(it.1).status == stage);
        let sketches = joined(&pairs).into_iter().map(|sides| {
            let sides = sides.map(|all| all.into_iter().map(|it| (Saying::Number, it)).collect());
            let (group, kind) = (Group::PrecisionDiffers, Difference::NumberLeftOpen);
            Sketch { stage: Some(stage), ..Sketch::new(group, kind, sides) }
        });
        sketches.collect()
    }
}

fn bounds_of(kind: Difference) -> Bounds {
    if kind == Difference::Number { number } else { time }
}

/// The furthest of the statuses on one side, with all that has come as far; and what stands against it.
fn status_sides(opposed: &Opposed) -> Sides {
    let is = |at: usize, status| opposed.statuses.iter().any(|it| it.get(at) == Some(&status));
    // Where more than two statuses differ, one that is further than some stands with the furthest only if it
    // differs from none of these.
    let is_furthest = |status| is(0, status) && !is(1, status);
    let of_side = |is_left: bool| {
        let stages = opposed.stages.iter().filter(|it| is_furthest(it.status) == is_left);
        let says = |stage: &&LastStage| {
            let status = Saying::Status(stage.status);
            stage.claims.iter().map(|claim| (status, claim)).collect::<Vec<_>>()
        };
        stages.flat_map(says).collect()
    };
    [of_side(true), of_side(false)]
}

/// Those that do not go together with the greatest, and those that these stand against. What goes together with all
/// is on neither side.
fn apart(said: &[(Range, ClaimId)]) -> [Vec<ClaimId>; 2] {
    let ends = || said.iter().map(|it| it.0);
    let first_end = ends().map(|it| it.1).min().unwrap_or_default();
    let last_start = ends().map(|it| it.0).max().unwrap_or_default();
    let goes_with_all = |it: &Range| it.0 <= first_end && last_start <= it.1;
    let contradicted = said.iter().filter(|it| !goes_with_all(&it.0));
    let most = contradicted.clone().map(|it| it.0.1).min().unwrap_or_default();
    let is_left = |it: &&(Range, ClaimId)| it.0.0 <= most;
    let (left, right): (Vec<_>, Vec<_>) = contradicted.partition(is_left);
    [claims(&left), claims(&right)]
}

fn claims(said: &[&(Range, ClaimId)]) -> Vec<ClaimId> {
    said.iter().map(|it| it.1).collect()
}

/// What is printed most narrowly, and all else; whichever begins first comes first.
fn narrowest(said: &[(Range, ClaimId)]) -> [Vec<ClaimId>; 2] {
    let narrowest = said.iter().map(|it| it.0).min_by_key(|(least, most)| most - least);
    let (narrow, wide): (Vec<_>, Vec<_>) = said.iter().partition(|it| Some(it.0) == narrowest);
    let (narrow, wide) = (claims(&narrow), claims(&wide));
    let is_narrow_first = said.first().map(|it| it.0) == narrowest;
    if is_narrow_first { [narrow, wide] } else { [wide, narrow] }
}

/// Pairs joined where they share a claim: what is disputed on one side, who disputes it on the other; in the order in
/// which each was last added to.
fn joined(pairs: &[(ClaimId, ClaimId)]) -> Vec<[Vec<ClaimId>; 2]> {
    /// Two sides, and the last pair that was added to them.
    type Group = ([Vec<ClaimId>; 2], usize);
    let mut groups: Vec<Group> = Vec::new();
    // For each claim its group and its side there.
    let mut places: HashMap<ClaimId, (usize, usize)> = HashMap::default();
    for (number, &(said, disputing)) in pairs.iter().enumerate() {
        let of = [said, disputing].map(|it| places.get(&it).map(|place| place.0));
        let group = match of {
            [None, None] => {
                groups.push(Group::default());
                groups.len() - 1
            }
            [Some(one), Some(other)] if one != other => {
                let size = |at: usize| {
                    groups.get(at).map(|(sides, _)| sides.iter().map(Vec::len).sum::<usize>())
                };
                let (kept, moved) =
                    if size(one) < size(other) { (other, one) } else { (one, other) };
                let (sides, _) = groups.get_mut(moved).map(std::mem::take).expect("it is there");
                for (side, claims) in sides.into_iter().enumerate() {
                    places.extend(claims.iter().map(|it| (*it, (kept, side))));
                    groups
                        .get_mut(kept)
                        .and_then(|it| it.0.get_mut(side))
                        .expect("it is there")
                        .extend(claims);
                }
                kept
            }
            [Some(it), _] | [_, Some(it)] => it,
        };
        let side = |it: &ClaimId| places.get(it).map(|place| place.1);
        // Of two that dispute each other the one that is named first stays where it is.
        let is_turned = side(&said) == Some(1) || side(&disputing) == Some(0);
        let (sides, last) = groups.get_mut(group).expect("it was found or pushed there");
        *last = number;
        for (claim, is_right) in [(said, is_turned), (disputing, !is_turned)] {
            let side = usize::from(is_right);
            places.entry(claim).or_insert_with(|| {
                sides.get_mut(side).expect("there are two").push(claim);
                (group, side)
            });
        }
    }
    groups.retain(|it| !it.0.iter().all(Vec::is_empty));
    groups.sort_by_key(|it| it.1);
    groups.into_iter().map(|it| it.0).collect()
}
