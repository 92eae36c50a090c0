import { test as base } from '../fixtures/test.ts'
import { startServer } from '../fixtures/server.ts'
import { type BadLine, openBadLine } from './bed/bad-line.ts'
import type { Browsers } from './bed/browsers.ts'
import { browsers, pulse } from './bed/fixtures.ts'
import { startTurn, type Turn } from './bed/turn.ts'

const turnSecret = 'shared-with-the-relay'

interface Bed {
  turn: Turn
  /** Before the relay, for what goes to it by UDP. */
  badLine: BadLine
  pulse: string
}

/** The tests of the product with a real relay, in networks that let nothing else through. */
export const test = base.extend<{ browsers: Browsers; goodAgain: void }, Bed>({
  turn: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are needed: none
    async ({}, provide) => {
      const turn = await startTurn(turnSecret)
      await provide(turn)
      await turn.stop()
    },
    { scope: 'worker' },
  ],
  badLine: [
    async ({ turn }, provide) => {
      const line = await openBadLine(turn.port)
      await provide(line)
      line.close()
    },
    { scope: 'worker' },
  ],
  pulse,
  process: [
    async ({ turn, badLine }, provide) => {
      const urls = [`turn:127.0.0.1:${badLine.port}?transport=udp`, `turn:127.0.0.1:${turn.port}?transport=tcp`]
      const server = await startServer({ TURN_URLS: urls.join(','), TURN_SECRET: turnSecret })
      await provide({ server, isUsed: false })
      await server.remove()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  browsers,
  goodAgain: [
    async ({ badLine }, provide) => {
      await provide()
      badLine.mend()
    },
    { auto: true },
  ],
})
export { expect } from '@playwright/test'
