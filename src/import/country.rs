//! Countries as tables name them.

use crate::corpus::{Anchor, Country, Text, fold};
use std::collections::HashMap;

/// Names in use, in registers of arms as in news, that ISO 3166 writes otherwise. A country that took another name keeps
/// its code; a state that is no more is none of those that followed it.
const OTHER_NAMES: [(&str, &str); 49] = [
    ("Bolivia", "BOL"),
    ("Bosnia-Herzegovina", "BIH"),
    ("Brunei", "BRN"),
    ("Burma", "MMR"),
    ("Cape Verde", "CPV"),
    ("Congo, Democratic Republic of", "COD"),
    ("Cote d’Ivoire", "CIV"),
    ("Czech Republic", "CZE"),
    ("Democratic Republic of the Congo", "COD"),
    ("Democratic Republic of Congo", "COD"),
    ("DR Congo", "COD"),
    ("DRC", "COD"),
    ("East Timor", "TLS"),
    ("Great Britain", "GBR"),
    ("Iran", "IRN"),
    ("Ivory Coast", "CIV"),
    ("Laos", "LAO"),
    ("Macedonia", "MKD"),
    ("Macedonia (FYROM)", "MKD"),
    ("Micronesia", "FSM"),
    ("Moldova", "MDA"),
    ("Netherlands", "NLD"),
    ("North Korea", "PRK"),
    ("Palestine", "PSE"),
    ("Republic of Congo", "COG"),
    ("Republic of Korea", "KOR"),
    ("Republic of the Congo", "COG"),
    ("Russia", "RUS"),
    ("Saint Vincent", "VCT"),
    ("South Korea", "KOR"),
    ("St Kitts and Nevis", "KNA"),
    ("St Lucia", "LCA"),
    ("St Vincent", "VCT"),
    ("Swaziland", "SWZ"),
    ("Syria", "SYR"),
    ("Taiwan", "TWN"),
    ("Taiwan (ROC)", "TWN"),
    ("Tanzania", "TZA"),
    ("The Bahamas", "BHS"),
    ("The Gambia", "GMB"),
    ("Turkey", "TUR"),
    ("UAE", "ARE"),
    ("UK", "GBR"),
    ("United Kingdom", "GBR"),
    ("United States", "USA"),
    ("USA", "USA"),
    ("Vatican", "VAT"),
    ("Venezuela", "VEN"),
    ("Vietnam", "VNM"),
];

/// States that have no code of ISO 3166-1: each in English and German, with a code that this leaves to its users, and where
/// it lies or lay.
const WITHOUT_CODE: [(&str, &str, &str, i16, i16); 9] = [
    ("Czechoslovakia", "Tschechoslowakei", "XCS", 15, 50),
    ("East Germany (GDR)", "DDR", "XDD", 12, 53),
    ("Kosovo", "Kosovo", "XKX", 21, 43),
    ("North Yemen", "Nordjemen", "XYN", 43, 15),
    ("South Vietnam", "Südvietnam", "XVS", 108, 12),
    ("South Yemen", "Südjemen", "XYS", 47, 14),
    ("Soviet Union", "Sowjetunion", "XSU", 60, 58),
    ("USSR", "UdSSR", "XSU", 60, 58),
    ("Yugoslavia", "Jugoslawien", "XYU", 20, 44),
];

/// Which country is called so.
pub struct CountryBook {
    ids: HashMap<String, &'static str>,
}

impl CountryBook {
    /// All names that are known.
    pub fn new() -> Self {
        let named = rust_iso3166::ALL.iter().map(|it| (fold(it.name), it.alpha3));
        let mut ids: HashMap<String, &'static str> = named.collect();
        ids.extend(OTHER_NAMES.iter().map(|(name, id)| (fold(name), *id)));
        ids.extend(WITHOUT_CODE.iter().map(|(name, _, id, ..)| (fold(name), *id)));
        Self { ids }
    }

    /// The id of the country that is called so, in English or by a code of ISO in capitals; nothing where none is.
    pub fn find(&self, name: &str) -> Option<&'static str> {
        let name = name.trim();
        // In tables `NA` is what is not available.
        let of_two = || rust_iso3166::from_alpha2(name).filter(|it| it.alpha2 != "NA");
        let coded = rust_iso3166::from_alpha3(name).or_else(of_two);
        let without = || WITHOUT_CODE.iter().find(|it| it.2 == name).map(|it| it.2);
        // A code is no name: folded, `UAE` would be `UA`.
        coded.map(|it| it.alpha3).or_else(without).or_else(|| self.ids.get(&fold(name)).copied())
    }
}

/// A country's row of the corpus, whose texts are in some languages.
pub fn row(id: &str, languages: &[String]) -> Country {
    let iso = rust_iso3166::from_alpha3(id);
    let other = WITHOUT_CODE.iter().find(|it| it.2 == id);
    // A corpus has each text in all its languages; what these call such a state is known in two.
    let in_each = |english: &str, german: &str| {
        let is_german = |tag: &str| tag.split('-').next() == Some("de");
        let name = |tag: &str| if is_german(tag) { german } else { english }.to_owned();
        let mut tags = languages.iter().map(String::as_str);
        let first = tags.next().unwrap_or("en");
        tags.fold(Text::new(first, name(first)), |text, tag| text.with(tag, name(tag)))
    };
    Country {
        id: id.to_owned(),
        alpha2: iso.map(|it| it.alpha2.to_owned()),
        name: other.map(|it| in_each(it.0, it.1)),
        after_from: None,
        after_to: None,
        anchor: other.map(|&(_, _, _, longitude, latitude)| Anchor { longitude, latitude }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_however_it_is_written_and_none_is_guessed() {
        let book = CountryBook::new();
        for (name, id) in [
            ("Türkiye", Some("TUR")),
            ("turkiye", Some("TUR")),
            (" Cote d'Ivoire ", Some("CIV")),
            ("EG", Some("EGY")),
            ("PRK", Some("PRK")),
            ("UA", Some("UKR")),
            ("UAE", Some("ARE")),
            ("NA", None),
            ("NAM", Some("NAM")),
            ("Namibia", Some("NAM")),
            ("it", None),
            ("Soviet Union", Some("XSU")),
            ("Korea", None),
            ("Nordlund", None),
            ("unknown supplier(s)", None),
            ("", None),
        ] {
            assert_eq!(book.find(name), id, "{name}");
        }
    }

    #[test]
    fn a_state_without_a_code_is_called_as_each_language_calls_it() {
        let languages = ["en", "de"].map(str::to_owned);
        let name = row("XSU", &languages).name;
        assert_eq!(name, Some(Text::new("en", "Soviet Union").with("de", "Sowjetunion")));
    }

    #[test]
    fn no_name_means_two_countries() {
        let mut known: HashMap<String, &str> = HashMap::new();
        let iso = rust_iso3166::ALL.iter().map(|it| (it.name, it.alpha3));
        let without_code = WITHOUT_CODE.iter().map(|it| (it.0, it.2));
        for (name, id) in iso.chain(OTHER_NAMES).chain(without_code) {
            assert_eq!(*known.entry(fold(name)).or_insert(id), id, "{name}");
        }
    }

    #[test]
    fn every_code_of_the_tables_is_one() {
        for (name, id) in OTHER_NAMES {
            assert!(rust_iso3166::from_alpha3(id).is_some(), "{name}");
        }
        for (name, _, id, ..) in WITHOUT_CODE {
            assert!(id.starts_with('X') && rust_iso3166::from_alpha3(id).is_none(), "{name}");
        }
    }
}
