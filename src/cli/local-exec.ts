import { runCompiled } from './run-compiled';

/** What Terraform starts for every service. */
runCompiled(
  'local-exec-program.js',
  { module, require, folder: __dirname },
  () => process.env['FORKCAST_OPERATION'] === 'apply',
);
