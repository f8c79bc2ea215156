import type { CommandDefinition } from '../command';
import { done } from '../command';

/** `forkcast registry status`. */
export const registryStatus: CommandDefinition = {
  name: 'registry status',
  summary: 'show what a registry holds, and what its clock says',
  examples: [{ run: 'forkcast registry status', does: 'the registry of this folder' }],
  place: 'registry',
  declare: () => async (context) => {
    const { fields } = await import('../show/table.js');
    const { asJson } = await import('../show/service.js');
    const client = await context.connect();
    const status = await client.status();
    const projects = await client.listProjects();
    const { mode, factor } = status.clock;
    return done(
      fields([
        ['registry', client.target],
        ['now', status.now],
        ['clock', factor === null ? mode : `${mode} ${factor}`],
        ['timing', status.profile],
        ['seed', status.seed],
        ['organizations', status.organizations.join(', ')],
        ['projects', projects.map((project) => project.project_name).join(', ')],
        ['services', String(status.services)],
        ['events', String(status.events)],
        ['clouds down', status.outages.length === 0 ? 'none' : status.outages.join(', ')],
      ]),
      { registry: client.target, ...asJson(status), project_names: projects.map((project) => project.project_name) },
    );
  },
};
