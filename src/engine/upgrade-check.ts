import { findServiceType, secondMs, serviceKey, type ServiceResource } from '../domain';
import type { AttributeChange } from './attribute-changes';
import { UpgradeNotPossibleError } from './errors';
import type { EnginePorts } from './ports';

/** How often a check that goes on is looked at, and how often at most. */
const lookEveryMs = 5 * secondMs;
const mostLooks = 120;

/**
 * Runs the vendor's check before a service is asked for another version, and tells what it found; nothing when the version stays.
 * @throws UpgradeNotPossibleError when the check says no
 * @see terraform-provider-aiven: it runs upgrade_check before it sends pg_version
 */
export const checkUpgrade = async (
  ports: EnginePorts,
  { resource, changes }: { readonly resource: ServiceResource; readonly changes: readonly AttributeChange[] },
): Promise<void> => {
  const versions = changes.flatMap(({ attribute, after }) =>
    attribute.endsWith('_version') && after.known && typeof after.value === 'string'
      ? [{ attribute, to: after.value }]
      : [],
  );
  if (versions.length === 0) return;
  const key = findServiceType(resource.service_type)?.versionKey;
  const asked = versions.find(({ attribute }) => attribute === `user_config.${key}`);
  if (asked === undefined) return;
  const [project, service] = [resource.project, resource.service_name];
  const told = (phase: string | null) =>
    ports.progress({ step: 'upgrade-check', service: serviceKey({ project, service }), phase, percent: null });
  told(null);
  let task = await ports.client.checkUpgrade(project, service, asked.to);
  for (let looks = 0; task.result === '' && looks < mostLooks; looks += 1) {
    await ports.sleep(lookEveryMs);
    task = await ports.client.getTask(project, service, task.task_id);
  }
  told(task.result === '' ? 'no result yet' : task.result);
  if (!task.success && task.result !== '') throw new UpgradeNotPossibleError({ project, service }, asked, task.result);
};
