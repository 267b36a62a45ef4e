const others: readonly (readonly [RegExp, string])[] = [
  // spaces of all kinds, and what cannot be seen
  [/[\t\u00a0\u2000-\u200f\u202a-\u202f\u205f\u2060\u3000\ufeff]/g, ' '],
  [/[\u2010-\u2015\u2212\ufe58\ufe63]/g, '-'],
  [/[\u02d0\u2236\ua789]/g, ':'],
  [/[\u2248\u223c\u02dc]/g, '~'],
  [/[\u2018\u2019\u02bc]/g, "'"],
  [/[\u201c\u201d\u201e]/g, '"'],
]

/** The text with plain digits, letters, dashes, colons and spaces for those that only look so. Every place stays where it was. */
export const plain = (text: string): string =>
  others.reduce(
    (so, [from, to]) => so.replace(from, to),
    // full width forms
    text.replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)),
  )
