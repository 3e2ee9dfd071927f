//! Origins: who stands behind a transfer, however many outlets repeat it.

use super::Trust;
use super::citations::Citations;
use super::disagreement::{Assertion, assertions, each_assertion, furthest_of};
use crate::corpus::{
    ClaimId, Corpus, CountryId, DocumentId, DocumentSet, Few, OriginId, OriginKind, Stance, Status,
    TransferId,
};

/// The origin that answers for a claim: the root of its chain, or, where the root is unnamed, the
/// nearest named origin that vouches for it.
///
/// Unnamed sources cannot be told apart, so they are neither merged with each other nor counted
/// beside the one who quotes them. A denial and a silence are their root's, named or not, as they count for
/// nothing: to quote somebody who denies is not to deny.
#[must_use]
pub fn accountable(corpus: &Corpus, claim: ClaimId) -> OriginId {
    if matches!(corpus.claim(claim).stance, Stance::Denies | Stance::DeclinesComment) {
        return corpus.root(claim);
    }
    let named = corpus.chain(claim).iter().rev().find(|&&origin| !corpus.origin(origin).unnamed);
    named.copied().unwrap_or_else(|| corpus.outlet_of(claim))
}

/// Whether a claim names nobody as its source: the outlet says so itself, or whoever it cites has it from where is
/// not said. Such a sentence is shown, and counts as no origin.
#[must_use]
pub fn is_unsourced(corpus: &Corpus, claim: ClaimId) -> bool {
    let root = corpus.origin(corpus.root(claim));
    corpus.cited(claim).is_empty() || root.kind == OriginKind::Unspecified
}

/// Whether a claim is to be shown as one without a source: its outlet asserts it, and cites nobody.
#[must_use]
pub fn gives_no_source(corpus: &Corpus, claim: ClaimId) -> bool {
    corpus.cited(claim).is_empty() && corpus.claim(claim).stance == Stance::Asserts
}

/// Whether a claim rests on somebody unnamed: its root is, or what is named is reached only through one.
fn passes_unnamed(corpus: &Corpus, claim: ClaimId) -> bool {
    corpus.cited(claim).iter().any(|&link| corpus.origin(link).unnamed)
}

/// Who stands behind a transfer, and who against it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backing {
    /// The origins that its claims go back to: distinct ones. Nobody can prove them independent.
    pub asserting: Few<OriginId>,
    /// Those of them that rest, for this transfer, on unnamed people only, or are reached only through one.
    pub hollow: Few<OriginId>,
    /// Those who say so without naming a source, in documents that cite nobody who says as much. Not counted.
    pub unsourced: Few<OriginId>,
    /// The origins that say it is not so.
    pub denying: Few<OriginId>,
    /// The origins that were asked and say neither.
    pub silent: Few<OriginId>,
    /// The documents that speak of it.
    pub documents: Few<DocumentId>,
}

/// Who stands behind a transfer, from all its claims that count.
///
/// Whoever cites another for a transfer does not count for what is cited: an official who passes on what
/// an intelligence service says adds no origin to it. To quote a denial or a silence is not to cite
/// somebody for it.
#[must_use]
pub fn backing(trust: Trust, transfer: TransferId) -> Backing {
    backing_of(trust, transfer, &Relays::of(trust.corpus, transfer))
}

/// The same, where it is known who does not count for it.
fn backing_of(trust: Trust, transfer: TransferId, relays: &Relays) -> Backing {
    let corpus = trust.corpus;
    let (mut firm, mut cited) = (Few::new(), Vec::new());
    let mut backing = Backing::default();
    for claim in trust.claims_of(transfer) {
        let origin = accountable(corpus, claim);
        let document = corpus.document_of(claim);
        backing.documents.insert(document);
        match corpus.claim(claim).stance {
            Stance::Asserts if is_unsourced(corpus, claim) => {}
            Stance::Asserts => {
                add_once(&mut cited, (document, corpus.claim(claim).status));
                if !relays.includes(corpus, claim) {
                    backing.asserting.insert(origin);
                    if !passes_unnamed(corpus, claim) {
                        firm.insert(origin);
                    }
                }
            }
            Stance::Denies => backing.denying.insert(origin),
            Stance::DeclinesComment => backing.silent.insert(origin),
            Stance::LeavesOpen => {}
        }
    }
    backing.hollow = backing.asserting.difference(&firm).collect();
    for (claim, it) in each_assertion(trust, transfer) {
        let document = corpus.document_of(claim);
        let first = cited.partition_point(|cited| cited.0 < document);
        let mut of_it = cited.iter().skip(first).take_while(|cited| cited.0 == document);
        if is_unsourced(corpus, claim) && !of_it.any(|cited| says_as_much(cited.1, it.status)) {
            backing.unsourced.insert(accountable(corpus, claim));
        }
    }
    backing
}

/// Adds what a document cites others for, which comes document by document.
fn add_once(all: &mut Vec<(DocumentId, Status)>, cited: (DocumentId, Status)) {
    let mut of_document = all.iter().rev().take_while(|it| it.0 == cited.0);
    if !of_document.any(|it| *it == cited) {
        all.push(cited);
    }
}

/// Whether whoever says that a transfer has come so far says as much as that it has come to another status:
/// it is the same, or one further along the same way. A refusal and a cancellation end the way, and bear out
/// only themselves. What says no status is borne out by whatever says one, and by nothing else without one, which
/// may speak of something different.
pub(super) fn says_as_much(so_far: Status, other: Status) -> bool {
    if so_far == Status::Unknown {
        return false;
    }
    so_far == other
        || other == Status::Unknown
        || (!so_far.is_end() && !other.is_end() && so_far.stage() > other.stage())
}

/// Whether an authority of a country, among the origins of a transfer, asserts it to be agreed or delivered. To
/// ask for something, to plan it or to refuse it confirms nothing.
#[must_use]
pub fn is_confirmed_by(
    trust: Trust,
    transfer: TransferId,
    backing: &Backing,
    country: CountryId,
) -> bool {
    let speaks = |origin: &OriginId| trust.corpus.speaks_for(*origin) == Some(country);
    let said = assertions(trust, transfer);
    backing.asserting.iter().filter(speaks).any(|it| says_it_is_settled(trust.corpus, &said, it))
}

/// Whether an origin, by what is said of a transfer, asserts it to be agreed or delivered in the end.
pub(super) fn says_it_is_settled(corpus: &Corpus, said: &[Assertion], origin: OriginId) -> bool {
    furthest_of(corpus, said, origin).iter().any(|it| it.is_settled())
}

/// The part of an origin in some claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// It says so, and counts.
    Named,
    /// It says so, resting on unnamed people only, or is reached only through one.
    Hollow,
    /// It says so, but has it from others, who count in its place.
    Relay,
    /// It says so without a source, and does not count.
    Unsourced,
    /// It says that it is not so.
    Denies,
    /// It was asked and says neither.
    Silent,
    /// It says that it is not known, or could not be checked.
    LeavesOpen,
}

/// The origins that answer for some claims of one transfer, or of none, each with its part in these: those
/// that count first.
#[must_use]
pub fn parts(
    trust: Trust,
    transfer: Option<TransferId>,
    claims: &[ClaimId],
) -> Vec<(OriginId, Part)> {
    Parts::of(trust, transfer).of_claims(claims)
}

/// What decides which part an origin has in claims of one transfer, or of none.
pub(super) struct Parts<'a> {
    corpus: &'a Corpus,
    relays: Option<Relays>,
    backing: Backing,
}

impl<'a> Parts<'a> {
    pub(super) fn of(trust: Trust<'a>, transfer: Option<TransferId>) -> Self {
        let corpus = trust.corpus;
        let Some(transfer) = transfer else {
            return Self { corpus, relays: None, backing: Backing::default() };
        };
        let relays = Relays::of(corpus, transfer);
        let backing = backing_of(trust, transfer, &relays);
        Self { corpus, relays: Some(relays), backing }
    }

    /// The origins that answer for some claims of it, each with its part in these: those that count first.
    pub(super) fn of_claims(&self, claims: &[ClaimId]) -> Vec<(OriginId, Part)> {
        let corpus = self.corpus;
        let mut found: Vec<(OriginId, Part)> = Vec::new();
        for &claim in claims {
            let (origin, part) = (accountable(corpus, claim), self.of_claim(claim));
            let is_assertion =
                |part| !matches!(part, Part::Denies | Part::Silent | Part::LeavesOpen);
            let same = |it: &&mut (OriginId, Part)| {
                it.0 == origin && (it.1 == part || (is_assertion(it.1) && is_assertion(part)))
            };
            match found.iter_mut().find(same) {
                Some((_, strongest)) => *strongest = part.min(*strongest),
                None => found.push((origin, part)),
            }
        }
        found.sort_by_key(|it| it.1);
        found
    }

    fn of_claim(&self, claim: ClaimId) -> Part {
        let (corpus, backing) = (self.corpus, &self.backing);
        let origin = accountable(corpus, claim);
        let is_relayed = self.relays.as_ref().is_some_and(|it| it.includes(corpus, claim));
        match corpus.claim(claim).stance {
            Stance::Denies => Part::Denies,
            Stance::DeclinesComment => Part::Silent,
            _ if is_unsourced(corpus, claim) => Part::Unsourced,
            Stance::LeavesOpen => Part::LeavesOpen,
            // Whoever cites others for the transfer counts as far as it does for all of it.
            Stance::Asserts if is_relayed && !backing.asserting.contains(origin) => Part::Relay,
            Stance::Asserts if is_relayed && backing.hollow.contains(origin) => Part::Hollow,
            Stance::Asserts if !is_relayed && passes_unnamed(corpus, claim) => Part::Hollow,
            Stance::Asserts => Part::Named,
        }
    }
}

/// Documents in the order of their dates, and those without one first, as the query lists them.
#[must_use]
pub fn by_date(corpus: &Corpus, documents: impl Iterator<Item = DocumentId>) -> Vec<DocumentId> {
    let mut documents: Vec<DocumentId> = documents.collect();
    documents.sort_by_key(|&it| corpus.document(it).published.span.and_then(|span| span.from));
    documents
}

/// Who does not count for a transfer. Told of the whole corpus, whatever is discounted: else whoever repeats a
/// report would become its origin by distrust of the origin.
struct Relays {
    /// The roots that do not count: those who cite somebody for it, and outlets that say so themselves
    /// without a source, whoever repeats them.
    roots: Few<OriginId>,
    /// Those who vouch for somebody unnamed who passes on what a named one says. Unnamed people cannot be
    /// told apart, so whoever else they vouch for may be the same.
    vouchers: Few<OriginId>,
}

impl Relays {
    fn of(corpus: &Corpus, transfer: TransferId) -> Self {
        let (mut relays, mut roots) = (Few::new(), Few::new());
        let mut vouchers = Few::new();
        let mut chains = Vec::new();
        for (claim, _) in each_assertion(Trust::all(corpus), transfer) {
            let chain = corpus.chain(claim);
            if !is_unsourced(corpus, claim) {
                roots.insert(corpus.root(claim));
                vouchers.extend(vouching_for_relays(corpus, chain));
                chains.push(chain);
            } else if let &[outlet] = chain {
                relays.insert(outlet);
            }
        }
        relays.extend(Citations::of(chains.into_iter()).relaying(&roots).iter());
        Self { roots: relays, vouchers }
    }

    fn includes(&self, corpus: &Corpus, claim: ClaimId) -> bool {
        let root = corpus.root(claim);
        let is_unnamed = corpus.origin(root).unnamed;
        self.roots.contains(root)
            || (is_unnamed && self.vouchers.contains(accountable(corpus, claim)))
    }
}

/// Those in a chain who vouch for somebody unnamed behind whom somebody is named: whoever is named next before, or else
/// the outlet.
fn vouching_for_relays(corpus: &Corpus, chain: &[OriginId]) -> Vec<OriginId> {
    let is_named = |origin: OriginId| !corpus.origin(origin).unnamed;
    let last_named = chain.iter().rposition(|&it| is_named(it)).unwrap_or_default();
    let before = chain.get(..last_named).unwrap_or_default();
    let Some((&outlet, links)) = before.split_first() else { return Vec::new() };
    let mut vouching = Vec::new();
    let mut nearest = outlet;
    for &link in links {
        if is_named(link) {
            nearest = link;
        } else if vouching.last() != Some(&nearest) {
            vouching.push(nearest);
        }
    }
    vouching
}

/// The documents that speak of some transfers.
#[must_use]
pub fn documents(trust: Trust, transfers: &[TransferId]) -> DocumentSet {
    let claims = transfers.iter().flat_map(|&it| trust.claims_of(it));
    claims.map(|it| trust.corpus.document_of(it)).collect()
}
