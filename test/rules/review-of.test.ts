import { BugError, dayMs, defaultCatalogue, type Acknowledgement, type ServiceRequest } from '../../src/domain';
import {
  aChange,
  aFork,
  aRequest,
  aService,
  builderNow,
  someFacts,
  type RequestOptions,
} from '../../src/domain/testing';
import { allRules, reviewOf, type ReviewOptions, type Rule } from '../../src/rules';

const catalogue = defaultCatalogue;
const aForksKeys = { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z' };
const ruleAt = (id: string): Rule => {
  const found = allRules.find((rule) => rule.id === id);
  if (found === undefined) throw new BugError(`There is no rule ${id}.`);
  return found;
};
const sourceNotFound = ruleAt('source/not-found');
const rules: readonly Rule[] = [
  ruleAt('naming/invalid-service-name'),
  sourceNotFound,
  ruleAt('source/integrations-not-copied'),
  ruleAt('lifecycle/create-timeout-too-short'),
];
const acknowledgement = (options: Partial<Acknowledgement> = {}): Acknowledgement => ({
  ruleId: 'source/integrations-not-copied',
  reason: 'a rehearsal needs no metrics',
  scope: 'demo-stack',
  ...options,
});

describe('reviewOf', () => {
  test('lists errors before warnings, address by address', () => {
    const facts = someFacts({ services: [aService({ dataSizeMb: 1_000_000 })] });
    const requests = [aFork({ serviceName: 'z-fork' }), aFork({ serviceName: 'A Fork' })];
    const { findings } = reviewOf(requests, { facts, catalogue, rules });
    expect(findings.map(({ address, ruleId }) => `${address} ${ruleId}`)).toEqual([
      'demo-stack/A Fork naming/invalid-service-name',
      'demo-stack/A Fork lifecycle/create-timeout-too-short',
      'demo-stack/A Fork source/integrations-not-copied',
      'demo-stack/z-fork lifecycle/create-timeout-too-short',
      'demo-stack/z-fork source/integrations-not-copied',
    ]);
  });

  test('says which fact an undecided rule missed', () => {
    const { undecided, now, factsOrigin } = reviewOf([aFork()], {
      facts: undefined,
      catalogue,
      rules: [sourceNotFound],
    });
    expect(undecided).toEqual([
      {
        ruleId: 'source/not-found',
        severity: 'error',
        address: 'demo-stack/pg-fork',
        missing: ['live service demo/source-pg'],
      },
    ]);
    expect({ now, factsOrigin }).toEqual({ now: null, factsOrigin: null });
  });

  test('says of a source of another type only that', () => {
    const facts = someFacts({ services: [aService({ type: 'mysql' })] });
    const plain = aFork({ userConfig: { service_to_fork_from: 'source-pg' } });
    const [found, undecided] = [reviewOf([plain], { facts, catalogue })].flatMap((review) => [
      review.findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`),
      review.undecided,
    ]);
    expect(found).toEqual(['error source/type-mismatch', 'note sizing/adds-cost']);
    expect(undecided).toEqual([]);
  });

  test('takes the clock of the facts before one that is given', () => {
    expect(reviewOf([], { facts: someFacts(), now: 0, catalogue }).now).toBe(builderNow);
    expect(reviewOf([], { facts: undefined, now: 7, catalogue }).now).toBe(7);
  });

  test('a fork that was made is not judged as a new one, whatever became of its source', () => {
    const made = aService({
      service: 'pg-fork',
      userConfig: { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z' },
    });
    const facts = someFacts({ services: [made], now: builderNow + 40 * dayMs });
    const review = reviewOf([aFork()], { facts, catalogue });
    expect(review.services.map(({ subject: { madeName, standing, isFork } }) => [madeName, standing, isFork])).toEqual([
      ['demo/pg-fork', 'live', true],
    ]);
    expect(review.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(review.undecided).toEqual([]);
  });

  test('a fork that will be replaced is judged as a new one again', () => {
    const made = aService({
      service: 'pg-fork',
      userConfig: { service_to_fork_from: 'gone-pg' },
      origin: { stack: 'demo-stack', path: 'demo-stack/pg-fork', fingerprint: 'f', latestTransaction: false },
    });
    const request = aFork({ userConfig: { service_to_fork_from: 'sorce-pg' }, onForkChange: 'replace' });
    const { findings } = reviewOf([request], { facts: someFacts({ services: [aService(), made] }), catalogue });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['source/not-found', 'lifecycle/fork-key-changed']),
    );
  });

  test('a rule that throws is a bug that names the rule and the service', () => {
    const broken: Rule = {
      ...ruleAt('naming/invalid-service-name'),
      id: 'naming/broken',
      check: () => {
        throw new BugError('Nothing works.');
      },
    };
    expect(() => reviewOf([aRequest()], { facts: undefined, catalogue, rules: [broken] })).toThrow(
      /Rule naming\/broken failed on demo-stack\/analytics-pg: Nothing works/,
    );
  });
});

describe('acknowledgements', () => {
  const facts = someFacts();
  const review = (acknowledgements: readonly Acknowledgement[], filed: readonly Acknowledgement[] = []) =>
    reviewOf([aFork({ acknowledgements })], { facts, catalogue, rules, acknowledgements: filed });

  test('a finding that someone accepted carries the reason', () => {
    const { findings, staleAcknowledgements } = review([acknowledgement()]);
    expect(findings).toMatchObject([{ acknowledged: { reason: 'a rehearsal needs no metrics' } }]);
    expect(staleAcknowledgements).toEqual([]);
  });

  test('one of a file holds below the address that it is limited to', () => {
    const filed = (within: string) => review([], [acknowledgement({ scope: 'accepted.json', within })]).findings[0];
    expect(filed('demo-stack')?.acknowledged).toMatchObject({ scope: 'accepted.json' });
    expect(filed('demo-stack/pg-fork')?.acknowledged).toMatchObject({ scope: 'accepted.json' });
    expect(filed('demo-stack/pg')?.acknowledged).toBeNull();
  });

  test.each([
    ['on its last instant', builderNow, true],
    ['one millisecond before its end', builderNow + 1, true],
    ['one millisecond after its end', builderNow - 1, false],
  ])('it counts until its end: %s', (_, until, counts) => {
    const { findings, staleAcknowledgements } = review([acknowledgement({ until })]);
    expect(findings.map(({ acknowledged }) => acknowledged !== null)).toEqual([counts]);
    expect(staleAcknowledgements.map(({ why }) => why)).toEqual(counts ? [] : ['ended']);
  });

  test('what the registry will refuse cannot be acknowledged', () => {
    const request = aFork({
      userConfig: { service_to_fork_from: 'nowhere' },
      acknowledgements: [acknowledgement({ ruleId: 'source/not-found' })],
    });
    const { findings, staleAcknowledgements } = reviewOf([request], { facts, catalogue, rules });
    expect(findings).toMatchObject([{ ruleId: 'source/not-found', severity: 'error' }]);
    expect(findings[0]?.acknowledged).toBeNull();
    expect(staleAcknowledgements.map(({ why }) => why)).toEqual(['cannot-be-acknowledged']);
  });

  const kept: RequestOptions = { change: aChange('no-op', { prior: {} }), recorded: true };
  test.each<[string, Pick<ReviewOptions, 'facts'>, RequestOptions, boolean]>([
    ['only the built-in catalogue says so', { facts: undefined }, {}, true],
    ['a registry says so', { facts }, {}, false],
    ['nothing is asked of the registry', { facts }, kept, true],
  ])('a plan that nobody sells can be accepted where %s', (_, known, options, isAccepted) => {
    const ruleId = 'sizing/plan-unknown';
    const request = aRequest({ plan: 'business-9000', acknowledgements: [acknowledgement({ ruleId })], ...options });
    const { findings } = reviewOf([request], { ...known, catalogue });
    const found = findings.find((finding) => finding.ruleId === ruleId);
    expect(found).toMatchObject({ severity: 'error' });
    expect(found?.acknowledged === null).toBe(!isAccepted);
  });

  test('one of what is judged at creation stays quiet while the service lives', () => {
    const facts = someFacts({ services: [aService(), aService({ service: 'pg-fork', userConfig: aForksKeys })] });
    const live = (options: Partial<Pick<ServiceRequest, 'acknowledgements'>> = {}) =>
      reviewOf([aFork({ acknowledgements: [acknowledgement()], recorded: true, ...options })], {
        facts,
        catalogue,
        rules,
        acknowledgements: [acknowledgement({ scope: 'accepted.json', within: 'demo-stack' })],
      }).staleAcknowledgements;
    expect(live()).toEqual([]);
    expect(live({ acknowledgements: [acknowledgement({ ruleId: 'naming/invalid-service-name' })] })).toHaveLength(1);
  });

  test('one that no finding needs, or of a rule that does not exist, is stale', () => {
    const { staleAcknowledgements } = review([
      acknowledgement({ ruleId: 'lifecycle/create-timeout-too-short' }),
      acknowledgement({ ruleId: 'source/no-such-rule' }),
    ]);
    expect(staleAcknowledgements.map(({ ruleId, why }) => `${ruleId} ${why}`)).toEqual([
      'lifecycle/create-timeout-too-short no-such-finding',
      'source/no-such-rule no-such-rule',
    ]);
  });

  test('one whose rule could not be decided is not stale', () => {
    const requests = [aFork({ acknowledgements: [acknowledgement()] })];
    expect(reviewOf(requests, { facts: undefined, catalogue, rules }).staleAcknowledgements).toEqual([]);
  });

  test('one that a stack hands down is not stale while one of its services needs it', () => {
    const inherited = [acknowledgement()];
    const requests = [aFork({ acknowledgements: inherited }), aRequest({ acknowledgements: inherited })];
    expect(reviewOf(requests, { facts, catalogue, rules }).staleAcknowledgements).toEqual([]);
  });
});
