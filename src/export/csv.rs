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

use super::fields::{self, Field, pick};
use super::{Taken, digits};
use crate::corpus::{ClaimId, Corpus, Day, Kind, Lang, Quantity, Stance, Status, Text, When};
use crate::evidence::{Trust, accountable};
use crate::words::{Attributed, chain};

/// The columns; with a star one for each language of the corpus, with a plus one for each of the viewer's.
const COLUMNS: &str = "Supplier|Recipient|Weapon designation|Weapon description|Number ordered|\
    Number delivered|Year of order|Year(s) of delivery|Claimed status|Comments|\
    Claim ID|Statement*|Stance|Paragraph|Status|Transfer ID|Kind|From|To|Transfer item*|In return for|\
    Category ID|Category*|Countries|Item*|Quantity words*|Quantity min|Quantity max|\
    When words*|When from|When to|When basis*|Reported words*|Reported from|Reported to|Reported basis*|\
    Accountable origin ID|Accountable origin*|Accountable origin kind|Attribution+|Attribution IDs|\
    Attribution kinds|Attribution unnamed|Attribution speaks for|Disputes|Disputed by|\
    Document ID|Title|Outlet*|Outlet basis*|Authors|Language|\
    Published words*|Published from|Published to|Published basis*|Text SHA-256|Paragraphs|\
    Corpus date|Corpus SHA-256|Selection|Link";

/// The table.
pub fn csv(taken: &Taken, semicolon: bool) -> String {
    let between = if semicolon { ';' } else { ',' };
    let corpus = taken.corpus;
    let languages = &corpus.source().languages;
    let mut table = Table { text: "\u{feff}".to_owned(), between, languages, begun: false };
    for column in COLUMNS.split('|') {
        if let Some(name) = column.strip_suffix('*') {
            for tag in languages {
                table.cell(&format!("{name} ({tag})"));
            }
        } else if let Some(name) = column.strip_suffix('+') {
            for lang in Lang::ALL {
                table.cell(&format!("{name} ({})", lang.tag()));
            }
        } else {
            table.cell(column);
        }
    }
    table.end();
    // Each claim that is contradicted, with one that contradicts it.
    let mut disputed = Vec::new();
    for by in corpus.claim_ids() {
        for &claim in corpus.disputes_of(by) {
            disputed.push((claim, by));
        }
    }
    for &claim in &taken.claims {
        row(&mut table, taken, claim, &disputed);
    }
    table.text
}

fn row(table: &mut Table, taken: &Taken, at: ClaimId, disputed: &[(ClaimId, ClaimId)]) {
    let (corpus, lang) = (taken.corpus, taken.shown.lang);
    let (trust, countries) = (Trust::all(corpus), &taken.shown.atlas.countries);
    let claim = fields::claim(corpus.claim(at));
    sipri(table, taken, at);
    table.cell(&Attributed { trust, countries, lang }.claim(at));
    table.put("angb", &claim);
    if let Some(transfer) = corpus.transfer_of(at) {
        table.put("f", &claim);
        table.put("adbcfg", &fields::transfer(corpus.transfer(transfer)));
    } else {
        table.skip(6);
        table.words(None);
    }
    table.put("ab", &fields::category(corpus.category(corpus.category_of(at))));
    table.put("ejklm", &claim);
    attribution(table, corpus, at);
    table.put("i", &claim);
    let mut by = String::new();
    for &(_, other) in disputed.iter().filter(|(claim, _)| *claim == at) {
        add(&mut by, SEVERAL, &corpus.claim(other).id);
    }
    table.cell(&by);
    let document = fields::document(corpus.document(corpus.document_of(at)));
    table.put("ab", &document);
    table.put("b", &fields::origin(corpus.origin(corpus.outlet_of(at))));
    table.put("defghi", &document);
    table.plain(&taken.edition.date);
    table.put("bc", &fields::edition(&taken.edition));
    table.cell(&taken.link);
    table.end();
}

/// What stands between several values of a cell.
const SEVERAL: &str = "; ";

/// Adds a value to a cell that may have some.
fn add(cell: &mut String, between: &str, value: &str) {
    if !cell.is_empty() {
        cell.push_str(between);
    }
    cell.push_str(value);
}

/// SIPRI's columns but the last, and the status.
fn sipri(table: &mut Table, taken: &Taken, at: ClaimId) {
    let (corpus, claim) = (taken.corpus, taken.corpus.claim(at));
    let Some(transfer) = corpus.transfer_of(at) else { return table.skip(9) };
    let (status, asserted) = (claim.status, claim.stance == Stance::Asserts);
    if corpus.transfer(transfer).kind == Kind::Payment {
        table.skip(8);
    } else {
        let (from, to) = corpus.sides(transfer);
        let category = &corpus.category(corpus.category_of(at)).name;
        for text in [
            Some(taken.country(from)),
            Some(taken.country(to)),
            claim.item.as_ref(),
            Some(category),
        ] {
            table.cell(text.map_or("", |text| text.get(taken.shown.lang)));
        }
        for of in [Status::Agreed, Status::Delivered] {
            match &claim.quantity {
                Some(it) if asserted && status == of => table.bounds(it.min, it.max),
                _ => table.skip(1),
            }
        }
        table.skip(1);
        match &claim.when {
            Some(it) if asserted && status == Status::Delivered && !it.is_undated() => {
                let span = it.span.unwrap_or_default();
                table.bounds(year(span.from), year(span.to));
            }
            _ => table.skip(1),
        }
    }
    let stance = if asserted { ["", ""] } else { [claim.stance.id(), ": "] };
    table.cell(&[stance.concat().as_str(), status.id()].concat());
}

fn year(day: Option<Day>) -> Option<u64> {
    day.map(|day| day.year().into())
}

fn attribution(table: &mut Table, corpus: &Corpus, at: ClaimId) {
    table.put("abc", &fields::origin(corpus.origin(accountable(corpus, at))));
    for lang in Lang::ALL {
        table.cell(&chain(lang, corpus, at));
    }
    for field in "acde".chars() {
        let mut links = String::new();
        for &origin in corpus.chain(at) {
            let value = pick(&fields::origin(corpus.origin(origin)), field).text();
            add(&mut links, " ← ", value.unwrap_or("none"));
        }
        table.cell(&links);
    }
}

/// A table as it is written.
struct Table<'a> {
    text: String,
    between: char,
    /// The languages of the corpus.
    languages: &'a [String],
    /// Whether the row has a cell already.
    begun: bool,
}

impl Table<'_> {
    /// Writes the fields that letters stand for, each into as many cells as it takes.
    fn put(&mut self, letters: &str, fields: &[Field]) {
        for letter in letters.chars() {
            match *pick(fields, letter) {
                Field::Number(number) => self.plain(&digits(Some(number.into()))),
                Field::List(texts) => self.cell(&texts.join(SEVERAL)),
                Field::Words(text) => self.words(Some(text)),
                Field::SomeWords(text) => self.words(text.as_ref()),
                Field::When(when) | Field::SomeWhen(Some(when)) => self.when(when),
                Field::SomeWhen(None) => self.when(&When::default()),
                Field::Quantity(Some(Quantity { words, min, max })) => {
                    self.words(Some(words));
                    for bound in [min, max] {
                        self.plain(&digits(*bound));
                    }
                }
                Field::Quantity(None) => {
                    self.words(None);
                    self.skip(2);
                }
                ref text => self.cell(text.text().unwrap_or_default()),
            }
        }
    }

    fn end(&mut self) {
        self.text.push_str("\r\n");
        self.begun = false;
    }

    /// A text.
    fn cell(&mut self, text: &str) {
        self.skip(1);
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
        self.skip(1);
        self.text.push_str(text);
    }

    fn skip(&mut self, cells: usize) {
        for _ in 0..cells {
            if self.begun {
                self.text.push(self.between);
            }
            self.begun = true;
        }
    }

    /// A number where both bounds are the same, else what the bounds say.
    fn bounds(&mut self, min: Option<u64>, max: Option<u64>) {
        let (least, most) = (digits(min), digits(max));
        if min == max {
            return self.plain(&least);
        }
        let [before, between] = match (min, max) {
            (_, None) => ["≥ ", ""],
            (None, _) => ["≤ ", ""],
            _ => ["", "–"],
        };
        self.cell(&[before, &least, between, &most].concat());
    }

    fn words(&mut self, text: Option<&Text>) {
        for tag in self.languages {
            self.cell(
                text.map_or("", |it| it.in_language(tag).expect("a text is in each language")),
            );
        }
    }

    fn when(&mut self, When { words, span, basis }: &When) {
        self.words(words.as_ref());
        let span = span.unwrap_or_default();
        for day in [span.from, span.to] {
            self.plain(&day.map(|day| day.to_string()).unwrap_or_default());
        }
        self.words(basis.as_ref());
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
