import type { FactsReader, RegistryClient } from '../api';
import type { JsonObject, RegistryLocation } from '../domain';
import type { Step } from './completion/script';
import type { Inputs } from './inputs';
import type { Paint } from './paint';
import type { Terminal } from './terminal';

/** 0 nothing to stop for, 1 error findings or a refused request, 2 usage, 3 environment, 70 a bug in Forkcast. */
export type ExitCode = 0 | 1 | 2 | 3 | 70 | 130;

/** What a command gives back; `run` prints the one that `--format` asks for, and adds `formatVersion` to the JSON. */
export interface Result {
  readonly exitCode: ExitCode;
  readonly text: string;
  readonly json: JsonObject;
  /** It stands on stdout already. */
  readonly printed?: true;
  /** Its text is a patch of files: a program takes it as it is. */
  readonly isPatch?: true;
}

/** What a command may use of the world. */
export interface Context {
  readonly terminal: Terminal;
  readonly paint: Paint;
  /** The registry that flag, environment or default name. @throws UsageError when the text names none. */
  readonly location: () => RegistryLocation;
  /** Opens that registry once; it is closed when the command ends. @throws RegistryUnreachableError when it is not there. */
  readonly connect: () => Promise<RegistryClient>;
  /** The same registry for who only asks. @throws RegistryUnreachableError when it is not there. */
  readonly reader: () => Promise<FactsReader>;
  /** The project of `--project`, else `FORKCAST_PROJECT`, else the registry's only project, else `demo`. */
  readonly project: () => Promise<string>;
  /** What `--format` asks for; `text` when it asks for nothing. */
  readonly format: () => string;
  /** Every command of the program, with what may follow it. */
  readonly steps: () => Promise<readonly Step[]>;
  /** One line of progress, on stderr. */
  readonly log: (line: string) => void;
}

/** What a command that judges may use: nothing in it changes a registry. */
export type JudgingContext = Omit<Context, 'connect'>;

/** One command of the program. */
export interface CommandDefinition {
  /** Words after `forkcast`, such as `registry init`. */
  readonly name: string;
  /** Half a sentence for lists of commands, without a full stop. */
  readonly summary: string;
  /** Sentences for its own help. */
  readonly about?: string;
  /** Lines that can be run, each with what it does. */
  readonly examples: Readonly<Record<string, string>>;
  /** What its exit codes mean where that is more than the common list. */
  readonly exitCodes?: Readonly<Partial<Record<ExitCode, string>>>;
  /** What `--format` takes besides `text` and `json`; the command then gives the result in it as `text`. */
  readonly formats?: readonly string[];
  /** `registry` adds `--registry`; `project` adds `--registry` and `--project`. */
  readonly place: 'none' | 'registry' | 'project';
  /** Declares arguments and flags, and gives back what runs once they are parsed. */
  readonly declare: (inputs: Inputs) => (context: Context) => Promise<Result>;
}

/** A command that judges, and gets nothing that could change a registry. */
export interface JudgingCommand extends CommandDefinition {
  readonly declare: (inputs: Inputs) => (context: JudgingContext) => Promise<Result>;
}

/** A result with nothing to stop for. */
export const done = (text: string, json: JsonObject): Result => ({ exitCode: 0, text, json });

/** A result of something refused or wrong: exit code 1. */
export const stopped = (text: string, json: JsonObject): Result => ({ exitCode: 1, text, json });

/** The project that is meant, and the registry that it is in. */
export const reach = async ({
  project,
  connect,
}: Context): Promise<{ readonly project: string; readonly client: RegistryClient }> => ({
  project: await project(),
  client: await connect(),
});
