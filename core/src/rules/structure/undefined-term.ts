import type {SectionKind} from '../../document/kinds.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {proseOf} from '../../document/prose.ts'
import {effectiveKind} from '../../document/section.ts'
import {type Chunk, derive} from '../../markdown/chunks.ts'
import type {Span} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const undefinedTerm = defineRule({
  id: 'undefined-term',
  code: 'D08',
  group: 'structure',
  severity: 'hint',
  docs: {
    summary: 'Find short forms in the parts for everybody that the document spells out nowhere.',
    why: 'Readers above the team stop after the resolution. A short form there that nothing explains is where they stop earlier.',
    ask: ['Would a colleague from another department know what it stands for?'],
    sources: ['Wilcox: the management line', 'SRE workbook: missing context'],
  },
  *check(document) {
    const found = termsAbove(document)
    if (!found.size) return
    const terms = [...found.keys()]
    const mentioning = document.chunks.filter(({chunk}) => terms.some((term) => chunk.text.includes(term)))
    const explained = new Set(mentioning.flatMap(({chunk}) => explainedIn(chunk)))
    const open = [...found].filter(([term]) => !explained.has(term) && !isOrdinary(document, term))
    const [first] = open
    if (!first || open.length > 12) return
    const [term, span] = first
    const others = open.slice(1)
    yield {
      span,
      message: `“${term}” ${
        others.length
          ? `and ${others
              .slice(0, 3)
              .map(([one]) => `“${one}”`)
              .join(', ')} stand`
          : 'stands'
      } in the part for everybody, and nothing spells ${others.length ? 'them' : 'it'} out.`,
      related: others.slice(0, 8).map(([one, at]) => ({span: at, message: `“${one}”`})),
      questions: undefinedTerm.docs.ask,
      fixes: [
        {
          title: `Spell out “${term}”`,
          kind: 'rewrite',
          hasHoles: true,
          edits: [{start: span.start, end: span.end, newText: `{words} (${term})`}],
        },
      ],
    }
  },
})

const ABOVE_THE_LINE: readonly SectionKind[] = ['summary', 'impact', 'trigger', 'detection', 'resolution']
const SHORT = /(?<![\p{L}\p{N}_/.@#-])\p{Lu}{2,6}(?![\p{L}\p{N}_/@-]|\.\p{L})/gu

/** What readers of such documents know, wherever they work. */
const COMMON: ReadonlySet<string> = new Set(
  'API APIS HTTP HTTPS URL URLS URI DNS IP IPS TCP UDP TLS SSL SSH VPN VPC LAN WAN NAT CDN DOS DDOS CPU CPUS GPU RAM SSD HDD IO OS VM VMS DB SQL JSON YAML XML CSV HTML CSS JS TS PDF UI UX CLI GUI SDK SDKS IDE CI CD QA ID IDS UUID SSO MFA OTP PIN JWT AWS GCP EC EKS GKE RDS SQS SNS IAM AMI AZ CET CEST UTC GMT BST PST PDT EST EDT CST CDT MST MDT IST JST PT ET AM PM EU UK US USA UAE EMEA APAC KB MB GB TB MHZ GHZ KPI SLA SLAS SLO SLOS SLI SRE SEV PR PRS MR MRS FAQ TODO TBD OK NOT AND OR BUT THE NO YES ALL ANY IT HR PII GDPR CEO CTO CVE OOM LTS RC GA POC MVP ETA TTL TTD TTR TTM TTA MTTR NFT NFTS DAO USD EUR GBP USDC ETH BTC EVM NPM PHP PNG JPG LOG GIT GNU GPL MIT RFC W3C IDP ACL ACLS DHCP BGP MTU NTP FTP SFTP SMTP IMAP RPC GRPC REST SOAP CRUD ORM SPA PWA DOM RSS ICMP PSQL HDFS AI ML LLM NLP IOS SMS MD TL DR TLDR INC CAPA COE RCA WAL GC JVM JDK JRE XSS CSRF RCE PM SIG'.split(
    ' ',
  ),
)

const EMPHATIC =
  /^(?:DOWN|WITH|FROM|UP|OFF|ON|IN|OUT|HIGH|LOW|ONE|TWO|MUST|ONLY|VERY|FULL|ALSO|JUST|NO|IS|ARE|WAS|DO|DID|HAD|BEFORE|AFTER|NEW|OLD|BOTH|SOME|NONE|ERROR|FAIL|FAILED|READY|TRUE|FALSE|NULL|GET|POST|PUT|HEAD|TAIL)$/

/** “queue leader daemon (QLD)”, “QLD (queue leader daemon)”, “QLD: …”, “**QLD** – …”, “QLD stands for …” */
const EXPLAINED =
  /\((\p{Lu}{2,6})[),]|(?<![\p{L}\p{N}])(\p{Lu}{2,6}) \(|[“"](\p{Lu}{2,6})[”"]|(?:^|[-*|]\s{0,3})[*_`]{0,3}(\p{Lu}{2,6})[*_`]{0,3}\s{0,3}(?:[:|–—]|is |stands for |means )/gmu

/** Short forms in the parts for everybody, each where it stands first. */
function termsAbove(document: PostmortemDocument): ReadonlyMap<string, Span> {
  const above = document.sections.filter((section) => ABOVE_THE_LINE.includes(effectiveKind(section)!))
  const found = new Map<string, Span>()
  for (const {chunk, start} of document.chunks) {
    const end = start + chunk.text.length
    if (!above.some(({span}) => span.start < end && span.end >= start)) continue
    for (const {term, at} of termsOf(chunk)) {
      const kind = found.has(term) ? undefined : document.kindAt(start + at)
      if (kind && ABOVE_THE_LINE.includes(kind)) found.set(term, {start: start + at, end: start + at + term.length})
    }
  }
  return found
}

interface Term {
  readonly term: string
  readonly at: number
}

/** The short forms of a chunk, each where it stands first. */
const termsOf: (chunk: Chunk) => readonly Term[] = derive((chunk) => {
  const terms: Term[] = []
  const own = new Set<string>()
  for (const {span, kind, isHeader, source} of proseOf(chunk)) {
    if (kind === 'quote' || kind === 'heading' || isHeader) continue
    if (!/\p{Lu}\p{Lu}/u.test(source)) continue
    for (const match of source
      .replace(/`[^`\n]*`|\]\([^)\n]*\)|https?:\S+|<[^>\n]*>/g, (code) => ' '.repeat(code.length))
      .matchAll(SHORT)) {
      if (COMMON.has(match[0]) || own.has(match[0])) continue
      own.add(match[0])
      terms.push({term: match[0], at: span.start + match.index})
    }
  }
  return terms
})

/** The short forms that a chunk spells out; a glossary all that it holds. */
const explainedIn: (chunk: Chunk) => readonly string[] = derive((chunk) => {
  const explained = [...chunk.text.matchAll(EXPLAINED)].map((match) => match.slice(1).find(Boolean)!)
  const isGlossary = /^#{1,6}[^\n]*\b(?:glossary|background|terms|definitions|context|terminology)\b/i.test(chunk.text)
  return isGlossary ? [...explained, ...termsOf(chunk).map(({term}) => term)] : explained
})

/** A word in capitals for emphasis. */
const isOrdinary = ({text}: PostmortemDocument, term: string): boolean =>
  EMPHATIC.test(term) || new RegExp(`\\b${term.toLowerCase()}\\b`).test(text)

export const examples: RuleExamples = {
  bad: [
    {
      text: '## Summary\n\nThe ⟦QLD⟧ restarted and lost its state.\n\n## Timeline\n\n- 10:02 QLD restarts.\n',
      fixed: '## Summary\n\nThe {words} (QLD) restarted and lost its state.\n\n## Timeline\n\n- 10:02 QLD restarts.\n',
    },
  ],
  good: [
    {text: '## Summary\n\nThe queue leader daemon (QLD) restarted.\n'},
    {
      text: '## Summary\n\nThe QLD restarted.\n\n## Background\n\n- QLD: the daemon that elects the leader of the queue.\n',
    },
    {text: '## Summary\n\nThe API answered with HTTP 503 from 10:02 UTC.\n'},
    {text: '## Timeline\n\n- 10:02 The QLD restarts.\n'},
  ],
}
