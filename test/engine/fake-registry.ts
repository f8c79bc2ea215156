import {
  type SentTo,
  type BackupsBody,
  type OwnerChange,
  type OwnershipBody,
  RegistryUnreachableError,
  RequestRefusedError,
  type ServiceBody,
} from '../../src/api';
import { type EpochMs, type Expectation, type ServiceResource, toRfc3339 } from '../../src/domain';
import type { EngineClient, EnginePorts, Progress } from '../../src/engine';

export const start: EpochMs = Date.UTC(2026, 10, 20, 8);

/** What happens to one request: it is carried out and its answer is lost, it never arrives, or it is answered with a status. */
export type Fault = {
  readonly on: keyof EngineClient;
  /** Which request of that name, from 1 on; absent: the next one. */
  readonly nth?: number;
} & (
  | { readonly kind: 'answer-lost' | 'never-arrives' }
  | { readonly kind: 'status'; readonly status: number; readonly code?: string }
);

export interface FakeRegistryOptions {
  readonly provisioningMs?: number;
  readonly backupDelayMs?: number;
  readonly frozen?: boolean;
  readonly faults?: readonly Fault[];
}

const since = toRfc3339(start);
const released: OwnershipBody = { state: 'released', owner: null, since, by: null, fresh: null };
type OwnerSent = NonNullable<OwnerChange['owner']>;

const heldBy = ({ id, stack, path, workspace = null, host = null }: OwnerSent): OwnershipBody => ({
  state: 'held',
  owner: { id, stack, path, workspace, host },
  since,
  by: null,
  fresh: null,
});

const firstOwnership = (owner: OwnerSent | undefined): OwnershipBody => {
  if (owner === undefined) return { state: 'never', owner: null, since: null, by: null, fresh: null };
  return owner.making === true ? { ...heldBy(owner), state: 'making', fresh: true } : heldBy(owner);
};

const task = { task_id: 't', task_type: 'upgrade_check' };

/** The least that the engine needs of a registry: names, states by the clock, origins. It has no rules and no backups of its own. */
export class FakeRegistry {
  readonly services = new Map<string, ServiceBody>();
  readonly calls: string[] = [];
  /** Bodies of the creates, in order. */
  readonly bodies: SentTo<'ServiceCreate'>[] = [];
  /** What every service publishes of its windows. */
  pitr: BackupsBody['pitr'];
  now = start;
  private readonly faults: Fault[];

  constructor(readonly options: FakeRegistryOptions = {}) {
    this.faults = [...(options.faults ?? [])];
  }

  put(project: string, service: Partial<ServiceBody> & { readonly service_name: string }): ServiceBody {
    const body = { ...emptyService, ...service };
    this.services.set(`${project}/${body.service_name}`, body);
    return body;
  }

  get(project: string, service: string): ServiceBody | undefined {
    const body = this.services.get(`${project}/${service}`);
    return body && this.seen(body);
  }

  create(project: string, body: SentTo<'ServiceCreate'>): ServiceBody {
    if (this.services.has(`${project}/${body.service_name}`)) {
      throw new RequestRefusedError(409, 'service_already_exists', `Service ${body.service_name} already exists`);
    }
    const runningAt = this.now + (this.options.provisioningMs ?? 0);
    this.put(project, {
      ...emptyService,
      ...(body.cloud ? { cloud_name: body.cloud } : {}),
      service_name: body.service_name,
      service_type: body.service_type,
      plan: body.plan ?? emptyService.plan,
      user_config: body.user_config ?? {},
      termination_protection: body.termination_protection ?? false,
      tags: body.tags ?? {},
      forkcast: {
        ...emptyExtension,
        running_at: toRfc3339(runningAt),
        first_backup_at: toRfc3339(runningAt + (this.options.backupDelayMs ?? 0)),
        origin: body.forkcast?.origin ?? null,
        ownership: firstOwnership(body.forkcast?.owner),
      },
    });
    return this.mustGet(project, body.service_name);
  }

  readonly client: EngineClient = {
    listBackups: (_, service) =>
      this.request('listBackups', service, () => ({
        backups: [],
        ...(this.pitr === undefined ? {} : { pitr: this.pitr }),
      })),
    clock: () => this.request('clock', '', () => ({ now: toRfc3339(this.now), mode: 'real', factor: null })),
    getService: (project, service) => this.request('getService', service, () => this.get(project, service)),
    listServices: (project) =>
      this.request('listServices', '', () =>
        [...this.services.keys()]
          .filter((key) => key.startsWith(`${project}/`))
          .flatMap((key) => this.get(project, key.slice(project.length + 1)) ?? []),
      ),
    createService: (project, body) =>
      this.request('createService', body.service_name, () => {
        this.bodies.push(body);
        return this.create(project, body);
      }),
    changeOwner: (project, service, { expect, owner }) =>
      this.request('changeOwner', service, () => {
        const actual = this.expected(project, service, expect);
        return this.owned(project, actual, owner === null ? released : heldBy(owner));
      }),
    checkUpgrade: (_project, service, version) =>
      this.request('checkUpgrade', `${service} ${version}`, () => ({ ...task, success: false, result: '' })),
    getTask: (_project, service) =>
      this.request('getTask', service, () => ({ ...task, success: true, result: 'It can be upgraded.' })),
    lookAsMaker: (project, service, { owner, hold }) =>
      this.request('lookAsMaker', service, () => {
        const actual = this.expected(project, service, { owner });
        const by = actual.forkcast?.ownership?.owner ?? null;
        const holds = hold === 'now' || (hold === 'when-running' && actual.state === 'RUNNING');
        return holds && by !== null ? this.owned(project, actual, heldBy(by)) : actual;
      }),
    updateService: (project, service, body, expect) =>
      this.request('updateService', JSON.stringify({ ...body, forkcast: undefined }), () => {
        const { cloud, powered, user_config, forkcast, disk_space_mb: disk, plan, termination_protection } = body;
        const actual = this.expected(project, service, expect);
        const { owner, ...rest } = forkcast ?? {};
        const ownership = owner === undefined ? {} : { ownership: heldBy(owner) };
        return this.put(project, {
          ...actual,
          ...(plan === undefined ? {} : { plan }),
          ...(disk ? { disk_space_mb: disk } : {}),
          ...(termination_protection === undefined ? {} : { termination_protection }),
          ...(cloud ? { cloud_name: cloud } : {}),
          ...(powered === undefined ? {} : { state: powered ? 'RUNNING' : 'POWEROFF' }),
          user_config: { ...actual.user_config, ...user_config },
          forkcast: { ...emptyExtension, ...actual.forkcast, ...rest, ...ownership },
        });
      }),
    deleteService: (project, service, expect) =>
      this.request('deleteService', service, () => {
        if (this.expected(project, service, expect).termination_protection)
          throw new RequestRefusedError(403, 'termination_protected', 'Termination protection is on.');
        this.services.delete(`${project}/${service}`);
      }),
    replaceTags: (project, service, tags, expect) =>
      this.request('replaceTags', JSON.stringify(tags), () => {
        this.put(project, { ...this.expected(project, service, expect), tags });
      }),
    createIntegration: (project, body) =>
      this.request('createIntegration', body.integration_type, () => {
        const actual = this.mustGet(project, body.dest_service ?? '');
        this.put(project, { ...actual, service_integrations: [...actual.service_integrations, { ...body }] });
        return {
          service_integration_id: 'i1',
          integration_type: body.integration_type,
          source_project: project,
          source_service: body.source_service ?? null,
          dest_project: project,
          dest_service: body.dest_service ?? null,
          enabled: true,
          active: true,
        };
      }),
  };

  private async request<T>(on: keyof EngineClient, about: string, act: () => T): Promise<T> {
    this.calls.push(`${on} ${about}`.trim());
    const count = this.calls.filter((call) => call.split(' ', 1).join('') === on).length;
    const index = this.faults.findIndex((fault) => fault.on === on && (fault.nth ?? count) === count);
    const [fault] = index < 0 ? [] : this.faults.splice(index, 1);
    await Promise.resolve();
    if (fault?.kind === 'never-arrives') throw new RegistryUnreachableError('fake', 'connection refused');
    const answer = act();
    if (fault?.kind === 'answer-lost') throw new RegistryUnreachableError('fake', 'connection reset');
    if (fault?.kind === 'status') throw new RequestRefusedError(fault.status, fault.code ?? '', 'fault');
    return answer;
  }

  private expected(project: string, service: string, expect: Expectation | undefined): ServiceBody {
    const body = this.mustGet(project, service);
    const { owner, state } = body.forkcast?.ownership ?? { owner: null, state: 'never' };
    const holder = owner?.id ?? (expect?.owner === 'never' && state === 'never' ? 'never' : 'nobody');
    const isOther = expect?.owner !== undefined && expect.owner !== holder;
    const isAnew = expect?.incarnation !== undefined && expect.incarnation !== body.forkcast?.incarnation;
    if (isOther || isAnew) throw new RequestRefusedError(412, 'service_not_as_expected', 'It is another one.');
    return body;
  }

  private owned(project: string, body: ServiceBody, ownership: OwnershipBody): ServiceBody {
    this.put(project, { ...body, forkcast: { ...emptyExtension, ...body.forkcast, ownership } });
    return this.mustGet(project, body.service_name);
  }

  private mustGet(project: string, service: string): ServiceBody {
    const body = this.get(project, service);
    if (body === undefined) throw new RequestRefusedError(404, 'service_not_found', 'no such service');
    return body;
  }

  private seen(body: ServiceBody): ServiceBody {
    const runningAt = body.forkcast?.running_at;
    if (!body.forkcast || !runningAt) return body;
    const running = Date.parse(runningAt) <= this.now;
    return {
      ...body,
      state: body.state === 'POWEROFF' ? 'POWEROFF' : running ? 'RUNNING' : 'REBUILDING',
      forkcast: {
        ...body.forkcast,
        now: toRfc3339(this.now),
        clock_frozen: this.options.frozen ?? false,
        progress_phase: running ? null : 'basebackup',
        progress_percent: running ? null : 40,
      },
    };
  }
}

const emptyExtension = {
  incarnation: 1,
  running_at: toRfc3339(start),
  first_backup_at: null,
  now: toRfc3339(start),
  clock_frozen: false,
  progress_percent: null,
  progress_phase: null,
  origin: null,
  lineage: null,
  manifest: null,
  fork_digest: null,
} as const;

const emptyService: ServiceBody = {
  service_name: 'pg-fork',
  service_type: 'pg',
  plan: 'business-4',
  cloud_name: 'aws-eu-central-1',
  state: 'RUNNING',
  create_time: toRfc3339(start),
  update_time: toRfc3339(start),
  user_config: {},
  termination_protection: false,
  disk_space_mb: 163_840,
  node_count: 2,
  service_uri: null,
  backups: [],
  tags: {},
  service_integrations: [],
  databases: [],
  users: [],
  forkcast: emptyExtension,
};

/** Ports on a fake registry: sleeping moves the registry's clock and the wall clock alike, at once. */
export const portsOf = (
  registry: FakeRegistry,
  environment: Readonly<Record<string, string>> = {},
): EnginePorts & { readonly told: Progress[]; readonly slept: number[] } => {
  const told: Progress[] = [];
  const slept: number[] = [];
  let wall = start;
  return {
    client: registry.client,
    clock: { now: () => wall },
    sleep: (ms) => {
      slept.push(ms);
      wall += ms;
      if (registry.options.frozen !== true) registry.now += ms;
      return Promise.resolve();
    },
    progress: (progress) => told.push(progress),
    environment: (name) => environment[name],
    told,
    slept,
  };
};

/** A declared fork: `pg-fork` of `source-pg` at a time; what is left out is valid. */
export const aResource = (fields: Partial<ServiceResource> = {}): ServiceResource => ({
  project: 'demo',
  service_name: 'pg-fork',
  service_type: 'pg',
  plan: 'business-4',
  cloud_name: 'aws-eu-central-1',
  termination_protection: false,
  tags: {},
  user_config: { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z' },
  on_fork_change: 'refuse',
  create_timeout: '20m',
  stack: 'demo-stack',
  path: 'demo-stack/fork',
  ...fields,
});
