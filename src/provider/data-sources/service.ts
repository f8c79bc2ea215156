import { withoutSecrets } from '../../domain';
import { bool, computed, listOf, mapOf, nested, number, string } from '../protocol';
import { serviceData } from './registry-data';

const lineage = nested('single', {
  source_project: computed(string),
  source_service: computed(string),
  recovery_point: computed(string),
  backup_name: computed(string),
  location: computed(string),
  role: computed(string),
});

/** A live service with all that moves: state, backups, contents. */
export const serviceSource = serviceData({
  typeName: 'forkcast_service',
  description: 'A live service as it is now, with what moves with time: its state and contents.',
  attributes: {
    service_type: computed(string, { description: 'API code of the engine.' }),
    plan: computed(string, { description: 'Name of the plan.' }),
    cloud_name: computed(string, { description: 'The cloud it runs in.' }),
    state: computed(string, { description: '`REBUILDING`, `RUNNING`, `POWEROFF` or `REBALANCING`.' }),
    progress_percent: computed(number, { description: '0 to 100 while it is made or changed; null otherwise.' }),
    created_at: computed(string, { description: 'When it was made, RFC 3339.' }),
    node_count: computed(number, { description: 'Number of nodes.' }),
    disk_space_mb: computed(number, { description: 'Disk in MB.' }),
    termination_protection: computed(bool, { description: 'Whether it is protected against termination.' }),
    tags: computed(mapOf(string), { description: 'Its tags.' }),
    user_config_json: computed(string, { description: 'Its effective settings as JSON, without secrets.' }),
    service_uri: computed(string, { sensitive: true, description: 'Its address with a password.' }),
    backup_count: computed(number, { description: 'How many backups it has.' }),
    databases: computed(listOf(string), { description: 'Names of its databases.' }),
    users: computed(listOf(string), { description: 'Names of its users.' }),
    row_count: computed(number, { description: 'How many rows it holds; null where the registry does not tell.' }),
    data_digest: computed(string, { description: 'Hash of what it holds now.' }),
    lineage: computed(lineage, { description: 'Where it came from, when it is a fork.' }),
  },
  read: async (registry, { project, service }) => {
    const body = await registry.getService(project, service);
    if (body === undefined) return undefined;
    const held = body.forkcast === undefined ? undefined : await registry.contents(project, service);
    const from = body.forkcast?.lineage ?? null;
    return {
      service_type: body.service_type,
      plan: body.plan,
      cloud_name: body.cloud_name,
      state: body.state,
      progress_percent: body.forkcast?.progress_percent ?? null,
      created_at: body.create_time,
      node_count: body.node_count,
      disk_space_mb: body.disk_space_mb,
      termination_protection: body.termination_protection,
      tags: body.tags,
      user_config_json: JSON.stringify(withoutSecrets(body.service_type, body.user_config)),
      service_uri: body.service_uri,
      backup_count: body.backups.length,
      databases: body.databases,
      users: body.users.map(({ username }) => username),
      row_count: held?.row_count ?? null,
      data_digest: held?.data_digest ?? null,
      lineage: from && {
        source_project: from.source_project,
        source_service: from.source_service,
        recovery_point: from.recovery_point,
        backup_name: from.backup_name,
        location: from.location,
        role: from.role,
      },
    };
  },
});
