import { carriedSettings, type ServiceBody } from '../../api';
import type { Facts, ReviewCard } from '../../domain';
import { known, serviceTypes } from '../../domain';
import type { Answers } from '../fork-restore/answers';
import { judge } from '../fork-restore/judge';

/** A service that is to get a new name, and the name. */
export interface Rename {
  readonly project: string;
  readonly source: ServiceBody;
  readonly to: string;
}

/** The fork restores all that was written, where its type can; else the newest backup. */
export const restoresTransactions = ({ service_type: type }: ServiceBody): boolean =>
  serviceTypes.some(({ name, recovery }) => name === type && recovery === 'point-in-time');

/** Keys of single sign-on, which has to be set up again because it names the address. */
export const ssoSettings = ({ service_type: type, user_config: settings }: ServiceBody): readonly string[] =>
  serviceTypes
    .filter(({ name }) => name === type)
    .flatMap(({ userConfig }) => userConfig.filter(({ effect }) => effect === 'sso').map(({ key }) => key))
    .filter((key) => Object.hasOwn(settings, key) && settings[key] !== null);

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
