import { availableParallelism } from 'node:os';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    reporters: ['default', './test/skipped-reporter.ts'],
    // Real TeX, on machines that may be busy.
    testTimeout: 120_000,
    // One a core: Vitest leaves one free, which of two is half.
    maxWorkers: availableParallelism(),
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/fuzz/**'],
          setupFiles: ['test/random-seed.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], globalSetup: ['test/e2e/bundle.setup.ts'] },
      },
      { extends: true, test: { name: 'fuzz', include: ['test/fuzz/**/*.test.ts'], testTimeout: 600_000 } },
    ],
    coverage: {
      include: [
        'src/content/**',
        'src/latex/**',
        'src/publications/**',
        'src/template/**',
        'src/engine/parse-*.ts',
      ],
      thresholds: { lines: 100, branches: 100 },
    },
  },
});

export default config;
