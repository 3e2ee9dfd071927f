//! What is disputed: each disagreement as one sentence made from the data; and what is missing.

use super::Desk;
use super::evidence::{grouped, places};
use super::words::words;
use crate::corpus::{Claim, Stance};
use crate::evidence::{self, Difference, Gap, Standing, has_gap};
use crate::words::{self as texts, Attributed};
use maud::{Markup, html};

/// A disagreement, as the parts of a sentence.
pub struct Sentence {
    /// What it is about.
    about: String,
    /// In what reports differ.
    kind: Difference,
    /// Whether all of it can be true at once.
    compatible: bool,
    /// What is said, each with the claims that say so.
    said: Vec<(String, Vec<usize>)>,
}

impl Sentence {
    /// Whether one of some claims takes part in it.
    pub fn involves(&self, claims: &dyn Fn(usize) -> bool) -> bool {
        self.said.iter().flat_map(|(_, claims)| claims).any(|&claim| claims(claim))
    }

    /// The sentence, in which each of those who say something leads to where it is said.
    pub fn markup(&self, desk: &Desk) -> Markup {
        html! {
            li {
                (self.about) " – "
                strong { span.differs aria-hidden="true" { "≠ " } (texts::difference(desk.lang, self.kind, self.compatible)) } ": "
                @for (at, (value, claims)) in self.said.iter().enumerate() {
                    @if at > 0 { "; " }
                    (value) " ("
                    @for (at, &claim) in claims.iter().enumerate() {
                        @if at > 0 { "; " }
                        (texts::chain(desk.lang, desk.index.corpus(), claim)) ", " (places(desk, &[claim]))
                    }
                    ")"
                }
                "."
            }
        }
    }
}

/// The disagreements between the claims of a transfer that stand.
pub fn sentences(desk: &Desk, standing: Standing, transfer: usize) -> Vec<Sentence> {
    let corpus = desk.index.corpus();
    let differences = evidence::differences(standing, transfer);
    let about = Attributed { standing, countries: desk.countries, lang: desk.lang }.title(transfer);
    let mut found: Vec<Sentence> = Vec::new();
    for claim in standing.claims_of(transfer) {
        found.extend(contradicting(desk, standing, claim, &about));
    }
    for kind in [Difference::Status, Difference::Number, Difference::Time] {
        // Who says the same for the same reason says it once.
        let mut claims: Vec<usize> = Vec::new();
        for claim in differences.of(kind).ones() {
            let same = |&it: &usize| {
                corpus.chain(it) == corpus.chain(claim)
                    && value(desk, it, kind) == value(desk, claim, kind)
            };
            if !claims.iter().any(same) {
                claims.push(claim);
            }
        }
        if !claims.is_empty() {
            let said = grouped(claims.into_iter(), &|claim| Some(value(desk, claim, kind)));
            let compatible = differences.is_compatible(kind);
            found.push(Sentence { about: about.clone(), kind, compatible, said });
        }
    }
    found
}

/// What a claim contradicts.
fn contradicting(desk: &Desk, standing: Standing, claim: usize, about: &str) -> Vec<Sentence> {
    let kinds = [Difference::Denial, Difference::WithinDocument, Difference::Actor];
    let sentence = |kind| {
        let is_kind =
            |other: &usize| evidence::contradiction(standing.corpus, claim, *other) == Some(kind);
        let others: Vec<usize> = standing.disputed_by(claim).filter(is_kind).collect();
        let all = others.iter().copied().chain([claim]);
        let said = grouped(all, &|claim| Some(value(desk, claim, kind)));
        let about = about.to_owned();
        (!others.is_empty()).then_some(Sentence { about, kind, compatible: false, said })
    };
    kinds.into_iter().filter_map(sentence).collect()
}

/// The disagreements between context claims that stand.
fn context(desk: &Desk, standing: Standing) -> Vec<Sentence> {
    let corpus = desk.index.corpus();
    let context = (0..corpus.claim_count()).filter(|&it| corpus.transfer_of(it).is_none());
    let standing_ones = context.filter(|&it| !standing.fallen.contains(it));
    let included = standing_ones.filter(|&it| desk.index.includes(it));
    let sentences = included.flat_map(|claim| {
        let about = corpus.category(corpus.category_of(claim)).name.get(desk.lang);
        contradicting(desk, standing, claim, about)
    });
    sentences.collect()
}

/// What a claim says of what is disputed.
fn value(desk: &Desk, claim: usize, kind: Difference) -> String {
    let it = desk.index.corpus().claim(claim);
    let is_context = desk.index.corpus().transfer_of(claim).is_none();
    let printed = match kind {
        Difference::Number => it.quantity.as_ref().map(|it| &it.words),
        Difference::Time => it.when.as_ref().and_then(|when| when.words.as_ref()),
        Difference::Status => return texts::status(desk.lang, it.status).to_owned(),
        Difference::Denial if !is_context => {
            let denies = it.stance == Stance::Denies;
            let claimed = words(desk.lang).claimed;
            return if denies { texts::words(desk.lang).denied } else { claimed }.to_owned();
        }
        _ => return statement(desk, it),
    };
    printed.map(|words| texts::quoted(desk.lang, words.get(desk.lang))).unwrap_or_default()
}

/// A statement, inside a sentence.
fn statement(desk: &Desk, claim: &Claim) -> String {
    claim.statement.get(desk.lang).trim_end_matches('.').to_owned()
}

/// The view: all disagreements of what is selected, and beside them what is missing.
pub fn disputed(desk: &Desk) -> Markup {
    let words = words(desk.lang);
    let found = desk.index.select(desk.query);
    let standing = Standing { corpus: desk.index.corpus(), fallen: &found.fallen };
    let disputed = found.disputed.iter().flat_map(|&it| sentences(desk, standing, it));
    let context = context(desk, standing);
    let context =
        context.into_iter().filter(|it| it.involves(&|claim| found.claims.contains(claim)));
    let all: Vec<Sentence> = disputed.chain(context).collect();
    html! {
        ul.disputed { @for it in &all { (it.markup(desk)) } }
        @if all.is_empty() { p { (words.none_disputed) } }
        h3 { (words.gaps) }
        dl.gaps {
            @for gap in Gap::ALL {
                @let transfers: Vec<usize> = found.transfers.iter().copied().filter(|&it| has_gap(standing, it, gap)).collect();
                @if !transfers.is_empty() {
                    dt { (texts::gap(desk.lang, gap)) " " span.count { (transfers.len()) } }
                    dd { ul { @for &transfer in &transfers { li { (desk.transfer(transfer)) } } } }
                }
            }
        }
        p.hint { (texts::words(desk.lang).nothing_means) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::LISTED;
    use super::super::tests::{lines, panel, served};
    use crate::corpus::Lang;
    use expect_test::expect;

    fn all(link: &str, lang: Lang) -> Vec<String> {
        let view = panel(&served(), &format!("view=disputed&{link}"), lang, LISTED);
        lines(view.split("<h3>").next().unwrap_or_default(), "li")
    }

    #[test]
    fn each_disagreement_is_a_sentence() {
        expect![[r#"
            A delivery from PRK to RUS: ammunition (2023) – ≠ denied: claimed (Al Jazeera ← The Wall Street Journal, paragraph 15; Al Jazeera ← South Korea, paragraph 15); denied (Al Jazeera ← North Korea, paragraph 15).
            A delivery from IRN to RUS: drones – ≠ a document contradicts itself: Russia could not import weapons, nor electronics needed to make them (Merkur, paragraph 8); Before that, Russia had already received Iranian drones (Merkur, paragraph 6).
            A delivery from IRN to RUS: ballistic missiles – ≠ status differs: planned (outlet not named ← CNN ← a US official, unnamed, paragraph 2; outlet not named ← CNN ← The Wall Street Journal, paragraph 11); negotiating (outlet not named ← CNN ← a US official, unnamed ← US intelligence, paragraph 5).
            A return from EGY to RUS: helicopter engines – ≠ who acts differs: A subheading: Brazil apparently wants to deliver 150 helicopter engines to Russia. The text below it names Egypt for that, and reports that Brazil declined (Merkur, paragraph 6); Egypt is said to have quietly consented and to be giving back 150 helicopter engines within a month (Merkur ← The Wall Street Journal, paragraph 8).
            A return from EGY to RUS: helicopter engines – ≠ numbers differ in precision: “150” (Merkur ← The Wall Street Journal, paragraph 8); “more than 100” (Al Jazeera ← The Wall Street Journal ← three persons who know of the meeting, unnamed, paragraph 4).
            A return from EGY to RUS: helicopter engines – ≠ dates differ in precision: “within a month” (Merkur ← The Wall Street Journal, paragraph 8); “probably in December” (Al Jazeera ← The Wall Street Journal ← three persons who know of the meeting, unnamed, paragraph 5).
            A delivery from PRK to RUS: artillery shells and rockets (2022) – ≠ a document contradicts itself: Russia could not import weapons, nor electronics needed to make them (Merkur, paragraph 8); Russia is said to be buying artillery shells and rockets from North Korea, millions of them (Merkur ← The New York Times ← US intelligence, paragraph 6).
            A delivery from PRK to RUS: artillery shells and rockets (2022) – ≠ a document contradicts itself: Russia is said to be buying artillery shells and rockets from North Korea, millions of them (Merkur ← The New York Times ← US intelligence, paragraph 6); Exactly which weapons, how many and for when has not yet been made known (Merkur, paragraph 11).
            A delivery from PRK to RUS: artillery shells and rockets (2022) – ≠ a document contradicts itself: The headline: Russia is now buying in North Korea for the war; it speaks of a “massive failure” (Merkur, paragraph 1); A subheading: Russia is buying North Korean weapons, and the sanctions apparently work (Merkur, paragraph 5); Whether the purchase really took place cannot be independently established (Merkur, paragraph 11).
            A delivery from PRK to RUS: artillery shells and rockets (2022) – ≠ status differs: planned (RND ← AP ← US circles, unnamed, paragraph 1; RND ← AP ← a US source, unnamed ← US intelligence, paragraph 4); agreed (Merkur, paragraph 1; Merkur ← The New York Times ← US intelligence, paragraph 6).
            A delivery from PRK to RUS: artillery shells and rockets (2022) – ≠ numbers differ in precision: “millions” (RND ← AP ← a US source, unnamed ← US intelligence, paragraph 4); “not yet made known” (Merkur, paragraph 11).
            A return from BRA to RUS: engines, transport helicopters – ≠ a document contradicts itself: Brazil is said to have turned the request down (Merkur ← The Wall Street Journal ← reports not specified, paragraph 14); A subheading: Brazil apparently wants to deliver 150 helicopter engines to Russia. The text below it names Egypt for that, and reports that Brazil declined (Merkur, paragraph 6).
            A return from BRA to RUS: engines, transport helicopters – ≠ who acts differs: Egypt is said to have quietly consented and to be giving back 150 helicopter engines within a month (Merkur ← The Wall Street Journal, paragraph 8); A subheading: Brazil apparently wants to deliver 150 helicopter engines to Russia. The text below it names Egypt for that, and reports that Brazil declined (Merkur, paragraph 6).
            A return from BRA to RUS: engines, transport helicopters – ≠ status differs: planned (Merkur, paragraph 6); refused (Merkur ← The Wall Street Journal ← reports not specified, paragraph 14).
            Production by EGY for RUS: rockets – ≠ a document contradicts itself: After the United States stepped in, the deal is said to have fallen through (Merkur ← The Washington Post, paragraph 12); A subheading: after losses in the war, Cairo wants to make 40,000 rockets for Moscow. The text below it says that the deal fell through (Merkur, paragraph 10).
            Production by EGY for RUS: rockets – ≠ status differs: planned (Merkur, paragraph 10); cancelled (Merkur ← The Washington Post, paragraph 12).
            A return from PAK to RUS: engines, transport helicopters – ≠ denied: claimed (Merkur ← The Wall Street Journal ← anonymous sources, paragraph 5; Al Jazeera ← The Wall Street Journal, paragraph 9); denied (Merkur ← The Wall Street Journal ← Pakistan, paragraph 14).
            Arms trade in general – ≠ a document contradicts itself: Moscow is now apparently trying to buy back part of the military equipment that it exported; losses in the war may be the cause (Merkur, paragraph 5); A caption (stock picture of October 2023): Russia is said to be buying helicopter engines back from abroad at present (Merkur ← reports not specified, paragraph 9).
            Arms trade in general – ≠ a document contradicts itself: To replenish its stocks for the war, Russia is said to be trying to get back parts of defence systems that it had exported (Al Jazeera ← The Wall Street Journal, paragraph 3); To refill its depleted arsenal, Russia is said to be seizing exports and buying back, while it carries on its invasion (Al Jazeera ← The Wall Street Journal, paragraph 2).
            Arms production and budgets – ≠ denied: The West is said to have claimed repeatedly that Russia’s stocks are dwindling (Al Jazeera ← the West, not specified, paragraph 12); To refill its depleted arsenal, Russia is said to be seizing exports and buying back, while it carries on its invasion (Al Jazeera ← The Wall Street Journal, paragraph 2); Russian officials deny that their country’s stocks are dwindling (Al Jazeera ← Russian officials, paragraph 12).
            On the sources – ≠ denied: Evan Gershkovich, a WSJ reporter, is being held in Russia on an accusation of spying (Al Jazeera, paragraph 14); Gershkovich and the WSJ reject the accusation (Al Jazeera ← The Wall Street Journal, paragraph 14)."#]].assert_eq(&all("", Lang::En).join("\n"));
    }

    #[test]
    fn german_says_as_much() {
        assert_eq!(all("", Lang::De).len(), all("", Lang::En).len());
    }

    #[test]
    fn whoever_is_not_believed_disputes_nothing() {
        let disputed = all("distrust=pakistan", Lang::En).join("\n");
        assert!(!disputed.contains("Pakistan"), "{disputed}");
    }
}
