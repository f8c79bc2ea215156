import type { RefusalBody } from '../../api';
import { refusalStatuses, type RefusalStatus, predictions, type RefusalCode, type ServiceId } from '../../domain';
import type { Command } from '../commands';
import { missingText } from '../decide/find-service';
import type { Outcome, Registry, ServiceDetail } from '../registry';

/** What the registry says to a request. */
export type Reply<Body> = Answered<Body> | Refused;

export interface Answered<Body> {
  readonly status: 200;
  readonly body: Body;
}

export interface Refused {
  readonly status: RefusalStatus | 405 | 408 | 413 | 417 | 429 | 500 | 501 | 502 | 503 | 504;
  readonly body: RefusalBody;
}

/** Status 200 with a body. */
export const answered = <Body>(body: Body): Answered<Body> => ({ status: 200, body });

/** Errors of the protocol itself, which no command can meet. */
type ProtocolCode =
  | 'path_unknown'
  | 'method_not_allowed'
  | 'body_too_large'
  | 'origin_forbidden'
  | 'fault_injected'
  | 'unavailable'
  | StorageCode
  | 'internal';

/** Trouble with the registry's file or disk. */
export type StorageCode = `storage_${'full' | 'read_only' | 'forbidden' | 'damaged' | 'failed' | 'newer' | 'missing'}`;

/**
 * An error in the vendor's shape, with the rules that may have foretold it, and where to read about it: its `more_info` is an address,
 * ours a command. @see API reference, error shape (read 2026-11-20)
 */
export const errorBody = (
  status: number,
  code: RefusalCode | ProtocolCode,
  message: string,
  foretellers: readonly string[] = [],
): RefusalBody => {
  const more = foretellers.map((id) => `${predictions[id]?.title ?? id}: forkcast explain ${id}`).join('\n');
  const foretold = foretellers.length === 0 ? {} : { predicted_by: foretellers, more_info: more };
  return { message, errors: [{ message, status, error_code: code, ...foretold }] };
};

/** An error with this status. */
export const failed = (
  status: Refused['status'],
  code: RefusalCode | ProtocolCode,
  message: string,
  foretellers?: readonly string[],
): Refused => ({ status, body: errorBody(status, code, message, foretellers) });

/** A refusal with the status of its code. */
export const refused = (code: RefusalCode, message: string, foretellers?: readonly string[]): Refused =>
  failed(refusalStatuses[code], code, message, foretellers);

type OnAccepted<Body> = (accepted: Extract<Outcome, { kind: 'accepted' }>) => Reply<Body>;

/** Answers an accepted command, or tells why it was refused. */
export const onAccepted = <Body>(outcome: Outcome, answer: OnAccepted<Body>): Reply<Body> =>
  outcome.kind === 'accepted' ? answer(outcome) : refused(outcome.refusal.code, outcome.refusal.message);

/** Carries out a command, and answers what has come of it. */
export const onExecuted = <Body>(registry: Executes, command: Command, answer: OnAccepted<Body>): Reply<Body> =>
  onAccepted(registry.execute(command), answer);

type Executes = Pick<Registry, 'execute'>;

/** Carries out a command whose answer is no more than what has been done. */
export const carryOut = (registry: Executes, command: Command, message: string): Reply<{ readonly message: string }> =>
  onExecuted(registry, command, () => answered({ message }));

type OnService<Body> = (detail: ServiceDetail) => Reply<Body>;

/** Answers a GET, PUT, PATCH or DELETE about a live service, or 404 in the words of the vendor. */
export const onService = <Body>(registry: Registry, id: ServiceId, answer: OnService<Body>): Reply<Body> =>
  find(registry, id, answer, `Service ${id.service} does not exist`);

/**
 * The same for a POST, in other words: at a POST that is answered with 404 and "Service NAME does not exist" the vendor's Go client
 * tries again for more than a minute. @see go-client-codegen, its retry policy (read 2026-11-20)
 */
export const onPosted = <Body>(registry: Registry, id: ServiceId, answer: OnService<Body>): Reply<Body> =>
  find(registry, id, answer, `${missingText(id)} List its services, and check the name.`);

const find = <Body>(
  registry: Registry,
  { project, service }: ServiceId,
  answer: OnService<Body>,
  missing: string,
): Reply<Body> => {
  const detail = registry.findService({ project, service });
  if (detail !== undefined) return answer(detail);
  return onProject<Body>(registry, project, () => refused('service_not_found', missing));
};

/** Answers about a project, or 404. */
export const onProject = <Body>(
  registry: Registry,
  project: string,
  answer: (project: ReturnType<Registry['projects']>[number]) => Reply<Body>,
): Reply<Body> => {
  const found = registry.projects().find((candidate) => candidate.name === project);
  return found === undefined ? refused('project_not_found', `Project ${project} does not exist`) : answer(found);
};
