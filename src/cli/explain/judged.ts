import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  defaultCatalogue,
  FactSourceError,
  known,
  registryLocationText,
  serviceKey,
  serviceRequest,
  toRfc3339,
  type Facts,
  type ServiceFacts,
  type ServiceId,
} from '../../domain';
import { reviewOf, type Rule } from '../../rules';
import type { JudgingContext } from '../command';
import { takeInAll } from '../declared';
import { UsageError } from '../errors';
import { readFacts } from '../facts';
import { namedServices } from '../judge-paths';
import { policyOf } from '../policy';
import type { AskedReading } from '../reading-inputs';

/** What one rule says of one service that is declared. */
interface Judged {
  readonly address: string;
  readonly verdict: 'violated' | 'undecided' | 'nothing against it';
  /** Why, and what to do; empty: there is nothing to say. */
  readonly why: string;
}

/** The judgement of one rule, and what it was made from. */
interface RuleJudgement {
  readonly facts: string | null;
  readonly at: string | null;
  readonly judged: readonly Judged[];
}

interface ForAsked {
  readonly what: string;
  readonly policy: string | undefined;
  readonly reading: AskedReading;
}

/**
 * Judges what a path declares, or a fork of a live service as that is, by one rule with the facts of the registry.
 * @throws UsageError when nothing has that name; IntakeError, FactSourceError
 */
export const judgeFor = async (
  context: JudgingContext,
  rule: Rule,
  { what, policy: file, reading }: ForAsked,
): Promise<RuleJudgement> => {
  const policy = policyOf(context.terminal.cwd, file);
  const isPath = what === '-' || existsSync(resolve(context.terminal.cwd, what));
  const declared = isPath ? takeInAll(context.terminal, [what], { read: context.location() }).requests : undefined;
  const id = isPath ? undefined : await readId(context, what);
  const only = declared === undefined ? (id === undefined ? [] : [id]) : namedServices(declared);
  const facts = await readFacts(context, { only, ...reading });
  const requests = declared ?? (id === undefined ? [] : [forkOf(findLive(context, facts, id))]);
  const { services } = reviewOf(requests, {
    facts,
    now: context.terminal.now(),
    catalogue: defaultCatalogue,
    rules: [rule],
    ...(policy === undefined ? {} : { policy }),
  });
  const judged = services.map(({ subject, findings: [finding], undecided: [open], holdings: [holding] }): Judged => {
    const { address } = subject.request;
    if (finding !== undefined) return { address, verdict: 'violated', why: `${finding.detail} ${finding.remedy}` };
    if (open !== undefined) return { address, verdict: 'undecided', why: `For want of: ${open.missing.join('; ')}.` };
    const until = holding === undefined ? '' : `Until ${toRfc3339(holding.validUntil)}.`;
    return { address, verdict: 'nothing against it', why: until };
  });
  return { facts: facts?.origin ?? null, at: facts === undefined ? null : toRfc3339(facts.now), judged };
};

const readId = async (context: JudgingContext, what: string): Promise<ServiceId> => {
  const [first = '', second, ...rest] = what.split('/');
  if (first === '' || second === '' || rest.length > 0)
    throw new UsageError(`--for is a PATH that is there, a service or PROJECT/SERVICE; got '${what}'.`);
  return second === undefined
    ? { project: await context.project(), service: first }
    : { project: first, service: second };
};

const findLive = (context: JudgingContext, facts: Facts | undefined, id: ServiceId): ServiceFacts => {
  const origin = registryLocationText(context.location());
  if (facts === undefined) throw new FactSourceError(origin, 'there is none to look for a service in');
  const found = facts.services.get(serviceKey(id));
  if (found !== undefined) return found;
  throw new UsageError(
    `${origin} shows no live service ${serviceKey(id)}, and no file has that name. See service list.`,
  );
};

/** A fork of a service with all that it has now. */
const forkOf = ({ project, service, type, plan, cloud }: ServiceFacts) =>
  serviceRequest({
    address: `a fork of ${serviceKey({ project, service })}`,
    project: known(project),
    serviceName: known(`${service.slice(0, 58)}-fork`),
    serviceType: known(type),
    plan: known(plan),
    cloud: known(cloud),
    tags: known({}),
    userConfig: { service_to_fork_from: known(service) },
  });

/** The judgement as lines of prose. */
export const judgementLines = ({ facts, at, judged }: RuleJudgement): readonly string[] => [
  facts === null ? 'With no facts of a registry:' : `By the facts of ${facts} at ${at}:`,
  ...(judged.length === 0 ? ['  It declares no service.'] : []),
  ...judged.map(({ address, verdict, why }) => `  ${address}: ${verdict}${why === '' ? '.' : `. ${why}`}`),
];
