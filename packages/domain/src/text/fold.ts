// Letters that Unicode does not decompose but that people leave out or swap when they search.
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
}

/**
 * The form in which text is compared for search and uniqueness: lower case, without accents.
 * Only ever compare folded with folded: й and и, ё and е, ł and l are the same here.
 */
export function foldText(s: string): string {
  // Nothing else happens to these, and most of what is searched through is made of them.
  if (/^[ -~]*$/.test(s)) return s.toLowerCase()
  return (
    s
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD')
      // Inherited = the marks that any script borrows (accents, ё, й, variation selectors). The vowel signs of
      // Indic scripts are letters of the word and stay, otherwise different words would count as one.
      .replace(/\p{Script=Inherited}/gu, '')
      .replace(/[łøđıßæœς]/g, (letter) => plainLetters[letter] ?? letter)
  )
}

/** The distinct folded words of a text in their order; everything that is no letter or digit separates. */
export function searchWords(s: string): string[] {
  return [...new Set(foldText(s).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])]
}
