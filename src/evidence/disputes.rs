//! Disputes: each disagreement once, as two sides that stand against each other.
//!
//! Neither side is right. Values that go together are on one side, so that what stands against each other is seen
//! at once, and nothing is told twice: two statuses of one document are a disagreement on the status, and what two
//! transfers say of who acts is one.

use super::comparison::{Answer, Value, merged};
use super::origins::{Part, Parts, by_date, parts};
use super::sketch::{Saying, Sketch, Told};
use super::{Difference, Findings, Gap, Scale, Trust, accountable, is_unsourced};
use crate::corpus::{
    CategoryId, ClaimId, ClaimSet, Corpus, DocumentId, Few, HashMap, HashSet, Lang, OriginId,
    Stance, Status, TransferId,
};
use std::collections::BTreeMap;

/// How the sides of a card stand to each other: the groups in which cards are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// One side says that what the other says is not so.
    Denied,
    /// Not both can be true.
    Contradicted,
    /// Both can be true.
    PrecisionDiffers,
}

/// Why statuses that differ can both be true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Apart {
    /// Nobody who answers for one side answers for the other.
    Origins,
    /// Somebody answers for both, in documents that are not known to be of the same time.
    Times,
    /// What has ended and what goes on is said of times one after the other.
    InTurn,
}

/// What a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum About {
    /// A transfer; of two that are said of different countries, the first.
    Transfer(TransferId),
    /// Something that is context.
    Context(CategoryId),
}

/// A disagreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// How the sides stand to each other.
    pub group: Group,
    /// What it is about.
    pub about: About,
    /// The transfer that the other side speaks of, where that is another.
    pub other: Option<TransferId>,
    /// In what they differ.
    pub kind: Difference,
    /// The stage of which they give numbers or times.
    pub stage: Option<Status>,
    /// The document, where both sides are said in one. That alone does not make it contradict itself, since it may
    /// quote both; where it does, the kind is [`Difference::WithinDocument`], or what two statuses differ in.
    pub within: Option<DocumentId>,
    /// The origin, where one answers for all of both sides, and none of it is without a source.
    pub from_one: Option<OriginId>,
    /// Why both can be true, where it is of statuses of which both can.
    pub apart: Option<Apart>,
    /// The two sides.
    pub sides: [Side; 2],
    /// The numbers or times on one scale, all that are printed of that stage.
    pub scale: Option<Scale>,
}

/// What one side says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// What is said: mostly one value.
    pub values: Vec<Answer>,
    /// The origins that answer for it, each with its part in this: those that count first.
    pub origins: Vec<(OriginId, Part)>,
    /// The documents that say so, in the order of their dates, each with the claims.
    pub documents: Vec<(DocumentId, Vec<ClaimId>)>,
}

impl Side {
    /// The same for a reader of a language: values that read alike in it are one.
    #[must_use]
    pub fn read_in(mut self, corpus: &Corpus, lang: Lang) -> Self {
        self.values = merged(self.values, corpus, lang);
        self
    }

    /// The claim that heads the side: the first that says so.
    #[must_use]
    pub fn head(&self) -> ClaimId {
        self.claims().min().expect("a side has a claim at least")
    }

    /// The claims of the side.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> {
        self.values.iter().flat_map(|it| it.claims.iter().copied())
    }
}

/// A disagreement that is found, and not yet told: by its transfer, and its place among those of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sketched {
    /// How the sides stand to each other.
    pub group: Group,
    transfer: TransferId,
    place: usize,
}

/// The disagreements of some transfers, group by group, in the order of the transfers.
#[must_use]
pub fn sketched(trust: Trust, transfers: &[TransferId]) -> Vec<Sketched> {
    let mut all: Vec<Sketched> = Vec::new();
    for_each_told(trust, transfers, |transfer, _, sketches| {
        let sketched =
            sketches.into_iter().map(|(place, it)| Sketched { group: it.group, transfer, place });
        all.extend(sketched);
    });
    all.sort_by_key(|it| it.group);
    all
}

/// Does something with what stands against what in each of some transfers.
fn for_each_told(
    trust: Trust,
    transfers: &[TransferId],
    mut each: impl FnMut(TransferId, &Told, Vec<(usize, Sketch)>),
) {
    let mut told_of_two = HashSet::default();
    for &transfer in transfers {
        let told = Told::of(trust, transfer);
        let mut sketches: Vec<(usize, Sketch)> = told.sketches().into_iter().enumerate().collect();
        // Who acts is named at both transfers.
        sketches.retain(|(_, it)| it.other.is_none() || told_of_two.insert(it.claims()));
        each(transfer, &told, sketches);
    }
}

impl Sketched {
    /// The disagreement, told in full.
    #[must_use]
    pub fn card(self, trust: Trust) -> Card {
        let told = Told::of(trust, self.transfer);
        let sketch = told.sketches().into_iter().nth(self.place);
        let sketch = sketch.expect("it was found there, of the same claims");
        Cards::of(trust, About::Transfer(self.transfer)).card(&told, sketch)
    }
}

/// The same, each told in full.
#[must_use]
pub fn cards(trust: Trust, transfers: &[TransferId]) -> Vec<Card> {
    let mut cards: Vec<Card> = Vec::new();
    for_each_told(trust, transfers, |transfer, told, sketches| {
        if !sketches.is_empty() {
            let of_it = Cards::of(trust, About::Transfer(transfer));
            cards.extend(sketches.into_iter().map(|it| of_it.card(told, it.1)));
        }
    });
    cards.sort_by_key(|card| card.group);
    cards
}

/// The disagreements between context claims, of which one is among those given.
#[must_use]
pub fn context_cards(trust: Trust, claims: &ClaimSet) -> Vec<Card> {
    let corpus = trust.corpus;
    let mut disputing: BTreeMap<CategoryId, Vec<ClaimId>> = BTreeMap::new();
    for claim in corpus.claim_ids().filter(|&it| !corpus.disputes_of(it).is_empty()) {
        if corpus.transfer_of(claim).is_none() && !trust.discounted.contains(claim) {
            disputing.entry(corpus.category_of(claim)).or_default().push(claim);
        }
    }
    let mut cards = Vec::new();
    for (category, disputing) in disputing {
        let about = About::Context(category);
        let told = Told::of_context(trust, about, &disputing);
        let mut sketches = told.sketches_of_context();
        sketches.retain(|it| it.claims().iter().any(|it| claims.contains(it)));
        let of_it = Cards::of(trust, about);
        cards.extend(sketches.into_iter().map(|it| of_it.card(&told, it)));
    }
    cards.sort_by_key(|card| card.group);
    cards
}

impl Card {
    /// The claims of both sides.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> {
        self.sides.iter().flat_map(Side::claims)
    }

    fn statuses_apart(&self) -> Apart {
        let [left, right] = self
            .sides
            .each_ref()
            .map(|side| side.origins.iter().map(|it| it.0).collect::<Few<OriginId>>());
        let mut values = self.sides.iter().flat_map(|it| &it.values);
        let has_ended = values.any(|it| matches!(it.value, Value::Status(it) if it.is_end()));
        if has_ended {
            Apart::InTurn
        } else if left.iter().any(|it| right.contains(it)) {
            Apart::Times
        } else {
            Apart::Origins
        }
    }
}

/// What makes the cards of one transfer, or of context of one category.
struct Cards<'a> {
    trust: Trust<'a>,
    about: About,
    /// What decides which part an origin has in its claims.
    parts: Parts<'a>,
}

impl<'a> Cards<'a> {
    fn of(trust: Trust<'a>, about: About) -> Self {
        let transfer = match about {
            About::Transfer(transfer) => Some(transfer),
            About::Context(_) => None,
        };
        Self { trust, about, parts: Parts::of(trust, transfer) }
    }

    fn card(&self, told: &Told, sketch: Sketch) -> Card {
        let corpus = self.trust.corpus;
        let Sketch { group, kind, stage, other, sides } = sketch;
        let sides = sides.map(|said| self.side(said));
        let mut claims = sides.iter().flat_map(Side::claims);
        let first = claims.next().expect("a side has a claim at least");
        let (document, origin) = (corpus.document_of(first), accountable(corpus, first));
        // Who names no source is no origin.
        let (mut is_within, mut is_from_one) = (true, !is_unsourced(corpus, first));
        for claim in claims {
            is_within &= corpus.document_of(claim) == document;
            is_from_one &= accountable(corpus, claim) == origin && !is_unsourced(corpus, claim);
        }
        let is_on_scale = matches!(kind, Difference::Number | Difference::Time);
        let scale = stage.filter(|_| is_on_scale).and_then(|stage| self.scale(told, stage, kind));
        let mut card = Card {
            group,
            about: self.about,
            other,
            kind,
            stage,
            within: is_within.then_some(document),
            from_one: is_from_one.then_some(origin),
            apart: None,
            sides,
            scale,
        };
        let can_both_be = kind == Difference::Status && group == Group::PrecisionDiffers;
        card.apart = can_both_be.then(|| card.statuses_apart());
        card
    }

    fn side(&self, mut said: Vec<(Saying, ClaimId)>) -> Side {
        let corpus = self.trust.corpus;
        said.sort_by_key(|(_, claim)| *claim);
        let mut claims: Vec<ClaimId> = said.iter().map(|it| it.1).collect();
        claims.dedup();
        // The claims come document by document.
        let of_one =
            |one: &ClaimId, other: &ClaimId| corpus.document_of(*one) == corpus.document_of(*other);
        let mut documents: Vec<(DocumentId, Vec<ClaimId>)> = Vec::new();
        for its in claims.chunk_by(of_one) {
            documents.extend(its.first().map(|&it| (corpus.document_of(it), its.to_vec())));
        }
        let order = by_date(corpus, documents.iter().map(|it| it.0));
        let mut of: HashMap<DocumentId, Vec<ClaimId>> = documents.into_iter().collect();
        let documents = order.into_iter().filter_map(|it| Some((it, of.remove(&it)?))).collect();
        let transfer = claims.first().and_then(|&it| corpus.transfer_of(it));
        let is_own = match self.about {
            About::Transfer(own) => transfer == Some(own),
            About::Context(_) => transfer.is_none(),
        };
        let origins = if is_own {
            self.parts.of_claims(&claims)
        } else {
            parts(self.trust, transfer, &claims)
        };
        Side { values: answers(corpus, said), origins, documents }
    }

    /// All numbers or times that are printed of a stage.
    fn scale(&self, told: &Told, stage: Status, kind: Difference) -> Option<Scale> {
        let corpus = self.trust.corpus;
        let (mut numbers, mut times) = (Vec::new(), Vec::new());
        let mut places: HashMap<(DocumentId, Value), usize> = HashMap::default();
        let mut answers: Vec<(DocumentId, Vec<ClaimId>)> = Vec::new();
        for (_, claim) in told.printed(stage, kind) {
            let document = corpus.document_of(claim);
            let says = if kind == Difference::Number { Saying::Number } else { Saying::Time };
            let at = *places.entry((document, value(corpus, says, claim))).or_insert(answers.len());
            match answers.get_mut(at) {
                Some((_, claims)) => claims.push(claim),
                None => answers.push((document, vec![claim])),
            }
        }
        let order = by_date(corpus, answers.iter().map(|it| it.0));
        let mut lanes: HashMap<DocumentId, usize> = HashMap::default();
        for document in order {
            let lane = lanes.len();
            lanes.entry(document).or_insert(lane);
        }
        answers.sort_by_key(|(document, _)| lanes.get(document).copied());
        for (document, claims) in answers {
            let first = claims.first().map(|&it| corpus.claim(it)).expect("each has one");
            match kind {
                Difference::Number => {
                    numbers.extend(first.quantity.as_ref().map(|it| (document, it, claims)));
                }
                _ => times.extend(first.when.as_ref().map(|it| (document, it, claims))),
            }
        }
        Scale::of_numbers(&numbers).or_else(|| Scale::of_times(&times))
    }
}

/// What a claim says.
fn value(corpus: &Corpus, says: Saying, claim: ClaimId) -> Value {
    let it = corpus.claim(claim);
    let value = match says {
        Saying::Status(status) => Some(Value::Status(status)),
        Saying::Country(country) => Some(Value::Country(country)),
        Saying::Number => it.quantity.clone().map(Value::Number),
        Saying::Time => it.when.clone().map(Value::Time),
        Saying::Denial if corpus.transfer_of(claim).is_none() => None,
        Saying::Denial => match it.stance {
            Stance::Denies => Some(Value::Denied(corpus.root(claim), it.status)),
            Stance::Asserts => Some(Value::Status(it.status)),
            Stance::DeclinesComment | Stance::LeavesOpen => None,
        },
        Saying::Statement => None,
    };
    value.unwrap_or(Value::Statement(claim))
}

/// What claims say, each value once with those that say so.
fn answers(corpus: &Corpus, said: Vec<(Saying, ClaimId)>) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::new();
    let mut places: HashMap<Value, usize> = HashMap::default();
    for (says, claim) in said {
        let value = value(corpus, says, claim);
        let at = *places.entry(value.clone()).or_insert(answers.len());
        match answers.get_mut(at) {
            // A claim is told of more than once where it stands against several.
            Some(it) if it.claims.last() == Some(&claim) => {}
            Some(it) => it.claims.push(claim),
            None => answers.push(Answer { value, claims: vec![claim] }),
        }
    }
    answers
}

/// What is left open: a claim that says so, and what it says so of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOpen {
    /// The transfer.
    pub transfer: TransferId,
    /// Who leaves it open.
    pub claim: ClaimId,
    /// What is left open; none where it is the transfer as a whole.
    pub of: Vec<ClaimId>,
}

/// What documents leave open of some transfers. To leave something open is to dispute nothing.
#[must_use]
pub fn left_open(trust: Trust, transfers: &[TransferId]) -> Vec<LeftOpen> {
    let mut found = Vec::new();
    for &transfer in transfers {
        for claim in trust.claims_of(transfer) {
            if trust.corpus.claim(claim).stance == Stance::LeavesOpen {
                found.push(LeftOpen { transfer, claim, of: trust.disputes_of(claim).collect() });
            }
        }
    }
    found
}

/// The gaps of some transfers: each that any of them has, with those that have it.
#[must_use]
pub fn gaps(findings: &Findings, transfers: &[TransferId]) -> Vec<(Gap, Vec<TransferId>)> {
    let mut found = Gap::ALL.map(|gap| (gap, Vec::new()));
    for &transfer in transfers {
        for gap in findings.brief(transfer).gaps.iter() {
            let having = found.iter_mut().find(|it| it.0 == gap);
            having.expect("each gap has its place").1.push(transfer);
        }
    }
    found.into_iter().filter(|(_, having)| !having.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::evidence::Verdict;
    use crate::evidence::comparison::tests::{answers, bundled};
    use crate::evidence::fixture::{Said, corpus, said};
    use crate::evidence::scale::tests::drawn;
    use expect_test::expect;
    use proptest::prelude::*;

    fn side(corpus: &Corpus, side: &Side) -> String {
        let origins =
            side.origins.iter().map(|(it, part)| format!("{} {part:?}", corpus.origin(*it).id));
        format!("{} by {}", answers(corpus, &side.values), origins.collect::<Vec<_>>().join(", "))
    }

    fn written(corpus: &Corpus, cards: &[Card]) -> String {
        let card = |card: &Card| {
            let about = match card.about {
                About::Transfer(it) => &corpus.transfer(it).id,
                About::Context(it) => &corpus.category(it).id,
            };
            let [left, right] = &card.sides;
            let notes = [
                card.stage.map(|stage| format!(" of {}", stage.id())),
                card.other.map(|other| format!(" and {}", corpus.transfer(other).id)),
                card.within.map(|_| ", one document".to_owned()),
                card.from_one.map(|origin| format!(", from {}", corpus.origin(origin).id)),
                card.apart.map(|apart| format!(", apart in {apart:?}")),
            ];
            let notes: String = notes.into_iter().flatten().collect();
            let scale = card.scale.as_ref().map(|it| format!("\n  {}", drawn(Some(it))));
            format!(
                "{:?} {:?} {about}{notes}\n  {}\n  {}{}",
                card.group,
                card.kind,
                side(corpus, left),
                side(corpus, right),
                scale.unwrap_or_default()
            )
        };
        cards.iter().map(card).collect::<Vec<_>>().join("\n")
    }

    fn disputed(documents: &[(&str, Vec<Said>)]) -> String {
        let corpus = corpus(documents);
        let transfer = corpus.find_transfer("t").expect("the transfer");
        written(&corpus, &cards(Trust::all(&corpus), &[transfer]))
    }

    fn number(origin: &'static str, of: u64) -> Said {
        said(&[origin]).number(&of.to_string(), Some(of), Some(of))
    }

    #[test]
    fn many_numbers_are_two_sides() {
        let numbers = vec![number("x", 200), number("y", 100), number("z", 150), number("b", 100)];
        let all = said(&["c"]).number("100 to 200", Some(100), Some(200));
        expect![[r#"
            Contradicted Number t of agreed, one document
              100 (0-1 0-3) by y Named, b Relay
              200 (0-0), 150 (0-2) by x Named, z Named
              •0.000 •0.500 •1.000 [0.000 1.000] | 100 0.00, 120 0.20, 140 0.40, 160 0.60, 180 0.80, 200 1.00 | apart"#]].assert_eq(&disputed(&[("a", numbers), ("b", vec![all])]));
        let more = said(&["x"]).number("more than 100", Some(101), None);
        let some = said(&["y"]).number("hundreds", Some(100), None);
        expect![[r#"
            PrecisionDiffers Number t of agreed
              101.. (0-0), 100.. (1-0) by x Named, y Named
              150 (0-1) by z Named
              [0.000 1.000) [0.010 1.000) •0.500 | 100 0.00, 120 0.20, 140 0.40, 160 0.60, 180 0.80, 200 1.00 | both can hold"#]]
            .assert_eq(&disputed(&[("a", vec![more, number("z", 150)]), ("b", vec![some])]));
    }

    #[test]
    fn many_statuses_are_two_sides() {
        let says = |status, origin| said(&[origin]).status(status);
        let statuses = ["planned", "agreed", "delivered"].into_iter().zip(["x", "y", "z"]);
        let going_on: Vec<Said> = statuses.map(|(status, origin)| says(status, origin)).collect();
        expect![[r#"
            PrecisionDiffers Status t, one document, apart in Origins
              delivered (0-2) by z Named
              planned (0-0), agreed (0-1) by x Named, y Named"#]]
        .assert_eq(&disputed(&[("a", going_on.clone())]));
        let ended = vec![says("cancelled", "x"), says("refused", "y")];
        expect![[r#"
            Contradicted Status t
              agreed (0-0), delivered (0-1) by y Named, z Named
              cancelled (1-0), refused (1-1) by x Named, y Named
            PrecisionDiffers Status t, one document, apart in Origins
              delivered (0-1) by z Named
              agreed (0-0) by y Named"#]]
        .assert_eq(&disputed(&[("a", going_on[1..].to_vec()), ("b", ended)]));
    }

    #[test]
    fn two_statuses_of_one_origin_contradict_and_of_two_do_not() {
        let one = vec![said(&["x"]), said(&["y"])];
        let other = vec![said(&["x"]).status("planned"), said(&["z"]).status("planned")];
        expect![[r#"
            Contradicted Status t, from x
              agreed (0-0) by x Named
              planned (1-0) by x Named
            PrecisionDiffers Status t, apart in Origins
              agreed (0-1) by y Named
              planned (1-1) by z Named"#]]
        .assert_eq(&disputed(&[("a", one.clone()), ("b", other)]));
        let only = vec![said(&["x"]).status("planned")];
        expect![[r#"
            Contradicted Status t, from x
              agreed (0-0) by x Named
              planned (1-0) by x Named
            PrecisionDiffers Status t, apart in Origins
              agreed (0-1) by y Named
              planned (1-0) by x Named"#]]
        .assert_eq(&disputed(&[("a", one), ("b", only)]));
    }

    #[test]
    fn two_statuses_of_one_document_are_told_once() {
        let all =
            vec![said(&["x"]).status("cancelled"), said(&[]).status("planned").disputes(&["0-0"])];
        expect![[r#"
            Contradicted Status t, one document
              planned (0-1) by a Unsourced
              cancelled (0-0) by x Named"#]]
        .assert_eq(&disputed(&[("a", all)]));
    }

    #[test]
    fn an_end_and_what_goes_on_at_another_time_can_both_be() {
        let ended = said(&["x"]).status("cancelled").when("2022");
        let going = said(&["y"]).status("delivered").when("2023");
        expect![[r#"
            PrecisionDiffers Status t, apart in InTurn
              delivered (1-0) by y Named
              cancelled (0-0) by x Named"#]]
        .assert_eq(&disputed(&[("a", vec![ended]), ("b", vec![going])]));
    }

    #[test]
    fn denials_of_the_same_are_one_card() {
        let denied = |origin, of| said(&[origin]).stance("denies").disputes(of);
        let all = vec![
            said(&["x"]),
            said(&["y", "unnamed1"]),
            denied("z", &["0-0"]),
            denied("unnamed2", &["0-0", "0-1"]),
            said(&["b"]).status("delivered"),
            said(&["c"]).stance("denies").status("delivered").disputes(&["0-4"]),
        ];
        expect![[r#"
            Denied Denial t, one document
              agreed (0-0 0-1) by x Named, y Hollow
              z denies agreed (0-2), unnamed2 denies agreed (0-3) by z Denies, unnamed2 Denies
            Denied Denial t, one document
              delivered (0-4) by b Named
              c denies delivered (0-5) by c Denies
            PrecisionDiffers Status t, one document, apart in Origins
              delivered (0-4) by b Named
              agreed (0-0 0-1) by x Named, y Hollow"#]]
        .assert_eq(&disputed(&[("a", all)]));
    }

    #[test]
    fn what_is_left_open_is_no_card() {
        let open = said(&[]).stance("leaves_open").disputes(&["0-0"]);
        let documents = [("a", vec![said(&["x"]), open])];
        assert_eq!(disputed(&documents), "");
        let corpus = corpus(&documents);
        let transfers: Vec<TransferId> = corpus.transfer_ids().collect();
        let found = left_open(Trust::all(&corpus), &transfers);
        assert_eq!(found.iter().map(|it| it.of.len()).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn the_cards_of_the_corpus() {
        let corpus = bundled();
        let transfers: Vec<TransferId> = corpus.transfer_ids().collect();
        let trust = Trust::all(&corpus);
        expect![[r#"
            Denied Denial pak-rus-helicopters
              requested (0e12-05 7ebd-10) by wsj Hollow
              pakistan denies requested (0e12-27) by pakistan Denies
            Denied Denial prk-rus-munitions-2023, one document
              delivered (7ebd-23 7ebd-24) by wsj Named, south-korea Named
              north-korea denies delivered (7ebd-25) by north-korea Denies
            Contradicted Actor egy-rus-engines and bra-rus-helicopters, one document
              EGY (0e12-15) by wsj Hollow
              BRA (0e12-09) by merkur Unsourced
            Contradicted Status bra-rus-helicopters, one document
              planned (0e12-09) by merkur Unsourced
              refused (0e12-28) by merkur Unsourced
            Contradicted Status egy-rus-rockets, one document
              planned (0e12-19 0e12-21) by merkur Unsourced
              cancelled (0e12-22) by washington-post Named
            Contradicted Status prk-rus-munitions-2022, from us-intelligence
              agreed (95b5-09) by us-intelligence Named
              planned (1bfa-02) by us-intelligence Hollow
            Contradicted WithinDocument irn-rus-drones-2022, one document
              it is stated (95b5-15) by merkur Unsourced
              it is stated (95b5-10) by merkur Unsourced
            PrecisionDiffers Time egy-rus-engines of agreed, from wsj
              ~2023-11-08/2023-12-30 (0e12-15) by wsj Hollow
              ~2023-12 (7ebd-06) by wsj Hollow
              ~[0.492 1.000] ~[0.115 0.984] | 2023-11-01 0.00, 2023-12-01 0.49, 2024-01-01 1.00 | both can hold
            PrecisionDiffers Status prk-rus-munitions-2022, apart in Origins
              agreed (95b5-01 95b5-07 95b5-08) by merkur Unsourced
              planned (1bfa-01) by rnd Relay
            PrecisionDiffers NumberLeftOpen prk-rus-munitions-2022 of planned
              1000000.. (1bfa-02) by us-intelligence Hollow
              .. (95b5-19) by merkur Unsourced"#]].assert_eq(&written(&corpus, &cards(trust, &transfers)));
        let all = corpus.claim_ids().collect();
        expect![[r#"
            Denied Denial production, one document
              it is stated (7ebd-32) by al-jazeera Hollow
              it is stated (7ebd-16) by russian-officials Denies
            Denied Denial sourcing, one document
              it is stated (7ebd-34) by al-jazeera Unsourced
              it is stated (7ebd-22), it is stated (7ebd-35) by wsj Denies, gershkovich Denies
            Contradicted WithinDocument trade, one document
              it is stated (0e12-04) by merkur Unsourced
              it is stated (0e12-01), it is stated (0e12-18) by merkur Unsourced
            Contradicted WithinDocument trade, one document, from wsj
              it is stated (7ebd-03), it is stated (7ebd-14) by wsj Named
              it is stated (7ebd-02) by wsj Named"#]]
        .assert_eq(&written(&corpus, &context_cards(trust, &all)));
    }

    /// Whatever differs is on a card: each claim of it, but for numbers and times that go with all others.
    #[test]
    fn no_disagreement_is_lost() {
        let corpus = bundled();
        let trust = Trust::all(&corpus);
        for transfer in corpus.transfer_ids() {
            let differences = crate::evidence::differences(trust, transfer);
            let told: ClaimSet = cards(trust, &[transfer])
                .iter()
                .flat_map(|it| it.claims().collect::<Vec<_>>())
                .collect();
            for kind in Difference::ALL.into_iter().filter(|it| *it != Difference::LeftOpen) {
                assert!(
                    differences.of(kind).all(|it| told.contains(it)),
                    "{} {kind:?}",
                    corpus.transfer(transfer).id
                );
            }
        }
    }

    prop_compose! {
        fn a_claim()(
            origin in proptest::sample::select(vec!["x", "y", "z", ""]),
            status in proptest::sample::select(Status::ALL.map(Status::id).to_vec()),
            stance in prop_oneof![4 => Just("asserts"), 1 => Just("denies"), 1 => Just("leaves_open")],
            number in proptest::option::of((1_u64..9, 0_u64..3)),
            when in proptest::option::of(
                proptest::sample::select(vec!["2022", "2023", "2023-11", "2023-11-08", "2024/..", "../2022-05"])
            ),
            disputes in proptest::sample::subsequence(vec!["0-0", "0-1", "1-0", "1-1"], 0..3),
        ) -> Said {
            let mut it = said(if origin.is_empty() { &[] } else { std::slice::from_ref(&origin) });
            if let Some((least, more)) = number {
                let bounds = (more < 2).then_some(least).zip(Some((more == 0).then_some(least)));
                let (min, max) = bounds.map_or((None, None), |(min, max)| (Some(min), max));
                it = it.number(&format!("{least} and {more}"), min, max);
            }
            it.when = when;
            let disputes = if stance == "denies" || status == "planned" { disputes } else { Vec::new() };
            it.status(status).stance(stance).disputes(&disputes)
        }
    }

    proptest! {
        /// Whatever documents say, each disagreement is in a row and on a card that has two sides.
        #[test]
        fn whatever_differs_is_told(
            one in proptest::collection::vec(a_claim(), 2..5),
            other in proptest::collection::vec(a_claim(), 2..5),
        ) {
            let mut documents = [("a", one), ("b", other)];
            for (at, (_, claims)) in documents.iter_mut().enumerate() {
                for (number, it) in claims.iter_mut().enumerate() {
                    // No claim disputes itself.
                    it.disputes.retain(|id| *id != format!("{at}-{number}"));
                }
            }
            let corpus = corpus(&documents);
            let trust = Trust::all(&corpus);
            let transfer = corpus.find_transfer("t").expect("the transfer");
            let differences = crate::evidence::differences(trust, transfer);
            let cards = cards(trust, &[transfer]);
            // What is told one by one is what is told at once.
            let one_by_one = sketched(trust, &[transfer]).into_iter().map(|it| it.card(trust));
            prop_assert_eq!(&one_by_one.collect::<Vec<_>>(), &cards);
            for card in &cards {
                let [left, right] = card.sides.each_ref().map(|it| it.claims().collect::<ClaimSet>());
                prop_assert!(!left.is_empty() && !right.is_empty() && left.intersection_len(&right) == 0);
            }
            let has = |is: &dyn Fn(Group) -> bool| cards.iter().any(|card| is(card.group));
            prop_assert_eq!(has(&|it| it == Group::Denied), differences.is_denied());
            prop_assert_eq!(has(&|it| it == Group::Contradicted), differences.is_contradicted());
            prop_assert_eq!(!cards.is_empty(), differences.is_disputed());
            let rows = crate::evidence::comparison(trust, transfer).rows;
            let has = |verdict| rows.iter().any(|row| row.verdict == Some(verdict));
            let contradicts = differences.is_contradicted() || differences.is_denied();
            prop_assert_eq!(has(Verdict::Contradicts), contradicts);
            prop_assert_eq!(rows.iter().any(|row| row.verdict.is_some()), differences.is_disputed());
            let all = corpus.claim_ids().collect();
            let chronology = crate::evidence::chronology(trust, &[transfer], &all);
            prop_assert!(chronology.axis.is_some());
        }
    }

    #[test]
    fn whoever_is_not_believed_disputes_nothing() {
        let corpus = bundled();
        let transfers: Vec<TransferId> = corpus.transfer_ids().collect();
        let denied = |distrusted: &[&str]| {
            let origins = distrusted.iter().filter_map(|id| corpus.find_origin(id)).collect();
            let discounted = crate::evidence::discounted(&corpus, &origins);
            let cards = cards(Trust { corpus: &corpus, discounted: &discounted }, &transfers);
            cards.iter().filter(|card| card.group == Group::Denied).count()
        };
        assert_eq!([denied(&[]), denied(&["pakistan"]), denied(&["wsj"])], [2, 1, 1]);
    }
}
