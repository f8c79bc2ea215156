/** A sign that stands for a word beside it: ✓, ✕ or !. */
export const Sign = ({ kind }: { readonly kind: 'good' | 'careful' | 'bad' | 'unsure' }) => (
  <span class={`sign ${kind}`} aria-hidden="true">
    {signs[kind]}
  </span>
);

const signs = { good: '✓', careful: '!', bad: '✕', unsure: '?' } as const;
