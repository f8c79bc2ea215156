import * as z from 'zod/mini';
import { once, ownerIdPattern } from '../../domain';
import { maybeText, text } from './fields';
import { operation, type BodyOf } from './operation';

const path = '/v1/forkcast/project/{project}/service/{service}/owner';

const ownerId = text.check(z.regex(ownerIdPattern));

/** An owner: its id, and where it stands for people to read. */
export const OwnerFields = once(() =>
  z.strictObject({ id: ownerId, stack: text, path: text, workspace: maybeText, host: maybeText }),
);

const Expected = once(() =>
  z.strictObject({
    /** An id, `nobody` or `never`. */
    owner: z.optional(text),
    incarnation: z.optional(z.int()),
    created_at: z.optional(z.iso.datetime({ offset: true })),
    /** Its maker gives no sign of life any more. */
    stale: z.optional(z.literal(true)),
  }),
);

/** What a change or an end of a service may take for granted, as a query; stated and untrue: 412, and nothing is done. */
export const expectationQuery = once(() =>
  z.object({
    /** An id, `nobody` or `never`. */
    expect_owner: z.optional(text),
    expect_incarnation: z.optional(z.string().check(z.regex(/^\d{1,10}$/))),
    expect_created_at: z.optional(z.iso.datetime({ offset: true })),
  }),
);

/** An expectation in a query, parsed. */
export type ExpectationQuery = z.infer<ReturnType<typeof expectationQuery>>;

export const ownerSet = operation({
  id: 'ServiceOwnerSet',
  method: 'PUT',
  path,
  needs: 'write',
  summary:
    'Gives a service to an owner, or to nobody (`owner` null), if it is as expected: otherwise 412, and nothing is done.',
  body: () =>
    z.strictObject({
      expect: Expected(),
      owner: z.nullable(z.extend(OwnerFields(), { making: z.optional(z.boolean()) })),
      by: maybeText,
    }),
});

export const makerLook = operation({
  id: 'ServiceMakerLook',
  method: 'POST',
  path: `${path}/look`,
  needs: 'write',
  summary:
    'A look of who makes a service: a sign of life, and, once it runs (`when-running`) or at once (`now`), its hold. A maker that ' +
    'was taken over from gets 412.',
  body: () => z.strictObject({ owner: ownerId, hold: z.optional(z.enum(['when-running', 'now'])), by: maybeText }),
});

/** Body of ServiceOwnerSet, parsed. */
export type OwnerSetFields = BodyOf<typeof ownerSet>;

/** Operations on whose a service is. */
export const ownerOperations = [ownerSet, makerLook] as const;
