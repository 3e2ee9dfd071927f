//! The table, read by a reader that is not ours.

use super::*;
use crate::corpus::{Claim, Quantity, Span, Stance, Status, Transfer, When};
use crate::export::cell::is_mistakable;
use expect_test::expect;
use proptest::prelude::*;
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

/// The rows of a table, by column, each cell as the module's docs say that it is read.
fn rows(text: &str, between: u8) -> Vec<Row> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = ::csv::ReaderBuilder::new().delimiter(between).from_reader(text.as_bytes());
    let columns = reader.headers().expect("columns").clone();
    let read = |row: ::csv::StringRecord| {
        columns.iter().map(str::to_owned).zip(row.iter().map(unescaped)).collect()
    };
    reader.records().map(|row| read(row.expect("as long as the others"))).collect()
}

fn unescaped(cell: &str) -> String {
    let bare = cell.strip_prefix('\'').filter(|rest| is_mistakable(rest));
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

    /// An id, without the name of its table; the same of several.
    fn ids(&self, name: &str, between: &str) -> Vec<String> {
        let id = |cell: String| cell.split_once(':').expect("a table's name").1.to_owned();
        self.list(name, between).into_iter().map(id).collect()
    }

    fn id(&self, name: &str) -> Option<String> {
        self.ids(name, "; ").pop()
    }

    /// What a document prints, without the quotation marks around it.
    fn printed(&self, name: &str) -> Option<Text> {
        let bare = |it: String| {
            let mut letters = it.chars();
            let marks = (letters.next(), letters.next_back());
            assert!(matches!(marks, (Some('„'), Some('“')) | (Some('“'), Some('”'))), "{it}");
            letters.collect::<String>()
        };
        let of = |lang: &str| self.some(&format!("{name} ({lang})")).map(bare);
        Some(Text::new("de", of("de")?).with("en", of("en")?))
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
            words: self.printed(&format!("{name} words")),
            span,
            basis: self.text(&format!("{name} basis")),
        };
        (when != When::default()).then_some(when)
    }

    fn claim(&self) -> Claim {
        let transfer = self.id("Transfer ID");
        let words = self.printed("Quantity words");
        let status = self.cell("Claimed status");
        let status = status.rsplit(' ').next().unwrap_or_default();
        let [min, max] = ["min", "max"].map(|end| self.number(&format!("Quantity {end}")));
        Claim {
            id: self.id("Claim ID").expect("an id"),
            paragraph: self.number("Paragraph").expect("a paragraph"),
            category: self.id("Category ID").filter(|_| transfer.is_none()),
            transfer,
            countries: self.list("Countries", "; "),
            status: Status::ALL.into_iter().find(|it| it.id() == status).unwrap_or_default(),
            stance: Stance::ALL
                .into_iter()
                .find(|it| it.id() == self.cell("Stance"))
                .expect("a stance"),
            attribution: self.ids("Attribution IDs", " ← ").split_off(1),
            disputes: self.ids("Disputes", "; "),
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
            id: self.id("Document ID").expect("an id"),
            title: self.cell("Title"),
            outlet: self.ids("Attribution IDs", " ← ").swap_remove(0),
            outlet_basis: self.text("Outlet basis"),
            authors: self.list("Authors", "; "),
            language: self.cell("Language"),
            published: self.when("Published").unwrap_or_default(),
            sha256: self.id("Text SHA-256"),
            paragraphs: self.number("Paragraphs").expect("a count"),
            claims: Vec::new(),
            withdrawn: Vec::new(),
            fingerprints: Vec::new(),
        }
    }

    fn is_of(&self, transfer: &Transfer) -> bool {
        let Transfer { id, from, to, kind, category, item, in_return_for } = transfer;
        [("From", from), ("To", to)].iter().all(|(name, value)| self.cell(name) == **value)
            && self.id("Transfer ID").as_ref() == Some(id)
            && self.id("Category ID").as_ref() == Some(category)
            && self.cell("Kind") == kind.id()
            && self.text("Transfer item").as_ref() == Some(item)
            && self.id("In return for") == *in_return_for
    }
}

#[test]
fn nothing_is_lost() {
    for (setting, between) in [("csv", b','), ("csv&commas", b','), ("csv&semicolons", b';')] {
        for source in [bundled(), hostile()] {
            let corpus = corpus(source);
            let rows = rows(&exported(&corpus, "", setting).text, between);
            assert_eq!(rows.len(), corpus.claim_count());
            for ((at, claim), row) in corpus.claims().zip(&rows) {
                let row = Reader(row);
                // Lines end in a cell as all readers have them.
                let statement = Text::new("de", claim.statement.get(Lang::De))
                    .with("en", claim.statement.get(Lang::En).replace("\r\n", "\n"));
                assert_eq!(row.claim(), Claim { statement, ..claim.clone() });
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
                let speaks_for = origin.speaks_for.as_deref().unwrap_or("nobody");
                assert_eq!(last("Attribution speaks for").as_deref(), Some(speaks_for));
                for name in &claim.disputes {
                    let denied = corpus.find_claim(name).expect("a claim");
                    let at = corpus.claim_ids().position(|it| it == denied).expect("a row");
                    let by = Reader(&rows[at]).ids("Disputed by", "; ");
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
        let ids: Vec<String> = rows.iter().filter_map(|row| Reader(row).id("Claim ID")).collect();
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
    let row = rows.iter().find(|row| row["Claim ID"] == "claim:0e12-15").expect("its row");
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
        assert_eq!(row["Corpus SHA-256"], format!("sha256:{}", edition.sha256));
        assert_eq!(row["Selection"], "country=EGY kind=payment");
        let link = "https://host.example/atlas/de.html?fixed&country=EGY#kind=payment&lang=de";
        assert_eq!(row["Link"], link);
    }
}

#[test]
fn nobody_is_told_where_a_file_stands() {
    let address = "file:///home/somebody/claim-atlas.html".to_owned();
    let page = Page { address, is_file: true, ..Page::default() };
    for format in Format::ALL {
        let choice = Choice { format, ..Choice::default() };
        let text = of(&CORPUS, &page, "country=EGY", |shown| Taken::new(shown).file(choice)).text;
        assert!(!text.contains("somebody"), "{format:?}");
    }
    let file = of(&CORPUS, &page, "country=EGY", |shown| Taken::new(shown).file(Choice::default()));
    assert_eq!(rows(&file.text, b',')[0]["Link"], "#country=EGY&lang=en");
}

#[test]
fn the_register_s_columns_come_first_and_no_other_is_called_like_them() {
    let table = exported(&CORPUS, "", "csv").text;
    let columns: Vec<&str> = table.lines().next().expect("columns").split(',').collect();
    let register = [
        "Recipient",
        "Supplier",
        "Year of order",
        "Number ordered",
        "Weapon designation",
        "Weapon description",
        "Number delivered",
        "Year(s) of delivery",
        "status",
        "Comments",
        "SIPRI TIV per unit",
        "SIPRI TIV for total order",
        "SIPRI TIV of delivered weapons",
    ];
    assert!(columns.starts_with(&register), "{columns:?}");
    let mut names: Vec<String> = columns.iter().map(|it| it.to_lowercase()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), columns.len());
}

#[test]
fn what_was_withdrawn_is_marked_and_has_no_figure() {
    let corpus = corpus(bundled().without("0e12-21"));
    let rows = rows(&exported(&corpus, "", "csv").text, b',');
    assert_eq!(rows.len(), corpus.claim_count() + 1);
    let row = rows.last().expect("the last row");
    assert_eq!(row["Claim ID"], "claim:0e12-21");
    assert_eq!(row["Claimed status"], "withdrawn");
    assert_eq!(row["Withdrawn"], "2026-11-25");
    assert_eq!(row["Withdrawal reason (en)"], "It was misread.");
    assert_eq!(row["Comments"], "Withdrawn on 25 November 2026: It was misread.");
    for name in ["Number ordered", "Quantity min", "Transfer ID", "Stance", "From"] {
        assert_eq!(row[name], "", "{name}");
    }
    // A part has nothing of it.
    assert!(!exported(&corpus, "country=EGY", "csv").text.contains("0e12-21"));
}

/// A program that reads a table asks it for its columns, whatever was selected.
#[test]
fn a_table_without_claims_has_its_columns() {
    let columns = |table: &str| table.lines().next().map(str::to_owned);
    let whole = exported(&CORPUS, "", "csv").text;
    let none = exported(&CORPUS, "q=nothing-of-the-kind", "csv").text;
    assert_eq!((columns(&none), none.lines().count()), (columns(&whole), 1));
    let mut source = bundled();
    let claims = source.documents.iter().flat_map(|it| &it.claims);
    let ids: Vec<String> = claims.map(|it| it.id.clone()).collect();
    for id in &ids {
        source = source.without(id);
    }
    let withdrawn = exported(&corpus(source), "", "csv").text;
    assert_eq!(columns(&withdrawn), columns(&whole));
    assert_eq!(rows(&withdrawn, b',').len(), ids.len());
}

/// The claims of a table that was exported, as its columns go: all but those of groups, which it has no places of.
#[test]
fn what_was_exported_is_read_as_it_was() {
    let source = bundled();
    for setting in ["csv", "csv&commas", "csv&semicolons"] {
        let text = exported(&corpus(source.clone()), "", setting).text;
        let imported = crate::import::read_at_once("table.csv", text.as_bytes()).expect("a table");
        assert!(
            imported
                .left_out
                .rows
                .iter()
                .all(|it| it.why == crate::import::Why::NoCountry && it.what == "XWS")
        );
        let left_out = imported.left_out.count();
        assert!(imported.unread.is_empty(), "{:?}", imported.unread);
        let before =
            |id: &str| source.documents.iter().find(|it| it.id == id).expect("it was there");
        let mut count = 0;
        for document in &imported.source.documents {
            let was = before(&document.id);
            let bare = |it: &Document| Document {
                claims: vec![],
                fingerprints: vec![],
                withdrawn: vec![],
                ..it.clone()
            };
            assert_eq!(bare(document), bare(was));
            for claim in &document.claims {
                assert_eq!(Some(claim), was.claims.iter().find(|it| it.id == claim.id));
                count += 1;
            }
        }
        let all: usize = source.documents.iter().map(|it| it.claims.len()).sum();
        assert_eq!((count + left_out, left_out < 20), (all, true));
        for origin in &imported.source.origins {
            assert!(source.origins.contains(origin), "{origin:?}");
        }
        for transfer in &imported.source.transfers {
            assert!(source.transfers.contains(transfer), "{transfer:?}");
        }
    }
}

/// What an id or a number in words could be taken for. Ids of one corpus may be anything that fits a link.
#[test]
fn ids_and_what_is_printed_are_no_numbers_and_no_days() {
    let mut source = bundled();
    let claim = &mut source.documents[0].claims[0];
    claim.id = "0e12-28".to_owned();
    let words = |de, en| Text::new("de", de).with("en", en);
    claim.quantity =
        Some(Quantity { words: words("40.000", "13,077"), min: Some(40_000), max: None });
    source.documents[0].id = "32e9402112345678".to_owned();
    let row = rows(&exported(&corpus(source), "", "csv").text, b',').swap_remove(0);
    assert_eq!(row["Claim ID"], "claim:0e12-28");
    assert_eq!(row["Document ID"], "document:32e9402112345678");
    assert_eq!(row["Quantity words (de)"], "„40.000“");
    assert_eq!(row["Quantity words (en)"], "“13,077”");
    assert_eq!(row["Quantity min"], "40000");
}

proptest! {
    #[test]
    fn no_text_is_mistaken_and_each_is_read_as_it_was(
        text in "[ '\"=+@\\-\t\r\na＝\u{a0}]{0,6}|[^\0\n]*",
    ) {
        let mut source = bundled();
        source.documents.truncate(1);
        source.documents[0].claims.truncate(1);
        source.documents[0].claims[0].disputes.clear();
        let statement = &mut source.documents[0].claims[0].statement;
        *statement = statement.clone().with("en", &text);
        let table = exported(&corpus(source), "", "csv").text;
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        prop_assert_eq!(&rows(&table, b',')[0]["Statement (en)"], &lines);
        let mut reader = ::csv::Reader::from_reader(table.as_bytes());
        let at = reader.headers().expect("columns").iter().position(|it| it == "Statement (en)");
        let row = reader.records().next().expect("a row").expect("as long as the others");
        let cell = &row[at.expect("its column")];
        prop_assert_eq!(is_mistakable(&text), is_mistakable(cell) && cell.starts_with('\''));
    }
}
