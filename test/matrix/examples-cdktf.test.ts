import { byCdktf, examplesLive } from '../acceptance/example-lives';

examplesLive(byCdktf());
