import * as fc from 'fast-check';
import { parseReviewCard, type JsonValue, type ReviewCard } from '../../../src/domain';
import { markdownParts, shortestMarkdown } from '../../../src/review';
import { aCard, manyForks, mixedRequests } from '../a-card';
import { corpus } from './corpus';
import { runs } from '../../whole';

const bytes = (text: string): number => Buffer.byteLength(text);
const limits = [shortestMarkdown, 10_000, 32_768, 65_536, 1_000_000];

/** Of the whole of Unicode; fast-check's own unit for that draws up a table of a million characters first. */
const anyCharacters = fc.array(fc.nat({ max: 0x10ffff })).map((points) => String.fromCodePoint(...points));

const expectWhole = (part: string): void => {
  expect((part.match(/^```/gm) ?? []).length % 2).toBe(0);
  const withoutFences = part.replace(/```[a-z]+\n[^`]*\n```/g, '');
  expect((withoutFences.match(/<details>/g) ?? []).length).toBe((withoutFences.match(/<\/details>/g) ?? []).length);
  expect((withoutFences.match(/<summary>/g) ?? []).length).toBe((withoutFences.match(/<\/summary>/g) ?? []).length);
};

describe('a card in comments of a limited length', () => {
  const cards = [aCard([]), aCard(mixedRequests()), aCard(manyForks(40)), aCard(manyForks(150))];

  test.each(limits)('of %d bytes: every part fits, is whole, and has the marker that a bot looks for', (limit) => {
    for (const card of cards) {
      const parts = markdownParts(card, limit);
      parts.forEach((part, index) => {
        expect(bytes(part)).toBeLessThanOrEqual(limit);
        expect(
          part.startsWith(index === 0 ? '<!-- forkcast:review -->\n' : `<!-- forkcast:review:${index + 1} -->\n`),
        ).toBe(true);
        expectWhole(part);
      });
      const whole = parts.join('');
      const named = card.services.flatMap(({ findings, side }) =>
        findings.flatMap(({ ruleId }) => [ruleId, side.name]),
      );
      expect(named.filter((name) => name === null || !whole.includes(name))).toEqual([]);
    }
  });

  test('what fits is not cut', () => {
    for (const card of cards) expect(markdownParts(card, 10_000_000)).toHaveLength(1);
  });

  test('above 100 forks there is a table in place of the picture', () => {
    expect(markdownParts(aCard(manyForks(100))).join('')).toContain('```mermaid');
    expect(markdownParts(aCard(manyForks(101))).join('')).not.toContain('```mermaid');
  });

  test('texts of any kind and length fit into the shortest comment', () => {
    const fixed = ['kind', 'severity', 'standing', 'state', 'role', 'asked', 'instants', 'item', 'why', 'end'];
    const base = aCard(mixedRequests());
    const text = fc.oneof(fc.constantFrom(...corpus), fc.string({ maxLength: 2_000 }), anyCharacters);
    fc.assert(
      fc.property(text, fc.constantFrom(...limits), (hostile, limit) => {
        const json = JSON.stringify(base, (key: string, value: JsonValue) =>
          typeof value === 'string' && !fixed.includes(key) && !/^\d{4}-\d\d-\d\dT/.test(value) ? hostile : value,
        );
        const card: ReviewCard = parseReviewCard(json, 'hostile');
        for (const part of markdownParts(card, limit)) {
          expect(bytes(part)).toBeLessThanOrEqual(limit);
          expectWhole(part);
        }
      }),
      { numRuns: runs(30) },
    );
  });
});
