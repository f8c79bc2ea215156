import { queryNames, type Declaration, type QueryValues } from '../../api';
import { nearestName, shown } from '../../domain';

/**
 * The parameter of a query that no path of ours answers to, said as the end of a sentence: it would filter nothing and tell nobody.
 * Undefined: there is none, or the path is the vendor's, whose clients add some to every request. Never throws.
 */
export const unknownParameter = (operation: Declaration, query: QueryValues): string | undefined => {
  if (operation.basis !== 'own') return undefined;
  const names = queryNames(operation);
  const unknown = Object.keys(query).find((name) => !names.includes(name));
  if (unknown === undefined) return undefined;
  const near = nearestName(unknown, names);
  const taken = names.length === 0 ? 'it takes no query' : `it takes ${names.join(', ')}`;
  return `takes no ${shown(unknown)} in its query; ${near === undefined ? taken : `did you mean ${near}`}`;
};
