import type { Owner } from '../../../src/domain';
import { aCreate, aRow, aWorld, type World } from '../../registry/world';
import { project } from './configuration';
import { names, type Sequence } from './steps';

/** A service as it lives in the registry, one incarnation of it. */
export interface Living {
  readonly name: string;
  readonly id: string;
  readonly owner: string | null;
  readonly state: 'never' | 'released' | 'making' | 'held';
  readonly isFresh: boolean;
  /** Fingerprint of the request that it was made from. */
  readonly request: string | null;
  readonly rows: readonly string[];
}

/** What lives, by name. */
export type View = ReadonlyMap<string, Living>;

/** A world of one service `orders` with backups of three days, as the program finds it as well. */
export const theWorld = (profile: Sequence['profile']): World => {
  const world = aWorld({ profile, clock: profile === 'instant' ? { kind: 'frozen' } : { kind: 'real' } });
  world.run(aCreate());
  world.advance(60_000);
  for (let index = 0; index < 5; index += 1) world.run(aRow(`row-${index}`));
  world.advance(3 * 86_400_000);
  return world;
};

/** What lives now. */
export const viewOf = ({ registry }: World): View =>
  new Map(
    names.flatMap((name) => {
      const found = registry.findService({ project, service: name });
      if (found === undefined) return [];
      const {
        facts: { ownership, incarnation, createdAt, origin },
      } = found;
      const living: Living = {
        name,
        id: `${name}#${incarnation}@${createdAt}`,
        owner: ownership !== undefined && 'owner' in ownership ? ownership.owner.id : null,
        state: ownership?.state ?? 'never',
        isFresh: ownership?.state === 'making' && ownership.fresh,
        request: origin?.fingerprint ?? null,
        rows: (registry.contents({ project, service: name })?.rows ?? []).map(({ key }) => key),
      };
      return [[name, living]];
    }),
  );

/** Writes a row to everything that lives and runs. Returns what was written, by the id of the service. */
export const writeRows = (world: World, view: View, key: string): ReadonlyMap<string, string> =>
  new Map(
    [...view.values()].flatMap(({ name, id }) =>
      world.registry.execute(aRow(key, 'v', name)).kind === 'accepted' ? [[id, key]] : [],
    ),
  );

const stranger: Owner = { id: 'owner-outside', label: { stack: 'elsewhere', path: 'elsewhere/x' } };

/** What others do to a service of a name, whether the registry lets them or not. */
export const outside = {
  make: ({ registry }: World, service: string): void => void registry.execute(aCreate({ service })),
  end: ({ registry }: World, service: string): void =>
    void registry.execute({ type: 'TerminateService', project, service }),
  take: ({ registry }: World, service: string): void =>
    void registry.execute({ type: 'ChangeOwner', project, service, expect: {}, owner: stranger, by: null }),
};
