import {random} from './generated-postmortem.ts'

export interface Keystroke {
  /** Where the letter goes in, in the text before it. */
  readonly at: number
  readonly letter: string
  /** The text after it. */
  readonly text: string
}

const TYPED = ' The standby took over and somebody should have seen it sooner. '

/** A sentence typed letter by letter into the paragraph nearest to the middle, then into others around it. */
export function* keystrokes(text: string, seed: number): Generator<Keystroke, never> {
  const draw = random(seed)
  let at = paragraphEnd(text, text.length / 2)
  for (let i = 0; ; i++) {
    if (i > 0 && i % TYPED.length === 0) at = paragraphEnd(text, text.length * (0.4 + 0.2 * draw()))
    const letter = TYPED[i % TYPED.length]!
    text = text.slice(0, at) + letter + text.slice(at)
    yield {at, letter, text}
    at++
  }
}

/** The end of a line of prose: a full stop before a blank line. */
function paragraphEnd(text: string, from: number): number {
  const at = text.indexOf('.\n\n', from)
  return at < 0 ? text.length : at + 1
}
