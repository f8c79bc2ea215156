import type { ServiceEvent } from './events';

/** Bytes that a row takes beside its key and value: our inference, about what PostgreSQL needs. */
const overheadBytes = 64;

/** Bytes of one generated row: its key, its value and the overhead. */
const generatedRowBytes = 1_024;

/** Simulated bytes that a write adds to the service. Never throws. */
export const measureBytes = (
  event: Extract<ServiceEvent, { readonly type: 'RowWritten' | 'RowsGenerated' }>,
): number =>
  event.type === 'RowsGenerated'
    ? event.count * generatedRowBytes
    : Buffer.byteLength(event.key) + Buffer.byteLength(event.value) + overheadBytes;
