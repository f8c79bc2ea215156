import { labelText, ownerOf, serviceKey, type Fact, type ServiceFacts } from '../../domain';
import { fromSchema, inferred, providerSource } from '../cite';
import { isRenamed } from '../configuration';
import { leftUnfinished } from '../left-unfinished';
import { missingService } from '../missing-names';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { bearsLabel } from '../subject-of';
import { mendedBy, notApplicable, pass, undecided, violated } from '../verdict';
import { ownNameOf } from '../asked';

/** Rule 29: the name belongs to another service. */
export const nameTaken = defineRule({
  severity: 'error',
  scope: 'creation',
  ownership: true,
  title: 'Project has another service of this name',
  why: 'Names are unique inside a project. A service of the name that this configuration did not make is never taken over.',
  attribute: 'service_name',
  sources: [
    fromSchema('API reference, ServiceCreate: status 409'),
    providerSource('create: a timed-out service is left behind'),
    inferred('a service with the same fork keys is the one that is declared'),
  ],
  asks: { about: ['name'] },
  predicts: ['service_already_exists'],
  messages: {
    taken: {
      detail: '{service} exists since {createdAt}: {what}.',
      remedy: 'Choose another service_name, or terminate {service} first if nobody needs it.',
    },
    alike: {
      detail: '{service} exists since {createdAt}: {what}. It is as it is declared, and held by nobody.',
      remedy:
        'If it is the one that is meant, import it: a block import with {target} does it. Otherwise choose another service_name.',
    },
    neighbour: {
      detail: '{service} exists since {createdAt}: {what}, which is declared here too.',
      remedy: 'Choose another service_name, or give {path} its own name back.',
    },
    renamed: {
      detail:
        '{service} is held by {path} of this stack, whose construct was taken out: an apply leaves it as it is, and is refused.',
      remedy: "If it was renamed, say so with moved_from: '{path}'. Otherwise choose another service_name.",
    },
    heldElsewhere: {
      detail:
        '{service} is held by {holder}, from another state or workspace, or from a state that was lost: an apply leaves it as it is, ' +
        'and is refused.',
      remedy:
        'Choose another service_name. If it is to be held from here from now on, apply once: the refusal prints the line forkcast ' +
        'service adopt {service} that does it.',
    },
    heldElsewhereByState: {
      detail:
        '{service} is held by {holder}, from another state or workspace, or from a state that was lost: an apply leaves it as it is, ' +
        'and is refused.',
      remedy:
        'Choose another service_name. If it is to be held from here from now on, import it: a block import with {target} does it.',
    },
    forgotten: {
      detail: 'The plan only forgets {service} at {from}: it lives on, and keeps its name.',
      remedy:
        'Choose another service_name. If it is to stay the same service, do not make it again: undo what replaces it, or say ' +
        'with a moved block where it went.',
    },
    tainted: {
      detail:
        'The plan only forgets {service}, whose identity is tainted: it lives on, and is held by the old identity.',
      remedy:
        'Run terraform untaint to keep it as it is. To give it to the new identity, apply once: the refusal prints the line that ' +
        'does it.',
    },
  },
  check: (subject) => {
    const { request, standing, existing, sourceName, configuration } = subject;
    const service = ownNameOf(subject);
    const left = configuration.observed.get(service);
    if (left?.change?.letGo === 'forgotten' && request.change?.kind === 'create') {
      if (request.change.why === 'replace_because_tainted') return violated('tainted', { service });
      if (request.carried === undefined) return violated('forgotten', { service, from: left.address });
    }
    if (standing === 'unknown') {
      return undecided(existing === undefined ? missingService(request) : `fork keys of ${request.address}`);
    }
    if (existing === undefined || (standing === 'live' && !isRenamed(request))) return pass;
    if (isItsSource(existing, sourceName)) return notApplicable;
    // The plan ends it beside: a rule of its own tells that, with another way out.
    if (['destroyed', 'renamed'].includes(configuration.ended.get(serviceKey(existing))?.how ?? ''))
      return notApplicable;
    const unfinished = leftUnfinished(subject);
    if (unfinished !== undefined) return undecided(unfinished);
    const createdAt = new Date(existing.createdAt).toISOString().slice(0, 10);
    const data = { service, createdAt, what: describe(existing) };
    const holder = ownerOf(existing.ownership)?.label;
    if (holder !== undefined && bearsLabel(request, existing, holder)) {
      const held = { service, holder: labelText(holder) };
      const target = `to = ${request.carried?.address ?? request.address} and id = "${service}"`;
      return request.carried?.by === 'provider'
        ? violated('heldElsewhereByState', { ...held, target })
        : violated('heldElsewhere', held);
    }
    if (holder === undefined && isPlannedAlike(subject, existing)) {
      const target = `to = ${request.address} and id = "${service}"`;
      return mendedBy(violated('alike', { ...data, target }), { kind: 'import', to: request.address, id: service });
    }
    if (holder === undefined || holder.stack !== request.stack) return violated('taken', data);
    const neighbour = configuration.byAddress.get(holder.path);
    if (neighbour === undefined) return violated('taken', data);
    // The plan keeps the record of what is declared no more, and of nothing else that holds a service.
    return neighbour.change?.kind === 'read'
      ? violated('renamed', { service, path: holder.path })
      : violated('neighbour', { ...data, path: holder.path });
  },
});

/** A fork of itself: its own rule tells, and does not advise to terminate the source. */
const isItsSource = ({ project, service }: ServiceFacts, sourceName: Subject['sourceName']): boolean =>
  sourceName?.project.known === true &&
  sourceName.service.known &&
  sourceName.project.value === project &&
  sourceName.service.value === service;

/** A plan makes a service anew that is there as it is declared, and no fork is asked for: nothing but a block `import` may be missing. */
const isPlannedAlike = ({ request, isFork }: Subject, { type, plan, cloud, lineage, origin }: ServiceFacts): boolean =>
  request.change?.kind === 'create' &&
  request.carried?.by !== 'local-exec' &&
  !isFork &&
  !lineage &&
  !origin &&
  isKnownAs(request.serviceType, type) &&
  isKnownAs(request.plan, plan) &&
  isKnownAs(request.cloud, cloud);

const isKnownAs = (fact: Fact<string | undefined>, value: string): boolean => fact.known && fact.value === value;

const describe = ({ type, plan, cloud, lineage, origin }: ServiceFacts): string => {
  const made = lineage ? `a fork of ${lineage.sourceProject}/${lineage.sourceService}` : 'not a fork';
  const by = origin ? `made by ${origin.path} of stack ${origin.stack}` : 'made outside of any configuration';
  // What nobody publishes is left out.
  const told = [...(lineage === undefined ? [] : [made]), ...(origin === undefined ? [] : [by])];
  return [`${type} ${plan} in ${cloud}`, ...told].join(', ');
};
