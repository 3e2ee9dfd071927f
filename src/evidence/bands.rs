//! Bands: where the ribbons from documents to roots lie, as plain geometry.
//!
//! Documents stand in rows of one height, and roots in rows of one height, both over the whole height: so the drawing
//! follows its rows whatever height these take, and nothing has to be measured. A place is a fraction of the width, or
//! a number of units from the top; a unit is a pixel where no row is higher than it has to be.

use super::chain::Target;
use super::ribbons::{Ribbon, Ribbons};
use crate::corpus::{Corpus, Stance};

/// The ribbons as they lie.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bands {
    /// How high all of it is.
    pub height: f64,
    /// The bands, in the order of the ribbons; a ribbon with denials among its claims is two.
    pub bands: Vec<Band>,
    /// From where to where each document stretches.
    pub documents: Vec<(f64, f64)>,
    /// From where to where each root stretches.
    pub roots: Vec<(f64, f64)>,
}

/// A band from a document to a root.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The place of its ribbon among the ribbons.
    pub ribbon: usize,
    /// Where the middle of it is at the document.
    pub from: f64,
    /// Where it is at the root.
    pub to: f64,
    /// How thick it is.
    pub thickness: f64,
    /// What it stands for.
    pub kind: BandKind,
    /// Where its word lies on no other band: as fractions of width and height. Nothing, where there is no such place, or
    /// no word.
    pub word: Option<(f64, f64)>,
}

/// What a band stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BandKind {
    /// Claims that say so.
    Asserting,
    /// Claims that say that it is not so.
    Denying,
    /// Claims of somebody who was asked and says neither.
    Silent,
    /// Claims that name no source.
    Unsourced,
    /// Claims that do not count.
    Discounted,
}

/// How high a row is at least.
const ROW: f64 = 52.0;

/// How thick a band is for each of its claims, where there is room.
const CLAIM: f64 = 3.2;

/// How thick a band is at least.
const LEAST: f64 = 2.0;

/// How much of a row the bands that end there take at most.
const TAKEN: f64 = 0.86;

/// How far what stands in a row stretches beyond its bands, and from its middle at least.
const STRETCH: (f64, f64) = (3.0, 19.0);

/// Where a word may stand, as parts of a band's way: the middle first.
const PLACES: [f64; 15] =
    [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85];

/// How wide the drawing is at least, how wide a letter of a word is, what a word has beside it, and how high it is with
/// what it has above and below.
const WIDTH: f64 = 416.0;
const LETTER: f64 = 5.8;
const BESIDE: f64 = 14.0;
const LINE: f64 = 20.0;

/// At so many places of a band's way it is looked up whether a word would lie on it.
const STEPS: usize = 60;

/// Where the ribbons lie. A word of so many letters, if of any, stands on a ribbon where it lies on no other.
#[must_use]
pub fn bands(corpus: &Corpus, ribbons: &Ribbons, letters: impl Fn(usize) -> usize) -> Bands {
    let rows = ribbons.documents.len().max(ribbons.roots.len());
    let height = number(rows) * ROW;
    let document_widths: Vec<usize> = ribbons.documents.iter().map(|it| it.1).collect();
    let root_widths: Vec<usize> = ribbons.roots.iter().map(|it| it.width).collect();
    let unit = [&document_widths, &root_widths].into_iter().fold(CLAIM, |unit, widths| {
        let most = widths.iter().max().copied().unwrap_or_default();
        unit.min(height / number(widths.len().max(1)) * TAKEN / number(most.max(1)))
    });
    let starts = |widths: &[usize], at: usize| {
        let middle = (number(at) + 0.5) * height / number(widths.len().max(1));
        middle - number(widths.get(at).copied().unwrap_or_default()) / 2.0 * unit
    };
    let mut bands = Vec::new();
    for (at, ribbon) in ribbons.ribbons.iter().enumerate() {
        let document = ribbons.documents.iter().position(|it| it.0 == ribbon.edge.document);
        let root = ribbons.roots.iter().position(|it| it.target == ribbon.edge.target);
        let (Some(document), Some(root)) = (document, root) else { continue };
        let from = starts(&document_widths, document);
        let to = starts(&root_widths, root);
        let mut before = 0.0;
        for (kind, width) in kinds(corpus, ribbon) {
            let middle = before + width / 2.0;
            let (from, to) = (
                from + (number(ribbon.from) + middle) * unit,
                to + (number(ribbon.to) + middle) * unit,
            );
            let thickness = (width * unit).max(LEAST);
            bands.push(Band { ribbon: at, from, to, thickness, kind, word: None });
            before += width;
        }
    }
    place_words(&mut bands, letters);
    for band in &mut bands {
        band.word = band.word.map(|(x, y)| (x, y / height));
    }
    let stretches = |widths: &[usize]| {
        let stretch = |at: usize| {
            let middle = (number(at) + 0.5) * height / number(widths.len());
            let half = (middle - starts(widths, at) + STRETCH.0).max(STRETCH.1);
            (middle - half, middle + half)
        };
        (0..widths.len()).map(stretch).collect()
    };
    Bands { height, bands, documents: stretches(&document_widths), roots: stretches(&root_widths) }
}

/// What a ribbon stands for, with how many of its units do so.
fn kinds(corpus: &Corpus, ribbon: &Ribbon) -> Vec<(BandKind, f64)> {
    let is = |stance| {
        let mut claims = ribbon.edge.claims.iter();
        claims.all(|&it| corpus.claim(it).stance == stance)
    };
    let width = number(ribbon.width);
    let denials = number(ribbon.denials);
    match ribbon.edge.target {
        _ if ribbon.is_discounted() => vec![(BandKind::Discounted, width)],
        Target::NoSource => vec![(BandKind::Unsourced, width)],
        Target::Origin(_) if is(Stance::DeclinesComment) => vec![(BandKind::Silent, width)],
        Target::Origin(_) => {
            let parts = [(BandKind::Asserting, width - denials), (BandKind::Denying, denials)];
            parts.into_iter().filter(|it| it.1 > 0.0).collect()
        }
    }
}

/// Puts the words on the first bands of their ribbons, where they keep clear of all other ribbons and words.
fn place_words(bands: &mut [Band], letters: impl Fn(usize) -> usize) {
    let mut words: Vec<(f64, f64, f64)> = Vec::new();
    let mut last = None;
    for at in 0..bands.len() {
        let Some(band) = bands.get(at) else { continue };
        let is_first = last != Some(band.ribbon);
        last = Some(band.ribbon);
        let letters = letters(band.ribbon);
        if letters == 0 || !is_first {
            continue;
        }
        let half = half_width(letters);
        let is_free = |(x, y): (f64, f64)| {
            let others = bands.iter().filter(|it| it.ribbon != band.ribbon);
            half <= x
                && x <= 1.0 - half
                && words.iter().all(|it| (it.0 - x).abs() > it.2 + half || (it.1 - y).abs() > LINE)
                && others.into_iter().all(|it| !it.passes(x, y, half))
        };
        let places = PLACES.iter().map(|part| on_the_way(*part, band.from, band.to));
        let place = places.into_iter().find(|it| is_free(*it));
        words.extend(place.map(|(x, y)| (x, y, half)));
        if let Some(band) = bands.get_mut(at) {
            band.word = place;
        }
    }
}

/// Half of how wide a word of so many letters is, in fractions of the width.
fn half_width(letters: usize) -> f64 {
    f64::midpoint(number(letters) * LETTER, BESIDE) / WIDTH
}

/// A point on the curve from one height to another, which leaves and arrives level: see [`Band::path`].
fn on_the_way(part: f64, from: f64, to: f64) -> (f64, f64) {
    let rest = 1.0 - part;
    let [start, before, after, end] =
        [rest.powi(3), 3.0 * rest.powi(2) * part, 3.0 * rest * part.powi(2), part.powi(3)];
    let x = before * BENDS.0 + after * BENDS.1 + end;
    (x, (start + before) * from + (after + end) * to)
}

/// Where the curve's control points are.
const BENDS: (f64, f64) = (0.45, 0.55);

impl Band {
    /// Whether it passes under a word at a place, half as wide as is given.
    fn passes(&self, x: f64, y: f64, half: f64) -> bool {
        (0..=STEPS).any(|step| {
            let (at, height) = on_the_way(number(step) / number(STEPS), self.from, self.to);
            (at - x).abs() <= half && (height - y).abs() <= f64::midpoint(LINE, self.thickness)
        })
    }

    /// The way, as a path in a box as wide as is given and as high as the bands.
    #[must_use]
    pub fn path(&self, width: f64) -> String {
        let (from, to) = (self.from, self.to);
        let [one, other] = [BENDS.0, BENDS.1].map(|it| it * width);
        format!("M0 {from:.1}C{one:.0} {from:.1} {other:.0} {to:.1} {width:.0} {to:.1}")
    }
}

/// How large the dot of a ribbon is in a matrix, by its claims: 1 for the one with most of them.
#[must_use]
pub fn dot(ribbons: &Ribbons, ribbon: &Ribbon) -> f64 {
    let most = ribbons.ribbons.iter().map(|it| it.edge.claims.len()).max().unwrap_or(1);
    (number(ribbon.edge.claims.len()) / number(most.max(1))).sqrt()
}

#[expect(clippy::cast_precision_loss, reason = "there are thousands at most")]
fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{ClaimSet, OriginSet, TransferId};
    use crate::evidence::comparison::tests::bundled;
    use crate::evidence::fixture::{Said, corpus, said};
    use crate::evidence::{Trust, ribbons};
    use expect_test::expect;
    use proptest::prelude::*;

    /// So long is each word.
    const LETTERS: usize = 20;

    fn of(corpus: &Corpus) -> (Ribbons, Bands) {
        let transfers: Vec<TransferId> = corpus.transfer_ids().collect();
        let claims: ClaimSet =
            corpus.claim_ids().filter(|it| corpus.transfer_of(*it).is_some()).collect();
        let findings = crate::evidence::Findings::new(Trust::all(corpus));
        let found =
            ribbons(Trust::all(corpus), &OriginSet::new(), [&findings; 2], &transfers, &claims);
        let is_worded = |at: usize| !found.ribbons[at].edge.through.is_empty();
        let bands = bands(corpus, &found, |at| if is_worded(at) { LETTERS } else { 0 });
        (found, bands)
    }

    fn written(bands: &Bands) -> String {
        let lines = bands.bands.iter().map(|it| {
            let word = it.word.map(|(x, y)| format!(", word at {x:.2} {y:.2}")).unwrap_or_default();
            format!("{:.1} → {:.1}: {:.1} {:?}{word}", it.from, it.to, it.thickness, it.kind)
        });
        format!("{}\n{}", bands.height, lines.collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn the_bands_of_the_corpus() {
        expect![[r#"
            676
            64.4 → 26.0: 3.2 Asserting
            69.2 → 74.8: 6.4 Asserting, word at 0.50 0.11
            201.2 → 79.6: 3.2 Asserting, word at 0.42 0.23
            204.4 → 648.4: 3.2 Unsourced
            322.0 → 82.8: 3.2 Asserting
            338.0 → 130.0: 28.7 Asserting
            354.0 → 421.2: 3.2 Asserting
            454.0 → 182.0: 3.2 Asserting
            457.2 → 234.0: 3.2 Asserting
            460.4 → 286.0: 3.2 Denying
            463.6 → 338.0: 3.2 Silent, word at 0.77 0.52
            468.4 → 390.0: 6.4 Asserting
            482.8 → 434.0: 22.4 Asserting
            602.0 → 454.8: 19.2 Asserting
            613.2 → 494.0: 3.2 Asserting
            616.4 → 546.0: 3.2 Denying
            619.6 → 598.0: 3.2 Asserting
            622.8 → 651.6: 3.2 Unsourced"#]]
        .assert_eq(&written(&of(&bundled()).1));
    }

    #[test]
    fn a_denial_among_the_claims_of_a_ribbon_is_a_band_of_its_own() {
        let denied = said(&["x"]).stance("denies").disputes(&["0-0"]);
        let silent = said(&["y"]).stance("declines_comment");
        let all = vec![said(&["x"]), said(&["x"]), denied, silent, said(&[])];
        expect![[r#"
            156
            73.2 → 24.4: 6.4 Asserting
            78.0 → 29.2: 3.2 Denying
            81.2 → 78.0: 3.2 Silent
            84.4 → 130.0: 3.2 Unsourced"#]]
        .assert_eq(&written(&of(&corpus(&[("a", all)])).1));
    }

    #[test]
    fn no_word_lies_on_a_ribbon_of_others() {
        let corpus = bundled();
        let (_, drawn) = of(&corpus);
        let half = half_width(LETTERS);
        for band in &drawn.bands {
            let Some((x, y)) = band.word else { continue };
            let others = drawn.bands.iter().filter(|it| it.ribbon != band.ribbon);
            for other in others {
                assert!(!other.passes(x, y * drawn.height, half), "{band:?} {other:?}");
            }
        }
    }

    proptest! {
        /// However many claims there are, what ends in a row stays in it.
        #[test]
        fn bands_stay_in_their_rows(counts in proptest::collection::vec(1_usize..60, 1..6)) {
            let of_document = |count: &usize| ("a", vec![said(&["x"]); *count]);
            let documents: Vec<(&str, Vec<Said>)> = counts.iter().map(of_document).collect();
            let (found, drawn) = of(&corpus(&documents));
            let row = drawn.height / number(found.documents.len());
            for band in &drawn.bands {
                let at = found.documents.iter().position(|it| it.0 == found.ribbons[band.ribbon].edge.document);
                let middle = (number(at.expect("its document")) + 0.5) * row;
                prop_assert!((band.from - middle).abs() <= row / 2.0);
                prop_assert!(band.to >= 0.0 && band.to <= drawn.height);
            }
        }
    }
}
