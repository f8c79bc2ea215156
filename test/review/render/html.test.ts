import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardRenderers } from '../../../src/review';
import { parseReviewCard } from '../../../src/domain';
import { htmlStyle } from '../../../src/review/render/html-style';
import { repositoryRoot } from '../../source-tree';

const card = parseReviewCard(
  readFileSync(join(repositoryRoot, 'test/golden/review/card-0.1.0.json'), 'utf8'),
  'card-0.1.0.json',
);

/** The colours of the two schemes that a style names, light first. */
const coloursIn = (style: string): readonly Readonly<Record<string, string>>[] =>
  style
    .split(':root')
    .slice(1)
    .map((block) =>
      Object.fromEntries(
        [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]+)/g)].map(([, name = '', colour = '']) => [name, colour]),
      ),
    );

test('the card has the colours of the console', () => {
  const [light = {}, dark = {}] = coloursIn(htmlStyle);
  expect([Object.keys(light).length, Object.keys(dark).length]).toEqual([14, 14]);
  expect(coloursIn(readFileSync(join(repositoryRoot, 'src/console/style/tokens.css'), 'utf8'))).toEqual([
    expect.objectContaining(light),
    expect.objectContaining(dark),
  ]);
});

describe('the page', () => {
  const page = cardRenderers.html(card);
  const errors = card.services.flatMap(({ findings }) =>
    findings.filter(({ severity, acknowledged }) => severity === 'error' && acknowledged === null),
  );

  test('begins with what stops: address, sentence and remedy, before the lineage', () => {
    expect(errors.length).toBeGreaterThan(0);
    const [stops, lineage] = [page.indexOf('What stops'), page.indexOf('<h2>Lineage</h2>')];
    expect([stops > 0, lineage === -1 || stops < lineage]).toEqual([true, true]);
    const head = page.slice(stops, lineage);
    for (const { ruleId } of errors) expect(head).toContain(ruleId);
    expect(head).toContain('Remedy:');
  });

  test('says each of them whole once', () => {
    for (const { remedy } of errors) {
      const text = remedy
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;')
        .replaceAll('<', '&lt;');
      expect([remedy, page.split(text).length - 1]).toEqual([remedy, 1]);
    }
  });

  test('has the forks at a glance, before the lineage', () => {
    const glance = page.slice(page.indexOf('<h2>Forks</h2>'), page.indexOf('<h2>Lineage</h2>'));
    const names = card.services.flatMap(({ fork, side }) => (fork === null ? [] : (side.name ?? [])));
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !glance.includes(`<td>${name}</td>`))).toEqual([]);
  });

  test('draws the recovery point through no words', () => {
    const figures = page.split('<figure class="time">').slice(1);
    const numbers = (text: string, pattern: RegExp): readonly (readonly number[])[] =>
      [...text.matchAll(pattern)].map(([, ...found]) => found.map(Number));
    const crossed = figures.flatMap((figure) => {
      const labels = numbers(figure, /<text x="0" y="([0-9]+)"/g).flat();
      const lines = numbers(figure, /<line class="point"[^>]* y1="([0-9]+)" y2="([0-9]+)"/g);
      expect(lines).toHaveLength(labels.length);
      return lines.filter(([from = 0, to = 0]) => labels.some((y) => y > from && y - 12 < to));
    });
    expect([figures.length > 0, crossed]).toEqual([true, []]);
  });

  test('says of a price that nobody knows that it is not known', () => {
    const services = card.services.map((service) =>
      service.fork === null ? service : { ...service, fork: { ...service.fork, price: null } },
    );
    expect(cardRenderers.html({ ...card, services })).toContain('<dt>Price</dt><dd>not known</dd>');
  });

  test('folds a long lineage, and shows a short one', () => {
    const [node] = card.lineage.nodes;
    const names = Array.from({ length: 12 }, (_, index) => `service-${index}`);
    const nodes = names.map((name) => ({ cloud: null, state: 'live' as const, ...node, name }));
    const edges = names.slice(1).map((fork) => ({ source: 'service-0', fork, at: null }));
    const long = cardRenderers.html({ ...card, lineage: { nodes, edges } });
    expect(long).toContain('<details><summary>12 services</summary>');
    expect(page).not.toContain('<details><summary>');
  });
});
