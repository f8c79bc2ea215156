import { attempt } from '../attempt';
import { failure } from '../diagnostics';
import type { ServiceBody } from '../../api';
import { serviceKey, type ServiceId } from '../../domain';
import { compareOwner, followersOf } from '../../engine';
import type { Forkcast } from '../client';
import {
  type Call,
  type Diagnostic,
  isObject,
  type ObjectValue,
  type PlanAnswer,
  type ResourceChange,
  unknown,
} from '../protocol';
import type { NameConflict } from '../service-names';
import { readServiceId } from './service-id';
import { isReal, refusedToTakeOver } from './service-real';
import { recordedAsker } from './service-owner';
import { conflictDiagnostic } from './service-conflict-texts';
import { followersLeft, notTakenOver, takesOverImported } from './service-owner-texts';
import { keptNotes, readNotes, type ServiceNotes, writePlace } from './service-private';
import { strangerIn } from './service-read';
import { isSameService } from './service-schema';

type Plan = (change: ResourceChange, call: Call<Forkcast>) => Promise<PlanAnswer>;

/**
 * Adds to the plan of a live object whose its service is: what was imported is taken over by an update in place, and what nobody
 * ever held is claimed by the next one. The plan of a replacement learns from the notes which service is its own.
 */
export const planOwned =
  (plan: Plan): Plan =>
  async (change, call) => {
    const answer = await plan(change, call);
    const { prior, draft } = change;
    const id = prior === null ? undefined : readServiceId(prior);
    if (prior === null || id === undefined) return answer;
    const [notes, service] = [readNotes(call, prior), serviceKey(id)];
    const planned = answer.planned ?? draft;
    const isReplaced = (answer.replaces ?? change.replaces).length > 0;
    const hasBlock = isObject(planned['user_config'] ?? null);
    const conflict = findConflict({ service, planned, isReplaced }, call.client);
    const isClaimed =
      notes.takesFrom !== undefined ||
      (notes.owner === undefined && !isSameService(prior, planned)) ||
      (isCalledOtherwise(notes, service, call.client) && !(await attempt(() => isReal(call.client), false)));
    return {
      ...answer,
      planned: isClaimed ? { ...planned, owner: unknown } : planned,
      private: { ...(answer.private ?? call.private), replacing: service },
      diagnostics: [
        ...(answer.diagnostics ?? []),
        ...(conflict === undefined ? [] : [conflictDiagnostic(service, conflict)]),
        ...(notes.takesFrom === undefined ? [] : await importDiagnostics(prior, { isReplaced, hasBlock }, call)),
      ],
    };
  };

/** It went along to another construct: its holder is called by that from the next apply on; tags of a real account stay as they are. */
const isCalledOtherwise = ({ place }: ServiceNotes, service: string, { paths, stack }: Forkcast): boolean => {
  const path = paths.get(service);
  return place !== undefined && path !== undefined && place !== writePlace({ stack, path });
};

/** A replacement of the same name is planned once more, as a create. */
const findConflict = (
  {
    service,
    planned,
    isReplaced,
  }: { readonly service: string; readonly planned: ObjectValue; readonly isReplaced: boolean },
  { names }: Forkcast,
): NameConflict | undefined => {
  if (!isReplaced) return names.planKeep(service);
  const after = readServiceId(planned);
  return after !== undefined && serviceKey(after) === service ? undefined : names.planGiveUp(service);
};

const importDiagnostics = async (
  prior: ObjectValue,
  { isReplaced, hasBlock }: { readonly isReplaced: boolean; readonly hasBlock: boolean },
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const [id, { client }] = [readServiceId(prior), call];
  const { registry } = client;
  if (id === undefined || registry === undefined) return [];
  const service = serviceKey(id);
  if (isReplaced) return [notTakenOver(service)];
  try {
    const body = await registry.getService(id.project, id.service);
    if (body === undefined) return [];
    const holder = body.forkcast?.ownership?.owner?.id;
    const named = keptNotes(call).owner;
    const refused = (await isReal(client)) ? await refusedToTakeOver(id, { holder, named }, call) : [];
    if (refused.length > 0) return refused;
    const relation = compareOwner(body, recordedAsker(client, id, keptNotes(call)));
    return [takesOverImported(service, relation, { hasBlock, stack: client.stack })];
  } catch (error) {
    return [failure(error, `Cannot tell who holds ${service}`)];
  }
};

/**
 * What stands against the end of an object: it was never this state's, or a block makes its service anew under another address. One
 * whose service is another's by now ends nothing; Terraform may plan its end before it reads it.
 */
export const judgeEnd = async (prior: ObjectValue, call: Call<Forkcast>): Promise<readonly Diagnostic[]> => {
  const id = readServiceId(prior);
  if (id === undefined) return [];
  const service = serviceKey(id);
  if (keptNotes(call).takesFrom !== undefined) return [notTakenOver(service)];
  const body = await look(id, call);
  if (body !== undefined && strangerIn(body, id, { notes: readNotes(call, prior), client: call.client }) !== undefined)
    return [];
  const conflict = call.client.names.planEnd(service);
  if (conflict !== undefined) return [conflictDiagnostic(service, conflict)];
  return body === undefined ? [] : followersLeft(service, followersOf(body, id.project));
};

/** The service as it is; undefined where it is gone, or cannot be asked for. */
const look = ({ project, service }: ServiceId, { client }: Call<Forkcast>): Promise<ServiceBody | undefined> =>
  attempt(async () => client.registry?.getService(project, service), undefined);
