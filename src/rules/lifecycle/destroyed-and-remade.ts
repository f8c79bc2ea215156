import { becauseWords, ownerOf, type Facts, type OwnerLabel, type ServiceFacts } from '../../domain';
import { differenceWords, isMadeAsFork, refusalRemedies } from '../../planner';
import { providerSource } from '../cite';
import { requestKey } from '../configuration';
import { endedBefore } from '../ended-before';
import { oncePer } from '../once-per';
import { replacementCause } from '../replacement';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { isOwn } from '../subject-of';
import { notApplicable, pass, violated, type Verdict } from '../verdict';

/** Rule 92, beyond the reference: any other replacement of a live service. */
export const destroyedAndRemade = defineRule({
  severity: 'error',
  scope: 'settings',
  ends: true,
  title: 'Plan destroys a live service and makes it again',
  why:
    'Name and project of a service never change, so Terraform destroys the service with its data and makes an empty one, ' +
    'or another fork.',
  attribute: 'service_name',
  sources: [providerSource('attributes that force replacement')],
  planOnly: 'The control plane sees one service deleted and another one created.',
  messages: {
    service: {
      detail: 'The plan destroys {service} with its data{because}, and makes {next}.',
      remedy:
        'Undo the change. To rename a service, fork it under the new name and destroy the old one later; or accept its ' +
        'loss with on_fork_change = "replace".',
      remedyIn: {
        vendor:
          'Undo the change. To rename a service, fork it under the new name and destroy the old one later. If its loss is ' +
          'meant, acknowledge this finding.',
      },
    },
    fork: {
      detail: 'The plan destroys the fork {service} with its data{because}, and makes {next}.',
      remedy: 'Undo the change, or accept the loss of the fork with on_fork_change = "replace".',
      remedyIn: { vendor: 'Undo the change. If the loss of the fork is meant, acknowledge this finding.' },
    },
    asked: {
      detail: 'The plan destroys {service} with its data{because}, and makes {next}.',
      remedy: '{undo}, or accept its loss with on_fork_change = "replace".',
      remedyIn: { vendor: '{undo}. If its loss is meant, acknowledge this finding.' },
    },
    accepted: {
      detail: 'The plan destroys {service} with its data{because}, and makes {next}.',
      remedy:
        'No action is needed if that is meant. Otherwise undo the change, or take on_fork_change = "replace" away.',
      severity: 'warning',
    },
    'other-name': {
      detail: `${differenceWords.name}, so the plan is refused where both belong to one state.`,
      remedy:
        `${refusalRemedies.renamed} If it belongs to another environment, or is to stay without a declaration, acknowledge ` +
        'this finding.',
    },
    swapped: {
      detail: `${differenceWords.name}, which lives under {other}: two constructs swapped their names, and the plan is refused.`,
      remedy:
        'Swap the names back. To give each construct the service of the other, change ids instead, with an apply after each step: ' +
        "first {place} becomes a free id with moved_from: '{place}'; then {other} becomes {place} with moved_from: '{other}'; then " +
        'the free id becomes {other} with moved_from: its former path. Take the moved_from of the step before out each time.',
    },
    'name-accepted': {
      detail: `${differenceWords.name}, so {service} will be destroyed with its data and {declared} made.`,
      remedy: 'No action is needed if that is meant. Otherwise put the name back.',
      severity: 'warning',
    },
    'other-workspace': {
      detail: `${differenceWords.name}. It belongs to workspace {workspace}: a plan of that workspace is refused.`,
      remedy: 'No action is needed if another workspace is planned. Otherwise put the name back.',
      severity: 'warning',
    },
  },
  check: (subject) => {
    const { request, made, madeName } = subject;
    if (request.change === undefined) return otherName(subject);
    if (endedBefore(subject) !== undefined) return notApplicable;
    const cause = replacementCause(subject);
    if (cause === undefined) return pass;
    if (cause !== 'other') return notApplicable;
    const attribute = request.change.reasons[0];
    const data = { service: madeName, because: becauseWords(request.change), next: nextWords(subject) };
    if (request.onForkChange === 'replace') return violated('accepted', data, attribute);
    const undo = attribute === undefined ? undoing.get(request.change.why ?? '') : undefined;
    if (undo !== undefined) return violated('asked', { ...data, undo: undo(request.address) }, attribute);
    return violated(made !== undefined && isMadeAsFork(made) ? 'fork' : 'service', data, attribute);
  },
});

/** What keeps a service whose replacement is asked for, where nothing of it is changed; by Terraform's reason. */
const undoing: ReadonlyMap<string, (address: string) => string> = new Map([
  ['replace_by_request', () => 'Plan without -replace'],
  ['replace_because_tainted', (address: string) => `Keep it as it is by terraform untaint '${address}'`],
  ['replace_by_triggers', () => 'Take its replace_triggered_by out'],
]);

/** What comes in its place: the new request says, whatever the old service was made as. */
const nextWords = ({ isFork, replicaOf }: Subject): string => {
  if (replicaOf !== undefined) return 'a read replica';
  return isFork ? 'another fork' : 'an empty service';
};

/** No plan tells, and facts show a service that this very construct made under another name, here or where it says it was moved from. */
const otherName = ({
  request,
  existing,
  facts,
  configuration,
}: Subject): Verdict<'other-name' | 'swapped' | 'name-accepted' | 'other-workspace'> => {
  const key = requestKey(request);
  if (facts === undefined || key === undefined) return notApplicable;
  if (existing !== undefined && (request.recorded || request.carried?.imports || isOwn(request, existing)))
    return notApplicable;
  const places = [{ stack: request.stack, path: request.address }, request.movedFrom];
  const former = places.flatMap((place) => (place && madeBy(facts).get(placeKey(place))) ?? [])[0];
  if (former === undefined) return notApplicable;
  const { name, workspace } = former;
  const data = { service: name, key: 'service_name', declared: `"${key}"` };
  if (request.onForkChange === 'replace') return violated('name-accepted', data);
  if (workspace !== defaultWorkspace) return violated('other-workspace', { ...data, workspace });
  const other = existing && configuration.byAddress.get(placeOf(existing)?.path ?? '');
  if (other === undefined || requestKey(other) !== name) return violated('other-name', data);
  return violated('swapped', { ...data, place: request.address, other: other.address });
};

/** Where a live service is, or was, declared. */
const placeOf = ({ origin, ownership }: ServiceFacts): Pick<OwnerLabel, 'stack' | 'path'> | undefined =>
  ownerOf(ownership)?.label ?? origin ?? undefined;

const defaultWorkspace = 'default';

const placeKey = ({ stack, path }: Pick<OwnerLabel, 'stack' | 'path'>): string => JSON.stringify([stack, path]);

interface Former {
  readonly name: string;
  readonly workspace: string;
}

const madeBy = oncePer((facts: Facts): ReadonlyMap<string, readonly Former[]> => {
  const made = new Map<string, readonly Former[]>();
  for (const [name, service] of facts.services) {
    const place = placeOf(service);
    if (place === undefined || service.ownership?.state === 'released') continue;
    const maker = placeKey(place);
    const workspace = ownerOf(service.ownership)?.label.workspace ?? defaultWorkspace;
    made.set(maker, [...(made.get(maker) ?? []), { name, workspace }]);
  }
  return made;
});
