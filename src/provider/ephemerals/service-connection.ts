import type { ServiceBody } from '../../api';
import { byCodeUnit, serviceKey, type ServiceId } from '../../domain';
import { reading } from '../data-sources/registry-data';
import type { Forkcast } from '../client';
import {
  computed,
  type Diagnostic,
  type EphemeralResource,
  errorAt,
  number,
  type ObjectValue,
  optionalComputed,
  required,
  string,
  unknown,
} from '../protocol';
import { isHidden } from '../resources/kept-secrets';
import { noProject } from '../resources/project';
import { addressParts } from '../resources/service-state';
import { toText } from '../values';

/** How to connect to a live service as one of its users, told anew in every run: no plan and no state has it. */
export const serviceConnection: EphemeralResource<Forkcast> = {
  typeName: 'forkcast_service_connection',
  schema: {
    description:
      'How to connect to a live service, opened in every run: no plan and no state has it. Needs Terraform 1.10. A service that ' +
      'the same run makes is named by a reference, `service_name = forkcast_service.NAME.service_name`, or with `depends_on`: the ' +
      'plan then knows that it is yet to be.',
    attributes: {
      project: optionalComputed(string, "Project of the service. Default: the provider's `project`."),
      service_name: required(string, 'Name of the service.'),
      username: optionalComputed(string, 'The user to connect as. Default: the administrator.'),
      password: computed(string, 'Password of the user.', { sensitive: true }),
      host: computed(string, 'Host of the service.'),
      port: computed(number, 'Port of the service.'),
      uri: computed(
        string,
        "Address of the service with the user's name and password; without them where its engine takes none.",
        { sensitive: true },
      ),
    },
  },
  open: async (config, call) => {
    const { state, diagnostics } = await reading(config, call, async (registry) => {
      const project = toText(config['project']) ?? call.client.project;
      const service = toText(config['service_name']) ?? '';
      if (service === '' || service.includes('/')) return { state: {}, diagnostics: [noName(service)] };
      if (project === undefined) return { state: {}, diagnostics: [noProject] };
      const body = await registry.getService(project, service);
      if (body !== undefined) return connect(body, { project, service }, toText(config['username']));
      return call.client.names.isMade(serviceKey({ project, service }))
        ? { state: { ...notYet, username: config['username'] ?? unknown, project } }
        : { state: {}, diagnostics: [notThere({ project, service })] };
    });
    return { result: state, ...(diagnostics === undefined ? {} : { diagnostics }) };
  },
};

/** What a plan that makes the service tells of it. */
const notYet: ObjectValue = { password: unknown, host: unknown, port: unknown, uri: unknown };

const connect = (
  body: ServiceBody,
  id: ServiceId,
  asked: string | undefined,
): { readonly state: ObjectValue; readonly diagnostics?: readonly Diagnostic[] } => {
  const user =
    asked === undefined
      ? (body.users.find(({ type }) => type === 'primary') ?? body.users[0])
      : body.users.find(({ username }) => username === asked);
  if (user === undefined) return { state: {}, diagnostics: [noUser(body, id, asked)] };
  const { username, password } = user;
  if (isHidden(password)) return { state: {}, diagnostics: [notTold(id, username)] };
  const login = `$1${encodeURIComponent(username)}:${encodeURIComponent(password).replaceAll('$', '$$$$')}@`;
  const { service_host: host = null, service_port: port = null } = addressParts(body.service_uri);
  const uri = body.service_uri?.replace(/^([a-z+]+:\/\/)[^@/]*@/, login) ?? null;
  return { state: { project: id.project, username, password, host, port, uri } };
};

const noName = (got: string): Diagnostic => {
  const [project = '', name = ''] = got.split('/');
  const remedy =
    got === '' ? 'Name the service to connect to' : `Write project = "${project}" and service_name = "${name}"`;
  const detail = `service_name is ${got === '' ? 'empty' : `'${got}'`}; it is the name of a service, without its project. ${remedy}.`;
  return errorAt({ summary: 'Not a name of a service', detail, path: ['service_name'] });
};

const notThere = (id: ServiceId): Diagnostic =>
  errorAt({
    summary: 'No such service',
    detail:
      `No service ${serviceKey(id)} lives, so there is nothing to connect to. One that this configuration makes is ` +
      'named by a reference to its block, or with depends_on.',
    path: ['service_name'],
  });

const noUser = ({ users }: ServiceBody, id: ServiceId, asked: string | undefined): Diagnostic => {
  const names = users.map(({ username }) => username).sort(byCodeUnit);
  const some = names.length === 0 ? 'it has none' : `it has ${names.slice(0, 8).join(', ')}`;
  return errorAt({
    summary: 'No such user',
    detail: `${serviceKey(id)} has no user ${asked ?? 'to connect as'}: ${some}. Name one of them, or make it first.`,
    path: ['username'],
  });
};

const notTold = (id: ServiceId, username: string): Diagnostic =>
  errorAt({
    summary: 'The password is not told',
    detail:
      `The registry does not show the password of ${username} of ${serviceKey(id)}: the token only reads, or the registry ` +
      'has another key than the one that sealed it. Use a token that writes, or its key.',
    path: ['username'],
  });
