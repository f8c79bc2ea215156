import type { ApiResponse, FaultsBody } from '../../../api';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../domain';
import { decodeOwn } from '../../store/codec';
import { failed } from '../answer';
import type { Made } from './outgoing';

/** What the first answers of a new service are like, as the vendor's clients met them. */
interface Newborns {
  /** What goes out in place of what was made for a request. */
  readonly shape: (
    faults: FaultsBody,
    request: { readonly operation: string; readonly path: string },
    made: Made,
  ) => Made;
}

/** Counts the reads of each service since its create. @see terraform-provider-aiven, adapter and wait.go */
export const createNewborns = (): Newborns => {
  const reads = new Map<string, number>();
  return {
    shape: (faults, { operation, path }, made) => {
      const place = path.split('?', 1).join('');
      if (operation === 'ServiceCreate') {
        const name = nameIn(made);
        if (name !== undefined) reads.set(`${place}/${name}`, 0);
        return made;
      }
      const before = operation === 'ServiceGet' ? reads.get(place) : undefined;
      if (before === undefined) return made;
      reads.set(place, before + 1);
      return shapeRead(faults, { before, name: place.slice(place.lastIndexOf('/') + 1) }, made);
    },
  };
};

const shapeRead = (
  { unseen_reads = 0, unsteady_reads = 0, blank_password_reads = 0 }: FaultsBody,
  { before, name }: { readonly before: number; readonly name: string },
  made: Made,
): Made => {
  if (before < unseen_reads) return { kind: 'answer', response: before % 2 === 0 ? notThere(name) : notAllowed() };
  const seen = before - unseen_reads;
  const body = bodyOf(made);
  const { service } = body ?? {};
  if (service === undefined || !isJsonObject(service)) return made;
  const isUnsteady = seen < unsteady_reads && seen % 2 === 1 && service.state === 'RUNNING';
  const shown = {
    ...service,
    ...(isUnsteady ? { state: 'REBUILDING' } : {}),
    ...(seen < blank_password_reads ? { users: withoutPasswords(service.users ?? []) } : {}),
  };
  return { kind: 'answer', response: { status: 200, body: { ...body, service: shown } } };
};

const withoutPasswords = (users: JsonValue): JsonValue =>
  isJsonList(users) ? users.map((user) => (isJsonObject(user) ? { ...user, password: '' } : user)) : users;

const nameIn = (made: Made): string | undefined => {
  const { service } = bodyOf(made) ?? {};
  const name = service !== undefined && isJsonObject(service) ? service.service_name : undefined;
  return typeof name === 'string' ? name : undefined;
};

const bodyOf = (made: Made): JsonObject | undefined => {
  const body =
    made.kind === 'answer' ? made.response.body : made.kind === 'text' ? decodeOwn<JsonValue>(made.text) : null;
  return isJsonObject(body) ? body : undefined;
};

const notThere = (name: string): ApiResponse =>
  failed(404, 'fault_injected', `Service ${name} does not exist: a fault that was set on this registry.`);
const notAllowed = (): ApiResponse =>
  failed(403, 'fault_injected', 'Not a project member: a fault that was set on this registry.');
