//! What becomes of the texts on their way to a reader, and whether they are still recognised: through the very
//! function that the viewer's panel calls.

use anyhow::{Context, Result};
use claim_atlas::BUNDLED;
use claim_atlas::corpus::{Corpus, Document, Source};
use claim_atlas::fingerprint::{Paragraph, Presence, Verdict, words};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What came of the check.
pub struct Outcome {
    /// A line for each text that was not recognised, or taken for another.
    pub faults: Vec<String>,
    /// How much of the texts is recognised, by how much of them is changed.
    pub figures: String,
}

/// How many times each share of words is changed at random.
const ROUNDS: u64 = 40;

/// Checks each text as it is and damaged, and all of them in one.
pub fn check(texts: &[(Document, String)]) -> Result<Outcome> {
    let source = Source::read(BUNDLED).context("the corpus cannot be read")?;
    let corpus = Corpus::new(source).map_err(|error| anyhow::anyhow!("{error}"))?;
    let mut faults = Vec::new();
    let mut expect = |what: &str, text: &str, own: &[&str], most_altered: usize| {
        let verdict = Verdict::new(text, &corpus);
        let recognised =
            verdict.recognised.iter().map(|it| corpus.document(it.document).id.as_str());
        if !recognised.eq(own.iter().copied()) {
            faults.push(format!("{what}: not recognised as {}, or as others too", own.join(", ")));
        }
        for it in &verdict.recognised {
            let [_, altered, misread, missing] = it.counts();
            if missing > 0 || altered + misread > most_altered {
                let id = &corpus.document(it.document).id;
                faults.push(format!(
                    "{what}: of {id} {altered} paragraphs altered, {misread} read badly, {missing} missing"
                ));
            }
        }
    };
    for (document, text) in texts {
        let own = [document.id.as_str()];
        for (what, copy) in [
            ("the text", text.clone()),
            ("the text on a page", on_a_page(text)),
            ("the text in other lines", text.split_whitespace().fold(String::new(), in_lines)),
            ("the text in one line", text.split_whitespace().collect::<Vec<_>>().join(" ")),
            ("the text with other signs", with_other_signs(text)),
        ] {
            expect(what, &copy, &own, 0);
        }
        for phase in 0..10 {
            let copy = changed(text, |at| at % 10 == phase);
            expect("the text with every tenth word changed", &copy, &own, usize::MAX);
            expect("the same on a page", &on_a_page(&copy), &own, usize::MAX);
        }
    }
    let mut ids: Vec<&str> = texts.iter().map(|(document, _)| document.id.as_str()).collect();
    ids.sort_unstable();
    let all: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    expect("all texts in one", &on_a_page(&all.join("\n")), &ids, 0);
    let (edited, missed) = edits(&corpus, texts);
    let figures = figures(&corpus, texts);
    let figures = format!("{} of {edited} edits of a word missed\n{figures}", missed.len());
    faults.extend(missed);
    Ok(Outcome { faults, figures })
}

/// Edits each word of the paragraphs that claims name: puts one in before it, another in its place, leaves it out. How
/// many edits that are, and a line for each after which the paragraph is still called found.
fn edits(corpus: &Corpus, texts: &[(Document, String)]) -> (usize, Vec<String>) {
    let (mut edited, mut missed) = (0, Vec::new());
    for (document, text) in texts {
        let lines: Vec<&str> = text.split("\n\n").collect();
        let named: BTreeSet<u16> = document.claims.iter().map(|it| it.paragraph).collect();
        for number in named {
            let at = usize::from(number).saturating_sub(1);
            let line = lines.get(at).copied().unwrap_or_default();
            for edited_line in edited_lines(line) {
                // Its neighbours are enough to find it by.
                let before = lines.get(at.saturating_sub(6)..at).unwrap_or_default().join("\n\n");
                let behind =
                    lines.get(at + 1..(at + 7).min(lines.len())).unwrap_or_default().join("\n\n");
                let copy = format!("{before}\n\n{edited_line}\n\n{behind}");
                let edited_at = before.len()..before.len() + 2 + edited_line.len();
                let verdict = Verdict::new(&copy, corpus);
                let all = verdict.recognised.iter().flat_map(|it| &it.paragraphs);
                let own = |it: &&Paragraph| {
                    corpus.document(it.document).id == document.id && it.number == number
                };
                // A text may print a paragraph twice, and have the other as it was.
                let is_here = |it: &&Paragraph| {
                    it.found.as_ref().is_some_and(|it| edited_at.contains(&it.at.start))
                };
                let mut here = all.filter(own).filter(is_here);
                let is_found = here.any(|it| it.presence() == Presence::Found);
                edited += 1;
                if is_found {
                    missed.push(format!(
                        "an edit goes unnoticed in paragraph {number} of {}",
                        document.id
                    ));
                }
            }
        }
    }
    (edited, missed)
}

/// A paragraph with each of its words edited.
fn edited_lines(line: &str) -> Vec<String> {
    let all = words(line);
    let edited = all.iter().flat_map(|it| {
        let (before, after) = (line.get(..it.at.start), line.get(it.at.end..));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        let word = line.get(it.at.clone()).unwrap_or_default();
        [
            format!("{before}nicht {word}{after}"),
            format!("{before}Laternen{after}"),
            format!("{}{after}", before.trim_end()),
        ]
    });
    let end = all.last().map_or(0, |it| it.at.end);
    let (text, sign) = line.split_at(end);
    edited.chain([format!("{text} nicht{sign}")]).collect()
}

/// How many paragraphs are found, are altered, are missing, where words are changed at random.
fn figures(corpus: &Corpus, texts: &[(Document, String)]) -> String {
    let mut figures =
        String::from("words changed  found  altered  read badly  missing  not recognised");
    for percent in [0, 1, 5, 10, 20, 30, 50] {
        let (mut counts, mut unknown) = ([0_u32; 4], 0);
        let rounds = if percent == 0 { 1 } else { ROUNDS };
        for seed in 0..rounds {
            for (document, text) in texts {
                let mut random = Random(seed);
                let copy = on_a_page(&changed(text, |_| random.below(100) < percent));
                let recognised = Verdict::new(&copy, corpus).recognised;
                let own =
                    recognised.iter().find(|it| corpus.document(it.document).id == document.id);
                unknown += u32::from(own.is_none());
                for paragraph in own.iter().flat_map(|it| &it.paragraphs) {
                    counts
                        .iter_mut()
                        .skip(paragraph.presence() as usize)
                        .take(1)
                        .for_each(|count| *count += 1);
                }
            }
        }
        let all = f64::from(counts.iter().sum::<u32>().max(1));
        let [found, altered, misread, missing] = counts.map(|it| f64::from(it) * 100.0 / all);
        let _ = write!(
            figures,
            "\n{percent:>11} %  {found:>4.1} %  {altered:>5.1} %  {misread:>8.1} %  {missing:>5.1} %  {unknown} of {}",
            rounds * texts.len() as u64
        );
    }
    figures
}

/// Words that stand in for others.
const OTHERS: [&str; 7] = ["anderswo", "sieben", "blau", "Laternen", "kaum", "verlegt", "Segel"];

/// A text in which those words are others that are chosen, by how many stand before.
fn changed(text: &str, mut is_chosen: impl FnMut(usize) -> bool) -> String {
    let mut changed = String::new();
    let mut from = 0;
    for (at, word) in words(text).iter().enumerate().filter(|(at, _)| is_chosen(*at)) {
        changed += text.get(from..word.at.start).unwrap_or_default();
        changed += OTHERS.get(at % OTHERS.len()).copied().unwrap_or_default();
        from = word.at.end;
    }
    changed + text.get(from..).unwrap_or_default()
}

/// A text as it is copied from a page: with menus before, advertisements between, and teasers after.
fn on_a_page(text: &str) -> String {
    let mut page = String::new();
    let noise = |page: &mut String, seed: u64, lines: u64| {
        let mut random = Random(seed);
        for _ in 0..lines {
            for _ in 0..2 + random.below(9) {
                let at = usize::try_from(random.below(NOISE.len() as u64)).unwrap_or_default();
                *page += NOISE.get(at).copied().unwrap_or_default();
                page.push(' ');
            }
            page.push('\n');
        }
    };
    noise(&mut page, 1, 300);
    for (at, line) in (0..).zip(text.lines()) {
        page += line;
        page.push('\n');
        if at % 3 == 0 {
            noise(&mut page, at, 2);
        }
    }
    noise(&mut page, 2, 300);
    page
}

const NOISE: [&str; 40] = [
    "Anmelden",
    "Abo",
    "Startseite",
    "Politik",
    "Sport",
    "Wetter",
    "Ukraine",
    "Russland",
    "Krieg",
    "News",
    "Video",
    "Mehr",
    "zum",
    "Thema",
    "Anzeige",
    "Weiterlesen",
    "nach",
    "der",
    "die",
    "das",
    "in",
    "den",
    "von",
    "und",
    "Teilen",
    "Kommentare",
    "Newsletter",
    "Impressum",
    "Datenschutz",
    "Wladimir",
    "Putin",
    "Kiew",
    "Moskau",
    "laut",
    "Bericht",
    "für",
    "mit",
    "USA",
    "aus",
    "im",
];

/// Adds a word, with a line's end after every ninth.
fn in_lines(text: String, word: &str) -> String {
    let words = text.split_whitespace().count();
    text + word + if words % 9 == 8 { "\n" } else { " " }
}

/// Other quotation marks, dashes and spaces, and a soft hyphen in every longer word.
fn with_other_signs(text: &str) -> String {
    let mut other = String::new();
    let mut letters = 0;
    for letter in text.chars() {
        letters = if letter.is_alphabetic() { letters + 1 } else { 0 };
        other.push(match letter {
            '„' | '»' => '“',
            '“' | '”' | '«' => '"',
            '–' | '-' => '—',
            ' ' => '\u{a0}',
            other => other,
        });
        if letters == 4 {
            other.push('\u{ad}');
        }
    }
    other
}

/// Numbers that look random and are the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }
}
