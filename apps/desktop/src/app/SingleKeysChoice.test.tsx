import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { meQuery } from '../shared/entities/me.ts'
import { fakeServer, Refusal } from '../shared/testing/fake-server.ts'
import { anna, renderDesk } from '../shared/testing/render.tsx'
import { SingleKeysChoice } from './SingleKeysChoice.tsx'

afterEach(() => vi.unstubAllGlobals())

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })

test('a click shows in the same frame, and a read that began before it does not bring the old choice back', async () => {
  const [read, change] = [Promise.withResolvers<typeof anna>(), Promise.withResolvers<typeof anna>()]
  const server = fakeServer({ getMe: () => read.promise, changeMe: () => change.promise })
  const { client } = renderDesk(<SingleKeysChoice />)
  const isRead = client.fetchQuery({ ...meQuery, staleTime: 0 })
  await waitFor(() => expect(server.callsTo('getMe')).toHaveLength(1))
  fireEvent.click(radio('With Alt'))
  expect(radio('With Alt').checked).toBe(true)
  await waitFor(() => expect(server.callsTo('changeMe')).toMatchObject([{ body: { singleKeys: 'alt' } }]))
  read.resolve(anna)
  await isRead
  expect(radio('With Alt').checked).toBe(true)
  change.resolve({ ...anna, singleKeys: 'alt' })
  await waitFor(() => expect(client.getQueryData(meQuery.queryKey)?.singleKeys).toBe('alt'))
  expect(radio('With Alt').checked).toBe(true)
})

test('a refused choice is put back', async () => {
  fakeServer({
    changeMe: () => {
      throw new Refusal('UNAVAILABLE')
    },
  })
  renderDesk(<SingleKeysChoice />)
  fireEvent.click(radio('Off'))
  expect(radio('Off').checked).toBe(true)
  await waitFor(() => expect(radio('On').checked).toBe(true))
})
