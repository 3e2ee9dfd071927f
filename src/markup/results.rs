//! What the query finds: a tab for each view, the list that is chosen, and what to do where it is
//! empty.

use super::filters::{clear, name};
use super::{Pen, Shown, claims, context, map, transfer, truth};
use crate::corpus::TransferId;
use crate::evidence::Differences;
use crate::query::{Query, View};
use crate::{link, words};
use maud::html;

/// The map and the list, beside each other where there is room.
#[must_use]
pub fn columns(shown: &Shown) -> String {
    let mut pen = Pen::default();
    pen.markup.push_str("<main>");
    map(&mut pen, shown);
    results(&mut pen, shown);
    pen.markup.push_str("</main>");
    pen.markup
}

/// A tab for each view, and the view that is chosen.
pub(super) fn results(pen: &mut Pen, shown: &Shown) {
    let (lang, selection) = (shown.lang, &shown.overview.selection);
    let view = shown.query.view;
    pen.put(
        "<section class=\"results\" id=\"list\" tabindex=\"-1\" aria-labelledby=\"results-title\">\
         <h2 class=\"unseen\" id=\"results-title\">@</h2><div class=\"views\" role=\"group\" aria-label=\"@\">",
        &[],
        &[words::view(lang, view), shown.words().views],
    );
    for it in View::ALL {
        let query = Query { view: it, about: None, claim: None, ..shown.query.clone() };
        pen.put(
            "<button type=\"button\" aria-pressed=\"$\" data-to=\"@\">@ <span class=\"count\">@</span></button>",
            &[],
            &[
                truth(it == view && shown.query.about.is_none()),
                &link::write(&query),
                words::view(lang, it),
                &words::number(lang, selection.count(it)),
            ],
        );
    }
    pen.markup.push_str("</div>");
    outside(pen, shown);
    if shown.query.is_at_desk() && (shown.query.about.is_some() || !selection.claims.is_empty()) {
        pen.markup.push_str("<div class=\"listed\" id=\"listed\">");
        pen.markup.push_str(shown.listed);
        pen.markup.push_str("</div>");
    } else if selection.count(view) == 0 {
        nothing(pen, shown);
    } else if view == View::Context {
        context(pen, shown);
    } else {
        transfers(pen, shown, &selection.transfers);
    }
    pen.markup.push_str("</section>");
}

fn transfers(pen: &mut Pen, shown: &Shown, transfers: &[TransferId]) {
    pen.markup.push_str("<ol class=\"transfers\">");
    for &it in transfers {
        transfer(pen, shown, it);
    }
    pen.markup.push_str("</ol>");
}

/// The claim that is pointed at, with its transfer, where the filters would leave it out.
fn outside(pen: &mut Pen, shown: &Shown) {
    let selection = &shown.overview.selection;
    let Some(claim) = shown.pointed else { return };
    if selection.claims.contains(claim) || !shown.index.includes(claim) {
        return;
    }
    match shown.corpus().transfer_of(claim) {
        Some(it) if !selection.transfers.contains(&it) => transfers(pen, shown, &[it]),
        Some(_) => {}
        None => {
            pen.markup.push_str("<div class=\"group\">");
            claims(pen, shown, &[claim], &Differences::default());
            pen.markup.push_str("</div>");
        }
    }
}

/// That nothing was found, which filter to loosen, and what the other views hold.
fn nothing(pen: &mut Pen, shown: &Shown) {
    let (lang, words, query) = (shown.lang, shown.words(), shown.query);
    let selection = &shown.overview.selection;
    pen.put(
        "<div class=\"nothing\"><p>@ @</p><ul>",
        &[],
        &[words.nothing_found, words.nothing_means],
    );
    let way = "<li><button type=\"button\" data-to=\"@\">@</button></li>";
    for (filter, count) in shown.index.loosening(query) {
        let label = words::loosened(lang, &name(shown, &filter), query.view, count);
        pen.put(way, &[], &[&link::write(&query.without(&filter)), &label]);
    }
    for view in View::ALL {
        let count = selection.count(view);
        if view != query.view && count > 0 {
            let results = words::results(lang, view, count);
            let label = [&words::elsewhere(lang, words::view(lang, view)), ": ", &results].concat();
            pen.put(way, &[], &[&link::write(&Query { view, ..query.clone() }), &label]);
        }
    }
    pen.put("</ul>$</div>", &[], &[&clear(shown).into_string()]);
}

/// How many results there are, or what has just been copied, for those who only hear the page.
#[must_use]
pub fn status_line(shown: &Shown) -> String {
    let view = shown.query.view;
    let results = words::results(shown.lang, view, shown.overview.selection.count(view));
    let said = match shown.copied {
        Some(true) => shown.words().copied,
        Some(false) => shown.words().not_copied,
        None => &results,
    };
    html! { p role="status" { (said) } }.into_string()
}
