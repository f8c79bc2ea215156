import type { Facts } from '../domain';

/**
 * Whether a cloud is down, as far as the facts tell. Where they tell of no outages, a rule is asked besides what it would say if it were.
 */
export const isDown = (cloud: string, facts: Facts | undefined): boolean => facts?.outages?.includes(cloud) === true;
