import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';
import { pages } from './typed-lines';

/** Commands of others that pages name in a sentence, with the options that pages name. Ours are parsed by our own parser. */
const known: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  terraform: {
    apply: ['-auto-approve', '-invoke', '-parallelism', '-refresh-only', '-replace', '-target'],
    destroy: ['-auto-approve', '-refresh', '-target'],
    fmt: [],
    get: [],
    graph: [],
    import: [],
    init: ['-backend', '-upgrade'],
    output: ['-json'],
    plan: ['-destroy', '-generate-config-out', '-out', '-refresh', '-refresh-only', '-detailed-exitcode'],
    'providers lock': [],
    query: ['-generate-config-out', '-json'],
    show: ['-json'],
    'state mv': [],
    'state rm': [],
    'state show': [],
    taint: [],
    test: ['-verbose'],
    untaint: [],
    validate: [],
  },
  cdktf: {
    deploy: ['--app', '--auto-approve', '--skip-provider-lock'],
    destroy: ['--app', '--auto-approve', '--skip-provider-lock'],
    diff: ['--app', '--skip-provider-lock'],
    get: [],
    init: [],
    synth: ['--app', '--hcl'],
  },
};

const commandsOf = (program: string): Readonly<Record<string, readonly string[]>> | undefined =>
  known[program === 'cdktn' ? 'cdktf' : program === 'tofu' ? 'terraform' : program];

const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(repositoryRoot, 'package.json'), 'utf8'),
);

/** What stands in a sentence, a table or a list of a page as code, and begins as a command does. */
const inlineIn = (page: string): readonly string[] => {
  const prose = readFileSync(join(repositoryRoot, page), 'utf8').replace(/^ *```.*?^ *```/gmsu, '');
  return [...prose.matchAll(/`((?:npx |npm run |terraform |tofu |cdkt[fn] )[^`\n]+)`/gu)].map(([, code = '']) => code);
};

/** Why a line is none that its program takes; undefined: it is. */
const whyNone = (line: string): string | undefined => {
  const words = line
    .replace(/^npx /, '')
    .replace(/ \\?[|>].*$/, '')
    .split(/\s+/);
  const [program = '', ...rest] = words;
  if (line.startsWith('npm run ')) return scripts[words[2] ?? ''] === undefined ? 'no script of that name' : undefined;
  if (program === 'forkcast' || program === 'terraform-provider-forkcast') return undefined;
  const commands = commandsOf(program);
  if (commands === undefined) return 'no program that is known here';
  const name = Object.keys(commands).find((one) => `${rest.join(' ')} `.startsWith(`${one} `));
  if (name === undefined) return `no command of ${program}`;
  const options = rest.flatMap((word) => /^--?[\w-]+/.exec(word) ?? []);
  const stranger = options.find((option) => commands[name]?.includes(option) !== true);
  return stranger === undefined ? undefined : `no option ${stranger} of ${program} ${name}`;
};

const all = pages.flatMap((page) => inlineIn(page).map((line) => ({ page, line })));

test('every command of another program in a sentence is one that it takes', () => {
  expect(all.length).toBeGreaterThan(30);
  expect(all.flatMap(({ page, line }) => (whyNone(line) === undefined ? [] : [[page, line, whyNone(line)]]))).toEqual(
    [],
  );
});

test.each([
  ['terraform aply', 'no command of terraform'],
  ['terraform show --jsn PLAN', 'no option --jsn of terraform show'],
  ['npx cdktf deploy --skip-lock', 'no option --skip-lock of cdktf deploy'],
  ['npx forecast check', 'no program that is known here'],
  ['npm run bild', 'no script of that name'],
])('%s is none: %s', (line, why) => {
  expect(whyNone(line)).toBe(why);
});
