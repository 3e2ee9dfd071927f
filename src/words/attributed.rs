//! Sentences that an article can take over, each with who says so, and none surer than the claim.
//!
//! They are put together so that no name has to be inflected: a transfer is a noun, and whoever says
//! so stands behind a comma or in brackets. Which side plans, asks or refuses a transfer the corpus
//! does not hold, so no sentence says so.

use super::{appeared, difference, hollow_note, quoted, sentence::capital, words};
use crate::corpus::{
    Claim, ClaimId, Corpus, CountryId, CountryNames, Kind, Lang, OriginId, OriginSet, Stance,
    Status, TransferId,
};
use crate::evidence::{
    self, Backing, Difference, Differences, Gap, Hollow, Trust, accountable, is_unsourced, teller,
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
        let texts = &words(self.lang).attributed;
        let corpus = self.trust.corpus;
        let it = corpus.claim(claim);
        let is_unsourced = it.stance == Stance::Asserts && is_unsourced(corpus, claim);
        let so = self.origin_for(teller(corpus, claim), is_unsourced);
        let (so, chain) = (so.as_str(), self.chain(claim));
        let said = self.trust.corpus.transfer_of(claim).filter(|_| it.status != Status::Unknown);
        let Some(transfer) = said else {
            let statement = it.statement.get(self.lang).trim_end_matches('.');
            return texts.statement(statement, so, &chain);
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
        capital(&match it.stance {
            Stance::Asserts => texts.asserts(&what, how_far, so, &chain),
            Stance::Denies => texts.denies(&what, how_far, so, &chain),
            Stance::LeavesOpen => texts.leaves_open(&what, how_far, so, &chain),
            Stance::DeclinesComment => texts.declines_comment(&what, how_far, so, &chain),
        })
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
        let texts = &words(lang).attributed;
        let backing = evidence::backing(self.trust, transfer);
        let statuses = evidence::statuses(self.trust, transfer);
        let mut text = capital(&self.noun(transfer));
        for (at, &status) in statuses.iter().enumerate() {
            let stage = self.stage(transfer, status, &backing);
            text = match at {
                0 => texts.first_stage(&text, &stage),
                _ => texts.next_stage(&text, &stage),
            };
        }
        let mut sentences = vec![text + "."];
        if !backing.denying.is_empty() {
            sentences.push(texts.denied(&self.names(&backing.denying)));
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
            sentences
                .push(words(lang).labelled(words(lang).reports_differ, &kinds.join(", ")) + ".");
        }
        let (asserting, documents) = (backing.asserting.len(), backing.documents.len());
        sentences.push(texts.behind(&super::backing(lang, asserting, documents)));
        // Those are among them, too, who have it go less far.
        for origin in backing.asserting.iter() {
            let says = evidence::furthest(self.trust, transfer, origin);
            if !says.iter().any(|it| statuses.contains(it)) {
                let says: Vec<&str> = says.iter().map(|it| super::status(lang, *it)).collect();
                sentences.push(texts.only(&says.join(", "), self.origin(origin)));
            }
        }
        if evidence::has_gap(self.trust, transfer, Gap::NoNamedOrigin) {
            sentences.push(super::gap(lang, Gap::NoNamedOrigin).to_owned() + ".");
        }
        sentences.join(" ")
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
            let how = Hollow::for_transfer(self.trust, transfer, backing, origin);
            let mut name = self.origin_for(origin, unsourced);
            if let Some(how) = how.filter(|_| !unsourced) {
                name.extend([" (", hollow_note(self.lang, how), ")"]);
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
        words(self.lang).attributed.stage(&stage, &so.join("; "))
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
        let texts = &words(self.lang).attributed;
        let (nouns, to) = (&texts.nouns, self.country(to, false));
        match kind {
            Kind::Supply => nouns.supply(self.country(from, true), to),
            Kind::Return => nouns.return_of_arms(self.country(from, true), to),
            Kind::Production => nouns.production(self.country(from, !texts.maker_as_recipient), to),
            Kind::Payment => nouns.payment(self.country(from, true), to),
        }
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
        let texts = &words(self.lang).attributed;
        let nouns = &texts.short_nouns;
        let noun = match kind {
            None => "",
            Some(Kind::Supply) => nouns.supply,
            Some(Kind::Return) => nouns.return_of_arms,
            Some(Kind::Production) => nouns.production,
            Some(Kind::Payment) => nouns.payment,
        };
        let statuses: Vec<&str> = statuses.iter().map(|it| super::status(self.lang, *it)).collect();
        let (is_made, statuses) = (kind == Some(Kind::Production), statuses.join(", "));
        let dealing = match (gives, is_made) {
            (true, false) => texts.given(self.country(with, false), &statuses),
            (true, true) => texts.made_for(self.country(with, false), &statuses),
            (false, false) => texts.got(self.country(with, true), &statuses),
            (false, true) => {
                texts.made_by(self.country(with, !texts.maker_as_recipient), &statuses)
            }
        };
        if noun.is_empty() { dealing } else { [noun, " ", &dealing].concat() }
    }

    /// A country, as it stands behind *from* or behind *to*.
    fn country(&self, country: CountryId, after_from: bool) -> &str {
        let phrase = self.trust.corpus.country(country).after_from.as_ref();
        if after_from {
            return phrase.unwrap_or(&self.countries[country]).get(self.lang);
        }
        country_after_to(self.trust.corpus, self.countries, self.lang, country)
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
        [&chain, "; ", &appeared(self.lang, &document.published)].concat()
    }
}

/// A country, as it stands behind *to*.
#[must_use]
pub fn country_after_to<'a>(
    corpus: &'a Corpus,
    countries: &'a CountryNames,
    lang: Lang,
    country: CountryId,
) -> &'a str {
    let phrase = corpus.country(country).after_to.as_ref();
    phrase.unwrap_or(&countries[country]).get(lang)
}

/// Things in brackets, after a space; nothing where there are none.
fn bracketed(things: &[String]) -> String {
    if things.is_empty() { String::new() } else { format!(" ({})", things.join(", ")) }
}

/// That a transfer has come so far, as something reported.
fn is_so(lang: Lang, status: Status) -> &'static str {
    let said = &words(lang).attributed.said;
    match status {
        Status::Unknown => said.unknown,
        Status::Requested => said.requested,
        Status::Negotiating => said.negotiating,
        Status::Planned => said.planned,
        Status::Agreed => said.agreed,
        Status::Delivered => said.delivered,
        Status::Refused => said.refused,
        Status::Cancelled => said.cancelled,
    }
}

/// The same, as something that is denied or left open.
fn held_so(lang: Lang, status: Status) -> &'static str {
    let held = &words(lang).attributed.held;
    match status {
        Status::Unknown => held.unknown,
        Status::Requested => held.requested,
        Status::Negotiating => held.negotiating,
        Status::Planned => held.planned,
        Status::Agreed => held.agreed,
        Status::Delivered => held.delivered,
        Status::Refused => held.refused,
        Status::Cancelled => held.cancelled,
    }
}
