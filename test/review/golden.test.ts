import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReviewCard } from '../../src/domain';
import { cardRenderers, markdownParts } from '../../src/review';
import { expectGolden } from '../golden';

const folder = join(__dirname, '../golden/review');

/** A stored review of release 0.1.0, as a team may have kept it: it is shown by every later release. */
const stored = () => parseReviewCard(readFileSync(join(folder, 'card-0.1.0.json'), 'utf8'), 'card-0.1.0.json');

const pages: Readonly<Record<string, () => string>> = {
  'card.txt': () => cardRenderers.text(stored(), { columns: 100 }),
  'card.md': () => cardRenderers.markdown(stored()),
  'card.html': () => cardRenderers.html(stored()),
  'card.sarif': () => cardRenderers.sarif(stored()),
  'card.xml': () => cardRenderers.junit(stored()),
  'card.github.txt': () => cardRenderers.github(stored()),
};

describe('a stored review', () => {
  test.each(Object.keys(pages))('is shown byte for byte as before: %s', (name) => {
    expectGolden(join(folder, name), pages[name]?.() ?? '');
  });

  test('is stored again as it was', () => {
    expect(cardRenderers.json(stored())).toBe(readFileSync(join(folder, 'card-0.1.0.json'), 'utf8'));
  });

  test('is one comment', () => {
    expect(markdownParts(stored(), 65_536)).toHaveLength(1);
  });
});
