import { translation } from '../../core.ts'
import type { settings as en } from '../en/settings.ts'

export const settings = translation<typeof en>()({
  didNotLoad: 'Nie udało się wczytać',
})
