import { api } from '@care/contract'
import { expect, test } from 'vitest'
import { docsPage } from './docs-page.ts'
import { openApi } from './openapi.ts'

interface Operation {
  operationId: string
  security: unknown[]
  responses: Record<string, { description: string }>
}
const document = openApi('1.0.0') as { openapi: string; paths: Record<string, Record<string, Operation>> }
const operations = Object.values(document.paths).flatMap((path) => Object.values(path))

test('every endpoint stands in the OpenAPI document once, with its refusals and who may call', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(operations.map((operation) => operation.operationId).toSorted()).toEqual(Object.keys(api).toSorted())
  const edit = document.paths['/api/requests/{requestId}']?.['patch']
  expect(edit?.security).toEqual([{ session: [] }])
  expect(Object.keys(edit?.responses ?? {})).toEqual(
    expect.arrayContaining(['200', '400', '401', '403', '404', '409', '428']),
  )
  expect(edit?.responses['409']?.description).toContain('CONFLICT')
})

test('no schema is left empty by mistake', () => {
  expect(JSON.stringify(document.paths['/api/requests']?.['post'])).toContain('"maxLength":200')
})

test('the readable page names every endpoint and asks for nothing from elsewhere', () => {
  const page = docsPage()
  for (const name of Object.keys(api)) expect(page).toContain(`id="${name}"`)
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
  expect(page).not.toContain('<script')
})
