import { defineConfig } from 'vitest/config'

const web = (app: string, jsxImportSource: string) => ({
  root: `apps/${app}`,
  oxc: { jsx: { runtime: 'automatic' as const, importSource: jsxImportSource } },
  test: {
    name: app,
    environment: 'happy-dom',
    // Testing Library cleans up after each test only where it finds a global afterEach.
    globals: true,
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 15_000,
  },
})

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          isolate: false,
          include: ['packages/*/src/**/*.test.ts', 'scripts/**/*.test.mjs'],
        },
      },
      {
        // One suite for both databases: TEST_STORE=postgres chooses PostgreSQL at TEST_PG_URL.
        test: {
          name: 'server',
          environment: 'node',
          // The files of a worker share what they import, which halves the CPU of the suite; each opens its own database.
          isolate: false,
          include: ['apps/server/src/**/*.test.ts'],
          // Many processes need PostgreSQL and Redis.
          exclude: process.env['TEST_STORE'] === 'postgres' ? [] : ['apps/server/src/testing/faults/processes/**'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      web('desktop', 'react'),
      web('widget', 'preact'),
    ],
  },
})
