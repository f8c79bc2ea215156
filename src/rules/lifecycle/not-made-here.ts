import { isProviderOwner, ownerOf, serviceKey, type ServiceFacts, type ServiceRequest } from '../../domain';
import { inferred } from '../cite';
import { isRenamed } from '../configuration';
import { leftUnfinished } from '../left-unfinished';
import { missingService } from '../missing-names';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { isOwn } from '../subject-of';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 91, beyond the reference: a live service that looks like the declared one, and belongs to somebody else. */
export const notMadeHere = defineRule({
  severity: 'warning',
  scope: 'lifecycle',
  title: 'Live service belongs to somebody else, or to nobody',
  why:
    'A live service has at most one owner, and a create never takes it over, however much the requests look alike: whoever takes it ' +
    'over says so.',
  attribute: 'service_name',
  sources: [inferred('a taken name is a conflict, unless its owner asks')],
  planOnly: 'The registry knows a service by its name alone; whose it is, is decided by the one who applies.',
  messages: {
    unownedByCommand: {
      detail: '{service} exists and is held by nobody, so an apply will not take it over.',
      remedy:
        'Choose another service_name, or take it over: the apply is refused, and prints the line forkcast service adopt {service} that ' +
        'does it.',
      remedyIn: {
        cdktf:
          'Refer to it with Service.fromRegistry(...), choose another service_name, or take it over: the apply is refused, and prints ' +
          'the line forkcast service adopt {service} that does it.',
      },
    },
    unowned: {
      detail: '{service} exists and is held by nobody, so an apply will not take it over.',
      remedy: 'Choose another service_name, or import it by a block import with {target}.',
      remedyIn: {
        cdktf:
          'Refer to it with Service.fromRegistry(...), choose another service_name, or import it by a block import with {target}.',
      },
    },
    heldByCommand: {
      detail: '{service} exists and is held by {path} of stack {stack}: an apply will not take it over.',
      remedy:
        'If it was moved here, say so with moved_from: {place}. If it is to be taken from there, apply: that is refused, and prints the ' +
        'line forkcast service adopt {service} that does it. Otherwise choose another service_name.',
    },
    held: {
      detail: '{service} exists and is held by {path} of stack {stack}: an apply will not take it over.',
      remedy:
        'If it was moved here, say so with a block moved. If it is to be taken from there, import it: a block import with {target} does ' +
        'it. Otherwise choose another service_name.',
      remedyIn: {
        cdktf:
          'If it was moved here, say so with moved_from: {place}. If it is to be taken from there, import it: a block import with ' +
          '{target} does it. Otherwise choose another service_name.',
      },
    },
    renamed: {
      detail:
        '{service} is held by {path} of this stack as a resource of the provider, and nothing is declared there any more: the plan is ' +
        'refused, unless the state has it here already.',
      remedy: 'If it was renamed, say so with moved_from: {place}. Otherwise choose another service_name.',
    },
    leftBehind: {
      detail:
        '{service} is held by {path} of stack {stack} as a resource of the provider, which is not declared there any more: the next ' +
        'apply of that stack ends the live service with its data.',
      remedy:
        'If it was moved here, say so with moved_from: {place}. That stack then lets go of it, and the apply takes it over. Otherwise ' +
        'declare it there again, and choose another service_name here.',
      severity: 'error',
    },
  },
  check: (subject) => {
    const { request, existing, standing } = subject;
    const { recorded, carried } = request;
    if (isRenamed(request)) return notApplicable;
    if (recorded && existing === undefined) return pass;
    if (existing === undefined) return standing === 'new' ? notApplicable : undecided(missingService(request));
    if (recorded || carried?.imports || isOwn(request, existing)) return pass;
    const unfinished = leftUnfinished(subject);
    if (unfinished !== undefined) return undecided(unfinished);
    const service = serviceKey(existing);
    const target = `to = ${carried?.address ?? request.address} and id = "${service}"`;
    const isCommand = carried?.by === 'local-exec';
    const holder = holderOf(existing);
    if (holder === undefined)
      return isCommand ? violated('unownedByCommand', { service }) : violated('unowned', { service, target });
    const data = { service, path: holder.path, stack: holder.stack, place: placeText(request, holder) };
    const isRenamedHere = carried?.by === 'provider' && holder.stack === request.stack;
    if (isLeftBehind(subject, existing)) return violated(isRenamedHere ? 'renamed' : 'leftBehind', data);
    return isCommand ? violated('heldByCommand', data) : violated('held', { ...data, target });
  },
});

/** A stack of the same app holds it by the provider, and declares nothing at that place any more; what a workspace holds, it may plan. */
const isLeftBehind = ({ request, configuration }: Subject, { ownership }: ServiceFacts): boolean => {
  const owner = ownerOf(ownership);
  if (owner === undefined || !isProviderOwner(owner) || request.change !== undefined) return false;
  const { stack, path, workspace = 'default' } = owner.label;
  return workspace === 'default' && request.appStacks?.includes(stack) === true && !configuration.byAddress.has(path);
};

/** Who holds it, else who made it before there were owners. */
const holderOf = ({ ownership, origin }: ServiceFacts) =>
  ownership?.state === 'released' ? undefined : (ownerOf(ownership)?.label ?? origin ?? undefined);

const placeText = (
  request: ServiceRequest,
  { stack, path }: { readonly stack: string; readonly path: string },
): string => (stack === request.stack ? `'${path}'` : `{ stack: '${stack}', path: '${path}' }`);
