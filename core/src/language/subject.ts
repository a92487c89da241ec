import type {Span} from '../text/span.ts'
import type {Token} from './token.ts'

/**
 * Who or what a noun phrase stands for.
 * `first` I, `we` we/us, `person` a name, handle, initials, he or she, `they` unresolved, `role`, `team` (and departments),
 * `organisation` vendor or company, `indefinite` somebody/nobody/everyone, `outsider` those who are hit or attack (customers,
 * users, patients, attackers), `system` software and machinery, `thing` anything else.
 */
export type SubjectKind =
  | 'first'
  | 'we'
  | 'person'
  | 'they'
  | 'role'
  | 'team'
  | 'organisation'
  | 'indefinite'
  | 'you'
  | 'outsider'
  | 'system'
  | 'thing'

export interface Subject {
  readonly kind: SubjectKind
  /** The whole noun phrase. */
  readonly span: Span
  readonly head: Token
}

const HUMAN: ReadonlySet<SubjectKind> = new Set<SubjectKind>([
  'first',
  'we',
  'person',
  'they',
  'role',
  'team',
  'organisation',
  'indefinite',
  'you',
])

export const isHuman = (subject: Subject | undefined): boolean => subject !== undefined && HUMAN.has(subject.kind)

/** Somebody else than the author: a name, a role, another team. */
export const isThirdPerson = (subject: Subject | undefined): boolean =>
  isHuman(subject) &&
  subject!.kind !== 'first' &&
  subject!.kind !== 'we' &&
  subject!.kind !== 'indefinite' &&
  subject!.kind !== 'you'

export const isSelf = (subject: Subject | undefined): boolean => subject?.kind === 'first' || subject?.kind === 'we'
