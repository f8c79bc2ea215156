import type { OwnershipBody } from '../../api';
import { ownerText } from '../../domain';

/** A service as far as it tells whose it is. */
interface OwnedBody {
  readonly forkcast?: { readonly ownership?: OwnershipBody | undefined } | undefined;
}

/** Who holds a service, for people; undefined: the registry does not tell. */
export const holderText = ({ forkcast }: OwnedBody): string | undefined => {
  const ownership = forkcast?.ownership;
  if (ownership === undefined) return undefined;
  const { state, owner, since, by, fresh } = ownership;
  const when = `${since === null ? '' : `, since ${since}`}${by === null ? '' : `, by ${by}`}`;
  if (owner === null) return state === 'never' ? 'nobody' : `nobody: released${when}`;
  if (state === 'held') return `${ownerText(owner)}${when}`;
  return `being made by ${ownerText(owner)}${when}${fresh === true ? '' : '; its maker gives no sign of life'}`;
};
