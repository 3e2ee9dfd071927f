//! Embedding: an editor chooses what an article shows, sees it, and copies the code.

use super::fields::{Field, copyable, hint, one_of, options, switch};
use super::with_shown;
use crate::corpus::Lang;
use crate::guest::Guest;
use crate::link::{Page, Setting, Theme};
use crate::share::Embed;
use crate::ui::State;
use crate::ui::keyed::{Item, keyed};
use crate::words;
use leptos::prelude::*;

/// The choices, the code that they come to, and what it shows.
pub fn embed(state: State, page: Page) -> AnyView {
    if state.atlas().guest.as_ref().is_some_and(Guest::is_private) {
        return view! { <p class="lead">{words::guest(state.lang).private_embed}</p> }.into_any();
    }
    let choice = RwSignal::new(Embed::default());
    let page = StoredValue::new(page);
    view! {
        <div class="halves">
            <div>
                <div class="choices">
                    {shows(state, choice, page)}
                    {languages(state, choice)}
                    {themes(state, choice)}
                    {(!is_asked(state)).then(|| updates(state, choice, page))}
                </div>
                {keyed(move || code(state, choice.get(), page))}
            </div>
            <div>{keyed(move || preview(state, choice.get(), page))}</div>
        </div>
    }
    .into_any()
}

/// Whether the corpus is asked for by a link: then nothing is fixed, since the editors of a page answer for what they
/// fix, and no file of it stands beside the page.
fn is_asked(state: State) -> bool {
    state.atlas().guest.as_ref().is_some_and(|it| it.address().is_some())
}

/// What of the viewer is shown; and whether the filters that are set are fixed, where some are.
fn shows(state: State, choice: RwSignal<Embed>, page: StoredValue<Page>) -> AnyView {
    let words = words::tools(state.lang);
    let part = move |name, read: fn(&Setting) -> bool, flip: fn(&mut Setting)| {
        let is_chosen = move || choice.with(|it| read(&it.setting));
        switch(name, is_chosen, move || choice.update(|it| flip(&mut it.setting)))
    };
    let set = move || {
        let filters = page.with_value(|page| {
            with_shown(state, page, |shown| shown.filters_of(&choice.get().query(&shown)))
        });
        filters.join(state.signs().semicolon)
    };
    let fixed = move || {
        let item = move || part(words.fixed, |it| it.fixed, |it| it.fixed = !it.fixed);
        (!set().is_empty() && !is_asked(state))
            .then(|| Item::new("fixed", item))
            .into_iter()
            .collect()
    };
    let which = move || {
        let set = set();
        Some(if set.is_empty() { words.set_first.to_owned() } else { set })
    };
    options(
        words.shows,
        view! {
            {part(words.header, |it| !it.plain, |it| it.plain = !it.plain)}
            {part(words.map, |it| !it.no_map, |it| it.no_map = !it.no_map)}
            {part(words.filters, |it| !it.no_filters, |it| it.no_filters = !it.no_filters)}
            {keyed(fixed)}
            {hint(which)}
        },
    )
}

fn languages(state: State, choice: RwSignal<Embed>) -> AnyView {
    let offered = std::iter::once(None).chain(Lang::ALL.map(Some));
    let languages = offered.map(|lang| {
        let own = words::tools(state.lang).own_language;
        let name = lang.map_or(own, words::language).to_owned();
        let is_chosen = move || choice.with(|it| it.lang == lang);
        one_of("embed-language", name, is_chosen, move || choice.update(|it| it.lang = lang))
    });
    options(state.words().language, languages.collect_view())
}

fn themes(state: State, choice: RwSignal<Embed>) -> AnyView {
    let words = words::tools(state.lang);
    let themes = Theme::ALL.map(|theme| {
        let name = match theme {
            Theme::Auto => words.theme_auto,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        };
        let is_chosen = move || choice.with(|it| it.setting.theme == theme);
        let choose = move || choice.update(|it| it.setting.theme = theme);
        one_of("embed-theme", name.to_owned(), is_chosen, choose)
    });
    options(words.theme, themes.collect_view())
}

/// Whether it follows updates, where there is a site that has them, or stays as it is.
fn updates(state: State, choice: RwSignal<Embed>, page: StoredValue<Page>) -> AnyView {
    let words = words::tools(state.lang);
    let day = words::edition_day(state.lang, state.atlas().corpus());
    let frozen = [words.frozen, &day.unwrap_or_default()].join(" ");
    let stays = move || page.with_value(|page| choice.get().stays(page));
    let kind = move |name, is_frozen: bool| {
        let is_chosen = move || stays() == is_frozen;
        one_of("embed-updates", name, is_chosen, move || {
            choice.update(|it| it.is_frozen = is_frozen);
        })
    };
    let can_follow = move || page.with_value(|page| choice.get().live(page).is_some());
    let follows = move || {
        let item = move || kind(words.follows.to_owned(), false);
        can_follow().then(|| Item::new("follows", item)).into_iter().collect()
    };
    let note =
        move || Some(if stays() { words.frozen_note } else { words.follows_note }.to_owned());
    options(
        words.updates,
        view! {
            {keyed(follows)}
            {kind(frozen, true)}
            {hint(note)}
        },
    )
}

/// The code, and the file that goes with it.
fn code(state: State, choice: Embed, page: StoredValue<Page>) -> Vec<Item> {
    let words = words::tools(state.lang);
    let code = page.with_value(|page| with_shown(state, page, |shown| choice.code(&shown)));
    let is_the_file = page.with_value(|page| page.is_file && choice.stays(page));
    let this =
        is_the_file.then(|| Item::new("this", || view! { <p class="hint">{words.is_file}</p> }));
    let note = code
        .unframed
        .as_ref()
        .map(|_| Item::new("unframed", || view! { <p class="hint">{words.unframed_note}</p> }));
    let file = code.file.map(|(address, name)| {
        Item::new((address.clone(), name.clone()), move || {
            view! { <a class="action" href=address download=name>{words.download}</a> }
        })
    });
    let fields = [
        ("embed-frame", words.frame, Some(code.frame), 5),
        ("embed-script", words.script, code.element, 5),
        ("embed-unframed", words.unframed, code.unframed, 4),
    ];
    let fields = fields.into_iter().filter_map(|(id, name, text, rows)| {
        let text = text?;
        let field = Field { id, name: name.to_owned(), rows, is_prose: false };
        Some(Item::new((id, text.clone()), move || copyable(state, field, text)))
    });
    this.into_iter().chain(file).chain(fields).chain(note).collect()
}

/// What it shows. A frame in a frame would only repeat it. Where another is shown it is another frame, and so no step in
/// the history of this page.
fn preview(state: State, choice: Embed, page: StoredValue<Page>) -> Vec<Item> {
    let address = page.with_value(|page| {
        let query = with_shown(state, page, |shown| choice.code(&shown).query);
        (!page.is_framed).then(|| format!("{}?{query}", page.address))
    });
    let words = words::tools(state.lang);
    let frame = |address: String| {
        Item::new(address.clone(), move || {
            view! {
                <p class="label">{words.preview}</p>
                <iframe class="preview" title=words.preview src=address></iframe>
            }
        })
    };
    address.map(frame).into_iter().collect()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::drawn;
    use super::*;

    fn panel(page: Page, query: &str) -> String {
        drawn(|state| {
            let link = crate::link::read(query, "", state.atlas().corpus());
            state.query.set(link.query);
            embed(state, page)
        })
    }

    #[test]
    fn filters_can_be_fixed_where_some_are_set() {
        let page = Page { address: "https://host.example/".to_owned(), ..Page::default() };
        let fixed = "Filters fixed, not to be undone by readers";
        let without = panel(page.clone(), "");
        assert!(!without.contains(fixed) && without.contains("filter on the page first"));
        let with = panel(page, "country=EGY");
        assert!(with.contains(fixed) && with.contains("Country: EGY"));
        assert!(with.contains("src=\"https://host.example/?country=EGY\""));
    }

    #[test]
    fn what_has_nothing_to_follow_is_frozen_and_in_a_frame_there_is_no_preview() {
        let address = "file:///home/claim-atlas.html".to_owned();
        let page = Page { address, is_file: true, is_framed: true, ..Page::default() };
        let panel = panel(page, "");
        assert!(!panel.contains("Follows updates") && panel.contains("Frozen as of"));
        assert!(panel.contains("It is the file that you are looking at."));
        assert!(!panel.contains("class=\"preview\"") && !panel.contains("embed-script"));
    }
}
