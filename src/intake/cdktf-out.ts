import { join } from 'node:path';
import * as z from 'zod/mini';
import { blockAddress, parseJson, type ServiceRequest } from '../domain';
import { IntakeError } from './errors';
import { expectedInput } from './input-text';
import type { Intake } from './intake';
import { withoutKnownSecrets } from './known-secrets';
import { groupNotJudged, unfitService, type UnjudgedResource } from './not-judged';
import { readAddress, readServiceRequest, type CarrierContext } from './service-request-of';
import { parseStackFile, type CarrierResource, type StackFile } from './stack-file';

/** The text of a file; undefined: there is no such file, or it is a folder. */
export type ReadText = (path: string) => string | undefined;

/**
 * Every service that a synth output declares: of all stacks for a `cdktf.out` folder, of one for a stack's folder or its
 * `cdk.tf.json`. In the order of the stacks, then of the file. @throws IntakeError when the path holds no synth output
 */
export const readSynthOutput = (read: ReadText, path: string): readonly ServiceRequest[] =>
  takeInSynthOutput(read, path).requests;

/** The same, with an account of everything that the stacks hold. @throws IntakeError when the path holds no synth output */
export const takeInSynthOutput = (read: ReadText, path: string): Intake => {
  const files = stackFilesAt(read, path);
  const stacks = files.map(({ name, text }) => takeInStack(text, name));
  const appStacks = files.flatMap(({ stack }) => stack ?? []);
  return {
    requests: stacks
      .flatMap(({ requests }) => requests)
      .map((request) => (appStacks.length === 0 ? request : { ...request, appStacks })),
    inputs: stacks.flatMap(({ inputs }) => inputs),
  };
};

/** What one stack's `cdk.tf.json` declares, and an account of all that it holds; `name` names the file in errors. @throws IntakeError */
export const takeInStack = (text: string, name: string): Intake => {
  const json = parseJson(text);
  if (json === undefined) throw new IntakeError(name, '', 'it is no JSON');
  const stackFile = parseStackFile(json, name);
  const { carriers, size, unjudged } = stackFile;
  const addresses = new Map<string, string[]>();
  for (const carrier of carriers) {
    const block = blockAddress(carrier.address);
    addresses.set(block, [...(addresses.get(block) ?? []), readAddress(carrier, name)]);
  }
  const before = new Map([...addresses.keys()].map((block) => [block, servicesBefore(block, stackFile, addresses)]));
  const resources = unjudged.filter(({ type }) => type !== 'module');
  const unfit: UnjudgedResource[] = [];
  const requests = carriers.flatMap((carrier): readonly ServiceRequest[] => {
    const after = before.get(blockAddress(carrier.address)) ?? [];
    const request = readFitting(carrier, { file: name, stackFile, after });
    if (!(request instanceof IntakeError)) return [request];
    const { address, place } = carrier;
    unfit.push(unfitService(address.split('.')[0] ?? '', address, { fault: request, at: place }));
    return [];
  });
  return {
    requests: withoutKnownSecrets(requests, json),
    inputs: [
      {
        path: name,
        kind: 'synth-output',
        extent: 'whole',
        judged: requests.length,
        others: size - addresses.size - resources.length,
        notJudged: groupNotJudged([...unjudged, ...unfit]),
        leftOut: [],
        drift: [],
      },
    ],
  };
};

/** What is wrong with a field of a provider's resource comes back: the rest is judged. Fields of a command Forkcast wrote itself. */
const readFitting = (carrier: CarrierResource, context: CarrierContext): ServiceRequest | IntakeError => {
  try {
    return readServiceRequest(carrier, context);
  } catch (error) {
    if (error instanceof IntakeError && carrier.carried?.by !== 'local-exec') return error;
    throw error;
  }
};

interface TextFile {
  readonly name: string;
  readonly text: string;
  /** Path of the stack, where a manifest lists all of the app. */
  readonly stack?: string;
}

const manifest = z.looseObject({
  stacks: z.record(
    z.string(),
    z.looseObject({ synthesizedStackPath: z.string(), constructPath: z.optional(z.string()) }),
  ),
});

const stackFilesAt = (read: ReadText, path: string): readonly TextFile[] => {
  const text = read(path);
  if (text !== undefined) return [{ name: path, text }];
  const manifestPath = join(path, 'manifest.json');
  const manifestText = read(manifestPath);
  if (manifestText !== undefined) return filesOfManifest(read, path, manifestPath, manifestText);
  const inFolder = join(path, 'cdk.tf.json');
  const folderText = read(inFolder);
  if (folderText !== undefined) return [{ name: inFolder, text: folderText }];
  throw new IntakeError(
    path,
    '',
    `it is no synth output: neither a manifest.json nor a cdk.tf.json is in it. Run cdktf synth first. ${expectedInput}`,
  );
};

const filesOfManifest = (read: ReadText, path: string, name: string, text: string): readonly TextFile[] => {
  const parsed = manifest.safeParse(parseJson(text));
  if (!parsed.success) throw new IntakeError(name, '', 'it is no manifest of a synth output: it lists no stacks');
  return Object.entries(parsed.data.stacks).map(([stack, { synthesizedStackPath, constructPath }]) => {
    const file = join(path, synthesizedStackPath);
    const stackText = read(file);
    if (stackText === undefined)
      throw new IntakeError(name, `stacks.${stack}`, `the file ${synthesizedStackPath} is missing`);
    return { name: file, text: stackText, stack: constructPath ?? stack };
  });
};

/** The nearest services that Terraform makes before a resource, also through resources that are no services. */
const servicesBefore = (
  from: string,
  { dependencies }: StackFile,
  addresses: ReadonlyMap<string, readonly string[]>,
): readonly string[] => {
  const seen = new Set([from]);
  const found = new Set<string>();
  const open = [...(dependencies.get(from) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const services = addresses.get(next);
    if (services === undefined) open.push(...(dependencies.get(next) ?? []));
    for (const service of services ?? []) found.add(service);
  }
  return [...found].sort();
};
