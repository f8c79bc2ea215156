import type { RegistryClient } from '../../api';
import type { EpochMs, JsonObject } from '../../domain';
import { asJson } from '../json';
import { aheadText } from '../show/ahead';
import { fields } from '../show/table';

/** What a registry holds and what its clock says, for people and for programs. */
export const registryResult = async (
  client: RegistryClient,
  now: EpochMs,
): Promise<{ readonly text: string; readonly json: JsonObject }> => {
  const { recovery_default: recovery, ...status } = await client.status();
  const projects = (await client.listProjects()).map((project) => project.project_name);
  const { mode, factor } = status.clock;
  return {
    text: fields([
      ['registry', client.target],
      ['now', status.now],
      [
        'clock',
        `${factor === null ? mode : `${factor} times real time`}${aheadText({ ...status.clock, now: status.now }, now)}`,
      ],
      ['timing', status.profile],
      ['recovery', recovery],
      ['seed', status.seed],
      ['organizations', status.organizations.join(', ')],
      ['projects', projects.join(', ')],
      ['services', String(status.services)],
      ['events', String(status.events)],
      ['clouds down', status.outages.length === 0 ? 'none' : status.outages.join(', ')],
    ]),
    json: { registry: client.target, ...asJson(status), recoveryDefault: recovery ?? null, projectNames: projects },
  };
};
