import type { Argument } from 'commander';
import { Command } from 'commander';
import type { CommandDefinition, Context, ExitCode, Result } from './command';
import { commands, groups } from './commands/list';
import type { Inputs, Typed } from './inputs';
import { collectInputs } from './inputs';
import { exitCodeMeanings, firstSteps } from './help';

/** What a parsed line asked for: the command, and the flags that every command has. */
export interface Call {
  readonly run: (context: Context) => Promise<Result>;
  readonly format: Typed<string | undefined>;
  readonly registry: Typed<string | undefined>;
  readonly project: Typed<string | undefined>;
}

/** Where commander writes, and how wide. */
interface ProgramOutput {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly columns: number;
}

/**
 * The whole program, from the list of commands. Parsing a line calls `called` with what it asked for, and runs nothing. For one
 * line, only the commands that it may run or show are declared; the others are no more than their names.
 */
export const buildProgram = (
  version: string,
  output: ProgramOutput,
  called: (call: Call) => void,
  line?: readonly string[],
): Command => {
  const program = configured(new Command('forkcast'), output)
    .description(
      'Tells you, before you apply, whether a fork of a managed database service will work, what it will ' +
        'contain and until when that stays true; then makes the fork.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText('after', firstSteps);
  const parents = new Map([['', program]]);
  for (const group of groups) {
    const { around, word } = splitName(group.name);
    const parent = parents.get(around)?.command(word);
    if (parent === undefined) continue;
    configured(parent, output).summary(group.summary).description(sentence(group.summary)).helpCommand(false);
    parents.set(group.name, parent);
  }
  const asked = new Set(line === undefined ? commands : listAsked(line));
  for (const definition of commands) {
    const { around, word } = splitName(definition.name);
    const parent = parents.get(around);
    if (parent && asked.has(definition)) addCommand(parent, definition, word, output, called);
    else parent?.command(word);
  }
  return program;
};

/** The commands whose words a line has; all of them where it has those of none, or asks for help, which lists many. */
const listAsked = (line: readonly string[]): readonly CommandDefinition[] => {
  const named = commands.filter(({ name }) => name.split(' ').every((word) => line.includes(word)));
  return named.length === 0 || line.some((word) => /^(help$|--help|-\w*h)/.test(word)) ? commands : named;
};

/** The last word of a name, and the group that the words before it name. */
const splitName = (name: string): { readonly around: string; readonly word: string } => {
  const words = name.split(' ');
  return { around: words.slice(0, -1).join(' '), word: words.at(-1) ?? '' };
};

const configured = (command: Command, { out, err, columns }: ProgramOutput): Command =>
  command
    .exitOverride()
    .allowExcessArguments(false)
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: out,
      writeErr: err,
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({
      sortSubcommands: false,
      sortOptions: false,
      subcommandTerm: (sub) => [sub.name(), ...sub.registeredArguments.map(argumentTerm)].join(' '),
    });

/** Flags are left to a command's own help. */
const argumentTerm = (argument: Argument): string => {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

const addCommand = (
  parent: Command,
  definition: CommandDefinition,
  word: string,
  output: ProgramOutput,
  called: (call: Call) => void,
): void => {
  const command = configured(parent.command(word), output)
    .summary(definition.summary)
    .description([sentence(definition.summary), definition.about].filter((part) => part !== undefined).join('\n\n'))
    .addHelpText('after', () => lastHelp(definition));
  const inputs = collectInputs(command);
  const run = definition.declare(inputs);
  const common = commonInputs(inputs, definition);
  command.action(() => called({ run, ...common }));
};

const commonInputs = (
  inputs: Inputs,
  { place, formats = [] }: Pick<CommandDefinition, 'place' | 'formats'>,
): Omit<Call, 'run'> => {
  const absent = (): undefined => undefined;
  return {
    project:
      place === 'project'
        ? inputs.text(
            '--project <name>',
            "the project (default: $FORKCAST_PROJECT, else the registry's only one, else demo)",
          )
        : absent,
    registry:
      place === 'none'
        ? absent
        : inputs.text(
            '--registry <where>',
            'sqlite:PATH, http://HOST:PORT or facts:PATH (default: $FORKCAST_REGISTRY, else sqlite:.forkcast/registry.db)',
          ),
    format: inputs.choice('--format <format>', 'for people or for programs', ['text', 'json', ...formats]),
  };
};

const sentence = (summary: string): string => `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;

const lastHelp = (definition: CommandDefinition): string => {
  const examples = Object.entries(definition.examples).flatMap(([run, does]) => [`  ${run}`, `      ${does}`]);
  const codes: readonly ExitCode[] = [0, 1, 2, 3, 70];
  const meanings = codes.flatMap((code) => {
    const meaning = definition.exitCodes?.[code] ?? exitCodeMeanings[code];
    return [`  ${String(code).padEnd(3)} ${meaning}`];
  });
  return ['', 'Examples:', ...examples, '', 'Exit codes:', ...meanings].join('\n');
};
