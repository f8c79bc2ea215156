import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardRenderers } from '../../../src/review';
import { parseReviewCard } from '../../../src/domain';
import { sharedStyle } from '../../../src/review/render/shared-style';
import { frameStory, gutter, layOutAxis, placeAt, tellFork } from '../../../src/time';
import { repositoryRoot } from '../../source-tree';

const card = parseReviewCard(
  readFileSync(join(repositoryRoot, 'test/golden/review/card-0.1.0.json'), 'utf8'),
  'card-0.1.0.json',
);

test('the style that the card has of the console is written anew', () => {
  const made = execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      "import { makeSharedStyle } from './scripts/shared-style.mjs'; process.stdout.write((await makeSharedStyle())[1])",
    ],
    { cwd: repositoryRoot, encoding: 'utf8' },
  );
  expect(readFileSync(join(repositoryRoot, 'src/review/render/shared-style.ts'), 'utf8')).toBe(made);
  expect(sharedStyle).toMatch(/^:root\{[^}]*--primary:[^]*prefers-color-scheme:dark[^]*\.axis \.cursor/);
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

  test('draws the axis of each fork as the console does, and its recovery point through no words', () => {
    const told = card.services.flatMap((service) => tellFork(service, card.now) ?? []);
    const axes = page.split('<svg class="axis"').slice(1);
    expect([told.length > 1, axes.length]).toEqual([true, told.length]);
    for (const [index, story] of told.entries()) {
      const view = { ...frameStory(story), width: 690 };
      const at = story.forks[0]?.at;
      const { labels, ticks, lanes } = layOutAxis(story, view, at);
      const drawn = axes[index] ?? '';
      for (const { label } of [...ticks, ...labels.map(({ label: { text } }) => ({ label: text }))])
        expect(drawn).toContain(`>${label}</text>`);
      expect(drawn.match(/class="window /g)?.length ?? 0).toBe(lanes.filter(({ window }) => window !== null).length);
      if (at === undefined) continue;
      const x = gutter.left + placeAt(view, at);
      expect(labels.filter(({ box }) => box.x < x && x < box.x + box.width)).toEqual([]);
      expect(drawn).toContain(`<line class="cursor" x1="${Math.round(x * 10) / 10}"`);
    }
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
