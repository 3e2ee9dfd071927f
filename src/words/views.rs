//! Texts of the views: chronology, origins, the pages of an origin and of a document, documents, context.

use super::{counted, hollow_note, number, pick, quoted, results, short_month, span, status};
use crate::corpus::{Lang, OriginKind, Span, Status};
use crate::evidence::{DayTick, Falling, Hollow, OriginSubject};
use crate::query::View;

/// The plain texts of one language. A field is named by what it says.
#[expect(missing_docs, reason = "the texts below are the documentation")]
pub struct ViewWords {
    pub said_to_happen: &'static str,
    pub date_inferred: &'static str,
    pub end_open: &'static str,
    pub reported_that_day: &'static str,
    pub reported_in_that_time: &'static str,
    pub reported_inferred: &'static str,
    pub denied_then: &'static str,
    pub date_not_stated: &'static str,
    pub reported_then: &'static str,
    pub chronology_note: &'static str,
    pub no_dates: &'static str,
    pub only_context: &'static str,
    pub brush: &'static str,
    pub brush_hint: &'static str,
    pub dated_within: &'static str,
    pub dated_vaguely: &'static str,
    pub all_time: &'static str,
    pub begins: &'static str,
    pub ends: &'static str,
    pub counts: &'static str,
    pub shown: &'static str,
    pub distrusted: &'static str,
    pub origins_hint: &'static str,
    pub ribbons_hint: &'static str,
    pub left_without: &'static str,
    pub none_left_without: &'static str,
    pub origins_note: &'static str,
    pub other_origins: &'static str,
    pub falls_with_others: &'static str,
    pub too_many_documents: &'static str,
    pub from_documents: &'static str,
    pub all_origins: &'static str,
    pub all_documents: &'static str,
    pub against: &'static str,
    pub itself: &'static str,
    pub nothing_here: &'static str,
    pub nothing_at_all: &'static str,
    pub what_disputes_it: &'static str,
    pub in_context: &'static str,
    pub only_this_origin: &'static str,
    pub the_only_origin: &'static str,
    pub beside_others: &'static str,
    pub passes_on: &'static str,
    pub it_denies: &'static str,
    pub it_is_silent: &'static str,
    pub it_is_not_counted: &'static str,
    pub no_origin_left: &'static str,
    pub paragraphs: &'static str,
    pub context_only: &'static str,
    pub paragraph_disputed: &'static str,
    pub of_transfer: &'static str,
    pub no_claim: &'static str,
    pub claims_itself: &'static str,
    pub without_source: &'static str,
    pub leaves_open: &'static str,
    pub repeats: &'static str,
    pub through: &'static str,
    pub documents_hint: &'static str,
    pub no_author: &'static str,
    pub outlet: &'static str,
}

/// The plain texts of a language.
#[must_use]
pub fn view_words(lang: Lang) -> &'static ViewWords {
    match lang {
        Lang::De => &GERMAN,
        Lang::En => &ENGLISH,
    }
}

const GERMAN: ViewWords = ViewWords {
    said_to_happen: "soll geschehen",
    date_inferred: "Datum erschlossen",
    end_open: "Ende offen",
    reported_that_day: "an diesem Tag berichtet",
    reported_in_that_time: "in dieser Zeit berichtet",
    reported_inferred: "Zeit des Berichts erschlossen",
    denied_then: "bestritten",
    date_not_stated: "ohne Datum",
    reported_then: "berichtet",
    chronology_note: "Je länger ein Balken, desto ungenauer die Angabe; ein Ende, das verblasst, lässt der Text offen.",
    no_dates: "Kein Dokument der Auswahl hat ein Datum, und keine ihrer Aussagen nennt eines.",
    only_context: "Was ausgewählt ist, betrifft keinen Transfer. Es steht unter Kontext.",
    brush: "Zeitraum",
    brush_hint: "Aussagen nach der berichteten Zeit; wo keine steht, nach dem Erscheinen des Dokuments. Griffe ziehen, um zu filtern.",
    dated_within: "auf diese Zeit datiert",
    dated_vaguely: "vielleicht in dieser Zeit",
    all_time: "alles",
    begins: "Beginn des Zeitraums",
    ends: "Ende des Zeitraums",
    counts: "zählt",
    shown: "gezeigt",
    distrusted: "nicht geglaubt",
    origins_hint: "Schalten Sie einen Ursprung ab, um zu sehen, was ohne ihn noch stünde.",
    ribbons_hint: "Je dicker, desto mehr Aussagen; warm ist, was bestritten wird; gestrichelt, was keine Quelle nennt.",
    left_without: "Jetzt ohne Ursprung",
    none_left_without: "Jeder Transfer, der einen Ursprung hatte, hat noch einen.",
    origins_note: "Nicht gezählt wird, wer andere zitiert, für das Zitierte; was keine Quelle nennt; wer bestreitet oder nichts sagt. Ursprünge verschiedener Transfers werden nie zusammengezählt.",
    other_origins: "In dieser Auswahl nur zum Kontext, oder um etwas offen zu lassen",
    falls_with_others: "fällt mit anderen weg",
    too_many_documents: "Für ein Bild sind es zu viele Dokumente. Bei jedem Ursprung steht, aus welchen er bekannt ist.",
    from_documents: "aus",
    all_origins: "Alle Ursprünge",
    all_documents: "Alle Dokumente",
    against: "Gegen",
    itself: "es selbst",
    nothing_here: "Nichts in diesem Korpus.",
    nothing_at_all: "nichts",
    what_disputes_it: "Was dem widerspricht",
    in_context: "Zum Kontext",
    only_this_origin: "Nur, was darauf zurückgeht",
    the_only_origin: "Einziger Ursprung",
    beside_others: "Neben anderen",
    passes_on: "Gibt weiter, was andere sagen",
    it_denies: "Bestreitet",
    it_is_silent: "Kein Kommentar zu",
    it_is_not_counted: "Nicht gezählt: zitiert andere oder nennt keine Quelle",
    no_origin_left: "kein Ursprung mehr",
    paragraphs: "Absätze",
    context_only: "nur Kontext",
    paragraph_disputed: "bestritten oder widersprochen",
    of_transfer: "sagt etwas zu einem Transfer",
    no_claim: "keine Aussage",
    claims_itself: "Sagt es selbst",
    without_source: "Ohne Angabe einer Quelle",
    leaves_open: "Lässt offen",
    repeats: "Gibt wieder",
    through: "über",
    documents_hint: "Ein Feld ist ein Absatz; ein gefülltes führt zu dem, was er aussagt. Kein Text eines Artikels steht hier.",
    no_author: "ohne Namen eines Autors",
    outlet: "Medium",
};

const ENGLISH: ViewWords = ViewWords {
    said_to_happen: "said to happen",
    date_inferred: "date inferred",
    end_open: "end open",
    reported_that_day: "reported that day",
    reported_in_that_time: "reported in that time",
    reported_inferred: "time of the report inferred",
    denied_then: "denied",
    date_not_stated: "date not stated",
    reported_then: "reported",
    chronology_note: "The longer a bar, the vaguer the date; an end that fades is one that the text leaves open.",
    no_dates: "No document in this selection has a date, and none of its claims states one.",
    only_context: "What is selected is about no transfer. It stands under Context.",
    brush: "Period",
    brush_hint: "Claims by the time that is reported; where there is none, by when the document appeared. Drag the handles to filter.",
    dated_within: "dated to that time",
    dated_vaguely: "possibly in that time",
    all_time: "all",
    begins: "Start of the period",
    ends: "End of the period",
    counts: "counts",
    shown: "shown",
    distrusted: "distrusted",
    origins_hint: "Switch an origin off to see what would still stand without it.",
    ribbons_hint: "The thicker, the more claims; warm is a denial; dashed is what names no source.",
    left_without: "Left without an origin",
    none_left_without: "Every transfer that had an origin still has one.",
    origins_note: "Not counted: whoever cites others, for what is cited; what names no source; whoever denies or says nothing. Origins of different transfers are never added up.",
    other_origins: "In this selection on context only, or leaving something open",
    falls_with_others: "falls with others",
    too_many_documents: "There are too many documents for a drawing. Each origin says from which it is known.",
    from_documents: "from",
    all_origins: "All origins",
    all_documents: "All documents",
    against: "Against",
    itself: "itself",
    nothing_here: "Nothing in this corpus.",
    nothing_at_all: "nothing",
    what_disputes_it: "What disputes it",
    in_context: "In context",
    only_this_origin: "Only what goes back to it",
    the_only_origin: "The only origin",
    beside_others: "Beside others",
    passes_on: "Passes on what others say",
    it_denies: "Denies",
    it_is_silent: "No comment on",
    it_is_not_counted: "Not counted: cites others, or gives no source",
    no_origin_left: "no origin left",
    paragraphs: "Paragraphs",
    context_only: "context only",
    paragraph_disputed: "denied or contradicted",
    of_transfer: "says something of a transfer",
    no_claim: "no claim",
    claims_itself: "Claims itself",
    without_source: "Without a source",
    leaves_open: "Leaves open",
    repeats: "Repeats",
    through: "through",
    documents_hint: "A cell is a paragraph; a filled one leads to what it claims. No text of an article is here.",
    no_author: "no author named",
    outlet: "Outlet",
};

/// A time that claims name: what of, where that is said, and whether it is inferred.
#[must_use]
pub fn moment(lang: Lang, time: Span, is_inferred: bool, stages: &[Status]) -> String {
    let mut notes: Vec<&str> = stages.iter().map(|&it| status(lang, it)).collect();
    if is_inferred {
        notes.push(view_words(lang).date_inferred);
    }
    let time = span(lang, time);
    if notes.is_empty() { time } else { format!("{time} ({})", notes.join(", ")) }
}

/// What a mark on an axis of days is called: the year where one begins, else the month, with the year where that is
/// another than before.
#[must_use]
pub fn tick(lang: Lang, tick: &DayTick) -> String {
    let (year, month) = (tick.day.year(), tick.day.month());
    if month == 1 { year.to_string() } else { short_month(lang, year, month, tick.names_year) }
}

/// Names one after the other: `A`, `A and B`, `A, B and C`.
#[must_use]
pub fn names(lang: Lang, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [name] => name.clone(),
        [before @ .., last] => before.join(", ") + pick(lang, " und ", " and ") + last,
    }
}

/// What follows the number of transfers that go back to one origin.
#[must_use]
pub fn to_one(lang: Lang, count: usize) -> &'static str {
    let (one, many) = pick(
        lang,
        ("Transfer geht auf einen Ursprung zurück", "Transfers gehen auf einen Ursprung zurück"),
        ("transfer goes back to one origin", "transfers go back to one origin"),
    );
    if count == 1 { one } else { many }
}

/// What follows the number of those that go back to several.
#[must_use]
pub fn to_several(lang: Lang, _: usize) -> &'static str {
    pick(lang, "auf zwei oder mehr", "to two or more")
}

/// What follows the number of those that go back to none.
#[must_use]
pub fn to_none(lang: Lang, _: usize) -> &'static str {
    pick(lang, "auf keinen", "to none")
}

/// How many there were before somebody was distrusted.
#[must_use]
pub fn before(lang: Lang, count: usize) -> String {
    format!("({}: {})", pick(lang, "vorher", "before"), number(lang, count))
}

/// So many transfers.
#[must_use]
pub fn so_many_transfers(lang: Lang, count: usize) -> String {
    results(lang, View::Transfers, count)
}

/// That so many transfers are denied by somebody.
#[must_use]
pub fn denies_so_many(lang: Lang, count: usize) -> String {
    format!("{} {}", pick(lang, "bestreitet", "denies"), so_many_transfers(lang, count))
}

/// That somebody was asked about so many transfers, and says neither.
#[must_use]
pub fn silent_on(lang: Lang, count: usize) -> String {
    let text = pick(lang, "kein Kommentar zu", "no comment on");
    format!("{text} {}", so_many_transfers(lang, count))
}

/// That somebody says so of so many transfers, and is not counted.
#[must_use]
pub fn uncounted_for(lang: Lang, count: usize) -> String {
    format!(
        "{} {}",
        pick(lang, "nicht gezählt für", "not counted for"),
        so_many_transfers(lang, count)
    )
}

/// That somebody rests on unnamed people, for so many of so many transfers.
#[must_use]
pub fn hollow_for(lang: Lang, count: usize, of: usize, how: Hollow) -> String {
    let text = hollow_note(lang, how);
    if count == of {
        return text.to_owned();
    }
    match lang {
        Lang::De => format!("bei {} {text}", number(lang, count)),
        Lang::En => format!("{text} for {}", number(lang, count)),
    }
}

/// That nothing has an id.
#[must_use]
pub fn unknown_subject(lang: Lang, id: &str) -> String {
    let id = quoted(lang, id);
    match lang {
        Lang::De => format!("Kein Ursprung und kein Dokument heißt hier {id}."),
        Lang::En => format!("No origin and no document is called {id} here."),
    }
}

/// What an origin is: of what kind, whether it is unnamed, for whom it speaks.
#[must_use]
pub fn what_it_is(lang: Lang, kind: OriginKind, is_unnamed: bool, country: Option<&str>) -> String {
    let mut text = super::origin_kind(lang, kind).to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    if is_unnamed {
        text += pick(lang, ", ungenannt", ", unnamed");
    }
    if let Some(country) = country {
        text += pick(lang, ", spricht für ", ", speaks for ");
        text += country;
    }
    text + "."
}

/// What an origin stands for. What stands out is marked with `*`.
#[must_use]
pub fn what_it_stands_for(lang: Lang, subject: &OriginSubject, how: Option<Hollow>) -> String {
    let transfers = |count| so_many_transfers(lang, count);
    let numeral = |count| number(lang, count);
    let (repeating, own) = (subject.repeating.len(), subject.own.len());
    let (only, beside) = (subject.only.len(), subject.beside.len());
    let repeated = match (lang, repeating) {
        (Lang::De, 0) => "Kein fremdes Dokument gibt das wieder".to_owned(),
        (Lang::De, 1) => "1 fremdes Dokument gibt das wieder".to_owned(),
        (Lang::De, count) => format!("{} fremde Dokumente geben das wieder", numeral(count)),
        (Lang::En, 0) => "No document of others repeats it".to_owned(),
        (Lang::En, 1) => "1 document of others repeats it".to_owned(),
        (Lang::En, count) => format!("{} documents of others repeat it", numeral(count)),
    };
    let own = match (lang, own) {
        (Lang::De, 0) => "ein eigenes gibt es hier nicht".to_owned(),
        (Lang::De, 1) => "1 eigenes gibt es hier".to_owned(),
        (Lang::De, count) => format!("{} eigene gibt es hier", numeral(count)),
        (Lang::En, 0) => "none here is its own".to_owned(),
        (Lang::En, 1) => "1 here is its own".to_owned(),
        (Lang::En, count) => format!("{} here are its own", numeral(count)),
    };
    let mut parts = vec![format!("{repeated}; {own}.")];
    parts.push(match (lang, only + beside) {
        (Lang::De, 0) => "Zählt für keinen Transfer.".to_owned(),
        (Lang::En, 0) => "It counts for no transfer.".to_owned(),
        (Lang::De, all) => {
            let how = match (only, beside) {
                (_, 0) => "als einziger Ursprung".to_owned(),
                (0, _) => "neben anderen".to_owned(),
                _ => format!(
                    "als einziger Ursprung für {}, neben anderen für {}",
                    numeral(only),
                    numeral(beside)
                ),
            };
            format!("Zählt für *{}*: {how}.", transfers(all))
        }
        (Lang::En, all) => {
            let how = match (only, beside) {
                (_, 0) => "as the only origin".to_owned(),
                (0, _) => "beside others".to_owned(),
                _ => format!(
                    "as the only origin for {}, beside others for {}",
                    numeral(only),
                    numeral(beside)
                ),
            };
            format!("It counts for *{}*: {how}.", transfers(all))
        }
    });
    if let Some(how) = how {
        let (count, note) = (numeral(subject.hollow.len()), hollow_note(lang, how));
        parts.push(match lang {
            Lang::De => format!("Für {count} davon {note}."),
            Lang::En => format!("For {count} of them {note}."),
        });
    }
    parts.join(" ")
}

/// What falls, or has fallen, with an origin. What stands out is marked with `*`.
#[must_use]
pub fn what_falls(lang: Lang, falling: &Falling, is_distrusted: bool) -> String {
    let numeral = |count| number(lang, count);
    let (without, of) = (falling.without.len(), falling.of);
    let transfers = match lang {
        Lang::De => format!("*{} von {}* Transfers", numeral(without), numeral(of)),
        Lang::En => format!("*{} of {}* transfers", numeral(without), numeral(of)),
    };
    let keep = match (lang, falling.keeping.len()) {
        (_, 0) => String::new(),
        (Lang::De, 1) => "; 1 behält einen anderen".to_owned(),
        (Lang::De, count) => format!("; {} behalten andere", numeral(count)),
        (Lang::En, 1) => "; 1 keeps another".to_owned(),
        (Lang::En, count) => format!("; {} keep others", numeral(count)),
    };
    let first = match (lang, is_distrusted) {
        (Lang::De, false) => {
            format!("Wer das nicht glaubt, dem bleiben {transfers} ohne Ursprung{keep}.")
        }
        (Lang::De, true) => format!("Jetzt ohne Ursprung: {transfers}{keep}."),
        (Lang::En, false) if without == 1 => {
            format!("Distrust it, and {transfers} is left without an origin{keep}.")
        }
        (Lang::En, false) => {
            format!("Distrust it, and {transfers} are left without an origin{keep}.")
        }
        (Lang::En, true) => format!("Now without an origin: {transfers}{keep}."),
    };
    let claims = super::claims(lang, falling.claims.len());
    let context = (!falling.context.is_empty()).then(|| numeral(falling.context.len()));
    let everywhere = if is_distrusted {
        pick(lang, ", hier und in jeder Ansicht", ", here and in every view")
    } else {
        ""
    };
    let second = match lang {
        Lang::De => {
            let context = context.map(|it| format!(" und {it} zum Kontext")).unwrap_or_default();
            format!("Es fallen weg: *{claims}* zu Transfers{context}{everywhere}.")
        }
        Lang::En => {
            let context = context.map(|it| format!(" and {it} of context")).unwrap_or_default();
            format!("With it fall *{claims}* about transfers{context}{everywhere}.")
        }
    };
    [first, second].join(" ")
}

/// That some origins are left.
#[must_use]
pub fn is_left(lang: Lang, origins: &[String]) -> String {
    let names = names(lang, origins);
    match (lang, origins.len()) {
        (Lang::De, 1) => format!("{names} bleibt"),
        (Lang::De, _) => format!("{names} bleiben"),
        (Lang::En, 1) => format!("{names} is left"),
        (Lang::En, _) => format!("{names} are left"),
    }
}

/// That so many claims of an origin do not count, since others are distrusted.
#[must_use]
pub fn discounted_with_others(lang: Lang, count: usize) -> String {
    let claims = super::claims(lang, count);
    match lang {
        Lang::De => format!("Nicht mitgezählt, da andere nicht geglaubt werden: {claims}."),
        Lang::En => format!("Left out here, since others are distrusted: {claims}."),
    }
}

/// How long a document is.
#[must_use]
pub fn so_many_paragraphs(lang: Lang, count: u16) -> String {
    let (one, many) = pick(lang, ("Absatz", "Absätze"), ("paragraph", "paragraphs"));
    counted(lang, count.into(), one, many)
}

/// For how many transfers somebody is repeated.
#[must_use]
pub fn on_so_many(lang: Lang, count: usize) -> String {
    format!("{} {}", pick(lang, "zu", "on"), so_many_transfers(lang, count))
}

/// The language of a document, by its tag.
#[must_use]
pub fn document_language(lang: Lang, tag: &str) -> String {
    match tag {
        "de" => pick(lang, "Deutsch", "German").to_owned(),
        "en" => pick(lang, "Englisch", "English").to_owned(),
        _ => tag.to_owned(),
    }
}

/// That there are so many documents more.
#[must_use]
pub fn and_so_many_documents(lang: Lang, count: usize) -> String {
    let documents = super::documents(lang, count);
    match lang {
        Lang::De => format!("und {documents} mehr"),
        Lang::En => format!("and {documents} more"),
    }
}
