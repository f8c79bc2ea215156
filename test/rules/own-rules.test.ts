import { aFork, someFacts } from '../../src/domain/testing';
import { reviewOf, readOwnRules } from '../../src/rules';
import {
  defineRule,
  notApplicable,
  orUndecided,
  pass,
  RuleTestError,
  testRule,
  violated,
} from '../../src/rules/authoring';
import type { OwnRule, RuleExamples, Verdict } from '../../src/rules/authoring';
import { defaultCatalogue } from '../../src/domain';

const cloudNotAllowed = defineRule({
  id: 'acme/cloud-not-allowed',
  severity: 'error',
  scope: 'settings',
  needs: ['configuration'],
  title: 'Cloud is not one of ours',
  why: 'Customer data stays in the European Union.',
  attribute: 'cloud_name',
  messages: { outside: { detail: '{cloud} is outside of the EU.', remedy: 'Choose a cloud in the EU.' } },
  check: ({ request }) => {
    const cloud = orUndecided(request.cloud, `cloud_name of ${request.address}`) ?? 'the default';
    return cloud.includes('-eu-') ? pass : violated('outside', { cloud });
  },
});

const examples: RuleExamples = {
  violated: [
    { title: 'a fork in the US', request: aFork({ cloud: 'aws-us-east-1' }), facts: null, message: 'outside' },
  ],
  pass: [{ title: 'a fork in the EU', request: aFork({ cloud: 'aws-eu-west-1' }), facts: null }],
  undecided: [{ title: 'a cloud known after apply', request: aFork({ unknown: ['cloud_name'] }), facts: null }],
};

/** What a rule comes to whose check is anything. */
const undecidedBy = (check: (subject: never) => unknown): string => {
  const rule: unknown = { ...cloudNotAllowed, check };
  const result = readOwnRules(rule, 'a test');
  if (result.kind === 'unreadable') return result.why;
  const { findings, undecided } = reviewOf([aFork()], {
    facts: someFacts(),
    catalogue: defaultCatalogue,
    rules: [],
    own: result.own,
  });
  return findings.length > 0 ? 'violated' : undecided.flatMap(({ missing }) => missing).join();
};

test.each<[string, (subject: never) => unknown, string]>([
  [
    'throws',
    (): unknown => JSON.parse('{'),
    'the verdict of acme/cloud-not-allowed, which was not given: it threw SyntaxError: ',
  ],
  [
    'throws what is no error',
    () => Promise.reject(new TypeError('later')).catch(() => undefined),
    'which is a promise: a check answers at once',
  ],
  ['answers nothing', () => undefined, 'which is none: it: expected object, got nothing'],
  ['answers a truth', () => true, 'which is none: it: expected object, got true'],
  ['has a verdict of its own', () => ({ kind: 'maybe' }), 'which is none: kind: none of the allowed forms, got'],
  [
    'is undecided for no reason',
    () => ({ kind: 'undecided', missing: [] }),
    'which is none: missing: expected at least 1 items, got []',
  ],
  [
    'says what it does not declare',
    () => violated('inside', {}),
    'which has the message "inside", where it declares outside',
  ],
])('a rule that %s is undecided', (_, check, words) => {
  expect(undecidedBy(check)).toContain(words);
});

test('a rule that answers well is left alone', () => {
  expect(undecidedBy((): Verdict<string> => notApplicable)).toBe('');
  expect(undecidedBy(() => violated('outside', { cloud: 'x' }))).toBe('violated');
});

test.each<[string, unknown, string]>([
  ['no id', { ...cloudNotAllowed, id: undefined }, 'the rule: id: expected string, got nothing'],
  ['an id without a namespace', { ...cloudNotAllowed, id: 'cloud' }, 'id: expected NAMESPACE/FAULT'],
  [
    'the id of ours',
    { ...cloudNotAllowed, id: 'sizing/adds-cost' },
    'it is the id of a rule of Forkcast; give it a namespace of your own, such as "acme/adds-cost"',
  ],
  ['our group', { ...cloudNotAllowed, id: 'sizing/too-large' }, "sizing/ is a group of Forkcast's rules"],
  ['our name', { ...cloudNotAllowed, id: 'forkcast/too-large' }, "forkcast/ is a group of Forkcast's rules"],
  [
    'a severity of another tool',
    { ...cloudNotAllowed, severity: 'fatal' },
    'severity: expected "error" or "warning" or "note", got "fatal"',
  ],
  ['a misspelt field', { ...cloudNotAllowed, scopes: 'settings' }, 'unknown field "scopes"; did you mean "scope"?'],
  ['no message', { ...cloudNotAllowed, messages: {} }, 'messages: expected one message or more, got {}'],
  ['no check', { ...cloudNotAllowed, check: 'yes' }, 'check: expected a function of the subject, got "yes"'],
  [
    'one id twice',
    [cloudNotAllowed, cloudNotAllowed],
    'rule 2 of 2, "acme/cloud-not-allowed": another rule has this id',
  ],
  ['nothing', [], 'it is an empty list'],
  ['a word', 'acme', 'expected object, got "acme"'],
  ['a function', () => cloudNotAllowed, 'expected object, got a function'],
  ['a big integer', 1n, 'expected object, got 1n'],
  [
    'a field that throws',
    {
      get id(): string {
        throw new TypeError('no id');
      },
    },
    'a field of it threw TypeError: no id when it was read',
  ],
])('%s is refused, with what is allowed', (_, value, words) => {
  expect(readOwnRules(value, 'a test')).toEqual({ kind: 'unreadable', why: expect.stringContaining(words) });
});

test.each<[string, boolean, readonly string[]]>([
  ['acme/cloud-not-allowed', false, []],
  ['acme/cloud-not-allowed', true, ['no-such-finding']],
  ['acme/cloud-allowed', true, ['no-such-rule']],
  ['other/cloud-not-allowed-anywhere', true, []],
  ['sorce/not-found', false, ['no-such-rule']],
  ['sizing/too-large-for-us', false, ['no-such-rule']],
  ['cloud', false, ['no-such-rule']],
])('an acknowledgement of %s where own rules judge (%s) is stale: %j', (ruleId, isJudged, why) => {
  const result = readOwnRules(cloudNotAllowed, 'a test');
  const { staleAcknowledgements } = reviewOf([aFork()], {
    facts: someFacts(),
    catalogue: defaultCatalogue,
    acknowledgements: [{ ruleId, reason: 'so', scope: 'accepted.json' }],
    ...(isJudged && result.kind === 'read' ? { own: result.own } : {}),
  });
  expect(staleAcknowledgements.map((stale) => stale.why)).toEqual(why);
});

describe('testRule', () => {
  const faultsOf = (rule: OwnRule, changed: Partial<RuleExamples> = {}): readonly string[] => {
    try {
      testRule(rule, { ...examples, ...changed });
      return [];
    } catch (error) {
      if (error instanceof RuleTestError) return error.faults;
      throw error;
    }
  };

  test('lets a rule pass that is what its examples say', () => {
    expect(faultsOf(cloudNotAllowed)).toEqual([]);
  });

  test('names an example that comes to another verdict, or says something else', () => {
    const [violation] = examples.violated;
    expect(faultsOf(cloudNotAllowed, { pass: [violation] })).toEqual([
      '"a fork in the US" is to be pass, and is violated',
    ]);
    expect(faultsOf(cloudNotAllowed, { violated: [{ ...violation, message: 'inside' }] })).toEqual([
      '"a fork in the US" is to say "inside", and says "outside"',
    ]);
  });

  test('tells what the rule needs, where it says something else', () => {
    expect(faultsOf({ ...cloudNotAllowed, needs: ['clock'] })).toEqual([
      "its needs are ['clock'], and its examples read ['configuration']: write needs: ['configuration']",
    ]);
  });

  test('names a message that nothing says, and a placeholder without data', () => {
    const { outside } = cloudNotAllowed.messages;
    expect(faultsOf({ ...cloudNotAllowed, messages: { outside, inside: outside } })).toEqual([
      'no example under "violated" says "inside"',
    ]);
    const open = { outside: { ...outside, remedy: 'Ask {team}.' } };
    expect(faultsOf({ ...cloudNotAllowed, messages: open })).toEqual([
      '"a fork in the US" gives no data for {team} of "outside"',
    ]);
  });

  test('does not take a rule that throws for undecided', () => {
    const check = (): never => {
      throw new TypeError('no cloud');
    };
    expect(faultsOf({ ...cloudNotAllowed, check, needs: [] })).toContain(
      '"a cloud known after apply" is undecided by a fault of the rule, for lack of the verdict of acme/cloud-not-allowed, ' +
        'which was not given: it threw TypeError: no cloud',
    );
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['{}', {}],
    ['{ pass: [...] }', { pass: examples.pass }],
  ])('names what is no lists of examples: %s', (_, given) => {
    const run = (): void => void Reflect.apply(testRule, undefined, [cloudNotAllowed, given]);
    expect(run).toThrow(RuleTestError);
    expect(run).toThrow(/\[\] says that there are none/);
  });

  test('refuses what is no rule', () => {
    expect(faultsOf({ ...cloudNotAllowed, id: 'cloud' })).toEqual([expect.stringContaining('NAMESPACE/FAULT')]);
  });
});
