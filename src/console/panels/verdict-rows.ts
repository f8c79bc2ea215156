import type { CallOf } from '../../api';
import { parseInstant, type EpochMs } from '../../domain';
import type { Judged } from '../registry';
import { spellInstants, writeInstant } from '../../time';

/** A target that is judged: its words, and what is asked for it. */
export interface Target {
  readonly words: string;
  readonly body: CallOf<'ForkJudge'>['body']['targets'][number];
}

/** What rules say of one target, or what they say of several alike. */
export interface VerdictRow {
  readonly kind: 'good' | 'bad' | 'careful' | 'unsure';
  readonly title: string;
  readonly reasons: readonly { readonly text: string; readonly rule: string }[];
}

type Found = Judged['targets'][number]['findings'][number];

const holdsAt = ({ from, until }: { readonly from: string; readonly until: string }, at: EpochMs): boolean => {
  const [begin, end] = [parseInstant(from), parseInstant(until)];
  return begin !== undefined && end !== undefined && begin <= at && at <= end;
};

/** What the rules say at an instant: what is possible first, then what is not and why, then what comes with it, each once. */
export const listVerdicts = (judged: Judged, targets: readonly Target[], at: EpochMs): readonly VerdictRow[] => {
  const tell = (text: string): string => spellInstants(text).replaceAll('{at}', writeInstant(at));
  const rows: VerdictRow[] = targets.flatMap(({ words }, index): readonly VerdictRow[] => {
    const target = judged.targets[index];
    if (target === undefined) return [];
    const errors = target.findings.filter((found) => found.severity === 'error' && holdsAt(found, at));
    const open = target.undecided.filter((found) => found.severity === 'error' && holdsAt(found, at));
    if (errors.length > 0) {
      return [
        {
          kind: 'bad',
          title: words,
          reasons: errors.map((found) => ({ text: tell(`${found.sentence} ${found.remedy}`), rule: found.rule })),
        },
      ];
    }
    if (open.length > 0) {
      const reasons = open.map(({ rule, missing }) => ({ text: `Not known: ${missing.join(', ')}.`, rule }));
      return [{ kind: 'unsure', title: words, reasons }];
    }
    return [{ kind: 'good', title: words, reasons: [] }];
  });
  const order = { good: 0, unsure: 1, bad: 2, careful: 3 };
  return [...rows.sort((a, b) => order[a.kind] - order[b.kind]), ...listCares(judged, at, tell)];
};

/** What works, with a surprise: each rule's sentence once, whichever targets it is about. */
const listCares = (judged: Judged, at: EpochMs, tell: (text: string) => string): readonly VerdictRow[] => {
  const seen = new Map<string, Found>();
  for (const { findings } of judged.targets) {
    for (const found of findings) {
      if (found.severity !== 'error' && holdsAt(found, at)) seen.set(`${found.rule} ${found.sentence}`, found);
    }
  }
  return [...seen.values()]
    .sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'warning' ? -1 : 1))
    .map(({ title, sentence, rule }) => ({ kind: 'careful', title, reasons: [{ text: tell(sentence), rule }] }));
};
