import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';
import { inWorkshop, whenTerraform } from './workshop';

/** Twice the id `fork` in one stack; the package as people get it. */
const colliding = `
const { App, TerraformStack } = require(${JSON.stringify(join(repositoryRoot, 'node_modules/cdktf'))});
const { Forkcast, Service } = require(${JSON.stringify(join(repositoryRoot, 'dist/index.js'))});
const app = new App();
const stack = new TerraformStack(app, 'rehearsal');
new Forkcast(stack, 'forkcast', { project: 'demo' });
const plain = { serviceType: 'pg', plan: 'business-4', cloudName: 'google-europe-west1' };
for (const serviceName of ['one', 'two']) new Service(stack, 'fork', { ...plain, serviceName });
app.synth();
`;

const ways = {
  'a rule': { sentence: '[clickhouse-fewer-nodes/fork] plan: Plan startup-16 has 1 of the 3 nodes' },
  'a missing snapshot': { env: { FORKCAST_REGISTRY: 'facts:missing.json' }, sentence: 'error: The facts of facts:' },
  'an id twice': {
    args: ['--app', 'node twice.js'],
    sentence: 'error: rehearsal/fork: its scope has a construct with this id',
  },
} as const;

interface Way {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly sentence: string;
}

/** The CLI of the toolkit says first what is wrong with an app that is refused in one of these ways. */
export const saysFirst = (...names: readonly (keyof typeof ways)[]): void =>
  whenTerraform(
    'what cdktf says of a refused app: first what is wrong, once on each stream, and no stack trace',
    () => {
      test.each(names)('%s', (name) => {
        const { env = {}, args = [], sentence }: Way = ways[name];
        inWorkshop('clickhouse-fewer-nodes', (workshop) => {
          writeFileSync(join(workshop.folder, 'twice.js'), colliding);
          const { code, text } = workshop.cdktf(['synth', ...args], { CI: '1', ...env });
          expect(code).toBe(1);
          expect(text.split('\n')[0]).toContain(sentence);
          // The CLI repeats on its stderr what it logged of the app's.
          expect(text.split(sentence)).toHaveLength(3);
          expect(text).not.toMatch(/^\s+at /m);
        });
      });
    },
  );
