//! The state of the page: what a reader changes, and what follows from it.

use super::reading::Brought;
use crate::atlas::Atlas;
use crate::browser::OwnFile;
use crate::corpus::{ClaimId, Corpus, CountryId, Document, Lang, TransferId};
use crate::fingerprint::OwnCopy;
use crate::guest::{Refusal, Whence};
use crate::link::{self, UnknownPart};
use crate::overview::Overview;
use crate::query::Query;
use crate::words::{Signs, Words, words};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// What every component reads, and changes by its handlers. It is copied into closures, so it is small.
#[derive(Clone, Copy)]
pub struct State {
    atlas: StoredValue<Arc<Atlas>>,
    /// All that the reader has set. The address is a copy of it.
    pub query: RwSignal<Query>,
    /// What the query selects.
    pub overview: Memo<Arc<Overview>>,
    /// What is unfolded. No link carries it.
    pub panel: RwSignal<Option<Panel>>,
    /// The id of what unfolded a tool, where it is not the tool's usual button.
    opener: StoredValue<Option<String>>,
    /// What was not understood of the link.
    pub unread: RwSignal<Vec<UnknownPart>>,
    /// The corpus that was asked for or opened, and why it is not shown.
    pub refused: RwSignal<Option<Arc<(Whence, Refusal)>>>,
    /// The corpus that is to take this one's place; the page is then mounted anew.
    pub brought: RwSignal<Option<Brought>>,
    /// The copy of an article that the reader has brought to be checked. No link carries it, nothing stores it.
    pub own_copy: RwSignal<Option<Arc<OwnCopy>>>,
    /// The documents whose texts the reader has brought, with the texts' fingerprints in them, by their ids. The corpus
    /// takes them in once all have theirs.
    pub fingerprinted: RwSignal<HashMap<String, Arc<Document>>>,
    /// The file that was dropped, and what it is taken for.
    pub dropped: RwSignal<Option<(Dropped, OwnFile)>, LocalStorage>,
    /// What is pointed at or has the focus: the rest of the map steps back.
    pub pointed_at: RwSignal<Option<Pointed>>,
    /// Whether the keys that write a sign, `/` and `?`, lead somewhere. Nothing stores it.
    pub shortcuts: RwSignal<bool>,
    /// What is said aloud besides the number of results, and how much was said before it.
    pub notice: RwSignal<Option<(usize, &'static str)>>,
    /// The language. The page is drawn anew for another, so below it this never changes.
    pub lang: Lang,
}

impl State {
    /// A page that begins with a query, and with what was not understood of its link.
    #[must_use]
    pub fn new(atlas: Arc<Atlas>, query: Query, unread: Vec<UnknownPart>) -> Self {
        let lang = query.lang.unwrap_or(atlas.preferred);
        let atlas = StoredValue::new(atlas);
        let query = RwSignal::new(query);
        let overview = move |before: Option<&Arc<Overview>>| {
            let atlas = atlas.get_value();
            query.with(|query| match before {
                Some(before) => before.followed_by(&atlas.index, query),
                None => Arc::new(Overview::new(&atlas.index, query)),
            })
        };
        Self {
            atlas,
            query,
            overview: Memo::new_with_compare(overview, |was, is| !is_same(was, is)),
            panel: RwSignal::new(None),
            opener: StoredValue::new(None),
            unread: RwSignal::new(unread),
            refused: RwSignal::new(None),
            brought: RwSignal::new(None),
            own_copy: RwSignal::new(None),
            fingerprinted: RwSignal::new(HashMap::new()),
            dropped: RwSignal::new_local(None),
            pointed_at: RwSignal::new(None),
            shortcuts: RwSignal::new(true),
            notice: RwSignal::new(None),
            lang,
        }
    }

    /// The same in another language.
    #[must_use]
    pub fn in_language(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    /// The same with the shortcuts that a reader has turned on or off, whichever corpus came before.
    #[must_use]
    pub fn with_shortcuts(self, shortcuts: RwSignal<bool>) -> Self {
        Self { shortcuts, ..self }
    }

    /// The corpus, ready to be selected from, and what else the page is made from.
    #[must_use]
    pub fn atlas(self) -> Arc<Atlas> {
        self.atlas.get_value()
    }

    /// The same, as long as the page stands: what goes on in pauses ends where another corpus takes its place.
    #[must_use]
    pub fn standing_atlas(self) -> Option<Arc<Atlas>> {
        self.atlas.try_get_value()
    }

    /// The texts of the language.
    #[must_use]
    pub fn words(self) -> &'static Words {
        words(self.lang)
    }

    /// What the language puts between what is listed and joined.
    #[must_use]
    pub fn signs(self) -> &'static Signs {
        &self.words().signs
    }

    /// Changes the query. What follows it is not told where nothing has changed.
    pub fn change(self, change: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        if self.query.with_untracked(|it| *it != query) {
            // What was said last is past.
            self.notice.set(None);
            self.query.set(query);
        }
    }

    /// Says something aloud, whether it was said just before or not.
    pub fn say(self, text: &'static str) {
        self.notice.update(|it| *it = Some((it.map_or(0, |(before, _)| before + 1), text)));
    }

    /// The link to a query, in the language that the reader has chosen, if any: what an `href` holds.
    #[must_use]
    pub fn href(self, query: &Query) -> String {
        let lang = query.lang.or_else(|| self.query.with_untracked(|it| it.lang));
        let query = Query { lang, ..query.clone() };
        String::from("#") + &link::fragment(&query, self.atlas().guest.as_ref())
    }

    /// What a link's click does: it changes what is set, and the rest of it stays. A click that asks for another tab or
    /// window is the browser's, which follows the `href`.
    pub fn follow(self, change: impl Fn(&mut Query) + 'static) -> Box<dyn Fn(MouseEvent)> {
        Box::new(move |event| {
            let is_plain = event.button() == 0
                && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
            if is_plain {
                event.prevent_default();
                self.change(&change);
            }
        })
    }

    /// Whether a panel is unfolded.
    #[must_use]
    pub fn is_open(self, panel: &Panel) -> bool {
        self.panel.with(|it| it.as_ref() == Some(panel))
    }

    /// Unfolds a tool; the focus goes back to what has this id.
    pub fn unfold(self, tool: Tool, opener: String) {
        self.opener.set_value(Some(opener));
        self.panel.set(Some(Panel::Tool(tool)));
    }

    /// The id of what unfolded a panel.
    #[must_use]
    pub fn opener(self, panel: &Panel) -> String {
        let of_tool = self.opener.get_value().filter(|_| matches!(panel, Panel::Tool(_)));
        of_tool.unwrap_or_else(|| panel.opener())
    }

    /// Unfolds a panel, or folds it.
    pub fn toggle(self, panel: &Panel) {
        self.opener.set_value(None);
        let is_open = self.panel.with_untracked(|it| it.as_ref() == Some(panel));
        self.panel.set((!is_open).then(|| panel.clone()));
    }

    /// The transfers that stand open, by themselves or for the claim that is pointed at.
    #[must_use]
    pub fn opened(self) -> Vec<TransferId> {
        let atlas = self.atlas();
        let corpus = atlas.corpus();
        let pointed = self.pointed(corpus).and_then(|claim| corpus.transfer_of(claim));
        self.query.with(|query| {
            let open = query.open.iter().filter_map(|id| corpus.find_transfer(id));
            open.chain(pointed).collect()
        })
    }

    /// The claim that the query points at.
    #[must_use]
    pub fn pointed(self, corpus: &Corpus) -> Option<ClaimId> {
        self.query.with(|query| query.claim.as_deref().and_then(|id| corpus.find_claim(id)))
    }
}

fn is_same(was: Option<&Arc<Overview>>, is: Option<&Arc<Overview>>) -> bool {
    was.zip(is).is_some_and(|(was, is)| Arc::ptr_eq(was, is))
}

/// Something on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointed {
    /// A country.
    Country(CountryId),
    /// A transfer.
    Transfer(TransferId),
}

/// What unfolds in its place; one at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The options of a facet.
    Facet(crate::query::Facet),
    /// The options of time.
    Time,
    /// All filters, where the page is narrow.
    Filters,
    /// The menu of tools.
    Menu,
    /// The languages.
    Languages,
    /// A tool.
    Tool(Tool),
}

impl Panel {
    /// The id of the button that unfolds it.
    #[must_use]
    pub fn opener(&self) -> String {
        let name = match self {
            Self::Facet(facet) => facet.id(),
            Self::Time => "time",
            Self::Filters => "filters",
            Self::Languages => "languages",
            Self::Menu
            | Self::Tool(
                Tool::Embed
                | Tool::Export
                | Tool::Check
                | Tool::Corpus
                | Tool::Print
                | Tool::Shortcuts,
            ) => "menu",
            Self::Tool(Tool::Share(Shared::View)) => "share",
            Self::Tool(Tool::Share(Shared::Transfer(id) | Shared::Claim(id))) => {
                return format!("share-{id}");
            }
        };
        format!("open-{name}")
    }
}

/// What a dropped file is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// A reader's copy of an article, to be checked.
    Copy,
    /// Another corpus, or a table.
    Corpus,
    /// The text of a document of the corpus.
    Text,
}

/// What an editor or a fact-checker works with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Tool {
    /// Links to what is shown, or to a part of it.
    Share(Shared),
    /// The code that shows it in another page.
    Embed,
    /// Files of what is shown.
    Export,
    /// The check of a reader's own copy.
    Check,
    /// Another corpus in place of this one.
    Corpus,
    /// What to do where the page around this one allows no printing.
    Print,
    /// The keys that work anywhere on the page.
    Shortcuts,
}

/// What is shared.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shared {
    /// What is shown.
    View,
    /// A transfer, by its id.
    Transfer(String),
    /// A claim, by its id.
    Claim(String),
}
