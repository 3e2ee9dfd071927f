//! Corpora for the tests of the map: who is said to give to whom, how far, and how many say so.

use crate::corpus::{Corpus, CountryNames, Source, Text};
use serde_json::{Value, json};

/// A flow: from whom, to whom, the status, how many origins say so, and whether somebody denies it.
pub type Said = (&'static str, &'static str, &'static str, usize, bool);

/// Twenty-five countries and as many flows, all invented.
pub const MANY: [Said; 25] = [
    ("GBR", "UKR", "agreed", 1, false),
    ("DEU", "UKR", "delivered", 2, false),
    ("FRA", "UKR", "delivered", 1, true),
    ("SWE", "UKR", "agreed", 1, false),
    ("POL", "UKR", "delivered", 1, false),
    ("CAN", "UKR", "agreed", 1, false),
    ("USA", "UKR", "delivered", 3, false),
    ("USA", "SAU", "delivered", 2, false),
    ("GBR", "SAU", "planned", 1, false),
    ("ESP", "SAU", "negotiating", 1, false),
    ("FRA", "EGY", "delivered", 2, false),
    ("ITA", "EGY", "planned", 1, false),
    ("DEU", "EGY", "agreed", 1, false),
    ("FRA", "IND", "planned", 1, true),
    ("ISR", "IND", "planned", 1, false),
    ("JPN", "IND", "planned", 1, false),
    ("CHN", "PAK", "delivered", 2, false),
    ("TUR", "PAK", "agreed", 1, false),
    ("CHN", "ETH", "agreed", 1, false),
    ("IRN", "ETH", "negotiating", 1, true),
    ("TUR", "LBY", "planned", 1, true),
    ("IRN", "SDN", "delivered", 1, true),
    ("CHN", "SDN", "planned", 1, false),
    ("ZAF", "NGA", "requested", 1, false),
    ("BRA", "LBY", "refused", 1, true),
];

/// The names that a browser has for the countries of the fixtures and of the bundled corpus, German and English.
const NAMES: [(&str, &str, &str); 35] = [
    ("BLR", "Belarus", "Belarus"),
    ("BRA", "Brasilien", "Brazil"),
    ("CAN", "Kanada", "Canada"),
    ("CHN", "China", "China"),
    ("DEU", "Deutschland", "Germany"),
    ("EGY", "Ägypten", "Egypt"),
    ("ESP", "Spanien", "Spain"),
    ("ETH", "Äthiopien", "Ethiopia"),
    ("FRA", "Frankreich", "France"),
    ("GBR", "Vereinigtes Königreich", "United Kingdom"),
    ("IND", "Indien", "India"),
    ("IRN", "Iran", "Iran"),
    ("ISR", "Israel", "Israel"),
    ("ITA", "Italien", "Italy"),
    ("JPN", "Japan", "Japan"),
    ("KOR", "Südkorea", "South Korea"),
    ("LBY", "Libyen", "Libya"),
    ("NGA", "Nigeria", "Nigeria"),
    ("PAK", "Pakistan", "Pakistan"),
    ("POL", "Polen", "Poland"),
    ("PRK", "Nordkorea", "North Korea"),
    ("RUS", "Russland", "Russia"),
    ("SAU", "Saudi-Arabien", "Saudi Arabia"),
    ("SDN", "Sudan", "Sudan"),
    ("SWE", "Schweden", "Sweden"),
    ("SYR", "Syrien", "Syria"),
    ("TUR", "Türkei", "Türkiye"),
    ("UKR", "Ukraine", "Ukraine"),
    ("USA", "USA", "US"),
    ("XWS", "Westliche Staaten", "Western states"),
    ("ZAF", "Südafrika", "South Africa"),
    ("AUS", "Australien", "Australia"),
    ("NZL", "Neuseeland", "New Zealand"),
    ("FJI", "Fidschi", "Fiji"),
    ("PNG", "Papua-Neuguinea", "Papua New Guinea"),
];

/// The corpus that the build compiled in.
pub fn bundled() -> Corpus {
    let source = Source::read(crate::BUNDLED).expect("the asset");
    Corpus::new(source).expect("its references")
}

/// The names of a corpus's countries; those that are not listed here are called as ISO has it.
pub fn names(corpus: &Corpus) -> CountryNames {
    let name = |id: &str| {
        let iso = rust_iso3166::from_alpha3(id).map_or(id, |it| it.name);
        let listed = NAMES.iter().find(|it| it.0 == id);
        let (_, de, en) = listed.copied().unwrap_or((id, iso, iso));
        Text::new("de", de).with("en", en)
    };
    corpus.source().countries.iter().map(|it| name(&it.id)).collect()
}

/// A corpus of some countries, of which some give to some.
pub fn corpus(countries: &[&str], flows: &[Said]) -> Corpus {
    let text = |text: &str| json!({ "de": text, "en": text });
    let country = |id: &&str| match rust_iso3166::from_alpha3(id) {
        Some(it) => json!({ "id": id, "alpha2": it.alpha2 }),
        None => {
            json!({ "id": id, "name": text(id), "anchor": { "longitude": -40, "latitude": 30 } })
        }
    };
    let origins = ["paper", "a", "b", "c", "denier"]
        .map(|id| json!({ "id": id, "name": text(id), "kind": "outlet" }));
    let transfer = |(at, (from, to, ..)): (usize, &Said)| json!({ "id": format!("t{at}"), "from": from, "to": to, "kind": "supply", "category": "arms", "item": text("arms") });
    let claim = |transfer: usize, by: &str, status: &str, stance: &str| {
        json!({
            "id": format!("{transfer}-{by}"), "paragraph": 1, "transfer": format!("t{transfer}"), "status": status,
            "stance": stance, "attribution": [by], "statement": text("It is."),
        })
    };
    let mut claims = Vec::new();
    for (at, (_, _, status, sources, denied)) in flows.iter().enumerate() {
        let by = ["a", "b", "c"].into_iter().take(*sources);
        claims.extend(by.map(|by| claim(at, by, status, "asserts")));
        if *denied {
            let mut denial = claim(at, "denier", status, "denies");
            denial["disputes"] = json!([format!("{at}-a")]);
            claims.push(denial);
        }
    }
    let source = json!({
        "languages": ["de", "en"],
        "countries": countries.iter().map(country).collect::<Vec<Value>>(),
        "categories": [{ "id": "arms", "name": text("Arms") }],
        "origins": origins,
        "transfers": flows.iter().enumerate().map(transfer).collect::<Vec<Value>>(),
        "documents": [{
            "id": "0123456789abcdef", "title": "A title", "outlet": "paper", "language": "en",
            "published": { "span": "2023-11" }, "paragraphs": 1, "claims": claims,
        }],
    });
    Corpus::new(Source::read(&source.to_string()).expect("a source")).expect("its references")
}

/// The corpus of these flows, and of the countries that take part in them.
pub fn corpus_of(flows: &[Said]) -> Corpus {
    let mut countries: Vec<&str> = flows.iter().flat_map(|it| [it.0, it.1]).collect();
    countries.sort_unstable();
    countries.dedup();
    corpus(&countries, flows)
}
