//! The pages that are measured, and how each is driven.

use claim_atlas_tests::READY;
use serde_json::json;

/// A page that shows a corpus.
#[derive(Debug)]
pub struct Peer {
    pub name: &'static str,
    /// Its name on the command line; but for the viewer's also that of its file.
    pub page: &'static str,
    /// The packages of npm that it is made with.
    pub packages: &'static [&'static str],
}

/// The viewer first.
pub const PEERS: [Peer; 8] = [
    Peer { name: "Claim Atlas", page: "viewer", packages: &[] },
    Peer { name: "plain JavaScript", page: "plain", packages: &[] },
    Peer { name: "crossfilter2", page: "crossfilter2", packages: &["crossfilter2"] },
    Peer { name: "Tabulator", page: "tabulator", packages: &["tabulator-tables"] },
    Peer { name: "DataTables", page: "datatables", packages: &["datatables.net"] },
    Peer { name: "List.js", page: "list", packages: &["list.js"] },
    Peer { name: "AG Grid", page: "ag-grid", packages: &["ag-grid-community"] },
    Peer {
        name: "Preact with MiniSearch",
        page: "minisearch",
        packages: &["preact", "minisearch"],
    },
];

impl Peer {
    fn is_viewer(&self) -> bool {
        self.page == "viewer"
    }

    /// Where it stands on the stage, with the corpus that it is to show.
    pub fn path(&self, corpus: &str) -> String {
        if self.is_viewer() {
            format!("?corpus={corpus}")
        } else {
            format!("peers/{}.html?corpus=../{corpus}", self.page)
        }
    }

    /// The mark that it sets once it can be used.
    pub fn ready_mark(&self) -> &'static str {
        if self.is_viewer() { READY } else { "ready" }
    }

    /// What stands before a country can be chosen.
    pub fn opener(&self) -> Option<&'static str> {
        self.is_viewer().then_some("document.getElementById('open-country')")
    }

    /// The box or button of a status, as JavaScript.
    pub fn status(&self, name: &str) -> String {
        if self.is_viewer() {
            let buttons = "[...document.querySelectorAll('.ladder button')]";
            format!("{buttons}.find((it) => it.textContent.includes({}))", json!(name))
        } else {
            format!("document.querySelector('input[name=statuses][value={name}]')")
        }
    }

    /// The box of a country, as JavaScript.
    pub fn country(&self, id: &str, name: &str) -> String {
        if self.is_viewer() {
            let options = "[...document.querySelectorAll('label.option')]";
            format!(
                "{options}.find((it) => it.textContent.startsWith({}))?.querySelector('input')",
                json!(name)
            )
        } else {
            format!("document.querySelector('input[name=countries][value={id}]')")
        }
    }

    /// How many transfers it says that it has found, as JavaScript.
    pub fn found(&self) -> &'static str {
        if self.is_viewer() {
            "parseInt(document.querySelector('.hits').textContent.replace(/\\D/g, ''))"
        } else {
            "parseInt(document.querySelector('output').textContent)"
        }
    }

    /// How many rows a page has drawn, as JavaScript.
    pub const ROWS: &'static str = "document.querySelectorAll('.entry, .tabulator-row, .ag-row, tbody tr, table > tr + tr').length";

    /// Whether it finds words by how they begin, and not wherever they stand.
    pub fn finds_beginnings(&self) -> bool {
        self.page == "minisearch"
    }
}
