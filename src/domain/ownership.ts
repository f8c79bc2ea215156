import type { Owner, OwnerLabel, Ownership } from './service-facts';
import type { EpochMs } from './time';

/** What an owner's id looks like: long enough that nobody draws another's, and no word that an expectation uses. */
export const ownerIdPattern = /^[A-Za-z0-9][A-Za-z0-9._:/-]{7,127}$/;

/**
 * The id of an owner that the provider draws: told apart from that of a resource of Terraform, which owns what commands make and is a
 * bare UUID.
 */
export const providerOwnerId = (uuid: string): string => `provider-${uuid}`;

/** Whether an owner is a resource of the provider. */
export const isProviderOwner = ({ id }: Pick<Owner, 'id'>): boolean => id.startsWith('provider-');

/** The owner, of who holds a service or makes it; undefined: nobody does. */
export const ownerOf = (ownership: Ownership | undefined): Owner | undefined =>
  ownership?.state === 'held' || ownership?.state === 'making' ? ownership.owner : undefined;

/**
 * What a client takes for granted when it changes a service: stated and untrue, nothing is done. What is not stated is not
 * compared.
 */
export interface Expectation {
  /** Id of the owner; `nobody`: no owner now; `never`: none now and none before. */
  readonly owner?: string;
  /** Which service of its name it is, counted from 1. */
  readonly incarnation?: number;
  /** When it was created: incarnations are counted from 1 in every registry, so that one swapped for another may have the same. */
  readonly createdAt?: EpochMs;
  /** Its maker was interrupted: no sign of life any more. */
  readonly stale?: true;
}

/** A label as it is kept, or as the API writes it. */
type ShownLabel = { readonly [Part in keyof OwnerLabel]: OwnerLabel[Part] | null };

/** An owner as a sentence names it: `stack acme, path acme/fork, workspace staging, host laptop`. */
export const labelText = ({ stack, path, workspace, host }: ShownLabel): string =>
  [`${path} of stack ${stack}`, ...(workspace ? [`workspace ${workspace}`] : []), ...(host ? [`on ${host}`] : [])].join(
    ', ',
  );

/** An owner as a sentence names it, with its id. */
export const ownerText = ({ id, ...label }: ShownLabel & Pick<Owner, 'id'>): string =>
  `${labelText(label)} (owner ${id})`;

/** How long a maker may be silent before it counts as interrupted, unless the registry says otherwise. */
export const usualMakerSilenceMs = 30_000;
