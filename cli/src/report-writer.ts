import {FORMATTERS} from './format/format.ts'
import type {Format, Output} from './options.ts'
import type {CheckedFile, Outcome} from './outcome.ts'

/** Writes a report while files are still checked: each as soon as all before it are written, in whatever order they come. */
export class ReportWriter {
  private readonly format: Format
  private readonly output: Output
  private readonly outcomes: Outcome[] = []
  private readonly waiting = new Map<number, CheckedFile>()
  private isStarted = false
  private hasText = false

  constructor(format: Format, output: Output) {
    this.format = format
    this.output = output
  }

  /** @param place of the file in the report, from 0 on; each is to come once */
  add(place: number, checked: CheckedFile): void {
    this.waiting.set(place, checked)
    for (;;) {
      const next = this.waiting.get(this.outcomes.length)
      if (!next) return
      this.waiting.delete(this.outcomes.length)
      this.write(next)
    }
  }

  /** @returns what came of the files, in their order */
  async end(): Promise<readonly Outcome[]> {
    this.put(await FORMATTERS[this.format].end(this.outcomes))
    return this.outcomes
  }

  private write({outcome, text}: CheckedFile): void {
    this.outcomes.push(outcome)
    if (!text) return
    this.put(this.hasText ? FORMATTERS[this.format].separator + text : text)
    this.hasText = true
  }

  /** Nothing is written before there is something to say: settings that are not understood end the run. */
  private put(text: string): void {
    const {start} = FORMATTERS[this.format]
    const all = this.isStarted ? text : start + text
    this.isStarted = true
    if (all) this.output.write(all)
  }
}
