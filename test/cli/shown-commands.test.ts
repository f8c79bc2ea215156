import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { commands } from '../../src/cli/commands/list';
import { buildProgram } from '../../src/cli/program';
import { repositoryRoot } from '../source-tree';

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

const output = { out: () => undefined, err: () => undefined, columns: 100 };

/** Words as a shell reads them. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) => word.replace(/(['"])(.*?)\1/g, '$2'));

/** Of words that a page has for a reader to choose from, such as `patch|write`, the first; one in capitals stands for any. */
const chosen = (word: string): string => (/^[\w=-]+(?:\|\w+)+$/.test(word) ? word.replace(/\|.*$/, '') : word);
const isAny = (words: readonly string[], message: string): boolean =>
  words.some((word) => /^[A-Z]{2,}$/.test(word) && message.includes(`'${word}'`));

/** What the parser of the command line has against a line; undefined: nothing. Nothing is run. */
const whyRefused = async (line: string): Promise<string | undefined> => {
  const words = wordsOf(line).slice(1).map(chosen);
  try {
    await buildProgram('1.2.3', output, () => undefined).parseAsync(words, { from: 'user' });
    return undefined;
  } catch (error) {
    const { code = '', message } = error instanceof CommanderError ? error : { message: String(error) };
    if (code === 'commander.helpDisplayed' || code === 'commander.version') return undefined;
    // A sentence names an option without its value; the parser knows the option.
    if (code === 'commander.optionMissingArgument' && words.at(-1)?.startsWith('-') === true) return undefined;
    return code === 'commander.invalidArgument' && isAny(words, message) ? undefined : message;
  }
};

/** A sentence may name a command, or a group of them, without what it is to be given. */
const isNamed = (line: string): boolean => {
  const name = line.replace(/^forkcast ?/, '');
  return ['', 'COMMAND --help', ...names, ...groups].includes(name);
};

test('pages show command lines', () => {
  expect(lines.length).toBeGreaterThan(100);
});

test('every command line that a page shows is one that our parser takes, with its words and options', async () => {
  const faults: (readonly [string, string])[] = [];
  for (const line of lines.filter((one) => !isNamed(one))) {
    const why = await whyRefused(line);
    if (why !== undefined) faults.push([line, why]);
  }
  expect(faults).toEqual([]);
});
