import type { ServiceBody } from '../../api';
import { type Diagnostic, errorAt, warningAt } from '../protocol';
import type { WhatGoes } from './what-goes';

/** What a plan announces. */
export const madeAgainNow = (
  service: string,
  { forkcast }: ServiceBody,
  lost: string | undefined,
  { integrations, own, addresses }: WhatGoes,
): Diagnostic => {
  const ended = [...own, ...integrations];
  const {
    source_project: project = '',
    source_service: name = '',
    recovery_point: point = '',
  } = forkcast?.lineage ?? {};
  return warningAt({
    summary: `${service} is ended and made again`,
    detail:
      `This is no refresh of a state: the fork ends, and a new one of ${project}/${name} takes its name, address and owner, with what ` +
      `that holds now; the present one has the state of ${point}. ${lost ?? 'What it holds is lost.'} Who is connected is cut off ` +
      `until it runs, and passwords are those of its source.${
        ended.length === 0
          ? ''
          : ` Not in the new one: ${ended.join(', ')}; what of it is declared here, the next apply makes again, without its rows.`
      }${addresses.length === 0 ? '' : ` It keeps its static addresses: ${addresses.join(', ')}.`}`,
  });
};

/** What an apply refuses, before anything is ended. */
export const cannotRefresh = (service: string, why: string): Diagnostic =>
  errorAt({ summary: `${service} is not made again`, detail: `${service} ${why}. Nothing was ended.` });

export const notThere = (service: string): Diagnostic =>
  errorAt({
    summary: 'No such fork',
    detail: `No service ${service} lives, so there is nothing to make again. Apply its resource instead.`,
    path: ['service_name'],
  });

/** It holds what its source never did, and nobody said that this may be lost. */
export const losesMore = (service: string, lost: string | undefined, { integrations, own }: WhatGoes): Diagnostic => {
  const named = [...own, ...integrations];
  const connected = named.length === 0 ? '' : ` So would be: ${named.join(', ')}.`;
  return errorAt({
    summary: `${service} holds more than it was made with`,
    detail:
      `It has been written to or connected since. ${lost ?? 'What it holds would be lost.'}${connected} Nothing was ended. Keep what is ` +
      'needed elsewhere, and write lose_changes = true.',
    path: ['lose_changes'],
  });
};
