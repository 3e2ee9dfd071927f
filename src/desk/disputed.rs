//! What is disputed: each disagreement as one sentence made from the data; and what is missing.

use super::Desk;
use super::evidence::{grouped, places};
use super::words::words;
use crate::corpus::{ClaimId, ClaimSet, Stance, TransferId};
use crate::evidence::{self, Difference, Gap, Trust, has_gap};
use crate::markup::Pen;
use crate::query::Selection;
use crate::words as texts;

/// A disagreement, as the parts of a sentence.
pub struct Sentence {
    /// What it is about.
    about: String,
    /// In what reports differ.
    kind: Difference,
    /// Whether all of it can be true at once.
    compatible: bool,
    /// What is said, each with the claims that say so.
    said: Vec<(String, Vec<ClaimId>)>,
}

impl Sentence {
    /// Whether one of some claims takes part in it.
    pub fn involves(&self, some: &ClaimSet) -> bool {
        self.said.iter().any(|(_, claims)| claims.iter().any(|&claim| some.contains(claim)))
    }

    /// The sentence, in which each of those who say something leads to where it is said.
    fn write(&self, pen: &mut Pen, desk: &Desk) {
        let template =
            "<li>@ – <strong><span class=\"$\" aria-hidden=\"true\">$ </span>$</strong>: ";
        let difference = texts::difference(desk.lang, self.kind, self.compatible);
        let class = if self.compatible { "imprecise" } else { "differs" };
        let sign = texts::sign(self.compatible);
        pen.put(template, &[], &[&self.about, class, sign, difference]);
        let mut before_value = "";
        for (value, claims) in &self.said {
            pen.put("$@ (", &[], &[before_value, value]);
            before_value = "; ";
            let mut before = "";
            for &claim in claims {
                let chain = texts::chain(desk.lang, desk.index.corpus(), claim);
                pen.put("$@, ", &[], &[before, &chain]);
                before = "; ";
                places(pen, desk, &[claim]);
            }
            pen.put(")", &[], &[]);
        }
        pen.put(".</li>", &[], &[]);
    }
}

/// Sentences as a list.
pub fn list(pen: &mut Pen, desk: &Desk, sentences: &[Sentence]) {
    pen.put("<ul class=\"disputed\">", &[], &[]);
    for it in sentences {
        it.write(pen, desk);
    }
    pen.put("</ul>", &[], &[]);
}

/// Adds the disagreements between the claims of a transfer that count.
pub fn sentences(desk: &Desk, trust: Trust, transfer: TransferId, found: &mut Vec<Sentence>) {
    let corpus = desk.index.corpus();
    let differences = evidence::differences(trust, transfer);
    let about = desk.title(trust, transfer);
    for claim in trust.claims_of(transfer) {
        contradicting(desk, trust, claim, &about, found);
    }
    for kind in [Difference::Status, Difference::Number, Difference::Time] {
        // Who says the same for the same reason says it once.
        let mut claims: Vec<ClaimId> = Vec::new();
        for claim in differences.of(kind).iter() {
            let same = |&it: &ClaimId| {
                corpus.chain(it) == corpus.chain(claim)
                    && value(desk, it, kind) == value(desk, claim, kind)
            };
            if !claims.iter().any(same) {
                claims.push(claim);
            }
        }
        add(desk, &about, kind, differences.is_compatible(kind), &claims, found);
    }
}

/// Adds the sentence of what some claims say, if there are any.
fn add(
    desk: &Desk,
    about: &str,
    kind: Difference,
    compatible: bool,
    claims: &[ClaimId],
    found: &mut Vec<Sentence>,
) {
    if !claims.is_empty() {
        let said = grouped(claims, &|claim| Some(value(desk, claim, kind)));
        found.push(Sentence { about: about.to_owned(), kind, compatible, said });
    }
}

/// Adds what a claim contradicts.
fn contradicting(
    desk: &Desk,
    trust: Trust,
    claim: ClaimId,
    about: &str,
    found: &mut Vec<Sentence>,
) {
    for kind in
        [Difference::Denial, Difference::WithinDocument, Difference::Actor, Difference::LeftOpen]
    {
        let mut claims = Vec::new();
        for other in trust.disputes_of(claim) {
            if evidence::contradiction(trust.corpus, claim, other) == Some(kind) {
                claims.push(other);
            }
        }
        if !claims.is_empty() {
            claims.push(claim);
        }
        add(desk, about, kind, kind == Difference::LeftOpen, &claims, found);
    }
}

/// What a claim says of what is disputed.
fn value(desk: &Desk, claim: ClaimId, kind: Difference) -> String {
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
        // Inside a sentence a statement ends without its stop.
        _ => return desk.statement(claim).trim_end_matches('.').to_owned(),
    };
    printed.map(|words| texts::quoted(desk.lang, words.get(desk.lang))).unwrap_or_default()
}

/// The view: all disagreements of what is selected, and beside them what is missing.
pub fn disputed(pen: &mut Pen, desk: &Desk, selection: &Selection) {
    let words = words(desk.lang);
    let (corpus, trust) = (desk.index.corpus(), desk.trust(selection));
    let mut all = Vec::new();
    for &transfer in &selection.disputed {
        sentences(desk, trust, transfer, &mut all);
    }
    let of_transfers = all.len();
    for claim in corpus.claim_ids() {
        let is_context = corpus.transfer_of(claim).is_none();
        if is_context && !selection.discounted.contains(claim) && desk.index.includes(claim) {
            let about = corpus.category(corpus.category_of(claim)).name.get(desk.lang);
            contradicting(desk, trust, claim, about, &mut all);
        }
    }
    let mut at = 0;
    all.retain(|it| {
        at += 1;
        at <= of_transfers || it.involves(&selection.claims)
    });
    list(pen, desk, &all);
    if all.is_empty() {
        pen.put("<p>$</p>", &[], &[words.none_disputed]);
    }
    pen.put("<h3>$</h3><dl class=\"gaps\">", &[], &[words.gaps]);
    for gap in Gap::ALL {
        let mut transfers = selection.transfers.clone();
        transfers.retain(|&it| has_gap(trust, it, gap));
        let Ok(count @ 1..) = i32::try_from(transfers.len()) else { continue };
        let template = "<dt>$ <span class=\"count\">%</span></dt><dd><ul>";
        pen.put(template, &[count], &[texts::gap(desk.lang, gap)]);
        for transfer in transfers {
            pen.put("<li>", &[], &[]);
            desk.transfer(pen, transfer);
            pen.put("</li>", &[], &[]);
        }
        pen.put("</ul></dd>", &[], &[]);
    }
    pen.put("</dl><p class=\"hint\">$</p>", &[], &[texts::words(desk.lang).nothing_means]);
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
            A return from EGY to RUS: helicopter engines – ≠ who acts differs: A subheading: Brazil apparently wants to deliver 150 helicopter engines to Russia (Merkur, paragraph 6); Egypt is said to have secretly consented and to be giving back 150 helicopter engines within a month (Merkur ← The Wall Street Journal, paragraph 8).
            A return from EGY to RUS: helicopter engines – ≈ a document leaves it open: Moscow is said to have held secret talks with Egypt, among others, and demanded technology back (Merkur ← The Wall Street Journal ← anonymous sources, paragraph 5); What anonymous sources say about Russia’s request to Egypt for the return of technology cannot be independently verified; caution is called for (Merkur, paragraph 15).
            A return from EGY to RUS: helicopter engines – ≈ a document leaves it open: On a visit to Cairo in April, Russian officials are said to have called on President el-Sisi to give back more than 100 helicopter engines (Al Jazeera ← The Wall Street Journal ← three persons who know of the meeting, unnamed, paragraph 4); El-Sisi is said to have approved the return of the helicopter engines to Russia (Al Jazeera ← The Wall Street Journal ← three persons who know of the meeting, unnamed, paragraph 5); According to the WSJ’s sources, deliveries of the helicopter engines from Egypt to Russia are expected to start in December (Al Jazeera ← The Wall Street Journal ← three persons who know of the meeting, unnamed, paragraph 5); Al Jazeera could not independently verify the claims about a return of helicopter engines from Egypt to Russia (Al Jazeera, paragraph 7).
            A return from EGY to RUS: helicopter engines – ≈ dates differ in precision: “within a month” (Merkur ← The Wall Street Journal, paragraph 8); “expected in December” (Al Jazeera ← The Wall Street Journal ← three persons who know of the meeting, unnamed, paragraph 5).
            A delivery from PRK to RUS: artillery shells and rockets (2022) – ≈ a document leaves it open: Russia is said to be buying artillery shells and rockets from North Korea, millions of them (Merkur ← The New York Times ← US intelligence, paragraph 6); Exactly which North Korean weapons Russia is buying, how many there are, and when they will be delivered has not yet been disclosed (Merkur, paragraph 11).
            A delivery from PRK to RUS: artillery shells and rockets (2022) – ≈ a document leaves it open: The headline: “Massive failure” – Russia is now buying in North Korea for the war in Ukraine (Merkur, paragraph 1); Russia now apparently has trouble procuring more weapons, and is buying in North Korea (Merkur, paragraph 4); A subheading: Russia is buying North Korean weapons, and the sanctions are apparently working (Merkur, paragraph 5); Whether Russia really bought North Korean weapons cannot be independently verified (Merkur, paragraph 11).
            A delivery from PRK to RUS: artillery shells and rockets (2022) – ≠ status differs: planned (RND/AP ← US circles, unnamed, paragraph 1; RND/AP ← a US source, unnamed ← US intelligence, paragraph 4); agreed (Merkur, paragraph 1; Merkur ← The New York Times ← US intelligence, paragraph 6).
            A delivery from PRK to RUS: artillery shells and rockets (2022) – ≈ numbers differ in precision: “millions” (RND/AP ← a US source, unnamed ← US intelligence, paragraph 4); “not yet disclosed” (Merkur, paragraph 11).
            A return from BRA to RUS: engines, transport helicopters – ≠ a document contradicts itself: Brazil is said to have turned down Russia’s request for the return of technology (Merkur ← source not named (Brazil’s refusal), paragraph 14); A subheading: Brazil apparently wants to deliver 150 helicopter engines to Russia (Merkur, paragraph 6).
            A return from BRA to RUS: engines, transport helicopters – ≠ who acts differs: Egypt is said to have secretly consented and to be giving back 150 helicopter engines within a month (Merkur ← The Wall Street Journal, paragraph 8); A subheading: Brazil apparently wants to deliver 150 helicopter engines to Russia (Merkur, paragraph 6).
            A return from BRA to RUS: engines, transport helicopters – ≈ a document leaves it open: Moscow is said to have held secret talks with Brazil, among others, and demanded technology back (Merkur ← The Wall Street Journal ← anonymous sources, paragraph 5); What anonymous sources say about Russia’s request to Brazil for the return of technology cannot be independently verified; caution is called for (Merkur, paragraph 15).
            A return from BRA to RUS: engines, transport helicopters – ≠ status differs: planned (Merkur, paragraph 6); refused (Merkur ← source not named (Brazil’s refusal), paragraph 14).
            Production by EGY for RUS: rockets – ≠ a document contradicts itself: The United States is said to have stepped in, and the deal on Egyptian rockets for Russia to have fallen through (Merkur ← The Washington Post, paragraph 12); A subheading: after losses in the war in Ukraine, Cairo wants to make 40,000 rockets for Moscow (Merkur, paragraph 10).
            Production by EGY for RUS: rockets – ≠ status differs: planned (Merkur, paragraph 10); cancelled (Merkur ← The Washington Post, paragraph 12).
            A return from PAK to RUS: engines, transport helicopters – ≠ denied: claimed (Merkur ← The Wall Street Journal ← anonymous sources, paragraph 5; Al Jazeera ← The Wall Street Journal, paragraph 9); denied (Merkur ← The Wall Street Journal ← Pakistan, paragraph 14).
            A return from PAK to RUS: engines, transport helicopters – ≈ a document leaves it open: Moscow is said to have held secret talks with Pakistan, among others, and demanded technology back (Merkur ← The Wall Street Journal ← anonymous sources, paragraph 5); What anonymous sources say about Russia’s request to Pakistan for the return of technology cannot be independently verified; caution is called for (Merkur, paragraph 15).
            A delivery from IRN to RUS: drones (by September 2022) – ≠ a document contradicts itself: Russia was unable to import weapons, or electronics needed to make them (Merkur, paragraph 8); Before buying in North Korea, Russia had received drones from Iran (Merkur, paragraph 6).
            Arms trade in general – ≠ a document contradicts itself: Moscow is apparently trying to buy back part of the military equipment that it exported; losses in the war in Ukraine may be the cause (Merkur, paragraph 5); The headline asks whether Putin is acting in desperation: Russia is probably buying back military equipment of its own (Merkur, paragraph 1).
            Arms trade in general – ≠ a document contradicts itself: Moscow is apparently trying to buy back part of the military equipment that it exported; losses in the war in Ukraine may be the cause (Merkur, paragraph 5); A caption (illustrative photo, October 2023): according to reports, Russia is at present buying helicopter engines back from abroad (Merkur ← reports not specified (buying engines back), paragraph 9).
            Arms trade in general – ≠ a document contradicts itself: To build up its stocks for the invasion of Ukraine, Russia is said to be trying to get back parts of defence systems that it had exported (Al Jazeera ← The Wall Street Journal, paragraph 3); Russia is said to have built up its arms trade over decades, and now to be trying in secret to buy back from its customers what it sold them (Al Jazeera ← The Wall Street Journal ← a quoted source, unnamed, paragraph 10); Russia is said to be seizing exports and carrying out buy-backs to refill its depleted arsenal of weapons while its invasion of Ukraine goes on (Al Jazeera ← The Wall Street Journal, paragraph 2).
            Arms production and budgets – ≠ denied: Russia’s stocks are dwindling, the West has claimed repeatedly (Al Jazeera ← the West, not specified, paragraph 12); Russian officials have rejected the West’s repeated claims that their country’s stocks are dwindling (Al Jazeera ← Russian officials, paragraph 12).
            On the sources – ≠ denied: Evan Gershkovich, a WSJ reporter, is accused of spying (Al Jazeera ← whoever accuses Gershkovich, unnamed, paragraph 14); The WSJ denies the accusation that its reporter Evan Gershkovich spied (Al Jazeera ← The Wall Street Journal, paragraph 14).
            On the sources – ≠ denied: Evan Gershkovich, a WSJ reporter, is accused of spying (Al Jazeera ← whoever accuses Gershkovich, unnamed, paragraph 14); Evan Gershkovich, a WSJ reporter, denies the accusation that he spied (Al Jazeera ← Evan Gershkovich, reporter of The Wall Street Journal, paragraph 14)."#]].assert_eq(&all("", Lang::En).join("\n"));
    }

    #[test]
    fn german_says_as_much() {
        assert_eq!(all("", Lang::De).len(), all("", Lang::En).len());
    }

    #[test]
    fn whoever_is_not_believed_disputes_nothing() {
        let of_pakistan = |link| {
            let lines = all(link, Lang::En);
            lines.into_iter().filter(|it| it.contains("PAK") && it.contains('≠')).count()
        };
        assert_eq!((of_pakistan(""), of_pakistan("distrust=pakistan")), (1, 0));
    }
}
