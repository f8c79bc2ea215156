/** The state of a service in a list, and while it is made how far it is: `REBUILDING 40 %`. Never throws. */
export const stateWords = (state: string, percent: number | null): string =>
  percent === null || state === 'RUNNING' ? state : `${state} ${Math.floor(percent)} %`;

/** Where the backups of a service go too, beside its cloud: ` → aws-eu-central-1`; '': nowhere, or it is not told. Never throws. */
export const copyWords = (region: string | null | undefined): string =>
  region === null || region === undefined ? '' : ` → ${region}`;

/** What a service follows. Never throws. */
export const replicaWords = (source: string): string => `replica of ${source}`;
