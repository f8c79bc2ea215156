import { walkRealAccount } from '../provider/real-walk';

const nothing = { orphans: [], ended: [], unseen: [] };

test.each(['1', '2', '3', '4'])(
  'at a real account with faults, seed %s leaves no orphan, makes nothing twice and ends nothing of another',
  async (seed) => {
    const { story, ...end } = await walkRealAccount(seed, 8);
    expect({ seed, story, ...end }).toEqual({ seed, story, ...nothing });
  },
  60_000,
);
