import { isProviderOwner } from '../../domain';
import type { CommandDefinition } from '../command';
import { done, reach } from '../command';
import { confirm } from '../confirm';
import { findService } from '../find-service';
import { holderText } from '../show/owner';

/** What Terraform does about a service that ended without it: a resource that runs commands does not look. */
const afterwards = (id: string): string =>
  isProviderOwner({ id })
    ? 'Its next plan makes it anew.'
    : 'Terraform does not notice: terraform apply -replace of its …_identity makes it anew.';

/** `forkcast service terminate`. */
export const serviceTerminate: CommandDefinition = {
  name: 'service terminate',
  summary: 'end services and what they hold',
  about:
    'Each name has to be typed again on a terminal; elsewhere -f or AIVEN_FORCE=true confirms. Forks of a terminated service live on.',
  examples: {
    'forkcast service terminate orders-fork': 'asks for the name again',
    'forkcast service terminate orders-fork orders-old -f': 'asks nothing',
  },
  exitCodes: { 1: 'the registry refused it, or it was not confirmed' },
  place: 'project',
  declare: (inputs) => {
    const names = inputs.argumentList('name', 'the services');
    const force = inputs.flag('-f, --force', 'ask nothing');
    return async (context) => {
      const { project, client } = await reach(context);
      const given = force() || context.terminal.env['AIVEN_FORCE'] === 'true';
      const { expectSeen, followersOf } = await import('../../engine/index.js');
      const found = [];
      for (const name of names()) found.push(await findService(client, project, name));
      const listed = new Set(names().map((name) => `${project}/${name}`));
      const ended: string[] = [];
      for (const service of found) {
        const { service_name: name, forkcast } = service;
        const owner = forkcast?.ownership?.owner;
        const held = owner ? ` It is held by ${holderText(service) ?? ''}.` : '';
        const left = followersOf(service, project).filter((one) => !listed.has(one));
        const alone = left.length === 0 ? '' : ` Replicas follow it, and get nothing more: ${left.join(', ')}.`;
        const next = owner ? ` ${afterwards(owner.id)}` : '';
        if (given && held + alone !== '') context.log(`${project}/${name}:${held}${next}${alone}`);
        const ask = `Terminate ${project}/${name}, with all it holds?${held}${alone} Type its name again`;
        await confirm(context, { what: `Terminating ${name}`, ask, word: name, flag: '--force', given });
        await client.deleteService(project, name, expectSeen(service));
        ended.push(name);
      }
      return done(ended.map((name) => `terminated ${project}/${name}`).join('\n'), { project, terminated: ended });
    };
  },
};
