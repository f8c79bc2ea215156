import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { answer, asked, memoryMb, timed } from '../kit/stopwatch.mjs';

const require = createRequire(import.meta.url);
const room = (name) => require(`../../dist/${name}`);
const { work, plan, facts } = asked();

const textOf = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const prepared = () => {
  const [{ parseSnapshot, defaultCatalogue }, { readInputs }] = [room('domain'), room('intake')];
  const [{ reviewOf }, { cardRenderers, assembleCard }] = [room('rules'), room('review')];
  const known = parseSnapshot(JSON.parse(readFileSync(facts, 'utf8')), 'facts:facts.json');
  return () => {
    const read = timed(() => readInputs(textOf, [plan]));
    const checked = timed(() => reviewOf(read.value, { facts: known, catalogue: defaultCatalogue }));
    const rendered = timed(() => cardRenderers.markdown(assembleCard(checked.value)));
    return {
      readMs: read.wallMs,
      checkedMs: checked.wallMs,
      renderedMs: rendered.wallMs,
      services: read.value.length,
      findings: checked.value.findings.length,
      bytes: Buffer.byteLength(rendered.value),
    };
  };
};

const run = work === 'parse' ? () => ({ keys: Object.keys(JSON.parse(textOf(plan) ?? '')).length }) : prepared();
const { value, wallMs: workMs } = timed(run);
answer({ ...value, workMs, ...memoryMb() });
