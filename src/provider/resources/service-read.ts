import { failure } from '../diagnostics';
import type { ServiceBody } from '../../api';
import { serviceKey, type ServiceId } from '../../domain';
import { compareOwner, readHolder, type Relation } from '../../engine';
import { type Forkcast, readFacts } from '../client';
import {
  type Call,
  type Diagnostic,
  errorAt,
  isNull,
  type ObjectValue,
  type StateAnswer,
  warningAt,
} from '../protocol';
import { conflictDiagnostic } from './service-conflict-texts';
import { readServiceId } from './service-id';
import { noteInState } from './service-name';
import { recordedAsker } from './service-owner';
import { refusedToTakeOver } from './service-real';
import { heldText, leftAsItIs, neverHere, notHere } from './service-owner-texts';
import { keptNotes, readNotes, notesOn, type ServiceNotes } from './service-private';
import { importedState, writeState } from './service-state';

/**
 * The service as it is; gone when it was terminated. One that is another's by now, or another one of its name, is let go of: the
 * plan that follows makes nothing in its place.
 */
export const readForkcastService = async (state: ObjectValue, call: Call<Forkcast>): Promise<StateAnswer> => {
  const [id, { registry, names }] = [readServiceId(state), call.client];
  names.noteRead();
  if (id === undefined || registry === undefined) return { state };
  const service = serviceKey(id);
  try {
    const body = await registry.getService(id.project, id.service);
    const notes = { ...readNotes(call, state), registry: registry.target };
    if (body === undefined) return { state: null, diagnostics: await goneDiagnostics(id, call, registry.target) };
    const stranger = strangerIn(body, id, { notes, client: call.client });
    if (stranger !== undefined) {
      names.noteLetGo(service);
      const what = 'This state lets go of it: the plan that follows is of a service that is not there.';
      return { state: null, diagnostics: [leftAsItIs(service, stranger, what)] };
    }
    const now = withTags(writeState(state, id, body), body);
    noteInState(now, call.client);
    if (notes.takesFrom === undefined)
      return { state: now, private: notesOn(body, notes), diagnostics: removalWarnings(body) };
    // Not its own yet: what is ended by the owner in a state must not be what an import only found.
    return { state: { ...now, owner: null }, private: notesOn(body, { ...notes, takesFrom: readHolder(body) }) };
  } catch (error) {
    return { state, diagnostics: [failure(error, `Cannot read ${service}`)] };
  }
};

/** Why a service is not there: the block asks another registry, or one that was made anew at the same address; else it has ended. */
const goneDiagnostics = async (id: ServiceId, call: Call<Forkcast>, target: string): Promise<readonly Diagnostic[]> => {
  const [service, notes] = [serviceKey(id), keptNotes(call)];
  const elsewhere = notHere(service, notes, target);
  if (elsewhere.length > 0 || notes.registry === undefined) return elsewhere;
  const facts = await readFacts(call.client, [id]);
  // What has ended may not be published.
  const isKnown = facts?.terminated === undefined || facts.terminated.has(service) || facts.services.has(service);
  return isKnown ? [] : [neverHere(service, target)];
};

/** What the control plane warns of, and no plan sees that changes nothing: its deletion, because it is off for long. */
const removalWarnings = ({ service_notifications: notifications = [] }: ServiceBody): readonly Diagnostic[] =>
  notifications
    .filter(({ type, level }) => type === 'service_powered_off_removal' && level === 'warning')
    .map(({ message }) => {
      const detail = `${message} Power it on before that. Terraform would find it gone then, and make it again without its data.`;
      return warningAt({ summary: 'Service is about to be deleted', detail });
    });

/** Tags that nobody configured are shown once there are some: a plan that replaces them names what it takes away. */
const withTags = (state: ObjectValue, { tags }: ServiceBody): ObjectValue =>
  isNull(state['tags'] ?? null) && Object.keys(tags).length > 0 ? { ...state, tags } : state;

/** Who has the service, where that is not this object; an imported one is nobody's object yet. */
export const strangerIn = (
  body: ServiceBody,
  id: ServiceId,
  { notes, client }: { readonly notes: ServiceNotes; readonly client: Forkcast },
): string | undefined => {
  const relation = compareOwner(body, recordedAsker(client, id, notes));
  if (relation.kind === 'mine' || relation.kind === 'claimable') return undefined;
  return notes.takesFrom === undefined || relation.kind === 'another' ? heldText(relation) : undefined;
};

/**
 * Finds a live service by `project/service`, or by its name alone in the provider's project. It stays whose it is until an apply takes
 * it over: an import never reaches one, and the plan of it must not write.
 */
export const importForkcastService = async (text: string, call: Call<Forkcast>): Promise<StateAnswer> => {
  const [name = '', named] = text.split('@', 2);
  const id = parseId(name, call.client.project);
  const { registry } = call.client;
  if (id === undefined || registry === undefined) {
    const detail = `${JSON.stringify(text)} names no service. Import by project/service, such as demo/orders.`;
    return { state: null, diagnostics: [errorAt({ summary: 'Cannot import', detail })] };
  }
  try {
    const body = await registry.getService(id.project, id.service);
    if (body === undefined) {
      const detail =
        `There is no forkcast_service with the id ${JSON.stringify(text)}: no service ${serviceKey(id)} lives. ` +
        'An id is project/service, such as demo/orders; without a project it is one of the project of the provider.';
      return { state: null, diagnostics: [errorAt({ summary: 'Cannot import', detail })] };
    }
    const relation = compareOwner(body, { claim: undefined, stack: call.client.stack });
    if (relation.kind === 'being-made') return { state: null, diagnostics: [beingMade(serviceKey(id), relation)] };
    const twice = call.client.names.planImport(serviceKey(id));
    if (twice !== undefined) return { state: null, diagnostics: [conflictDiagnostic(serviceKey(id), twice)] };
    const refused = await refusedToTakeOver(id, { holder: findHolder(body), named }, call);
    if (refused.length > 0) return { state: null, diagnostics: refused };
    const { state, observed } = importedState(id, body);
    // The tags of a real account name the owner that the import names: nothing is left to take over.
    if (named !== undefined)
      return {
        state: { ...state, owner: named },
        private: notesOn(body, { owner: named, observed, registry: registry.target }),
      };
    return {
      state: { ...state, owner: null },
      private: notesOn(body, { takesFrom: readHolder(body), observed, registry: registry.target }),
    };
  } catch (error) {
    return { state: null, diagnostics: [failure(error, 'Cannot import')] };
  }
};

const findHolder = ({ forkcast }: ServiceBody): string | undefined => forkcast?.ownership?.owner?.id;

const beingMade = (service: string, relation: Relation): Diagnostic =>
  errorAt({
    summary: 'Cannot import a service that is being made',
    detail: `${service} ${heldText(relation)}. Wait until it is made, or until its maker has been silent for half a minute.`,
  });

const parseId = (text: string, project: string | undefined): ServiceId | undefined => {
  const parts = text.split('/');
  const [first, second] = parts;
  if (first === undefined || first === '' || parts.length > 2) return undefined;
  if (second !== undefined) return second === '' ? undefined : { project: first, service: second };
  return project === undefined ? undefined : { project, service: first };
};
