import type { Fact, ServiceRequest } from '../../domain';
import { inferred, providerSource } from '../cite';
import { defineRule } from '../rule';
import { staysLive } from '../stays-live';
import { sourceChangeOf } from '../source-change';
import type { Subject } from '../subject';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 67: a private network belongs to one project and one cloud, and is not inherited. */
export const vpcNotFitting = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Private network does not fit the fork, or is missing',
  why:
    'A VPC belongs to one project and one cloud. A fork does not inherit that of its source: without one it stands on ' +
    'the public internet.',
  attribute: 'project_vpc_id',
  sources: [
    providerSource('project_vpc_id: PROJECT/VPC_ID'),
    inferred('the placement of a service is a field of its own request'),
  ],
  planOnly: 'The registry simulates no private networks, and refuses any.',
  messages: {
    format: {
      detail: 'project_vpc_id is "{vpc}", which is not of the form PROJECT/VPC_ID.',
      remedy: 'Write PROJECT/VPC_ID, such as the id of the resource that makes the VPC.',
    },
    'other-project': {
      detail: 'project_vpc_id is "{vpc}", a network of another project than {project}.',
      remedy: 'Use a VPC of project {project}, or leave project_vpc_id out.',
    },
    'other-cloud': {
      detail: 'project_vpc_id is that of {source}, which is in {sourceCloud}; this service is in {cloud}.',
      remedy: 'Use a VPC of the project in {cloud}.',
    },
    'made-elsewhere': {
      detail: 'project_vpc_id is that of {network}, which the same plan makes in {place}; this service is in {own}.',
      remedy: 'Use a VPC of {own}.',
    },
    'not-inherited': {
      severity: 'warning',
      detail: '{source} is in the private network {vpc}; its fork has none, and stands on the public internet.',
      remedy: 'Set project_vpc_id, or acknowledge this finding if that is meant.',
    },
  },
  check: (subject) => {
    const { request } = subject;
    const { projectVpcId, project, address } = request;
    const source = subject.isFork ? sourceChangeOf(subject) : undefined;
    if (!projectVpcId.known) return judgeReferred(subject) ?? undecided(`project_vpc_id of ${address}`);
    const vpc = projectVpcId.value;
    if (vpc === undefined) return inheritance(subject, source);
    const [owner, id, ...rest] = vpc.split('/');
    if (!owner || !id || rest.length > 0) return violated('format', { vpc });
    if (!project.known) return undecided(`project of ${address}`);
    if (owner !== project.value) return violated('other-project', { vpc, project: project.value });
    if (source === undefined || !isSame(source.projectVpcId, vpc)) return pass;
    const clouds = [source.cloud, request.cloud].map((cloud) => (cloud.known ? cloud.value : undefined));
    const [sourceCloud, cloud] = clouds;
    if (sourceCloud === undefined || cloud === undefined || sourceCloud === cloud) return pass;
    return violated('other-cloud', { source: source.address, sourceCloud, cloud });
  },
});

/** A network whose id is decided at apply, as the plan that makes it knows it; undefined: it does not tell. */
const judgeReferred = ({ request, cloud }: Subject) => {
  const { privateNetworks = [], project } = request;
  const [first] = privateNetworks;
  if (first === undefined) return undefined;
  const own = [project.known ? project.value : undefined, cloud.known ? cloud.value : undefined];
  const faults = privateNetworks.map(({ project: owner, cloud: place }) =>
    [owner, place].findIndex((part, at) => part !== undefined && own[at] !== undefined && part !== own[at]),
  );
  const isSure = privateNetworks.every(({ cloud: place }) => place !== undefined) && !own.includes(undefined);
  if (faults.every((fault) => fault < 0)) return isSure ? pass : undefined;
  // One of several: which one, a plan does not tell.
  if (faults.some((fault) => fault < 0)) return undefined;
  const word = faults[0] === 0 ? 'project ' : '';
  const [place, mine] = faults[0] === 0 ? [first.project, own[0]] : [first.cloud, own[1]];
  return violated('made-elsewhere' as const, {
    network: first.address,
    place: `${word}${place ?? ''}`,
    own: `${word}${mine ?? ''}`,
  });
};

const inheritance = (subject: Subject, source: ServiceRequest | undefined) => {
  if (source === undefined || staysLive(subject)) return notApplicable;
  const { projectVpcId, address } = source;
  if (!projectVpcId.known) return undecided(`project_vpc_id of ${address}`);
  return projectVpcId.value === undefined
    ? pass
    : violated('not-inherited' as const, { source: address, vpc: projectVpcId.value });
};

const isSame = (fact: Fact<string | undefined>, value: string): boolean => fact.known && fact.value === value;
