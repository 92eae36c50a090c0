import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../fixtures/free-port.ts'
import { type Child, ownFolder, programOf, startChild } from './child.ts'
import { isOpen } from './turn.ts'

export interface Exchange {
  /** Where browsers come: SIP over WebSocket. */
  url: string
  domain: string
  /** Where the telephone network comes. */
  sipPort: number
  /** Where its calls to the telephone network go. */
  trunkPort: number
  log: () => string
  /** Ends it in the middle of everything. */
  kill: () => Promise<void>
  start: () => Promise<void>
  stop: () => Promise<void>
}
export interface ExchangeOptions {
  rtpenginePort: number
  trunkPort: number
  /** Where it asks who is to ring, and tells what happened. */
  askUrl: string
  eventsUrl: string
  secret: string
  /** User name and password of the lines. */
  lines: Record<string, string>
  ringMs: number
}
const example = (name: string): string => fileURLToPath(new URL(`../../../docs/manual/phone/${name}`, import.meta.url))
export const domain = 'desk.test'

/** A Kamailio with the configuration of the manual, word for word; only what is each one's own is the test's. */
export async function startExchange(options: ExchangeOptions): Promise<Exchange> {
  const [wsPort, sipPort] = [await freePort(), await freePort()]
  const folder = await ownFolder('kamailio')
  const config = join(folder.path, 'kamailio.cfg')
  await copyFile(example('kamailio.cfg'), config)
  await writeFile(join(folder.path, 'site.cfg'), siteOf(options, wsPort, sipPort))
  const users = Object.entries(options.lines).map(([user, password]) => `$sht(users=>${user}) = "${password}";\n`)
  await writeFile(join(folder.path, 'users.cfg'), users.join(''))
  let child: Child | null = null
  const start = async (): Promise<void> => {
    child = await startChild(programOf('CARE_KAMAILIO', 'kamailio'), {
      args: ['-f', config, '-DD', '-E', '-m', '32', '-M', '4', '-Y', folder.path, '-P', join(folder.path, 'pid')],
      isReady: () => isOpen(wsPort),
    })
  }
  const end = async (): Promise<void> => {
    await child?.stop()
    child = null
  }
  await start()
  return {
    url: `ws://127.0.0.1:${wsPort}`,
    domain,
    sipPort,
    trunkPort: options.trunkPort,
    log: () => child?.log() ?? '',
    kill: end,
    start,
    stop: async () => {
      await end()
      await folder.remove()
    },
  }
}

const siteOf = (of: ExchangeOptions, wsPort: number, sipPort: number): string => `
listen=tcp:127.0.0.1:${wsPort}
listen=udp:127.0.0.1:${sipPort}
alias="${domain}"
#!define SIP_DOMAIN "${domain}"
#!define DESK_ORIGIN "^http://127\\.0\\.0\\.1:[0-9]+$"
#!define TRUNK_ADDRESS 127.0.0.1
#!define TRUNK "sip:127.0.0.1:${of.trunkPort}"
#!define RTPENGINE "udp:127.0.0.1:${of.rtpenginePort}"
#!define ASK_URL "${of.askUrl}"
#!define EVENTS_URL "${of.eventsUrl}"
#!substdef "!SECRET_WORD!${of.secret}!g"
#!define RING_MS ${of.ringMs}
#!define MOST_ASKED 60
`
