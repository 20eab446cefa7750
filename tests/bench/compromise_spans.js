// Names that compromise (npm) finds in plain texts, as nutgraf annotate --to spans prints them, and the milliseconds of the processor that it took.
// usage: node compromise_spans.js FILE... ; NODE_PATH must have the package.
const fs = require('fs');
const path = require('path');
const nlp = require('compromise');

const kinds = { PER: 'people', LOC: 'places', ORG: 'organizations' };
let ms = 0;
for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, 'utf8');
  const began = process.cpuUsage();
  const read = nlp(text);
  const found = [];
  for (const [type, which] of Object.entries(kinds))
    for (const it of read[which]().json({ offset: true })) found.push([type, it.offset.start, it.offset.start + it.offset.length]);
  const spent = process.cpuUsage(began);
  ms += (spent.user + spent.system) / 1e3;
  for (let [type, start, end] of found) {
    while (end > start && /[^\p{L}\p{N}.]$/u.test(text.slice(start, end))) end--;
    if (text[end - 1] === '.' && !/\.[\p{L}]\.$/u.test(text.slice(start, end))) end--;
    const before = [...text.slice(0, start)].length;
    console.log(JSON.stringify({ doc: path.basename(file, '.txt'), start: before, end: before + [...text.slice(start, end)].length, type }));
  }
}
console.error(ms.toFixed(1));
