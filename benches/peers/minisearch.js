// Preact draws what MiniSearch finds: an index of the claims' words, of which each is found by how it begins.
import { COLUMNS, ROOM, controls, load, open, ready, tell } from "./common.js";
import MiniSearch from "./node_modules/minisearch/dist/es/index.js";
import { h, render } from "./node_modules/preact/dist/preact.mjs";

const corpus = await load();
const claims = corpus.rows.flatMap((row, at) => row.told.map(({ text, status }) => ({ at, text, status })));
claims.forEach((claim, id) => (claim.id = id));
const index = new MiniSearch({ fields: ["text"], searchOptions: { prefix: true, combineWith: "AND" } });
index.addAll(claims);

const fields = Object.keys(COLUMNS);
const head = h("tr", null, Object.values(COLUMNS).map((title) => h("th", null, title)));

function Rows({ rows }) {
  const body = (row) =>
    h("tr", { key: row.id, onClick: () => open(row) }, fields.map((field) => h("td", null, row[field])));
  return [head, rows.map(body)];
}

function show({ words, statuses, countries }) {
  const meets = ({ at, status }) =>
    (statuses.size === 0 || statuses.has(status)) &&
    (countries.size === 0 || corpus.rows[at].sides.some((it) => countries.has(it)));
  const said = words.length === 0 ? claims : index.search(words.join(" ")).map(({ id }) => claims[id]);
  const found = said.filter(meets);
  // What it ranks by is how often a word stands in a text; transfers are listed as everywhere here.
  const rows = [...new Set(found.map((it) => it.at))].sort((a, b) => a - b);
  render(h(Rows, { rows: rows.slice(0, ROOM).map((at) => corpus.rows[at]) }), document.querySelector("table"));
  tell(rows.length, found.length);
}

controls(corpus, show);
show({ words: [], statuses: new Set(), countries: new Set() });
ready();
