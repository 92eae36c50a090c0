import { translation } from '../../core.ts'
import type { customer as source } from '../en/customer.ts'

export const customer = translation<typeof source>()({
  region: 'Dane klienta',
})
