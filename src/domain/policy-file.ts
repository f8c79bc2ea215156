import * as z from 'zod/mini';
import { severities, type Severity } from './review-card';
import { parseJson } from './json';
import { jsonKeyFault } from './json-key-fault';
import { once } from './once';
import type { PathRules } from './ports';
import { recoveryPolicyShape, restoreRateShape, type RecoveryTerms } from './recovery-policy';
import { schemaFault } from './schema-fault';
import { shownPath } from './shown-path';

/** The name that a policy is found by. */
const policyFileName = 'forkcast.policy.json';

/** A file with what a team commits itself to, and how bad it sees what rules find, kept beside the configuration. */
export const policyFileSchema = once(() =>
  z.strictObject({
    /** Where the schema is, for editors. */
    $schema: z.optional(z.string()),
    formatVersion: z.literal(1),
    /** What each finding of a rule is, by the id of the rule. */
    severities: z.exactOptional(z.record(z.string(), z.enum(severities))),
    /** How fast a restore was, where it was measured. */
    restore: z.exactOptional(restoreRateShape()),
    /** A file of recorded runs, which restores are judged against: relative to this one. */
    restoreRuns: z.exactOptional(z.string().check(z.minLength(1))),
    /** What services have to come back from, and where they may lie. */
    recovery: z.exactOptional(
      z
        .array(recoveryPolicyShape())
        .check(
          z.refine(
            (policies) => new Set(policies.map(({ name }) => name)).size === policies.length,
            'each policy has a name of its own, which findings call it by',
          ),
        ),
    ),
  }),
);

/** What a policy says, or why it cannot be read as one. */
type PolicyFileResult =
  | {
      readonly kind: 'read';
      readonly severities: Readonly<Record<string, Severity>>;
      /** Without the runs of the file that `restoreRuns` names. */
      readonly terms: RecoveryTerms;
      readonly restoreRuns?: string;
    }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Reads the text of a policy. Never throws. */
export const parsePolicyFile = (text: string): PolicyFileResult => {
  const json = parseJson(text);
  if (json === undefined) return { kind: 'unreadable', why: 'it is no JSON' };
  const twice = jsonKeyFault(text);
  if (twice !== undefined) return { kind: 'unreadable', why: twice };
  const parsed = policyFileSchema().safeParse(json, { reportInput: true });
  if (!parsed.success) return { kind: 'unreadable', why: schemaFault(parsed.error, 'the file') };
  const { severities: given = {}, restore, restoreRuns, recovery = [] } = parsed.data;
  return {
    kind: 'read',
    severities: given,
    terms: { policies: recovery, ...(restore === undefined ? {} : { restore }) },
    ...(restoreRuns === undefined ? {} : { restoreRuns }),
  };
};

/** The path from the working directory of the policy that is asked for, else of the nearest one upward; undefined: there is none. */
export const findPolicy = (from: {
  readonly asked: string | undefined;
  readonly cwd: string;
  readonly exists: (path: string) => boolean;
  readonly paths: PathRules;
}): string | undefined => {
  const { dirname, join, resolve } = from.paths;
  if (from.asked !== undefined) return shownPath(from.paths, from.cwd, resolve(from.cwd, from.asked));
  for (let folder = resolve(from.cwd); ; folder = dirname(folder)) {
    const path = join(folder, policyFileName);
    if (from.exists(path)) return shownPath(from.paths, from.cwd, path);
    if (dirname(folder) === folder) return undefined;
  }
};
