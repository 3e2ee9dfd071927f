//! What a row of a sheet says.

use super::Misfit;
use super::cells::{Cells, Columns, missing, of, sound};
use crate::corpus::{
    Claim, Document, Kind, OriginKind, Quantity, Stance, Status, Text, Transfer, is_hexadecimal,
    is_tag,
};
use crate::import::Why;
use crate::import::country::CountryBook;
use crate::import::table::Row;

/// What a row says, before what it names has ids.
pub struct Said {
    /// Its document, without outlet and claims.
    pub document: Document,
    pub document_id: Option<String>,
    /// Who says so, from the outlet back to the root.
    pub chain: Vec<Voice>,
    pub category: Text,
    pub category_id: Option<String>,
    /// Its transfer, without id and category; nothing where it is context.
    pub transfer: Option<Transfer>,
    pub transfer_id: Option<String>,
    /// The claim, without what has its ids elsewhere.
    pub claim: Claim,
    /// All countries that it names.
    pub countries: Vec<&'static str>,
}

/// An origin, as a row tells of it.
pub struct Voice {
    pub id: Option<String>,
    pub name: Text,
    pub kind: OriginKind,
    pub unnamed: bool,
    pub speaks_for: Option<&'static str>,
}

/// Reads rows.
pub struct Reader<'a> {
    columns: &'a Columns,
    book: CountryBook,
}

impl<'a> Reader<'a> {
    pub fn new(columns: &'a Columns) -> Self {
        Self { columns, book: CountryBook::new() }
    }

    pub fn read(&self, row: &Row) -> Result<Said, Misfit> {
        let cells = self.columns.of(row);
        if row.is_too_long() {
            return Err((Why::TooLong, String::new()));
        }
        if cells.are_too_many() {
            return Err((Why::Cells, String::new()));
        }
        let (stance, status) = stance_and_status(&cells)?;
        let chain = self.chain(&cells)?;
        let category = cells.needed_text("Category")?;
        let sides = self.sides(&cells)?;
        let transfer = sides.map(|sides| transfer(&cells, sides, &category)).transpose()?;
        let listed = cells.list("Countries").into_iter();
        let listed = listed.map(|it| self.country(it)).collect::<Result<Vec<_>, _>>()?;
        if transfer.is_some() && !listed.is_empty() {
            return Err((Why::UnknownWord, of("Countries", cells.get("Countries"))));
        }
        if transfer.is_none() && status != Status::Unknown {
            return Err(missing("From"));
        }
        let document = document(&cells)?;
        let mut claim = claim(&cells, &document)?;
        claim.status = status;
        claim.stance = stance;
        claim.countries = listed.iter().map(|it| (*it).to_owned()).collect();
        let speakers = chain.iter().filter_map(|it| it.speaks_for);
        let countries = sides.into_iter().flatten().chain(listed).chain(speakers).collect();
        Ok(Said {
            document_id: document_id(&cells)?,
            document,
            chain,
            category,
            category_id: cells.sound_id("Category ID", "category")?,
            transfer,
            transfer_id: cells.sound_id("Transfer ID", "transfer")?,
            claim,
            countries,
        })
    }

    fn country(&self, name: &str) -> Result<&'static str, Misfit> {
        self.book.find(name).ok_or_else(|| (Why::NoCountry, name.to_owned()))
    }

    /// The supplier and the recipient; nothing where none of them is named.
    fn sides(&self, cells: &Cells) -> Result<Option<[&'static str; 2]>, Misfit> {
        let side = |code: &str, name: &str| {
            let (coded, named) = (cells.get(code), cells.get(name));
            let found = self.book.find(coded).or_else(|| self.book.find(named));
            let told = if coded.is_empty() { named } else { coded };
            match found {
                None if !told.is_empty() => Err((Why::NoCountry, told.to_owned())),
                found => Ok(found),
            }
        };
        match (side("From", "Supplier")?, side("To", "Recipient")?) {
            (Some(from), Some(to)) if from == to => Err((Why::SameCountry, from.to_owned())),
            (Some(from), Some(to)) => Ok(Some([from, to])),
            (None, None) => Ok(None),
            (None, _) => Err(missing("From")),
            (_, None) => Err(missing("To")),
        }
    }

    /// Who says so. The outlet alone needs no attribution, and no kind.
    fn chain(&self, cells: &Cells) -> Result<Vec<Voice>, Misfit> {
        let outlet = cells.needed_text("Outlet")?;
        let names = self.names(cells, &outlet)?;
        let column = |name: &str| {
            let links = cells.chain(name);
            let fits = links.is_empty() || links.len() == names.len();
            if fits { Ok(links) } else { Err((Why::Chain, name.to_owned())) }
        };
        let ids = column("Attribution IDs")?;
        let (kinds, unnamed) = (column("Attribution kinds")?, column("Attribution unnamed")?);
        let speaks_for = column("Attribution speaks for")?;
        if names.len() > 1 && kinds.is_empty() {
            return Err(missing("Attribution kinds"));
        }
        let voice = |(at, name): (usize, Text)| {
            let id = ids.get(at).map_or("", |it| it.strip_prefix("origin:").unwrap_or(it));
            let kind = kinds.get(at).map_or(Ok(OriginKind::Outlet), |it| {
                let known = OriginKind::ALL.into_iter().find(|kind| kind.id() == it.to_lowercase());
                known.ok_or_else(|| (Why::UnknownWord, of("Attribution kinds", it)))
            })?;
            let is_unspecified = kind == OriginKind::Unspecified;
            let unnamed = match unnamed.get(at).map(|it| it.to_lowercase()).as_deref() {
                None => is_unspecified,
                Some("yes") => true,
                Some("no") if !is_unspecified => false,
                Some(it) => return Err((Why::UnknownWord, of("Attribution unnamed", it))),
            };
            let country = speaks_for.get(at).filter(|it| !it.eq_ignore_ascii_case("nobody"));
            let speaks_for = country.map(|it| self.country(it)).transpose()?;
            Ok(Voice { id: sound(id, "Attribution IDs")?, name, kind, unnamed, speaks_for })
        };
        names.into_iter().enumerate().map(voice).collect()
    }

    /// The names of a chain's links, each in every language.
    fn names(&self, cells: &Cells, outlet: &Text) -> Result<Vec<Text>, Misfit> {
        let column = |tag: &str| format!("Attribution ({tag})");
        let languages = &self.columns.languages;
        // The export has chains in the languages of the viewer, whatever the corpus's are.
        let written = languages.iter().map(String::as_str).chain(["en", "de"]);
        let Some(other) = written.map(column).find(|it| self.columns.has(it)) else {
            return Ok(vec![outlet.clone()]);
        };
        let mut names: Vec<Text> = Vec::new();
        for tag in languages {
            let own = column(tag);
            let is_own = self.columns.has(&own);
            let column = if is_own { own } else { other.clone() };
            let mut links = cells.chain(&column);
            let published_by = outlet.in_language(tag).unwrap_or_default();
            match links.first_mut() {
                None => links.push(published_by),
                Some(first) if is_own && *first != published_by => {
                    return Err((Why::Chain, column));
                }
                Some(first) => *first = published_by,
            }
            if names.is_empty() {
                names = links.into_iter().map(|it| Text::new(tag, it)).collect();
            } else if names.len() == links.len() {
                let both = names.into_iter().zip(links);
                names = both.map(|(name, link)| name.with(tag, link)).collect();
            } else {
                return Err((Why::Chain, column));
            }
        }
        Ok(names)
    }
}

/// The stance and the status. The export has the stance in a column of its own and before the status, of which people may
/// have kept one.
fn stance_and_status(cells: &Cells) -> Result<(Stance, Status), Misfit> {
    let cell = cells.get("Claimed status");
    let (before, word) = cell.split_once(':').unwrap_or(("", cell));
    let word = word.trim().to_lowercase();
    if word == "withdrawn" {
        return Err((Why::Withdrawn, String::new()));
    }
    let unknown = || (Why::UnknownWord, of("Claimed status", cell));
    let known = Status::ALL.into_iter().find(|it| it.id() == word);
    let known = if word.is_empty() { Some(Status::Unknown) } else { known };
    let status = known.ok_or_else(unknown)?;
    let (own, before) = (stance("Stance", cells.get("Stance"))?, stance("Claimed status", before)?);
    if own.zip(before).is_some_and(|(own, before)| own != before) {
        return Err(unknown());
    }
    Ok((own.or(before).unwrap_or(Stance::Asserts), status))
}

/// The stance that a word means; nothing where there is none.
fn stance(column: &str, word: &str) -> Result<Option<Stance>, Misfit> {
    let word = word.trim();
    if word.is_empty() {
        return Ok(None);
    }
    let known = Stance::ALL.into_iter().find(|it| it.id() == word.to_lowercase());
    known.map(Some).ok_or_else(|| (Why::UnknownWord, of(column, word)))
}

fn transfer(cells: &Cells, [from, to]: [&str; 2], category: &Text) -> Result<Transfer, Misfit> {
    let word = cells.needed("Kind")?;
    let kind = Kind::ALL.into_iter().find(|it| it.id() == word.to_lowercase());
    let kind = kind.ok_or_else(|| (Why::UnknownWord, of("Kind", word)))?;
    let paid = cells.sound_id("In return for", "transfer")?;
    if paid.is_some() != (kind == Kind::Payment) {
        return Err(missing(if paid.is_some() { "Kind" } else { "In return for" }));
    }
    let item = cells.text("Transfer item")?;
    let item = match item {
        Some(item) => item,
        None => cells.text("Item")?.unwrap_or_else(|| category.clone()),
    };
    Ok(Transfer {
        id: String::new(),
        from: from.to_owned(),
        to: to.to_owned(),
        kind,
        category: String::new(),
        item,
        in_return_for: paid,
    })
}

fn document_id(cells: &Cells) -> Result<Option<String>, Misfit> {
    let id = cells.id("Document ID", "document");
    let is_sound = is_hexadecimal(id, 16);
    if id.is_empty() || is_sound {
        return Ok(is_sound.then(|| id.to_owned()));
    }
    Err((Why::NoId, of("Document ID", id)))
}

fn document(cells: &Cells) -> Result<Document, Misfit> {
    let language = cells.needed("Language")?;
    if !is_tag(language) {
        return Err((Why::UnknownWord, of("Language", language)));
    }
    let hash = cells.id("Text SHA-256", "sha256");
    let is_hash = is_hexadecimal(hash, 64);
    if !hash.is_empty() && !is_hash {
        return Err((Why::NoId, of("Text SHA-256", hash)));
    }
    let count = cells.number("Paragraphs")?;
    if is_hash && count.is_none() {
        return Err(missing("Paragraphs"));
    }
    Ok(Document {
        id: String::new(),
        title: cells.needed("Title")?.to_owned(),
        outlet: String::new(),
        outlet_basis: cells.text("Outlet basis")?,
        authors: cells.list("Authors").into_iter().map(str::to_owned).collect(),
        language: language.to_owned(),
        published: cells.when("Published")?.unwrap_or_default(),
        sha256: is_hash.then(|| hash.to_owned()),
        // Without the text nobody knows how many there are.
        paragraphs: count.filter(|_| is_hash).unwrap_or_default(),
        claims: Vec::new(),
        withdrawn: Vec::new(),
        fingerprints: Vec::new(),
    })
}

fn claim(cells: &Cells, document: &Document) -> Result<Claim, Misfit> {
    let paragraph: u16 = cells.number("Paragraph")?.ok_or_else(|| missing("Paragraph"))?;
    let is_beyond = document.sha256.is_some() && paragraph > document.paragraphs;
    if paragraph == 0 || is_beyond {
        return Err((Why::NoNumber, of("Paragraph", cells.get("Paragraph"))));
    }
    let (min, max) = (cells.number("Quantity min")?, cells.number("Quantity max")?);
    let words = cells.printed("Quantity words")?;
    if matches!((min, max), (Some(min), Some(max)) if min > max) {
        return Err((Why::Backwards, "Quantity min".to_owned()));
    }
    if words.is_none() && (min.is_some() || max.is_some()) {
        return Err(missing("Quantity words"));
    }
    let disputes = cells.ids("Disputes", "claim").into_iter();
    Ok(Claim {
        id: cells.sound_id("Claim ID", "claim")?.unwrap_or_default(),
        paragraph,
        transfer: None,
        category: None,
        countries: Vec::new(),
        status: Status::Unknown,
        stance: Stance::Asserts,
        attribution: Vec::new(),
        disputes: disputes.map(str::to_owned).collect(),
        item: cells.text("Item")?,
        quantity: words.map(|words| Quantity { words, min, max }),
        when: cells.when("When")?,
        reported: cells.when("Reported")?,
        statement: cells.needed_text("Statement")?,
    })
}
