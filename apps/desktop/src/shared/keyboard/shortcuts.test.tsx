import { fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { nameOfKey } from './match-key.ts'
import { useSingleKeys } from './settings.ts'
import { useShortcuts, type Shortcuts } from './shortcuts.ts'

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
    [{ key: 'F6', code: 'F6', shiftKey: true }, 'Shift+F6', 'function key'],
  ])('%j is %s (%s)', (press, name, _why) => {
    expect(nameOfKey({ ...bare, ...press })).toBe(name)
  })
})

function Page({ shortcuts, children }: { shortcuts: Shortcuts; children?: ReactNode }): ReactNode {
  useShortcuts(shortcuts)
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
    useSingleKeys.getState().choose('on')
  })
  afterEach(() => useSingleKeys.getState().choose('on'))

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

  test('can be switched off, or wants Alt; ? always opens the help', () => {
    const help = vi.fn<() => void>()
    render(<Page shortcuts={{ j, '?': help }} />)
    useSingleKeys.getState().choose('off')
    press(document.body, 'j')
    expect(j).not.toHaveBeenCalled()
    useSingleKeys.getState().choose('alt')
    press(document.body, 'j')
    expect(j).not.toHaveBeenCalled()
    press(document.body, 'j', { altKey: true })
    expect(j).toHaveBeenCalledTimes(1)
    fireEvent.keyDown(document.body, { key: '?', code: 'Slash', shiftKey: true })
    expect(help).toHaveBeenCalledTimes(1)
  })
})
