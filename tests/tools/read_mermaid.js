#!/usr/bin/env node
// What mermaid understands of the flowchart on standard input, as JSON: {"nodes": [{"id", "text"}...], "edges": [{"start", "end", "text"}...]}.
// Texts are HTML, as mermaid keeps them. NODE_PATH tells where mermaid and jsdom are, for mermaid wants a window even to read.
"use strict";
const fs = require("fs");
const { pathToFileURL } = require("url");
const { JSDOM } = require("jsdom");

globalThis.window = new JSDOM("").window;
globalThis.document = window.document;

// mermaid keeps the sign that begins and that ends a character's number under letters of its own until it draws
const kept = (text) => text.replace(/ﬂ°°/g, "&#").replace(/ﬂ°/g, "&").replace(/¶ß/g, ";");

async function main() {
  const { default: mermaid } = await import(pathToFileURL(require.resolve("mermaid/dist/mermaid.core.mjs")));
  const text = fs.readFileSync(0, "utf8");
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const nodes = Object.values(db.getVertices()).map(({ id, text }) => ({ id, text: kept(text) }));
  const edges = db.getEdges().map(({ start, end, text }) => ({ start, end, text: kept(text) }));
  process.stdout.write(JSON.stringify({ nodes, edges }));
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
