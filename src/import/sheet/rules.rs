//! What rows of a sheet need of each other: that a claim is there which another disputes, and a transfer that another
//! is given in return for. Who lacks it falls, and with it whoever needed that one.

use super::{Draft, Misfit, Rows, is_payment};
use crate::corpus::{Claim, Quantity, Stance, Transfer};
use crate::import::{Remark, Why};
use std::collections::{HashMap, HashSet};

/// The drafts that hold, and of the others why they do not.
pub fn held(drafts: Vec<Draft>, transfers: &Rows<Transfer>) -> (Vec<Draft>, Vec<Remark>) {
    let (grounded, by_id) = (grounded(&drafts, transfers), by_id(&drafts));
    let mut fallen: HashMap<usize, Misfit> = HashMap::new();
    let mut waiting: Vec<usize> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        let subject = draft.claim.transfer.as_ref();
        let misfit = match subject.filter(|it| !grounded.contains(it.as_str())) {
            Some(_) => Err((Why::NoSuchRow, "In return for".to_owned())),
            None => disputes(draft, &drafts, &by_id),
        };
        if let Err(misfit) = misfit {
            fallen.insert(at, misfit);
            waiting.push(at);
        }
    }
    let needs = Needs::of(&drafts, transfers, &by_id);
    let mut left = needs.spoken_of.clone();
    while let Some(at) = waiting.pop() {
        let Some(draft) = drafts.get(at) else { continue };
        let mut bereft: Vec<usize> = needs.of_claims.get(&at).cloned().unwrap_or_default();
        if let Some(transfer) = draft.claim.transfer.as_deref() {
            let count = left.entry(transfer).or_default();
            *count = count.saturating_sub(1);
            if *count == 0 {
                bereft.extend(needs.of_transfers.get(transfer).into_iter().flatten());
            }
        }
        for other in bereft {
            fallen.entry(other).or_insert_with(|| {
                waiting.push(other);
                (Why::NoSuchRow, draft.claim.id.clone())
            });
        }
    }
    let (mut held, mut remarks) = (Vec::new(), Vec::new());
    for (at, draft) in drafts.into_iter().enumerate() {
        match fallen.remove(&at) {
            Some((why, what)) => remarks.push(Remark { line: draft.line, why, what }),
            None => held.push(draft),
        }
    }
    (held, remarks)
}

fn by_id(drafts: &[Draft]) -> HashMap<String, usize> {
    drafts.iter().enumerate().map(|(at, it)| (it.claim.id.clone(), at)).collect()
}

/// The transfers that are no payments, and those payments that are for one of them in the end.
fn grounded<'a>(drafts: &[Draft], transfers: &'a Rows<Transfer>) -> HashSet<&'a str> {
    let spoken_of: HashSet<&str> =
        drafts.iter().filter_map(|it| it.claim.transfer.as_deref()).collect();
    let mut paying: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut waiting = Vec::new();
    for transfer in transfers.rows.iter().filter(|it| spoken_of.contains(it.id.as_str())) {
        match transfer.in_return_for.as_deref().filter(|_| is_payment(transfer)) {
            Some(paid) => paying.entry(paid).or_default().push(&transfer.id),
            None => waiting.push(transfer.id.as_str()),
        }
    }
    let mut grounded = HashSet::new();
    while let Some(id) = waiting.pop() {
        if grounded.insert(id) {
            waiting.extend(paying.get(id).into_iter().flatten());
        }
    }
    grounded
}

/// Who needs whom.
struct Needs<'a> {
    /// Of each claim those that dispute it.
    of_claims: HashMap<usize, Vec<usize>>,
    /// Of each transfer the claims of what is given in return for it.
    of_transfers: HashMap<&'a str, Vec<usize>>,
    /// How many claims speak of a transfer.
    spoken_of: HashMap<&'a str, usize>,
}

impl<'a> Needs<'a> {
    fn of(
        drafts: &'a [Draft],
        transfers: &'a Rows<Transfer>,
        by_id: &HashMap<String, usize>,
    ) -> Self {
        let mut needs = Self {
            of_claims: HashMap::new(),
            of_transfers: HashMap::new(),
            spoken_of: HashMap::new(),
        };
        for (at, draft) in drafts.iter().enumerate() {
            for disputed in draft.claim.disputes.iter().filter_map(|it| by_id.get(it)) {
                needs.of_claims.entry(*disputed).or_default().push(at);
            }
            let Some(transfer) = draft.claim.transfer.as_deref() else { continue };
            *needs.spoken_of.entry(transfer).or_default() += 1;
            let row = transfers.places.get(transfer).and_then(|it| transfers.rows.get(*it));
            if let Some(paid) = row.and_then(|it| it.in_return_for.as_deref()) {
                needs.of_transfers.entry(paid).or_default().push(at);
            }
        }
        needs
    }
}

/// Whether a claim disputes what it may: the rules of the check.
fn disputes(draft: &Draft, drafts: &[Draft], by_id: &HashMap<String, usize>) -> Result<(), Misfit> {
    let Claim { id, transfer, stance, disputes, quantity, .. } = &draft.claim;
    let is_denial = *stance == Stance::Denies;
    let is_vague = quantity.as_ref().is_some_and(Quantity::is_vague);
    if let Some(disputed) = disputes.first()
        && *stance == Stance::DeclinesComment
    {
        return Err((Why::Silent, disputed.clone()));
    }
    let mut denies_its_own = false;
    for disputed in disputes {
        let other = by_id.get(disputed).and_then(|at| drafts.get(*at));
        let other = other.filter(|it| it.claim.id != *id);
        let other = other.ok_or_else(|| (Why::NoSuchRow, disputed.clone()))?;
        let subject = &other.claim.transfer;
        denies_its_own |= subject == transfer;
        let is_of_another = transfer.is_some() && subject.is_some() && subject != transfer;
        if is_denial && transfer.is_none() && subject.is_some() {
            return Err((Why::Denies, disputed.clone()));
        }
        if !is_denial && draft.document != other.document && !is_of_another && !is_vague {
            return Err((Why::Disputes, disputed.clone()));
        }
    }
    if is_denial && (disputes.is_empty() || transfer.is_some() && !denies_its_own) {
        return Err((Why::Denies, id.clone()));
    }
    Ok(())
}
