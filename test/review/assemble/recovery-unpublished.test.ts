import { hourMs, lossKinds, serviceKey, type PlacedPolicy, type ServiceFacts } from '../../../src/domain';
import { aCopiedService, aService, at, builderNow, someFacts } from '../../../src/domain/testing';
import { recoveryReportOf } from '../../../src/review';
import { lossOf } from '../../../src/rules';
import { published } from '../../rules/as-published';

const search = { type: 'opensearch', userConfig: {} } as const;
const late = (service: ServiceFacts): ServiceFacts => ({
  ...service,
  backups: service.backups.map(({ copy, ...backup }) =>
    copy === undefined ? backup : { ...backup, copy: { ...copy, replicatedAt: builderNow + hourMs } },
  ),
});

/** Services of which something is so that nobody publishes, and that a way back rests on. */
const services: readonly (readonly [what: string, service: ServiceFacts])[] = [
  ['off since days', aService({ state: 'POWEROFF', poweredOffSince: at('2026-11-10T18:00:00Z') })],
  ['off, with copies', aCopiedService({ state: 'POWEROFF', poweredOffSince: at('2026-11-10T18:00:00Z') })],
  [
    'hourly backups alone',
    aService({ ...search, backups: aService().backups.map((one) => ({ ...one, series: 'frequent' })) }),
  ],
  ['copies of a type without a log that are still on their way', late(aCopiedService(search))],
  ['a cassandra whose copies are on their way', late(aCopiedService({ type: 'cassandra', userConfig: {} }))],
  ['made a moment ago', aService({ createdAt: builderNow - 1, firstBackupAt: null, runningAt: null, backups: [] })],
];

/** The verdict of every loss, with and without a policy. */
const verdicts = (service: ServiceFacts, isPublished: boolean): Readonly<Record<string, string>> => {
  const told = someFacts({ services: [service] });
  const facts = isPublished ? published(told) : told;
  const policies: readonly (readonly PlacedPolicy[])[] = [[], [{ name: 'p', survives: [...lossKinds], rpo: '1h' }]];
  const cells = policies.flatMap((asked) =>
    recoveryReportOf(
      [...facts.services.values()].map((one) => ({ kind: 'live', service: one, policies: asked })),
      {
        facts,
        at: facts.now,
        columns: lossKinds.map((kind) => ({
          name: kind,
          kinds: [kind],
          of: (one) => lossOf(kind, one, facts.catalogue),
        })),
        terms: { policies: asked },
        judgedBy: { ruleSets: [], policy: null },
        afterPlan: false,
      },
    ).services.flatMap((row) => row.cells.map(({ loss, verdict }) => [`${loss} ${asked.length}`, verdict] as const)),
  );
  return Object.fromEntries(cells);
};

test.each(services)('no way back is met because of what is not published: %s', (_what, service) => {
  const [truth, told] = [verdicts(service, false), verdicts(service, true)];
  expect(Object.keys(told)).toHaveLength(2 * lossKinds.length);
  const wrong = Object.entries(told).filter(([loss, verdict]) => verdict === 'met' && truth[loss] !== 'met');
  expect([serviceKey(service), wrong]).toEqual([serviceKey(service), []]);
});
