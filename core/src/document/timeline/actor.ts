import type {Span} from '../../text/span.ts'

/** Capital letters that are a thing and no initials. */
const ACRONYMS = new Set(
  (
    'AC AD AI ALB AMI API ARM ARN ASG AWS AZ BC BGP BSC CA CD CDN CI CE CF CLI CMS CPU CS CSS CVE DB DC DHCP DLQ DNS DR EBS EC EKS ECS ELB ENI ERP ES ETH EU FAQ FE FTP GC GCP GCS GKE GPU GUI HA HSM ' +
    'HTTP IAM ID IDE IO IP IPS ISP IT JS JVM K8S KMS LB LDAP LKE LRU MFA ML MR MS MTU NAT NFS NFT NIC NLB NPM NS NTP OCC OIDC OK OOM ORM OS OTP PC PDU PHP PKI PR PRS PVC QA QPS RAM RC RCA RDS REST RPC RPO ' +
    'RTO S3 SAN SDK SES SLA SLI SLO SMS SMTP SNS SQL SQS SRE SSD SSH SSL SSO TCP TLS TTL UDP UI UK UPS URI URL US UTC UX VM VPC VPN VPS WAF WAL WAN XML YAML'
  ).split(' '),
)

const HUMAN_VERB =
  '(?:acknowledge[sd]?|add(?:s|ed)?|agree[sd]?|alert(?:s|ed)?|announce[sd]?|answer(?:s|ed)?|appl(?:y|ies|ied)|appoint(?:s|ed)?|approve[sd]?|arrive[sd]?|ask(?:s|ed)?|assess(?:es|ed)?|assign(?:s|ed)?|attempt(?:s|ed)?|bumps?|bumped|call(?:s|ed)?|check(?:s|ed)?|clear(?:s|ed)?|close[sd]?|comment(?:s|ed)?|complete[sd]?|confirm(?:s|ed)?|contact(?:s|ed)?|created?|creates|debug(?:s|ged)?|decide[sd]?|declare[sd]?|delete[sd]?|deploy(?:s|ed)?|detect(?:s|ed)?|determine[sd]?|diagnose[sd]?|disable[sd]?|discover(?:s|ed)?|discuss(?:es|ed)?|double-check(?:s|ed)?|email(?:s|ed)?|enable[sd]?|escalate[sd]?|evaluate[sd]?|explain(?:s|ed)?|file[sd]?|find(?:s)?|found|fix(?:es|ed)?|force-runs?|forward(?:s|ed)?|get(?:s)?|got|go(?:es)?|identif(?:y|ies|ied)|inform(?:s|ed)?|initiate[sd]?|instruct(?:s|ed)?|investigate[sd]?|is (?:notified|informed|paged|alerted|added|assigned|brought)|issue[sd]?|join(?:s|ed)?|land(?:s|ed)?|learn(?:s|ed)?|looks?|looked|ma(?:ke|kes|de)|manually|mention(?:s|ed)?|merge[sd]?|message[sd]?|modif(?:y|ies|ied)|monitor(?:s|ed)?|note[sd]?|notice[sd]?|notif(?:y|ies|ied)|observe[sd]?|offer(?:s|ed)?|open(?:s|ed)?|page[sd]?|ping(?:s|ed)?|points? out|post(?:s|ed)?|propose[sd]?|provide[sd]?|publish(?:es|ed)?|push(?:es|ed)?|realis?e[sd]?|realize[sd]?|receive[sd]?|re-?deploy(?:s|ed)?|release[sd]?|remove[sd]?|repl(?:y|ies|ied)|report(?:s|ed)?|request(?:s|ed)?|respond(?:s|ed)?|restart(?:s|ed)?|restore[sd]?|revert(?:s|ed)?|review(?:s|ed)?|roll(?:s|ed)? back|rolls|rolled|r(?:u|a)n|runs|said|says|saw|sees|scale[sd]?|see|sends?|sent|set(?:s)?|share[sd]?|shut(?:s)?|signs?|speaks|spoke|spot(?:s|ted)?|start(?:s|ed)?|stop(?:s|ped)?|submit(?:s|ted)?|suggest(?:s|ed)?|suspect(?:s|ed)?|take(?:s)?|took|tell(?:s)?|told|terminate[sd]?|test(?:s|ed)?|think(?:s)?|thought|tried|tries|try|turn(?:s|ed)?|tweet(?:s|ed)?|unpublish(?:es|ed)?|update[sd]?|upgrade[sd]?|verif(?:y|ies|ied)|was (?:notified|informed|paged|alerted|added|assigned)|work(?:s|ed)?|write[sd]?|wrote)'

const ROLE =
  '(?:(?:the|an?|our|first|second|third|primary|secondary|another|one|two|senior|lead|duty|a \\w+) )*(?:[\\w-]+ ){0,2}?(?:on-?call(?: engineer| person)?|incident (?:commander|manager|lead)|engineers?|developers?|devs?|dev ?ops(?: team)?|sres?|operators?|ops|admins?|administrators?|maintainers?|team|support(?: team)?|customers?|users?|researchers?|reporters?|manager|community(?: members?)?|sheriffs?|employees?|attackers?|responders?|analysts?|authors?|adversary|vendor)'

const HANDLE = /^`?@[\w.-]+`?/
const INITIALS = new RegExp(`^([A-Z]{2,3})(?=\\s+(?:${HUMAN_VERB}|[a-z]+s|[a-z]+ed)\\b)`)
/** Verbs in the third person or the past: behind a single capitalised word the plain form is mostly a noun, as in “Uptime check”. */
const FINITE_VERB =
  '(?:[a-z]+(?:ed|es|[a-rt-z]s)|found|got|made|ran|said|saw|sent|set|shut|spoke|took|told|thought|wrote)'

/** What makes a past form active: something that it acts on. “Reply sent to …” and “Access restored.” are no people. */
const OBJECT =
  '(?=(?: (?!(?:to|by|from|in|on|at|with|for|via|as|after|and|again|due|because|through|until|but|when|while|successfully|without|between)\\b)[\\p{L}\\d"`@\'#*\\[]))'
const SURELY_HUMAN =
  '(?:looked|noticed|suggested|asked|replied|joined|said|told|thought|tried|decided|agreed|arrived|talked|spoke|discussed|responded|mentioned|wondered|realised|realized|escalated|volunteered)\\b'

const NAME = new RegExp(
  `^([A-Z][\\p{Ll}'’-]+(?: [A-Z][\\p{L}'’.-]+){0,3}(?:(?:,| and| &) [A-Z][\\p{Ll}'’-]+(?: [A-Z][\\p{L}'’-]+)?)*)(?=\\s+(?:(?:also|then|first|again|successfully|quickly|independently) )?(?:${SURELY_HUMAN}|(?=${FINITE_VERB}\\b)${HUMAN_VERB}\\b(?:(?<=s)|${OBJECT})))`,
  'u',
)
const NICK = new RegExp(
  `^([a-z][\\w-]{2,15}(?:(?:,| and) [a-z][\\w-]{2,15})*)(?=\\s+(?:${SURELY_HUMAN}|(?=${FINITE_VERB}\\b)${HUMAN_VERB}\\b(?:(?<=s)|${OBJECT})))`,
  'u',
)
const ROLE_ACTS = new RegExp(
  `^(${ROLE})(?=\\s+(?:\\(\\w+\\) )?(?:(?:also|then|first|again|successfully|quickly|independently|team|members?) )*(?:${HUMAN_VERB}|(?:is|are|was|were|begins?|began|has|have|had)\\b))`,
  'i',
)
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

function nameIn(text: string): string | undefined {
  const handle = HANDLE.exec(text)?.[0]
  if (handle) return handle
  const initials = INITIALS.exec(text)?.[1]
  if (initials && !ACRONYMS.has(initials)) return initials
  const label = /^([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}|[A-Z]{2,3}):\s/.exec(text)?.[1]
  const role = ROLE_ACTS.exec(text)?.[1]
  if (role) return role
  const name = NAME.exec(text)?.[1]
  if (name && !NO_NAME.has(name.split(/[\s,]/)[0]!.toLowerCase()) && !/^\S+(?:ly|ing)\b/.test(name)) return name
  const nick = NICK.exec(text)?.[1]
  if (nick && !NO_NAME.has(nick.split(/[\s,]/)[0]!)) return nick
  if (label && /^[A-Z]{2,3}$/.test(label) && !ACRONYMS.has(label)) return label
  return WE.exec(text)?.[0]
}
