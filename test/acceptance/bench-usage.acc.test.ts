import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';

const bench = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(repositoryRoot, 'bench/run.mjs'), ...args], {
    encoding: 'utf8',
  });
  return [status, stdout, stderr];
};

test.each([
  [['--help'], 0, /^usage: npm run bench .*NAME is one of synth, /s, /^$/],
  [['--hlep'], 2, /^$/, /^There is no option --hlep\.\nusage: /],
  [['nothing'], 2, /^$/, /^There is no benchmark nothing; there are synth, /],
])('npm run bench -- %s', (args, code, says, errs) => {
  expect(bench(...args)).toEqual([code, expect.stringMatching(says), expect.stringMatching(errs)]);
});
