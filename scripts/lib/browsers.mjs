import { join } from 'node:path'
import { findOrInstall, findProgram } from './find.mjs'
import { pnpmPackage } from './install.mjs'
import { node24, tool } from './node24.mjs'
import { root } from './paths.mjs'
import { run } from './run.mjs'

const e2e = join(root, 'e2e')
const names = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  // Chromium without the parts that only a window needs: the flows take half of the processor's time in it.
  'chromium-shell': ['chromium-headless-shell', 'chrome-headless-shell'],
  firefox: ['firefox-esr', 'firefox'],
}
const packages = { chromium: 'chromium', 'chromium-shell': 'chromium-headless-shell', firefox: 'firefox-esr' }

/** Playwright's own copy of a browser, where it was installed before or can be installed now. */
const playwrights = async (browser) => {
  const cli = tool('@playwright/test', { from: e2e, program: 'playwright' })
  return (await run(node24(), [cli, 'install', browser], { cwd: e2e, timeoutMs: 600_000 })).code === 0
}

/**
 * Makes the browsers available and says how e2e/playwright.config.ts finds them: real ones of the system
 * (`CARE_CHROMIUM`, `CARE_CHROMIUM_SHELL`, `CARE_FIREFOX` name the program), else Playwright's own builds (empty value).
 */
export async function ensureBrowsers() {
  const env = {}
  for (const [browser, programs] of Object.entries(names)) {
    const variable = `CARE_${browser.toUpperCase().replace('-', '_')}`
    env[variable] = process.env[variable] ?? (await findBrowser(browser, programs))
  }
  return env
}

async function findBrowser(browser, programs) {
  try {
    return await findOrInstall({
      what: browser === 'firefox' ? 'Firefox' : 'Chromium',
      find: () => findProgram(programs),
      packages: [packages[browser]],
      elsewhere: `npx -y ${pnpmPackage} --filter @care/e2e exec playwright install ${browser}`,
    })
  } catch (refusal) {
    // Ubuntu has both only as snaps, macOS has no apt: Playwright brings its own builds there.
    if (await playwrights(browser)) return ''
    throw refusal
  }
}
