import { type Browser, chromium, firefox } from '@playwright/test'
import { chromiumWithSound, firefoxChannel, firefoxWithSound } from '../../fixtures/browsers.ts'
import { makeTones } from './tones.ts'

/** Browsers beside that of the project: a microphone with a tone of its own is a matter of the whole process. */
export async function openBrowsers() {
  const tones = await makeTones()
  const open: Browser[] = []
  const kept = async (browser: Browser): Promise<Browser> => {
    open.push(browser)
    return browser
  }
  return {
    /** A Chromium whose microphone hears a sine of so many Hz. */
    hearing: async (hertz: number): Promise<Browser> =>
      kept(await chromium.launch(chromiumWithSound(await tones.fileOf(hertz)))),
    /** A Firefox; its sound goes to this server of PulseAudio. */
    firefox: async (pulseServer: string): Promise<Browser> =>
      kept(
        await firefox.launch({
          ...firefoxChannel,
          ...firefoxWithSound,
          env: { ...process.env, PULSE_SERVER: pulseServer } as Record<string, string>,
        }),
      ),
    close: async (): Promise<void> => {
      for (const browser of open) await browser.close()
      await tones.remove()
    },
  }
}
export type Browsers = Awaited<ReturnType<typeof openBrowsers>>
