// Where the time of a synth with validation goes: its parts, one after the other, in a process of their own.
// asked: { count, snapshot: path of the facts, out: folder }
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { answer, asked, timed } from '../kit/stopwatch.mjs';
import { forkProps } from './estate.mjs';

const require = createRequire(import.meta.url);
const { count, snapshot, out } = asked();
const { App, TerraformStack } = require('cdktf');
const { Forkcast, Service } = require('../../dist');
const { defaultCatalogue, reviewOf } = require('../../dist/rules/authoring');
const { lookOnce } = require('../../dist/constructs/carried-by');
const { parseSnapshot } = require('../../dist/domain');

const app = new App({ outdir: out, skipValidation: true });
const stack = new TerraformStack(app, 'bench');
new Forkcast(stack, 'forkcast', { project: 'demo', registry: 'http://127.0.0.1:9', facts: `facts:${snapshot}` });
const construct = (_, index) => new Service(stack, `fork-${index}`, forkProps(index));

const built = timed(() => Array.from({ length: count }, construct));
const json = timed(() => JSON.parse(readFileSync(snapshot, 'utf8')));
const facts = timed(() => parseSnapshot(json.value, `facts:${snapshot}`));
const requests = timed(() => {
  const createdFirst = lookOnce();
  return built.value.map((service) => service.toRequest(createdFirst));
});
const review = timed(() => reviewOf(requests.value, { facts: facts.value, catalogue: defaultCatalogue }));
const synth = timed(() => app.synth());
answer({
  buildMs: built.wallMs,
  readMs: json.wallMs,
  parseMs: facts.wallMs,
  requestsMs: requests.wallMs,
  reviewMs: review.wallMs,
  synthMs: synth.wallMs,
  findings: review.value.findings.length,
  holdings: review.value.holdings.length,
});
