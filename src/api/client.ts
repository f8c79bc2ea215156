import { toRfc3339, type Expectation, type JsonValue } from '../domain';
import type {
  AnswerOf,
  backupOperations,
  CallOf,
  clockOperations,
  ConnectionPoolCreateBody,
  contentsOperations,
  Contract,
  controlOperations,
  historyOperations,
  IntegrationCreateBody,
  MakerLookBody,
  OperationId,
  OwnerSetBody,
  projectOperations,
  ResourceOperationId,
  SentTo,
  serviceOperations,
  servicePageOperations,
} from './operations';
import type { ApiRequest, ApiResponse } from './transport';

/**
 * How operations of the contract are asked, over a socket or in process. Every way rejects with RequestRefusedError when the registry
 * refuses, RegistryUnreachableError without an answer, ContractBrokenError when the answer is not what the contract says.
 */
export interface Asking<Known extends OperationId = OperationId> {
  readonly ask: <Id extends Known>(id: Id, call: CallOf<Id>) => Promise<AnswerOf<Contract[Id]>>;
  /** The same, or undefined where nothing of that name exists. */
  readonly find: <Id extends Known>(id: Id, call: CallOf<Id>) => Promise<AnswerOf<Contract[Id]> | undefined>;
  /** The same, for who does not look at the answer. */
  readonly tell: <Id extends Known>(id: Id, call: CallOf<Id>) => Promise<JsonValue>;
}

/** What is asked of a registry by who makes, changes and ends one service. */
export const serviceOperationIds = [
  'ClockGet',
  'ProjectServiceTagsReplace',
  'ServiceCreate',
  'ServiceDelete',
  'ServiceGet',
  'ServiceIntegrationCreate',
  'ServiceList',
  'ServiceMakerLook',
  'ServiceOwnerSet',
  'ServiceTaskCreate',
  'ServiceTaskGet',
  'ServiceUpdate',
] as const;

export type ServiceOperationId = (typeof serviceOperationIds)[number];

/** A new owner for a service that is as expected; null: nobody. `by`: who asks, for people. */
export type OwnerChange = Omit<OwnerSetBody, 'expect'> & { readonly expect: Expectation };

/** The calls of who makes, changes and ends one service. They take types alone of the contract, and load no schema. */
export const serviceCalls = ({ ask, find, tell }: Asking<ServiceOperationId>) => ({
  createService: async (project: string, body: SentTo<'ServiceCreate'>) =>
    (await ask('ServiceCreate', { ...bare, at: { project }, body })).service,
  /** Undefined: it is not there. */
  getService: async (project: string, service: string) =>
    (await find('ServiceGet', { at: { project, service }, body: null, query: {} }))?.service,
  listServices: async (project: string) =>
    (await ask('ServiceList', { at: { project }, body: null, query: {} })).services,
  /** With `expect`, only the service that is meant: stated and untrue, 412 and nothing is done. */
  updateService: async (project: string, service: string, body: SentTo<'ServiceUpdate'>, expect?: Expectation) =>
    (await ask('ServiceUpdate', { at: { project, service }, body, query: expected(expect) })).service,
  deleteService: (project: string, service: string, expect?: Expectation) =>
    done(tell('ServiceDelete', { ...bare, at: { project, service }, query: expected(expect) })),
  replaceTags: (project: string, service: string, tags: Tags, expect?: Expectation) =>
    done(tell('ProjectServiceTagsReplace', { at: { project, service }, body: { tags }, query: expected(expect) })),
  /** Gives a service to an owner, or to nobody, if it is as expected. */
  changeOwner: async (project: string, service: string, { expect: { createdAt, ...expect }, ...body }: OwnerChange) => {
    const whole = { ...expect, ...(createdAt === undefined ? {} : { created_at: toRfc3339(createdAt) }) };
    return (await ask('ServiceOwnerSet', { ...bare, at: { project, service }, body: { ...body, expect: whole } }))
      .service;
  },
  /** A look of who makes a service: a sign of life, and its hold when that may be. */
  lookAsMaker: async (project: string, service: string, body: MakerLookBody) =>
    (await ask('ServiceMakerLook', { ...bare, at: { project, service }, body })).service,
  /** Runs the vendor's `upgrade_check`, as its provider does before it asks for another version. */
  checkUpgrade: async (project: string, service: string, version: string) => {
    const body = { task_type: 'upgrade_check', target_version: version };
    return (await ask('ServiceTaskCreate', { ...bare, at: { project, service }, body })).task;
  },
  /** A task that was asked for. */
  getTask: async (project: string, service: string, task: string) =>
    (await ask('ServiceTaskGet', { ...bare, at: { project, service, task } })).task,
  createIntegration: async (project: string, body: IntegrationCreateBody) =>
    (await ask('ServiceIntegrationCreate', { ...bare, at: { project }, body })).service_integration,
  clock: () => ask('ClockGet', { ...bare, at: {} }),
});

/** With `expect`, a change is made only in the service that is meant. */
const memberCalls = ({ ask, find, tell }: Asking<ResourceOperationId>) => ({
  listDatabases: async (project: string, service: string) => {
    const { databases } = await ask('ServiceDatabaseList', { ...bare, at: { project, service } });
    return databases.map((database) => database.database_name);
  },
  createDatabase: (project: string, service: string, database: string, expect?: Expectation) =>
    done(tell('ServiceDatabaseCreate', { at: { project, service }, body: { database }, query: expected(expect) })),
  deleteDatabase: (project: string, service: string, database: string, expect?: Expectation) =>
    done(tell('ServiceDatabaseDelete', { ...bare, at: { project, service, database }, query: expected(expect) })),
  createUser: async (project: string, service: string, username: string, expect?: Expectation) =>
    (await ask('ServiceUserCreate', { at: { project, service }, body: { username }, query: expected(expect) })).user,
  /** Undefined: it is not there. */
  getUser: async (project: string, service: string, username: string) =>
    (await find('ServiceUserGet', { at: { project, service, username }, body: null, query: {} }))?.user,
  deleteUser: (project: string, service: string, username: string, expect?: Expectation) =>
    done(tell('ServiceUserDelete', { ...bare, at: { project, service, username }, query: expected(expect) })),
  /** Without `password` the registry draws one. */
  resetUserPassword: async (
    project: string,
    service: string,
    username: string,
    { password, expect }: { readonly password?: string | undefined; readonly expect?: Expectation } = {},
  ) => {
    const body = {
      operation: 'reset-credentials' as const,
      ...(password === undefined ? {} : { new_password: password }),
    };
    await tell('ServiceUserCredentialsModify', { at: { project, service, username }, body, query: expected(expect) });
  },
  listPools: async (project: string, service: string) => {
    const shown = await ask('ServiceGet', { at: { project, service }, body: null, query: {} });
    return shown.service.connection_pools ?? [];
  },
  createPool: (project: string, service: string, body: ConnectionPoolCreateBody, expect?: Expectation) =>
    done(tell('ServicePGBouncerCreate', { at: { project, service }, body, query: expected(expect) })),
  updatePool: (
    project: string,
    service: string,
    pool: string,
    body: SentTo<'ServicePGBouncerUpdate'>,
    expect?: Expectation,
  ) => done(tell('ServicePGBouncerUpdate', { at: { project, service, pool }, body, query: expected(expect) })),
  deletePool: (project: string, service: string, pool: string, expect?: Expectation) =>
    done(tell('ServicePGBouncerDelete', { ...bare, at: { project, service, pool }, query: expected(expect) })),
  listIntegrations: async (project: string, service: string) =>
    (await ask('ServiceIntegrationList', { ...bare, at: { project, service } })).service_integrations,
  /** Static addresses of a project, each with the service that it serves. */
  listStaticIps: async (project: string) => (await ask('StaticIPList', { ...bare, at: { project } })).static_ips,
  deleteIntegration: (project: string, integration: string) =>
    done(tell('ServiceIntegrationDelete', { ...bare, at: { project, integration } })),
});

type InsightId = keyof (typeof backupOperations &
  typeof contentsOperations &
  typeof historyOperations &
  typeof serviceOperations &
  typeof servicePageOperations);

/** What a service has, and had. */
export const insightCalls = ({ ask, tell }: Asking<InsightId>) => ({
  getTags: async (project: string, service: string) =>
    (await ask('ProjectServiceTagsList', { ...bare, at: { project, service } })).tags,
  /** Backups with the windows restorable per location. */
  listBackups: (project: string, service: string) => ask('ServiceBackupsGet', { ...bare, at: { project, service } }),
  /** The second backup region: state, target, lag, windows. */
  backupRegions: (project: string, service: string) => ask('BackupRegionStatus', { ...bare, at: { project, service } }),
  lagReport: async (project: string, service: string, period: LagReportPeriod) =>
    (await ask('ServiceBackupToAnotherRegionReport', { ...bare, at: { project, service }, body: { period } })).metrics,
  setBackupCopyPaused: (project: string, service: string, paused: boolean) =>
    done(tell('BackupCopyPause', { ...bare, at: { project, service }, body: { paused } })),
  /** Live services of a project, or of all, a page at a time: `next` of a page is the cursor of the one after it. */
  servicePage: (query: CallOf<'ServicePage'>['query']) => ask('ServicePage', { at: {}, body: null, query }),
  /** Ancestors, nearest first; they stay known when the source is gone. */
  lineage: (project: string, service: string) => ask('LineageGet', { at: { project, service }, body: null, query: {} }),
  /** What a service held at an instant (RFC 3339; now when absent): names, counts and digests. */
  contents: (project: string, service: string, at?: string) =>
    ask('ContentsGet', { at: { project, service }, body: null, query: at === undefined ? {} : { at } }),
  /** One page of the ledger at an instant, in the order written. */
  rows: (project: string, service: string, { offset, limit, ...wanted }: RowsQuery = {}) =>
    ask('RowsRead', {
      at: { project, service },
      body: null,
      query: {
        ...wanted,
        ...(offset === undefined ? {} : { offset: String(offset) }),
        ...(limit === undefined ? {} : { limit: String(limit) }),
      },
    }),
  writeRow: (project: string, service: string, body: SentTo<'RowWrite'>) =>
    ask('RowWrite', { ...bare, at: { project, service }, body }),
  generateRows: (project: string, service: string, body: SentTo<'RowsGenerate'>) =>
    ask('RowsGenerate', { ...bare, at: { project, service }, body }),
});

type ControlId = keyof (typeof clockOperations & typeof controlOperations & typeof projectOperations);

/** The registry as a whole. */
export const controlCalls = ({ ask, tell }: Asking<ControlId>) => ({
  listProjects: async () => (await ask('ProjectList', { ...bare, at: {} })).projects,
  createProject: async ({ organization, ...project }: NewProject) => {
    const body = { ...project, ...(organization === undefined ? {} : { organization_id: organization }) };
    await tell('ProjectCreate', { ...bare, at: {}, body });
  },
  createOrganization: (organization: string) =>
    done(tell('OrganizationCreate', { ...bare, at: {}, body: { organization } })),
  advanceClock: (byMs: number) => ask('ClockAdvance', { ...bare, at: {}, body: { by_ms: byMs } }),
  setClock: (body: SentTo<'ClockSet'>) => ask('ClockSet', { ...bare, at: {}, body }),
  /** Clouds that are down now. */
  outages: async () => (await ask('OutageList', { ...bare, at: {} })).outages,
  setOutage: (cloud: string, down: boolean) => done(tell('OutageSet', { ...bare, at: { cloud }, body: { down } })),
  status: () => ask('StatusGet', { ...bare, at: {} }),
  /** The facts of the registry as a snapshot file's JSON; with `only` (`project/service`), of no other services. */
  snapshot: (only?: readonly string[]) =>
    tell('SnapshotGet', { at: {}, body: null, query: only === undefined ? {} : { services: only.join(',') } }),
});

/** The calls of who keeps services and what is in them. */
export const resourceCalls = (asking: Asking<ResourceOperationId>) => ({
  ...memberCalls(asking),
  ...insightCalls(asking),
  ...serviceCalls(asking),
});

/** The typed client of the contract, the same over a socket and in process. What has no call of its own is asked by its id. */
export const clientOf = (asking: Asking) => ({
  ...asking,
  ...resourceCalls(asking),
  ...controlCalls(asking),
});

export type ServiceCalls = ReturnType<typeof serviceCalls>;

/** A client that can be closed, and asked by method and path. */
export interface RegistryClient extends ReturnType<typeof clientOf> {
  readonly target: string;
  /** Whether a simulator of Forkcast answers. @throws RegistryUnreachableError */
  readonly isSimulated: () => Promise<boolean>;
  /** Any operation by method and path, also one that the contract does not know. */
  call(method: ApiRequest['method'], path: string, body?: JsonValue): Promise<JsonValue>;
  /** The answer to a GET, with the clock of who gave it. */
  get(path: string): Promise<ApiResponse>;
  close(): void;
}

type Tags = Readonly<Record<string, string>>;

/** How far back a lag report goes. */
export type LagReportPeriod = NonNullable<SentTo<'ServiceBackupToAnotherRegionReport'>['period']>;

/** Which rows to read. @default at now, all databases and keys, offset 0, limit 1000 (at most 10000) */
type RowsQuery = Omit<CallOf<'RowsRead'>['query'], 'offset' | 'limit'> & {
  readonly offset?: number;
  readonly limit?: number;
};

interface NewProject {
  readonly project: string;
  readonly organization?: string;
  readonly cloud?: string;
}

/** What an operation is asked with that takes no body, or no query. */
const bare = { body: null, query: null } as const;

const done = async (told: Promise<JsonValue>): Promise<void> => void (await told);

const expected = ({ owner, incarnation, createdAt }: Expectation = {}): CallOf<'ServiceDelete'>['query'] => ({
  ...(owner === undefined ? {} : { expect_owner: owner }),
  ...(incarnation === undefined ? {} : { expect_incarnation: String(incarnation) }),
  ...(createdAt === undefined ? {} : { expect_created_at: toRfc3339(createdAt) }),
});
