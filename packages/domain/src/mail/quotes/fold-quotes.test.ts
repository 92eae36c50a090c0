import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldQuotes, isAnswer } from './fold-quotes.ts'
import { isAttribution } from './lines.ts'

describe('who wrote, as programs say it', () => {
  test.each([
    'On Mon, Oct 5, 2026 at 12:10 PM Kawa <a@x.example> wrote:',
    'On 05/10/2026 12:10, Kawa wrote:',
    'On 5 Oct 2026, at 12:10, Kawa <a@x.example> wrote:',
    'On Oct 5, 2026, Kawa <a@x.example> wrote:',
    'On 2026-10-05 12:10, Kawa wrote :',
    'Kawa <a@x.example> wrote:',
    'Am 05.10.26 um 12:10 schrieb Kawa:',
    'Am Mo., 5. Okt. 2026 um 12:10 Uhr schrieb Kawa <a@x.example>:',
    'Kawa <a@x.example> schrieb am Mo., 5. Okt. 2026, 12:10:',
    'W dniu 5.10.2026 o 12:10, Kawa pisze:',
    'pon., 5 paź 2026 o 12:10 Kawa <a@x.example> napisał(a):',
    'Dnia 5 października 2026 12:10 Kawa <a@x.example> napisał(a):',
    'Wiadomość napisana przez Kawa <a@x.example> w dniu 5 paź 2026, o godz. 12:10:',
    '5 окт. 2026 г., в 12:10, Kawa <a@x.example> написал(а):',
    '05.10.2026 12:10, Kawa пишет:',
    'пн, 5 окт. 2026 г. в 12:10, Kawa <a@x.example>:',
    'Понедельник, 5 октября 2026, 12:10 +03:00 от Kawa <a@x.example>:',
    '05.10.2026, 12:10, "Kawa" <a@x.example>:',
    'Вы писали 5 октября 2026 г., 12:10:11:',
    'Monday, October 5, 2026, 12:10:11, you wrote:',
    'На пн, 5.10.2026 г. в 12:10 Kawa <a@x.example> написа:',
    'На 5.10.26 г. в 12:10 ч., Kawa написа:',
    'Цитат от Kawa <a@x.example>:',
    'Quoting Kawa <a@x.example>:',
  ])('%s', (line) => expect(isAttribution(line)).toBe(true))

  test.each([
    'My colleague wrote to you on Monday:',
    'She wrote:',
    'In your letter of 5.10. you wrote:',
    'Call me at 12:10 or write to a@x.example:',
    'On Monday at 12:10 I saw this:',
    'The address is a@x.example:',
    'Вчера в 12:10 мне написал ваш курьер:',
    'Adres to a@x.example:',
    'I was there on 05.10.2026 at 12:10. Then your driver wrote on the box:',
  ])('no: %s', (line) => expect(isAttribution(line)).toBe(false))
})

const quote = 'On Mon, Oct 5, 2026 at 12:10 PM Kawa <a@x.example> wrote:\n\n> Yes?\n'
describe('what is folded', () => {
  test.each([
    ['an answer above', `Yes.\n\n${quote}`, 'Yes.'],
    ['line ends of Windows', `Yes.\r\n\r\n${quote.replaceAll('\n', '\r\n')}`, 'Yes.'],
    [
      'a name wrapped over lines',
      'Yes.\n\nOn Mon, Oct 5, 2026 at 12:10 PM Kawa Long\nName <a@x.example>\nwrote:\n\n> Yes?',
      'Yes.',
    ],
    ['no blank line above', `Yes.\n${quote}`, 'Yes.'],
    ['a signature above stays', `Yes.\n\n-- \nAnna\n\n${quote}`, 'Yes.\n\n--\nAnna'],
    ['a signature below', `Yes.\n\n${quote}\n-- \nAnna\n+48 600`, 'Yes.'],
    ['a footer below', `Yes.\n\n${quote}\nSent from my iPhone`, 'Yes.'],
    ['without signs', 'Yes.\n\nOn 05/10/2026 12:10, Kawa wrote:\nYes?\nTell us.', 'Yes.'],
    [
      'an underscored block',
      `Yes.\n${'_'.repeat(32)}\nFrom: Kawa <a@x.example>\nSent: Monday\nTo: Anna\nSubject: Lid\n\nYes?`,
      'Yes.',
    ],
    ['a block in bold', 'Yes.\n\n*From:* Kawa <a@x.example>\n*Sent:* Monday\n*Subject:* Lid\n\nYes?', 'Yes.'],
    [
      'a block with many recipients',
      'Yes.\n\nFrom: Kawa <a@x.example>\nSent: Monday\nTo: Anna;\nBen; Cy\nSubject: Lid',
      'Yes.',
    ],
    ['an original message', 'Yes.\n\n-----Original Message-----\nYes?', 'Yes.'],
    ['a quote in the same line', 'Yes.\n\n  On Mon, Oct 5, 2026 at 12:10, Kawa<a@x.example> wrote:   Yes?', 'Yes.'],
    ['another language', 'Yes.\n\nLe 15 janv. 2026 à 14:30, Kawa <a@x.example> a écrit :\n> Yes?', 'Yes.'],
    [
      'a date without time, on a line of its own',
      'Yes.\n\nOn Wed, Dec 9, Kawa Long\n<a@x.example>\nwrote:\n> Yes?',
      'Yes.',
    ],
    ['signs alone', 'Yes.\n\n> Yes?\n> Kawa', 'Yes.'],
  ])('%s', (_what, text, visible) => {
    const folded = foldQuotes(text)
    expect(folded.visible).toBe(visible)
    expect(folded.quoted).not.toBe('')
  })

  test.each([
    ['nothing quoted', 'Yes.'],
    ['nothing above', quote],
    ['an answer below', `${quote}\nYes.`],
    ['answers between', `See below.\n\n${quote}\nYes.\n\n> And?\n\nNo.`],
    ['one answer between', `See below.\n\n${quote}\nYes.`],
    ['a way from one place to another', 'Please deliver.\n\nFrom: Gdansk\nTo: Sofia\nDate: Friday\n\nThanks.'],
    [
      'a forwarded mail',
      'See.\n\n---------- Forwarded message ---------\nFrom: K <a@x.example>\nDate: Mon\nSubject: Lid\n\nYes?',
    ],
    ['empty', ''],
  ])('whole: %s', (_what, text) => {
    expect(foldQuotes(text)).toEqual({ visible: text.trim(), quoted: '' })
  })

  test('what is forwarded is whole, also without a line that says so', () => {
    const text = 'See.\n\nFrom: K <a@x.example>\nSent: Monday\nSubject: Lid\n\nYes?'
    expect(foldQuotes(text).visible).toBe('See.')
    expect(foldQuotes(text, { isForward: true })).toEqual({ visible: text, quoted: '' })
  })
})

test.each([
  ['', false],
  ['> Yes?\n\n-- \nAnna', false],
  ['Sent from my iPhone', false],
  ['No, the other.', true],
  ['> Yes?\nNo.', true],
])('%j is an answer: %s', (below, is) => expect(isAnswer(below)).toBe(is))

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '',
      '> q',
      '>> q',
      quote,
      '-- ',
      'From: a@b',
      'Sent: x',
      'Subject: y',
      'wrote:',
      'On Mon, 5 Oct 2026 12:10',
      '-----Original Message-----',
      '12:10',
      ':',
    ),
    fc.string({ unit: 'binary', maxLength: 80 }),
  )

  test('loses no words, and keeps something to be seen', () => {
    const bare = (text: string): string => text.replace(/[\s_-]+/gu, '')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n')
        const { visible, quoted } = foldQuotes(text)
        expect(bare(visible + quoted)).toBe(bare(text.replace(/\r\n?/gu, '\n')))
        expect(visible === '' && quoted !== '').toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('takes time in proportion to its length', () => {
    const pieces = [
      'a',
      ' ',
      ':',
      '>',
      '<',
      '@',
      '-',
      '_',
      '12:10 ',
      'wrote ',
      'On ',
      'From:',
      '\n',
      'wrote:\n',
      'On 5.10.2026 12:10\n',
      'From: a@b\n',
      '> x\n',
      '-- \n',
      '\t:',
      'пишет ',
      '*',
    ]
    const measure = (text: string): number => {
      const start = Date.now()
      foldQuotes(text)
      return Date.now() - start
    }
    for (const piece of pieces) {
      expect([piece, measure(piece.repeat(200_000)) < 5_000]).toEqual([piece, true])
      expect([piece, measure(`Hello\n${piece.repeat(200_000)}`) < 5_000]).toEqual([piece, true])
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 6 }), (some) => {
        expect(measure(some.join('').repeat(20_000))).toBeLessThan(5_000)
      }),
      { numRuns: 30 },
    )
  }, 120_000)
})
