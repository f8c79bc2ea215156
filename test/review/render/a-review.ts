import * as fc from 'fast-check';
import type { Finding, Review } from '../../../src/domain';
import { at } from '../../../src/domain/testing';

/** One error finding, valid by default. */
export const aFinding = (options: Partial<Finding> = {}): Finding => ({
  ruleId: 'recovery/target-time-outside-window',
  severity: 'error',
  address: 'demo-stack/pg-fork',
  attribute: 'user_config.recovery_target_time',
  summary: 'Recovery time is outside the recovery window',
  detail: '2026-10-31T23:59:59Z is before 2026-11-06T03:30:00Z, the earliest time held in google-europe-west1.',
  remedy: 'Choose a time between 2026-11-06T03:30:00Z and 2026-11-20T08:00:00Z.',
  ...options,
});

/** A review of one fork with facts, and nothing found. */
export const aReview = (options: Partial<Review> = {}): Review => ({
  formatVersion: 1,
  now: at('2026-11-20T08:00:00Z'),
  factsOrigin: 'sqlite:/shop/.forkcast/registry.db',
  services: [{ address: 'demo-stack/pg-fork', name: 'demo/pg-fork', standing: 'new', fork: true }],
  findings: [],
  undecided: [],
  holdings: [],
  staleAcknowledgements: [],
  ...options,
});

const instant = fc.integer({ min: 0, max: at('2100-01-01T00:00:00Z') });
const ruleId = fc
  .tuple(fc.constantFrom('recovery', 'sizing', 'naming'), fc.stringMatching(/^[a-z]{3,12}$/))
  .map((p) => p.join('/'));
const address = fc.stringMatching(/^[a-z]{1,8}\/[a-z-]{1,20}$/);
const acknowledgement = fc.record(
  { ruleId, reason: fc.string(), until: instant, scope: fc.string() },
  { requiredKeys: ['ruleId', 'reason', 'scope'] },
);
const severity = fc.constantFrom('error', 'warning', 'note');
const finding = fc.record(
  {
    ruleId,
    severity,
    address,
    attribute: fc.stringMatching(/^[a-z_.]{1,20}$/),
    summary: fc.string(),
    detail: fc.string(),
    remedy: fc.string(),
    acknowledged: acknowledgement,
  },
  { requiredKeys: ['ruleId', 'severity', 'address', 'attribute', 'summary', 'detail', 'remedy'] },
);

/** Any review whatever its texts hold. */
export const anyReview: fc.Arbitrary<Review> = fc.record({
  formatVersion: fc.constant(1),
  now: fc.option(instant),
  factsOrigin: fc.option(fc.string()),
  services: fc.array(
    fc.record({
      address,
      name: fc.option(fc.string()),
      standing: fc.constantFrom('new', 'live', 'unknown'),
      fork: fc.boolean(),
    }),
  ),
  findings: fc.array(finding),
  undecided: fc.array(fc.record({ ruleId, severity, address, missing: fc.array(fc.string()) })),
  holdings: fc.array(fc.record({ ruleId, address, validUntil: instant })),
  staleAcknowledgements: fc.array(
    fc.record({
      acknowledgement,
      why: fc.constantFrom('no-such-finding', 'ended', 'cannot-be-acknowledged', 'no-such-rule'),
    }),
  ),
});
