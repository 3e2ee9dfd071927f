//! Chain: documents, the origins that their claims go back to, and the unnamed people whom these rest on.

use super::origins::{Part, by_date, parts};
use super::{Backing, Trust, accountable, is_unsourced};
use crate::corpus::{
    ClaimId, Corpus, DocumentId, DocumentSet, OriginId, Stance, TransferId, TransferSet,
};

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

    /// The same with so many documents and origins at most, the first ones, and what joins these.
    #[must_use]
    pub fn cut(&self, most: usize) -> Self {
        let documents: Vec<DocumentId> = self.documents.iter().copied().take(most).collect();
        let origins: Vec<(Target, Part)> = self.origins.iter().copied().take(most).collect();
        let has = |target: Target| origins.iter().any(|it| it.0 == target);
        let is_left = |it: &&Edge| documents.contains(&it.document) && has(it.target);
        let edges = self.edges.iter().filter(is_left).cloned().collect();
        let rests = self.rests.iter().filter(|it| has(Target::Origin(it.origin)));
        let rests: Vec<Rest> = rests.take(most).cloned().collect();
        let unnamed = self.unnamed.iter().copied();
        let unnamed = unnamed.filter(|who| rests.iter().any(|it| it.on == *who)).collect();
        Self { documents, origins, unnamed, edges, rests }
    }

    /// How an origin comes to be hollow; nothing where it is not.
    #[must_use]
    pub fn hollow(&self, corpus: &Corpus, origin: OriginId) -> Option<Hollow> {
        self.origins.iter().find(|it| **it == (Target::Origin(origin), Part::Hollow))?;
        let edges = self.edges.iter().filter(|it| it.target == Target::Origin(origin));
        Some(Hollow::of(corpus, edges.flat_map(|it| it.claims.iter().copied())))
    }
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
    let mut documents = DocumentSet::new();
    for &claim in claims {
        documents.insert(corpus.document_of(claim));
        let target = Target::of(corpus, claim);
        add_edge(corpus, &mut chain.edges, target, claim);
        let Target::Origin(origin) = target else { continue };
        for &on in behind(corpus, claim) {
            if !chain.unnamed.contains(&on) {
                chain.unnamed.push(on);
            }
            match chain.rests.iter_mut().find(|it| it.origin == origin && it.on == on) {
                Some(rest) => rest.claims.push(claim),
                None => chain.rests.push(Rest { origin, on, claims: vec![claim] }),
            }
        }
    }
    chain.documents = by_date(corpus, documents.iter());
    let place = |document: DocumentId| chain.documents.iter().position(|it| *it == document);
    chain.edges.sort_by_key(|edge| (place(edge.document), edge.target));
    chain.origins = origins(trust, claims);
    chain
}

/// Adds a claim to the edge that it is of.
pub(super) fn add_edge(corpus: &Corpus, edges: &mut Vec<Edge>, target: Target, claim: ClaimId) {
    let document = corpus.document_of(claim);
    let passing = match target {
        Target::Origin(_) => through(corpus, claim),
        Target::NoSource => &[],
    };
    // The claims come document by document, so that an edge that is there is one of the last.
    let mut of_document = edges.iter().rev().take_while(|it| it.document == document);
    let behind = of_document.position(|it| it.target == target);
    let at = behind.map_or_else(|| edges.len(), |behind| edges.len() - 1 - behind);
    if at == edges.len() {
        let is_own = target == Target::Origin(corpus.outlet(document));
        let (through, claims) = (Vec::new(), Vec::new());
        edges.push(Edge { document, target, through, is_through: true, is_own, claims });
    }
    let edge = edges.get_mut(at).expect("it was found or pushed there");
    edge.claims.push(claim);
    edge.is_through &= !passing.is_empty();
    for &link in passing {
        if !edge.through.contains(&link) {
            edge.through.push(link);
        }
    }
}

/// The origins of some assertions, each with its strongest part in a transfer of them.
fn origins(trust: Trust, claims: &[ClaimId]) -> Vec<(Target, Part)> {
    let corpus = trust.corpus;
    let mut found: Vec<(Target, Part)> = Vec::new();
    let transfers: TransferSet = claims.iter().filter_map(|&it| corpus.transfer_of(it)).collect();
    for transfer in transfers.iter().map(Some).chain([None]) {
        let of_it = |it: &ClaimId| {
            corpus.transfer_of(*it) == transfer && Target::of(corpus, *it) != Target::NoSource
        };
        let of_it: Vec<ClaimId> = claims.iter().copied().filter(of_it).collect();
        for (origin, part) in parts(trust, transfer, &of_it) {
            let target = Target::Origin(origin);
            match found.iter_mut().find(|it| it.0 == target) {
                Some((_, strongest)) => *strongest = part.min(*strongest),
                None => found.push((target, part)),
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
    fn what_is_cut_keeps_what_joins_the_rest() {
        let corpus = corpus(&[
            ("a", vec![said(&["x"])]),
            ("b", vec![said(&["y"])]),
            ("c", vec![said(&["x"])]),
        ]);
        let transfer = corpus.find_transfer("t").expect("the transfer");
        let whole = chain(Trust::all(&corpus), transfer);
        assert_eq!(whole.cut(3), whole);
        let cut = whole.cut(1);
        assert_eq!((cut.documents.len(), cut.origins.len(), cut.edges.len()), (1, 1, 1));
        assert_eq!(cut.edges[0].document, cut.documents[0]);
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
