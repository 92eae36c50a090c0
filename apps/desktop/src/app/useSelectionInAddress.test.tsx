import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useLayout } from '../shared/workspace/layout.ts'
import { openTask } from '../shared/workspace/open-task.ts'
import { useSelection } from '../shared/workspace/selection.ts'
import { useSelectionInAddress } from './useSelectionInAddress.ts'

afterEach(() => {
  cleanup()
  act(() => useSelection.getState().open(null))
  useLayout.setState({ pane: 'tasks' })
  history.replaceState(null, '', '/')
})
const pane = () => useLayout.getState().pane

test('a link to a task shows it where one pane is shown at a time', () => {
  history.replaceState(null, '', '/a/a1')
  renderHook(useSelectionInAddress)
  expect(useSelection.getState().activityId).toBe('a1')
  expect(pane()).toBe('communication')
})

test('"back" from an opened task leads to the list', () => {
  renderHook(useSelectionInAddress)
  act(() => openTask('a1'))
  expect(location.pathname).toBe('/a/a1')
  expect(pane()).toBe('communication')
  history.replaceState(null, '', '/')
  act(() => void dispatchEvent(new Event('popstate')))
  expect(useSelection.getState().activityId).toBeNull()
  expect(pane()).toBe('tasks')
})
