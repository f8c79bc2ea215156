import type { Acknowledgement, Fact, JsonValue, ServiceId, ServiceRequest } from '../domain';
import { defaultCatalogue, parseAcknowledgementFile, sourceKeyNames, given } from '../domain';
import { followedIds, reviewOf, type Review } from '../rules';
import type { JudgingContext } from './command';
import { takeInAll } from './declared';
import { FileUnreadableError } from './errors';
import { readFacts } from './facts';
import { readText } from './files';
import type { judgingInputs } from './judging-inputs';
import { loadRules } from './load-rules';
import { meantInstant } from './meant-time';
import { policyOf } from './policy';

/** What the command line says of what is to be judged: `paths` are synth outputs, plans and states. */
export type JudgedInput = { readonly paths: readonly string[] } & ReturnType<ReturnType<typeof judgingInputs>>;

/** Judges all that the paths declare together. @throws IntakeError, FactSourceError, FileUnreadableError, UsageError */
export const judge = async (context: JudgingContext, input: JudgedInput): Promise<Review> => {
  const own = await loadRules(context.terminal.cwd, input.rules);
  const policy = policyOf(context.terminal.cwd, input.policy);
  const { requests, inputs } = takeInAll(context.terminal, input.paths, {
    source: input.source,
    read: context.location(),
  });
  const facts = await readFacts(context, { only: namedServices(requests), ...input.reading });
  if (facts === undefined)
    context.log('note: no registry was named and there is none here; rules that need one are undecided');
  const now = await meantInstant(context, input.now, context.terminal.now());
  const review = reviewOf(requests, {
    facts,
    catalogue: defaultCatalogue,
    ...given({ now, own, policy }),
    acknowledgements: readAcknowledgements(context, input.acknowledgements),
  });
  return { ...review, inputs };
};

/** The services that are judged, and what they are made from or follow; undefined: not all names are known, so all are read. */
export const namedServices = (requests: readonly ServiceRequest[]): readonly ServiceId[] | undefined => {
  const names = requests.flatMap((request) => {
    const { project, serviceName, userConfig } = request;
    const sourceProject = textOf(userConfig['project_to_fork_from']);
    const sources = sourceKeyNames.map((key) => textOf(userConfig[key])).filter((name) => name !== '');
    const own = project.known ? project.value : undefined;
    const from = sourceProject === '' ? own : sourceProject;
    return [
      own === undefined || !serviceName.known ? undefined : { project: own, service: serviceName.value },
      ...sources.map((service) =>
        from === undefined || service === undefined ? undefined : { project: from, service },
      ),
      ...followedIds(request),
    ];
  });
  return names.includes(undefined) ? undefined : names.filter((name) => name !== undefined);
};

/** Empty: not written. Undefined: not known. */
const textOf = (fact: Fact<JsonValue> = { known: true, value: '' }): string | undefined =>
  fact.known ? (typeof fact.value === 'string' ? fact.value : '') : undefined;

const readAcknowledgements = ({ terminal }: JudgingContext, file: string | undefined): readonly Acknowledgement[] => {
  if (file === undefined) return [];
  const result = parseAcknowledgementFile(readText(terminal.cwd, file), file);
  if (result.kind === 'unreadable') throw new FileUnreadableError(file, result.why);
  return result.acknowledgements;
};
