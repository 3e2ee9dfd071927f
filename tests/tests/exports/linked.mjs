// Prints what a JSON-LD processor makes of a file: its nodes expanded, and its triples. Whatever it would
// lose, such as a key that means nothing or an address that is none, is an error.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, file] = process.argv.slice(2);
const jsonld = createRequire(`${modules}/`)("jsonld");
const documentLoader = (address) => {
  throw new Error(`nothing is to be fetched, and ${address} was asked for`);
};
const options = { safe: true, documentLoader };
const text = JSON.parse(readFileSync(file, "utf8"));
const nodes = await jsonld.expand(text, options);
const triples = await jsonld.toRDF(text, { ...options, format: "application/n-quads" });
console.log(JSON.stringify({ nodes, triples }));
