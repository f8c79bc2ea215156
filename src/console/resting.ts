import { useEffect, useState } from 'preact/hooks';
import { useApp } from './app';

/** A value once it has stood still for a moment: what is asked of the registry by it is not asked at every move of a hand. */
export const useResting = <T>(value: T, ms = 300): T => {
  const { outside } = useApp();
  const [resting, setResting] = useState(value);
  useEffect(() => outside.after(ms, () => setResting(value)), [value]);
  return resting;
};
