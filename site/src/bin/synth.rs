//! Makes a corpus up, as large as is asked for, to measure how the viewer bears it; `cargo xtask synth` calls it.
//!
//! The same seed gives the same corpus. A few countries give most of what is given, as in life; every fifth transfer has
//! reports that differ. No claim in it is anybody's.

use anyhow::{Context, Result, bail};
use claim_atlas::corpus::{
    Category, Claim, Country, Document, Edition, Kind, Origin, OriginKind, Quantity, Source, Span,
    Stance, Status, Text, Transfer, When,
};
use std::collections::HashSet;
use std::fmt::Write;

/// A document has so many claims, and a transfer.
const CLAIMS_A_DOCUMENT: usize = 20;
const CLAIMS_A_TRANSFER: usize = 4;

/// What statements are put together from.
const WORDS: [&str; 24] = [
    "officials",
    "shells",
    "convoy",
    "harbour",
    "engines",
    "quietly",
    "reported",
    "depot",
    "radar",
    "spares",
    "agreed",
    "winter",
    "batch",
    "launcher",
    "border",
    "factory",
    "crews",
    "trained",
    "missiles",
    "trucks",
    "ministry",
    "denied",
    "autumn",
    "contract",
];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let asked = |name: &str, usual: u64| -> Result<u64> {
        let Some(at) = arguments.iter().position(|it| it == name) else { return Ok(usual) };
        let value = arguments.get(at + 1).with_context(|| format!("{name} takes a number"))?;
        value.parse().with_context(|| format!("{name} takes a number, not `{value}`"))
    };
    let claims = usize::try_from(asked("--claims", 10_000)?)?;
    if claims == 0 {
        bail!("a corpus has a claim at least");
    }
    println!("{}", serde_json::to_string(&corpus(claims, &mut Dice(asked("--seed", 1)?)))?);
    Ok(())
}

/// Numbers that look thrown: `SplitMix64`, which needs no more state than its seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let bound = u64::try_from(bound.max(1)).unwrap_or(u64::MAX);
        usize::try_from((z ^ (z >> 31)) % bound).unwrap_or_default()
    }

    /// One of many, the first ones far more often.
    fn favoured(&mut self, bound: usize) -> usize {
        let bound = self.below(bound) + 1;
        let bound = self.below(bound) + 1;
        self.below(bound)
    }

    fn of<T: Copy>(&mut self, some: &[T]) -> T {
        some.get(self.below(some.len())).copied().expect("one of some")
    }

    fn sentence(&mut self, words: usize) -> String {
        let mut text = String::from("It is said that");
        for _ in 0..words {
            text.push(' ');
            text.push_str(self.of(&WORDS));
        }
        text + "."
    }
}

fn english(text: impl Into<String>) -> Text {
    Text::new("en", text)
}

fn corpus(claims: usize, dice: &mut Dice) -> Source {
    let transfers = claims.div_ceil(CLAIMS_A_TRANSFER);
    let mut source = Source {
        edition: Some(Edition { date: "2026-01-01".to_owned(), ..Edition::default() }),
        languages: vec!["en".to_owned()],
        countries: countries(),
        categories: (0..8).map(category).collect(),
        origins: origins(claims),
        ..Source::default()
    };
    source.transfers = (0..transfers).map(|at| transfer(at, &source.countries, dice)).collect();
    let documents = claims.div_ceil(CLAIMS_A_DOCUMENT);
    for at in 0..documents {
        let count = CLAIMS_A_DOCUMENT.min(claims - at * CLAIMS_A_DOCUMENT);
        let document = document(at, count, &source, dice);
        source.documents.push(document);
    }
    // What nobody speaks of is no transfer.
    let claims = source.documents.iter().flat_map(|it| &it.claims);
    let told: HashSet<&String> = claims.filter_map(|it| it.transfer.as_ref()).collect();
    source.transfers.retain(|it| told.contains(&it.id));
    source
}

fn countries() -> Vec<Country> {
    const CODES: [(&str, &str); 30] = [
        ("USA", "US"),
        ("RUS", "RU"),
        ("FRA", "FR"),
        ("CHN", "CN"),
        ("DEU", "DE"),
        ("ITA", "IT"),
        ("GBR", "GB"),
        ("KOR", "KR"),
        ("ISR", "IL"),
        ("ESP", "ES"),
        ("IND", "IN"),
        ("SAU", "SA"),
        ("UKR", "UA"),
        ("EGY", "EG"),
        ("PAK", "PK"),
        ("JPN", "JP"),
        ("AUS", "AU"),
        ("POL", "PL"),
        ("TUR", "TR"),
        ("BRA", "BR"),
        ("IRN", "IR"),
        ("PRK", "KP"),
        ("BLR", "BY"),
        ("NGA", "NG"),
        ("IDN", "ID"),
        ("VNM", "VN"),
        ("NOR", "NO"),
        ("GRC", "GR"),
        ("DZA", "DZ"),
        ("CHL", "CL"),
    ];
    let country = |(id, alpha2): (&str, &str)| Country {
        id: id.to_owned(),
        alpha2: Some(alpha2.to_owned()),
        name: None,
        after_from: None,
        after_to: None,
        anchor: None,
    };
    CODES.map(country).into()
}

fn category(at: usize) -> Category {
    Category { id: format!("class-{at}"), name: english(format!("Class {at}")) }
}

/// Outlets first, then officials and unnamed people.
fn origins(claims: usize) -> Vec<Origin> {
    let count = 20 + claims / 100;
    let origin = |at: usize| {
        let (kind, unnamed) = match at % 4 {
            0 | 1 => (OriginKind::Outlet, false),
            2 => (OriginKind::Government, false),
            _ => (OriginKind::Persons, true),
        };
        Origin {
            id: format!("origin-{at}"),
            name: english(format!("Origin number {at}")),
            kind,
            unnamed,
            speaks_for: None,
        }
    };
    (0..count).map(origin).collect()
}

fn transfer(at: usize, countries: &[Country], dice: &mut Dice) -> Transfer {
    let from = dice.favoured(countries.len());
    let to = (from + 1 + dice.favoured(countries.len() - 1)) % countries.len();
    let id = |at: usize| countries.get(at).expect("a country").id.clone();
    let (from, to) = (id(from), id(to));
    Transfer {
        id: format!("{}-{}-{at}", from.to_lowercase(), to.to_lowercase()),
        kind: dice.of(&[Kind::Supply, Kind::Supply, Kind::Supply, Kind::Return, Kind::Production]),
        from,
        to,
        category: format!("class-{}", dice.below(8)),
        item: english(format!("{} {}", dice.of(&WORDS), dice.of(&WORDS))),
        in_return_for: None,
    }
}

fn document(at: usize, count: usize, source: &Source, dice: &mut Dice) -> Document {
    let outlets: Vec<&Origin> =
        source.origins.iter().filter(|it| it.kind == OriginKind::Outlet).collect();
    let (year, month) = (2015 + dice.below(10), 1 + dice.below(12));
    let published: Span = format!("{year}-{month:02}").parse().expect("a month");
    let id = format!("{at:016x}");
    let outlet = dice.of(&outlets).id.clone();
    let mut claims: Vec<Claim> = Vec::new();
    for number in 0..count {
        let mut claim = claim(at, number, source, dice);
        claim.attribution.retain(|it| *it != outlet);
        // A denial denies what this document or the one before has told.
        let before = source.documents.last().into_iter().flat_map(|it| &it.claims).chain(&claims);
        let mut told = before.filter(|it| it.transfer.is_some() && it.transfer == claim.transfer);
        let denied = told.rfind(|it| it.stance == Stance::Asserts).map(|it| it.id.clone());
        if claim.stance == Stance::Denies && denied.is_none() {
            claim.stance = Stance::Asserts;
        } else if claim.stance == Stance::Denies {
            claim.disputes.extend(denied);
            claim.quantity = None;
        }
        claims.push(claim);
    }
    Document {
        title: dice.sentence(6),
        outlet,
        outlet_basis: None,
        authors: Vec::new(),
        language: "en".to_owned(),
        published: When {
            span: Some(published),
            words: Some(english(published.to_string())),
            basis: None,
        },
        sha256: Some(id.repeat(4)),
        paragraphs: u16::try_from(count).expect("few"),
        claims,
        withdrawn: Vec::new(),
        fingerprints: Vec::new(),
        id,
    }
}

/// A claim. Those of a document follow each other through the transfers, so that one transfer is told of by several.
fn claim(document: usize, number: usize, source: &Source, dice: &mut Dice) -> Claim {
    let transfers = source.transfers.len();
    let at = (document * 7 + number * 3 + dice.below(2)) % transfers;
    let is_context = number % 7 == 6;
    let words = dice.below(900) + 20;
    let status = dice.of(&[
        Status::Requested,
        Status::Negotiating,
        Status::Planned,
        Status::Agreed,
        Status::Agreed,
        Status::Delivered,
        Status::Delivered,
        Status::Unknown,
    ]);
    let mut attribution = Vec::new();
    for _ in 0..dice.below(3) {
        let origin =
            &source.origins.get(dice.favoured(source.origins.len())).expect("an origin").id;
        if !attribution.contains(origin) {
            attribution.push(origin.clone());
        }
    }
    let denies = !is_context && dice.below(20) == 0;
    let mut printed = String::new();
    let _ = write!(printed, "{words}");
    let amount = u64::try_from(words).ok();
    let has_amount = !is_context && !denies && dice.below(2) == 0;
    Claim {
        id: format!("{document:x}-{number:02}"),
        paragraph: u16::try_from(number + 1).expect("few"),
        transfer: (!is_context).then(|| source.transfers.get(at).expect("a transfer").id.clone()),
        category: is_context.then(|| format!("class-{}", dice.below(8))),
        countries: Vec::new(),
        status: if is_context { Status::Unknown } else { status },
        stance: if denies { Stance::Denies } else { Stance::Asserts },
        attribution,
        disputes: Vec::new(),
        item: None,
        quantity: has_amount.then(|| Quantity {
            words: english(printed),
            min: amount,
            max: amount,
        }),
        when: None,
        reported: None,
        statement: english(dice.sentence(20)),
    }
}
