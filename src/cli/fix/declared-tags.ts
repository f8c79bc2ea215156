/** A map `tags`, or a block `tag` of the vendor's. */
const places = /\b(?:tags\s*=|tag)\s*\{([^{}]*)\}/g;

/** A literal like `key = "value"`, its name with or without quotation marks. */
const literal = /(?:"([\w.-]+)"|([\w.-]+))\s*[=:]\s*"([^"$\\\n]*)"/g;

/** The tags that the text of a resource's block has as literals; what is written in another way is not seen. Never throws. */
export const tagsIn = (body: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [place, inside = ''] of body.replace(/^[ \t]*(?:#|\/\/).*$/gm, '').matchAll(places)) {
    const literals = [...inside.matchAll(literal)].map(
      ([, quoted, bare, value = '']) => [quoted ?? bare ?? '', value] as const,
    );
    if (place.startsWith('tags')) for (const [key, value] of literals) found.set(key, value);
    else {
      const { key, value } = Object.fromEntries(literals);
      if (key !== undefined && value !== undefined) found.set(key, value);
    }
  }
  return found;
};
