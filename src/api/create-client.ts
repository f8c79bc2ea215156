import * as z from 'zod/mini';
import { toRfc3339, type Expectation, type JsonValue } from '../domain';
import * as answers from './answers';
import type { RegistryClient } from './client';
import { Exchange } from './exchange';
import type { Transport } from './transport';

/** The typed client on a transport, which checks each answer. Closing the client closes the transport. */
export const createClient = (transport: Transport): RegistryClient => {
  const exchange = new Exchange(transport);
  return {
    target: transport.target,
    ...serviceCalls(exchange),
    ...memberCalls(exchange),
    ...insightCalls(exchange),
    ...controlCalls(exchange),
    call: (method, path, body) => exchange.ask({ method, path, ...(body === undefined ? {} : { body }) }),
    close: () => transport.close(),
  };
};

type Calls<Name extends keyof RegistryClient> = Pick<RegistryClient, Name>;

const path = (...parts: readonly string[]): string => `/v1/${parts.map(encodeURIComponent).join('/')}`;
const inProject = (project: string, ...rest: readonly string[]): string => path('project', project, ...rest);
const inService = (project: string, service: string, ...rest: readonly string[]): string =>
  inProject(project, 'service', service, ...rest);
const control = (...rest: readonly string[]): string => path('forkcast', ...rest);
const ofService = (project: string, service: string, ...rest: readonly string[]): string =>
  control('project', project, 'service', service, ...rest);

/** A body as plain JSON: fields that are undefined are not sent. */
const json = (body: object): JsonValue => Object.fromEntries(Object.entries(body).filter(([, v]) => v !== undefined));

const instantText = (at: number | undefined): string | undefined => (at === undefined ? undefined : toRfc3339(at));

const expected = (expect: Expectation | undefined): string =>
  query({
    expect_owner: expect?.owner,
    expect_incarnation: expect?.incarnation,
    expect_created_at: instantText(expect?.createdAt),
  });

const serviceCalls = (
  to: Exchange,
): Calls<
  | 'createService'
  | 'getService'
  | 'listServices'
  | 'updateService'
  | 'deleteService'
  | 'replaceTags'
  | 'changeOwner'
  | 'lookAsMaker'
  | 'getTags'
  | 'listBackups'
  | 'checkUpgrade'
  | 'getTask'
> => ({
  createService: (project, body) =>
    to.read(answers.serviceAnswer, 'POST', inProject(project, 'service'), { body: json(body), key: 'service' }),
  getService: (project, service) => to.find(answers.serviceAnswer, inService(project, service), 'service'),
  listServices: (project) =>
    to.read(() => z.array(answers.serviceAnswer()), 'GET', inProject(project, 'service'), { key: 'services' }),
  updateService: (project, service, body, expect) =>
    to.read(answers.serviceAnswer, 'PUT', inService(project, service) + expected(expect), {
      body: json(body),
      key: 'service',
    }),
  deleteService: (project, service, expect) => to.tell('DELETE', inService(project, service) + expected(expect)),
  replaceTags: (project, service, tags, expect) =>
    to.tell('PUT', inService(project, service, 'tags') + expected(expect), { tags }),
  changeOwner: (project, service, { expect, owner, by }) =>
    to.read(answers.serviceAnswer, 'PUT', ofService(project, service, 'owner'), {
      body: {
        expect: json({ ...expect, createdAt: undefined, created_at: instantText(expect.createdAt) }),
        owner: owner === null ? null : json(owner),
        ...(by === undefined ? {} : { by }),
      },
      key: 'service',
    }),
  lookAsMaker: (project, service, look) =>
    to.read(answers.serviceAnswer, 'POST', ofService(project, service, 'owner', 'look'), {
      body: json(look),
      key: 'service',
    }),
  getTags: async (project, service) =>
    (await to.read(answers.tagsAnswer, 'GET', inService(project, service, 'tags'))).tags,
  checkUpgrade: (project, service, version) =>
    to.read(answers.taskAnswer, 'POST', inService(project, service, 'task'), {
      body: { task_type: 'upgrade_check', target_version: version },
      key: 'task',
    }),
  getTask: (project, service, task) =>
    to.read(answers.taskAnswer, 'GET', inService(project, service, 'task', task), { key: 'task' }),
  listBackups: (project, service) => to.read(answers.backupsAnswer, 'GET', inService(project, service, 'backups')),
});

const memberCalls = (
  to: Exchange,
): Calls<
  | 'listDatabases'
  | 'createDatabase'
  | 'deleteDatabase'
  | 'createUser'
  | 'getUser'
  | 'deleteUser'
  | 'resetUserPassword'
  | 'listPools'
  | 'createPool'
  | 'deletePool'
  | 'listIntegrations'
  | 'createIntegration'
  | 'deleteIntegration'
> => ({
  listDatabases: async (project, service) => {
    const databases = () => z.array(answers.databaseAnswer());
    const found = await to.read(databases, 'GET', inService(project, service, 'db'), { key: 'databases' });
    return found.map((database) => database.database_name);
  },
  createDatabase: (project, service, database) => to.tell('POST', inService(project, service, 'db'), { database }),
  deleteDatabase: (project, service, database) => to.tell('DELETE', inService(project, service, 'db', database)),
  createUser: (project, service, username) =>
    to.read(answers.userAnswer, 'POST', inService(project, service, 'user'), { body: { username }, key: 'user' }),
  getUser: (project, service, username) =>
    to.find(answers.userAnswer, inService(project, service, 'user', username), 'user'),
  deleteUser: (project, service, username) => to.tell('DELETE', inService(project, service, 'user', username)),
  resetUserPassword: (project, service, username, password) =>
    to.tell('PUT', inService(project, service, 'user', username), {
      operation: 'reset-credentials',
      ...(password === undefined ? {} : { new_password: password }),
    }),
  listPools: async (project, service) => {
    const withPools = () => z.looseObject({ connection_pools: z.array(answers.poolAnswer()) });
    return (await to.read(withPools, 'GET', inService(project, service), { key: 'service' })).connection_pools;
  },
  createPool: (project, service, body) => to.tell('POST', inService(project, service, 'connection_pool'), json(body)),
  deletePool: (project, service, pool) => to.tell('DELETE', inService(project, service, 'connection_pool', pool)),
  listIntegrations: (project, service) =>
    to.read(() => z.array(answers.integrationAnswer()), 'GET', inService(project, service, 'integration'), {
      key: 'service_integrations',
    }),
  createIntegration: (project, body) =>
    to.read(answers.integrationAnswer, 'POST', inProject(project, 'integration'), {
      body: json(body),
      key: 'service_integration',
    }),
  deleteIntegration: (project, integrationId) => to.tell('DELETE', inProject(project, 'integration', integrationId)),
});

const insightCalls = (
  to: Exchange,
): Calls<
  'backupRegions' | 'lagReport' | 'setBackupCopyPaused' | 'lineage' | 'contents' | 'rows' | 'writeRow' | 'generateRows'
> => ({
  backupRegions: (project, service) =>
    to.read(answers.backupRegionsAnswer, 'GET', ofService(project, service, 'backup_regions')),
  lagReport: (project, service, period) =>
    to.read(answers.lagReportAnswer, 'POST', inService(project, service, 'backup_to_another_region', 'report'), {
      body: { period },
      key: 'metrics',
    }),
  setBackupCopyPaused: (project, service, paused) =>
    to.tell('PUT', ofService(project, service, 'backup_copy'), { paused }),
  lineage: (project, service) => to.read(answers.lineageChainAnswer, 'GET', ofService(project, service, 'lineage')),
  contents: (project, service, at) =>
    to.read(
      answers.contentsAnswer,
      'GET',
      ofService(project, service, 'contents') + query(at === undefined ? {} : { at }),
    ),
  rows: (project, service, wanted = {}) =>
    to.read(answers.rowsAnswer, 'GET', ofService(project, service, 'rows') + query(wanted)),
  writeRow: (project, service, row) =>
    to.read(answers.rowsWrittenAnswer, 'POST', ofService(project, service, 'rows'), { body: json(row) }),
  generateRows: (project, service, body) =>
    to.read(answers.rowsWrittenAnswer, 'POST', ofService(project, service, 'rows', 'generate'), { body: json(body) }),
});

const query = (wanted: object): string => {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) if (value !== undefined) given.set(name, String(value));
  return given.size === 0 ? '' : `?${given.toString()}`;
};

const controlCalls = (
  to: Exchange,
): Calls<
  | 'listProjects'
  | 'createProject'
  | 'createOrganization'
  | 'clock'
  | 'advanceClock'
  | 'setClock'
  | 'outages'
  | 'setOutage'
  | 'status'
  | 'snapshot'
> => ({
  listProjects: () => to.read(() => z.array(answers.projectAnswer()), 'GET', path('project'), { key: 'projects' }),
  createProject: ({ project, organization, cloud }) =>
    to.tell('POST', path('project'), json({ project, cloud, organization_id: organization })),
  createOrganization: (organization) => to.tell('POST', control('organization'), { organization }),
  clock: () => to.read(answers.clockAnswer, 'GET', control('clock')),
  advanceClock: (byMs) => to.read(answers.clockAnswer, 'POST', control('clock', 'advance'), { body: { by_ms: byMs } }),
  setClock: (setting) => to.read(answers.clockAnswer, 'PUT', control('clock'), { body: setting }),
  outages: async () => (await to.read(answers.outagesAnswer, 'GET', control('outage'))).outages,
  setOutage: (cloud, down) => to.tell('PUT', control('outage', cloud), { down }),
  status: () => to.read(answers.statusAnswer, 'GET', control('status')),
  snapshot: (only) =>
    to.ask({
      method: 'GET',
      path: control('snapshot') + query(only === undefined ? {} : { services: only.join(',') }),
    }),
});
