import { explainedBy } from '../api';
import {
  bugAddress,
  ForkcastError,
  parseJson,
  serviceKey,
  spelled,
  withoutCredentials,
  type Clock,
  type OwnerLabel,
  type ServiceId,
} from '../domain';
import {
  applyService,
  ChangeRefusedError,
  type Claim,
  type EngineClient,
  heldBesides,
  leftAtPlace,
  parseServiceResource,
  refuseSecondName,
  terminateService,
  progressLines,
} from '../engine';
import type { ExitCode } from './command';
import { UsageError } from './errors';
import { doneText, endText, leftText } from './local-exec-texts';

/** A client that can be closed when the work is done. */
export type OpenClient = EngineClient & { close(): void };

/** The outside of the program that Terraform starts for one resource: a process gives it, or a test in its place. */
interface LocalExecPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly sleep: (ms: number) => Promise<void>;
  /** This machine's name, for people who read whose a service is. */
  readonly host: string;
  /** Opens the registry that the environment names. */
  readonly connect: () => OpenClient | Promise<OpenClient>;
  /** Writes the one result line. */
  readonly out: (text: string) => void;
  /** Writes progress and errors. */
  readonly err: (text: string) => void;
  readonly signal?: { readonly aborted: boolean };
}

/**
 * Does what `FORKCAST_OPERATION` says with the service of `FORKCAST_RESOURCE`, for the owner `FORKCAST_OWNER`: `apply` creates or
 * updates it, `terminate` ends it, and what the same owner holds under another name. What another owner holds is left as it is; of what
 * nobody ever held, only what `FORKCAST_STACK` made is ended. Never throws.
 */
export const runLocalExec = async (ports: LocalExecPorts): Promise<ExitCode> => {
  try {
    switch (ports.env['FORKCAST_OPERATION']) {
      case 'apply':
        return await apply(ports);
      case 'terminate':
        return await terminate(ports);
      default:
        throw new UsageError(
          `FORKCAST_OPERATION is '${ports.env['FORKCAST_OPERATION'] ?? ''}'; it is apply or terminate. ` +
            'Terraform starts this program; people use the command forkcast.',
        );
    }
  } catch (error) {
    return report(error, ports);
  }
};

const apply = async (ports: LocalExecPorts): Promise<ExitCode> => {
  const resource = parseServiceResource(ports.env['FORKCAST_RESOURCE'] ?? '');
  const claim = buildClaim(ports, { stack: resource.stack, path: resource.path }, resource.moved_from);
  const first = readFirstName(ports);
  const id = { project: resource.project, service: resource.service_name };
  const outcome = await withClient(ports, async (client) => {
    const engine = enginePorts(ports, client);
    if (claim !== undefined && first !== undefined) await refuseSecondName(engine, resource, claim, first);
    const made = await applyService(engine, resource, claim);
    // Where a name may change with the loss accepted, an end that did not come is told of. A list is dear, so only there.
    if (claim !== undefined && made.action === 'created' && resource.on_fork_change === 'replace')
      for (const left of await leftAtPlace(engine, claim, id)) ports.out(leftText(left.id));
    return made;
  });
  if (outcome.kind === 'done') {
    ports.out(`${serviceKey(id)}: ${doneText(outcome)}\n`);
    return 0;
  }
  ports.err(`forkcast: ${serviceKey(id)} is ${outcome.action} and ${outcome.service.state}, not ready yet\n`);
  return report(outcome.error, ports);
};

const terminate = async (ports: LocalExecPorts): Promise<ExitCode> => {
  const id = parseIdentity(ports.env['FORKCAST_RESOURCE'] ?? '', 'FORKCAST_RESOURCE');
  const stack = ports.env['FORKCAST_STACK'] ?? '';
  const claim = buildClaim(ports, { stack, path: serviceKey(id) });
  const first = readFirstName(ports) ?? id;
  await withClient(ports, async (client) => {
    const engine = enginePorts(ports, client);
    const more = claim === undefined ? [] : await heldBesides(engine, claim, { first, now: id });
    for (const one of [id, ...more.map((held) => held.id)]) {
      const end = await terminateService(engine, one, { claim, stack });
      ports.out(
        `${serviceKey(one)}: ${endText(end, withoutCredentials(ports.env['FORKCAST_REGISTRY'] ?? 'the registry'))}\n`,
      );
    }
  });
  return 0;
};

/** The name that the identity was made with, which it keeps. Undefined: a configuration of before it was told. */
const readFirstName = ({ env }: LocalExecPorts): ServiceId | undefined => {
  const { FORKCAST_FIRST: first = '' } = env;
  return first === '' ? undefined : parseIdentity(first, 'FORKCAST_FIRST');
};

/**
 * The owner that asks: the resource of Terraform's state that is the service, by its id, which is known before anything is made and
 * never another's. Undefined: a configuration that version 0.1.0 synthesized.
 */
const buildClaim = (
  { env, host }: LocalExecPorts,
  place: Pick<OwnerLabel, 'stack' | 'path'>,
  takesFrom?: Claim['takesFrom'],
): Claim | undefined => {
  const { FORKCAST_OWNER: id = '', FORKCAST_WORKSPACE: workspace = '' } = env;
  if (id === '') return undefined;
  return {
    owner: { id, label: { ...place, ...(workspace === '' ? {} : { workspace }), host } },
    making: false,
    backend: 'local-exec',
    ...(takesFrom === undefined ? {} : { takesFrom }),
  };
};

const withClient = async <T>(ports: LocalExecPorts, use: (client: OpenClient) => Promise<T>): Promise<T> => {
  const client = await ports.connect();
  try {
    return await use(client);
  } finally {
    client.close();
  }
};

const enginePorts = ({ clock, sleep, env, err, signal }: LocalExecPorts, client: OpenClient) => ({
  client,
  clock,
  sleep,
  environment: (name: string) => env[name],
  progress: progressLines((line) => err(`forkcast: ${line}\n`)),
  ...(signal === undefined ? {} : { signal }),
});

const parseIdentity = (text: string, variable: string): ServiceId => {
  const value = parseJson(text);
  if (typeof value === 'object' && value !== null && 'project' in value && 'service_name' in value) {
    const { project, service_name: service } = value;
    if (typeof project === 'string' && typeof service === 'string') return { project, service };
  }
  throw new UsageError(`${variable} does not name a project and a service_name.`);
};

const report = (error: unknown, { err }: LocalExecPorts): ExitCode => {
  if (error instanceof ForkcastError) {
    // Only constructs come here, so settings have their names.
    const message = error instanceof ChangeRefusedError ? spelled(error.message, 'cdktf') : error.message;
    const more = explainedBy(error).map((id) => `       forkcast explain ${id}\n`);
    err(`error: ${message}\n${more.join('')}`);
    return error.exitCode;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  err(`error: FC_BUG: this is a bug in Forkcast. Please report it with the lines below: ${bugAddress}\n${stack}\n`);
  return 70;
};
