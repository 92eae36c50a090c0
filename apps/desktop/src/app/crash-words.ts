/** Own words: the catalogue may be the very thing that did not load. */
const words: Record<string, [title: string, text: string, reload: string]> = {
  en: ['Care Desktop could not be shown', 'What you typed is kept in this browser.', 'Reload'],
  ru: ['Не удалось показать Care Desktop', 'Написанное сохранено в этом браузере.', 'Перезагрузить'],
  pl: ['Nie udało się wyświetlić Care Desktop', 'Wpisany tekst jest zachowany w tej przeglądarce.', 'Odśwież'],
  bg: ['Care Desktop не може да се покаже', 'Написаното е запазено в този браузър.', 'Презареждане'],
}

/** What the page says when nothing of it can be shown. */
export function crashWords(language: string): { title: string; text: string; reload: string } {
  const [title, text, reload] = words[language] ?? words['en'] ?? ['', '', '']
  return { title, text, reload }
}
