import { type SentTo, isRefused, type ServiceBody } from '../api';
import { isJsonList, type ServiceResource, toRfc3339 } from '../domain';
import type { EnginePorts } from './ports';
import { readSource } from './wait-for-source';

/** What of a create request the control plane decides: the time of the newest transaction; plan and cloud, from the secondary location. */
interface SystemValues {
  readonly extension: Pick<NonNullable<SentTo<'ServiceCreate'>['forkcast']>, 'latest_transaction'>;
  readonly settings: { readonly recovery_target_time?: string };
  readonly place: Pick<SentTo<'ServiceCreate'>, 'plan' | 'cloud'>;
}

/** Asks a registry of ours to find them; finds them in what the vendor publishes, whose API has no word for that. */
export const fetchSystemValues = async (ports: EnginePorts, resource: ServiceResource): Promise<SystemValues> => {
  const latest = resource.latest_transaction === true;
  const isPlaced = resource.from !== 'secondary' || (resource.plan !== undefined && resource.cloud_name !== undefined);
  const extension = latest ? { latest_transaction: true } : {};
  if ((!latest && isPlaced) || (await isOurs(ports))) return { extension, settings: {}, place: {} };
  return {
    extension: {},
    settings: latest ? { recovery_target_time: await newestInstant(ports, resource) } : {},
    place: isPlaced ? {} : await fetchPlace(ports, resource),
  };
};

/** Only a registry of ours has a clock to ask. */
const isOurs = async ({ client }: EnginePorts): Promise<boolean> => {
  try {
    await client.clock();
    return true;
  } catch (error) {
    if (isRefused(error, 404)) return false;
    throw error;
  }
};

/** The end of the published window of the location that serves; where it has none, this machine's now. */
const newestInstant = async ({ client, clock }: EnginePorts, resource: ServiceResource): Promise<string> => {
  const source = readSource(resource);
  const backups = source && (await client.listBackups?.(source.project, source.service));
  const [copied] = backups?.pitr?.additional_regions ?? [];
  const range = resource.from === 'secondary' ? copied : backups?.pitr?.primary_region;
  return range?.pitr_range_end ?? toRfc3339(clock.now());
};

const fetchPlace = async ({ client }: EnginePorts, resource: ServiceResource): Promise<SystemValues['place']> => {
  const id = readSource(resource);
  const source = id && (await client.getService(id.project, id.service));
  if (source === undefined) return {};
  const region = readRegion(source);
  return { plan: source.plan, ...(region === undefined ? {} : { cloud: region }) };
};

const readRegion = ({ user_config }: ServiceBody): string | undefined => {
  const regions = user_config['additional_backup_regions'];
  const [first] = regions !== undefined && isJsonList(regions) ? regions : [];
  return typeof first === 'string' ? first : undefined;
};
