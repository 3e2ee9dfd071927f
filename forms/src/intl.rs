//! Names, numbers and dates as a browser would write them, without a browser: what the build writes
//! must read as what the program will.
//!
//! They come from the `Intl` of Node.js, which the build needs anyway.

use anyhow::{Context, Result, ensure};
use claim_atlas::corpus::{Corpus, Day, Lang, Text};
use claim_atlas::words::Locale;
use serde_json::Value;
use std::process::Command;

/// Prints, for each language, the names of the regions that it is given, and of the months.
const SCRIPT: &str = "
const [, ...codes] = process.argv;
const of = (tag) => {
  const names = new Intl.DisplayNames(tag, { type: 'region' });
  const month = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
  return {
    names: codes.map((code) => names.of(code)),
    months: Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(2020, at))),
  };
};
console.log(JSON.stringify({ de: of('de'), en: of('en-GB') }));
";

/// What `Intl` knows of a corpus.
#[derive(Clone, Debug)]
pub struct Intl {
    /// The countries' names, a text for each in the corpus's order.
    pub countries: Vec<Text>,
    /// How German writes numbers and dates.
    pub de: Written,
    /// How English does.
    pub en: Written,
}

/// How a language writes numbers and dates.
#[derive(Clone, Debug)]
pub struct Written {
    lang: Lang,
    months: Vec<String>,
}

impl Intl {
    /// Asks Node.js.
    ///
    /// # Errors
    ///
    /// When there is no Node.js, or it knows no `Intl`.
    pub fn of(corpus: &Corpus) -> Result<Self> {
        let countries = &corpus.source().countries;
        let codes: Vec<&str> = countries.iter().filter_map(|it| it.alpha2.as_deref()).collect();
        let output = Command::new("node").args(["-e", SCRIPT]).args(&codes).output();
        let output = output.context("node is missing: install Node.js")?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "node could not name the countries: {said}");
        let told: Value =
            serde_json::from_slice(&output.stdout).context("node did not answer with JSON")?;
        let list = |pointer: &str| -> Result<Vec<String>> {
            let values = told.pointer(pointer).and_then(Value::as_array);
            let values = values.with_context(|| format!("node did not tell {pointer}"))?;
            Ok(values.iter().filter_map(Value::as_str).map(str::to_owned).collect())
        };
        let (mut de, mut en) = (list("/de/names")?.into_iter(), list("/en/names")?.into_iter());
        let mut known = || Some(Text { de: de.next()?, en: en.next()? });
        let countries = countries.iter().map(|country| {
            let known = country.alpha2.as_ref().and_then(|_| known());
            let code = || Text { de: country.id.clone(), en: country.id.clone() };
            country.name.clone().or(known).unwrap_or_else(code)
        });
        Ok(Self {
            countries: countries.collect(),
            de: Written { lang: Lang::De, months: list("/de/months")? },
            en: Written { lang: Lang::En, months: list("/en/months")? },
        })
    }

    /// How a language writes numbers and dates.
    #[must_use]
    pub fn locale(&self, lang: Lang) -> &dyn Locale {
        match lang {
            Lang::De => &self.de,
            Lang::En => &self.en,
        }
    }
}

impl Locale for Written {
    fn number(&self, number: usize) -> String {
        let between = match self.lang {
            Lang::De => ".",
            Lang::En => ",",
        };
        let digits = number.to_string();
        let first = digits.len() % 3;
        let (head, tail) = digits.split_at(first);
        let groups = tail.as_bytes().chunks(3).map(|it| String::from_utf8_lossy(it).into_owned());
        let head = (!head.is_empty()).then(|| head.to_owned());
        head.into_iter().chain(groups).collect::<Vec<_>>().join(between)
    }

    fn day(&self, day: Day) -> String {
        let point = match self.lang {
            Lang::De => ".",
            Lang::En => "",
        };
        format!("{}{point} {}", day.day(), self.month(day.year(), day.month()))
    }

    fn month(&self, year: u16, month: u8) -> String {
        let name = self.months.get(usize::from(month).saturating_sub(1));
        format!("{} {year}", name.map_or("", String::as_str))
    }
}

#[cfg(test)]
mod tests {
    use super::Intl;
    use claim_atlas::BUNDLED;
    use claim_atlas::corpus::{Corpus, Day, Lang, Source};
    use claim_atlas::words::Locale as _;

    #[test]
    fn names_and_dates_are_a_browsers() {
        let source = Source::read(BUNDLED).expect("the asset");
        let corpus = Corpus::new(source).expect("its references");
        let intl = Intl::of(&corpus).expect("node");
        let egypt = corpus.source().countries.iter().position(|it| it.id == "EGY").expect("Egypt");
        assert_eq!(intl.countries[egypt].get(Lang::De), "Ägypten");
        assert_eq!(intl.countries[egypt].get(Lang::En), "Egypt");
        let day = Day::new(2023, 11, 8).expect("a day");
        assert_eq!(intl.de.day(day), "8. November 2023");
        assert_eq!(intl.en.day(day), "8 November 2023");
        assert_eq!(intl.de.month(2022, 3), "März 2022");
        assert_eq!(intl.en.number(7), "7");
        assert_eq!(intl.de.number(13_077), "13.077");
        assert_eq!(intl.en.number(1_000_000), "1,000,000");
    }
}
