import { byCdktf, examplesLive } from '../acceptance/example-lives';
import { saysFirst } from '../acceptance/refused-synth';

examplesLive(byCdktf());

saysFirst('a missing snapshot', 'an id twice');
