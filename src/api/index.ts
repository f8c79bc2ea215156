// By `export *` alone: of names that are listed, esbuild takes along all their files into every script of the console.
export * from './asking-over';
export * from './client';
export * from './create-client';
export * from './errors';
export * from './facts-client';
export * from './http-exchange';
export * from './http-transport';
export * from './pace';
export * from './null-fields';
export * from './openapi';
export * from './operations';
export * from './proxy';
export * from './reader';
export type { RefusalBody } from './refusal-body';
export * from './rename-body';
export * from './token';
export * from './transport';
export * from './vendor-facts';
