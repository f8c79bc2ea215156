import { createAddress } from '../../src/console/address';

/** An address bar, and hands that rest when they are told to. */
const bar = () => {
  const written: string[] = [];
  let resting: (() => void) | undefined;
  let goBack = (): void => undefined;
  const write = createAddress({
    go: (address, how) => written.push(`${how} ${address}`),
    after: (_ms, work) => {
      resting = work;
      return () => (resting = undefined);
    },
    onGone: (work) => (goBack = work),
  });
  const rest = (): void => {
    const work = resting;
    resting = undefined;
    work?.();
  };
  return { written, write, rest, back: () => goBack() };
};

describe('createAddress', () => {
  test('what is typed is written once, when the hand rests', () => {
    const { written, write, rest } = bar();
    write('/?filter=a', 'typed');
    write('/?filter=ab', 'typed');
    expect(written).toEqual([]);
    rest();
    rest();
    expect(written).toEqual(['replace /?filter=ab']);
  });

  test('a step to another place writes what is typed first, so that back leads to it', () => {
    const { written, write, rest } = bar();
    write('/?filter=a', 'typed');
    write('/review', 'push');
    rest();
    expect(written).toEqual(['replace /?filter=a', 'push /review']);
  });

  test('another address in its place takes what is typed with it', () => {
    const { written, write, rest } = bar();
    write('/?filter=a', 'typed');
    write('/?filter=a&sort=-age', 'replace');
    rest();
    expect(written).toEqual(['replace /?filter=a&sort=-age']);
  });

  test('what is typed when the reader goes back is not written over where they go', () => {
    const { written, write, rest, back } = bar();
    write('/?filter=a', 'typed');
    back();
    rest();
    expect(written).toEqual([]);
  });
});
