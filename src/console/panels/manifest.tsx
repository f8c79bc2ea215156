import type { JsonObject } from '../../domain';
import { Sign } from '../icons';

const groups = [
  ['copied', 'good', 'Comes along'],
  ['not_copied', 'careful', 'Does not come along'],
  ['returned', 'good', 'Comes back with it'],
] as const;

/** What of its source a fork has, and what it has not: an entry each of a list of verdicts. */
export const ManifestEntries = ({ manifest }: { readonly manifest: JsonObject }) => (
  <>
    {groups.map(([key, sign, title]) => {
      const kinds = manifest[key];
      return (
        Array.isArray(kinds) &&
        kinds.length > 0 && (
          <li key={key}>
            <Sign kind={sign} />
            <div>
              {title}
              {kinds.map((kind, index) => (
                <p key={index} class="why">
                  {writeKind(kind)}
                </p>
              ))}
            </div>
          </li>
        )
      );
    })}
  </>
);

/** `service users: api, avnadmin` */
const writeKind = (kind: unknown): string => {
  if (typeof kind !== 'object' || kind === null || !('item' in kind)) return String(kind);
  const item = String(kind.item).replaceAll('-', ' ');
  return 'names' in kind && Array.isArray(kind.names) ? `${item}: ${kind.names.join(', ')}` : item;
};
