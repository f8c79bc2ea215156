import { printableText } from '../domain';
import { AnnotationMetadataEntryType } from './cdktf';
import type { IConstruct } from './cdktf';

const levels: Readonly<Record<'warning' | 'note', string>> = {
  warning: AnnotationMetadataEntryType.WARN,
  note: AnnotationMetadataEntryType.INFO,
};

/** Shows a message at a construct when `cdktf synth` ends. Without the stack trace that CDKTF's own helper adds to each. */
export const annotate = (construct: IConstruct, level: 'warning' | 'note', text: string): void => {
  const message = printableText(text);
  const type = levels[level];
  const shown = construct.node.metadata.some((entry) => entry.type === type && entry.data === message);
  if (!shown) construct.node.addMetadata(type, message);
};
