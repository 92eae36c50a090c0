import { newKey } from '@care/client'
import { expect, test } from '../fixtures/test.ts'
import { feltOn, watchInteractions } from '../fixtures/interactions.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'

const tasks = 50
const perSecond = 20
const restMs = 3_000
const rounds = 6

type Customer = Awaited<ReturnType<typeof waitingCustomer>>

/** Everybody says something in turn, so many a second, until told to stop; says how many it were, each second too. */
function chatter(customers: readonly Customer[]): () => Promise<{ said: number; rate: number }> {
  let said = 0
  const begun = performance.now()
  const onTheWay = new Set<Promise<unknown>>()
  const say = (): void => {
    const customer = customers[said % customers.length]
    said++
    const saying = customer
      ?.call('sendWidgetMessage', { body: { clientMessageId: newKey(), text: `And another thing, number ${said}` } })
      .finally(() => onTheWay.delete(saying as Promise<unknown>))
    if (saying) onTheWay.add(saying)
  }
  // A timer that comes late makes up for it: so many a second it is.
  const timer = setInterval(() => {
    while (said * 1_000 < (performance.now() - begun) * perSecond) say()
  }, 1_000 / perSecond)
  return async () => {
    clearInterval(timer)
    const rate = (said * 1_000) / (performance.now() - begun)
    await Promise.all(onTheWay)
    return { said, rate }
  }
}

test('with fifty open tasks and twenty messages a second nothing is slow and nothing jumps', async ({
  makeTeam,
  server,
  openDesk,
}, info) => {
  const team = await makeTeam({ places: tasks + 10 })
  const customers: Customer[] = []
  for (let n = 0; n < tasks; n++)
    customers.push(await waitingCustomer(server.origin, team.siteKey, `Customer ${n}`, `Question ${n}`))
  const desk = await openDesk(team.anna, { presence: 'busy' })
  const { page, talk } = desk
  for (const { activityId } of customers) await desk.api.call('takeTask', { params: { activityId } })
  await page.reload()
  const rows = page.locator('[data-row]')
  await expect(rows.nth(10)).toBeVisible()
  await rows.nth(2).click()
  await expect(talk.field).toBeFocused()
  // The code of menus and dialogs is fetched once the desk stands.
  await page.waitForLoadState('networkidle')
  // The desk stands when all its regions are there.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)

  const stop = chatter(customers)
  await watchInteractions(page)
  // Nobody touches anything: what moves now moves by itself.
  await page.waitForTimeout(restMs)
  const { keyboard } = page
  for (let round = 0; round < rounds; round++) {
    await rows.nth(1 + ((round * 3) % 8)).click()
    await expect(talk.field).toBeFocused()
    await keyboard.type('One moment', { delay: 20 })
    await keyboard.press('Escape')
    for (const key of ['j', 'j', 'k', 'o']) await keyboard.press(key)
    await keyboard.press('Escape')
    await talk.region.getByRole('button', { name: 'More actions' }).click()
    await keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await keyboard.press('p')
    await expect(page.getByRole('menu')).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await desk.tasks.queue.click()
    await desk.tasks.mine.click()
    await keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await keyboard.type('clo', { delay: 30 })
    await keyboard.press('ArrowDown')
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const felt = await feltOn(page)
  const chatted = await stop()
  info.annotations.push({ type: 'measured', description: JSON.stringify({ ...felt, ...chatted }) })
  // As much was said as the name of this test says.
  expect(chatted.rate).toBeGreaterThan(perSecond * 0.9)
  expect(felt.count).toBeGreaterThan(100)
  // A time that gets one letter longer moves its first letter: less than a thousandth.
  expect(felt.shift, felt.moved.join('\n')).toBeLessThan(0.001)
  expect(felt.p95, felt.slowest.join('\n')).toBeLessThanOrEqual(100)
})

test('on a slow line the next task comes without moving what stands already', async ({
  makeTeam,
  server,
  openDesk,
}, info) => {
  const team = await makeTeam({ places: 4 })
  const desk = await openDesk(team.anna)
  const { page, tasks, talk } = desk
  for (const name of ['Jonas Weber', 'Elena Petrova']) {
    await waitingCustomer(server.origin, team.siteKey, name, `I am ${name}`)
    await desk.accept(name)
  }
  // Of the other one nothing is known after this.
  await page.reload()
  await expect(desk.journey).toContainText('I am Elena Petrova')
  await page.waitForLoadState('networkidle')
  // Later than the half second in which a browser takes a move for what the press was for.
  await page.route('**/api/**', (route) => setTimeout(() => void route.continue().catch(() => undefined), 700))
  await watchInteractions(page)
  await tasks.row('Jonas Weber').click()
  await expect(desk.customer.getByRole('status', { name: 'Loading' })).toBeAttached()
  await expect(talk.message('I am Jonas Weber')).toBeVisible()
  await expect(desk.customer).toContainText('Jonas Weber')
  await expect(desk.request).toContainText('I am Jonas Weber')
  await expect(desk.journey).toContainText('I am Jonas Weber')
  await page.waitForLoadState('networkidle')
  const felt = await feltOn(page)
  info.annotations.push({ type: 'measured', description: JSON.stringify(felt) })
  expect(felt.shift, felt.moved.join('\n')).toBeLessThan(0.02)
})

test('a thread of twenty thousand messages opens as soon as one of a single message', async ({
  team,
  server,
  openDesk,
}, info) => {
  const desk = await openDesk(team.anna)
  const { page } = desk
  const long = await waitingCustomer(server.origin, team.siteKey, 'Elena Petrova', 'And the zebra mug?')
  await desk.accept('Elena Petrova')
  const short = await waitingCustomer(server.origin, team.siteKey, 'Jonas Weber', 'And the blue mug?')
  await desk.accept('Jonas Weber')
  await server.lengthen(long.activityId, 20_000)

  /** From the click to the last message on the screen, with nothing of it at hand. */
  const open = async (activityId: string, last: string): Promise<number> => {
    await page.goto(server.origin)
    await expect(page.locator(`[data-row="${activityId}"]`)).toBeVisible()
    await page.waitForLoadState('networkidle')
    await expect(desk.talk.log).toHaveCount(0)
    return page.evaluate(
      async ({ activityId, last }) => {
        const { promise, resolve } = Promise.withResolvers<number>()
        const begun = performance.now()
        document.querySelector<HTMLElement>(`[data-row="${activityId}"]`)?.click()
        const look = (): void => {
          const message = [...document.querySelectorAll('[role=log] article')].at(-1)
          if (message?.textContent?.includes(last)) resolve(performance.now() - begun)
          else requestAnimationFrame(look)
        }
        look()
        return promise
      },
      { activityId, last },
    )
  }
  const ofShort: number[] = []
  const ofLong: number[] = []
  for (let round = 0; round < 5; round++) {
    ofShort.push(await open(short.activityId, 'blue mug'))
    ofLong.push(await open(long.activityId, 'zebra mug'))
  }
  info.annotations.push({ type: 'measured', description: JSON.stringify({ ofShort, ofLong }) })
  // The best of each: what else the machine does only adds to it. A page of fifty is drawn instead of one line.
  expect(Math.min(...ofLong)).toBeLessThan(Math.min(...ofShort) + 150)
})
