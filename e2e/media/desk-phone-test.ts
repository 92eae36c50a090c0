import type { Api } from '../fixtures/api.ts'
import { freePair } from '../fixtures/free-port.ts'
import { keepConnections } from '../fixtures/sound.ts'
import type { Team } from '../fixtures/team.ts'
import { test as base } from '../fixtures/test.ts'
import type { Desk } from '../pages/desk.ts'
import type { Page } from '@playwright/test'
import type { Browsers } from './bed/browsers.ts'
import { attachLogs, browsers, customersNumber, passwords, rtpengine } from './bed/fixtures.ts'
import { domain, type Exchange, startExchange } from './bed/kamailio.ts'
import { startTelephone, type Telephone } from './bed/telephone.ts'

const secret = 'the-secret-of-the-line'
/** Longer than the offers of the queue: the desk itself ends a ring whose offer is over. */
const ringMs = 40_000

/** A team whose operators telephone in their desks, by an exchange that asks the product who is to ring. */
interface PhoneTeam extends Team {
  channelId: string
  exchange: Exchange
  telephone: Telephone
  /** A line of this operator with another password than the exchange has. */
  giveLine: (operator: 'anna' | 'boris', password?: string) => Promise<void>
}
interface Tools {
  browsers: Browsers
  phoneTeam: PhoneTeam
  /** A desk whose microphone hears so many Hz. */
  openSinging: (team: PhoneTeam, operator: 'anna' | 'boris', hertz: number) => Promise<Desk>
}
interface Bed {
  rtpengine: number
}

export const test = base.extend<Tools, Bed>({
  rtpengine,
  browsers,
  phoneTeam: async ({ makeTeam, server, rtpengine: rtpenginePort }, provide, info) => {
    const team = await makeTeam()
    const channelId = await addSystem(team)
    const exchange = await startExchange({
      askUrl: `${server.origin}/hook/${channelId}/ask`,
      eventsUrl: `${server.origin}/hook/${channelId}`,
      secret,
      rtpenginePort,
      trunkPort: await freePair(),
      lines: passwords,
      ringMs,
    })
    await pointAt(team.admin, channelId, exchange.url)
    const telephone = await startTelephone(customersNumber, exchange.trunkPort, exchange.sipPort)
    const giveLine: PhoneTeam['giveLine'] = async (operator, password = passwords[operator]) => {
      const params = { channelId, operatorId: team[operator].id }
      await team.admin.call('savePhoneLine', { params, body: { userName: operator, password } })
    }
    await giveLine('anna')
    await giveLine('boris')
    await provide({ ...team, channelId, exchange, telephone, giveLine })
    await attachLogs(info, exchange, telephone)
    await telephone.stop()
    await exchange.stop()
    await team.admin.call('switchChannel', { params: { channelId }, body: { isOn: false } })
  },
  openSinging: ({ openDesk, browsers: opened }, provide) =>
    provide(async (team, operator, hertz) => {
      const browser = await opened.hearing(hertz)
      const desk = await openDesk(team[operator], { browser, prepare })
      desk.page.on('dialog', (dialog) => void dialog.accept())
      return desk
    }),
})
export { expect } from '@playwright/test'

async function addSystem({ admin, queueId }: Team): Promise<string> {
  const settings = { takesToken: true, country: 'PL' }
  const body = { kind: 'phone', name: `Exchange ${queueId}`, queueId, settings, secrets: { secret } }
  const { id } = await admin.call('addChannel', { body })
  await admin.call('switchChannel', { params: { channelId: id }, body: { isOn: true } })
  return id
}

async function pointAt(admin: Api, channelId: string, sipSocket: string): Promise<void> {
  const { items } = await admin.call('listChannels')
  const channel = items.find(({ id }) => id === channelId)
  await admin.call('editChannel', {
    params: { channelId },
    version: channel?.version ?? 0,
    body: { settings: { ...channel?.settings, sipSocket, sipDomain: domain } },
  })
}

/** A tone is no voice: what makes voices clear makes tones go away. */
async function prepare(page: Page): Promise<void> {
  await keepConnections(page)
  await page.context().addInitScript(() => {
    const devices = navigator.mediaDevices
    const open = devices.getUserMedia.bind(devices)
    const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
    devices.getUserMedia = () => open({ audio: plain })
  })
}
