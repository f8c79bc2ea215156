import {
  known,
  sourceKeyNames,
  type Fact,
  type JsonObject,
  type JsonValue,
  type LiveService,
  type ServiceRequest,
} from '../domain';
import type { Difference } from './difference';
import { sameSetting, writtenText } from './same-setting';

/** The keys that make a fork and can be set only while it is created. */
export const createOnlyForkKeys = [...sourceKeyNames, 'project_to_fork_from', 'recovery_target_time'] as const;

/** The key of the named backup: read only at creation too, though its schema does not mark it. */
export const backupKey = 'recovery_basebackup_name';

/** What "latest transaction" is called where a recovery time stands. */
export const latestTransactionText = 'the latest transaction';

/**
 * The create-only fork keys that mean something else than those a live service was made with.
 * A key that is not declared is no difference: it has done its work. Whether a service of nobody was made with the latest
 * transaction cannot be told, so that is none either. Never throws.
 * @see Terraform provider of the vendor, diff suppression of create-only keys (read 2026-11-20)
 */
export const forkKeyDifferences = (
  declared: { readonly userConfig: JsonObject; readonly latestTransaction: boolean },
  live: Pick<LiveService, 'project' | 'userConfig' | 'origin'>,
): readonly Difference[] =>
  createOnlyForkKeys.flatMap((key): readonly Difference[] => {
    const { userConfig, origin } = live;
    const isTime = key === 'recovery_target_time';
    const wantsLatest = isTime && declared.latestTransaction;
    if (wantsLatest && !origin) return [];
    const after = wantsLatest ? latestTransactionText : writtenText(declared.userConfig[key]);
    const before = isTime && origin?.latestTransaction === true ? latestTransactionText : writtenText(userConfig[key]);
    const meant = before ?? unwritten(key, live);
    if (after === undefined || (meant !== undefined && sameSetting(key, after, meant))) return [];
    return [{ what: 'fork-key', attribute: `user_config.${key}`, key, before: before ?? null, after }];
  });

/** What a key of a live fork says where it is not written: the source is of its own project, and has one name under two keys. */
const unwritten = (
  key: (typeof createOnlyForkKeys)[number],
  { project, userConfig }: Pick<LiveService, 'project' | 'userConfig'>,
): string | undefined => {
  const [source, former] = sourceKeyNames.map((name) => writtenText(userConfig[name]));
  switch (key) {
    case 'service_to_fork_from':
      return former;
    case 'pg_service_to_fork_from':
      return source;
    case 'project_to_fork_from':
      return (source ?? former) === undefined ? undefined : project;
    case 'recovery_target_time':
      return undefined;
  }
};

/**
 * The backup name and the asserted location that differ from those of a live service. Neither is create-only for the
 * registry, and neither is read after creation. What is not declared is no difference. Never throws.
 */
export const restoreDifferences = (
  declared: { readonly backupName: JsonValue | undefined; readonly from: ServiceRequest['from'] },
  { userConfig, lineage }: Pick<LiveService, 'userConfig' | 'lineage'>,
): readonly Difference[] => {
  const after = writtenText(declared.backupName);
  // What it was really restored from; the stored name can be changed afterwards, and nobody reads it.
  const before = lineage?.backupName ?? writtenText(userConfig[backupKey]);
  const { from } = declared;
  const role = lineage?.role;
  return [
    ...(after === undefined || after === before
      ? []
      : [
          {
            what: 'backup',
            attribute: `user_config.${backupKey}`,
            key: backupKey,
            before: before ?? null,
            after,
          } as const,
        ]),
    ...(from === 'any' || role === undefined || role === from
      ? []
      : [{ what: 'location', attribute: 'from', key: 'from', before: role, after: from } as const]),
  ];
};

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
