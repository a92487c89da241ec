import type {Span} from '../../text/span.ts'

/** Capital letters that are a thing and no initials. */
const ACRONYMS = new Set(
  (
    'AC AD AI ALB AMI API ARM ARN ASG AWS AZ BC BGP BSC CA CD CDN CI CE CF CLI CMS CPU CS CSS CVE DB DC DHCP DLQ DNS DR EBS EC EKS ECS ELB ENI ERP ES ETH EU FAQ FE FTP GC GCP GCS GKE GPU GUI HA HSM ' +
    'HTTP IAM ID IDE IO IP IPS ISP IT JS JVM K8S KMS LB LDAP LKE LRU MFA ML MR MS MTU NAT NFS NFT NIC NLB NPM NS NTP OCC OIDC OK OOM ORM OS OTP PC PDU PHP PKI PR PRS PVC QA QPS RAM RC RCA RDS REST RPC RPO ' +
    'RTO S3 SAN SDK SES SLA SLI SLO SMS SMTP SNS SQL SQS SRE SSD SSH SSL SSO TCP TLS TTL UDP UI UK UPS URI URL US UTC UX VM VPC VPN VPS WAF WAL WAN XML YAML'
  ).split(' '),
)

/** What people do, in the forms of a timeline. */
const HUMAN_VERBS: readonly string[] = [
  ...(
    'acknowledge acknowledged acknowledges add added adds agree agreed agrees alert alerted alerts announce ' +
    'announced announces answer answered answers applied applies apply appoint appointed appoints approve ' +
    'approved approves arrive arrived arrives ask asked asks assess assessed assesses assign assigned assigns ' +
    'attempt attempted attempts bump bumped bumps call called calls check checked checks clear cleared clears ' +
    'close closed closes comment commented comments complete completed completes confirm confirmed confirms ' +
    'contact contacted contacts create created creates debug debugged debugs decide decided decides declare ' +
    'declared declares delete deleted deletes deploy deployed deploys detect detected detects determine ' +
    'determined determines diagnose diagnosed diagnoses disable disabled disables discover discovered discovers ' +
    'discuss discussed discusses double-check double-checked double-checks email emailed emails enable enabled ' +
    'enables escalate escalated escalates evaluate evaluated evaluates explain explained explains file filed ' +
    'files find finds fix fixed fixes force-run force-runs forward forwarded forwards found get gets go goes got ' +
    'identified identifies identify inform informed informs initiate initiated initiates instruct instructed ' +
    'instructs investigate investigated investigates issue issued issues join joined joins land landed lands ' +
    'learn learned learns look looked looks made make makes manually mention mentioned mentions merge merged ' +
    'merges message messaged messages modified modifies modify monitor monitored monitors note noted notes notice ' +
    'noticed notices notified notifies notify observe observed observes offer offered offers open opened opens ' +
    'page paged pages ping pinged pings post posted posts propose proposed proposes provide provided provides ' +
    'publish published publishes push pushed pushes ran re-deploy re-deployed re-deploys ' +
    'realise realised realises realize realized realizes receive received receives redeploy redeployed redeploys ' +
    'release released releases remove removed removes replied replies reply report reported reports request ' +
    'requested requests respond responded responds restart restarted restarts restore restored restores revert ' +
    'reverted reverts review reviewed reviews rolled rolls run runs said saw says scale scaled scales see sees ' +
    'send sends sent set sets share shared shares shut shuts sign signs speaks spoke spot spots spotted start ' +
    'started starts stop stopped stops submit submits submitted suggest suggested suggests suspect suspected ' +
    'suspects take takes tell tells terminate terminated terminates test tested tests think thinks thought told ' +
    'took tried tries try turn turned turns tweet tweeted tweets unpublish unpublished unpublishes update updated ' +
    'updates upgrade upgraded upgrades verified verifies verify work worked works write writes wrote'
  ).split(' '),
  ...['added', 'alerted', 'assigned', 'brought', 'informed', 'notified', 'paged'].flatMap((done) => [
    `is ${done}`,
    `was ${done}`,
  ]),
  'point out',
  'points out',
  'roll back',
  'rolled back',
  'rolls back',
]
const HUMAN_VERB = `(?:${HUMAN_VERBS.join('|')})`

const ROLE =
  '(?:(?:the|an?|our|first|second|third|primary|secondary|another|one|two|senior|lead|duty|a \\w+) )*(?:[\\w-]+ ){0,2}?(?:on-?call(?: engineer| person)?|incident (?:commander|manager|lead)|engineers?|developers?|devs?|dev ?ops(?: team)?|sres?|operators?|ops|admins?|administrators?|maintainers?|team|support(?: team)?|customers?|users?|researchers?|reporters?|manager|community(?: members?)?|sheriffs?|employees?|attackers?|responders?|analysts?|authors?|adversary|vendor)'

const HANDLE = /^`?@[\w.-]+`?/
const INITIALS_ACT = new RegExp(`^[A-Z]{2,3}\\s+(?:${HUMAN_VERB}|[a-z]+s|[a-z]+ed)\\b`)
/** Verbs in the third person or the past: behind a single capitalised word the plain form is mostly a noun, as in “Uptime check”. */
const FINITE_VERB =
  '(?:[a-z]+(?:ed|es|[a-rt-z]s)|found|got|made|ran|said|saw|sent|set|shut|spoke|took|told|thought|wrote)'

/** What makes a past form active: something that it acts on. “Reply sent to …” and “Access restored.” are no people. */
const OBJECT =
  '(?=(?: (?!(?:to|by|from|in|on|at|with|for|via|as|after|and|again|due|because|through|until|but|when|while|successfully|without|between)\\b)[\\p{L}\\d"`@\'#*\\[]))'
const SURELY_HUMAN =
  'looked|noticed|suggested|asked|replied|joined|said|told|thought|tried|decided|agreed|arrived|talked|spoke|discussed|responded|mentioned|wondered|realised|realized|escalated|volunteered'

/** The first letters of what people do; the expressions with all of it are long, and most texts go on otherwise. */
const ACTS: ReadonlySet<string> = new Set(
  [...HUMAN_VERBS, ...SURELY_HUMAN.split('|')].map((verb) => /^[a-z]+/.exec(verb)![0]),
)
const NAME_HEAD =
  /^[A-Z][\p{Ll}'’-]+(?: [A-Z][\p{L}'’.-]+){0,3}(?:(?:,| and| &) [A-Z][\p{Ll}'’-]+(?: [A-Z][\p{L}'’-]+)?)*\s+(?:(?:also|then|first|again|successfully|quickly|independently) )?([a-z]+)/u
const NICK_HEAD = /^[a-z][\w-]{2,15}(?:(?:,| and) [a-z][\w-]{2,15})*\s+([a-z]+)/

const NAME = new RegExp(
  `^([A-Z][\\p{Ll}'’-]+(?: [A-Z][\\p{L}'’.-]+){0,3}(?:(?:,| and| &) [A-Z][\\p{Ll}'’-]+(?: [A-Z][\\p{L}'’-]+)?)*)(?=\\s+(?:(?:also|then|first|again|successfully|quickly|independently) )?(?:(?:${SURELY_HUMAN})\\b|(?=${FINITE_VERB}\\b)${HUMAN_VERB}\\b(?:(?<=s)|${OBJECT})))`,
  'u',
)
const NICK = new RegExp(
  `^([a-z][\\w-]{2,15}(?:(?:,| and) [a-z][\\w-]{2,15})*)(?=\\s+(?:(?:${SURELY_HUMAN})\\b|(?=${FINITE_VERB}\\b)${HUMAN_VERB}\\b(?:(?<=s)|${OBJECT})))`,
  'u',
)
const ROLE_ACTS = new RegExp(
  `^(${ROLE})(?=\\s+(?:\\(\\w+\\) )?(?:(?:also|then|first|again|successfully|quickly|independently|team|members?) )*(?:${HUMAN_VERB}|(?:is|are|was|were|begins?|began|has|have|had)\\b))`,
  'i',
)
/** Something of every role. */
const ROLE_NOUN =
  /on-?call|manager|commander|lead|engineer|dev|ops|sre|operator|admin|maintainer|team|support|customer|user|researcher|reporter|community|sheriff|employee|attacker|responder|analyst|author|adversary|vendor/i
const WE = /^(?:I|We)\b(?='?\w*\s)/

/** Words that start a sentence about a thing or name no one. */
const NO_NAME = new Set(
  (
    'the this that these those all some most many one two three it its there issue issues incident service services alert alerts deploy deployment fix change changes root cause production traffic requests request node nodes ' +
    'pod pods cluster database server servers queue system systems error errors first initial full status update new more no not after before during while when once everything nothing investigation pipeline build builds release ' +
    'version rollback reverts revert patch report reports monitoring website site access api app application users customers impact outage recovery test tests team code config configuration user customer decision work started ' +
    'kubernetes prometheus grafana django redis postgres postgresql github gitlab google aws azure cloudflare concourse traefik linode nginx jenkins heroku terraform docker python node.js npm slack discord pagerduty pingdom sentry datadog ' +
    'retry bitcoin ethereum chia fluentd maintenance vulnerability merged deployed noticed received started scaled applied automated another action appeal manual formal customer-facing error-tracking second third previous next final last ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
)

/** Who acts, where the text starts with one: `@handle`, initials, a name in front of what people do, or a role. */
export function readActor(source: string, start: number): {readonly name: string; readonly span: Span} | undefined {
  const skipped = /^[\s*_~[\]()-]*/.exec(source)![0].length
  const text = source.slice(skipped, skipped + 160)
  const found = nameIn(text)
  if (!found) return undefined
  const from = start + skipped
  return {name: found.replace(/[`]/g, ''), span: {start: from, end: from + found.length}}
}

/** Whether the word behind a name starts what people do. */
const acts = (head: RegExp, text: string): boolean => ACTS.has(head.exec(text)?.[1] ?? '')

function nameIn(text: string): string | undefined {
  const handle = HANDLE.exec(text)?.[0]
  if (handle) return handle
  const initials = /^[A-Z]{2,3}(?=\s)/.exec(text)?.[0]
  if (initials && !ACRONYMS.has(initials) && INITIALS_ACT.test(text)) return initials
  const label = /^([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}|[A-Z]{2,3}):\s/.exec(text)?.[1]
  const role = ROLE_NOUN.test(text) ? ROLE_ACTS.exec(text)?.[1] : undefined
  if (role) return role
  const isNone = NO_NAME.has(/^[^\s,]*/.exec(text)![0].toLowerCase())
  const name = !isNone && acts(NAME_HEAD, text) ? NAME.exec(text)?.[1] : undefined
  if (name && !/^\S+(?:ly|ing)\b/.test(name)) return name
  const nick = !isNone && acts(NICK_HEAD, text) ? NICK.exec(text)?.[1] : undefined
  if (nick) return nick
  if (label && /^[A-Z]{2,3}$/.test(label) && !ACRONYMS.has(label)) return label
  return WE.exec(text)?.[0]
}
