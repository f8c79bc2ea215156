import type { CardFix, EpochMs } from '../domain';

/** What fills the placeholders of a message. Instants are given as text in RFC 3339. */
export type MessageData = Readonly<Record<string, string | number>>;

/** A rule's answer about one declared service. Three-valued: an unknown fact is neither a pass nor a violation. */
export type Verdict<Message extends string = string> =
  /** `validUntil`: the last instant at which it still holds, where time decides. */
  | { readonly kind: 'pass'; readonly validUntil?: EpochMs }
  | { readonly kind: 'not-applicable' }
  /** `missing` names the facts in words, such as `recovery window of demo/pg`. */
  | { readonly kind: 'undecided'; readonly missing: readonly string[] }
  | {
      readonly kind: 'violated';
      readonly message: Message;
      readonly data: MessageData;
      /** API name of the setting at fault, when it is not the rule's own. */
      readonly attribute?: string;
      /** What mends it, where that is sure. */
      readonly fix?: Fix;
    };

/** The other text of a setting, which is the one at fault where none is named; or what stands in the declaration, or beside it. */
type Fix = Exclude<CardFix, { kind: 'value' }> | TextFix;
type TextFix = Pick<Extract<CardFix, { kind: 'value' }>, 'kind' | 'from' | 'to'> & { readonly attribute?: string };

export const pass: Verdict<never> = { kind: 'pass' };
export const notApplicable: Verdict<never> = { kind: 'not-applicable' };
export const passUntil = (validUntil: EpochMs): Verdict<never> => ({ kind: 'pass', validUntil });
export const undecided = (...missing: readonly string[]): Verdict<never> => ({ kind: 'undecided', missing });
export const violated = <Message extends string>(
  message: Message,
  data: MessageData,
  attribute?: string,
): ViolatedVerdict<Message> => ({
  kind: 'violated',
  message,
  data,
  ...(attribute === undefined ? {} : { attribute }),
});

type ViolatedVerdict<Message extends string> = Extract<Verdict<Message>, { kind: 'violated' }>;

/** A violation with what mends it; undefined: that is left to the reader. */
export const mendedBy = <Message extends string>(
  verdict: ViolatedVerdict<Message>,
  fix: Fix | undefined,
): Verdict<Message> => (fix === undefined ? verdict : { ...verdict, fix });

/** A text that was meant in the place of another one; undefined: none is near. */
export const anotherText = (from: string, to: string | undefined, attribute?: string): Fix | undefined =>
  to === undefined ? undefined : { kind: 'value', from, to, ...(attribute === undefined ? {} : { attribute }) };
