import type { RecoveryRenderer } from './recovery-words';
import { renderRecoveryHtml } from './recovery-html';
import { renderRecoveryJunit } from './recovery-junit';
import { renderRecoveryMarkdown } from './recovery-markdown';
import { renderRecoverySarif } from './recovery-sarif';
import { renderRecoveryText } from './recovery-text';

/** Every output format of a recovery report but JSON, by its name in `--format`. */
export const recoveryRenderers = {
  text: renderRecoveryText,
  markdown: renderRecoveryMarkdown,
  html: renderRecoveryHtml,
  sarif: renderRecoverySarif,
  junit: renderRecoveryJunit,
} as const satisfies Readonly<Record<string, RecoveryRenderer>>;
