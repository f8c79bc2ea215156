// Written from the operations that the list of services asks by scripts/checks.mjs; npm run build renews it.
import { readBy, type Asked } from '../api';
import { checkOf, shapes } from '../domain';

const { amount, fieldsAtLeast, json, listOf, mapOf, nullable, oneOf, optional, text, truth } = shapes;

const forked_from = () =>
  fieldsAtLeast({
    source_project: text,
    source_service: text,
    recovery_point: text,
    backup_name: text,
    location: text,
    role: oneOf('primary', 'secondary'),
  });

const owner = () =>
  fieldsAtLeast({ id: text, stack: text, path: text, workspace: nullable(text), host: nullable(text) });

const ownership = () =>
  fieldsAtLeast({
    state: oneOf('never', 'released', 'making', 'held'),
    owner: nullable(owner()),
    since: nullable(text),
    by: nullable(text),
    fresh: nullable(truth),
  });

/** What the list of services asks, without schemas: they take longer to load than all that the list shows. */
export const listOperations: { readonly [Id in 'ChangesGet' | 'ServicePage']: Asked<Id> } = {
  ChangesGet: {
    method: 'GET',
    path: '/v1/forkcast/changes',
    takesBody: false,
    read: readBy(
      checkOf(() =>
        fieldsAtLeast({
          version: text,
          now: text,
          clock_mode: oneOf('real', 'frozen', 'factor'),
          reload: truth,
          services: listOf(fieldsAtLeast({ project: text, service_name: text })),
          projects: listOf(text),
        }),
      ),
    ),
  },
  ServicePage: {
    method: 'GET',
    path: '/v1/forkcast/service',
    takesBody: false,
    read: readBy(
      checkOf(() =>
        fieldsAtLeast({
          now: text,
          version: amount,
          first_version: amount,
          services: listOf(
            fieldsAtLeast({
              project: text,
              service_name: text,
              service_type: text,
              plan: text,
              cloud_name: text,
              state: oneOf('POWEROFF', 'REBALANCING', 'REBUILDING', 'RUNNING'),
              create_time: text,
              termination_protection: truth,
              progress_percent: nullable(amount),
              progress_phase: nullable(text),
              incarnation: amount,
              forked_from: nullable(forked_from()),
              replica_of: nullable(text),
              ownership: optional(ownership()),
              windows: listOf(
                fieldsAtLeast({
                  location: text,
                  role: oneOf('primary', 'secondary'),
                  earliest: nullable(text),
                  latest: nullable(text),
                }),
              ),
              newest_backup_at: nullable(text),
              backup_count: amount,
              service: optional(
                fieldsAtLeast({
                  service_name: text,
                  service_type: text,
                  plan: text,
                  cloud_name: text,
                  state: oneOf('POWEROFF', 'REBALANCING', 'REBUILDING', 'RUNNING'),
                  create_time: text,
                  termination_protection: truth,
                  update_time: text,
                  user_config: mapOf(json),
                  disk_space_mb: amount,
                  node_count: amount,
                  service_uri: nullable(text),
                  backups: listOf(
                    fieldsAtLeast({
                      backup_name: text,
                      backup_time: text,
                      data_size: amount,
                      storage_location: optional(text),
                      additional_regions: optional(
                        listOf(
                          fieldsAtLeast({
                            cloud: text,
                            region: optional(text),
                            paused: optional(truth),
                            pause_reason: optional(text),
                          }),
                        ),
                      ),
                    }),
                  ),
                  tags: mapOf(text),
                  service_integrations: listOf(mapOf(json)),
                  service_notifications: optional(listOf(fieldsAtLeast({ type: text, level: text, message: text }))),
                  maintenance: optional(fieldsAtLeast({ dow: text, time: text })),
                  tech_emails: optional(listOf(fieldsAtLeast({ email: text }))),
                  databases: listOf(text),
                  users: listOf(
                    fieldsAtLeast({
                      username: text,
                      type: text,
                      password: text,
                      access_control: optional(mapOf(json)),
                    }),
                  ),
                  connection_pools: optional(
                    listOf(
                      fieldsAtLeast({
                        pool_name: text,
                        database: text,
                        username: nullable(text),
                        pool_size: amount,
                        pool_mode: text,
                        connection_uri: text,
                      }),
                    ),
                  ),
                  forkcast: optional(
                    fieldsAtLeast({
                      incarnation: amount,
                      running_at: nullable(text),
                      powered_off_since: optional(text),
                      removed_at: optional(text),
                      first_backup_at: nullable(text),
                      now: text,
                      clock_frozen: truth,
                      progress_percent: nullable(amount),
                      progress_phase: nullable(text),
                      origin: nullable(
                        fieldsAtLeast({ stack: text, path: text, fingerprint: text, latest_transaction: truth }),
                      ),
                      lineage: nullable(forked_from()),
                      replica_of: optional(text),
                      manifest: nullable(mapOf(json)),
                      fork_digest: nullable(text),
                      secrets: optional(mapOf(oneOf('sealed', 'not_kept'))),
                      ownership: optional(ownership()),
                    }),
                  ),
                }),
              ),
              backup_region: fieldsAtLeast({
                cloud: nullable(text),
                status: oneOf('none', 'pending', 'available', 'paused'),
                pause_reason: nullable(text),
                lag_seconds: nullable(amount),
              }),
            }),
          ),
          next: nullable(text),
        }),
      ),
    ),
  },
};
