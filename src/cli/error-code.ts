/** The code of an error of the system, such as ENOENT. Read by shape: what Node throws may come from another realm. Never throws. */
export const readErrorCode = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
