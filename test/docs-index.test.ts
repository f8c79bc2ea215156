import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './source-tree';

const docs = join(repositoryRoot, 'docs');
const index = readFileSync(join(docs, 'README.md'), 'utf8');
const targets = [...index.matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)].map(([, path = '', place]) => ({ path, place }));

test('the index by task leads to every page, and only to what is there', () => {
  const pages = readdirSync(docs).filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect(pages.filter((page) => !targets.some(({ path }) => path === page))).toEqual([]);
  expect(targets.filter(({ path }) => !existsSync(join(docs, path)))).toEqual([]);
});

test('a place that it leads to is a heading of the page', () => {
  const headings = (path: string): readonly string[] =>
    [...readFileSync(join(docs, path), 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
      text
        .toLowerCase()
        .replaceAll(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    );
  const wrong = targets.filter(({ path, place }) => place !== undefined && !headings(path).includes(place));
  expect(wrong).toEqual([]);
});
