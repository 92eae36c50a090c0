import { translation } from '../../core.ts'
import type { audit as en } from '../en/audit.ts'

export const audit = translation<typeof en>()({
  region: 'Журнал доступа',
  about: 'Кто какую запись слушал и кто чью учётную запись менял. Строки нельзя изменить или удалить.',
  none: 'Пока никто ничего не слушал и не менял учётных записей',
  more: 'Показать ещё',
  kinds: {
    listened: '{name}: прослушана запись',
    added: '{name}: добавлена учётная запись, {account}',
    edited: '{name}: изменена учётная запись, {account}',
    roleChanged: '{name}: изменена роль, {account}',
    passwordSet: '{name}: задан новый пароль, {account}',
    closed: '{name}: закрыта учётная запись, {account}',
    reopened: '{name}: снова открыта учётная запись, {account}',
  },
})
