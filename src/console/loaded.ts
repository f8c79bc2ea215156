import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from './app';
import { explainTrouble, type Trouble } from './trouble';

/** Something of the registry: asked for, there, or not to be had. What was there once stays while it is asked for again. */
export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T; readonly trouble?: Trouble | undefined }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/** Asks for something by its key, and again whenever the registry has changed. An answer that comes too late is dropped. */
export const useLoaded = <T>(key: string, load: () => Promise<T>): Loaded<T> => {
  const { live } = useApp();
  const tick = live.tick.value;
  const [state, setState] = useState<{ readonly key: string; readonly loaded: Loaded<T> }>({ key, loaded: loading });
  const newest = useRef(0);
  useEffect(() => {
    const ask = (newest.current += 1);
    const settle = (next: (before: Loaded<T>) => Loaded<T>): void => {
      if (ask !== newest.current) return;
      setState((before) => ({ key, loaded: next(before.key === key ? before.loaded : loading) }));
    };
    load().then(
      (value) => settle(() => ({ kind: 'ready', value })),
      (error: unknown) => settle((before) => keepWhatIsThere(before, explainTrouble(error))),
    );
    return () => {
      newest.current += 1;
    };
  }, [key, tick]);
  return state.key === key ? state.loaded : loading;
};

const loading = { kind: 'loading' } as const;

/** What is gone or forbidden is not shown any longer; while the registry is away, the last that it said stays. */
const keepWhatIsThere = <T>(before: Loaded<T>, trouble: Trouble): Loaded<T> =>
  before.kind === 'ready' && trouble.kind !== 'gone' && trouble.kind !== 'forbidden'
    ? { ...before, trouble }
    : { kind: 'failed', trouble };
