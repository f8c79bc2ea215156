import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';
import { inWorkshop, whenTerraform, type Workshop } from './workshop';

const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
const section = readme.slice(readme.indexOf('## A first fork in five minutes')).split('\n## ', 2)[0] ?? '';

/** The commands of the section's shell blocks, as words. */
const commands: readonly (readonly string[])[] = [...section.matchAll(/```sh\n(.*?)```/gsu)]
  .flatMap(([, block = '']) => block.trim().split('\n'))
  .map((line) =>
    [...line.replace(/\s+#.*$/u, '').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/gu)].map(([, ...texts]) => texts.join('')),
  );

/** Only a clock that stands still can be advanced, and on it only what takes no time is ever done. */
const still = ['--clock', 'frozen', '--profile', 'instant'];

const run = (workshop: Workshop, words: readonly string[]) => {
  const [npx, program, ...args] = words;
  expect(npx).toBe('npx');
  expect(['forkcast', 'cdktf']).toContain(program);
  return program === 'forkcast'
    ? workshop.forkcast(...args, ...(args[1] === 'init' ? still : []))
    : workshop.cdktf(args.map((word) => word.replace('dist/', `${repositoryRoot}/dist/`)));
};

whenTerraform("README's first fork in five minutes", () => {
  test('holds the row for a reader who waits an hour before each command', () => {
    inWorkshop('first-fork', (workshop) => {
      const answers = commands.map((words) => {
        if (words[3] !== 'init') expect(workshop.forkcast('registry', 'advance', '1h')).toMatchObject({ code: 0 });
        const ran = run(workshop, words);
        expect(ran).toMatchObject({ code: 0 });
        return ran.text;
      });
      expect(answers).toHaveLength(6);
      expect(answers.at(-2)).toMatch(/defaultdb\s+customer-17\s+before the accident/u);
      expect(answers.at(-1)).toMatch(/copied\s+databases\s+defaultdb/u);
    });
  });
});
