import { growLineage, type LineageBranch } from '../../src/domain';

const tree = (names: string, ...edges: readonly string[]): string => {
  const nodes = names.split('').map((name) => ({ name }));
  const links = edges.map(([source = '', fork = '']) => ({ source, fork, at: null }));
  const write = ({ node, isAgain, forks }: LineageBranch<{ readonly name: string }>): string =>
    `${node.name}${isAgain ? '*' : ''}${forks.length === 0 ? '' : `(${forks.map(write).join(' ')})`}`;
  return growLineage(nodes, links).map(write).join(' ');
};

test.each([
  ['a service stands below its source, in the order of the edges', 'abcd', ['ab', 'ad', 'bc'], 'a(b(c) d)'],
  ['one with two sources has its forks below the first alone', 'abcd', ['ac', 'bc', 'cd'], 'a(c(d)) b(c*)'],
  ['who is made of what is not known is a root, also where it comes last', 'ba', ['xa', 'ab'], 'a(b)'],
  ['a ring begins at its first, and ends there', 'abc', ['ab', 'ba', 'cc'], 'c(c*) a(b(a*))'],
  ['nothing is a tree of nothing', '', ['ab'], ''],
])('%s', (_, names, edges, written) => {
  expect(tree(names, ...edges)).toBe(written);
});
