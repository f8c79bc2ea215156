import {
  known,
  type Fact,
  type JsonObject,
  type JsonValue,
  type ServiceFacts,
  type ServiceOrigin,
  type ServiceRequest,
} from '../domain';

/** The keys that make a fork and can be set only while it is created. */
export const createOnlyForkKeys = [
  'service_to_fork_from',
  'pg_service_to_fork_from',
  'project_to_fork_from',
  'recovery_target_time',
] as const;

/** What "latest transaction" is called where a recovery time stands. */
export const latestTransactionText = 'the latest transaction';

/** One create-only key that a live service was not made with. */
export interface ForkKeyChange {
  readonly key: (typeof createOnlyForkKeys)[number];
  /** As text, the way it is declared. */
  readonly declared: string;
  /** What the service was made with; null: without this key. */
  readonly existing: string | null;
}

/** The part of a live service that tells how it was made. */
export interface MadeService {
  /** `project/service`. */
  readonly name: string;
  readonly userConfig: JsonObject;
  readonly origin: Pick<ServiceOrigin, 'latestTransaction'> | null;
  readonly lineage: ServiceFacts['lineage'];
  readonly terminationProtection: boolean;
}

/** The value as text; undefined where it counts as not written: absent, null, or the empty text. */
export const writtenText = (value: JsonValue | undefined): string | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/**
 * The create-only fork keys that differ from those a live service was made with, compared byte for byte.
 * A key that is not declared is no change: it has done its work. Whether a service of nobody was made with the latest
 * transaction cannot be told, so that is no change either. Never throws.
 * @see Terraform provider of the vendor, diff suppression of create-only keys (read 2026-11-20)
 */
export const forkKeyChanges = (
  declared: { readonly userConfig: JsonObject; readonly latestTransaction: boolean },
  existing: Pick<MadeService, 'userConfig' | 'origin'>,
): readonly ForkKeyChange[] =>
  createOnlyForkKeys.flatMap((key): readonly ForkKeyChange[] => {
    const isTime = key === 'recovery_target_time';
    const wantsLatest = isTime && declared.latestTransaction;
    if (wantsLatest && existing.origin === null) return [];
    const wanted = wantsLatest ? latestTransactionText : writtenText(declared.userConfig[key]);
    const stored = writtenText(existing.userConfig[key]);
    const made = isTime && existing.origin?.latestTransaction === true ? latestTransactionText : stored;
    return wanted === undefined || wanted === made ? [] : [{ key, declared: wanted, existing: made ?? null }];
  });

/** What chose the restored backup, and differs from what a live service was restored from. */
export interface RestoreChange {
  readonly kind: 'backup' | 'location';
  readonly declared: string;
  readonly existing: string | null;
}

/**
 * The backup name and the asserted location that differ from those of a live service. Neither is create-only for the
 * registry, and neither is read after creation. What is not declared is no change. Never throws.
 */
export const restoreChanges = (
  declared: { readonly backupName: JsonValue | undefined; readonly from: ServiceRequest['from'] },
  existing: Pick<ServiceFacts, 'userConfig' | 'lineage'>,
): readonly RestoreChange[] => {
  const wanted = writtenText(declared.backupName);
  // What it was really restored from; the stored name can be changed afterwards, and nobody reads it.
  const made = existing.lineage?.backupName ?? writtenText(existing.userConfig['recovery_basebackup_name']);
  const role = existing.lineage?.role;
  return [
    ...(wanted === undefined || wanted === made
      ? []
      : [{ kind: 'backup' as const, declared: wanted, existing: made ?? null }]),
    ...(declared.from === 'any' || role === undefined || role === declared.from
      ? []
      : [{ kind: 'location' as const, declared: declared.from, existing: role }]),
  ];
};

/** Whether a live service was made as a fork: its lineage or its keys tell. Never throws. */
export const isMadeAsFork = ({ userConfig, lineage }: Pick<ServiceFacts, 'userConfig' | 'lineage'>): boolean =>
  lineage !== null ||
  writtenText(userConfig['service_to_fork_from']) !== undefined ||
  writtenText(userConfig['pg_service_to_fork_from']) !== undefined;

/** The declared settings that are known, in plain values. */
export const knownSettings = (settings: Readonly<Record<string, Fact<JsonValue>>>): JsonObject =>
  Object.fromEntries(Object.entries(settings).flatMap(([key, fact]) => (fact.known ? [[key, fact.value]] : [])));

/** The create-only fork keys that are written, each with its value or as unknown. */
export const writtenForkKeys = (
  setting: (key: string) => Fact<JsonValue | undefined>,
): Readonly<Record<string, Fact<JsonValue>>> =>
  Object.fromEntries(
    createOnlyForkKeys.flatMap((key): readonly (readonly [string, Fact<JsonValue>])[] => {
      const fact = setting(key);
      if (!fact.known) return [[key, fact]];
      return fact.value === undefined ? [] : [[key, known(fact.value)]];
    }),
  );

/** The create-only fork keys that are declared with a value known only after apply. */
export const unknownForkKeys = (settings: Readonly<Record<string, Fact<JsonValue>>>): readonly string[] =>
  createOnlyForkKeys.filter((key) => settings[key]?.known === false);
