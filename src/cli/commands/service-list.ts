import { hostname } from 'node:os';
import type { ServiceBody } from '../../api';
import type { CommandDefinition } from '../command';
import { done } from '../command';
import { UsageError } from '../errors';
import { holderTable, serviceTable, shownService } from '../show/service';
import { leftBehind } from '../unmanaged';
import { table } from '../show/table';

/** `forkcast service list`. */
export const serviceList: CommandDefinition = {
  name: 'service list',
  summary: 'list the services of a project, or of all',
  about:
    'A construct that is deleted from a stack leaves its service behind, since Terraform cannot run the ' +
    'destroy command of a block that is gone. --unmanaged finds these: services that say they were declared ' +
    'by a stack and path, which the synth output in DIR no longer declares.',
  examples: [
    { run: 'forkcast service list', does: 'all of them' },
    { run: 'forkcast service list --all-projects', does: 'all of the registry' },
    { run: 'forkcast service list --service-type pg', does: 'those of one type' },
    { run: 'forkcast service list --unmanaged cdktf.out', does: 'forks that a stack has left behind' },
    { run: 'forkcast service list --owner acme', does: 'what that stack holds, or the owner of that id' },
    { run: 'forkcast service list --unowned', does: 'what nobody holds' },
  ],
  place: 'project',
  declare: (inputs) => {
    const all = inputs.flag('--all-projects', 'those of every project that is in reach');
    const type = inputs.text('-t, --service-type <type>', 'only this type');
    const unmanaged = inputs.text('--unmanaged <dir>', 'only what the synth output there no longer declares');
    const owner = inputs.text('--owner <owner>', 'only what this owner holds: its id, or its stack');
    const mine = inputs.flag('--mine', 'only what was made from this machine');
    const unowned = inputs.flag('--unowned', 'only what nobody holds');
    return async (context) => {
      const folder = unmanaged();
      if (all() && folder !== undefined)
        throw new UsageError('--unmanaged looks at one project: leave --all-projects out.');
      const wantedType = type();
      const wanted = { owner: owner(), host: mine() ? hostname() : undefined, unowned: unowned() };
      if (wanted.unowned && (wanted.owner !== undefined || wanted.host !== undefined))
        throw new UsageError('--unowned lists what nobody holds: leave --owner and --mine out, or --unowned.');
      const byOwner = wanted.owner !== undefined || wanted.host !== undefined || wanted.unowned;
      const client = await context.connect();
      const listed = async (project: string): Promise<readonly ServiceBody[]> =>
        (await client.listServices(project)).filter(
          (service) =>
            (wantedType === undefined || service.service_type === wantedType) &&
            (!byOwner || isHeldBy(service, wanted)),
        );
      const tabled = byOwner ? holderTable : serviceTable;
      if (all()) {
        const projects = (await client.listProjects()).map(({ project_name: name }) => name);
        const lists = await Promise.all(projects.map(async (name) => ({ name, services: await listed(name) })));
        return done(
          lists.map(({ name, services }) => `${context.paint.strong(name)}\n${tabled(services)}`).join('\n\n'),
          {
            projects: lists.map(({ name, services }) => ({ project: name, services: services.map(shownService) })),
          },
        );
      }
      const project = await context.project();
      const services = await listed(project);
      if (folder === undefined) return done(tabled(services), { project, services: services.map(shownService) });
      const { readDeclared } = await import('../declared.js');
      const found = leftBehind(readDeclared(context.terminal.cwd, folder), project, services);
      return done(
        found.length === 0
          ? 'every declared service is still declared'
          : table(
              ['name', 'type', 'state', 'was declared by', 'why it is listed'],
              found.map(({ service, path, why }) => [
                service.service_name,
                service.service_type,
                service.state,
                path,
                why,
              ]),
            ),
        {
          project,
          services: found.map(({ service, path, why }) => ({ ...shownService(service), declared_by: path, why })),
        },
      );
    };
  },
};

interface Wanted {
  readonly owner: string | undefined;
  readonly host: string | undefined;
  readonly unowned: boolean;
}

const isHeldBy = ({ forkcast }: ServiceBody, { owner, host, unowned }: Wanted): boolean => {
  const ownership = forkcast?.ownership;
  if (ownership === undefined) return false;
  const holder = ownership.owner;
  if (unowned) return holder === null;
  return (
    holder !== null &&
    (owner === undefined || holder.id === owner || holder.stack === owner) &&
    (host === undefined || holder.host === host)
  );
};
