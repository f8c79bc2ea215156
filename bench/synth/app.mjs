// One synth of `count` forks in a process of its own.
// asked: { count, validation: true | false, snapshot: path of the facts, out: folder }
import { createRequire } from 'node:module';
import { answer, asked, memoryMb, timed } from '../kit/stopwatch.mjs';
import { forkProps } from './estate.mjs';

const require = createRequire(import.meta.url);
const { count, validation, snapshot, out } = asked();
const { App, TerraformStack } = require('cdktf');
const { Forkcast, Service } = require('../../dist');

const build = () => {
  const app = new App({ outdir: out, skipValidation: !validation });
  const stack = new TerraformStack(app, 'bench');
  new Forkcast(stack, 'forkcast', { project: 'demo', registry: 'http://127.0.0.1:9', facts: `facts:${snapshot}` });
  for (let index = 0; index < count; index += 1) new Service(stack, `fork-${index}`, forkProps(index));
  return app;
};

const whole = timed(() => {
  const built = timed(build);
  const synth = timed(() => built.value.synth());
  return { buildMs: built.wallMs, synthMs: synth.wallMs };
});
answer({ ...whole.value, buildAndSynthMs: whole.wallMs, cpuMs: whole.cpuMs, ...memoryMb() });
