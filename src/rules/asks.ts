import { sourceKeyNames, type PredictionAsks } from '../domain';
import type { Rule } from './rule';

/** Either names the source of a fork. */
export const sourceKeys = sourceKeyNames.map((key) => `user_config.${key}` as const);

/** What a request must ask for, that a rule can have something against it: as it says, else the setting that it is about. Never throws. */
export const asksOf = ({ asks, attribute }: Pick<Rule, 'asks' | 'attribute'>): PredictionAsks | undefined => {
  if (asks !== undefined || !attribute.startsWith('user_config.')) return asks;
  return { any: attribute === sourceKeys[0] ? sourceKeys : [attribute] };
};
