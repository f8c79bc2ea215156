import type { JudgedBy, RuleSet, Severity } from '../../domain';

/** `, by the rules of acme (rules.mjs) too and forkcast.policy.json (sha256 0123456789ab)`; '' where Forkcast's own stand alone. */
export const judgedByWords = (judgedBy: JudgedBy | undefined): string => {
  const sets = ownSets(judgedBy).map(({ name, from }) => `${name} (${from ?? ''})`);
  const policy = judgedBy?.policy;
  const named = [
    ...(sets.length === 0 ? [] : [`the rules of forkcast and ${sets.join(' and ')}`]),
    ...(policy ? [`the severities of ${policy.path} (sha256 ${policy.sha256.slice(0, 12)})`] : []),
  ];
  return named.length === 0 ? '' : `, by ${named.join(' and ')}`;
};

/** The same as a sentence; '' where Forkcast's own stand alone. */
export const judgedBySentence = (judgedBy: JudgedBy | undefined): string =>
  judgedByWords(judgedBy).replace(/^, by /, 'Judged by ');

/** How to read the page of a rule, whoever wrote it. */
export const explainWords = (ruleId: string, judgedBy: JudgedBy | undefined): string => {
  const from = ownSets(judgedBy).find(({ rules }) => rules.some(({ id }) => id === ruleId))?.from;
  return `forkcast explain ${ruleId}${from === undefined || from === null ? '' : ` --rules ${from}`}`;
};

/** What the rule itself says, where a policy gave the finding another severity; '' where it did not. */
export const ownSeverityWords = ({
  severity,
  ownSeverity,
}: {
  readonly severity: Severity;
  readonly ownSeverity?: Severity;
}): readonly string[] =>
  ownSeverity === undefined
    ? []
    : [`The policy makes it ${withArticle(severity)}; by itself it is ${withArticle(ownSeverity)}.`];

const withArticle = (severity: Severity): string => (severity === 'error' ? 'an error' : `a ${severity}`);

const ownSets = (judgedBy: JudgedBy | undefined): readonly RuleSet[] =>
  (judgedBy?.ruleSets ?? []).filter(({ from }) => from !== null);
