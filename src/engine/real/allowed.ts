import type { ServiceBody, ServiceCreateBody, ServiceUpdateBody } from '../../api';
import {
  expiryTag,
  parseInstant,
  serviceKey,
  toRfc3339,
  type EpochMs,
  type Expectation,
  type ServiceId,
} from '../../domain';
import { formatDuration } from '../duration';
import { RealForkRefusedError } from './errors';
import { readOwnerTags } from './owner-tags';
import type { RealTerms } from './terms';

/** Stops what the terms do not allow to be made. @throws RealForkRefusedError */
export const checkCreate = (id: ServiceId, body: ServiceCreateBody, terms: RealTerms, now: EpochMs): void => {
  const refuse = refusing(id);
  checkProject(id, terms);
  const { service_to_fork_from: source } = body.user_config ?? {};
  if (typeof source !== 'string' || source === '')
    refuse('only forks are made at a real account, and user_config.service_to_fork_from names no source.');
  checkPlan(id, body.plan, terms);
  const end = body.tags?.[expiryTag];
  const at = parseInstant(end);
  const latest = now + terms.liveForMs;
  const bound = `an instant from now until ${toRfc3339(latest)} (live_for is ${formatDuration(terms.liveForMs)})`;
  if (end === undefined) refuse(`it has no end. Write the tag ${expiryTag} with ${bound}.`);
  if (at === undefined || at <= now || at > latest) refuse(`its tag ${expiryTag} is '${end}'; it is ${bound}.`);
};

/** Stops one more than may live at once. @throws RealForkRefusedError */
export const checkCount = (id: ServiceId, forks: readonly string[], { most }: RealTerms): void => {
  if (forks.length >= most)
    refusing(id)(
      `${most} may live at once (most), and there are ${forks.length}: ${forks.slice(0, 8).join(', ')}. End one of them first.`,
    );
};

/** Stops a change that the terms do not allow. @throws RealForkRefusedError */
export const checkUpdate = (id: ServiceId, body: ServiceUpdateBody, terms: RealTerms): void => {
  checkProject(id, terms);
  if (body.plan !== undefined) checkPlan(id, body.plan, terms);
  if (body.termination_protection === false)
    refusing(id)(
      'its termination protection is never taken off from here. Take it off with the tools of the vendor, then run again.',
    );
};

/** Whether a service is the very one that is meant: its tag and its time of creation are compared, and both have to be stated. */
export const isMeant = (id: ServiceId, found: ServiceBody, { owner, createdAt }: Expectation): boolean =>
  owner !== undefined &&
  createdAt !== undefined &&
  readOwnerTags(id, found)?.id === owner &&
  Date.parse(found.create_time) === createdAt;

/** Stops what is asked for in a project that is not named. @throws RealForkRefusedError */
export const checkProject = (id: ServiceId, { projects }: RealTerms): void => {
  if (projects.length === 0)
    refusing(id)('real accounts are read only, unless the block of the provider names the project in allow_real.');
  if (!projects.includes(id.project))
    refusing(id)(
      `project ${id.project} is none in which real forks are allowed; allow_real names ${projects.join(', ')}.`,
    );
};

const checkPlan = (id: ServiceId, plan: string | undefined, { plans }: RealTerms): void => {
  if (plan === undefined || !plans.includes(plan))
    refusing(id)(`plan ${plan ?? '(none)'} is none that a real fork may have; plans names ${plans.join(', ')}.`);
};

const refusing =
  (id: ServiceId) =>
  (why: string): never => {
    throw new RealForkRefusedError(serviceKey(id), why);
  };
