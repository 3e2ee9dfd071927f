// AG Grid: its virtual rows, and an external filter of ours.
import { COLUMNS, ROOM, controls, load, meeting, open, ready, tell } from "./common.js";

const ROW = 28;
const corpus = await load();
const place = document.querySelector("main > div");
place.style.height = `${(ROOM + 1) * ROW}px`;
let query = { words: [], statuses: new Set(), countries: new Set() };
let found = 0;
const grid = agGrid.createGrid(place, {
  rowData: corpus.rows,
  columnDefs: Object.entries(COLUMNS).map(([field, headerName]) => ({ field, headerName, flex: 1 })),
  rowHeight: ROW,
  headerHeight: ROW,
  // Rows that glide to their places would only be done later.
  animateRows: false,
  isExternalFilterPresent: () => query.words.length + query.statuses.size + query.countries.size > 0,
  doesExternalFilterPass: ({ data }) => {
    const count = meeting(data, query);
    found += count;
    return count > 0;
  },
  onRowClicked: ({ data }) => open(data),
  onFirstDataRendered: ready,
});
const all = corpus.rows.reduce((sum, it) => sum + it.claims, 0);

controls(corpus, (now) => {
  [query, found] = [now, 0];
  const { words, statuses, countries } = now;
  grid.onFilterChanged();
  const isAll = words.length + statuses.size + countries.size === 0;
  tell(grid.getDisplayedRowCount(), isAll ? all : found);
});
tell(corpus.rows.length, all);
