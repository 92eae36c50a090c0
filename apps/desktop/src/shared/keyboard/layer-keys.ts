import { keyGroup } from './keys.ts'

/** Ways about the page. */
export const layerKeys = keyGroup(
  'layer',
  8,
  { undo: ['z'], nextRegion: ['F6'], previousRegion: ['Shift+F6'], leave: ['Escape'] },
  { words: { undo: 'common.undo' }, moves: ['nextRegion', 'previousRegion', 'leave'] },
)
