import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { shellText } from '../shell-text';
import type { WrittenService } from './written-service';

/**
 * The command line of the vendor's own program that makes a service, for an account where Forkcast's writes nothing. It has no words for
 * tags, for a location by name and for the newest transaction. Never throws.
 * @see aiven-client 4.18.0, cli.py `service__create`, `create_user_config` (read 2026-11-28)
 */
export const avnCode = ({ label, fields, settings, secrets }: WrittenService): string => {
  const { project, service_type, plan, cloud_name, disk_space_mb, termination_protection } = fields;
  const option = (name: string, value: JsonValue | undefined): readonly string[] =>
    value === undefined ? [] : [`${name} ${shellText(textOf(value))}`];
  return [
    `avn service create ${shellText(label)}`,
    ...option('--project', project),
    ...option('--service-type', service_type),
    ...option('--plan', plan),
    ...option('--cloud', cloud_name),
    // Whole GiB alone are taken.
    ...option('--disk-space-gib', disk_space_mb === undefined ? undefined : Math.ceil(Number(disk_space_mb) / 1024)),
    ...(termination_protection === true ? ['--enable-termination-protection'] : []),
    ...settingWords(settings),
    ...secrets.map(([path, variable]) => `-c ${path}="$${variable}"`),
  ].join(' ');
};

/** A value inside of another one is asked for by its path; a text stands as it is. */
const settingWords = (settings: JsonObject, path = ''): readonly string[] =>
  Object.entries(settings).flatMap(([key, value]) =>
    isJsonObject(value) ? settingWords(value, `${path}${key}.`) : [`-c ${shellText(`${path}${key}=${textOf(value)}`)}`],
  );

const textOf = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));
