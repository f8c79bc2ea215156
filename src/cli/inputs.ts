import type { Command } from 'commander';
import { Argument, InvalidArgumentError, Option } from 'commander';
import { endOfTime, parseDurationMs, parseRecoveryTime, parseTimeSaid, timesSaid } from '../domain';

/** Gives what was typed, once the line is parsed. */
export type Typed<T> = () => T;

/** Inputs by name. */
export type Readers = Readonly<Record<string, Typed<unknown>>>;

/** What was typed for each of them. */
export type Given<All extends Readers> = { readonly [Name in keyof All]: ReturnType<All[Name]> };

/** The same input, whose text is read further where it was given. */
export const further =
  <From, To>(reader: Typed<From | undefined>, read: (given: From) => To): Typed<To | undefined> =>
  () => {
    const given = reader();
    return given === undefined ? undefined : read(given);
  };

/** Reads all of some inputs; of none, nothing. */
export const readAll = <All extends Readers>(readers: All | undefined): Given<All> =>
  // What stands under each name is what its own reader gives.
  Object.fromEntries(Object.entries(readers ?? {}).map(([name, read]) => [name, read()])) as Given<All>;

/** What a command declares of its arguments and flags. Each gives back a reader of the parsed value. */
export interface Inputs {
  argument(name: string, description: string): Typed<string>;
  optionalArgument(name: string, description: string): Typed<string | undefined>;
  /** One or more. */
  argumentList(name: string, description: string): Typed<readonly string[]>;
  /** Any number of them. */
  optionalArgumentList(name: string, description: string): Typed<readonly string[]>;
  choiceArgument<const T extends string>(
    name: string,
    description: string,
    choices: readonly T[],
  ): Typed<T | undefined>;
  /** With a unit, or a number of seconds, as the vendor's command takes it. */
  span(flags: string, description: string): Typed<number | undefined>;
  durationArgument(name: string, description: string): Typed<number>;
  /** Any number above zero. */
  factorArgument(name: string, description: string): Typed<number | undefined>;
  flag(flags: string, description: string): Typed<boolean>;
  /** `--no-thing`: true unless it is given. */
  negatedFlag(flags: string, description: string): Typed<boolean>;
  text(flags: string, description: string): Typed<string | undefined>;
  /** Has to be given. */
  requiredText(flags: string, description: string): Typed<string>;
  /** Can be given again and again. */
  textList(flags: string, description: string): Typed<readonly string[]>;
  choice<const T extends string>(flags: string, description: string, choices: readonly T[]): Typed<T | undefined>;
  /** A whole number from 1 on. */
  count(flags: string, description: string): Typed<number | undefined>;
  /** ISO 8601, without a zone UTC, or as people say it; `meantTime` tells which instant it is. */
  time(flags: string, description: string): Typed<string | undefined>;
}

const readDuration = (text: string): number => {
  const durationMs = parseDurationMs(text);
  if (durationMs === undefined)
    throw new InvalidArgumentError('A duration is a number with ms, s, m, h, d or w, such as 3d or 90m.');
  return durationMs;
};

const readSpan = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) * 1_000 : readDuration(text));

/** The end of time is late enough for any length of time ago: that it is a time is told before a registry is asked for its now. */
const readTime = (text: string): string => {
  if ((parseRecoveryTime(text) ?? parseTimeSaid(text, endOfTime)) !== undefined) return text;
  throw new InvalidArgumentError(`A time is ISO 8601, such as 2026-11-20T08:00:00Z, or ${timesSaid}.`);
};

const readCount = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('A whole number from 1 on is needed.');
  return Number(text);
};

const readFactor = (text: string): number => {
  const factor = Number(text);
  if (text.trim() === '' || !Number.isFinite(factor) || factor <= 0) {
    throw new InvalidArgumentError('A number above zero is needed.');
  }
  return factor;
};

/** Reads a text; it may have a choice of a few. */
interface Reading<T> {
  (text: string): T;
  readonly choices?: readonly string[];
}

const parseChoice = <const T extends string>(choices: readonly T[]): Reading<T> => {
  const read = (text: string): T => {
    const found = choices.find((choice) => choice === text);
    if (found === undefined) throw new InvalidArgumentError(`Allowed: ${choices.join(', ')}.`);
    return found;
  };
  return Object.assign(read, { choices });
};

const same = (text: string): string => text;

const given =
  (reader: Typed<string | undefined>): Typed<string> =>
  () =>
    reader() ?? '';

const choicesByInput = new WeakMap<Option | Argument, readonly string[]>();

/** An option that hands over what it reads, and whose choice is kept. Of two values nobody could tell which is meant. */
const readOption = <T>(flags: string, description: string, read: Reading<T>, take: (taken: T) => T): Option => {
  let given: string | undefined;
  const option = new Option(flags, description).argParser((text) => {
    if (given !== undefined && given !== text)
      throw new InvalidArgumentError(`It is given once, and ${given} stands before.`);
    given = text;
    return take(read(text));
  });
  choicesByInput.set(option, read.choices ?? []);
  return option;
};

const readArgument = <T>(name: string, description: string, read: Reading<T>, take: (taken: T) => T): Argument => {
  const argument = new Argument(name, description).argParser((text) => take(read(text)));
  choicesByInput.set(argument, read.choices ?? []);
  return argument;
};

/** What an option or argument has a choice of; []: a text of one's own. Commander would tell choices of its own once more in the help. */
export const findChoices = (input: Option | Argument): readonly string[] => choicesByInput.get(input) ?? [];

/** The inputs of one command, declared on commander's command of it. */
export const collectInputs = (command: Command): Inputs => {
  const option = <T>(flags: string, description: string, read: Reading<T>): Typed<T | undefined> => {
    let value: T | undefined;
    command.addOption(readOption(flags, description, read, (taken) => (value = taken)));
    return () => value;
  };
  const flag = (flags: string, description: string): Typed<unknown> => {
    const declared = new Option(flags, description);
    command.addOption(declared);
    return () => {
      const value: unknown = command.getOptionValue(declared.attributeName());
      return value;
    };
  };
  const position = <T>(name: string, description: string, read: Reading<T>): Typed<T | undefined> => {
    let value: T | undefined;
    command.addArgument(readArgument(name, description, read, (taken) => (value = taken)));
    return () => value;
  };
  const list = (add: (read: (text: string) => readonly string[]) => void): Typed<readonly string[]> => {
    let values: readonly string[] = [];
    add((text) => (values = [...values, text]));
    return () => values;
  };
  return {
    argument: (name, description) => given(position(`<${name}>`, description, same)),
    optionalArgument: (name, description) => position(`[${name}]`, description, same),
    argumentList: (name, description) =>
      list((read) => command.addArgument(new Argument(`<${name}...>`, description).argParser(read))),
    optionalArgumentList: (name, description) =>
      list((read) => command.addArgument(new Argument(`[${name}...]`, description).argParser(read))),
    choiceArgument: (name, description, choices) =>
      position(`[${name}]`, `${description} (${choices.join(', ')})`, parseChoice(choices)),
    durationArgument: (name, description) => {
      const read = position(`<${name}>`, description, readDuration);
      return () => read() ?? 0;
    },
    factorArgument: (name, description) => position(`[${name}]`, description, readFactor),
    flag: (flags, description) => {
      const read = flag(flags, description);
      return () => read() === true;
    },
    negatedFlag: (flags, description) => {
      const read = flag(flags, description);
      return () => read() !== false;
    },
    text: (flags, description) => option(flags, description, same),
    requiredText: (flags, description) => {
      let value = '';
      command.addOption(readOption(flags, description, same, (text) => (value = text)).makeOptionMandatory());
      return () => value;
    },
    textList: (flags, description) => list((read) => command.addOption(new Option(flags, description).argParser(read))),
    choice: (flags, description, choices) =>
      option(flags, `${description} (${choices.join(', ')})`, parseChoice(choices)),
    span: (flags, description) => option(flags, description, readSpan),
    count: (flags, description) => option(flags, description, readCount),
    time: (flags, description) => option(flags, description, readTime),
  };
};
