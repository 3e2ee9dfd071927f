//! Ribbons: from the documents to the origins that their claims go back to, as thick as there are claims; and what
//! the transfers come to if some origins are not believed.

use super::chain::{Edge, Edges, Hollow, Target};
use super::{Backing, Findings, Trust, by_date};
use crate::corpus::{
    ClaimId, ClaimSet, Corpus, DocumentId, DocumentSet, OriginSet, Stance, TransferId,
};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Documents, roots, and the ribbons between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ribbons {
    /// The documents, in the order of their dates, each with how wide its ribbons are together.
    pub documents: Vec<(DocumentId, usize)>,
    /// The roots, so that few ribbons cross; no source comes last.
    pub roots: Vec<Root>,
    /// The ribbons, document by document.
    pub ribbons: Vec<Ribbon>,
    /// How many transfers go back to how many origins, if everybody is believed.
    pub before: Tally,
    /// The same, without what is discounted.
    pub now: Tally,
    /// The transfers that have no origin left, and had one.
    pub without: Vec<TransferId>,
}

/// Transfers by how many origins they go back to. The origins themselves are never added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// To none.
    pub none: usize,
    /// To one.
    pub one: usize,
    /// To two or more.
    pub several: usize,
}

/// A root, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// The origin, or that no source is given.
    pub target: Target,
    /// How wide its ribbons are together.
    pub width: usize,
    /// What it stands for, if everybody is believed.
    pub before: Role,
    /// What it stands for, without what is discounted.
    pub now: Role,
    /// Whether it is not believed.
    pub is_distrusted: bool,
}

impl Ribbons {
    /// The roots, those first that count for the most transfers, if everybody is believed: so none moves for whoever is
    /// distrusted. No source comes last.
    #[must_use]
    pub fn by_weight(&self) -> Vec<Target> {
        let mut roots: Vec<&Root> = self.roots.iter().collect();
        roots.sort_by_key(|it| (it.target == Target::NoSource, Reverse(it.before.counts.len())));
        roots.into_iter().map(|it| it.target).collect()
    }

    /// How a root comes to be hollow, for the transfers for which it is.
    #[must_use]
    pub fn hollow(&self, corpus: &Corpus, root: Target, role: &Role) -> Option<Hollow> {
        let of_it = self.ribbons.iter().filter(|it| it.edge.target == root);
        let claims = of_it.flat_map(|it| it.edge.claims.iter().copied());
        Hollow::for_transfers(corpus, claims, &role.hollow)
    }
}

impl Root {
    /// Whether nothing of it counts any more, though it did: it is not believed, or falls with others.
    #[must_use]
    pub fn is_fallen(&self) -> bool {
        let nothing = Role::default();
        self.is_distrusted || (self.now == nothing && self.before != nothing)
    }

    /// What it stands for; where nothing of that counts any more, what it stood for.
    #[must_use]
    pub fn shown(&self) -> &Role {
        if self.is_fallen() { &self.before } else { &self.now }
    }
}

/// The transfers that something is said of by an origin, by what it says, and whether it counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// Those that it counts for.
    pub counts: Vec<TransferId>,
    /// Those of them for which it rests on unnamed people only, or is reached only through one.
    pub hollow: Vec<TransferId>,
    /// Those of which it says so, but is not counted: it cites others, or gives no source.
    pub uncounted: Vec<TransferId>,
    /// Those that it denies.
    pub denies: Vec<TransferId>,
    /// Those on which it was asked, and says neither.
    pub silent: Vec<TransferId>,
}

/// From a document to a root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ribbon {
    /// From where to where, through whom, and the claims.
    pub edge: Edge,
    /// How many of the claims are denials.
    pub denials: usize,
    /// How many of the claims are discounted.
    pub discounted: usize,
    /// How wide it is: a unit a claim, and one for all that name no source.
    pub width: usize,
    /// Where it begins at its document, in units from the top.
    pub from: usize,
    /// Where it ends at its root, in units from the top.
    pub to: usize,
}

impl Ribbon {
    /// Whether none of its claims counts.
    #[must_use]
    pub fn is_discounted(&self) -> bool {
        self.discounted == self.edge.claims.len()
    }
}

/// The ribbons of some claims, of transfers or of context, and what the transfers come to. The claims and transfers
/// are those that are selected if everybody is believed, so that whoever is not keeps the place. What is left open
/// goes back to nobody, and has no ribbon. What is found of the transfers is found if everybody is believed, and as it
/// is.
#[must_use]
pub fn ribbons(
    trust: Trust,
    distrusted: &OriginSet,
    [before, now]: [&Findings; 2],
    transfers: &[TransferId],
    claims: &ClaimSet,
) -> Ribbons {
    let corpus = trust.corpus;
    let mut edges = Edges::default();
    let mut documents = DocumentSet::new();
    for claim in claims.iter().filter(|&it| corpus.claim(it).stance != Stance::LeavesOpen) {
        documents.insert(corpus.document_of(claim));
        edges.add(corpus, Target::of(corpus, claim), claim);
    }
    let edges = edges.into_vec();
    let documents = by_date(corpus, documents.iter());
    let targets = ordered(&documents, &edges);
    let backed = |trust: Trust, findings| -> Vec<Backed> {
        transfers.iter().map(|&it| Backed::of(trust, findings, it)).collect()
    };
    let before = backed(Trust::all(corpus), before);
    // Where everybody is believed it is the same, and need not be looked for twice.
    let is_changed = !trust.discounted.is_empty();
    let now = if is_changed { backed(trust, now) } else { before.clone() };
    let Stacked { ribbons, of_documents, of_targets } = stacked(&documents, &targets, edges, trust);
    let of_all = roles(&before);
    let of_those_left = if is_changed { roles(&now) } else { of_all.clone() };
    let mut roles = [of_all, of_those_left];
    let roots = targets.iter().map(|&target| {
        let [before, now] = roles.each_mut().map(|it| it.remove(&target).unwrap_or_default());
        let is_distrusted = matches!(target, Target::Origin(origin) if distrusted.contains(origin));
        let width = of_targets.get(&target).copied().unwrap_or_default();
        Root { target, width, before, now, is_distrusted }
    });
    let has_none = |it: &Backed| it.backing.asserting.is_empty();
    let pairs = before.iter().zip(&now).filter(|(before, now)| !has_none(before) && has_none(now));
    Ribbons {
        without: pairs.map(|(_, now)| now.transfer).collect(),
        roots: roots.collect(),
        documents: documents
            .iter()
            .map(|&document| (document, of_documents.get(&document).copied().unwrap_or_default()))
            .collect(),
        before: tally(&before),
        now: tally(&now),
        ribbons,
    }
}

/// How many transfers go back to no origin, to one, to several.
fn tally(backings: &[Backed]) -> Tally {
    let mut tally = Tally { none: 0, one: 0, several: 0 };
    for it in backings {
        *match it.backing.asserting.len() {
            0 => &mut tally.none,
            1 => &mut tally.one,
            _ => &mut tally.several,
        } += 1;
    }
    tally
}

/// The targets, each by the mean place of the documents that lead to it, by their claims: so few ribbons cross.
fn ordered(documents: &[DocumentId], edges: &[Edge]) -> Vec<Target> {
    let places = places(documents);
    let mut means: BTreeMap<Target, (usize, usize)> = BTreeMap::new();
    for edge in edges {
        let place = places.get(&edge.document).copied().unwrap_or_default();
        let claims = edge.claims.len();
        let (sum, all) = means.entry(edge.target).or_default();
        *sum += place * claims;
        *all += claims;
    }
    let mut means: Vec<(Target, usize, usize)> =
        means.into_iter().map(|(target, (sum, all))| (target, sum, all)).collect();
    means.sort_by(|(one, sum, all), (other, other_sum, other_all)| {
        let is_none = |it: &Target| *it == Target::NoSource;
        let by_place = (sum * other_all).cmp(&(other_sum * all));
        is_none(one).cmp(&is_none(other)).then(by_place).then(one.cmp(other))
    });
    means.into_iter().map(|(target, ..)| target).collect()
}

/// At which place each of some stands.
fn places<T: Copy + Ord>(all: &[T]) -> BTreeMap<T, usize> {
    all.iter().enumerate().map(|(place, &it)| (it, place)).collect()
}

/// The ribbons, one below the other at both ends, and how wide all are together at each.
struct Stacked {
    ribbons: Vec<Ribbon>,
    of_documents: BTreeMap<DocumentId, usize>,
    of_targets: BTreeMap<Target, usize>,
}

fn stacked(
    documents: &[DocumentId],
    targets: &[Target],
    mut edges: Vec<Edge>,
    trust: Trust,
) -> Stacked {
    let (rows, ends) = (places(documents), places(targets));
    edges.sort_by_cached_key(|it| (rows.get(&it.document).copied(), ends.get(&it.target).copied()));
    let mut of_documents: BTreeMap<DocumentId, usize> = BTreeMap::new();
    let mut of_targets: BTreeMap<Target, usize> = BTreeMap::new();
    let mut ribbons = Vec::new();
    for edge in edges {
        let width = if edge.target == Target::NoSource { 1 } else { edge.claims.len() };
        let from = of_documents.entry(edge.document).or_default();
        let to = of_targets.entry(edge.target).or_default();
        let count = |is: &dyn Fn(ClaimId) -> bool| edge.claims.iter().filter(|&&it| is(it)).count();
        ribbons.push(Ribbon {
            denials: count(&|it| trust.corpus.claim(it).stance == Stance::Denies),
            discounted: count(&|it| trust.discounted.contains(it)),
            width,
            from: *from,
            to: *to,
            edge,
        });
        *from += width;
        *to += width;
    }
    Stacked { ribbons, of_documents, of_targets }
}

/// A transfer, who stands behind it, and what its assertions go back to.
#[derive(Clone)]
struct Backed<'a> {
    transfer: TransferId,
    backing: &'a Backing,
    /// Each once.
    targets: Vec<Target>,
}

impl<'a> Backed<'a> {
    fn of(trust: Trust, findings: &'a Findings, transfer: TransferId) -> Self {
        let corpus = trust.corpus;
        let claims = trust.claims_of(transfer);
        let asserting = claims.filter(|&it| corpus.claim(it).stance == Stance::Asserts);
        let mut targets: Vec<Target> = asserting.map(|it| Target::of(corpus, it)).collect();
        targets.sort_unstable();
        targets.dedup();
        Self { transfer, backing: &findings[transfer].backing, targets }
    }
}

/// What each root stands for in some transfers.
fn roles(backed: &[Backed]) -> BTreeMap<Target, Role> {
    let mut roles: BTreeMap<Target, Role> = BTreeMap::new();
    let mut add = |target: Target, of_role: fn(&mut Role) -> &mut Vec<TransferId>, transfer| {
        of_role(roles.entry(target).or_default()).push(transfer);
    };
    for &Backed { transfer, backing, ref targets } in backed {
        for origin in backing.asserting.iter() {
            add(Target::Origin(origin), |it| &mut it.counts, transfer);
        }
        for &target in targets {
            let counts = matches!(target, Target::Origin(it) if backing.asserting.contains(it));
            if !counts {
                add(target, |it| &mut it.uncounted, transfer);
            }
        }
        for origin in backing.hollow.iter() {
            add(Target::Origin(origin), |it| &mut it.hollow, transfer);
        }
        for origin in backing.denying.iter() {
            add(Target::Origin(origin), |it| &mut it.denies, transfer);
        }
        for origin in backing.silent.iter() {
            add(Target::Origin(origin), |it| &mut it.silent, transfer);
        }
    }
    roles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::chain::tests::target;
    use crate::evidence::comparison::tests::bundled;
    use crate::evidence::discounted;
    use crate::evidence::fixture::{Said, corpus, said};
    use expect_test::expect;
    use proptest::prelude::*;

    fn of(corpus: &Corpus, distrusted: &[&str], is_of: impl Fn(ClaimId) -> bool) -> Ribbons {
        let distrusted = distrusted.iter().filter_map(|id| corpus.find_origin(id)).collect();
        let discounted = discounted(corpus, &distrusted);
        let transfers: Vec<TransferId> = corpus.transfer_ids().collect();
        let claims = corpus.claim_ids().filter(|&it| is_of(it)).collect();
        let trust = Trust { corpus, discounted: &discounted };
        let findings = [&Findings::new(Trust::all(corpus)), &Findings::new(trust)];
        ribbons(trust, &distrusted, findings, &transfers, &claims)
    }

    fn written(corpus: &Corpus, it: &Ribbons) -> String {
        let ids = |all: &[TransferId]| {
            let ids = all.iter().map(|&it| corpus.transfer(it).id.as_str());
            ids.collect::<Vec<_>>().join(" ")
        };
        let mut lines =
            vec![format!("{:?}\n{:?}\nwithout: {}", it.before, it.now, ids(&it.without))];
        for (document, width) in &it.documents {
            lines.push(format!("{} {width}", &corpus.document(*document).id[..4]));
        }
        for root in &it.roots {
            let Role { counts, hollow, uncounted, denies, silent } = &root.now;
            let distrusted = if root.is_distrusted { ", distrusted" } else { "" };
            lines.push(format!("  {} {}{distrusted}", target(corpus, root.target), root.width));
            for (name, all) in [
                ("counts for", counts),
                ("hollow for", hollow),
                ("is not counted for", uncounted),
                ("denies", denies),
                ("is silent on", silent),
            ] {
                if !all.is_empty() {
                    lines.push(format!("    {name}: {}", ids(all)));
                }
            }
        }
        for ribbon in &it.ribbons {
            let Edge { document, target: to, through, is_through, .. } = &ribbon.edge;
            let through: Vec<&str> =
                through.iter().map(|&it| corpus.origin(it).id.as_str()).collect();
            let partly = if *is_through || through.is_empty() { "" } else { " partly" };
            let through = if through.is_empty() {
                String::new()
            } else {
                format!(" through {}", through.join(", "))
            };
            lines.push(format!(
                "{} {}+{} → {} {}: {} claims, {} denials, {} discounted{partly}{through}",
                &corpus.document(*document).id[..4],
                ribbon.from,
                ribbon.width,
                target(corpus, *to),
                ribbon.to,
                ribbon.edge.claims.len(),
                ribbon.denials,
                ribbon.discounted,
            ));
        }
        lines.join("\n")
    }

    #[test]
    fn the_ribbons_of_the_corpus() {
        let corpus = bundled();
        let is_of_transfer = |it| corpus.transfer_of(it).is_some();
        expect![[r#"
            Tally { none: 3, one: 10, several: 3 }
            Tally { none: 3, one: 10, several: 3 }
            without: 
            1bfa 3
            95b5 2
            32d9 11
            7ebd 13
            0e12 10
              rnd 1
                is not counted for: prk-rus-munitions-2022
              us-intelligence 4
                counts for: prk-rus-munitions-2022 prk-rus-equipment irn-rus-missiles
                hollow for: prk-rus-equipment irn-rus-missiles
              cnn 9
                counts for: irn-rus-drones irn-rus-drone-plant
                is not counted for: irn-rus-missiles
              al-jazeera 1
                counts for: xws-ukr-arms
                hollow for: xws-ukr-arms
              south-korea 1
                counts for: prk-rus-munitions-2023
              north-korea 1
                denies: prk-rus-munitions-2023
              egypt-spokesman 1
                is silent on: egy-rus-engines
              romanenko 2
                counts for: xws-ukr-arms
              wsj 14
                counts for: egy-rus-engines blr-rus-helicopters bra-rus-helicopters pak-rus-helicopters prk-rus-munitions-2023 irn-rus-missiles
                hollow for: egy-rus-engines blr-rus-helicopters bra-rus-helicopters pak-rus-helicopters
              washington-post 1
                counts for: egy-rus-rockets
              pakistan 1
                denies: pak-rus-helicopters
              austin 1
                counts for: usa-ukr-aid
              no source 2
                is not counted for: bra-rus-helicopters rus-egy-debt rus-egy-wheat egy-rus-rockets prk-rus-munitions-2022 irn-rus-drones-2022 usa-ukr-aid
            1bfa 0+1 → rnd 0: 1 claims, 0 denials, 0 discounted
            1bfa 1+2 → us-intelligence 0: 2 claims, 0 denials, 0 discounted through us-person-ap
            95b5 0+1 → us-intelligence 2: 1 claims, 0 denials, 0 discounted through new-york-times
            95b5 1+1 → no source 0: 5 claims, 0 denials, 0 discounted
            32d9 0+1 → us-intelligence 3: 1 claims, 0 denials, 0 discounted through cnn, us-official-cnn
            32d9 1+9 → cnn 0: 9 claims, 0 denials, 0 discounted
            32d9 10+1 → wsj 0: 1 claims, 0 denials, 0 discounted through cnn
            7ebd 0+1 → al-jazeera 0: 1 claims, 0 denials, 0 discounted
            7ebd 1+1 → south-korea 0: 1 claims, 0 denials, 0 discounted
            7ebd 2+1 → north-korea 0: 1 claims, 1 denials, 0 discounted
            7ebd 3+1 → egypt-spokesman 0: 1 claims, 0 denials, 0 discounted through wsj
            7ebd 4+2 → romanenko 0: 2 claims, 0 denials, 0 discounted
            7ebd 6+7 → wsj 1: 7 claims, 0 denials, 0 discounted
            0e12 0+6 → wsj 8: 6 claims, 0 denials, 0 discounted
            0e12 6+1 → washington-post 0: 1 claims, 0 denials, 0 discounted
            0e12 7+1 → pakistan 0: 1 claims, 1 denials, 0 discounted through wsj
            0e12 8+1 → austin 0: 1 claims, 0 denials, 0 discounted
            0e12 9+1 → no source 1: 8 claims, 0 denials, 0 discounted"#]].assert_eq(&written(&corpus, &of(&corpus, &[], is_of_transfer)));
        let without = of(&corpus, &["wsj"], is_of_transfer);
        let ids = without.without.iter().map(|&it| corpus.transfer(it).id.as_str());
        expect!["Tally { none: 7, one: 8, several: 1 } egy-rus-engines blr-rus-helicopters bra-rus-helicopters pak-rus-helicopters"].assert_eq(&format!(
            "{:?} {}",
            without.now,
            ids.collect::<Vec<_>>().join(" ")
        ));
        let context = of(&corpus, &[], |it| corpus.transfer_of(it).is_none());
        assert!(context.ribbons.len() > 10 && context.roots.iter().all(|it| it.width > 0));
    }

    #[test]
    fn whoever_is_not_believed_keeps_the_place() {
        let corpus =
            corpus(&[("a", vec![said(&["x"]), said(&["y", "x"])]), ("b", vec![said(&["y"])])]);
        expect![[r#"
            Tally { none: 0, one: 1, several: 0 }
            Tally { none: 1, one: 0, several: 0 }
            without: t
            0000 2
            0000 1
              x 2, distrusted
              y 1
                is not counted for: t
            0000 0+2 → x 0: 2 claims, 0 denials, 2 discounted partly through y
            0000 0+1 → y 0: 1 claims, 0 denials, 0 discounted"#]]
        .assert_eq(&written(&corpus, &of(&corpus, &["x"], |_| true)));
    }

    proptest! {
        /// At both ends the ribbons lie beside each other, and none on another.
        #[test]
        fn no_ribbon_lies_on_another(
            origins in proptest::collection::vec(
                proptest::collection::vec(proptest::sample::select(vec!["x", "y", "z", ""]), 1..8), 1..4,
            ),
        ) {
            let documents: Vec<(&str, Vec<Said>)> = origins.iter().zip(["a", "b", "c"]).map(|(all, outlet)| {
                let claims = all.iter().map(|&it| if it.is_empty() { said(&[]) } else { said(&[it]) });
                (outlet, claims.collect())
            }).collect();
            let corpus = corpus(&documents);
            let found = of(&corpus, &[], |_| true);
            for (document, width) in &found.documents {
                let mut at = 0;
                for ribbon in found.ribbons.iter().filter(|it| it.edge.document == *document) {
                    prop_assert_eq!(ribbon.from, at);
                    at += ribbon.width;
                }
                prop_assert_eq!(at, *width);
            }
            for root in &found.roots {
                let mut at = 0;
                for ribbon in found.ribbons.iter().filter(|it| it.edge.target == root.target) {
                    prop_assert_eq!(ribbon.to, at);
                    at += ribbon.width;
                }
                prop_assert_eq!(at, root.width);
            }
        }
    }
}
