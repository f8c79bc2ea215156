import { type Expectation, serviceKey } from '../../domain';
import type { CommandDefinition } from '../command';
import { done } from '../command';
import { confirm } from '../confirm';
import { UsageError } from '../errors';
import { findService } from '../find-service';
import { askerText } from './service-adopt';
import { holderText } from '../show/owner';

/** `forkcast service release`. */
export const serviceRelease: CommandDefinition = {
  name: 'service release',
  summary: 'let a service go from its owner',
  about:
    'Afterwards nobody holds it: the Terraform that held it lets go of it in its next plan, and changes or ends it no more. It is ' +
    'taken over again on purpose: by an import block (provider), or with forkcast service adopt.',
  examples: [
    { run: 'forkcast service release orders-fork', does: 'shows who holds it, and asks' },
    { run: 'forkcast service release orders-fork --from 5f1c-old-owner', does: 'only while that one holds it' },
    { run: 'forkcast service release --stack acme -f', does: 'all that a stack holds in the project' },
  ],
  exitCodes: { 1: 'it is not as expected, or it was not confirmed' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.optionalArgument('name', 'the service, or PROJECT/NAME');
    const from = inputs.text('--from <owner>', 'who holds it now: an id');
    const stack = inputs.text('--stack <stack>', 'every service of the project that this stack holds');
    const force = inputs.flag('-f, --force', 'ask nothing');
    return async (context) => {
      const { buildExpectation, serviceIn } = await import('../owned.js');
      const [service, label] = [name(), stack()];
      if ((service === undefined) === (label === undefined))
        throw new UsageError('Name a service, or a --stack whose services are let go.');
      const client = await context.connect();
      const project = service?.includes('/') === true ? '' : await context.project();
      const id = service === undefined ? undefined : serviceIn(service, project);
      const found =
        id === undefined
          ? (await client.listServices(project)).filter(({ forkcast }) => forkcast?.ownership?.owner?.stack === label)
          : [await findService(client, id.project, id.service)];
      const released: string[] = [];
      for (const one of found) {
        const key = serviceKey({ project: id?.project ?? project, service: one.service_name });
        if (!one.forkcast?.ownership?.owner) continue;
        const given = force() || from() !== undefined;
        const ask = `${key} is held by ${holderText(one) ?? ''}. Let it go? Type its name`;
        await confirm(context, { what: `Releasing ${key}`, ask, word: one.service_name, flag: '--force', given });
        const expect: Expectation = {
          ...buildExpectation(one),
          ...(from() === undefined ? {} : { owner: from() ?? '' }),
        };
        const by = askerText(context);
        await client.changeOwner(id?.project ?? project, one.service_name, { expect, owner: null, by });
        released.push(key);
      }
      const text =
        released.length === 0 ? 'nobody holds it already' : released.map((key) => `released ${key}`).join('\n');
      return done(text, { released });
    };
  },
};
