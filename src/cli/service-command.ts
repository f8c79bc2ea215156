import type { RegistryClient } from '../api';
import type { CommandDefinition, Context, Result } from './command';
import { reach } from './command';
import { readAll, type Given, type Inputs, type Readers } from './inputs';

/** Where a command about one service runs. */
interface ServicePlace {
  readonly context: Context;
  readonly client: RegistryClient;
  readonly project: string;
  readonly service: string;
}

/** A command about one service, which its first argument names. Its JSON begins with the project and the service. */
export const serviceCommand = <Flags extends Readers>({
  argument: [name, about] = ['name', 'the service'],
  flags,
  run,
  ...told
}: Omit<CommandDefinition, 'place' | 'declare'> & {
  /** @default `name` */
  readonly argument?: readonly [name: string, about: string];
  /** What it takes besides, read before the registry is asked for anything. */
  readonly flags?: (inputs: Inputs) => Flags;
  readonly run: (place: ServicePlace, given: Given<Flags>) => Promise<Result>;
}): CommandDefinition => ({
  ...told,
  place: 'project',
  declare: (inputs) => {
    const named = inputs.argument(name, about);
    const readers = flags?.(inputs);
    return async (context) => {
      const given = readAll(readers);
      const place = { context, ...(await reach(context)), service: named() };
      const { json, ...result } = await run(place, given);
      return { ...result, json: { project: place.project, service: place.service, ...json } };
    };
  },
});
