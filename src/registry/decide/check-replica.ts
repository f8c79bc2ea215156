import type { EpochMs, JsonObject, ServiceType } from '../../domain';
import type { CreateService } from '../commands';
import { parseReference } from '../reference';
import { sizeMbAt } from '../schedule/size';
import { identify, type ServiceState } from '../state';
import { firstObjection, refuse } from './decision';
import type { DecideContext, Objection } from './decision';
import { givenKey } from './fork-request';
import { replicaTypes } from './replica-types';

/** What is read byte by byte has the form of what wrote it: the settings that a replica takes from the service that it follows. */
const formKeys = (type: ServiceType): readonly string[] =>
  [type.versionKey ?? '', 'variant'].filter((name) => type.userConfig.some(({ key }) => key === name));

/** The settings of a replica that are those of the service that it follows. */
export const followedSettings = (type: ServiceType, followed: ServiceState): JsonObject =>
  Object.fromEntries(
    formKeys(type).flatMap((key) => {
      const value = followed.userConfig[key];
      return value === undefined ? [] : [[key, value] as const];
    }),
  );

/**
 * Objects to a replica of another type, version or variant than the service that it follows, or without room for its data.
 * `diskSpaceMb`: the disk that the replica will have, asked for or of its plan; 0: its plan tells none.
 */
export const checkReplica = (
  { catalogue, now }: DecideContext,
  { serviceType, userConfig, diskSpaceMb = 0 }: CreateService,
  followed: ServiceState | null,
): Objection => {
  const type = catalogue.serviceTypes.get(serviceType);
  if (followed?.type !== serviceType || type === undefined) {
    return refuse(
      'fork_type_mismatch',
      `A replica of ${followed?.service ?? 'it'} has its type ${followed?.type ?? 'unknown'},` +
        ` but ${serviceType} was asked. Ask for that type.`,
      'replica',
    );
  }
  return firstObjection(...formKeys(type).map((key) => () => checkSame(key, userConfig, followed)), () =>
    type.memoryBound || diskSpaceMb === 0 ? undefined : checkRoom(followed, diskSpaceMb, now),
  );
};

const checkRoom = (followed: ServiceState, diskMb: number, now: EpochMs): Objection => {
  const sizeMb = sizeMbAt(followed, now);
  return diskMb >= sizeMb
    ? undefined
    : refuse(
        'fork_disk_too_small',
        `${followed.service} holds ${sizeMb} MB, more than the replica's disk of ${diskMb} MB. ` +
          `Ask for a disk of at least ${sizeMb} MB, or choose a larger plan.`,
        'replica',
      );
};

const checkSame = (key: string, asked: JsonObject, { service, userConfig }: ServiceState): Objection => {
  const [wanted, held] = [givenKey(asked, key), givenKey(userConfig, key) ?? usual(key)];
  return wanted === undefined || wanted === held
    ? undefined
    : refuse(
        key === 'variant' ? 'fork_variant_mismatch' : 'fork_version_mismatch',
        `${key} is ${wanted}, but a replica of ${service} has its ${key}, ${held}. Leave ${key} out.`,
        'replica',
      );
};

/** What a service is that names no variant. */
const usual = (key: string): string => (key === 'variant' ? 'aiven' : 'unknown');

/** The live services that follow this one, and those that follow them. */
export const followersOf = (context: DecideContext, state: ServiceState): readonly ServiceState[] =>
  state.integrations.flatMap(({ type, end, peer }) => {
    if (!replicaTypes.includes(type) || end !== 'source') return [];
    const follower = context.service(parseReference(peer));
    if (follower === undefined || follower.terminatedAt !== null || !isFollowing(follower, state)) return [];
    return [follower, ...followersOf(context, follower)];
  });

const isFollowing = ({ replicaOf }: ServiceState, state: ServiceState): boolean => {
  const { project, service, incarnation } = identify(state);
  return replicaOf?.project === project && replicaOf.service === service && replicaOf.incarnation === incarnation;
};
