//! Report against report: what each document says of one transfer, a row a question.
//!
//! Nothing is settled here. Equal answers of one document are one, all others stand beside each other, and each
//! leads to the claims that bear it.

use super::disagreement::{assertions, number, time, unlike};
use super::{Difference, Scale, Trust, backing, by_date, contradiction, differences};
use crate::corpus::{
    Claim, ClaimId, Corpus, CountryId, DocumentId, HashMap, Lang, OriginId, Quantity, Span, Stance,
    Status, Text, TransferId, When,
};

/// What the documents say of a transfer.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The columns: the documents that speak of it, in the order of their dates.
    pub documents: Vec<DocumentId>,
    /// The rows, in the order of [`Question`]; those that no document answers are left out.
    pub rows: Vec<Row>,
}

/// A question, and how each document answers it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The question.
    pub question: Question,
    /// For each document its answers; where there is none it is not stated.
    pub cells: Vec<Vec<Answer>>,
    /// Whether the answers differ, and how.
    pub verdict: Option<Verdict>,
    /// The answers on one scale, where they are numbers or times that differ.
    pub scale: Option<Scale>,
}

/// What is asked of the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Question {
    /// How far it has come.
    Status,
    /// Who gives: only where something else is said in another transfer.
    Supplier,
    /// Who gets it: only where something else is said in another transfer.
    Recipient,
    /// What a document says of it that goes against what it says itself, other than a status.
    WithinDocument,
    /// How many, at one stage.
    Number(Status),
    /// When, at one stage.
    Time(Status),
    /// What is moved, as printed.
    Item,
    /// When that was said.
    Reported,
    /// Who denies it, and who was asked and says neither.
    Answer,
    /// What is left open, or could not be checked.
    LeftOpen,
}

impl Question {
    /// The stage of which it is asked, where it is of one that is known.
    #[must_use]
    pub fn stage(self) -> Option<Status> {
        match self {
            Self::Number(stage) | Self::Time(stage) => (stage != Status::Unknown).then_some(stage),
            _ => None,
        }
    }
}

/// How answers differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// They cannot all be true.
    Contradicts,
    /// All of them can be true.
    PrecisionDiffers,
}

impl Verdict {
    pub(super) fn of(contradicts: bool) -> Self {
        if contradicts { Self::Contradicts } else { Self::PrecisionDiffers }
    }
}

/// Something that is said, and the claims that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What is said.
    pub value: Value,
    /// The claims that bear it, in the order of the text: at least one.
    pub claims: Vec<ClaimId>,
}

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// How far it has come.
    Status(Status),
    /// A country, as the one that gives or gets it.
    Country(CountryId),
    /// How many.
    Number(Quantity),
    /// When.
    Time(When),
    /// What is moved, as printed.
    Item(Text),
    /// That it is not so, that it has come so far: who says that, named or not.
    Denied(OriginId, Status),
    /// Nothing: who was asked.
    Silence(OriginId),
    /// What a claim states, in our words.
    Statement(ClaimId),
}

/// How a value reads in a language: what is printed may differ in that of the documents alone.
#[derive(PartialEq, Eq, Hash)]
enum Reading<'a> {
    Number(Option<u64>, Option<u64>, &'a str),
    Time(Option<Span>, Option<&'a str>, Option<&'a str>),
    Item(&'a str),
    Other(&'a Value),
}

impl Answer {
    /// What is printed, for a reader, behind the tag of the language that it is in.
    #[must_use]
    pub fn printed<'t>(&self, corpus: &Corpus, lang: Lang, text: &'t Text) -> (&'t str, &'t str) {
        let first = self.claims.first();
        first.map_or_else(|| text.given(lang), |&claim| corpus.printed(claim, lang, text))
    }

    fn reading(&self, corpus: &Corpus, lang: Lang) -> Reading<'_> {
        match &self.value {
            Value::Number(it) => {
                Reading::Number(it.min, it.max, self.printed(corpus, lang, &it.words).1)
            }
            Value::Time(it) => {
                let words = it.words.as_ref().map(|it| self.printed(corpus, lang, it).1);
                Reading::Time(it.span, words, it.basis.as_ref().map(|it| it.get(lang)))
            }
            Value::Item(it) => Reading::Item(self.printed(corpus, lang, it).1),
            other => Reading::Other(other),
        }
    }
}

/// Answers, of which those are one that read alike in a language.
pub(super) fn merged(answers: Vec<Answer>, corpus: &Corpus, lang: Lang) -> Vec<Answer> {
    let mut firsts: HashMap<Reading, usize> = HashMap::default();
    let reads = answers.iter().map(|it| {
        let next = firsts.len();
        *firsts.entry(it.reading(corpus, lang)).or_insert(next)
    });
    let reads: Vec<usize> = reads.collect();
    drop(firsts);
    let mut merged: Vec<Answer> = Vec::new();
    for (answer, at) in answers.into_iter().zip(reads) {
        match merged.get_mut(at) {
            Some(it) => it.claims.extend(answer.claims),
            None => merged.push(answer),
        }
    }
    for answer in &mut merged {
        answer.claims.sort_unstable();
        answer.claims.dedup();
    }
    merged
}

impl Comparison {
    /// The same for a reader of a language: values of one document that read alike in it are one.
    #[must_use]
    pub fn read_in(mut self, corpus: &Corpus, lang: Lang) -> Self {
        for row in &mut self.rows {
            for cell in &mut row.cells {
                *cell = merged(std::mem::take(cell), corpus, lang);
            }
        }
        self
    }
}

/// Values that claims bear.
type Said = Vec<(Value, ClaimId)>;

/// What the documents say of a transfer, in the claims that count.
#[must_use]
pub fn comparison(trust: Trust, transfer: TransferId) -> Comparison {
    let (others, acting) = actors(trust, transfer);
    let mut documents = backing(trust, transfer).documents;
    documents.extend(others.iter().map(|&claim| trust.corpus.document_of(claim)));
    let documents = by_date(trust.corpus, documents.iter());
    let columns = documents.iter().enumerate().map(|(at, &it)| (it, at)).collect();
    let table = Table { trust, transfer, documents, columns };
    let differences = differences(trust, transfer);
    let mut rows = vec![table.statuses()];
    let contradicts = |said: &Said| (!said.is_empty()).then_some(Verdict::Contradicts);
    for (question, said) in [Question::Supplier, Question::Recipient].into_iter().zip(acting) {
        rows.push(table.row(question, contradicts(&said), said));
    }
    let within = within_document(trust, transfer);
    rows.push(table.row(Question::WithinDocument, contradicts(&within), within));
    for stage in Status::ALL {
        rows.push(table.numbers(stage));
    }
    for stage in Status::ALL {
        rows.push(table.times(stage));
    }
    let item = |it: &Claim| it.item.clone().map(Value::Item);
    rows.push(table.row(Question::Item, None, table.printed(item)));
    let reported = |it: &Claim| it.reported.clone().map(Value::Time);
    rows.push(table.row(Question::Reported, None, table.printed(reported)));
    let denied = differences.is_denied().then_some(Verdict::Contradicts);
    rows.push(table.row(Question::Answer, denied, table.answers()));
    rows.push(table.row(Question::LeftOpen, None, table.left_open()));
    rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    Comparison { documents: table.documents, rows }
}

/// The claims of a transfer, and the columns that they go to.
struct Table<'a> {
    trust: Trust<'a>,
    transfer: TransferId,
    documents: Vec<DocumentId>,
    /// The column of each.
    columns: HashMap<DocumentId, usize>,
}

impl Table<'_> {
    fn row(&self, question: Question, verdict: Option<Verdict>, said: Said) -> Row {
        let mut cells: Vec<Vec<Answer>> = vec![Vec::new(); self.documents.len()];
        let mut places: HashMap<(usize, Value), usize> = HashMap::default();
        for (value, claim) in said {
            let column = self.columns.get(&self.trust.corpus.document_of(claim)).copied();
            let cell = column.and_then(|at| cells.get_mut(at));
            let (column, cell) = column.zip(cell).expect("each claim's document has a column");
            let at = *places.entry((column, value.clone())).or_insert(cell.len());
            match cell.get_mut(at) {
                Some(it) => it.claims.push(claim),
                None => cell.push(Answer { value, claims: vec![claim] }),
            }
        }
        for answer in cells.iter_mut().flatten() {
            answer.claims.sort_unstable();
            answer.claims.dedup();
        }
        Row { question, cells, verdict, scale: None }
    }

    /// What all claims print of something, in the order of the text.
    fn printed(&self, value: impl Fn(&Claim) -> Option<Value>) -> Said {
        let claims = self.trust.claims_of(self.transfer);
        claims.filter_map(|at| Some((value(self.trust.corpus.claim(at))?, at))).collect()
    }

    /// What those claims print that assert a stage.
    fn of_stage(&self, stage: Status, value: impl Fn(&Claim) -> Option<Value>) -> Said {
        let is_of_stage = |it: &Claim| it.stance == Stance::Asserts && it.status == stage;
        self.printed(|it| if is_of_stage(it) { value(it) } else { None })
    }

    /// Not only the last stage of each, since a request leads to what came of it.
    fn statuses(&self) -> Row {
        let mut said = Vec::new();
        for stage in Status::ALL {
            said.extend(self.of_stage(stage, |_| Some(Value::Status(stage))));
        }
        let differences = differences(self.trust, self.transfer);
        let differ = differences.has(Difference::Status);
        let contradicts = differ && !differences.is_compatible(Difference::Status);
        let disputing = disputes(self.trust, self.transfer);
        let within = disputing.iter().any(|&(one, other, kind)| {
            kind == Difference::WithinDocument && are_statuses_of_one(self.trust, one, other)
        });
        let verdict = (differ || within).then(|| Verdict::of(contradicts || within));
        self.row(Question::Status, verdict, said)
    }

    fn numbers(&self, stage: Status) -> Row {
        let quantity = |it: &Claim| it.quantity.clone().map(Value::Number);
        let mut said = self.of_stage(stage, quantity);
        let mut verdict = self.verdict(stage, number);
        for (claim, other, kind) in disputes(self.trust, self.transfer) {
            // Who says that a number is not known says so of the stage at which another prints it.
            let value = quantity(self.trust.corpus.claim(claim));
            if let Some(value) = value.filter(|_| kind == Difference::NumberLeftOpen)
                && self.trust.corpus.claim(other).status == stage
            {
                verdict = verdict.or(Some(Verdict::PrecisionDiffers));
                said.push((value, claim));
            }
        }
        let mut row = self.row(Question::Number(stage), verdict, said);
        row.scale = verdict.and_then(|_| {
            Scale::of_numbers(&self.on_scale(&row, |value| match value {
                Value::Number(it) => Some(it),
                _ => None,
            }))
        });
        row
    }

    fn times(&self, stage: Status) -> Row {
        let said = self.of_stage(stage, |it| it.when.clone().map(Value::Time));
        let verdict = self.verdict(stage, time);
        let mut row = self.row(Question::Time(stage), verdict, said);
        row.scale = verdict.and_then(|_| {
            Scale::of_times(&self.on_scale(&row, |value| match value {
                Value::Time(it) => Some(it),
                _ => None,
            }))
        });
        row
    }

    /// What has no status says of no one stage how many or when.
    fn verdict(&self, stage: Status, bounds: super::disagreement::Bounds) -> Option<Verdict> {
        if stage == Status::Unknown {
            return None;
        }
        let conflict = unlike(&assertions(self.trust, self.transfer), stage, bounds)?;
        Some(Verdict::of(conflict.contradicts))
    }

    fn on_scale<'a, T>(
        &self,
        row: &'a Row,
        of: impl Fn(&'a Value) -> Option<&'a T>,
    ) -> Vec<(DocumentId, &'a T, Vec<ClaimId>)> {
        let cells = self.documents.iter().zip(&row.cells);
        let answers = cells.flat_map(|(document, cell)| cell.iter().map(|it| (*document, it)));
        answers
            .filter_map(|(document, it)| Some((document, of(&it.value)?, it.claims.clone())))
            .collect()
    }

    fn answers(&self) -> Said {
        let mut said = Vec::new();
        for claim in self.trust.claims_of(self.transfer) {
            let who = self.trust.corpus.root(claim);
            let it = self.trust.corpus.claim(claim);
            match it.stance {
                Stance::Denies => said.push((Value::Denied(who, it.status), claim)),
                Stance::DeclinesComment => said.push((Value::Silence(who), claim)),
                Stance::Asserts | Stance::LeavesOpen => {}
            }
        }
        said
    }

    fn left_open(&self) -> Said {
        let claims = self.trust.claims_of(self.transfer);
        let open = claims.filter(|&it| self.trust.corpus.claim(it).stance == Stance::LeavesOpen);
        open.map(|claim| (Value::Statement(claim), claim)).collect()
    }
}

/// A claim, another that it disputes, and in what they differ.
pub(super) type Dispute = (ClaimId, ClaimId, Difference);

/// The disputes that claims of a transfer name.
pub(super) fn disputes(trust: Trust, transfer: TransferId) -> Vec<Dispute> {
    trust.claims_of(transfer).flat_map(|claim| disputes_of(trust, claim)).collect()
}

/// The disputes that a claim names.
pub(super) fn disputes_of(trust: Trust, claim: ClaimId) -> Vec<Dispute> {
    let others = trust.disputes_of(claim);
    others
        .filter_map(|other| Some((claim, other, contradiction(trust.corpus, claim, other)?)))
        .collect()
}

/// Whether two claims say of one transfer that it has come to different statuses.
pub(super) fn are_statuses_of_one(trust: Trust, one: ClaimId, other: ClaimId) -> bool {
    let corpus = trust.corpus;
    let (first, second) = (corpus.claim(one), corpus.claim(other));
    let is_one = corpus.transfer_of(one) == corpus.transfer_of(other);
    let assert = [first, second].iter().all(|it| it.stance == Stance::Asserts);
    is_one && assert && first.status != second.status
}

/// What a document says against itself, where that is not two statuses.
fn within_document(trust: Trust, transfer: TransferId) -> Said {
    let mut claims = Vec::new();
    for (claim, other, kind) in disputes(trust, transfer) {
        if kind == Difference::WithinDocument && !are_statuses_of_one(trust, claim, other) {
            claims.extend([claim, other]);
        }
    }
    claims.sort_unstable();
    claims.into_iter().map(|claim| (Value::Statement(claim), claim)).collect()
}

/// Who gives and who gets it, where that is said otherwise in other transfers; and the claims of those.
///
/// This transfer's side is said by whoever asserts the stage of which it is disputed.
fn actors(trust: Trust, transfer: TransferId) -> (Vec<ClaimId>, [Said; 2]) {
    let corpus = trust.corpus;
    let (from, to) = corpus.sides(transfer);
    let said = assertions(trust, transfer);
    let (mut others, mut acting) = (Vec::new(), [Vec::new(), Vec::new()]);
    let mut told = [Vec::new(), Vec::new()];
    for (claim, other, kind) in disputes(trust, transfer) {
        let Some(of_other) = corpus.transfer_of(other).filter(|_| kind == Difference::Actor) else {
            continue;
        };
        let (other_from, other_to) = corpus.sides(of_other);
        let stage = corpus.claim(claim).status;
        let sides = [[from, other_from], [to, other_to]];
        for ((acting, told), [own, theirs]) in acting.iter_mut().zip(&mut told).zip(sides) {
            if own != theirs {
                if !told.contains(&stage) {
                    told.push(stage);
                    let same = said.iter().filter(|(_, it)| it.status == stage);
                    acting.extend(same.map(|(at, _)| (Value::Country(own), *at)));
                }
                acting.push((Value::Country(theirs), other));
                others.push(other);
            }
        }
    }
    (others, acting)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::corpus::{Corpus, Source};
    use crate::evidence::fixture::{Said as Fixed, corpus, said};
    use crate::evidence::scale::tests::drawn;
    use expect_test::expect;

    /// A value by its bounds, without any words.
    pub fn value(corpus: &Corpus, value: &Value) -> String {
        let end = |end: Option<u64>| end.map(|it| it.to_string()).unwrap_or_default();
        match value {
            Value::Status(status) => status.id().to_owned(),
            Value::Country(country) => corpus.country(*country).id.clone(),
            Value::Number(it) if it.min == it.max && !it.is_vague() => end(it.min),
            Value::Number(it) => format!("{}..{}", end(it.min), end(it.max)),
            Value::Time(it) => {
                let inferred = if crate::evidence::is_inferred(it) { "~" } else { "" };
                format!("{inferred}{}", it.span.map(|it| it.to_string()).unwrap_or_default())
            }
            Value::Item(_) => "as printed".to_owned(),
            Value::Denied(who, status) => {
                format!("{} denies {}", corpus.origin(*who).id, status.id())
            }
            Value::Silence(who) => format!("{} is silent", corpus.origin(*who).id),
            Value::Statement(_) => "it is stated".to_owned(),
        }
    }

    pub fn answers(corpus: &Corpus, all: &[Answer]) -> String {
        let answer = |it: &Answer| {
            let ids = it.claims.iter().map(|&claim| corpus.claim(claim).id.as_str());
            format!("{} ({})", value(corpus, &it.value), ids.collect::<Vec<_>>().join(" "))
        };
        all.iter().map(answer).collect::<Vec<_>>().join(", ")
    }

    /// A line a row: `≠` or `≈`, the question, the cells, and the scale below.
    fn written(corpus: &Corpus, comparison: &Comparison) -> String {
        let ids = comparison.documents.iter().map(|&it| &corpus.document(it).id[..4]);
        let mut lines = vec![format!("{}: {}", ids.len(), ids.collect::<Vec<_>>().join(" | "))];
        for row in &comparison.rows {
            let sign = match row.verdict {
                None => " ",
                Some(Verdict::Contradicts) => "≠",
                Some(Verdict::PrecisionDiffers) => "≈",
            };
            let cells: Vec<String> = row.cells.iter().map(|cell| answers(corpus, cell)).collect();
            lines.push(format!("{sign} {:?}: {}", row.question, cells.join(" | ")));
            lines.extend(row.scale.as_ref().map(|it| format!("    {}", drawn(Some(it)))));
        }
        lines.join("\n")
    }

    fn compared(documents: &[(&str, Vec<Fixed>)]) -> String {
        let corpus = corpus(documents);
        let transfer = corpus.find_transfer("t").expect("the transfer");
        written(&corpus, &comparison(Trust::all(&corpus), transfer))
    }

    #[test]
    fn only_one_stage_is_compared() {
        let asked = said(&["x"]).status("requested").number("more than 100", Some(101), None);
        let given = said(&["y"]).number("150", Some(150), Some(150));
        expect![[r#"
            2: 0000 | 0000
              Status: requested (0-0) | agreed (1-0)
              Number(Requested): 101.. (0-0) | 
              Number(Agreed):  | 150 (1-0)"#]]
        .assert_eq(&compared(&[("a", vec![asked.clone()]), ("b", vec![given.clone()])]));
        let both =
            vec![asked.status("agreed"), said(&["x"]).number("more than 100", Some(101), None)];
        expect![[r#"
            2: 0000 | 0000
              Status: agreed (0-0 0-1) | agreed (1-0)
            ≈ Number(Agreed): 101.. (0-0 0-1) | 150 (1-0)
                [0.010 1.000) •0.500 | 100 0.00, 120 0.20, 140 0.40, 160 0.60, 180 0.80, 200 1.00 | both can hold"#]].assert_eq(&compared(&[("a", both.clone()), ("b", vec![given.clone()])]));
        let other = said(&["z"]).number("at most 90", None, Some(90));
        expect![[r#"
            3: 0000 | 0000 | 0000
              Status: agreed (0-0 0-1) | agreed (1-0) | agreed (2-0)
            ≠ Number(Agreed): 101.. (0-0 0-1) | 150 (1-0) | ..90 (2-0)
                [0.340 1.000) •0.667 (0.000 0.267] | 50 0.00, 100 0.33, 150 0.67, 200 1.00 | apart"#]].assert_eq(&compared(&[
            ("a", both),
            ("b", vec![given]),
            ("c", vec![other]),
        ]));
    }

    #[test]
    fn times_are_compared_where_both_ends_are_printed() {
        let at = |span| said(&["x"]).when(span);
        expect![[r#"
            2: 0000 | 0000
              Status: agreed (0-0) | agreed (1-0)
            ≈ Time(Agreed): 2023-11 (0-0) | 2023 (1-0)
                [0.833 0.915] [0.000 1.000] | 2023-01-01 0.00, 2023-04-01 0.25, 2023-07-01 0.50, 2023-10-01 0.75, 2024-01-01 1.00 | both can hold"#]]
            .assert_eq(&compared(&[("a", vec![at("2023-11")]), ("b", vec![at("2023")])]));
        expect![[r#"
            2: 0000 | 0000
              Status: agreed (0-0) | agreed (1-0)
            ≠ Time(Agreed): 2023-11 (0-0) | 2024 (1-0)
                [0.000 0.070] [0.143 1.000] | 2024-01-01 0.14, 2024-04-01 0.36, 2024-07-01 0.57, 2024-10-01 0.78, 2025-01-01 1.00 | apart"#]]
            .assert_eq(&compared(&[("a", vec![at("2023-11")]), ("b", vec![at("2024")])]));
        expect![[r#"
            2: 0000 | 0000
              Status: agreed (0-0) | agreed (1-0)
              Time(Agreed): 2023-11 (0-0) | 2024-01-01/.. (1-0)"#]]
        .assert_eq(&compared(&[("a", vec![at("2023-11")]), ("b", vec![at("2024/..")])]));
    }

    #[test]
    fn denials_silences_and_what_is_left_open_are_rows() {
        let all = vec![
            said(&["x"]),
            said(&["y"]).stance("denies").disputes(&["0-0"]),
            said(&["z"]).stance("declines_comment").status("unknown"),
            said(&[]).stance("leaves_open").status("unknown").disputes(&["0-0"]),
        ];
        expect![[r#"
            1: 0000
              Status: agreed (0-0)
            ≠ Answer: y denies agreed (0-1), z is silent (0-2)
              LeftOpen: it is stated (0-3)"#]]
        .assert_eq(&compared(&[("a", all)]));
    }

    #[test]
    fn who_says_that_a_number_is_not_known_differs_from_who_prints_it() {
        let number = said(&["x"]).number("millions", Some(1_000_000), None);
        let unknown = said(&[]).stance("leaves_open").status("unknown");
        let unknown = unknown.number("not known", None, None).disputes(&["0-0"]);
        expect![[r#"
            2: 0000 | 0000
              Status: agreed (0-0) | 
            ≈ Number(Agreed): 1000000.. (0-0) | .. (1-0)
              LeftOpen:  | it is stated (1-0)"#]]
        .assert_eq(&compared(&[("a", vec![number]), ("b", vec![unknown])]));
    }

    #[test]
    fn what_a_document_says_against_itself_is_a_row() {
        let statuses = vec![said(&["x"]), said(&[]).status("planned").disputes(&["0-0"])];
        expect![[r#"
            1: 0000
            ≠ Status: planned (0-1), agreed (0-0)"#]]
        .assert_eq(&compared(&[("a", statuses)]));
        expect![[r#"
            1: 0000
              Status: agreed (0-0 0-1)
            ≠ WithinDocument: it is stated (0-0), it is stated (0-1)"#]]
        .assert_eq(&compared(&[("a", vec![said(&["x"]), said(&[]).disputes(&["0-0"])])]));
    }

    #[test]
    fn what_is_discounted_is_in_no_column() {
        let corpus = corpus(&[("a", vec![said(&["x"])]), ("b", vec![said(&["y"])])]);
        let distrusted = corpus.find_origin("x").into_iter().collect();
        let discounted = crate::evidence::discounted(&corpus, &distrusted);
        let trust = Trust { corpus: &corpus, discounted: &discounted };
        let transfer = corpus.find_transfer("t").expect("the transfer");
        expect![[r#"
            1: 0000
              Status: agreed (1-0)"#]]
        .assert_eq(&written(&corpus, &comparison(trust, transfer)));
    }

    pub fn bundled() -> Corpus {
        Corpus::new(Source::read(crate::BUNDLED).expect("the asset")).expect("its references")
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "it is one table")]
    fn what_the_five_documents_say_beside_each_other() {
        let corpus = bundled();
        let all = corpus.transfer_ids().map(|it| {
            let comparison = comparison(Trust::all(&corpus), it);
            format!("{} {}", corpus.transfer(it).id, written(&corpus, &comparison))
        });
        expect![[r#"
            egy-rus-engines 2: 7ebd | 0e12
              Status: requested (7ebd-04), agreed (7ebd-05 7ebd-06) | requested (0e12-06), agreed (0e12-15)
            ≠ Supplier: EGY (7ebd-05 7ebd-06) | EGY (0e12-15), BRA (0e12-09)
              Number(Requested): 101.. (7ebd-04) | 
              Number(Agreed):  | 150 (0e12-15)
              Time(Requested): ~2023-04 (7ebd-04) | 
            ≈ Time(Agreed): ~2023-12 (7ebd-06) | ~2023-11-08/2023-12-30 (0e12-15)
                ~[0.492 1.000] ~[0.115 0.984] | 2023-11-01 0.00, 2023-12-01 0.49, 2024-01-01 1.00 | both can hold
              Item: as printed (7ebd-04) | as printed (0e12-06), as printed (0e12-15)
              Reported: ~2023-11-08 (7ebd-04), ~2023-11-08 (7ebd-05 7ebd-06) | ~2023-11-08 (0e12-06), ~2023-11-08 (0e12-15)
              Answer: egypt-spokesman is silent (7ebd-07) | 
              LeftOpen: it is stated (7ebd-08) | it is stated (0e12-29)

            blr-rus-helicopters 2: 7ebd | 0e12
              Status: requested (7ebd-11) | requested (0e12-07), agreed (0e12-26)
              Item: as printed (7ebd-11) | as printed (0e12-07), as printed (0e12-26)
              Reported: ~2023-11-08 (7ebd-11) | ~2023-11-08 (0e12-07), ~2023-11-08 (0e12-26)
              LeftOpen:  | it is stated (0e12-40)

            bra-rus-helicopters 2: 7ebd | 0e12
            ≠ Status: requested (7ebd-12) | requested (0e12-08), planned (0e12-09), refused (0e12-28)
            ≠ Supplier:  | BRA (0e12-09), EGY (0e12-15)
              Number(Planned):  | 150 (0e12-09)
              Item: as printed (7ebd-12) | as printed (0e12-08), as printed (0e12-09)
              Reported: ~2023-11-08 (7ebd-12) | ~2023-11-08 (0e12-08)
              LeftOpen:  | it is stated (0e12-41)

            pak-rus-helicopters 2: 7ebd | 0e12
              Status: requested (7ebd-10) | requested (0e12-05)
              Item: as printed (7ebd-10) | as printed (0e12-05)
              Reported: ~2023-11-08 (7ebd-10) | ~2023-11-08 (0e12-05)
            ≠ Answer:  | pakistan denies requested (0e12-27)
              LeftOpen:  | it is stated (0e12-39)

            rus-egy-debt 1: 0e12
              Status: planned (0e12-16)
              Item: as printed (0e12-16)

            rus-egy-wheat 1: 0e12
              Status: planned (0e12-17)
              Item: as printed (0e12-17)

            egy-rus-rockets 1: 0e12
            ≠ Status: planned (0e12-19 0e12-21), cancelled (0e12-22)
              Number(Planned): 40000 (0e12-19 0e12-21)
              Time(Planned): ~2023 (0e12-21)
              Time(Cancelled): ~../2023-04-30 (0e12-22)
              Item: as printed (0e12-19 0e12-21)
              Reported: ~2023-04 (0e12-22)

            prk-rus-munitions-2022 2: 1bfa | 95b5
            ≠ Status: planned (1bfa-01 1bfa-02) | planned (95b5-03), agreed (95b5-01 95b5-07 95b5-08 95b5-09)
            ≈ Number(Planned): .. (1bfa-01), 1000000.. (1bfa-02) | .. (95b5-19)
              Number(Agreed):  | 1000000.. (95b5-09)
              Time(Planned):  | ~2022-09-01/.. (95b5-03)
              Time(Agreed):  | ~2022-09 (95b5-01), ~2022-09 (95b5-07)
              Item: as printed (1bfa-01), as printed (1bfa-02) | as printed (95b5-03 95b5-07 95b5-08), as printed (95b5-09)
              LeftOpen:  | it is stated (95b5-19), it is stated (95b5-20)

            prk-rus-munitions-2023 1: 7ebd
              Status: delivered (7ebd-23 7ebd-24)
              Item: as printed (7ebd-23 7ebd-24)
              Reported: ~2023-11-08 (7ebd-23), ~2023-11-01/2023-11-10 (7ebd-24), ~2023-11-01/2023-11-10 (7ebd-25)
            ≠ Answer: north-korea denies delivered (7ebd-25)

            prk-rus-equipment 1: 1bfa
              Status: unknown (1bfa-07)
              Time(Unknown): ~2022-09-01/.. (1bfa-07)
              Item: as printed (1bfa-07)

            irn-rus-drones-2022 1: 95b5
              Status: delivered (95b5-10)
            ≠ WithinDocument: it is stated (95b5-10), it is stated (95b5-15)
              Time(Delivered): ~../2022-09-30 (95b5-10)
              Item: as printed (95b5-10)

            irn-rus-drones 1: 32d9
              Status: delivered (32d9-14)
              Number(Delivered): 100.. (32d9-14)
              Item: as printed (32d9-14)

            irn-rus-drone-plant 1: 32d9
              Status: agreed (32d9-15)
              Item: as printed (32d9-15)

            irn-rus-missiles 1: 32d9
              Status: negotiating (32d9-04), planned (32d9-01 32d9-02 32d9-08 32d9-16), unknown (32d9-05 32d9-06 32d9-07 32d9-17)
              Time(Unknown): ~2022-09-01/.. (32d9-05), ~2022-09-01/.. (32d9-06), ~2022-12-11/.. (32d9-07), ~2022-04-24/.. (32d9-17)
              Item: as printed (32d9-01), as printed (32d9-02 32d9-06), as printed (32d9-04), as printed (32d9-05), as printed (32d9-07), as printed (32d9-08), as printed (32d9-16)

            usa-ukr-aid 1: 0e12
              Status: unknown (0e12-25 0e12-31 0e12-32)
              Item: as printed (0e12-25 0e12-31), as printed (0e12-32)
              Reported: ~2023-11-01/2023-11-10 (0e12-32)

            xws-ukr-arms 1: 7ebd
              Status: unknown (7ebd-28 7ebd-30 7ebd-31)
              Item: as printed (7ebd-31)"#]].assert_eq(&all.collect::<Vec<_>>().join("\n\n"));
    }

    #[test]
    fn what_reads_alike_is_one_for_a_reader() {
        let corpus = bundled();
        let transfer = corpus.find_transfer("irn-rus-missiles").expect("a transfer");
        let items = |lang| {
            let rows = comparison(Trust::all(&corpus), transfer).read_in(&corpus, lang).rows;
            let items = rows.into_iter().filter(|row| row.question == Question::Item);
            items.flat_map(|row| row.cells).flatten().map(|it| it.claims.len()).collect::<Vec<_>>()
        };
        expect!["[4, 1, 1, 1, 1] [1, 2, 1, 1, 1, 1, 1]"].assert_eq(&format!(
            "{:?} {:?}",
            items(Lang::En),
            items(Lang::De)
        ));
        // Whose language the corpus has not reads what is printed, as it is printed.
        assert_eq!(items(Lang::Fr), items(Lang::De));
    }

    /// A row's verdict is that of the differences between the claims.
    #[test]
    fn every_difference_is_in_a_row() {
        let corpus = bundled();
        let trust = Trust::all(&corpus);
        for transfer in corpus.transfer_ids() {
            let (found, rows) = (differences(trust, transfer), comparison(trust, transfer).rows);
            let has = |verdict| rows.iter().any(|row| row.verdict == Some(verdict));
            let id = &corpus.transfer(transfer).id;
            let contradicts = found.is_contradicted() || found.is_denied();
            assert_eq!(has(Verdict::Contradicts), contradicts, "{id}");
            assert_eq!(rows.iter().any(|row| row.verdict.is_some()), found.is_disputed(), "{id}");
        }
    }
}
