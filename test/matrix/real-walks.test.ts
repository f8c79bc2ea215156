import { walkRealAccount } from '../provider/real-walk';

const seeds = Array.from({ length: Number(process.env['FORKCAST_SEEDS'] ?? 60) }, (_none, index) => `matrix ${index}`);

test.each(seeds)(
  'at a real account with faults, seed "%s" leaves no orphan, makes nothing twice and ends nothing of another',
  async (seed) => {
    const { story, ...end } = await walkRealAccount(seed, 14);
    expect({ seed, story, ...end }).toEqual({ seed, story, orphans: [], ended: [], unseen: [] });
  },
  120_000,
);
