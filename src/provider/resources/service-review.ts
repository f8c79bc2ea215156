import {
  defaultCatalogue,
  planKey,
  serviceKey,
  type Facts,
  type Finding,
  type ServiceId,
  type ServiceRequest,
} from '../../domain';
import { followedIds, openErrors, reviewOf, type Review } from '../../rules';
import { type Forkcast, readFacts } from '../client';
import { type Diagnostic, hasErrors, type Log } from '../protocol';
import { findingDiagnostic, holdingDiagnostic, undecidedDiagnostic } from '../diagnostics';
import { staleDiagnostics } from './acknowledgements';
import { estimatedTimeoutMs, estimateRestoredMb, readSourceId } from './service-timeout';

/**
 * What the configuration alone is wrong in; whatever else there is to say, the plan says. A setting that is unknown while Terraform
 * validates may be null in the end: only what is wrong either way counts.
 */
export const validateRequest = (request: ServiceRequest): readonly Diagnostic[] => {
  const judged = (userConfig: ServiceRequest['userConfig']): Review =>
    reviewOf([{ ...request, userConfig }], { facts: undefined, catalogue: defaultCatalogue });
  const review = judged(request.userConfig);
  const settings = Object.entries(request.userConfig);
  const known = settings.filter(([, { known }]) => known);
  if (known.length === settings.length || review.findings.length === 0) return refusals(review);
  const otherwise = new Set(judged(Object.fromEntries(known)).findings.map(({ ruleId }) => ruleId));
  return refusals({ findings: review.findings.filter(({ ruleId }) => otherwise.has(ruleId)) });
};

/** What a review refuses, at the attributes concerned. Never throws. */
export const refusals = (review: Pick<Review, 'findings'>): readonly Diagnostic[] =>
  openErrors(review).map((finding) => findingDiagnostic(finding));

/** A request judged with all that is known. */
export interface Judgement {
  readonly request: ServiceRequest;
  readonly facts: Facts | undefined;
  readonly review: Review;
}

/** What the registry knows of the services that a request names. @throws RegistryUnreachableError */
export const namedFacts = (
  client: Forkcast,
  request: ServiceRequest,
  id: ServiceId | undefined,
): Promise<Facts | undefined> =>
  readFacts(
    client,
    [id, readSourceId(request), ...followedIds(request)].filter((one) => one !== undefined),
  );

/**
 * Judges a request by every rule, beside what this command has planned before. `focused` is what is known of the services that it
 * names; all of them are read where a rule needs more. `ended` is judged as if it were not there. @throws RegistryUnreachableError
 */
export const judge = async (
  client: Forkcast,
  request: ServiceRequest,
  focused: Facts | undefined,
  { ended }: { readonly ended?: ServiceId } = {},
): Promise<Judgement> => {
  const source = readSourceId(request);
  const left = (facts: Facts | undefined) => (ended === undefined ? facts : withoutService(facts, ended));
  const first = judgeRequest(client, request, left(focused), source);
  if (focused === undefined || !needsAll(first)) return first;
  return judgeRequest(client, request, left(await readFacts(client, undefined)), source);
};

const withoutService = (facts: Facts | undefined, id: ServiceId): Facts | undefined => {
  if (facts === undefined) return undefined;
  const services = new Map(facts.services);
  services.delete(serviceKey(id));
  return { ...facts, services };
};

const judgeRequest = (
  client: Forkcast,
  asked: ServiceRequest,
  facts: Facts | undefined,
  source: ServiceId | undefined,
): Judgement => {
  const { createTimeoutMs } = asked;
  const isUnset = createTimeoutMs.known && createTimeoutMs.value === undefined;
  const estimate = estimatedTimeoutMs(estimateRestoredMb(facts, source));
  const request = isUnset ? { ...asked, createTimeoutMs: { known: true as const, value: estimate } } : asked;
  const within = client.planned.remember(request);
  const { policy } = client;
  const options = { facts, catalogue: defaultCatalogue, within, ...(policy === undefined ? {} : { policy }) };
  return { request, facts, review: reviewOf([request], options) };
};

/** A free service is judged beside all others, and so is the nearest name of a source that is not there. */
const needsAll = ({ request, facts, review }: Judgement): boolean => {
  const { serviceType: type, plan } = request;
  const isFree =
    type.known &&
    plan.known &&
    plan.value !== undefined &&
    facts?.catalogue.plans.get(planKey(type.value, plan.value))?.tier === 'free';
  return isFree || review.findings.some(({ ruleId }) => ruleId === 'source/not-found');
};

/** What a plan tells of a judgement; `lost` follows the detail of what would end a live fork. Notes go to the log alone. */
export const judgementDiagnostics = ({ review }: Judgement, log: Log, lost?: string): readonly Diagnostic[] => {
  const isQuiet = ({ severity, acknowledged }: Finding): boolean => severity === 'note' || acknowledged !== null;
  for (const { ruleId, detail, remedy, acknowledged } of review.findings.filter(isQuiet))
    log('info', `${ruleId}: ${detail} ${acknowledged === null ? remedy : `Accepted: ${acknowledged.reason}`}`);
  const findings = review.findings
    .filter((finding) => !isQuiet(finding))
    .map((finding) => findingDiagnostic(finding, lost !== undefined && finding.ends ? { lost } : {}));
  if (hasErrors(findings)) return findings;
  return [
    ...findings,
    ...staleDiagnostics(review),
    ...undecidedDiagnostic(review.undecided),
    ...holdingDiagnostic(review.holdings, review.now),
  ];
};
