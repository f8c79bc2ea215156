import { readFileSync, statSync } from 'node:fs';
import { compileProgram } from '../api/compiled-program';

/** Of the program that is run, in SHA-256: the build knows it. */
declare const programDigest: string;

/**
 * Runs the bundle `name` of a folder, compiled as it stands. The first run that ends well and is `worthKeeping`, since most of what later
 * ones need was compiled, keeps its code.
 */
export const runCompiled = (
  name: string,
  { module, require, folder }: { readonly module: NodeModule; readonly require: NodeRequire; readonly folder: string },
  worthKeeping: () => boolean,
): void => {
  const path = `${folder}/${name}`;
  const text = readFileSync(path).toString('latin1');
  // A program that was changed by hand has another time, and is compiled anew.
  const changed = [String(statSync(path).mtimeMs)];
  const { program, keep } = compileProgram(text, { path, digest: programDigest, changed }, process);
  program?.(module, require, folder);
  process.once('exit', (code) => {
    if (code === 0 && worthKeeping()) keep();
  });
};
