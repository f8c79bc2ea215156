import { shellText, type CardService, type CardUndecided, type ReviewCard } from '../../domain';
import { saidBy, type Said } from './same-findings';

/** Judgements that lack the same fact, and what would decide them. */
interface OpenQuestions {
  /** Such as `facts of project prod`. */
  readonly lacking: string;
  /** What to give or to do; null: nothing that can be said in a word. */
  readonly way: string | null;
  readonly count: number;
}

/** The part of a card that its verdict is about. */
export type Judged = Pick<ReviewCard, 'services' | 'factsOrigin' | 'inputs'>;

/** What could not be decided and could have been an error of a service that is made or changed. Never throws. */
export const findUndecidedErrors = (services: readonly CardService[]): readonly Said<CardUndecided>[] =>
  saidBy(
    services.filter(({ change }) => !['no-op', 'forget', 'gone'].includes(change.kind)),
    ({ undecided }) => undecided.filter(({ severity }) => severity === 'error'),
  );

/** The same by the fact that is missing, the most first. Never throws. */
export const groupOpenQuestions = (review: Judged): readonly OpenQuestions[] => {
  const names = new Map(review.services.map(({ address, side }) => [address, side.name]));
  const projects = new Set<string>();
  const counts = new Map<Lack, number>();
  for (const { address, said } of findUndecidedErrors(review.services)) {
    const { missing } = said;
    const lack = classifyLack(missing[0] ?? '', { names, hasFacts: review.factsOrigin !== null });
    const project = lack === facts ? projectIn(missing, names.get(address) ?? null) : undefined;
    if (project !== undefined) projects.add(project);
    counts.set(lack, (counts.get(lack) ?? 0) + 1);
  }
  return [...counts]
    .map(([lack, count]) => ({
      lacking: lack === facts ? nameFacts([...projects].sort()) : lack,
      way: wayTo(lack, review),
      count,
    }))
    .sort((left, right) => right.count - left.count || (left.lacking < right.lacking ? -1 : 1));
};

type Lack = string;

const facts = 'facts of a registry';
const later = 'values that are known only after apply';
const secret = 'values that are sensitive';
const hidden = 'a block that may be there and that a plan does not show';

/** Without facts, whatever is no value of a declared service is one of them. */
const classifyLack = (
  missing: string,
  { names, hasFacts }: { readonly names: ReadonlyMap<string, string | null>; readonly hasFacts: boolean },
): Lack => {
  if (missing.endsWith(', which is sensitive')) return secret;
  if (missing.endsWith(', which a plan does not show')) return hidden;
  if (missing.startsWith('the verdict of ')) return missing;
  const parts = missing.split(' of ');
  const isOfDeclared = parts.some((_, at) => at > 0 && names.has(parts.slice(at).join(' of ')));
  if (isOfDeclared) return later;
  return hasFacts && !missing.startsWith('project ') ? missing : facts;
};

const projectIn = ([first = '']: readonly string[], name: string | null): string | undefined =>
  /^project (\S+)$/.exec(first)?.[1] ?? name?.split('/')[0];

const nameFacts = (projects: readonly string[]): string =>
  projects.length === 0 ? facts : `facts of project${projects.length === 1 ? '' : 's'} ${projects.join(', ')}`;

/** The command that would decide it, with the inputs as they were given. */
const wayTo = (lack: Lack, { inputs = [], factsOrigin }: Judged): string | null => {
  if (inputs.length === 0) return null;
  const paths = [...new Set(inputs.map(({ path }) => (path === 'standard input' ? '-' : shellText(path))))];
  if (lack === facts) return `forkcast check ${paths.join(' ')} --registry URL`;
  const registry = factsOrigin === null ? '' : ` --registry ${shellText(factsOrigin)}`;
  if (lack === hidden) return `forkcast check ${paths.join(' ')} --source FOLDER${registry}`;
  const synth = inputs.find(({ kind }) => kind === 'synth-output');
  if (lack !== later || synth === undefined || paths.includes('-')) return null;
  const folder = /^(.+)\/[^/]+$/.exec(synth.path)?.[1];
  const terraform = folder === undefined ? 'terraform' : `terraform ${shellText(`-chdir=${folder}`)}`;
  return `${terraform} plan -out plan.out && ${terraform} show -json plan.out | forkcast check ${paths.join(' ')} -${registry}`;
};
