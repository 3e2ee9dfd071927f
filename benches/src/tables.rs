//! The tables of a corpus that is made up: countries, categories, origins, transfers.

use crate::dice::{Dice, Ranks};
use crate::english;
use crate::vocabulary::Vocabulary;
use claim_atlas::corpus::{Category, Country, Kind, Origin, OriginKind, Transfer};

/// The members of the United Nations: those that give most first, the others as ISO 3166-1 lists them.
const COUNTRIES: &str = "
    USA RUS FRA CHN DEU ITA GBR KOR ISR ESP
    AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI
    CPV KHM CMR CAN CAF TCD CHL COL COM COG COD CRI CIV HRV CUB CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ
    ETH FJI FIN GAB GMB GEO GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL JAM JPN JOR KAZ KEN KIR
    PRK KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO MNG MNE MAR
    MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT ROU RWA KNA LCA VCT
    WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD LKA SDN SUR SWE CHE SYR TJK TZA THA TLS TGO TON TTO
    TUN TUR TKM TUV UGA UKR ARE URY UZB VUT VEN VNM YEM ZMB ZWE";

pub(crate) const CATEGORIES: usize = 12;

/// Every so many-th transfer pays for the one before it.
const PAYS: usize = 20;

pub(crate) fn countries() -> Vec<Country> {
    let country = |id: &str| Country {
        id: id.to_owned(),
        alpha2: rust_iso3166::from_alpha3(id).map(|it| it.alpha2.to_owned()),
        name: None,
        after_from: None,
        after_to: None,
        anchor: None,
    };
    COUNTRIES.split_whitespace().map(country).collect()
}

pub(crate) fn categories(words: &Vocabulary, dice: &mut Dice) -> Vec<Category> {
    let category = |at| Category { id: format!("class-{at}"), name: english(words.name(dice)) };
    (0..CATEGORIES).map(category).collect()
}

/// Outlets, those whom they cite, and people whom nobody names: about 500 for 100,000 claims.
pub(crate) fn origins(
    claims: usize,
    countries: &[Country],
    words: &Vocabulary,
    dice: &mut Dice,
) -> Vec<Origin> {
    let origin = |at: usize| {
        let own = words.name(dice);
        let mut speaks_for = None;
        let (kind, name) = match at % 10 {
            0..4 => (OriginKind::Outlet, format!("{own} Gazette")),
            4 => (OriginKind::Agency, format!("{own} Wire")),
            5 | 6 => {
                let country = dice.of(countries).id.clone();
                let name = format!("{own} Ministry ({country})");
                speaks_for = Some(country);
                (OriginKind::Government, name)
            }
            7 => (OriginKind::Analyst, format!("{own} Institute")),
            _ => (OriginKind::Persons, format!("unnamed people ({own})")),
        };
        let unnamed = kind == OriginKind::Persons;
        Origin { id: format!("origin-{at}"), name: english(name), kind, unnamed, speaks_for }
    };
    (0..40 + claims / 200).map(origin).collect()
}

/// Transfers. A few countries give nearly all; who receives is spread far wider.
pub(crate) fn transfers(
    count: usize,
    countries: &[Country],
    words: &Vocabulary,
    dice: &mut Dice,
) -> Vec<Transfer> {
    let (giving, receiving) =
        (Ranks::steep(countries.len(), 2), Ranks::falling(countries.len(), 10));
    let kinds = [Kind::Supply, Kind::Supply, Kind::Supply, Kind::Supply, Kind::Return];
    let mut transfers: Vec<Transfer> = Vec::new();
    for at in 0..count {
        let paid = transfers.last().filter(|_| at % PAYS == PAYS - 1);
        let (from, to, kind) = if let Some(paid) = paid {
            (paid.to.clone(), paid.from.clone(), Kind::Payment)
        } else {
            let from = dice.rank(&giving);
            // Whoever gives most is not who receives most.
            let to = countries.len() - 1 - dice.rank(&receiving);
            let to = if to == from { (to + 1) % countries.len() } else { to };
            let id = |at: usize| countries.get(at).expect("a country").id.clone();
            let kind = if dice.percent(10) { Kind::Production } else { *dice.of(&kinds) };
            (id(from), id(to), kind)
        };
        let in_return_for = paid.map(|it| it.id.clone());
        let item = format!("{} {}", words.noun(dice), words.noun(dice));
        transfers.push(Transfer {
            id: format!("{}-{}-{at}", from.to_lowercase(), to.to_lowercase()),
            from,
            to,
            kind,
            category: format!("class-{}", dice.below(CATEGORIES)),
            item: english(item),
            in_return_for,
        });
    }
    transfers
}
