import * as z from 'zod/mini';
import { entry, list } from './entry';

const text = z.string();
const maybeText = z.nullable(text);

/** Rules that were written together and judge together. */
const ruleSetShape = () =>
  entry({
    /** `forkcast`, or the namespace of the ids of somebody's own rules, such as `acme`. */
    name: text,
    /** The file, or the construct, that gave them; null: they are Forkcast's. */
    from: maybeText,
    /** Somebody's own, by id, with the address of their page; those of Forkcast are listed by `forkcast explain`. */
    rules: list(entry({ id: text, title: text, page: maybeText })),
  });

/** By what a review judged. */
export const judgedByShape = () =>
  entry({
    ruleSets: list(ruleSetShape()),
    /**
     * The file that set severities: relative to the folder that the review was made in, with `/`, and the hash of its text, in hex. Null:
     * every rule has the severity that it was written with.
     */
    policy: z.nullable(entry({ path: text, sha256: text })),
  });

/** By what a review judged. */
export type JudgedBy = z.infer<ReturnType<typeof judgedByShape>>;
/** Rules that were written together. */
export type RuleSet = JudgedBy['ruleSets'][number];
/** The file that set severities. */
export type AppliedPolicy = NonNullable<JudgedBy['policy']>;
