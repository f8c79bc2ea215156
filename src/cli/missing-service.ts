import { RequestRefusedError } from '../api';
import type { Context } from './command';
import { NoSuchServiceError } from './errors';
import { findService } from './find-service';

/**
 * An error of a command, in one sentence for a service that is not there, whichever operation of the registry was asked first: with the
 * nearest name, or with its end. Any other error stays as it is. Never throws.
 */
export const missingServiceOf = async (error: unknown, context: Context): Promise<unknown> => {
  if (!(error instanceof RequestRefusedError) || error.refusalCode !== 'service_not_found') return error;
  const [, told, project, service] =
    /^(?:Service (\S+) does not exist|Project (\S+) has no service (\S+)\. )/.exec(error.message) ?? [];
  const name = told ?? service;
  if (name === undefined) return error;
  try {
    await findService(await context.connect(), project ?? (await context.project()), name);
  } catch (missing) {
    if (missing instanceof NoSuchServiceError) return missing;
  }
  return error;
};
