// Runs the benchmarks and writes docs/bench.md.
// usage: npm run bench [-- NAME...] [-- --report]
// NAME: synth, local-exec, provider, peers, rules, review, registry, costs, served, console, start-up; all of them when none is given, and only then is docs/bench.md written.
// Exit code 1 when a bar is missed, unless --report is given; 2 for a name that there is not; 4 when a floor is far above its last record in
// floors.json: then the machine had something else to do, no bar is judged and nothing is written.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { recordFloors, voidedBy } from './kit/floors.mjs';
import { isMissed, pageOf, textOf } from './kit/report.mjs';

const root = join(import.meta.dirname, '..');
const names = [
  'synth',
  'local-exec',
  'provider',
  'peers',
  'rules',
  'review',
  'registry',
  'costs',
  'served',
  'console',
  'start-up',
];
const usage = `usage: npm run bench [-- NAME...] [-- --report]
NAME is one of ${names.join(', ')}; without one all run, and docs/bench.md is written.
--report: a bar that is missed is no failure. A floor far above its record in bench/floors.json voids the run: exit code 4.`;

const options = /** @type {const} */ ({ report: { type: 'boolean' }, help: { type: 'boolean' } });
const { values, positionals, tokens } = parseArgs({ allowPositionals: true, strict: false, tokens: true, options });
const unknown = tokens.find((token) => token.kind === 'option' && !(token.name in options));
if (unknown?.kind === 'option') {
  console.error(`There is no option ${unknown.rawName}.\n${usage}`);
  process.exit(2);
}
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const modules = { 'local-exec': './local-exec-section.mjs' };
const asked = positionals.length === 0 ? names : positionals;

const stranger = asked.find((name) => !names.includes(name));
if (stranger !== undefined) {
  console.error(`There is no benchmark ${stranger}; there are ${names.join(', ')}.`);
  process.exit(2);
}
if (!existsSync(join(root, 'dist/bin/forkcast.js'))) {
  console.error('The benchmarks run what is in dist: run `npm run build` first.');
  process.exit(3);
}

const started = performance.now();
const sections = [];
for (const name of asked) {
  const { measure } = await import(modules[name] ?? `./${name}.mjs`);
  const section = await measure();
  process.stdout.write(`${textOf(section)}\n`);
  sections.push(section);
}
process.stdout.write(`${Math.round((performance.now() - started) / 1000)} s in all\n`);

const reasons = voidedBy(sections);
if (reasons.length > 0) {
  for (const reason of reasons) console.error(`VOID    ${reason}`);
  process.exit(4);
}
recordFloors(sections);
if (positionals.length === 0) writeFileSync(join(root, 'docs/bench.md'), pageOf(sections));
const missed = sections.flatMap(({ rows }) => rows.filter(isMissed));
for (const { what, value, bar, least } of missed)
  console.error(`MISSED  ${what}: ${value.toFixed(2)}, bar ${bar ?? least}`);
if (missed.length > 0 && !values.report) process.exitCode = 1;
