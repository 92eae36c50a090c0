import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'
import { picture } from '../fixtures/files.ts'
import { write } from '../pages/write.ts'

const jonas = { name: 'Jonas Weber', email: 'jonas@example.com', question: 'See my pictures' }

/** Puts files into the clipboard's place and pastes, or drops them: what a browser gives to the page either way. */
const give = (
  target: Locator,
  how: 'paste' | 'drop',
  files: readonly { name: string; type: string; base64: string }[],
) =>
  target.evaluate(
    (element, { how, files }) => {
      const data = new DataTransfer()
      for (const { name, type, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], name, { type }))
      }
      const init = { bubbles: true, cancelable: true }
      const event = how === 'paste' ? new ClipboardEvent('paste', init) : new DragEvent('drop', init)
      // Not every browser takes the data of an event that a page makes.
      Object.defineProperty(event, how === 'paste' ? 'clipboardData' : 'dataTransfer', { value: data })
      element.dispatchEvent(event)
    },
    { how, files },
  )
const shot = (name: string) => ({ name, type: 'image/png', base64: picture(name).buffer.toString('base64') })

/** A second of silence. */
function silence(): Buffer {
  const samples = Buffer.alloc(8_000, 128)
  const head = Buffer.from(
    '524946460000000057415645666d74201000000001000100401f0000401f00000100080064617461000000',
    'hex',
  )
  const wav = Buffer.concat([head, Buffer.alloc(1), samples])
  wav.writeUInt32LE(wav.length - 8, 4)
  wav.writeUInt32LE(samples.length, 40)
  return wav
}

test('pictures are pasted and dropped anywhere, looked at by keys, and sound plays in place', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin(jonas)
  await desk.accept('Jonas Weber')
  const { talk, page } = desk

  await give(talk.log, 'paste', [shot('one.png')])
  await give(talk.log, 'drop', [shot('two.png'), shot('three.png')])
  for (const name of ['one.png', 'two.png', 'three.png'])
    await expect(talk.reply.getByRole('button', { name: `Remove ${name}` })).toBeVisible()

  // Too large: said before anything is sent, and the rest stays as it was.
  await write(talk.field, 'Here they are')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(40 * 1024 * 1024)], 'huge.png', { type: 'image/png' }))
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true })
    Object.defineProperty(event, 'clipboardData', { value: data })
    document.querySelector('[role=log]')?.dispatchEvent(event)
  })
  await expect(talk.reply.getByRole('alert')).toHaveText(/huge\.png: larger than 25/)
  await expect(talk.field).toHaveValue('Here they are')
  await talk.reply.getByRole('button', { name: 'Remove huge.png' }).click()
  await talk.field.press('Control+Shift+Enter')
  const message = talk.message('Here they are')
  await expect(message.getByRole('img')).toHaveCount(3)
  await expect(widget.message('Here they are').getByRole('img')).toHaveCount(3)

  await message.getByRole('button', { name: 'Open picture two.png' }).click()
  const viewer = page.getByRole('dialog', { name: 'two.png' })
  await expect(viewer.getByText('2 of 3')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('dialog', { name: 'three.png' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('dialog', { name: 'one.png' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(message.getByRole('button', { name: 'Open picture two.png' })).toBeFocused()

  // A comment takes no files and says so.
  await talk.comment.click()
  await give(talk.field, 'paste', [shot('four.png')])
  await expect(page.getByText('Comments take no files')).toBeVisible()

  await widget.attach({ name: 'voice.wav', mimeType: 'audio/wav', buffer: silence() })
  await widget.say('Listen')
  const player = talk.message('Listen').locator('audio')
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.duration)).toBeCloseTo(1, 1)
  await expect(widget.message('Listen').locator('audio')).toBeVisible()
})

test('links are safe, and a word without end breaks instead of widening the talk', async ({
  team,
  openDesk,
  openWidget,
}) => {
  const desk = await openDesk(team.anna)
  const widget = await openWidget(team)
  await widget.begin({ ...jonas, question: `javascript:alert(1) https://example.com/${'x'.repeat(600)} <b>bold</b>` })
  await desk.accept('Jonas Weber')
  const message = desk.talk.message('javascript:alert(1)')
  await expect(message.getByRole('link')).toHaveCount(1)
  await expect(message.getByRole('link')).toHaveAttribute('rel', /noopener/)
  await expect(message).toContainText('<b>bold</b>')
  const overflow = await desk.talk.log.evaluate((log) => log.scrollWidth - log.clientWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})
