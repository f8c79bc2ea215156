import type { Plan } from './plan';

/**
 * How many clients may be connected at once to a PostgreSQL of this plan, unless its settings say otherwise.
 * @see documentation, products/postgresql/reference/pg-connection-limits (read 2026-11-27)
 */
export const maxConnections = ({ tier, memoryMbPerNode }: Plan): number => {
  if (tier === 'developer') return 15;
  if (tier === 'free') return 20;
  if (tier === 'hobbyist') return 25;
  return Math.min(Math.max(Math.floor(memoryMbPerNode / mbPerConnection), 100), 1_000);
};

const mbPerConnection = 40.96;
