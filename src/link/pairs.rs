//! What is left of a link after mail, chats and content systems have handed it on, as its keys and values.
//!
//! They escape a link once more, or write its `&` as HTML; put a sign in front, or a bracket, a full stop and their own
//! keys behind; write it in lower case. Ids bear all of that, since they consist of letters, digits and hyphens only.
//! What is searched for may hold any sign: what belongs to it is told by [`KEPT`].

use super::setting::SETTING;
use super::{OF, is_key};
use crate::corpus::is_invisible;
use crate::query::is_quote;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::borrow::Cow;

/// A key of a link, with what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// The key, as links have it where it is one of theirs.
    pub key: String,
    /// The value, without escapes and without what was put around it.
    pub value: String,
    /// Both as they stand in the address.
    pub written: String,
    /// Whether it belongs to somebody else, who knows what it means.
    pub is_others: bool,
}

/// What stands in a link as it is. Everything else is escaped, `+` and `~` among it.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'/').remove(b',');

/// More bytes than any link has that was made here.
const MOST: usize = 8_000;

/// How often a link may have been escaped, the first time included.
pub(super) const ESCAPES: usize = 4;

/// Behind a sign of a text, this one tells that the sign is part of the text: behind `%` and `&`, which else would be
/// taken for an escape or the end, and behind a full stop or a bracket at its end. It is invisible (U+2060, word joiner),
/// and means nothing to a search.
const KEPT: char = '\u{2060}';

/// The keys and values of a link's fragment or query string, in their order, and what of it is too much to be read.
pub(super) fn pairs(text: &str) -> (Vec<Pair>, Option<&str>) {
    let (read, rest) = text.split_at(text.floor_char_boundary(MOST));
    let mut found = Vec::new();
    // What is still to be read, the next last. A value may hold more of the link.
    let mut left = vec![Piece { text: visible(read), is_others: false }];
    while let Some(Piece { text, is_others }) = left.pop() {
        let text = unescaped(&text);
        let text = without_directive(&text);
        let pieces = pieces(text, is_others);
        match pieces.len() {
            1 => left.extend(pair(text, is_others, &mut found)),
            _ => left.extend(pieces.into_iter().rev()),
        }
    }
    (found, Some(rest).filter(|rest| !rest.is_empty()))
}

/// A link without its link to a text on the page, `:~:text=`, which is for the browser.
fn without_directive(link: &str) -> &str {
    let begins = |(at, _): &(usize, &str)| {
        let rest = link.get(at + 1..).unwrap_or_default();
        let escaped = || {
            let code = rest.strip_prefix('%')?.trim_start_matches("25");
            code.strip_prefix("7E").or_else(|| code.strip_prefix("7e"))
        };
        rest.strip_prefix('~').or_else(escaped).is_some_and(|rest| rest.starts_with(':'))
    };
    let at = link.match_indices(':').find(begins).map_or(link.len(), |(at, _)| at);
    link.get(..at).expect("a sign stands there")
}

/// A part of a link that is still to be read.
struct Piece {
    text: String,
    is_others: bool,
}

/// A link as it was before it was escaped as a whole: one that no longer has a `=`.
fn unescaped(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 1..ESCAPES {
        if text.contains('=') || !text.to_ascii_uppercase().contains("3D") {
            break;
        }
        text = decoded_once(&text).into();
    }
    let mut plain = text;
    for html in ["&amp;", "&AMP;", "&#38;", "&#038;", "&#x26;"] {
        while plain.contains(html) {
            plain = plain.replace(html, "&").into();
        }
    }
    plain
}

/// The pieces between the signs that part pairs: at each `&`, and at another sign where a key follows it.
fn pieces(text: &str, mut is_others: bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, sign) in text.match_indices(['&', ';', '?', '#']) {
        let rest = text.get(at + 1..).expect("the sign is one byte");
        let piece = text.get(from..at).expect("signs are in order");
        let is_html = sign == ";" && piece.ends_with("amp");
        if sign == "&" || (begins_with_key(rest) && !is_html) {
            let piece = piece.to_owned();
            // Our links have neither sign but in front; whoever adds keys to an address does so behind one.
            let is_added = matches!(sign, "?" | "#") && piece.contains(char::is_alphanumeric);
            pieces.push(Piece { text: piece, is_others });
            is_others |= is_added;
            from = at + 1;
        }
    }
    let text = text.get(from..).expect("a sign is one byte").to_owned();
    pieces.push(Piece { text, is_others });
    pieces
}

/// Whether a text goes on with a key: as `name=` does, or with a setting, which needs no value.
fn begins_with_key(text: &str) -> bool {
    let is_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.');
    let rest = text.trim_start_matches(is_name);
    let name = text.get(..text.len() - rest.len()).unwrap_or_default();
    let is_setting = || SETTING.contains(&name.to_lowercase().as_str());
    match rest.chars().next() {
        Some('=') => !name.is_empty(),
        None | Some('&' | ';' | '?' | '#') => is_setting(),
        Some(_) => false,
    }
}

/// Whether a text goes on with a key of ours and its `=`.
fn begins_with_ours(text: &str) -> bool {
    begins_with(text, is_ours)
}

fn begins_with(text: &str, is_one: fn(&str) -> bool) -> bool {
    begins_with_key(text)
        && text.split_once('=').is_some_and(|(name, _)| is_one(&name.to_lowercase()))
}

fn is_ours(key: &str) -> bool {
    is_key(key) || key == OF || SETTING.contains(&key)
}

/// Adds the pair that a piece is, and returns what else it holds.
fn pair(piece: &str, is_others: bool, found: &mut Vec<Pair>) -> Option<Piece> {
    let (name, raw) = piece.split_once('=').unwrap_or((piece, ""));
    let (own, more) = parted(name, |sign, _| sign == '&');
    if !more.is_empty() {
        // What stands before it has no value.
        let text = format!("{own}{more}{}", piece.get(name.len()..).unwrap_or_default());
        return Some(Piece { text, is_others });
    }
    let name = visible(&decoded(without_html(name)));
    let key = name.trim_matches(|it: char| !it.is_alphanumeric());
    let lower = key.to_lowercase();
    if key.is_empty() {
        return None;
    }
    if !is_ours(&lower) {
        let value = decoded(raw);
        // An address within an address.
        if begins_with_ours(&value) {
            return Some(Piece { text: value, is_others });
        }
        let is_others = is_others || is_tracker(&lower);
        let key = if raw.is_empty() { name.trim() } else { key }.to_owned();
        found.push(Pair { key, value, written: piece.to_owned(), is_others });
        return None;
    }
    let (value, rest) = if lower == "q" { searched(raw) } else { named(raw) };
    let written = match lower.as_str() {
        _ if rest.is_empty() && lower == name => piece.to_owned(),
        "q" => format!("q={}", escaped_text(&value)),
        _ if value.is_empty() => lower.clone(),
        _ => format!("{lower}={}", escaped(&value)),
    };
    found.push(Pair { key: lower, value, written, is_others: false });
    Some(Piece { text: rest, is_others }).filter(|rest| !rest.text.is_empty())
}

/// What was searched for, and what follows it: behind an `&` only what is a key of ours, or is known to be added by others.
fn searched(raw: &str) -> (String, String) {
    let is_part = |rest: &str| begins_with_ours(rest) || begins_with(rest, is_tracker);
    let (own, rest) = parted(raw, |sign, rest| sign == '&' && is_part(rest));
    let text = decoded(own);
    let own = text.trim_end_matches(|it: char| !it.is_alphanumeric() && it != KEPT);
    // What closes a phrase is part of it.
    let closing = text.get(own.len()..).and_then(|it| it.chars().next());
    let closing = closing.filter(|it| is_quote(*it) && has_open_quote(own) && !own.ends_with(KEPT));
    let own = visible(own);
    (own.chars().chain(closing).collect(), rest)
}

/// Whether a text has a quotation mark that none closes.
fn has_open_quote(text: &str) -> bool {
    text.chars().filter(|it| is_quote(*it)).count() % 2 == 1
}

/// Ids, or what else consists of letters, digits and hyphens; and what follows.
fn named(raw: &str) -> (String, String) {
    let (own, rest) = parted(raw, |sign, rest| sign == '&' || begins_with_key(rest));
    let is_hyphen = |it| {
        matches!(it, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
    };
    (visible(&decoded(own)).trim().replace(is_hyphen, "-"), rest)
}

/// A value, and what follows it, where a sign that parts pairs was escaped as if it were part of the value.
fn parted(raw: &str, ends: impl Fn(char, &str) -> bool) -> (&str, String) {
    for (at, it) in raw.match_indices(['&', ';', '?', '#', '%']) {
        let behind = raw.get(at + 1..).expect("each of the signs is one byte");
        let (sign, rest) = match it.chars().next() {
            Some('%') => {
                // `%2526` is an escape that was escaped.
                let code = behind.trim_start_matches("25");
                let (code, rest) = code.split_at_checked(2).unwrap_or_default();
                let sign = match code {
                    "26" => '&',
                    "23" => '#',
                    "3B" | "3b" => ';',
                    "3F" | "3f" => '?',
                    _ => continue,
                };
                (sign, rest)
            }
            sign => (sign.expect("a match has a sign"), behind),
        };
        let rest = if sign == '&' { without_html(rest) } else { rest };
        if ends(sign, rest) {
            return (raw.get(..at).expect("a sign stands there"), format!("{sign}{rest}"));
        }
    }
    (raw, String::new())
}

/// What follows an `&` that was written as HTML has it.
fn without_html(mut text: &str) -> &str {
    while let Some(rest) = ["amp;", "amp%3B", "amp%3b"].iter().find_map(|it| text.strip_prefix(it))
    {
        text = rest;
    }
    text
}

/// A text without its escapes, however often it was escaped. Forms write a space as `+`.
fn decoded(text: &str) -> String {
    let mut plain = decoded_once(&text.replace('+', " "));
    for _ in 1..ESCAPES {
        plain = decoded_once(&plain);
    }
    plain
}

/// A text with one layer of escapes taken off. Older systems write the letters of the West in one byte.
pub(super) fn decoded_once(text: &str) -> String {
    let bytes = percent_decode_str(text);
    match bytes.decode_utf8() {
        Ok(plain) => plain.into_owned(),
        Err(_) if text.is_ascii() => percent_decode_str(text).map(char::from).collect(),
        Err(_) => text.to_owned(),
    }
}

/// Ids as they stand in a link.
pub(super) fn escaped(ids: &str) -> String {
    utf8_percent_encode(ids, ESCAPED).to_string()
}

/// What is searched for, as it stands in a link.
pub(super) fn escaped_text(text: &str) -> String {
    let text = visible(text);
    let mut kept = String::new();
    for it in text.chars() {
        kept.push(it);
        if matches!(it, '%' | '&') {
            kept.push(KEPT);
        }
    }
    let is_complete = text.ends_with(char::is_alphanumeric) && !has_open_quote(&text);
    if !is_complete && !kept.ends_with(KEPT) && !text.is_empty() {
        kept.push(KEPT);
    }
    escaped(&kept)
}

/// A text without what nobody sees.
pub(super) fn visible(text: &str) -> String {
    text.replace(is_invisible, "")
}

/// Whether others count visits by a key, and add it to any address.
fn is_tracker(key: &str) -> bool {
    const NAMES: &str = "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igsh igshid \
        epik scid srsltid ref ref_src ref_url referrer source secret share xtor cmpid cid ncid wt_mc wt_zmc spm si s_kwcid \
        trk mkt_tok vero_id oly_enc_id oly_anon_id rb_clickid guccounter ns_campaign ns_mchannel ns_source amp \
        usqp outputtype";
    const BEGINNINGS: [&str; 14] = [
        "utm_", "pk_", "mtm_", "matomo_", "piwik_", "hsa_", "_hs", "at_", "mc_", "ga_", "_ga",
        "_gl", "__", "wt.",
    ];
    NAMES.split(' ').any(|it| it == key) || BEGINNINGS.iter().any(|it| key.starts_with(it))
}
