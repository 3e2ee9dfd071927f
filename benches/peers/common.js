// What every peer shares: the rows that it shows, what is searched of them, and the controls.
// How rows are kept, filtered and drawn is each peer's own affair.

/** So many rows are drawn at a time. */
export const ROOM = 30;

/** What a row shows, by the names of its fields. */
export const COLUMNS = {
  from: "From",
  to: "To",
  item: "Item",
  category: "Category",
  status: "Said to have come to",
  origins: "Origins",
  claims: "Claims",
};

// How far a transfer is said to have come, the furthest first.
const STATUSES = ["delivered", "agreed", "planned", "negotiating", "requested", "refused", "cancelled", "unknown"];

/**
 * Reads the corpus that the address names, as rows: a transfer each, those with the most origins first.
 * A row has what it shows, and `told`, its claims: of each the text that is searched, in small letters, its status,
 * and the claim itself, for who opens the row.
 */
export async function load() {
  const address = new URLSearchParams(location.search).get("corpus");
  const corpus = await (await fetch(address)).json();
  const names = new Intl.DisplayNames("en", { type: "region" });
  const by = (table, value) => new Map(table.map((it) => [it.id, value(it)]));
  const countries = by(corpus.countries, (it) => it.name?.en ?? names.of(it.alpha2));
  const origins = by(corpus.origins, (it) => it.name.en);
  const categories = by(corpus.categories, (it) => it.name.en);
  const rows = by(corpus.transfers, (it) => ({
    id: it.id,
    sides: [it.from, it.to],
    from: countries.get(it.from),
    to: countries.get(it.to),
    item: it.item.en,
    category: categories.get(it.category),
    kind: it.kind,
    told: [],
  }));
  for (const document of corpus.documents) {
    for (const claim of document.claims) {
      // What is about no transfer is on another page.
      const row = rows.get(claim.transfer);
      if (row === undefined) continue;
      const chain = [document.outlet, ...(claim.attribution ?? [])];
      const stance = claim.stance ?? "asserts";
      const status = stance === "asserts" ? (claim.status ?? "unknown") : "";
      const texts = [
        document.title, ...(document.authors ?? []), claim.statement.en, claim.item?.en, claim.quantity?.words.en,
        claim.when?.words?.en, claim.reported?.words?.en, row.from, row.to, ...chain.map((it) => origins.get(it)),
        row.category, row.item, row.kind, claim.status,
      ];
      const text = texts.filter((it) => it !== undefined).join(" | ").toLowerCase();
      row.told.push({ text, status, root: chain.at(-1), claim });
    }
  }
  const all = [...rows.values()];
  for (const row of all) {
    row.claims = row.told.length;
    row.origins = new Set(row.told.map((it) => it.root)).size;
    row.status = STATUSES.find((status) => row.told.some((it) => it.status === status)) ?? "";
  }
  all.sort((a, b) => b.origins - a.origins);
  const sides = new Set(all.flatMap((row) => row.sides));
  const named = [...sides].map((id) => [id, countries.get(id)]).sort((a, b) => a[1].localeCompare(b[1]));
  return { rows: all, statuses: STATUSES.map((it) => [it, it]), countries: named };
}

/** How many claims of a row meet a query: they hold each of its words, and have one of its statuses. */
export function meeting(row, { words, statuses, countries }) {
  if (countries.size > 0 && !row.sides.some((it) => countries.has(it))) return 0;
  let count = 0;
  for (const { text, status } of row.told) {
    if ((statuses.size === 0 || statuses.has(status)) && words.every((it) => text.includes(it))) count += 1;
  }
  return count;
}

/** Draws the controls, and calls `changed` with the query whenever a reader sets one. */
export function controls({ statuses, countries }, changed) {
  const query = { words: [], statuses: new Set(), countries: new Set() };
  const options = (name, values) => {
    const legend = document.createElement("legend");
    legend.textContent = name;
    const labels = values.map(([value, text]) => {
      const [label, input] = [document.createElement("label"), document.createElement("input")];
      Object.assign(input, { type: "checkbox", name, value });
      label.append(input, text);
      return label;
    });
    const fieldset = document.createElement("fieldset");
    fieldset.append(legend, ...labels);
    document.querySelector("aside").append(fieldset);
  };
  options("statuses", statuses);
  options("countries", countries);
  document.addEventListener("input", ({ target }) => {
    if (target.type === "search") query.words = target.value.toLowerCase().split(/\s+/).filter(Boolean);
    else if (target.checked) query[target.name].add(target.value);
    else query[target.name].delete(target.value);
    changed(query);
  });
  document.querySelector("input[type=search]").disabled = false;
}

/** Says how much was found. */
export function tell(transfers, claims) {
  document.querySelector("output").textContent = `${transfers} transfers, ${claims} claims`;
}

/** Opens a row: the claims that are told of it. */
export function open({ told }) {
  const lines = told.map(({ claim }) => {
    const line = document.createElement("li");
    line.textContent = claim.statement.en;
    return line;
  });
  document.querySelector("dialog ol").replaceChildren(...lines);
  document.querySelector("dialog").showModal();
}

/** Says that the page can be used. */
export function ready() {
  performance.mark("ready");
}
