import { refuseDeclaration } from './told-refusal';
import { findServiceType, isFields, shown, given } from '../domain';
import type { Construct } from './cdktf';
import type { ServiceDeclaration } from './declaration';
import { isExpression } from './expression';
import { isServiceSource, type ServiceSource } from './source';

/** What a fork is declared from. */
export interface ForkBasis {
  readonly source: ServiceSource;
  readonly path: string;
  /** What the fork takes over unless it says something else, as far as it is known at synth. */
  readonly like: Pick<ServiceDeclaration, 'serviceType' | 'plan' | 'cloudName' | 'diskSpaceMb' | 'tags'>;
  /** Where its backups are copied to. */
  readonly secondaryCloud: string | undefined;
}

/** What a fork says besides its own declaration, once its type has checked it. */
interface ForkExtras {
  readonly recovery?: unknown;
  readonly scope?: Construct;
}

/**
 * The declaration of a fork. From the secondary location the control plane settles plan and cloud where they are not known.
 * @throws ConfigurationError when no plan is given, the source's is not known, and the fork is from elsewhere.
 */
export const forkDeclaration = (
  basis: ForkBasis,
  { recovery, scope: _scope, userConfig, ...told }: Omit<ServiceDeclaration, 'serviceType'> & ForkExtras,
): ServiceDeclaration => {
  const { source, like } = basis;
  const isSecondary = told.from === 'secondary';
  const plan = told.plan ?? like.plan;
  const cloudName = told.cloudName ?? (isSecondary ? basis.secondaryCloud : undefined);
  const forkKeys = { ...recoveryKeys(basis.path, recovery), serviceToForkFrom: source };
  const twice = saidTwice({ ...told, recovery }, userConfig ?? {}, { ...forkKeys, projectToForkFrom: source.project });
  if (twice !== undefined) return refuseDeclaration(basis.path, twice);
  if (plan === undefined && !isSecondary) {
    return refuseDeclaration(basis.path, unknownTrait(source, 'plan', 'plan'));
  }
  return {
    ...told,
    ...given({ plan, cloudName }),
    serviceType: like.serviceType,
    ...(recovery === 'latest-transaction' ? { latestTransaction: true } : {}),
    userConfig: { ...userConfig, ...forkKeys },
  };
};

/** The declaration of the service that a rename leads to: everything as the source has it, under another name. */
export const renameDeclaration = (
  basis: ForkBasis,
  { newName, recovery, ...told }: { readonly newName: string } & Partial<ServiceDeclaration> & ForkExtras,
): ServiceDeclaration => {
  const { serviceType, cloudName, diskSpaceMb, tags = {} } = basis.like;
  const pointInTime = findServiceType(serviceType)?.recovery === 'point-in-time';
  return forkDeclaration(basis, {
    ...given({ cloudName, diskSpaceMb, tags: Object.keys(tags).length === 0 ? undefined : tags }),
    ...told,
    serviceName: newName,
    recovery: recovery ?? (pointInTime ? 'latest-transaction' : 'latest-backup'),
  });
};

/** What a person does around a rename: a service cannot be renamed, so a fork takes its place. */
export const renameSteps = (oldName: string, newName: string): string =>
  `Renaming ${oldName} to ${newName} is a fork: 1. stop writes to ${oldName}; 2. apply, which makes ${newName}; ` +
  `3. set up integrations again, since they are not copied; 4. point clients to ${newName}; ` +
  `5. remove ${oldName} when you are ready. What is written to ${oldName} after the fork is not in ${newName}.`;

/** What a fork says in two places, in two ways, as a sentence; undefined: nothing. The compiler lets nobody say it twice. */
const saidTwice = (
  { latestTransaction, recovery }: { readonly latestTransaction?: unknown; readonly recovery: unknown },
  userConfig: object,
  forkKeys: object,
): string | undefined => {
  const written = new Map(Object.entries(userConfig));
  for (const [key, own] of Object.entries(forkKeys)) {
    const other: unknown = written.get(key);
    if (!isGiven(other) || isExpression(other) || asName(other) === asName(own)) continue;
    return `userConfig.${key} is ${shown(asName(other))}, and the fork says ${shown(asName(own))} already; leave it out.`;
  }
  const isTwice = recovery !== undefined && typeof latestTransaction === 'boolean';
  return isTwice && latestTransaction !== (recovery === 'latest-transaction')
    ? `latestTransaction is ${latestTransaction}, and recovery ${shown(recovery)}; leave latestTransaction out.`
    : undefined;
};

const asName = (value: unknown): unknown => (isServiceSource(value) ? value.serviceName : value);

/** What says which state is meant; nothing that is written is read as the newest backup, unless it says so. @throws ConfigurationError */
export const recoveryKeys = (path: string, recovery: unknown): object => {
  if (recovery === undefined || recovery === 'latest-backup' || recovery === 'latest-transaction') return {};
  const { time, backup } = isFields(recovery) ? recovery : {};
  if (isGiven(time) && isGiven(backup))
    return refuseDeclaration(path, `the recovery of a fork is ${shown(recovery)}; give a time or a backup, not both.`);
  if (isGiven(time)) return { recoveryTargetTime: time };
  if (isGiven(backup)) return { recoveryBasebackupName: backup };
  const forms = "{ time: '2026-11-19T12:00:00Z' }, { backup: 'NAME' }, 'latest-transaction' or 'latest-backup'";
  return refuseDeclaration(path, `the recovery of a fork is ${shown(recovery)}; give ${forms}.`);
};

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

const unknownTrait = (source: ServiceSource, trait: string, option: string): string =>
  `the ${trait} of ${source.project}/${source.serviceName} is not known at synth, since no registry with it can be read. ` +
  `Give ${option}, or name a registry or a snapshot.`;
