import type { RegistryEvent } from '../events';

/**
 * Reads JSON that this store wrote itself. It is trusted, not parsed again: a file is accepted only with the registry's own
 * application id and format version, and its events and views were typed when they were written. Hence the one cast.
 * @throws SyntaxError when the text is not JSON
 */
export const decodeOwn = <T>(body: string): T => JSON.parse(body) as T;

/** Reads an event back. */
export const decodeEvent = (body: string): RegistryEvent => decodeOwn<RegistryEvent>(body);

/** The JSON text of an event. Never throws. */
export const encodeEvent = (event: RegistryEvent): string => JSON.stringify(event);
