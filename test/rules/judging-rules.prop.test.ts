import fc from 'fast-check';
import { defaultCatalogue, type PlannedChange, type ServiceRequest } from '../../src/domain';
import { aFork } from '../../src/domain/testing';
import { reviewOf } from '../../src/rules';
import { judgeRule } from '../../src/rules/engine';
import { allRules } from '../../src/rules/list';
import { withoutShadowed } from '../../src/rules/shadowed';
import type { Subject } from '../../src/rules/subject';
import { expectEqual } from '../expect-equal';
import { runs } from '../whole';
import { anyFacts, anyRequest } from './arbitraries';

const kinds: readonly PlannedChange['kind'][] = ['create', 'update', 'replace', 'delete', 'no-op'];

const planned: fc.Arbitrary<readonly ServiceRequest[]> = fc
  .array(
    fc.tuple(fc.oneof(anyRequest, fc.constant(aFork())), fc.option(fc.constantFrom(...kinds), { nil: undefined })),
    {
      maxLength: 4,
    },
  )
  .map((services) =>
    services.map(([request, kind], index) => ({
      ...request,
      address: `stack/${index}`,
      ...(kind === undefined ? {} : { change: { kind, reasons: [] } }),
    })),
  );

/** The rules that speak of a service, each asked for itself. */
const speaking = (subject: Subject) => {
  const verdicts = allRules.map((rule) => ({ ruleId: rule.id, kind: judgeRule(rule, subject).kind }));
  const { address } = subject.request;
  const said = withoutShadowed(
    {
      findings: verdicts
        .filter(({ kind }) => kind === 'violated')
        .map(({ ruleId }) => ({ ...aFinding, ruleId, address })),
      undecided: verdicts
        .filter(({ kind }) => kind === 'undecided')
        .map(({ ruleId }) => ({ ruleId, address, severity: 'error' as const, missing: [] })),
    },
    allRules,
  );
  return idsIn(said);
};

const aFinding = {
  severity: 'error' as const,
  attribute: '',
  summary: '',
  detail: '',
  remedy: '',
  acknowledged: null,
};

type Said = Readonly<Record<'findings' | 'undecided', readonly { readonly ruleId: string }[]>>;

const idsIn = ({ findings, undecided }: Said) => ({
  findings: findings.map(({ ruleId }) => ruleId).sort(),
  undecided: undecided.map(({ ruleId }) => ruleId).sort(),
});

describe('judgingRules', () => {
  test('leaves no rule out that has something to say, however a service stands', () => {
    fc.assert(
      fc.property(planned, anyFacts, (requests, facts) => {
        for (const { subject, ...said } of reviewOf(requests, { facts, catalogue: defaultCatalogue }).services)
          expectEqual(idsIn(said), speaking(subject));
      }),
      { numRuns: runs(100) },
    );
  });
});
