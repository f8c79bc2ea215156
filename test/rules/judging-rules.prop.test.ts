import fc from 'fast-check';
import {
  defaultCatalogue,
  type Facts,
  type JsonValue,
  type PlannedChange,
  type RecoveryTerms,
  type ServiceRequest,
} from '../../src/domain';
import { aFork, aService, someFacts } from '../../src/domain/testing';
import { judgeRule } from '../../src/rules/engine';
import { exampleCases, exampleSubject } from '../../src/rules/example';
import { examplesByRule } from '../../src/rules/examples';
import { judgingRules } from '../../src/rules/judging-rules';
import { allRules } from '../../src/rules/list';
import type { Subject } from '../../src/rules/subject';
import { subjectsOf } from '../../src/rules/subjects';
import { expectEqual } from '../expect-equal';
import { runs } from '../whole';
import { anyFacts, anyRequest } from './arbitraries';

const prior = aService({ userConfig: { additional_backup_regions: ['aws-eu-west-1'] } });

const anyChange: fc.Arbitrary<PlannedChange | undefined> = fc
  .record({
    kind: fc.constantFrom(undefined, 'create', 'update', 'replace', 'delete', 'no-op'),
    prior: fc.constantFrom({}, { prior }),
  })
  .map(({ kind, prior: record }) => (kind === undefined ? undefined : { kind, reasons: [], ...record }));

const planned: fc.Arbitrary<readonly ServiceRequest[]> = fc
  .array(fc.tuple(fc.oneof(anyRequest, fc.constant(aFork())), anyChange), { maxLength: 4 })
  .map((services) =>
    services.map(([request, change], index) => ({
      ...request,
      address: `stack/${index}`,
      ...(change === undefined ? {} : { change }),
    })),
  );

const anyTerms = fc.constantFrom<(RecoveryTerms | undefined)[]>(
  undefined,
  { policies: [] },
  {
    policies: [
      {
        name: 'all',
        survives: ['region'],
        rpo: '1h',
        window: '40d',
        forksLive: '1d',
        dataIn: ['Europe'],
        plans: ['*-4'],
      },
    ],
  },
);

// Asked for all subjects, so that what one was looked up for is seen to hold for those like it.
const judging = judgingRules(allRules);

/** The rules that are not asked and would have had something to say. */
const unheard = (subject: Subject): readonly string[] =>
  allRules
    .filter((rule) => !judging(subject).includes(rule))
    .map((rule) => ({ id: rule.id, verdict: judgeRule(rule, subject) }))
    .filter(({ verdict }) => JSON.stringify(verdict) !== '{"kind":"pass"}' && verdict.kind !== 'not-applicable')
    .map(({ id }) => id);

describe('judgingRules', () => {
  test('leaves no rule out that has something to say, however a service stands', () => {
    fc.assert(
      fc.property(planned, anyFacts, anyTerms, (requests, facts, terms) => {
        const subjects = subjectsOf(requests, { facts, now: facts?.now, catalogue: defaultCatalogue, terms });
        for (const request of requests) expectEqual(unheard(subjects(request)), []);
      }),
      { numRuns: runs(100) },
    );
  });

  test.each(allRules.map(({ id }) => id))('leaves none out in the examples of %s', (id) => {
    const examples = examplesByRule[id];
    for (const { example } of examples === undefined ? [] : exampleCases(examples))
      expectEqual(unheard(exampleSubject(example)), []);
  });

  test('asks for what few services have only where there may be any', () => {
    const facts = someFacts({ services: [aService()] });
    const subjectOf = (
      request: ServiceRequest,
      known: { terms?: RecoveryTerms; facts?: Facts | undefined } = {},
    ): Subject => subjectsOf([request], { facts, now: undefined, catalogue: defaultCatalogue, ...known })(request);
    const asked = (subject: Subject) => new Set(judging(subject).map(({ only }) => only));
    const setting = (key: string, value: JsonValue) => ({
      ...fork,
      userConfig: { ...fork.userConfig, [key]: { known: true, value } as const },
    });
    const fork: ServiceRequest = { ...aFork(), change: { kind: 'create', reasons: [] } };
    expect(asked(subjectOf(fork))).toEqual(new Set([undefined]));
    const withRegion = setting('additional_backup_regions', ['aws-eu-west-1']);
    expect(asked(subjectOf(withRegion))).toEqual(new Set([undefined, 'backup-region']));
    const withDisk: ServiceRequest = { ...fork, diskSpaceMb: { known: true, value: 90_000 } };
    expect(asked(subjectOf(withDisk))).toEqual(new Set([undefined, 'disk']));
    const updated: ServiceRequest = { ...fork, change: { kind: 'update', reasons: [] } };
    expect(asked(subjectOf(updated))).toEqual(new Set([undefined, 'backup-region', 'change']));
    const terms = { policies: [{ name: 'all' }] };
    expect(asked(subjectOf(fork, { terms }))).toEqual(new Set([undefined, 'policies']));
    const withName = setting('recovery_basebackup_name', 'backup-20261118t033000000000z');
    expect(asked(subjectOf(withName))).toEqual(new Set([undefined, 'backup-name']));
    const fromSecondary: ServiceRequest = { ...fork, from: 'secondary' };
    expect(asked(subjectOf(fromSecondary))).toEqual(new Set([undefined, 'secondary']));
    const down = { ...facts, outages: ['google-europe-west1'] };
    expect(asked(subjectOf(fork, { facts: down }))).toEqual(new Set([undefined, 'secondary']));
    expect(asked(subjectOf(fork, { facts: undefined }))).toEqual(new Set([undefined, 'secondary']));
  });
});
