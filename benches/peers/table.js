// A table of rows as the DOM has it, for the peers that bring none.
import { COLUMNS, open } from "./common.js";

/** The head of the table. */
export function head() {
  const row = document.createElement("tr");
  row.append(...Object.values(COLUMNS).map((title) => cell("th", title)));
  return row;
}

/** A row of the table. */
export function body(row) {
  const line = document.createElement("tr");
  line.append(...Object.keys(COLUMNS).map((field) => cell("td", row[field])));
  line.addEventListener("click", () => open(row));
  return line;
}

function cell(name, text) {
  const cell = document.createElement(name);
  cell.textContent = text;
  return cell;
}
