import {
  defaultCatalogue,
  serviceKey,
  unpublishedFacts,
  type Facts,
  type ServiceFacts,
  type UnpublishedFact,
} from '../../src/domain';
import { allRules, reviewOf } from '../../src/rules';
import { exampleCases, type RuleExample } from '../../src/rules/example';
import { examplesByRule } from '../../src/rules/examples';
import { published, without } from './as-published';

const verdictOf = (rule: (typeof allRules)[number], example: RuleExample, facts: Facts | undefined) => {
  const { request, siblings = [], now, terms } = example;
  const { findings, undecided } = reviewOf([request, ...siblings], {
    facts,
    catalogue: facts?.catalogue ?? defaultCatalogue,
    rules: [rule],
    ...(now === undefined ? {} : { now }),
    ...(terms === undefined ? {} : { terms }),
  });
  const isHere = ({ address }: { readonly address: string }): boolean => address === request.address;
  return findings.some(isHere) ? 'violated' : undecided.some(isHere) ? 'undecided' : 'silent';
};

/** Who says it where there is no trace of an ended source: nothing of that name is there, and that is an error too. */
const saidInstead: Readonly<Record<string, string>> = { 'source/terminated': 'source/not-found' };

const cases = allRules.flatMap((rule) =>
  exampleCases(examplesByRule[rule.id] ?? noExamples())
    .filter(({ kind, example }) => example.facts !== null && (kind === 'violated' || kind === 'undecided'))
    .map(({ example }) => ({ id: rule.id, rule, example, title: example.title })),
);

function noExamples(): never {
  throw new RangeError('a rule without examples');
}

test.each(cases)('$id is not silent on what it has against: $title', ({ rule, example }) => {
  const facts = example.facts ?? undefined;
  if (facts === undefined || verdictOf(rule, example, facts) === 'silent') return;
  const told = verdictOf(rule, example, published(facts));
  const instead = allRules.filter(({ id }) => id === saidInstead[rule.id]);
  expect(
    told === 'silent' ? instead.map((other) => verdictOf(other, example, published(facts))) : [told],
  ).not.toContain('silent');
  expect(told === 'silent' && instead.length === 0).toBe(false);
});

type OfService = Exclude<UnpublishedFact, 'outages' | 'ended-services'>;

/** A service of which one thing alone is not published. */
const lessOne: Readonly<Record<OfService, (service: ServiceFacts) => ServiceFacts>> = {
  owner: (service) => without(service, ['ownership', 'origin']),
  'power-off-time': (service) => without(service, ['poweredOffSince']),
  'first-backup': (service) => without(service, ['firstBackupAt', 'runningAt']),
  'copy-time': (service) => ({
    ...service,
    backups: service.backups.map((backup) =>
      backup.copy === undefined ? backup : { ...backup, copy: without(backup.copy, ['replicatedAt']) },
    ),
  }),
  series: (service) => ({ ...service, backups: service.backups.map((backup) => without(backup, ['series'])) }),
  'region-change': (service) => ({
    ...service,
    backupRegion: without(service.backupRegion, ['replacedAt', 'changedAt']),
  }),
  'version-change': (service) => without(service, ['versionChangedAt']),
  'backup-in-progress': (service) => without(service, ['backupInProgress']),
  'recovery-point': (service) => without(service, ['lineage']),
  'access-history': (service) => without(service, ['access']),
};

/** Facts without one fact; undefined where they have nothing of it. */
const withoutOne = (facts: Facts, fact: UnpublishedFact): Facts | undefined => {
  const hidden = { ...facts, unpublished: [fact] };
  if (fact === 'outages') return facts.outages?.length === 0 ? undefined : without(hidden, ['outages']);
  if (fact === 'ended-services') return facts.terminated?.size === 0 ? undefined : without(hidden, ['terminated']);
  const all = [...facts.services.values()];
  const less = all.map(lessOne[fact]);
  if (JSON.stringify(less) === JSON.stringify(all)) return undefined;
  return { ...hidden, services: new Map(less.map((service) => [serviceKey(service), service])) };
};

test.each(unpublishedFacts)('no rule is silent on what it has against where this alone is not known: %s', (fact) => {
  const silent: string[] = [];
  let taken = 0;
  for (const { id, rule, example, title } of cases) {
    const less = example.facts === null || example.facts === undefined ? undefined : withoutOne(example.facts, fact);
    if (less === undefined || verdictOf(rule, example, example.facts ?? undefined) === 'silent') continue;
    taken += 1;
    const judges = [rule, ...allRules.filter((other) => other.id === saidInstead[id])];
    if (judges.every((judge) => verdictOf(judge, example, less) === 'silent')) silent.push(`${id}: ${title}`);
  }
  expect(silent).toEqual([]);
  expect(taken).toBeGreaterThan(0);
});

test('a name that is taken is told with nothing that is not published', () => {
  const rule = allRules.filter(({ id }) => id === 'project/name-taken');
  const details = exampleCases(examplesByRule['project/name-taken'] ?? noExamples()).flatMap(({ example }) => {
    if (!example.facts) return [];
    const facts = published(example.facts);
    const { findings } = reviewOf([example.request, ...(example.siblings ?? [])], {
      facts,
      catalogue: facts.catalogue,
      rules: rule,
    });
    return findings.map(({ detail }) => detail);
  });
  expect(details.length).toBeGreaterThan(0);
  for (const detail of details) expect(detail).not.toMatch(/not a fork|made outside|made by/);
});

test.each(['nodes', 'diskSpaceMb', 'dataSizeMb'] as const)('no rule is silent where an answer lacks: %s', (field) => {
  const silent: string[] = [];
  let [taken, undecided] = [0, 0];
  for (const { id, rule, example, title } of cases) {
    if (!example.facts || verdictOf(rule, example, example.facts) !== 'violated') continue;
    const services = [...example.facts.services].map(([key, one]) => [key, without(one, [field])] as const);
    const told = verdictOf(rule, example, { ...example.facts, services: new Map(services) });
    taken += 1;
    if (told === 'undecided') undecided += 1;
    if (told === 'silent') silent.push(`${id}: ${title}`);
  }
  expect(silent).toEqual([]);
  expect(taken).toBeGreaterThan(100);
  expect(undecided).toBeGreaterThan(0);
});
