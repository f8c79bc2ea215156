import type { ServiceBody } from '../../api';
import type { EpochMs, OwnerLabel } from '../../domain';
import { given } from '../../domain';
import type { Call, ObjectValue, PrivateState } from '../protocol';
import { toText } from '../values';

/** What is kept beside the state of a service. */
export interface ServiceNotes {
  /** Id that this object holds its service by; absent: of before there were owners, or imported and not taken over yet. */
  readonly owner?: string;
  /** What its holder was called when it was last seen: stack and path. */
  readonly place?: string;
  /** Which service of its name it is, counted from 1; absent: the registry does not tell. */
  readonly incarnation?: number;
  /** When it was created: incarnations are counted from 1 in every registry. */
  readonly createdAt?: EpochMs;
  /** Which registry it was last seen in, as `FORKCAST_REGISTRY` names one; absent: nobody kept it. */
  readonly registry?: string;
  /** It was imported: the next update takes it over from this owner's id, or from `nobody` or `never`. */
  readonly takesFrom?: string;
  /** Settings that an import found and no configuration ever declared: they are left as they are. */
  readonly observed: readonly string[];
  /** `project/service` of the live object that the plan replaces. */
  readonly replacing?: string;
  /** The planned disk of a new service is its plan's: nobody asked for it. */
  readonly diskOfPlan?: true;
}

/**
 * The notes of an operation on an object. Terraform plans a tainted object without its notes, and ends it with what that plan kept:
 * whose it is, then, its state says. Never throws.
 */
export const readNotes = (call: Pick<Call<unknown>, 'private'>, object: ObjectValue): ServiceNotes => {
  const notes = keptNotes(call);
  const owner = notes.takesFrom === undefined ? (notes.owner ?? toText(object['owner'] ?? null)) : undefined;
  return owner === undefined ? notes : { ...notes, owner };
};

/** What was kept beside an object. Never throws. */
export const keptNotes = ({ private: kept }: Pick<Call<unknown>, 'private'>): ServiceNotes => {
  const { owner, place, incarnation, createdAt, takesFrom, observed, replacing, diskOfPlan, registry } = kept;
  return {
    ...(typeof owner === 'string' ? { owner } : {}),
    ...(typeof place === 'string' ? { place } : {}),
    ...(typeof incarnation === 'number' ? { incarnation } : {}),
    ...(typeof createdAt === 'number' ? { createdAt } : {}),
    ...(typeof registry === 'string' ? { registry } : {}),
    ...(typeof takesFrom === 'string' ? { takesFrom } : {}),
    ...(typeof replacing === 'string' ? { replacing } : {}),
    ...(diskOfPlan === true ? { diskOfPlan } : {}),
    observed: Array.isArray(observed) ? observed.filter((name) => typeof name === 'string') : [],
  };
};

/** The notes to keep of a live service. `owner` counts where the registry says so, or knows no owners. */
export const notesOn = (
  body: ServiceBody,
  {
    registry,
    owner,
    takesFrom,
    observed = [],
  }: {
    readonly registry: string;
    readonly owner?: string | undefined;
    readonly takesFrom?: string | undefined;
    readonly observed?: readonly string[];
  },
): PrivateState => ({
  registry,
  ...ownNotes(body, owner),
  ...given({ takesFrom, incarnation: body.forkcast?.incarnation }),
  createdAt: Date.parse(body.create_time),
  ...(observed.length === 0 ? {} : { observed }),
});

const ownNotes = ({ forkcast }: ServiceBody, owner: string | undefined): PrivateState => {
  const holder = forkcast?.ownership?.owner;
  return owner === undefined || holder?.id !== owner ? {} : { owner, place: writePlace(holder) };
};

/** What a holder is called, as one text. Never throws. */
export const writePlace = ({ stack, path }: Pick<OwnerLabel, 'stack' | 'path'>): string => `${stack} ${path}`;
