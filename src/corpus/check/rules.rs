//! The rules that a corpus obeys.

use super::form::{
    CATEGORIES, COUNTRIES, DOCUMENTS, EDITION, FINGERPRINTS, LANGUAGES, NAMES, ORIGINS, Pieces,
    TITLE, TRANSFERS,
};
use super::locate::At;
use super::{List, MAKE};
use crate::corpus::ids::Id;
use crate::corpus::rows::{Names, Rows};
use crate::corpus::{
    Anchor, Claim, Country, Document, Edition, HashMap, HashSet, Kind, LONGEST_ID, LONGEST_NAME,
    LONGEST_TEXT, LONGEST_TITLE, Limit, MOST_LANGUAGES, MOST_LISTED, MOST_NAMES, Origin,
    OriginKind, Quantity, Source, Span, Stance, Status, Text, Transfer, TransferId, TransferSet,
    When, Withdrawn, fold, is_blank, is_unruly, turning_mark,
};

/// A document's list of what was withdrawn.
const WITHDRAWN: &str = "withdrawn";

/// Holds a corpus to every rule, and adds what is wrong. Gives the rows by which it has looked for what is named.
pub(super) fn hold<'p>(source: &Source, pieces: &Pieces<'p>, faults: &mut List<'p>) -> Rows {
    let has_fingerprints = source.documents.iter().any(|it| !it.fingerprints.is_empty());
    let rows = Rows::new(source);
    let ids = Ids::of(source, &rows);
    let spoken_of = TransferSet::new();
    let mut checker =
        Checker { source, languages: None, has_fingerprints, ids, spoken_of, pieces, faults };
    if !checker.is_too_large() {
        checker.all();
    }
    rows
}

struct Checker<'a, 'p> {
    source: &'a Source,
    /// The languages that each text is to have; nothing where what names them is itself wrong.
    languages: Option<&'a [String]>,
    /// Whether any document has fingerprints.
    has_fingerprints: bool,
    ids: Ids<'a>,
    /// The transfers that a claim speaks of, which was not withdrawn.
    spoken_of: TransferSet,
    pieces: &'a Pieces<'p>,
    faults: &'a mut List<'p>,
}

/// What can be referred to.
struct Ids<'a> {
    rows: &'a Rows,
    /// The claims that were withdrawn.
    withdrawn: HashSet<&'a str>,
    /// The transfers that these spoke of.
    once_spoken_of: HashSet<&'a str>,
}

impl<'a> Ids<'a> {
    fn of(source: &'a Source, rows: &'a Rows) -> Self {
        let withdrawn = source.documents.iter().flat_map(|it| &it.withdrawn);
        Self {
            rows,
            withdrawn: withdrawn.clone().map(|it| it.claim.id.as_str()).collect(),
            once_spoken_of: withdrawn.filter_map(|it| it.claim.transfer.as_deref()).collect(),
        }
    }
}

/// Whether a text is so many hexadecimal digits, as we write them.
#[must_use]
pub fn is_hexadecimal(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// Whether a text could be a tag of BCP 47: a language of two to eight letters, and what narrows it down.
#[must_use]
pub fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    text.len() <= LONGEST_ID
        && (2..=8).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_lowercase())
        && parts
            .all(|it| (1..=8).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// The first sign of a text that nobody sees and that does something to what stands around it.
fn unruly(text: &str) -> Option<char> {
    // Such a sign begins with one of these bytes, and few texts have any.
    let may_be = |it: u8| it < b' ' || matches!(it, 0x7f | 0xc2 | 0xd8 | 0xe2);
    if !text.bytes().any(may_be) {
        return None;
    }
    text.chars().find(|it| is_unruly(*it)).or_else(|| turning_mark(text))
}

/// Words as they are quoted one after another.
fn quoted(words: &[String]) -> String {
    words.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
}

impl Checker<'_, '_> {
    fn fault(&mut self, at: &At, wrong: impl Into<String>, remedy: impl Into<String>) {
        let pieces = self.pieces;
        self.faults.add(|| pieces.fault(at, wrong.into(), remedy.into()));
    }

    /// Something wrong with a text, whose remedy is as long as the list of the languages, and so is made only
    /// where it will be read.
    fn text_fault(&mut self, at: &At, wrong: String, languages: &[String]) {
        let pieces = self.pieces;
        self.faults.add(|| {
            let remedy = format!("give it in every language of the corpus: {}", quoted(languages));
            pieces.fault(at, wrong, remedy)
        });
    }

    fn all(&mut self) {
        let source = self.source;
        self.languages();
        if let Some(title) = &source.title {
            self.title(title);
        }
        if let Some(edition) = &source.edition {
            self.edition(edition);
        }
        self.tables();
        let documents = At::Top.key(DOCUMENTS);
        for (item, document) in source.documents.iter().enumerate() {
            self.document(&documents.item(item), document);
        }
        self.unspoken();
    }

    /// Whether there is so much of something that it is not even told what is wrong with the rest.
    fn is_too_large(&mut self) -> bool {
        let source = self.source;
        let of = |it: &Document| it.claims.len() + it.withdrawn.len();
        let counts = [
            (COUNTRIES, source.countries.len(), Limit::Rows),
            (CATEGORIES, source.categories.len(), Limit::Rows),
            (ORIGINS, source.origins.len(), Limit::Rows),
            (TRANSFERS, source.transfers.len(), Limit::Rows),
            (NAMES, source.names.len(), Limit::Rows),
            (DOCUMENTS, source.documents.len(), Limit::Rows),
            (DOCUMENTS, source.documents.iter().map(of).sum(), Limit::Claims),
        ];
        let mut is_too_large = false;
        for (table, _, limit) in counts.into_iter().filter(|(_, count, it)| *count > it.most()) {
            is_too_large = true;
            let remedy = "make several corpora of it";
            self.fault(&At::Top.key(table), format!("there are more than {limit}"), remedy);
        }
        is_too_large
    }

    /// A list that stands in one line has no end that nobody comes to.
    fn listed<T>(&mut self, at: &At, list: &[T], most: usize) {
        if list.len() > most {
            let wrong = format!("there are {} in the list", list.len());
            self.fault(at, wrong, format!("name {most} at most"));
        }
    }

    /// What is shown as it is written can be shown, and changes nothing of what stands around it.
    fn words(&mut self, at: &At, words: &str, longest: usize) {
        if words.len() > longest && words.chars().nth(longest).is_some() {
            let wrong = format!("the text has more than {longest} characters");
            self.fault(at, wrong, "shorten it, or make several of it");
        }
        if let Some(sign) = unruly(words) {
            let wrong = format!("the control character U+{:04X} stands in it", u32::from(sign));
            self.fault(at, wrong, "take it out, or put a space in its place");
        }
    }

    /// What a corpus is called stands above all of it, in lists and in citations.
    fn title(&mut self, title: &Text) {
        let at = At::Top.key(TITLE);
        self.text(&at, title);
        for (tag, words) in title.iter() {
            if words.chars().nth(LONGEST_TITLE).is_some() {
                let wrong = format!("the title has more than {LONGEST_TITLE} characters");
                self.fault(&at.key(tag), wrong, "shorten it");
            }
        }
    }

    /// A corpus has a language at least, and names each once.
    fn languages(&mut self) {
        let at = At::Top.key(LANGUAGES);
        let remedy = "write the tags of BCP 47 that its texts have, as in [\"de\", \"en\"]";
        let languages = &self.source.languages;
        let mut is_sound = !languages.is_empty();
        if !is_sound {
            self.fault(&at, "the corpus has no language", remedy);
        }
        if languages.len() > MOST_LANGUAGES {
            let wrong = format!("the corpus has more than {MOST_LANGUAGES} languages");
            self.fault(&at, wrong, "make several corpora of it");
            return;
        }
        let mut seen = HashSet::default();
        for (item, tag) in languages.iter().enumerate() {
            let is_new = seen.insert(tag);
            if !is_tag(tag) {
                self.fault(&at.item(item), format!("`{tag}` is no language"), remedy);
            } else if !is_new {
                self.fault(&at.item(item), format!("`{tag}` is named twice"), remedy);
            }
            is_sound &= is_new && is_tag(tag);
        }
        self.languages = is_sound.then_some(languages);
    }

    fn day(&mut self, at: &At, date: &str) {
        let span = date.parse().ok();
        let day = span.and_then(|span: Span| span.from.filter(|_| span.from == span.to));
        // Two days with a slash between them are an interval, even where they are the same.
        if day.is_none_or(|day| day.to_string() != date) {
            self.fault(at, format!("`{date}` is no day"), "write it as `2026-11-24`");
        }
    }

    fn edition(&mut self, edition: &Edition) {
        let at = At::Top.key(EDITION);
        self.day(&at.key("date"), &edition.date);
        if !edition.sha256.is_empty() && !is_hexadecimal(&edition.sha256, 64) {
            let remedy = "leave it as the build wrote it, or leave it out";
            self.fault(&at.key("sha256"), "this is no SHA-256", remedy);
        }
        if let Some(selection) = &edition.selection {
            self.words(&at.key("selection"), selection, LONGEST_TEXT);
        }
    }

    fn tables(&mut self) {
        let source = self.source;
        let [countries, categories, origins, transfers] =
            [COUNTRIES, CATEGORIES, ORIGINS, TRANSFERS].map(|table| At::Top.key(table));
        let rows = self.ids.rows;
        self.unique(&countries, &rows.countries, source.countries.iter().map(|it| &it.id));
        self.unique(&categories, &rows.categories, source.categories.iter().map(|it| &it.id));
        self.unique(&origins, &rows.origins, source.origins.iter().map(|it| &it.id));
        self.unique(&transfers, &rows.transfers, source.transfers.iter().map(|it| &it.id));
        self.unique_in_documents();
        for (item, country) in source.countries.iter().enumerate() {
            self.country(&countries.item(item), country);
        }
        self.anchors(&countries);
        for (item, category) in source.categories.iter().enumerate() {
            self.text(&categories.item(item).key("name"), &category.name);
        }
        for (item, origin) in source.origins.iter().enumerate() {
            self.origin(&origins.item(item), origin);
        }
        for (item, transfer) in source.transfers.iter().enumerate() {
            self.transfer(&transfers.item(item), transfer);
        }
        self.rings(&transfers);
        self.names();
    }

    /// A row of names has two at least, and no name stands in two: it would mean two things.
    fn names(&mut self) {
        let names = At::Top.key(NAMES);
        let mut seen = HashSet::default();
        for (item, row) in self.source.names.iter().enumerate() {
            let at = names.item(item);
            self.listed(&at, row, MOST_NAMES);
            if row.len() < 2 {
                let remedy = "add another name of the same thing, or take the row out";
                self.fault(&at, "a name stands alone", remedy);
            }
            for (item, name) in row.iter().enumerate() {
                let at = at.item(item);
                if is_blank(name) {
                    self.fault(&at, "a name is empty", "take it out");
                    continue;
                }
                self.words(&at, name, LONGEST_NAME);
                if !seen.insert(fold(name.trim())) {
                    let remedy = "take it out: accents and capitals make no other name";
                    self.fault(&at, format!("the name `{name}` is taken"), remedy);
                }
            }
        }
    }

    fn unique<'t, I: Id>(
        &mut self,
        at: &At,
        names: &Names<I>,
        ids: impl Iterator<Item = &'t String>,
    ) {
        for (item, id) in ids.enumerate() {
            self.id(&at.item(item).key("id"), id, !names.is_repeated(I::at(item)));
        }
    }

    fn unique_in_documents(&mut self) {
        let at = At::Top.key(DOCUMENTS);
        let (source, rows) = (self.source, self.ids.rows);
        let mut withdrawn = HashSet::default();
        let mut claims = rows.claim_ids();
        for ((item, document), id) in source.documents.iter().enumerate().zip(rows.document_ids()) {
            let at = at.item(item);
            if rows.documents.is_repeated(id) {
                self.twice(&at.key("id"), &document.id);
            }
            for ((item, claim), id) in document.claims.iter().enumerate().zip(claims.by_ref()) {
                let is_new = !rows.claims.is_repeated(id);
                self.id(&at.key("claims").item(item).key("id"), &claim.id, is_new);
            }
            for (item, it) in document.withdrawn.iter().enumerate() {
                let id = &it.claim.id;
                let is_new = withdrawn.insert(id) && rows.claim(source, id).is_none();
                self.id(&at.key(WITHDRAWN).item(item).key("claim").key("id"), id, is_new);
            }
        }
    }

    fn id(&mut self, at: &At, id: &str, is_new: bool) {
        let fits = |it: u8| it.is_ascii_alphanumeric() || it == b'-';
        if id.is_empty() || !id.bytes().all(fits) || id.starts_with('-') || id.ends_with('-') {
            let remedy = "an id stands in links: use only letters from A to Z and from a to z, digits, and hyphens between them";
            self.fault(at, format!("`{id}` cannot be an id"), remedy);
        } else if id.len() > LONGEST_ID {
            let wrong = format!("the id `{id}` has more than {LONGEST_ID} characters");
            self.fault(at, wrong, "an id stands in links: give it a shorter one");
        }
        if !is_new {
            self.twice(at, id);
        }
    }

    fn twice(&mut self, at: &At, id: &str) {
        let remedy =
            "ids live in links that readers have shared: give the newer entry an id of its own";
        self.fault(at, format!("the id `{id}` is taken"), remedy);
    }

    fn known(&mut self, at: &At, table: &str, id: &str, is_known: bool) {
        if !is_known {
            let remedy = "add it there, or name an id that stands there";
            self.fault(at, format!("`{id}` is not in {table}"), remedy);
        }
    }

    /// A text is there in each language of the corpus, and in no other.
    fn text(&mut self, at: &At, text: &Text) {
        let Some(languages) = self.languages else { return };
        let mut there = 0;
        for (tag, text) in text.iter() {
            if !languages.iter().any(|it| it == tag) {
                let wrong = format!("the corpus has no language `{tag}`");
                self.fault(&at.key(tag), wrong, "take it out, or add the language to `languages`");
                continue;
            }
            there += 1;
            if is_blank(text) {
                let wrong = format!("the text in `{tag}` is empty");
                self.text_fault(&at.key(tag), wrong, languages);
            } else {
                self.words(&at.key(tag), text, LONGEST_TEXT);
            }
        }
        if there < languages.len() {
            for tag in languages.iter().filter(|it| text.in_language(it).is_none()) {
                self.text_fault(at, format!("the text in `{tag}` is missing"), languages);
            }
        }
    }

    fn origin(&mut self, at: &At, origin: &Origin) {
        let Origin { id, name, kind, unnamed, speaks_for } = origin;
        self.text(&at.key("name"), name);
        if *kind == OriginKind::Unspecified && !unnamed {
            let remedy = "add \"unnamed\": true, or say of what kind it is";
            self.fault(
                &at.key("kind"),
                format!("`{id}` is nobody in particular, and named"),
                remedy,
            );
        }
        if let Some(country) = speaks_for {
            let is_known = self.ids.rows.country(self.source, country).is_some();
            self.known(&at.key("speaks_for"), COUNTRIES, country, is_known);
        }
    }

    fn country(&mut self, at: &At, country: &Country) {
        let Country { id, alpha2, name, after_from, after_to, anchor: _ } = country;
        for (key, text) in [("after_from", after_from), ("after_to", after_to)] {
            if let Some(text) = text {
                self.text(&at.key(key), text);
            }
        }
        let of_users = id.starts_with('X') && id.bytes().all(|b| b.is_ascii_uppercase());
        if of_users && id.len() == 3 {
            if alpha2.is_some() {
                let wrong = format!("the group `{id}` has a two-letter code");
                self.fault(&at.key("alpha2"), wrong, "leave it out: only a country has one");
            }
            match name {
                Some(name) => self.text(&at.key("name"), name),
                None => self.fault(
                    at,
                    format!("the group `{id}` has no name"),
                    "add `name`: no browser knows it",
                ),
            }
            return;
        }
        let Some(known) = rust_iso3166::from_alpha3(id) else {
            let remedy =
                "use a code of ISO 3166-1 alpha-3, such as `EGY`, or `XAA` to `XZZ` for a group";
            return self.fault(&at.key("id"), format!("`{id}` is no country code"), remedy);
        };
        if alpha2.as_deref() != Some(known.alpha2) {
            let remedy = format!("write \"alpha2\": \"{}\"", known.alpha2);
            self.fault(&at.key("alpha2"), format!("`{id}` needs its two-letter code"), remedy);
        }
        if name.is_some() {
            let remedy = "leave it out: the reader's browser knows the name";
            self.fault(&at.key("name"), format!("`{id}` is a country and carries a name"), remedy);
        }
    }

    /// A group stands on the map where the corpus puts it; where a country is, the map knows.
    fn anchors(&mut self, at: &At) {
        let transfers = &self.source.transfers;
        let sides: HashSet<&str> =
            transfers.iter().flat_map(|it| [it.from.as_str(), it.to.as_str()]).collect();
        for (item, country) in self.source.countries.iter().enumerate() {
            let Country { id, anchor, .. } = country;
            let is_country = rust_iso3166::from_alpha3(id).is_some();
            let at = at.item(item);
            let Some(Anchor { longitude, latitude }) = *anchor else {
                if !is_country && id.starts_with('X') && sides.contains(id.as_str()) {
                    let wrong =
                        format!("`{id}` takes part in a transfer and is nowhere on the map");
                    let remedy = "add `anchor`, a `longitude` and `latitude` in the sea near those that it stands for";
                    self.fault(&at, wrong, remedy);
                }
                continue;
            };
            let at = at.key("anchor");
            if is_country {
                let wrong = format!("`{id}` is a country and carries an anchor");
                self.fault(&at, wrong, "leave it out: the map knows where it is");
            } else if !(-180..=180).contains(&longitude) || !(-90..=90).contains(&latitude) {
                let remedy = "longitudes run from -180 to 180, latitudes from -90 to 90";
                self.fault(&at, format!("the anchor of `{id}` is not on the globe"), remedy);
            }
        }
    }

    fn transfer(&mut self, at: &At, transfer: &Transfer) {
        let Transfer { id, from, to, kind, category, item, in_return_for } = transfer;
        for (key, country) in [("from", from), ("to", to)] {
            let is_known = self.ids.rows.country(self.source, country).is_some();
            self.known(&at.key(key), COUNTRIES, country, is_known);
        }
        let is_known = self.ids.rows.category(self.source, category).is_some();
        self.known(&at.key("category"), CATEGORIES, category, is_known);
        self.text(&at.key("item"), item);
        if from == to {
            let remedy = "what stays in one country is context: make it claims with a `category`";
            self.fault(&at.key("to"), format!("`{id}` goes from {from} to {from}"), remedy);
        }
        if let Some(paid) = in_return_for {
            let at = at.key("in_return_for");
            let is_known = self.ids.rows.transfer(self.source, paid).is_some();
            self.known(&at, TRANSFERS, paid, is_known);
            if *kind != Kind::Payment {
                let remedy = "only a transfer of kind `payment` is given in return";
                self.fault(&at, format!("`{id}` is no payment"), remedy);
            }
        } else if *kind == Kind::Payment {
            let remedy = "name in `in_return_for` the transfer that it pays for";
            self.fault(at, format!("`{id}` is a payment for nothing"), remedy);
        }
    }

    /// Every transfer is spoken of by a claim.
    fn unspoken(&mut self) {
        let at = At::Top.key(TRANSFERS);
        for (item, Transfer { id, .. }) in self.source.transfers.iter().enumerate() {
            let found = self.ids.rows.transfer(self.source, id);
            if found.is_some_and(|it| self.spoken_of.contains(it)) {
                continue;
            }
            let remedy = if self.ids.once_spoken_of.contains(id.as_str()) {
                "take it out, and give what was withdrawn a `category` in place of the `transfer`"
            } else {
                "add a claim, or take it out"
            };
            self.fault(&at.item(item), format!("no claim speaks of `{id}`"), remedy);
        }
    }

    /// No payment is for itself, nor for what pays for it in the end.
    fn rings(&mut self, at: &At) {
        let transfers = &self.source.transfers;
        let places: HashMap<&str, usize> =
            transfers.iter().enumerate().map(|(item, it)| (it.id.as_str(), item)).collect();
        // Each transfer is passed by one walk: where that comes to one of its own, it closes a ring.
        let mut passed: HashMap<usize, usize> = HashMap::default();
        for walk in 0..transfers.len() {
            let mut here = walk;
            while !passed.contains_key(&here) {
                passed.insert(here, walk);
                let payment = transfers.get(here).filter(|it| it.kind == Kind::Payment);
                let Some(transfer) = payment else { break };
                let paid = transfer.in_return_for.as_deref().and_then(|it| places.get(it));
                let Some(&next) = paid else { break };
                if passed.get(&next) == Some(&walk) {
                    let wrong = format!("`{}` is a payment for itself", transfer.id);
                    let remedy = "name what it is given for, which is not given for it";
                    self.fault(&at.item(here).key("in_return_for"), wrong, remedy);
                }
                here = next;
            }
        }
    }

    fn document(&mut self, at: &At, document: &Document) {
        if !is_hexadecimal(&document.id, 16) {
            let remedy = "a document's id is 16 hexadecimal digits";
            self.fault(&at.key("id"), format!("`{}` names no document", document.id), remedy);
        }
        if document.sha256.as_ref().is_some_and(|it| !is_hexadecimal(it, 64)) {
            let remedy = "write the 64 hexadecimal digits that `sha256sum` prints for the text, or leave it out where you do not have the text";
            self.fault(&at.key("sha256"), "this is no SHA-256", remedy);
        }
        if is_blank(&document.title) {
            self.fault(&at.key("title"), "the title is empty", "cite the document by its title");
        }
        self.words(&at.key("title"), &document.title, LONGEST_TEXT);
        self.listed(&at.key("authors"), &document.authors, MOST_LISTED);
        for (item, author) in document.authors.iter().enumerate() {
            let authors = at.key("authors");
            let at = authors.item(item);
            if is_blank(author) {
                let remedy = "take it out: without authors the list is empty";
                self.fault(&at, "an author's name is empty", remedy);
            }
            self.words(&at, author, LONGEST_TEXT);
        }
        if !is_tag(&document.language) {
            let wrong = format!("`{}` is no language", document.language);
            self.fault(&at.key("language"), wrong, "write its tag of BCP 47, as in `de`");
        }
        let is_known = self.ids.rows.origin(self.source, &document.outlet).is_some();
        self.known(&at.key("outlet"), ORIGINS, &document.outlet, is_known);
        if let Some(basis) = &document.outlet_basis {
            self.text(&at.key("outlet_basis"), basis);
        }
        self.when(&at.key("published"), &document.published);
        let claims = at.key("claims");
        let mut last = 0;
        for (item, claim) in document.claims.iter().enumerate() {
            let at = claims.item(item);
            if claim.paragraph < last {
                let wrong = format!("paragraph {} comes after {last}", claim.paragraph);
                let remedy = "put the claims in the order of the text";
                self.fault(&at.key("paragraph"), wrong, remedy);
            }
            last = claim.paragraph;
            let transfer = self.claim(&at, claim, document);
            self.spoken_of.extend(transfer);
            self.disputes(&at, claim, document);
        }
        let withdrawn = at.key(WITHDRAWN);
        for (item, it) in document.withdrawn.iter().enumerate() {
            self.withdrawn(&withdrawn.item(item), it, document);
        }
        self.fingerprints(&at.key(FINGERPRINTS), document);
    }

    /// Gives the transfer that it speaks of.
    fn claim(&mut self, at: &At, claim: &Claim, document: &Document) -> Option<TransferId> {
        if !(1..=document.paragraphs).contains(&claim.paragraph) {
            let wrong = format!("there is no paragraph {}", claim.paragraph);
            let remedy = format!("the text has paragraphs 1 to {}", document.paragraphs);
            self.fault(&at.key("paragraph"), wrong, remedy);
        }
        self.listed(&at.key("countries"), &claim.countries, MOST_LISTED);
        self.listed(&at.key("attribution"), &claim.attribution, MOST_LISTED);
        self.listed(&at.key("disputes"), &claim.disputes, MOST_LISTED);
        let transfer = self.subject(at, claim);
        self.attribution(&at.key("attribution"), claim, document);
        self.text(&at.key("statement"), &claim.statement);
        if let Some(item) = &claim.item {
            self.text(&at.key("item"), item);
        }
        if let Some(quantity) = &claim.quantity {
            let at = at.key("quantity");
            self.text(&at.key("words"), &quantity.words);
            if matches!((quantity.min, quantity.max), (Some(min), Some(max)) if min > max) {
                let remedy = "the least is not above the most; leave out the end that is open";
                self.fault(&at.key("min"), "the least is above the most", remedy);
            }
        }
        for (key, when) in [("when", &claim.when), ("reported", &claim.reported)] {
            if let Some(when) = when {
                self.when(&at.key(key), when);
            }
        }
        transfer
    }

    /// What was withdrawn is as sound as a claim, and says since when and why. Whom it disputed is its own affair.
    fn withdrawn(&mut self, at: &At, withdrawn: &Withdrawn, document: &Document) {
        let Withdrawn { date, reason, claim } = withdrawn;
        self.day(&at.key("date"), date);
        self.text(&at.key("reason"), reason);
        self.claim(&at.key("claim"), claim, document);
    }

    /// A claim speaks of one transfer, or else is context.
    fn subject(&mut self, at: &At, claim: &Claim) -> Option<TransferId> {
        match (&claim.transfer, &claim.category) {
            (Some(transfer), None) => {
                let found = self.ids.rows.transfer(self.source, transfer);
                self.known(&at.key("transfer"), TRANSFERS, transfer, found.is_some());
                if !claim.countries.is_empty() {
                    let remedy = "leave them out: the transfer names both sides";
                    let wrong = "a claim of a transfer lists countries";
                    self.fault(&at.key("countries"), wrong, remedy);
                }
                return found;
            }
            (None, Some(category)) => {
                let is_known = self.ids.rows.category(self.source, category).is_some();
                self.known(&at.key("category"), CATEGORIES, category, is_known);
                for (item, country) in claim.countries.iter().enumerate() {
                    let is_known = self.ids.rows.country(self.source, country).is_some();
                    self.known(&at.key("countries").item(item), COUNTRIES, country, is_known);
                }
                if claim.status != Status::Unknown {
                    let remedy = "a status is a transfer's: leave it out, or name the `transfer`";
                    self.fault(&at.key("status"), "a context claim has a status", remedy);
                }
            }
            _ => {
                let remedy = "name its `transfer`, or its `category` where it is context";
                self.fault(at, format!("`{}` speaks of both or of nothing", claim.id), remedy);
                let named = claim.transfer.as_deref();
                return named.and_then(|it| self.ids.rows.transfer(self.source, it));
            }
        }
        None
    }

    /// Every chain ends in a root: it never comes back to where it was.
    fn attribution(&mut self, at: &At, claim: &Claim, document: &Document) {
        if claim.attribution.is_empty() {
            return;
        }
        let mut seen = HashSet::from_iter([document.outlet.as_str()]);
        for (item, origin) in claim.attribution.iter().enumerate() {
            let at = at.item(item);
            let is_known = self.ids.rows.origin(self.source, origin).is_some();
            self.known(&at, ORIGINS, origin, is_known);
            if !seen.insert(origin) {
                let remedy = "name each origin once, from the one next to the outlet (which is left out) back to the root";
                self.fault(&at, format!("the chain comes back to `{origin}`"), remedy);
            }
        }
    }

    /// A claim disputes others, each for a reason, and a denial names what it denies.
    fn disputes(&mut self, at: &At, claim: &Claim, document: &Document) {
        if claim.stance == Stance::DeclinesComment && !claim.disputes.is_empty() {
            let wrong = format!("`{}` says nothing and disputes a claim", claim.id);
            let remedy = "leave `disputes` out: who declines to comment contradicts nobody";
            self.fault(&at.key("disputes"), wrong, remedy);
            return;
        }
        for (item, id) in claim.disputes.iter().enumerate() {
            let at = at.key("disputes");
            let at = at.item(item);
            if self.ids.withdrawn.contains(id.as_str()) {
                let remedy = "take it out; a claim that is about nothing else is withdrawn with it";
                self.fault(&at, format!("`{id}` was withdrawn"), remedy);
                continue;
            }
            let rows = self.ids.rows;
            let found = rows.claim(self.source, id).filter(|_| *id != claim.id);
            self.known(&at, "any document's claims", id, found.is_some());
            let Some(found) = found else { continue };
            let other = rows.claim_at(self.source, found);
            if claim.stance == Stance::Denies {
                if claim.transfer.is_none() && other.transfer.is_some() {
                    let wrong = format!("`{}` is context and denies a transfer's claim", claim.id);
                    let remedy = "name its `transfer`, so that the denial is shown there";
                    self.fault(&at, wrong, remedy);
                }
                continue;
            }
            let is_own = self
                .source
                .documents
                .get(rows.document_of(found).index())
                .is_some_and(|it| it.id == document.id);
            let is_of_another = claim.transfer.is_some()
                && other.transfer.is_some()
                && claim.transfer != other.transfer;
            if !is_own && !is_of_another && !claim.quantity.as_ref().is_some_and(Quantity::is_vague)
            {
                let wrong = format!(
                    "`{}` neither denies `{id}` nor calls its number undisclosed",
                    claim.id
                );
                let remedy = "leave it out: that documents differ is seen from what each says";
                self.fault(&at, wrong, remedy);
            }
        }
        if claim.stance != Stance::Denies {
            return;
        }
        // What is not known is named already.
        let rows = self.ids.rows;
        let is_unknown = |it: &String| rows.transfer(self.source, it).is_none();
        let denies_its_own = claim.disputes.iter().any(|id| {
            let other = rows.claim(self.source, id);
            let other = other.map(|it| &rows.claim_at(self.source, it).transfer);
            other.is_none_or(|it| *it == claim.transfer || it.as_ref().is_some_and(is_unknown))
        });
        let remedy = "name in `disputes` the claims that it denies";
        if claim.disputes.is_empty() {
            self.fault(at, format!("`{}` denies nothing", claim.id), remedy);
        } else if claim.transfer.is_some() && !denies_its_own {
            let wrong = format!("`{}` denies no claim of its own transfer", claim.id);
            self.fault(at, wrong, remedy);
        }
    }

    fn when(&mut self, at: &At, when: &When) {
        let When { words, span, basis } = when;
        for (key, text) in [("words", words), ("basis", basis)] {
            if let Some(text) = text {
                self.text(&at.key(key), text);
            }
        }
        let Some(span) = span else {
            if words.is_some() {
                let remedy = "give the `span` that follows from the words, `..` for an open end";
                self.fault(at, "a printed date has no interval", remedy);
            }
            return;
        };
        if span.is_backwards() {
            let remedy = "write the earlier date first";
            self.fault(&at.key("span"), "the interval runs backwards", remedy);
        }
        if words.is_none() && basis.is_none() {
            let remedy = "say in `basis` what the interval was inferred from";
            self.fault(at, "an undated thing has an interval", remedy);
        }
    }

    /// A corpus has fingerprints of each paragraph that a claim names and of no other, or it has none.
    fn fingerprints(&mut self, at: &At, document: &Document) {
        let fingerprints = &document.fingerprints;
        if fingerprints.is_empty() {
            if self.has_fingerprints && !document.claims.is_empty() {
                let wrong = format!("the fingerprint of `{}` is missing", document.id);
                self.fault(at, wrong, MAKE);
            }
            return;
        }
        if document.sha256.is_none() {
            let wrong = format!("`{}` has fingerprints of an unknown text", document.id);
            self.fault(at, wrong, "add the `sha256` of the text that they were made from");
        }
        let named: HashSet<u16> = document.claims.iter().map(|it| it.paragraph).collect();
        let there: HashSet<u16> = fingerprints.iter().map(|it| it.paragraph).collect();
        let mut last = 0;
        for (item, fingerprint) in fingerprints.iter().enumerate() {
            let at = at.item(item);
            let number = fingerprint.paragraph;
            if number <= last {
                self.fault(&at.key("paragraph"), format!("{number} comes after {last}"), MAKE);
            }
            last = number;
            if !named.contains(&number) {
                let wrong = format!("no claim names paragraph {number}");
                self.fault(&at.key("paragraph"), wrong, MAKE);
            }
            let hashes = &fingerprint.hashes.0;
            let is_ascending = hashes.is_sorted_by(|a, b| a < b);
            if hashes.is_empty() || !is_ascending || hashes.len() > usize::from(fingerprint.words) {
                let wrong = "these are no hashes of such a paragraph";
                self.fault(&at.key("hashes"), wrong, MAKE);
            }
        }
        for claim in document.claims.iter().filter(|it| !there.contains(&it.paragraph)) {
            let wrong =
                format!("paragraph {}, which {} names, is not here", claim.paragraph, claim.id);
            self.fault(at, wrong, MAKE);
        }
    }
}
