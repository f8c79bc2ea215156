import type { Checker } from '../observation';
import { acknowledgedSurvives } from './acknowledged-survives';
import { clockForward } from './clock-forward';
import { lineageAcyclic } from './lineage-acyclic';
import { logGrows } from './log-grows';
import { oneForkPerRequest } from './one-fork-per-request';
import { pointInWindow } from './point-in-window';
import { stateIsFold } from './state-is-fold';
import { versionsWithoutGaps } from './versions-without-gaps';

/** What must hold after every step of every world. */
export const checkers: Readonly<Record<string, Checker>> = {
  acknowledgedSurvives,
  clockForward,
  lineageAcyclic,
  logGrows,
  oneForkPerRequest,
  pointInWindow,
  stateIsFold,
  versionsWithoutGaps,
};
