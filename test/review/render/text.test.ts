import { renderers } from '../../../src/review';
import { at } from '../../../src/domain/testing';
import { aFinding, aReview } from './a-review';

const acknowledged = { reason: 'moving away', until: '2026-12-01T00:00:00Z', scope: 'demo-stack' };

describe('the text of a review', () => {
  test('an error shows where, what, the bound and the remedy, then the counts and where to read more', () => {
    expect(renderers.text(aReview({ findings: [aFinding()] }), { columns: 80 })).toBe(
      `error    recovery/target-time-outside-window   demo-stack/pg-fork › user_config.recovery_target_time
         Recovery time is outside the recovery window. 2026-10-31T23:59:59Z is
         before 2026-11-06T03:30:00Z, the earliest time held in
         google-europe-west1.
         Choose a time between 2026-11-06T03:30:00Z and 2026-11-20T08:00:00Z.

1 service judged, 1 fork, with the facts of sqlite:/shop/.forkcast/registry.db, at 2026-11-20T08:00:00Z
stop: 1 error, 0 warnings, 0 undecided
forkcast explain recovery/target-time-outside-window
`,
    );
  });

  test('instances of one block that say the same are one entry, with all their addresses', () => {
    const address = (key: string): string => `module.eu[0].aiven_pg.copy["${key}"]`;
    const text = renderers.text(
      aReview({
        findings: [
          aFinding({ address: address('a') }),
          aFinding({ address: address('b') }),
          aFinding({ address: address('c'), detail: 'Something else.' }),
          aFinding({ address: 'aiven_pg.copy' }),
        ],
      }),
    );
    expect(text.match(/^error /gm)).toHaveLength(3);
    expect(text).toContain('module.eu.aiven_pg.copy (2 instances) › ');
    expect(text).toContain(`At ${address('a')}, ${address('b')}.`);
    expect(text).toContain(`${address('c')} › `);
    expect(text).toContain('stop: 4 errors');
  });

  test('what was acknowledged does not count as an error, and its reason and end are shown', () => {
    const text = renderers.text(aReview({ findings: [aFinding({ acknowledged })] }));
    expect(text).toContain('Acknowledged (error): moving away (demo-stack, until 2026-12-01T00:00:00Z)');
    expect(text).toContain('ok: 0 errors, 0 warnings, 0 undecided, 1 acknowledged');
  });

  test('a stale acknowledgement says why it can go', () => {
    const text = renderers.text(
      aReview({ staleAcknowledgements: [{ ruleId: 'placement/other-provider', ...acknowledged, why: 'ended' }] }),
    );
    expect(text).toContain('stale    placement/other-provider   demo-stack');
    expect(text).toContain('Its end date has passed');
  });

  test('rules that miss the same fact stand together', () => {
    const missing = ['recovery window of demo/source-pg'];
    const undecided = ['recovery/a', 'recovery/b'].map((ruleId) => ({
      ruleId,
      severity: 'error' as const,
      address: 'demo-stack/pg-fork',
      missing,
    }));
    const text = renderers.text(aReview({ undecided, factsOrigin: null, now: null }));
    expect(text.match(/Not known: recovery window of demo\/source-pg\./g)).toHaveLength(1);
    expect(text).toContain('Undecided: recovery/a, recovery/b');
    expect(text).toContain('2 undecided (there are no facts of a registry)');
  });

  test.each([
    ['2026-11-20T08:59:00Z', '20 Nov 08:59 UTC, in 59 minutes'],
    ['2026-11-20T10:00:00Z', '20 Nov 10:00 UTC, in 2 hours'],
    ['2026-11-22T08:00:00Z', '22 Nov 08:00 UTC, in 2 days'],
  ])('of several ends the first one is shown: %s is %s', (until, words) => {
    const holdings = [at(until) + 1, at(until)].map((validUntil) => ({
      ruleId: 'recovery/a',
      address: 'demo-stack/pg-fork',
      validUntil,
    }));
    const text = renderers.text(aReview({ holdings }));
    expect(text).toContain(`demo-stack/pg-fork until ${until} (${words})   recovery/a`);
  });
});
