import { translation } from '../../core.ts'
import type { audit as en } from '../en/audit.ts'

export const audit = translation<typeof en>()({
  region: 'Dziennik dostępu',
  about: 'Kto odsłuchał które nagranie i kto zmienił czyje konto. Wpisów nie można zmienić ani usunąć.',
  none: 'Nikt jeszcze niczego nie odsłuchał ani nie zmienił konta',
  more: 'Pokaż więcej',
  kinds: {
    listened: '{name}: odsłuchano nagranie',
    added: '{name}: dodano konto, {account}',
    edited: '{name}: zmieniono konto, {account}',
    roleChanged: '{name}: zmieniono rolę, {account}',
    passwordSet: '{name}: ustawiono nowe hasło, {account}',
    closed: '{name}: zamknięto konto, {account}',
    reopened: '{name}: ponownie otwarto konto, {account}',
  },
})
