import { ownerOf, type Facts } from '../../domain';
import { isMadeAsFork } from '../../planner';
import { providerSource } from '../cite';
import { requestKey } from '../configuration';
import { oncePer } from '../once-per';
import { reasonsText, replacementCause } from '../replacement';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { notApplicable, pass, violated, type Verdict } from '../verdict';

/** Rule 92, beyond the reference: any other replacement of a live service. */
export const destroyedAndRemade = defineRule({
  id: 'lifecycle/destroyed-and-remade',
  number: 92,
  severity: 'error',
  scope: 'settings',
  needs: ['plan', 'live-source'],
  title: 'Plan destroys a live service and makes it again',
  why:
    'Name and project of a service never change, so Terraform destroys the service with its data and makes an empty one, ' +
    'or another fork.',
  attribute: 'service_name',
  sources: [providerSource('attributes that force replacement')],
  predicts: [],
  planOnly: 'The control plane sees one service deleted and another one created.',
  messages: {
    service: {
      detail: 'The plan destroys {service} with its data and makes it again, empty, because of {reasons}.',
      remedy:
        'Undo the change. To rename a service, fork it under the new name and destroy the old one later; or accept its ' +
        'loss with onForkChange: "replace".',
    },
    fork: {
      detail: 'The plan destroys the fork {service} with its data and forks again, because of {reasons}.',
      remedy: 'Undo the change, or accept the loss of the fork with onForkChange: "replace".',
    },
    accepted: {
      detail: 'The plan destroys {service} with its data and makes it again, because of {reasons}.',
      remedy: 'No action is needed if that is meant. Otherwise undo the change, or take onForkChange: "replace" away.',
      severity: 'warning',
    },
    'other-name': {
      detail:
        '{service} was made by this construct and is declared no more; the configuration now says {key} {declared}. Where ' +
        'both belong to one state, the apply destroys {service} with its data.',
      remedy: 'Put the name back; or nothing, if it belongs to another environment, or its loss is meant.',
      severity: 'warning',
    },
  },
  check: (subject) => {
    const { request, made } = subject;
    if (request.change === undefined) return otherName(subject);
    const cause = replacementCause(subject);
    if (cause === undefined) return pass;
    if (cause !== 'other') return notApplicable;
    const attribute = request.change.reasons[0];
    const data = { service: made?.name ?? request.address, reasons: reasonsText(request.change) };
    const refused = made !== undefined && isMadeAsFork(made) ? 'fork' : 'service';
    return violated(request.onForkChange === 'replace' ? 'accepted' : refused, data, attribute);
  },
});

/** No plan tells, and facts show a service that this very construct made under another name, which nothing declares any more. */
const otherName = ({ request, existing, facts, configuration }: Subject): Verdict<'other-name'> => {
  const key = requestKey(request);
  if (facts === undefined || key === undefined || existing !== undefined) return notApplicable;
  const former = madeBy(facts)
    .get(JSON.stringify([request.stack, request.address]))
    ?.find((name) => !configuration.byName.has(name));
  if (former === undefined || configuration.unnamed.length > 0) return notApplicable;
  return violated('other-name', { service: former, key: 'service_name', declared: key });
};

const madeBy = oncePer((facts: Facts): ReadonlyMap<string, readonly string[]> => {
  const made = new Map<string, readonly string[]>();
  for (const [name, { origin, ownership }] of facts.services) {
    const place = ownerOf(ownership)?.label ?? origin;
    if (place === null) continue;
    const maker = JSON.stringify([place.stack, place.path]);
    made.set(maker, [...(made.get(maker) ?? []), name]);
  }
  return made;
});
