import { sourceKeyNames, type LiveService } from '../domain';
import { writtenText } from './same-setting';

/** Whether a live service was made as a fork: its lineage or its keys tell. Never throws. */
export const isMadeAsFork = ({ userConfig, lineage }: Pick<LiveService, 'userConfig' | 'lineage'>): boolean =>
  Boolean(lineage) || sourceKeyNames.some((key) => writtenText(userConfig[key]) !== undefined);
