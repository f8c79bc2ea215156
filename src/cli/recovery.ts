import {
  byCodeUnit,
  defaultCatalogue,
  FactSourceError,
  registryLocationText,
  serviceKey,
  type Facts,
  type RecoveryReport,
  type RecoveryTerms,
  type RestoreRun,
} from '../domain';
import { recoveryAfter, recoveryReportOf, type RecoverySubject } from '../review';
import { policiesFor, reviewOf, type Policy } from '../rules';
import type { JudgingContext } from './command';
import { takeInAll } from './declared';
import { readFacts } from './facts';
import { lossColumns } from './losses';
import { meantInstant } from './meant-time';
import { policyOf } from './policy';
import { readRuns } from './restore-runs';
import type { AskedReading } from './reading-inputs';

/** What the command line asks to be told. */
interface RecoveryAsked {
  readonly paths: readonly string[];
  readonly lose: readonly string[];
  readonly at: string | undefined;
  readonly policy: string | undefined;
  /** A file of recorded runs. */
  readonly runs: string | undefined;
  readonly reading: AskedReading;
}

/** Judges what comes back. @throws IntakeError, FactSourceError, FileUnreadableError, UsageError */
export const makeRecovery = async (context: JudgingContext, asked: RecoveryAsked): Promise<RecoveryReport> => {
  const policy = policyOf(context.terminal.cwd, asked.policy);
  const facts = await readFacts(context, asked.reading);
  if (facts === undefined)
    throw new FactSourceError(
      registryLocationText(context.location()),
      'there is none, and what can be restored stands in no configuration. Name one with --registry',
    );
  const columns = lossColumns(asked.lose, facts);
  const { subjects, judgedBy } =
    asked.paths.length === 0 ? ofFacts(facts, policy) : ofPlans(context, asked, { facts, policy });
  return recoveryReportOf(subjects, {
    facts,
    at: (await meantInstant(context, asked.at, facts.now)) ?? facts.now,
    columns,
    terms: withRuns(policy?.terms, asked.runs === undefined ? [] : readRuns(context.terminal.cwd, asked.runs)),
    judgedBy,
    afterPlan: asked.paths.length > 0,
  });
};

const withRuns = (terms: RecoveryTerms = { policies: [] }, runs: readonly RestoreRun[]): RecoveryTerms =>
  runs.length === 0 ? terms : { ...terms, runs: [...(terms.runs ?? []), ...runs] };

const ofFacts = (facts: Facts, policy: Policy | undefined) => ({
  subjects: [...facts.services.values()].map((service): RecoverySubject => liveOf(service, policy)),
  judgedBy: reviewOf([], { facts, catalogue: facts.catalogue, ...(policy === undefined ? {} : { policy }) }).judgedBy,
});

const liveOf = (service: Parameters<typeof policiesFor>[1], policy: Policy | undefined): RecoverySubject => ({
  kind: 'live',
  service,
  policies: policiesFor(policy?.terms, service),
});

/** Services that a plan says nothing of are as they are. */
const ofPlans = (
  { terminal, location }: JudgingContext,
  { paths }: RecoveryAsked,
  { facts, policy }: { readonly facts: Facts; readonly policy: Policy | undefined },
) => {
  const { requests } = takeInAll(terminal, paths, { read: location() });
  const review = reviewOf(requests, {
    facts,
    catalogue: defaultCatalogue,
    ...(policy === undefined ? {} : { policy }),
  });
  const planned = review.services.map(({ subject }) => recoveryAfter(subject, facts));
  const named = new Set(planned.map(nameOf));
  const kept = [...facts.services.values()].filter((service) => !named.has(serviceKey(service)));
  const subjects = [...planned, ...kept.map((service) => liveOf(service, policy))];
  return {
    subjects: subjects.sort((left, right) => byCodeUnit(nameOf(left), nameOf(right))),
    judgedBy: review.judgedBy,
  };
};

const nameOf = (subject: RecoverySubject): string =>
  subject.kind === 'live' ? serviceKey(subject.service) : subject.name;
