import type { UnsimulatedOperation } from './unsimulated-operation';

/** Operations of the vendor on projects, accounts and people that are not simulated. */
export const otherUnsimulatedOperations: readonly UnsimulatedOperation[] = [
  { id: 'ProjectAlertsList', method: 'GET', path: '/v1/project/{project}/alerts' },
  {
    id: 'ProjectGenerateSbomDownloadUrl',
    method: 'GET',
    path: '/v1/project/{project}/generate-sbom-download-url/{format}',
  },
  { id: 'ProjectInvite', method: 'POST', path: '/v1/project/{project}/invite' },
  { id: 'ProjectInviteDelete', method: 'DELETE', path: '/v1/project/{project}/invite/{email}' },
  { id: 'ProjectUserList', method: 'GET', path: '/v1/project/{project}/users' },
  { id: 'ProjectUserUpdate', method: 'PUT', path: '/v1/project/{project}/user/{email}' },
  { id: 'ProjectUserRemove', method: 'DELETE', path: '/v1/project/{project}/user/{email}' },
  { id: 'ProjectPrivatelinkAvailabilityList', method: 'GET', path: '/v1/project/{project}/privatelink-availability' },
  {
    id: 'ListProjectVpcPeeringConnectionTypes',
    method: 'GET',
    path: '/v1/project/{project}/vpc-peering-connection-types',
  },
  { id: 'VpcCreate', method: 'POST', path: '/v1/project/{project}/vpcs' },
  { id: 'VpcGet', method: 'GET', path: '/v1/project/{project}/vpcs/{vpc}' },
  { id: 'VpcDelete', method: 'DELETE', path: '/v1/project/{project}/vpcs/{vpc}' },
  { id: 'VpcPeeringConnectionCreate', method: 'POST', path: '/v1/project/{project}/vpcs/{vpc}/peering-connections' },
  { id: 'ProjectInvoiceList', method: 'GET', path: '/v1/project/{project}/invoice' },
  { id: 'ProjectCreditsList', method: 'GET', path: '/v1/project/{project}/credits' },
  { id: 'AccountTeamList', method: 'GET', path: '/v1/account/{account}/teams' },
  { id: 'AccountAuthenticationMethodsList', method: 'GET', path: '/v1/account/{account}/authentication' },
  { id: 'OrganizationUserList', method: 'GET', path: '/v1/organization/{organization}/user' },
  { id: 'OrganizationUserInvite', method: 'POST', path: '/v1/organization/{organization}/invitation' },
  { id: 'UserUpdate', method: 'PATCH', path: '/v1/me' },
  { id: 'UserLogout', method: 'POST', path: '/v1/me/logout' },
  { id: 'AccessTokenList', method: 'GET', path: '/v1/access_token' },
  { id: 'AccessTokenCreate', method: 'POST', path: '/v1/access_token' },
  { id: 'AccessTokenRevoke', method: 'DELETE', path: '/v1/access_token/{prefix}' },
  { id: 'UserCreditCardsList', method: 'GET', path: '/v1/card' },
  { id: 'TicketList', method: 'GET', path: '/v1/project/{project}/tickets' },
];
