import { annotate } from './annotate';
import type { ForkcastScope } from './forkcast';

/** Says at a scope what an apply of it will lack, which the synth itself does not need. */
export const annotateApply = (forkcast: ForkcastScope): void => {
  const { registry, carrierSettings, findsProvider } = forkcast;
  if (registry.location.startsWith('facts:'))
    annotate(
      forkcast,
      'warning',
      `This was judged by ${registry.location}, a snapshot, in which nothing can be made: an apply of what is written here is refused. ` +
        'To apply it, name the registry by the prop registry or FORKCAST_REGISTRY, and the snapshot by the prop facts.',
    );
  if (carrierSettings.backend === 'provider' && !findsProvider())
    annotate(
      forkcast,
      'note',
      'Terraform will not find the provider terraform.local/forkcast/forkcast: no CLI configuration names a mirror of it. Run ' +
        'npx forkcast provider install, and export the two lines that it prints.',
    );
};
