import type { EpochMs, JsonValue } from '../domain';

/** One request of the HTTP contract, before it is put on a wire. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute path with its query, such as `/v1/project/demo/service`. */
  readonly path: string;
  readonly body?: JsonValue;
}

/** One answer. A body that was empty is null. */
export interface ApiResponse {
  readonly status: number;
  readonly body: JsonValue;
  /** When it was given, by the clock of who gave it; absent: it does not say. */
  readonly date?: EpochMs;
}

/**
 * How requests reach a registry: over a socket, or by a call in the same process.
 * Answers with any status are values. @throws RegistryUnreachableError when there is no answer.
 */
export interface Transport {
  /** Where it leads, for messages: `sqlite:...` or `http://...`. */
  readonly target: string;
  send(request: ApiRequest): Promise<ApiResponse>;
  /** Whether a simulator of Forkcast is there. Absent: it is. */
  readonly isSimulated?: () => Promise<boolean>;
  close(): void;
}
