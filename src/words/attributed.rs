//! Sentences that an article can take over, each with who says so, and none surer than the claim.
//!
//! They are put together so that no name has to be inflected: a transfer is a noun, and whoever says
//! so stands behind a comma or in brackets. Which side plans, asks or refuses a transfer the corpus
//! does not hold, so no sentence says so.

use super::{appeared, difference, pick, quoted, words};
use crate::corpus::{Claim, Country, Kind, Lang, Stance, Status, Text};
use crate::evidence::{self, Difference, Differences, Standing, accountable};
use fixedbitset::FixedBitSet;

/// What sentences are made from: the claims that stand, the countries' names, a text for each in its order, and
/// the language.
#[derive(Clone, Copy)]
pub struct Attributed<'a> {
    /// The corpus, without what has fallen.
    pub standing: Standing<'a>,
    /// The countries' names.
    pub countries: &'a [Text],
    /// The language.
    pub lang: Lang,
}

impl Attributed<'_> {
    /// A claim, with whoever answers for it, its chain of attribution and when it appeared: what it
    /// prints itself, and nothing of what the corpus calls the transfer. Where its fields do not say
    /// how far the transfer has come, its statement stands as it is.
    #[must_use]
    pub fn claim(&self, claim: usize) -> String {
        let it = self.standing.corpus.claim(claim);
        let (so, chain) =
            (self.origin(accountable(self.standing.corpus, claim)), self.chain(claim));
        let said = self.standing.corpus.transfer_of(claim).filter(|_| it.status != Status::Unknown);
        let Some(transfer) = said else {
            let statement = it.statement.get(self.lang).trim_end_matches('.');
            return match self.lang {
                Lang::De => format!("Dem Bericht nach: {statement} – so {so} ({chain})."),
                Lang::En => format!("Reportedly: {statement} – according to {so} ({chain})."),
            };
        };
        let time = it.when.as_ref().and_then(|when| when.words.as_ref());
        let mut printed = Vec::new();
        self.add_printed(it, &mut printed);
        printed.extend(time.map(|words| quoted(self.lang, words.get(self.lang))));
        let what = self.noun(transfer) + &bracketed(&printed);
        let (is_so, held) = (is_so(self.lang, it.status), held_so(self.lang, it.status));
        let said = match (self.lang, it.stance) {
            (Lang::De, Stance::Asserts) => format!("{what} soll {is_so}, so"),
            (Lang::En, Stance::Asserts) => format!("{what} {is_so}, according to"),
            (Lang::De, Stance::Denies) => format!("dass {what} {held}, wird bestritten, so"),
            (Lang::En, Stance::Denies) => format!("that {what} {held} is denied, according to"),
            (Lang::De, Stance::LeavesOpen) => format!("ob {what} {held}, bleibt offen, so"),
            (Lang::En, Stance::LeavesOpen) => {
                format!("whether {what} {held} is left open, according to")
            }
            (Lang::De, Stance::DeclinesComment) => {
                format!("ob {what} {held}, bleibt unkommentiert, so")
            }
            (Lang::En, Stance::DeclinesComment) => {
                format!("whether {what} {held} is not commented on, according to")
            }
        };
        format!("{} {so} ({chain}).", capital(&said))
    }

    /// What a transfer is called where sentences on it begin.
    #[must_use]
    pub fn title(&self, transfer: usize) -> String {
        let item = self.standing.corpus.transfer(transfer).item.get(self.lang);
        capital(&self.noun(transfer)) + ": " + item
    }

    /// A transfer: for each stage that reports have it reach what they print, and who says so; then
    /// who denies it, in what reports differ, and how many independent origins stand behind it.
    #[must_use]
    pub fn transfer(&self, transfer: usize) -> String {
        let backing = evidence::backing(self.standing, transfer);
        let statuses = evidence::statuses(self.standing, transfer);
        let said = statuses.iter().map(|&status| self.stage(transfer, status, &backing.asserting));
        let said: Vec<String> = said.collect();
        let what = capital(&self.noun(transfer));
        let mut text = match self.lang {
            Lang::De => format!("{what} soll {}.", said.join("; ")),
            Lang::En => format!("{what} {}.", said.join("; it ")),
        };
        if !backing.denying.is_clear() {
            let so = self.names(&backing.denying);
            text = match self.lang {
                Lang::De => format!("{text} Es wird bestritten, so {so}."),
                Lang::En => format!("{text} It is denied, according to {so}."),
            };
        }
        let differences = evidence::differences(self.standing, transfer);
        // A denial is told already.
        let kinds = Difference::ALL.into_iter().filter(|&kind| kind != Difference::Denial);
        let kinds = kinds.filter(|&kind| differences.has(kind));
        let kinds: Vec<String> =
            kinds.map(|kind| self.difference(transfer, kind, &differences)).collect();
        if !kinds.is_empty() {
            text = format!("{text} {}: {}.", words(self.lang).reports_differ, kinds.join(", "));
        }
        let counts = [&backing.asserting, &backing.documents].map(|it| it.count_ones(..));
        let behind = super::backing(self.lang, counts[0], counts[1]);
        text + &format!(" {}: {behind}.", pick(self.lang, "Dahinter stehen", "Behind it"))
    }

    /// In what reports differ; numbers with the least and the most that they print.
    fn difference(&self, transfer: usize, kind: Difference, all: &Differences) -> String {
        let name = difference(self.lang, kind, all.is_compatible(kind));
        let range = evidence::quantities(self.standing, transfer);
        match range.filter(|_| kind == Difference::Number) {
            Some(range) => {
                let [least, most] =
                    [range.0, range.1].map(|it| quoted(self.lang, it.words.get(self.lang)));
                format!("{name} ({least} – {most})")
            }
            None => name.to_owned(),
        }
    }

    /// That a transfer has come so far, with what those print who say so, and with their names. Where
    /// nobody says how far, nobody is named for it.
    fn stage(&self, transfer: usize, status: Status, independent: &FixedBitSet) -> String {
        let claims = || {
            let claims = self.standing.claims_of(transfer);
            claims.filter(|&claim| {
                let it: &Claim = self.standing.corpus.claim(claim);
                it.stance == Stance::Asserts && it.status == status
            })
        };
        let mut so = FixedBitSet::new();
        for claim in claims() {
            so.grow_and_insert(accountable(self.standing.corpus, claim));
        }
        // Whoever only cites others is no origin beside them.
        if !so.is_disjoint(independent) {
            so.intersect_with(independent);
        }
        let mut printed = Vec::new();
        for claim in claims().filter(|&claim| so.contains(accountable(self.standing.corpus, claim)))
        {
            self.add_printed(self.standing.corpus.claim(claim), &mut printed);
        }
        if printed.is_empty() {
            // What the corpus calls it; a year in brackets only tells it from another.
            let item = self.standing.corpus.transfer(transfer).item.get(self.lang);
            printed.extend(item.split(" (").next().map(str::to_owned));
        }
        let stage = is_so(self.lang, status).to_owned() + &bracketed(&printed);
        if status == Status::Unknown || so.is_clear() {
            return stage;
        }
        let so = self.names(&so);
        format!("{stage}, {} {so}", pick(self.lang, "so", "according to"))
    }

    /// Adds what a claim prints of what is moved, and of how many; each wording once.
    fn add_printed(&self, claim: &Claim, printed: &mut Vec<String>) {
        let quantity = claim.quantity.as_ref().map(|quantity| &quantity.words);
        for words in [claim.item.as_ref(), quantity].into_iter().flatten() {
            let words = quoted(self.lang, words.get(self.lang));
            if !printed.contains(&words) {
                printed.push(words);
            }
        }
    }

    /// A transfer as a noun, from whom to whom.
    fn noun(&self, transfer: usize) -> String {
        let (from, to) = self.standing.corpus.sides(transfer);
        let giver = self.country(from, |country| &country.after_from);
        // German *durch* takes the case that *an* takes.
        let [maker, to] = [from, to].map(|it| self.country(it, |country| &country.after_to));
        match (self.lang, self.standing.corpus.transfer(transfer).kind) {
            (Lang::De, Kind::Supply) => format!("eine Lieferung von {giver} an {to}"),
            (Lang::De, Kind::Return) => format!("eine Rückgabe von {giver} an {to}"),
            (Lang::De, Kind::Production) => format!("eine Fertigung durch {maker} für {to}"),
            (Lang::De, Kind::Payment) => format!("eine Gegenleistung von {giver} an {to}"),
            (Lang::En, Kind::Supply) => format!("a delivery from {giver} to {to}"),
            (Lang::En, Kind::Return) => format!("a return from {giver} to {to}"),
            (Lang::En, Kind::Production) => format!("production by {giver} for {to}"),
            (Lang::En, Kind::Payment) => format!("a payment in return from {giver} to {to}"),
        }
    }

    fn country(&self, country: usize, phrase: impl Fn(&Country) -> &Option<Text>) -> &str {
        let name = self.countries.get(country);
        let phrase = phrase(self.standing.corpus.country(country)).as_ref();
        phrase.or(name).map_or("", |text| text.get(self.lang))
    }

    fn origin(&self, origin: usize) -> &str {
        self.standing.corpus.origin(origin).name.get(self.lang)
    }

    fn names(&self, origins: &FixedBitSet) -> String {
        origins.ones().map(|origin| self.origin(origin)).collect::<Vec<_>>().join("; ")
    }

    /// A claim's chain of attribution, and when its document appeared.
    fn chain(&self, claim: usize) -> String {
        let chain = super::chain(self.lang, self.standing.corpus, claim);
        let document = self.standing.corpus.document(self.standing.corpus.document_of(claim));
        format!("{chain}; {}", appeared(self.lang, &document.published))
    }
}

/// Things in brackets, after a space; nothing where there are none.
fn bracketed(things: &[String]) -> String {
    if things.is_empty() { String::new() } else { format!(" ({})", things.join(", ")) }
}

/// A text that begins a sentence. All nouns and conjunctions above begin with a plain letter; the
/// rest of the alphabets would weigh four thousand bytes.
fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// That a transfer has come so far, as something reported: behind *soll*, or with *reportedly*.
fn is_so(lang: Lang, status: Status) -> &'static str {
    let (de, en) = match status {
        Status::Unknown => (
            "Gegenstand von Berichten sein, ohne Angabe eines Stands",
            "is the subject of reports that give no status",
        ),
        Status::Requested => ("erbeten worden sein", "has reportedly been requested"),
        Status::Negotiating => ("in Verhandlung sein", "is reportedly being negotiated"),
        Status::Planned => ("geplant sein", "is reportedly planned"),
        Status::Agreed => ("vereinbart sein", "has reportedly been agreed"),
        Status::Delivered => ("erfolgt sein", "has reportedly taken place"),
        Status::Refused => ("abgelehnt worden sein", "has reportedly been refused"),
        Status::Cancelled => ("abgesagt worden sein", "has reportedly been cancelled"),
    };
    pick(lang, de, en)
}

/// The same, as something that is denied or left open.
fn held_so(lang: Lang, status: Status) -> &'static str {
    let (de, en) = match status {
        Status::Unknown => ("Gegenstand von Berichten sei", "is the subject of reports"),
        Status::Requested => ("erbeten worden sei", "has been requested"),
        Status::Negotiating => ("in Verhandlung sei", "is being negotiated"),
        Status::Planned => ("geplant sei", "is planned"),
        Status::Agreed => ("vereinbart sei", "has been agreed"),
        Status::Delivered => ("erfolgt sei", "has taken place"),
        Status::Refused => ("abgelehnt worden sei", "has been refused"),
        Status::Cancelled => ("abgesagt worden sei", "has been cancelled"),
    };
    pick(lang, de, en)
}
