import type { FactSource } from '../domain';

/** Which registry was meant, and whether a person named it: a named one that cannot be read stops the run. */
export interface RegistryChoice {
  /** As `FORKCAST_REGISTRY` would name it, its path absolute. */
  readonly location: string;
  readonly named: boolean;
}

/** What the constructs need of the outside world; the package door gives it, a test gives its own. */
export interface SynthEnvironment {
  /** Absolute path of the program that local-exec runs. */
  readonly entry: string;
  /** Absolute path of the command line, which local-exec runs for what is inside a service. */
  readonly program: string;
  /** The registry asked for, else the environment's, else the default place. Never opens it. */
  chooseRegistry(asked: string | undefined): RegistryChoice;
  /** Facts of that registry, read when first asked for; the same source for the same registry. */
  factsOf(registry: RegistryChoice): FactSource;
  /** Whether Terraform may find Forkcast's provider from here. */
  findsProvider(): boolean;
  /** The path of the policy asked for, else of the nearest one, from the working directory; undefined: there is none. */
  findPolicy(asked: string | undefined): string | undefined;
  /** The text of a file beside the app. @throws ConfigurationError when it cannot be read. */
  readText(path: string): string;
}
