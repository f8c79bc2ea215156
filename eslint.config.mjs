import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '**/cdktf.out/', '**/.forkcast/', 'docs/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeCheckedOnly ?? tseslint.configs.recommendedTypeCheckedOnly],
  },
);
