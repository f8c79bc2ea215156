import type { Review, Undecided } from '../../domain';
import { fateOf } from './fate';

/** Judgements that lack the same fact, and what would decide them. */
interface OpenQuestions {
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
  const counts = new Map<Lack, number>();
  for (const { address, missing } of undecidedErrorsOf(review)) {
    const lack = lackOf(missing[0] ?? '', { names, hasFacts: review.factsOrigin !== null });
    const project = lack === facts ? projectIn(missing, names.get(address) ?? null) : undefined;
    if (project !== undefined) projects.add(project);
    counts.set(lack, (counts.get(lack) ?? 0) + 1);
  }
  return [...counts]
    .map(([lack, count]) => ({
      lacking: lack === facts ? factsOf([...projects].sort()) : lack,
      way: wayTo(lack, review),
      count,
    }))
    .sort((left, right) => right.count - left.count || (left.lacking < right.lacking ? -1 : 1));
};

type Lack = string;

const facts = 'facts of a registry';
const later = 'values that are known only after apply';
const secret = 'values that are sensitive';

/** Without facts, whatever is no value of a declared service is one of them. */
const lackOf = (
  missing: string,
  { names, hasFacts }: { readonly names: ReadonlyMap<string, string | null>; readonly hasFacts: boolean },
): Lack => {
  if (missing.endsWith(', which is sensitive')) return secret;
  if (missing.startsWith('the verdict of ')) return missing;
  const parts = missing.split(' of ');
  const isOfDeclared = parts.some((_, at) => at > 0 && names.has(parts.slice(at).join(' of ')));
  if (isOfDeclared) return later;
  return hasFacts && !missing.startsWith('project ') ? missing : facts;
};

const projectIn = ([first = '']: readonly string[], name: string | null): string | undefined =>
  /^project (\S+)$/.exec(first)?.[1] ?? name?.split('/')[0];

const factsOf = (projects: readonly string[]): string =>
  projects.length === 0 ? facts : `facts of project${projects.length === 1 ? '' : 's'} ${projects.join(', ')}`;

/** The command that would decide it, with the inputs as they were given. */
const wayTo = (lack: Lack, { inputs = [], factsOrigin }: Review): string | null => {
  if (inputs.length === 0) return null;
  const paths = [...new Set(inputs.map(({ path }) => (path === 'standard input' ? '-' : quoted(path))))];
  if (lack === facts) return `forkcast check ${paths.join(' ')} --registry URL`;
  const synth = inputs.find(({ kind }) => kind === 'synth-output');
  if (lack !== later || synth === undefined || paths.includes('-')) return null;
  const folder = /^(.+)\/[^/]+$/.exec(synth.path)?.[1];
  const terraform = folder === undefined ? 'terraform' : `terraform ${quoted(`-chdir=${folder}`)}`;
  const registry = factsOrigin === null ? '' : ` --registry ${quoted(factsOrigin)}`;
  return `${terraform} plan -out plan.out && ${terraform} show -json plan.out | forkcast check ${paths.join(' ')} -${registry}`;
};

/** A word for the shell. */
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
