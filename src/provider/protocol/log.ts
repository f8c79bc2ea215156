/** How much a line of the log matters. */
type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';

type LogFields = Readonly<Record<string, string | number | boolean>>;

/** Writes a line to Terraform's log; shown with TF_LOG or TF_LOG_PROVIDER. Never throws. */
export type Log = (level: LogLevel, message: string, fields?: LogFields) => void;

const levels: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error'] satisfies readonly LogLevel[];

/**
 * A log in the JSON that Terraform reads from a plugin's stderr. Lines that nobody asked to see are not built:
 * `TF_LOG_PROVIDER`, else `TF_LOG`, sets the level; with neither, nothing is written.
 */
export const createLog = (
  environment: Readonly<Record<string, string | undefined>>,
  { now, write }: { readonly now: () => number; readonly write: (line: string) => void },
): Log => {
  const lowest = lowestLevel(environment['TF_LOG_PROVIDER'] || environment['TF_LOG'] || 'off');
  return (level, message, fields) => {
    if (levels.indexOf(level) >= lowest) write(logLine(level, message, fields, now()));
  };
};

/** JSON is the format, at the lowest level; a word that is no level means trace, as in Terraform. */
const lowestLevel = (asked: string): number => {
  if (/^off$/i.test(asked)) return levels.length;
  return Math.max(0, levels.indexOf(asked.toLowerCase()));
};

/** One line of the log; `nowMs` in epoch milliseconds. The fraction of the time has six digits, or Terraform takes the line as text. */
const logLine = (level: LogLevel, message: string, fields: LogFields | undefined, nowMs: number): string => {
  const timestamp = new Date(nowMs).toISOString().replace('Z', '000Z');
  const line = { '@level': level, '@message': message, '@timestamp': timestamp, '@module': 'provider' };
  return `${JSON.stringify({ ...fields, ...line })}\n`;
};
