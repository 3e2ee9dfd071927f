//! Flows: the transfers between two countries, drawn as one line.

use super::traffic::{Traffic, traffic};
use super::ways::{Numbered, Way, Ways};
use crate::corpus::{CountryId, Kind, TransferId};
use crate::evidence::{Brief, Findings, Reached};

/// The transfers from one country to another that are drawn as one line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Flow {
    /// The supplier.
    pub from: CountryId,
    /// The recipient.
    pub to: CountryId,
    /// How many transfers there are.
    pub count: usize,
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
    /// That of a transfer, by what it tells; and the origins that attest it, 3 at most.
    pub(super) fn of(brief: &Brief) -> (Self, u8) {
        let reach = match brief.reached {
            _ if brief.is_settled => Self::Settled,
            Reached::Ended => Self::Stopped,
            Reached::Requested => Self::Asked,
            Reached::Delivered
            | Reached::Agreed
            | Reached::Intended
            | Reached::SettledAndEnded
            | Reached::IntendedAndEnded
            | Reached::NotStated => Self::Open,
        };
        let origins = if brief.is_settled { brief.settling } else { brief.origins };
        (reach, u8::try_from(origins.min(3)).expect("3 at most"))
    }
}

/// The flows of some transfers.
#[must_use]
pub fn flows(findings: &Findings, ways: &Ways, transfers: &[TransferId]) -> Vec<Flow> {
    flows_of(&traffic(findings, ways, transfers), ways)
}

/// The flows of what goes each way.
pub(super) fn flows_of(all: &[Traffic], ways: &Ways) -> Vec<Flow> {
    let mut flows = Numbered::new(2 * ways.pairs());
    for it in all {
        let Way { from, to, kind } = it.way;
        let payment = kind == Kind::Payment;
        let number = 2 * ways.pair(it.furthest.transfer) + usize::from(payment);
        let flow: &mut Flow = flows.entry(number, || Flow {
            from,
            to,
            count: 0,
            payment,
            reach: Reach::Stopped,
            weight: 0,
            disputed: false,
        });
        flow.count += it.count;
        (flow.reach, flow.weight) = (flow.reach, flow.weight).max(it.reach);
        flow.disputed |= it.is_disputed;
    }
    flows.things()
}
