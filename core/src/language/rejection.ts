import type {Sentence} from './sentence.ts'

/** Sentences that turn blame down, define a term, or say how not to write. */
const REJECTIONS = [
  /\b(?:disciplin|sanction|punish|guilty|blam|careless|culprit)\w*\b.{0,40}\b(?:neither|nor|no sense|nothing|not (?:planned|warranted|intended|sought|helpful)|pointless|useless)\b/,
  /\b(?:no|nobody|no one)\b.{0,40}\b(?:faces?|facing|will face|fears?)\b.{0,20}\b(?:consequences|sanctions?|discipline|punishment)\b/,
  /\b(?:declin\w+|refus\w+|reject\w*|purpose|aim|intention|intend\w*|interest\w*|seek|seeks|task)\b.{0,60}\b(?:blame|culprit|culprits|fault|guilt|guilty|liability|human error|operator error|scapegoat)\b/,
  /\b(?:no|not a) (?:single )?(?:person|employee|individual|engineer|colleague|team member|one|team|engineers)\b.{0,40}\b(?:the cause|a cause|at fault|to blame|blamed|culprit|guilty|responsible|harmed)\b/,
  /\b(?:never|not) (?:the |anyone's |anybody's |a )?(?:fault of|matter of blame|question of (?:blame|guilt|fault))\b/,
  /\b(?:human|operator|user) error\b.{0,60}\b(?:does not|do not|did not|cannot|would not)\b/,
  /\bno names\b.{0,12}\bno (?:shame|blame)\b/,
  /\b(?:no ?one|nobody|none of (?:us|them)|no (?:individual|person|team)|not one person)\b.{0,30}\b(?:at fault|to blame|blamed|guilty|responsible)\b(?! but)/,
  /\b(?:blameless|without blame|without blaming|no blame|not (?:to )?(?:assign|place|apportion|look for|seek|about) (?:any )?(?:blame|fault|guilt)|does not (?:assign|look for|seek)|do not (?:assign|look for|blame|accept|use|treat))\b/,
  /\bnot? (?:about|looking for|interested in) (?:who|whose|a culprit|culprits|blame|guilt)\b/,
  /\b(?:human|operator|user|pilot) error\b.{0,40}\b(?:is|are|was)(?:n't| not| never)\b/,
  /\b(?:never|not) (?:(?:a|an|the|our) (?:root )?|root )(?:cause|explanation|answer)\b/,
  /\b(?:instead of|rather than) (?:blaming|asking who|saying|writing|looking for)\b/,
  /\bavoid (?:words?|phrases?|wording|saying|writing|blaming)\b/,
  /\bso-called\b/,
  /\bthere (?:is|was|are|were) no (?:guilty|culprits?|villains?)\b/,
  /\b(?:not|never) (?:looking|searching|hunting) for (?:a |the |any )?(?:guilty|culprits?|scapegoats?)\b/,
  /\bsearch for (?:a |the )?(?:guilty|culprits?|scapegoats?)\b.{0,30}\b(?:stops?|ends?|over)\b/,
  /\bno findings? of (?:individual |personal )?(?:fault|guilt|blame|liability)\b/,
  /\b(?:calling|attributing|ascribing|blaming|to speak of|speaking of)\b.{0,60}\b(?:would (?:obscure|hide|miss|be to)|tells us nothing|explains nothing|misses|obscures|hides)\b/,
  /\bnot\b.{0,25}\babout (?:anyone|anybody|someone|somebody) being\b/,
  /\bmakes? no (?:decision|judge?ment|statement) (?:about|on)\b/,
  /\b(?:defined|definition) (?:as|of)\b|\bin this (?:taxonomy|glossary|document|report)\b.{0,30}\bmeans\b/,
]

export function isRejection(sentence: Sentence): boolean {
  const text = sentence.tokens
    .map((token) => token.lower)
    .join(' ')
    .replace(/ (?=')/g, '')
  return REJECTIONS.some((pattern) => pattern.test(text))
}
