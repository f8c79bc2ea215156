import { tokensCount } from './token-rounds';

jest.setTimeout(60_000);

tokensCount(10);
