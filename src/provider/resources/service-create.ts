import { failure } from '../diagnostics';
import type { ServiceBody } from '../../api';
import { serviceKey } from '../../domain';
import {
  adopt,
  applyPlan,
  identifyAsker,
  type Claim,
  createService,
  NameTakenError,
  planService,
  compareOwner,
} from '../../engine';
import { enginePorts, type Forkcast } from '../client';
import { type ApplyCall, hasErrors, isUnknown, type ObjectValue, type StateAnswer, unknown } from '../protocol';
import { type DeclaredService, readDeclaredService } from './declared-service';
import { buildAnswer, nowhere, type Place, findPlace, stale } from './service-answers';
import { isOfOwnStack } from './service-name';
import { newClaim } from './service-owner';
import { notAsDeclared, takenDiagnostic } from './service-owner-texts';
import { keptNotes, notesOn } from './service-private';
import { readServiceRequest } from './service-request';
import { judge, type Judgement, namedFacts, refusals } from './service-review';
import { otherSource, withSource } from './service-source';
import { writeState } from './service-state';
import { estimatedTimeoutMs } from './service-timeout';
import { withoutMadeWith } from './service-update';
import { writtenSecrets } from './write-only-secrets';

/**
 * Makes a service, after the rules have judged it once more: what they refuse is not asked for. What is there already is taken over
 * only where an interrupted create left it, or a declared move names it. Whatever is held in the end is in the state, ready or not.
 */
export const createForkcastService = async (asked: ObjectValue, call: ApplyCall<Forkcast>): Promise<StateAnswer> => {
  const object = keptNotes(call).diskOfPlan === true ? { ...asked, disk_space_mb: unknown } : asked;
  const place = findPlace(object, call);
  if (place === undefined) return { state: null, diagnostics: [nowhere] };
  const { id, registry } = place;
  const claim = newClaim(call.client, id);
  try {
    const { judgement, declared, found } = await judgeCreation(object, place, call);
    const { request, facts } = judgement;
    const planned = withSource(object, request, facts);
    if (found !== undefined) return await takeOver({ planned, declared, found, claim, place }, call);
    const refused = [...otherSource(planned, request, facts), ...refusals(judgement.review)];
    if (hasErrors(refused)) return { state: null, diagnostics: refused };
    const outcome = await createService(enginePorts(call, registry, declared.secrets), declared.resource, { claim });
    return buildAnswer(planned, place, outcome, { owner: claim.owner.id });
  } catch (error) {
    const { client } = call;
    return {
      state: null,
      diagnostics: [
        error instanceof NameTakenError
          ? takenDiagnostic({ id, relation: error.relation, client })
          : failure(error, `Cannot create ${serviceKey(id)}`),
      ],
    };
  }
};

interface Creation {
  readonly judgement: Judgement;
  readonly declared: DeclaredService;
  /** The live service of its name. */
  readonly found: ServiceBody | undefined;
}

const judgeCreation = async (
  planned: ObjectValue,
  { id, registry }: Place,
  call: ApplyCall<Forkcast>,
): Promise<Creation> => {
  const chosen = (name: string) => (isUnknown(planned[name]) ? null : (planned[name] ?? null));
  const secrets_wo = call.written['secrets_wo'] ?? null;
  const object = { ...planned, secrets_wo, cloud_name: chosen('cloud_name'), disk_space_mb: chosen('disk_space_mb') };
  const request = readServiceRequest(object, {
    client: call.client,
    createTimeoutMs: call.timeoutMs,
    recorded: false,
  });
  const facts = await namedFacts(call.client, request, id);
  const judgement = await judge(call.client, { ...request, change: { kind: 'create', reasons: [] } }, facts);
  const estimate = judgement.request.createTimeoutMs;
  const timeoutMs = call.timeoutMs ?? (estimate.known ? estimate.value : undefined) ?? estimatedTimeoutMs(0);
  const declared = readDeclaredService(planned, {
    id,
    stack: call.client.stack,
    timeoutMs,
    written: writtenSecrets(call.written),
  });
  const mayExist = judgement.facts === undefined || judgement.facts.services.has(serviceKey(id));
  return { judgement, declared, found: mayExist ? await registry.getService(id.project, id.service) : undefined };
};

interface TakeOver {
  readonly planned: ObjectValue;
  readonly declared: DeclaredService;
  readonly found: ServiceBody;
  readonly claim: Claim;
  readonly place: Place;
}

/** @throws NotAsExpectedError when somebody else was faster */
const takeOver = async (
  { planned, declared, found, claim, place }: TakeOver,
  call: ApplyCall<Forkcast>,
): Promise<StateAnswer> => {
  const { id, registry } = place;
  const { resource } = declared;
  const ports = enginePorts(call, registry, declared.secrets);
  const relation = compareOwner(found, identifyAsker(resource, claim));
  switch (relation.kind) {
    case 'unfinished': {
      const actual = await adopt(ports, resource, found, claim);
      const outcome = await applyPlan(ports, { resource, actual, plan: { kind: 'adopt' }, claim });
      return buildAnswer(planned, place, outcome, { owner: claim.owner.id });
    }
    case 'movable':
    case 'claimable':
      return move({ planned, declared, found, claim, place }, call);
    default: {
      const mayReplace = isOfOwnStack(found, call.client);
      return { state: null, diagnostics: [takenDiagnostic({ id, relation, client: call.client, mayReplace })] };
    }
  }
};

/** A declared move: taken over first, then changed to what is declared. Once it is taken over, it is in the state. */
const move = async (
  { planned, declared: { secrets }, found, claim, place }: TakeOver,
  call: ApplyCall<Forkcast>,
): Promise<StateAnswer> => {
  const { id, registry } = place;
  const timeoutMs = call.timeoutMs ?? estimatedTimeoutMs(0);
  const options = { id, stack: call.client.stack, timeoutMs, written: writtenSecrets(call.written) };
  const { resource } = readDeclaredService(withoutMadeWith(planned), options);
  const plan = planService(resource, found);
  if (plan.kind === 'refuse') throw plan.error;
  if (plan.kind === 'create' || plan.kind === 'replace') return { state: null, diagnostics: [stale(id)] };
  const ports = enginePorts(call, registry, secrets);
  const actual = await adopt(ports, resource, found, claim);
  const notes = { owner: claim.owner.id };
  try {
    return buildAnswer(planned, place, await applyPlan(ports, { resource, actual, plan, claim }), notes);
  } catch (error) {
    const diagnostics = [notAsDeclared(failure(error, `${serviceKey(id)} is taken over, but not changed`))];
    const state = writeState({ ...planned, ready: true }, id, actual);
    return { state, private: notesOn(actual, { ...notes, registry: registry.target }), diagnostics };
  }
};
