import { defineConfig } from '@playwright/test'
import {
  chromiumOptions,
  chromiumWithSound,
  firefoxChannel,
  firefoxOptions,
  firefoxWithSound,
  wholeChromiumOptions,
} from './fixtures/browsers.ts'

/** Measured alone, and in Chromium: only it reports what moved. */
const measured = /speed\.spec\.ts/
/** Talks in the browser: they need a microphone, and a network of their own. */
const calls = /[\\/]calls[^\\/]*\.spec\.ts$/
/** Those with a relay, a telephone exchange or a telephone. */
const media = /[\\/]media[\\/][^\\/]*\.spec\.ts$/

const inFirefox = { browserName: 'firefox' as const, ...firefoxChannel, launchOptions: firefoxOptions }
const inChromium = { browserName: 'chromium' as const, launchOptions: chromiumOptions }

export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // A slow machine is no defect: how long something may take is asked where it is measured, in `speed.spec.ts`.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: process.env['CARE_E2E_JSON'] ?? 'test-results/report.json' }]],
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: [measured, calls, media],
      use: inChromium,
    },
    {
      // Only within a network namespace: see scripts/lib/media.mjs. One at a time: a starved browser is a bad line too.
      name: 'media',
      workers: 1,
      testMatch: [calls, media],
      use: { ...inChromium, launchOptions: chromiumWithSound() },
    },
    { name: 'speed', testMatch: measured, use: { ...inChromium, launchOptions: wholeChromiumOptions } },
    {
      name: 'firefox',
      // What axe reads is the same page in both; the demo's shop starts a server of its own, and its parts have other flows.
      testIgnore: [measured, calls, media, /axe\.spec\.ts/, /demo-shop\.spec\.ts/],
      use: inFirefox,
    },
    {
      name: 'calls-firefox',
      testMatch: calls,
      use: { ...inFirefox, launchOptions: firefoxWithSound },
    },
  ],
})
