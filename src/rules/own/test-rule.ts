import * as z from 'zod/mini';
import { ForkcastError, once, schemaFault } from '../../domain';
import { makeFinding, judgeRule } from '../engine';
import { listNeeds } from '../list-needs';
import { exampleCases, exampleSubject, type RuleExamples } from '../example';
import { recordedNeeds } from '../recorded-needs';
import type { Need, Rule } from '../rule';
import { placeholdersOf } from '../wording';
import type { OwnRule } from './own-rule';
import { faultPrefix } from './guarded';
import { readOwnRules } from './read-own-rules';

/** A rule does not do what its examples say; the message lists every difference. */
export class RuleTestError extends ForkcastError {
  readonly code = 'FC_RULE_TEST';
  readonly exitCode = 1;
  constructor(
    readonly ruleId: string,
    readonly faults: readonly string[],
  ) {
    super([`${ruleId} is not what its examples say:`, ...faults.map((fault) => `- ${fault}`)].join('\n'));
  }
}

/**
 * Holds a rule against its examples, in any test framework: each comes to the verdict that it stands under, each message is reached and
 * has all of its data, and the rule needs exactly what it reads.
 * @throws RuleTestError with all that differs.
 * @example
 * test('acme/cloud-not-allowed', () =>
 *   testRule(rule, {
 *     violated: [{ title: 'a fork in the US', request: aFork({ cloud: 'aws-us-east-1' }), facts: null, message: 'outside' }],
 *     pass: [{ title: 'a fork in the EU', request: aFork({ cloud: 'aws-eu-west-1' }), facts: null }],
 *     undecided: [{ title: 'a cloud known after apply', request: aFork({ unknown: ['cloud_name'] }), facts: null }],
 *   }));
 */
export const testRule = (rule: OwnRule, examples: RuleExamples): void => {
  const result = readOwnRules(rule, 'the test');
  const lists = exampleLists().safeParse(examples, { reportInput: true });
  const faults =
    result.kind === 'unreadable'
      ? [result.why]
      : lists.success
        ? result.own.rules.flatMap((judged) => faultsOf(judged, examples))
        : [`${schemaFault(lists.error, 'its examples')}; [] says that there are none`];
  if (faults.length > 0) throw new RuleTestError(rule.id, faults);
};

/** A test in JavaScript may leave lists out. */
const exampleLists = once(() =>
  z.object({
    violated: z.array(z.unknown()),
    pass: z.array(z.unknown()),
    undecided: z.array(z.unknown()),
    notApplicable: z.exactOptional(z.array(z.unknown())),
  }),
);

const faultsOf = (rule: Rule, examples: RuleExamples): readonly string[] => [
  ...exampleFaults(rule, examples),
  ...unreached(rule, examples),
  ...needFaults(rule, examples),
];

const exampleFaults = (rule: Rule, examples: RuleExamples): readonly string[] =>
  exampleCases(examples).flatMap(({ kind, example }) => {
    const subject = exampleSubject(example);
    const verdict = judgeRule(rule, subject);
    const why = verdict.kind === 'undecided' ? `, for lack of ${verdict.missing.join(', ')}` : '';
    if (verdict.kind !== kind) return [`"${example.title}" is to be ${kind}, and is ${verdict.kind}${why}`];
    if (verdict.kind === 'undecided' && verdict.missing.some((name) => name.startsWith(faultPrefix(rule))))
      return [`"${example.title}" is undecided by a fault of the rule${why}`];
    if (verdict.kind !== 'violated') return [];
    if (example.message !== undefined && example.message !== verdict.message)
      return [`"${example.title}" is to say "${example.message}", and says "${verdict.message}"`];
    const { detail, remedy } = makeFinding(rule, subject, verdict);
    const open = placeholdersOf(`${detail} ${remedy}`);
    return open.length === 0
      ? []
      : [`"${example.title}" gives no data for {${open.join('}, {')}} of "${verdict.message}"`];
  });

/** Messages that no example comes to. */
const unreached = (rule: Rule, { violated }: RuleExamples): readonly string[] => {
  const reached = new Set(
    violated.map((example) => {
      const verdict = judgeRule(rule, exampleSubject(example));
      return verdict.kind === 'violated' ? verdict.message : '';
    }),
  );
  return Object.keys(rule.messages)
    .filter((message) => !reached.has(message))
    .map((message) => `no example under "violated" says "${message}"`);
};

const needFaults = (rule: Rule, examples: RuleExamples): readonly string[] => {
  const read = recordedNeeds(
    rule,
    exampleCases(examples).map(({ example }) => example),
  );
  const list = (needs: readonly Need[]): string => `[${needs.map((need) => `'${need}'`).join(', ')}]`;
  const said = listNeeds(rule);
  const isSame = read.length === said.length && read.every((need) => said.includes(need));
  return isSame ? [] : [`its needs are ${list(said)}, and its examples read ${list(read)}: write needs: ${list(read)}`];
};
