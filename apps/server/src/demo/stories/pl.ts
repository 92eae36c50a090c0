import type { Phrases } from './story.ts'

export const pl: Phrases = {
  hello: ['Dzień dobry,', 'Witam,', 'Cześć,', 'Dzień dobry!'],
  helloCustomer: ['Dzień dobry, {first},', 'Witam, {first},', 'Dzień dobry!'],
  customerBye: ['Pozdrawiam\n{name}', 'Z poważaniem\n{name}', 'Dziękuję i pozdrawiam\n{name}'],
  operatorBye: ['Z poważaniem\n{operator}\nObsługa klienta Brewhaus', 'Pozdrawiam serdecznie\n{operator}, Brewhaus'],
  thanks: [
    'Świetnie, dziękuję!',
    'Dziękuję, bardzo mi to pomogło.',
    'Dziękuję za szybką odpowiedź.',
    'Już działa, wielkie dzięki 🙂',
    'Rozumiem, dziękuję.',
  ],
  welcome: [
    'Nie ma za co. Smacznej kawy!',
    'Cieszę się, że mogę pomóc. Miłego dnia!',
    'Zawsze do usług. Proszę pisać w razie pytań.',
  ],
  nudge: [
    'Czy jest Pan/Pani jeszcze tutaj? Chętnie pomogę.',
    'Nie otrzymaliśmy odpowiedzi. Czy sprawa jest nadal aktualna?',
  ],
  notPossible: [
    'Niestety w tym przypadku nie możemy tego zrobić: od zakupu minęły ponad dwa lata. Mogę zaproponować 10% rabatu na nowy ekspres.',
    'Niestety producent odmówił. Przykro mi, że nie mam lepszych wiadomości.',
  ],
  sameMatter: ['Widzę, że napisano już do nas w tej sprawie. Kolega odpowie w tamtym zgłoszeniu, aby nic nie zginęło.'],
  callBack: 'Proszę o telefon w sprawie {machine}',
  praise: ['Szybko i uprzejmie', 'Sprawa załatwiona w kilka minut', 'Bardzo cierpliwa obsługa', ''],
  blame: ['Trwało to za długo', 'Wszystko trzeba było tłumaczyć dwa razy', ''],
  stories: {
    delivery: {
      title: ['Paczka z zamówieniem {order} nie dotarła', 'Gdzie jest moje zamówienie {order}?'],
      open: [
        '{days} dni temu złożono zamówienie {order} na {machine}, a paczki nadal nie ma. Gdzie ona jest?',
        'status zamówienia {order} nie zmienia się od {days} dni. Czy można sprawdzić, co się stało?',
      ],
      ask: [
        'Już sprawdzam. Czy adres dostawy w mieście {city} jest aktualny?',
        'Pytam przewoźnika. Czy przyszedł SMS od kuriera?',
      ],
      detail: [
        'Tak, {city}, wszystko się zgadza. Ktoś jest w domu przez cały dzień.',
        'Nie było żadnej wiadomości. Status to tylko „w drodze”.',
      ],
      solve: [
        'Paczka czekała w sortowni ({city}). Sprawa załatwiona, będzie jutro przed południem.',
        'Przewoźnik zgubił paczkę, bardzo przepraszamy. Dziś wysłaliśmy nową ekspresem; numer przesyłki przyjdzie w ciągu godziny.',
      ],
    },
    wrongItem: {
      title: ['Zły towar w zamówieniu {order}', 'Brak dzbanka w zamówieniu {order}'],
      open: [
        'przyszło nie to, co trzeba. W zamówieniu {order} był {machine}, a w pudełku jest młynek.',
        'dziś dotarło zamówienie {order}, ale w pudełku brakuje dzbanka na mleko.',
      ],
      ask: [
        'Bardzo przepraszamy. Jaki numer jest na etykiecie pudełka?',
        'Przykro mi. Czy reszta przesyłki jest w porządku?',
      ],
      detail: ['Na etykiecie jest 4407-B. Reszta w porządku.', 'Tak, reszta jest w porządku, {machine} działa.'],
      solve: [
        'Dziękuję. Właściwy towar wyjdzie z magazynu jeszcze dziś, a kurier zabierze ten zły. Nic to nie kosztuje.',
        'Brakującą część wysłaliśmy dziś bezpłatnie. Powinna dotrzeć za dwa dni ({city}).',
      ],
    },
    giveBack: {
      title: ['Zwrot {machine}', 'Chcę zwrócić zamówienie {order}'],
      open: [
        '{machine} jest za duży do naszej kuchni. Jak go zwrócić? Zakup był {days} dni temu.',
        'chcę odesłać zamówienie {order}. Ekspres nie był używany. Co mam zrobić?',
      ],
      ask: [
        'Oczywiście, jest na to 30 dni. Czy zachowało się oryginalne opakowanie?',
        'Jasne. Przysłać kuriera czy wygodniej będzie nadać w punkcie?',
      ],
      detail: ['Tak, mam pudełko i wszystko, co w nim było.', 'Najlepiej kurier, ekspres jest dość ciężki.'],
      solve: [
        'Etykieta zwrotna jest już w poczcie. Gdy ekspres do nas dotrze, zwrócimy {sum} w ciągu trzech dni roboczych.',
        'Kurier przyjedzie w czwartek między 9 a 13 ({city}). Proszę nakleić etykietę na pudełko; potem zwrócimy pieniądze.',
      ],
    },
    invoice: {
      title: ['Faktura do zamówienia {order}', 'Błędna nazwa firmy na fakturze'],
      open: [
        'potrzebuję faktury z NIP do zamówienia {order}. Przyszedł tylko paragon.',
        'na fakturze do zamówienia {order} jest stara nazwa naszej firmy. Czy można to poprawić?',
      ],
      ask: ['Oczywiście. Proszę o nazwę firmy, adres i NIP.', 'Jasne. Jak dokładnie powinno być?'],
      detail: [
        'Wszystko jak na koncie, brakuje tylko NIP: 123-456-32-18.',
        'Nowa nazwa jest w moim podpisie, adres bez zmian: {city}.',
      ],
      solve: [
        'Poprawiona faktura na {sum} jest już w drodze na skrzynkę.',
        'Gotowe: nowa faktura zastępuje starą. Jest też w zakładce „Moje zamówienia”.',
      ],
    },
    refund: {
      title: ['Podwójna płatność za zamówienie {order}', 'Brak zwrotu {sum}'],
      open: [
        'z karty pobrano dwa razy za zamówienie {order}: {sum} i jeszcze raz {sum}. Proszę o zwrot.',
        '{days} dni temu obiecano mi zwrot {sum}, ale na koncie nic nie ma.',
      ],
      ask: [
        'Przepraszamy. Czy za każdym razem była to ta sama karta? Wystarczą cztery ostatnie cyfry.',
        'Pytam księgowość. Czy płatność była kartą czy przelewem?',
      ],
      detail: ['Ta sama karta, kończy się na 4821.', 'Przelewem, z konta firmowego.'],
      solve: [
        'Zgadza się, jedna z płatności nie została rozliczona. Bank odblokuje {sum} w ciągu dwóch dni.',
        'Zwrot zatrzymał się przez błędny numer konta. Zlecenie poszło ponownie: {sum} będzie jutro.',
      ],
    },
    leak: {
      title: ['{machine} przecieka', 'Woda pod {machine}'],
      open: [
        'co rano pod {machine} stoi woda. Co mogę zrobić?',
        '{machine} od wczoraj przecieka z przodu. Ma {days} miesięcy.',
      ],
      ask: [
        'Czy przecieka podczas parzenia, czy także po wyłączeniu?',
        'Proszę sprawdzić, czy uszczelka zbiornika na wodę jest na miejscu.',
      ],
      detail: ['Tylko podczas parzenia i niedużo.', 'Uszczelka jest, ale z jednej strony wygląda na zużytą.'],
      solve: [
        'To uszczelka bloku zaparzającego. Wysyłam nową z instrukcją; wymiana trwa pięć minut.',
        'To obejmuje gwarancja. Nasz serwisant ({city}) zadzwoni jutro, aby umówić wizytę.',
      ],
    },
    descale: {
      title: ['Czerwona lampka po odkamienianiu {machine}', '{machine} ciągle prosi o odkamienianie'],
      open: [
        '{machine} jest po odkamienianiu, ale czerwona lampka nadal miga. Co jest nie tak?',
        '{machine} prosi o odkamienianie co kilka dni, choć woda jest filtrowana.',
      ],
      ask: ['Czy płukanie na końcu doszło do opróżnienia zbiornika?', 'Jaka twardość wody jest ustawiona w menu?'],
      detail: ['Chyba płukanie zostało przerwane za wcześnie.', 'Jest 4. Nigdy tego nie zmienialiśmy.'],
      solve: [
        'Proszę napełnić zbiornik, przytrzymać przycisk pary przez pięć sekund i poczekać, aż woda spłynie. Na końcu lampka zgaśnie.',
        'Z filtrem powinno być 1: Menu, Ustawienia, Twardość wody. Wtedy przypomni mniej więcej co trzy miesiące.',
      ],
    },
    advice: {
      title: ['Jaki ekspres do biura na {days} osób?', 'Ziarna do {machine}'],
      open: [
        'w biurze jest nas {days} osób i szukamy ekspresu. Czy {machine} wystarczy?',
        'jakie ziarna pasują do {machine}? Lubimy mocną, ale nie gorzką kawę.',
      ],
      ask: [
        'Ile mniej więcej filiżanek dziennie i czy potrzebne są napoje z mlekiem?',
        'Częściej espresso czy kawa z mlekiem?',
      ],
      detail: ['Około sześćdziesięciu filiżanek, połowa z mlekiem.', 'Głównie espresso, w weekend cappuccino.'],
      solve: [
        'W takim razie polecam {machine} z dużym systemem mleka, do stu filiżanek dziennie. Oferta na {sum} jest już w poczcie.',
        'Proszę spróbować naszej mieszanki House Blend, średnio palonej, mielenie 3. Próbkę dołożymy do następnego zamówienia.',
      ],
    },
  },
}
