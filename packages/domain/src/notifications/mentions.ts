/** A comment names a colleague by his id, so that a renamed one is still the same: `<@id>`. */
const token = /<@([\w-]{1,64})>/g

/** As many as one comment may mention. */
export const mentionsMost = 20

/** Ids of everybody whom a comment mentions, each once. */
export const mentionedIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(token), ([, id = '']) => id)),
]

export const mentionOf = (id: string): string => `<@${id}>`

/** The comment with something else in the place of each mention. */
export const replaceMentions = (text: string, by: (id: string) => string): string =>
  text.replaceAll(token, (_, id: string) => by(id))

/** The comment in pieces, for who draws it: plain text, and ids of people in between. */
export function mentionPieces(text: string): Array<{ text: string } | { id: string }> {
  return text.split(token).flatMap((piece, i): Array<{ text: string } | { id: string }> => {
    if (i % 2 === 1) return [{ id: piece }]
    return piece === '' ? [] : [{ text: piece }]
  })
}
