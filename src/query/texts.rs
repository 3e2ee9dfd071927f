//! The texts by which claims are found, cut into words once: which words there are, what each is written of, and which
//! claims that belongs to.

use super::packed::{Ascending, pack, unpacked};
use super::spelling::{self, fold};
use crate::corpus::{
    ClaimId, ClaimSet, Corpus, CountryNames, HashMap, Kind, Lang, Lists, Status, Text,
};
use crate::terms;
use fixedbitset::FixedBitSet;
use std::iter;

/// What is written of each thing that claims are found by, and the claims that are found by it. A title is written of
/// a document, a name of an origin, a statement of a claim: each is cut into words once, however many claims have it.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    words: Words,
    /// Of each thing all its words, text by text, with [`BREAK`] before, between and behind; and behind the texts the
    /// compounds in one word, each by itself. The first things are the claims, each by itself; behind them comes what many
    /// claims may have.
    things: Vec<Box<[u8]>>,
    /// For each word the things in which it stands.
    by_word: Vec<Ascending>,
    /// All claims.
    claims: Vec<ClaimId>,
    /// For each thing that many claims may have the claims that are found by it, by their places.
    sharing: Vec<Ascending>,
}

/// What a phrase does not run across. It is no word.
const BREAK: u32 = u32::MAX;

impl Texts {
    /// The claims that hold a needle: some letters of a word; or, with a space where one word ends and the next begins,
    /// of words side by side.
    pub(super) fn claims(&self, needle: &str) -> ClaimSet {
        let mut claims = ClaimSet::new();
        for thing in self.things(needle).ones() {
            match self.claims.get(thing) {
                Some(claim) => claims.insert(*claim),
                None => claims.extend(self.sharing(thing).iter().filter_map(|it| self.claim(it))),
            }
        }
        claims
    }

    /// Whether any claim holds a needle.
    pub(super) fn is_somewhere(&self, needle: &str) -> bool {
        let is_of_claim = |it| it < self.claims.len() || !self.sharing(it).is_empty();
        self.things(needle).ones().any(is_of_claim)
    }

    fn claim(&self, place: u32) -> Option<ClaimId> {
        self.claims.get(place as usize).copied()
    }

    fn sharing(&self, thing: usize) -> &Ascending {
        self.sharing.get(thing - self.claims.len()).expect("whatever is shared has its place")
    }

    /// The things that hold a needle.
    fn things(&self, needle: &str) -> FixedBitSet {
        let parts: Vec<&str> = needle.split(' ').collect();
        if let [part] = parts.as_slice() {
            self.things_with(&self.words.holding(part, false, false))
        } else {
            self.side_by_side(&parts)
        }
    }

    /// The things in which one of some words stands.
    fn things_with(&self, words: &[u32]) -> FixedBitSet {
        let mut things = FixedBitSet::with_capacity(self.things.len());
        for &word in words {
            self.by_word(word).iter().for_each(|it| things.insert(it as usize));
        }
        things
    }

    /// The things in which words stand side by side: one that ends so, some that are so, and one that begins so. At
    /// either end nothing stands for any word, or none.
    fn side_by_side(&self, parts: &[&str]) -> FixedBitSet {
        let last = parts.len() - 1;
        let fitting = parts.iter().enumerate().map(|(at, part)| {
            let is_any = part.is_empty() && (at == 0 || at == last);
            (!is_any).then(|| self.words.holding(part, at > 0, at < last))
        });
        let fitting: Vec<Option<Vec<u32>>> = fitting.collect();
        let mut things = FixedBitSet::with_capacity(self.things.len());
        things.insert_range(..);
        for words in fitting.iter().flatten() {
            things.intersect_with(&self.things_with(words));
        }
        if fitting.iter().flatten().count() > 1 {
            let is_fitting: Vec<Option<FixedBitSet>> = fitting
                .iter()
                .map(|it| it.as_ref().map(|it| it.iter().map(|&word| word as usize).collect()))
                .collect();
            let fits = |(word, fitting): (&u32, &Option<FixedBitSet>)| {
                fitting.as_ref().is_none_or(|it| it.contains(*word as usize))
            };
            let candidates: Vec<usize> = things.ones().collect();
            let mut words = Vec::new();
            for thing in candidates {
                words.clear();
                words.extend(self.written_of(thing));
                let mut runs = words.windows(parts.len());
                if !runs.any(|run| run.iter().zip(&is_fitting).all(fits)) {
                    things.remove(thing);
                }
            }
        }
        things
    }

    fn written_of(&self, thing: usize) -> impl Iterator<Item = u32> {
        let words = self.things.get(thing).expect("each thing has its place");
        unpacked(words).map(|it| it.wrapping_sub(1))
    }

    fn by_word(&self, word: u32) -> &Ascending {
        self.by_word.get(word as usize).expect("each word stands somewhere")
    }

    /// The claims that hold a word in two, side by side, where `is_seam` between them.
    pub(super) fn claims_in_two(&self, word: &str, is_seam: fn(&str, &str) -> bool) -> ClaimSet {
        let mut claims = ClaimSet::new();
        for before in self.words.iter().filter(|it| word.starts_with(it)) {
            let after = word.strip_prefix(before).expect("it starts so");
            if is_seam(before, after) {
                claims.union_with(&self.claims(&format!(" {before} {after} ")));
            }
        }
        claims
    }
}

/// Words, each by its place.
#[derive(Clone, Debug)]
struct Words {
    /// All of them, each between line ends: what looks for words by their letters reads no more than this.
    letters: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Default for Words {
    fn default() -> Self {
        Self { letters: "\n".to_owned(), ends: Vec::new() }
    }
}

impl Words {
    fn add(&mut self, word: &str) -> u32 {
        let place = u32::try_from(self.ends.len()).expect("a corpus has far fewer words");
        self.letters.push_str(word);
        self.ends.push(u32::try_from(self.letters.len()).expect("a corpus is far smaller"));
        self.letters.push('\n');
        place
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        self.letters.split('\n').skip(1).take(self.ends.len())
    }

    /// The words that hold some letters; at their beginning, or at their end.
    fn holding(&self, letters: &str, begins: bool, ends: bool) -> Vec<u32> {
        let line_end = |is: bool| if is { "\n" } else { "" };
        let needle = format!("{}{letters}{}", line_end(begins), line_end(ends));
        let mut found = Vec::new();
        for (at, _) in self.letters.match_indices(&needle) {
            // The line end before a word is not yet of it.
            let at = at + usize::from(self.letters[at..].starts_with('\n'));
            let word = self.ends.partition_point(|&end| (end as usize) < at);
            let word = u32::try_from(word).expect("it is a place");
            if found.last() != Some(&word) && (word as usize) < self.ends.len() {
                found.push(word);
            }
        }
        found
    }
}

/// The texts of a corpus while they are read, thing by thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    texts: Texts,
    /// Which word it is, by its letters.
    places: HashMap<String, u32>,
    /// What is written of the thing that is being read.
    written: Vec<u8>,
    /// At which place it stands how a piece between spaces is spelt: most pieces come many times.
    pieces: HashMap<String, usize>,
    /// The words in each piece, one after another.
    spelt: Lists<u32>,
    /// Those that stand for a compound in it: in one, and, where folding takes letters out, with these.
    compounds: Lists<u32>,
}

impl Reading {
    /// Reads as many more things as take so many bytes; says whether any are left.
    pub(super) fn read(&mut self, corpus: &Corpus, countries: &CountryNames, bytes: usize) -> bool {
        let shared = Shared::of(corpus);
        if self.texts.things.is_empty() {
            self.texts.claims = corpus.claim_ids().collect();
            self.texts.sharing.resize_with(shared.end - corpus.claim_count(), Ascending::default);
        }
        let mut read = 0;
        while read < bytes {
            let thing = self.texts.things.len();
            if let Some(&claim) = self.texts.claims.get(thing) {
                self.add(&mut own_texts(corpus, claim));
                self.tell_shared(corpus, &shared, claim);
            } else if thing < shared.end {
                shared.texts(corpus, countries, thing, &mut |texts| self.add(texts));
            } else {
                return false;
            }
            read += self.texts.things.last().map_or(0, |it| it.len());
        }
        true
    }

    /// The texts, once the rest is read.
    pub(super) fn finished(mut self, corpus: &Corpus, countries: &CountryNames) -> Texts {
        while self.read(corpus, countries, usize::MAX) {}
        self.texts
    }

    /// Tells what a claim shares with others that it is found by it.
    fn tell_shared(&mut self, corpus: &Corpus, shared: &Shared, claim: ClaimId) {
        let Texts { claims, sharing, .. } = &mut self.texts;
        let place = u32::try_from(claim.place()).expect("a corpus has far fewer claims");
        shared.of_claim(corpus, claim, &mut |thing| {
            let sharing = sharing.get_mut(thing - claims.len());
            sharing.expect("whatever is shared has its place").push(place);
        });
    }

    /// Adds all that is written of a thing.
    fn add(&mut self, texts: &mut dyn Iterator<Item = &str>) {
        let thing = u32::try_from(self.texts.things.len()).expect("a corpus has far fewer");
        let mut compounds = Vec::new();
        self.write(BREAK);
        for text in texts {
            for piece in pieces(text) {
                let at = match self.pieces.get(piece) {
                    Some(&at) => at,
                    None => self.spell(piece),
                };
                let by_word = &mut self.texts.by_word;
                let mut stands = |word: u32| {
                    by_word.get_mut(word as usize).expect("it has its place").push(thing);
                };
                for &word in self.spelt.at(at) {
                    stands(word);
                    pack(word.wrapping_add(1), &mut |byte| self.written.push(byte));
                }
                for &word in self.compounds.at(at) {
                    stands(word);
                    compounds.push(word);
                }
            }
            self.write(BREAK);
        }
        for compound in compounds {
            self.write(compound);
            self.write(BREAK);
        }
        self.texts.things.push(self.written.as_slice().into());
        self.written.clear();
    }

    /// Writes a word, or a [`BREAK`], which so takes the least room.
    fn write(&mut self, word: u32) {
        pack(word.wrapping_add(1), &mut |byte| self.written.push(byte));
    }

    /// Spells a piece that is new; gives the place where it then stands.
    fn spell(&mut self, piece: &str) -> usize {
        for word in spelling::words(piece) {
            for part in word.apart().split(' ') {
                let place = self.place(part);
                self.spelt.push(place);
            }
            let joined = word.joined();
            if word.parts.len() > 1 {
                let place = self.place(&fold(&joined));
                self.compounds.push(place);
            }
            if spelling::loses_letters(&joined) {
                let place = self.place(&joined);
                self.compounds.push(place);
            }
        }
        self.spelt.end();
        self.compounds.end();
        let at = self.spelt.len() - 1;
        self.pieces.insert(piece.to_owned(), at);
        at
    }

    /// The place of a word, which is new or not.
    fn place(&mut self, word: &str) -> u32 {
        if let Some(&place) = self.places.get(word) {
            return place;
        }
        let place = self.texts.words.add(word);
        self.texts.by_word.push(Ascending::default());
        self.places.insert(word.to_owned(), place);
        place
    }
}

/// What stands between spaces. No sign says what one beyond a space is, so that each is read by itself.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    let each = iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.bytes().position(|it| it == b' ').unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        rest = behind.get(1..).unwrap_or_default();
        Some(piece)
    });
    each.filter(|it| !it.is_empty())
}

/// The things that many claims may have, table by table behind the claims: where each table begins.
#[derive(Clone, Copy, Debug)]
struct Shared {
    documents: usize,
    transfers: usize,
    origins: usize,
    categories: usize,
    countries: usize,
    kinds: usize,
    statuses: usize,
    end: usize,
}

impl Shared {
    fn of(corpus: &Corpus) -> Self {
        let source = corpus.source();
        let documents = corpus.claim_count();
        let transfers = documents + source.documents.len();
        let origins = transfers + source.transfers.len();
        let categories = origins + source.origins.len();
        let countries = categories + source.categories.len();
        let kinds = countries + source.countries.len();
        let statuses = kinds + Kind::ALL.len();
        let end = statuses + Status::ALL.len();
        Self { documents, transfers, origins, categories, countries, kinds, statuses, end }
    }

    /// Tells what is written of a thing.
    fn texts(
        &self,
        corpus: &Corpus,
        countries: &CountryNames,
        thing: usize,
        tell: &mut dyn FnMut(&mut dyn Iterator<Item = &str>),
    ) {
        let source = corpus.source();
        let from = |start: usize| thing.checked_sub(start);
        if let Some(at) = from(self.statuses) {
            let status = Status::ALL.into_iter().skip(at).take(1);
            tell(&mut status.flat_map(|it| Lang::ALL.map(|lang| terms::status(lang, it))));
        } else if let Some(at) = from(self.kinds) {
            let kind = Kind::ALL.into_iter().skip(at).take(1);
            tell(&mut kind.flat_map(|it| Lang::ALL.map(|lang| terms::kind(lang, it))));
        } else if let Some(at) = from(self.countries) {
            let country = corpus.country_ids().skip(at).take(1);
            tell(&mut country.flat_map(|it| in_each_language(&countries[it])));
        } else if let Some(at) = from(self.categories) {
            tell(
                &mut source
                    .categories
                    .get(at)
                    .into_iter()
                    .flat_map(|it| in_each_language(&it.name)),
            );
        } else if let Some(at) = from(self.origins) {
            tell(&mut source.origins.get(at).into_iter().flat_map(|it| in_each_language(&it.name)));
        } else if let Some(at) = from(self.transfers) {
            tell(
                &mut source.transfers.get(at).into_iter().flat_map(|it| in_each_language(&it.item)),
            );
        } else if let Some(document) = from(self.documents).and_then(|at| source.documents.get(at))
        {
            let authors = document.authors.iter().map(String::as_str);
            tell(&mut iter::once(document.title.as_str()).chain(authors));
        }
    }

    /// Tells what a claim has of it.
    fn of_claim(&self, corpus: &Corpus, claim: ClaimId, has: &mut dyn FnMut(usize)) {
        has(self.documents + corpus.document_of(claim).place());
        corpus.chain(claim).iter().for_each(|it| has(self.origins + it.place()));
        has(self.categories + corpus.category_of(claim).place());
        corpus.countries_of(claim).iter().for_each(|it| has(self.countries + it.place()));
        if let Some(transfer) = corpus.transfer_of(claim) {
            let (kind, status) = (corpus.transfer(transfer).kind, corpus.claim(claim).status);
            has(self.transfers + transfer.place());
            let at = Kind::ALL.iter().position(|it| *it == kind);
            has(self.kinds + at.expect("it is one of all"));
            let at = Status::ALL.iter().position(|it| *it == status);
            has(self.statuses + at.expect("it is one of all"));
        }
    }
}

/// The texts that no other claim has, for the readers of each language.
pub(super) fn own_texts(corpus: &Corpus, claim: ClaimId) -> impl Iterator<Item = &str> {
    let it = corpus.claim(claim);
    let whens = [&it.when, &it.reported].into_iter().flatten();
    let printed = [it.item.as_ref(), it.quantity.as_ref().map(|it| &it.words)];
    let printed = printed.into_iter().chain(whens.map(|it| it.words.as_ref())).flatten();
    let language = &corpus.document(corpus.document_of(claim)).language;
    let printed = printed.flat_map(|text| each_once(|lang| text.printed(lang, language).1));
    in_each_language(&it.statement).chain(printed)
}

/// A text for the readers of each language.
pub(super) fn in_each_language(text: &Text) -> impl Iterator<Item = &str> {
    each_once(|lang| text.get(lang))
}

/// What the readers of each language read of a text: once, where several read the same.
fn each_once<'t>(read: impl Fn(Lang) -> &'t str) -> impl Iterator<Item = &'t str> {
    let each = Lang::ALL.map(read);
    // What a language lacks is read in another: then it is the same text, and not one that says the same.
    let is_new = move |(at, it): &(usize, &str)| {
        !each.iter().take(*at).any(|before| std::ptr::eq(*before, *it))
    };
    each.into_iter().enumerate().filter(is_new).map(|(_, it)| it)
}

#[cfg(test)]
mod tests;
