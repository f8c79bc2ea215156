import { isJsonList, isJsonObject, parseDurationMs, type JsonValue } from '../domain';
import type { RealTerms } from '../engine';
import { RealTermsError } from './errors';
import {
  type Attributes,
  bool,
  isNull,
  isUnknown,
  isWhollyKnown,
  listOf,
  nested,
  number,
  type ObjectValue,
  optional,
  required,
  string,
  withoutNulls,
} from './protocol';
import { toJson } from './values';

/** What the block of the provider says of real accounts. */
export const realAttributes: Attributes = {
  allow_real: optional(
    listOf(string),
    'Projects of a real account in which forks may be made, changed and ended, by name. Without it nothing but GET is sent ' +
      'there. Needs `real_forks`.',
    { validate: [withoutNulls] },
  ),
  real_forks: optional(
    nested('single', {
      most: required(number, 'Most forks that live in these projects at once.'),
      plans: required(listOf(string), 'Plans that a fork may have.', { validate: [withoutNulls] }),
      live_for: required(
        string,
        'Longest that a fork may live, such as `24h`: each says its end in the tag `forkcast_expires`.',
      ),
      dry_run: optional(
        bool,
        'Tell the requests that an apply would send, as an error, and send none of them. Default false.',
      ),
    }),
    'What may be made at a real account, and no more.',
  ),
};

/** What the block of the provider allows at a real account. Undefined: nothing; `unknown`: not known yet. @throws RealTermsError */
export const readRealTerms = (config: ObjectValue): RealTerms | 'unknown' | undefined => {
  const [allowed = null, forks = null] = [config['allow_real'], config['real_forks']];
  if (isNull(allowed) && isNull(forks)) return undefined;
  if (isUnknown(allowed) || isUnknown(forks)) return 'unknown';
  if (isNull(forks))
    throw new RealTermsError(
      'allow_real',
      'it stands alone. Say in real_forks how many, with which plans and for how long',
    );
  if (isNull(allowed))
    throw new RealTermsError('real_forks', 'it stands alone. Name the projects in allow_real, such as ["project-a"]');
  if (!isWhollyKnown(allowed) || !isWhollyKnown(forks)) return 'unknown';
  const told = toJson(forks);
  const { most, plans, live_for: liveFor, dry_run: dryRun } = isJsonObject(told) ? told : {};
  const liveForMs = typeof liveFor === 'string' ? parseDurationMs(liveFor) : undefined;
  if (liveForMs === undefined || liveForMs <= 0)
    throw new RealTermsError('real_forks', `live_for is ${JSON.stringify(liveFor)}; it is a duration such as 24h`);
  if (typeof most !== 'number' || !Number.isInteger(most) || most < 1)
    throw new RealTermsError('real_forks', `most is ${JSON.stringify(most)}; it is a whole number from 1 on`);
  return {
    projects: textsOf(toJson(allowed), 'allow_real'),
    plans: textsOf(plans, 'real_forks', 'plans'),
    most,
    liveForMs,
    dryRun: dryRun === true,
  };
};

const textsOf = (value: JsonValue = null, attribute: string, name = attribute): readonly string[] => {
  const given = isJsonList(value) ? value : [];
  if (given.length === 0)
    throw new RealTermsError(attribute, `${name} is an empty list, so nothing would be allowed; name at least one`);
  return given.map((one) => {
    if (typeof one === 'string' && one !== '') return one;
    throw new RealTermsError(attribute, `${name} has ${JSON.stringify(one)} in it; each is a name`);
  });
};
