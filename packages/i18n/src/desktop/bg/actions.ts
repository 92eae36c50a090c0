/** What an action of a bulk run or a macro does, in words. */
export const actions = {
  assign: 'Възложи на: {name}',
  assignNobody: 'Премахни отговорника',
  queue: 'В опашката „{name}“',
  stage: 'На етап „{name}“',
  priority: 'Приоритет: {name}',
  tagsAdd: 'Добави етикети: {tags}',
  tagsRemove: 'Махни етикети: {tags}',
  close: 'Затвори: {name}',
  spam: 'Отбележи като спам',
  snooze: 'Отложи с {duration}',
  comment: 'Коментар: {text}',
  reply: 'Вмъкни отговор „{name}“',
  gone: 'вече го няма',
}
