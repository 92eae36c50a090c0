import { translation } from '../../core.ts'
import type { audit as en } from '../en/audit.ts'

export const audit = translation<typeof en>()({
  region: 'Dziennik dostępu',
  about: 'Kto odsłuchał które nagranie. Wpisów nie można zmienić ani usunąć.',
  none: 'Nikt jeszcze niczego nie odsłuchał',
  more: 'Pokaż więcej',
  kinds: {
    listened: '{name}: odsłuchano nagranie',
  },
})
