import type { ApiResponse } from '../../../api';
import { failed, refused } from '../answer';
import { answerStorageCode } from './storage';

/** What came of making a registry anew: when it failed, the code and the words of why. */
export type ResetOutcome =
  { readonly kind: 'done' } | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** Makes a registry anew where the answer that is planned says so; `report` is told why it failed. */
export const resetServed = async (
  planned: ApiResponse | Promise<ApiResponse>,
  reset: (() => Promise<ResetOutcome>) | undefined,
  report: (trouble: unknown) => void,
): Promise<ApiResponse> => {
  const answer = await planned;
  const outcome = answer.status === 200 ? await reset?.() : undefined;
  if (outcome?.kind === 'failed') report(outcome);
  return (outcome && refuseReset(outcome)) ?? answer;
};

/** Why a registry was not made anew, for who asked for it over HTTP: no path of the server is told. Undefined: it was. */
const refuseReset = (outcome: ResetOutcome): ApiResponse | undefined => {
  if (outcome.kind === 'done') return undefined;
  switch (outcome.code) {
    case 'FC_WORLD_STEP_REFUSED':
      return refused('request_invalid', outcome.message);
    case 'FC_FILE_UNREADABLE':
      return refused('operation_not_simulated', 'This server does not know how its registry was made.');
    default:
      return (
        answerStorageCode(outcome.code) ??
        failed(500, 'internal', 'This is a bug in Forkcast: please report it, with the log of the server.')
      );
  }
};
