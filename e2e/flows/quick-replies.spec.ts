import { expectAccessible } from '../fixtures/axe.ts'
import { expect, test } from '../fixtures/test.ts'
import type { Desk } from '../pages/desk.ts'
import { write } from '../pages/write.ts'
import { go } from '../pages/go.ts'

const jonas = { name: 'Jonas Weber', email: 'jonas@example.com', question: 'The tank is cracked' }
const label = { name: 'return-label.txt', mimeType: 'text/plain', buffer: Buffer.from('Brewhaus, Plovdiv') }
let made = 0
/** The shared ones are everybody's: each test has shortcuts of its own. */
const unique = (word: string): string => `${word}-${Date.now().toString(36)}${(made += 1)}`

const pickerOf = ({ talk }: Desk) => talk.reply.getByRole('listbox', { name: 'Quick replies' })
const editorOf = ({ page }: Desk) => page.getByRole('region', { name: /^(Add|Edit) quick reply$/ })
const rowOf = ({ page }: Desk, shortcut: string) => page.getByRole('button', { name: `/${shortcut}` })

test('what a supervisor sets up is picked, filled in, completed and sent by an operator', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const shortcut = unique('swap')
  const anna = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await anna.accept('Jonas Weber')
  await anna.talk.say('One moment')
  // Already open: what is made now must come to it.
  const first = { isShared: false, shortcut: unique('first'), title: 'First', texts: { en: 'First' } }
  await anna.api.call('addQuickReply', { body: first })
  await anna.talk.field.pressSequentially('/')
  await expect(pickerOf(anna).getByRole('option', { name: first.shortcut })).toBeVisible()
  await anna.talk.field.press('Backspace')

  const vera = await openDesk(team.vera, { presence: null })
  await vera.look()
  await expect(vera.tasks.region).toBeVisible()
  await go(vera.page, 'k')
  await expect(vera.page.getByRole('heading', { name: 'Quick replies', exact: true })).toBeVisible()
  await vera.page.getByRole('button', { name: 'Add quick reply' }).first().click()
  const editor = editorOf(vera)
  await write(editor.getByRole('textbox', { name: 'Shortcut' }), shortcut)
  await write(editor.getByRole('textbox', { name: 'Title' }), 'Swap the machine')
  await write(editor.getByRole('textbox', { name: 'Text, English' }), 'Good news, {customer.firstName}: order ')
  await editor.getByRole('button', { name: 'Insert variable' }).click()
  await vera.page.getByRole('menuitem', { name: /Field to fill in by hand/ }).click()
  const field = editor.getByRole('textbox', { name: 'Text, English' })
  await expect(field).toBeFocused()
  await vera.page.keyboard.type('order number')
  await expect(field).toHaveValue('Good news, {customer.firstName}: order {?order number}')
  await editor.getByRole('combobox', { name: 'Whose' }).selectOption('shared')
  await editor.locator('input[type=file]').setInputFiles(label)
  await expect(editor.getByText('return-label.txt')).toBeVisible()
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(rowOf(vera, shortcut)).toBeVisible()

  await anna.look()
  await anna.talk.log.focus()
  await anna.page.keyboard.press('/')
  await expect(anna.talk.field).toBeFocused()
  await anna.page.keyboard.type(shortcut.slice(0, 4))
  const option = pickerOf(anna).getByRole('option', { name: new RegExp(`/${shortcut}`) })
  await expect(option).toBeVisible()
  // The last message stays in sight above the list.
  const [last, top] = [
    await anna.talk.log.getByRole('article').last().boundingBox(),
    await anna.talk.reply.boundingBox(),
  ]
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(top?.y ?? 0)
  await expectAccessible(anna.page, 'the picker')
  await option.click()
  await expect(anna.talk.field).toHaveValue('Good news, Jonas: order {?order number}')
  await expect(anna.talk.reply.getByText('return-label.txt')).toBeVisible()

  await anna.talk.field.press('Control+Shift+Enter')
  await expect(anna.talk.reply.getByText('Fill in or take out before sending: order number')).toBeVisible()
  await expectAccessible(anna.page, 'a field to fill in')
  expect(await widget.texts()).toHaveLength(2)
  await anna.page.keyboard.type('58213')
  await expect(anna.talk.field).toHaveValue('Good news, Jonas: order 58213')
  await anna.talk.field.press('Control+Shift+Enter')
  await expect(widget.message('Good news, Jonas: order 58213')).toBeVisible()
  await expect(widget.message('Good news, Jonas: order 58213').getByText('return-label.txt')).toBeVisible()

  const { items } = await vera.api.call('listQuickReplies', { query: { search: shortcut } })
  expect(items.map(({ uses }) => uses)).toEqual([1])
})

test('by keys alone: arrows, Enter, Escape; a reply of one’s own is nobody else’s', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const shortcut = unique('mine')
  const anna = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await anna.accept('Jonas Weber')
  const mine = { isShared: false, texts: { en: 'It is on its way.' } }
  await anna.api.call('addQuickReply', { body: { ...mine, shortcut, title: 'On its way' } })
  await anna.api.call('addQuickReply', {
    body: { ...mine, shortcut: `${shortcut}-b`, title: 'Later', texts: { en: 'Later.' } },
  })
  await anna.look()
  await write(anna.talk.field, `Well. /${shortcut}`)
  await expect(pickerOf(anna).getByRole('option')).toHaveCount(2)
  await anna.talk.field.press('Escape')
  await expect(pickerOf(anna)).toBeHidden()
  await expect(anna.talk.field).toHaveValue(`Well. /${shortcut}`)
  await write(anna.talk.field, `Well. /${shortcut}`)
  await anna.talk.field.press('ArrowDown')
  await anna.talk.field.press('Tab')
  await expect(anna.talk.field).toHaveValue('Well. Later.')
  await anna.talk.field.press('Control+Shift+Enter')
  await expect(widget.message('Well. Later.')).toBeVisible()

  const boris = await openDesk(team.boris, { presence: null, path: '/quick-replies' })
  await boris.look()
  await write(boris.page.getByRole('searchbox'), shortcut)
  await expect(boris.page.getByText('Nothing found')).toBeVisible()
})

test('what is refused, undone and overtaken', async ({ team, openDesk }) => {
  const [shortcut, other] = [unique('refused'), unique('refused')]
  const shared = { isShared: true, title: 'Shared', texts: { en: 'Text' } }
  const vera = await openDesk(team.vera, { presence: null, path: '/quick-replies' })
  const { id, version } = await vera.api.call('addQuickReply', { body: { ...shared, shortcut } })
  await vera.api.call('addQuickReply', { body: { ...shared, shortcut: other } })
  await vera.look()
  await rowOf(vera, shortcut).click()
  const editor = editorOf(vera)
  await write(editor.getByRole('textbox', { name: 'Text, English' }), 'Hello {customer.shoeSize}')
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor.getByText('There is no variable {customer.shoeSize}. Choose one from the menu.')).toBeVisible()
  await expectAccessible(vera.page, 'an editor with a mistake')
  await write(editor.getByRole('textbox', { name: 'Text, English' }), 'Hello {customer.name}')
  await write(editor.getByRole('textbox', { name: 'Shortcut' }), other)
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor.getByText('Another quick reply has this shortcut already.')).toBeVisible()
  await write(editor.getByRole('textbox', { name: 'Shortcut' }), shortcut)
  await team.admin.call('editQuickReply', { params: { quickReplyId: id }, body: { title: 'The other title' }, version })
  await editor.getByRole('button', { name: 'Save' }).click()
  await editor.getByRole('button', { name: 'Keep mine' }).click()
  await expect(editor.getByRole('button', { name: 'Discard changes' })).toBeHidden()
  const { items } = await vera.api.call('listQuickReplies', { query: { search: shortcut } })
  expect(items[0]).toMatchObject({ title: 'Shared', texts: { en: 'Hello {customer.name}' } })

  await editor.getByRole('button', { name: 'Delete' }).click()
  await expect(rowOf(vera, shortcut)).toBeHidden()
  await vera.page.getByRole('button', { name: /^Undo/ }).click()
  await expect(rowOf(vera, shortcut)).toBeVisible()

  const anna = await openDesk(team.anna, { presence: null, path: '/quick-replies' })
  await anna.look()
  await rowOf(anna, shortcut).click()
  await expect(editorOf(anna).getByText('Only who sets up the shared ones can change this')).toBeVisible()
  await expect(editorOf(anna).getByRole('textbox', { name: 'Title' })).toBeDisabled()
})

test('a file is looked at line by line, imported, and exported as it was', async ({ team, openDesk }) => {
  const shortcut = unique('file')
  const vera = await openDesk(team.vera, { presence: null, path: '/quick-replies' })
  await vera.look()
  await expectAccessible(vera.page, 'the screen')
  await vera.page.getByRole('button', { name: 'Import' }).click()
  const dialog = vera.page.getByRole('dialog', { name: 'Import' })
  await dialog.getByRole('combobox', { name: 'Import into' }).selectOption('own')
  const table = `shortcut;title;en;ru\n${shortcut};From a file;"Two\nlines";Текст\nfoo;Foo;{nobody};\n`
  const file = { name: 'replies.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
  await dialog.locator('input[type=file]').setInputFiles(file)
  await expect(dialog.getByRole('row', { name: /foo Foo Refused: there is no variable \{nobody\}/ })).toBeVisible()
  await expectAccessible(vera.page, 'the preview')
  expect((await vera.api.call('listQuickReplies', { query: { scope: 'own' } })).items).toEqual([])
  await dialog.getByRole('button', { name: 'Import 1 line' }).click()
  await expect(dialog).toBeHidden()
  await expect(rowOf(vera, shortcut)).toBeVisible()

  await vera.page.getByRole('button', { name: 'Export' }).click()
  await expect(vera.page.getByRole('menuitem', { name: 'My own, CSV' })).toBeVisible()
  const exported = await vera.page.evaluate(async () => {
    const answer = await fetch('/api/quick-replies/export?format=json&scope=own')
    return (await answer.json()) as unknown
  })
  expect(exported).toEqual({
    quickReplies: [{ shortcut, title: 'From a file', group: '', texts: { en: 'Two\nlines', ru: 'Текст' } }],
  })
})
