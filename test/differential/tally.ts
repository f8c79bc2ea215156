import { refusalStatuses } from '../../src/domain';
import { allRules } from '../../src/rules';
import { errorsOf } from './laws';
import type { Trial } from './laws';

/** What a run came to: how much was accepted, and how often each rule and each refusal was met. */
export interface Tally {
  add(trial: Trial): void;
  readonly accepted: () => number;
  readonly undecided: () => number;
  readonly rules: ReadonlyMap<string, number>;
  readonly codes: ReadonlyMap<string, number>;
  /** The tables that a run prints. */
  lines(title: string): readonly string[];
}

/** An empty tally. */
export const aTally = (): Tally => {
  const rules = new Map<string, number>();
  const codes = new Map<string, number>();
  let [trials, accepted, undecided] = [0, 0, 0];
  const share = (count: number): string => `${((100 * count) / Math.max(1, trials)).toFixed(1)} %`;
  return {
    add: ({ review, outcome }) => {
      trials += 1;
      accepted += outcome.kind === 'accepted' ? 1 : 0;
      undecided += review.undecided.length > 0 ? 1 : 0;
      for (const id of errorsOf(review)) rules.set(id, (rules.get(id) ?? 0) + 1);
      if (outcome.kind === 'refused') codes.set(outcome.refusal.code, (codes.get(outcome.refusal.code) ?? 0) + 1);
    },
    accepted: () => accepted / Math.max(1, trials),
    undecided: () => undecided,
    rules,
    codes,
    lines: (title) => [
      `${title}: ${trials} requests, ${share(accepted)} accepted, ${share(undecided)} with something undecided`,
      '  rule that foretells a refusal, and its error findings:',
      ...allRules
        .filter(({ predicts }) => predicts.length > 0)
        .map(({ id }) => `    ${String(rules.get(id) ?? 0).padStart(6)}  ${id}`),
      '  refusal:',
      ...Object.keys(refusalStatuses)
        .filter((code) => codes.has(code))
        .map((code) => `    ${String(codes.get(code) ?? 0).padStart(6)}  ${code}`),
      `  about plans only: ${allRules
        .filter(({ planOnly }) => planOnly !== undefined)
        .map(({ id }) => id)
        .join(', ')}`,
    ],
  };
};
