import { translation } from '../../core.ts'
import type { settings as en } from '../en/settings.ts'

export const settings = translation<typeof en>()({
  didNotLoad: 'Не загрузилось',
  noRight: 'У вас нет права менять это. Обратитесь к администратору.',
  archived: 'В архиве',
  archive: 'В архив: {name}',
  bringBack: 'Вернуть из архива: {name}',
  members: { one: '{n} участник', few: '{n} участника', many: '{n} участников', other: '{n} участника' },
  findMember: 'Найти оператора',
  nobodyFits: 'Никто не подходит',
  moreMembers: {
    one: 'Ещё {n}: начните вводить имя',
    few: 'Ещё {n}: начните вводить имя',
    many: 'Ещё {n}: начните вводить имя',
    other: 'Ещё {n}: начните вводить имя',
  },
  between: 'Целое число от {min} до {max}',
  skillsWrong: {
    one: 'Не больше {n} навыка, каждый до 50 знаков',
    few: 'Не больше {n} навыков, каждый до 50 знаков',
    many: 'Не больше {n} навыков, каждый до 50 знаков',
    other: 'Не больше {n} навыка, каждый до 50 знаков',
  },
  overtaken: 'Тем временем это изменил другой человек: {name}',
  loadTheirs: 'Загрузить',
})
