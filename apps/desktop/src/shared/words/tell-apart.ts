interface Named {
  name: string
  email: string
}

/** Names are not unique in a house: beside one that several have stands the email; null where the name is enough. */
export function tellApart(people: readonly Named[]): (one: Named) => string | null {
  const counts = new Map<string, number>()
  for (const { name } of people) counts.set(name, (counts.get(name) ?? 0) + 1)
  return ({ name, email }) => ((counts.get(name) ?? 0) > 1 ? email : null)
}

/** The same as one text, for menus of names. */
export function namesApart(people: readonly Named[]): (one: Named) => string {
  const mark = tellApart(people)
  return (one) => {
    const email = mark(one)
    return email === null ? one.name : `${one.name} · ${email}`
  }
}
