import type { ApiResponse } from '../../api';
import {
  isJsonList,
  isJsonObject,
  refusalKinds,
  ruleTitles,
  type JsonObject,
  type JsonValue,
  type RefusalCode,
  type ServiceId,
} from '../../domain';
import { missingText } from '../decide/find-service';
import type { Outcome, Registry, ServiceDetail } from '../registry';

/** Status 200 with a body. */
export const answered = (body: JsonObject): ApiResponse => ({ status: 200, body });

/** Errors of the protocol itself, which no command can meet. */
export type ProtocolCode =
  | 'path_unknown'
  | 'method_not_allowed'
  | 'body_too_large'
  | 'origin_forbidden'
  | 'fault_injected'
  | 'unavailable'
  | 'internal';

/**
 * An error in the vendor's shape, with the rules that may have foretold it, and where to read about it: its `more_info` is an address,
 * ours a command. @see API reference, error shape (read 2026-11-20)
 */
export const failed = (
  status: number,
  code: RefusalCode | ProtocolCode,
  message: string,
  foretellers: readonly string[] = [],
): ApiResponse => {
  const more = foretellers.map((id) => `${ruleTitles[id] ?? id}: forkcast explain ${id}`).join('\n');
  const foretold = foretellers.length === 0 ? {} : { predicted_by: foretellers, more_info: more };
  return { status, body: { message, errors: [{ message, status, error_code: code, ...foretold }] } };
};

/** What an error in the vendor's shape says in detail; undefined: it is no such answer. */
export const firstErrorIn = (body: JsonValue): JsonObject | undefined => {
  const { errors } = isJsonObject(body) ? body : {};
  const [first] = isJsonList(errors) ? errors : [];
  return isJsonObject(first) ? first : undefined;
};

/** A refusal with the status of its code. */
export const refused = (code: RefusalCode, message: string, foretellers?: readonly string[]): ApiResponse =>
  failed(refusalKinds[code].status, code, message, foretellers);

/** Answers an accepted command, or tells why it was refused. */
export const onAccepted = (
  outcome: Outcome,
  answer: (accepted: Extract<Outcome, { kind: 'accepted' }>) => ApiResponse,
): ApiResponse =>
  outcome.kind === 'accepted' ? answer(outcome) : refused(outcome.refusal.code, outcome.refusal.message);

type OnService = (detail: ServiceDetail) => ApiResponse;

/** Answers a GET, PUT, PATCH or DELETE about a live service, or 404 in the words of the vendor. */
export const onService = (registry: Registry, id: ServiceId, answer: OnService): ApiResponse =>
  find(registry, id, answer, `Service ${id.service} does not exist`);

/**
 * The same for a POST, in other words: at a POST that is answered with 404 and "Service NAME does not exist" the vendor's Go client
 * tries again for more than a minute. @see go-client-codegen, its retry policy (read 2026-11-20)
 */
export const onPosted = (registry: Registry, id: ServiceId, answer: OnService): ApiResponse =>
  find(registry, id, answer, `${missingText(id)} List its services, and check the name.`);

const find = (registry: Registry, { project, service }: ServiceId, answer: OnService, missing: string): ApiResponse => {
  const detail = registry.findService({ project, service });
  if (detail !== undefined) return answer(detail);
  return onProject(registry, project, () => refused('service_not_found', missing));
};

/** Answers about a project, or 404. */
export const onProject = (
  registry: Registry,
  project: string,
  answer: (project: ReturnType<Registry['projects']>[number]) => ApiResponse,
): ApiResponse => {
  const found = registry.projects().find((candidate) => candidate.name === project);
  return found === undefined ? refused('project_not_found', `Project ${project} does not exist`) : answer(found);
};
