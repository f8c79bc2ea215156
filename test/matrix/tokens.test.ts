import { tokensCount } from '../contract/token-rounds';

tokensCount(1);
