import type { BackupFacts } from './facts';
import { instantOf } from './instant-text';

/** A snapshot whose plain backups were taken out, and those by the place of their service. */
export interface BackupsAside {
  /** The same JSON, with no backups where they were taken out. */
  readonly rest: unknown;
  readonly backups: readonly (readonly BackupFacts[] | undefined)[];
}

/** Takes the plain backups out of the JSON of a snapshot, whatever else that holds. Changes nothing of it. Never throws. */
export const setBackupsAside = (json: unknown): BackupsAside => {
  if (!isFields(json) || !Array.isArray(json['services'])) return { rest: json, backups: [] };
  const services: readonly unknown[] = json['services'];
  const backups = services.map((service) => (isFields(service) ? plainBackups(service['backups']) : undefined));
  const rest = services.map((service, index) =>
    isFields(service) && backups[index] !== undefined ? { ...service, backups: [] } : service,
  );
  return { rest: { ...json, services: rest }, backups };
};

/**
 * The backups of one service of a snapshot file, when each of them is plainly right: a snapshot has tens of thousands, and
 * the schema takes ten times as long for each. Undefined: the schema has to say what they are, or what is wrong with them.
 * It accepts only what the schema accepts. Never throws.
 */
const plainBackups = (json: unknown): readonly BackupFacts[] | undefined => {
  if (!Array.isArray(json)) return undefined;
  const backups: BackupFacts[] = [];
  for (const entry of json) {
    const backup = plainBackup(entry);
    if (backup === undefined) return undefined;
    backups.push(backup);
  }
  return backups;
};

const plainBackup = (entry: unknown): BackupFacts | undefined => {
  if (!isFields(entry)) return undefined;
  const { name, completedAt, dataSizeMb, location, series, copy } = entry;
  const at = instantOf(completedAt);
  if (at === undefined || typeof name !== 'string' || typeof location !== 'string') return undefined;
  if (typeof dataSizeMb !== 'number' || !Number.isFinite(dataSizeMb)) return undefined;
  if (series !== 'frequent' && series !== 'regular') return undefined;
  const fields = Object.keys(entry).length;
  if (copy === undefined) return fields === 5 ? { name, completedAt: at, dataSizeMb, location, series } : undefined;
  const copied = fields === 6 ? plainCopy(copy) : undefined;
  return copied && { name, completedAt: at, dataSizeMb, location, series, copy: copied };
};

const plainCopy = (entry: unknown): BackupFacts['copy'] => {
  if (!isFields(entry)) return undefined;
  const { cloud, replicatedAt, paused } = entry;
  const at = instantOf(replicatedAt);
  if (at === undefined || typeof cloud !== 'string' || typeof paused !== 'boolean') return undefined;
  return Object.keys(entry).length === 3 ? { cloud, replicatedAt: at, paused } : undefined;
};

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
