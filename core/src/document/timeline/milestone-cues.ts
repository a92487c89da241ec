import {Wordings} from '../../text/wordings.ts'
import type {Milestone} from '../timeline.ts'
import {CUES} from './milestone-cues.generated.ts'

/** How surely a wording stands for a milestone: 3 says so, 2 means it, 1 may mean it. */
export interface MilestoneCue {
  readonly milestone: Milestone
  readonly weight: number
}

/** A row of the data: what a cue says, the words of which it needs one, and its expression. */
export type CueRow = readonly [milestone: Milestone, weight: number, needs: string, source: string]

/** The wordings of timelines. Texts are plain: no Markdown, one line. */
export const MILESTONE_CUES = new Wordings<MilestoneCue>(() =>
  CUES.map(([milestone, weight, needs, source]) => [[needs, source, 'i'], {milestone, weight}]),
)

/** What is planned, tried or undone is no milestone. */
export const NOT_YET =
  /\b(?:efforts?|attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying) to|plans?|planned|planning|will be|would|should|might|about to|upcoming|intention|to be|begin(?:s|ning)?|began|start(?:s|ed|ing)? (?:working|work|rolling|reverting|replacing|draining)|fails? (?:due|to)|failed (?:due|to)|not (?:yet|effective|working)|did ?n[o']t (?:help|work)|no avail|persists?|still|unsuccessful(?:ly)?|in progress|awaiting approval|decision to|decides? to|asked? (?:to|for)|request(?:s|ed)? to|suggest(?:s|ed)?|propose[sd]?|partial(?:ly)?|sandbox|staging)\b/i
