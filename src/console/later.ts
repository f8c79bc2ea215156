import { useEffect, useState } from 'preact/hooks';
import { useApp } from './app';

/** Until the first picture is there, in milliseconds. */
export const laterMs = 100;

/** False in the first picture, which waits for nothing that is not seen in it. */
export const useLater = (): boolean => {
  const { outside } = useApp();
  const [isLater, setLater] = useState(false);
  useEffect(() => outside.after(laterMs, () => setLater(true)), []);
  return isLater;
};
