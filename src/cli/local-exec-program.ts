import { existsSync } from 'node:fs';
import paths from 'node:path';
import { findRegistryLocation, liveRegistryShapes } from '../domain';
import { keyVariable, openEngineClient } from '../registry/embedded';
import { UsageError } from './errors';
import { runProcess } from './local-exec-process';

const { FORKCAST_REGISTRY: environment } = process.env;
const location = findRegistryLocation({ asked: undefined, environment, cwd: process.cwd(), exists: existsSync, paths });

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

// A served registry needs the client of the contract with its schemas: twice as much code, in a file of its own.
if (location?.kind === 'http') void import('./local-exec-served.js').then(({ runServed }) => runServed(location.url));
else
  void runProcess(() => {
    if (location?.kind === 'sqlite')
      return openEngineClient({
        path: location.path,
        key: process.env[keyVariable],
        wallClock: { now: () => Date.now() },
        pause,
      });
    throw new UsageError(
      `The registry to apply to is named '${environment ?? ''}'; it is one of ${liveRegistryShapes}. A snapshot is only judged with.`,
    );
  });
