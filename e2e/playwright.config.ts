import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** The browser of the system, else undefined: Playwright's own build. `npm test` names it in the variable. */
function program(variable: string, names: string[]): string | undefined {
  const named = process.env[variable]
  if (named !== undefined) return named || undefined
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file))
}

const chromium = program('CARE_CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
const firefox = program('CARE_FIREFOX', ['firefox-esr', 'firefox'])

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Measured alone, and in Chromium: only it reports what moved. */
const measured = /speed\.spec\.ts/
/** Sound needs a microphone that every machine has, and ways between two browsers that leave none. */
const withSound = /[\\/]calls[^\\/]*\.spec\.ts$/
const soundArgs = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
]
const soundPrefs = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.peerconnection.ice.loopback': true,
}
const inFirefox = {
  browserName: 'firefox' as const,
  // A stock Firefox speaks WebDriver BiDi; without the channel Playwright waits for its own patched build.
  ...(firefox ? { channel: 'moz-firefox', launchOptions: { executablePath: firefox } } : {}),
}
const inChromium = {
  browserName: 'chromium' as const,
  launchOptions: { args: quiet, ...(chromium ? { executablePath: chromium } : {}) },
}

export default defineConfig({
  testDir: 'flows',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env['CARE_E2E_JSON'] ?? 'test-results/report.json' }]],
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: [measured, withSound],
      use: inChromium,
    },
    {
      name: 'calls',
      testMatch: withSound,
      use: { ...inChromium, launchOptions: { ...inChromium.launchOptions, args: [...quiet, ...soundArgs] } },
    },
    { name: 'speed', testMatch: measured, use: inChromium },
    {
      name: 'firefox',
      // What axe reads is the same page in both.
      testIgnore: [measured, withSound, /axe\.spec\.ts/],
      use: inFirefox,
    },
    {
      name: 'calls-firefox',
      testMatch: withSound,
      use: { ...inFirefox, launchOptions: { ...inFirefox.launchOptions, firefoxUserPrefs: soundPrefs } },
    },
  ],
})
