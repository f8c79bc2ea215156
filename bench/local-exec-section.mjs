import { join } from 'node:path';
import { runNode } from './kit/processes.mjs';

const line = /^(?<what>.+): (?<value>[\d.]+) (?<unit>\S+)(?: \(bar (?<bar>[\d.]+): \w+\))?$/;

const rowOf = (text) => {
  const { what, value, unit, bar } = line.exec(text)?.groups ?? {};
  if (what === undefined) throw new Error(`bench/local-exec.mjs printed a line that is no measurement: ${text}`);
  return {
    what,
    value: Number(value),
    unit: unit === 'x' ? '×' : unit,
    ...(bar === undefined ? {} : { bar: Number(bar) }),
  };
};

/** What `local-exec.mjs` prints, as a section. */
export const measure = () => {
  const { stdout } = runNode([join(import.meta.dirname, 'local-exec.mjs')], { limitMs: 300_000 });
  return {
    title: 'Forks through Terraform',
    lead:
      'Real `terraform apply` and `destroy` of 100 forks through local-exec on a registry with the profile `instant`, ' +
      'against the same resources with a `local-exec` of `node -e 0`. A fork is two processes: one that makes it, one that ends it.',
    rows: stdout.trim().split('\n').map(rowOf),
  };
};
