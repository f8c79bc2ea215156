import type { ServiceRequest, StaticAddress } from '../../domain';
import { providerSource } from '../cite';
import { requestKey } from '../configuration';
import { isVendorResource } from '../reader';
import { defineRule } from '../rule';
import type { Subject } from '../subject';
import { notApplicable, pass, undecided, violated, type Verdict } from '../verdict';

type Message = 'shared' | 'held' | 'other-cloud' | 'other-project' | 'not-ready';

/** Rule 68: a static address serves one service, in its own cloud. */
export const staticIpUnusable = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Static address cannot serve this service',
  why: 'A static address belongs to one cloud and serves one service. A fork that is given those of its source cannot be made.',
  attribute: 'static_ips',
  sources: [providerSource('CustomizeDiff of static_ips'), providerSource('static IP states')],
  predicts: ['static_ip_unusable'],
  messages: {
    shared: {
      detail: 'The static address {ip} is given to {other} too.',
      remedy: 'Declare a static address of its own for each service.',
    },
    held: {
      detail: 'The static address {ip} ({address}) is assigned to the service {holder}.',
      remedy: 'Declare another static address for this service.',
    },
    'other-cloud': {
      detail: 'The static address {ip} ({address}) is in {ipCloud}, and this service is in {cloud}.',
      remedy: 'Declare a static address in {cloud}.',
    },
    'other-project': {
      detail: 'The static address {ip} ({address}) is of project {ipProject}, and this service is in {project}.',
      remedy: 'Declare a static address in project {project}.',
    },
    'not-ready': {
      detail:
        'The static address {ip} ({address}) is in the state {state}; only one that is created or available can be used.',
      remedy: 'Wait until it is created, or choose another one.',
    },
  },
  check: (subject) => {
    const { staticIps, address } = subject.request;
    if (!staticIps.known) return judgeReferred(subject) ?? undecided(`static_ips of ${address}`);
    if (staticIps.value.length === 0) return notApplicable;
    for (const ip of staticIps.value) {
      const other = rivalFor(subject, ip);
      if (other !== undefined) return violated('shared', { ip, other: other.address });
      const verdict = judgeAddress(
        subject,
        subject.request.staticAddresses?.find(({ id }) => id === ip),
      );
      if (verdict !== undefined) return verdict;
    }
    return unseen(subject.request) ?? pass;
  },
});

/** Facts tell of no addresses: of those that the same plan does not make, only the registry knows. */
const unseen = (request: ServiceRequest): Verdict<Message> | undefined => {
  if (isVendorResource(request) || !request.staticIps.known) return undefined;
  const told = new Set(request.staticAddresses?.map(({ id }) => id));
  const other = request.staticIps.value.find((ip) => !told.has(ip));
  return other === undefined ? undefined : undecided(`static address ${other}`);
};

const rivalFor = ({ request, configuration }: Subject, ip: string): ServiceRequest | undefined => {
  const key = requestKey(request);
  return configuration.withStaticIp
    .get(ip)
    ?.find((other) => other !== request && (key === undefined || requestKey(other) !== key));
};

/** Addresses whose ids are decided at apply, as the plan that makes them knows them; undefined: it does not tell. */
const judgeReferred = (subject: Subject): Verdict<Message> | undefined => {
  const { staticAddresses = [] } = subject.request;
  const verdicts = staticAddresses.map((known) => judgeAddress(subject, known));
  // A reference may mean some of them only.
  const [first] = verdicts;
  if (staticAddresses.length === 0 || !verdicts.every((verdict) => verdict?.kind === first?.kind)) return undefined;
  return first ?? (subject.cloud.known ? pass : undefined);
};

const judgeAddress = ({ request, cloud }: Subject, known: StaticAddress | undefined): Verdict<Message> | undefined => {
  if (known === undefined) return undefined;
  const about = { ip: known.id ?? 'to be made', address: known.address };
  const own = request.serviceName.known ? request.serviceName.value : undefined;
  if (known.heldBy !== undefined && own !== undefined && known.heldBy !== own)
    return violated('held', { ...about, holder: known.heldBy });
  if (known.cloud !== undefined && cloud.known && known.cloud !== cloud.value)
    return violated('other-cloud', { ...about, ipCloud: known.cloud, cloud: cloud.value });
  const { project } = request;
  if (known.project !== undefined && project.known && known.project !== project.value)
    return violated('other-project', { ...about, ipProject: known.project, project: project.value });
  const { state } = known;
  if (state === undefined || ['created', 'available', 'assigned'].includes(state)) return undefined;
  return violated('not-ready', { ...about, state });
};
