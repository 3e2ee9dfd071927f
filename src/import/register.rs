//! A register of arms transfers, in the shape of SIPRI's: of today, as a spreadsheet has saved it, or of before.
//!
//! The register is one document, by an origin of the kind `database`, and its lines are the paragraphs. A row becomes one
//! transfer with up to three claims, of different stages: that so many were ordered, that they were delivered, that the
//! order as a whole was cancelled. Each says what the row says and nothing surer:
//!
//! - A number has bounds only where it is digits and nothing marks it as an estimate. `12` with a question mark in the
//!   column behind it, `(12)` and `~100` are kept as words. `. .` is no number.
//! - A year that is marked as an estimate has its interval with the mark as its basis.
//! - The comment is quoted with each claim, since it may take back what the columns say.
//! - A side that is no country (`unknown supplier(s)`, `Multiple sellers`, what has `*` or `**` behind its name) or a name
//!   that is not known makes no transfer: the row comes in as context of the side that is one.
//!
//! All is in English, as registers are.

use super::country::{self, CountryBook};
use super::ids::{Ids, digits};
use super::table::{Row, Table};
use super::work::{Half, Work};
use super::{Imported, Listed, NoTable, Remark, Why, is_called};
use crate::corpus::{
    Category, Claim, Day, Document, Kind, LONGEST_TITLE, Origin, OriginKind, Quantity, Source,
    Span, Stance, Status, Text, Transfer, When, fold, is_blank, is_unruly_in_pieces,
};
use crate::fingerprint::sha256;
use std::collections::HashMap;

/// The language of registers.
const LANGUAGE: &str = "en";

/// What the columns are called today, or were before.
const SUPPLIER: &[&str] = &["Supplier", "Supplier(s)", "Seller"];
const RECIPIENT: &[&str] = &["Recipient", "Recipient(s)", "Buyer"];
const ORDERED: &[&str] = &["Number ordered", "No. ordered", "Ordered"];
const DESIGNATION: &[&str] = &["Weapon designation", "No. designation", "Designation"];
const DESCRIPTION: &[&str] = &["Weapon description", "Description"];
const ORDER_YEAR: &[&str] = &["Year of order", "Year(s) of order", "Year of order/licence"];
const DELIVERED: &[&str] = &["Number delivered", "No. delivered", "Number delivered/produced"];
const DELIVERY_YEARS: &[&str] =
    &["Year(s) of delivery", "Year(s) of deliveries", "Years of delivery"];
const CONDITION: &[&str] = &["status"];
const COMMENTS: &[&str] = &["Comments", "Comment"];

/// The columns that are read.
const KNOWN: [&[&str]; 10] = [
    SUPPLIER,
    RECIPIENT,
    ORDERED,
    DESIGNATION,
    DESCRIPTION,
    ORDER_YEAR,
    DELIVERED,
    DELIVERY_YEARS,
    CONDITION,
    COMMENTS,
];

/// The register that others are shaped after, as it calls itself in its files' first lines.
const SIPRI: &str = "SIPRI Arms Transfers Database";

/// Whether a row is the header of a register.
pub fn is_header(cells: &[String]) -> bool {
    [SUPPLIER, RECIPIENT, DESIGNATION].iter().all(|it| place(cells, it).is_some())
}

fn place(columns: &[String], names: &[&str]) -> Option<usize> {
    columns.iter().position(|it| is_called(it, names))
}

/// Where the columns stand, looked up once for all rows.
struct Columns<'a> {
    names: &'a [String],
    places: HashMap<&'static str, usize>,
}

impl<'a> Columns<'a> {
    fn new(names: &'a [String]) -> Self {
        let places = KNOWN.iter().filter_map(|it| Some((*it.first()?, place(names, it)?)));
        Self { names, places: places.collect() }
    }

    fn place(&self, names: &[&str]) -> Option<usize> {
        self.places.get(names.first()?).copied()
    }
}

/// A row's cells by what they are.
struct Cells<'a> {
    columns: &'a Columns<'a>,
    row: &'a Row,
}

impl<'a> Cells<'a> {
    fn get(&self, names: &[&str]) -> &'a str {
        let at = self.columns.place(names);
        at.and_then(|it| self.row.cells.get(it)).map_or("", |it| it.trim())
    }

    /// A number or a year, as it is printed.
    fn figure(&self, names: &[&str]) -> Option<Figure> {
        let printed = self.get(names);
        // The column behind it has no name, and says whether it is an estimate.
        let behind = self.columns.place(names).map(|it| it + 1);
        let behind = behind.filter(|&it| self.columns.names.get(it).is_some_and(String::is_empty));
        let mark = behind.and_then(|it| self.row.cells.get(it)).map_or("", |it| it.trim());
        if !printed.chars().any(char::is_alphanumeric) {
            return None;
        }
        let is_estimate = !mark.is_empty() || printed.contains(['(', '?', '~']);
        let words = if mark.is_empty() { printed.to_owned() } else { format!("{printed} {mark}") };
        Some(Figure { words, is_estimate })
    }
}

/// A number or a year of a register.
struct Figure {
    /// As it is printed, with the mark behind it.
    words: String,
    /// Whether the register marks it as an estimate.
    is_estimate: bool,
}

impl Figure {
    /// The number, where it is digits and no estimate.
    fn exact(&self) -> Option<u64> {
        let is_exact = !self.is_estimate && self.words.bytes().all(|it| it.is_ascii_digit());
        self.words.parse().ok().filter(|_| is_exact)
    }

    /// Whether it says that there is none, estimated or not.
    fn is_none(&self) -> bool {
        let mut letters = self.words.chars().filter(|it| it.is_alphanumeric());
        letters.all(|it| it == '0')
    }

    fn quantity(&self) -> Quantity {
        let exact = self.exact();
        Quantity { words: text(&self.words), min: exact, max: exact }
    }

    /// The interval from the first year to the last; nothing where it is no list of years.
    fn when(&self) -> Option<When> {
        let is_of_years = |it: char| it.is_ascii_digit() || " ;,/-–()?~".contains(it);
        if !self.words.chars().all(is_of_years) {
            return None;
        }
        let parts = self.words.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty());
        let years: Option<Vec<u16>> = parts.map(|it| it.parse().ok()).collect();
        let years = years?;
        let span = Span {
            from: Some(Day::new(*years.iter().min()?, 1, 1)?),
            to: Some(Day::new(*years.iter().max()?, 12, 31)?),
        };
        let estimated = self.is_estimate.then(|| text("The register marks it as an estimate."));
        Some(When { words: Some(text(&self.words)), span: Some(span), basis: estimated })
    }

    /// As it stands in a sentence.
    fn told(&self) -> String {
        let words = self.words.replace(';', ",").replace(['(', ')', '?'], "");
        let words = words.trim();
        if self.is_estimate { format!("{words} (an estimate)") } else { words.to_owned() }
    }
}

fn text(words: &str) -> Text {
    Text::new(LANGUAGE, words)
}

/// Whether a line before the header says that what follows is from SIPRI's database. To name it is not enough: a table can be
/// compared with it or leave it out.
fn is_from_sipri(line: &str) -> bool {
    let line = line.to_ascii_lowercase();
    let from = ["information generated from", "generated from", "source:", "from"];
    let rest = from.iter().find_map(|it| line.strip_prefix(it)).unwrap_or(&line).trim_start();
    rest.strip_prefix("the ").unwrap_or(rest).starts_with(&SIPRI.to_ascii_lowercase())
}

/// The corpus that a register is.
pub async fn read<P: AsyncFnMut(usize) -> bool>(
    name: &str,
    bytes: &[u8],
    table: &Table,
    work: &mut Work<P>,
) -> Result<Imported, NoTable> {
    // What stands before somebody's own table may be anything: its file's name is no guess.
    let sipris = table.before.first().filter(|_| table.before.iter().any(|it| is_from_sipri(it)));
    let title = sipris.map_or(name, String::as_str).trim();
    let is_seen = |it: &char| !is_unruly_in_pieces(*it);
    let title: String = title.chars().filter(is_seen).take(LONGEST_TITLE).collect();
    let title = if is_blank(&title) { "Register" } else { &title };
    let publisher = if sipris.is_some() { SIPRI } else { title };
    let mut making = Making::default();
    let columns = Columns::new(&table.columns);
    for (at, row) in table.rows.iter().enumerate() {
        making.add(&columns, row);
        work.after(at, Half::Second, at, table.rows.len()).await?;
    }
    let origin = Origin {
        id: "register".to_owned(),
        name: text(publisher),
        kind: OriginKind::Database,
        unnamed: false,
        speaks_for: None,
    };
    // Of a text that is longer than can be counted nothing is kept that vouches for it.
    let counted = u16::try_from(table.paragraphs).ok();
    let last_named = making.claims.iter().map(|it| it.paragraph).max().unwrap_or_default();
    let document = Document {
        // Another edition of a register is the same document, whatever its file is called.
        id: digits(&["register"], 16),
        title: title.to_owned(),
        outlet: origin.id.clone(),
        outlet_basis: None,
        authors: Vec::new(),
        language: LANGUAGE.to_owned(),
        published: When::default(),
        sha256: counted.map(|_| sha256(bytes)),
        paragraphs: counted.unwrap_or(last_named),
        claims: making.claims,
        withdrawn: Vec::new(),
        fingerprints: Vec::new(),
    };
    let languages = vec![LANGUAGE.to_owned()];
    let source = Source {
        title: Some(text(title)),
        edition: None,
        countries: making.countries.iter().map(|id| country::row(id, &languages)).collect(),
        languages,
        categories: making.categories,
        origins: vec![origin],
        transfers: making.transfers,
        names: Vec::new(),
        documents: vec![document],
    };
    let (left_out, apart) = (making.left_out, making.apart);
    Ok(Imported { source, rows: table.rows.len(), left_out, apart, unread: unread(&table.columns) })
}

/// The columns that nothing is read from. Those without a name belong to the one before.
fn unread(columns: &[String]) -> Vec<String> {
    let is_known = |it: &String| KNOWN.iter().any(|names| is_called(it, names));
    columns.iter().filter(|it| !it.is_empty() && !is_known(it)).cloned().collect()
}

/// A corpus that is being made, row by row.
#[derive(Default)]
struct Making {
    book: Book,
    countries: Vec<&'static str>,
    categories: Vec<Category>,
    /// Where each category stands, by its name.
    places: HashMap<String, usize>,
    category_ids: Ids,
    transfers: Vec<Transfer>,
    claims: Vec<Claim>,
    row_ids: Ids,
    left_out: Listed,
    apart: Listed,
}

/// The names of countries.
struct Book(CountryBook);

impl Default for Book {
    fn default() -> Self {
        Self(CountryBook::new())
    }
}

impl Making {
    fn add(&mut self, columns: &Columns, row: &Row) {
        let leave_out = |why, what: &str| Remark { line: row.line, why, what: what.to_owned() };
        if row.is_too_long() {
            return self.left_out.add(leave_out(Why::TooLong, ""));
        }
        if row.cells.len() > columns.names.len() {
            return self.left_out.add(leave_out(Why::Cells, ""));
        }
        let Ok(paragraph) = u16::try_from(row.paragraph) else {
            return self.left_out.add(leave_out(Why::FarDown, ""));
        };
        let cells = Cells { columns, row };
        let [supplier, recipient] = [SUPPLIER, RECIPIENT].map(|it| cells.get(it));
        if supplier.is_empty() || recipient.is_empty() {
            let name = if supplier.is_empty() { SUPPLIER } else { RECIPIENT };
            return self.left_out.add(leave_out(Why::Missing, name.first().unwrap_or(&"")));
        }
        if is_blank(item(&cells)) {
            return self.left_out.add(leave_out(Why::Missing, "Weapon designation"));
        }
        let stages = stages(&cells);
        if stages.is_empty() {
            return self.left_out.add(leave_out(Why::NothingSaid, ""));
        }
        let sides = [supplier, recipient].map(|it| self.side(it));
        let category = self.category(cells.get(DESCRIPTION));
        let id = self.row_id(&cells, [sides[0].unwrap_or(supplier), sides[1].unwrap_or(recipient)]);
        let subject = match sides {
            [Some(from), Some(to)] if from != to => {
                self.transfers.push(transfer(&cells, &id, from, to, &category));
                Subject::Transfer(id.clone())
            }
            _ => {
                let same = sides[0].is_some() && sides[1].is_some();
                let why = if same { Why::SameCountry } else { Why::NoCountry };
                let what = if sides[0].is_none() { supplier } else { recipient };
                self.apart.add(leave_out(why, what));
                let mut countries: Vec<&str> = sides.into_iter().flatten().collect();
                countries.dedup();
                Subject::Context(category, countries.into_iter().map(str::to_owned).collect())
            }
        };
        for stage in stages {
            self.claims.push(claim(&cells, paragraph, &id, &subject, stage));
        }
    }

    /// The id of a row: what an order is known by in each edition, so not its numbers, nor what is marked as an estimate.
    fn row_id(&mut self, cells: &Cells, [supplier, recipient]: [&str; 2]) -> String {
        let year: String = cells.get(ORDER_YEAR).chars().filter(char::is_ascii_digit).collect();
        let words = [supplier, recipient, item(cells), &year];
        let [item, description] = [item(cells), cells.get(DESCRIPTION)].map(fold);
        let parts = [supplier, recipient, &item, &description, &year];
        self.row_ids.known_by(&words.join(" "), &parts)
    }

    /// The country that a side is, if it is one.
    fn side(&mut self, name: &str) -> Option<&'static str> {
        let id = self.book.0.find(name)?;
        if !self.countries.contains(&id) {
            self.countries.push(id);
        }
        Some(id)
    }

    /// The id of the category that a description is.
    fn category(&mut self, description: &str) -> String {
        let name = if is_blank(description) { "not described" } else { description };
        let count = self.categories.len();
        let at = *self.places.entry(fold(name)).or_insert(count);
        if at == count {
            let id = self.category_ids.fresh(name);
            self.categories.push(Category { id, name: text(name) });
        }
        self.categories.get(at).map(|it| it.id.clone()).unwrap_or_default()
    }
}

/// What a row's claims speak of.
enum Subject {
    Transfer(String),
    Context(String, Vec<String>),
}

/// What a row says of a stage.
struct Stage {
    status: Status,
    number: Option<Figure>,
    years: Option<Figure>,
}

/// The stages that a row tells of, in the order in which they come.
fn stages(cells: &Cells) -> Vec<Stage> {
    let [ordered, delivered, order_year, delivery_years] =
        [ORDERED, DELIVERED, ORDER_YEAR, DELIVERY_YEARS].map(|it| cells.figure(it));
    let is_none = |it: &Option<Figure>| it.as_ref().is_some_and(Figure::is_none);
    let mut stages = Vec::new();
    if !is_none(&ordered) && (ordered.is_some() || order_year.is_some()) {
        stages.push(Stage { status: Status::Agreed, number: ordered, years: order_year });
    }
    if !is_none(&delivered) && (delivered.is_some() || delivery_years.is_some()) {
        stages.push(Stage { status: Status::Delivered, number: delivered, years: delivery_years });
    }
    // An order of which something came was not cancelled as a whole.
    let is_delivered = stages.iter().any(|it| it.status == Status::Delivered);
    if !is_delivered && is_cancelled(cells.get(COMMENTS)) {
        stages.push(Stage { status: Status::Cancelled, number: None, years: None });
    }
    stages
}

/// Whether a comment begins with that the order was cancelled, and says neither of what nor how much of it.
fn is_cancelled(comment: &str) -> bool {
    let first = comment.split([';', '.']).next().unwrap_or_default();
    if !first.chars().all(|it| it.is_alphanumeric() || " ()".contains(it)) {
        return false;
    }
    let words: Vec<String> =
        first.split([' ', '(', ')']).filter(|it| !it.is_empty()).map(fold).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let behind = match words.as_slice() {
        ["order" | "contract" | "deal", rest @ ..] => rest,
        words => words,
    };
    let ["cancelled" | "canceled", behind @ ..] = behind else { return false };
    let is_year = |it: &str| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit());
    matches!(behind, [] | ["in", _] | [_]) && behind.last().is_none_or(|it| is_year(it))
}

fn item<'a>(cells: &Cells<'a>) -> &'a str {
    let designation = cells.get(DESIGNATION);
    if is_blank(designation) { cells.get(DESCRIPTION) } else { designation }
}

fn transfer(cells: &Cells, id: &str, from: &str, to: &str, category: &str) -> Transfer {
    Transfer {
        id: id.to_owned(),
        from: from.to_owned(),
        to: to.to_owned(),
        kind: Kind::Supply,
        category: category.to_owned(),
        item: text(item(cells)),
        in_return_for: None,
    }
}

fn claim(cells: &Cells, paragraph: u16, row: &str, subject: &Subject, stage: Stage) -> Claim {
    let statement = text(&statement(cells, &stage));
    let Stage { status, number, years } = stage;
    let (transfer, category, countries) = match subject {
        Subject::Transfer(id) => (Some(id.clone()), None, Vec::new()),
        Subject::Context(category, countries) => (None, Some(category.clone()), countries.clone()),
    };
    Claim {
        id: format!("{row}-{}", status.id()),
        paragraph,
        // Only a transfer has a status.
        status: if transfer.is_some() { status } else { Status::Unknown },
        transfer,
        category,
        countries,
        stance: Stance::Asserts,
        attribution: Vec::new(),
        disputes: Vec::new(),
        item: Some(text(item(cells))),
        quantity: number.as_ref().map(Figure::quantity),
        when: years.as_ref().and_then(Figure::when),
        reported: None,
        statement,
    }
}

/// What a row says of a stage, in a sentence, and its comment.
fn statement(cells: &Cells, stage: &Stage) -> String {
    let Stage { status, number, years } = stage;
    let [supplier, recipient, description, condition, comment] =
        [SUPPLIER, RECIPIENT, DESCRIPTION, CONDITION, COMMENTS].map(|it| cells.get(it));
    let number = number.as_ref().map(|it| it.told() + " ").unwrap_or_default();
    let (name, details) = match cells.get(DESIGNATION) {
        "" => (description, vec![condition]),
        designation => (designation, vec![description, condition]),
    };
    let details: Vec<&str> = details.into_iter().filter(|it| !it.is_empty()).collect();
    let details = details.join(", ");
    let details = if details.is_empty() { details } else { format!(" ({details})") };
    let what = format!("{number}{name}{details}");
    let years = years.as_ref().map(|it| format!(", in {}", it.told())).unwrap_or_default();
    let mut told = match status {
        Status::Delivered => format!("{supplier} delivered {what} to {recipient}{years}."),
        Status::Cancelled => {
            format!("The order of {what} by {recipient} from {supplier} was cancelled.")
        }
        _ => format!("{recipient} ordered {what} from {supplier}{years}."),
    };
    if comment.chars().any(char::is_alphanumeric) {
        told.push_str(&[" The register’s comment: “", comment, "”."].concat());
    }
    told
}
