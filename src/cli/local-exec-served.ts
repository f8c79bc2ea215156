import * as z from 'zod/mini';
import { createClient, findProxy, httpTransport, tokenFor } from '../api';
import { runProcess } from './local-exec-process';

/** Runs the program on the registry that is served at a URL. Never rejects. */
export const runServed = async (url: string): Promise<void> => {
  // A process of one request never earns back what compiling its schemas costs.
  z.config({ jitless: true });
  const token = tokenFor(url, (name) => process.env[name]);
  const proxy = findProxy(url, (name) => process.env[name]);
  const options = { url, simulatorOnly: true, proxy, ...(token ? { token } : {}) };
  await runProcess(() => createClient(httpTransport(options)));
};
