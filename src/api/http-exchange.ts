/** What one exchange over HTTP may cost. */
interface ExchangeBounds {
  /** From the first byte sent to the last one read, in milliseconds. */
  readonly timeoutMs: number;
  /** Of the body, as it is after decompression. */
  readonly largestBytes: number;
}

/** The header by which a simulator of Forkcast says that it is one: a change of what it keeps costs nobody anything. */
export const simulatorHeader = 'x-forkcast-simulator';

/** An answer took, or held, more than its bounds. */
export class BoundExceededError extends Error {}

/** One answer, read to its end. */
export interface WholeAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** It comes from a simulator of Forkcast, which says so in a header of each answer. */
  readonly simulated: boolean;
  /** Of the header `Date`, in milliseconds since the epoch; absent: there is none. */
  readonly date?: number;
  readonly text: string;
}

/**
 * Sends a request and reads its whole answer within its bounds. The limit of time is a timer that is held until the end: a signal by
 * itself may be collected once the headers are in, and a body that trickles would then never end.
 * @throws BoundExceededError with the bound; what fetch throws otherwise
 */
export const fetchWithin = async (url: string, init: RequestInit, bounds: ExchangeBounds): Promise<WholeAnswer> => {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new BoundExceededError(`no answer within ${bounds.timeoutMs} ms`)),
      bounds.timeoutMs,
    );
  });
  try {
    const response = await Promise.race([fetch(url, { ...init, signal: controller.signal }), late]);
    const text = await readBody(response, late, bounds.largestBytes);
    const { status, headers } = response;
    const date = Date.parse(headers.get('date') ?? '');
    return {
      status,
      retryAfter: headers.get('retry-after'),
      simulated: headers.has(simulatorHeader),
      ...(Number.isNaN(date) ? {} : { date }),
      text,
    };
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
};

const readBody = async (response: Response, late: Promise<never>, largestBytes: number): Promise<string> => {
  const body: ReadableStream<Uint8Array> | null = response.body;
  if (body === null) return '';
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const part = await Promise.race([reader.read(), late]);
      if (part.done) return new TextDecoder().decode(Buffer.concat(parts, bytes));
      bytes += part.value.byteLength;
      if (bytes > largestBytes) throw new BoundExceededError(`the answer is larger than ${largestBytes} bytes`);
      parts.push(part.value);
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error;
  }
};
