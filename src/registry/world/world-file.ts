import * as z from 'zod/mini';
import { CloudEntry, parseDurationMs, PlanEntry, schemaFault } from '../../domain';
import { WorldFileError } from './errors';
import { StoryInstant } from './story-instant';
import { changeable, StoryStep } from './story-step';

const Name = z.string().check(z.minLength(1));
/** `project/service`. */
const ServiceRef = z.string().check(z.regex(/^[^/]+\/[^/]+$/));

const Duration = z
  .string()
  .check(z.refine((text) => parseDurationMs(text) !== undefined, 'expected a duration such as 30s or 5m'));

const Clock = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('real') }),
  z.strictObject({ mode: z.literal('factor'), factor: z.number() }),
  /** Stands still at `at`: then every relative moment is counted from there. */
  z.strictObject({ mode: z.literal('frozen'), at: z.optional(StoryInstant) }),
]);

const Pool = z.strictObject({
  name: Name,
  database: Name,
  username: z.optional(z.nullable(Name)),
  size: z.optional(z.int()),
  mode: z.optional(z.enum(['session', 'statement', 'transaction'])),
});

/** A service of a world. */
export const WorldService = z.strictObject({
  service: ServiceRef,
  type: Name,
  plan: Name,
  createdAt: StoryInstant,
  ...changeable,
  /** Size of the data it starts with. */
  dataSizeMb: z.optional(z.number()),
  tags: z.optional(z.record(z.string(), z.string())),
  /** Makes it a fork: the keys of `userConfig` are filled in. */
  fork: z.optional(
    z.strictObject({
      source: ServiceRef,
      at: z.optional(StoryInstant),
      backup: z.optional(Name),
      from: z.optional(z.enum(['primary', 'secondary'])),
    }),
  ),
  databases: z.optional(z.array(Name)),
  users: z.optional(z.array(Name)),
  pools: z.optional(z.array(Pool)),
});

const Integration = z.strictObject({
  at: z.optional(StoryInstant),
  type: Name,
  /** A service, or the name of an endpoint outside. */
  source: Name,
  destination: Name,
});

/**
 * A world: what a registry holds when it begins, and the story that led there. Moments are relative to the world's now.
 * Steps are played in order of time; at one moment in this order: catalogue, organizations, projects, services, integrations, story.
 */
export const WorldFile = z.strictObject({
  formatVersion: z.literal(1),
  /** Decides every derived id, password and lag; absent: the caller's. */
  seed: z.optional(Name),
  /** @default fast */
  profile: z.optional(z.enum(['instant', 'fast', 'realistic'])),
  /** What a fork of pg or mysql without a recovery point holds. @default base-backup */
  recoveryDefault: z.optional(z.enum(['base-backup', 'latest'])),
  /** @default real */
  clock: z.optional(Clock),
  /** How long a maker may be silent before it counts as interrupted, such as `30s`. @default 30s */
  makerSilence: z.optional(Duration),
  organizations: z.array(Name),
  projects: z.array(z.strictObject({ name: Name, organization: Name, defaultCloud: z.optional(Name) })),
  plans: z.optional(z.array(PlanEntry)),
  clouds: z.optional(z.array(CloudEntry)),
  services: z.optional(z.array(WorldService)),
  integrations: z.optional(z.array(Integration)),
  story: z.optional(z.array(StoryStep)),
});

/** A world file, parsed. */
export type WorldFile = z.infer<typeof WorldFile>;

/** A service of a world. */
export type WorldService = z.infer<typeof WorldService>;

/** An integration of a world. */
export type WorldIntegration = z.infer<typeof Integration>;

/**
 * Reads the JSON of a world file; `origin` names it in messages.
 * @throws WorldFileError naming the first field at fault
 */
export const parseWorld = (json: unknown, origin: string): WorldFile => {
  const parsed = WorldFile.safeParse(json, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new WorldFileError(origin, schemaFault(parsed.error, 'the file'));
};
