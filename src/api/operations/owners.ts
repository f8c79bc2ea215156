import * as z from 'zod/mini';
import { once, ownerIdPattern } from '../../domain';
import { maybeText, text } from './fields';
import { POST, PUT, operation } from './operation';
import { oneService } from './service-answer';

const path = '/v1/forkcast/project/{project}/service/{service}/owner';

const ownerId = text.check(z.regex(ownerIdPattern));

/** An owner: its id, and where it stands for people to read. */
export const OwnerFields = once(() =>
  z.strictObject({ id: ownerId, stack: text, path: text, workspace: maybeText, host: maybeText }),
);

const Expected = once(() =>
  z.strictObject({
    /** An id, `nobody` or `never`. */
    owner: z.exactOptional(text),
    incarnation: z.exactOptional(z.int()),
    created_at: z.exactOptional(z.iso.datetime({ offset: true })),
    /** Its maker gives no sign of life any more. */
    stale: z.exactOptional(z.literal(true)),
  }),
);

/** What a change or an end of a service may take for granted, as a query; stated and untrue: 412, and nothing is done. */
export const expectationQuery = once(() =>
  z.object({
    /** An id, `nobody` or `never`. */
    expect_owner: z.exactOptional(text),
    expect_incarnation: z.exactOptional(z.string().check(z.regex(/^\d{1,10}$/))),
    expect_created_at: z.exactOptional(z.iso.datetime({ offset: true })),
  }),
);

/** An expectation in a query, parsed. */
export type ExpectationQuery = z.infer<ReturnType<typeof expectationQuery>>;

/** Operations on whose a service is. */
export const ownerOperations = {
  ServiceOwnerSet: operation({
    ...PUT(path),
    summary:
      'Gives a service to an owner, or to nobody (`owner` null), if it is as expected: otherwise 412, and nothing is done.',
    body: () =>
      z.strictObject({
        expect: Expected(),
        owner: z.nullable(z.extend(OwnerFields(), { making: z.exactOptional(z.boolean()) })),
        by: maybeText,
      }),
    answer: oneService,
    refuses: ['owner_invalid', 'service_not_as_expected'],
  }),

  ServiceMakerLook: operation({
    ...POST(`${path}/look`),
    summary:
      'A look of who makes a service: a sign of life, and, once it runs (`when-running`) or at once (`now`), its hold. A maker that ' +
      'was taken over from gets 412.',
    body: () =>
      z.strictObject({ owner: ownerId, hold: z.exactOptional(z.enum(['when-running', 'now'])), by: maybeText }),
    answer: oneService,
    refuses: ['owner_invalid', 'service_not_as_expected'],
  }),
};

/** A new owner for a service that is as expected; null: nobody. `by`: who asks, for people. */
export type OwnerSetBody = z.infer<ReturnType<typeof ownerOperations.ServiceOwnerSet.body>>;

/** What a maker says with a look: when it holds the service from. */
export type MakerLookBody = z.infer<ReturnType<typeof ownerOperations.ServiceMakerLook.body>>;
