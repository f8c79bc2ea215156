/** Where Terraform finds the provider: the source that `required_providers` names. */
export const providerAddress = 'terraform.local/forkcast/forkcast';
