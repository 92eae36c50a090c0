import { keyGroup } from '../../shared/keyboard/keys.ts'

/** What is known of the open activity. */
export const tagKeys = keyGroup('activity', 5, { tag: ['l'] }, { words: { tag: 'activity.addTag' } })
