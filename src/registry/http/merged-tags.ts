/** Tags with changes laid over them; null takes a tag away. */
export const mergedTags = (
  before: Readonly<Record<string, string>>,
  changed: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries({ ...before, ...changed }).flatMap(([key, value]) =>
      value === null ? [] : [[key, value] as const],
    ),
  );
