/**
 * What a service may be called: a lower-case letter, then lower-case letters, digits and hyphens; 1 to 64 characters.
 * @see go-api-schemas service_types.yml, `service_to_fork_from` (read 2026-11-20)
 */
export const serviceNamePattern = /^[a-z][-a-z0-9]{0,63}$/;

/** What a project may be called: the shape of a service name, at most 63 characters (the schema's length limit wins over its pattern). */
export const projectNamePattern = /^[a-z][-a-z0-9]{0,62}$/;

/** A service is identified by its project and its name; both never change. */
export interface ServiceId {
  readonly project: string;
  readonly service: string;
}

/** One text for a service, as people and paths write it: `project/service`. */
export const serviceKey = (id: ServiceId): string => `${id.project}/${id.service}`;
