import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../src/cli/commands/list';
import { repositoryRoot } from './source-tree';

const docs = join(repositoryRoot, 'docs');
const textOf = (path: string): string => readFileSync(join(docs, path), 'utf8');
const targetsOf = (index: string) =>
  [...textOf(index).matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)].map(([, path = '', place]) => ({ path, place }));

const headings = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );

test('the index by task leads to every page', () => {
  const pages = readdirSync(docs).filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect(pages.filter((page) => !targetsOf('README.md').some(({ path }) => path === page))).toEqual([]);
});

test.each(['README.md', 'cli.md'])('%s leads only to what is there, and to headings of it', (index) => {
  const targets = targetsOf(index);
  expect(targets.length).toBeGreaterThan(10);
  const wrong = targets.filter(
    ({ path, place }) => !existsSync(join(docs, path)) || (place !== undefined && !headings(path).includes(place)),
  );
  expect(wrong).toEqual([]);
});

test('each command stands in the index of the command line, and on one page of it', () => {
  const pages = readdirSync(join(docs, 'cli')).map((name) => textOf(join('cli', name)));
  const places = targetsOf('cli.md').map(({ place }) => place);
  const wrong = commands.filter(({ name }) => {
    const heading = `\n## forkcast ${name}\n`;
    const count = pages.filter((page) => page.includes(heading)).length;
    return count !== 1 || !places.includes(`forkcast-${name.replaceAll(' ', '-')}`);
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});
