//! The documents of a corpus that is made up, and their claims.

use crate::dice::{Dice, Ranks};
use crate::english;
use crate::tables::CATEGORIES;
use crate::vocabulary::Vocabulary;
use claim_atlas::corpus::{
    Claim, Document, OriginKind, Quantity, Source, Span, Stance, Status, Text, When,
};

/// The years in which documents appear.
const FIRST_YEAR: usize = 2000;
const YEARS: usize = 26;

/// How far a claim says that things have come: the last is that it does not say.
const STATUSES: [Status; 10] = [
    Status::Requested,
    Status::Negotiating,
    Status::Planned,
    Status::Agreed,
    Status::Agreed,
    Status::Delivered,
    Status::Delivered,
    Status::Refused,
    Status::Cancelled,
    Status::Unknown,
];

/// Who prints documents, and what about.
#[derive(Debug)]
pub(crate) struct Press<'a> {
    source: &'a Source,
    words: &'a Vocabulary,
    /// How many claims there are to be.
    claims: usize,
    outlets: Vec<&'a str>,
    outlet_ranks: Ranks,
    cited: Vec<&'a str>,
    cited_ranks: Ranks,
    famous: Ranks,
    /// For each transfer the last claim that asserts it, for who denies it.
    asserted: Vec<Option<String>>,
}

impl<'a> Press<'a> {
    pub(crate) fn new(source: &'a Source, words: &'a Vocabulary, claims: usize) -> Self {
        let ids = |is_outlet: bool| -> Vec<&str> {
            let of_kind = |kind| (kind == OriginKind::Outlet) == is_outlet;
            source.origins.iter().filter(|it| of_kind(it.kind)).map(|it| it.id.as_str()).collect()
        };
        let (outlets, cited) = (ids(true), ids(false));
        Self {
            source,
            words,
            claims,
            outlet_ranks: Ranks::falling(outlets.len(), 5),
            cited_ranks: Ranks::falling(cited.len(), 5),
            outlets,
            cited,
            famous: Ranks::falling(source.transfers.len(), 60),
            asserted: vec![None; source.transfers.len()],
        }
    }

    /// Documents, from the earliest to the last, with all the claims together.
    pub(crate) fn print(mut self, dice: &mut Dice) -> Vec<Document> {
        let mut documents = Vec::new();
        let mut printed = 0;
        while printed < self.claims {
            let count = (4 + dice.below(33)).min(self.claims - printed);
            documents.push(self.document(documents.len(), printed, count, dice));
            printed += count;
        }
        documents
    }

    /// A document of so many claims, printed after so many others.
    fn document(&mut self, at: usize, printed: usize, count: usize, dice: &mut Dice) -> Document {
        let outlet = *dice.ranked(&self.outlet_ranks, &self.outlets);
        let subjects = self.subjects(printed, count, dice);
        let claim = |number: usize| {
            let subject = *dice.of(&subjects);
            let mut claim = if dice.percent(12) {
                self.context(dice)
            } else {
                let claim = self.told(subject, dice);
                self.denying(claim, subject, format!("{at:x}-{number}"), dice)
            };
            claim.id = format!("{at:x}-{number}");
            claim.paragraph = u16::try_from(number + 1).expect("few");
            claim.attribution = self.attribution(dice);
            claim
        };
        let claims = (0..count).map(claim).collect();
        let id = format!("{at:016x}");
        Document {
            title: self.words.sentence(dice, 7),
            outlet: outlet.to_owned(),
            outlet_basis: None,
            authors: if dice.percent(50) { vec![self.words.name(dice)] } else { Vec::new() },
            language: "en".to_owned(),
            published: month(printed * YEARS * 12 / self.claims),
            sha256: Some(id.repeat(4)),
            paragraphs: u16::try_from(count).expect("few"),
            claims,
            withdrawn: Vec::new(),
            fingerprints: Vec::new(),
            id,
        }
    }

    /// The transfers that a document tells of. Documents and transfers run side by side through the years, so that
    /// the next document tells of some of the same; and some transfers are told of for ever.
    fn subjects(&self, printed: usize, claims: usize, dice: &mut Dice) -> Vec<usize> {
        let transfers = self.source.transfers.len();
        let near = printed * transfers / self.claims;
        let subject = |_| {
            let is_famous = dice.percent(20);
            if is_famous { dice.rank(&self.famous) } else { (near + dice.below(20)) % transfers }
        };
        (0..2 + claims / 4).map(subject).collect()
    }

    /// Whom a claim cites, from the one next to the outlet back to the root.
    fn attribution(&self, dice: &mut Dice) -> Vec<String> {
        let mut chain: Vec<String> = Vec::new();
        for _ in 0..dice.below(3) {
            let origin = *dice.ranked(&self.cited_ranks, &self.cited);
            if chain.iter().all(|it| it != origin) {
                chain.push(origin.to_owned());
            }
        }
        chain
    }

    /// A claim about no transfer.
    fn context(&self, dice: &mut Dice) -> Claim {
        let countries = vec![dice.of(&self.source.countries).id.clone()];
        let category = Some(format!("class-{}", dice.below(CATEGORIES)));
        Claim { category, countries, ..self.said(dice) }
    }

    /// A claim of a transfer. Of what has a number most claims say the same, and some another.
    fn told(&self, subject: usize, dice: &mut Dice) -> Claim {
        let transfer = self.source.transfers.get(subject).expect("a transfer");
        let usual = 10 + subject * 7919 % 900;
        let quantity = (subject % 5 < 2).then(|| match dice.below(10) {
            0 => quantity(&format!("more than {usual}"), Some(usual + 1), None),
            1 => quantity(&format!("up to {usual}"), None, Some(usual)),
            2 => quantity(&format!("{}", usual + 5), Some(usual + 5), Some(usual + 5)),
            _ => quantity(&format!("{usual}"), Some(usual), Some(usual)),
        });
        let when = dice.percent(15).then(|| month(dice.below(YEARS * 12)));
        let status = *dice.of(&STATUSES);
        Claim { transfer: Some(transfer.id.clone()), quantity, when, status, ..self.said(dice) }
    }

    /// The same claim, or one of another stance. Who denies names an earlier claim, and no number.
    fn denying(&mut self, claim: Claim, subject: usize, id: String, dice: &mut Dice) -> Claim {
        let asserted = self.asserted.get_mut(subject).expect("a place for each transfer");
        let stance = match dice.below(100) {
            0..4 => Stance::Denies,
            4..6 => Stance::LeavesOpen,
            6..8 => Stance::DeclinesComment,
            _ => Stance::Asserts,
        };
        match (stance, &asserted) {
            (Stance::Denies, Some(denied)) => Claim {
                stance,
                disputes: vec![denied.clone()],
                quantity: None,
                when: None,
                ..claim
            },
            (Stance::Denies | Stance::Asserts, _) => {
                *asserted = Some(id);
                claim
            }
            _ => Claim { stance, quantity: None, when: None, ..claim },
        }
    }

    /// What every claim has: about 25 words.
    fn said(&self, dice: &mut Dice) -> Claim {
        let words = 18 + dice.below(15);
        Claim {
            id: String::new(),
            paragraph: 1,
            transfer: None,
            category: None,
            countries: Vec::new(),
            status: Status::Unknown,
            stance: Stance::Asserts,
            attribution: Vec::new(),
            disputes: Vec::new(),
            item: None,
            quantity: None,
            when: None,
            reported: None,
            statement: english(self.words.sentence(dice, words)),
        }
    }
}

fn quantity(words: &str, min: Option<usize>, max: Option<usize>) -> Quantity {
    let [min, max] = [min, max].map(|it| it.and_then(|it| u64::try_from(it).ok()));
    Quantity { words: english(words), min, max }
}

/// So many months after the first, as a report prints it.
fn month(months: usize) -> When {
    let written = format!("{}-{:02}", FIRST_YEAR + months / 12, 1 + months % 12);
    let span: Span = written.parse().expect("a month");
    When { words: Some(Text::new("en", written)), span: Some(span), basis: None }
}
