import { parseJson, type JsonValue } from '../json';
import { serviceTypes } from '../service-types';
import { shellText } from '../shell-text';
import type { WrittenService } from './written-service';

/** Settings that `forkcast service create` has a flag for. */
const forkFlags: Readonly<Record<string, string>> = {
  service_to_fork_from: '--service-to-fork-from',
  project_to_fork_from: '--project-to-fork-from',
  recovery_target_time: '--recovery-target-time',
  recovery_basebackup_name: '--recovery-basebackup-name',
};

/** The command line that makes a service. Never throws. */
export const cliCode = ({ label, serviceType, fields, settings, secrets }: WrittenService): string => {
  const { tags } = fields;
  return [
    `forkcast service create ${shellText(label)}`,
    ...Object.entries(fields).flatMap(([name, value]) => fieldWords(name, value)),
    ...(typeof tags === 'object' && tags !== null
      ? Object.entries(tags).map(([key, value]) => `--tag ${shellText(`${key}=${textOf(value)}`)}`)
      : []),
    ...Object.entries(settings).map(([key, value]) => settingWords(serviceType, key, value)),
    ...secrets.map(([path, variable]) => `-c ${path}="$${variable}"`),
  ].join(' ');
};

const textOf = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

const fieldWords = (name: string, value: JsonValue): readonly string[] => {
  const word = shellText(textOf(value));
  switch (name) {
    case 'project':
      return [`--project ${word}`];
    case 'service_type':
      return [`-t ${word}`];
    case 'plan':
      return [`-p ${word}`];
    case 'cloud_name':
      return [`--cloud ${word}`];
    case 'disk_space_mb':
      return [`--disk-space-gib ${Number(value) / 1024}`];
    case 'termination_protection':
      return value === true ? ['--enable-termination-protection'] : [];
    case 'from':
      return [`--from ${word}`];
    case 'latest_transaction':
      return ['--latest-transaction'];
    default:
      return [];
  }
};

const settingWords = (serviceType: string, key: string, value: JsonValue): string => {
  const flag = forkFlags[key];
  if (flag !== undefined && typeof value === 'string') return `${flag} ${shellText(value)}`;
  const declared = serviceTypes.find(({ name }) => name === serviceType)?.userConfig.find((one) => one.key === key);
  const isBare = typeof value === 'string' && (declared?.kind === 'string' || parseJson(value) === undefined);
  return `-c ${shellText(`${key}=${isBare ? value : JSON.stringify(value)}`)}`;
};
