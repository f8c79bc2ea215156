import { drawFrom } from '../../simulation/draw';

/** Visits what a walk visits, in an order that nobody is promised; odd: all at once. */
export const visit = async <T>(nodes: readonly T[], order: number, work: (node: T) => Promise<void>): Promise<void> => {
  const draw = drawFrom(order);
  const keyed = nodes.map((node) => ({ node, key: draw.between(0, 1_000_000) })).sort((a, b) => a.key - b.key);
  if (order % 2 === 1) await Promise.all(keyed.map(({ node }) => work(node)));
  else for (const { node } of keyed) await work(node);
};
