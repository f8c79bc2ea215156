import { execFileSync } from 'node:child_process';
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

describe('completion', () => {
  test('bash offers commands, then flags, whatever was typed between', async () => {
    const { out } = await forkcast(['completion', 'bash'], { cwd: folder.path });
    expect(offered(out, 'serv')).toEqual(['service']);
    expect(offered(out, 'service', 'fork-')).toEqual(['fork-restore', 'fork-preview']);
    expect(offered(out, 'service', 'wait', 'orders', '--ti')).toEqual(['--timeout']);
    expect(offered(out, '--registry', 'sqlite:x', 'registry', 'tok')).toEqual(['token']);
    expect(offered(out, 'nothing-known', '')).toContain('check');
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
