//! The texts by which claims are found, cut into words once: which words there are, what each is written of, and which
//! claims that belongs to.

use super::rows::Rows;
use super::spelling;
use crate::corpus::{
    Claim, ClaimId, ClaimSet, Corpus, CountryNames, Kind, Lang, Status, Text, fold,
};
use crate::terms;
use fixedbitset::FixedBitSet;
use std::collections::HashMap;

/// What is written of each thing that claims are found by, and the claims that are found by it. A title is written of
/// a document, a name of an origin, a statement of a claim: each is cut into words once, however many claims have it.
#[derive(Debug)]
pub(super) struct Texts {
    words: Words,
    /// Of each thing all its words, text by text, with [`BREAK`] before, between and behind; and behind the texts the
    /// compounds in one word, each by itself.
    things: Rows<u32>,
    /// For each word the things in which it stands.
    by_word: Vec<Vec<u32>>,
    /// For each thing the claims that are found by it.
    claims: Rows<ClaimId>,
}

/// What a phrase does not run across. It is no word.
const BREAK: u32 = u32::MAX;

impl Texts {
    /// The claims that hold a needle: some letters of a word; or, with a space where one word ends and the next begins,
    /// of words side by side.
    pub(super) fn claims(&self, needle: &str) -> ClaimSet {
        let mut claims = ClaimSet::new();
        let parts: Vec<&str> = needle.split(' ').collect();
        if let [part] = parts.as_slice() {
            let mut is_told = FixedBitSet::with_capacity(self.things.len());
            for word in self.words.holding(part, false, false) {
                for &thing in self.by_word(word) {
                    if !is_told.put(thing as usize) {
                        claims.extend(self.claims.at(thing as usize).iter().copied());
                    }
                }
            }
        } else {
            for thing in self.side_by_side(&parts) {
                claims.extend(self.claims.at(thing as usize).iter().copied());
            }
        }
        claims
    }

    /// The things in which words stand side by side: one that ends so, some that are so, and one that begins so. At
    /// either end nothing stands for any word, or none.
    fn side_by_side(&self, parts: &[&str]) -> Vec<u32> {
        let last = parts.len() - 1;
        let fitting = parts.iter().enumerate().map(|(at, part)| {
            let is_any = part.is_empty() && (at == 0 || at == last);
            (!is_any).then(|| self.words.holding(part, at > 0, at < last))
        });
        let fitting: Vec<Option<Vec<u32>>> = fitting.collect();
        let in_things =
            |words: &&Vec<u32>| -> usize { words.iter().map(|&it| self.by_word(it).len()).sum() };
        let Some(rarest) = fitting.iter().flatten().min_by_key(in_things) else {
            // Any word beside any other.
            return (0_u32..).take(self.things.len()).collect();
        };
        let mut things: Vec<u32> =
            rarest.iter().flat_map(|&it| self.by_word(it)).copied().collect();
        things.sort_unstable();
        things.dedup();
        if fitting.iter().flatten().count() > 1 {
            let is_fitting: Vec<Option<FixedBitSet>> = fitting
                .iter()
                .map(|it| it.as_ref().map(|it| it.iter().map(|&word| word as usize).collect()))
                .collect();
            let fits = |(word, fitting): (&u32, &Option<FixedBitSet>)| {
                fitting.as_ref().is_none_or(|it| it.contains(*word as usize))
            };
            things.retain(|&thing| {
                let mut runs = self.things.at(thing as usize).windows(parts.len());
                runs.any(|run| run.iter().zip(&is_fitting).all(fits))
            });
        }
        things
    }

    fn by_word(&self, word: u32) -> &[u32] {
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

/// The texts of a corpus while they are read, document by document.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    words: Words,
    things: Rows<u32>,
    by_word: Vec<Vec<u32>>,
    /// Which word it is, by its letters.
    places: HashMap<String, u32>,
    /// At which place it stands how a piece between spaces is spelt: most pieces come many times.
    pieces: HashMap<String, usize>,
    spelt: Vec<Spelt>,
    /// How many documents are read.
    documents: usize,
}

/// The words in a piece of a text.
#[derive(Clone, Debug, Default)]
struct Spelt {
    /// One after another.
    words: Vec<u32>,
    /// Those that stand for a compound: in one, and, where folding takes letters out, with these.
    compounds: Vec<u32>,
}

impl Reading {
    /// Reads the claims of some more documents, so many at least; says whether any are left.
    pub(super) fn read(&mut self, corpus: &Corpus, claims: usize) -> bool {
        let enough = self.things.len().saturating_add(claims);
        while self.things.len() < enough {
            let Some(document) = corpus.source().documents.get(self.documents) else {
                return false;
            };
            for claim in &document.claims {
                self.add(&mut own_texts(claim).flat_map(in_each_language));
            }
            self.documents += 1;
        }
        true
    }

    /// The texts, once those of all claims are read: to these come those that many claims have.
    pub(super) fn finished(mut self, corpus: &Corpus, countries: &CountryNames) -> Texts {
        while self.read(corpus, usize::MAX) {}
        for_each_shared_thing(corpus, countries, &mut |texts| self.add(texts));
        let claims = Rows::gathered(self.things.len(), |tell| each_claim(corpus, tell));
        let Self { words, things, by_word, .. } = self;
        Texts { words, things, by_word, claims }
    }

    /// Adds all that is written of a thing.
    fn add(&mut self, texts: &mut dyn Iterator<Item = &str>) {
        let thing = u32::try_from(self.things.len()).expect("a corpus has far fewer");
        let mut compounds = Vec::new();
        self.things.push(BREAK);
        for text in texts {
            // No sign says what one beyond a space is, so that what stands between spaces is read by itself.
            for piece in text.split(' ').filter(|it| !it.is_empty()) {
                let at = match self.pieces.get(piece) {
                    Some(&at) => at,
                    None => self.spell(piece),
                };
                let spelt = self.spelt.get(at).expect("it was there or added");
                for &word in spelt.words.iter().chain(&spelt.compounds) {
                    let things = self.by_word.get_mut(word as usize).expect("it has its place");
                    if things.last() != Some(&thing) {
                        things.push(thing);
                    }
                }
                spelt.words.iter().for_each(|&it| self.things.push(it));
                compounds.extend_from_slice(&spelt.compounds);
            }
            self.things.push(BREAK);
        }
        for compound in compounds {
            self.things.push(compound);
            self.things.push(BREAK);
        }
        self.things.end_row();
    }

    /// Spells a piece that is new; gives the place where it then stands.
    fn spell(&mut self, piece: &str) -> usize {
        let mut spelt = Spelt::default();
        for word in spelling::words(piece) {
            spelt.words.extend(word.apart().split(' ').map(|it| self.place(it)));
            let joined = word.joined();
            if word.parts.len() > 1 {
                spelt.compounds.push(self.place(&fold(&joined)));
            }
            if spelling::loses_letters(&joined) {
                spelt.compounds.push(self.place(&joined));
            }
        }
        self.spelt.push(spelt);
        self.pieces.insert(piece.to_owned(), self.spelt.len() - 1);
        self.spelt.len() - 1
    }

    /// The place of a word, which is new or not.
    fn place(&mut self, word: &str) -> u32 {
        if let Some(&place) = self.places.get(word) {
            return place;
        }
        let place = self.words.add(word);
        self.by_word.push(Vec::new());
        self.places.insert(word.to_owned(), place);
        place
    }
}

/// Tells what is written of each thing that more than one claim may have.
fn for_each_shared_thing(
    corpus: &Corpus,
    countries: &CountryNames,
    tell: &mut dyn FnMut(&mut dyn Iterator<Item = &str>),
) {
    for document in &corpus.source().documents {
        let authors = document.authors.iter().map(String::as_str);
        tell(&mut [document.title.as_str()].into_iter().chain(authors));
    }
    let source = corpus.source();
    let items = source.transfers.iter().map(|it| &it.item);
    let origins = source.origins.iter().map(|it| &it.name);
    let categories = source.categories.iter().map(|it| &it.name);
    let named = items.chain(origins).chain(categories);
    for text in named.chain(corpus.country_ids().map(|it| &countries[it])) {
        tell(&mut in_each_language(text));
    }
    for kind in Kind::ALL {
        tell(&mut Lang::ALL.into_iter().map(|lang| terms::kind(lang, kind)));
    }
    for status in Status::ALL {
        tell(&mut Lang::ALL.into_iter().map(|lang| terms::status(lang, status)));
    }
}

/// Tells by which things each claim is found: by itself, which comes first, and by those of
/// [`for_each_shared_thing`], in their order.
fn each_claim(corpus: &Corpus, tell: &mut dyn FnMut(usize, ClaimId)) {
    let source = corpus.source();
    let documents = corpus.claim_count();
    let transfers = documents + source.documents.len();
    let origins = transfers + source.transfers.len();
    let categories = origins + source.origins.len();
    let countries = categories + source.categories.len();
    let kinds = countries + source.countries.len();
    let statuses = kinds + Kind::ALL.len();
    for claim in corpus.claim_ids() {
        let mut has = |thing: usize| tell(thing, claim);
        has(claim.place());
        has(documents + corpus.document_of(claim).place());
        corpus.chain(claim).iter().for_each(|it| has(origins + it.place()));
        has(categories + corpus.category_of(claim).place());
        corpus.countries_of(claim).iter().for_each(|it| has(countries + it.place()));
        if let Some(transfer) = corpus.transfer_of(claim) {
            let (kind, status) = (corpus.transfer(transfer).kind, corpus.claim(claim).status);
            has(transfers + transfer.place());
            has(kinds + Kind::ALL.iter().position(|it| *it == kind).expect("it is one of all"));
            let at = Status::ALL.iter().position(|it| *it == status);
            has(statuses + at.expect("it is one of all"));
        }
    }
}

/// The texts that no other claim has.
pub(super) fn own_texts(claim: &Claim) -> impl Iterator<Item = &Text> {
    let whens = [&claim.when, &claim.reported].into_iter().flatten();
    let printed = [claim.item.as_ref(), claim.quantity.as_ref().map(|it| &it.words)];
    let printed = printed.into_iter().chain(whens.map(|it| it.words.as_ref())).flatten();
    [&claim.statement].into_iter().chain(printed)
}

/// A text for the readers of each language: once, where several read the same.
pub(super) fn in_each_language(text: &Text) -> impl Iterator<Item = &str> {
    let each = Lang::ALL.map(|lang| text.get(lang));
    // What a language lacks is read in another: then it is the same text, and not one that says the same.
    let is_new = move |(at, it): &(usize, &str)| {
        !each.iter().take(*at).any(|before| std::ptr::eq(*before, *it))
    };
    each.into_iter().enumerate().filter(is_new).map(|(_, it)| it)
}

#[cfg(test)]
mod tests;
