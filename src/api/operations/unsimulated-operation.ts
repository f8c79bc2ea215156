/** An operation of the vendor that is known here, and not simulated. */
export interface UnsimulatedOperation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
}

/** The same by rows of id, method and path. */
export const unsimulated = (
  rows: readonly (readonly [UnsimulatedOperation['id'], UnsimulatedOperation['method'], string])[],
): readonly UnsimulatedOperation[] => rows.map(([id, method, path]) => ({ id, method, path }));

/** Where what belongs to a service stands, and what belongs to an organization. */
export const serviceRoot = '/v1/project/{project}/service/{service}';
export const organizationRoot = '/v1/organization/{organization_id}';
