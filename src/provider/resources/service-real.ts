import { attempt } from '../attempt';
import {
  type Facts,
  known,
  type ServiceFacts,
  serviceKey,
  type ServiceId,
  type ServiceRequest,
  unknown as unknownFact,
} from '../../domain';
import {
  adoptWords,
  protectionStays,
  readOwnerTags,
  RealForkRefusedError,
  whyNotIn,
  whyNotMade,
  whyNotWith,
  type WhyNot,
} from '../../engine';
import type { Forkcast } from '../client';
import { makeDiagnostic } from '../diagnostics';
import { toText } from '../values';
import { type Call, type Diagnostic, isUnknown, type ObjectValue } from '../protocol';

/** A planned service of a real account. */
interface RealPlan {
  readonly planned: ObjectValue;
  readonly request: ServiceRequest;
  readonly id: ServiceId;
  readonly facts: Facts | undefined;
}

/**
 * What the terms of a real account will refuse of a new service, as far as it is known; nothing at a simulator.
 * @throws RegistryUnreachableError
 */
export const refusedToMake = async (
  { planned, request, id, facts }: RealPlan,
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const { client } = call;
  if (!(await isReal(client))) return [];
  const fork = {
    source: isUnknown(planned['user_config'] ?? null)
      ? unknownFact('known-after-apply')
      : (request.userConfig['service_to_fork_from'] ?? known(undefined)),
    plan: request.plan,
    tags: request.tags,
  };
  // By the clock of whoever answers: what is rehearsed at a moved clock ends by that one.
  const now = facts?.now ?? call.now();
  const whyNot = whyNotMade(id.project, fork, client.real, now) ?? noRoom(id, facts, client);
  return refusal(id, whyNot, 'create');
};

/** What the terms of a real account will refuse of a change. @throws RegistryUnreachableError */
export const refusedToChange = async (
  { prior, planned, request, id }: Omit<RealPlan, 'facts'> & { readonly prior: ObjectValue },
  { client }: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  if (!(await isReal(client))) return [];
  const isOpened = prior['termination_protection'] === true && planned['termination_protection'] === false;
  const whyNot: WhyNot =
    whyNotIn(id.project, client.real) ??
    (request.plan.known && request.plan.value === prior['plan'] ? undefined : whyNotWith(request.plan, client.real)) ??
    (isOpened ? { attribute: 'termination_protection', why: protectionStays } : undefined);
  return refusal(id, whyNot, 'update');
};

/**
 * What the terms of a real account will refuse of an end; where nobody answers, the apply asks again. What is gone, or not this state's
 * own, is none to refuse: the apply leaves it as it is, and says so.
 */
export const refusedToEnd = (
  prior: ObjectValue,
  id: ServiceId,
  { client }: Call<Forkcast>,
): Promise<readonly Diagnostic[]> =>
  attempt(async () => {
    const { registry } = client;
    if (registry === undefined || (await registry.isSimulated())) return [];
    const whyNot = whyNotIn(id.project, client.real);
    if (whyNot === undefined) return [];
    const found = await registry.getService(id.project, id.service);
    const holder = found?.forkcast?.ownership?.owner?.id;
    return holder !== undefined && holder === toText(prior['owner'] ?? null) ? refusal(id, whyNot, 'terminate') : [];
  }, []);

/**
 * What stands against taking a service of a real account over: its tags have to name the owner already, and the import names the same, so
 * that nobody takes what another state holds by its id. At a simulator the apply takes it over, and no owner is named.
 * @throws RegistryUnreachableError
 */
export const refusedToTakeOver = async (
  id: ServiceId,
  { holder, named }: { readonly holder: string | undefined; readonly named: string | undefined },
  { client }: Pick<Call<Forkcast>, 'client'>,
): Promise<readonly Diagnostic[]> => {
  if (!(await isReal(client)))
    return named === undefined
      ? []
      : refusal(id, { attribute: 'project', why: 'an owner is named at a real account alone.' }, 'import');
  if (named !== undefined && named === holder) return refusal(id, whyNotIn(id.project, client.real), 'import');
  const owner = named ?? client.outside.drawId();
  const why = `${adoptWords(id, owner)}Then import it with this id of its owner: ${serviceKey(id)}@${owner}`;
  return refusal(id, whyNotIn(id.project, client.real) ?? { attribute: 'project', why }, 'import');
};

export const isReal = async ({ registry }: Forkcast): Promise<boolean> =>
  registry !== undefined && !(await registry.isSimulated());

/**
 * Forks that will surely live beside this one: those that this plan makes or keeps, and those that other configurations made. What is in
 * this state may be ended by the same plan.
 */
const noRoom = (
  { project, service }: ServiceId,
  facts: Facts | undefined,
  { names, real, stack }: Forkcast,
): WhyNot => {
  const isStaying = ({ tags, ...other }: ServiceFacts): boolean => {
    const owner = readOwnerTags(other, { tags });
    return owner !== undefined && (names.isKept(serviceKey(other)) || !stack.startsWith(owner.stack));
  };
  const live = [...(facts?.services.values() ?? [])].filter((one) => real.projects.includes(one.project));
  const beside = new Set([...names.made, ...live.filter(isStaying).map(serviceKey)]);
  beside.delete(serviceKey({ project, service }));
  if (beside.size < real.most) return undefined;
  const named = [...beside].slice(0, 8).join(', ');
  const counted = `${real.most} may live at once (most), and ${beside.size} will beside it: ${named}`;
  return { attribute: 'project', why: `${counted}. Declare fewer, or raise most in real_forks.` };
};

const refusal = (id: ServiceId, whyNot: WhyNot, what: string): readonly Diagnostic[] => {
  if (whyNot === undefined) return [];
  const error = new RealForkRefusedError(serviceKey(id), whyNot.why);
  return [makeDiagnostic(error, `Cannot ${what} ${serviceKey(id)}`, [whyNot.attribute])];
};
