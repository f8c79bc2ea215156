import { toRfc3339, type EpochMs } from '../../domain';
import type { IntegrationSpec } from '../commands';
import { parseEnd } from '../reference';
import { serviceSteps, settleMs, type TimelineContext } from './service-steps';
import { storyCommand } from './story-command';
import { WorldFileError } from './errors';
import { storyInstantAt, spanMs } from './story-instant';
import type { StoryStep } from './story-step';
import type { TimedCommand } from './timed-command';
import type { WorldFile, WorldIntegration } from './world-file';

/** The most commands that one world may have. */
const mostCommands = 200_000;

/**
 * All commands of a world that ends at `now`, in order of time; at one instant in the order of the file.
 * @throws WorldFileError when a step lies after `now`, or there are too many
 */
export const buildTimeline = (world: WorldFile, now: EpochMs): readonly TimedCommand[] => {
  const profile = world.profile ?? 'fast';
  const services = (world.services ?? []).flatMap((service, index) => serviceSteps(service, index, { now, profile }));
  const integrations = (world.integrations ?? []).map((integration, index) =>
    integrationStep(integration, index, { now, world, profile }),
  );
  const story = (world.story ?? []).flatMap((step, index) => storySteps(step, index, now));
  const moving = [...services, ...integrations, ...story];
  const late = moving.find((step) => step.at > now);
  if (late !== undefined) {
    throw new WorldFileError(
      late.step,
      `${toRfc3339(late.at)} is after the world's now, ${toRfc3339(now)}. Give an earlier moment`,
    );
  }
  const early = moving.find((step) => step.at < 0);
  if (early !== undefined) throw new WorldFileError(early.step, 'it is before 1970. Give a later moment');
  if (moving.length > mostCommands) {
    throw new WorldFileError(
      'story',
      `it has ${moving.length} commands; at most ${mostCommands}. Generate rows less often`,
    );
  }
  const start = moving.reduce((earliest, step) => Math.min(earliest, step.at), now);
  return [...foundation(world, start), ...moving].sort((one, other) => one.at - other.at);
};

const foundation = (world: WorldFile, at: EpochMs): readonly TimedCommand[] => {
  const { plans = [], clouds = [] } = world;
  const amended = plans.length + clouds.length > 0;
  return [
    ...(amended ? [{ at, step: 'plans', command: { type: 'AmendCatalogue', plans, clouds } as const }] : []),
    ...world.organizations.map((organization, index) => ({
      at,
      step: `organizations.${index}`,
      command: { type: 'CreateOrganization', organization } as const,
    })),
    ...world.projects.map(({ name, organization, defaultCloud }, index) => ({
      at,
      step: `projects.${index}`,
      command: {
        type: 'CreateProject',
        project: name,
        organization,
        ...(defaultCloud === undefined ? {} : { defaultCloud }),
      } as const,
    })),
  ];
};

const integrationStep = (
  entry: WorldIntegration,
  index: number,
  { now, world, profile }: TimelineContext & { readonly world: WorldFile },
): TimedCommand => {
  const [source, destination] = [parseEnd(entry.source), parseEnd(entry.destination)];
  const ends = (world.services ?? []).filter(({ service }) => [entry.source, entry.destination].includes(service));
  const born = Math.max(...ends.map((service) => storyInstantAt(service.createdAt, now)), 0);
  const settled = Math.min(now, born === 0 ? now : born + settleMs[profile]);
  const integration: IntegrationSpec = {
    integrationType: entry.type,
    ...(source.kind === 'endpoint'
      ? { sourceEndpoint: source.name }
      : { sourceProject: source.project, sourceService: source.service }),
    ...(destination.kind === 'endpoint'
      ? { destinationEndpoint: destination.name }
      : { destinationProject: destination.project, destinationService: destination.service }),
  };
  const project = [source, destination].flatMap((end) => (end.kind === 'service' ? [end.project] : []))[0] ?? '';
  return {
    at: entry.at === undefined ? settled : storyInstantAt(entry.at, now),
    step: `integrations.${index}`,
    command: { type: 'CreateIntegration', project, integration },
  };
};

const storySteps = (entry: StoryStep, index: number, now: EpochMs): readonly TimedCommand[] => {
  const step = `story.${index}`;
  const at = storyInstantAt(entry.at, now);
  if (entry.do !== 'generate' || entry.every === undefined) return [{ at, step, command: storyCommand(entry, 0) }];
  const every = spanMs(entry.every);
  const until = entry.until === undefined ? now : storyInstantAt(entry.until, now);
  const times = Math.min(mostCommands + 1, Math.max(0, Math.floor((until - at) / every)) + 1);
  return Array.from({ length: times }, (_, round) => ({
    at: at + round * every,
    step,
    command: storyCommand(entry, round),
  }));
};
