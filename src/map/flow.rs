//! Flows: the transfers between two countries, drawn as one line.

use crate::corpus::{CountryId, Kind, OriginId, Status, TransferId};
use crate::evidence::{self, Findings, Trust};

/// The transfers from one country to another that are drawn as one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The supplier.
    pub from: CountryId,
    /// The recipient.
    pub to: CountryId,
    /// The transfers, in the order in which they were given.
    pub transfers: Vec<TransferId>,
    /// Whether they are payments for something that goes the other way.
    pub payment: bool,
    /// Whether all reports of one of them have it agreed or delivered: only then the line is unbroken.
    pub unbroken: bool,
    /// The origins of the best attested of them, 0 to 3, where 3 means three or more; in an unbroken line of
    /// those that make it unbroken, and of those only who say as much.
    pub weight: u8,
}

/// The flows of some transfers. A country without a place has none.
#[must_use]
pub fn flows(trust: Trust, findings: &Findings, transfers: &[TransferId]) -> Vec<Flow> {
    let corpus = trust.corpus;
    let mut flows: Vec<Flow> = Vec::new();
    for &transfer in transfers {
        let (from, to) = corpus.sides(transfer);
        if corpus.country(from).place.is_none() || corpus.country(to).place.is_none() {
            continue;
        }
        let payment = corpus.transfer(transfer).kind == Kind::Payment;
        let same = |it: &Flow| it.from == from && it.to == to && it.payment == payment;
        let at = flows.iter().position(same).unwrap_or_else(|| {
            let (unbroken, weight) = (false, 0);
            flows.push(Flow { from, to, transfers: Vec::new(), payment, unbroken, weight });
            flows.len() - 1
        });
        let flow = flows.get_mut(at).expect("it was found or pushed there");
        flow.transfers.push(transfer);
        let is_settled = |status: &Status| matches!(status, Status::Agreed | Status::Delivered);
        let unbroken = findings[transfer].statuses.iter().all(is_settled);
        let origins = &findings[transfer].backing.asserting;
        let bears_out = |origin: &OriginId| {
            !unbroken || evidence::furthest(trust, transfer, *origin).iter().any(is_settled)
        };
        let origins = origins.iter().filter(bears_out).count();
        let weight = u8::try_from(origins.min(3)).expect("3 at most");
        if unbroken && !flow.unbroken {
            (flow.unbroken, flow.weight) = (true, weight);
        } else if unbroken == flow.unbroken {
            flow.weight = flow.weight.max(weight);
        }
    }
    flows
}
