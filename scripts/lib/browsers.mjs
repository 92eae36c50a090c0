import { join } from 'node:path'
import { findOrInstall, findProgram } from './find.mjs'
import { pnpmPackage } from './install.mjs'
import { node24, tool } from './node24.mjs'
import { root } from './paths.mjs'
import { run } from './run.mjs'

const e2e = join(root, 'e2e')
const names = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
}

/** Playwright's own copy of a browser, where it was installed before or can be installed now. */
const playwrights = async (browser) => {
  const cli = tool('@playwright/test', { from: e2e, program: 'playwright' })
  return (await run(node24(), [cli, 'install', browser], { cwd: e2e, timeoutMs: 600_000 })).code === 0
}

/**
 * Makes both browsers available and says how e2e/playwright.config.ts finds them: real ones of the
 * system (`CARE_CHROMIUM`, `CARE_FIREFOX` name the program), else Playwright's own builds (empty value).
 */
export async function ensureBrowsers() {
  const env = {}
  for (const [browser, programs] of Object.entries(names)) {
    const variable = `CARE_${browser.toUpperCase()}`
    env[variable] = process.env[variable] ?? (await findBrowser(browser, programs))
  }
  return env
}

async function findBrowser(browser, programs) {
  try {
    return await findOrInstall({
      what: browser === 'chromium' ? 'Chromium' : 'Firefox',
      find: () => findProgram(programs),
      packages: [browser === 'firefox' ? 'firefox-esr' : 'chromium'],
      elsewhere: `npx -y ${pnpmPackage} --filter @care/e2e exec playwright install ${browser}`,
    })
  } catch (refusal) {
    // Ubuntu has both only as snaps, macOS has no apt: Playwright brings its own builds there.
    if (await playwrights(browser)) return ''
    throw refusal
  }
}
