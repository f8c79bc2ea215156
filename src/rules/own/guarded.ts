import * as z from 'zod/mini';
import { once, schemaFault, shown } from '../../domain';
import { stoppable } from '../stop';
import { undecided, type Verdict } from '../verdict';
import type { OwnRule } from './own-rule';

/**
 * The check of somebody's own rule, for an engine that trusts what rules answer: what throws, or answers anything but a verdict, is
 * undecided, with the rule and what was wrong. Never throws.
 */
export const guarded =
  (rule: OwnRule): OwnRule['check'] =>
  (subject) => {
    try {
      const answer: unknown = stoppable(() => rule.check(subject));
      if (answer instanceof Promise) return open(rule, 'is a promise: a check answers at once');
      const parsed = verdict().safeParse(answer, { reportInput: true });
      if (!parsed.success) return open(rule, `is none: ${schemaFault(parsed.error, 'it')}`);
      if (parsed.data.kind !== 'violated' || Object.hasOwn(rule.messages, parsed.data.message)) return parsed.data;
      const declared = Object.keys(rule.messages).join(', ');
      return open(rule, `has the message ${shown(parsed.data.message)}, where it declares ${declared}`);
    } catch (error) {
      return open(rule, `was not given: it threw ${thrownText(error)}`);
    }
  };

const open = (rule: OwnRule, why: string): Verdict<never> => undecided(`${faultPrefix(rule)}which ${why}`);

/** How the missing fact begins where the rule itself is at fault. */
export const faultPrefix = ({ id }: Pick<OwnRule, 'id'>): string => `the verdict of ${id}, `;

/** The first line, at most 200 characters. */
const thrownText = (error: unknown): string => {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : shown(error);
  const [line = ''] = text.split('\n', 1);
  return line.length <= 200 ? line : `${line.slice(0, 197)}...`;
};

const verdict: () => z.ZodMiniType<Verdict> = once(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pass'), validUntil: z.exactOptional(z.int()) }),
    z.strictObject({ kind: z.literal('not-applicable') }),
    z.strictObject({
      kind: z.literal('undecided'),
      missing: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
    }),
    z.strictObject({
      kind: z.literal('violated'),
      message: z.string(),
      data: z.record(z.string(), z.union([z.string(), z.number()])),
      attribute: z.exactOptional(z.string()),
    }),
  ]),
);
