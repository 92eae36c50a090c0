import { fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { nameOfKey } from './match-key.ts'
import { idOfKey, keyGroup } from './keys.ts'
import { useSingleKeys, type SingleKeys } from './settings.ts'
import { presentShortcuts, useSequence, useShortcuts, type Shortcuts } from './shortcuts.ts'

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('the name of a press', () => {
  test.each([
    [{ key: 'j', code: 'KeyJ' }, 'j', 'Latin'],
    [{ key: 'о', code: 'KeyJ' }, 'j', 'Russian layout: by place'],
    [{ key: 'Ф', code: 'KeyA', shiftKey: true }, 'Shift+a', 'Russian capital'],
    [{ key: '?', code: 'Slash', shiftKey: true }, '?', 'a sign by what it is'],
    [{ key: '?', code: 'Digit7', shiftKey: true }, '?', 'wherever it is'],
    [{ key: 'q', code: 'KeyA' }, 'q', 'French layout: Latin letters by what they say'],
    [{ key: 'Enter', code: 'Enter', metaKey: true }, 'Ctrl+Enter', '⌘ is Ctrl'],
    [{ key: 'Enter', code: 'Enter', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+Enter', 'both'],
    [{ key: 'ArrowUp', code: 'ArrowUp', altKey: true }, 'Alt+ArrowUp', 'Alt'],
    [{ key: '∆', code: 'KeyJ', altKey: true }, 'Alt+j', '⌥ on a Mac makes another letter of it'],
    [{ key: '¿', code: 'Slash', altKey: true, shiftKey: true }, 'Alt+?', 'and of signs'],
    [{ key: 'л', code: 'KeyK', ctrlKey: true }, 'Ctrl+k', 'Russian layout with Ctrl'],
    [{ key: 'б', code: 'Comma' }, ',', 'a letter where the Latin layout has a sign'],
    [{ key: 'ж', code: 'KeyV' }, 'v', 'Bulgarian phonetic layout'],
    [{ key: 'ą', code: 'KeyA', altKey: true }, 'Alt+a', 'Polish AltGr'],
    [{ key: 'F6', code: 'F6', shiftKey: true }, 'Shift+F6', 'function key'],
  ])('%j is %s (%s)', (press, name, _why) => {
    expect(nameOfKey({ ...bare, ...press })).toBe(name)
  })
})

const keys = keyGroup('test', 1, { j: ['j'], F6: ['F6'], help: ['?'], d: ['d'], goD: ['g d'] }, { moves: ['F6'] })
type Ids = keyof typeof keys.keys
const choose = (mode: SingleKeys): void => useSingleKeys.setState({ mode })

function Page({ shortcuts, children }: { shortcuts: Shortcuts<Ids>; children?: ReactNode }): ReactNode {
  useShortcuts(keys, shortcuts)
  return <>{children}</>
}
const press = (target: Element, key: string, more: object = {}) =>
  fireEvent.keyDown(target, { key, code: `Key${key.toUpperCase()}`, ...more })

/** As MUI renders its dialogs. */
const asDialog = (element: HTMLElement | null): void => {
  element?.setAttribute('role', 'dialog')
  element?.setAttribute('aria-modal', 'true')
}

describe('the dispatcher', () => {
  const j = vi.fn<() => void>()
  beforeEach(() => {
    j.mockClear()
    choose('on')
  })
  afterEach(() => choose('on'))

  test('a letter acts on the page', () => {
    render(<Page shortcuts={{ j }} />)
    press(document.body, 'j')
    expect(j).toHaveBeenCalledTimes(1)
  })

  test.each([['repeat'], ['ctrlKey'], ['metaKey'], ['altKey']])('not with %s', (flag) => {
    render(<Page shortcuts={{ j }} />)
    press(document.body, 'j', { [flag]: true })
    expect(j).not.toHaveBeenCalled()
  })

  test('not while composing', () => {
    render(<Page shortcuts={{ j }} />)
    press(document.body, 'j', { isComposing: true })
    expect(j).not.toHaveBeenCalled()
  })

  test.each([
    ['input', <input key="1" aria-label="here" />],
    ['textarea', <textarea key="2" aria-label="here" />],
    ['editable', <div key="3" contentEditable="true" aria-label="here" />],
  ])('not in %s', (_name, field) => {
    render(<Page shortcuts={{ j }}>{field}</Page>)
    press(screen.getByLabelText('here'), 'j')
    expect(j).not.toHaveBeenCalled()
  })

  test('not below an open dialog or menu, and F6 neither', () => {
    const f6 = vi.fn<() => void>()
    render(
      <Page shortcuts={{ j, F6: f6 }}>
        <div ref={asDialog} />
      </Page>,
    )
    press(document.body, 'j')
    fireEvent.keyDown(document.body, { key: 'F6', code: 'F6' })
    expect(j).not.toHaveBeenCalled()
    expect(f6).not.toHaveBeenCalled()
  })

  test('F6 also from a field', () => {
    const f6 = vi.fn<() => void>()
    render(
      <Page shortcuts={{ F6: f6 }}>
        <input aria-label="here" />
      </Page>,
    )
    fireEvent.keyDown(screen.getByLabelText('here'), { key: 'F6', code: 'F6' })
    expect(f6).toHaveBeenCalledTimes(1)
  })

  test('the one mounted last goes first; false lets it fall through', () => {
    const inner = vi.fn<() => boolean>(() => false)
    render(
      <>
        <Page shortcuts={{ j }} />
        <Page shortcuts={{ j: inner }} />
      </>,
    )
    press(document.body, 'j')
    expect(inner).toHaveBeenCalledTimes(1)
    expect(j).toHaveBeenCalledTimes(1)
  })

  test('can be switched off, or wants Alt', () => {
    const help = vi.fn<() => void>()
    render(<Page shortcuts={{ j, help }} />)
    choose('off')
    press(document.body, 'j')
    fireEvent.keyDown(document.body, { key: '?', code: 'Slash', shiftKey: true })
    expect(j).not.toHaveBeenCalled()
    expect(help).not.toHaveBeenCalled()
    choose('alt')
    press(document.body, 'j')
    expect(j).not.toHaveBeenCalled()
    press(document.body, 'j', { altKey: true })
    expect(j).toHaveBeenCalledTimes(1)
  })

  describe('two keys one after the other', () => {
    const d = vi.fn<() => void>()
    const goD = vi.fn<() => void>()
    beforeEach(() => {
      vi.useFakeTimers()
      d.mockClear()
      goD.mockClear()
    })
    afterEach(() => vi.useRealTimers())

    test('the second is not what it is alone, and no row hears it', () => {
      const row = vi.fn<() => void>()
      render(
        <Page shortcuts={{ d, goD }}>
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- stands for a row with its own keys */}
          <div onKeyDown={row} data-testid="row" />
        </Page>,
      )
      press(screen.getByTestId('row'), 'g')
      expect(useSequence.getState().first).toBe('g')
      row.mockClear()
      press(screen.getByTestId('row'), 'd')
      expect(goD).toHaveBeenCalledTimes(1)
      expect(d).not.toHaveBeenCalled()
      expect(row).not.toHaveBeenCalled()
    })

    test('is waited for from when its hint is on the screen, however long that takes', () => {
      const frame = vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1)
      render(<Page shortcuts={{ d, goD }} />)
      press(document.body, 'g')
      vi.advanceTimersByTime(5_000)
      frame.mock.lastCall?.[0](5_000)
      frame.mockRestore()
      vi.advanceTimersByTime(900)
      press(document.body, 'd')
      expect(goD).toHaveBeenCalledTimes(1)
      expect(d).not.toHaveBeenCalled()
    })

    test('is waited for a second; another key is what it always is', () => {
      render(<Page shortcuts={{ j, d, goD }} />)
      press(document.body, 'g')
      vi.advanceTimersByTime(1_100)
      press(document.body, 'd')
      expect(d).toHaveBeenCalledTimes(1)
      press(document.body, 'g')
      press(document.body, 'j')
      expect(j).toHaveBeenCalledTimes(1)
      expect(goD).not.toHaveBeenCalled()
    })
  })

  test('what cannot be done now is neither done nor offered, and moving about is not offered', () => {
    const f6 = vi.fn<() => void>()
    const { rerender } = render(<Page shortcuts={{ j, F6: f6, help: false }} />)
    expect(presentShortcuts().map(({ id }) => id)).toEqual(['j'])
    rerender(<Page shortcuts={{ j: false }} />)
    press(document.body, 'j')
    expect(j).not.toHaveBeenCalled()
    expect(presentShortcuts()).toEqual([])
  })

  test('a press has one id in a group', () => {
    expect(idOfKey(keys, 'j')).toBe('j')
    expect(idOfKey(keys, 'x')).toBeUndefined()
  })
})
