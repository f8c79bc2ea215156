/** What the console's list asks for before all else. A server that asks for no token has the browser ask it beside the scripts. */
export const asksFirst = ['/v1/forkcast/changes', '/v1/forkcast/service?limit=100'] as const;
