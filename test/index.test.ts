import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing, TerraformStack } from 'cdktf';
import { Forkcast, Service, type ForkcastProps } from '../src';
import { createEmbedded } from '../src/registry/embedded';
import { defaultWorld } from './registry/default-world';
import { shownBy } from './constructs/an-app';

const folder = join(tmpdir(), 'on-disk');
mkdirSync(join(folder, 'a-folder'), { recursive: true });
const at = (name: string): string => join(folder, name);
const file = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};

/** What a synth of one fork says, of what it finds on the disk: its notes, or what refuses it. */
const synthesized = (props: Partial<ForkcastProps>): string => {
  const app = Testing.app();
  const stack = new TerraformStack(app, 'demo');
  try {
    new Forkcast(stack, 'forkcast', { project: 'demo', ...props });
    new Service(stack, 'fork', {
      serviceName: 'fork',
      serviceType: 'pg',
      plan: 'business-4',
      cloudName: 'google-europe-west1',
      userConfig: { serviceToForkFrom: 'orders' },
    });
    app.synth();
    return shownBy(app).join('\n');
  } catch (error) {
    return error instanceof Error ? (error.stack ?? '') : String(error);
  }
};

const registry = (): string => {
  const path = at('registry.db');
  const wallClock = { now: () => Date.parse('2026-11-20T08:00:00Z') };
  createEmbedded({ path, wallClock, world: defaultWorld, seed: 's', id: 'i' }).close();
  return path;
};

describe('the facts that a synth reads from the disk', () => {
  const snapshot = join(__dirname, 'intake/real-plans/facts.json');
  copyFileSync(snapshot, at('facts.json'));
  const text = readFileSync(snapshot, 'utf8');

  test.each([
    ['a snapshot', `facts:${at('facts.json')}`, 'project/unknown-project'],
    ['a snapshot with a byte order mark', `facts:${file('marked.json', `\uFEFF${text}`)}`, 'project/unknown-project'],
    ['a registry', `sqlite:${registry()}`, 'source/not-found'],
    ['a snapshot that is not there', `facts:${at('nowhere.json')}`, 'nowhere.json'],
    ['a folder', `facts:${at('a-folder')}`, 'EISDIR'],
    ['a file where a folder should be', `facts:${at('facts.json')}/x`, 'ENOTDIR'],
    ['no JSON', `facts:${file('prose', 'hello')}`, 'FC_FACTS_UNREADABLE'],
    ['another JSON', `facts:${file('package.json', '{"name":"x"}')}`, 'FC_FACTS_UNREADABLE'],
    ['an empty file', `facts:${file('empty', '')}`, 'FC_FACTS_UNREADABLE'],
    ['a registry that is not there', `sqlite:${at('nowhere.db')}`, 'forkcast registry init'],
    ['a registry that is none', `sqlite:${file('prose.db', 'hello')}`, 'FC_FACTS_UNREADABLE'],
    ['a registry that is a folder', `sqlite:${at('a-folder')}`, 'FC_FACTS_UNREADABLE'],
    ['a place that is none', 'nowhere', 'a registry is sqlite:PATH'],
  ])('%s', (_, facts, said) => {
    expect(synthesized({ facts })).toContain(said);
  });
});

describe('the acknowledgements that a synth reads from the disk', () => {
  const accepted = JSON.stringify({
    formatVersion: 1,
    acknowledgements: [{ rule: 'naming/no-such-rule', reason: 'so', within: 'demo' }],
  });

  test.each([
    [
      'a file with a byte order mark',
      file('marked-accepted.json', `\uFEFF${accepted}`),
      /The acknowledgement of naming\/no-such-rule .* has no effect/,
    ],
    ['a file', file('accepted.json', accepted), /The acknowledgement of naming\/no-such-rule .* has no effect/],
    ['a file that is not there', at('nowhere.json'), /nowhere\.json cannot be read: .*ENOENT/],
    ['a folder', at('a-folder'), /a-folder cannot be read: .*EISDIR/],
    ['a file where a folder should be', `${file('prose', 'hello')}/x`, /x cannot be read: .*ENOTDIR/],
    ['no JSON', at('prose'), /FC_CONFIGURATION/],
  ])('%s', (_, acknowledgements, said) => {
    expect(synthesized({ acknowledgements, facts: { read: () => undefined } })).toMatch(said);
  });
});
