// DataTables: pages of thirty rows, and a fixed search that is a function of ours.
import { COLUMNS, ROOM, controls, load, meeting, open, ready, tell } from "./common.js";
import DataTable from "./node_modules/datatables.net/js/dataTables.min.mjs";

const corpus = await load();
const table = new DataTable(document.querySelector("table"), {
  data: corpus.rows,
  // Ours is the only search, so that no column's text has to be gathered for its own.
  columns: Object.entries(COLUMNS).map(([data, title]) => ({ data, title, searchable: false })),
  autoWidth: false,
  layout: { topStart: null, topEnd: null, bottomStart: null, bottomEnd: "paging" },
  order: [],
  pageLength: ROOM,
});
document.querySelector("main").addEventListener("click", ({ target }) => {
  const row = table.row(target.closest("tbody tr"));
  if (row.any()) open(row.data());
});

controls(corpus, (query) => {
  let [found, claims] = [0, 0];
  const meets = (_, row) => {
    const count = meeting(row, query);
    claims += count;
    found += count > 0;
    return count > 0;
  };
  table.search.fixed("query", meets).draw();
  tell(found, claims);
});
tell(corpus.rows.length, corpus.rows.reduce((sum, it) => sum + it.claims, 0));
ready();
