//! What is shown of a copy: a line for each document, what is altered or missing, and the text with
//! its claims beside it.

use super::words::words;
use super::{Paragraph, Recognised, Verdict};
use crate::corpus::Claim;
use crate::desk::{Desk, figure, hinted};
use crate::markup::Pen;
use crate::query::Query;
use crate::{link, words as texts};

/// A document that was recognised: which one, and how much of it is there.
pub fn recognised(desk: &Desk, recognised: &Recognised, pen: &mut Pen) {
    let words = words(desk.lang);
    let document = desk.index.corpus().document(recognised.document);
    let [found, altered, missing] = recognised.counts();
    let [is_found, is_altered, is_missing] = words.states;
    let [title, excerpt] = words.recognised;
    let [many, one] = words.paragraphs;
    let all = found + altered + missing;
    pen.put(
        "<p class=\"statement\">@<cite lang=\"@\">@</cite>. @</p><p>%@%@@, % @, % @.</p>",
        &[figure(found), figure(all), figure(altered), figure(missing)],
        &[
            if recognised.is_excerpt() { excerpt } else { title },
            &document.language,
            &document.title,
            desk.outlet_name(recognised.document),
            words.of,
            if all == 1 { one } else { many },
            is_found,
            is_altered,
            is_missing,
        ],
    );
}

/// The claims whose paragraphs are altered or missing. Of an excerpt most are, which says nothing.
pub fn doubtful(desk: &Desk, verdict: &Verdict, text: &str, pen: &mut Pen) {
    let words = words(desk.lang);
    let mut list = Pen::default();
    let mut is_any_missing = false;
    for recognised in &verdict.recognised {
        for paragraph in &recognised.paragraphs {
            let is_missing = paragraph.found.is_none();
            if paragraph.state() == 0 || (is_missing && recognised.is_excerpt()) {
                continue;
            }
            is_any_missing |= is_missing;
            list.put("<li class=claim>", &[], &[]);
            said(desk, recognised, paragraph, &mut list);
            if let Some(found) = &paragraph.found {
                let is_at_edges = found.altered.is_empty();
                let differs = if is_at_edges { words.at_edges } else { words.differing };
                list.put("<p>@", &[], &[differs]);
                for it in &found.altered {
                    list.put("<q>@</q> ", &[], &[piece(text, it.start, it.end)]);
                }
                list.put(
                    "</p><button class=\"link\" type=\"button\" data-show=\"check-%\">@</button>",
                    &[figure(found.at.start)],
                    &[words.go],
                );
            }
            list.put("</li>", &[], &[]);
        }
    }
    if !list.markup.is_empty() {
        pen.put("<ul class=\"claims\">$</ul>", &[], &[&list.markup]);
    }
    hinted(pen, if is_any_missing { words.missing } else { "" });
}

/// A paragraph of a document, how much of it is there, and its claims, each with the way to it.
fn said(desk: &Desk, recognised: &Recognised, paragraph: &Paragraph, pen: &mut Pen) {
    let words = words(desk.lang);
    let state = paragraph.state();
    let [class, sign, said] = match (state, words.states) {
        (0, [found, ..]) => ["", "✓", found],
        (1, [_, altered, _]) => ["differs", "≠", altered],
        (_, [.., missing]) => ["differs", "–", missing],
    };
    pen.put(
        "<p class=\"place\"><span class=\"@\" aria-hidden=\"true\">@</span> <strong>@</strong> · @ · @ %",
        &[paragraph.number.into()],
        &[class, sign, said, desk.outlet_name(recognised.document), texts::words(desk.lang).paragraph],
    );
    if let Some(found) = paragraph.found.as_ref().filter(|_| state == 1) {
        let counts = [figure(found.matched), figure(found.of)];
        pen.put(" · %@%@", &counts, &[words.of, words.hashes]);
    }
    pen.put("</p>", &[], &[]);
    for claim in &desk.index.corpus().document(recognised.document).claims {
        if claim.paragraph == paragraph.number {
            pen.put(
                "<p>@ <button class=\"link\" type=\"button\" data-to=\"@\">@</button></p>",
                &[],
                &[claim.statement.get(desk.lang), &link(desk, claim), &claim.id],
            );
        }
    }
}

/// The way to a claim. The filters that are set might leave it out, so they do not go along.
fn link(desk: &Desk, claim: &Claim) -> String {
    let claim = Some(claim.id.clone());
    link::write(&Query { claim, lang: desk.query.lang, ..Query::default() })
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
        let &(it, paragraph, end) = all.get(at).expect("it was pushed there");
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
    text.get(from..to).expect("paragraphs and lines begin and end with letters of the text")
}

/// The text, its passages marked, with their claims beside them; what stands between is folded away
/// where it is long.
pub fn text(desk: &Desk, verdict: &Verdict, text: &str, pen: &mut Pen) {
    let mut from = 0;
    let passages = passages(verdict);
    for (at, (begin, end, holds)) in passages.iter().enumerate() {
        let next = passages.get(at + 1).map_or(text.len(), |(next, ..)| *next);
        let start = from + lead(piece(text, from, *begin));
        let stop = end + tail(piece(text, *end, next));
        between(desk, piece(text, from, start), pen);
        let (first, _) = holds.first().expect("a passage is one of a paragraph");
        let first = desk.index.corpus().document(first.document);
        // Each id begins with a byte that no other passage begins with.
        pen.put(
            "<div class=passage tabindex=-1 id=check-%><p class=read lang=\"@\">@",
            &[figure(*begin)],
            &[&first.language, piece(text, start, *begin)],
        );
        marked(desk, (*begin, *end), holds, text, pen);
        pen.put("@</p><div>", &[], &[piece(text, *end, stop)]);
        for (document, paragraph) in holds {
            said(desk, document, paragraph, pen);
        }
        pen.put("</div></div>", &[], &[]);
        from = stop;
    }
    between(desk, piece(text, from, text.len()), pen);
}

/// So many bytes of a line are shown around a passage that stands in it.
const AROUND: usize = 240;

/// Where, in what stands before a passage, what belongs to it begins: with its line, or, where that is
/// long, with a word of it.
fn lead(before: &str) -> usize {
    let far = before.len().saturating_sub(AROUND);
    let (mut line, mut word) = (0, None);
    for (at, it) in before.bytes().enumerate() {
        if it == b'\n' {
            line = at + 1;
        } else if it == b' ' && at >= far {
            word = word.or(Some(at));
        }
    }
    if far > line { word.unwrap_or(line) } else { line }
}

/// Where, in what stands after a passage, what belongs to it ends.
fn tail(after: &str) -> usize {
    for (at, it) in after.bytes().enumerate() {
        if it == b'\n' || (at > AROUND && it == b' ') {
            return at;
        }
    }
    after.len()
}

/// A passage, with what is altered in it.
fn marked(
    desk: &Desk,
    (mut from, end): (usize, usize),
    holds: &[(&Recognised, &Paragraph)],
    text: &str,
    pen: &mut Pen,
) {
    let mut altered: Vec<(usize, usize)> = Vec::new();
    for (_, paragraph) in holds {
        if let Some(found) = &paragraph.found {
            for it in &found.altered {
                altered.push((it.start, it.end));
            }
        }
    }
    altered.sort_unstable();
    let [_, is_altered, _] = words(desk.lang).states;
    pen.put("<mark>", &[], &[]);
    for (start, end) in altered {
        // What overlaps is marked once.
        let start = start.max(from);
        if start < end {
            pen.put(
                "@<em><span class=differs aria-hidden=true>≠</span><span class=unseen>@: \
                 </span>@</em>",
                &[],
                &[piece(text, from, start), is_altered, piece(text, start, end)],
            );
            from = end;
        }
    }
    pen.put("@</mark>", &[], &[piece(text, from, end)]);
}

/// Lines without a claim: a few as they stand, more of them folded.
fn between(desk: &Desk, text: &str, pen: &mut Pen) {
    let text = text.trim_ascii();
    let mut lines = 0;
    for line in text.split('\n') {
        lines += usize::from(!line.trim_ascii().is_empty());
    }
    if lines == 0 {
        return;
    }
    let is_long = lines > 2 || text.len() > 2 * AROUND;
    if is_long {
        let [many, one] = words(desk.lang).lines;
        let count = [&*texts::number(desk.lang, lines), if lines == 1 { one } else { many }];
        pen.put("<details><summary>… @@</summary>", &[], &count);
    }
    let end = if is_long { "</details>" } else { "" };
    pen.put("<p class=read>@</p>$", &[], &[text, end]);
}
