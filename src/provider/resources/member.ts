import { isRefused, RequestRefusedError, type RegistryClient, type ServiceBody } from '../../api';
import { ForkcastError, serviceKey, type ServiceId } from '../../domain';
import { isUncertain } from '../../engine';
import type { Forkcast } from '../client';
import { makeDiagnostic } from '../diagnostics';
import {
  type Attributes,
  type Call,
  computed,
  type Diagnostic,
  errorAt,
  type ManagedResource,
  type ObjectValue,
  required,
  type StateAnswer,
  string,
  unknown,
  warningAt,
} from '../protocol';
import { toText } from '../values';
import { keepingSecrets } from './kept-secrets';
import { judgeMember, judgeMemberEnd, keptForReplacement, type MemberKind } from './member-names';
import { isAnothersImport, seenIn, strangerOf } from './member-place';
import { planInProject, projectAttribute } from './project';
import { forgottenBlock } from './service-recipes';

/** Something inside a service: how it is found, made and ended. Methods throw what the registry refuses. */
interface Member extends MemberKind {
  readonly description: string;
  readonly attributes: Attributes;
  /** What it is now, without its place; undefined: it is not there. `seen`: the service, where it was just read. */
  readonly find: (
    registry: RegistryClient,
    service: ServiceId,
    name: string,
    seen?: ServiceBody,
  ) => Promise<ObjectValue | undefined>;
  readonly make: (registry: RegistryClient, service: ServiceId, planned: ObjectValue) => Promise<void>;
  readonly change?: (registry: RegistryClient, service: ServiceId, planned: ObjectValue) => Promise<void>;
  readonly end: (registry: RegistryClient, service: ServiceId, name: string) => Promise<void>;
}

/** A resource inside a service: another place or name is another object, which replaces it. Imported by `project/service/name`. */
export const memberResource = (member: Member): ManagedResource<Forkcast> => ({
  typeName: member.typeName,
  schema: {
    description: member.description,
    attributes: {
      id: computed(string, { fixed: true, description: `\`project/service_name/${member.nameAttribute}\`.` }),
      project: projectAttribute('the service'),
      service_name: required(string, { replaces: true, description: 'Name of the service.' }),
      ...member.attributes,
    },
  },
  plan: (change, call) => {
    const { planned, diagnostics } = planInProject(change, call);
    const after = buildId(planned, member);
    const before = change.prior === null ? undefined : buildId(change.prior, member);
    const names = ['id', ...Object.keys(member.attributes)];
    const isChanged = names.some((name) => change.prior?.[name] !== { ...planned, id: after }[name]);
    return Promise.resolve({
      planned: { ...planned, id: after ?? unknown },
      private: keptForReplacement(call.private, before),
      diagnostics: [
        ...diagnostics,
        ...judgeMember(member, { before, after }, call),
        ...(isChanged && before !== undefined ? notOurs(member, before, call) : []),
      ],
    });
  },
  create: (planned, call) => createMember(member, planned, call),
  read: (state, call) => readMember(member, state, call),
  ...(member.change === undefined ? {} : { update: ({ planned }, call) => changeMember(member, planned, call) }),
  planDelete: (prior, call) => planMemberDeletion(member, prior, call),
  delete: (prior, call) => deleteMember(member, prior, call),
  import: (id) => {
    const [project, service_name, ...rest] = id.split('/');
    const name = rest.join('/');
    if (!project || !service_name || name === '') return Promise.resolve({ state: null });
    const state = { id, project, service_name, [member.nameAttribute]: name };
    return Promise.resolve({ state, private: { imported: true } });
  },
});

const buildId = (object: ObjectValue, { nameAttribute }: Member): string | undefined => {
  const parts = ['project', 'service_name', nameAttribute].map((attribute) => toText(object[attribute]));
  return parts.some((part) => part === undefined) ? undefined : parts.join('/');
};

interface Place {
  readonly registry: RegistryClient;
  readonly service: ServiceId;
  readonly name: string;
}

const findPlace = ({ nameAttribute }: Member, object: ObjectValue, { client }: Call<Forkcast>): Place | undefined => {
  const [project, service] = [toText(object['project']), toText(object['service_name'])];
  const name = toText(object[nameAttribute]);
  if (project === undefined || service === undefined || name === undefined || client.registry === undefined)
    return undefined;
  return { registry: client.registry, service: { project, service }, name };
};

const nowhere: Diagnostic = errorAt({
  summary: 'The registry is not known',
  detail: 'The configuration of the provider is not known while it is applied.',
});

const failure = (error: unknown, summary: string): Diagnostic => {
  if (!(error instanceof ForkcastError)) throw error;
  const isTaken = error instanceof RequestRefusedError && error.refusalCode.endsWith('_already_exists');
  const diagnostic = makeDiagnostic(error, summary);
  return isTaken
    ? { ...diagnostic, detail: `${diagnostic.detail}\nIf it is to be managed here, import it by its id.` }
    : diagnostic;
};

/** A request whose answer was lost counts as carried out when the object is there. */
const createMember = async (member: Member, planned: ObjectValue, call: Call<Forkcast>): Promise<StateAnswer> => {
  const place = findPlace(member, planned, call);
  if (place === undefined) return { state: null, diagnostics: [nowhere] };
  const { registry, service, name } = place;
  try {
    await onceSure(
      () => member.make(registry, service, planned),
      async () => (await member.find(registry, service, name)) !== undefined,
    );
    const body = await registry.getService(service.project, service.service);
    const found = await member.find(registry, service, name, body);
    const kept = body === undefined ? {} : { private: seenIn(body, service, call) };
    return { state: found === undefined ? null : { ...planned, ...keepingSecrets(planned, found) }, ...kept };
  } catch (error) {
    return { state: null, diagnostics: [failure(error, `Cannot create the ${member.noun}`)] };
  }
};

const onceSure = async (ask: () => Promise<void>, isDone: () => Promise<boolean>): Promise<void> => {
  try {
    await ask();
  } catch (error) {
    if (!isUncertain(error) || !(await isDone())) throw error;
  }
};

const readMember = async (member: Member, state: ObjectValue, call: Call<Forkcast>): Promise<StateAnswer> => {
  const place = findPlace(member, state, call);
  if (place === undefined) return { state };
  try {
    const { registry, service, name } = place;
    const body = await registry.getService(service.project, service.service);
    const found = body === undefined ? undefined : await member.find(registry, service, name, body);
    if (body === undefined || found === undefined) return { state: null };
    const now = { ...state, ...keepingSecrets(state, found), id: buildId(state, member) ?? null };
    return { state: now, private: seenIn(body, service, call) };
  } catch (error) {
    if (isRefused(error, 404)) return { state: null };
    return { state, diagnostics: [failure(error, `Cannot read the ${member.noun}`)] };
  }
};

const changeMember = async (member: Member, planned: ObjectValue, call: Call<Forkcast>): Promise<StateAnswer> => {
  const place = findPlace(member, planned, call);
  if (place === undefined) return { state: planned, diagnostics: [nowhere] };
  const { registry, service, name } = place;
  try {
    await member.change?.(registry, service, planned);
    const found = await member.find(registry, service, name);
    return { state: { ...planned, ...keepingSecrets(planned, found ?? {}) } };
  } catch (error) {
    const { state } = await readMember(member, planned, call);
    return { state, diagnostics: [failure(error, `Cannot update the ${member.noun}`)] };
  }
};

/** Says in the plan what stays, because it is in a service that is another's by now; where nobody can tell, the apply asks again. */
const planMemberDeletion = async (
  member: Member,
  prior: ObjectValue,
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const [place, id] = [findPlace(member, prior, call), buildId(prior, member)];
  try {
    const left = place === undefined ? [] : await leftAlone(member, place, call);
    if (left.length > 0 || id === undefined) return left;
    return [...notOurs(member, id, call), ...judgeMemberEnd(member, id, call)];
  } catch (error) {
    if (error instanceof ForkcastError) return [];
    throw error;
  }
};

/** What was imported here belongs to whoever holds its service: where that is another, it is neither ended nor changed from here. */
const notOurs = ({ noun, typeName }: Member, id: string, call: Call<Forkcast>): readonly Diagnostic[] =>
  isAnothersImport(call)
    ? [
        errorAt({
          summary: `The ${noun} is that of another's service`,
          detail:
            `${id} was imported here, and another configuration holds its service: what is in it is not ended or changed from here, ` +
            'where nobody could see it there.\n- To have no block for it any more, and leave it as it is:' +
            `${forgottenBlock(typeName)}\n- Otherwise end or change it where its service is declared, or by forkcast service.`,
        }),
      ]
    : [];

const leftAlone = async (
  { noun }: Member,
  { registry, service, name }: Place,
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const body = await registry.getService(service.project, service.service);
  const stranger = body === undefined ? undefined : strangerOf(body, service, call);
  if (stranger === undefined) return [];
  const key = serviceKey(service);
  const summary = `The ${noun} ${name} of ${key} is left as it is: it is another's`;
  return [
    warningAt({ summary, detail: `${key} ${stranger}. This state forgets what it had in it, and ends nothing.` }),
  ];
};

const deleteMember = async (
  member: Member,
  prior: ObjectValue,
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const place = findPlace(member, prior, call);
  if (place === undefined) return [nowhere];
  const { registry, service, name } = place;
  try {
    const left = await leftAlone(member, place, call);
    if (left.length > 0) return left;
    const refused = notOurs(member, buildId(prior, member) ?? name, call);
    if (refused.length > 0) return refused;
    await onceSure(
      () => member.end(registry, service, name),
      async () => (await member.find(registry, service, name)) === undefined,
    );
    return [];
  } catch (error) {
    if (isRefused(error, 404)) return [];
    return [failure(error, `Cannot delete the ${member.noun}`)];
  }
};
