import { byCodeUnit, type CardService } from '../../domain';

/** In the order of their addresses, by code unit. Never throws. */
export const byAddress = (services: readonly CardService[]): readonly CardService[] =>
  [...services].sort((left, right) => byCodeUnit(left.address, right.address));

/** Whether a service is a fork, one that ends too. Never throws. */
export const isFork = ({ fork, endsFork }: CardService): boolean => fork !== null || endsFork === true;

/** What is said of a service that is not accepted. Never throws. */
export const openFindings = ({ findings }: Pick<CardService, 'findings'>): CardService['findings'] =>
  findings.filter(({ acknowledged }) => acknowledged === null);
