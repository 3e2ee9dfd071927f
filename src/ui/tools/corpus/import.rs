//! A table that a reader has, as a corpus: what of it comes in, and what does not.

use super::listed::listed;
use super::{Opening, offered};
use crate::browser::{self, Breath, FileReader, OwnFile};
use crate::fingerprint::{MOST_FILE, Unreadable};
use crate::guest::Whence;
use crate::import::{self, Imported, Listed, NoTable, Remark, template};
use crate::ui::keyed::{Item, keyed};
use crate::ui::tools::fields::file_field;
use crate::ui::{Reading, SoFar, State, reading};
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How a table comes in.
#[derive(Clone, Copy)]
pub struct Importing {
    opening: Opening,
    /// The table's name, and what comes of it.
    found: RwSignal<Option<Found>>,
    /// How many tables were begun before.
    turn: StoredValue<u32>,
    reading: RwSignal<Option<Reading>>,
    file: StoredValue<Option<FileReader>, LocalStorage>,
}

/// What comes of a table.
#[derive(Clone)]
struct Found {
    name: String,
    /// Which of the tables it is that were read: the same file may be another once it is mended.
    turn: u32,
    came: Result<Arc<Imported>, NoTable>,
}

impl Importing {
    pub fn new(opening: &Opening) -> Self {
        Self {
            opening: *opening,
            found: RwSignal::new(None),
            turn: StoredValue::new(0),
            reading: RwSignal::new(None),
            file: StoredValue::new_local(None),
        }
    }

    /// Reads a table in place of what is being read, and shows what comes of it.
    pub fn open(self, file: &OwnFile) {
        self.stop();
        self.found.set(None);
        let (name, turn) = (file.name(), self.turn.get_value());
        // Where the next was chosen, or the panel closed, nobody waits for this one.
        let is_awaited = move || self.turn.try_get_value() == Some(turn);
        let percent = RwSignal::new(0);
        self.reading.set(Some(Reading { name: name.clone(), so_far: SoFar::Percent(percent) }));
        let read = async move |bytes: Result<Vec<u8>, _>| {
            let mut breath = Breath::default();
            let pause = async |done| {
                // A page that is gone is told nothing.
                let _ = percent.try_set(done);
                breath.take().await;
                is_awaited()
            };
            let imported = match bytes {
                Ok(bytes) => import::read(&name, &bytes, pause).await,
                Err(why) => Err(NoTable::Unreadable(why)),
            };
            if is_awaited() {
                self.reading.set(None);
                self.show(name, imported);
            }
        };
        let read = move |bytes: Result<Vec<u8>, _>| spawn_local(read(bytes));
        self.file.set_value(browser::read_bytes(file, read));
    }

    /// Stops what is being read.
    pub fn stop(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.file.set_value(None);
        self.reading.set(None);
    }

    /// How the reading goes, while something is read.
    fn going(self) -> Vec<Item> {
        let item = |it: Reading| {
            Item::new((it.name.clone(), self.turn.get_value()), move || {
                let name = it.name.clone();
                let stop = move || {
                    self.stop();
                    self.show(name.clone(), Err(NoTable::Stopped));
                };
                reading(self.opening.state.lang, it, Box::new(stop))
            })
        };
        self.reading.get().map(item).into_iter().collect()
    }

    fn show(self, name: String, imported: Result<Imported, NoTable>) {
        let (turn, came) = (self.turn.get_value(), imported.map(Arc::new));
        self.found.set(Some(Found { name, turn, came }));
    }
}

/// Whether a file is a table, by its name.
pub fn is_table(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".csv", ".tsv", ".tab"].iter().any(|it| name.ends_with(it))
}

/// The kinds of files that hold a table.
const TABLES: &str = ".csv,.tsv,.tab,.txt,text/csv,text/plain,text/tab-separated-values";

/// The field that opens a table, the template, and what came of the table.
pub fn import(state: State, importing: &Importing) -> AnyView {
    let importing = *importing;
    let words = &state.words().import;
    let open = move |file: OwnFile| importing.open(&file);
    view! {
        <h3>{words.title}</h3>
        <p class="hint" id="import-hint">{words.hint}</p>
        {file_field("import-file", words.choose, TABLES, Some("import-hint"), open)}
        {offered(words.template, words.template_file, move || template(state.lang))}
        <div aria-live="polite">{keyed(move || importing.going())}</div>
        <div aria-live="polite">{keyed(move || shown(state, &importing))}</div>
    }
    .into_any()
}

/// What came of the table that was chosen.
fn shown(state: State, importing: &Importing) -> Vec<Item> {
    let importing = *importing;
    let item = |Found { name, turn, came }: Found| {
        Item::new(turn, move || {
            let told = match came {
                Ok(imported) => came_in(state, &importing, &name, imported),
                Err(why) => no_table(state, why),
            };
            view! { <p class="copy-name"><b><bdi>{name}</bdi></b></p> {told} }
        })
    };
    importing.found.get().map(item).into_iter().collect()
}

fn came_in(state: State, importing: &Importing, name: &str, imported: Arc<Imported>) -> AnyView {
    let words = &state.words().import;
    let Imported { source, rows, left_out, apart, unread } = &*imported;
    let claims: usize = source.documents.iter().map(|it| it.claims.len()).sum();
    let told = [words.came_in(claims), words.of_rows(*rows)].join(" ");
    let unread = (!unread.is_empty()).then(|| {
        let names = unread.iter().map(|it| words::isolated(state.lang, it));
        let names = names.collect::<Vec<_>>().join(state.signs().comma);
        view! { <p class="hint">{words.unread} " " <bdi>{names}</bdi></p> }
    });
    let lists = [
        remarks(state, left_out, words.left_out(left_out.count())),
        remarks(state, apart, words.apart(apart.count())),
    ];
    let whence = Whence::made(name);
    let opening = importing.opening;
    let open = move |_| opening.open_source(whence.clone(), &imported.source);
    view! {
        <p>{told}</p>
        {lists}
        {unread}
        <button type="button" class="action" on:click=open>{words.open}</button>
    }
    .into_any()
}

/// Rows with what is to be said of each.
fn remarks(state: State, remarks: &Listed, title: String) -> Option<AnyView> {
    let Listed { rows, more } = remarks.clone();
    let count = rows.len();
    let draw = move |at: usize| rows.get(at).map(|it| remark(state, it)).into_any();
    let more = (more > 0).then(|| view! { <p class="hint">{state.words().and_more(more)}</p> });
    let list = || view! { <p>{title}</p> {listed(state, count, draw)} {more} }.into_any();
    (count > 0).then(list)
}

fn remark(state: State, Remark { line, why, what }: &Remark) -> AnyView {
    let line = state.words().import.line(&line.to_string());
    let what =
        (!what.is_empty()).then(|| view! { {state.signs().colon} <bdi>{what.clone()}</bdi> });
    view! { {line} {state.signs().colon} {why.told(state.lang)} {what} }.into_any()
}

/// That a file is larger than a table may be.
fn too_large(state: State) -> String {
    let megabytes = MOST_FILE / 1_000_000;
    state.words().import.too_large(&megabytes.to_string())
}

/// Why a file is no table that can be read, and what to do.
fn no_table(state: State, why: NoTable) -> AnyView {
    let words = &state.words().import;
    let (told, first) = match why {
        NoTable::Unreadable(Unreadable::TooLong) => (too_large(state), None),
        NoTable::Unreadable(_) => (words.not_text.to_owned(), None),
        NoTable::NoHeader => (words.no_header.to_owned(), None),
        NoTable::NoRow(first) => (words.no_row.to_owned(), first),
        NoTable::Stopped => (state.words().guest.stopped.to_owned(), None),
    };
    let first = first.map(|remark| view! { " " {self::remark(state, &remark)} "." });
    view! { <p>{told} {first}</p> }.into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::super::drawn;
    use super::*;
    use crate::ui::fixture::text;

    /// What is shown of a table.
    fn of(table: &str) -> String {
        let html = drawn(|state| {
            let importing = Importing::new(&Opening::new(state));
            importing
                .show("ours.csv".to_owned(), import::read_at_once("ours.csv", table.as_bytes()));
            import(state, &importing)
        });
        text(&html).replace('\u{a0}', " ")
    }

    const HEADER: &str = "Supplier;Recipient;Ordered;No. designation;Description;Year of order\n";

    #[test]
    fn it_says_what_came_in_and_of_each_other_row_why_not() {
        let rows = "Russia;Egypt;5;<b>NF-4</b>;tanks;2011\nAtlantis;Egypt;5;NF-4;tanks;2011\nRussia;Egypt;;;;\n";
        let told = of(&[HEADER, rows].concat());
        for part in [
            "ours.csv",
            "2 claims came in from a table of 3 rows.",
            "1 row did not come in:Line 4: a cell is empty that is needed: Weapon designation",
            "1 row stands in the context",
            "Line 3: this is no country that is known: Atlantis",
            "Show this corpus",
        ] {
            assert!(told.contains(part), "{part}: {told}");
        }
        let large = drawn(|state| no_table(state, NoTable::Unreadable(Unreadable::TooLong)));
        assert!(large.contains("more than 50 MB"), "{large}");
        assert!(of("a;b\n").contains("No row of it is a header that is known"));
        let none = of(&[HEADER, "Russia;Egypt;;;;\n"].concat());
        assert!(none.contains("No row of it can come in. Line 2: a cell is empty"), "{none}");
    }

    #[test]
    fn a_long_list_is_cut_and_says_how_many_more() {
        let rows: String = (0..150).map(|_| "Russia;Egypt;;;;\n".to_owned()).collect();
        let told = of(&[HEADER, "Russia;Egypt;5;NF-4;tanks;2011\n", &rows].concat());
        assert!(told.contains("150 rows did not come in"), "{told}");
        assert!(told.contains("Line 14: ") && !told.contains("Line 15: "), "{told}");
        assert!(told.contains("88 more") && told.contains("50 more"), "{told}");
    }

    #[test]
    fn a_table_is_known_by_its_name() {
        assert!(is_table("A.CSV") && is_table("b.tsv"));
        assert!(!is_table("a.json") && !is_table("csv"));
    }
}
