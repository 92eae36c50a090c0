/** What an action of a bulk run or a macro does, in words. */
export const actions = {
  assign: 'Назначить: {name}',
  assignNobody: 'Снять исполнителя',
  queue: 'В очередь «{name}»',
  stage: 'На этап «{name}»',
  priority: 'Приоритет: {name}',
  tagsAdd: 'Добавить теги: {tags}',
  tagsRemove: 'Убрать теги: {tags}',
  close: 'Закрыть: {name}',
  spam: 'Отметить как спам',
  snooze: 'Отложить на {duration}',
  comment: 'Комментарий: {text}',
  reply: 'Вставить ответ «{name}»',
  gone: 'больше нет',
}
