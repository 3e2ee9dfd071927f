//! Subjects: one origin, or one document: what it stands for, what disputes it, what would fall with it.

use super::chain::{Chain, Hollow, Target, chain_of, through};
use super::disputes::{About, Card, Group, cards, context_cards};
use super::origins::Part;
use super::{Difference, Trust, accountable, backing, discounted};
use crate::corpus::{
    ClaimId, ClaimSet, Corpus, DocumentId, DocumentSet, Few, HashMap, HashSet, OriginId, OriginSet,
    Stance, TransferId, TransferSet,
};

/// What is said of an origin.
#[derive(Clone, Debug, PartialEq)]
pub struct OriginSubject {
    /// The origin.
    pub origin: OriginId,
    /// Whether it is not believed.
    pub is_distrusted: bool,
    /// The documents of others that repeat it: in a claim for which it answers, or, where it is unnamed, that goes
    /// back to it.
    pub repeating: Vec<DocumentId>,
    /// The documents that it published.
    pub own: Vec<DocumentId>,
    /// The transfers of which it is the only origin.
    pub only: Vec<TransferId>,
    /// The transfers of which there are others, with these.
    pub beside: Vec<(TransferId, Vec<OriginId>)>,
    /// Those of all of them for which it rests on unnamed people only, or is reached only through one.
    pub hollow: Vec<TransferId>,
    /// The transfers of which it says so, but is not counted: it cites others, or gives no source.
    pub uncounted: Vec<TransferId>,
    /// The transfers that it denies.
    pub denies: Vec<TransferId>,
    /// The transfers on which it was asked, and says neither.
    pub silent: Vec<TransferId>,
    /// The transfers of which it passes on, or is quoted with, what others answer for.
    pub passes_on: Vec<TransferId>,
    /// What falls with it.
    pub falling: Falling,
    /// What disputes it.
    pub disputed: Vec<Disputed>,
    /// Documents, the origin, and what that rests on.
    pub chain: Chain,
    /// The context claims that go back to it, or through it.
    pub context: Vec<ClaimId>,
    /// The claims that go back to it, or through it, and count no more by distrust of others: nothing above is told
    /// of these.
    pub discounted: Vec<ClaimId>,
}

/// What falls if an origin is not believed: beside whatever falls already by distrust of others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Falling {
    /// How many transfers there are in all.
    pub of: usize,
    /// The claims about transfers that fall.
    pub claims: Vec<ClaimId>,
    /// The context claims that fall.
    pub context: Vec<ClaimId>,
    /// The transfers that are left without an origin, and have one else.
    pub without: Vec<TransferId>,
    /// The transfers of which it is an origin and that keep others, with these.
    pub keeping: Vec<(TransferId, Vec<OriginId>)>,
}

/// A disagreement in which something takes part: what is against it, and against what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disputed {
    /// How the sides stand to each other.
    pub group: Group,
    /// In what they differ.
    pub kind: Difference,
    /// What it is about.
    pub about: About,
    /// The claims of the other side.
    pub by: Vec<ClaimId>,
    /// Who answers for these, each with its part.
    pub origins: Vec<(OriginId, Part)>,
    /// What they are against.
    pub of: Vec<ClaimId>,
    /// Whether the other side is its own too, so that it contradicts itself.
    pub is_itself: bool,
}

impl Disputed {
    /// Those of its own side who deny what the other side says; nobody where it is the other side that denies.
    #[must_use]
    pub fn deniers(&self, corpus: &Corpus) -> Vec<OriginId> {
        let denials = self.of.iter().filter(|it| corpus.claim(**it).stance == Stance::Denies);
        let mut deniers: Vec<OriginId> = Vec::new();
        for origin in denials.map(|it| accountable(corpus, *it)) {
            if self.kind == Difference::Denial && !deniers.contains(&origin) {
                deniers.push(origin);
            }
        }
        deniers
    }
}

/// What is said of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentSubject {
    /// The document; its date and the basis of that are there.
    pub document: DocumentId,
    /// The paragraphs, up to the last that bears a claim.
    pub paragraphs: Vec<Paragraph>,
    /// The transfers that it speaks of, with its claims.
    pub transfers: Vec<(TransferId, Vec<ClaimId>)>,
    /// What it says of transfers for which its outlet answers, having it from somebody who is not named.
    pub own: Vec<ClaimId>,
    /// What it says of transfers without a source.
    pub unsourced: Vec<ClaimId>,
    /// What it repeats of transfers: the origins, each with the transfers and the claims; whoever it repeats most
    /// comes first.
    pub repeated: Vec<Repeated>,
    /// What it says of transfers that could not be checked, or is not known.
    pub left_open: Vec<ClaimId>,
    /// What disputes it.
    pub disputed: Vec<Disputed>,
    /// Its context claims.
    pub context: Vec<ClaimId>,
}

/// What a document repeats of an origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeated {
    /// The origin.
    pub origin: OriginId,
    /// Those through whom it is repeated.
    pub through: Vec<OriginId>,
    /// The transfers.
    pub transfers: Vec<TransferId>,
    /// The claims, denials and silences among them.
    pub claims: Vec<ClaimId>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its number, counted from 1.
    pub number: u16,
    /// What its claims are about.
    pub kind: ParagraphKind,
    /// Whether one of them is denied or contradicted, or denies or contradicts.
    pub is_disputed: bool,
    /// Whether it bears claims, and none of them counts.
    pub is_discounted: bool,
    /// Its claims.
    pub claims: Vec<ClaimId>,
}

/// What the claims of a paragraph are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ParagraphKind {
    /// One at least is about a transfer.
    Transfer,
    /// All are context.
    Context,
    /// There is none.
    Empty,
}

/// The disagreements in which some claims take part, among the claims that count.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreements {
    cards: Vec<Card>,
    /// The claims that are denied or contradicted, or that deny or contradict.
    contradicting: ClaimSet,
}

impl Disagreements {
    /// The disagreements in which some claims take part: those of the transfers and of the context that they speak of,
    /// and of what disputes them from elsewhere.
    #[must_use]
    pub fn of(trust: Trust, claims: &ClaimSet) -> Self {
        let corpus = trust.corpus;
        let disputing = claims.iter().flat_map(|it| corpus.disputed_by(it).iter().copied());
        let (mut transfers, mut has_context) = (TransferSet::new(), false);
        for claim in claims.iter().chain(disputing) {
            match corpus.transfer_of(claim) {
                Some(transfer) => transfers.insert(transfer),
                None => has_context = true,
            }
        }
        let mut cards = cards(trust, &transfers.iter().collect::<Vec<_>>());
        if has_context {
            cards.extend(context_cards(trust, claims));
        }
        let mut contradicting = ClaimSet::new();
        for card in cards.iter().filter(|card| card.group != Group::PrecisionDiffers) {
            contradicting.extend(card.claims());
        }
        Self { cards, contradicting }
    }

    /// What disputes one claim, and what it disputes: the disagreements that have it on one side.
    #[must_use]
    pub fn of_claim(&self, corpus: &Corpus, claim: ClaimId) -> Vec<Disputed> {
        self.with(corpus, &ClaimSet::from_iter([claim]), false)
    }

    /// What disputes some claims, where one side has any of them. Whoever quotes a denial is not thereby disputed by
    /// whoever is denied, but whoever denies is.
    fn with(&self, corpus: &Corpus, own: &ClaimSet, are_quoted: bool) -> Vec<Disputed> {
        let mut found: Vec<Disputed> = Vec::new();
        let mut told = HashSet::default();
        for card in &self.cards {
            let [left, right] = &card.sides;
            for (side, opposite) in [(left, right), (right, left)] {
                let of: Vec<ClaimId> = side.claims().filter(|it| own.contains(*it)).collect();
                if of.is_empty() {
                    continue;
                }
                let by: Vec<ClaimId> = opposite.claims().collect();
                let is_denial = |it: &ClaimId| corpus.claim(*it).stance == Stance::Denies;
                if are_quoted && card.kind == Difference::Denial && of.iter().all(is_denial) {
                    continue;
                }
                // A document that quotes a denial of what it reports does not deny it itself.
                let answering: Few<OriginId> =
                    of.iter().map(|&it| accountable(corpus, it)).collect();
                let answers = |it: &ClaimId| answering.contains(accountable(corpus, *it));
                let is_itself = by.iter().all(|it| {
                    own.contains(*it) && (card.kind != Difference::Denial || answers(it))
                });
                let Card { group, kind, about, .. } = *card;
                // Who contradicts himself does so once, whichever side is looked at first.
                if is_itself {
                    if told.contains(&(kind, by.clone(), of.clone())) {
                        continue;
                    }
                    told.insert((kind, of.clone(), by.clone()));
                }
                let origins = opposite.origins.clone();
                found.push(Disputed { group, kind, about, by, origins, of, is_itself });
            }
        }
        found
    }
}

/// An origin, with the origins that are not believed, among the claims that can be selected.
#[must_use]
pub fn origin_subject(
    corpus: &Corpus,
    distrusted: &OriginSet,
    selectable: &ClaimSet,
    origin: OriginId,
) -> OriginSubject {
    let without: OriginSet = distrusted.iter().filter(|it| *it != origin).collect();
    let fallen = discounted(corpus, &without);
    // If it is not believed itself, what it stands for is shown struck, and not left out.
    let trust = Trust { corpus, discounted: &fallen };
    let chained = selectable.iter().filter(|&it| corpus.chain(it).contains(&origin));
    let (discounted, involved): (Vec<ClaimId>, Vec<ClaimId>) =
        chained.partition(|it| fallen.contains(*it));
    let goes_back = |it: &ClaimId| accountable(corpus, *it) == origin || corpus.root(*it) == origin;
    let own: ClaimSet = involved.iter().copied().filter(goes_back).collect();
    let published: DocumentSet = own.iter().map(|it| corpus.document_of(it)).collect();
    let (own_documents, repeating): (Vec<_>, Vec<_>) = super::by_date(corpus, published.iter())
        .into_iter()
        .partition(|&it| corpus.outlet(it) == origin);
    let of_transfer = |it: &&ClaimId| {
        corpus.transfer_of(**it).is_some() && corpus.claim(**it).stance == Stance::Asserts
    };
    let chained: Vec<ClaimId> = involved
        .iter()
        .filter(of_transfer)
        .copied()
        .filter(|it| goes_back(it) && Target::of(corpus, *it) != Target::NoSource)
        .collect();
    let mut subject = OriginSubject {
        origin,
        is_distrusted: distrusted.contains(origin),
        repeating,
        own: own_documents,
        only: Vec::new(),
        beside: Vec::new(),
        hollow: Vec::new(),
        uncounted: Vec::new(),
        denies: Vec::new(),
        silent: Vec::new(),
        passes_on: Vec::new(),
        falling: falling(trust, distrusted, selectable, origin),
        disputed: Disagreements::of(trust, &own).with(corpus, &own, false),
        chain: chain_of(trust, &chained),
        context: involved.iter().copied().filter(|&it| corpus.transfer_of(it).is_none()).collect(),
        discounted,
    };
    let transfers: TransferSet = involved.iter().filter_map(|&it| corpus.transfer_of(it)).collect();
    for transfer in transfers.iter() {
        subject.add(trust, transfer, &own);
    }
    subject
}

impl OriginSubject {
    /// How it comes to be hollow, for the transfers for which it is.
    #[must_use]
    pub fn how_hollow(&self, corpus: &Corpus) -> Option<Hollow> {
        let edges = self.chain.edges.iter().filter(|it| it.target == Target::Origin(self.origin));
        let claims = edges.flat_map(|it| it.claims.iter().copied());
        Hollow::for_transfers(corpus, claims, &self.hollow)
    }

    /// Adds the part that the origin has in a transfer.
    fn add(&mut self, trust: Trust, transfer: TransferId, own: &ClaimSet) {
        let corpus = trust.corpus;
        let backing = backing(trust, transfer);
        let is_assertion = |it: ClaimId| corpus.claim(it).stance == Stance::Asserts;
        let of_it = trust.claims_of(transfer).filter(|it| own.contains(*it));
        let others: Vec<OriginId> =
            backing.asserting.iter().filter(|it| *it != self.origin).collect();
        if backing.denying.contains(self.origin) {
            self.denies.push(transfer);
        }
        if backing.silent.contains(self.origin) {
            self.silent.push(transfer);
        }
        if backing.hollow.contains(self.origin) {
            self.hollow.push(transfer);
        }
        if !backing.asserting.contains(self.origin) {
            let answered: Vec<ClaimId> =
                of_it.filter(|&it| accountable(corpus, it) == self.origin).collect();
            if answered.iter().any(|&it| is_assertion(it)) {
                self.uncounted.push(transfer);
            } else if answered.is_empty() {
                self.passes_on.push(transfer);
            }
        } else if others.is_empty() {
            self.only.push(transfer);
        } else {
            self.beside.push((transfer, others));
        }
    }
}

/// What falls with an origin, beside what counts no more without it.
fn falling(
    trust: Trust,
    distrusted: &OriginSet,
    selectable: &ClaimSet,
    origin: OriginId,
) -> Falling {
    let corpus = trust.corpus;
    let mut with = distrusted.clone();
    with.insert(origin);
    let discounted = discounted(corpus, &with);
    let after = Trust { corpus, discounted: &discounted };
    let mut falling = Falling::default();
    for claim in discounted.difference(trust.discounted).filter(|it| selectable.contains(*it)) {
        let is_context = corpus.transfer_of(claim).is_none();
        if is_context { &mut falling.context } else { &mut falling.claims }.push(claim);
    }
    let of = |claims: &mut dyn Iterator<Item = ClaimId>| -> TransferSet {
        claims.filter_map(|it| corpus.transfer_of(it)).collect()
    };
    let all = of(&mut selectable.iter());
    falling.of = all.len();
    // Whatever has it for an origin has a claim that falls with it.
    let touched = of(&mut discounted.difference(trust.discounted));
    for transfer in touched.iter().filter(|it| all.contains(*it)) {
        let [before, after] = [trust, after].map(|trust| backing(trust, transfer).asserting);
        if !before.is_empty() && after.is_empty() {
            falling.without.push(transfer);
        } else if before.contains(origin) {
            falling.keeping.push((transfer, after.iter().collect()));
        }
    }
    falling
}

/// A document, of the claims that can be selected.
#[must_use]
pub fn document_subject(
    trust: Trust,
    selectable: &ClaimSet,
    document: DocumentId,
) -> DocumentSubject {
    let corpus = trust.corpus;
    let of_it = corpus.claims_of_document(document);
    let all: Vec<ClaimId> = of_it.filter(|&it| selectable.contains(it)).collect();
    let disagreements = Disagreements::of(trust, &all.iter().copied().collect());
    let counting: ClaimSet =
        all.iter().copied().filter(|it| !trust.discounted.contains(*it)).collect();
    let mut subject = DocumentSubject {
        document,
        paragraphs: paragraphs(trust, &disagreements.contradicting, &all),
        transfers: by_transfer(corpus, &counting.iter().collect::<Vec<_>>()),
        own: Vec::new(),
        unsourced: Vec::new(),
        repeated: Vec::new(),
        left_open: Vec::new(),
        disputed: disagreements.with(corpus, &counting, true),
        context: Vec::new(),
    };
    let mut repeating = Repeating::default();
    for claim in counting.iter() {
        let Some(transfer) = corpus.transfer_of(claim) else {
            subject.context.push(claim);
            continue;
        };
        match Target::of(corpus, claim) {
            _ if corpus.claim(claim).stance == Stance::LeavesOpen => subject.left_open.push(claim),
            Target::NoSource => subject.unsourced.push(claim),
            Target::Origin(origin) if origin == corpus.outlet(document) => subject.own.push(claim),
            Target::Origin(origin) => {
                repeating.add(corpus, origin, transfer, claim);
            }
        }
    }
    subject.repeated = repeating.all;
    subject.repeated.sort_by_key(|it| std::cmp::Reverse((it.transfers.len(), it.claims.len())));
    subject
}

/// Claims by the transfers that they speak of, in the order of the claims.
#[must_use]
pub fn by_transfer(corpus: &Corpus, claims: &[ClaimId]) -> Vec<(TransferId, Vec<ClaimId>)> {
    let mut found: Vec<(TransferId, Vec<ClaimId>)> = Vec::new();
    let mut places: HashMap<TransferId, usize> = HashMap::default();
    for &claim in claims {
        let Some(transfer) = corpus.transfer_of(claim) else { continue };
        let at = *places.entry(transfer).or_insert(found.len());
        match found.get_mut(at) {
            Some((_, claims)) => claims.push(claim),
            None => found.push((transfer, vec![claim])),
        }
    }
    found
}

/// What a document repeats, while it is gathered: each origin, transfer and relay once.
#[derive(Default)]
struct Repeating {
    all: Vec<Repeated>,
    places: HashMap<OriginId, usize>,
    transfers: HashSet<(OriginId, TransferId)>,
    through: HashSet<(OriginId, OriginId)>,
}

impl Repeating {
    fn add(&mut self, corpus: &Corpus, origin: OriginId, transfer: TransferId, claim: ClaimId) {
        let at = *self.places.entry(origin).or_insert(self.all.len());
        if at == self.all.len() {
            let (through, transfers, claims) = (Vec::new(), Vec::new(), Vec::new());
            self.all.push(Repeated { origin, through, transfers, claims });
        }
        let of_it = self.all.get_mut(at).expect("it was found or pushed there");
        of_it.claims.push(claim);
        if self.transfers.insert((origin, transfer)) {
            of_it.transfers.push(transfer);
        }
        for &link in through(corpus, claim) {
            if self.through.insert((origin, link)) {
                of_it.through.push(link);
            }
        }
    }
}

/// The paragraphs of a document up to the last that bears one of its claims.
fn paragraphs(trust: Trust, disputed: &ClaimSet, all: &[ClaimId]) -> Vec<Paragraph> {
    let corpus = trust.corpus;
    let last = all.iter().map(|&it| corpus.claim(it).paragraph).max().unwrap_or_default();
    // The claims of a document come in the order of its text.
    let mut left = all.iter().copied().peekable();
    let paragraphs = (1..=last).map(|number| {
        let is_of_it = |it: &ClaimId| corpus.claim(*it).paragraph == number;
        let claims: Vec<ClaimId> = std::iter::from_fn(|| left.next_if(is_of_it)).collect();
        let kind = if claims.iter().any(|&it| corpus.transfer_of(it).is_some()) {
            ParagraphKind::Transfer
        } else if claims.is_empty() {
            ParagraphKind::Empty
        } else {
            ParagraphKind::Context
        };
        let is_discounted =
            !claims.is_empty() && claims.iter().all(|&it| trust.discounted.contains(it));
        let is_disputed = claims.iter().any(|&it| disputed.contains(it));
        Paragraph { number, kind, is_disputed, is_discounted, claims }
    });
    paragraphs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::chain::tests::written as chain_written;
    use crate::evidence::comparison::tests::bundled;
    use crate::evidence::fixture::{corpus, said};
    use expect_test::expect;

    fn claims(corpus: &Corpus, all: &[ClaimId]) -> String {
        all.iter().map(|&it| corpus.claim(it).id.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn transfers(corpus: &Corpus, all: &[TransferId]) -> String {
        all.iter().map(|&it| corpus.transfer(it).id.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn beside(corpus: &Corpus, all: &[(TransferId, Vec<OriginId>)]) -> String {
        let beside = all.iter().map(|(transfer, others)| {
            let others = others.iter().map(|&it| corpus.origin(it).id.as_str());
            format!("{} ({})", corpus.transfer(*transfer).id, others.collect::<Vec<_>>().join(" "))
        });
        beside.collect::<Vec<_>>().join(", ")
    }

    fn disputed(corpus: &Corpus, all: &[Disputed]) -> String {
        let disputed = all.iter().map(|it| {
            let itself = if it.is_itself { " (itself)" } else { "" };
            let (by, of) = (claims(corpus, &it.by), claims(corpus, &it.of));
            format!("\n  {:?} {:?}: {by}{itself} against {of}", it.group, it.kind)
        });
        disputed.collect()
    }

    fn of_origin(corpus: &Corpus, distrusted: &[&str], origin: &str) -> String {
        let distrusted = distrusted.iter().filter_map(|id| corpus.find_origin(id)).collect();
        let origin = corpus.find_origin(origin).expect("an origin");
        let it = origin_subject(corpus, &distrusted, &corpus.claim_ids().collect(), origin);
        let lines = [
            format!(
                "{}: {} repeat it, {} its own",
                corpus.origin(origin).id,
                it.repeating.len(),
                it.own.len()
            ),
            format!("only: {}", transfers(corpus, &it.only)),
            format!("beside: {}", beside(corpus, &it.beside)),
            format!("hollow: {}", transfers(corpus, &it.hollow)),
            format!("uncounted: {}", transfers(corpus, &it.uncounted)),
            format!("denies: {}", transfers(corpus, &it.denies)),
            format!("silent: {}", transfers(corpus, &it.silent)),
            format!("passes on: {}", transfers(corpus, &it.passes_on)),
            format!(
                "with it fall {} claims and {} of context; of {} are left without: {}; keep: {}",
                it.falling.claims.len(),
                it.falling.context.len(),
                it.falling.of,
                transfers(corpus, &it.falling.without),
                beside(corpus, &it.falling.keeping),
            ),
            format!("disputed:{}", disputed(corpus, &it.disputed)),
            format!("context: {}, discounted: {}", it.context.len(), it.discounted.len()),
            chain_written(corpus, &it.chain),
        ];
        lines.join("\n")
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "it is one table")]
    fn the_origins_of_the_corpus() {
        let corpus = bundled();
        expect![[r#"
            wsj: 3 repeat it, 0 its own
            only: egy-rus-engines blr-rus-helicopters bra-rus-helicopters pak-rus-helicopters
            beside: prk-rus-munitions-2023 (south-korea), irn-rus-missiles (us-intelligence)
            hollow: egy-rus-engines blr-rus-helicopters bra-rus-helicopters pak-rus-helicopters
            uncounted: 
            denies: 
            silent: 
            passes on: 
            with it fall 21 claims and 7 of context; of 16 are left without: egy-rus-engines blr-rus-helicopters bra-rus-helicopters pak-rus-helicopters; keep: prk-rus-munitions-2023 (south-korea), irn-rus-missiles (us-intelligence)
            disputed:
              Denied Denial: 0e12-27 against 0e12-05 7ebd-10
              Denied Denial: 7ebd-25 against 7ebd-23
              Contradicted Actor: 0e12-09 against 0e12-15
              PrecisionDiffers Time: 7ebd-06 (itself) against 0e12-15
              Denied Denial: 7ebd-34 against 7ebd-22
              Contradicted WithinDocument: 7ebd-02 (itself) against 7ebd-03 7ebd-14
            context: 7, discounted: 0
            32d9, 7ebd, 0e12 | wsj Named | wsj-sources, wsj-three-persons
              32d9 → wsj through cnn (1)
              7ebd → wsj (7)
              0e12 → wsj (6)
              wsj ⇢ wsj-sources (5)
              wsj ⇢ wsj-three-persons (3)"#]].assert_eq(&of_origin(&corpus, &[], "wsj"));
        assert_eq!(
            of_origin(&corpus, &["wsj"], "wsj"),
            of_origin(&corpus, &[], "wsj"),
            "what it stands for is shown struck, and not left out"
        );
        expect![[r#"
            pakistan: 0 repeat it, 0 its own
            only: 
            beside: 
            hollow: 
            uncounted: 
            denies: 
            silent: 
            passes on: 
            with it fall 0 claims and 0 of context; of 16 are left without: ; keep: 
            disputed:
            context: 0, discounted: 1
             |  | "#]]
        .assert_eq(&of_origin(&corpus, &["wsj"], "pakistan"));
        expect![[r#"
            cnn: 1 repeat it, 0 its own
            only: irn-rus-drones irn-rus-drone-plant
            beside: 
            hollow: 
            uncounted: irn-rus-missiles
            denies: 
            silent: 
            passes on: 
            with it fall 11 claims and 8 of context; of 16 are left without: irn-rus-drones irn-rus-drone-plant irn-rus-missiles; keep: 
            disputed:
            context: 8, discounted: 0
            32d9 | cnn Named | us-official-cnn
              32d9 → cnn (9)
              cnn ⇢ us-official-cnn (5)"#]].assert_eq(&of_origin(&corpus, &[], "cnn"));
        expect![[r#"
            wsj-sources: 1 repeat it, 0 its own
            only: 
            beside: 
            hollow: 
            uncounted: 
            denies: 
            silent: 
            passes on: egy-rus-engines blr-rus-helicopters bra-rus-helicopters pak-rus-helicopters
            with it fall 9 claims and 0 of context; of 16 are left without: blr-rus-helicopters bra-rus-helicopters pak-rus-helicopters; keep: 
            disputed:
              Denied Denial: 0e12-27 against 0e12-05
            context: 0, discounted: 0
            0e12 | wsj Hollow | wsj-sources
              0e12 → wsj (5)
              wsj ⇢ wsj-sources (5)"#]].assert_eq(&of_origin(&corpus, &[], "wsj-sources"));
    }

    #[test]
    fn every_origin_has_a_page() {
        let corpus = bundled();
        let all = corpus.claim_ids().collect();
        for origin in corpus.origin_ids() {
            let it = origin_subject(&corpus, &OriginSet::new(), &all, origin);
            // What it only passes on falls with it too.
            let all_left = it.only.iter().all(|only| it.falling.without.contains(only));
            assert!(all_left, "{}", corpus.origin(origin).id);
        }
    }

    #[test]
    fn what_falls_is_told_beside_what_has_fallen() {
        let corpus = corpus(&[("a", vec![said(&["x"]), said(&["y"])])]);
        expect![[r#"
            y: 1 repeat it, 0 its own
            only: t
            beside: 
            hollow: 
            uncounted: 
            denies: 
            silent: 
            passes on: 
            with it fall 1 claims and 0 of context; of 1 are left without: t; keep: 
            disputed:
            context: 0, discounted: 0
            0000 | y Named | 
              0000 → y (1)"#]]
        .assert_eq(&of_origin(&corpus, &["x"], "y"));
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "it is one table")]
    fn the_documents_of_the_corpus() {
        let corpus = bundled();
        let trust = Trust::all(&corpus);
        let all = corpus.claim_ids().collect();
        let documents = corpus.document_ids().map(|document| {
            let it = document_subject(trust, &all, document);
            let strip = it.paragraphs.iter().map(|it| match (it.kind, it.is_disputed) {
                (ParagraphKind::Transfer, false) => 'T',
                (ParagraphKind::Transfer, true) => '≠',
                (ParagraphKind::Context, false) => 'c',
                (ParagraphKind::Context, true) => 'x',
                (ParagraphKind::Empty, _) => '·',
            });
            let repeated = it.repeated.iter().map(|it| {
                let through = it.through.iter().map(|&it| corpus.origin(it).id.as_str());
                let through = through.collect::<Vec<_>>().join(" ");
                let of = corpus.origin(it.origin).id.as_str();
                format!(
                    "{of} for {} in {} through [{through}]",
                    it.transfers.len(),
                    it.claims.len()
                )
            });
            [
                format!("{} {}", &corpus.document(document).id[..4], strip.collect::<String>()),
                format!("  {} transfers, {} context", it.transfers.len(), it.context.len()),
                format!("  repeats: {}", repeated.collect::<Vec<_>>().join(", ")),
                format!("  own: {}", claims(&corpus, &it.own)),
                format!("  unsourced: {}", claims(&corpus, &it.unsourced)),
                format!("  left open: {}", claims(&corpus, &it.left_open)),
                format!("  disputed:{}", disputed(&corpus, &it.disputed)),
            ]
            .join("\n")
        });
        expect![[r#"
            0e12 x··c≠≠c≠x≠≠≠T≠Tccc
              8 transfers, 21 context
              repeats: wsj for 4 in 6 through [], washington-post for 1 in 1 through [], pakistan for 1 in 1 through [wsj], austin for 1 in 1 through []
              own: 
              unsourced: 0e12-09 0e12-16 0e12-17 0e12-19 0e12-21 0e12-25 0e12-28 0e12-31
              left open: 0e12-29 0e12-39 0e12-40 0e12-41
              disputed:
              Denied Denial: 0e12-27 against 0e12-05
              Contradicted Actor: 0e12-09 (itself) against 0e12-15
              Contradicted Status: 0e12-28 (itself) against 0e12-09
              Contradicted Status: 0e12-22 (itself) against 0e12-19 0e12-21
              PrecisionDiffers Time: 7ebd-06 against 0e12-15
              Contradicted WithinDocument: 0e12-01 0e12-18 (itself) against 0e12-04
            1bfa T··≠cc···Tccc
              2 transfers, 14 context
              repeats: us-intelligence for 2 in 2 through [us-person-ap]
              own: 1bfa-01
              unsourced: 
              left open: 
              disputed:
              Contradicted Status: 95b5-09 against 1bfa-02
              PrecisionDiffers Status: 95b5-01 95b5-07 95b5-08 against 1bfa-01
              PrecisionDiffers NumberLeftOpen: 95b5-19 against 1bfa-02
            32d9 ·TT·TTTccTT
              3 transfers, 8 context
              repeats: cnn for 3 in 9 through [], us-intelligence for 1 in 1 through [cnn us-official-cnn], wsj for 1 in 1 through [cnn]
              own: 
              unsourced: 
              left open: 
              disputed:
            7ebd cxxTTTTc≠xcxcx≠cTcT
              6 transfers, 21 context
              repeats: wsj for 5 in 7 through [], romanenko for 1 in 2 through [], egypt-spokesman for 1 in 1 through [wsj], south-korea for 1 in 1 through [], north-korea for 1 in 1 through []
              own: 7ebd-28
              unsourced: 
              left open: 7ebd-08
              disputed:
              Denied Denial: 0e12-27 against 7ebd-10
              Denied Denial: 7ebd-25 against 7ebd-23 7ebd-24
              PrecisionDiffers Time: 0e12-15 against 7ebd-06
              Denied Denial: 7ebd-16 against 7ebd-32
              Denied Denial: 7ebd-22 7ebd-35 against 7ebd-34
              Contradicted WithinDocument: 7ebd-02 (itself) against 7ebd-03 7ebd-14
            95b5 T·TTT≠cxccT
              2 transfers, 13 context
              repeats: us-intelligence for 1 in 1 through [new-york-times]
              own: 
              unsourced: 95b5-01 95b5-03 95b5-07 95b5-08 95b5-10
              left open: 95b5-19 95b5-20
              disputed:
              Contradicted Status: 1bfa-02 against 95b5-09
              Contradicted WithinDocument: 95b5-10 (itself) against 95b5-15
              PrecisionDiffers Status: 1bfa-01 against 95b5-01 95b5-07 95b5-08
              PrecisionDiffers NumberLeftOpen: 1bfa-02 against 95b5-19"#]].assert_eq(&documents.collect::<Vec<_>>().join("\n"));
    }

    /// What is found of some claims is what is found of them among all disagreements of the corpus.
    #[test]
    fn no_disagreement_of_some_claims_is_elsewhere() {
        let corpus = bundled();
        let all: ClaimSet = corpus.claim_ids().collect();
        let documents = corpus.document_ids().map(|it| corpus.claims_of_document(it).collect());
        let each = corpus.claim_ids().map(|it| ClaimSet::from_iter([it]));
        let of_origins = corpus.origin_ids().map(|origin| {
            corpus.claim_ids().filter(|&it| corpus.chain(it).contains(&origin)).collect()
        });
        let some: Vec<ClaimSet> = documents.chain(each).chain(of_origins).collect();
        for origin in corpus.origin_ids().map(Some).chain([None]) {
            let discounted = discounted(&corpus, &origin.into_iter().collect());
            let trust = Trust { corpus: &corpus, discounted: &discounted };
            let whole = Disagreements::of(trust, &all);
            for own in &some {
                let of_it = Disagreements::of(trust, own);
                for are_quoted in [false, true] {
                    let [part, whole] =
                        [&of_it, &whole].map(|it| it.with(&corpus, own, are_quoted));
                    assert_eq!(part, whole, "{own:?} without {origin:?}");
                }
                let contradicting = |of: &Disagreements| -> ClaimSet {
                    of.contradicting.intersection(own).collect()
                };
                assert_eq!(contradicting(&of_it), contradicting(&whole), "{own:?}");
            }
        }
    }

    #[test]
    fn of_one_claim_both_directions_are_told() {
        let corpus = bundled();
        let all = Disagreements::of(Trust::all(&corpus), &corpus.claim_ids().collect());
        let of = |id: &str| {
            let claim = corpus.find_claim(id).expect("a claim");
            disputed(&corpus, &all.of_claim(&corpus, claim))
        };
        let said = ["0e12-27", "0e12-05"].map(|id| of(id).trim().to_owned()).join("\n");
        expect![[r#"
            Denied Denial: 0e12-05 7ebd-10 against 0e12-27
            Denied Denial: 0e12-27 against 0e12-05"#]]
        .assert_eq(&said);
    }
}
