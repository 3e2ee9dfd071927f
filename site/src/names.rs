//! The countries' names as a browser writes them, without a browser: what the build writes must read
//! as what the program will.
//!
//! They come from the `Intl` of Node.js, which the build needs anyway.

use anyhow::{Context, Result, ensure};
use claim_atlas::corpus::{Corpus, CountryNames, Lang, Text};
use claim_atlas::words::words;
use std::process::Command;

/// Prints the names of the regions that it is given, in full and short, for each language: those come first, each with
/// the tag that it has here and the one that `Intl` is asked for.
const SCRIPT: &str = "
const [, languages, ...codes] = process.argv;
const known = (style) => JSON.parse(languages).map(
    ([tag, asked]) => [tag, new Intl.DisplayNames(asked, { type: 'region', style })]);
const styles = [known('long'), known('short')];
const named = (code) => styles.map((known) => Object.fromEntries(known.map(([tag, names]) => [tag, names.of(code)])));
console.log(JSON.stringify(codes.map(named)));
";

/// The countries' names, the code where nobody knows one.
///
/// # Errors
///
/// When there is no Node.js, or it knows no `Intl`.
pub fn country_names(corpus: &Corpus) -> Result<CountryNames> {
    let countries = &corpus.source().countries;
    let codes: Vec<&str> = countries.iter().filter_map(|it| it.alpha2.as_deref()).collect();
    let languages = Lang::ALL.map(|lang| (lang.tag(), words(lang).locale.countries));
    let languages = serde_json::to_string(&languages)?;
    let output = Command::new("node").args(["-e", SCRIPT, &languages]).args(&codes).output();
    let output = output.context("node is missing: install Node.js")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "node could not name the countries: {said}");
    let known: Vec<(Text, Text)> =
        serde_json::from_slice(&output.stdout).context("node did not answer with names")?;
    let mut known = known.into_iter();
    let names = countries.iter().map(|country| {
        let known = country.alpha2.as_ref().and_then(|_| known.next());
        let both = |name: Text| (name.clone(), name);
        let code = || both(Text::in_every(|_| country.id.clone()));
        country.name.clone().map(both).or(known).unwrap_or_else(code)
    });
    Ok(CountryNames::new(names))
}

#[cfg(test)]
mod tests {
    use super::country_names;
    use claim_atlas::BUNDLED;
    use claim_atlas::corpus::{Corpus, Lang, Source};

    #[test]
    fn names_are_a_browsers() {
        let source = Source::read(BUNDLED).expect("the asset");
        let corpus = Corpus::new(source).expect("its references");
        let names = country_names(&corpus).expect("node");
        let egypt = corpus.find_country("EGY").expect("Egypt");
        let told = Lang::ALL.map(|lang| names[egypt].get(lang));
        assert_eq!(told, ["مصر", "Ägypten", "Egypt", "Égypte", "Egipt", "Єгипет"]);
        let states = corpus.find_country("USA").expect("the United States");
        assert_eq!(names[states].get(Lang::En), "United States");
        let short = [Lang::De, Lang::En].map(|lang| names.short(states).get(lang));
        assert_eq!(short, ["USA", "US"]);
    }
}
