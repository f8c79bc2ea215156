import type { CommandDefinition } from '../command';
import { done, reach } from '../command';
import { findService } from '../find-service';
import { holderText } from '../show/owner';

/** `forkcast service takeover`. */
export const serviceTakeover: CommandDefinition = {
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
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the service');
    const language = inputs.choice('--as <language>', 'hcl unless told otherwise', ['hcl', 'typescript']);
    return async (context) => {
      const { project, client } = await reach(context);
      const service = await findService(client, project, name());
      if ((service.forkcast?.ownership?.owner ?? null) !== null)
        context.log(`${project}/${name()} is held by ${holderText(service) ?? ''}: this takes it over from there`);
      const call = { at: { project, service: name() }, body: null, query: null };
      const code = await client.ask('TakeoverText', call);
      return done(code[language() ?? 'hcl'], { project, service: name(), ...code });
    };
  },
};
