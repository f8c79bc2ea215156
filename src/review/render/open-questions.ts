import type { Review, Undecided } from '../../domain';
import { fateOf } from './fate';

/** Judgements that lack the same fact, and what would decide them. */
export interface OpenQuestions {
  /** Such as `facts of project prod`. */
  readonly lacking: string;
  /** What to give or to do; null: nothing that can be said in a word. */
  readonly way: string | null;
  readonly count: number;
}

/** What could not be decided and could have been an error of a service that is made or changed. Never throws. */
export const undecidedErrorsOf = ({ services, undecided }: Review): readonly Undecided[] => {
  const settled = new Set(
    services.filter((service) => ['kept', 'let-go'].includes(fateOf(service))).map(({ address }) => address),
  );
  return undecided.filter(({ severity, address }) => severity === 'error' && !settled.has(address));
};

/** The same by the fact that is missing, the most first. Never throws. */
export const openQuestionsOf = (review: Review): readonly OpenQuestions[] => {
  const names = new Map(review.services.map(({ address, name }) => [address, name]));
  const projects = new Set<string>();
  const counts = new Map<string, number>();
  for (const { address, missing } of undecidedErrorsOf(review)) {
    const lack = lackOf(missing[0] ?? '', { names, hasFacts: review.factsOrigin !== null });
    const project = lack === facts ? projectIn(missing, names.get(address) ?? null) : undefined;
    if (project !== undefined) projects.add(project);
    counts.set(lack, (counts.get(lack) ?? 0) + 1);
  }
  return [...counts]
    .map(([lack, count]) => ({ ...wordsOf(lack, [...projects].sort(), review), count }))
    .sort((left, right) => right.count - left.count || (left.lacking < right.lacking ? -1 : 1));
};

const facts = 'facts of a registry';
const later = 'values that are known only after apply';

/** Without facts, whatever is no value of a declared service is one of them. */
const lackOf = (
  missing: string,
  { names, hasFacts }: { readonly names: ReadonlyMap<string, string | null>; readonly hasFacts: boolean },
): string => {
  const [, address = ''] = /^\S+ of (.+)$/.exec(missing) ?? [];
  if (names.has(address)) return later;
  return hasFacts && !missing.startsWith('project ') ? missing : facts;
};

const projectIn = ([first = '']: readonly string[], name: string | null): string | undefined =>
  /^project (\S+)$/.exec(first)?.[1] ?? name?.split('/')[0];

const wordsOf = (lack: string, projects: readonly string[], { inputs }: Review): Omit<OpenQuestions, 'count'> => {
  switch (lack) {
    case facts:
      return {
        lacking:
          projects.length === 0 ? facts : `facts of project${projects.length === 1 ? '' : 's'} ${projects.join(', ')}`,
        way: '--registry URL or --registry facts:FILE',
      };
    case later:
      return {
        lacking: later,
        way: inputs?.some(({ kind }) => kind === 'synth-output') ? 'check the plan: terraform show -json PLAN' : null,
      };
    default:
      return { lacking: lack, way: null };
  }
};
