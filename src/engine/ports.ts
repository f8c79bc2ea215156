import type { RegistryClient, ServiceCalls } from '../api';
import type { Clock } from '../domain';

/** What the engine asks of a registry. */
export type EngineClient = ServiceCalls &
  /** Read of the vendor alone: a registry of ours finds the newest transaction itself. */
  Partial<Pick<RegistryClient, 'listBackups'>>;

/** What the engine is doing for one service, told while it does it. */
export interface Progress {
  readonly step: 'wait-for-source' | 'upgrade-check' | 'create' | 'adopt' | 'update' | 'replace' | 'terminate' | 'wait';
  /** `project/service` that the step is about: the source's while the source is waited for. */
  readonly service: string;
  /** Phase that the registry names; null: none. */
  readonly phase: string | null;
  /** 0 to 100; null: the registry does not tell. */
  readonly percent: number | null;
}

/** Everything of the outside world that the engine touches. */
export interface EnginePorts {
  readonly client: EngineClient;
  /** Wall clock of this machine: timeouts are measured on it, never recovery points. */
  readonly clock: Clock;
  /** Resolves after that many milliseconds, or as soon as the signal is aborted. Never rejects. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly progress: (progress: Progress) => void;
  /** The value of an environment variable; undefined: not set. */
  readonly environment: (name: string) => string | undefined;
  /** Aborted, as an AbortSignal is: waiting ends early and hands back what was made so far. */
  readonly signal?: { readonly aborted: boolean };
  /** Resolves when the signal is aborted: a look that a slow registry has not answered by then is not waited for. Never rejects. */
  readonly stopped?: Promise<void>;
}
