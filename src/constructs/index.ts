export { acknowledge } from './acknowledge';
export type { Backend } from './carrier-settings';
export type { RegistryChoice, SynthEnvironment } from './environment';
export {
  CarrierMissingError,
  ConfigurationError,
  ForkcastMissingError,
  ForkcastTwiceError,
  ToolkitMixedError,
} from './errors';
export type { ForkOptions, Recovery, RenameOptions, SecondaryForkOptions } from './fork-options';
export { ForkcastScope, type ForkcastProps } from './forkcast';
export type { MovedFrom } from './former-place';
export type { RegistryService } from './registry-service';
export { Service } from './service';
export type { ServiceProps, ServiceTypeName } from './service-props';
export type { SecretReference, ServiceSource } from './source';
export type { UserConfigs } from './user-config';
