import { useState } from 'preact/hooks';
import { useApp } from '../app';
import { explainTrouble, type Trouble } from '../trouble';

/** Something that is done once, with what came of it. */
export interface Act {
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  readonly run: (work: () => Promise<void>) => void;
}

/** Does one thing at a time. What was typed stays when it fails; afterwards everything is asked for again. */
export const useAct = (): Act => {
  const { live } = useApp();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const run = (work: () => Promise<void>): void => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    work()
      .then(() => void (live.tick.value += 1))
      .catch((error: unknown) => setTrouble(explainTrouble(error)))
      .finally(() => setBusy(false));
  };
  return { busy, trouble, run };
};
