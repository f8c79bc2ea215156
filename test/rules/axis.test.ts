import fc from 'fast-check';
import { known, toRfc3339, type EpochMs, type Facts, type ServiceFacts, type ServiceRequest } from '../../src/domain';
import { aCopiedService, aFork, aService, at, builderNow, someFacts } from '../../src/domain/testing';
import { judgeAxis, reviewOf } from '../../src/rules';
import { axisCuts } from '../../src/rules/axis/axis-cuts';
import { splitAxis } from '../../src/rules/axis/split-axis';
import { pass, violated } from '../../src/rules/verdict';
import { runs } from '../whole';

const from = at('2026-11-01T00:00:00Z');
const until = at('2026-11-22T00:00:00Z');

const forkAt =
  (part: Partial<ServiceRequest> = {}) =>
  (instant: EpochMs): ServiceRequest => {
    const fork = { ...aFork(), ...part };
    return { ...fork, userConfig: { ...fork.userConfig, recovery_target_time: known(toRfc3339(instant)) } };
  };

const axisOf = (facts: Facts, part: Partial<ServiceRequest> = {}) => {
  const source = facts.services.get('demo/source-pg') ?? aService();
  return judgeAxis({ requestAt: forkAt(part), from, until }, facts, source);
};

const told = (service: ServiceFacts, rules: readonly string[], part: Partial<ServiceRequest> = {}) =>
  axisOf(someFacts({ services: [service] }), part)
    .findings.filter(({ ruleId }) => rules.some((rule) => ruleId.startsWith(rule)))
    .map((finding) => ({
      rule: `${finding.severity} ${finding.ruleId}`,
      when: `${toRfc3339(finding.from)} ${toRfc3339(finding.until)}`,
      detail: finding.detail,
    }));

const eveLeft = {
  from: at('2026-10-01T00:00:00Z'),
  changes: [{ at: at('2026-11-15T10:00:00Z'), item: 'service-users', name: 'eve', change: 'removed' }],
} as const;

describe('judgeAxis', () => {
  test('tells of each thing once, for the interval in which it is so', () => {
    const service = aCopiedService({ access: eveLeft });
    expect(told(service, ['recovery/'], { from: 'secondary' })).toEqual([
      {
        rule: 'error recovery/secondary-point-unavailable',
        when: '2026-11-01T00:00:00Z 2026-11-10T03:29:59.999Z',
        detail:
          '{at} is before 2026-11-10T03:30:00Z, the oldest backup of demo/source-pg that was copied to google-europe-west4.',
      },
      {
        rule: 'error recovery/secondary-cloud-mismatch',
        when: '2026-11-01T00:00:00Z 2026-11-22T00:00:00Z',
        detail: 'The fork runs in aws-eu-central-1; the secondary location of demo/source-pg is google-europe-west4.',
      },
      {
        rule: 'warning recovery/deleted-comes-back',
        when: '2026-11-10T03:30:00Z 2026-11-15T09:59:59.999Z',
        detail:
          'The fork holds the state of {at}; what demo/source-pg has lost since comes back, and can log in: users eve.',
      },
      {
        rule: 'error recovery/secondary-point-unavailable',
        when: '2026-11-20T07:50:01Z 2026-11-20T08:00:00Z',
        detail:
          '{at} is after 2026-11-20T07:50:00Z, up to where the backups of demo/source-pg have been copied to ' +
          'google-europe-west4.',
      },
      {
        rule: 'error recovery/target-time-in-future',
        when: '2026-11-20T08:00:00.001Z 2026-11-22T00:00:00Z',
        detail: '{at} has not come yet: it is 2026-11-20T08:00:00Z now.',
      },
    ]);
  });

  test('says of an interval only what is so at each of its instants', () => {
    expect(told(aService(), ['recovery/target-time-after-window'])).toEqual([
      {
        rule: 'warning recovery/target-time-after-window',
        when: '2026-11-20T03:35:00.001Z 2026-11-20T08:00:00Z',
        detail:
          '{at} is after 2026-11-20T03:30:00Z, the newest backup of demo/source-pg: the log in between is replayed.',
      },
    ]);
  });

  test('tells what is not known, and until when a point can be restored', () => {
    const axis = axisOf(someFacts({ services: [aCopiedService()] }), { from: 'secondary' });
    expect(axis.undecided).toContainEqual(
      expect.objectContaining({
        ruleId: 'recovery/secondary-point-unavailable',
        missing: ['lag of the copies of demo/source-pg, to the millisecond'],
        from: at('2026-11-20T07:49:59.001Z'),
        until: at('2026-11-20T07:50:00.999Z'),
      }),
    );
    const primary = axisOf(someFacts());
    expect(primary.lasting[0]).toEqual({
      from: at('2026-11-07T03:30:00Z'),
      until: at('2026-11-08T03:29:59.999Z'),
      validUntil: at('2026-11-21T03:29:59.999Z'),
    });
    expect(primary.lasting).toHaveLength(14);
  });

  test('says so when the bound keeps it from halving', () => {
    const look = (at: EpochMs) => [at < 700 ? pass : violated('late', { at })];
    const whole = splitAxis({ from: 0, until: 1_000, cuts: [], most: 40 }, look);
    expect(whole).toMatchObject({ complete: true });
    expect(whole.spans.map((span) => [span.from, span.until, span.first[0]?.kind])).toContainEqual([
      700,
      700,
      'violated',
    ]);
    const bounded = splitAxis({ from: 0, until: 1_000, cuts: [], most: 3 }, look);
    expect(bounded.complete).toBe(false);
    expect(bounded.spans.at(0)?.from).toBe(0);
    expect(bounded.spans.at(-1)?.until).toBe(1_000);
  });

  test('says at every instant what a review of that fork says', () => {
    const worlds = [
      someFacts({ services: [aService({ access: eveLeft, versionChangedAt: at('2026-11-12T04:00:00Z') })] }),
      someFacts({ services: [aCopiedService({ access: eveLeft })], outages: ['google-europe-west1'] }),
      someFacts({ services: [aService({ state: 'POWEROFF', poweredOffSince: at('2026-11-18T09:00:00Z') })] }),
      someFacts({ services: [aService({ backups: [] })] }),
      someFacts({ services: [] }),
    ];
    const parts: readonly Partial<ServiceRequest>[] = [
      {},
      { from: 'secondary', cloud: known('google-europe-west4') },
      { from: 'primary', diskSpaceMb: known(20_000) },
      { serviceName: known('source-pg') },
      { serviceType: known('mysql') },
    ];
    const axes = worlds.flatMap((facts) => parts.map((part) => ({ facts, part, axis: axisOf(facts, part) })));
    const edges = axes.flatMap(({ axis }) => axis.findings.flatMap(({ from: a, until: b }) => [a - 1, a, b, b + 1]));
    const instants = fc.oneof(fc.integer({ min: from, max: until }), fc.constantFrom(...new Set(edges)));
    fc.assert(
      fc.property(fc.constantFrom(...axes), instants, ({ facts, part, axis }, instant) => {
        fc.pre(instant >= from && instant <= until);
        const review = reviewOf([forkAt(part)(instant)], { facts, catalogue: facts.catalogue });
        const here = <T extends { readonly from: EpochMs; readonly until: EpochMs }>(all: readonly T[]) =>
          all.filter((one) => one.from <= instant && instant <= one.until);
        const moves = / to \d+ \w+.* after /;
        const short = (one: { readonly ruleId: string; readonly severity: string; readonly detail: string }) =>
          `${one.severity} ${one.ruleId} ${moves.test(one.detail) ? '' : one.detail.replaceAll('{at}', toRfc3339(instant))}`;
        const ranged = here(axis.findings).filter(({ detail }) => moves.test(detail));
        const isRanged = (ruleId: string) => ranged.some((one) => one.ruleId === ruleId);
        expect(here(axis.findings).map(short).sort()).toEqual(
          review.findings.map((one) => (isRanged(one.ruleId) ? `${one.severity} ${one.ruleId} ` : short(one))).sort(),
        );
        expect(
          here(axis.undecided)
            .map(({ ruleId, missing }) => `${ruleId} ${missing.join()}`)
            .sort(),
        ).toEqual(review.undecided.map(({ ruleId, missing }) => `${ruleId} ${missing.join()}`).sort());
        const ends = review.holdings.map(({ validUntil }) => validUntil);
        expect(here(axis.lasting).map(({ validUntil }) => validUntil)).toEqual(
          ends.length === 0 ? [] : [Math.min(...ends)],
        );
      }),
      { numRuns: runs(300) },
    );
  });
});

test('axisCuts are in order, once each, and hold what changes a judgement', () => {
  const cuts = axisCuts(aCopiedService({ access: eveLeft }), { now: builderNow });
  expect(cuts).toEqual([...new Set(cuts)].sort((a, b) => a - b));
  expect(cuts).toEqual(expect.arrayContaining([builderNow, builderNow + 1, at('2026-11-15T10:00:00Z')]));
});
