/** Where Terraform looks for the provider: host, namespace and type. */
export const providerAddress = 'terraform.local/forkcast/forkcast';

/** The host of the address: nothing of it is looked for elsewhere. */
export const providerHost = 'terraform.local';
