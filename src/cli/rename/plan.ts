import type { ServiceBody, ServiceCreateBody } from '../../api';
import type { Facts, JsonObject, ReviewCard } from '../../domain';
import { known, serviceTypes } from '../../domain';
import type { Answers } from '../fork-restore/answers';
import { judge } from '../fork-restore/judge';
import { forkExtension } from '../fork-extension';

/** A service that is to get a new name, and the name. */
export interface Rename {
  readonly project: string;
  readonly source: ServiceBody;
  readonly to: string;
}

/** The fork restores all that was written, where its type can; else the newest backup. */
export const restoresTransactions = ({ service_type: type }: ServiceBody): boolean =>
  serviceTypes.some(({ name, recovery }) => name === type && recovery === 'point-in-time');

/** Settings that a fork does not take over and that mean the same under the new name. */
const carriedSettings = ({ user_config: settings }: ServiceBody): JsonObject => {
  const regions = settings['additional_backup_regions'];
  return Array.isArray(regions) && regions.length > 0 ? { additional_backup_regions: regions } : {};
};

/** Keys of single sign-on, which has to be set up again because it names the address. */
export const ssoSettings = ({ service_type: type, user_config: settings }: ServiceBody): readonly string[] =>
  serviceTypes
    .filter(({ name }) => name === type)
    .flatMap(({ userConfig }) => userConfig.filter(({ effect }) => effect === 'sso').map(({ key }) => key))
    .filter((key) => Object.hasOwn(settings, key) && settings[key] !== null);

const copyMaintenance = ({ maintenance }: ServiceBody): Pick<ServiceCreateBody, 'maintenance'> =>
  maintenance === undefined || maintenance.dow === 'never'
    ? {}
    : { maintenance: { dow: maintenance.dow, time: maintenance.time } };

/** The create of the fork: as the source is, with all that was written where the type can restore it. */
export const buildRequest = ({ source, to }: Rename): ServiceCreateBody => ({
  service_name: to,
  service_type: source.service_type,
  plan: source.plan,
  cloud: source.cloud_name,
  ...(source.disk_space_mb > 0 ? { disk_space_mb: source.disk_space_mb } : {}),
  user_config: {
    ...carriedSettings(source),
    service_to_fork_from: source.service_name,
  },
  termination_protection: source.termination_protection,
  tags: source.tags,
  ...copyMaintenance(source),
  ...forkExtension({ from: undefined, latest: restoresTransactions(source) }),
});

/** What all rules say of that create. */
export const reviewRename = (rename: Rename, facts: Facts): ReviewCard => {
  const { source, project, to } = rename;
  const answers: Answers = {
    project,
    source: source.service_name,
    type: source.service_type,
    location: undefined,
    target: restoresTransactions(source) ? { kind: 'latest-transaction' } : { kind: 'latest-backup' },
    fork: { name: to, plan: source.plan, cloud: source.cloud_name },
  };
  return judge(answers, facts, carriedSettings(source), {
    diskSpaceMb: known(source.disk_space_mb > 0 ? source.disk_space_mb : undefined),
    terminationProtection: known(source.termination_protection),
    tags: known(source.tags),
  });
};

/** The service of the new name is a fork of this one: an earlier run of the command made it. */
export const wasForkedFrom = (fork: ServiceBody, { project, source }: Rename): boolean => {
  const lineage = fork.forkcast?.lineage;
  if (lineage) return lineage.source_project === project && lineage.source_service === source.service_name;
  return fork.user_config['service_to_fork_from'] === source.service_name;
};
