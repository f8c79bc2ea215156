import { heldIn, type Ran } from './core';
import type { View } from './living';
import type { Held } from './terraform';

/** One apply, and the world around it. */
export interface Witnessed {
  readonly ran: Ran;
  /** The plan read every object, and nothing happened before it was applied: it knew whose each service is. */
  readonly isInformed: boolean;
  readonly before: View;
  readonly after: View;
  /** Rows that were written, by the id of their service. */
  readonly written: ReadonlyMap<string, readonly string[]>;
  /** Ids of owners that two objects may have: a state was copied, or an older one pushed back. */
  readonly twins: ReadonlySet<string>;
  /** What the other state holds. */
  readonly elsewhere: readonly Held[];
}

/** A law: what broke it, one line each. */
export type Law = (witnessed: Witnessed) => readonly string[];

/** What core would refuse of an answer. */
const answersKeepCoresLaws: Law = ({ ran }) => ran.faults;

/** A service that lives is ended only where the plan names the end of an object whose state held exactly it. */
const onlyWhatThePlanNamesIsLost: Law = ({ ran, before, after }) => {
  const known = heldIn(ran.before);
  const named = (ran.plan?.changes ?? [])
    .filter(({ action }) => action === 'delete' || action === 'delete-then-create' || action === 'create-then-delete')
    .flatMap(({ prior }) => (prior === undefined ? [] : [prior.value]));
  return [...before.values()]
    .filter(({ name, id }) => after.get(name)?.id !== id)
    .filter(({ name, owner }) => {
      const isHeld = known.some((held) => held.name === name && held.owner === owner);
      return !(isHeld && named.some((value) => value['service_name'] === name && value['owner'] === owner));
    })
    .map(({ id, owner }) => `${id}, of ${owner}, was ended and no plan named it`);
};

/** What a state holds and the registry says is its own stays in that state while it lives, or is its service no more. */
const whatIsHeldIsNotForgotten: Law = ({ ran, after }) => {
  const now = heldIn(ran.after);
  return heldIn(ran.before)
    .filter(({ name, owner }) => owner !== null && after.get(name)?.owner === owner)
    .filter(({ name, owner }) => !now.some((held) => held.name === name && held.owner === owner))
    .map(({ label, name, owner }) => `${label} forgot ${name}, of ${owner}, which lives`);
};

/** An object that comes into a state holds a new service, or what an interrupted create left, or what an import names. */
const nothingIsAdopted: Law = ({ ran, before, after }) => {
  const made = (ran.plan?.changes ?? []).filter(({ action }) => action === 'create');
  const known = heldIn(ran.before);
  const now = heldIn(ran.after).filter(
    ({ label, name, owner }) => !known.some((one) => one.label === label && one.name === name && one.owner === owner),
  );
  return made.flatMap(({ label }) => {
    const held = now.find((one) => one.label === label && !one.isDeposed);
    const found = held === undefined ? undefined : before.get(held.name);
    if (held === undefined || found === undefined || after.get(held.name)?.id !== found.id) return [];
    const isLeft = found.state === 'making' && !found.isFresh && found.request === after.get(held.name)?.request;
    return isLeft ? [] : [`${label} was created and has ${found.id}, which was ${found.state} by ${found.owner}`];
  });
};

/** What is new is held by an object of the state; only what dies on the way leaves something behind. */
const aRefusedCreateMakesNothing: Law = ({ ran, before, after }) => {
  if (ran.isKilled) return [];
  const now = heldIn(ran.after);
  return [...after.values()]
    .filter(({ name, id }) => before.get(name)?.id !== id)
    .filter(({ name, owner }) => !now.some((held) => held.name === name && held.owner === owner))
    .map(({ id, owner, state }) => `${id}, ${state} by ${owner}, was made and is in no state`);
};

/** After a refreshed apply without errors every object of the state has its service, and it alone has it. */
const everyServiceHasOneOwner: Law = ({ ran, isInformed, after, twins, elsewhere }) => {
  if (!ran.isOk || !isInformed) return [];
  const now = heldIn(ran.after);
  const unowned = now
    .filter(({ name, owner }) => after.get(name)?.state !== 'held' || after.get(name)?.owner !== owner)
    .map(({ label, name, owner }) => `${label} has ${name} as ${owner}, but it is ${after.get(name)?.owner}'s`);
  const owners = now.map(({ owner }) => owner);
  const shared = now
    .filter(({ owner }) => owner !== null && !twins.has(owner))
    .filter(
      ({ owner }) => owners.filter((one) => one === owner).length > 1 || elsewhere.some((one) => one.owner === owner),
    )
    .map(({ label, name, owner }) => `${label} shares ${name}, of ${owner}, with another object`);
  return [...unowned, ...shared];
};

/** What an object shows as its owner changes only where an apply makes or takes over. */
const ownersComeFromApplies: Law = ({ ran }) => {
  const known = new Set(heldIn(ran.before).map(({ owner }) => owner));
  const applied = new Set(
    (ran.plan?.changes ?? []).filter(({ action }) => action !== 'no-op').map(({ label }) => label),
  );
  return heldIn(ran.after)
    .filter(({ label, owner }) => owner !== null && !known.has(owner) && !applied.has(label))
    .map(({ label, name, owner }) => `${label} shows ${owner} as the owner of ${name}, which nobody applied`);
};

/** Rows live as long as their service. */
const writtenRowsSurvive: Law = ({ after, written }) =>
  [...after.values()].flatMap(({ id, rows }) =>
    (written.get(id) ?? []).filter((key) => !rows.includes(key)).map((key) => `${id} lost its row ${key}`),
  );

export const laws: Readonly<Record<string, Law>> = {
  'answers keep the laws of core': answersKeepCoresLaws,
  'only what the plan names is lost': onlyWhatThePlanNamesIsLost,
  'what is held is not forgotten': whatIsHeldIsNotForgotten,
  'nothing that is held or being made is adopted': nothingIsAdopted,
  'a refused create makes nothing': aRefusedCreateMakesNothing,
  'every service has one owner': everyServiceHasOneOwner,
  'owners come from applies': ownersComeFromApplies,
  'written rows survive': writtenRowsSurvive,
};
