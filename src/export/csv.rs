//! A table with a row a claim.
//!
//! First the columns of SIPRI's trade register, by their names and in their order, and in them only what
//! means the same there:
//!
//! - Recipient, supplier and weapon stand there for what is said to be moved; not for what is given in
//!   return, which is no weapon. The designation is what the claim prints, the description the category.
//! - A number is `Number delivered` only where a claim asserts that so many are delivered, and `Number
//!   ordered` only where it asserts that so many are agreed. What is printed as a range, or with an open
//!   end, is no number: `≥ 101`, `≤ 20`, `100–150`. SIPRI's brackets are not used, since spreadsheets read
//!   `(150)` as −150.
//! - `Year(s) of delivery` is the printed time of what is said to be delivered, `2022`, `2022–2023`,
//!   `≥ 2022`; a time that is only inferred does not stand there.
//! - What the corpus does not have stays empty: `Year of order` (the time of an agreed transfer may be that
//!   of its delivery), `status` (whether arms are new), and SIPRI's own measure. Its columns without a name,
//!   which say what it estimates, are left out.
//!
//! Then all that the corpus has. `Claimed status` has the stance before it where the claim does not assert
//! it: `denies: delivered`. Several values of a cell are parted by `; `, the links of a chain by ` ← `, from
//! the outlet back to the root.
//!
//! What was withdrawn stands behind all others, in the whole corpus alone: its `Claimed status` is `withdrawn`, and
//! no column has a figure of it.
//!
//! Whatever opens the table takes each cell for what it is (`cell`): numbers and days stand as they are,
//! texts so that they are none.

pub mod cell;
mod row;

use super::{Dialect, Taken, digits};
use crate::corpus::{
    Claim, ClaimId, Corpus, Day, Document, DocumentId, Edition, HashMap, Kind, OriginId, Stance,
    Status, Text, Transfer, Withdrawn,
};
use crate::evidence::{Trust, accountable};
use crate::words::{self, Attributed, words};
use cell::{named, sha256};
use csv::{Terminator, WriterBuilder};
use row::{Columns, Row};

/// What stands between several values of a cell.
pub const SEVERAL: &str = "; ";
/// What stands between the links of a chain.
pub const CITING: &str = " ← ";

/// The table.
pub fn csv(taken: &Taken, dialect: Dialect) -> String {
    let mut writer = WriterBuilder::new()
        .delimiter(dialect.separator())
        .terminator(Terminator::CRLF)
        .from_writer(dialect.mark().as_bytes().to_vec());
    let mut write = |cells: &[String]| {
        writer.write_record(cells).expect("each row has as many cells, and memory takes them");
    };
    let columns = Columns::new(&taken.corpus.source().languages);
    let disputed = disputed(taken.corpus);
    write(columns.names());
    for &claim in &taken.claims {
        write(&row(taken, &columns, claim, &disputed).cells);
    }
    for (document, it) in taken.withdrawn() {
        write(&withdrawn(taken, &columns, document, it).cells);
    }
    let bytes = writer.into_inner().expect("memory takes it");
    String::from_utf8(bytes).expect("it is made of texts")
}

/// The columns of a corpus in some languages.
#[must_use]
pub fn columns(languages: &[String]) -> Vec<String> {
    Columns::new(languages).names().to_vec()
}

/// Of each claim that is contradicted the ids of those that contradict it.
fn disputed(corpus: &Corpus) -> HashMap<ClaimId, Vec<String>> {
    let mut disputed: HashMap<ClaimId, Vec<String>> = HashMap::default();
    for (by, claim) in corpus.claims() {
        for &at in corpus.disputes_of(by) {
            disputed.entry(at).or_default().push(claim.id.clone());
        }
    }
    disputed
}

/// All that there is to say of a claim.
fn row<'a>(
    taken: &Taken,
    columns: &'a Columns<'a>,
    at: ClaimId,
    disputed: &HashMap<ClaimId, Vec<String>>,
) -> Row<'a> {
    let corpus = taken.corpus;
    let mut row = Row::new(columns);
    sipri(&mut row, taken, at);
    claimed(&mut row, corpus, at);
    attribution(&mut row, corpus, at);
    row.list("Disputes", "claim", &corpus.claim(at).disputes);
    row.list("Disputed by", "claim", disputed.get(&at).map_or(&[], Vec::as_slice));
    document(&mut row, corpus, corpus.document_of(at));
    edition(&mut row, taken);
    row
}

/// What there is to say of a claim that was withdrawn: that it was, and why. In no column does it count.
fn withdrawn<'a>(
    taken: &Taken,
    columns: &'a Columns<'a>,
    at: DocumentId,
    it: &Withdrawn,
) -> Row<'a> {
    let (corpus, lang) = (taken.corpus, taken.shown.lang);
    let Withdrawn { date, reason, claim } = it;
    let since = words(lang)
        .withdrawn
        .since(&words::date(lang, date), &words::apart(lang, reason.get(lang)));
    let mut row = Row::new(columns);
    row.text("Comments", &since);
    row.plain("Claim ID", named("claim", &claim.id));
    row.texts("Statement", Some(&claim.statement));
    row.plain("Claimed status", "withdrawn".to_owned());
    row.plain("Withdrawn", date.clone());
    row.texts("Withdrawal reason", Some(reason));
    row.plain("Paragraph", claim.paragraph.to_string());
    document(&mut row, corpus, at);
    edition(&mut row, taken);
    row
}

/// Of which corpus it is, what selected it, and where that is seen.
fn edition(row: &mut Row, taken: &Taken) {
    let Edition { date, sha256: hash, selection } = &taken.edition;
    let lang = taken.shown.lang;
    row.text("Corpus", taken.title(lang).unwrap_or(words(lang).site));
    row.plain("Corpus date", date.clone());
    row.plain("Corpus SHA-256", sha256(hash));
    row.text("Selection", selection.as_deref().unwrap_or_default());
    row.text("Link", &taken.link);
}

/// SIPRI's columns.
fn sipri(row: &mut Row, taken: &Taken, at: ClaimId) {
    let (corpus, lang) = (taken.corpus, taken.shown.lang);
    let claim = corpus.claim(at);
    let moved = corpus.transfer_of(at).filter(|&it| corpus.transfer(it).kind != Kind::Payment);
    let sides = moved.map(|it| corpus.sides(it));
    let category = &corpus.category(corpus.category_of(at)).name;
    let text = |text: Option<&Text>| text.map_or("", |it| it.get(lang)).to_owned();
    let country = |it| text(Some(taken.country(it)));
    let number = |status: Status| {
        let is_so = moved.is_some() && is_asserted(claim, status);
        let quantity = claim.quantity.as_ref().filter(|_| is_so);
        quantity.map(|it| bounds(it.min, it.max)).unwrap_or_default()
    };
    let printed = claim.when.as_ref().filter(|it| !it.is_undated());
    let is_delivered = moved.is_some() && is_asserted(claim, Status::Delivered);
    let delivered = printed.filter(|_| is_delivered).and_then(|it| it.span);
    let years = delivered.map(|it| bounds(year(it.from), year(it.to)));
    let (trust, countries) = (Trust::all(corpus), &taken.shown.atlas.countries);
    row.text("Recipient", &sides.map(|(_, to)| country(to)).unwrap_or_default());
    row.text("Supplier", &sides.map(|(from, _)| country(from)).unwrap_or_default());
    row.plain("Number ordered", number(Status::Agreed));
    row.text("Weapon designation", &text(moved.and(claim.item.as_ref())));
    row.text("Weapon description", &text(moved.map(|_| category)));
    row.plain("Number delivered", number(Status::Delivered));
    row.plain("Year(s) of delivery", years.unwrap_or_default());
    row.text("Comments", &Attributed { trust, countries, lang }.claim(at));
}

/// Whether a claim asserts that a transfer has come just so far.
fn is_asserted(claim: &Claim, status: Status) -> bool {
    claim.stance == Stance::Asserts && claim.status == status
}

fn year(day: Option<Day>) -> Option<u64> {
    day.map(|day| day.year().into())
}

/// A number where both bounds are the same, else what the bounds say.
fn bounds(min: Option<u64>, max: Option<u64>) -> String {
    let (least, most) = (digits(min), digits(max));
    match (min, max) {
        _ if min == max => least,
        (_, None) => ["≥ ", &least].concat(),
        (None, _) => ["≤ ", &most].concat(),
        _ => [&least, "–", &most].concat(),
    }
}

/// What a claim says, and of which transfer or in which category.
fn claimed(row: &mut Row, corpus: &Corpus, at: ClaimId) {
    // Each is taken apart, so that a new field is not forgotten.
    #[rustfmt::skip]
    let Claim {
        id, paragraph, transfer: _, category: _, countries, status, stance, attribution: _,
        disputes: _, item, quantity, when, reported, statement,
    } = corpus.claim(at);
    let transfer = corpus.transfer_of(at).map(|it| corpus.transfer(it));
    let category = corpus.category(corpus.category_of(at));
    let before = if *stance == Stance::Asserts { ["", ""] } else { [stance.id(), ": "] };
    let claimed_status = transfer.map(|_| [before.concat().as_str(), status.id()].concat());
    row.plain("Claim ID", named("claim", id));
    row.texts("Statement", Some(statement));
    row.plain("Stance", stance.id().to_owned());
    row.plain("Claimed status", claimed_status.unwrap_or_default());
    row.plain("Paragraph", paragraph.to_string());
    if let Some(transfer) = transfer {
        of_transfer(row, transfer);
    }
    row.plain("Category ID", named("category", &category.id));
    row.texts("Category", Some(&category.name));
    row.text("Countries", &countries.join(SEVERAL));
    row.texts("Item", item.as_ref());
    row.printed("Quantity words", quantity.as_ref().map(|it| &it.words));
    row.plain("Quantity min", digits(quantity.as_ref().and_then(|it| it.min)));
    row.plain("Quantity max", digits(quantity.as_ref().and_then(|it| it.max)));
    row.when("When", when.as_ref());
    row.when("Reported", reported.as_ref());
}

fn of_transfer(row: &mut Row, transfer: &Transfer) {
    let Transfer { id, from, to, kind, category: _, item, in_return_for } = transfer;
    row.plain("Transfer ID", named("transfer", id));
    row.plain("Kind", kind.id().to_owned());
    row.text("From", from);
    row.text("To", to);
    row.texts("Transfer item", Some(item));
    let paid = in_return_for.as_ref().map(|it| named("transfer", it));
    row.plain("In return for", paid.unwrap_or_default());
}

/// Who answers for a claim, and the chain that it has come by.
fn attribution(row: &mut Row, corpus: &Corpus, at: ClaimId) {
    let origin = corpus.origin(accountable(corpus, at));
    row.plain("Accountable origin ID", named("origin", &origin.id));
    row.texts("Accountable origin", Some(&origin.name));
    row.plain("Accountable origin kind", origin.kind.id().to_owned());
    let names = corpus.chain(at).iter().map(|&it| &corpus.origin(it).name);
    row.chain("Attribution", &names.collect::<Vec<_>>());
    let links = |of: &dyn Fn(OriginId) -> String| {
        corpus.chain(at).iter().map(|&it| of(it)).collect::<Vec<_>>().join(CITING)
    };
    row.plain("Attribution IDs", links(&|it| named("origin", &corpus.origin(it).id)));
    row.plain("Attribution kinds", links(&|it| corpus.origin(it).kind.id().to_owned()));
    let unnamed = |it| if corpus.origin(it).unnamed { "yes" } else { "no" };
    row.plain("Attribution unnamed", links(&|it| unnamed(it).to_owned()));
    let speaks_for = |it| corpus.origin(it).speaks_for.as_deref().unwrap_or("nobody");
    row.plain("Attribution speaks for", links(&|it| speaks_for(it).to_owned()));
}

/// The document that a claim stands in.
fn document(row: &mut Row, corpus: &Corpus, at: DocumentId) {
    #[rustfmt::skip]
    let Document {
        id, title, outlet: _, outlet_basis, authors, language, published, sha256: hash, paragraphs,
        claims: _, withdrawn: _, fingerprints: _,
    } = corpus.document(at);
    row.plain("Document ID", named("document", id));
    row.text("Title", title);
    row.texts("Outlet", Some(&corpus.origin(corpus.outlet(at)).name));
    row.texts("Outlet basis", outlet_basis.as_ref());
    row.text("Authors", &authors.join(SEVERAL));
    row.text("Language", language);
    row.when("Published", Some(published));
    row.plain("Text SHA-256", sha256(hash.as_deref().unwrap_or_default()));
    // Nobody has counted the paragraphs of a text that is not known.
    row.plain("Paragraphs", digits(hash.as_ref().map(|_| (*paragraphs).into())));
}
