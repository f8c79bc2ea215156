import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, list, text } from './fields';
import { DELETE, GET, PATCH, POST, operation } from './operation';

const collection = '/v1/organization/{organization}/upgrade-pipeline/steps';
const one = '/v1/organization/{organization}/upgrade-pipeline/steps/{step}';

const validation = once(() =>
  atLeast({ comment: z.string(), validated_at: z.string(), validated_by_user: z.string() }),
);

const step = once(() =>
  atLeast({
    step_id: z.string(),
    source_project_name: z.string(),
    source_service_name: z.string(),
    destination_project_name: z.string(),
    destination_service_name: z.string(),
    auto_validation_delay_days: z.number(),
    /** Null: nobody has validated it. */
    last_validation: z.nullable(validation()),
  }),
);

export type UpgradeStepBody = z.infer<ReturnType<typeof step>>;

const delay = once(() => z.exactOptional(z.int().check(z.minimum(0), z.maximum(365))));

/** Operations on upgrade pipelines: steps are kept, and nothing is upgraded by them. */
export const upgradePipelineOperations = {
  UpgradePipelineStepList: operation({
    ...GET(collection),
    basis: 'schema',
    summary: 'Lists the steps of the upgrade pipelines of an organization.',
    answer: () => atLeast({ steps: list(step()) }),
  }),

  UpgradePipelineStepCreate: operation({
    ...POST(collection),
    needs: 'admin',
    basis: 'schema',
    summary: 'Makes a step: what was tried in one service is let into another. Nothing is upgraded by it.',
    body: () =>
      z.strictObject({
        source_project_name: text,
        source_service_name: text,
        destination_project_name: text,
        destination_service_name: text,
        auto_validation_delay_days: delay(),
      }),
    answer: step,
    refuses: ['service_not_found'],
  }),

  UpgradePipelineStepGet: operation({
    ...GET(one),
    basis: 'schema',
    summary: 'Gives one step of an upgrade pipeline.',
    answer: step,
  }),

  UpgradePipelineStepUpdate: operation({
    ...PATCH(one),
    needs: 'admin',
    basis: 'schema',
    summary: 'Changes after how many days a step counts as validated.',
    body: () => z.strictObject({ auto_validation_delay_days: delay() }),
    answer: step,
    refuses: ['service_not_found'],
  }),

  UpgradePipelineStepDelete: operation({
    ...DELETE(one),
    needs: 'admin',
    basis: 'schema',
    summary: 'Deletes a step of an upgrade pipeline.',
  }),

  UpgradePipelineStepValidate: operation({
    ...POST('/v1/project/{project}/service/{service}/upgrade-validation'),
    basis: 'schema',
    summary: 'Notes of every step that begins at a service that it was validated.',
    body: () => z.nullable(z.strictObject({ comment: z.exactOptional(text) })),
    needsBody: false,
    refuses: ['record_not_found'],
  }),
};
