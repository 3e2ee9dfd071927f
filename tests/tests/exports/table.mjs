// Prints what strict readers of tables make of a file, by their names: its rows, the columns' names first.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, file] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const text = readFileSync(file, "utf8");
const { csvParseRows } = await import(require.resolve("d3-dsv"));
console.log(
  JSON.stringify({
    "csv-parse": require("csv-parse/sync").parse(text),
    "d3-dsv": csvParseRows(text),
  }),
);
