import { tokensCount } from './token-rounds';

tokensCount(10);
