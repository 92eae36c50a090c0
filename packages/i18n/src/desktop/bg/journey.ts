import { translation } from '../../core.ts'
import type { journey as source } from '../en/journey.ts'

export const journey = translation<typeof source>()({
  region: 'Път на клиента',
})
