import type { ServiceBody } from '../../api';
import { type Expectation, serviceKey } from '../../domain';
import type { CommandDefinition } from '../command';
import { done } from '../command';
import { confirm } from '../confirm';
import { UsageError } from '../errors';
import { readText } from '../files';
import { findService } from '../find-service';
import { askerText } from './service-adopt';
import { holderText } from '../show/owner';

/** A service that is let go, and where it is. */
interface Held {
  readonly project: string;
  readonly found: ServiceBody;
}

/** `forkcast service release`. */
export const serviceRelease: CommandDefinition = {
  name: 'service release',
  summary: 'let a service go from its owner',
  about:
    'Afterwards nobody holds it: the Terraform that held it lets go of it in its next plan, and changes or ends it no more. It is ' +
    'taken over again on purpose: by an import block (provider), or with forkcast service adopt.',
  examples: {
    'forkcast service release orders-fork': 'shows who holds it, and asks',
    'forkcast service release orders-fork --from 5f1c-old-owner': 'only while that one holds it',
    'forkcast service release --stack acme -f': 'all that a stack holds in the project',
    'forkcast service release --state terraform.tfstate': 'all that a state holds',
  },
  exitCodes: { 1: 'it is not as expected, or it was not confirmed' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.optionalArgument('name', 'the service, or PROJECT/NAME');
    const from = inputs.text('--from <owner>', 'who holds it now: an id');
    const stack = inputs.text('--stack <stack>', 'every service of the project that this stack holds');
    const state = inputs.text('--state <file>', 'every service that this Terraform state holds');
    const force = inputs.flag('-f, --force', 'ask nothing');
    return async (context) => {
      const { heldInState, serviceIn } = await import('../owned.js');
      const { expectSeen } = await import('../../engine/index.js');
      const [service, label, file] = [name(), stack(), state()];
      if ([service, label, file].filter((one) => one !== undefined).length !== 1)
        throw new UsageError('Name a service, or a --stack or a --state whose services are let go: one of the three.');
      const client = await context.connect();
      const wanted = async (): Promise<readonly Held[]> => {
        if (service !== undefined) {
          const id = serviceIn(service, service.includes('/') ? '' : await context.project());
          return [{ project: id.project, found: await findService(client, id.project, id.service) }];
        }
        if (file === undefined) {
          const project = await context.project();
          const all = await client.listServices(project);
          return all
            .filter(({ forkcast }) => forkcast?.ownership?.owner?.stack === label)
            .map((found) => ({ project, found }));
        }
        const held: Held[] = [];
        for (const { project, service: own, owner } of heldInState(readText(context.terminal.cwd, file), file)) {
          const found = await client.getService(project, own);
          if (found?.forkcast?.ownership?.owner?.id === owner) held.push({ project, found });
        }
        return held;
      };
      const released: string[] = [];
      for (const { project, found: one } of await wanted()) {
        const key = serviceKey({ project, service: one.service_name });
        if (!one.forkcast?.ownership?.owner) continue;
        const given = force() || from() !== undefined;
        const ask = `${key} is held by ${holderText(one) ?? ''}. Let it go? Type its name`;
        await confirm(context, { what: `Releasing ${key}`, ask, word: one.service_name, flag: '--force', given });
        const expect: Expectation = {
          ...expectSeen(one),
          ...(from() === undefined ? {} : { owner: from() ?? '' }),
        };
        const by = askerText(context);
        await client.changeOwner(project, one.service_name, { expect, owner: null, by });
        released.push(key);
      }
      const text =
        released.length === 0 ? 'nobody holds it already' : released.map((key) => `released ${key}`).join('\n');
      return done(text, { released });
    };
  },
};
