import { hostname } from 'node:os';
import { type Expectation, ownerIdPattern, serviceKey } from '../../domain';
import type { CommandDefinition, Context } from '../command';
import { done } from '../command';
import { confirm } from '../confirm';
import { UsageError } from '../errors';
import { findService } from '../find-service';
import { readText } from '../files';
import { holderText } from '../show/owner';

/** `forkcast service adopt`. */
export const serviceAdopt: CommandDefinition = {
  name: 'service adopt',
  summary: 'give a service to another owner',
  about:
    'At most one owner holds a service, and only it changes or ends it through Terraform. An apply that finds a name taken prints ' +
    'the line that takes the service over. --state gives every service of a Terraform state to that state: after the old one was ' +
    'lost, apply once, so that the new state has its ids, then adopt, then apply again. A service of the provider is taken over by an ' +
    'import block.',
  examples: {
    'forkcast service adopt demo/orders-fork --from 5f1c-old-owner --owner 9b2d-new-owner':
      'only while the old owner still holds it',
    'forkcast service adopt orders-fork --owner 9b2d-new-owner': 'shows who holds it, and asks',
    'forkcast service adopt --state terraform.tfstate': 'all services of a state',
    'forkcast service adopt --state terraform.tfstate --stack acme': 'those of them that acme holds now',
  },
  exitCodes: { 1: 'it is not as expected, or it was not confirmed' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.optionalArgument('name', 'the service, or PROJECT/NAME');
    const from = inputs.text('--from <owner>', 'who holds it now: an id, or nobody');
    const owner = inputs.text('--owner <owner>', 'the id of who holds it from now on');
    const state = inputs.text('--state <file>', 'every service that this Terraform state stands for');
    const stack = inputs.text('--stack <stack>', 'of the services of --state only those that this stack holds now');
    const force = inputs.flag('-f, --force', 'ask nothing');
    return async (context) => {
      const { ownersInState, serviceIn } = await import('../owned.js');
      const [file, service, id, label] = [state(), name(), owner(), stack()];
      if (file !== undefined) {
        if (service !== undefined || id !== undefined || from() !== undefined)
          throw new UsageError(
            '--state names its services and their owner itself: leave the name, --from and --owner out.',
          );
        const owners = ownersInState(readText(context.terminal.cwd, file), file);
        return adoptAll(
          context,
          owners.map((one) => ({ ...one, from: undefined })),
          { force: force(), stack: label },
        );
      }
      if (label !== undefined)
        throw new UsageError(
          '--stack says which services of a --state are meant: the ids of their new owners stand there, so give --state too.',
        );
      if (service === undefined) throw new UsageError('Name a service and its --owner, or a Terraform --state.');
      if (id === undefined || !ownerIdPattern.test(id))
        throw new UsageError(
          `${id === undefined ? '--owner is missing' : `--owner "${id}" is no id of an owner`}. An id has 8 to 128 letters, digits ` +
            'and any of ._:/- after the first; the line that a refused apply prints has it, and so does forkcast service get.',
        );
      const named = service.includes('/') ? '' : await context.project();
      return adoptAll(context, [{ ...serviceIn(service, named), owner: id, from: from() }], {
        force: force(),
        stack: undefined,
      });
    };
  },
};

interface Adoption {
  readonly project: string;
  readonly service: string;
  readonly owner: string;
  readonly from: string | undefined;
}

const adoptAll = async (
  context: Context,
  adoptions: readonly Adoption[],
  { force, stack }: { readonly force: boolean; readonly stack: string | undefined },
) => {
  const { adopt } = await import('../owned.js');
  const { expectSeen } = await import('../../engine/index.js');
  const client = await context.connect();
  const lines: string[] = [];
  const taken: { readonly service: string; readonly owner: string }[] = [];
  for (const { project, service, owner, from } of adoptions) {
    const found = await findService(client, project, service);
    const key = serviceKey({ project, service });
    const before = found.forkcast?.ownership?.owner;
    if (stack !== undefined && before?.stack !== stack) continue;
    if (before?.id === owner) {
      lines.push(`${key} is held by ${owner} already`);
      continue;
    }
    if (from === undefined) {
      const ask = `${key} is held by ${holderText(found) ?? 'nobody knows whom'}. Take it over? Type its name`;
      await confirm(context, { what: `Taking ${key} over`, ask, word: service, flag: '--force', given: force });
    }
    const expect: Expectation = from === undefined ? expectSeen(found) : { owner: from };
    const asker = { by: askerText(context), host: hostname() };
    const now = await adopt(client, found, { project, owner, expect, ...asker });
    lines.push(`${key} is held by ${holderText(now) ?? owner} (before: ${holderText(found) ?? 'not known'})`);
    taken.push({ service: key, owner });
  }
  return done(lines.length === 0 ? 'that stack holds none of them' : lines.join('\n'), {
    adopted: taken.map((one) => ({ ...one })),
  });
};

/** Who types, for the history of the service. */
export const askerText = ({ terminal: { env } }: Context): string =>
  `forkcast service, ${env['USER'] ?? env['LOGNAME'] ?? 'somebody'}`;
