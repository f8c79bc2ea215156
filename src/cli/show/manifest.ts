import * as z from 'zod/mini';
import { type JsonObject, printableValue } from '../../domain';

const entries = z.array(z.looseObject({ item: z.string(), names: z.array(z.string()) }));
const manifestShape = z.looseObject({
  copied: entries,
  not_copied: z.optional(entries),
  notCopied: z.optional(entries),
  returned: z.optional(entries),
});

/** What a fork copied from its source, and what it did not; undefined when the answer has no such shape. */
export const manifestText = (manifest: JsonObject): string | undefined => {
  const parsed = manifestShape.safeParse(manifest);
  if (!parsed.success) return undefined;
  const left = parsed.data.not_copied ?? parsed.data.notCopied ?? [];
  return [
    ...parsed.data.copied.map((entry) => line('copied', entry)),
    ...(left.length === 0 ? ['nothing was left out'] : left.map((entry) => line('not copied', entry))),
    ...(parsed.data.returned ?? []).map((entry) => line('comes back', entry)),
  ].join('\n');
};

const line = (what: string, { item, names }: { readonly item: string; readonly names: readonly string[] }): string =>
  `${what.padEnd(10)}  ${item.replaceAll('-', ' ').padEnd(16)}  ${names.length === 0 ? '-' : names.map(printableValue).join(', ')}`;
