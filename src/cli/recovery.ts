import {
  byCodeUnit,
  defaultCatalogue,
  FactSourceError,
  registryLocationText,
  serviceKey,
  type Facts,
  type RecoveryReport,
} from '../domain';
import { recoveryReportOf, type RecoverySubject } from '../review';
import { afterPlan, policiesFor, policiesOf, reviewOf, stoppable, type Policy, type Subject } from '../rules';
import type { JudgingContext } from './command';
import { takeInAll } from './declared';
import { readFacts } from './facts';
import { lossColumns } from './losses';
import { meantInstant } from './meant-time';
import { policyOf } from './policy';
import type { AskedReading } from './reading-inputs';

/** What the command line asks to be told. */
interface RecoveryAsked {
  readonly paths: readonly string[];
  readonly lose: readonly string[];
  readonly at: string | undefined;
  readonly policy: string | undefined;
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
    terms: policy?.terms,
    judgedBy,
    afterPlan: asked.paths.length > 0,
  });
};

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
  { terminal }: JudgingContext,
  { paths }: RecoveryAsked,
  { facts, policy }: { readonly facts: Facts; readonly policy: Policy | undefined },
) => {
  const { requests } = takeInAll(terminal, paths, undefined);
  const review = reviewOf(requests, {
    facts,
    catalogue: defaultCatalogue,
    ...(policy === undefined ? {} : { policy }),
  });
  const planned = review.services.map(({ subject }) => afterIt(subject, facts));
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

const afterIt = (subject: Subject, facts: Facts): RecoverySubject => {
  const { request, madeName, existing } = subject;
  const { project, serviceName } = request;
  const name =
    project.known && serviceName.known ? serviceKey({ project: project.value, service: serviceName.value }) : madeName;
  const matched = stoppable(() => policiesOf(subject));
  if ('kind' in matched) {
    const missing = matched.kind === 'undecided' ? matched.missing.join(', ') : name;
    return { kind: 'open', name, policies: subject.terms?.policies ?? [], why: `Not known: ${missing}.` };
  }
  const policies = matched;
  if (request.change?.kind === 'delete')
    return {
      kind: 'gone',
      name: madeName,
      policies: existing ? policiesFor(subject.terms, existing) : [],
      why: 'The plan ends it.',
    };
  const after = stoppable(() => ({ live: afterPlan(subject) }));
  if ('live' in after && after.live !== undefined && facts.services.has(name))
    return { kind: 'live', service: after.live, policies };
  const missing = 'live' in after || after.kind !== 'undecided' ? `first backup of ${name}` : after.missing.join(', ');
  return { kind: 'open', name, policies, why: `Not known: ${missing}.` };
};
