import { given } from '../../domain';
import type { ProjectEvent } from '../events';
import type { ProjectState } from '../state';
import { refuse } from './decision';
import type { DecideContext, Objection } from './decision';

/** Objects to another name of a project that holds anything: its log, and what points at it, are kept by its name. */
export const checkRename = (context: DecideContext, { name }: ProjectState, asked: string): Objection => {
  const held = [
    ...context.liveServices(name).map((service) => `service ${service}`),
    ...context.endpoints(name).map((endpoint) => `endpoint ${endpoint.name}`),
    ...context.records(name).map(({ id }) => `address ${id}`),
  ];
  return held.length === 0
    ? undefined
    : refuse(
        'operation_not_simulated',
        `The registry renames a project only while it is empty, but project_name ${asked.slice(0, 80)} was asked of ${name},` +
          ` which has ${held[0] ?? ''}. Leave it out.`,
      );
};

/** Objects to another organization of a project with a free service, which counts in its organization. */
export const checkMove = (context: DecideContext, { name }: ProjectState, asked: string): Objection => {
  const free = context
    .liveServices(name)
    .find((service) => context.service({ project: name, service })?.plan.tier === 'free');
  return free === undefined
    ? undefined
    : refuse(
        'operation_not_simulated',
        `The registry moves no project with a service on a free plan, but account_id ${asked.slice(0, 80)} was asked of ${name},` +
          ` which has ${free}. Leave it out.`,
      );
};

/** A project under another name: the one of the old name ends, and nothing that it held is lost, for it held nothing. */
export const renamed = (state: ProjectState, project: string): readonly ProjectEvent[] => {
  const { name, organization, defaultCloud, tags, techEmails, billingGroup, basePort } = state;
  const told = given({ tags, techEmails, billingGroup, basePort });
  return [
    { type: 'ProjectDeleted', project: name },
    { type: 'ProjectCreated', project, organization, defaultCloud, ...told },
  ];
};

/** What ends with a project: it would come back with the next one of its name. */
export const emptied = (context: DecideContext, project: string): readonly ProjectEvent[] => [
  ...context.endpoints(project).map((endpoint) => ({ type: 'EndpointDeleted' as const, project, endpoint })),
  ...context.records(project).map(({ kind, id, value }) => {
    const record = { kind, id, value };
    return { type: 'RecordDropped' as const, project, record };
  }),
];
