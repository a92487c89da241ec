import {QUESTIONS} from './questions.ts'

/** A Mermaid mind map with the eight bones, to be filled in; the head is what users lost. */
export function fishboneMindmap(title: string): string {
  const head =
    title
      .replace(/[()[\]{}"`\n\r]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'What users lost'
  const bones = QUESTIONS.bones.map(({name}) => `    ${name}\n      …`)
  return ['```mermaid', 'mindmap', `  root((${head}))`, ...bones, '```', ''].join('\n')
}

/** The same as headings with their questions, for those who would rather write. */
export const fishboneList = (): string => QUESTIONS.bones.map(({name, ask}) => `- **${name}**: _${ask}_\n`).join('')
