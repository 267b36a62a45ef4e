import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/tally.global.ts'],
    setupFiles: ['test/tally.setup.ts'],
    testTimeout: 30_000,
    pool: 'threads',
    // left to itself it leaves one core idle, which of two is half
    maxWorkers: '100%',
  },
})
