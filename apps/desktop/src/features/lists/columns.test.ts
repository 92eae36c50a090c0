import { expect, test } from 'vitest'
import { cardLayout, columnIds, columns, usualLayout } from './columns.ts'

const of = (...ids: (typeof columnIds)[number][]) => ids.map((id) => ({ id, width: columns[id].width }))

test('a card keeps the usual columns in the chosen order and leaves out what it has no room for', () => {
  expect(cardLayout(usualLayout)).toEqual(usualLayout)
  expect(cardLayout(of('company', ...columnIds.filter((id) => id !== 'company')))).toEqual(usualLayout)
})

test('others take the places of usual ones that are not shown, the first chosen first', () => {
  expect(cardLayout(of('title', 'company', 'outcome'))).toEqual(of('title', 'company', 'outcome'))
  const withoutQueue = columnIds.filter((id) => id !== 'queue')
  expect(cardLayout(of(...withoutQueue))).toEqual(
    of('number', 'title', 'customer', 'company', 'stage', 'priority', 'assignee', 'due', 'updated'),
  )
})
