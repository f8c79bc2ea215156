/** Second readings of names and keys, from the reference's table of the fork keys: letter by letter. */

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';

const isMadeOf = (text: string, characters: string): boolean =>
  Array.from(text).every((character) => characters.includes(character));

const isName = (text: string, longest: number): boolean =>
  text.length >= 1 && text.length <= longest && lower.includes(text.charAt(0)) && isMadeOf(text, `${lower}${digits}-`);

/** A service name: a lower-case letter, then lower-case letters, digits and hyphens; 1 to 64 characters. */
export const isServiceName = (text: string): boolean => isName(text, 64);

/** A project name: the same shape, but the schema's length limit of 63 wins over its pattern. */
export const isProjectName = (text: string): boolean => isName(text, 63);

/** `recovery_basebackup_name`: up to 128 of letters, digits, `-`, `_`, `:`, `.`, and for ClickHouse `+`. */
export const isBackupName = (text: string, type: string): boolean =>
  text.length >= 1 &&
  text.length <= 128 &&
  isMadeOf(text, `${lower}${lower.toUpperCase()}${digits}-_:.${type === 'clickhouse' ? '+' : ''}`);

/** An item of `additional_backup_regions`: up to 256 lower-case letters, digits and hyphens. */
export const isRegionName = (text: string): boolean =>
  text.length >= 1 && text.length <= 256 && isMadeOf(text, `${lower}${digits}-`);
