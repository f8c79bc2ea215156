import type { Clock, EpochMs } from '../domain';
import type { ApiResponse } from './transport';
import type { FactsReader } from './vendor-facts';

/** A reader that asks the same question once, for a while. */
interface KeepingReader extends FactsReader {
  /** What was answered so far counts no more: something was changed. */
  readonly forget: () => void;
}

/** Answers serve for that long, moved on by their age; who asks what is being asked waits for the same answer. */
export const keepReads = (reader: FactsReader, clock: Clock, keptMs: number): KeepingReader => {
  const kept = new Map<string, { readonly at: EpochMs; readonly answer: Promise<ApiResponse> }>();
  return {
    get: async (path) => {
      const [before, now] = [kept.get(path), clock.now()];
      if (before !== undefined && now >= before.at && now - before.at < keptMs) {
        const { date, ...answer } = await before.answer;
        return { ...answer, ...(date === undefined ? {} : { date: date + now - before.at }), isKept: true };
      }
      const answer = reader.get(path);
      kept.set(path, { at: now, answer });
      answer.catch(() => kept.get(path)?.answer === answer && kept.delete(path));
      return answer;
    },
    forget: () => kept.clear(),
  };
};
