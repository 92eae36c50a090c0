import type { Page } from '@playwright/test'

/** Which of the server's relays, and with which secret word where not with the server's. */
export interface Relay {
  transport: 'udp' | 'tcp'
  credential?: string
}

/** Every connection of this browser's pages goes by a relay, as out of a network that lets nothing else through. */
export async function onlyByRelay(page: Page, relay: Relay): Promise<void> {
  await page.context().addInitScript(({ transport, credential }) => {
    const Original = window.RTCPeerConnection
    class ByRelay extends Original {
      constructor(configuration?: RTCConfiguration) {
        const iceServers = (configuration?.iceServers ?? []).map((server) => ({
          ...server,
          urls: [server.urls].flat().filter((url) => url.endsWith(`transport=${transport}`)),
          ...(credential === undefined ? {} : { credential }),
        }))
        const some = iceServers.filter(({ urls }) => urls.length > 0)
        super({ ...configuration, iceServers: some, iceTransportPolicy: 'relay' })
      }
    }
    Object.assign(window, { RTCPeerConnection: ByRelay })
  }, relay)
}

/** What the chosen pair of this page's latest connection is: the kind of its near end, and by which way to the relay. */
export const wayOf = (page: Page): Promise<{ kind: string; relay: string } | null> =>
  page.evaluate(async () => {
    const [pc] = (window as unknown as { keptConnections: RTCPeerConnection[] }).keptConnections.slice(-1)
    type Stat = Record<string, string | undefined> & { nominated?: unknown }
    const stats = [...((await pc?.getStats())?.values() ?? [])] as Stat[]
    const pair = stats.find(
      ({ type, state, nominated }) => type === 'candidate-pair' && state === 'succeeded' && nominated,
    )
    const near = stats.find(({ id }) => id === pair?.['localCandidateId'])
    return near ? { kind: near['candidateType'] ?? '', relay: near['relayProtocol'] ?? '' } : null
  })
