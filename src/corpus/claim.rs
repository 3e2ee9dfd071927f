//! A claim: what one document says, once.

use super::{Text, When};
use serde::{Deserialize, Serialize};

/// What one document says, once: a statement, its status and stance, its attribution, and its
/// place in the document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Permanent: it stands in links.
    #[cfg_attr(
        feature = "schema",
        schemars(regex(pattern = "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$"), length(max = 100))
    )]
    pub id: String,
    /// The paragraph of the document that bears it, counted from 1 over lines that are not blank.
    pub paragraph: u16,
    /// The transfer that it speaks of. A claim without one is context and has a `category`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<String>,
    /// What a context claim is about: a category's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// The countries that a context claim speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<String>,
    /// How far the transfer is said to have come.
    #[serde(default, skip_serializing_if = "Status::is_unknown")]
    pub status: Status,
    /// Whether it says so, denies it, or says nothing.
    #[serde(default, skip_serializing_if = "Stance::is_asserts")]
    pub stance: Stance,
    /// Origins from the document's outlet back to the root; empty where the outlet speaks for
    /// itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attribution: Vec<String>,
    /// Claims that this one contradicts or, where its stance is to leave something open, that it leaves open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputes: Vec<String>,
    /// What is moved, as printed, where the claim names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Text>,
    /// How many, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// When it is said to happen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// When the root or its reporter said so, where the document tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported: Option<When>,
    /// What is claimed, in our own words.
    pub statement: Text,
}

/// How many, as printed, and the bounds that follow from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// As printed: `more than 100`, `millions`.
    pub words: Text,
    /// The least that the words allow; absent where they set no least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u64>,
    /// The most that the words allow; absent where they set no most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u64>,
}

impl Quantity {
    /// Whether its words set no bound: `on a large scale`.
    #[must_use]
    pub fn is_vague(&self) -> bool {
        self.min.is_none() && self.max.is_none()
    }
}

/// How far a transfer is said to have come: always *as claimed*.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The report does not say.
    #[default]
    Unknown,
    /// Asked for.
    Requested,
    /// Talked about by both.
    Negotiating,
    /// Intended, not yet agreed.
    Planned,
    /// Agreed, ordered, or being made.
    Agreed,
    /// Handed over.
    Delivered,
    /// Declined by the one asked.
    Refused,
    /// Called off.
    Cancelled,
}

impl Status {
    /// All statuses, in the order in which they are listed: the ladder, then its two dead ends,
    /// then what is not said.
    pub const ALL: [Self; 8] = [
        Self::Requested,
        Self::Negotiating,
        Self::Planned,
        Self::Agreed,
        Self::Delivered,
        Self::Refused,
        Self::Cancelled,
        Self::Unknown,
    ];

    /// The word for it in the corpus and in links.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Requested => "requested",
            Self::Negotiating => "negotiating",
            Self::Planned => "planned",
            Self::Agreed => "agreed",
            Self::Delivered => "delivered",
            Self::Refused => "refused",
            Self::Cancelled => "cancelled",
        }
    }

    /// All statuses, from the one that claims most of arms having moved to the one that claims
    /// least. A refusal claims less than a request, since it says that nothing will move.
    pub const BY_STRENGTH: [Self; Self::ALL.len()] = [
        Self::Delivered,
        Self::Agreed,
        Self::Planned,
        Self::Negotiating,
        Self::Requested,
        Self::Refused,
        Self::Cancelled,
        Self::Unknown,
    ];

    /// Its place in [`Status::BY_STRENGTH`]: 0 claims most.
    #[must_use]
    pub fn rank(self) -> usize {
        Self::BY_STRENGTH.iter().position(|it| *it == self).expect("every status has its place")
    }

    /// How late it stands in a transfer's course. A refusal or a cancellation ends one.
    #[must_use]
    pub fn stage(self) -> u8 {
        match self {
            Self::Unknown => 0,
            Self::Requested => 1,
            Self::Negotiating => 2,
            Self::Planned => 3,
            Self::Agreed => 4,
            Self::Delivered => 5,
            Self::Refused => 6,
            Self::Cancelled => 7,
        }
    }

    /// What it comes to, where no more is told apart.
    #[must_use]
    pub fn course(self) -> Course {
        match self {
            Self::Unknown => Course::NotStated,
            Self::Requested => Course::Asked,
            Self::Negotiating | Self::Planned => Course::Intended,
            Self::Agreed | Self::Delivered => Course::Settled,
            Self::Refused | Self::Cancelled => Course::Ended,
        }
    }

    /// Whether arms are said to be on their way, or there: agreed or delivered.
    #[must_use]
    pub fn is_settled(self) -> bool {
        self.course() == Course::Settled
    }

    /// Whether it ends a transfer's course.
    #[must_use]
    pub fn is_end(self) -> bool {
        self.course() == Course::Ended
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_unknown(&self) -> bool {
        *self == Self::Unknown
    }
}

/// What a status comes to, where no more is told apart: for what is counted, compared and drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Nobody says how far.
    NotStated,
    /// Only asked for.
    Asked,
    /// Meant, or talked about.
    Intended,
    /// On its way, or there.
    Settled,
    /// Declined, or called off.
    Ended,
}

/// What a claim does with its statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Says that it is so.
    #[default]
    Asserts,
    /// Says that it is not so.
    Denies,
    /// Was asked and says neither.
    DeclinesComment,
    /// Says that it could not be checked, or is not known.
    LeavesOpen,
}

impl Stance {
    /// All stances.
    pub const ALL: [Self; 4] =
        [Self::Asserts, Self::Denies, Self::DeclinesComment, Self::LeavesOpen];

    /// The word for it in the corpus.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Asserts => "asserts",
            Self::Denies => "denies",
            Self::DeclinesComment => "declines_comment",
            Self::LeavesOpen => "leaves_open",
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_asserts(&self) -> bool {
        *self == Self::Asserts
    }
}
