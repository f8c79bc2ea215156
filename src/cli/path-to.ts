/** The path of the API that these words name, such as `project`, `demo`, `service`, `orders`. */
export const pathTo = (...parts: readonly string[]): string => `/v1/${parts.map(encodeURIComponent).join('/')}`;
