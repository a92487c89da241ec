import type {Detection, LanguageContext} from '../language/detection.ts'
import type {Sentence} from '../language/sentence.ts'
import type {Fix, Severity} from '../lint/finding.ts'
import type {RuleDocs, SectionGate} from './rule.ts'

/**
 * A class of the language catalogue (L01 to L21). Most of its wordings are cues in `core/data/en/cues`;
 * what takes grammar is found by `detect`. The engine applies the section gate and reports one finding a sentence.
 */
export interface LanguageRule {
  readonly id: string
  readonly code: string
  readonly group: 'language'
  /** Severity where a section is not named in `sections`; what the rule's page and the settings show. */
  readonly severity: Severity
  readonly sections: SectionGate
  readonly docs: RuleDocs
  /** Constructions that no cue covers. */
  readonly detect?: (sentence: Sentence, context: LanguageContext) => readonly Detection[]
  /** Another severity for this place (by subject, say), or `off` to drop it. Undefined leaves what the section says. */
  readonly severityOf?: (
    detection: Detection,
    sentence: Sentence,
    context: LanguageContext,
  ) => Severity | 'off' | undefined
  /** What the wording does to a reader, then at most one question. */
  readonly message: (detection: Detection, sentence: Sentence, context: LanguageContext) => string
  readonly fixes?: (detection: Detection, sentence: Sentence, context: LanguageContext) => readonly Fix[]
  /** More findings than this in one section become one at the first place, which names the others. */
  readonly collapseAbove?: number
}

export const defineLanguageRule = (rule: LanguageRule): LanguageRule => rule
