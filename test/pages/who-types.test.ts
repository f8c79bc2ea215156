import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';
import { pages, typedIn } from './typed-lines';
import { notTyped, typistOf, typists, whyNotTyped } from './who-types';

const all = pages.flatMap(typedIn);

test('every line that a page says to type is typed by a test, or it stands here why not', () => {
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter((line) => typistOf(line) === undefined && whyNotTyped(line) === undefined)).toEqual([]);
});

test('each reason is of a line that is there', () => {
  const stale = notTyped.filter((one) => !all.some(({ page, line }) => one.page.test(page) && one.line.test(line)));
  expect(stale).toEqual([]);
});

test('each test has lines to type, and takes them from the page', () => {
  for (const { page, test: file } of typists) {
    expect([String(page), all.some((line) => page.test(line.page) && typistOf(line) === file)]).toEqual([
      String(page),
      true,
    ]);
    expect(readFileSync(join(repositoryRoot, file), 'utf8')).toMatch(/typedBy\(|'README\.md'/);
  }
});

test('a prompt, and what is said beside a line, are no part of it', () => {
  expect(typedIn('examples/own-rules/README.md').map(({ line }) => line)).toEqual(['npm test', 'npm run check']);
});
