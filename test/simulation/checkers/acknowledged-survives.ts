import { tokenOf } from '../observation';
import type { Checker } from '../observation';

/** What was acknowledged is in the log, and what was refused is not. */
export const acknowledgedSurvives: Checker = ({ log, acknowledged, refused }) => {
  const tokens = new Set(log.map(tokenOf));
  const lost = [...acknowledged].find((token) => !tokens.has(token));
  if (lost !== undefined) return `${lost} was acknowledged, and is lost`;
  const strange = [...refused].find((token) => tokens.has(token) && !acknowledged.has(token));
  return strange === undefined ? undefined : `${strange} was refused, and is in the log`;
};
