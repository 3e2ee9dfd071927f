// Tabulator: its virtual rows, and a filter function of ours.
import { COLUMNS, ROOM, controls, load, meeting, open, ready, tell } from "./common.js";
import { TabulatorFull as Tabulator } from "./node_modules/tabulator-tables/dist/js/tabulator_esm.min.mjs";

const ROW = 28;
const corpus = await load();
const table = new Tabulator("main > div", {
  data: corpus.rows,
  columns: Object.entries(COLUMNS).map(([field, title]) => ({ field, title })),
  layout: "fitColumns",
  height: (ROOM + 1) * ROW,
  rowHeight: ROW,
});
let found = 0;
table.on("dataFiltered", (_, rows) => tell(rows.length, found));
table.on("rowClick", (_, row) => open(row.getData()));
table.on("tableBuilt", () => {
  controls(corpus, (query) => {
    found = 0;
    table.setFilter((row) => {
      const count = meeting(row, query);
      found += count;
      return count > 0;
    });
  });
  tell(corpus.rows.length, corpus.rows.reduce((sum, it) => sum + it.claims, 0));
  ready();
});
