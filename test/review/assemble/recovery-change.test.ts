import {
  defaultCatalogue,
  known,
  parseReviewCard,
  unknown,
  type Facts,
  type PlacedPolicy,
  type ServiceRequest,
} from '../../../src/domain';
import { aChange, aCopiedService, aRequest, someFacts } from '../../../src/domain/testing';
import { assembleCard, cardRenderers, renderers } from '../../../src/review';
import { isWorthShowing } from '../../../src/review/render/card-rows';
import { reviewOf } from '../../../src/rules';

const region = 'google-europe-west4';
const copied = someFacts({ services: [aCopiedService({ userConfig: { additional_backup_regions: [region] } })] });
const orders: PlacedPolicy = { name: 'orders', survives: ['region', 'service'], rpo: '15m' };

/** `source-pg` as a configuration has it. */
const declared = (options: Parameters<typeof aRequest>[0] = {}): ServiceRequest =>
  aRequest({
    serviceName: 'source-pg',
    recorded: true,
    change: aChange('update', { prior: { service: 'source-pg' } }),
    ...options,
  });
const dropped = declared({ userConfig: { additional_backup_regions: [] } });

const cardOf = (request: ServiceRequest, policies: readonly PlacedPolicy[] = [], facts: Facts | null = copied) =>
  assembleCard(
    reviewOf([request], { facts: facts ?? undefined, catalogue: defaultCatalogue, terms: { policies: [...policies] } }),
  );
const toldOf = (...given: Parameters<typeof cardOf>) => cardOf(...given).services[0]?.recovery ?? [];
const verdicts = (...given: Parameters<typeof cardOf>) =>
  toldOf(...given).map(({ what, asked, before, after }) => [
    what,
    asked.join(),
    before?.verdict ?? null,
    after.verdict,
  ]);

describe('what a plan does to how a service comes back', () => {
  test('a second region that is dropped breaches what was met, and each side says why', () => {
    expect(verdicts(dropped, [orders])).toEqual([
      ['region', 'orders', 'met', 'breached'],
      ['service', 'orders', 'met', 'met'],
      ['backup-location', '', 'met', 'breached'],
    ]);
    const [first] = toldOf(dropped, [orders]);
    expect(first?.before).toMatchObject({
      from: `${region} (secondary)`,
      why: 'It misses 10 minutes; the policy allows 15 minutes.',
    });
    expect(first?.after.why).toBe(
      'Nothing comes back: all backups of demo/source-pg lie in google-europe-west1 (primary).',
    );
  });

  test.each<readonly [string, ServiceRequest['userConfig'], string]>([
    ['is not written any more', {}, 'breached'],
    ['is written as null', { additional_backup_regions: known(null) }, 'breached'],
    ['is known after apply', { additional_backup_regions: unknown('known-after-apply') }, 'unknown'],
  ])('a second region of the record that %s', (_how, userConfig, after) => {
    const prior = { service: 'source-pg', userConfig: { additional_backup_regions: [region] } };
    const request = { ...declared({ change: aChange('update', { prior }) }), userConfig };
    expect(verdicts(request, [orders])[0]).toEqual(['region', 'orders', 'met', after]);
  });

  test('how long backups are kept is not known where the record has a number that is not written any more', () => {
    const prior = { service: 'source-pg', userConfig: { backup_retention_days: 30 } };
    const request = declared({ change: aChange('update', { prior }) });
    const window = { name: 'weeks', window: '20d' };
    expect(verdicts(request, [window]).find(([what]) => what === 'window')).toEqual([
      'window',
      'weeks',
      'breached',
      'unknown',
    ]);
  });

  test('it is told without a policy, too, and then of what the plan changes alone', () => {
    expect(verdicts(dropped)).toEqual([
      ['region', '', 'met', 'breached'],
      ['backup-location', '', 'met', 'breached'],
    ]);
    expect(verdicts(declared({ userConfig: { additional_backup_regions: [region] } }))).toEqual([]);
  });

  test('another second region is unknown until something is copied there, and never met', () => {
    const other = declared({ userConfig: { additional_backup_regions: ['google-europe-north1'] } });
    expect(verdicts(other, [{ ...orders, survives: ['region'] }])).toEqual([
      ['region', 'orders', 'met', 'unknown'],
      ['backup-location', '', 'met', 'unknown'],
    ]);
    expect(toldOf(other)[0]?.after.why).toContain('first copy of a backup of demo/source-pg in google-europe-north1');
  });

  test('a smaller plan shortens the window, with a policy and without', () => {
    const smaller = declared({ plan: 'startup-4' });
    expect(toldOf(smaller)).toEqual([
      {
        what: 'window',
        asked: [],
        before: { verdict: 'met', why: 'Backups are kept for 14 days.', from: null },
        after: { verdict: 'met', why: 'Backups are kept for 2 days.', from: null },
      },
    ]);
    expect(verdicts(smaller, [{ name: 'long', window: '14d' }])).toEqual([['window', 'long', 'met', 'breached']]);
  });

  test('of several policies the one counts that is missed', () => {
    const strict: PlacedPolicy = { name: 'strict', survives: ['region'], rpo: '1m' };
    const kept = declared({ userConfig: { additional_backup_regions: [region] } });
    expect(verdicts(kept, [{ ...orders, survives: ['region'] }, strict])).toEqual([
      ['region', 'orders,strict', 'breached', 'breached'],
    ]);
  });

  test('a service that is made has no before; where its backups will lie is known', () => {
    const made = aRequest({ change: aChange('create') });
    expect(verdicts(made, [{ ...orders, window: '7d' }])).toEqual([
      ['region', 'orders', null, 'breached'],
      ['service', 'orders', null, 'unknown'],
      ['window', 'orders', null, 'met'],
    ]);
    expect(verdicts(made)).toEqual([]);
  });

  test('how long backups are kept is a property of plan and settings, so that it is known of what is made', () => {
    const [row] = toldOf(aRequest({ change: aChange('create') }), [{ name: 'weeks', window: '7d' }]);
    expect(row?.after).toMatchObject({
      verdict: 'met',
      why: expect.stringContaining('Backups will be kept for 14 days'),
    });
  });

  test('a replica follows another service, and has no backups that a window could go back to', () => {
    const follows = { pg_read_replica: true, service_to_fork_from: 'source-pg' };
    const replica = aRequest({ serviceName: 'replica', userConfig: follows, change: aChange('create') });
    expect(verdicts(replica, [{ ...orders, window: '7d' }])).toEqual([
      ['region', 'orders', null, 'breached'],
      ['service', 'orders', null, 'breached'],
      ['window', 'orders', null, 'breached'],
    ]);
    const facts = someFacts({ services: [aCopiedService({ replicaOf: 'demo/main', backups: [] })] });
    expect(verdicts(declared(), [{ name: 'weeks', window: '7d' }], facts)).toEqual([
      ['window', 'weeks', 'breached', 'breached'],
    ]);
  });

  test('one that is made under another name before the old one ends is compared with that', () => {
    const prior = { service: 'source-pg' };
    const renamed = declared({ serviceName: 'next-pg', change: aChange('replace', { prior, createFirst: true }) });
    expect(verdicts(renamed, [orders])).toEqual([
      ['region', 'orders', 'met', 'breached'],
      ['service', 'orders', 'met', 'unknown'],
    ]);
  });

  test('one that is ended or made again is told where a policy asks for it', () => {
    const prior = { service: 'source-pg' };
    const ended = declared({ change: aChange('delete', { prior }) });
    expect(verdicts(ended, [{ ...orders, survives: ['region'] }])).toEqual([['region', 'orders', 'met', 'breached']]);
    expect(verdicts(ended)).toEqual([]);
    const again = declared({
      change: aChange('replace', { prior }),
      userConfig: { additional_backup_regions: [region] },
    });
    expect(verdicts(again, [{ ...orders, survives: ['region'] }])).toEqual([['region', 'orders', 'met', 'unknown']]);
  });

  test('what is not known is unknown: without facts, and where a region is known after apply', () => {
    expect(verdicts(declared(), [orders], null)).toEqual([
      ['region', 'orders', null, 'unknown'],
      ['service', 'orders', null, 'unknown'],
    ]);
    // The live service may keep its backups for days of its own.
    expect(verdicts(declared(), [{ name: 'weeks', window: '7d' }], null)).toEqual([
      ['window', 'weeks', null, 'unknown'],
    ]);
    const open = declared({ unknown: ['user_config.additional_backup_regions', 'plan'] });
    expect(verdicts(open, [{ ...orders, window: '7d' }])).toEqual([
      ['region', 'orders', 'met', 'unknown'],
      ['service', 'orders', 'met', 'unknown'],
      ['window', 'orders', 'met', 'unknown'],
    ]);
  });

  test('no rate makes a time of what nobody measured', () => {
    const [first] = toldOf(declared({ userConfig: { additional_backup_regions: [region] } }), [
      { name: 'fast', survives: ['region'], rto: '1h' },
    ]);
    expect(first?.after).toMatchObject({
      verdict: 'unknown',
      why: expect.stringContaining('nobody measured a restore'),
    });
  });
});

describe('the row of the card', () => {
  const card = cardOf(dropped, [orders]);

  test.each(['text', 'markdown', 'html'] as const)('is told in %s', (format) => {
    const page = cardRenderers[format](card, { columns: 1_000 });
    expect(page).toContain('After plan');
    expect(page.replaceAll('&gt;', '>')).toMatch(
      /region lost, asked by orders: met from google-europe-west4 \\?\(secondary\\?\) → breached/,
    );
  });

  test('is in the JSON of the card, comes back from it, and is in the text and JSON of a check', () => {
    expect(parseReviewCard(cardRenderers.json(card), 'review.json').services[0]?.recovery).toEqual(
      card.services[0]?.recovery,
    );
    expect(renderers.text(card, { columns: 1_000 })).toContain(
      'region lost, asked by orders: met from google-europe-west4 (secondary) → breached',
    );
    expect(JSON.parse(renderers.json(card))).toMatchObject({
      services: [{ recovery: expect.arrayContaining([expect.objectContaining({ what: 'region' })]) }],
    });
  });

  test('what a plan leaves as it was makes no service worth showing', () => {
    const quiet = aRequest({
      ...{ serviceName: 'source-pg', change: aChange('no-op', { prior: { service: 'source-pg' } }) },
      userConfig: { additional_backup_regions: [region] },
    });
    const asked = cardOf(quiet, [{ name: 'any', survives: ['region'] }]);
    const [service] = asked.services;
    expect(service?.recovery).toHaveLength(1);
    expect(service && isWorthShowing({ ...service, findings: [], undecided: [] })).toBe(false);
    expect(card.services.map((one) => isWorthShowing({ ...one, findings: [], undecided: [] }))).toEqual([true]);
  });
});
