import * as fc from 'fast-check';
import { renderers } from '../../../src/review';
import { anyReview } from './a-review';

describe.each(Object.entries(renderers))('renderer %s', (_name, render) => {
  test('renders any review, the same bytes each time, and changes nothing in it', () => {
    fc.assert(
      fc.property(anyReview, fc.integer({ min: 1, max: 200 }), (review, columns) => {
        const before = JSON.stringify(review);
        const text = render(review, { columns });
        expect(text).toBe(render(review, { columns }));
        expect(text.endsWith('\n')).toBe(true);
        expect(JSON.stringify(review)).toBe(before);
      }),
    );
  });

  test('mentions every finding, everything undecided, everything stale', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        const text = render(review);
        const said = [
          ...review.findings,
          ...review.undecided,
          ...review.holdings.map(({ address }) => ({ address, ruleId: '' })),
        ];
        for (const { ruleId, address } of said) {
          expect(text).toContain(ruleId);
          expect(text).toContain(address);
        }
        for (const { acknowledgement } of review.staleAcknowledgements) expect(text).toContain(acknowledgement.ruleId);
      }),
    );
  });

  test('has no colour unless it is asked for', () => {
    fc.assert(fc.property(anyReview, (review) => !render(review).includes('\u001b[3')));
  });
});
