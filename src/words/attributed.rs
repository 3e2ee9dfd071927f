//! Sentences that an article can take over, each with who says so, and none surer than the claim.
//!
//! They are put together so that no name has to be inflected: a transfer is a noun, and whoever says
//! so stands behind a comma or in brackets. Which side plans, asks or refuses a transfer the corpus
//! does not hold, so no sentence says so.

use super::{appeared, difference, evidence::hollow, pick, quoted, words};
use crate::corpus::{
    Claim, ClaimId, CountryId, CountryNames, Kind, Lang, OriginId, OriginSet, Stance, Status,
    TransferId,
};
use crate::evidence::{
    self, Backing, Difference, Differences, Gap, Trust, accountable, is_unsourced, teller,
};

/// What sentences are made from: the claims that count, the countries' names, and
/// the language.
#[derive(Clone, Copy)]
pub struct Attributed<'a> {
    /// The corpus, without what is discounted.
    pub trust: Trust<'a>,
    /// The countries' names.
    pub countries: &'a CountryNames,
    /// The language.
    pub lang: Lang,
}

impl Attributed<'_> {
    /// A claim, with whoever answers for it, its chain of attribution and when it appeared: what it
    /// prints itself, and nothing of what the corpus calls the transfer. Where its fields do not say
    /// how far the transfer has come, its statement stands as it is.
    #[must_use]
    pub fn claim(&self, claim: ClaimId) -> String {
        let it = self.trust.corpus.claim(claim);
        let corpus = self.trust.corpus;
        let is_unsourced = it.stance == Stance::Asserts && is_unsourced(corpus, claim);
        let so = self.origin_for(teller(corpus, claim), is_unsourced);
        let (so, chain) = (so.as_str(), self.chain(claim));
        let said = self.trust.corpus.transfer_of(claim).filter(|_| it.status != Status::Unknown);
        let Some(transfer) = said else {
            let statement = it.statement.get(self.lang).trim_end_matches('.');
            let form = pick(
                self.lang,
                "Dem Bericht nach: @ – so @ (@).",
                "Reportedly: @ – according to @ (@).",
            );
            return filled(form, &[statement, so, &chain]);
        };
        let mut printed = Vec::new();
        self.add_printed(it, &mut printed);
        if let Some(words) = it.when.as_ref().and_then(|when| when.words.as_ref()) {
            printed.push(quoted(self.lang, words.get(self.lang)));
        }
        let what = self.noun(transfer) + &bracketed(&printed);
        let how_far = match it.stance {
            Stance::Asserts => is_so(self.lang, it.status),
            _ => held_so(self.lang, it.status),
        };
        let (de, en) = match it.stance {
            Stance::Asserts => ("@ @, so @ (@).", "@ @, according to @ (@)."),
            Stance::Denies => {
                ("dass @ @, wird bestritten, so @ (@).", "that @ @ is denied, according to @ (@).")
            }
            Stance::LeavesOpen => {
                ("ob @ @, bleibt offen, so @ (@).", "whether @ @ is left open, according to @ (@).")
            }
            Stance::DeclinesComment => (
                "ob @ @, bleibt unkommentiert, so @ (@).",
                "whether @ @ is not commented on, according to @ (@).",
            ),
        };
        capital(&filled(pick(self.lang, de, en), &[&what, how_far, so, &chain]))
    }

    /// What a transfer is called where sentences on it begin.
    #[must_use]
    pub fn title(&self, transfer: TransferId) -> String {
        let item = self.trust.corpus.transfer(transfer).item.get(self.lang);
        capital(&self.noun(transfer)) + ": " + item
    }

    /// A transfer: for each stage that reports have it reach what they print, and who says so; then
    /// who denies it, in what reports differ, and how many origins it goes back to.
    #[must_use]
    pub fn transfer(&self, transfer: TransferId) -> String {
        let lang = self.lang;
        let backing = evidence::backing(self.trust, transfer);
        let mut text = capital(&self.noun(transfer));
        let mut before = " ";
        let statuses = evidence::statuses(self.trust, transfer);
        for &status in &statuses {
            text.push_str(before);
            text.push_str(&self.stage(transfer, status, &backing));
            before = pick(lang, "; ", "; it ");
        }
        text.push('.');
        if !backing.denying.is_empty() {
            let so = self.names(&backing.denying);
            let denied = pick(lang, " Es wird bestritten, so @.", " It is denied, according to @.");
            text.push_str(&filled(denied, &[&so]));
        }
        let differences = evidence::differences(self.trust, transfer);
        let mut kinds = Vec::new();
        for kind in Difference::ALL {
            // A denial is told already.
            if kind != Difference::Denial && differences.has(kind) {
                kinds.push(self.difference(transfer, kind, &differences));
            }
        }
        if !kinds.is_empty() {
            let texts = [words(lang).reports_differ, &kinds.join(", ")];
            text.push_str(&filled(" @: @.", &texts));
        }
        let (asserting, documents) = (backing.asserting.len(), backing.documents.len());
        let behind = super::backing(lang, asserting, documents);
        text.push_str(&filled(pick(lang, " Dahinter: @.", " Behind it: @."), &[&behind]));
        // Those are among them, too, who have it go less far.
        for origin in backing.asserting.iter() {
            let says = evidence::furthest(self.trust, transfer, origin);
            if !says.iter().any(|it| statuses.contains(it)) {
                let says: Vec<&str> = says.iter().map(|it| super::status(lang, *it)).collect();
                let only = pick(lang, " Nur „@“, so @.", " Only “@”, according to @.");
                text.push_str(&filled(only, &[&says.join(", "), self.origin(origin)]));
            }
        }
        if evidence::has_gap(self.trust, transfer, Gap::NoNamedOrigin) {
            text.push_str(&filled(" @.", &[super::gap(lang, Gap::NoNamedOrigin)]));
        }
        text
    }

    /// In what reports differ; numbers with the least and the most that they print of one stage.
    fn difference(&self, transfer: TransferId, kind: Difference, all: &Differences) -> String {
        let name = difference(self.lang, kind, all.is_compatible(kind));
        let mut ranges = Vec::new();
        for printed in evidence::quantities(self.trust, transfer) {
            let numbers = printed.numbers.iter();
            let numbers: Vec<String> =
                numbers.map(|it| quoted(self.lang, it.words.get(self.lang))).collect();
            if kind == Difference::Number && numbers.len() > 1 {
                ranges.push(numbers.join(printed.between()));
            }
        }
        name.to_owned() + &bracketed(&ranges)
    }

    /// That a transfer has come so far, with what those print who say so, and with their names: the origins
    /// that count for it, or, where nobody names one, the outlets that give no source. Where nobody says how
    /// far, nobody is named for it.
    fn stage(&self, transfer: TransferId, status: Status, backing: &Backing) -> String {
        let corpus = self.trust.corpus;
        let mut claims: Vec<(&Claim, OriginId, bool)> = Vec::new();
        for at in self.trust.claims_of(transfer) {
            let it = corpus.claim(at);
            if it.stance == Stance::Asserts && it.status == status {
                claims.push((it, accountable(corpus, at), is_unsourced(corpus, at)));
            }
        }
        let counted = &backing.asserting;
        let counts = |origin: OriginId, unsourced: bool| !unsourced && counted.contains(origin);
        let any_counts = claims.iter().any(|&(_, origin, unsourced)| counts(origin, unsourced));
        claims.retain(|&(_, origin, unsourced)| !any_counts || counts(origin, unsourced));
        let (mut printed, mut so) = (Vec::new(), Vec::new());
        for &(claim, origin, unsourced) in &claims {
            self.add_printed(claim, &mut printed);
            let is_hollow = !unsourced && backing.hollow.contains(origin);
            let mut name = self.origin_for(origin, unsourced);
            if is_hollow {
                name.extend([" (", hollow(self.lang), ")"]);
            }
            if !so.contains(&name) {
                so.push(name);
            }
        }
        if printed.is_empty() {
            // What the corpus calls it; a year in brackets only tells it from another.
            let item = corpus.transfer(transfer).item.get(self.lang);
            printed.push(item.split_once(" (").map_or(item, |(name, _)| name).to_owned());
        }
        let stage = is_so(self.lang, status).to_owned() + &bracketed(&printed);
        if status == Status::Unknown || so.is_empty() {
            return stage;
        }
        filled(pick(self.lang, "@, so @", "@, according to @"), &[&stage, &so.join("; ")])
    }

    /// Who answers for a claim, and that no source is given where none is.
    fn origin_for(&self, origin: OriginId, unsourced: bool) -> String {
        let own_account = if unsourced { words(self.lang).own_account } else { "" };
        let before = if unsourced { ", " } else { "" };
        [self.origin(origin), before, own_account].concat()
    }

    /// Adds what a claim prints of what is moved, and of how many; each wording once.
    fn add_printed(&self, claim: &Claim, printed: &mut Vec<String>) {
        let quantity = claim.quantity.as_ref().map(|quantity| &quantity.words);
        for words in [claim.item.as_ref(), quantity] {
            let Some(words) = words else { continue };
            let words = quoted(self.lang, words.get(self.lang));
            if !printed.contains(&words) {
                printed.push(words);
            }
        }
    }

    /// A transfer as a noun, from whom to whom.
    fn noun(&self, transfer: TransferId) -> String {
        let (from, to) = self.trust.corpus.sides(transfer);
        let kind = self.trust.corpus.transfer(transfer).kind;
        // German *durch* takes the case that *an* takes.
        let by = kind == Kind::Production && self.lang == Lang::De;
        let (de, en) = match kind {
            Kind::Supply => ("eine Lieferung von @ an @", "a delivery from @ to @"),
            Kind::Return => ("eine Rückgabe von @ an @", "a return from @ to @"),
            Kind::Production => ("eine Fertigung durch @ für @", "production by @ for @"),
            Kind::Payment => ("eine Gegenleistung von @ an @", "a payment in return from @ to @"),
        };
        let sides = [self.country(from, !by), self.country(to, false)];
        filled(pick(self.lang, de, en), &sides)
    }

    /// What a country is said to give to another or to get from it, and how far that is said to have gone.
    #[must_use]
    pub fn dealing(
        &self,
        gives: bool,
        kind: Option<Kind>,
        with: CountryId,
        statuses: &[Status],
    ) -> String {
        let (noun_de, noun_en) = match kind {
            None => ("", ""),
            Some(Kind::Supply) => ("Lieferung ", "delivery "),
            Some(Kind::Return) => ("Rückgabe ", "return "),
            Some(Kind::Production) => ("Fertigung ", "production "),
            Some(Kind::Payment) => ("Gegenleistung ", "payment in return "),
        };
        let (de, en) = match (gives, kind == Some(Kind::Production)) {
            (true, false) => ("@an @ (@)", "@to @ (@)"),
            (true, true) => ("@für @ (@)", "@for @ (@)"),
            (false, false) => ("@von @ (@)", "@from @ (@)"),
            (false, true) => ("@durch @ (@)", "@by @ (@)"),
        };
        // German *durch* takes the case that *an* takes.
        let by = kind == Some(Kind::Production) && self.lang == Lang::De;
        let statuses: Vec<&str> = statuses.iter().map(|it| super::status(self.lang, *it)).collect();
        let with = self.country(with, !gives && !by);
        let noun = pick(self.lang, noun_de, noun_en);
        filled(pick(self.lang, de, en), &[noun, with, &statuses.join(", ")])
    }

    /// A country, as it stands behind *from* or behind *to*.
    fn country(&self, country: CountryId, after_from: bool) -> &str {
        let it = self.trust.corpus.country(country);
        let phrase = if after_from { &it.after_from } else { &it.after_to };
        phrase.as_ref().unwrap_or(&self.countries[country]).get(self.lang)
    }

    fn origin(&self, origin: OriginId) -> &str {
        self.trust.corpus.origin(origin).name.get(self.lang)
    }

    fn names(&self, origins: &OriginSet) -> String {
        let mut names = String::new();
        for origin in origins.iter() {
            if !names.is_empty() {
                names.push_str("; ");
            }
            names.push_str(self.origin(origin));
        }
        names
    }

    /// A claim's chain of attribution, and when its document appeared.
    fn chain(&self, claim: ClaimId) -> String {
        let chain = super::chain(self.lang, self.trust.corpus, claim);
        let document = self.trust.corpus.document(self.trust.corpus.document_of(claim));
        filled("@; @", &[&chain, &appeared(self.lang, &document.published)])
    }
}

/// Things in brackets, after a space; nothing where there are none.
fn bracketed(things: &[String]) -> String {
    if things.is_empty() { String::new() } else { filled(" (@)", &[&things.join(", ")]) }
}

/// A form in which each `@` is the next text. A sentence that is a form is data; with `format!` it would be
/// code.
fn filled(form: &str, texts: &[&str]) -> String {
    let (mut texts, mut filled) = (texts.iter(), String::new());
    for letter in form.chars() {
        match letter {
            '@' => filled.push_str(texts.next().expect("a text for each `@`")),
            _ => filled.push(letter),
        }
    }
    filled
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

/// That a transfer has come so far, as something reported.
fn is_so(lang: Lang, status: Status) -> &'static str {
    let (de, en) = match status {
        Status::Unknown => (
            "ist Gegenstand von Berichten, die keinen Stand angeben",
            "is the subject of reports that give no status",
        ),
        Status::Requested => ("soll erbeten worden sein", "has reportedly been requested"),
        Status::Negotiating => ("soll in Verhandlung sein", "is reportedly being negotiated"),
        Status::Planned => ("soll geplant sein", "is reportedly planned"),
        Status::Agreed => ("soll vereinbart sein", "has reportedly been agreed"),
        Status::Delivered => ("soll erfolgt sein", "has reportedly taken place"),
        Status::Refused => ("soll abgelehnt worden sein", "has reportedly been refused"),
        Status::Cancelled => ("soll abgesagt worden sein", "has reportedly been cancelled"),
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
