import { expect, test } from '../fixtures/test.ts'
import { waitingCustomer } from '../fixtures/visitors.ts'

const regions = {
  en: [
    'Tasks in progress',
    'Communication',
    'Customer details',
    'Request details',
    'Activity details',
    'Comments',
    'Customer journey',
  ],
  ru: [
    'Задачи в работе',
    'Общение с клиентом',
    'Сведения о клиенте',
    'Сведения об обращении',
    'Сведения об активности',
    'Комментарии',
    'История клиента',
  ],
  pl: [
    'Zadania w toku',
    'Komunikacja',
    'Dane klienta',
    'Szczegóły zgłoszenia',
    'Szczegóły aktywności',
    'Komentarze',
    'Ścieżka klienta',
  ],
  bg: [
    'Задачи в процес',
    'Комуникация',
    'Данни за клиента',
    'Данни за заявката',
    'Данни за активността',
    'Коментари',
    'Път на клиента',
  ],
} as const
/** One, two and five requests wait. */
const waiting = {
  en: [/1 request waits in the queue/, /2 requests wait in the queue/, /5 requests wait in the queue/],
  ru: [/ждёт 1 обращение/, /ждут 2 обращения/, /ждут 5 обращений/],
  pl: [/czeka 1 zgłoszenie/, /czekają 2 zgłoszenia/, /czeka 5 zgłoszeń/],
  bg: [/1 заявка чака/, /2 заявки чакат/, /5 заявки чакат/],
} as const
const languages = ['en', 'ru', 'pl', 'bg'] as const
const locales = { en: 'en-GB', ru: 'ru-RU', pl: 'pl-PL', bg: 'bg-BG' }

for (const language of languages) {
  test(`the desk in ${language}: its words alone are loaded, plural forms are right`, async ({
    team,
    server,
    openDesk,
  }) => {
    const desk = await openDesk(team.anna, { presence: 'busy', locale: locales[language] })
    for (const name of regions[language])
      await expect(desk.page.getByRole('region', { name, exact: true })).toBeVisible()
    const loaded = await desk.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    const catalogues = loaded.flatMap((name) => /\/assets\/(en|ru|pl|bg)-[\w-]+\.js/.exec(name)?.[1] ?? [])
    expect([...new Set(catalogues)]).toEqual([language])
    expect(await desk.page.getAttribute('html', 'lang')).toMatch(new RegExp(`^${language}`))

    const tasks = desk.page.getByRole('region', { name: regions[language][0], exact: true })
    let made = 0
    for (const [n, words] of [1, 2, 5].map((count, index) => [count, waiting[language][index]] as const)) {
      for (; made < n; made += 1) await waitingCustomer(server.origin, team.siteKey, `Customer ${made}`)
      await expect(tasks.getByText(words ?? '')).toBeVisible()
    }
  })
}

test('the choice of a language is the person’s: it is there at once and on the next computer', async ({
  team,
  openDesk,
}) => {
  const desk = await openDesk(team.anna, { presence: 'busy' })
  await desk.page.getByRole('button', { name: 'Settings' }).click()
  await desk.page.getByRole('menuitemradio', { name: 'Polski' }).click()
  await expect(desk.page.getByRole('region', { name: 'Zadania w toku' })).toBeVisible()
  const elsewhere = await openDesk(team.anna, { presence: 'busy' })
  await expect(elsewhere.page.getByRole('region', { name: 'Zadania w toku' })).toBeVisible()
})

const widgetWords = {
  en: { open: 'Open chat', start: 'How can we help?', catalogue: 'en' },
  ru: { open: 'Открыть чат', start: 'Чем помочь?', catalogue: 'ru' },
  pl: { open: 'Otwórz czat', start: /Jak|W czym/, catalogue: 'pl' },
  bg: { open: 'Отвори чата', start: /Как|С какво/, catalogue: 'bg' },
} as const

for (const language of languages) {
  test(`the widget in ${language}`, async ({ team, openDesk, openWidget }) => {
    await openDesk(team.anna, { presence: 'busy' })
    const widget = await openWidget(team, { language })
    const { open, start, catalogue } = widgetWords[language]
    await expect(widget.launcher).toHaveAccessibleName(open)
    await widget.open()
    await expect(widget.frame.getByRole('heading', { name: start })).toBeVisible()
    const loaded = await widget.dialog.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    const catalogues = loaded.flatMap((name) => /\/(en|ru|pl|bg)-[\w-]+\.js/.exec(name)?.[1] ?? [])
    expect([...new Set(catalogues)]).toEqual([catalogue])
  })
}

test('without its words the page still speaks the language, and without JavaScript all of them', async ({
  server,
  newPage,
}) => {
  const page = await newPage({ locale: 'ru-RU' })
  await page.route('**/assets/ru-*.js', (route) => route.abort())
  await page.goto(server.origin)
  await expect(page.getByRole('heading', { name: 'Не удалось показать Care Desktop' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Перезагрузить' })).toBeVisible()
  await page.unroute('**/assets/ru-*.js')
  await page.getByRole('button', { name: 'Перезагрузить' }).click()
  await expect(page.getByRole('form')).toBeVisible()
  // As it comes: not every browser can be driven with its scripts off.
  const html = await (await fetch(server.origin)).text()
  const without = /<noscript>([^]*)<\/noscript>/.exec(html)?.[1] ?? ''
  expect([...without.matchAll(/lang="(\w+)"/g)].map(([, language]) => language)).toEqual([...languages])
})
