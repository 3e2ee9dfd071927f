//! A table with a row a claim.
//!
//! First SIPRI's columns (its trade register), and in them only what means the same there:
//!
//! - Supplier, recipient and weapon stand there for what is said to be moved; not for what is given in
//!   return, which is no weapon. The designation is what the claim prints, the description the category.
//! - A number is `Number delivered` only where a claim asserts that so many are delivered, and `Number
//!   ordered` only where it asserts that so many are agreed. What is printed as a range, or with an open
//!   end, is no number: `≥ 101`, `≤ 20`, `100–150`. SIPRI's brackets are not used, since spreadsheets read
//!   `(150)` as −150.
//! - `Year(s) of delivery` is the printed time of what is said to be delivered, `2022`, `2022–2023`,
//!   `≥ 2022`; a time that is only inferred does not stand there. `Year of order` stays empty: the time of
//!   an agreed transfer may be that of its delivery, and the corpus does not say which.
//! - `Claimed status` has the stance before it where the claim does not assert it: `denies: delivered`.
//!
//! Then all that the corpus has, as it has it. Several values of a cell are parted by `; `, the links of a
//! chain by ` ← `, from the outlet back to the root.
//!
//! As RFC 4180 has it, in UTF-8 with its mark. Texts are quoted, numbers and days are not, so that a
//! spreadsheet that is told to take what is quoted as text takes no id for a number. A text that a
//! spreadsheet could take for a formula, beginning with `=`, `+`, `-`, `@`, a tab or a line break, behind
//! any spaces and quotation marks, has an apostrophe before it; one that begins with an apostrophe and
//! then so is read by taking that one away.

use super::{Taken, push};
use crate::corpus::{
    Category, Claim, Corpus, Day, Document, Edition, Kind, Lang, Origin, Quantity, Stance, Status,
    Text, Transfer, When,
};
use crate::evidence::{Standing, accountable};
use crate::words::{Attributed, chain};

/// The columns; with a star two, in German and in English.
const COLUMNS: &str = "Supplier|Recipient|Weapon designation|Weapon description|Number ordered|\
    Number delivered|Year of order|Year(s) of delivery|Claimed status|Comments|\
    Claim ID|Statement*|Stance|Paragraph|Status|Transfer ID|Kind|From|To|Transfer item*|In return for|\
    Category ID|Category*|Countries|Item*|Quantity words*|Quantity min|Quantity max|\
    When words*|When from|When to|When basis*|Reported words*|Reported from|Reported to|Reported basis*|\
    Accountable origin ID|Accountable origin*|Accountable origin kind|Attribution*|Attribution IDs|\
    Attribution kinds|Attribution unnamed|Attribution speaks for|Disputes|Disputed by|\
    Document ID|Title|Outlet*|Outlet basis*|Authors|Language|\
    Published words*|Published from|Published to|Published basis*|Text SHA-256|Paragraphs|\
    Corpus date|Corpus SHA-256|Selection|Link";

/// The table.
pub fn csv(taken: &Taken, semicolon: bool) -> String {
    let between = if semicolon { ';' } else { ',' };
    let mut table = Table { text: "\u{feff}".to_owned(), between, begun: false };
    for column in COLUMNS.split('|') {
        match column.strip_suffix('*') {
            Some(name) => {
                for lang in [" (de)", " (en)"] {
                    table.cell(&(name.to_owned() + lang));
                }
            }
            None => table.cell(column),
        }
    }
    table.end();
    let disputed = disputed(taken.corpus);
    for &claim in &taken.claims {
        if taken.has(&table.text) {
            break;
        }
        let by = disputed.get(claim).map(Vec::as_slice).unwrap_or_default();
        row(&mut table, taken, claim, by);
    }
    table.text
}

/// For each claim those that contradict it.
fn disputed(corpus: &Corpus) -> Vec<Vec<usize>> {
    let mut by = vec![Vec::new(); corpus.claim_count()];
    for claim in 0..by.len() {
        for &other in corpus.disputed_by(claim) {
            if let Some(by) = by.get_mut(other) {
                by.push(claim);
            }
        }
    }
    by
}

fn row(table: &mut Table, taken: &Taken, at: usize, disputed_by: &[usize]) {
    let (corpus, lang) = (taken.corpus, taken.desk.lang);
    // Taken apart, so that a new field cannot be forgotten.
    let Claim { id, paragraph, transfer: _, category: _, countries, .. } = corpus.claim(at);
    let Claim { status, stance, attribution: _, disputes, item, quantity, .. } = corpus.claim(at);
    let Claim { when, reported, statement, .. } = corpus.claim(at);
    sipri(table, taken, at);
    let names = taken.desk.countries;
    table.cell(&Attributed { standing: Standing::all(corpus), countries: names, lang }.claim(at));
    table.cell(id);
    table.text(statement);
    table.cell(stance.id());
    table.number(u64::from(*paragraph));
    if let Some(transfer) = corpus.transfer_of(at) {
        let Transfer { id, from, to, kind, category: _, item, in_return_for } =
            corpus.transfer(transfer);
        for cell in [status.id(), id, kind.id(), from, to] {
            table.cell(cell);
        }
        table.text(item);
        table.cell(in_return_for.as_ref().map_or("", String::as_str));
    } else {
        table.skip(8);
    }
    let Category { id, name } = corpus.category(corpus.category_of(at));
    table.cell(id);
    table.text(name);
    table.list(countries, SEVERAL);
    table.words(item);
    if let Some(Quantity { words, min, max }) = quantity {
        table.text(words);
        for bound in [min, max] {
            match bound {
                Some(bound) => table.number(*bound),
                None => table.skip(1),
            }
        }
    } else {
        table.skip(4);
    }
    for it in [when, reported] {
        match it {
            Some(it) => table.when(it),
            None => table.skip(6),
        }
    }
    attribution(table, corpus, at);
    table.list(disputes, SEVERAL);
    let by = disputed_by.iter().map(|&it| corpus.claim(it).id.clone());
    table.list(&by.collect::<Vec<_>>(), SEVERAL);
    document(table, corpus, at);
    let Edition { date, sha256, selection } = &taken.edition;
    table.plain(date);
    for text in [sha256, selection.as_ref().unwrap_or(&String::new()), &taken.link] {
        table.cell(text);
    }
    table.end();
}

/// What stands between several values of a cell.
const SEVERAL: &str = "; ";

/// SIPRI's columns but the last, and the status.
fn sipri(table: &mut Table, taken: &Taken, at: usize) {
    let (corpus, claim) = (taken.corpus, taken.corpus.claim(at));
    let transfer = corpus.transfer_of(at);
    let (status, stance) = (claim.status, claim.stance);
    let moved = transfer.filter(|&it| corpus.transfer(it).kind != Kind::Payment);
    if let Some(transfer) = moved {
        let lang = taken.desk.lang;
        let (from, to) = corpus.sides(transfer);
        let names = [from, to].map(|country| taken.country(country));
        let category = &corpus.category(corpus.category_of(at)).name;
        for text in [names[0], names[1], claim.item.as_ref(), Some(category)] {
            table.cell(text.map_or("", |text| text.get(lang)));
        }
        let asserted = |of: Status| status == of && stance == Stance::Asserts;
        for of in [Status::Agreed, Status::Delivered] {
            let quantity = claim.quantity.as_ref().filter(|_| asserted(of));
            table.bounds(quantity.map(|it| (it.min, it.max)));
        }
        table.skip(1);
        let printed = claim.when.as_ref().filter(|it| !it.is_undated()).and_then(|it| it.span);
        let years = printed.filter(|_| asserted(Status::Delivered)).map(|span| {
            let year = |day: Option<Day>| day.map(|day| u64::from(day.year()));
            (year(span.from), year(span.to))
        });
        table.bounds(years);
    } else {
        table.skip(8);
    }
    table.cell(&transfer.map_or(String::new(), |_| claimed(status, stance)));
}

/// The status, with the stance before it where it is not asserted.
fn claimed(status: Status, stance: Stance) -> String {
    let mut text = String::new();
    if stance != Stance::Asserts {
        text.push_str(stance.id());
        text.push_str(": ");
    }
    text + status.id()
}

fn attribution(table: &mut Table, corpus: &'static Corpus, at: usize) {
    let it = corpus.origin(accountable(corpus, at));
    table.cell(&it.id);
    table.text(&it.name);
    table.cell(it.kind.id());
    for lang in Lang::ALL {
        table.cell(&chain(lang, corpus, at));
    }
    for part in 0..4 {
        let link = |&origin: &usize| {
            let Origin { id, name: _, kind, unnamed, speaks_for } = corpus.origin(origin);
            let part = match part {
                0 => id,
                1 => kind.id(),
                2 if *unnamed => "yes",
                2 => "no",
                _ => speaks_for.as_ref().map_or("none", String::as_str),
            };
            part.to_owned()
        };
        table.list(&corpus.chain(at).iter().map(link).collect::<Vec<_>>(), " ← ");
    }
}

fn document(table: &mut Table, corpus: &Corpus, at: usize) {
    let it = corpus.document(corpus.document_of(at));
    let Document { id, title, outlet: _, outlet_basis, authors, language, .. } = it;
    let Document { published, sha256, paragraphs, claims: _, .. } = it;
    table.cell(id);
    table.cell(title);
    match corpus.chain(at).first() {
        Some(&outlet) => table.text(&corpus.origin(outlet).name),
        None => table.skip(2),
    }
    table.words(outlet_basis);
    table.list(authors, SEVERAL);
    table.cell(language);
    table.when(published);
    table.cell(sha256);
    table.number(u64::from(*paragraphs));
}

/// A table as it is written.
struct Table {
    text: String,
    between: char,
    /// Whether the row has a cell already.
    begun: bool,
}

impl Table {
    fn next(&mut self) {
        if self.begun {
            self.text.push(self.between);
        }
        self.begun = true;
    }

    fn end(&mut self) {
        self.text.push_str("\r\n");
        self.begun = false;
    }

    /// A text.
    fn cell(&mut self, text: &str) {
        self.next();
        if text.is_empty() {
            return;
        }
        self.text.push('"');
        if is_formula(text) {
            self.text.push('\'');
        }
        for letter in text.chars() {
            if letter == '"' {
                self.text.push('"');
            }
            self.text.push(letter);
        }
        self.text.push('"');
    }

    /// What is not quoted: a number, a day.
    fn plain(&mut self, text: &str) {
        self.next();
        self.text.push_str(text);
    }

    fn skip(&mut self, cells: usize) {
        for _ in 0..cells {
            self.next();
        }
    }

    fn number(&mut self, number: u64) {
        self.plain(&number.to_string());
    }

    fn list(&mut self, texts: &[String], between: &str) {
        self.cell(&texts.join(between));
    }

    /// A number where both bounds are the same, else what the bounds say.
    fn bounds(&mut self, bounds: Option<(Option<u64>, Option<u64>)>) {
        let Some((min, max)) = bounds else { return self.skip(1) };
        let [least, most] = [min, max].map(|it| it.map(|it| it.to_string()).unwrap_or_default());
        let mut text = String::new();
        match (min, max) {
            (Some(_), Some(_)) if min == max => return self.plain(&least),
            (Some(_), Some(_)) => push(&mut text, &[&least, "–", &most]),
            (Some(_), None) => push(&mut text, &["≥ ", &least]),
            (None, Some(_)) => push(&mut text, &["≤ ", &most]),
            (None, None) => {}
        }
        self.cell(&text);
    }

    fn text(&mut self, Text { de, en }: &Text) {
        self.cell(de);
        self.cell(en);
    }

    #[expect(clippy::ref_option, reason = "to look into it is code at each call")]
    fn words(&mut self, text: &Option<Text>) {
        match text {
            Some(text) => self.text(text),
            None => self.skip(2),
        }
    }

    fn when(&mut self, When { words, span, basis }: &When) {
        self.words(words);
        let span = span.unwrap_or_default();
        for day in [span.from, span.to] {
            self.plain(&day.map(|day| day.to_string()).unwrap_or_default());
        }
        self.words(basis);
    }
}

/// Whether a spreadsheet could take a text for a formula.
pub fn is_formula(text: &str) -> bool {
    for letter in text.chars() {
        match letter {
            ' ' | '\u{a0}' | '"' | '\'' => {}
            // East Asian keyboards have the same signs in a width of their own.
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' => {
                return true;
            }
            _ => return false,
        }
    }
    false
}
