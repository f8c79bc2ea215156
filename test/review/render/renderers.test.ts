import * as fc from 'fast-check';
import { renderers } from '../../../src/review';
import { anyReview } from './a-review';

describe.each(Object.entries(renderers))('renderer %s', (_name, render) => {
  test('renders any review, the same bytes each time, and changes nothing in it', () => {
    fc.assert(
      fc.property(anyReview, fc.integer({ min: 1, max: 200 }), ({ card }, columns) => {
        const before = JSON.stringify(card);
        const text = render(card, { columns });
        expect(text).toBe(render(card, { columns }));
        expect(text.endsWith('\n')).toBe(true);
        expect(JSON.stringify(card)).toBe(before);
      }),
    );
  });

  test('mentions every finding, everything undecided, everything stale', () => {
    fc.assert(
      fc.property(anyReview, ({ told: review, card }) => {
        const text = render(card);
        const said = [
          ...review.findings,
          ...review.undecided,
          ...review.holdings.map(({ address }) => ({ address, ruleId: '' })),
        ];
        for (const { ruleId, address } of said) {
          expect(text).toContain(ruleId);
          expect(text).toContain(address);
        }
        for (const { ruleId } of review.staleAcknowledgements) expect(text).toContain(ruleId);
      }),
    );
  });

  test('has no colour unless it is asked for', () => {
    fc.assert(fc.property(anyReview, ({ card }) => !render(card).includes('\u001b[3')));
  });
});
