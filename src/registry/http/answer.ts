import type { ApiResponse } from '../../api';
import { refusalKinds, type JsonObject, type RefusalCode, type ServiceId } from '../../domain';
import type { Outcome, Registry, ServiceDetail } from '../registry';

/** Status 200 with a body. */
export const answered = (body: JsonObject): ApiResponse => ({ status: 200, body });

/** Errors of the protocol itself, which no command can meet. */
export type ProtocolCode = 'path_unknown' | 'method_not_allowed';

/** An error in the vendor's shape. @see API reference, error shape (read 2026-11-20) */
export const failed = (status: number, code: RefusalCode | ProtocolCode, message: string): ApiResponse => ({
  status,
  body: { message, errors: [{ message, status, error_code: code }] },
});

/** A refusal with the status of its code. */
export const refused = (code: RefusalCode, message: string): ApiResponse =>
  failed(refusalKinds[code].status, code, message);

/** Answers an accepted command, or tells why it was refused. */
export const onAccepted = (
  outcome: Outcome,
  answer: (accepted: Extract<Outcome, { kind: 'accepted' }>) => ApiResponse,
): ApiResponse =>
  outcome.kind === 'accepted' ? answer(outcome) : refused(outcome.refusal.code, outcome.refusal.message);

/** Answers about a live service, or 404 in the words that clients of the vendor look for. */
export const onService = (
  registry: Registry,
  { project, service }: ServiceId,
  answer: (detail: ServiceDetail) => ApiResponse,
): ApiResponse => {
  const detail = registry.findService({ project, service });
  if (detail !== undefined) return answer(detail);
  return onProject(registry, project, () => refused('service_not_found', `Service ${service} does not exist`));
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
