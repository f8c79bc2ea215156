import * as fc from 'fast-check';
import {
  known,
  parseReviewCard,
  type CardService,
  type Ownership,
  type ReviewCard,
  type ServiceFacts,
} from '../../../src/domain';
import { aChange, aFork, aRequest, aService, at, dailyBackups, someFacts } from '../../../src/domain/testing';
import { cardRenderers } from '../../../src/review';
import { aCard, cardFacts, mixedRequests } from '../a-card';
import { runs } from '../../whole';

const serviceOf = (card: ReviewCard, name: string): CardService => {
  const found = card.services.find(({ side }) => side.name === `demo/${name}`);
  expect(found).toBeDefined();
  return found ?? aCardService;
};
const [aCardService] = aCard([aFork()]).services as [CardService];

describe('the card of a review', () => {
  test('the verdict is one sentence: what stops it, and what is lost', () => {
    const { verdict } = aCard(mixedRequests());
    expect(verdict.kind).toBe('stop');
    expect(verdict.sentence).toMatch(
      /^Do not apply: \d+ errors in 2 services\. It destroys 2 live services: demo\/gone, demo\/live-fork\.$/,
    );
  });

  test('a review without errors says until when it holds', () => {
    expect(aCard([aFork({ cloud: 'google-europe-west1' })]).verdict).toMatchObject({
      kind: 'go',
      sentence: expect.stringMatching(/^1 fork will work until 20\d\d-/),
    });
  });

  test('without facts it is unsure, and says how much could not be judged', () => {
    const card = aCard([aFork()], 'none');
    expect(card.verdict.kind).toBe('unsure');
    expect(card.services[0]?.fork?.point.sentence).toContain('not known');
  });

  test('what is destroyed comes first, with its reason', () => {
    const [first, second] = aCard(mixedRequests()).services;
    expect([first?.side.name, second?.side.name]).toEqual(['demo/gone', 'demo/live-fork']);
    expect(second?.change.sentence).toBe(
      'The live fork demo/live-fork is destroyed with its data and made again because of user_config.recovery_target_time.',
    );
  });

  test('a fork tells its point, its age, where it is read from, and that the data leaves its region', () => {
    const { fork } = serviceOf(aCard([aFork()]), 'pg-fork');
    expect(fork?.point).toMatchObject({
      at: '2026-11-19T12:00:00Z',
      ageSeconds: 20 * 3600,
      location: 'google-europe-west1',
      role: 'primary',
      backupName: 'backup-20261119t033000000000z',
    });
    expect(fork?.residency).toEqual({
      cloudCrossed: true,
      geoRegionCrossed: false,
      sentence: 'The data goes from google-europe-west1 to aws-eu-central-1, and stays in europe.',
    });
  });

  test('the restore is estimated at five minutes and 100 MB a second', () => {
    expect(serviceOf(aCard([aFork()]), 'pg-fork').fork?.restore).toEqual({ dataSizeMb: 40_960, estimateSeconds: 710 });
  });

  test('what is not copied stands there by name', () => {
    expect(serviceOf(aCard([aFork()]), 'pg-fork').fork?.notCopied).toEqual([
      { item: 'integrations', names: ['metrics to demo/metrics-m3db'] },
      { item: 'tags', names: ['team'] },
      { item: 'backups', names: [] },
    ]);
  });

  test('the price difference is told when the catalogue knows both plans, and not otherwise', () => {
    const smaller = serviceOf(aCard([aFork({ plan: 'startup-4' })]), 'pg-fork').fork?.price;
    expect(smaller?.differenceUsdPerMonth).toBeCloseTo(-99, 0);
    expect(serviceOf(aCard([aFork({ plan: 'custom-9' })]), 'pg-fork').fork?.price).toBeNull();
  });

  test('both windows are told, with the lag and what was not copied', () => {
    const backups = dailyBackups(6).map((backup, index) =>
      index === 2
        ? backup
        : {
            ...backup,
            copy: { cloud: 'google-europe-west4', replicatedAt: backup.completedAt + 60_000, paused: false },
          },
    );
    const facts = someFacts({
      services: [
        aService({
          backups,
          backupRegion: { cloud: 'google-europe-west4', changedAt: null, status: 'available', lagSeconds: 600 },
        }),
      ],
    });
    const [primary, secondary] = serviceOf(aCard([aFork()], facts), 'pg-fork').fork?.windows ?? [];
    expect(primary).toMatchObject({ role: 'primary', instants: 'any', lagSeconds: 0, gaps: [] });
    expect(secondary).toMatchObject({
      role: 'secondary',
      location: 'google-europe-west4',
      lagSeconds: 600,
      gaps: [{ from: '2026-11-16T03:30:00Z', to: '2026-11-18T03:30:00Z' }],
    });
  });

  test('a type without points in time shows its backups', () => {
    const facts = someFacts({ services: [aService({ type: 'opensearch', service: 'logs', windows: [] })] });
    const request = aFork({
      serviceType: 'opensearch',
      serviceName: 'logs-fork',
      userConfig: { service_to_fork_from: 'logs' },
    });
    const [window] = serviceOf(aCard([request], facts), 'logs-fork').fork?.windows ?? [];
    expect(window).toMatchObject({
      instants: 'backups',
      earliest: '2026-11-07T03:30:00Z',
      latest: '2026-11-20T03:30:00Z',
    });
  });

  test('a fork that exists tells what it was made from', () => {
    const request = aFork({
      serviceName: 'live-fork',
      cloud: 'google-europe-west1',
      userConfig: { recovery_target_time: '2026-11-17T12:00:00Z' },
    });
    const { fork, change } = serviceOf(aCard([request]), 'live-fork');
    expect(change.kind).toBe('no-op');
    expect(fork?.point.sentence).toMatch(/^It was made already, with the state of 2026-11-17T12:00:00Z/);
    expect(fork?.restore).toBeNull();
  });

  test('a fork that the plan ends tells why, and no more of what it would hold', () => {
    const { fork, endsFork, change } = serviceOf(
      aCard([
        aFork({
          serviceName: 'live-fork',
          change: aChange('delete', { why: 'delete_because_no_resource_config', prior: { service: 'live-fork' } }),
        }),
      ]),
      'live-fork',
    );
    expect([fork, endsFork]).toEqual([null, true]);
    expect(change).toMatchObject({ kind: 'delete', why: 'delete_because_no_resource_config' });
  });

  test('two services under one address keep apart what is said of each', () => {
    const address = 'demo-stack/copies';
    const card = aCard([
      aFork({ address, serviceName: 'good', cloud: 'google-europe-west1' }),
      aFork({ address, serviceName: 'BAD', cloud: 'google-europe-west1' }),
      aRequest({ address, serviceName: 'beside' }),
    ]);
    const errors = (name: string): readonly string[] =>
      serviceOf(card, name)
        .findings.filter(({ severity }) => severity === 'error')
        .map(({ ruleId }) => ruleId);
    expect([errors('good'), errors('BAD'), errors('beside')]).toEqual([[], ['naming/invalid-service-name'], []]);
    expect([serviceOf(card, 'good').fork === null, serviceOf(card, 'beside').fork]).toEqual([false, null]);
    expect(serviceOf(card, 'good').validUntil).not.toBeNull();
    expect(serviceOf(card, 'beside').validUntil).toBeNull();
  });

  test('the lineage goes back to the ancestors that the facts know', () => {
    const request = aFork({ serviceName: 'grandchild', userConfig: { service_to_fork_from: 'live-fork' } });
    const { lineage } = aCard([request]);
    expect(lineage.edges.map(({ source, fork }) => `${source} > ${fork}`)).toEqual([
      'demo/live-fork > demo/grandchild',
      'demo/source-pg > demo/live-fork',
    ]);
    expect(lineage.nodes.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'demo/grandchild new',
      'demo/live-fork live',
      'demo/source-pg live',
    ]);
  });

  test('a source in another project is not confused with a namesake', () => {
    const request = aFork({ project: 'other', userConfig: { project_to_fork_from: 'demo' } });
    expect(aCard([request]).lineage.edges).toMatchObject([{ source: 'demo/source-pg', fork: 'other/pg-fork' }]);
  });

  test('has the stored form that its schema says, and comes back from it as it was', () => {
    for (const card of [aCard(mixedRequests()), aCard([aRequest()], 'none'), aCard([])]) {
      expect(parseReviewCard(cardRenderers.json(card), 'review.json')).toEqual(card);
    }
  });

  test('gives the same bytes in every format, whatever the order of the input', () => {
    const requests = mixedRequests();
    const facts = cardFacts();
    const expected = cardRenderers.json(aCard(requests, facts));
    const pages = Object.values(cardRenderers).map((render) => render(aCard(requests, facts)));
    const orders = new Set<string>();
    fc.assert(
      fc.property(fc.shuffledSubarray([...requests], { minLength: requests.length }), (shuffled) => {
        const order = shuffled.map(({ address }) => address).join();
        if (orders.has(order)) return;
        orders.add(order);
        const card = aCard(shuffled, facts);
        expect(cardRenderers.json(card)).toBe(expected);
        if (orders.size % 50 === 0) expect(Object.values(cardRenderers).map((render) => render(card))).toEqual(pages);
      }),
      { numRuns: runs(1_000) },
    );
    expect(orders.size).toBeGreaterThan(runs(1_000) * 0.4);
  }, 30_000);
});

describe('who holds a live service', () => {
  const held = (ownership: Ownership) =>
    aCard([aRequest({ serviceName: 'live' })], someFacts({ services: [aService({ service: 'live', ownership })] }))
      .services[0]?.heldBy;
  const owner = { id: 'owner-of-others', label: { stack: 'acme', path: 'acme/live', host: 'laptop' } };
  const since = at('2026-11-19T08:00:00Z');

  test('is on its card, with who took it over and when', () => {
    expect(held({ state: 'held', owner, since, by: 'anna' })).toBe(
      'acme/live of stack acme, on laptop since 2026-11-19T08:00:00Z, by anna',
    );
    expect(held({ state: 'making', owner, since, by: null, fresh: true })).toMatch(/^being made by acme\/live/);
  });

  test('is left out where nobody does', () => {
    expect(held({ state: 'never' })).toBeUndefined();
    expect(held({ state: 'released', since, by: null })).toBeUndefined();
  });
});

describe('the power of a live service', () => {
  const off = { state: 'POWEROFF', poweredOffSince: at('2026-11-10T18:00:00Z') } as const;
  const power = (powered?: boolean, live: Partial<ServiceFacts> = off) =>
    aCard(
      [{ ...aRequest({ serviceName: 'live' }), ...(powered === undefined ? {} : { powered: known(powered) }) }],
      someFacts({ services: [aService({ service: 'live', ...live })] }),
    ).services[0]?.power;

  test('is on its card while it is off, with what the apply does to it', () => {
    expect(power()).toBe(
      'off since 2026-11-10T18:00:00Z; it stays off, and is deleted if it is off until 2027-05-09T18:00:00Z',
    );
    expect(power(false)).toBe(power());
    expect(power(true)).toBe('off since 2026-11-10T18:00:00Z; this apply powers it on, and it costs again');
    expect(power(undefined, { ...off, poweredOffSince: null })).toBe('off; it stays off');
  });

  test('is said of one that runs only where the apply ends that', () => {
    expect(power(false, {})).toBe('on; this apply powers it off');
    expect([power(true, {}), power(undefined, {})]).toEqual([undefined, undefined]);
  });
});
