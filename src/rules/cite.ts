import type { Source } from '../domain';

/** A fact that a document states. */
export const documented = (page: string): Source => ({ basis: 'documented', from: `${page} (read 2026-11-20)` });

/** A fact read in a schema or in the source of a client. */
export const fromSchema = (place: string): Source => ({ basis: 'schema', from: `${place} (read 2026-11-20)` });

/** A conclusion of Forkcast; the text says from what. */
export const inferred = (reason: string): Source => ({ basis: 'inference', from: reason });

/** The published JSON schemas of `user_config`. */
export const userConfigSchema = fromSchema('go-api-schemas, service_types.yml');

/** The vendor's page "Fork a service". */
export const forkPage = documented('documentation, Fork a service');

/** What a create of a service takes. */
export const serviceCreatePage = documented('API reference, ServiceCreate');

/** The older page "Service forking". */
export const serviceForkingPage = documented('documentation, Service forking');

/** The vendor's page about backups of every type. */
export const backupsPage = documented('documentation, platform/concepts/service_backups');

/** What the vendor's Terraform provider does, read in its source. */
export const providerSource = (what: string): Source => fromSchema(`terraform-provider-aiven, ${what}`);
