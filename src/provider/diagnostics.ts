import { explainedBy } from '../api';
import {
  attributePath,
  type EpochMs,
  ForkcastError,
  instantSeen,
  type Finding,
  type Holding,
  toRfc3339,
  type Undecided,
} from '../domain';
import { type Diagnostic, errorAt, type Path, providerBug, warningAt } from './protocol';

/** What Forkcast threw, as Terraform shows it: with its code, which `forkcast explain` knows. Never throws. */
export const makeDiagnostic = (error: unknown, summary: string, path?: Path): Diagnostic => {
  if (!(error instanceof ForkcastError) || error.exitCode === 70) {
    return providerBug(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
  return errorAt({
    summary,
    detail: [error.message, ...explainedBy(error).map(explain)].join('\n'),
    ...(path === undefined ? {} : { path }),
  });
};

/** What was refused, or failed. @throws what is no error of Forkcast */
export const failure = (error: unknown, summary: string): Diagnostic => {
  if (!(error instanceof ForkcastError)) throw error;
  return makeDiagnostic(error, summary);
};

/** Where more can be read about a code or a rule. */
export const explain = (code: string): string => `More: forkcast explain ${code}`;

/** A finding at its attribute: what is wrong, what to do, and the rule. */
export const findingDiagnostic = (finding: Finding, { lost }: { readonly lost?: string } = {}): Diagnostic => {
  const { severity, summary, detail, remedy, ruleId, attribute } = finding;
  const parts = [detail, lost, remedy].filter((part) => part !== undefined);
  const words = { summary, detail: `${parts.join(' ')}\n${explain(ruleId)}`, path: attributePath(attribute) };
  return severity === 'error' ? errorAt(words) : warningAt(words);
};

/** Terraform plans before it destroys, and so an error stands in the way of that too: the last one says how. */
export const withWayOut = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const last = diagnostics.map(({ severity }) => severity).lastIndexOf('error');
  return diagnostics.map((one, index) =>
    index === last ? { ...one, detail: `${one.detail}\nTo destroy what this state has instead: ${destroyLine}` } : one,
  );
};

const destroyLine = 'terraform destroy -refresh=false';

const namedMax = 8;

/** One warning for everything that could not be judged, with the facts that were missing. */
export const undecidedDiagnostic = (undecided: readonly Undecided[]): readonly Diagnostic[] => {
  const missing = [...new Set(undecided.flatMap((one) => one.missing))].sort();
  if (missing.length === 0) return [];
  const more = missing.length > namedMax ? `, and ${missing.length - namedMax} more` : '';
  const rules = `${undecided.length} ${undecided.length === 1 ? 'rule' : 'rules'}`;
  const detail =
    `${rules} could not be decided, for lack of: ${missing.slice(0, namedMax).join('; ')}${more}. ` +
    'They are judged again before the apply makes anything.';
  return [warningAt({ summary: 'Not everything could be checked', detail })];
};

/** Until when the judgement of a plan holds; nothing where no moment ends it. */
export const holdingDiagnostic = (holdings: readonly Holding[], now: EpochMs | null): readonly Diagnostic[] => {
  const [first] = [...holdings].sort((a, b) => a.validUntil - b.validUntil);
  if (first === undefined) return [];
  const until = toRfc3339(first.validUntil);
  const detail =
    `The recovery point can be restored until ${instantSeen(first.validUntil, now)}. ` +
    `An apply after that is refused by ${first.ruleId}, before anything is made.`;
  return [warningAt({ summary: `Apply before ${until}`, detail, path: ['user_config'] })];
};
