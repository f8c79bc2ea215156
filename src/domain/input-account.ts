import * as z from 'zod/mini';
import { entry, list } from './entry';

const count = z.int().check(z.nonnegative());

/** One file that was judged, and what became of everything in it: each resource is counted once. */
export const inputAccountShape = () =>
  entry({
    /** As it was named. */
    path: z.string(),
    kind: z.enum(['synth-output', 'plan', 'state']),
    /**
     * `partial`: a plan of a part, as with `-target`. `deferred`: Terraform puts a part off to a later plan. `errored`: it refused the
     * plan while it made it.
     */
    extent: z.enum(['whole', 'partial', 'deferred', 'errored']),
    /** Services; each of them is one resource. */
    judged: count,
    /** Resources that are no services. */
    others: count,
    /** Resources that a service may stand behind and that no rule looked at, with the reason. */
    notJudged: list(
      entry({
        /** Terraform's type of them, such as `aiven_alloy`; `module`: a call of a module. */
        type: z.string(),
        addresses: list(z.string()),
        /** Words without a full stop. */
        reason: z.string(),
      }),
    ),
    /** Addresses of services that a plan of a part leaves out, as far as its configuration and record tell. */
    leftOut: list(z.string()),
    /** Services that changed or ended beside Terraform, as a plan found them. */
    drift: list(
      entry({
        address: z.string(),
        /** `project/service`; null: not known. */
        name: z.nullable(z.string()),
        /**
         * `stopped`: it was powered off. `let-go`: it lives, but not as what the record has. `elsewhere`: it never was in the registry of
         * the facts. `gone`: one of the last three, and no facts tell which.
         */
        kind: z.enum(['changed', 'stopped', 'ended', 'let-go', 'elsewhere', 'gone']),
        /** API names of the settings that are not as the record had them; [] where it was not found. */
        settings: list(z.string()),
      }),
    ),
  });

/** One file that was judged, and what became of everything in it. */
export type InputAccount = z.infer<ReturnType<typeof inputAccountShape>>;
/** Resources that a service may stand behind and that no rule looked at, with the reason. */
export type NotJudged = InputAccount['notJudged'][number];
/** A service that changed or ended beside Terraform, as a plan found it. */
export type Drift = InputAccount['drift'][number];
