import { isZone } from '../../time';

/** Shown where the machine's own zone is UTC, and nobody has chosen one. */
const otherThanUtc = 'Europe/Oslo';

/** The zone that stands beside UTC at first: the machine's own, by its name. */
export const findZone = (machine: string | undefined): string =>
  machine === undefined || !isZone(machine) || /^(Etc\/)?(UTC|GMT|UCT|Zulu)$/.test(machine) ? otherThanUtc : machine;

/** The zones to choose from, UTC first. */
export const listZones = (chosen: string): readonly string[] => [
  ...new Set(['UTC', chosen, otherThanUtc, ...Intl.supportedValuesOf('timeZone')]),
];
