import { oneATurn } from '../../../src/registry/http/server/one-a-turn';

test('of work that is deferred at once, or by other work, one piece runs in each turn, in order', () => {
  const turns: (() => void)[] = [];
  const defer = oneATurn((work) => void turns.push(work));
  const done: string[] = [];
  const work = (name: string, then?: () => void) => () => {
    done.push(name);
    then?.();
  };
  defer(work('a', () => defer(work('d'))));
  defer(work('b'));
  defer(work('c'));
  const seen: string[] = [];
  while (turns.length > 0) {
    expect(turns).toHaveLength(1);
    turns.shift()?.();
    seen.push(done.join(''));
  }
  expect(seen).toEqual(['a', 'ab', 'abc', 'abcd']);
  defer(work('e'));
  turns.shift()?.();
  expect([done.join(''), turns]).toEqual(['abcde', []]);
});
