/** What became of one attempt of a request: an answer, a connection that broke before one, or a refusal that comes again. */
export type Attempt =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: string | null; readonly text: string }
  | { readonly kind: 'broken' }
  | { readonly kind: 'refused' };

/** Where a request stands when its attempt was in vain. */
interface Standing {
  readonly method: string;
  /** Attempts made, this one included. */
  readonly attempts: number;
  /** Milliseconds since the first attempt began. */
  readonly spentMs: number;
  /** Milliseconds since the epoch, to read a `Retry-After` that names an instant. */
  readonly now: number;
}

/** Longest that a request and its repetitions take up before the last attempt, in milliseconds. */
const retryBudgetMs = 30_000;

const passing: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);
const mostAttempts = 6;
/** Attempts where nobody says when to come again. */
const mostUnasked = 3;
const firstPauseMs = 200;

/**
 * How long to wait before a request is sent again, in milliseconds; undefined: it is not. Only a GET is ever repeated, since anything
 * else may have been done. Where nobody says when to come again it is tried three times, after 200 and 400 ms; else up to
 * six times, after 200 ms at least, as long as the wait that is asked for ends within the budget. Never throws.
 */
export const pauseBeforeRetry = (attempt: Attempt, standing: Standing): number | undefined => {
  if (standing.method !== 'GET' || attempt.kind === 'refused') return undefined;
  if (attempt.kind === 'answered' && !passing.has(attempt.status)) return undefined;
  const asked = pauseAskedFor(attempt, standing.now);
  if (standing.attempts >= (asked === undefined ? mostUnasked : mostAttempts)) return undefined;
  const pauseMs = asked === undefined ? firstPauseMs * 2 ** (standing.attempts - 1) : Math.max(asked, firstPauseMs);
  return standing.spentMs + pauseMs <= retryBudgetMs ? pauseMs : undefined;
};

/** Milliseconds that an answer asks to wait: by its header, else, of a limit on requests, by its sentence. Never throws. */
export const pauseAskedFor = (attempt: Attempt, now: number): number | undefined => {
  if (attempt.kind !== 'answered') return undefined;
  return readRetryAfter(attempt.retryAfter, now) ?? (attempt.status === 429 ? readTryAgain(attempt.text) : undefined);
};

/** @see aiven/terraform-provider-aiven, thread 575: "Rate limit 120 exceeded - try again in 28s" */
const readTryAgain = (text: string): number | undefined => {
  const [, seconds] = /\btry again in (\d{1,9}(?:\.\d{1,9})?) ?s\b/i.exec(text) ?? [];
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1_000);
};

/** Milliseconds until the instant that a `Retry-After` names, in seconds or as a date; undefined where it is absent or neither. */
const readRetryAfter = (text: string | null, now: number): number | undefined => {
  if (text === null) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(text)) return Number(text) * 1000;
  // A date of HTTP begins with its day of the week; other texts, such as -5, are read as dates too.
  const at = /^\s*[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? undefined : at - now;
};
