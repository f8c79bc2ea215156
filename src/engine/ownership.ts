import type { OwnerBody, ServiceBody } from '../api';
import { given, ownerText, serviceKey, type EpochMs, type Expectation, type Owner, type OwnerLabel } from '../domain';
import type { ServiceId, ServiceResource } from '../domain';
import { computeFingerprint } from './fingerprint';
import type { EnginePorts } from './ports';

/** Who asks, and what it knows of the service that it means. */
export interface Claim {
  readonly owner: Owner;
  /** A service that it makes is held when its last look says so, and not from the start. */
  readonly making: boolean;
  /** How its messages tell a person to take a service over. */
  readonly backend: 'provider' | 'local-exec';
  /** Which service it means, by its own record. */
  readonly known?: { readonly incarnation?: number; readonly createdAt?: EpochMs };
  /** Its record is of before there were owners: a service that nobody ever held is then the one that it means. */
  readonly recorded?: boolean;
  /** A declared move: what this label holds is taken over. */
  readonly takesFrom?: Pick<OwnerLabel, 'stack' | 'path'>;
}

/** What a live service is to who asks. */
export type Relation =
  | { readonly kind: 'mine' }
  /** Nobody ever held it, and the record of who asks says that it is the one: claimed by the next change. */
  | { readonly kind: 'claimable' }
  /** An interrupted create left it behind, from an equal request. */
  | { readonly kind: 'unfinished'; readonly owner: OwnerBody }
  /** Held by the label of a declared move. */
  | { readonly kind: 'movable'; readonly owner: OwnerBody }
  | { readonly kind: 'being-made'; readonly owner: OwnerBody }
  /** An interrupted create left it behind, from another request. */
  | { readonly kind: 'abandoned'; readonly owner: OwnerBody }
  | { readonly kind: 'held'; readonly owner: OwnerBody; readonly since: string | null }
  | { readonly kind: 'unowned'; readonly released: boolean }
  /** Another one of its name than the record knows. */
  | { readonly kind: 'another'; readonly owner: OwnerBody | null };

/** Who asks for which service; without a claim: a program of before there were owners. */
export interface Asker {
  readonly claim: Claim | undefined;
  readonly stack: string;
  /** Of a declaration that is to exist: its path and the fingerprint of its request. Absent: an end is asked for. */
  readonly path?: string;
  readonly fingerprint?: string;
}

/** Who asks for a declared service. */
export const identifyAsker = (resource: ServiceResource, claim: Claim | undefined): Asker => ({
  claim,
  stack: resource.stack,
  path: resource.path,
  fingerprint: computeFingerprint(resource),
});

/** What a live service is to who asks. Where the registry tells nothing of owners, its request and stack decide. Never throws. */
export const compareOwner = (actual: ServiceBody, asker: Asker): Relation => {
  const { claim } = asker;
  const ownership = actual.forkcast?.ownership;
  if (isAnother(actual, claim) && !isMadeAgain(actual, claim))
    return { kind: 'another', owner: ownership?.owner ?? null };
  if (ownership === undefined || ownership.state === 'never') return neverHeld(actual, asker);
  const { owner, state, since } = ownership;
  if (owner === null) return { kind: 'unowned', released: true };
  if (owner.id === claim?.owner.id) return { kind: 'mine' };
  if (state === 'making' && ownership.fresh === true) return { kind: 'being-made', owner };
  if (claim?.takesFrom?.stack === owner.stack && claim.takesFrom.path === owner.path) return { kind: 'movable', owner };
  if (state === 'held') return { kind: 'held', owner, since };
  return { kind: isEqual(actual, asker) ? 'unfinished' : 'abandoned', owner };
};

const isAnother = ({ forkcast, create_time }: ServiceBody, claim: Claim | undefined): boolean => {
  const { incarnation, createdAt } = claim?.known ?? {};
  return (
    (incarnation !== undefined && forkcast !== undefined && forkcast.incarnation !== incarnation) ||
    (createdAt !== undefined && Date.parse(create_time) !== createdAt)
  );
};

/** Its holder made it again under the id that it had, as an action of the provider does: ids are drawn, so nobody else can have. */
const isMadeAgain = ({ forkcast, create_time }: ServiceBody, claim: Claim | undefined): boolean => {
  const { incarnation, createdAt } = claim?.known ?? {};
  return (
    (forkcast?.ownership?.owner ?? undefined)?.id === claim?.owner.id &&
    incarnation !== undefined &&
    createdAt !== undefined &&
    (forkcast?.incarnation ?? 0) > incarnation &&
    Date.parse(create_time) > createdAt
  );
};

const neverHeld = (actual: ServiceBody, asker: Asker): Relation => {
  const origin = actual.forkcast?.origin ?? null;
  const { recorded, takesFrom, backend } = asker.claim ?? {};
  const isSamePath = asker.path === undefined || origin?.path === asker.path || isEqual(actual, asker);
  const isMoved = takesFrom !== undefined && takesFrom.stack === origin?.stack && takesFrom.path === origin.path;
  // A provider has its state to tell what is its own; many configurations share a stack's text.
  const isSameMaker = backend !== 'provider' && origin?.stack === asker.stack && isSamePath;
  const isOwn = recorded === true || isMoved || isSameMaker;
  const isVendors = actual.forkcast === undefined && asker.fingerprint === undefined;
  return isOwn || isVendors ? { kind: 'claimable' } : { kind: 'unowned', released: false };
};

const isEqual = (actual: ServiceBody, { fingerprint }: Asker): boolean =>
  fingerprint !== undefined && actual.forkcast?.origin?.fingerprint === fingerprint;

/** Whose it is now, as an expectation of a take-over; undefined: the registry knows no owners. */
export const readHolder = ({ forkcast }: ServiceBody): string | undefined => {
  const ownership = forkcast?.ownership;
  return ownership && (ownership.owner?.id ?? (ownership.state === 'never' ? 'never' : 'nobody'));
};

/** What a change takes for granted of a service that was just seen: which one it is, and whose. */
export const expectSeen = (seen: ServiceBody): Expectation =>
  given({
    incarnation: seen.forkcast?.incarnation,
    createdAt: seen.forkcast && Date.parse(seen.create_time),
    owner: readHolder(seen),
  });

/** What a change or an end of this service takes for granted: the service that was just seen, and whose it was. */
export const buildExpectation = (actual: ServiceBody, relation: Relation, claim: Claim | undefined): Expectation => {
  if (actual.forkcast === undefined) return {};
  const { incarnation, ownership } = actual.forkcast;
  const owner = relation.kind === 'mine' ? claim?.owner.id : (ownership?.owner?.id ?? 'never');
  return {
    ...(owner === undefined || ownership === undefined ? {} : { owner }),
    incarnation,
    createdAt: Date.parse(actual.create_time),
  };
};

/** An owner as the API writes it. Never throws. */
export const writeOwner = ({ id, label }: Owner): OwnerBody => ({
  id,
  stack: label.stack,
  path: label.path,
  workspace: label.workspace ?? null,
  host: label.host ?? null,
});

/**
 * Takes over what an interrupted create left behind, or what a declared move names: one compare-and-set.
 * @throws RequestRefusedError (412) when somebody else was faster
 */
export const takeOver = (
  { client }: Pick<EnginePorts, 'client'>,
  id: ServiceId,
  { actual, relation, claim }: { readonly actual: ServiceBody; readonly relation: Relation; readonly claim: Claim },
): Promise<ServiceBody> => {
  const stale = relation.kind === 'unfinished' ? ({ stale: true } as const) : {};
  return client.changeOwner(id.project, id.service, {
    expect: { ...buildExpectation(actual, relation, claim), ...stale },
    owner: { ...writeOwner(claim.owner), making: claim.making && relation.kind === 'unfinished' },
  });
};

/** Who holds a service, as a sentence after `it`. */
export const holderText = (relation: Relation): string => {
  switch (relation.kind) {
    case 'mine':
    case 'claimable':
      return 'is this one’s own';
    case 'unfinished':
      return `was left unfinished by an interrupted create of ${ownerText(relation.owner)}`;
    case 'abandoned':
      return `was left unfinished by an interrupted create of ${ownerText(relation.owner)}, from another request`;
    case 'being-made':
      return `is being made now by ${ownerText(relation.owner)}`;
    case 'movable':
    case 'held':
      return `is held by ${ownerText(relation.owner)}`;
    case 'unowned':
      return relation.released
        ? 'was released and is held by nobody'
        : 'was made outside of Terraform, or before there were owners, and is held by nobody';
    case 'another':
      return relation.owner === null
        ? 'is another one of this name, held by nobody'
        : `is another one of this name, held by ${ownerText(relation.owner)}`;
  }
};

/** The line that gives a service to who asks. */
export const adoptLine = (id: ServiceId, relation: Relation, claim: Claim): string => {
  const from = 'owner' in relation && relation.owner !== null ? relation.owner.id : 'nobody';
  return `forkcast service adopt ${serviceKey(id)} --from ${from} --owner ${claim.owner.id}`;
};
