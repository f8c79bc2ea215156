import type { TerraformResource } from './cdktf';

/** `terraform_data.fork`, as `depends_on` within the same stack writes it: a plain text, since a token costs a stack trace. */
export const findAddress = (resource: TerraformResource): string =>
  `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
