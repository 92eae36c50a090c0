import { afterEach, expect, test } from 'vitest'
import { memoryKv } from '../storage/kv.ts'
import { draftKey, startDrafts, useDrafts } from './drafts.ts'

afterEach(() => localStorage.clear())

test('what a page left in haste wins over the database, and what it emptied is no draft', async () => {
  const reply = draftKey('ac-1', 'reply')
  const files = draftKey('ac-1', 'files')
  localStorage.setItem('care.drafts.anna', JSON.stringify({ [reply]: 'newer', [files]: '' }))
  const kv = memoryKv<string>()
  await kv.set(reply, 'older')
  await kv.set(files, '[]')
  await startDrafts('anna', kv)
  expect(useDrafts.getState().drafts).toEqual({ [reply]: 'newer' })
  expect(localStorage.getItem('care.drafts.anna')).toBeNull()
})
