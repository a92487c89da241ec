/** The forms of an English verb that action items start with. */
export interface VerbForms {
  readonly base: string
  readonly third: string
  readonly gerund: string
  /** Past and past participle. */
  readonly past: readonly string[]
}

/** All forms by the spelling rules; `irregular` holds past forms that do not follow them. */
export function formsOf(base: string, irregular?: readonly string[]): VerbForms {
  const stem = doubles(base) ? base + base.at(-1)! : base
  return {
    base,
    third: /(?:s|x|z|ch|sh|o)$/.test(base)
      ? `${base}es`
      : /[^aeiou]y$/.test(base)
        ? `${base.slice(0, -1)}ies`
        : `${base}s`,
    gerund: /ie$/.test(base)
      ? `${base.slice(0, -2)}ying`
      : /[^eoy]e$/.test(base)
        ? `${base.slice(0, -1)}ing`
        : `${stem}ing`,
    past: irregular ?? [
      /e$/.test(base) ? `${base}d` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`,
    ],
  }
}

/** Stressed on a last syllable with a short vowel: stop–stopping, but offer–offering. */
function doubles(base: string): boolean {
  const word = base.slice(base.lastIndexOf('-') + 1)
  return (
    /^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$/.test(word) ||
    /(?:mit|defer|transfer|forbid|debug|reset|unpin|control|sunset|begin)$/.test(word)
  )
}
