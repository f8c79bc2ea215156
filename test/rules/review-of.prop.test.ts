import fc from 'fast-check';
import { defaultCatalogue } from '../../src/domain';
import { aFork, at, builderNow, someFacts } from '../../src/domain/testing';
import { reviewOf } from '../../src/rules';
import { expectEqual } from '../expect-equal';
import { anyFacts, someRequests } from './arbitraries';
import { runs } from '../whole';

describe('reviewOf', () => {
  test('judges whatever is declared, and every sentence is complete', () => {
    fc.assert(
      fc.property(someRequests, anyFacts, (requests, facts) => {
        const review = reviewOf(requests, { facts, catalogue: defaultCatalogue });
        expect(review.services).toHaveLength(requests.length);
        expect(review.findings.filter(({ summary }) => summary.length > 80)).toEqual([]);
        expect(review.findings.filter(({ detail, remedy }) => detail === '' || remedy === '')).toEqual([]);
        expect(review.undecided.filter(({ missing }) => missing.length === 0)).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });

  test('does not depend on the order in which services are declared', () => {
    fc.assert(
      fc.property(someRequests, anyFacts, (requests, facts) => {
        const options = { facts, catalogue: defaultCatalogue };
        const said = (given: typeof requests) => {
          const review = reviewOf(given, options);
          return { ...review, services: review.services.map(({ subject, ...own }) => [subject.request, own]) };
        };
        expectEqual(said([...requests].reverse()), said(requests));
      }),
      { numRuns: runs(100) },
    );
  });

  test('a recovery target moved deeper into the window never adds an error', () => {
    const facts = someFacts();
    const middle = (at('2026-11-07T03:30:00Z') + builderNow) / 2;
    const rulesAt = (instant: number): readonly string[] => {
      const request = aFork({ userConfig: { recovery_target_time: new Date(instant).toISOString() } });
      return reviewOf([request], { facts, catalogue: defaultCatalogue })
        .findings.filter(({ severity }) => severity === 'error')
        .map(({ ruleId }) => ruleId);
    };
    const span = 20 * 86_400_000;
    fc.assert(
      fc.property(
        fc.integer({ min: -span, max: span }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (offset, share) => {
          const before = rulesAt(middle + offset);
          const deeper = rulesAt(middle + Math.trunc(offset * share));
          expect(before).toEqual(expect.arrayContaining([...deeper]));
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
