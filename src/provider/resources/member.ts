import { failure } from '../diagnostics';
import { isRefused, RequestRefusedError, type ResourceClient } from '../../api';
import { expectSeen, isUncertain } from '../../engine';
import type { Forkcast } from '../client';
import {
  type ApplyCall,
  bool,
  type Call,
  computed,
  type Diagnostic,
  errorAt,
  isGiven,
  type ManagedResource,
  type ObjectValue,
  optional,
  required,
  type StateAnswer,
  string,
  unknown,
} from '../protocol';
import { judgeMember, keptForReplacement, noteMember } from './member-names';
import { forgotten, notOurs, unchanged } from './member-left';
import { askInSeen, isOwnFork, lookAtService, type Place, seenIn } from './member-place';
import { judgeChange, judgeNew, planMemberDeletion } from './member-plan';
import { planSecret, seenAs } from './member-secret';
import { buildId, findPlace, type Member } from './member-type';
import { identityOfProject, idIn, noSuchForm, planInProject, projectAttribute } from './project';

/** A resource inside a service: another place or name is another object, which replaces it. Imported by `project/service/name`. */
export const memberResource = (member: Member): ManagedResource<Forkcast> => ({
  typeName: member.typeName,
  schema: {
    description: member.description,
    attributes: {
      id: computed(string, `\`project/service_name/${member.nameAttribute}\`.`, { fixed: true }),
      project: projectAttribute('the service'),
      service_name: required(string, 'Name of the service.', { replaces: true, validate: [isGiven] }),
      ...member.attributes,
      ...(member.isCopied === true ? { copied: copiedAttribute(member) } : {}),
    },
  },
  identity: {
    attributes: {
      ...identityOfProject,
      service_name: { description: 'Name of the service.' },
      [member.nameAttribute]: { description: `Name of the ${member.noun}.` },
    },
    toId: idIn('service_name', member.nameAttribute),
  },
  ...(member.validate === undefined ? {} : { validate: member.validate }),
  plan: async (change, call) => {
    const { planned: placed, diagnostics } = planInProject(change, call);
    const planned = planSecret(member, change.prior, placed);
    const after = buildId(planned, member);
    const before = change.prior === null ? undefined : buildId(change.prior, member);
    const names = ['id', ...Object.keys(member.attributes)];
    const conflict = judgeMember(member, { before, after }, call);
    const taken = change.prior === null && conflict.length === 0 ? await judgeNew(member, planned, after, call) : [];
    const isChanged = names.some((name) => change.prior?.[name] !== { ...planned, id: after }[name]);
    return {
      planned: { ...planned, id: after ?? unknown },
      private: keptForReplacement(call.private, before),
      diagnostics: [
        ...diagnostics,
        ...conflict,
        ...taken,
        ...(isChanged && change.prior !== null ? await judgeChange(member, change.prior, { before, after }, call) : []),
      ],
    };
  },
  create: (planned, call) => createMember(member, planned, call),
  read: (state, call) => readMember(member, state, call),
  update: (change, call) => changeMember(member, change, call),
  planDelete: (prior, call) => planMemberDeletion(member, prior, call),
  found: (state, client) => {
    const id = buildId(state, member);
    if (id !== undefined) noteMember(member, id, client);
  },
  delete: (prior, call) => deleteMember(member, prior, call),
  import: (id) => {
    const [project, service_name, ...rest] = id.split('/');
    const name = rest.join('/');
    if (!project || !service_name || name === '')
      return Promise.resolve(noSuchForm(member.noun, id, `project/service_name/${member.nameAttribute}`));
    const state = { id, project, service_name, [member.nameAttribute]: name };
    return Promise.resolve({ state, private: { imported: true } });
  },
});

/** Where something is made, changed and ended. */
interface Writable extends Place {
  readonly registry: ResourceClient;
}

const findWritable = (member: Member, object: ObjectValue, call: ApplyCall<Forkcast>): Writable | undefined => {
  const [place, registry] = [findPlace(member, object, call), call.client.writer(call)];
  return place === undefined || registry === undefined ? undefined : { ...place, registry };
};

const nowhere: Diagnostic = errorAt({
  summary: 'The registry is not known',
  detail: 'The configuration of the provider is not known while it is applied.',
});

const memberFailure = (error: unknown, summary: string): Diagnostic => {
  const diagnostic = failure(error, summary);
  return isTaken(error)
    ? { ...diagnostic, detail: `${diagnostic.detail}\nIf it is to be managed here, import it by its id.` }
    : diagnostic;
};

/** A request whose answer was lost counts as carried out when the object is there. */
const createMember = async (member: Member, planned: ObjectValue, call: ApplyCall<Forkcast>): Promise<StateAnswer> => {
  const place = findWritable(member, planned, call);
  if (place === undefined) return { state: null, diagnostics: [nowhere] };
  const { registry, service, name } = place;
  try {
    await onceSure(
      () => makeOrTakeOver(member, planned, place, call),
      async () => (await member.find(registry, service, name)) !== undefined,
    );
  } catch (error) {
    return { state: null, diagnostics: [memberFailure(error, `Cannot create the ${member.noun}`)] };
  }
  try {
    await member.finish?.(registry, service, { planned, written: call.written });
    const body = await registry.getService(service.project, service.service);
    const found = await member.find(registry, service, name, body);
    // What was kept of the object that it may stand in place of says nothing of this one.
    const kept = body === undefined ? {} : { private: seenIn(body, service, { client: call.client, private: {} }) };
    const state = found === undefined ? null : seenAs(member, planned, found);
    return { state, ...kept };
  } catch (error) {
    // It is made, but not as it is meant: with an error it is tainted, and the next apply makes it again.
    const state = { ...planned, id: buildId(planned, member) ?? null };
    return { state, diagnostics: [memberFailure(error, `The ${member.noun} is made, but not as declared`)] };
  }
};

const copiedAttribute = ({ noun }: Member) =>
  optional(
    bool,
    `The fork that it is in may have it from its source: a ${noun} that is there already is then taken over, and given ` +
      'what is written here, instead of being refused. Only in a fork that no other configuration holds.',
  );

/** What a fork has from its source is there already: where that is said, it is taken over. */
const makeOrTakeOver = async (
  member: Member,
  planned: ObjectValue,
  { registry, service }: Writable,
  call: ApplyCall<Forkcast>,
): Promise<void> => {
  try {
    await member.make(registry, service, planned);
  } catch (error) {
    if (!isTaken(error) || planned['copied'] !== true) throw error;
    const body = await registry.getService(service.project, service.service);
    if (body === undefined || !isOwnFork(body, service, call)) throw error;
    const change = { prior: planned, planned, written: call.written };
    await member.change?.(registry, service, change, expectSeen(body));
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
    const now = { ...seenAs(member, state, found), id: buildId(state, member) ?? null };
    return { state: now, private: seenIn(body, service, call) };
  } catch (error) {
    if (isRefused(error, 404)) return { state: null };
    return { state, diagnostics: [memberFailure(error, `Cannot read the ${member.noun}`)] };
  }
};

const changeMember = async (
  member: Member,
  { prior, planned }: { readonly prior: ObjectValue; readonly planned: ObjectValue },
  call: ApplyCall<Forkcast>,
): Promise<StateAnswer> => {
  const place = findWritable(member, planned, call);
  if (place === undefined) return { state: planned, diagnostics: [nowhere] };
  const { registry, service, name } = place;
  try {
    const stranger = await askInSeen(place, call, async (expect) =>
      member.change?.(registry, service, { prior, planned, written: call.written }, expect),
    );
    if (stranger !== undefined) return { state: prior, diagnostics: [unchanged(member, place, stranger)] };
    const found = await member.find(registry, service, name);
    return { state: seenAs(member, planned, found ?? {}) };
  } catch (error) {
    const { state } = await readMember(member, planned, call);
    return { state, diagnostics: [memberFailure(error, `Cannot update the ${member.noun}`)] };
  }
};

const deleteMember = async (
  member: Member,
  prior: ObjectValue,
  call: ApplyCall<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const place = findWritable(member, prior, call);
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
    return [memberFailure(error, `Cannot delete the ${member.noun}`)];
  }
};
