import { serviceTypes } from '../domain';
import type { BackupLocation, CommonServiceProps } from './service-props';
import type { Construct } from './cdktf';
import type { ServiceDeclaration } from './declaration';
import { ConfigurationError } from './errors';
import { refuse } from './told-refusal';
import type { ServiceSource } from './source';

/** What a fork takes over from its source, as far as it is known at synth. */
export interface SourceTraits {
  readonly source: ServiceSource;
  readonly path: string;
  readonly serviceType: string;
  readonly plan: string | undefined;
  readonly cloudName: string | undefined;
  readonly diskSpaceMb: number | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly secondaryCloud: string | undefined;
}

/** `ForkOptions` of any type, once the type has checked them. */
export interface AnyForkOptions extends CommonServiceProps {
  readonly plan?: string;
  readonly from?: BackupLocation;
  readonly recovery?: unknown;
  readonly userConfig?: object | undefined;
  readonly scope?: Construct;
}

/**
 * The declaration of a fork. From the secondary location the control plane settles plan and cloud where they are not known.
 * @throws ConfigurationError when no plan is given, the source's is not known, and the fork is from elsewhere.
 */
export const forkDeclaration = (source: SourceTraits, options: AnyForkOptions): ServiceDeclaration => {
  const { recovery, userConfig, ...common } = options;
  const isSecondary = options.from === 'secondary';
  const plan = options.plan ?? source.plan;
  const cloudName = options.cloudName ?? (isSecondary ? source.secondaryCloud : undefined);
  if (plan === undefined && !isSecondary) {
    return refuse(new ConfigurationError(source.path, unknownTrait(source, 'plan', 'plan')));
  }
  return {
    ...common,
    ...(plan === undefined ? {} : { plan }),
    ...(cloudName === undefined ? {} : { cloudName }),
    serviceType: source.serviceType,
    ...(recovery === 'latest-transaction' ? { latestTransaction: true } : {}),
    userConfig: { ...userConfig, ...recoveryKeys(recovery), serviceToForkFrom: source.source },
  };
};

/** The declaration of the service that a rename leads to: everything as the source has it, under another name. */
export const renameDeclaration = (
  source: SourceTraits,
  { newName, recovery, ...options }: Omit<AnyForkOptions, 'serviceName'> & { readonly newName: string },
): ServiceDeclaration => {
  const pointInTime = serviceTypes.find(({ name }) => name === source.serviceType)?.recovery === 'point-in-time';
  return forkDeclaration(source, {
    ...(source.cloudName === undefined ? {} : { cloudName: source.cloudName }),
    ...(source.diskSpaceMb === undefined ? {} : { diskSpaceMb: source.diskSpaceMb }),
    ...(Object.keys(source.tags).length === 0 ? {} : { tags: source.tags }),
    ...options,
    serviceName: newName,
    recovery: recovery ?? (pointInTime ? 'latest-transaction' : 'latest-backup'),
  });
};

/** What a person does around a rename: a service cannot be renamed, so a fork takes its place. */
export const renameSteps = (oldName: string, newName: string): string =>
  `Renaming ${oldName} to ${newName} is a fork: 1. stop writes to ${oldName}; 2. apply, which makes ${newName}; ` +
  `3. set up integrations again, since they are not copied; 4. point clients to ${newName}; ` +
  `5. remove ${oldName} when you are ready. What is written to ${oldName} after the fork is not in ${newName}.`;

const recoveryKeys = (recovery: unknown): object => {
  if (typeof recovery !== 'object' || recovery === null) return {};
  if ('time' in recovery) return { recoveryTargetTime: recovery.time };
  return 'backup' in recovery ? { recoveryBasebackupName: recovery.backup } : {};
};

const unknownTrait = ({ source }: SourceTraits, trait: string, option: string): string =>
  `the ${trait} of ${source.project}/${source.serviceName} is not known at synth, since no registry with it can be read. ` +
  `Give ${option}, or name a registry or a snapshot.`;
