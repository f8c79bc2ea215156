import type * as z from 'zod/mini';
import { patternWords } from './pattern-words';
import { shown } from './shown';

type Issue = z.core.$ZodIssue;

/**
 * The first thing that is wrong with a value, as `field.path: what is allowed, and what it got`, without an end stop.
 * `whole` names the value itself. Parse with `reportInput: true` so that the value got is told.
 */
export const schemaFault = (error: z.core.$ZodError, whole: string): string => {
  const issue = deepest(error.issues[0]);
  if (issue === undefined) return `${whole}: it has the wrong form`;
  const path = issue.path.map(String).join('.');
  return `${path === '' ? whole : path}: ${describeIssue(issue)}`;
};

/** A union fails with the issues of each branch: that of the branch that came furthest says most. */
const deepest = (issue: Issue | undefined): Issue | undefined => {
  if (issue?.code !== 'invalid_union') return issue;
  const first = issue.errors
    .flatMap((branch) => branch.slice(0, 1))
    .sort((one, other) => other.path.length - one.path.length)[0];
  if (first === undefined || first.path.length === 0) return issue;
  return deepest({ ...first, path: [...issue.path, ...first.path] });
};

const describeIssue = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${describeKind(issue.expected)}, got ${shown(issue.input)}`;
    case 'invalid_value':
      return `expected ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}, got ${shown(issue.input)}`;
    case 'unrecognized_keys':
      return `unknown field ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
    case 'too_small':
      return `expected ${leastWord(issue)} ${issue.minimum.toString()}${describeUnit(issue.origin)}, got ${shown(issue.input)}`;
    case 'too_big':
      return `expected at most ${issue.maximum.toString()}${describeUnit(issue.origin)}, got ${shown(issue.input)}`;
    case 'invalid_format':
      return `expected ${patternWords(issue.pattern ?? issue.format)}, got ${shown(issue.input)}`;
    case 'custom':
      return `${issue.message}, got ${shown(issue.input)}`;
    case 'invalid_union':
      return `none of the allowed forms, got ${shown(issue.input)}`;
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return `it has the wrong form, got ${shown(issue.input)}`;
  }
};

const describeKind = (expected: string): string =>
  expected === 'record' ? 'object' : expected === 'int' ? 'integer' : expected;

const leastWord = ({ inclusive }: { readonly inclusive?: boolean | undefined }): string =>
  inclusive === false ? 'more than' : 'at least';

const describeUnit = (origin: string): string => {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' items' : '';
};
