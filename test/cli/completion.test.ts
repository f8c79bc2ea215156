import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aFolder, forkcast } from './a-terminal';

const folder = aFolder();

/** What bash offers for the last of the words. */
const offered = (script: string, ...words: readonly string[]): readonly string[] => {
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const asked = `COMP_WORDS=(forkcast ${quoted}); COMP_CWORD=${words.length}; _forkcast; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', `${script}\n${asked}`], { encoding: 'utf8' })
    .split('\n')
    .filter((word) => word !== '');
};

const onPath = (name: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((place) => existsSync(join(place, name)));

describe('completion', () => {
  test('bash offers commands, then flags, whatever was typed between', async () => {
    const { out } = await forkcast(['completion', 'bash'], { cwd: folder.path });
    expect(offered(out, 'serv')).toEqual(['service']);
    expect(offered(out, 'service', 'fork-')).toEqual(['fork-restore', 'fork-preview']);
    expect(offered(out, 'service', 'wait', 'orders', '--ti')).toEqual(['--timeout']);
    expect(offered(out, '--registry', 'sqlite:x', 'registry', 'tok')).toEqual(['token']);
    expect(offered(out, 'nothing-known', '')).toContain('check');
  });

  test('bash offers the values of a flag that has a choice of them, and leaves others to files', async () => {
    const { out } = await forkcast(['completion', 'bash'], { cwd: folder.path });
    expect(offered(out, 'service', 'list', '--format', '')).toEqual(expect.arrayContaining(['text', 'json']));
    expect(offered(out, 'service', 'list', '--format', 'j')).toEqual(['json']);
    expect(offered(out, 'service', 'list', '--registry', '')).toEqual([]);
    expect(offered(out, 'service', 'list', '--all-projects', '--f')).toEqual(['--format']);
    expect(offered(out, 'completion', 'z')).toEqual(['zsh']);
  });

  test('no flag is taken for an option of fish', async () => {
    const { out } = await forkcast(['completion', 'fish'], { cwd: folder.path });
    const splits = out.split('\n').filter((line) => line.includes('string split'));
    expect(splits.length).toBeGreaterThan(60);
    expect(splits.filter((line) => !/^ +string split -- ' ' '/.test(line))).toEqual([]);
  });

  (onPath('fish') ? test : test.skip)('fish offers flags and values', async () => {
    const { out } = await forkcast(['completion', 'fish'], { cwd: folder.path });
    const ask = (typed: string) =>
      execFileSync('fish', ['--no-config', '-c', `${out}\ncomplete -C '${typed}'`], { encoding: 'utf8' })
        .split('\n')
        .filter((word) => word !== '');
    expect(ask('forkcast service fork-')).toEqual(['fork-preview', 'fork-restore']);
    expect(ask('forkcast service list --all')).toEqual(['--all-projects']);
    expect(ask('forkcast service list --format j')).toEqual(['json']);
    expect(ask('forkcast service list --format ')).toEqual(['json', 'text']);
    expect(ask('forkcast completion z')).toContain('zsh');
  });

  test.each(['zsh', 'fish'])('%s has a script of its own, with every command', async (shell) => {
    const { exitCode, out } = await forkcast(['completion', shell], { cwd: folder.path });
    expect(exitCode).toBe(0);
    for (const words of ["'registry token create'", "'service fork-restore'", '--all-projects'])
      expect(out).toContain(words);
  });

  test('another shell is a usage error', async () => {
    expect((await forkcast(['completion', 'tcsh'], { cwd: folder.path })).exitCode).toBe(2);
  });
});
