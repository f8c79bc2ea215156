import * as z from 'zod/mini';
import { Instant } from './entry';
import { parseJson } from './json';
import { once } from './once';
import { schemaFault } from './schema-fault';

const text = z.string().check(z.minLength(1));

/** How long one fork took, as somebody waited for it. */
export const restoreRunShape = () =>
  z.strictObject({
    /** `project/service`, of the fork and of what it was made from. */
    fork: text,
    source: text,
    type: text,
    plan: text,
    cloud: text,
    /** Size of the backup that was restored. */
    backupMb: z.number().check(z.nonnegative()),
    /** From its creation until it was seen RUNNING, by the clock of the registry. */
    seconds: z.number().check(z.positive()),
    /** When it was made. */
    at: z.string().check(z.refine((value) => Instant.safeParse(value).success, 'an instant in RFC 3339')),
    /** Where it was made, as `FORKCAST_REGISTRY` names it. */
    registry: text,
    /** It was made by a simulator: it tells nothing of a real account. */
    simulated: z.boolean(),
  });

/** A file of such runs, which `forkcast service wait --record` adds to. */
const restoreRunsSchema = once(() => z.strictObject({ formatVersion: z.literal(1), runs: z.array(restoreRunShape()) }));

/** How long one fork took. */
export type RestoreRun = Readonly<z.infer<ReturnType<typeof restoreRunShape>>>;

/** What a file of runs holds, or why it is none. */
type RestoreRunsResult =
  | { readonly kind: 'read'; readonly runs: readonly RestoreRun[] }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Reads the text of a file of runs. Never throws. */
export const parseRestoreRuns = (json: string): RestoreRunsResult => {
  const value = parseJson(json);
  if (value === undefined) return { kind: 'unreadable', why: 'it is no JSON' };
  const parsed = restoreRunsSchema().safeParse(value, { reportInput: true });
  return parsed.success
    ? { kind: 'read', runs: parsed.data.runs }
    : { kind: 'unreadable', why: schemaFault(parsed.error, 'the file') };
};
