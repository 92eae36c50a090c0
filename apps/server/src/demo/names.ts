import type { Language } from '@care/contract'

interface Folk {
  women: readonly string[]
  men: readonly string[]
  /** As a woman and as a man bears it. */
  families: readonly (readonly [string, string])[]
  companies: readonly string[]
  cities: readonly string[]
  timeZones: readonly string[]
  phone: string
}

const same = (...names: string[]): (readonly [string, string])[] => names.map((name) => [name, name])
const slavic = (endings: readonly [string, string], ...stems: string[]): (readonly [string, string])[] =>
  stems.map((stem) => [stem + endings[0], stem + endings[1]])

/** Names by language. Phone numbers are of ranges for examples, or plainly made up. */
export const folk: Readonly<Record<Language, Folk>> = {
  en: {
    women: ['Emily', 'Grace', 'Olivia', 'Hannah', 'Sophie', 'Zoë', 'Chloe', 'Megan', 'Alice', 'Ruth'],
    men: ['James', 'Oliver', 'Harry', 'Liam', 'Daniel', 'Seán', 'Thomas', 'George', 'Adam', 'Peter'],
    families: same(
      'Smith',
      'Taylor',
      'Brown',
      "O'Brien",
      'Walker',
      'Hughes',
      'Clarke',
      'Bennett',
      'Foster',
      'Murphy',
      'Cooper',
      'Reid',
    ),
    companies: [
      'Harbour Coffee',
      'Northgate Offices',
      'The Bean Corner',
      'Riverside Hotel',
      'Oak & Co',
      'Lantern Books',
      'Pixel Yard',
      'Greenfield Dental',
      'Mill Lane Bakery',
      'Station 9 Gym',
    ],
    cities: ['Leeds', 'Bristol', 'Cardiff', 'Dublin', 'Glasgow', 'York'],
    timeZones: ['Europe/London', 'Europe/Dublin', 'America/New_York'],
    phone: '+44 7700 900',
  },
  ru: {
    women: ['Мария', 'Елена', 'Ольга', 'Татьяна', 'Наталья', 'Светлана', 'Алёна', 'Юлия', 'Дарья', 'Екатерина'],
    men: ['Сергей', 'Алексей', 'Дмитрий', 'Пётр', 'Николай', 'Андрей', 'Игорь', 'Михаил', 'Павел', 'Фёдор'],
    families: slavic(
      ['а', ''],
      'Соколов',
      'Лебедев',
      'Козлов',
      'Новиков',
      'Морозов',
      'Зайцев',
      'Ёлкин',
      'Громов',
      'Белов',
      'Тихонов',
      'Щукин',
      'Орлов',
    ),
    companies: [
      'Кофейня «Утро»',
      'Бюро «Квадрат»',
      'Гостиница «Северная»',
      'Пекарня Ломоть',
      'Студия Формат',
      'Клиника «Ясно»',
      'Кафе Чайка',
      'Типография Литера',
      'Мастерская Винт',
      'Книжный двор',
    ],
    cities: ['Алматы', 'Рига', 'Тбилиси', 'Вильнюс', 'Астана'],
    timeZones: ['Asia/Almaty', 'Europe/Riga', 'Asia/Tbilisi'],
    phone: '+7 700 000 0',
  },
  pl: {
    women: [
      'Agnieszka',
      'Katarzyna',
      'Małgorzata',
      'Zofia',
      'Joanna',
      'Łucja',
      'Ewa',
      'Magdalena',
      'Barbara',
      'Żaneta',
    ],
    men: ['Łukasz', 'Piotr', 'Paweł', 'Tomasz', 'Michał', 'Jakub', 'Grzegorz', 'Krzysztof', 'Marek', 'Wojciech'],
    families: [
      ...slavic(['ska', 'ski'], 'Kowal', 'Wiśniew', 'Zieliń', 'Kamiń', 'Jabłoń'),
      ...same('Nowak', 'Wójcik', 'Krawczyk', 'Mazur', 'Gołąb', 'Żak', 'Dudek'),
    ],
    companies: [
      'Kawiarnia Zgoda',
      'Biuro Nova',
      'Hotel pod Lipą',
      'Piekarnia Kłos',
      'Drukarnia Sowa',
      'Studio Żaba',
      'Gabinet Uśmiech',
      'Kancelaria Wrona',
      'Sklep Źródło',
      'Warsztat Trybik',
    ],
    cities: ['Warszawa', 'Kraków', 'Gdańsk', 'Łódź', 'Poznań', 'Wrocław'],
    timeZones: ['Europe/Warsaw'],
    phone: '+48 500 000 ',
  },
  bg: {
    women: ['Мария', 'Елена', 'Десислава', 'Ивана', 'Гергана', 'Радост', 'Йоана', 'Весела', 'Цветелина', 'Милена'],
    men: ['Георги', 'Иван', 'Димитър', 'Петър', 'Николай', 'Стоян', 'Красимир', 'Любомир', 'Пламен', 'Йордан'],
    families: slavic(
      ['а', ''],
      'Иванов',
      'Георгиев',
      'Димитров',
      'Стоянов',
      'Тодоров',
      'Ангелов',
      'Колев',
      'Христов',
      'Маринов',
      'Попов',
      'Желев',
      'Янков',
    ),
    companies: [
      'Кафене Роза',
      'Хотел Витоша',
      'Офис Хълма',
      'Пекарна Зрънце',
      'Студио Линия',
      'Книжарница Перо',
      'Клиника Здраве',
      'Ателие Конец',
      'Фитнес Скок',
      'Печатница Мастило',
    ],
    cities: ['София', 'Пловдив', 'Варна', 'Бургас', 'Русе'],
    timeZones: ['Europe/Sofia'],
    phone: '+359 88 000 0',
  },
}

const latin: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sht',
  ъ: 'a',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

/** Folded letters as they stand in a mail address. */
export const inLatin = (folded: string): string =>
  Array.from(folded, (letter) => latin[letter] ?? letter)
    .join('')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
