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

use super::Taken;
use crate::corpus::{
    Claim, Corpus, Day, Document, Edition, Kind, Lang, Origin, Span, Stance, Status, Text, When,
};
use crate::evidence::accountable;
use crate::words::{Attributed, chain};

/// The columns; with a star two, in German and in English.
const COLUMNS: &str = "Supplier|Recipient|Weapon designation|Weapon description|Number ordered|\
    Number delivered|Year of order|Year(s) of delivery|Claimed status|Comments|\
    Claim ID|Statement*|Status|Stance|Paragraph|Transfer ID|Kind|From|To|Transfer item*|In return for|\
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
    let Claim { id, paragraph, transfer: transfer_id, category: _, countries, .. } =
        corpus.claim(at);
    let Claim { status, stance, attribution: _, disputes, item, quantity, .. } = corpus.claim(at);
    let Claim { when, reported, statement, .. } = corpus.claim(at);
    sipri(table, taken, at);
    let countries_of = taken.desk.countries;
    table.cell(&Attributed { corpus, countries: countries_of, lang }.claim(at));
    table.cell(id);
    table.words(Some(statement));
    let transfer = corpus.transfer_of(at).map(|it| corpus.transfer(it));
    table.cell(transfer.map_or("", |_| status.id()));
    table.cell(stance.id());
    table.number(Some(u64::from(*paragraph)));
    table.cell(transfer_id.as_deref().unwrap_or_default());
    table.cell(transfer.map_or("", |it| it.kind.id()));
    table.cell(transfer.map_or("", |it| &it.from));
    table.cell(transfer.map_or("", |it| &it.to));
    table.words(transfer.map(|it| &it.item));
    table.cell(transfer.and_then(|it| it.in_return_for.as_deref()).unwrap_or_default());
    let category = corpus.category(corpus.category_of(at));
    table.cell(&category.id);
    table.words(Some(&category.name));
    table.cell(&countries.join(SEVERAL));
    table.words(item.as_ref());
    table.words(quantity.as_ref().map(|it| &it.words));
    table.number(quantity.as_ref().and_then(|it| it.min));
    table.number(quantity.as_ref().and_then(|it| it.max));
    table.when(when.as_ref());
    table.when(reported.as_ref());
    attribution(table, corpus, at);
    table.cell(&disputes.join(SEVERAL));
    let by = disputed_by.iter().map(|&it| corpus.claim(it).id.as_str());
    table.cell(&by.collect::<Vec<_>>().join(SEVERAL));
    document(table, corpus, corpus.document(corpus.document_of(at)), at);
    let Edition { date, sha256, selection } = &taken.edition;
    table.day(date);
    for text in [sha256, selection.as_deref().unwrap_or_default(), &taken.link] {
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
    let Some(transfer) = moved else {
        for _ in 0..8 {
            table.cell("");
        }
        return table.cell(&transfer.map_or(String::new(), |_| claimed(status, stance)));
    };
    let lang = taken.desk.lang;
    let (from, to) = corpus.sides(transfer);
    for country in [from, to] {
        table.cell(taken.country(country).map_or("", |name| name.get(lang)));
    }
    table.cell(claim.item.as_ref().map_or("", |it| it.get(lang)));
    table.cell(corpus.category(corpus.category_of(at)).name.get(lang));
    for of in [Status::Agreed, Status::Delivered] {
        let quantity = claim.quantity.as_ref();
        match quantity.filter(|_| status == of && stance == Stance::Asserts) {
            Some(it) => table.bounds(it.min, it.max),
            None => table.cell(""),
        }
    }
    table.cell("");
    let printed = claim.when.as_ref().filter(|it| !it.is_undated()).and_then(|it| it.span);
    match printed.filter(|_| status == Status::Delivered && stance == Stance::Asserts) {
        Some(Span { from, to }) => {
            let year = |day: Option<Day>| day.map(|it| u64::from(it.year()));
            table.bounds(year(from), year(to));
        }
        None => table.cell(""),
    }
    table.cell(&claimed(status, stance));
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
    let Origin { id, name, kind, unnamed: _, speaks_for: _ } =
        corpus.origin(accountable(corpus, at));
    table.cell(id);
    table.words(Some(name));
    table.cell(kind.id());
    for lang in Lang::ALL {
        table.cell(&chain(lang, corpus, at));
    }
    let parts: [fn(&'static Origin) -> &'static str; 4] = [
        |it| &it.id,
        |it| it.kind.id(),
        |it| if it.unnamed { "yes" } else { "no" },
        |it| it.speaks_for.as_deref().unwrap_or("none"),
    ];
    for part in parts {
        let links = corpus.chain(at).iter().map(|&origin| part(corpus.origin(origin)));
        table.cell(&links.collect::<Vec<_>>().join(" ← "));
    }
}

fn document(table: &mut Table, corpus: &Corpus, it: &Document, at: usize) {
    let Document { id, title, outlet: _, outlet_basis, authors, language, .. } = it;
    let Document { published, sha256, paragraphs, claims: _, .. } = it;
    table.cell(id);
    table.cell(title);
    table.words(corpus.chain(at).first().map(|&outlet| &corpus.origin(outlet).name));
    table.words(outlet_basis.as_ref());
    table.cell(&authors.join(SEVERAL));
    table.cell(language);
    table.when(Some(published));
    table.cell(sha256);
    table.number(Some(u64::from(*paragraphs)));
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

    fn number(&mut self, number: Option<u64>) {
        self.next();
        if let Some(number) = number {
            self.text.push_str(&number.to_string());
        }
    }

    /// A number where both bounds are the same, else what the bounds say.
    fn bounds(&mut self, min: Option<u64>, max: Option<u64>) {
        match (min, max) {
            (Some(least), Some(most)) if least != most => {
                self.cell(&(least.to_string() + "–" + &most.to_string()));
            }
            (Some(least), None) => self.cell(&("≥ ".to_owned() + &least.to_string())),
            (None, Some(most)) => self.cell(&("≤ ".to_owned() + &most.to_string())),
            _ => self.number(min),
        }
    }

    fn words(&mut self, text: Option<&Text>) {
        for lang in Lang::ALL {
            self.cell(text.map_or("", |text| text.get(lang)));
        }
    }

    fn day(&mut self, day: &str) {
        self.next();
        self.text.push_str(day);
    }

    fn when(&mut self, when: Option<&When>) {
        self.words(when.and_then(|it| it.words.as_ref()));
        let span = when.and_then(|it| it.span).unwrap_or_default();
        for day in [span.from, span.to] {
            self.day(&day.map(|day| day.to_string()).unwrap_or_default());
        }
        self.words(when.and_then(|it| it.basis.as_ref()));
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
