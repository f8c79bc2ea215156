import * as z from 'zod/mini';
import { nearestName, once, readerLanguages, schemaFault, severities, shown, type RuleSet } from '../../domain';
import { allRules } from '../list';
import { needNames, type Rule } from '../rule';
import { guarded } from './guarded';
import type { OwnRule } from './own-rule';

/** Rules of somebody's own, ready to judge. */
export interface OwnRules {
  readonly rules: readonly Rule[];
  readonly sets: readonly RuleSet[];
}

/** What a file or a property holds that should be rules, or why they cannot judge. */
type OwnRulesResult =
  { readonly kind: 'read'; readonly own: OwnRules } | { readonly kind: 'unreadable'; readonly why: string };

/** Reads one rule, or a list of them; `from` names who gave them. Never throws. */
export const readOwnRules = (value: unknown, from: string): OwnRulesResult => {
  try {
    return readList(value, from);
  } catch (error) {
    return { kind: 'unreadable', why: `a field of it threw ${String(error)} when it was read` };
  }
};

const readList = (value: unknown, from: string): OwnRulesResult => {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const written: OwnRule[] = [];
  for (const [index, one] of list.entries()) {
    const name = list.length === 1 ? 'the rule' : `rule ${index + 1} of ${list.length}`;
    const parsed = ownRule().safeParse(one, { reportInput: true });
    if (!parsed.success) return { kind: 'unreadable', why: `${name}${idOf(one)}: ${faultOf(parsed.error)}` };
    const why = idFault(parsed.data.id) ?? (written.some(({ id }) => id === parsed.data.id) ? twice : undefined);
    if (why !== undefined) return { kind: 'unreadable', why: `${name}, ${shown(parsed.data.id)}: ${why}` };
    written.push(parsed.data);
  }
  if (written.length === 0) return { kind: 'unreadable', why: 'it is an empty list; give one rule or more' };
  return { kind: 'read', own: { rules: written.map((rule) => judging(rule, from)), sets: setsOf(written, from) } };
};

const severity = z.enum(severities);
const text = z.string().check(z.minLength(1));

const ownRule = once(() =>
  z.strictObject({
    id: z
      .string()
      .check(
        z.refine(
          (id) => idPattern.test(id),
          'expected NAMESPACE/FAULT of a-z, 0-9 and -, such as "acme/cloud-not-allowed"',
        ),
      ),
    severity,
    scope: z.enum(['creation', 'settings', 'lifecycle']),
    removals: z.exactOptional(z.literal(true)),
    needs: z.array(z.enum(needNames)),
    title: text.check(z.maxLength(80)),
    why: text,
    attribute: text,
    messages: z
      .record(
        z.string(),
        z.strictObject({
          detail: text,
          remedy: text,
          remedyIn: z.exactOptional(z.partialRecord(z.enum([...readerLanguages, 'vendor']), text)),
          severity: z.exactOptional(severity),
        }),
      )
      .check(z.refine((messages) => Object.keys(messages).length > 0, 'expected one message or more')),
    sources: z.exactOptional(
      z.array(z.strictObject({ basis: z.enum(['documented', 'schema', 'inference']), from: text })),
    ),
    page: z.exactOptional(text),
    check: z.custom<OwnRule['check']>((check) => typeof check === 'function', 'expected a function of the subject'),
  }),
);

const idPattern = /^[a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*)+$/;

const twice = 'another rule has this id; give each its own';

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? `, ${shown(value.id)}`
    : '';

const faultOf = (error: Parameters<typeof schemaFault>[0]): string => {
  const [issue] = error.issues;
  const [key] = issue?.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [];
  const meant = key === undefined ? undefined : nearestName(key, Object.keys(ownRule().def.shape));
  return `${schemaFault(error, 'it')}${meant === undefined ? '' : `; did you mean "${meant}"?`}`;
};

const namespaceOf = (id: string): string => id.split('/', 1).join();

const groups = once(() => new Set(['forkcast', ...allRules.map(({ id }) => namespaceOf(id))]));

const idFault = (id: string): string | undefined => {
  const remedy = `give it a namespace of your own, such as "acme/${id.split('/').at(-1)}"`;
  if (allRules.some((rule) => rule.id === id)) return `it is the id of a rule of Forkcast; ${remedy}`;
  return groups().has(namespaceOf(id)) ? `${namespaceOf(id)}/ is a group of Forkcast's rules; ${remedy}` : undefined;
};

/** The rule as the engine takes it: the registry foretells nothing of it, and its check may be anything. */
const judging = (rule: OwnRule, from: string): Rule => ({
  ...rule,
  sources: rule.sources ?? [],
  predicts: [],
  planOnly: `it is a rule of ${from}${rule.page === undefined ? '' : `, whose page is ${rule.page}`}.`,
  check: guarded(rule),
});

const setsOf = (rules: readonly OwnRule[], from: string): readonly RuleSet[] =>
  [...new Set(rules.map(({ id }) => namespaceOf(id)))].sort().map((name) => ({
    name,
    from,
    rules: rules
      .filter(({ id }) => namespaceOf(id) === name)
      .map(({ id, title, page = null }) => ({ id, title, page }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
  }));
