import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { commands } from '../../src/cli/commands/list';
import { buildProgram } from '../../src/cli/program';
import { aFolder, forkcast, json } from './a-terminal';

const folder = aFolder();
const inFolder = (...words: string[]) => forkcast(words, { cwd: folder.path });

describe('help', () => {
  test('the program shows what people do first', async () => {
    const { exitCode, out } = await inFolder('--help');
    expect(exitCode).toBe(0);
    expect(out).toContain('Three things people do first:\n  forkcast registry init --world demo');
  });

  test.each(commands.map(({ name }) => [name]))('%s has a description, examples and exit codes', async (name) => {
    const { exitCode, out, err } = await inFolder(...name.split(' '), '--help');
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toMatch(/\n\n[A-Z].*\n[\s\S]*\nExamples:\n {2}forkcast .*\n {6}\S[\s\S]*\nExit codes:\n {2}0 {3}\S/);
  });

  test('for the line of a command it takes what it takes in the whole program', () => {
    const nothing = (): void => undefined;
    const output = { out: nothing, err: nothing, columns: 80 };
    const whole = buildProgram('1.2.3', output, nothing);
    const takenIn = (start: Command | undefined, words: readonly string[]) => {
      const found = words.reduce<Command | undefined>(
        (at, word) => at?.commands.find((each) => each.name() === word),
        start,
      );
      return [found?.summary(), found?.options.map(({ flags }) => flags), found?.registeredArguments.length];
    };
    for (const { name } of commands) {
      const words = name.split(' ');
      const alone = buildProgram('1.2.3', output, nothing, [...words, 'orders']);
      expect([name, takenIn(alone, words)]).toEqual([name, takenIn(whole, words)]);
    }
  });

  test.each([[[]], [['registry']], [['service']]])('%j alone is a usage error that shows the help', async (words) => {
    const { exitCode, out, err } = await inFolder(...words);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain('Usage: forkcast');
  });
});

describe('usage errors end with 2', () => {
  test.each([
    [['nonsense'], "unknown command 'nonsense'"],
    [['registry', 'statsu'], 'Did you mean status?'],
    [['registry', 'status', '--nonsense'], "unknown option '--nonsense'"],
    [['registry', 'status', 'extra'], 'too many arguments'],
    [['registry', 'advance'], "missing required argument 'duration'"],
    [['registry', 'advance', 'soon'], 'A duration is a number with ms, s, m, h, d or w'],
    [['registry', 'status', '--format', 'xml'], 'Allowed: text, json.'],
    [['registry', 'clock', 'factor'], 'A number goes with factor'],
    [['service', 'create', 'a', '-p', 'startup-4'], "required option '-t, --service-type <type>' not specified"],
    [['check', '.', '--now', 'yesterday'], 'A time is ISO 8601'],
    [['registry', 'status', '--registry', 'oracle:x'], 'a registry is sqlite:PATH'],
  ])('%j: %s', async (words, message) => {
    const { exitCode, out, err } = await inFolder(...words);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(/^error: /);
    expect(err).toContain(message);
  });

  test('they name the help of the command', async () => {
    expect((await inFolder('registry', 'advance', 'soon')).err).toContain('Help: forkcast registry advance --help');
  });

  test('with --format json they are one object on stdout too', async () => {
    const ran = await inFolder('registry', 'advance', '--format', 'json');
    expect(json(ran)).toEqual({
      formatVersion: 1,
      error: { code: 'FC_USAGE', message: expect.stringContaining('missing required argument'), exitCode: 2 },
    });
  });
});

describe('what cannot be reached ends with 3', () => {
  test('a registry that nobody made', async () => {
    const { exitCode, err } = await inFolder('registry', 'status');
    expect(exitCode).toBe(3);
    expect(err).toContain('forkcast registry init');
    expect(err).toContain('forkcast explain FC_');
  });

  test('a registry where nothing listens', async () => {
    const ran = await inFolder('registry', 'status', '--registry', 'http://127.0.0.1:9', '--format', 'json');
    expect(ran.exitCode).toBe(3);
    expect(json(ran)).toMatchObject({ error: { code: 'FC_REGISTRY_UNREACHABLE', exitCode: 3 } });
  });

  test.each(['--registry', 'FORKCAST_REGISTRY'])('a snapshot that %s names and that is not there', async (by) => {
    writeFileSync(join(folder.path, 'manifest.json'), '{"stacks":{}}');
    const named = 'facts:missing.json';
    const flag = by === '--registry' ? ['--registry', named] : [];
    const env = by === '--registry' ? {} : { FORKCAST_REGISTRY: named };
    const { exitCode, err } = await forkcast(['check', '.', ...flag], { cwd: folder.path, env });
    expect(exitCode).toBe(3);
    expect(err).toContain('missing.json');
  });
});

describe('colour', () => {
  const coloured = (env: Readonly<Record<string, string>>, isTerminal: boolean) =>
    forkcast(['explain', 'source/not-found'], { cwd: folder.path, env, isTerminal });

  test.each([
    ['on a terminal', {}, true, true],
    ['into a pipe', {}, false, false],
    ['with NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['on a dumb terminal', { TERM: 'dumb' }, true, false],
  ])('%s', async (_where, env, isTerminal, expected) => {
    expect((await coloured(env, isTerminal)).out.includes('\u001b[')).toBe(expected);
  });
});
