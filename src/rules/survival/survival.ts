import {
  serviceKey,
  toRfc3339,
  unpublishedWords,
  type EpochMs,
  type Facts,
  type RecoveryWindow,
  type ServiceFacts,
} from '../../domain';
import { isRestorable } from '../backup-retention';
import { isLogEndUnknown, primaryLocationOf, readableBackups, recoveryWindow, type Role } from '../recovery-window';
import type { Loss } from './loss';

/** What is left of a service after a loss. */
export type Survival =
  /** Neither its machines nor its backups are touched. */
  | { readonly kind: 'untouched' }
  | { readonly kind: 'restorable'; readonly from: RestorePoint }
  /** Nothing is left that it could be restored from. */
  | { readonly kind: 'lost'; readonly why: string }
  /** `missing` names the fact in words. */
  | { readonly kind: 'unknown'; readonly missing: string };

/** Where a service comes back from, and what it then holds. */
export interface RestorePoint {
  readonly role: Role;
  readonly location: string;
  /** What is made of it: the same type and plan, in its own cloud, or in that of the location where its own is lost. */
  readonly type: string;
  readonly plan: string;
  readonly into: string;
  /** The last instant that can be restored. */
  readonly at: EpochMs;
  /** The base backup that is restored; the log is replayed onto it where `replays`. */
  readonly backupName: string;
  readonly dataSizeMb: number;
  readonly replays: boolean;
  /** From that instant to the loss. */
  readonly lossMs: number;
  /** What may be missing besides, since the log is shipped in parts; undefined: nobody publishes how often. */
  readonly unshippedMs: number | undefined;
}

/**
 * What is left of a service when something is lost at an instant, by what is known of it. The location that loses least counts; an
 * unknown one counts before one that loses more. Never throws.
 */
export const survivalOf = (service: ServiceFacts, loss: Loss, at: EpochMs, facts: Facts): Survival => {
  const name = serviceKey(service);
  const primary = primaryLocationOf(service);
  const places = [
    { role: 'primary' as const, cloud: primary },
    ...(service.backupRegion.cloud === null ? [] : [{ role: 'secondary' as const, cloud: service.backupRegion.cloud }]),
  ].map((place) => ({ ...place, lost: loss.backupsIn(place.cloud) }));
  if (!loss.machines && places.every(({ lost }) => lost === false)) return { kind: 'untouched' };
  if (at > facts.now) return missing(`state of ${name} at ${toRfc3339(at)}: the facts are of ${toRfc3339(facts.now)}`);
  if (at < service.createdAt)
    return { kind: 'lost', why: `${name} was made later, at ${toRfc3339(service.createdAt)}` };
  const open = openFact(service);
  if (open !== undefined) return missing(open);
  if (service.replicaOf !== null)
    return { kind: 'lost', why: `${name} follows ${service.replicaOf} and has no backups of its own` };
  const isCloudLost = loss.machines && loss.backupsIn(service.cloud) !== false;
  let doubt: Survival | undefined;
  const points: RestorePoint[] = [];
  for (const { role, cloud, lost } of places) {
    if (lost === true) continue;
    const into = role === 'secondary' || isCloudLost ? cloud : service.cloud;
    const found =
      lost === undefined ? missing(`provider of ${cloud}`) : pointIn(service, role, { cloud, into, at, facts });
    if (found.kind === 'restorable') points.push(found.from);
    else if (found.kind === 'unknown') doubt ??= found;
  }
  const best = [...points].sort((left, right) => right.at - left.at)[0];
  if (best?.lossMs === 0 || (best !== undefined && doubt === undefined)) return { kind: 'restorable', from: best };
  if (doubt !== undefined) return doubt;
  const kept = places.map(({ cloud, role }) => `${cloud} (${role})`).join(' and ');
  return {
    kind: 'lost',
    why: places.some(({ lost }) => lost === false)
      ? `nothing of ${name} can be restored from ${kept}`
      : `all backups of ${name} lie in ${kept}`,
  };
};

/** A fact that nobody publishes and that the answer would rest on. */
const openFact = ({ state, poweredOffSince, backups }: ServiceFacts): string | undefined => {
  if (state === 'POWEROFF' && poweredOffSince === undefined) return unpublishedWords['power-off-time'];
  return backups.some(({ series }) => series === undefined) ? unpublishedWords.series : undefined;
};

const missing = (what: string): Survival => ({ kind: 'unknown', missing: what });

interface Place {
  readonly cloud: string;
  readonly into: string;
  readonly at: EpochMs;
  readonly facts: Facts;
}

const pointIn = (service: ServiceFacts, role: Role, place: Place): Survival => {
  const { at, facts } = place;
  const type = facts.catalogue.serviceTypes.get(service.type);
  if (type === undefined) return missing(`service type ${service.type}`);
  if (
    role === 'secondary' &&
    service.backupRegion.status === 'pending' &&
    readableBackups(service, role, at).length === 0
  )
    return missing(`first copy of a backup of ${serviceKey(service)} in ${place.cloud}`);
  const replays = type.recovery === 'point-in-time' && (role === 'primary' || type.backupRegionPointInTime);
  if (!replays) return atBackup(service, role, place);
  const window = recoveryWindow(service, role, facts.now);
  if (!window.known || isLogEndUnknown(service, facts))
    return missing(`recovery window of ${serviceKey(service)} in ${place.cloud}`);
  return window.value === undefined
    ? { kind: 'lost', why: '' }
    : inWindow(service, window.value, { ...place, shippedWithinMs: type.logShippedWithinMs });
};

const inWindow = (
  service: ServiceFacts,
  { role, location, earliest, latest }: RecoveryWindow & { readonly earliest: EpochMs; readonly latest: EpochMs },
  { at, into, facts, shippedWithinMs }: Place & { readonly shippedWithinMs: number | undefined },
): Survival => {
  if (at < earliest) return { kind: 'lost', why: '' };
  if (role === 'secondary' && at < facts.now) return missing(`lag of ${serviceKey(service)} at ${toRfc3339(at)}`);
  const end = Math.min(at, latest);
  const base = readableBackups(service, role, facts.now)
    .filter(({ completedAt }) => completedAt <= end)
    .at(-1);
  if (base === undefined) return missing(`base backup of ${serviceKey(service)} before ${toRfc3339(end)}`);
  const written = Math.min(at, service.poweredOffSince ?? at);
  const lossMs = Math.max(0, written - end);
  return {
    kind: 'restorable',
    from: {
      role,
      location,
      ...{ type: service.type, plan: service.plan, into },
      at: end,
      backupName: base.name,
      dataSizeMb: base.dataSizeMb,
      replays: true,
      lossMs,
      // A lag is measured to the end of what is there; only what ends now may have a part that is still to be shipped.
      unshippedMs: lossMs > 0 || service.state === 'POWEROFF' ? 0 : shippedWithinMs,
    },
  };
};

const atBackup = (service: ServiceFacts, role: Role, { cloud, into, at }: Place): Survival => {
  const isOpen = service.backups.some(({ copy }) => copy !== undefined && copy.replicatedAt === undefined);
  if (role === 'secondary' && isOpen) return missing(unpublishedWords['copy-time']);
  const backup = readableBackups(service, role, at)
    .filter((one) => isRestorable(one, service, at))
    .at(-1);
  if (backup === undefined) return { kind: 'lost', why: '' };
  const { completedAt, name: backupName, dataSizeMb } = backup;
  const written = Math.min(at, service.poweredOffSince ?? at);
  return {
    kind: 'restorable',
    from: {
      role,
      location: cloud,
      ...{ type: service.type, plan: service.plan, into },
      at: completedAt,
      backupName,
      dataSizeMb,
      replays: false,
      lossMs: Math.max(0, written - completedAt),
      unshippedMs: 0,
    },
  };
};
