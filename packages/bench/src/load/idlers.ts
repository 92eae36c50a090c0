import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathOf } from '@care/client'
import { widgetRoutes } from '@care/contract/wire'
import { atOnce } from './at-once.ts'
import type { Opened } from './protocol.ts'
import { openWidget, type Target, type Widget } from './target.ts'

/** Customers who have the page open and say nothing. */
export function createIdlers() {
  let target: Target | null = null
  let first = 0
  let widgets: Widget[] = []

  const openOne = (index: number, to: Target): Promise<Widget> =>
    openWidget(to, first + index, { onAck: () => {}, onRefused: () => {} })

  async function open(to: Target, from: number, count: number, most: number): Promise<Opened> {
    target = to
    first = from
    const start = performance.now()
    widgets = await atOnce(count, most, (index) => openOne(index, to))
    return { count, seconds: (performance.now() - start) / 1_000 }
  }

  /** All lose their connection at once, as when a network comes back; a widget then asks for what it missed. */
  async function reconnect(most: number): Promise<Opened> {
    const to = target
    if (!to) throw new Error('nobody is connected')
    const count = widgets.length
    for (const widget of widgets) widget.close()
    await sleep(1_000)
    const agent = new Agent({ keepAlive: true, maxSockets: most })
    const start = performance.now()
    widgets = await atOnce(count, most, async (index) => {
      const widget = await openOne(index, to)
      if (to.kind === 'product') await catchUp(to, first + index, agent)
      return widget
    })
    const seconds = (performance.now() - start) / 1_000
    agent.destroy()
    return { count, seconds }
  }
  return { open, reconnect }
}

/** What the widget calls after every reconnect: its chat and the messages after the last it has. */
function catchUp(target: Target & { kind: 'product' }, index: number, agent: Agent): Promise<void> {
  const token = target.widgets[index]?.token ?? ''
  const path = pathOf(widgetRoutes.listWidgetMessages, { query: { afterSeq: 1 } })
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port: target.port, path, agent, headers: { authorization: `Visitor ${token}` } },
      (answer) => {
        answer.resume()
        answer.on('end', () =>
          answer.statusCode === 200
            ? resolve()
            : reject(new Error(`catching up was answered with ${answer.statusCode}`)),
        )
      },
    )
    call.on('error', reject)
    call.end()
  })
}
