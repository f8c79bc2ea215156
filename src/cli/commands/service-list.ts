import { hostname } from 'node:os';
import type { ServiceBody } from '../../api';
import type { JsonObject } from '../../domain';
import type { CommandDefinition, Context, Result } from '../command';
import { done } from '../command';
import { UsageError } from '../errors';
import { servicePages, type ListedService } from '../list-services';
import { printJsonList } from '../show/json-list';
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
  examples: {
    'forkcast service list': 'all of them',
    'forkcast service list --all-projects': 'all of the registry',
    'forkcast service list --service-type pg': 'those of one type',
    'forkcast service list --unmanaged cdktf.out': 'forks that a stack has left behind',
    'forkcast service list --owner acme': 'what that stack holds, or the owner of that id',
    'forkcast service list --unowned': 'what nobody holds',
  },
  place: 'project',
  declare: (inputs) => {
    const all = inputs.flag('--all-projects', 'those of every project that is in reach');
    const type = inputs.text('-t, --service-type <type>', 'only this type');
    const unmanaged = inputs.text('--unmanaged <dir>', 'only what the synth output there no longer declares');
    const owner = inputs.text('--owner <owner>', 'only what this owner holds: its id, or its stack');
    const mine = inputs.flag('--mine', 'only what was made or taken over from this machine');
    const unowned = inputs.flag('--unowned', 'only what nobody holds');
    return async (context) => {
      const folder = unmanaged();
      if (all() && folder !== undefined)
        throw new UsageError('--unmanaged looks at one project: leave --all-projects out.');
      const wanted = { owner: owner(), host: mine() ? hostname() : undefined, unowned: unowned() };
      if (wanted.unowned && (wanted.owner !== undefined || wanted.host !== undefined))
        throw new UsageError('--unowned lists what nobody holds: leave --owner and --mine out, or --unowned.');
      const byOwner = wanted.owner !== undefined || wanted.host !== undefined || wanted.unowned;
      const asJson = context.format() === 'json';
      const client = await context.connect();
      const pagesIn = (name: string): Pages =>
        pagesWhere(
          servicePages(client, name, { type: type(), whole: folder !== undefined || asJson }),
          (service) => !byOwner || isHeldBy(service, wanted),
        );
      const tabled = byOwner ? holderTable : serviceTable;
      if (all()) {
        const projects = (await client.listProjects()).map(({ project_name: name }) => name);
        if (asJson) return printJsonList(context, {}, 'projects', shownProjects(projects, pagesIn));
        for (const [index, name] of projects.entries()) {
          context.terminal.out(`${index === 0 ? '' : '\n'}${context.paint.strong(name)}\n`);
          await printLines(context, tabled(), pagesIn(name));
        }
        return done('', {});
      }
      const project = await context.project();
      const pages = pagesIn(project);
      if (folder === undefined && asJson) return printJsonList(context, { project }, 'services', shownPages(pages));
      if (folder === undefined) return printLines(context, tabled(), pages);
      const { readDeclared } = await import('../declared.js');
      const found = leftBehind(readDeclared(context.terminal.cwd, folder), project, await allOf(pages));
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

type Pages = AsyncIterable<readonly ListedService[]>;

async function* pagesWhere(pages: Pages, isWanted: (service: ListedService) => boolean): Pages {
  for await (const page of pages) yield page.filter(isWanted);
}

async function* shownProjects(
  projects: readonly string[],
  pagesIn: (project: string) => Pages,
): AsyncIterable<readonly JsonObject[]> {
  for (const project of projects) yield [{ project, services: (await allOf(pagesIn(project))).map(shownService) }];
}

async function* shownPages(pages: Pages): AsyncIterable<readonly JsonObject[]> {
  for await (const page of pages) yield wholeOf(page).map(shownService);
}

const wholeOf = (page: readonly ListedService[]): readonly ServiceBody[] =>
  page.flatMap(({ service }) => service ?? []);

const allOf = async (pages: Pages): Promise<readonly ServiceBody[]> => {
  const all: ServiceBody[] = [];
  for await (const page of pages) all.push(...wholeOf(page));
  return all;
};

/** Each page stands on stdout as soon as it is there. */
const printLines = async (
  { terminal }: Context,
  lines: (services: readonly ListedService[]) => string,
  pages: Pages,
): Promise<Result> => {
  let isEmpty = true;
  for await (const page of pages) {
    if (page.length > 0) terminal.out(`${lines(page)}\n`);
    isEmpty &&= page.length === 0;
  }
  if (isEmpty) terminal.out('no services\n');
  return done('', {});
};

interface Wanted {
  readonly owner: string | undefined;
  readonly host: string | undefined;
  readonly unowned: boolean;
}

const isHeldBy = ({ ownership }: ListedService, { owner, host, unowned }: Wanted): boolean => {
  if (ownership === undefined) return false;
  const holder = ownership.owner;
  if (unowned) return holder === null;
  return (
    holder !== null &&
    (owner === undefined || holder.id === owner || holder.stack === owner) &&
    (host === undefined || holder.host === host)
  );
};
