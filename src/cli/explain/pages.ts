import type { RefusalCode } from '../../domain';
import { refusalMeanings, refusalStatuses } from '../../domain';
import type { Need, Rule } from '../../rules';
import { allRules, listNeeds } from '../../rules';
import { errorCodes } from './error-codes';

/** One page: what a rule, a refusal code or an error code means. */
interface Page {
  readonly id: string;
  readonly kind: 'rule' | 'refusal' | 'error';
  /** Half a sentence for a list. */
  readonly title: string;
  /** Lines of prose and, indented, of lists. */
  readonly body: readonly string[];
}

const isRefusalCode = (id: string): id is RefusalCode => Object.hasOwn(refusalStatuses, id);

/** The page of an id, or undefined when nothing has it. `own` are the user's rules. */
export const findPage = (id: string, own: readonly Rule[] = []): Page | undefined => {
  const rule = [...allRules, ...own].find((candidate) => candidate.id === id);
  if (rule !== undefined) return rulePage(rule);
  if (isRefusalCode(id)) return refusalPage(id);
  return Object.hasOwn(errorCodes, id) ? errorPage(id) : undefined;
};

/** Every page, rules first, each kind in its own order. */
export const allPages = (own: readonly Rule[] = []): readonly Page[] => [
  ...[...allRules, ...own].map(rulePage),
  ...Object.keys(refusalStatuses).filter(isRefusalCode).map(refusalPage),
  ...Object.keys(errorCodes).map(errorPage),
];

const needWords: Readonly<Record<Need, string>> = {
  configuration: 'the configuration',
  plan: 'a Terraform plan',
  catalogue: 'the catalogue',
  clock: 'the time',
  'live-source': 'the live source',
  'live-project': 'the live project',
};

const rulePage = (rule: Rule): Page => ({
  id: rule.id,
  kind: 'rule',
  title: rule.title,
  body: [
    `${rule.title}.`,
    rule.why,
    '',
    `Severity: ${rule.severity}. It looks at: ${rule.attribute}.`,
    `It needs ${listNeeds(rule)
      .map((need) => needWords[need])
      .join(', ')}.`,
    rule.predicts.length > 0
      ? `The registry would refuse with: ${rule.predicts.join(', ')}.`
      : `The registry does not refuse it${rule.planOnly === undefined ? '.' : `: ${rule.planOnly}`}`,
    '',
    'What it says:',
    ...Object.values(rule.messages).flatMap(({ detail, remedy }) => [`  ${detail}`, `  → ${remedy}`, '']),
    ...(rule.sources.length === 0 ? [] : ['Where this is known from:']),
    ...rule.sources.map(({ basis, from }) => `  ${from} (${basis})`),
  ],
});

const refusalPage = (code: RefusalCode): Page => {
  const [status, meaning] = [refusalStatuses[code], refusalMeanings[code]];
  const foretold = allRules.filter((rule) => rule.predicts.includes(code)).map((rule) => rule.id);
  return {
    id: code,
    kind: 'refusal',
    title: meaning.replace(/\.$/, ''),
    body: [
      meaning,
      '',
      `The registry refuses with this code and HTTP status ${status}; nothing was changed.`,
      'Its message names the value it got, what is allowed, and what to do.',
      foretold.length === 0 ? 'No rule foretells it.' : `Foretold before apply by: ${foretold.join(', ')}.`,
    ],
  };
};

const errorPage = (code: string): Page => {
  const { meaning, remedy, exitCode } = errorCodes[code] ?? { meaning: '', remedy: '', exitCode: 70 };
  return {
    id: code,
    kind: 'error',
    title: meaning.replace(/\.$/, ''),
    body: [meaning, '', remedy, '', `Exit code ${exitCode}.`],
  };
};
