import { defaultWorkflow, type LocalName, type RequestField, type StageCategory, type Workflow } from '@care/domain'

const name = (en: string, ru: string, pl: string, bg: string): LocalName => ({ en, ru, pl, bg })
const stage = (key: string, category: StageCategory, named: LocalName) => ({ key, category, name: named })
const moves = (from: string, ...to: string[]) => to.map((key) => ({ from, to: key }))

/** The longer route of the demo: goods that come back. */
export const returnWorkflow: Workflow = {
  stages: [
    stage('received', 'new', name('Received', 'Получен', 'Przyjęty', 'Получено')),
    stage('checking', 'active', name('Checking', 'Проверка', 'Sprawdzanie', 'Проверка')),
    stage('asked', 'waiting', name('Customer asked', 'Вопрос клиенту', 'Pytanie do klienta', 'Въпрос към клиента')),
    stage('approved', 'active', name('Approved', 'Одобрен', 'Zatwierdzony', 'Одобрено')),
    stage('transit', 'waiting', name('In transit', 'В пути', 'W drodze', 'На път')),
    stage('refunded', 'closed', name('Refunded', 'Деньги возвращены', 'Zwrócono pieniądze', 'Възстановена сума')),
    stage('refused', 'closed', name('Refused', 'Отказ', 'Odmowa', 'Отказ')),
  ],
  transitions: [
    ...moves('received', 'checking', 'refused'),
    ...moves('checking', 'asked', 'approved', 'refused'),
    ...moves('asked', 'checking', 'approved', 'refused'),
    ...moves('approved', 'transit', 'refunded'),
    ...moves('transit', 'refunded', 'refused'),
    ...moves('refunded', 'checking'),
    ...moves('refused', 'checking'),
  ],
}

const field = (id: string, kind: RequestField['kind'], named: LocalName, more: Partial<RequestField> = {}) => ({
  id,
  kind,
  name: named,
  options: [],
  required: 'never' as const,
  requiredStages: [],
  shownIf: null,
  isRemoved: false,
  ...more,
})
const at = (...requiredStages: string[]) => ({ required: 'stages' as const, requiredStages })

export const returnFields: RequestField[] = [
  field('order', 'text', name('Order', 'Заказ', 'Zamówienie', 'Поръчка'), at('approved')),
  field('reason', 'choice', name('Reason', 'Причина', 'Powód', 'Причина'), {
    required: 'always',
    options: [
      { key: 'damaged', name: name('Damaged', 'Повреждено', 'Uszkodzone', 'Повредено') },
      { key: 'wrong', name: name('Wrong item', 'Не тот товар', 'Zły towar', 'Грешна стока') },
      { key: 'unwanted', name: name('Changed mind', 'Передумал', 'Zmiana decyzji', 'Промяна на решението') },
    ],
  }),
  field('damage', 'longText', name('Damage', 'Повреждение', 'Uszkodzenie', 'Повреда'), {
    ...at('approved'),
    shownIf: { fieldId: 'reason', values: ['damaged'] },
  }),
  field('missing', 'choices', name('Missing parts', 'Не хватает', 'Brakujące części', 'Липсващи части'), {
    options: [
      { key: 'box', name: name('Box', 'Коробка', 'Pudełko', 'Кутия') },
      { key: 'manual', name: name('Manual', 'Инструкция', 'Instrukcja', 'Ръководство') },
      { key: 'cable', name: name('Cable', 'Кабель', 'Kabel', 'Кабел') },
    ],
  }),
  field('pickUp', 'yesNo', name('Courier picks it up', 'Забирает курьер', 'Odbiera kurier', 'Куриер я взема')),
  field('pickUpDay', 'date', name('Pick-up day', 'День вывоза', 'Dzień odbioru', 'Ден на вземане'), {
    ...at('transit'),
    shownIf: { fieldId: 'pickUp', values: ['yes'] },
  }),
  field('inspector', 'person', name('Inspector', 'Проверяет', 'Sprawdza', 'Проверява')),
  field(
    'refund',
    'number',
    name('Refund, EUR', 'К возврату, EUR', 'Do zwrotu, EUR', 'За връщане, EUR'),
    at('refunded'),
  ),
]

/** The stage of a demo type that stands for a category: the first of it. */
export function demoStage(typeId: string, category: StageCategory): string {
  const { stages } = typeId === 'type-return' ? returnWorkflow : defaultWorkflow
  return stages.find((one) => one.category === category)?.key ?? category
}

/** What a return of the demo has in its fields when its story is over. */
export const returnedValues = (number: number, isClosed: boolean) => ({
  order: String(50_000 + number),
  reason: (['damaged', 'wrong', 'unwanted'] as const)[number % 3] ?? 'wrong',
  ...(number % 3 === 0 ? { damage: 'Cracked on arrival.' } : {}),
  ...(isClosed ? { refund: 20 + (number % 180) } : {}),
})
