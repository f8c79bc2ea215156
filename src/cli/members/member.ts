import { RequestRefusedError, type RegistryClient } from '../../api';
import type { JsonObject, JsonValue } from '../../domain';
import type { CommandDefinition, Result } from '../command';
import { done } from '../command';
import type { Inputs, Typed } from '../inputs';
import { table } from '../show/table';

/** Where a command about a member runs; `service` is empty where it is about none. */
interface Place {
  readonly client: RegistryClient;
  readonly project: string;
  readonly service: string;
}

/** Something that a service or a project has any number of, with the commands about it. */
export interface Member {
  /** The words of its commands up to the verb, such as `service database`. */
  readonly words: string;
  /** What one is called in a sentence. */
  readonly noun: string;
  readonly of: 'service' | 'project';
  /** The argument or flag that names one. */
  readonly key: (inputs: Inputs) => Typed<string>;
  /** The field of the JSON output that repeats the key. */
  readonly field: string;
  readonly commands: readonly MemberCommand[];
}

/** One command, told apart from the others of its member. */
interface Told {
  /** The last word of its name, such as `create`. */
  readonly verb: string;
  readonly summary: string;
  readonly about?: string;
  /** What stands behind its name in a line of help that can be run, and what that does. */
  readonly example: readonly [words: string, does: string];
  readonly exitCodes?: NonNullable<CommandDefinition['exitCodes']>;
  /** @default what the member is of */
  readonly of?: Member['of'];
}

interface MemberCommand extends Told {
  /** Declares what it takes behind the service. What was given is read before the registry is asked for anything. */
  readonly declare: (inputs: Inputs, member: Member) => Typed<(place: Place) => Promise<Result>>;
}

/** The commands about a member, in its order. */
export const defineCommands = (member: Member): readonly CommandDefinition[] =>
  member.commands.map(({ verb, example: [words, does], declare, of = member.of, ...told }) => {
    const name = `${member.words}-${verb}`;
    return {
      name,
      ...told,
      examples: { [`forkcast ${name} ${words}`.trimEnd()]: does },
      place: 'project',
      declare: (inputs) => {
        const service = of === 'service' ? inputs.argument('service', 'the service') : undefined;
        const given = declare(inputs, member);
        return async (context) => {
          const run = given();
          const place = {
            project: await context.project(),
            client: await context.connect(),
            service: service?.() ?? '',
          };
          const result = await run(place);
          const where = { project: place.project, ...(service === undefined ? {} : { service: place.service }) };
          return { ...result, json: { ...where, ...result.json } };
        };
      },
    };
  });

/** A command that changes the one that its key names, told as `created database reports in orders`. */
export const change = <Given, Made>({
  said,
  within = 'of',
  given: declareGiven,
  make,
  json,
  ...told
}: Told & {
  /** @default the verb in the past */
  readonly said?: string;
  readonly within?: 'in' | 'of';
  /** What it takes behind the key. */
  readonly given: (inputs: Inputs) => Typed<Given>;
  readonly make: (place: Place, key: string, given: Given) => Promise<Made>;
  /** What the JSON output has. @default the key */
  readonly json?: (made: Made) => JsonObject;
}): MemberCommand => ({
  ...told,
  declare: (inputs, { noun, key: declareKey, field, of }) => {
    const key = declareKey(inputs);
    const given = declareGiven(inputs);
    const mayBeThere = told.verb === 'create' ? ifMissing(inputs) : undefined;
    return () => {
      const [named, own, leaves] = [key(), given(), mayBeThere?.() === true];
      return async (place) => {
        const made = await unlessThere(leaves, () => make(place, named, own));
        if (made.kind === 'there')
          return done(`${noun} ${named} ${within} ${place.service} is there already`, {
            [field]: named,
            existed: true,
          });
        const text = `${said ?? `${told.verb}d`} ${noun} ${named}${of === 'service' ? ` ${within} ${place.service}` : ''}`;
        return done(text, json?.(made.value) ?? { [field]: named });
      };
    };
  },
});

/** For a change that takes nothing behind its key. */
export const nothing = (): Typed<undefined> => () => undefined;

/** A command that shows all of them: in columns under a head, or without one as lines. */
export const list = <Item>({
  read,
  none,
  head,
  row,
  json: [field, jsonOf],
  ...told
}: Omit<Told, 'verb'> & {
  readonly read: (place: Place) => Promise<readonly Item[]>;
  /** What is said where there are none. @default an empty table */
  readonly none?: string;
  readonly head?: readonly string[];
  readonly row: (item: Item) => readonly string[];
  /** The field of the JSON output, and one of them in it. */
  readonly json: readonly [field: string, jsonOf: (item: Item) => JsonValue];
}): MemberCommand => ({
  ...told,
  verb: 'list',
  declare: () => () => async (place) => {
    const items = await read(place);
    const rows = items.map(row);
    const shown = head === undefined ? rows.join('\n') : table(head, rows);
    return done(rows.length === 0 ? (none ?? shown) : shown, { [field]: items.map(jsonOf) });
  },
});

/** For what is run again and again, by Terraform or a script. */
export const ifMissing = (inputs: Inputs): Typed<boolean> =>
  inputs.flag('--if-missing', 'leave one that is there already as it is, and succeed');

type Made<Value> = { readonly kind: 'made'; readonly value: Value } | { readonly kind: 'there' };

/** Makes one. `leaves`: that it is there already is no refusal. */
export const unlessThere = async <Value>(leaves: boolean, make: () => Promise<Value>): Promise<Made<Value>> => {
  try {
    return { kind: 'made', value: await make() };
  } catch (error) {
    const isThere = error instanceof RequestRefusedError && error.refusalCode.endsWith('_already_exists');
    if (leaves && isThere) return { kind: 'there' };
    throw error;
  }
};
