import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../src/cli/commands/list';
import { repositoryRoot } from '../source-tree';
import { forkcast } from './a-terminal';

const names = commands.map(({ name }) => name);
const groups = new Set(names.flatMap((name) => name.split(' ').slice(0, -1)));

const pages: readonly string[] = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...['docs', 'examples'].flatMap((folder) =>
    readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && !file.startsWith('decisions/'))
      .map((file) => join(folder, file)),
  ),
];

/** Every command line of ours that a page shows: in a fenced block, in a transcript, or in a sentence. */
const shown = pages.flatMap((page) => {
  const text = readFileSync(join(repositoryRoot, page), 'utf8');
  const [inside, outside] = [0, 1].map((even) =>
    text
      .split(/^```.*$/m)
      .filter((_, part) => part % 2 !== even)
      .join('\n'),
  );
  const lines = inside?.match(/^ *(?:\$ )?(?:npx )?forkcast (?!=).*$/gm) ?? [];
  const spans = outside?.match(/`(?:npx )?forkcast [^`\n]+`/g) ?? [];
  return [...lines, ...spans].map((line) => line.replace(/`/g, '').replace(/ +# .*$| [|>].*$|(?<=\w)\.(?: .*)?$/, ''));
});

const lines = [...new Set(shown.map((line) => line.replace(/^ *(?:\$ )?/, '').replace(/^npx /, '')))].sort();

const helps = new Map<string, string>();
const helpOf = async (name: string): Promise<string> => {
  const known = helps.get(name);
  if (known !== undefined) return known;
  const { out } = await forkcast([...name.split(' '), '--help'], { cwd: repositoryRoot });
  helps.set(name, out);
  return out;
};

/** What a line names that is not there: a command, or an option of it. */
const unknownIn = async (line: string): Promise<readonly string[]> => {
  const words = line.split(/\s+/).slice(1);
  const named = names.find((one) => `${words.join(' ')} `.startsWith(`${one} `));
  const isGeneral = /^(?:--version|--help|help|COMMAND|\[|<)/.test(words[0] ?? '') || groups.has(words.join(' '));
  if (named === undefined) return isGeneral ? [] : [line];
  const options = words.flatMap((word) => /^--?[a-zA-Z][\w-]*/.exec(word) ?? []);
  const help = options.length === 0 ? '' : await helpOf(named);
  return options.filter((option) => !new RegExp(`(?:^|[\\s,])${option}(?=[\\s,<=]|$)`, 'm').test(help));
};

test('pages show command lines', () => {
  expect(lines.length).toBeGreaterThan(100);
});

test('every command line that a page shows is of a command that there is, with options that it has', async () => {
  const faults: (readonly [string, readonly string[]])[] = [];
  for (const line of lines) {
    const unknown = await unknownIn(line);
    if (unknown.length > 0) faults.push([line, unknown]);
  }
  expect(faults).toEqual([]);
});
