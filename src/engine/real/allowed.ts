import type { SentTo, ServiceBody } from '../../api';
import {
  expiryTag,
  known,
  parseInstant,
  serviceKey,
  toRfc3339,
  type EpochMs,
  type Expectation,
  type Fact,
  type JsonValue,
  type ServiceId,
} from '../../domain';
import { formatDuration } from '../duration';
import { RealForkRefusedError } from './errors';
import { readOwnerTags } from './owner-tags';
import type { RealTerms } from './terms';

/** What is wanted of a fork, as far as it is known. Undefined: nothing is written. */
interface WantedFork {
  readonly source: Fact<JsonValue | undefined>;
  readonly plan: Fact<string | undefined>;
  readonly tags: Fact<Readonly<Record<string, string>> | undefined>;
}

/** Why the terms do not allow something, and which attribute it is about; undefined: they do, as far as it is known. */
export type WhyNot =
  | {
      readonly attribute: 'project' | 'plan' | 'tags' | 'termination_protection' | 'user_config';
      readonly why: string;
    }
  | undefined;

/** Why a fork may not be made in a project now. Never throws. */
export const whyNotMade = (project: string, fork: WantedFork, terms: RealTerms, now: EpochMs): WhyNot =>
  whyNotIn(project, terms) ??
  whyNotOf(fork.source) ??
  whyNotWith(fork.plan, terms) ??
  whyNotUntil(fork.tags, terms, now);

/** Why what is in a project may not be changed there. Never throws. */
export const whyNotIn = (project: string, { projects }: Pick<RealTerms, 'projects'>): WhyNot => {
  if (projects.includes(project)) return undefined;
  const why =
    projects.length === 0
      ? 'real accounts are read only, unless the block of the provider names the project in allow_real.'
      : `project ${project} is none in which real forks are allowed; allow_real names ${projects.join(', ')}.`;
  return { attribute: 'project', why };
};

const whyNotOf = (source: WantedFork['source']): WhyNot =>
  !source.known || (typeof source.value === 'string' && source.value !== '')
    ? undefined
    : {
        attribute: 'user_config',
        why: 'only forks are made at a real account, and user_config.service_to_fork_from names no source.',
      };

/** Why a fork may not have a plan. Never throws. */
export const whyNotWith = (plan: WantedFork['plan'], { plans }: Pick<RealTerms, 'plans'>): WhyNot =>
  !plan.known || (plan.value !== undefined && plans.includes(plan.value))
    ? undefined
    : {
        attribute: 'plan',
        why: `plan ${plan.value ?? '(none)'} is none that a real fork may have; plans names ${plans.join(', ')}.`,
      };

const whyNotUntil = (tags: WantedFork['tags'], { liveForMs }: RealTerms, now: EpochMs): WhyNot => {
  if (!tags.known) return undefined;
  const end = tags.value?.[expiryTag];
  const [at, latest] = [parseInstant(end), now + liveForMs];
  if (at !== undefined && at > now && at <= latest) return undefined;
  const bound = `an instant from now until ${toRfc3339(latest)} (live_for is ${formatDuration(liveForMs)})`;
  const why =
    end === undefined
      ? `it has no end. Write the tag ${expiryTag} with ${bound}.`
      : `its tag ${expiryTag} is '${end}'; it is ${bound}.`;
  return { attribute: 'tags', why };
};

/** Why one more fork may not live beside those that do. Never throws. */
const whyNoMore = (forks: readonly string[], { most }: Pick<RealTerms, 'most'>): WhyNot =>
  forks.length < most
    ? undefined
    : {
        attribute: 'project',
        why: `${most} may live at once (most), and there are ${forks.length}: ${forks.slice(0, 8).join(', ')}. End one of them first.`,
      };

/** Stops what the terms do not allow to be made. @throws RealForkRefusedError */
export const checkCreate = (id: ServiceId, body: SentTo<'ServiceCreate'>, terms: RealTerms, now: EpochMs): void => {
  const fork = {
    source: known(body.user_config?.['service_to_fork_from']),
    plan: known(body.plan),
    tags: known(body.tags),
  };
  refuse(id, whyNotMade(id.project, fork, terms, now));
};

/** Stops one more than may live at once. @throws RealForkRefusedError */
export const checkCount = (id: ServiceId, forks: readonly string[], terms: RealTerms): void =>
  refuse(id, whyNoMore(forks, terms));

/** Stops a change that the terms do not allow. @throws RealForkRefusedError */
export const checkUpdate = (id: ServiceId, body: SentTo<'ServiceUpdate'>, terms: RealTerms): void => {
  checkProject(id, terms);
  if (body.plan !== undefined) refuse(id, whyNotWith(known(body.plan), terms));
  if (body.termination_protection === false) throw new RealForkRefusedError(serviceKey(id), protectionStays);
};

/** What is said where protection would be taken off. */
export const protectionStays =
  'its termination protection is never taken off from here. Take it off with the tools of the vendor, then run again.';

/** Whether a service is the very one that is meant: its tag and its time of creation are compared, and both have to be stated. */
export const isMeant = (id: ServiceId, found: ServiceBody, { owner, createdAt }: Expectation): boolean =>
  owner !== undefined &&
  createdAt !== undefined &&
  readOwnerTags(id, found)?.id === owner &&
  Date.parse(found.create_time) === createdAt;

/** Stops what is asked for in a project that is not named. @throws RealForkRefusedError */
export const checkProject = (id: ServiceId, terms: RealTerms): void => refuse(id, whyNotIn(id.project, terms));

const refuse = (id: ServiceId, whyNot: WhyNot): void => {
  if (whyNot !== undefined) throw new RealForkRefusedError(serviceKey(id), whyNot.why);
};
