//! What tools have in common: texts to copy, and options to choose from.

use super::with_shown;
use crate::browser::{self, OwnFile};
use crate::link::Page;
use crate::ui::State;
use crate::ui::keyed::{Item, keyed, text};
use crate::words;
use leptos::html;
use leptos::prelude::*;

/// A field that a text stands in, to be copied.
pub struct Field {
    /// Its id.
    pub id: &'static str,
    /// What stands over it.
    pub name: String,
    /// How high it is, where the browser does not make it as high as the text.
    pub rows: u32,
    /// Whether it is to be read, and is no code.
    pub is_prose: bool,
}

/// A text to take along, and the button that copies it.
pub fn copyable(state: State, field: Field, text: String) -> AnyView {
    let whole = text.clone();
    copyable_later(state, field, Some(text), move || whole.clone())
}

/// The same, where the text may be long and is made when it is asked for: what is not there until then is hidden.
pub fn copyable_later(
    state: State,
    Field { id, name, rows, is_prose }: Field,
    begun: Option<String>,
    whole: impl Fn() -> String + Send + Sync + 'static,
) -> AnyView {
    let words = words::tools(state.lang);
    let field = NodeRef::<html::Textarea>::new();
    let copied = RwSignal::new(None);
    let copy = move |_| {
        let Some(field) = field.get_untracked() else { return };
        let whole = whole();
        if field.value() != whole {
            field.set_value(&whole);
        }
        field.set_hidden(false);
        let is_copied = browser::copy(&field);
        let words = state.words();
        state.say(if is_copied { words.copied } else { words.not_copied });
        copied.set(Some(is_copied));
    };
    let label = state.words().labelled(words.copy, &name);
    let is_hidden = begun.is_none();
    let done = move || {
        let is_copied = copied.get() == Some(true);
        let name = if is_copied { state.words().copied.trim_end_matches('.') } else { words.copy };
        name.to_owned()
    };
    let is_refused = move || copied.get() == Some(false);
    let refused = move || is_refused().then(|| state.words().not_copied.to_owned());
    view! {
        <div class="copyable">
            <label for=id>{name}</label>
            <button
                type="button"
                class="copy"
                class:done=move || copied.get() == Some(true)
                aria-label=label
                on:click=copy
            >
                {text(done)}
            </button>
            <textarea id=id class=is_prose.then_some("prose") dir=(!is_prose).then_some("ltr") node_ref=field readonly=true rows=rows hidden=is_hidden spellcheck="false">{begun}</textarea>
            {hint(refused)}
        </div>
    }
    .into_any()
}

/// A field that opens a file, of the kinds that it names; `told` is the id of what is told of it.
pub fn file_field(
    id: &'static str,
    name: &'static str,
    kinds: &'static str,
    told: Option<&'static str>,
    open: impl Fn(OwnFile) + 'static,
) -> AnyView {
    view! {
        <div class="copyable">
            <label for=id>{name}</label>
            <input type="file" id=id accept=kinds aria-describedby=told
                on:change:target=move |event| {
                    if let Some(file) = browser::first_of(event.target().files()) {
                        open(file);
                        // The same file can be chosen again once it is mended.
                        event.target().set_value("");
                    }
                }
            />
        </div>
    }
    .into_any()
}

/// A group of options, by the name that stands over them.
pub fn options(name: &'static str, options: impl IntoAny) -> AnyView {
    view! { <fieldset class="options"><legend>{name}</legend>{options.into_any()}</fieldset> }
        .into_any()
}

/// An option that is one of several, by the name of their group.
pub fn one_of(
    group: &'static str,
    name: String,
    is_chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + 'static,
) -> AnyView {
    view! {
        <label class="option">
            <input type="radio" name=group prop:checked=is_chosen on:change=move |_| choose() />
            <span>{name}</span>
        </label>
    }
    .into_any()
}

/// An option that is chosen or not.
pub fn switch(
    name: &'static str,
    is_chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + 'static,
) -> AnyView {
    view! {
        <label class="option">
            <input type="checkbox" prop:checked=is_chosen on:change=move |_| choose() />
            <span>{name}</span>
        </label>
    }
    .into_any()
}

/// In a frame, the way to the viewer's own page, for what the page around this one does not allow; none where others
/// cannot open that.
pub fn apart(state: State, page: Page) -> AnyView {
    let words = words::tools(state.lang);
    keyed(move || {
        let link = with_shown(state, &page, |shown| shown.out_of_frame());
        let item = |link: String| {
            Item::new(link.clone(), move || {
                view! {
                    <p class="hint">
                        <a href=link target="_blank" rel="noopener">{words.apart}</a>
                    </p>
                }
            })
        };
        link.map(item).into_iter().collect()
    })
}

/// A line that says more; none where there is nothing to say.
pub fn hint(text: impl Fn() -> Option<String> + Send + Sync + 'static) -> AnyView {
    keyed(move || {
        let line = |text: String| Item::new(text.clone(), || view! { <p class="hint">{text}</p> });
        text().map(line).into_iter().collect()
    })
}
