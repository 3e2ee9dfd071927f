//! Sentences that an article can take over, each with who says so, and none surer than the claim.
//!
//! They are put together so that no name has to be inflected: a transfer is a noun, and whoever says
//! so stands behind a comma or in brackets. Which side plans, asks or refuses a transfer the corpus
//! does not hold, so no sentence says so.
//!
//! Whoever is cited is named with those who cite them, from the outlet that prints it on, and each wording
//! stands with those who print it: that an outlet cites another for a figure does not put the figure into
//! that other's mouth.

use super::{apart, appeared, difference, hollow_note, quoted, sentence::capital, words};
use crate::corpus::{
    ClaimId, Corpus, CountryId, CountryNames, Kind, Lang, OriginId, Stance, Status, Text,
    TransferId,
};
use crate::evidence::{
    self, Backing, Difference, Differences, Gap, Hollow, Trust, accountable, is_unsourced,
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
    /// A claim, with the outlet that prints it and whom that cites, and when it appeared: what it prints
    /// itself, and nothing of what the corpus calls the transfer. Where its fields do not say how far the
    /// transfer has come, its statement stands as it is.
    #[must_use]
    pub fn claim(&self, claim: ClaimId) -> String {
        let texts = &words(self.lang).attributed;
        let corpus = self.trust.corpus;
        let it = corpus.claim(claim);
        let (so, appeared) = (&*self.teller(claim), &*self.appeared(claim));
        let said = self.trust.corpus.transfer_of(claim).filter(|_| it.status != Status::Unknown);
        let Some(transfer) = said else {
            let statement = it.statement.get(self.lang).trim_end_matches('.');
            return texts.statement(&apart(self.lang, statement), so, appeared);
        };
        let mut printed = Vec::new();
        self.add_printed(claim, &mut printed);
        if let Some(words) = it.when.as_ref().and_then(|when| when.words.as_ref()) {
            printed.push(self.quoted(claim, words));
        }
        let what = self.noun(transfer) + &bracketed(self.lang, &printed);
        let how_far = match it.stance {
            Stance::Asserts => is_so(self.lang, it.status),
            _ => held_so(self.lang, it.status),
        };
        capital(&match it.stance {
            Stance::Asserts => texts.asserts(&what, how_far, so, appeared),
            Stance::Denies => texts.denies(&what, how_far, so, appeared),
            Stance::LeavesOpen => texts.leaves_open(&what, how_far, so, appeared),
            Stance::DeclinesComment => texts.declines_comment(&what, how_far, so, appeared),
        })
    }

    /// What a transfer is called where sentences on it begin.
    #[must_use]
    pub fn title(&self, transfer: TransferId) -> String {
        let item = self.trust.corpus.transfer(transfer).item.get(self.lang);
        words(self.lang).labelled(&capital(&self.noun(transfer)), &apart(self.lang, item))
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
            sentences.push(texts.denied(&self.denying(transfer)));
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
            sentences.push(
                words(lang).labelled(
                    words(lang).reports_differ,
                    &kinds.join(words(self.lang).signs.comma),
                ) + ".",
            );
        }
        let (asserting, documents) = (backing.asserting.len(), backing.documents.len());
        sentences.push(texts.behind(&super::backing(lang, asserting, documents)));
        // Those are among them, too, who have it go less far.
        for origin in backing.asserting.iter() {
            let says = evidence::furthest(self.trust, transfer, origin);
            if !says.iter().any(|it| statuses.contains(it)) {
                let tell: Vec<ClaimId> = self
                    .asserting(transfer, |it| says.contains(&it))
                    .filter(|&it| accountable(self.trust.corpus, it) == origin)
                    .collect();
                let says: Vec<&str> = says.iter().map(|it| super::status(lang, *it)).collect();
                sentences.push(
                    texts.only(&says.join(words(self.lang).signs.comma), &self.sources(&tell)),
                );
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
                numbers.map(|(claim, it)| self.quoted(*claim, &it.words)).collect();
            if kind == Difference::Number && numbers.len() > 1 {
                ranges.push(numbers.join(printed.between()));
            }
        }
        name.to_owned() + &bracketed(self.lang, &ranges)
    }

    /// That a transfer has come so far, and who says so, each with what they print: those who tell it of the
    /// origins that count for it, or, where nobody names one, the outlets that give no source. Where nobody
    /// says how far, they stand there for what they print alone.
    fn stage(&self, transfer: TransferId, status: Status, backing: &Backing) -> String {
        let corpus = self.trust.corpus;
        let mut claims: Vec<ClaimId> = self.asserting(transfer, |it| it == status).collect();
        let counts = |claim: ClaimId| {
            !is_unsourced(corpus, claim) && backing.asserting.contains(accountable(corpus, claim))
        };
        let any_counts = claims.iter().any(|&claim| counts(claim));
        claims.retain(|&claim| !any_counts || counts(claim));
        // Each teller, with what it prints, and what is noted on it.
        let mut so: Vec<(String, Vec<String>, Option<&str>)> = Vec::new();
        for &claim in &claims {
            let teller = self.path(claim);
            let at = so.iter().position(|(it, ..)| *it == teller).unwrap_or_else(|| {
                let origin = accountable(corpus, claim);
                let how = Hollow::for_transfer(self.trust, transfer, backing, origin);
                let how = how.filter(|_| !is_unsourced(corpus, claim));
                so.push((teller, Vec::new(), how.map(|it| hollow_note(self.lang, it))));
                so.len() - 1
            });
            let (_, printed, _) = so.get_mut(at).expect("it was found there");
            self.add_printed(claim, printed);
        }
        let mut stage = is_so(self.lang, status).to_owned();
        if so.iter().all(|(_, printed, _)| printed.is_empty()) {
            let item = without_year(corpus.transfer(transfer).item.get(self.lang));
            stage += &bracketed(self.lang, &[apart(self.lang, item)]);
        }
        if status == Status::Unknown {
            so.retain(|(_, printed, _)| !printed.is_empty());
        }
        let so: Vec<String> =
            so.into_iter().map(|it| noted(self.lang, it.0, &it.1, it.2)).collect();
        let so = so.join(words(self.lang).signs.semicolon);
        match status {
            _ if so.is_empty() => stage,
            Status::Unknown => words(self.lang).labelled(&stage, &so),
            _ => words(self.lang).attributed.stage(&stage, &so),
        }
    }

    /// The claims that assert a transfer to have come to such a status.
    fn asserting(
        &self,
        transfer: TransferId,
        is_meant: impl Fn(Status) -> bool,
    ) -> impl Iterator<Item = ClaimId> {
        let corpus = self.trust.corpus;
        self.trust.claims_of(transfer).filter(move |&claim| {
            let it = corpus.claim(claim);
            it.stance == Stance::Asserts && is_meant(it.status)
        })
    }

    /// Who tells that somebody denies a transfer.
    fn denying(&self, transfer: TransferId) -> String {
        let corpus = self.trust.corpus;
        let denies = |claim: &ClaimId| corpus.claim(*claim).stance == Stance::Denies;
        self.sources(&self.trust.claims_of(transfer).filter(denies).collect::<Vec<_>>())
    }

    /// Who tells some claims, each once.
    fn sources(&self, claims: &[ClaimId]) -> String {
        let mut sources: Vec<String> = Vec::new();
        for &claim in claims {
            let source = self.path(claim);
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources.join(words(self.lang).signs.semicolon)
    }

    /// Who tells a claim: the whole chain, but for a silence without who was asked, since they say nothing;
    /// and of one without a source, that it has none.
    fn teller(&self, claim: ClaimId) -> String {
        let corpus = self.trust.corpus;
        let (stance, chain) = (corpus.claim(claim).stance, corpus.chain(claim));
        match chain {
            [told @ .., _] if stance == Stance::DeclinesComment && !told.is_empty() => {
                self.citing(told)
            }
            _ if stance == Stance::Asserts && is_unsourced(corpus, claim) => self.path(claim),
            _ => self.citing(chain),
        }
    }

    /// Who tells a claim, as far as the origin that answers for it.
    fn path(&self, claim: ClaimId) -> String {
        let corpus = self.trust.corpus;
        let (chain, origin) = (corpus.chain(claim), accountable(corpus, claim));
        let last = chain.iter().rposition(|&it| it == origin).unwrap_or_default();
        let path = self.citing(chain.get(..=last).unwrap_or_default());
        let is_asserted = corpus.claim(claim).stance == Stance::Asserts;
        if is_asserted && is_unsourced(corpus, claim) {
            return [&path, words(self.lang).signs.comma, words(self.lang).own_account].concat();
        }
        path
    }

    /// The links of a chain, each as one that cites the next.
    fn citing(&self, chain: &[OriginId]) -> String {
        let texts = &words(self.lang).attributed;
        let names = chain.iter().map(|&it| self.origin(it));
        names.reduce(|before, cited| texts.citing(&before, &cited)).unwrap_or_default()
    }

    /// Adds what a claim prints of what is moved, and of how many; each wording once.
    fn add_printed(&self, claim: ClaimId, printed: &mut Vec<String>) {
        let it = self.trust.corpus.claim(claim);
        let quantity = it.quantity.as_ref().map(|quantity| &quantity.words);
        for words in [it.item.as_ref(), quantity] {
            let Some(words) = words else { continue };
            let words = self.quoted(claim, words);
            if !printed.contains(&words) {
                printed.push(words);
            }
        }
    }

    /// What a claim prints, in quotation marks.
    fn quoted(&self, claim: ClaimId, words: &Text) -> String {
        quoted(self.lang, self.trust.corpus.printed(claim, self.lang, words).1)
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
        let (is_made, statuses) =
            (kind == Some(Kind::Production), statuses.join(words(self.lang).signs.comma));
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
        if after_from {
            let phrase = self.trust.corpus.country(country).after_from.as_ref();
            return phrase_or_name(phrase, &self.countries[country], self.lang);
        }
        country_after_to(self.trust.corpus, self.countries, self.lang, country)
    }

    fn origin(&self, origin: OriginId) -> String {
        apart(self.lang, self.trust.corpus.origin(origin).name.get(self.lang))
    }

    /// When a claim's document appeared; behind who was asked, where they said nothing.
    fn appeared(&self, claim: ClaimId) -> String {
        let corpus = self.trust.corpus;
        let document = corpus.document(corpus.document_of(claim));
        let appeared = appeared(self.lang, &document.published);
        let is_silent = corpus.claim(claim).stance == Stance::DeclinesComment;
        match corpus.cited(claim) {
            [.., asked] if is_silent => {
                words(self.lang).attributed.asked(&self.origin(*asked), &appeared)
            }
            _ => appeared,
        }
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
    phrase_or_name(corpus.country(country).after_to.as_ref(), &countries[country], lang)
}

/// A country's phrase, where the corpus has it in the reader's language: one of another would stand in the midst of a
/// sentence, and the name can stand there, too.
fn phrase_or_name<'a>(phrase: Option<&'a Text>, name: &'a Text, lang: Lang) -> &'a str {
    phrase.and_then(|it| it.own(lang)).map_or_else(|| name.get(lang), |(_, phrase)| phrase)
}

/// What the corpus calls what is moved, without the year or month in brackets at its end, which only tells it from another.
fn without_year(item: &str) -> &str {
    let ends = item.strip_suffix(')').and_then(|it| it.rsplit_once(" ("));
    let is_year = |it: &str| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit());
    ends.filter(|it| it.1.rsplit(' ').next().is_some_and(is_year)).map_or(item, |it| it.0)
}

/// Things in brackets, after a space; nothing where there are none.
fn bracketed(lang: Lang, things: &[String]) -> String {
    if things.is_empty() {
        String::new()
    } else {
        format!(" ({})", things.join(words(lang).signs.comma))
    }
}

/// Who tells something, with what they print and what is noted on them.
fn noted(lang: Lang, teller: String, printed: &[String], note: Option<&str>) -> String {
    let signs = &words(lang).signs;
    let notes = [printed.join(signs.comma), note.unwrap_or_default().to_owned()];
    let notes: Vec<String> = notes.into_iter().filter(|it| !it.is_empty()).collect();
    if notes.is_empty() {
        teller
    } else {
        [&teller, " (", &notes.join(signs.semicolon), ")"].concat()
    }
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
