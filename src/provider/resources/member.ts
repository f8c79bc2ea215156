import { isRefused, RequestRefusedError, type RegistryClient, type ServiceBody } from '../../api';
import { type Expectation, ForkcastError, type ServiceId } from '../../domain';
import { expectSeen, isUncertain } from '../../engine';
import type { Forkcast } from '../client';
import { makeDiagnostic } from '../diagnostics';
import {
  type Attributes,
  bool,
  type Call,
  computed,
  type Diagnostic,
  errorAt,
  type ManagedResource,
  type ObjectValue,
  optional,
  required,
  type StateAnswer,
  string,
  unknown,
} from '../protocol';
import { toText } from '../values';
import { keepingSecrets } from './kept-secrets';
import { judgeMember, judgeMemberEnd, keptForReplacement, type MemberKind } from './member-names';
import { forgotten, notOurs, unchanged } from './member-left';
import { askInSeen, isOwnFork, lookAtService, type Place, seenIn } from './member-place';
import { planInProject, projectAttribute } from './project';

/**
 * Something inside a service: how it is found, made and ended. Methods throw what the registry refuses; a change and an end state
 * which service is meant.
 */
interface Member extends MemberKind {
  readonly description: string;
  readonly attributes: Attributes;
  /** A fork has those of its source. */
  readonly isCopied?: true;
  /** What it is now, without its place; undefined: it is not there. `seen`: the service, where it was just read. */
  readonly find: (
    registry: RegistryClient,
    service: ServiceId,
    name: string,
    seen?: ServiceBody,
  ) => Promise<ObjectValue | undefined>;
  readonly make: (registry: RegistryClient, service: ServiceId, planned: ObjectValue) => Promise<void>;
  readonly change?: (
    registry: RegistryClient,
    service: ServiceId,
    planned: ObjectValue,
    expect: Expectation,
  ) => Promise<void>;
  readonly end: (registry: RegistryClient, service: ServiceId, name: string, expect: Expectation) => Promise<void>;
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
      ...(member.isCopied === true ? { copied: copiedAttribute(member) } : {}),
    },
  },
  plan: async (change, call) => {
    const { planned, diagnostics } = planInProject(change, call);
    const after = buildId(planned, member);
    const before = change.prior === null ? undefined : buildId(change.prior, member);
    const names = ['id', ...Object.keys(member.attributes)];
    const isChanged = names.some((name) => change.prior?.[name] !== { ...planned, id: after }[name]);
    return {
      planned: { ...planned, id: after ?? unknown },
      private: keptForReplacement(call.private, before),
      diagnostics: [
        ...diagnostics,
        ...judgeMember(member, { before, after }, call),
        ...(isChanged && change.prior !== null ? await judgeChange(member, change.prior, { before, after }, call) : []),
      ],
    };
  },
  create: (planned, call) => createMember(member, planned, call),
  read: (state, call) => readMember(member, state, call),
  update: (change, call) => changeMember(member, change, call),
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
  const diagnostic = makeDiagnostic(error, summary);
  return isTaken(error)
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
      () => makeOrTakeOver(member, planned, place, call),
      async () => (await member.find(registry, service, name)) !== undefined,
    );
    const body = await registry.getService(service.project, service.service);
    const found = await member.find(registry, service, name, body);
    // What was kept of the object that it may stand in place of says nothing of this one.
    const kept = body === undefined ? {} : { private: seenIn(body, service, { client: call.client, private: {} }) };
    return { state: found === undefined ? null : { ...planned, ...keepingSecrets(planned, found) }, ...kept };
  } catch (error) {
    return { state: null, diagnostics: [failure(error, `Cannot create the ${member.noun}`)] };
  }
};

const copiedAttribute = ({ noun }: Member) =>
  optional(bool, {
    description:
      `The fork that it is in may have it from its source: a ${noun} that is there already is then taken over, and given ` +
      'what is written here, instead of being refused. Only in a fork that no other configuration holds.',
  });

/** What a fork has from its source is there already: where that is said, it is taken over. */
const makeOrTakeOver = async (
  member: Member,
  planned: ObjectValue,
  { registry, service }: Place,
  call: Call<Forkcast>,
): Promise<void> => {
  try {
    await member.make(registry, service, planned);
  } catch (error) {
    if (!isTaken(error) || planned['copied'] !== true) throw error;
    const body = await registry.getService(service.project, service.service);
    if (body === undefined || !isOwnFork(body, service, call)) throw error;
    await member.change?.(registry, service, planned, expectSeen(body));
  }
};

const isTaken = (error: unknown): boolean =>
  error instanceof RequestRefusedError && error.refusalCode.endsWith('_already_exists');

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

const changeMember = async (
  member: Member,
  { prior, planned }: { readonly prior: ObjectValue; readonly planned: ObjectValue },
  call: Call<Forkcast>,
): Promise<StateAnswer> => {
  const place = findPlace(member, planned, call);
  if (place === undefined) return { state: planned, diagnostics: [nowhere] };
  const { registry, service, name } = place;
  try {
    const stranger = await askInSeen(place, call, async (expect) =>
      member.change?.(registry, service, planned, expect),
    );
    if (stranger !== undefined) return { state: prior, diagnostics: [unchanged(member, place, stranger)] };
    const found = await member.find(registry, service, name);
    return { state: { ...planned, ...keepingSecrets(planned, found ?? {}) } };
  } catch (error) {
    const { state } = await readMember(member, planned, call);
    return { state, diagnostics: [failure(error, `Cannot update the ${member.noun}`)] };
  }
};

/** What stands against a change, in place or by another object: it was imported from another's, or its service is another's by now. */
const judgeChange = async (
  member: Member,
  prior: ObjectValue,
  { before, after }: { readonly before: string | undefined; readonly after: string | undefined },
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const place = findPlace(member, prior, call);
  if (before === undefined || place === undefined) return [];
  const imported = notOurs(member, before, call);
  if (imported.length > 0) return imported;
  return unlessUnknown(async () => {
    const { stranger } = await lookAtService(place, call);
    if (stranger === undefined) return [];
    return [before === after ? unchanged(member, place, stranger) : forgotten(member, place, stranger)];
  });
};

/** Where nobody can tell, the apply asks again. */
const unlessUnknown = async (look: () => Promise<readonly Diagnostic[]>): Promise<readonly Diagnostic[]> => {
  try {
    return await look();
  } catch (error) {
    if (error instanceof ForkcastError) return [];
    throw error;
  }
};

/** Says in the plan what stays, because it is in a service that is another's by now. */
const planMemberDeletion = async (
  member: Member,
  prior: ObjectValue,
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const [place, id] = [findPlace(member, prior, call), buildId(prior, member)];
  if (id === undefined) return [];
  if (place === undefined) return judgeMemberEnd(member, id, call);
  return unlessUnknown(async () => {
    const { stranger } = await lookAtService(place, call);
    if (stranger !== undefined) return [forgotten(member, place, stranger)];
    return [...notOurs(member, id, call), ...judgeMemberEnd(member, id, call)];
  });
};

const deleteMember = async (
  member: Member,
  prior: ObjectValue,
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const place = findPlace(member, prior, call);
  if (place === undefined) return [nowhere];
  const { registry, service, name } = place;
  const refused = notOurs(member, buildId(prior, member) ?? name, call);
  try {
    if (refused.length > 0) {
      const { stranger } = await lookAtService(place, call);
      return stranger === undefined ? refused : [forgotten(member, place, stranger)];
    }
    const isGone = async () => (await member.find(registry, service, name)) === undefined;
    const stranger = await askInSeen(place, call, (expect) =>
      onceSure(() => member.end(registry, service, name, expect), isGone),
    );
    return stranger === undefined ? [] : [forgotten(member, place, stranger)];
  } catch (error) {
    if (isRefused(error, 404)) return [];
    return [failure(error, `Cannot delete the ${member.noun}`)];
  }
};
