import type { CardFork, CardPrice, CardRestore, CardService, CardSide, CardWindow, ManifestEntry } from '../../domain';
import { instantSeen, megabytesWords, secondMs } from '../../domain';
import { durationWords } from './duration-words';

/** `pg business-4 in aws-eu-central-1 (europe)`; what is not known is said so. */
export const sideWords = ({ type, plan, cloud, geoRegion }: CardSide): string => {
  const what = [type ?? 'type not known', plan ?? 'plan not known'].join(' ');
  return `${what}, ${cloud ?? 'cloud not known'}${geoRegion === null ? '' : ` (${geoRegion})`}`;
};

const standingWords: Readonly<Record<CardFork['source']['standing'], string>> = {
  live: '',
  declared: ', made in the same run',
  terminated: ', terminated',
  absent: ', not found',
  unknown: ', not read',
};

/** The source with its name: `prod/orders-pg: pg business-4, google-europe-west1 (europe)`. */
export const sourceWords = (source: CardFork['source']): string => {
  const { name, standing, type, plan, cloud } = source;
  const isBare = type === null && plan === null && cloud === null;
  return `${name ?? 'name not known'}${isBare ? '' : `: ${sideWords(source)}`}${standingWords[standing]}`;
};

/** `google-europe-west1 (primary): any instant from ... to ...`. */
export const windowWords = ({
  role,
  location,
  earliest,
  latest,
  instants,
  lagSeconds,
  backups,
  gaps,
}: CardWindow): string => {
  const where = `${location} (${role})`;
  if (earliest === null || latest === null) return `${where}: nothing can be restored`;
  const what = instants === 'any' ? 'any instant' : `${backups.length} ${backups.length === 1 ? 'backup' : 'backups'}`;
  const lag = lagSeconds === null || lagSeconds === 0 ? '' : `, ${durationWords(lagSeconds * secondMs)} behind`;
  const gap = gaps.length === 0 ? '' : `; not copied: ${gaps.map(({ from, to }) => `${from} to ${to}`).join(', ')}`;
  return `${where}: ${what} from ${earliest} to ${latest}${lag}${gap}`;
};

/** `until 2026-12-04T03:30:00Z (4 Dec 03:30 UTC, in 7 days), recovery/...`. */
export const untilWords = (validUntil: CardService['validUntil'], now: string | null): string | undefined => {
  if (validUntil === null) return undefined;
  return `${endWords(validUntil.at, now)}, ${validUntil.ruleId}`;
};

/** `until 2026-12-04T03:30:00Z (4 Dec 03:30 UTC, in 7 days)`. */
export const endWords = (at: string, now: string | null): string =>
  `until ${instantSeen(Date.parse(at), now === null ? null : Date.parse(now))}`;

/** `about 8 minutes for 18 GB`. */
export const restoreWords = ({ dataSizeMb, estimateSeconds }: CardRestore): string =>
  `about ${durationWords(estimateSeconds * secondMs)} for ${megabytesWords(dataSizeMb)} (estimate)`;

const itemWords: Readonly<Record<ManifestEntry['item'], string>> = {
  configuration: 'configuration',
  databases: 'databases',
  'service-users': 'users',
  'connection-pools': 'connection pools',
  roles: 'roles',
  grants: 'grants',
  integrations: 'integrations',
  'single-sign-on': 'single sign-on',
  tags: 'tags',
  backups: 'backups of the source',
  passwords: 'former passwords',
  'ip-filter': 'addresses that may connect',
};

/** `integrations (metrics to prod/metrics-thanos), tags (team)`. */
export const manifestWords = (entries: readonly ManifestEntry[]): string =>
  entries
    .map(({ item, names }) => (names.length === 0 ? itemWords[item] : `${itemWords[item]} (${names.join(', ')})`))
    .join(', ');

/** What the fork costs beside its source. */
export const priceWords = ({ sourceUsdPerHour, forkUsdPerHour, differenceUsdPerMonth }: CardPrice): string => {
  if (differenceUsdPerMonth === 0) return `${forkUsdPerHour} USD an hour, the same as its source`;
  const more = differenceUsdPerMonth > 0 ? 'more' : 'less';
  const month = Math.abs(differenceUsdPerMonth).toFixed(2);
  return `${forkUsdPerHour} USD an hour, ${month} USD a month ${more} than its source (${sourceUsdPerHour} USD an hour)`;
};

/** `Acknowledged (error): moving away (demo-stack, until ...)`. */
export const acknowledgedWords = (
  severity: string,
  { reason, until, scope }: { readonly reason: string; readonly until: string | null; readonly scope: string },
): string => `Acknowledged (${severity}): ${reason} (${scope}${until === null ? '' : `, until ${until}`})`;
