import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    // Tests that can go on for hours do so with `npm run test:endurance` alone.
    env: { ENDURANCE: mode === 'endurance' ? 'long' : 'short' },
    // Most tests wait for a disk, a process or a clock.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      include: ['src/**'],
      reporter: ['text', 'json-summary'],
      reportOnFailure: true,
      reportsDirectory: 'node_modules/.cache/coverage',
      thresholds: { lines: 95, branches: 90 },
    },
  },
}));
