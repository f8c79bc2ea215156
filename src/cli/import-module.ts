/**
 * Loads a module of either kind by its address. A file of its own in what is delivered: code that comes from V8's cache, as the
 * program beside it does, cannot import in Node 20.
 */
export const importModule = (url: string): Promise<unknown> => import(url);
