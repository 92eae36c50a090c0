import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useSteadyRow } from './useSteadyRow.ts'

const rowHeight = 50
const boxHeight = 100
const onOpen = vi.fn<(name: string) => void>()

function List({ names, aside = [] }: { names: readonly string[]; aside?: readonly string[] }): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  useSteadyRow(box)
  const list = (label: string, of: readonly string[]): ReactNode => (
    <ul aria-label={label}>
      {of.map((name) => (
        <li key={name}>
          <button type="button" data-row={name} onClick={() => onOpen(name)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <div ref={box} data-testid="box">
      {list('Needs reply', names)}
      {list('Waiting', aside)}
    </div>
  )
}

let now: number
const box = (): HTMLElement => screen.getByTestId('box')
const row = (name: string): HTMLElement => screen.getByRole('button', { name })
const padding = (side: 'above' | 'below'): number => Number.parseFloat(box().style.getPropertyValue(`--${side}`)) || 0

/** Rows of one height below each other in a box that scrolls, as the style sheet has them. */
function topOf(element: Element): number {
  const rows = [...box().querySelectorAll('[data-row]')]
  const before = rows.filter((one) => element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING)
  return padding('above') + before.length * rowHeight - box().scrollTop
}
function placeOf(element: Element): DOMRect {
  if (element === box()) return new DOMRect(0, 0, 300, boxHeight)
  const rows = element.matches('[data-row]') ? 1 : element.querySelectorAll('[data-row]').length
  return new DOMRect(0, topOf(element), 300, rows * rowHeight)
}
const rowUnder = (y: number): Element | null =>
  [...box().querySelectorAll('[data-row]')].find((one) => {
    const { top, bottom } = placeOf(one)
    return top <= y && y < bottom
  }) ?? box()

beforeEach(() => {
  now = 100_000
  onOpen.mockClear()
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function place(this: Element) {
    return placeOf(this)
  })
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(boxHeight)
  vi.spyOn(document, 'elementFromPoint').mockImplementation((_, y) => rowUnder(y))
})
afterEach(() => vi.restoreAllMocks())

/** The pointer comes to rest in the middle of a row. */
const restOn = (name: string): void => void pointAt(row(name), topOf(row(name)) + 25)
const pointAt = (element: Element, y: number): boolean =>
  fireEvent.pointerMove(element, { clientX: 20, clientY: y, pointerType: 'mouse' })

function show(names: readonly string[]) {
  const { rerender } = render(<List names={names} />)
  return {
    /** By others, who are heard of a moment later. */
    async change(next: readonly string[], aside: readonly string[] = []) {
      const heard = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          resolve()
        })
        observer.observe(box(), { childList: true, subtree: true })
      })
      rerender(<List names={next} aside={aside} />)
      await heard
    },
  }
}
/** A press of the pointer that rests there, without a move before it. */
function press(name: string): void {
  fireEvent.pointerDown(row(name))
  fireEvent.click(row(name), { detail: 1 })
}

test('a press at once on what has come to the place of a row that others took away does nothing', async () => {
  const list = show(['Ada', 'Boris', 'Cleo'])
  restOn('Boris')
  await list.change(['Ada', 'Cleo'])
  expect(rowUnder(75)).toBe(row('Cleo'))
  now += 400
  press('Cleo')
  expect(onOpen).not.toHaveBeenCalled()
  now += 1
  press('Cleo')
  expect(onOpen.mock.calls).toEqual([['Cleo']])
})

test('the same where the row went to another list', async () => {
  const list = show(['Ada', 'Boris', 'Cleo'])
  restOn('Boris')
  await list.change(['Ada', 'Cleo'], ['Boris'])
  press('Cleo')
  expect(onOpen).not.toHaveBeenCalled()
})

test.each<[string, () => void]>([
  ['by the pointer', () => fireEvent.pointerDown(row('Boris'))],
  ['by a key', () => fireEvent.keyDown(document.body, { key: 'e' })],
])('what one took away oneself %s is no surprise', async (_, act) => {
  const list = show(['Ada', 'Boris', 'Cleo'])
  restOn('Boris')
  act()
  now += 900
  await list.change(['Ada', 'Cleo'])
  press('Cleo')
  expect(onOpen.mock.calls).toEqual([['Cleo']])
})

test('whoever has moved the pointer since means what is there', async () => {
  const list = show(['Ada', 'Boris', 'Cleo'])
  restOn('Boris')
  await list.change(['Ada', 'Cleo'])
  // The browser says again where it is; that is no move.
  pointAt(row('Cleo'), 75)
  press('Cleo')
  expect(onOpen).not.toHaveBeenCalled()
  pointAt(row('Cleo'), 76)
  press('Cleo')
  expect(onOpen.mock.calls).toEqual([['Cleo']])
})

test('the keyboard chooses what has the focus', async () => {
  const list = show(['Ada', 'Boris', 'Cleo'])
  restOn('Boris')
  await list.change(['Ada', 'Cleo'])
  row('Cleo').focus()
  await userEvent.keyboard('{Enter}')
  expect(onOpen.mock.calls).toEqual([['Cleo']])
})

test('a finger rests nowhere: nothing is held and nothing refused', async () => {
  const list = show(['Ada', 'Boris', 'Cleo'])
  fireEvent.pointerMove(row('Boris'), { clientX: 20, clientY: 75, pointerType: 'touch' })
  await list.change(['Ada', 'Cleo'])
  press('Cleo')
  expect(onOpen.mock.calls).toEqual([['Cleo']])
})

test('what comes above the row under the pointer scrolls, and a press opens that row', async () => {
  const list = show(['Ada', 'Boris', 'Cleo', 'Dora'])
  restOn('Boris')
  await list.change(['Zoe', 'Ada', 'Boris', 'Cleo', 'Dora'])
  expect(box().scrollTop).toBe(rowHeight)
  expect(topOf(row('Boris'))).toBe(rowHeight)
  press('Boris')
  expect(onOpen.mock.calls).toEqual([['Boris']])
})

test('what goes above it leaves room where nothing can be scrolled, until the pointer leaves', async () => {
  const list = show(['Ada', 'Boris', 'Cleo'])
  restOn('Boris')
  await list.change(['Boris', 'Cleo'])
  expect(padding('above')).toBe(rowHeight)
  expect(topOf(row('Boris'))).toBe(rowHeight)
  // The room is given back before anything scrolls.
  await list.change(['Zoe', 'Boris', 'Cleo'])
  expect([padding('above'), box().scrollTop, topOf(row('Boris'))]).toEqual([0, 0, rowHeight])
  await list.change(['Boris', 'Cleo'])
  fireEvent.pointerLeave(box())
  expect([padding('above'), topOf(row('Boris'))]).toEqual([0, 0])
})
