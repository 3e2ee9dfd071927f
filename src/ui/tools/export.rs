//! Exporting what is filtered: a format, how the file begins, and the file.

use super::fields::{Field, apart, copyable_later, hint, one_of, options};
use crate::browser;
use crate::export::{Choice, Dialect, Format, Taken};
use crate::link::Page;
use crate::overview::Overview;
use crate::share::{Shown, file_name};
use crate::ui::State;
use crate::ui::keyed::{Item, keyed};
use crate::words;
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The choices, what is taken along, and the file.
pub fn export(state: State, page: Page) -> AnyView {
    let choice = RwSignal::new(Choice::default());
    let page = StoredValue::new(page);
    let words = words::tools(state.lang);
    let refused = page.with_value(|it| it.is_framed.then(|| it.clone())).map(|page| {
        view! {
            <p class="hint">{words.refused}</p>
            {apart(state, page)}
        }
    });
    view! {
        <div class="halves">
            <div>
                <div class="choices">
                    {formats(state, choice)}
                    {keyed(move || dialects(state, choice))}
                </div>
                {keyed(move || parts(state, &state.overview.get(), choice.get(), page))}
                {refused}
            </div>
            <div>{keyed(move || vec![picture(state, &state.overview.get(), page)])}</div>
        </div>
    }
    .into_any()
}

fn formats(state: State, choice: RwSignal<Choice>) -> AnyView {
    let words = words::tools(state.lang);
    let formats = Format::ALL.map(|format| {
        let is_chosen = move || choice.with(|it| it.format == format);
        let choose = move || choice.update(|it| it.format = format);
        one_of("export-format", format.name().to_owned(), is_chosen, choose)
    });
    let chosen = move || Some(choice.with(|it| it.format.note(state.lang)).to_owned());
    options(
        words.format,
        view! {
            {formats.collect_view()}
            {hint(chosen)}
        },
    )
}

/// Whom a table is for.
fn dialects(state: State, choice: RwSignal<Choice>) -> Vec<Item> {
    if choice.with(|it| it.format) != Format::Csv {
        return Vec::new();
    }
    let dialect = move |dialect: Dialect| {
        let is_chosen = move || choice.with(|it| it.dialect == dialect);
        let choose = move || choice.update(|it| it.dialect = dialect);
        one_of("export-dialect", dialect.name(state.lang).to_owned(), is_chosen, choose)
    };
    vec![Item::new("dialects", move || {
        let dialects = Dialect::ALL.map(dialect).collect_view();
        options(words::tools(state.lang).made_for, dialects)
    })]
}

/// What is taken along of what is selected, and the link that saves it.
fn parts(state: State, overview: &Overview, choice: Choice, page: StoredValue<Page>) -> Vec<Item> {
    let item = |key: String, draw: AnyView| Item::new(key, move || draw);
    if overview.selection.documents.is_empty() {
        let nothing = state.words().nothing_found;
        return vec![item(nothing.to_owned(), view! { <p class="hint">{nothing}</p> }.into_any())];
    }
    let (along, name, holds) = with_taken(state, overview, page, |taken, shown| {
        let name = taken.name(choice.format);
        let holds = words::file_holds(state.lang, &name, taken.table(choice.format));
        (along(taken, choice.format, shown), name, holds)
    });
    // The same number of rows may be of something else.
    let key = format!("{choice:?}{name}{holds}{:?}", overview.query());
    vec![
        Item::new(along.clone(), || view! { <p class="hint">{along}</p> }),
        Item::new(key, move || saved(state, choice, page, name, holds)),
    ]
}

/// Makes something of what is taken along. Nothing of it is written yet: that is done once somebody asks for it.
fn with_taken<T>(
    state: State,
    overview: &Overview,
    page: StoredValue<Page>,
    make: impl FnOnce(&Taken, &Shown) -> T,
) -> T {
    let atlas = state.atlas();
    page.with_value(|page| {
        let shown = Shown { atlas: &atlas, query: overview.query(), lang: state.lang, page };
        make(&Taken::of(shown, &overview.selection), &shown)
    })
}

/// How much is taken along, and what selected it.
fn along(taken: &Taken, format: Format, shown: &Shown) -> String {
    let claims = format.has_claims().then_some(taken.claims.len());
    let mut text = words::taken_along(shown.lang, claims, taken.documents.len(), &shown.filters());
    let others = taken.others(format);
    if others > 0 {
        text.push(' ');
        text.push_str(&words::tools(shown.lang).others_along(others));
    }
    text
}

/// A file: what it holds, the link that saves it, and what copies it.
fn saved(
    state: State,
    choice: Choice,
    page: StoredValue<Page>,
    name: String,
    holds: String,
) -> AnyView {
    let words = words::tools(state.lang);
    let file = move || {
        let overview = state.overview.get_untracked();
        with_taken(state, &overview, page, |taken, _| taken.file(choice))
    };
    let field = Field { id: "export-text", name: holds, rows: 10, is_prose: false };
    // The mark of a file's encoding is none in a text that is pasted.
    let whole = move || file().text.trim_start_matches('\u{feff}').to_owned();
    let save = move |event: MouseEvent| {
        if !browser::lead_to(&file(), &event) {
            // What stands there without it is no file.
            event.prevent_default();
        }
    };
    // Where the link leads is known once it is asked for.
    view! {
        <a class="action" href="#" download=name on:click=save>{words.download}</a>
        {copyable_later(state, field, None, whole)}
    }
    .into_any()
}

/// The picture of the map. It is no format of the registry, since it is drawn.
fn picture(state: State, overview: &Arc<Overview>, page: StoredValue<Page>) -> Item {
    let overview = Arc::clone(overview);
    Item::new(Arc::as_ptr(&overview).addr(), move || {
        view! { <Picture state overview page=page.get_value() /> }
    })
}

/// A picture, and what saves it in each of its forms.
#[component]
fn Picture(state: State, overview: Arc<Overview>, page: Page) -> impl IntoView {
    let atlas = state.atlas();
    let words = words::tools(state.lang);
    let query = overview.query();
    let shown = Shown { atlas: &atlas, query, lang: state.lang, page: &page };
    let (drawn, _) = crate::ui::picture::picture(&shown, &overview);
    let name = file_name(&shown.edition());
    let [svg, png] = [".svg", ".png"].map(|ending| [&name, ending].concat());
    let frame = NodeRef::<html::Div>::new();
    let drawing = move || frame.get_untracked().and_then(|it| it.first_element_child());
    let is_refused = RwSignal::new(false);
    let save_svg = move |event: MouseEvent| {
        if !drawing().is_some_and(|it| browser::save_svg(&it, &event)) {
            event.prevent_default();
        }
    };
    let save_png = move |_| {
        is_refused.set(false);
        match drawing() {
            Some(it) => {
                browser::save_png(&it, png.clone(), move |is_saved| is_refused.set(!is_saved));
            }
            None => is_refused.set(true),
        }
    };
    view! {
        <h3>{words.picture}</h3>
        <p class="hint">{words.picture_note}</p>
        <div class="actions">
            <a class="action" href="#" download=svg on:click=save_svg>"SVG"</a>
            <button type="button" class="action" on:click=save_png>"PNG"</button>
        </div>
        {hint(move || is_refused.get().then(|| words.png_refused.to_owned()))}
        <div class="picture" node_ref=frame>{drawn}</div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::drawn;
    use super::*;

    fn panel(query: &str) -> String {
        drawn(|state| {
            let link = crate::link::read(query, "", state.atlas().corpus());
            state.query.set(link.query);
            export(state, Page::default())
        })
    }

    #[test]
    fn it_says_how_much_is_taken_along_before_it_is_made() {
        let panel = panel("country=EGY").replace('\u{a0}', " ");
        assert!(panel.contains("Filters: Country: EGY."), "{panel}");
        assert!(panel.contains("-part.csv: a table of 17 rows and 84 columns"), "{panel}");
        // Nothing is made before it is asked for.
        let field = panel.split("<textarea").nth(1).and_then(|it| it.split_once('>'));
        let (field, text) = field.expect("a field");
        assert!(field.contains(" hidden") && text.starts_with("</textarea>"), "{panel}");
        assert!(panel.contains("semicolons") && panel.contains("Download the file"));
    }

    #[test]
    fn of_nothing_there_is_no_file() {
        let panel = panel("country=BRA&kind=payment");
        assert!(panel.contains("No report in this corpus fits"));
        assert!(!panel.contains("Download the file") && !panel.contains("textarea"));
    }
}
