// crossfilter2: a record for each claim, a dimension for each filter, and a group of transfers that it keeps up.
import { ROOM, controls, load, ready, tell } from "./common.js";
import { body, head } from "./table.js";

const corpus = await load();
const table = document.querySelector("table");
const records = corpus.rows.flatMap((row, at) =>
  row.told.map(({ text, status }) => ({ at, text, status, sides: row.sides })),
);
const filter = crossfilter(records);
// A dimension sorts its values: places are cheaper to sort than texts.
records.forEach((record, place) => (record.place = place));
const texts = filter.dimension((it) => it.place);
const statuses = filter.dimension((it) => it.status);
const countries = filter.dimension((it) => it.sides, true);
const transfers = filter.dimension((it) => it.at).group();
const all = filter.groupAll();

function show() {
  const found = transfers.all().filter((it) => it.value > 0);
  table.replaceChildren(head(), ...found.slice(0, ROOM).map((it) => body(corpus.rows[it.key])));
  tell(found.length, all.value());
}

// Only the dimension whose filter has changed is filtered anew.
let before = { words: "", statuses: "", countries: "" };
controls(corpus, (query) => {
  const { words } = query;
  const now = { words: words.join(" "), statuses: [...query.statuses].join(), countries: [...query.countries].join() };
  if (now.words !== before.words) {
    if (words.length === 0) texts.filterAll();
    else texts.filterFunction((place) => words.every((it) => records[place].text.includes(it)));
  }
  if (now.statuses !== before.statuses) choose(statuses, query.statuses);
  if (now.countries !== before.countries) choose(countries, query.countries);
  before = now;
  show();
});

function choose(dimension, chosen) {
  if (chosen.size === 0) dimension.filterAll();
  else dimension.filterFunction((it) => chosen.has(it));
}

show();
ready();
