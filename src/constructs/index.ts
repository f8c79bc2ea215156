export { acknowledge } from './acknowledge';
export type { Backend, RealForks } from './carrier-settings';
export type { RegistryChoice, SynthEnvironment } from './environment';
export {
  CarrierMissingError,
  ConfigurationError,
  ForkcastMissingError,
  ForkcastTwiceError,
  ToolkitMixedError,
} from './errors';
export type { ForkOptions, Recovery, RenameOptions, SecondaryForkOptions } from './fork-options';
export { ConnectionPool, type ConnectionPoolProps } from './connection-pool';
export { Database, type DatabaseProps } from './database';
export { ForkcastScope, type ForkcastProps } from './forkcast';
export type { MovedFrom } from './former-place';
export { recoveryTimeParse, recoveryTimeShift } from './recovery-time';
export {
  BackupRegionData,
  BackupsData,
  CloudsData,
  PlansData,
  RecoveryWindowsData,
  ServiceData,
  type ServiceDataProps,
} from './registry-data';
export { RecoveryPolicy, type RecoveryPolicyProps } from './recovery-policy';
export type { RegistryService } from './registry-service';
export { Service } from './service';
export { ServiceIntegration, type ServiceIntegrationProps } from './service-integration';
export type { ServiceOutputs } from './service-outputs';
export type { ServiceProps, ServiceTypeName } from './service-props';
export { ServiceUser, type ServiceUserProps } from './service-user';
export type { SecretReference, ServiceSource } from './source';
export type { UserConfigs } from './user-config';
