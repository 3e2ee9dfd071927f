// Prints what a reader of citations makes of files, a list each.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, ...files] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { Cite, plugins } = require("@citation-js/core");
for (const format of ["bibtex", "csl", "ris"]) require(`@citation-js/plugin-${format}`);
const { parse } = require("@citation-js/date");

// Of a newspaper it hands on neither the author that RIS has in `AU` nor the day in `DA`, though it reads both.
const ofNewspaper = ({ AU, DA }) => ({
  ...(AU && { author: [AU].flat().map((literal) => ({ literal })) }),
  ...(DA && { issued: parse(DA.replace(/\/+$/, "")) }),
});
const read = (file) => {
  const text = readFileSync(file, "utf8");
  const cited = new Cite(text).data;
  if (!file.endsWith(".ris")) return cited;
  const records = plugins.input.chainLink(text);
  return cited.map((it, at) => ({ ...it, ...ofNewspaper(records[at]) }));
};
console.log(JSON.stringify(files.map(read)));
