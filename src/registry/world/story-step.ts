import * as z from 'zod/mini';
import { given } from '../../domain';
import { StoryInstant, Span } from './story-instant';

const Name = z.string().check(z.minLength(1));
const at = StoryInstant;
/** `project/service`. */
const service = z.string().check(z.regex(/^[^/]+\/[^/]+$/));
const onService = { at, service };
const database = Name;

/** What a service of a world may say of itself, at first and later. */
export const changeable = {
  cloud: z.optional(Name),
  diskSpaceMb: z.optional(z.int()),
  terminationProtection: z.optional(z.boolean()),
  userConfig: z.optional(z.record(z.string(), z.json())),
};

/** What it says of that. */
export const pickChangeable = (entry: z.infer<z.ZodMiniObject<typeof changeable>>) => {
  const { cloud, diskSpaceMb, terminationProtection, userConfig } = entry;
  return given({ cloud, diskSpaceMb, terminationProtection, userConfig });
};

/** One step of a world's story; `do` says which. */
export const StoryStep = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('write'), ...onService, database, key: Name, value: z.string() }),
  /** `count` rows drawn from the seed, once or again each `every` until `until` (now when absent). */
  z.strictObject({
    do: z.literal('generate'),
    ...onService,
    database,
    count: z.int().check(z.minimum(1)),
    seed: z.optional(Name),
    every: z.optional(Span),
    until: z.optional(StoryInstant),
  }),
  z.strictObject({ do: z.literal('create-database'), ...onService, database }),
  z.strictObject({ do: z.literal('delete-database'), ...onService, database }),
  z.strictObject({ do: z.literal('create-user'), ...onService, username: Name }),
  z.strictObject({ do: z.literal('delete-user'), ...onService, username: Name }),
  z.strictObject({ do: z.literal('reset-password'), ...onService, username: Name }),
  z.strictObject({ do: z.literal('create-pool'), ...onService, pool: Name, database, username: z.optional(Name) }),
  z.strictObject({ do: z.literal('delete-pool'), ...onService, pool: Name }),
  z.strictObject({ do: z.literal('power'), ...onService, on: z.boolean() }),
  /** Plan, cloud, disk, protection, and settings: a version is the type's version key among them. */
  z.strictObject({
    do: z.literal('change'),
    ...onService,
    plan: z.optional(Name),
    ...changeable,
  }),
  z.strictObject({ do: z.literal('backup-region'), ...onService, cloud: z.nullable(Name) }),
  z.strictObject({ do: z.literal('pause-copy'), ...onService, paused: z.boolean() }),
  z.strictObject({ do: z.literal('tags'), ...onService, tags: z.record(z.string(), z.string()) }),
  z.strictObject({ do: z.literal('terminate'), ...onService }),
  z.strictObject({ do: z.literal('outage'), at, cloud: Name, down: z.boolean() }),
]);

/** A step, parsed. */
export type StoryStep = z.infer<typeof StoryStep>;
