//! What is shown of a copy: a line for each document, what is altered or missing, and the text with
//! its claims beside it.

use super::words::words;
use super::{Paragraph, Recognised, Verdict};
use crate::corpus::{Claim, Corpus};
use crate::desk::Desk;
use crate::query::Query;
use crate::{share, words as texts};
use maud::{Markup, PreEscaped, Render, html};

/// The signs of found, altered, missing; the word stands beside them.
const SIGNS: [&str; 3] = ["✓", "≠", "–"];

/// A document that was recognised: which one, and how much of it is there.
pub fn recognised(desk: &Desk, recognised: &Recognised) -> Markup {
    let (corpus, words) = (desk.index.corpus(), words(desk.lang));
    let document = corpus.document(recognised.document);
    let [found, altered, missing] = recognised.counts();
    let [is_found, is_altered, is_missing] = words.states;
    let [title, excerpt] = words.recognised;
    let [many, one] = words.paragraphs;
    let all = found + altered + missing;
    html! {
        p.statement {
            (if recognised.is_excerpt() { excerpt } else { title })
            cite lang=(document.language) { (document.title) } ". " (outlet(desk, recognised))
        }
        p {
            (found) (words.of) (all) (if all == 1 { one } else { many })
            (is_found) ", " (altered) " " (is_altered) ", " (missing) " " (is_missing) "."
        }
    }
}

fn outlet<'a>(desk: &Desk<'a>, recognised: &Recognised) -> &'a str {
    let source = desk.index.corpus().source();
    let outlet = &desk.index.corpus().document(recognised.document).outlet;
    let origin = source.origins.iter().find(|it| it.id == *outlet);
    origin.map_or("", |it| it.name.get(desk.lang))
}

/// The claims whose paragraphs are altered or missing. Of an excerpt most are, which says nothing.
pub fn doubtful(desk: &Desk, verdict: &Verdict, text: &str) -> Markup {
    let words = words(desk.lang);
    let mut list = String::new();
    let mut is_any_missing = false;
    for recognised in &verdict.recognised {
        for paragraph in &recognised.paragraphs {
            let is_missing = paragraph.found.is_none();
            if paragraph.state() == 0 || (is_missing && recognised.is_excerpt()) {
                continue;
            }
            is_any_missing |= is_missing;
            list.push_str("<li class=claim>");
            said(desk, recognised, paragraph, &mut list);
            if let Some(found) = &paragraph.found {
                let altered = &found.altered;
                html! {
                    p {
                        (if altered.is_empty() { words.at_edges } else { words.differing })
                        @for it in altered { q { (piece(text, it.start, it.end)) } " " }
                    }
                    button.link type="button" data-show=(place(found.at.start)) { (words.go) }
                }
                .render_to(&mut list);
            }
            list.push_str("</li>");
        }
    }
    html! {
        @if !list.is_empty() { ul.claims { (PreEscaped(list)) } }
        @if is_any_missing { p.hint { (words.missing) } }
    }
}

/// The id of the passage in which a byte of the text stands; each begins with one that no other has.
fn place(start: usize) -> String {
    "check-".to_owned() + &start.to_string()
}

/// A paragraph of a document, how much of it is there, and its claims, each with the way to it.
fn said(desk: &Desk, recognised: &Recognised, paragraph: &Paragraph, into: &mut String) {
    let (corpus, words) = (desk.index.corpus(), words(desk.lang));
    let state = paragraph.state();
    let pick = |of: [&'static str; 3]| of.get(state).copied().unwrap_or_default();
    let found = paragraph.found.as_ref().filter(|_| state == 1);
    html! {
        p.place {
            span.differs[state > 0] aria-hidden="true" { (pick(SIGNS)) } " "
            strong { (pick(words.states)) } " · " (outlet(desk, recognised)) " · "
            (texts::words(desk.lang).paragraph) " " (paragraph.number)
            @if let Some(found) = found { " · " (found.matched) (words.of) (found.of) (words.hashes) }
        }
        @for claim in claims(corpus, recognised.document, paragraph.number) {
            p {
                (claim.statement.get(desk.lang)) " "
                button.link type="button" data-to=(link(desk, claim)) { (claim.id) }
            }
        }
    }
    .render_to(into);
}

fn claims(corpus: &Corpus, document: usize, paragraph: u16) -> impl Iterator<Item = &Claim> {
    let claims = corpus.document(document).claims.iter();
    claims.filter(move |claim| claim.paragraph == paragraph)
}

/// The way to a claim. The filters that are set might leave it out, so they do not go along.
fn link(desk: &Desk, claim: &Claim) -> String {
    let claim = Some(claim.id.clone());
    share::write(&Query { claim, lang: desk.query.lang, ..Query::default() })
}

/// A stretch of the text, from one byte to another, and the paragraphs that stand in it.
type Passage<'v> = (usize, usize, Vec<(&'v Recognised, &'v Paragraph)>);

/// The passages of a text, in their order. Paragraphs that overlap share one.
fn passages(verdict: &Verdict) -> Vec<Passage<'_>> {
    let (mut all, mut order) = (Vec::new(), Vec::new());
    for it in &verdict.recognised {
        for paragraph in &it.paragraphs {
            if let Some(found) = &paragraph.found {
                order.push((found.at.start, all.len()));
                all.push((it, paragraph, found.at.end));
            }
        }
    }
    order.sort_unstable();
    let mut passages: Vec<Passage> = Vec::new();
    for (start, at) in order {
        let Some(&(it, paragraph, end)) = all.get(at) else { continue };
        match passages.last_mut().filter(|(_, last, _)| start < *last) {
            Some((_, last, holds)) => {
                *last = end.max(*last);
                holds.push((it, paragraph));
            }
            None => passages.push((start, end, vec![(it, paragraph)])),
        }
    }
    passages
}

/// A part of a text.
fn piece(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}

/// The text, its passages marked, with their claims beside them; what stands between is folded away
/// where it is long.
pub fn text(desk: &Desk, verdict: &Verdict, text: &str) -> Markup {
    let mut shown = String::new();
    let mut from = 0;
    let passages = passages(verdict);
    for (at, (begin, end, holds)) in passages.iter().enumerate() {
        let next = passages.get(at + 1).map_or(text.len(), |(next, ..)| *next);
        let start = from + lead(piece(text, from, *begin));
        let stop = end + tail(piece(text, *end, next));
        between(desk, piece(text, from, start), &mut shown);
        shown.push_str("<div class=passage tabindex=-1 id=");
        shown.push_str(&place(*begin));
        shown.push_str("><p class=read lang=\"");
        for (document, _) in holds.iter().take(1) {
            desk.index.corpus().document(document.document).language.render_to(&mut shown);
        }
        shown.push_str("\">");
        piece(text, start, *begin).render_to(&mut shown);
        marked(desk, (*begin, *end), holds, text, &mut shown);
        piece(text, *end, stop).render_to(&mut shown);
        shown.push_str("</p><div>");
        for (document, paragraph) in holds {
            said(desk, document, paragraph, &mut shown);
        }
        shown.push_str("</div></div>");
        from = stop;
    }
    between(desk, piece(text, from, text.len()), &mut shown);
    PreEscaped(shown)
}

/// So many bytes of a line are shown around a passage that stands in it.
const AROUND: usize = 240;

/// Where, in what stands before a passage, what belongs to it begins: with its line, or, where that is
/// long, with a word of it.
fn lead(before: &str) -> usize {
    let bytes = before.as_bytes();
    let line = bytes.iter().rposition(|it| *it == b'\n').map_or(0, |at| at + 1);
    let far = before.len().saturating_sub(AROUND);
    let word = bytes.iter().skip(far).position(|it| *it == b' ');
    if far > line { word.map_or(line, |at| far + at) } else { line }
}

/// Where, in what stands after a passage, what belongs to it ends.
fn tail(after: &str) -> usize {
    let bytes = after.as_bytes().iter();
    let ends = |(at, it): (usize, &u8)| *it == b'\n' || (at > AROUND && *it == b' ');
    bytes.enumerate().position(ends).unwrap_or(after.len())
}

/// A passage, with what is altered in it.
fn marked(
    desk: &Desk,
    (mut from, end): (usize, usize),
    holds: &[(&Recognised, &Paragraph)],
    text: &str,
    into: &mut String,
) {
    let mut altered: Vec<(usize, usize)> = Vec::new();
    for found in holds.iter().filter_map(|(_, it)| it.found.as_ref()) {
        for it in &found.altered {
            altered.push((it.start, it.end));
        }
    }
    altered.sort_unstable();
    let [_, is_altered, _] = words(desk.lang).states;
    into.push_str("<mark>");
    for (start, end) in altered {
        // What overlaps is marked once.
        let start = start.max(from);
        if start < end {
            piece(text, from, start).render_to(into);
            into.push_str("<em><span class=differs aria-hidden=true>≠</span><span class=unseen>");
            into.push_str(is_altered);
            into.push_str(": </span>");
            piece(text, start, end).render_to(into);
            into.push_str("</em>");
            from = end;
        }
    }
    piece(text, from, end).render_to(into);
    into.push_str("</mark>");
}

/// Lines without a claim: a few as they stand, more of them folded.
fn between(desk: &Desk, text: &str, into: &mut String) {
    let text = text.trim_ascii();
    let lines = text.split('\n').filter(|line| !line.trim_ascii().is_empty()).count();
    if lines == 0 {
        return;
    }
    let is_long = lines > 2 || text.len() > 2 * AROUND;
    if is_long {
        let [many, one] = words(desk.lang).lines;
        into.push_str("<details><summary>… ");
        into.push_str(&texts::number(desk.lang, lines));
        into.push_str(if lines == 1 { one } else { many });
        into.push_str("</summary>");
    }
    into.push_str("<p class=read>");
    text.render_to(into);
    into.push_str(if is_long { "</p></details>" } else { "</p>" });
}
