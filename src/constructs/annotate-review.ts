import { instantSeen, printableText, staleWords } from '../domain';
import type { CardStaleAcknowledgement, Finding, JudgedBy } from '../domain';
import type { Review } from '../rules';
import { annotate } from './annotate';
import type { IConstruct } from './cdktf';
import type { ForkcastScope } from './forkcast';

/** The services of a review, and the scope that speaks for them all. */
interface Annotated {
  readonly forkcast: ForkcastScope;
  readonly services: readonly IConstruct[];
}

/** Shows what does not stop a synth at the constructs concerned: warnings, notes, what is undecided and what only holds for a time. */
export const annotateReview = ({ forkcast, services }: Annotated, review: Review): void => {
  const byPath = new Map(services.map((service) => [service.node.path, service] as const));
  const at = (address: string): IConstruct => byPath.get(address) ?? forkcast;
  for (const finding of review.findings) {
    if (finding.acknowledged) annotate(at(finding.address), 'note', acknowledgedText(finding));
    else if (finding.severity !== 'error') annotate(at(finding.address), finding.severity, findingText(finding));
  }
  for (const stale of review.staleAcknowledgements) annotate(forkcast, 'warning', staleText(stale));
  annotateJudgedBy(forkcast, review.judgedBy);
  if (review.factsOrigin === null) annotateMissingFacts(forkcast, review);
  else annotateUndecided(review, at);
  for (const { address, validUntil } of review.holdings) {
    const until = instantSeen(validUntil, review.now);
    annotate(at(address), 'note', `What this fork asks for can be restored until ${until}.`);
  }
};

const annotateJudgedBy = (forkcast: ForkcastScope, { ruleSets, policy }: JudgedBy): void => {
  const own = ruleSets.flatMap(({ rules }) => rules.map(({ id }) => id));
  const isProvider = forkcast.carrierSettings.backend === 'provider';
  const elsewhere = isProvider ? ' The provider does not run them: they judge at synth and in check.' : '';
  if (own.length > 0) annotate(forkcast, 'note', `Judged by rules of your own too: ${own.join(', ')}.${elsewhere}`);
  if (policy) annotate(forkcast, 'note', `Severities are those of ${policy.path} (sha256 ${policy.sha256}).`);
};

/** A finding as it stands at its construct. */
export const findingText = ({ attribute, detail, remedy, ruleId }: Finding): string =>
  printableText(`${attribute}: ${detail} ${remedy} (${ruleId})`);

const acknowledgedText = ({ ruleId, attribute, detail, acknowledged }: Finding): string => {
  const end = acknowledged?.until ? `, until ${acknowledged.until}` : '';
  return `${attribute}: ${detail} (${ruleId}) Accepted at ${acknowledged?.scope}${end}: ${acknowledged?.reason}`;
};

const staleText = ({ ruleId, scope, why }: CardStaleAcknowledgement): string =>
  `The acknowledgement of ${ruleId} at ${scope} has no effect: ${staleWords[why]}`;

const annotateMissingFacts = (forkcast: ForkcastScope, review: Review): void => {
  if (review.undecided.length === 0) return;
  const rules = new Set(review.undecided.map(({ ruleId }) => ruleId)).size;
  const { factsLocation } = forkcast;
  const missing = factsLocation === undefined ? 'There are no facts' : `There is no registry at ${factsLocation}`;
  annotate(
    forkcast,
    'note',
    `${missing}, so ${rules} rules stay undecided for ` +
      `${review.services.length} services. Make one with \`forkcast registry init\`, or name one or a snapshot with FORKCAST_REGISTRY.`,
  );
};

const annotateUndecided = ({ undecided }: Review, at: (address: string) => IConstruct): void => {
  const byAddress = new Map<string, { readonly rules: string[]; readonly missing: Set<string> }>();
  for (const { address, ruleId, missing } of undecided) {
    const entry = byAddress.get(address) ?? { rules: [], missing: new Set<string>() };
    entry.rules.push(ruleId);
    for (const name of missing) entry.missing.add(name);
    byAddress.set(address, entry);
  }
  for (const [address, { rules, missing }] of byAddress) {
    annotate(at(address), 'note', `Undecided for want of ${[...missing].join(', ')}: ${rules.join(', ')}.`);
  }
};
