//! Texts of an opened transfer and of what is disputed.

use super::{number, pick, sentence::counted};
use crate::corpus::{Lang, When};
use crate::evidence::{Group, Hollow, Part, Question, Ticks};

/// The plain texts of one language. A field is named by what it says.
#[expect(missing_docs, reason = "the texts below are the documentation")]
pub struct ComparisonWords {
    pub report_against_report: &'static str,
    pub one_report: &'static str,
    pub goes_back: &'static str,
    pub goes_back_hint: &'static str,
    pub unnamed_people: &'static str,
    pub from_documents: &'static str,
    pub rests_on: &'static str,
    pub counts: &'static str,
    pub counts_not: &'static str,
    pub passes_on: &'static str,
    pub own_report: &'static str,
    pub outlined: &'static str,
    pub fading: &'static str,
    pub inferred: &'static str,
    pub actions: &'static str,
    pub share_transfer: &'static str,
    pub export_it: &'static str,
    pub in_documents: &'static str,
    pub same_text: &'static str,
    pub from_one: &'static str,
    pub within: &'static str,
    pub only_precision: &'static str,
    pub neither_is_right: &'static str,
    pub left_open: &'static str,
    pub left_open_hint: &'static str,
    pub in_context: &'static str,
    pub missing: &'static str,
}

/// The plain texts of a language.
#[must_use]
pub fn comparison_words(lang: Lang) -> &'static ComparisonWords {
    match lang {
        Lang::De => &GERMAN,
        Lang::En => &ENGLISH,
    }
}

const GERMAN: ComparisonWords = ComparisonWords {
    report_against_report: "Bericht gegen Bericht",
    one_report: "Was der Bericht sagt",
    goes_back: "Worauf es zurückgeht",
    goes_back_hint: "Dokument, worauf es sich beruft, worauf das beruht",
    unnamed_people: "Ungenannte",
    from_documents: "aus",
    rests_on: "beruht auf",
    counts: "zählt",
    counts_not: "zählt nicht",
    passes_on: "gibt weiter, zählt nicht",
    own_report: "eigener Bericht",
    outlined: "Umrandet: erschlossen.",
    fading: "Verlaufend: offenes Ende.",
    inferred: "erschlossen",
    actions: "Mit diesem Transfer",
    share_transfer: "Diesen Transfer teilen",
    export_it: "Exportieren",
    in_documents: "in",
    same_text: "derselbe Text",
    from_one: "aus einem Ursprung",
    within: "in einem Dokument",
    only_precision: "nur die Genauigkeit oder der berichtete Stand ist verschieden",
    neither_is_right: "Keine Seite gilt hier als die richtige.",
    left_open: "Offen gelassen",
    left_open_hint: "nicht zu prüfen oder nicht bekannt; bestritten ist damit nichts",
    in_context: "Im Kontext",
    missing: "Was fehlt",
};

const ENGLISH: ComparisonWords = ComparisonWords {
    report_against_report: "Report against report",
    one_report: "What the report says",
    goes_back: "Where it goes back to",
    goes_back_hint: "document, what it cites, what that rests on",
    unnamed_people: "Unnamed people",
    from_documents: "from",
    rests_on: "rests on",
    counts: "counts",
    counts_not: "not counted",
    passes_on: "passes it on, not counted",
    own_report: "its own report",
    outlined: "Outlined: inferred.",
    fading: "Fading: open end.",
    inferred: "inferred",
    actions: "With this transfer",
    share_transfer: "Share this transfer",
    export_it: "Export it",
    in_documents: "in",
    same_text: "the same text",
    from_one: "from one origin",
    within: "in one document",
    only_precision: "only precision, or the stage reported, differs",
    neither_is_right: "Neither side is marked as right.",
    left_open: "Left open",
    left_open_hint: "could not be checked, or is not known; that disputes nothing",
    in_context: "In context",
    missing: "What is missing",
};

/// What the documents are asked; at which stage stands beside it.
#[must_use]
pub fn question(lang: Lang, question: Question) -> &'static str {
    let (de, en) = match question {
        Question::Status => ("Wie weit", "How far"),
        Question::Supplier => ("Wer gibt", "Who gives"),
        Question::Recipient => ("Wer erhält", "Who gets it"),
        Question::WithinDocument => ("Gegen sich selbst", "Against itself"),
        Question::Number(_) => ("Wie viele", "How many"),
        Question::Time(_) => ("Wann", "When"),
        Question::Item => ("Was", "What"),
        Question::Reported => ("Wann gesagt", "When said"),
        Question::Answer => ("Antwort darauf", "Answered by"),
        Question::LeftOpen => ("Offen gelassen", "Left open"),
    };
    pick(lang, de, en)
}

/// When a document appeared, to the day where that is known, and that it is not printed. The month alone would hide
/// from which day on it can be.
#[must_use]
pub fn appeared_exactly(lang: Lang, published: &When) -> String {
    let Some(span) = published.span.filter(|it| !it.is_open()) else {
        return super::words(lang).undated.to_owned();
    };
    let text = match (span.from, span.to) {
        (Some(from), Some(to))
            if span.whole_month().is_none()
                && from.day() < to.day()
                && (from.year(), from.month()) == (to.year(), to.month()) =>
        {
            format!(
                "{}{}{}",
                from.day(),
                pick(lang, ".\u{2009}–\u{2009}", "–"),
                super::day(lang, to)
            )
        }
        _ => super::span(lang, span),
    };
    let inferred = comparison_words(lang).inferred;
    if published.is_undated() { format!("{text} ({inferred})") } else { text }
}

/// That so many documents say nothing of it.
#[must_use]
pub fn not_stated_in(lang: Lang, count: usize) -> String {
    match lang {
        Lang::De if count == 1 => "in 1\u{a0}Dokument nicht angegeben".to_owned(),
        Lang::De => format!("in {}\u{a0}Dokumenten nicht angegeben", number(lang, count)),
        Lang::En => format!("not stated in {}", counted(lang, count, "document", "documents")),
    }
}

/// Through whom something is passed on. In German the names stay as they are, so no preposition may govern them.
#[must_use]
pub fn through(lang: Lang, names: &[&str], all_of_it: bool) -> String {
    let names = names.join("; ");
    match (lang, all_of_it) {
        (Lang::De, true) => format!("über: {names}"),
        (Lang::De, false) => format!("teils über: {names}"),
        (Lang::En, true) => format!("through {names}"),
        (Lang::En, false) => format!("partly through {names}"),
    }
}

/// Whether what lies on a scale has something in common, and whether all of it can hold then.
#[must_use]
pub fn on_scale(lang: Lang, ticks: &Ticks, count: usize, overlaps: bool, holds: bool) -> String {
    let (de, en) = match (ticks, overlaps) {
        (Ticks::Days(_), true) => ("Die Zeiträume überschneiden sich", "The spans overlap"),
        (Ticks::Days(_), false) => {
            ("Kein Tag passt zu allen Angaben", "No day fits all that is said")
        }
        (Ticks::Numbers(_), true) => {
            ("Eine Zahl kann zu allen Angaben passen", "One number can fit all that is said")
        }
        (Ticks::Numbers(_), false) => {
            ("Keine Zahl passt zu allen Angaben", "No number fits all that is said")
        }
    };
    let holds = match (lang, count) {
        _ if !overlaps || !holds => "",
        (Lang::De, 2) => ": Beides kann zutreffen",
        (Lang::De, _) => ": Alles kann zutreffen",
        (Lang::En, 2) => ": both can hold",
        (Lang::En, _) => ": all of it can hold",
    };
    format!("{}{holds}.", pick(lang, de, en))
}

/// How somebody who counts comes to be hollow, in short.
#[must_use]
pub fn hollow_note(lang: Lang, how: Hollow) -> &'static str {
    let (de, en) = match how {
        Hollow::Rests => return super::words(lang).on_unnamed,
        Hollow::Reached => ("nur über Ungenannte erreicht", "reached only through unnamed people"),
        Hollow::Either => (
            "gestützt auf Ungenannte oder nur über sie erreicht",
            "resting on unnamed people, or reached only through them",
        ),
    };
    pick(lang, de, en)
}

/// What part somebody has who does not simply say so and count.
#[must_use]
pub fn part(lang: Lang, part: Part) -> Option<&'static str> {
    let words = super::words(lang);
    match part {
        Part::Named => None,
        Part::Hollow => Some(words.on_unnamed),
        Part::Relay => Some(comparison_words(lang).passes_on),
        Part::Unsourced => Some(words.own_account),
        Part::Denies => Some(words.denies),
        Part::Silent => Some(words.no_comment),
        Part::LeavesOpen => super::stance(lang, crate::corpus::Stance::LeavesOpen),
    }
}

/// How the sides of some cards stand to each other.
#[must_use]
pub fn group(lang: Lang, group: Group) -> &'static str {
    let (de, en) = match group {
        Group::Denied => ("Bestritten", "Denied"),
        Group::Contradicted => ("Widersprüchlich", "Contradicted"),
        Group::PrecisionDiffers => ("Beides kann zutreffen", "Both can be true"),
    };
    pick(lang, de, en)
}

/// How many disagreements there are of how many transfers.
#[must_use]
pub fn disagreements(lang: Lang, transfers: usize, count: usize) -> String {
    let transfers = counted(lang, transfers, "Transfer", "Transfers");
    let (one, many) =
        pick(lang, ("Unstimmigkeit", "Unstimmigkeiten"), ("disagreement", "disagreements"));
    let transfers = if lang == Lang::En { transfers.to_lowercase() } else { transfers };
    format!("{transfers}, {}.", counted(lang, count, one, many))
}

/// That a list on paper has so many more.
#[must_use]
pub fn and_more(lang: Lang, count: usize) -> String {
    let number = number(lang, count);
    match lang {
        Lang::De => format!("und {number} weitere"),
        Lang::En => format!("and {number} more"),
    }
}

/// A number in words, at the beginning of a sentence, or in figures where it is a long one.
fn in_words(lang: Lang, count: usize) -> String {
    const WORDS: [(&str, &str); 13] = [
        ("Kein", "No"),
        ("Ein", "One"),
        ("Zwei", "Two"),
        ("Drei", "Three"),
        ("Vier", "Four"),
        ("Fünf", "Five"),
        ("Sechs", "Six"),
        ("Sieben", "Seven"),
        ("Acht", "Eight"),
        ("Neun", "Nine"),
        ("Zehn", "Ten"),
        ("Elf", "Eleven"),
        ("Zwölf", "Twelve"),
    ];
    let word = WORDS.get(count).map(|(de, en)| pick(lang, *de, *en).to_owned());
    word.unwrap_or_else(|| number(lang, count))
}

/// To how many origins how many documents come down.
#[must_use]
pub fn comes_down(lang: Lang, documents: usize, origins: usize) -> String {
    let noun = |count, de: (&'static str, &'static str), en: (&'static str, &'static str)| {
        let (one, many) = pick(lang, de, en);
        if count == 1 || (count == 0 && lang == Lang::De) { one } else { many }
    };
    let documents_noun = noun(documents, ("Dokument", "Dokumente"), ("document", "documents"));
    let origins_noun = noun(origins, ("Ursprung", "Ursprünge"), ("origin", "origins"));
    let origins_noun = if origins == 0 { pick(lang, "Ursprung", "origin") } else { origins_noun };
    let (documents, origins) = (in_words(lang, documents), in_words(lang, origins));
    format!("{documents} {documents_noun}, {} {origins_noun}.", origins.to_lowercase())
}

/// That all documents go back to one origin and no other. The name is not inflected.
#[must_use]
pub fn all_from(lang: Lang, documents: usize, origin: &str) -> String {
    match (lang, documents) {
        (Lang::De, 1) => format!("Der Ursprung: {origin}."),
        (Lang::De, 2) => format!("Der Ursprung beider: {origin}."),
        (Lang::De, _) => format!("Der Ursprung aller: {origin}."),
        (Lang::En, 1) => format!("It goes back to {origin}."),
        (Lang::En, 2) => format!("Both go back to {origin}."),
        (Lang::En, _) => format!("All go back to {origin}."),
    }
}

/// What the one origin rests on, or through whom it is reached.
#[must_use]
pub fn is_hollow(lang: Lang, how: Hollow) -> &'static str {
    let (de, en) = match how {
        Hollow::Rests => (
            "Für diesen Transfer stützt er sich nur auf Ungenannte.",
            "For this transfer it rests on unnamed people only.",
        ),
        Hollow::Reached => (
            "Für diesen Transfer ist er nur über Ungenannte erreicht.",
            "For this transfer it is reached only through unnamed people.",
        ),
        Hollow::Either => (
            "Für diesen Transfer stützt er sich auf Ungenannte oder ist nur über sie erreicht.",
            "For this transfer it rests on unnamed people, or is reached only through them.",
        ),
    };
    pick(lang, de, en)
}

/// That some of it, or all, names no source.
#[must_use]
pub fn names_no_source(lang: Lang, all_of_it: bool) -> &'static str {
    let (de, en) = if all_of_it {
        ("Keine Quelle ist angegeben.", "No source is given.")
    } else {
        (
            "Was ohne Angabe einer Quelle gesagt wird, zählt nicht.",
            "What is said without a source is not counted.",
        )
    };
    pick(lang, de, en)
}

/// That some have it from others, and are not counted.
#[must_use]
pub fn not_counted(lang: Lang, names: &[&str]) -> String {
    let names = names.join("; ");
    match lang {
        Lang::De => format!("Nicht mitgezählt, weil aus zweiter Hand: {names}."),
        Lang::En => format!("Not counted, since at second hand: {names}."),
    }
}

/// That distinct origins are not proven to be independent.
#[must_use]
pub fn maybe_dependent(lang: Lang) -> &'static str {
    pick(
        lang,
        "Ob sie voneinander wissen, sagen die Texte nicht.",
        "Whether they know of each other the texts do not say.",
    )
}

/// A month in short, with its year where that is to be named.
#[must_use]
pub fn short_month(lang: Lang, year: u16, month: u8, names_year: bool) -> String {
    const MONTHS: [(&str, &str); 12] = [
        ("Jan.", "Jan"),
        ("Feb.", "Feb"),
        ("März", "Mar"),
        ("Apr.", "Apr"),
        ("Mai", "May"),
        ("Juni", "Jun"),
        ("Juli", "Jul"),
        ("Aug.", "Aug"),
        ("Sept.", "Sep"),
        ("Okt.", "Oct"),
        ("Nov.", "Nov"),
        ("Dez.", "Dec"),
    ];
    let name = usize::from(month).checked_sub(1).and_then(|at| MONTHS.get(at));
    let (de, en) = name.expect("a month is one of twelve");
    let name = pick(lang, *de, *en);
    if names_year { format!("{name} {year}") } else { name.to_owned() }
}
