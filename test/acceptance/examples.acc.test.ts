import { byTerraform, examplesLive } from './example-lives';

examplesLive(byTerraform);
