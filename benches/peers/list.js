// List.js: items made when they are first drawn, pages of thirty, and a filter function of ours.
import { COLUMNS, ROOM, controls, load, meeting, open, ready, tell } from "./common.js";
import { head } from "./table.js";

const corpus = await load();
const fields = Object.keys(COLUMNS);
document.querySelector("thead").append(head());
const list = new List(
  document.querySelector("main"),
  {
    valueNames: fields,
    item: `<tr>${fields.map((field) => `<td class="${field}"></td>`).join("")}</tr>`,
    page: ROOM,
  },
  corpus.rows,
);
document.querySelector("tbody").addEventListener("click", ({ target }) => {
  const line = target.closest("tr");
  open(list.visibleItems.find((it) => it.elm === line).values());
});

controls(corpus, (query) => {
  let claims = 0;
  list.filter((item) => {
    const count = meeting(item.values(), query);
    claims += count;
    return count > 0;
  });
  tell(list.matchingItems.length, claims);
});
tell(corpus.rows.length, corpus.rows.reduce((sum, it) => sum + it.claims, 0));
ready();
