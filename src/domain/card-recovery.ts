import * as z from 'zod/mini';
import { entry, list } from './entry';
import { lossKinds } from './recovery-policy';

/** How a service comes back, before or after the plan. */
const recoverySideShape = () =>
  entry({
    /** Of what policies ask; where none does, whether it comes back at all. */
    verdict: z.enum(['met', 'breached', 'unknown']),
    /** Why, in sentences. */
    why: z.string(),
    /** Where it comes back from; null: nothing does, it is not touched, or it is not known. */
    from: z.nullable(z.string()),
  });

/** What the plan does to one loss, or to how far one can go back. */
export const recoveryChangeShape = () =>
  entry({
    what: z.enum([...lossKinds, 'window']),
    /** The policies that ask for it; []: none does, and the plan changes it. */
    asked: list(z.string()),
    /** Null: it was not there. */
    before: z.nullable(recoverySideShape()),
    after: recoverySideShape(),
  });

/** What a plan does to one loss that a service comes back from, or to its window. */
export type CardRecovery = z.infer<ReturnType<typeof recoveryChangeShape>>;
