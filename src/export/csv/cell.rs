//! A cell of a table, so that no program takes it for something else.
//!
//! Spreadsheets ask nobody: of `0e12-28` or `5 April` they make a number or a day, of `40.000` a 40, of what
//! begins with `=` a formula; and others take `NA` for nothing. So an id has the name of its table before it,
//! `claim:0e12-28`, and a hash its own, `sha256:…`; what a document prints stands in quotation
//! marks; and any other text that could be mistaken has an apostrophe before it.

/// An id of a table; nothing where there is none.
#[must_use]
pub fn named(table: &str, id: &str) -> String {
    if id.is_empty() { String::new() } else { [table, ":", id].concat() }
}

/// A hash; nothing where there is none.
#[must_use]
pub fn sha256(hash: &str) -> String {
    named("sha256", hash)
}

/// What a document prints, in a language: in German in the marks of that, in others in English ones, so that whoever
/// reads tables needs to know no more.
#[must_use]
pub fn printed(tag: &str, words: &str) -> String {
    let is_german = tag.split('-').next() == Some("de");
    let [open, close] = if is_german { ["„", "“"] } else { ["“", "”"] };
    [open, &on_lines(words), close].concat()
}

/// A text. Whoever takes away an apostrophe behind which stands what could be mistaken has it as it was.
#[must_use]
pub fn guarded(text: &str) -> String {
    let guard = if is_mistakable(text) { "'" } else { "" };
    [guard, &on_lines(text)].concat()
}

/// A text whose lines end as all readers of tables have them in a cell.
fn on_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A text as it was before [`guarded`], or before a person wrote it without a guard.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|it| is_mistakable(it)).unwrap_or(cell)
}

/// What a document prints, without the quotation marks of [`printed`], be they of whatever language.
#[must_use]
pub fn unquoted(cell: &str) -> &str {
    let mut letters = cell.chars();
    match (letters.next(), letters.next_back()) {
        (Some('„'), Some('“')) | (Some('“' | '"'), Some('”' | '"')) => letters.as_str(),
        _ => unguarded(cell),
    }
}

/// An id without the name of its table; an id that a person wrote without it is that.
#[must_use]
pub fn id<'a>(table: &str, cell: &'a str) -> &'a str {
    let named = cell.strip_prefix(table).and_then(|it| it.strip_prefix(':'));
    named.unwrap_or_else(|| unguarded(cell))
}

/// Whether a program could take a text for something else, be it behind spaces, quotation marks and apostrophes.
#[must_use]
pub fn is_mistakable(text: &str) -> bool {
    let text = text.trim_start_matches([' ', '\u{a0}', '"', '\'']);
    text.starts_with(FORMULA) || is_value(text) || is_figure(text)
}

/// What formulas begin with. East Asian keyboards have the same signs in a width of their own.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a text is a word for a truth, for no number, or for nothing.
fn is_value(text: &str) -> bool {
    let word = text.trim().trim_start_matches('#').to_lowercase();
    VALUES.contains(&word.as_str())
}

const VALUES: [&str; 11] =
    ["true", "false", "wahr", "falsch", "na", "n/a", "nan", "null", "none", "inf", "infinity"];

/// Whether a text could be a number, a day or a time: it has digits, and no word but those that such have, nor
/// a quotation mark of prose.
fn is_figure(text: &str) -> bool {
    let lower = without_time_signs(&text.to_lowercase());
    let mut words = lower.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
    lower.chars().any(char::is_numeric)
        && words.all(|it| WORDS.contains(&it))
        && !lower.contains(['„', '“', '”'])
}

/// Without the `T` between a day and its time and the `Z` behind that, as in `2023-04-05T12:00Z`.
fn without_time_signs(lower: &str) -> String {
    let letters: Vec<char> = lower.chars().collect();
    let is = |at: Option<usize>, it: fn(&char) -> bool| {
        at.and_then(|at| letters.get(at)).is_some_and(it)
    };
    let is_sign = |at: usize, letter: char| match letter {
        't' => is(Some(at + 1), char::is_ascii_digit),
        'z' => !is(Some(at + 1), |it| it.is_alphanumeric()),
        _ => false,
    };
    let is_behind_digit = |at: usize| is(at.checked_sub(1), char::is_ascii_digit);
    let kept = letters.iter().enumerate();
    kept.map(|(at, &it)| if is_behind_digit(at) && is_sign(at, it) { ' ' } else { it }).collect()
}

/// Words of numbers, of times and of days.
const WORDS: [&str; 44] = [
    "e",
    "am",
    "pm",
    "uhr",
    "jan",
    "january",
    "januar",
    "jänner",
    "feb",
    "february",
    "februar",
    "mar",
    "march",
    "mär",
    "märz",
    "mrz",
    "apr",
    "april",
    "may",
    "mai",
    "jun",
    "june",
    "juni",
    "jul",
    "july",
    "juli",
    "aug",
    "august",
    "sep",
    "sept",
    "september",
    "oct",
    "october",
    "okt",
    "oktober",
    "nov",
    "november",
    "dec",
    "december",
    "dez",
    "dezember",
    "eur",
    "usd",
    "gbp",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_mistaken_has_an_apostrophe_before_it() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(1)",
            " '=1",
            "＝1",
            "\t1",
            "150",
            "40.000",
            "13,077",
            "1e5",
            "0e12-28",
            "2345-05",
            "5/4",
            "2023-04-05T12:00",
            "2023-04-05T12:00:00Z",
            "5 April 2023",
            "8. November",
            "März 2023",
            "50 %",
            "5 €",
            "12:30",
            "3 pm",
            "TRUE",
            "falsch",
            "#N/A",
            "NA",
            "nan",
            "٤٠",
            "½",
            "'150",
        ] {
            assert_eq!(guarded(text), ["'", text].concat());
        }
    }

    #[test]
    fn what_could_not_stands_as_it_is() {
        for text in [
            "",
            "T-72",
            "5 T-72",
            "Marder 1",
            "Mi-24",
            "155 mm",
            "S-300",
            "Notable",
            "none of them",
            "–",
            "„150“",
            "A = b",
            "3M-54",
            "Su-57E",
        ] {
            assert_eq!(guarded(text), text);
        }
    }

    #[test]
    fn what_is_printed_stands_in_quotation_marks() {
        assert_eq!(printed("de", "40.000"), "„40.000“");
        assert_eq!(printed("en", "40,000"), "“40,000”");
        assert_eq!(printed("fr", "40 000"), "“40 000”");
    }
}
