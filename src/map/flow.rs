//! Flows: the transfers between two countries, drawn as one line.

use crate::corpus::{Corpus, CountryId, Kind, TransferId};
use crate::evidence::{Brief, Findings, Reached};
use std::collections::BTreeMap;

/// The transfers from one country to another that are drawn as one line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Flow {
    /// The supplier.
    pub from: CountryId,
    /// The recipient.
    pub to: CountryId,
    /// The transfers, in the order in which they were given.
    pub transfers: Vec<TransferId>,
    /// Whether they are payments for something that goes the other way.
    pub payment: bool,
    /// How far that of them is said to have gone that is said to have gone furthest.
    pub reach: Reach,
    /// The origins of the best attested of those that have gone so far, 0 to 3, where 3 means three or more; of
    /// what is settled only those who say as much.
    pub weight: u8,
    /// Whether somebody denies one of them, or not all that is said of one can be true.
    pub disputed: bool,
}

/// How far a transfer is said to have gone, as a line can show it; the furthest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reach {
    /// It is said to have been refused or cancelled, and by nobody to have come further than a request.
    Stopped,
    /// It is only said to have been asked for.
    Asked,
    /// Somebody says that it is negotiated, planned, agreed or delivered, but not all do; or nobody says how far.
    Open,
    /// All who say how far say agreed or delivered.
    Settled,
}

impl Reach {
    /// That of a transfer, by what it tells.
    fn of(brief: &Brief) -> Self {
        match brief.reached {
            _ if brief.is_settled => Self::Settled,
            Reached::Ended => Self::Stopped,
            Reached::Requested => Self::Asked,
            Reached::Delivered
            | Reached::Agreed
            | Reached::Intended
            | Reached::SettledAndEnded
            | Reached::IntendedAndEnded
            | Reached::NotStated => Self::Open,
        }
    }
}

/// The flows of some transfers.
#[must_use]
pub fn flows(corpus: &Corpus, findings: &Findings, transfers: &[TransferId]) -> Vec<Flow> {
    let mut flows: Vec<Flow> = Vec::new();
    let mut places: BTreeMap<(CountryId, CountryId, bool), usize> = BTreeMap::new();
    for &transfer in transfers {
        let (from, to) = corpus.sides(transfer);
        let brief = findings.brief(transfer);
        let payment = brief.kind == Kind::Payment;
        let at = *places.entry((from, to, payment)).or_insert_with(|| {
            flows.push(Flow {
                from,
                to,
                transfers: Vec::new(),
                payment,
                reach: Reach::Stopped,
                weight: 0,
                disputed: false,
            });
            flows.len() - 1
        });
        let flow = flows.get_mut(at).expect("it was found or pushed there");
        flow.transfers.push(transfer);
        let reach = Reach::of(brief);
        let origins = if brief.is_settled { brief.settling } else { brief.origins };
        let weight = u8::try_from(origins.min(3)).expect("3 at most");
        // Who says that something was refused makes no line of what was agreed the thicker.
        (flow.reach, flow.weight) = (flow.reach, flow.weight).max((reach, weight));
        flow.disputed |= brief.is_denied || brief.is_contradicted;
    }
    flows
}
