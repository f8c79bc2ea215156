import * as z from 'zod/mini';
import type { Outside } from './client';
import { forkcastProvider } from './forkcast-provider';
import { createService, type Ports, type Service } from './protocol';

/** A process of a few calls never earns back what compiling its schemas costs. */
z.config({ jitless: true });

/** The provider, ready to be served; loaded after Terraform has its handshake line. */
export const loadProvider = (ports: Ports, outside: Outside): Service =>
  createService(forkcastProvider(outside), ports);
