//! Chain: documents, the origins that their claims go back to, and the unnamed people whom these rest on.

use super::origins::{Part, by_date, parts};
use super::{Backing, Trust, accountable, is_unsourced};
use crate::corpus::{
    ClaimId, Corpus, DocumentId, DocumentSet, HashMap, HashSet, OriginId, Stance, TransferId,
};
use std::collections::BTreeMap;

/// What a claim goes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// The origin that answers for it.
    Origin(OriginId),
    /// Nobody: it names no source.
    NoSource,
}

impl Target {
    /// What a claim goes back to. Whoever denies something or is silent stands for that, source or not.
    #[must_use]
    pub fn of(corpus: &Corpus, claim: ClaimId) -> Self {
        let is_assertion = corpus.claim(claim).stance == Stance::Asserts;
        if is_assertion && is_unsourced(corpus, claim) {
            Self::NoSource
        } else {
            Self::Origin(accountable(corpus, claim))
        }
    }
}

/// Three layers, and what leads from one to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// The documents, in the order of their dates.
    pub documents: Vec<DocumentId>,
    /// The origins, each with its part, those that count first; then that no source is given, if it is not.
    pub origins: Vec<(Target, Part)>,
    /// The unnamed people.
    pub unnamed: Vec<OriginId>,
    /// From the documents to the origins.
    pub edges: Vec<Edge>,
    /// From the origins to the unnamed people, dashed: they are not told apart, and not counted.
    pub rests: Vec<Rest>,
}

/// How an origin that counts comes to rest on unnamed people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hollow {
    /// It rests on them.
    Rests,
    /// It is reached only through them.
    Reached,
    /// Either, claim by claim.
    Either,
}

impl Chain {
    /// The origins that count.
    pub fn counting(&self) -> impl Iterator<Item = OriginId> {
        self.of_part(|part| matches!(part, Part::Named | Part::Hollow))
    }

    /// Those who have it from others, and do not count.
    pub fn relays(&self) -> impl Iterator<Item = OriginId> {
        self.of_part(|part| part == Part::Relay)
    }

    fn of_part(&self, is: impl Fn(Part) -> bool) -> impl Iterator<Item = OriginId> {
        self.origins.iter().filter_map(move |(target, part)| match target {
            Target::Origin(origin) if is(*part) => Some(*origin),
            _ => None,
        })
    }

    /// The origin that all of it goes back to, if it is one, and no document is that origin's own.
    #[must_use]
    pub fn sole(&self) -> Option<OriginId> {
        let mut counting = self.counting();
        let only = counting.next().filter(|_| counting.next().is_none())?;
        let is_all = |edge: &Edge| edge.target == Target::Origin(only) && !edge.is_own;
        self.edges.iter().all(is_all).then_some(only)
    }

    /// Whether some of it names no source.
    #[must_use]
    pub fn has_unsourced(&self) -> bool {
        self.origins.iter().any(|it| it.0 == Target::NoSource)
    }

    /// So many documents and origins of it at most: the first origins, each with the first document that goes back to it,
    /// and what documents go back to these besides. So none stands there without what leads to it.
    #[must_use]
    pub fn shown(&self, most: usize) -> Shown {
        let kept: HashMap<Target, Part> = self.origins.iter().copied().take(most).collect();
        let leading: Vec<&Edge> =
            self.edges.iter().filter(|it| kept.contains_key(&it.target)).collect();
        let mut reached = HashSet::default();
        let first = leading.iter().filter(|it| reached.insert(it.target)).map(|it| it.document);
        let mut documents: HashSet<DocumentId> = first.collect();
        for edge in &leading {
            if documents.len() < most {
                documents.insert(edge.document);
            }
        }
        let mut left: HashMap<Target, DocumentSet> = HashMap::default();
        let (mut edges, mut rests) = (Vec::new(), Vec::new());
        for edge in leading {
            if documents.contains(&edge.document) {
                edges.push(edge.clone());
            } else {
                left.entry(edge.target).or_default().insert(edge.document);
            }
        }
        let is_kept = |it: &&Rest| kept.contains_key(&Target::Origin(it.origin));
        rests.extend(self.rests.iter().filter(is_kept).take(most).cloned());
        let origins = self.origins.iter().take(most).map(|&(target, part)| ShownOrigin {
            target,
            part,
            elsewhere: left.get(&target).map_or(0, DocumentSet::len),
        });
        let resting = |who: &OriginId| rests.iter().any(|it: &Rest| it.on == *who);
        Shown {
            documents: self.documents.iter().copied().filter(|it| documents.contains(it)).collect(),
            origins: origins.collect(),
            unnamed: self.unnamed.iter().copied().filter(resting).collect(),
            edges,
            rests,
        }
    }

    /// How an origin comes to be hollow; nothing where it is not.
    #[must_use]
    pub fn hollow(&self, corpus: &Corpus, origin: OriginId) -> Option<Hollow> {
        self.origins.iter().find(|it| **it == (Target::Origin(origin), Part::Hollow))?;
        let edges = self.edges.iter().filter(|it| it.target == Target::Origin(origin));
        Some(Hollow::of(corpus, edges.flat_map(|it| it.claims.iter().copied())))
    }
}

/// What is shown of a chain. What only the whole of it tells, such as how an origin comes to be hollow, or whether one is
/// the only one, is not to be asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The documents, in the order of their dates.
    pub documents: Vec<DocumentId>,
    /// What they go back to, those that count first.
    pub origins: Vec<ShownOrigin>,
    /// The unnamed people.
    pub unnamed: Vec<OriginId>,
    /// From the documents to the origins: one at least to each, and from each.
    pub edges: Vec<Edge>,
    /// From the origins to the unnamed people.
    pub rests: Vec<Rest>,
}

/// What some documents go back to, as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownOrigin {
    /// What they go back to.
    pub target: Target,
    /// Its part in the whole.
    pub part: Part,
    /// How many documents go back to it that are not shown.
    pub elsewhere: usize,
}

impl Hollow {
    /// How an origin that counts for a transfer comes to be hollow; nothing where it is not.
    #[must_use]
    pub fn for_transfer(
        trust: Trust,
        transfer: TransferId,
        backing: &Backing,
        origin: OriginId,
    ) -> Option<Self> {
        let corpus = trust.corpus;
        let is_its = |claim: &ClaimId| {
            corpus.claim(*claim).stance == Stance::Asserts
                && Target::of(corpus, *claim) == Target::Origin(origin)
        };
        let claims = trust.claims_of(transfer).filter(is_its);
        backing.hollow.contains(origin).then(|| Self::of(corpus, claims))
    }

    /// How the origin that answers for some claims comes to be hollow, for the transfers for which it is; nothing where
    /// none of the claims is of these.
    pub(super) fn for_transfers(
        corpus: &Corpus,
        claims: impl Iterator<Item = ClaimId>,
        transfers: &[TransferId],
    ) -> Option<Self> {
        let is_of_them = |it: &ClaimId| {
            corpus.transfer_of(*it).is_some_and(|transfer| transfers.contains(&transfer))
        };
        let mut claims = claims.filter(is_of_them).peekable();
        claims.peek()?;
        Some(Self::of(corpus, claims))
    }

    /// How the origin that answers for some claims, and is hollow, comes to be so.
    #[must_use]
    pub fn of(corpus: &Corpus, claims: impl Iterator<Item = ClaimId>) -> Self {
        let (mut rests, mut is_reached) = (false, false);
        for claim in claims {
            rests |= !behind(corpus, claim).is_empty();
            is_reached |= through(corpus, claim).iter().any(|&it| corpus.origin(it).unnamed);
        }
        match (rests, is_reached) {
            (true, true) => Self::Either,
            (false, true) => Self::Reached,
            // Of some claims alone that may not be said: it rests on whom it cites in others.
            (_, false) => Self::Rests,
        }
    }
}

/// From a document to what it goes back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The document.
    pub document: DocumentId,
    /// What it goes back to.
    pub target: Target,
    /// Those who pass it on, named or not, between the document's outlet and the origin.
    pub through: Vec<OriginId>,
    /// Whether all of it is passed on by somebody.
    pub is_through: bool,
    /// Whether the document is the origin's own.
    pub is_own: bool,
    /// The claims.
    pub claims: Vec<ClaimId>,
}

/// From an origin to somebody unnamed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// The origin.
    pub origin: OriginId,
    /// Whom it rests on.
    pub on: OriginId,
    /// The claims that say so.
    pub claims: Vec<ClaimId>,
}

/// Those in a claim's chain who pass it on: between the document's outlet and the origin that answers for it.
#[must_use]
pub fn through(corpus: &Corpus, claim: ClaimId) -> &[OriginId] {
    let (chain, origin) = (corpus.chain(claim), accountable(corpus, claim));
    let at = chain.iter().position(|&link| link == origin);
    let at = at.expect("who answers for a claim stands in its chain");
    chain.get(1..at).unwrap_or_default()
}

/// Those in a claim's chain behind the origin that answers for it: nobody of them is named.
#[must_use]
pub fn behind(corpus: &Corpus, claim: ClaimId) -> &[OriginId] {
    let (chain, origin) = (corpus.chain(claim), accountable(corpus, claim));
    let mut links = chain.iter();
    links.find(|&&link| link == origin).expect("who answers for a claim stands in its chain");
    links.as_slice()
}

/// Where a transfer goes back to, by its assertions that count.
#[must_use]
pub fn chain(trust: Trust, transfer: TransferId) -> Chain {
    let claims = super::disagreement::assertions(trust, transfer);
    chain_of(trust, &claims.into_iter().map(|(claim, _)| claim).collect::<Vec<_>>())
}

/// Where some assertions go back to, each for its own transfer.
pub(super) fn chain_of(trust: Trust, claims: &[ClaimId]) -> Chain {
    let corpus = trust.corpus;
    let mut chain = Chain::default();
    let (mut documents, mut edges) = (DocumentSet::new(), Edges::default());
    let mut rests: HashMap<(OriginId, OriginId), usize> = HashMap::default();
    let mut unnamed = HashSet::default();
    for &claim in claims {
        documents.insert(corpus.document_of(claim));
        let target = Target::of(corpus, claim);
        edges.add(corpus, target, claim);
        let Target::Origin(origin) = target else { continue };
        for &on in behind(corpus, claim) {
            if unnamed.insert(on) {
                chain.unnamed.push(on);
            }
            let at = *rests.entry((origin, on)).or_insert(chain.rests.len());
            match chain.rests.get_mut(at) {
                Some(rest) => rest.claims.push(claim),
                None => chain.rests.push(Rest { origin, on, claims: vec![claim] }),
            }
        }
    }
    chain.documents = by_date(corpus, documents.iter());
    let places = chain.documents.iter().enumerate().map(|(place, &it)| (it, place));
    let places: HashMap<DocumentId, usize> = places.collect();
    chain.edges = edges.into_vec();
    chain.edges.sort_by_key(|edge| (places.get(&edge.document).copied(), edge.target));
    chain.origins = origins(trust, claims);
    chain
}

/// Edges, each of which is found by its ends.
#[derive(Default)]
pub(super) struct Edges {
    edges: Vec<Edge>,
    places: HashMap<(DocumentId, Target), usize>,
}

impl Edges {
    /// Adds a claim to the edge that it is of.
    pub fn add(&mut self, corpus: &Corpus, target: Target, claim: ClaimId) {
        let document = corpus.document_of(claim);
        let passing = match target {
            Target::Origin(_) => through(corpus, claim),
            Target::NoSource => &[],
        };
        let at = *self.places.entry((document, target)).or_insert(self.edges.len());
        if at == self.edges.len() {
            let is_own = target == Target::Origin(corpus.outlet(document));
            let (through, claims) = (Vec::new(), Vec::new());
            self.edges.push(Edge { document, target, through, is_through: true, is_own, claims });
        }
        let edge = self.edges.get_mut(at).expect("it was found or pushed there");
        edge.claims.push(claim);
        edge.is_through &= !passing.is_empty();
        for &link in passing {
            if !edge.through.contains(&link) {
                edge.through.push(link);
            }
        }
    }

    /// All of them, in the order in which their first claims came.
    pub fn into_vec(self) -> Vec<Edge> {
        self.edges
    }
}

/// The origins of some assertions, each with its strongest part in a transfer of them.
fn origins(trust: Trust, claims: &[ClaimId]) -> Vec<(Target, Part)> {
    let corpus = trust.corpus;
    let mut found: Vec<(Target, Part)> = Vec::new();
    let mut of_each: BTreeMap<Option<TransferId>, Vec<ClaimId>> = BTreeMap::new();
    for &claim in claims.iter().filter(|&&it| Target::of(corpus, it) != Target::NoSource) {
        of_each.entry(corpus.transfer_of(claim)).or_default().push(claim);
    }
    let of_none = of_each.remove(&None);
    let mut places: HashMap<OriginId, usize> = HashMap::default();
    for (transfer, of_it) in of_each.into_iter().chain(of_none.map(|it| (None, it))) {
        for (origin, part) in parts(trust, transfer, &of_it) {
            let at = *places.entry(origin).or_insert(found.len());
            match found.get_mut(at) {
                Some((_, strongest)) => *strongest = part.min(*strongest),
                None => found.push((Target::Origin(origin), part)),
            }
        }
    }
    found.sort_by_key(|it| it.1);
    if claims.iter().any(|&it| Target::of(corpus, it) == Target::NoSource) {
        found.push((Target::NoSource, Part::Unsourced));
    }
    found
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::evidence::comparison::tests::bundled;
    use crate::evidence::fixture::{corpus, said};
    use expect_test::expect;

    pub fn target(corpus: &Corpus, target: Target) -> String {
        match target {
            Target::Origin(origin) => corpus.origin(origin).id.clone(),
            Target::NoSource => "no source".to_owned(),
        }
    }

    pub fn written(corpus: &Corpus, chain: &Chain) -> String {
        let id = |it: &OriginId| corpus.origin(*it).id.as_str();
        let ids = |all: &[OriginId]| all.iter().map(id).collect::<Vec<_>>().join(", ");
        let documents = chain.documents.iter().map(|&it| &corpus.document(it).id[..4]);
        let origins =
            chain.origins.iter().map(|(it, part)| format!("{} {part:?}", target(corpus, *it)));
        let mut lines = vec![format!(
            "{} | {} | {}",
            documents.collect::<Vec<_>>().join(", "),
            origins.collect::<Vec<_>>().join(", "),
            ids(&chain.unnamed)
        )];
        for edge in &chain.edges {
            let passed = match (edge.through.is_empty(), edge.is_through) {
                (true, _) => String::new(),
                (_, true) => format!(" through {}", ids(&edge.through)),
                (_, false) => format!(" partly through {}", ids(&edge.through)),
            };
            let (document, claims) = (&corpus.document(edge.document).id[..4], edge.claims.len());
            let own = if edge.is_own { ", its own" } else { "" };
            lines.push(format!(
                "  {document} → {}{passed}{own} ({claims})",
                target(corpus, edge.target)
            ));
        }
        for rest in &chain.rests {
            lines.push(format!(
                "  {} ⇢ {} ({})",
                id(&rest.origin),
                id(&rest.on),
                rest.claims.len()
            ));
        }
        lines.join("\n")
    }

    #[test]
    fn no_origin_is_shown_without_what_leads_to_it() {
        // What comes last goes back to whoever counts, and is listed first.
        let corpus = corpus(&[
            ("a", vec![said(&[])]),
            ("b", vec![said(&[])]),
            ("c", vec![said(&["x"])]),
            ("a", vec![said(&["x"]), said(&["unnamed1"])]),
        ]);
        let transfer = corpus.find_transfer("t").expect("the transfer");
        let whole = chain(Trust::all(&corpus), transfer);
        for most in 1..=5 {
            let shown = whole.shown(most);
            assert!(shown.documents.len() <= most && shown.origins.len() <= most);
            let leads = |it: &ShownOrigin| shown.edges.iter().any(|edge| edge.target == it.target);
            assert!(shown.origins.iter().all(leads), "{most}: {shown:?}");
            let is_led = |it: &DocumentId| shown.edges.iter().any(|edge| edge.document == *it);
            assert!(shown.documents.iter().all(is_led), "{most}: {shown:?}");
            for it in &shown.origins {
                let of =
                    |edges: &[Edge]| edges.iter().filter(|edge| edge.target == it.target).count();
                assert_eq!(of(&shown.edges) + it.elsewhere, of(&whole.edges), "{most}: {shown:?}");
            }
        }
        let one = whole.shown(1);
        let x = corpus.find_origin("x").expect("an origin");
        assert_eq!(one.origins.iter().map(|it| it.target).collect::<Vec<_>>(), [Target::Origin(x)]);
        assert_eq!(
            (&*corpus.document(one.documents[0]).outlet, one.origins[0].elsewhere),
            ("c", 1)
        );
    }

    #[test]
    fn what_the_chains_come_to() {
        let corpus = bundled();
        let lines = corpus.transfer_ids().map(|transfer| {
            let chain = chain(Trust::all(&corpus), transfer);
            let counting: Vec<OriginId> = chain.counting().collect();
            let backing = crate::evidence::backing(Trust::all(&corpus), transfer);
            let asserting: crate::corpus::Few<OriginId> = counting.iter().copied().collect();
            assert_eq!(asserting, backing.asserting, "{}", corpus.transfer(transfer).id);
            let name = |it: OriginId| corpus.origin(it).id.clone();
            let hollow = counting
                .iter()
                .filter_map(|&it| Some(format!("{} {:?}", name(it), chain.hollow(&corpus, it)?)));
            let sole = chain.sole().map(|it| format!(", all of it from {}", name(it)));
            format!(
                "{}: {} of {}{} [{}]",
                corpus.transfer(transfer).id,
                counting.len(),
                chain.documents.len(),
                sole.unwrap_or_default(),
                hollow.collect::<Vec<_>>().join(", "),
            )
        });
        expect![[r#"
            egy-rus-engines: 1 of 2, all of it from wsj [wsj Rests]
            blr-rus-helicopters: 1 of 2, all of it from wsj [wsj Rests]
            bra-rus-helicopters: 1 of 2 [wsj Rests]
            pak-rus-helicopters: 1 of 2, all of it from wsj [wsj Rests]
            rus-egy-debt: 0 of 1 []
            rus-egy-wheat: 0 of 1 []
            egy-rus-rockets: 1 of 1 []
            prk-rus-munitions-2022: 1 of 2 []
            prk-rus-munitions-2023: 2 of 1 []
            prk-rus-equipment: 1 of 1, all of it from us-intelligence [us-intelligence Reached]
            irn-rus-drones-2022: 0 of 1 []
            irn-rus-drones: 1 of 1, all of it from cnn []
            irn-rus-drone-plant: 1 of 1, all of it from cnn []
            irn-rus-missiles: 2 of 1 [us-intelligence Reached]
            usa-ukr-aid: 1 of 1 []
            xws-ukr-arms: 2 of 1 [al-jazeera Rests]"#]]
        .assert_eq(&lines.collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn the_chains_of_the_corpus() {
        let corpus = bundled();
        let all = corpus.transfer_ids().map(|it| {
            let chain = chain(Trust::all(&corpus), it);
            format!("{}: {}", corpus.transfer(it).id, written(&corpus, &chain))
        });
        expect![[r#"
            egy-rus-engines: 7ebd, 0e12 | wsj Hollow | wsj-sources, wsj-three-persons
              7ebd → wsj (3)
              0e12 → wsj (2)
              wsj ⇢ wsj-sources (1)
              wsj ⇢ wsj-three-persons (3)
            blr-rus-helicopters: 7ebd, 0e12 | wsj Hollow | wsj-sources
              7ebd → wsj (1)
              0e12 → wsj (2)
              wsj ⇢ wsj-sources (2)
            bra-rus-helicopters: 7ebd, 0e12 | wsj Hollow, no source Unsourced | wsj-sources
              7ebd → wsj (1)
              0e12 → wsj (1)
              0e12 → no source (2)
              wsj ⇢ wsj-sources (1)
            pak-rus-helicopters: 7ebd, 0e12 | wsj Hollow | wsj-sources
              7ebd → wsj (1)
              0e12 → wsj (1)
              wsj ⇢ wsj-sources (1)
            rus-egy-debt: 0e12 | no source Unsourced | 
              0e12 → no source (1)
            rus-egy-wheat: 0e12 | no source Unsourced | 
              0e12 → no source (1)
            egy-rus-rockets: 0e12 | washington-post Named, no source Unsourced | 
              0e12 → washington-post (1)
              0e12 → no source (2)
            prk-rus-munitions-2022: 1bfa, 95b5 | us-intelligence Named, rnd Relay, no source Unsourced | us-circles
              1bfa → us-intelligence through us-person-ap (1)
              1bfa → rnd, its own (1)
              95b5 → us-intelligence through new-york-times (1)
              95b5 → no source (4)
              rnd ⇢ us-circles (1)
            prk-rus-munitions-2023: 7ebd | wsj Named, south-korea Named | 
              7ebd → wsj (1)
              7ebd → south-korea (1)
            prk-rus-equipment: 1bfa | us-intelligence Hollow | 
              1bfa → us-intelligence through us-person-ap (1)
            irn-rus-drones-2022: 95b5 | no source Unsourced | 
              95b5 → no source (1)
            irn-rus-drones: 32d9 | cnn Named | 
              32d9 → cnn (1)
            irn-rus-drone-plant: 32d9 | cnn Named | 
              32d9 → cnn (1)
            irn-rus-missiles: 32d9 | wsj Named, us-intelligence Hollow, cnn Relay | us-official-cnn
              32d9 → us-intelligence through cnn, us-official-cnn (1)
              32d9 → wsj through cnn (1)
              32d9 → cnn (7)
              cnn ⇢ us-official-cnn (5)
            usa-ukr-aid: 0e12 | austin Named, no source Unsourced | 
              0e12 → austin (1)
              0e12 → no source (2)
            xws-ukr-arms: 7ebd | romanenko Named, al-jazeera Hollow | military-analysts
              7ebd → al-jazeera, its own (1)
              7ebd → romanenko (2)
              al-jazeera ⇢ military-analysts (1)"#]].assert_eq(&all.collect::<Vec<_>>().join("\n"));
    }
}
