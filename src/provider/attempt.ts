import { ForkcastError } from '../domain';

/** What the work gives, or the other where Forkcast refuses or fails. @throws what is no error of Forkcast */
export const attempt = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ForkcastError) return otherwise;
    throw error;
  }
};
