//! The shared tables: countries, categories, origins, transfers.

use super::Text;
use serde::{Deserialize, Serialize};

/// Which state of the corpus this is: what an export names, so that its figures can be traced.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The day on which the corpus was last revised, as ISO 8601 has it.
    pub date: String,
    /// SHA-256, in hexadecimal, of the corpus as JSON without its edition. The build fills it in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sha256: String,
    /// The link's fragment that selected these claims, where they are a part of that corpus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selection: Option<String>,
}

/// A country, or a group of countries that reports name as one.
///
/// Its name comes from the reader's browser; only a group, which no browser knows, carries one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1 alpha-3; for a group one of the codes that ISO leaves to its users (`XAA` to
    /// `XZZ`).
    pub id: String,
    /// ISO 3166-1 alpha-2, by which browsers know the name; absent for a group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alpha2: Option<String>,
    /// The name of a group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// How it reads in a sentence after *from* (German *von*), where the name alone would not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_from: Option<Text>,
    /// The same after *to* (German *an*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_to: Option<Text>,
    /// Where the map shows a group, which has it where it takes part in a transfer; where a country is, the map knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Anchor>,
}

/// A point on the globe, in whole degrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// East of Greenwich, or west where negative: -180 to 180.
    #[cfg_attr(feature = "schema", schemars(range(min = -180, max = 180)))]
    pub longitude: i16,
    /// North of the equator, or south where negative: -90 to 90.
    #[cfg_attr(feature = "schema", schemars(range(min = -90, max = 90)))]
    pub latitude: i16,
}

/// What a transfer or a context claim is about: a class of arms, or a subject such as losses.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Permanent: it stands in links.
    #[cfg_attr(
        feature = "schema",
        schemars(regex(pattern = "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$"), length(max = 100))
    )]
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// Whoever a claim goes back to, or through.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Permanent: it stands in links.
    #[cfg_attr(
        feature = "schema",
        schemars(regex(pattern = "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$"), length(max = 100))
    )]
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What it is.
    pub kind: OriginKind,
    /// Whether reports keep it unnamed. Nobody can tell unnamed sources of one outlet apart, so
    /// they are counted with whoever vouches for them. Always so of what is `unspecified`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unnamed: bool,
    /// The country whose authorities it speaks for; absent for media and analysts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaks_for: Option<String>,
}

/// What an origin is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OriginKind {
    /// A newspaper, a broadcaster, a site.
    Outlet,
    /// A news agency.
    Agency,
    /// A government, a ministry or one of its officials.
    Government,
    /// An intelligence service.
    Intelligence,
    /// A database of documented cases.
    Database,
    /// An analyst or an institute.
    Analyst,
    /// Persons of whom no more is said.
    Persons,
    /// Nobody who is named in any way: *it was said*, *according to reports*.
    Unspecified,
}

impl OriginKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Outlet,
        Self::Agency,
        Self::Government,
        Self::Intelligence,
        Self::Database,
        Self::Analyst,
        Self::Persons,
        Self::Unspecified,
    ];

    /// The word for it in the corpus.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Agency => "agency",
            Self::Government => "government",
            Self::Intelligence => "intelligence",
            Self::Database => "database",
            Self::Analyst => "analyst",
            Self::Persons => "persons",
            Self::Unspecified => "unspecified",
        }
    }
}

/// Something said to move from one country to another; what is said of it stands in its claims.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// Permanent: it stands in links.
    #[cfg_attr(
        feature = "schema",
        schemars(regex(pattern = "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$"), length(max = 100))
    )]
    pub id: String,
    /// The supplier: a country's id.
    pub from: String,
    /// The recipient: a country's id.
    pub to: String,
    /// What sort of movement it is.
    pub kind: Kind,
    /// The class of what is moved: a category's id.
    pub category: String,
    /// What is moved, in a few words.
    pub item: Text,
    /// The transfer that this one pays for, where it is a payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_return_for: Option<String>,
}

/// What sort of movement a transfer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Given or sold.
    Supply,
    /// Arms once exported go back.
    Return,
    /// Made to order, or a plant.
    Production,
    /// What is given in return.
    Payment,
}

impl Kind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Supply, Self::Return, Self::Production, Self::Payment];

    /// The word for it in the corpus and in links.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Supply => "supply",
            Self::Return => "return",
            Self::Production => "production",
            Self::Payment => "payment",
        }
    }
}
