import { setTimeout as sleep } from 'node:timers/promises'
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
    const start = performance.now()
    widgets = await atOnce(count, most, async (index) => {
      const widget = await openOne(index, to)
      await widget.catchUp()
      return widget
    })
    const seconds = (performance.now() - start) / 1_000
    return { count, seconds }
  }
  return { open, reconnect }
}
