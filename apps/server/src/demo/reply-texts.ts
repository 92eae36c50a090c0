import type { DemoReply } from './quick-replies.ts'

const [greeting, orders, returns, service, closing] = ['Greeting', 'Orders', 'Returns', 'Service', 'Closing']

/** What the shop's people write again and again. */
export const replyTexts: readonly DemoReply[] = [
  {
    shortcut: 'hello',
    title: 'Greeting',
    group: greeting,
    uses: 412,
    texts: {
      en: 'Hello {customer.firstName}, this is {operator.firstName} from Brewhaus. How can I help?',
      ru: 'Здравствуйте, {customer.firstName}! Это {operator.firstName} из Brewhaus. Чем могу помочь?',
      pl: 'Dzień dobry, {customer.firstName}! Tu {operator.firstName} z Brewhaus. W czym mogę pomóc?',
      bg: 'Здравейте, {customer.firstName}! Аз съм {operator.firstName} от Brewhaus. С какво да помогна?',
    },
  },
  {
    shortcut: 'moment',
    title: 'One moment',
    group: greeting,
    uses: 287,
    texts: {
      en: 'One moment, I am looking it up for you.',
      ru: 'Одну минуту, сейчас посмотрю.',
      pl: 'Chwileczkę, już sprawdzam.',
      bg: 'Един момент, проверявам.',
    },
  },
  {
    shortcut: 'order-number',
    title: 'Ask for the order number',
    group: orders,
    uses: 198,
    texts: {
      en: 'Which order is it about? You find the number in the confirmation we sent to {customer.email}.',
      ru: 'О каком заказе речь? Номер есть в письме, которое мы отправили на {customer.email}.',
      pl: 'O które zamówienie chodzi? Numer jest w potwierdzeniu wysłanym na {customer.email}.',
      bg: 'За коя поръчка става дума? Номерът е в потвърждението, изпратено до {customer.email}.',
    },
  },
  {
    shortcut: 'delivery',
    title: 'Where the parcel is',
    group: orders,
    uses: 154,
    texts: {
      en: 'Your order {?order number} left our warehouse on {?day} and arrives within two working days.',
      ru: 'Ваш заказ {?номер заказа} отправлен со склада {?день} и придёт в течение двух рабочих дней.',
      pl: 'Zamówienie {?numer zamówienia} wyszło z magazynu {?dzień} i dotrze w ciągu dwóch dni roboczych.',
      bg: 'Поръчка {?номер на поръчка} тръгна от склада на {?ден} и ще пристигне до два работни дни.',
    },
  },
  {
    shortcut: 'invoice',
    title: 'Invoice for a company',
    group: orders,
    uses: 73,
    texts: {
      en: 'I have sent the invoice for {customer.company} to {customer.email}.',
      ru: 'Счёт для {customer.company} отправлен на {customer.email}.',
      pl: 'Faktura dla {customer.company} została wysłana na {customer.email}.',
      bg: 'Фактурата за {customer.company} е изпратена до {customer.email}.',
    },
  },
  {
    shortcut: 'replacement',
    title: 'Replacement sent',
    group: returns,
    uses: 121,
    texts: {
      en: 'Good news, {customer.firstName}: your replacement for order {?order number} leaves our warehouse today, {date.today}.',
      ru: 'Хорошие новости, {customer.firstName}: замена по заказу {?номер заказа} отправляется сегодня, {date.today}.',
      pl: 'Dobra wiadomość, {customer.firstName}: wymiana do zamówienia {?numer zamówienia} wychodzi dziś, {date.today}.',
      bg: 'Добра новина, {customer.firstName}: замяната по поръчка {?номер на поръчка} тръгва днес, {date.today}.',
    },
  },
  {
    shortcut: 'refund',
    title: 'Refund steps',
    group: returns,
    uses: 139,
    texts: {
      en: 'Send the goods back within 30 days. The money is on your account 5 working days after they reach us. Your reference is {request.number}.',
      ru: 'Верните товар в течение 30 дней. Деньги придут через 5 рабочих дней после получения. Номер обращения: {request.number}.',
      pl: 'Odeślij towar w ciągu 30 dni. Pieniądze wrócą w 5 dni roboczych od jego otrzymania. Numer sprawy: {request.number}.',
      bg: 'Върнете стоката до 30 дни. Парите идват до 5 работни дни след получаването ѝ. Номер на заявката: {request.number}.',
    },
  },
  {
    shortcut: 'return-label',
    title: 'Return label',
    group: returns,
    uses: 88,
    texts: {
      en: 'I have sent the return label to {customer.email}. Print it, put it on the parcel, and drop it at any post office.',
      ru: 'Этикетка для возврата отправлена на {customer.email}. Распечатайте её, наклейте и сдайте посылку на почте.',
      pl: 'Etykieta zwrotna jest w skrzynce {customer.email}. Wydrukuj ją, naklej i nadaj paczkę na poczcie.',
      bg: 'Изпратих етикет за връщане до {customer.email}. Разпечатайте го, залепете го и предайте пратката в поща.',
    },
  },
  {
    shortcut: 'repair',
    title: 'Repair or swap',
    group: service,
    uses: 64,
    texts: {
      en: 'We can repair the machine in about 5 days or swap it for a new one. Which do you prefer?',
      ru: 'Мы можем отремонтировать машину примерно за 5 дней или заменить её новой. Что вам удобнее?',
      pl: 'Możemy naprawić ekspres w około 5 dni albo wymienić go na nowy. Co wolisz?',
      bg: 'Можем да ремонтираме машината за около 5 дни или да я сменим с нова. Кое предпочитате?',
    },
  },
  {
    shortcut: 'descale',
    title: 'How to descale',
    group: service,
    uses: 47,
    texts: {
      en: 'Fill the tank with water and one sachet of descaler, hold the cup button for 5 seconds and let it run through. Then rinse twice.',
      ru: 'Налейте в бак воду с пакетиком средства, удерживайте кнопку чашки 5 секунд и дождитесь конца цикла. Затем промойте дважды.',
      pl: 'Wlej wodę z saszetką odkamieniacza, przytrzymaj przycisk filiżanki 5 sekund i poczekaj do końca. Potem wypłucz dwa razy.',
      bg: 'Напълнете резервоара с вода и едно саше препарат, задръжте бутона с чашата 5 секунди и изчакайте. После изплакнете два пъти.',
    },
  },
  {
    shortcut: 'anything-else',
    title: 'Anything else',
    group: closing,
    uses: 233,
    texts: {
      en: 'Is there anything else that I can do for you, {customer.firstName}?',
      ru: 'Могу ли я ещё чем-нибудь помочь, {customer.firstName}?',
      pl: 'Czy mogę jeszcze w czymś pomóc, {customer.firstName}?',
      bg: 'Мога ли да помогна с още нещо, {customer.firstName}?',
    },
  },
  {
    shortcut: 'bye',
    title: 'Goodbye',
    group: closing,
    uses: 251,
    texts: {
      en: 'Thank you for writing to us. Have a good day! {operator.name}, Brewhaus',
      ru: 'Спасибо за обращение. Хорошего дня! {operator.name}, Brewhaus',
      pl: 'Dziękujemy za kontakt. Miłego dnia! {operator.name}, Brewhaus',
      bg: 'Благодарим, че ни писахте. Приятен ден! {operator.name}, Brewhaus',
    },
  },
  {
    shortcut: 'callback',
    title: 'I call you back',
    group: closing,
    owner: 'operator-anna',
    uses: 19,
    texts: {
      en: 'I will call you at {customer.phone} today at {?time}.',
      ru: 'Я перезвоню вам по номеру {customer.phone} сегодня в {?время}.',
      pl: 'Zadzwonię do Ciebie pod {customer.phone} dzisiaj o {?godzina}.',
      bg: 'Ще Ви се обадя на {customer.phone} днес в {?час}.',
    },
  },
]
