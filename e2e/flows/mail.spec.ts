import { expectAccessible } from '../fixtures/axe.ts'
import { openMailbox } from '../fixtures/mailbox.ts'
import { expect, test } from '../fixtures/test.ts'
import { write } from '../pages/write.ts'

test('a mail is read with its looks, answered with more, taken back, sent, and what came back is shown', async ({
  server,
  team,
  openDesk,
}) => {
  const mailbox = await openMailbox(server, team)
  const desk = await openDesk(team.anna)
  const { page, talk } = desk
  await mailbox.deliver({
    subject: 'My grinder',
    html: '<p>It does <b>not</b> grind. <img src="cid:grinder" alt="The grinder"></p><blockquote type="cite">On Monday you wrote: it will</blockquote>',
  })
  await desk.accept('Elena Petrova')
  const came = talk.log.getByRole('article').first()
  await expect(came.getByRole('heading', { name: 'My grinder' })).toBeVisible()
  const mail = came.frameLocator('iframe[title="Mail"]')
  await expect(mail.locator('b')).toHaveText('not')
  await expect.poll(() => mail.locator('img').evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1)
  // As high as what it shows: nothing within it is scrolled.
  await expect
    .poll(() => came.locator('iframe').evaluate((one) => one.clientHeight))
    .toBeGreaterThanOrEqual(
      await mail.locator('body').evaluate((one) => Math.floor(one.getBoundingClientRect().height)),
    )
  await came.getByRole('button', { name: 'Show what is quoted' }).click()
  await expect(came.frameLocator('iframe[title="Quoted mail"]').locator('body')).toContainText('On Monday you wrote')
  await came.getByRole('button', { name: /^To support/ }).click()
  await expect(came.getByRole('definition').filter({ hasText: 'elena.' })).toContainText('Elena Petrova <elena.')
  await expectAccessible(page, 'a mail in the thread')

  // Reply to all, with looks.
  const writer = talk.reply
  await writer.getByRole('button', { name: 'Reply to all' }).click()
  await expect(writer.getByText('Elena Petrova')).toBeVisible()
  await expect(writer.getByText('Ivan', { exact: true })).toBeVisible()
  await write(writer.getByRole('combobox', { name: 'Cc', exact: true }), 'boss@customers.example,')
  await expect(writer.getByRole('textbox', { name: 'Subject' })).toHaveValue('Re: My grinder')
  const field = writer.getByRole('textbox', { name: 'Mail' })
  await field.click()
  await page.keyboard.type('We are ')
  await writer.getByRole('button', { name: 'Bold' }).click()
  await page.keyboard.type('sorry')
  await writer.getByRole('button', { name: 'Bold' }).click()
  await page.keyboard.type(': ')
  await page.keyboard.press('Enter')
  await writer.getByRole('button', { name: 'List', exact: true }).click()
  await page.keyboard.type('a new one comes')
  await expect(field.locator('b')).toHaveText('sorry')
  await expect(field.locator('li')).toHaveText('a new one comes')
  await expectAccessible(page, 'a mail in writing')
  await field.press('Control+Shift+Enter')

  // Taken back within the ten seconds it is where it was written.
  const went = talk.log.getByRole('article').nth(1)
  await expect(went).toContainText(/Goes out in \d+ s/)
  await went.getByRole('button', { name: 'Undo' }).click()
  await expect(went).toContainText('Taken back')
  await expect(field.locator('b')).toHaveText('sorry')
  await field.press('Control+Shift+Enter')
  await expect(talk.log.getByRole('article')).toHaveCount(3)
  await expect(field).toHaveText('')

  await server.advance(11_000)
  // What other flows have left in the outbox goes out as well.
  const toBoss = async () => (await server.office()).posted.find(({ to }) => to.includes('boss@customers.example'))
  await expect.poll(toBoss).toBeDefined()
  const posted = await toBoss()
  expect(posted?.to).toContain('ivan@customers.example')
  expect(posted?.raw).toContain('<b>sorry</b>')
  expect(posted?.raw).toContain('multipart/alternative')
  const last = talk.log.getByRole('article').last()
  await expect(last).toContainText('Sent')

  // A server says that it could not be delivered.
  const [, messageId = ''] = /^Message-ID:\s+(<[^>]+>)/im.exec(posted?.raw ?? '') ?? []
  await mailbox.bounce('boss@customers.example', messageId)
  await expect(last.getByRole('alert')).toContainText('Not delivered')
  await expect(last).toContainText('boss@customers.example')

  // What a server refuses says why, and goes out by hand once it is right.
  await server.office(['ivan@customers.example', 'boss@customers.example', posted?.to[0] ?? ''])
  // Its words are a quick reply's, chosen by key.
  await team.admin.call('addQuickReply', {
    body: {
      isShared: true,
      shortcut: `more-${team.queueId.slice(-8)}`,
      title: 'More',
      group: '',
      texts: { en: 'One more thing' },
    },
  })
  await field.click()
  await writer.getByRole('button', { name: 'Quick replies' }).click()
  await expect(writer.getByRole('option', { name: /More/ })).toBeVisible()
  await writer.getByRole('option', { name: /More/ }).click()
  await expect(field).toHaveText('One more thing')
  await field.press('Control+Shift+Enter')
  await expect(talk.log.getByRole('article')).toHaveCount(4)
  await server.advance(11_000)
  await expect(last).toContainText('no such user here')
  await server.office([])
  await last.getByRole('button', { name: 'Send again' }).click()
  await server.advance(1_000)
  await expect(last).toContainText('Sent')

  // What a machine wrote is folded.
  await mailbox.deliver({
    subject: 'Away',
    html: '<p>I am away</p>',
    headers: ['Auto-Submitted: auto-replied', `In-Reply-To: ${messageId}`],
  })
  await expect(last).toContainText('Automatic mail: sent by a program')
  await expect(last.locator('iframe')).toHaveCount(0)
  await last.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(last.frameLocator('iframe').locator('body')).toContainText('I am away')
})

const hostile = [
  '<p>Hello</p><script>parent.hurt = 1</script><img src=x onerror="parent.hurt = 2">',
  '<svg onload="parent.hurt = 3"></svg><a href="javascript:parent.hurt = 4">Click</a>',
  '<form action="https://evil.example/form"><input name=q><button>Send</button></form>',
  '<iframe src="https://evil.example/frame"></iframe><object data="https://evil.example/object"></object>',
  '<link rel=stylesheet href="https://evil.example/style"><style>@import url(https://evil.example/import)</style>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/refresh"><base href="https://evil.example/">',
  '<div style="position:fixed;inset:0;background:url(https://evil.example/back)">Over everything</div>',
  '<img src="https://evil.example/open.png" alt="A picture"><video src="https://evil.example/film" poster="https://evil.example/poster"></video>',
].join('')

test('what a mail brings along does not run, and asks nothing of others until one says so', async ({
  server,
  team,
  openDesk,
}) => {
  const mailbox = await openMailbox(server, team)
  const desk = await openDesk(team.anna)
  const { page, talk } = desk
  const asked: string[] = []
  await page.context().route(/evil\.example/, async (route) => {
    asked.push(new URL(route.request().url()).pathname)
    await route.abort()
  })
  await mailbox.deliver({ subject: 'Hostile', html: hostile })
  await desk.accept('Elena Petrova')
  const came = talk.log.getByRole('article').first()
  const body = came.frameLocator('iframe').locator('body')
  await expect(body).toContainText('Hello')
  await expect(body).toContainText('Over everything')
  await expect(
    body.locator('script, form, iframe, object, svg, link, meta, base, video, [onerror], [onload]'),
  ).toHaveCount(0)
  await expect(body.locator('a')).toHaveCount(0)
  await expect(came.getByText('Pictures from elsewhere are not shown.')).toBeVisible()
  const frame = await came.locator('iframe').elementHandle()
  const inside = await frame?.contentFrame()
  expect(await came.locator('iframe').getAttribute('sandbox')).not.toContain('allow-scripts')
  // Also what would get past the list of tags does not run: the frame has no scripts.
  await inside
    ?.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="/none" onerror="parent.hurt = 5">')
      const script = document.createElement('script')
      script.textContent = 'parent.hurt = 6'
      document.body.append(script)
    })
    .catch(() => undefined)
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2_000 })))
  expect(await page.evaluate(() => (window as unknown as { hurt?: number }).hurt)).toBeUndefined()
  expect(asked).toEqual([])

  await came.getByRole('button', { name: 'Show them' }).click()
  await expect.poll(() => asked).toEqual(['/open.png'])
  expect(await page.evaluate(() => (window as unknown as { hurt?: number }).hurt)).toBeUndefined()
})
