import { lineageValue } from '../resources/service-state';
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
    service_type: computed(string, 'API code of the engine.'),
    plan: computed(string, 'Name of the plan.'),
    cloud_name: computed(string, 'The cloud it runs in.'),
    state: computed(string, '`REBUILDING`, `RUNNING`, `POWEROFF` or `REBALANCING`.'),
    progress_percent: computed(number, '0 to 100 while it is made or changed; null otherwise.'),
    created_at: computed(string, 'When it was made, RFC 3339.'),
    node_count: computed(number, 'Number of nodes.'),
    disk_space_mb: computed(number, 'Disk in MB.'),
    termination_protection: computed(bool, 'Whether it is protected against termination.'),
    tags: computed(mapOf(string), 'Its tags.'),
    user_config_json: computed(string, 'Its effective settings as JSON, without secrets.'),
    service_uri: computed(string, 'Its address with a password.', { sensitive: true }),
    backup_count: computed(number, 'How many backups it has.'),
    databases: computed(listOf(string), 'Names of its databases.'),
    users: computed(listOf(string), 'Names of its users.'),
    row_count: computed(number, 'How many rows it holds; null where the registry does not tell.'),
    data_digest: computed(string, 'Hash of what it holds now.'),
    lineage: computed(lineage, 'Where it came from, when it is a fork.'),
  },
  read: async (registry, { project, service }, body) => {
    const held = body.forkcast === undefined ? undefined : await registry.contents(project, service);
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
      lineage: body.forkcast?.lineage ? lineageValue(body.forkcast.lineage) : null,
    };
  },
});
