import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, jsonObject, texts } from './fields';
import { GET, PUT, operation } from './operation';
import { clockMode } from './clock';

const outages = once(() => atLeast({ outages: texts }));

const status = once(() =>
  atLeast({
    now: z.string(),
    clock: atLeast(clockMode()),
    profile: z.string(),
    /** What a fork of pg or mysql without a recovery point holds: `base-backup` or `latest`; absent from older registries. */
    recovery_default: z.exactOptional(z.string()),
    /** For the administrator alone: names and ids follow from it. */
    seed: z.exactOptional(z.string()),
    /** Why secrets can be neither read nor written; absent: they can. */
    sealed: z.exactOptional(z.string()),
    organizations: texts,
    projects: z.number(),
    services: z.number(),
    events: z.number(),
    outages: texts,
  }),
);

/** Operations that control the simulation. */
export const controlOperations = {
  OutageList: operation({
    ...GET('/v1/forkcast/outage'),
    summary: 'Lists the clouds that are down.',
    answer: outages,
  }),

  OutageSet: operation({
    ...PUT('/v1/forkcast/outage/{cloud}'),
    needs: 'admin',
    summary: 'Takes a cloud down, or brings it up again.',
    body: () => z.strictObject({ down: z.boolean() }),
    answer: outages,
  }),

  StatusGet: operation({
    ...GET('/v1/forkcast/status'),
    summary: 'Counts what the registry holds.',
    answer: status,
  }),

  SnapshotGet: operation({
    ...GET('/v1/forkcast/snapshot'),
    isDiscreet: true,
    summary:
      'Gives all that rules may know as a snapshot file, without secrets; with `services`, of these alone. A token of some ' +
      'projects gets these projects.',
    query: () => z.object({ services: z.exactOptional(z.string().check(z.maxLength(2_048))) }),
    answer: () => jsonObject,
  }),
};
