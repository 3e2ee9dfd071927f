//! What a set of transfers comes to, in figures.

use super::Findings;
use crate::corpus::{ClaimId, Corpus, CountrySet, Course, DocumentSet, Kind, Status, TransferId};

/// How far a transfer is said to have gone, for a sentence on many: each transfer is one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// A report has it delivered, and none has it ended.
    Delivered,
    /// A report has it agreed, and none more, nor has it ended.
    Agreed,
    /// It is said to be meant, or talked about, and no more.
    Intended,
    /// It is said to have been agreed or delivered, and to have been refused or cancelled.
    SettledAndEnded,
    /// It is said to be meant, or talked about, and to have been refused or cancelled.
    IntendedAndEnded,
    /// It is said to have been asked for, and no more.
    Requested,
    /// It is said to have been refused or cancelled, and nobody says otherwise.
    Ended,
    /// No report says how far.
    NotStated,
}

impl Reached {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 8] = [
        Self::Delivered,
        Self::Agreed,
        Self::Intended,
        Self::SettledAndEnded,
        Self::IntendedAndEnded,
        Self::Requested,
        Self::Ended,
        Self::NotStated,
    ];

    /// How far a transfer is said to have gone of which these statuses are said.
    #[must_use]
    pub fn of(said: &[Status]) -> Self {
        let is = |course: Course| said.iter().any(|it| it.course() == course);
        let [is_asked, is_intended, is_settled, is_ended] =
            [Course::Asked, Course::Intended, Course::Settled, Course::Ended].map(is);
        if is_settled && is_ended {
            Self::SettledAndEnded
        } else if said.contains(&Status::Delivered) {
            Self::Delivered
        } else if is_settled {
            Self::Agreed
        } else if is_intended && is_ended {
            Self::IntendedAndEnded
        } else if is_intended {
            Self::Intended
        } else if is_asked {
            Self::Requested
        } else if is_ended {
            Self::Ended
        } else {
            Self::NotStated
        }
    }
}

/// What a set of transfers comes to, in figures. Origins of different transfers attest different things,
/// so they are never added up: what is counted are transfers, by how many origins each has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The documents that speak of them.
    pub documents: usize,
    /// The transfers.
    pub transfers: usize,
    /// The claims that are selected beside them, about no transfer.
    pub context: usize,
    /// The countries, and groups of countries, that are named as suppliers; payments are left out.
    pub suppliers: usize,
    /// The transfers by how far they are said to have gone, in the order of [`Reached::ALL`].
    pub reached: [usize; 8],
    /// The transfers that go back to no origin, to one, to several.
    pub by_origins: [usize; 3],
    /// The transfers that somebody denies.
    pub denied: usize,
    /// The transfers of which it is said what cannot all be true, denials apart.
    pub contradicted: usize,
    /// The transfers that an authority of each side has asserted to be agreed or delivered.
    pub confirmed_by_both: usize,
}

/// What a set of transfers comes to, in figures; `context` are the claims that are selected beside them.
#[must_use]
pub fn summary(
    corpus: &Corpus,
    findings: &Findings,
    transfers: &[TransferId],
    context: &[ClaimId],
) -> Summary {
    let (mut documents, mut suppliers) = (DocumentSet::new(), CountrySet::new());
    let (transfers_count, context) = (transfers.len(), context.len());
    let mut summary = Summary { transfers: transfers_count, context, ..Summary::default() };
    for &transfer in transfers {
        let brief = findings.brief(transfer);
        let (from, _) = corpus.sides(transfer);
        summary.confirmed_by_both += usize::from(brief.is_confirmed);
        summary.denied += usize::from(brief.is_denied);
        summary.contradicted += usize::from(brief.is_contradicted);
        let [none, one, several] = &mut summary.by_origins;
        *match brief.origins {
            0 => none,
            1 => one,
            _ => several,
        } += 1;
        // Who pays for arms is no supplier of them.
        if brief.kind != Kind::Payment {
            suppliers.insert(from);
        }
        documents.extend(findings[transfer].backing.documents.iter());
        let mut of_each = summary.reached.iter_mut().zip(Reached::ALL);
        *of_each.find(|it| it.1 == brief.reached).expect("all of them are counted").0 += 1;
    }
    summary.documents = documents.len();
    summary.suppliers = suppliers.len();
    summary
}
