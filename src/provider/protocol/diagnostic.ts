import { printable, printableText } from '../../domain';
import { encodePath, type Path } from './path';
import { bytesField, intField, message, textField } from './wire/protobuf';

/**
 * What a user is told about a resource. `summary` is a title of at most 80 characters without a full stop, `detail` says
 * in sentences what is wrong, what is allowed and what to do. Terraform prints the line of the configuration that `path`
 * names; without a path it names the resource only.
 */
export type Diagnostic = {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly path?: Path;
};

type Words = { readonly summary: string; readonly detail: string; readonly path?: Path };

export const errorAt = (words: Words): Diagnostic => ({ severity: 'error', ...words });

export const warningAt = (words: Words): Diagnostic => ({ severity: 'warning', ...words });

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');

/** A fault that no user can mend. */
export const providerBug = (detail: string, path?: Path): Diagnostic => ({
  severity: 'error',
  summary: 'This is a bug in the provider',
  detail: `${detail} Please report it to the authors of the provider.`,
  ...(path === undefined ? {} : { path }),
});

/** The wire form. Terraform prints what it is told as it stands. */
export const encodeDiagnostic = ({ severity, summary, detail, path }: Diagnostic): Uint8Array =>
  message(
    intField(1, severity === 'error' ? 1 : 2),
    textField(2, printable(summary)),
    textField(3, printableText(detail)),
    path === undefined || path.length === 0 ? [] : bytesField(4, encodePath(path)),
  );
