import type { ServiceBody } from '../../api';
import type { JsonObject, JsonValue } from '../../domain';
import {
  copyWords,
  counted,
  megabytesWords,
  parseInstant,
  redactedSettings,
  replicaWords,
  stateWords,
} from '../../domain';
import { asJson } from '../json';
import type { ListedService } from '../list-services';
import { holderText } from './owner';
import { shownIntegration } from './shown-settings';
import { fields, growingTable } from './table';
import { instantText, lengthText } from './time';

type Column = (service: ListedService) => string;

/** Lists of services for people, one a line: the text of each page of them. */
const listTable =
  (columns: Readonly<Record<string, Column>>) => (): ((services: readonly ListedService[]) => string) => {
    const lines = growingTable(Object.keys(columns));
    const cells = Object.values(columns);
    return (services) => lines(services.map((service) => cells.map((cell) => cell(service))));
  };

const first = {
  name: ({ row }) => row.service_name,
  type: ({ row }) => row.service_type,
  state: ({ row, progress }) => progressText(row.state, progress),
} satisfies Record<string, Column>;

export const serviceTable = listTable({
  ...first,
  plan: ({ row }) => row.plan,
  cloud: ({ row, region }) => `${row.cloud_name}${copyWords(region)}`,
  age: ({ row, now }) => ageText(row.create_time, now),
  'forked from': ({ source, replicaOf }) => (replicaOf ? `(${replicaWords(replicaOf)})` : (source ?? '')),
});

/** The same with who holds them. */
export const holderTable = listTable({
  ...first,
  'held by': ({ ownership }) => holderText({ forkcast: { ownership } }) ?? 'not known',
});

/** One service for people; `verbose` adds settings, users and how to connect. */
export const serviceText = (service: ServiceBody, { verbose }: { readonly verbose: boolean }): string => {
  const now = service.forkcast?.now;
  const lineage = service.forkcast?.lineage;
  const newest = service.backups.at(-1);
  const origin = service.forkcast?.origin;
  const shown: readonly (readonly [string, string | undefined])[] = [
    ['name', service.service_name],
    ['type', service.service_type],
    ['state', progressText(service.state, service.forkcast)],
    [
      'deleted',
      service.forkcast?.removed_at ? `${instantText(service.forkcast.removed_at, now)}, if it stays off` : undefined,
    ],
    ['plan', `${service.plan} (${counted(service.node_count, 'node')})`],
    ['cloud', service.cloud_name],
    ['disk', service.disk_space_mb > 0 ? megabytesWords(service.disk_space_mb) : undefined],
    ['created', instantText(service.create_time, now)],
    ['protected', service.termination_protection ? 'yes, against termination and power off' : 'no'],
    ['replica of', service.forkcast?.replica_of],
    ['forked from', sourceText(service)],
    ['state of', lineage ? instantText(lineage.recovery_point, now) : undefined],
    ['from backup', lineage ? `${lineage.backup_name} in ${lineage.location} (${lineage.role})` : undefined],
    ['backups', `${service.backups.length}${newest ? `, newest ${instantText(newest.backup_time, now)}` : ''}`],
    ['tags', listText(Object.entries(service.tags).map(([key, value]) => `${key}=${value}`))],
    ['held by', holderText(service)],
    ['declared by', origin ? `${origin.path} (stack ${origin.stack})` : undefined],
  ];
  const more: readonly (readonly [string, string | undefined])[] = [
    ['databases', listText(service.databases)],
    ['users', listText(service.users.map(({ username }) => username))],
    ['updates', maintenanceText(service)],
    ['told of trouble', listText((service.tech_emails ?? []).map(({ email }) => email))],
    ['integrations', service.service_integrations.length > 0 ? String(service.service_integrations.length) : undefined],
    ['uri', service.service_uri === null ? undefined : withoutPassword(service.service_uri)],
    ...Object.entries(maskedSettings(service)).map(([key, value]) => [key, settingText(value)] as const),
  ];
  return fields([...shown, ...(verbose ? more : [])]);
};

/** `sunday from 04:30:00 UTC`. */
const maintenanceText = ({ maintenance }: Pick<ServiceBody, 'maintenance'>): string | undefined =>
  maintenance === undefined || maintenance.dow === 'never'
    ? undefined
    : `${maintenance.dow} from ${maintenance.time} UTC`;

const ageText = (created: string, shown: string | undefined): string => {
  const [from, now] = [parseInstant(created), parseInstant(shown)];
  return from === undefined || now === undefined ? created : lengthText(now - from);
};

/** The state, and while it is made how far it is. */
const progressText = (state: string, progress: ListedService['progress']): string => {
  const { progress_percent: percent = null, progress_phase: phase = null } = progress ?? {};
  return `${stateWords(state, percent)}${percent === null || phase === null ? '' : ` (${phase})`}`;
};

/** What a program gets to see: the API's answer without passwords and secret settings. */
export const shownService = (service: ServiceBody): JsonObject => ({
  ...plain(service),
  service_uri: service.service_uri === null ? null : withoutPassword(service.service_uri),
  user_config: maskedSettings(service),
  users: service.users.map(({ username, type }) => ({ username, type })),
});

/** Fields that are not simple values are simple enough: an answer of the API is JSON already. */
const plain = (service: ServiceBody): JsonObject => ({
  service_name: service.service_name,
  service_type: service.service_type,
  plan: service.plan,
  cloud_name: service.cloud_name,
  state: service.state,
  create_time: service.create_time,
  update_time: service.update_time,
  termination_protection: service.termination_protection,
  ...(service.maintenance === undefined ? {} : { maintenance: asJson(service.maintenance) }),
  ...(service.tech_emails === undefined ? {} : { tech_emails: service.tech_emails.map(asJson) }),
  disk_space_mb: service.disk_space_mb,
  node_count: service.node_count,
  backups: service.backups
    .map((backup) => ({ ...backup, additional_regions: backup.additional_regions ?? [] }))
    .map(asJson),
  tags: service.tags,
  service_integrations: service.service_integrations.map(shownIntegration),
  databases: service.databases,
  forkcast: service.forkcast === undefined ? null : asJson(service.forkcast),
});

const sourceText = ({ forkcast, user_config: settings }: ServiceBody): string | undefined => {
  if (forkcast?.lineage) return `${forkcast.lineage.source_project}/${forkcast.lineage.source_service}`;
  if (forkcast?.replica_of !== undefined) return undefined;
  const source = settings['service_to_fork_from'];
  return typeof source === 'string' && source !== '' ? source : undefined;
};

const maskedSettings = ({ service_type: type, user_config: settings }: ServiceBody): JsonObject =>
  redactedSettings({ kind: 'service', type }, settings);

/** A URI as it may be shown. */
export const withoutPassword = (uri: string): string => uri.replace(/^([a-z+]+:\/\/[^:/@]*):[^@/]*@/, '$1:<redacted>@');

const settingText = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

const listText = (names: readonly string[]): string | undefined => (names.length === 0 ? undefined : names.join(', '));
