import type { Command } from 'commander';
import type { RegistryClient } from '../api';
import type { Context, ExitCode, Result } from './command';
import type { Paint } from './paint';
import type { Call } from './program';
import type { Terminal } from './terminal';

/**
 * Runs one command line (the words after `forkcast`) and gives the exit code. Prints the result on stdout, or an error
 * on stderr and, with `--format json`, as one JSON object on stdout. Never throws.
 */
export const run = async (argv: readonly string[], outside: Terminal): Promise<ExitCode> => {
  const [{ reportProblem }, { paintFor }, { printCommands, printPatch, printingTo }] = await Promise.all([
    import('./problem.js'),
    import('./paint.js'),
    import('./printing.js'),
  ]);
  const paint = paintFor(outside);
  const terminal = printingTo(outside, { isPainted: paint.strong('-') !== '-' });
  const json = asksForJson(argv);
  try {
    const call = await parse(argv, terminal, json);
    if ('exitCode' in call) return call.exitCode;
    const result = await callWith(call, terminal, paint);
    if (result.isPatch === true && call.format() !== 'json') printPatch(outside, result.text);
    else if (call.format() === 'github') printCommands(outside, withNewline(result.text));
    else if (result.printed !== true)
      terminal.out(call.format() === 'json' ? jsonText(result) : withNewline(result.text));
    return result.exitCode;
  } catch (error) {
    return reportProblem(error, { terminal, paint, json });
  }
};

/** A line that does not parse may still say that it wants JSON. */
const asksForJson = (argv: readonly string[]): boolean =>
  argv.some((word, index) => word === '--format=json' || (word === '--format' && argv[index + 1] === 'json'));

const parse = async (
  argv: readonly string[],
  terminal: Terminal,
  json: boolean,
): Promise<Call | { readonly exitCode: ExitCode }> => {
  const [{ buildProgram }, { CommanderError }, { UsageError }, { BugError }] = await Promise.all([
    import('./program.js'),
    import('commander'),
    import('./errors.js'),
    import('../domain/index.js'),
  ]);
  let called: Call | undefined;
  let printed = '';
  const output = { out: terminal.out, err: (text: string) => (printed += text), columns: terminal.columns };
  const program = buildProgram(terminal.version, output, (call) => (called = call), argv);
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { exitCode: 0 };
    if (error.code !== 'commander.help' || json)
      throw new UsageError(`${usageMessage(error.message, printed)}\nHelp: ${helpLine(program, argv)}`);
    terminal.err(printed);
    return { exitCode: 2 };
  }
  if (called === undefined) throw new BugError('A command line was parsed, and no command was called.');
  return called;
};

/** Commander writes `error: ...` and, on lines of its own, what it thinks was meant. */
const usageMessage = (message: string, printed: string): string => {
  if (message === '(outputHelp)') return 'A command is missing.';
  const told = printed.replace(/^error: /, '').trim() || message;
  return /^unknown option '-\d/.test(told)
    ? `${told}: nothing here takes less than zero, and the clock only goes forward`
    : told;
};

/** The help of the command that the line begins with, as far as its words are known. */
const helpLine = (program: Command, argv: readonly string[]): string => {
  const words = ['forkcast'];
  let at: Command | undefined = program;
  for (const word of argv) {
    at = at.commands.find((command) => command.name() === word);
    if (at === undefined) break;
    words.push(word);
  }
  return `${words.join(' ')} --help`;
};

const callWith = async (call: Call, terminal: Terminal, paint: Paint): Promise<Result> => {
  const { connect, locate, chooseProject } = await import('./connect.js');
  let client: Promise<RegistryClient> | undefined;
  const location = () => locate(call.registry(), terminal);
  const context: Context = {
    terminal,
    paint,
    location,
    connect: () => (client ??= connect(location(), terminal)),
    reader: async () => {
      const registry = await context.connect();
      return { get: (path) => registry.get(path) };
    },
    project: async () => chooseProject(call.project(), terminal, await context.connect()),
    format: () => call.format() ?? 'text',
    steps: async () => {
      const [{ buildProgram }, { stepsOf }] = await Promise.all([
        import('./program.js'),
        import('./completion/script.js'),
      ]);
      const silent = { out: () => undefined, err: () => undefined, columns: terminal.columns };
      return stepsOf(buildProgram(terminal.version, silent, () => undefined));
    },
    log: (line) => terminal.err(`${line}\n`),
  };
  try {
    return await call.run(context);
  } catch (error) {
    const { missingServiceOf } = await import('./missing-service.js');
    throw await missingServiceOf(await causeOf(error, location), context);
  } finally {
    (await client?.catch(() => undefined))?.close();
  }
};

/** A bug may be the damage of a file: before it is called one, the registry in the file is looked through. */
const causeOf = async (error: unknown, location: Context['location']): Promise<unknown> => {
  const { ForkcastError } = await import('../domain/index.js');
  if (error instanceof ForkcastError && error.exitCode !== 70) return error;
  const { causeBehind } = await import('../registry/embedded/index.js');
  try {
    const place = location();
    return place.kind === 'sqlite' ? causeBehind(place.path, error) : error;
  } catch {
    return error;
  }
};

const jsonText = (result: Result): string => `${JSON.stringify({ formatVersion: 1, ...result.json }, null, 2)}\n`;

const withNewline = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
