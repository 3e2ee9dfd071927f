//! The table, read by a reader that is not ours.

use super::*;
use crate::corpus::{Claim, Quantity, Span, Stance, Status, Transfer, When};
use crate::export::csv::is_formula;
use expect_test::expect;
use proptest::prelude::*;
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

/// The rows of a table, by column, each cell as the module's docs say that it is read.
fn rows(text: &str, between: u8) -> Vec<Row> {
    let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut reader = ::csv::ReaderBuilder::new().delimiter(between).from_reader(text.as_bytes());
    let columns = reader.headers().expect("columns").clone();
    let read = |row: ::csv::StringRecord| {
        columns.iter().map(str::to_owned).zip(row.iter().map(unescaped)).collect()
    };
    reader.records().map(|row| read(row.expect("as long as the others"))).collect()
}

fn unescaped(cell: &str) -> String {
    let bare = cell.strip_prefix('\'').filter(|rest| is_formula(rest));
    bare.unwrap_or(cell).to_owned()
}

/// Reads a claim, its transfer and its document out of a row.
struct Reader<'a>(&'a Row);

impl Reader<'_> {
    fn cell(&self, name: &str) -> String {
        self.0.get(name).unwrap_or_else(|| panic!("no column {name}")).clone()
    }

    fn some(&self, name: &str) -> Option<String> {
        Some(self.cell(name)).filter(|cell| !cell.is_empty())
    }

    fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.some(name)?.parse().ok()
    }

    fn list(&self, name: &str, between: &str) -> Vec<String> {
        self.some(name).map(|it| it.split(between).map(str::to_owned).collect()).unwrap_or_default()
    }

    fn text(&self, name: &str) -> Option<Text> {
        let of = |lang: &str| self.some(&format!("{name} ({lang})"));
        Some(Text::new("de", of("de")?).with("en", of("en")?))
    }

    fn when(&self, name: &str) -> Option<When> {
        let day = |end: &str| {
            let span: Option<Span> = self.number(&format!("{name} {end}"));
            span.and_then(|span| span.from)
        };
        let (from, to) = (day("from"), day("to"));
        let span = (from.is_some() || to.is_some()).then_some(Span { from, to });
        let when = When {
            words: self.text(&format!("{name} words")),
            span,
            basis: self.text(&format!("{name} basis")),
        };
        (when != When::default()).then_some(when)
    }

    fn claim(&self) -> Claim {
        let transfer = self.some("Transfer ID");
        let words = self.text("Quantity words");
        let [min, max] = ["min", "max"].map(|end| self.number(&format!("Quantity {end}")));
        Claim {
            id: self.cell("Claim ID"),
            paragraph: self.number("Paragraph").expect("a paragraph"),
            category: self.some("Category ID").filter(|_| transfer.is_none()),
            transfer,
            countries: self.list("Countries", "; "),
            status: Status::ALL
                .into_iter()
                .find(|it| it.id() == self.cell("Status"))
                .unwrap_or_default(),
            stance: Stance::ALL
                .into_iter()
                .find(|it| it.id() == self.cell("Stance"))
                .expect("a stance"),
            attribution: self.list("Attribution IDs", " ← ").split_off(1),
            disputes: self.list("Disputes", "; "),
            item: self.text("Item"),
            quantity: words.map(|words| Quantity { words, min, max }),
            when: self.when("When"),
            reported: self.when("Reported"),
            statement: self.text("Statement").expect("a statement"),
        }
    }

    /// Without its claims.
    fn document(&self) -> Document {
        Document {
            id: self.cell("Document ID"),
            title: self.cell("Title"),
            outlet: self.list("Attribution IDs", " ← ").swap_remove(0),
            outlet_basis: self.text("Outlet basis"),
            authors: self.list("Authors", "; "),
            language: self.cell("Language"),
            published: self.when("Published").unwrap_or_default(),
            sha256: self.cell("Text SHA-256"),
            paragraphs: self.number("Paragraphs").expect("a count"),
            claims: Vec::new(),
            fingerprints: Vec::new(),
        }
    }

    fn is_of(&self, transfer: &Transfer) -> bool {
        let Transfer { id, from, to, kind, category, item, in_return_for } = transfer;
        [("Transfer ID", id.as_str()), ("From", from), ("To", to), ("Category ID", category)]
            .iter()
            .all(|(name, value)| self.cell(name) == *value)
            && self.cell("Kind") == kind.id()
            && self.text("Transfer item").as_ref() == Some(item)
            && self.some("In return for") == *in_return_for
    }
}

#[test]
fn nothing_is_lost() {
    for (setting, between) in [("csv", b','), ("csv&semicolon", b';')] {
        for source in [bundled(), hostile()] {
            let corpus = corpus(source);
            let rows = rows(&exported(&corpus, "", setting).text, between);
            assert_eq!(rows.len(), corpus.claim_count());
            for ((at, claim), row) in corpus.claims().zip(&rows) {
                let row = Reader(row);
                assert_eq!(row.claim(), *claim);
                let document = corpus.document(corpus.document_of(at));
                let (claims, fingerprints) = (Vec::new(), Vec::new());
                let document = Document { claims, fingerprints, ..document.clone() };
                assert_eq!(row.document(), document);
                if let Some(transfer) = corpus.transfer_of(at) {
                    assert!(row.is_of(corpus.transfer(transfer)), "{}", claim.id);
                }
                let origin = corpus.origin(*corpus.chain(at).last().expect("a root"));
                let last = |name| row.list(name, " ← ").pop();
                assert_eq!(last("Attribution kinds").as_deref(), Some(origin.kind.id()));
                let unnamed = if origin.unnamed { "yes" } else { "no" };
                assert_eq!(last("Attribution unnamed").as_deref(), Some(unnamed));
                let speaks_for = origin.speaks_for.as_deref().unwrap_or("none");
                assert_eq!(last("Attribution speaks for").as_deref(), Some(speaks_for));
                for name in &claim.disputes {
                    let denied = corpus.find_claim(name).expect("a claim");
                    let at = corpus.claim_ids().position(|it| it == denied).expect("a row");
                    let by = Reader(&rows[at]).list("Disputed by", "; ");
                    assert!(by.contains(&claim.id), "{name}: {by:?}");
                }
            }
        }
    }
}

#[test]
fn only_what_is_selected_is_in_it() {
    for link in links() {
        let rows = rows(&exported(&CORPUS, &link, "csv").text, b',');
        let ids: Vec<String> = rows.iter().map(|row| row["Claim ID"].clone()).collect();
        assert_eq!(ids, selected(&CORPUS, &link), "{link}");
    }
}

/// The bundled claims of an engine, the first of them changed.
fn changed(change: impl Fn(&mut Claim)) -> String {
    let mut source = bundled();
    let claims = source.documents.iter_mut().flat_map(|it| &mut it.claims);
    let claim = claims.into_iter().find(|it| it.id == "0e12-15").expect("agreed, 150");
    change(claim);
    let rows = rows(&exported(&corpus(source), "", "csv").text, b',');
    let row = rows.iter().find(|row| row["Claim ID"] == "0e12-15").expect("its row");
    let columns = [
        "Number ordered",
        "Number delivered",
        "Year of order",
        "Year(s) of delivery",
        "Claimed status",
    ];
    columns.map(|name| row[name].as_str()).join(" | ")
}

#[test]
fn no_number_and_no_year_is_surer_than_its_claim() {
    let bounds = |min, max| {
        move |claim: &mut Claim| {
            claim.quantity =
                claim.quantity.take().map(|quantity| Quantity { min, max, ..quantity });
        }
    };
    let time = |span: &'static str| {
        move |claim: &mut Claim| {
            claim.status = Status::Delivered;
            claim.when = claim.when.take().map(|when| When { span: span.parse().ok(), ..when });
        }
    };
    let cases = [
        changed(|_| ()),
        changed(|claim| claim.status = Status::Delivered),
        changed(|claim| claim.status = Status::Planned),
        changed(|claim| claim.stance = Stance::Denies),
        changed(|claim| {
            claim.status = Status::Delivered;
            claim.stance = Stance::LeavesOpen;
        }),
        changed(bounds(Some(101), None)),
        changed(bounds(None, Some(20))),
        changed(bounds(Some(100), Some(150))),
        changed(bounds(None, None)),
        changed(time("2022-12-11/2023-02-01")),
        changed(time("2022-12-11/..")),
        changed(time("../2022-09-30")),
        changed(|claim| {
            claim.status = Status::Delivered;
            // Inferred, and not printed.
            claim.when = claim.when.take().map(|when| When { words: None, ..when });
        }),
    ];
    expect![[r#"
        150 |  |  |  | agreed
         | 150 |  | 2023 | delivered
         |  |  |  | planned
         |  |  |  | denies: agreed
         |  |  |  | leaves_open: delivered
        ≥ 101 |  |  |  | agreed
        ≤ 20 |  |  |  | agreed
        100–150 |  |  |  | agreed
         |  |  |  | agreed
         | 150 |  | 2022–2023 | delivered
         | 150 |  | ≥ 2022 | delivered
         | 150 |  | ≤ 2022 | delivered
         | 150 |  |  | delivered"#]]
    .assert_eq(&cases.join("\n"));
}

#[test]
fn what_is_given_in_return_is_no_weapon() {
    for row in rows(&exported(&CORPUS, "kind=payment", "csv").text, b',') {
        for name in ["Supplier", "Recipient", "Weapon designation", "Weapon description"] {
            assert_eq!(row[name], "", "{name}");
        }
        assert_eq!((row["From"].as_str(), row["To"].as_str()), ("RUS", "EGY"));
    }
}

#[test]
fn corpus_and_selection_are_columns() {
    let rows =
        rows(&exported(&CORPUS, "?country=EGY&fixed#kind=payment&lang=de", "csv").text, b',');
    let edition = CORPUS.source().edition.as_ref().expect("the build names it");
    for row in rows {
        assert_eq!(row["Corpus date"], edition.date);
        assert_eq!(row["Corpus SHA-256"], edition.sha256);
        assert_eq!(row["Selection"], "country=EGY kind=payment");
        let link = "https://host.example/atlas/de.html?country=EGY&fixed#kind=payment&lang=de";
        assert_eq!(row["Link"], link);
    }
}

#[test]
fn nobody_is_told_where_a_file_stands() {
    let address = "file:///home/somebody/claim-atlas.html".to_owned();
    let page = Page { address, is_file: true, ..Page::default() };
    for format in Format::ALL {
        let choice = Choice { format, semicolon: false };
        let text = of(&CORPUS, &page, "country=EGY", |shown| Taken::new(shown).file(choice)).text;
        assert!(!text.contains("somebody"), "{format:?}");
    }
    let file = of(&CORPUS, &page, "country=EGY", |shown| Taken::new(shown).file(Choice::default()));
    assert_eq!(rows(&file.text, b',')[0]["Link"], "#country=EGY&lang=en");
}

proptest! {
    #[test]
    fn no_cell_is_a_formula_and_each_is_read_as_it_was(
        text in "[ '\"=+@\\-\t\r\na＝\u{a0}]{0,6}|.*",
    ) {
        let mut source = bundled();
        source.documents.truncate(1);
        source.documents[0].claims.truncate(1);
        source.documents[0].claims[0].disputes.clear();
        let statement = &mut source.documents[0].claims[0].statement;
        *statement = statement.clone().with("en", &text);
        let table = exported(&corpus(source), "", "csv").text;
        prop_assert_eq!(&rows(&table, b',')[0]["Statement (en)"], &text);
        let cells = ::csv::Reader::from_reader(table.as_bytes()).into_records();
        for cell in cells.flat_map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>()) {
            prop_assert!(!is_formula(&cell) || cell.starts_with('\''), "{cell}");
        }
    }
}
