import { done } from '../command';
import { serviceCommand } from '../service-command';
import { findService } from '../find-service';
import { holderText } from '../show/owner';

/** `forkcast service takeover`. */
export const serviceTakeover = serviceCommand({
  name: 'service takeover',
  summary: 'print what takes a live service into a stack, as it is',
  about:
    'As hcl: the block import and its resource; the next apply has it. As typescript: the construct, with the same import for the ' +
    "backend 'provider'; with a local-exec backend its first apply is refused, " +
    '"forkcast service adopt --state terraform.tfstate" gives the service to the state, and the next apply has it. Changes nothing by ' +
    'itself.',
  examples: {
    'forkcast service takeover orders-fork > orders-fork.tf': 'a fork that was made by hand, into Terraform',
    'forkcast service takeover orders-fork --as typescript': 'the same as a construct',
  },
  flags: (inputs) => ({
    language: inputs.choice('--as <language>', 'hcl unless told otherwise', ['hcl', 'typescript']),
  }),
  run: async ({ context, client, project, service }, { language }) => {
    const found = await findService(client, project, service);
    if ((found.forkcast?.ownership?.owner ?? null) !== null)
      context.log(`${project}/${service} is held by ${holderText(found) ?? ''}: this takes it over from there`);
    const call = { at: { project, service }, body: null, query: null };
    const code = await client.ask('TakeoverText', call);
    return done(code[language ?? 'hcl'], { ...code });
  },
});
