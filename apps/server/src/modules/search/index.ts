export { soughtWords } from './document.ts'
export { followSearch, searchUnsearched } from './follow.ts'
export { allNumbers, nextStretch, seek, type Sought } from './streams.ts'
export { snippetsOf } from './queries/snippets.ts'
