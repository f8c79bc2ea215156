import * as fc from 'fast-check';
import { defaultCatalogue, toRfc3339, type Finding, type ReviewCard, type ServiceRequest } from '../../../src/domain';
import { aChange, aFork, aRequest, at } from '../../../src/domain/testing';
import { assembleCard } from '../../../src/review';
import { subjectsOf, type Review } from '../../../src/rules';

/** One error finding, valid by default. */
export const aFinding = (options: Partial<Finding> = {}): Finding => ({
  ruleId: 'recovery/target-time-outside-window',
  severity: 'error',
  address: 'demo-stack/pg-fork',
  attribute: 'user_config.recovery_target_time',
  summary: 'Recovery time is outside the recovery window',
  detail: '2026-10-31T23:59:59Z is before 2026-11-06T03:30:00Z, the earliest time held in google-europe-west1.',
  remedy: 'Choose a time between 2026-11-06T03:30:00Z and 2026-11-20T08:00:00Z.',
  acknowledged: null,
  ...options,
});

/** What a review says, by address. */
type Told = Omit<Review, 'services' | 'judgedBy' | 'facts'> & { readonly requests: readonly ServiceRequest[] };

const isNew = aChange('create');

/** The card of what is said; each address that something is said of is a new fork where no request has it. */
const cardOf = ({ requests, ...told }: Told): ReviewCard => {
  const said = [...told.findings, ...told.undecided, ...told.holdings].map(({ address }) => address);
  const missing = [...new Set(said)].filter((own) => requests.every(({ address }) => address !== own));
  const all = [...requests, ...missing.map((address) => aFork({ address, change: isNew }))];
  const subjectOf = subjectsOf(all, { facts: undefined, now: undefined, catalogue: defaultCatalogue });
  const at = <T extends { readonly address: string }>(items: readonly T[], own: string): readonly T[] =>
    items.filter(({ address }) => address === own);
  return assembleCard({
    ...told,
    facts: undefined,
    judgedBy: { ruleSets: [{ name: 'forkcast', from: null, rules: [] }], policy: null },
    services: all.map((request) => ({
      subject: subjectOf(request),
      findings: at(told.findings, request.address),
      undecided: at(told.undecided, request.address),
      holdings: at(told.holdings, request.address),
    })),
  });
};

/** The card of one fork with facts, and nothing found. */
export const aReview = (options: Partial<Told> = {}): ReviewCard =>
  cardOf({
    now: at('2026-11-20T08:00:00Z'),
    factsOrigin: 'sqlite:/shop/.forkcast/registry.db',
    requests: said(options) ? [] : [aFork({ address: 'demo-stack/pg-fork', change: isNew })],
    findings: [],
    undecided: [],
    holdings: [],
    staleAcknowledgements: [],
    ...options,
  });

const said = ({ findings = [], undecided = [], holdings = [] }: Partial<Told>): boolean =>
  findings.length + undecided.length + holdings.length > 0;

const instant = fc.integer({ min: 0, max: at('2100-01-01T00:00:00Z') });
const ruleId = fc
  .tuple(fc.constantFrom('recovery', 'sizing', 'naming'), fc.stringMatching(/^[a-z]{3,12}$/))
  .map((p) => p.join('/'));
const address = fc.stringMatching(/^[a-z]{1,8}\/[a-z-]{1,20}$/);
const acknowledgement = {
  reason: fc.string(),
  until: fc.option(instant.map((until) => toRfc3339(until))),
  scope: fc.string(),
};
const severity = fc.constantFrom('error', 'warning', 'note');
const finding = fc.record({
  ruleId,
  severity,
  address,
  attribute: fc.stringMatching(/^[a-z_.]{1,20}$/),
  summary: fc.string(),
  detail: fc.string(),
  remedy: fc.string(),
  acknowledged: fc.option(fc.record(acknowledgement)),
});

const request = fc
  .record({ address, isFork: fc.boolean(), change: fc.constantFrom('create', 'update', 'replace', 'delete', 'no-op') })
  .map(({ isFork, change, ...named }) => (isFork ? aFork : aRequest)({ ...named, change: aChange(change) }));

/** Whatever a review may say, whatever its texts hold, and its card. */
export const anyReview = fc
  .record({
    now: fc.option(instant),
    factsOrigin: fc.option(fc.string()),
    requests: fc.uniqueArray(request, { selector: (own) => own.address }),
    findings: fc.array(finding),
    undecided: fc.array(fc.record({ ruleId, severity, address, missing: fc.array(fc.string()) })),
    holdings: fc.array(fc.record({ ruleId, address, validUntil: instant })),
    staleAcknowledgements: fc.array(
      fc.record({
        ruleId,
        ...acknowledgement,
        why: fc.constantFrom('no-such-finding', 'ended', 'cannot-be-acknowledged', 'no-such-rule'),
      }),
    ),
  })
  .map((told: Told) => ({ told, card: cardOf(told) }));
