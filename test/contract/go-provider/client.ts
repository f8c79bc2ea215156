import type { Answer, Server } from '../a-server';
import { backups, planSpecs, service, task } from './decode';

type Fields = Readonly<Record<string, unknown>>;

/** The vendor's Terraform provider as a script: its calls in their order, its headers, its strict reading of each answer. */
export class GoProvider {
  /** Every request, as `METHOD path`. */
  readonly calls: string[] = [];

  constructor(
    private readonly server: Server,
    private readonly token: string,
    private readonly project: string,
  ) {}

  async send(method: string, path: string, body?: unknown): Promise<Answer> {
    this.calls.push(`${method} ${path}`);
    return this.server.send({
      method,
      path: `${path}${path.includes('?') ? '&' : '?'}limit=999`,
      headers: {
        'user-agent': 'go-client-codegen/0.100.0 terraform-provider-aiven/1.10.0/4.61.0',
        authorization: `aivenv1 ${this.token}`,
        'content-type': 'application/json',
        'accept-encoding': 'gzip',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  private async read(method: string, path: string, body?: unknown): Promise<Fields> {
    const answer = await this.send(method, `/v1/project/${this.project}${path}`, body);
    if (answer.status >= 300) throw new RefusedError(answer);
    return JSON.parse(answer.text) as Fields;
  }

  private async readService(method: string, path: string, body?: unknown): Promise<Fields> {
    const answer = await this.read(method, path, body);
    service(answer['service'], 'service');
    return answer['service'] as Fields;
  }

  get(name: string): Promise<Fields> {
    return this.readService('GET', `/service/${name}?include_secrets=true`);
  }

  async planDisk(type: string, plan: string): Promise<number> {
    const specs = await this.read('GET', `/service-types/${type}/plans/${plan}`);
    planSpecs(specs, 'plan');
    return Number(specs['disk_space_mb']);
  }

  /** Waits for five good reads in a row, at most 200 of them. `tick` lets time pass between two. */
  private async settle(name: string, good: (service: Fields) => boolean, tick: () => void): Promise<void> {
    let inRow = 0;
    for (let tries = 0; inRow < 5; tries += 1) {
      if (tries === 200) throw new Error(`${name} never settled`);
      tick();
      inRow = good(await this.readService('GET', `/service/${name}`)) ? inRow + 1 : 0;
    }
  }

  async create(asked: Asked, tick: () => void): Promise<Fields> {
    const { name, type, plan, cloud, userConfig } = asked;
    const disk_space_mb = await this.planDisk(type, plan);
    await this.readService('POST', '/service', {
      ...{ cloud, disk_space_mb, plan, project_vpc_id: null, service_integrations: [], service_name: name },
      ...{ service_type: type, static_ips: [], tech_emails: [], termination_protection: false },
      user_config: userConfig,
    });
    const ready = (found: Fields): boolean => {
      const state = String(found['state']);
      if (!['REBUILDING', 'REBALANCING', 'RUNNING'].includes(state)) throw new Error(`unexpected state ${state}`);
      return state === 'RUNNING' && (!['pg', 'dragonfly'].includes(type) || hasBackups(found));
    };
    await this.settle(name, ready, tick);
    await this.read('PUT', `/service/${name}/tags`, { tags: {} });
    return this.refresh(asked);
  }

  /** What plan, apply and import read. */
  async refresh({ name, type, plan }: Pick<Asked, 'name' | 'type' | 'plan'>): Promise<Fields> {
    const found = await this.get(name);
    if (JSON.stringify(found['user_config']).includes('<redacted>')) throw new Error('user_config is redacted');
    await this.planDisk(type, plan);
    await this.read('GET', '/static-ips');
    await this.read('GET', `/service/${name}/tags`);
    return found;
  }

  async update(asked: Asked, tick: () => void): Promise<Fields> {
    const { name, type, plan, cloud, userConfig } = asked;
    const before = await this.readService('GET', `/service/${name}`);
    const target = userConfig['pg_version'];
    const current = (before['user_config'] as Fields)['pg_version'];
    if (target !== undefined && target !== current)
      await this.checkUpgrade(name, typeof target === 'string' ? target : '');
    await this.read('GET', '/static-ips');
    await this.readService('PUT', `/service/${name}`, {
      ...{ cloud, disk_space_mb: await this.planDisk(type, plan), plan, powered: true, project_vpc_id: null },
      ...{ tech_emails: [], termination_protection: false, user_config: userConfig },
    });
    await this.settle(name, (found) => type !== 'pg' || hasBackups(found), tick);
    await this.read('PUT', `/service/${name}/tags`, { tags: {} });
    return this.refresh(asked);
  }

  private async checkUpgrade(name: string, target_version: string): Promise<void> {
    const created = await this.read('POST', `/service/${name}/task`, { target_version, task_type: 'upgrade_check' });
    task(created['task'], 'task');
    const id = String((created['task'] as Fields)['task_id']);
    for (let good = 0; good < 3; good += 1) {
      const got = await this.read('GET', `/service/${name}/task/${id}`);
      task(got['task'], 'task');
      const found = got['task'] as Fields;
      if (found['result'] === '' || found['success'] !== true)
        throw new Error(`upgrade refused: ${String(found['result'])}`);
    }
  }

  async backups(name: string): Promise<Fields> {
    const answer = await this.read('GET', `/service/${name}/backups`);
    backups(answer, 'backups');
    return answer;
  }

  async remove(name: string): Promise<void> {
    const { status } = await this.send('DELETE', `/v1/project/${this.project}/service/${name}`);
    if (status >= 300 && status !== 404) throw new Error(`delete answered ${status}`);
    for (let gone = 0; gone < 5; gone += 1) {
      const read = await this.send('GET', `/v1/project/${this.project}/service/${name}?include_secrets=true`);
      if (![200, 404].includes(read.status)) throw new Error(`a read after delete answered ${read.status}`);
    }
  }
}

/** What a resource of the provider says. */
export interface Asked {
  readonly name: string;
  readonly type: string;
  readonly plan: string;
  readonly cloud: string;
  readonly userConfig: Fields;
}

const hasBackups = (found: Fields): boolean => Array.isArray(found['backups']) && found['backups'].length > 0;

/** The API said no. */
export class RefusedError extends Error {
  constructor(readonly answer: Answer) {
    super(answer.text);
  }
}

/** Whether the Go client sends the request again, for up to 67 seconds. @see go-client-codegen, its retry policy (read 2026-11-20) */
export const isRetried = (method: string, { status, text }: Answer): boolean =>
  status === 429 ||
  status >= 500 ||
  status === 408 ||
  (status === 417 && method === 'DELETE') ||
  (status === 404 &&
    ((method === 'POST' && /Service \S+ does not exist/.test(text)) ||
      /User (avnadmin|root) with component main not found/.test(text)));
