import { translation } from '../../core.ts'
import type { requestMore as en } from '../en/request-more.ts'

export const requestMore = translation<typeof en>()({
  location: 'Punkt',
  followers: 'Obserwujący',
  follow: 'Obserwuj',
  unfollow: 'Nie obserwuj',
  addFollower: 'Dodaj obserwującego',
  removeFollower: 'Usuń obserwującego {name}',
  nobodyElse: 'Nikt więcej',
  cannotSee: 'Ta osoba nie widzi zgłoszenia i nie może go obserwować.',
  followed: 'Obserwuje: {name}',
  unfollowed: 'Już nie obserwuje: {name}',
  stageTimes: 'Czas na etapach',
  entered: 'Razy',
  time: 'Czas',
  openTime: 'W godz. pracy',
  openTimeAbout: 'Zakończone etapy, tylko w godzinach pracy kolejki',
  together: 'Razem',
  kind: 'Zmiany',
  person: 'Kto',
  everybody: 'Wszyscy',
  allKinds: 'Wszystkie',
  nothingFits: 'Nic nie pasuje do tego wyboru',
  kinds: {
    stage: 'Etapy',
    fields: 'Pola',
    assignment: 'Przydziały',
    activity: 'Aktywności',
    comment: 'Komentarze',
  },
})
